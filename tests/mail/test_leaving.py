"""Automatic replies of somebody who is gone for good: told with the new address, where it is theirs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import MailKind
from pipeline.mail.incoming.leaving import Leaving
from pipeline.mail.incoming.meaning import Understood, understood
from pipeline.mail.incoming.standing import is_settled, notice_problems
from tests.mail.test_no_reply import ARRIVED, THURSDAY, background, read, sent_to, written
from tests.peers.letters import contact

WEI = contact(0, id="WEI", first_name="Wei", last_name="Zhang", email="wei@datalab.example.com")
NEW = "wei.zhang@newlab.example.org"
OTHER = "ann.lee@datalab.example.com"


def note(text: str) -> bytes:
    return written(
        f"Wei Zhang <{WEI.email}>", "Automatic reply: Your work", text, "Auto-Submitted: auto-replied"
    )


def told(*texts: str) -> Understood:
    known = background(WEI)
    mails = [
        Mail(read(note(text), known), f"<{n}@example.com>", f"mark{n}", ARRIVED)
        for n, text in enumerate(texts)
    ]
    return understood(mails, known, {}, [], [])


@pytest.mark.parametrize(
    ("text", "leaving"),
    [
        (f"I have left DataLab. You can reach me at {NEW}.", Leaving(NEW, True)),
        (f"I no longer work at DataLab. From now on: {NEW}", Leaving(NEW, True)),
        ("My new e-mail address is wz@x.example.org.", Leaving("wz@x.example.org", True)),
        (f"Wei Zhang no longer works here. Ask {OTHER}, or reach Wei at {NEW}.", Leaving(NEW, True)),
        ("Ich bin nicht mehr bei DataLab tätig; Sie erreichen mich unter w@neu.example.org.", Leaving("w@neu.example.org", True)),
        ("Je ne travaille plus chez DataLab. Ma nouvelle adresse : w@neu.example.org", Leaving("w@neu.example.org", True)),
        (f"I have left DataLab as of November 1. For questions contact {OTHER}.", Leaving(OTHER, False)),
        (f"Wei Zhang is no longer with DataLab ({WEI.email}). Write to {OTHER}.", Leaving(OTHER, False)),
        (f"This mailbox is no longer monitored. Write to {OTHER}.", Leaving(OTHER, False)),
        ("Wei Zhang has left the company.", Leaving()),
        ("I have retired.", Leaving()),
    ],
)  # fmt: skip
def test_who_is_gone_and_where_to(text: str, leaving: Leaving) -> None:
    found = read(note(text), background(WEI))
    assert (found.kind, found.leaving) == (MailKind.AUTOMATIC, leaving)


@pytest.mark.parametrize(
    "text",
    [
        f"I am out of the office until December 4. Contact {OTHER}.",
        "I left the office for today and am back tomorrow.",
        "I have left for vacation and return on December 1.",
        "I have left Ann Lee in charge; I return on December 3.",
        "I am out of the office and no longer checking e-mail until Monday.",
        "Thank you for your message. I will reply soon.",
    ],
)
def test_who_is_only_away_is_not_gone(text: str) -> None:
    assert read(note(text), background(WEI)).leaving is None


def test_an_answer_that_speaks_of_leaving_is_an_answer() -> None:
    raw = written(
        WEI.email, "Re: Your work", "I have left DataLab; ring me.", f"In-Reply-To: {sent_to(WEI).message_id}"
    )
    found = read(raw, background(WEI))
    assert (found.kind, found.leaving) == (MailKind.REPLY, None)


def test_a_new_address_is_told_once_until_it_is_corrected() -> None:
    found = told(f"I have left DataLab. You can reach me at {NEW}.", f"I have left. My new address is {NEW}.")
    assert {n.key for n in found.notices} == {found.notices[0].key}
    notice = found.notices[0]
    (problem,) = notice_problems([notice], [], {WEI.id: WEI}, THURSDAY)
    assert problem.column == "Email"
    assert problem.message == (
        f"Wei Zhang is not at {WEI.email} any more, as an automatic reply of {THURSDAY:%Y-%m-%d} says, but at {NEW}."
        " Correct the address in Email, and Organization and Position if they are others now."
    )
    assert "no longer at this address" in found.lines[0]
    assert not is_settled(notice, WEI, THURSDAY + timedelta(days=60))
    for decided in (WEI._replace(email=NEW), WEI._replace(on_hold=True)):
        assert is_settled(notice, decided, THURSDAY)


def test_a_successor_is_somebody_else() -> None:
    (notice,) = told(f"I have left DataLab. For questions contact {OTHER}.").notices
    assert f"It names {OTHER}: whoever that is would be a new contact." in notice.message
    assert "but at" not in notice.message
