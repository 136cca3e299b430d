"""Answers from private addresses to letters that had the same subject: a name decides, else all are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import MailKind
from pipeline.mail.incoming.meaning import Understood, understood
from pipeline.mail.incoming.standing import is_settled_among, notice_problems
from pipeline.model import Contact
from tests.mail.test_no_reply import ARRIVED, THURSDAY, background, read, written
from tests.peers.letters import contact


def someone(n: int, first: str, last: str) -> Contact:
    return contact(
        n, id=last.upper(), first_name=first, last_name=last, email=f"{last.lower()}@firm{n}.example.org"
    )


KOFI, LENA, JO = someone(0, "Kofi", "Mensah"), someone(1, "Lena", "Haas"), someone(2, "Jo", "Young")
THREE = background(KOFI, LENA, JO)
SUBJECT = "Re: Your work at Example Clinic"


def whose(raw: bytes) -> tuple[str, ...]:
    found = read(raw, THREE)
    assert found.kind is MailKind.UNSURE
    return (found.contact_id, *found.perhaps)


@pytest.mark.parametrize(
    ("sender", "text", "who"),
    [
        ("K Mensah <kmensah77@mailbox.example.net>", "Call my office.\n\nKofi", "MENSAH"),
        ("Mensah, K. <x1@mailbox.example.net>", "Call my office.", "MENSAH"),
        ("kmensah77@mailbox.example.net", "Call my office.", "MENSAH"),
        ("x1@mailbox.example.net", "Call my office.\n\nBest,\nKofi Mensah", "MENSAH"),
        ("x1@mailbox.example.net", "Call my office.\n\nBest\nKofi", "MENSAH"),
        ("Kofi <x1@mailbox.example.net>", "Call my office.", "MENSAH"),
        ("Lena <x1@mailbox.example.net>", "Kofi Mensah told me of you.\nHe said that you are good.", "HAAS"),
    ],
)
def test_a_name_decides_among_those_who_share_a_subject(sender: str, text: str, who: str) -> None:
    assert whose(written(sender, SUBJECT, text)) == (who,)


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("x1@mailbox.example.net", "Call my office."),
        ("Kofi Berg <x1@mailbox.example.net>", "Call my office.\n\nKofi"),
        ("The Front Desk <x1@mailbox.example.net>", "Call our office, while we are still young.\n\nBest"),
        ("x1@mailbox.example.net", "Kofi Mensah told me of you, and he said that you are good.\n\nCall me."),
    ],
)
def test_none_of_several_is_guessed(sender: str, text: str) -> None:
    assert whose(written(sender, SUBJECT, text)) == ("MENSAH", "HAAS", "YOUNG")


def test_two_of_one_last_name_are_both_named() -> None:
    known = background(KOFI, LENA, someone(3, "Ama", "Mensah")._replace(id="AMA"))
    found = read(written("K Mensah <k77@mailbox.example.net>", SUBJECT), known)
    assert (found.contact_id, *found.perhaps) == ("MENSAH", "AMA")


def asked(*people: Contact) -> Understood:
    known = background(*people)
    mail = read(written("x1@mailbox.example.net", SUBJECT, "Call my office."), known)
    return understood([Mail(mail, "<1@example.net>", "mark", ARRIVED)], known, {}, [], [])


def test_the_notice_names_those_whose_it_may_be_and_goes_with_the_first_of_them() -> None:
    found = asked(KOFI, LENA, JO)
    (notice,), (line,) = found.notices, found.lines
    assert not found.events
    assert "perhaps for Kofi Mensah, Lena Haas or Jo Young" in line
    people = {c.id: c for c in (KOFI, LENA, JO)}
    (problem,) = notice_problems([notice], [], people, THURSDAY)
    assert problem.message.endswith(
        "If that answers your letter to Kofi Mensah, enter the day in Replied on. It may as well be from Lena Haas or"
        " Jo Young, whose letter had the same subject: then enter it there."
    )
    assert not is_settled_among(notice, people, THURSDAY)
    for one in people.values():
        entered = people | {one.id: one._replace(replied_on=THURSDAY)}
        assert is_settled_among(notice, entered, THURSDAY)
        assert not notice_problems([notice], [], entered, THURSDAY)
    earlier = people | {JO.id: JO._replace(replied_on=THURSDAY - timedelta(days=1))}
    assert not is_settled_among(notice, earlier, THURSDAY)
    assert not is_settled_among(notice, {KOFI.id: KOFI}, THURSDAY)
    assert is_settled_among(notice, {}, THURSDAY)


def test_of_many_three_are_named_and_the_others_counted() -> None:
    found = asked(KOFI, LENA, JO, someone(3, "Ama", "Boateng"), someone(4, "Wei", "Zhang"))
    assert "perhaps for Kofi Mensah, Lena Haas, Jo Young or 2 more" in found.lines[0]


def test_whoever_is_forgotten_leaves_no_trace_in_the_notice_of_another(tmp_path: Path) -> None:
    (notice,) = asked(KOFI, LENA, JO).notices
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.take_in([], [], [notice], [], {})
        ledger.forget([LENA.id])
        (left,) = ledger.notices()
        assert LENA.id not in left.about
        assert LENA.name not in left.message
        ledger.forget([JO.id])
        assert ledger.notices() == [notice._replace(about="x1@mailbox.example.net")]


def test_one_alone_is_asked_about_as_before() -> None:
    assert asked(KOFI).notices[0].message.endswith("to Kofi Mensah, enter the day in Replied on.")


def test_who_else_may_have_written_is_asked_about_beside_whoever_a_talk_stands_with() -> None:
    talk = THURSDAY + timedelta(days=4)
    kofi = KOFI._replace(replied_on=THURSDAY - timedelta(days=1), interview_on=talk)
    known = background(kofi, LENA, JO)
    known = replace(known, state=known.state._replace(held_said={kofi.id: talk.isoformat()}))
    mail = read(written("x1@mailbox.example.net", SUBJECT, "Call my office."), known)
    found = understood([Mail(mail, "<1@example.net>", "mark", ARRIVED)], known, {}, [], [])
    of_talk, answer = found.notices
    assert "while the talk of 2026-11-30 with Kofi Mensah stands" in of_talk.message
    assert "If that answers your letter to Lena Haas, enter the day in Replied on" in answer.message
    people = {c.id: c for c in (kofi, LENA, JO)}
    told = [p.message for p in notice_problems(found.notices, [], people, THURSDAY)]
    assert told[1].endswith(
        "It may as well be from Jo Young, whose letter had the same subject: then enter it there."
    )
