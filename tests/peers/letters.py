"""Approved letters for mail tests, and the account they are sent with."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import DraftRecord, approval_digest, digest
from pipeline.mail.account import Account
from pipeline.mail.outgoing import Outgoing
from pipeline.mail.servers import Server
from pipeline.model import Channel, Contact, Identity, Letter, LetterKind, Settings
from pipeline.model.identity import letter_code, message_id
from tests.systems import PATIENCE

from .clock import NOW
from .smtp import USER

WORKBOOK = "WB-TEST"
ME = Settings(name="Sam Rivera", email=USER, send_through="Other server", workbook_id=WORKBOOK)
RESUME = ("Resume Sam Rivera.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 8)


def contact(number: int = 0, **more: Any) -> Contact:
    base: dict[str, Any] = {
        "row": number + 2,
        "id": f"C{number:04}",
        "first_name": f"Ada{number}",
        "last_name": "Okafor",
        "email": f"ada{number}@example.org",
        "organization": "Example Clinic",
        "position": "Director",
        "email_valid": True,
    }
    return Contact(**(base | more))


def letter(number: int = 0, kind: LetterKind = LetterKind.APPROACH, name: str = "", **more: Any) -> Letter:
    who = contact(number)
    base: dict[str, Any] = {
        "identity": Identity(
            letter_code(who.id, kind.event, "1"),
            who.id,
            kind,
            "1",
            message_id(WORKBOOK, who.id, kind.event, "1", USER),
            name or who.name,
        ),
        "channel": Channel.EMAIL,
        "to": who.email,
        "subject": f"Your work at Example Clinic, letter {number}",
        "body": f"Dear Ada{number} Okafor,\n\n.a line that begins with a dot\nMüller & Söhne – letter {number}.\n\nSam Rivera\n",
    }
    return Letter(**(base | more))


def outgoing(made: Letter, enclosures: Sequence[tuple[str, bytes]] = ()) -> Outgoing:
    hashes = [hashlib.sha256(content).hexdigest() for _, content in enclosures]
    return Outgoing(made, approval_digest(made, USER, hashes), tuple(enclosures))


def approved(ledger: Ledger, letters: Sequence[Letter], now: datetime = NOW) -> list[Outgoing]:
    """Draft letters and approve them, both at `now`."""
    ready = [outgoing(one) for one in letters]
    ledger.remember(
        DraftRecord(
            o.letter.identity,
            digest(o.letter.body),
            "",
        )
        for o in ready
    )
    for one in ready:
        ledger.approve(one.letter.code, one.sha256, now)
    with ledger.transaction() as db:
        db.execute("UPDATE draft SET made = ?", (now.astimezone(UTC).isoformat(),))
    return ready


def account(
    smtp_port: int,
    imap_port: int = 0,
    *,
    starttls: bool = False,
    imap_starttls: bool = True,
    timeout: float = PATIENCE,
    reply_timeout: float = PATIENCE,
) -> Account:
    return Account(
        USER,
        "Sam Rivera",
        Server("127.0.0.1", smtp_port, starttls),
        Server("127.0.0.1", imap_port, imap_starttls) if imap_port else None,
        timeout=timeout,
        reply_timeout=reply_timeout,
    )


def ledger_at(folder: Path) -> Ledger:
    return Ledger(folder / "ledger.sqlite")
