"""What the ledger knows, as frozen values: drafts, approvals and the sending of letters."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model import Identity, Letter, LetterKind
from pipeline.model.came_in import how_to_resolve
from pipeline.model.identity import Identified
from pipeline.workbook import Value


class SendState(StrEnum):
    """How far a letter got on its way out."""

    SENDING = "sending"
    DOT = "dot"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    CHECK = "check"
    HELD = "held"
    EXPORTING = "exporting"
    EXPORTED = "exported"
    BY_HAND = "by hand"
    RELEASED = "released"


GONE = frozenset({SendState.ACCEPTED, SendState.BY_HAND})
IN_DOUBT = frozenset({SendState.DOT, SendState.CHECK})
"""The whole letter may have arrived, and no answer of the server says so."""
ON_THE_WIRE = IN_DOUBT | {SendState.SENDING}
UNSURE = ON_THE_WIRE | {SendState.HELD, SendState.EXPORTING}
LOCKED = UNSURE | {SendState.EXPORTED}
_LEFT = GONE | LOCKED
FREE = frozenset(SendState) - _LEFT
"""It went nowhere, and may go again."""


@dataclass(frozen=True, slots=True)
class DraftRecord(Identified):
    """A letter in review: `drafted` hashes its text as we drafted it, `shown` its row as last written to Drafts."""

    identity: Identity
    drafted: str
    shown: str
    skipped_until: date | None = None


@dataclass(frozen=True, slots=True)
class Receipt(Identified):
    """The latest that is known of one letter's sending; `on` is the day that the workbook will show."""

    identity: Identity
    state: SendState
    on: date
    at: datetime
    to: str = ""
    subject: str = ""
    channel: str = ""
    detail: str = ""
    thanks: str = ""
    note: str = ""

    @property
    def left(self) -> bool:
        """Tell whether the letter went, may have gone, or was exported."""
        return self.state in _LEFT


class Notice(NamedTuple):
    """Something from the mailbox for the user to decide: an invitation's date, or a mail that may be an answer."""

    key: str
    contact_id: str
    kind: str
    day: date
    about: str
    message: str


class Noted(NamedTuple):
    """What the user recorded for the workbook, kept until it stands there: cells of one row, by attribute.

    `key` finds the row: a contact's ID, or what a row of Settings or Rules is named by; "" is a new row of Contacts. On
    History it is a new row of that contact.
    `before` is what the cells showed when it was recorded: another text since is the user's, and is not overwritten. On
    History it is how many such events it told of.
    """

    sheet: str
    key: str
    words: str
    at: datetime
    cells: Mapping[str, Value]
    before: Mapping[str, str] = MappingProxyType({})
    number: int = 0


class Voice(NamedTuple):
    """In which wordings of its template a letter is written, a digit a sentence; it keeps them for good."""

    contact_id: str
    kind: LetterKind
    wordings: str


class LedgerState(NamedTuple):
    """All of a workbook's ledger at one moment; `fresh` = it was made just now.

    `taken` are requests of the Drafts sheet, by code, that counted already while their cells could not be cleared.
    `voices`: in which wordings each letter is written, by code, in the order in which they were given.
    `entries` wait for the workbook to be closed elsewhere. `held_said`: what Interview held said of which day, by contact;
    `told`: what History told of each once it was written, which no receipt tells.
    `filed_since`: from when on the server that sends is known to file what we send in Sent; None: not known.
    """

    drafts: Mapping[str, DraftRecord] = MappingProxyType({})
    approvals: Mapping[str, str] = MappingProxyType({})
    receipts: Mapping[str, Receipt] = MappingProxyType({})
    fresh: bool = False
    taken: Mapping[str, str] = MappingProxyType({})
    notices: tuple[Notice, ...] = ()
    voices: Mapping[str, Voice] = MappingProxyType({})
    entries: tuple[Noted, ...] = ()
    held_said: Mapping[str, str] = MappingProxyType({})
    filed_since: datetime | None = None
    told: Mapping[str, str] = MappingProxyType({})

    def way_out(self, code: str) -> str:
        """Say what the user does about a letter that may have gone, or was exported."""
        return how_to_resolve(code, filed=self.would_be_filed(code))

    def would_be_filed(self, code: str) -> bool:
        """Tell whether a letter would stand in Sent, had it gone: by hand it does, through a server where others stood before."""
        receipt = next((r for r in self.receipts.values() if r.code == code and r.state in LOCKED), None)
        if receipt is None:
            return False
        known = self.filed_since is not None and self.filed_since <= receipt.at.astimezone()
        return known or receipt.state not in ON_THE_WIRE

    def receipt_of(self, message_id: str) -> Receipt | None:
        """Return what is known of a letter's sending, by its Message-ID."""
        return self.receipts.get(message_id)

    def receipt_with(self, code: str) -> Receipt | None:
        """Return what is known of a letter's sending, by its code."""
        return next((r for r in self.receipts.values() if r.code == code), None)


def digest(*parts: str) -> str:
    """Hash texts so that neither line-end style nor trailing blanks matter."""
    return hashlib.sha256("\x1f".join(map(_folded, parts)).encode()).hexdigest()


def approval_digest(letter: Letter, sender: str, enclosure_digests: Sequence[str]) -> str:
    """Hash what an approval binds: From, the channel, To, Subject, body, the enclosures' bytes and the Message-ID answered (R3).

    With them, what the letter is for, what of the row it was given for, and whom of others it names: words that thank for a
    call are not those for a visit, and a meeting confirmed for ten is not one at three.

    The fields are written as a list of quoted texts, so that nothing in one can stand for the beginning of the next.
    """
    fields = (sender, letter.channel, letter.to, letter.subject, letter.body, letter.in_reply_to)
    given_for = [letter.kind, *map(_folded, letter.row)]
    about = sorted(map(_folded, letter.about))
    bound = [*map(_folded, fields), [*letter.enclosures], [*enclosure_digests], given_for, about]
    return hashlib.sha256(json.dumps(bound).encode()).hexdigest()


def _folded(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return "\n".join(line.rstrip() for line in lines)
