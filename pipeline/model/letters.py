"""A letter: as written, as checked, as it stands in review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model.choices import Channel
from pipeline.model.events import LetterKind
from pipeline.model.identity import Identified, Identity
from pipeline.model.steps import Step


class Level(StrEnum):
    BLOCK = "block"
    WARN = "warn"


class Mend(NamedTuple):
    """A mended form that one click takes: `fault` what is wrong, `words` the form, `body` the letter's text with it."""

    fault: str
    words: str
    body: str


class Finding(NamedTuple):
    """What a check found in a finished letter: the rule, the words found and what to do.

    `of_row`: an edited letter says other than its row of Contacts.
    """

    check: str
    rule: str
    level: Level
    message: str
    mend: Mend | None = None
    of_row: bool = False


class Status(StrEnum):
    """The Drafts sheet's words."""

    TO_REVIEW = "To review"
    BLOCKED = "Blocked"
    APPROVED = "Approved"
    EXPORTED = "Exported"
    SENT = "Sent"
    CHECK = "Check"
    FAILED = "Failed"
    SKIPPED = "Skipped"


@dataclass(frozen=True, slots=True)
class Letter(Identified):
    """A finished letter: what the recipient would see, and which letter it is.

    `enclosures` are file names; `call_on` the day on which it promises a call; `in_reply_to` the Message-ID answered;
    `row` what the rows say of whom it greets and names, and of the talk or meeting that it is about.
    """

    identity: Identity
    channel: Channel
    to: str
    subject: str
    body: str
    enclosures: tuple[str, ...] = ()
    call_on: date | None = None
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    is_sample: bool = False


MAX_ENCLOSURE = 10 * 1024 * 1024
"""Bytes that a mail may carry along."""
ENCLOSABLE: Mapping[str, bytes] = MappingProxyType({".pdf": b"%PDF-", ".docx": b"PK\x03\x04"})
"""What a file that goes along is called, and begins with."""


class Enclosure(NamedTuple):
    """The Settings' resume file as found: `problem` says why it can't go along."""

    name: str = ""
    path: str = ""
    sha256: str = ""
    problem: str = ""


class Template(NamedTuple):
    """A letter's template as text; `where` is the file that messages name, `fault` why it could not be read."""

    kind: LetterKind
    text: str
    where: str
    fault: str = ""


class Draft(NamedTuple):
    """A letter with its checks and where it stands in review."""

    letter: Letter
    status: Status
    findings: tuple[Finding, ...] = ()
    note: str = ""
    edited: bool = False
    sent_on: date | None = None
    due: date | None = None
    step: Step | None = None
    late: int = 0
    conflict: bool = False

    @property
    def blocked(self) -> bool:
        """Tell whether a check keeps it from being approved or sent."""
        return any(f.level is Level.BLOCK for f in self.findings)
