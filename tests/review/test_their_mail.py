"""The mail that waits for an answer, on the page of its step: who wrote, how it begins, and rest for whoever asks for it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.model import Event, EventKind
from pipeline.review.people import person_key
from pipeline.review.theirmail import address_to_answer, subject_to_answer
from tests.end_to_end.routine import Routine
from tests.mail.test_mail_in_the_day import NEXT, answer, at, home, sent  # noqa: F401  (a fixture)
from tests.mail.test_no_reply import ADA
from tests.peers.imap import ImapPeer
from tests.review.test_review_web import Page
from tests.review.workbooks import set_settings

pytest_plugins = ["tests.peers.fixtures"]
DUE = NEXT + timedelta(days=1)
SHOW = "Show how it begins"


def step_in(page: Page) -> str:
    """Return the address of the step to answer."""
    [group] = [
        g for g in page.session.listing(page.session.decision()).steps if g.title == "Replies to answer"
    ]
    return group.items[0].href


def mail_form(home: Routine) -> str:  # noqa: F811
    return f"/contact/{person_key(home.rows()[0]['ID'])}/mail"


def test_what_this_window_read_stands_on_the_page_that_asks_for_an_answer(
    home: Routine,  # noqa: F811
    pymap: ImapPeer,
) -> None:
    pymap.put(answer(sent(home), text="Tuesday at ten suits me."), when=at(NEXT))
    page = Page(home.book, DUE)
    page.send("/", "/mailbox")
    said = page.text(step_in(page))
    assert "Ada Okafor wrote on Dec 8" in said
    assert "“Tuesday at ten suits me.”" in said
    assert SHOW not in said
    assert "“Tuesday at ten suits me.”" in page.text(f"/contact/{person_key(home.rows()[0]['ID'])}")


def test_what_another_run_read_is_read_in_the_mailbox_when_asked_for_and_kept_nowhere(
    home: Routine,  # noqa: F811
    pymap: ImapPeer,
) -> None:
    first = sent(home)
    mail = answer(first, text="Tuesday at ten suits me.").replace(
        b"ada.okafor@example.org", b"jo@pa.example.net"
    )
    pymap.put(mail, when=at(NEXT))
    home.today = NEXT
    home.daily(code=None)
    page = Page(home.book, DUE)
    step = step_in(page)
    assert "jo@pa.example.net, for Ada Okafor, wrote on Dec 8" in page.text(step)
    assert "Tuesday at ten" not in page.text(step)
    shown = page.send(step, mail_form(home))
    assert (shown.status_code, shown.headers["Location"].endswith(step)) == (303, True)
    assert "“Tuesday at ten suits me.”" in page.text(step)
    assert SHOW in Page(home.book, DUE).text(step)
    kept = [p.read_bytes() for p in home.folder.rglob("*") if p.is_file()]
    assert not any(b"Tuesday at ten" in b for b in kept)
    assert not any("\\Seen" in flags for flags in pymap.flags_of())


def test_an_answer_goes_to_whoever_wrote_under_their_subject(home: Routine, pymap: ImapPeer) -> None:  # noqa: F811
    mail = answer(sent(home)).replace(b"ada.okafor@example.org", b"jo@pa.example.net")
    pymap.put(mail, when=at(NEXT))
    home.today = NEXT
    home.daily(code=None)
    page = Page(home.book, DUE)
    shown = page.get(step_in(page)).text
    assert 'href="mailto:jo@pa.example.net?subject=Re%3A%20' in shown
    assert "mailto:ada.okafor@example.org" not in shown


@pytest.mark.parametrize(
    ("detail", "address", "subject"),
    [
        ("Your work", ADA.email, "Re: Your work"),
        ("AW: Your work", ADA.email, "AW: Your work"),
        ("Re: Your work; from jo@pa.example.net; asks not to be written to", "jo@pa.example.net", "Re: Your work"),
        ("Re: Your work; from no-reply@calendar.example.net", ADA.email, "Re: Your work"),
    ],
)  # fmt: skip
def test_where_a_mail_is_answered_and_under_which_subject(detail: str, address: str, subject: str) -> None:
    mail = Event(NEXT, ADA.id, ADA.name, EventKind.REPLY, "Email", detail, "<h@example.org>")
    assert (address_to_answer(mail, ADA), subject_to_answer(mail)) == (address, subject)


def test_a_refusal_on_a_call_and_then_in_a_mail_is_thanked_for_once(home: Routine, pymap: ImapPeer) -> None:  # noqa: F811
    letter = sent(home)
    home.today = NEXT
    home.run("log", "Ada", "call: declined")
    home.type_on_contacts(2, **{"Thank-you sent": NEXT})
    home.daily(code=None)
    home.today = DUE
    pymap.put(answer(letter, text="As I said, I can't."), when=at(DUE))
    home.daily(code=None)
    home.run("log", "Ada", "declined by mail")
    home.daily(code=None)
    assert (home.drafts(), home.steps(30)) == ([], [])


def test_a_mail_that_is_gone_is_said(home: Routine, pymap: ImapPeer) -> None:  # noqa: F811
    pymap.put(answer(sent(home)), when=at(NEXT))
    home.today = NEXT
    home.daily(code=None)
    page = Page(home.book, DUE)
    step = step_in(page)
    form = page.form(step, mail_form(home))
    set_settings(home.book, {"IMAP server": "127.0.0.1:9 starttls"})
    answered = page.post(mail_form(home), form)
    assert answered.status_code == 503
    assert "could not be looked at" in answered.text
    set_settings(home.book, {"Read replies from": "None"})
    assert SHOW not in page.text(step)


def test_a_reply_that_was_typed_has_no_mail(home: Routine) -> None:  # noqa: F811
    sent(home)
    home.type_on_contacts(2, Replied_on=NEXT)
    page = Page(home.book, DUE)
    assert " wrote on " not in page.text(step_in(page))
    assert (
        page.post(
            mail_form(home), {"mark": page.guard.mark("read_mail", mail_form(home).split("/")[2], "")}
        ).status_code
        == 404
    )


def test_whoever_asks_not_to_be_written_to_may_be_let_rest_and_is_not_unasked(
    home: Routine,  # noqa: F811
    pymap: ImapPeer,
) -> None:
    pymap.put(answer(sent(home), text="Please do not contact me again."), when=at(NEXT))
    home.today = NEXT
    home.daily(code=None)
    page = Page(home.book, DUE)
    step = step_in(page)
    said = page.text(step)
    assert "They replied on Dec 8, and ask not to be written to again." in said
    assert "Let it rest, at most with a last word." in said
    assert "Let it rest …" in said
    assert "Let it rest …" in page.text("/")
    assert home.rows()[0]["On hold"] is None
    record = mail_form(home).replace("/mail", "/record")
    form = page.form(f"{step}?outcome=hold", record)
    assert form["on_hold"] == ["Yes"]
    page.post(record, form)
    assert home.rows()[0]["On hold"] == "Yes"
    home.today = DUE
    home.daily(code=None)
    assert (home.steps(), home.drafts()) == ([], [])


def test_silence_after_an_answer_to_such_a_mail_brings_no_call(home: Routine, pymap: ImapPeer) -> None:  # noqa: F811
    pymap.put(answer(sent(home), text="Please remove me from your list."), when=at(NEXT))
    home.today = NEXT
    home.daily(code=None)
    home.type_on_contacts(2, Answered_on=NEXT, Phone="555-0101")
    home.today = NEXT + timedelta(days=20)
    home.daily(code=None)
    assert [step for step, _ in home.steps()] == ["answer_reply"]
    page = Page(home.book, home.today)
    said = page.text(step_in(page))
    assert "They ask not to be written to again, and you answered on Dec 8" in said


def test_a_mail_that_came_while_a_talk_stands_is_read_on_the_talks_page_and_on_theirs(
    home: Routine,  # noqa: F811
    pymap: ImapPeer,
) -> None:
    talk = NEXT + timedelta(days=7)
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter, text="Tuesday suits me."), when=at(NEXT))
    home.daily(code=None)
    home.type_on_contacts(2, Interview_on=talk, Interview_type="In person", Where="your office")
    home.daily(code=None)
    home.today = NEXT + timedelta(days=2)
    late = answer(letter, text="I need to cancel Tuesday.").replace(b"answer.1", b"answer.2")
    pymap.put(late, when=at(home.today))
    home.daily(code=None)
    page = Page(home.book, talk - timedelta(days=1))
    assert "read it before you go" in page.text("/")
    person = mail_form(home).removesuffix("/mail")
    assert SHOW in page.text(person)
    page.send(person, mail_form(home))
    assert "“I need to cancel Tuesday.”" in page.text(person)
    [step] = [i.href for g in page.session.listing(page.session.decision()).steps for i in g.items]
    assert "“I need to cancel Tuesday.”" in page.text(step)
