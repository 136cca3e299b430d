"""Every address of the window, and what answers it; where forms go, the function's name is part of their mark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from pipeline.review.pages import (
    belonging,
    cell,
    contacts,
    letters,
    problems,
    progress,
    record,
    send,
    sendbyhand,
    settings,
    signin,
    start,
    startlist,
    startpeople,
    startyou,
    tab,
    theirmail,
    today,
    versions,
)


class Route(NamedTuple):
    """An address under the secret path; its answer takes the window, and the parts of the address by name."""

    method: str
    address: str
    answer: Callable[..., Any]


ROUTES = (
    Route("GET", "/", today.today),
    Route("GET", "/sheets.pdf", today.sheets),
    Route("GET", "/whys", today.three_whys),
    Route("POST", "/rest", today.let_rest_go),
    Route("POST", "/mailbox", today.replies),
    Route("GET", "/letters", letters.letters),
    Route("GET", "/letter/<code>", letters.letter),
    Route("POST", "/letter/<code>/check", letters.check),
    Route("POST", "/letter/<code>/<verb>", letters.act),
    Route("GET", "/step/<key>", letters.step),
    Route("POST", "/step/<code>/leave-out", record.leave_out),
    Route("GET", "/contacts", contacts.contacts),
    Route("GET", "/contact/<code>", contacts.contact),
    Route("POST", "/contact/<code>/again", contacts.again),
    Route("POST", "/contact/<code>/record", record.record),
    Route("POST", "/contact/<code>/mail", theirmail.read_mail),
    Route("GET", "/person", contacts.person),
    Route("POST", "/person", contacts.add_person),
    Route("POST", "/recorded/<code>/undo", record.undo),
    Route("POST", "/recorded/<code>/hold", record.hold),
    Route("POST", "/cell/<code>/<verb>", cell.write_cell),
    Route("GET", "/problems", problems.problems),
    Route("GET", "/progress", progress.progress),
    Route("GET", "/settings", settings.settings),
    Route("POST", "/upload/settings", settings.save_settings),
    Route("GET", "/signin", signin.sign_in),
    Route("POST", "/signin/<verb>", signin.sign),
    Route("GET", "/send", send.send),
    Route("GET", "/send/confirm", send.confirm),
    Route("POST", "/send/go", send.send_go),
    Route("GET", "/send/now", send.send_now),
    Route("POST", "/send/stop", send.send_stop),
    Route("POST", "/send/make", sendbyhand.send_make),
    Route("POST", "/send/all-sent", sendbyhand.send_all_sent),
    Route("POST", "/send/<code>/open", sendbyhand.send_open),
    Route("POST", "/send/<code>/sent", sendbyhand.send_sent),
    Route("POST", "/send/<code>/release", sendbyhand.send_release),
    Route("GET", "/send/<code>/enclosure", sendbyhand.send_enclosure),
    Route("GET", "/send/<code>/file", sendbyhand.send_made_file),
    Route("GET", "/start", start.start),
    Route("POST", "/start/again", start.start_again),
    Route("POST", "/start/samples", start.start_samples),
    Route("POST", "/start/own", start.start_own),
    Route("POST", "/upload/list", start.start_file),
    Route("GET", "/start/list", startlist.start_list),
    Route("POST", "/start/list", startlist.take_list),
    Route("GET", "/start/people", startpeople.start_people),
    Route("POST", "/start/people", startpeople.take_people),
    Route("GET", "/start/you", startyou.start_you),
    Route("POST", "/upload/you", startyou.save_you),
    Route("POST", "/start/letter", startyou.sample),
    Route("GET", "/versions", versions.earlier_versions),
    Route("POST", "/versions/<code>", versions.bring_back),
    Route("POST", "/belonging/<verb>", belonging.belongs),
    Route("GET", "/state", tab.state),
    Route("POST", "/leaving", tab.leaving),
    Route("GET", "/end", tab.end),
    Route("POST", "/finish", tab.finish),
)
