"""Whole days with a mailbox: what it brings, what the user makes of it, and what goes or stays because of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from tests.books import person
from tests.end_to_end.routine import MONDAY, Routine
from tests.peers.imap import ImapPeer
from tests.peers.smtp import PASSWORD, USER

pytest_plugins = ["tests.peers.fixtures"]
ADA = "ada.okafor@example.org"
NEXT = MONDAY + timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pymap: ImapPeer) -> Routine:
    """A workbook with one person, letters as files, and replies looked for in a mailbox."""
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("REMEMBERED_PASSWORD", PASSWORD)
    monkeypatch.setenv("REMEMBERED_PASSWORD_FOR", "127.0.0.1")
    settings = {
        "Email": USER,
        "Send through": "Files",
        "Read replies from": "Other server",
        "IMAP server": f"127.0.0.1:{pymap.port} starttls",
    }
    return Routine(tmp_path).with_book([person()], settings=settings)


def ledger_of(home: Routine) -> Ledger:
    [path] = (home.folder / "data").glob("*.sqlite")
    return Ledger(path)


def sent(home: Routine, on: date = MONDAY) -> str:
    """Let the first letter be accepted by a server; return its Message-ID."""
    home.daily()
    code = home.drafts()[0]["code"]
    home.run("approve", code)
    with ledger_of(home) as ledger:
        record = ledger.state().drafts[code]
        moment = datetime(on.year, on.month, on.day, 12).astimezone()
        ledger.record(Receipt(record.identity, SendState.ACCEPTED, on, moment, ADA, "Your work", "Email"))
    home.daily()
    return record.message_id


def answer(
    to: str, *, sender: str = ADA, subject: str = "Re: Your work", text: str = "Gladly. Call me."
) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, USER, subject
    mail["Message-ID"], mail["Date"] = "<answer.1@example.org>", "Tue, 08 Dec 2026 10:00:00 +0000"
    if to:
        mail["In-Reply-To"] = mail["References"] = to
    mail.set_content(text)
    return mail.as_bytes()


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10).astimezone()


def replies(home: Routine) -> list[str]:
    return [r["Detail"] for r in home.rows("History") if r["Event"] == "Reply"]


def test_a_reply_is_undone_by_blanking_its_cell_and_the_mailbox_brings_it_no_second_time(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    before = home.steps(60)
    home.today = NEXT
    pymap.put(answer(letter), when=at(NEXT))
    assert "New in the mailbox:" in home.daily().said
    assert home.rows()[0]["Replied on"].date() == NEXT
    assert home.steps(60) != before

    home.type_on_contacts(2, Replied_on=None)
    said = home.daily().said
    assert "Replied on was blanked, so the mail of 2026-12-08 no longer counts as a reply" in said
    for _ in range(2):
        assert home.rows()[0]["Replied on"] is None
        assert replies(home) == ["no reply, you say; Re: Your work"]
        assert home.steps(60) == before
        prints = home.prints()
        assert "no longer counts" not in home.daily().said
        assert home.prints() == prints


def test_a_lost_ledger_does_not_bring_back_a_reply_that_was_undone(home: Routine, pymap: ImapPeer) -> None:
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter), when=at(NEXT))
    home.daily()
    home.type_on_contacts(2, Replied_on=None)
    home.daily()
    for path in (home.folder / "data").glob("*.sqlite*"):
        path.unlink()
    home.daily()
    assert home.rows()[0]["Replied on"] is None
    assert replies(home) == ["no reply, you say; Re: Your work"]
