"""What goes out and how it ended, as values; the clock and the mailbox, as what delivery needs of them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pipeline.ledger.records import Receipt, SendState
from pipeline.model import Letter


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a letter ended: sent, exported, held, refused or check; `detail` says why and what to do."""

    code: str
    name: str
    outcome: str
    message_id: str
    detail: str = ""


class StopRun(Exception):
    """End the sending of all letters: the account or the server won't take more now. They stay approved."""


class MailboxDown(Exception):
    """The mailbox can't be reached or read now."""


@dataclass(frozen=True, slots=True)
class Down:
    """A mailbox that is set up and can't be reached, and why."""

    sentence: str


class Watch(Protocol):
    """What delivery asks the mailbox just before a letter. Each raises MailboxDown where it can't be answered."""

    def find(self, message_id: str) -> bool:
        """Tell whether Sent, or All, holds this very Message-ID."""

    def came_from(self, contact_id: str) -> str:
        """Look again, take into the ledger what is new, and say what a contact sent that the workbook doesn't have; "" for nothing."""


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
