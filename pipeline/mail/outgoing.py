"""What goes out and how it ended, as values; the clock and the mailbox, as what delivery needs of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pipeline.ledger.records import Receipt, SendState
from pipeline.mail.account import Account
from pipeline.mail.message import build, to_bytes
from pipeline.model import Letter

Progress = Callable[[int, int, "SendOutcome"], None]
Halted = Callable[[], str]
"""Why no further letter shall go, asked before each; "" to go on."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An approved letter: `sha256` is the digest approved, `detail` and `thanks` what History and the ledger keep of it."""

    letter: Letter
    sha256: str
    enclosures: tuple[tuple[str, bytes], ...] = ()
    detail: str = ""
    thanks: str = ""

    def receipt(self, state: SendState, now: datetime, note: str = "") -> Receipt:
        """Make the receipt of this letter in a state."""
        letter = self.letter
        return Receipt(
            letter.identity,
            state,
            now.date(),
            now,
            letter.to,
            letter.subject,
            letter.channel,
            self.detail,
            self.thanks,
            note,
        )


def final_bytes(one: Outgoing, account: Account, now: datetime, *, to_override: str | None) -> bytes:
    """Build exactly what would go over the wire."""
    made = build(
        one.letter,
        account.sender,
        account.address,
        date=now,
        enclosures=one.enclosures,
        to_override=to_override,
    )
    return to_bytes(made)


@dataclass(frozen=True, slots=True)
class SendOutcome:
    """How a letter ended: sent, exported, held, refused or check; `detail` says why and what to do."""

    code: str
    name: str
    outcome: str
    message_id: str
    detail: str = ""


class StopRun(Exception):
    """End the sending of all letters: the account or the server won't take more now. They stay approved."""


class MailboxDown(Exception):
    """The mailbox can't be reached or read now; `lasting`: nor will it be before the user does what the sentence says."""

    def __init__(self, sentence: str, *, lasting: bool = False) -> None:
        super().__init__(sentence)
        self.lasting = lasting


@dataclass(frozen=True, slots=True)
class Down:
    """A mailbox that is set up and can't be reached, and why."""

    sentence: str


class Finder(Protocol):
    """Where a letter can be looked for. Raises MailboxDown where that can't be done."""

    def find(self, message_id: str) -> datetime | None:
        """Return when this very Message-ID was filed in Sent, or All; None where neither holds it."""


class Watch(Finder, Protocol):
    """What delivery asks the mailbox just before a letter. Each raises MailboxDown where it can't be answered."""

    def look_again_for(self, contact_id: str) -> str:
        """Look again, take into the ledger what is new, and say what a contact sent that the workbook doesn't have; "" for nothing."""

    def meeting_with(self, contact_id: str) -> str:
        """Say what a contact did with a meeting that the workbook doesn't have yet; "" for nothing."""

    def put_up_claim(self, now: datetime) -> str:
        """Put up, or look again at, this run's claim to send, and say whether another computer has one; "" for nobody."""

    def release(self) -> None:
        """Take the claim down, once what was sent can be seen by the other computers."""


class Clock(Protocol):
    """The time, and waiting."""

    def now(self) -> datetime:
        """Return the local time, with its zone."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the local time, with its zone."""
        return datetime.now().astimezone()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)
