"""What is spread to many, and comes under a letter's subject: no answer of somebody unknown, unless their sender is near too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import MailKind, classify
from pipeline.mail.incoming.meaning import Understood, understood
from pipeline.mail.incoming.standing import without_ended
from pipeline.model import Contact, Event, EventKind
from pipeline.rules.details import no_reply_detail
from tests.mail.test_no_reply import ADA, ARRIVED, IN_THREAD, THURSDAY, background, read, written
from tests.mail.test_shared_subject import JO, KOFI, LENA

OURS = "Re: Your work at Example Clinic"
SHOP, DESK, HERSELF = "news@shop.example.net", "desk@lab.example.org", "Ada Okafor <ada77@gmail.com>"
COPIED = f"Cc: {ADA.email}"
SPREAD = [
    "List-Unsubscribe: <https://shop.example.net/u>",
    "List-Id: <news.shop.example.net>",
    "Precedence: bulk",
]


@pytest.mark.parametrize("header", SPREAD)
@pytest.mark.parametrize(
    ("sender", "subject", "more", "kind"),
    [
        (SHOP, OURS, "X-A: b", MailKind.OTHER),
        (SHOP, OURS.removeprefix("Re: "), "X-A: b", MailKind.OTHER),
        (SHOP, "Our news", COPIED, MailKind.OTHER),
        (SHOP, "Re: Our news", COPIED, MailKind.OTHER),
        (DESK, "Our news", "X-A: b", MailKind.OTHER),
        (DESK, "Re: Our news", "X-A: b", MailKind.OTHER),
        (DESK, OURS, "X-A: b", MailKind.UNSURE),
        (HERSELF, OURS, "X-A: b", MailKind.UNSURE),
        (SHOP, OURS, COPIED, MailKind.UNSURE),
        (DESK, OURS, IN_THREAD, MailKind.REPLY),
        (SHOP, "Your letter", IN_THREAD, MailKind.REPLY),
        (ADA.email, OURS, "X-A: b", MailKind.REPLY),
    ],
)
def test_what_is_spread(header: str, sender: str, subject: str, more: str, kind: MailKind) -> None:
    assert read(written(sender, subject, "Read on.", header, more)).kind is kind


@pytest.mark.parametrize(
    ("header", "kind"), list(zip(SPREAD, (MailKind.UNSURE, MailKind.OTHER, MailKind.OTHER), strict=True))
)
@pytest.mark.parametrize("subject", ["Ada sent you a message", "Re: Our news"])
def test_what_a_network_passes_on_in_their_name_is_asked_about(
    header: str, kind: MailKind, subject: str
) -> None:
    raw = written("Ada Okafor via Network <no-reply@network.example.net>", subject, "Hi Sam", header)
    assert read(raw).kind is kind


@pytest.mark.parametrize(
    ("subject", "kind"), [("Our news", MailKind.OTHER), ("Re: The talk", MailKind.UNSURE)]
)
def test_who_answered_for_a_contact_spreads_news_too(subject: str, kind: MailKind) -> None:
    known = background(ADA).known().with_answerers({"ADA": [SHOP]}, {})
    raw = written(SHOP, subject, "Read on.", SPREAD[0])
    assert classify(message_from_bytes(raw), known, ARRIVED, UTC).kind is kind


def taken_in(*raw: bytes, waiting: Sequence[Event] = (), people: Sequence[Contact] = (ADA,)) -> Understood:
    known = background(*people)
    mails = [Mail(read(m, known), f"<{n}@example.net>", f"mark {n}", ARRIVED) for n, m in enumerate(raw)]
    return understood(mails, known, {}, waiting, [])


def reply(who: Contact, days: int = 0, detail: str = OURS) -> Event:
    day = THURSDAY + timedelta(days=days)
    return Event(day, who.id, who.name, EventKind.REPLY, "Email", detail, "<h@example.org>")


NEAR = written("someone@gmail.com", OURS, "Gladly.")
OWN = written(ADA.email, OURS, "Gladly.", IN_THREAD)


def test_whoever_has_answered_is_not_asked_about_though_the_workbook_does_not_have_it_yet() -> None:
    assert len(taken_in(NEAR).notices) == 1
    assert taken_in(OWN, NEAR).notices == []
    assert taken_in(NEAR, waiting=[reply(ADA, -1)]).notices == []
    assert len(taken_in(NEAR, waiting=[reply(ADA, -1, no_reply_detail(OURS))]).notices) == 1
    assert len(taken_in(OWN, written(ADA.email, "Fwd: An article")).notices) == 1


def test_of_several_those_are_asked_about_who_have_not_answered() -> None:
    [notice] = taken_in(NEAR, waiting=[reply(KOFI)], people=(KOFI, LENA, JO)).notices
    assert (notice.contact_id, notice.about) == (LENA.id, f"someone@gmail.com {JO.id}")


def test_a_question_ends_with_their_own_reply() -> None:
    [asked] = taken_in(NEAR).notices
    assert without_ended([asked], [reply(ADA)]) == []
    [of_several] = taken_in(NEAR, people=(KOFI, LENA, JO)).notices
    assert without_ended([of_several], [reply(LENA, 1)]) == []
    for other in (reply(ADA, -1), reply(KOFI), reply(ADA, 1, no_reply_detail(OURS)), bounced()):
        assert without_ended([asked], [other]) == [asked]


def bounced() -> Event:
    return reply(ADA)._replace(kind=EventKind.BOUNCE)


def copied(sender: str, subject: str) -> bytes:
    return written(sender, subject, "See you.", COPIED)


def test_of_several_mails_of_one_sender_the_newest_stands_for_all() -> None:
    notices = taken_in(
        copied("tom@example.net", "A talk"), copied("tom@example.net", "Lunch"), copied("x@example.net", "Hi")
    ).notices
    last = {n.key: n for n in notices}
    assert [n.message.partition(". ")[0] for n in last.values()] == [
        "tom@example.net wrote on 2026-11-26, not for the first time (“Lunch”)",
        "x@example.net wrote on 2026-11-26 (“Hi”)",
    ]


def test_a_question_kept_from_an_earlier_look_is_asked_once(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        for subject in ("A talk", "Lunch"):
            known = background(ADA)
            mail = Mail(read(copied("tom@example.net", subject), known), f"<{subject}@x>", subject, ARRIVED)
            found = understood([mail], known, {}, [], ledger.notices())
            ledger.take_in([], [], found.notices)
        [kept] = ledger.notices()
    assert "not for the first time (“Lunch”)" in kept.message
