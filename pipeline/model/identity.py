"""Which letter a letter is: the Message-ID and the code that it always has, whatever its text."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field

from pipeline.model.events import EventKind, LetterKind

_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_IN_REVIEW = r"([A-Z0-9]{5})-"
# The longest first: one kind's name begins another's.
_KINDS = "|".join(sorted((kind.replace("_", "-") for kind in LetterKind), key=len, reverse=True))
_REVIEWED_KIND = rf"{_IN_REVIEW}({_KINDS})(?=[-.])"
_EXPORTED = rf"\d{{4}}-\d\d-\d\d-.*?-(?:{_KINDS})-([A-Z0-9]{{5}})(?=[-.])"


@dataclass(frozen=True, slots=True)
class Identity:
    """Which letter a letter is, from the step that asks for it to the row of History.

    Contact, event and `occasion` make the Message-ID and the code, whatever the text; `name` is for people to read.
    """

    code: str
    contact_id: str
    kind: LetterKind
    occasion: str
    message_id: str
    name: str = field(default="", compare=False)


class Identified:
    """What carries a letter's identity, and is asked for its parts."""

    __slots__ = ()
    identity: Identity

    @property
    def code(self) -> str:
        """Return the five capitals or digits by which a person names it."""
        return self.identity.code

    @property
    def contact_id(self) -> str:
        """Return the ID of the contact it is for."""
        return self.identity.contact_id

    @property
    def kind(self) -> LetterKind:
        """Return which kind of letter it is."""
        return self.identity.kind

    @property
    def occasion(self) -> str:
        """Return what tells it apart from others of its kind to the contact."""
        return self.identity.occasion

    @property
    def message_id(self) -> str:
        """Return its Message-ID."""
        return self.identity.message_id

    @property
    def name(self) -> str:
        """Return the contact's name; "" where it is not known."""
        return self.identity.name


def message_id(workbook_id: str, contact_id: str, event: EventKind, occasion: str, sender: str) -> str:
    """Make the Message-ID of a letter (RFC 5322 3.6.4), the same for the same letter always."""
    digest = _digest(workbook_id, contact_id, event, occasion)
    name = base64.b32encode(digest[:20]).decode().lower()
    domain = re.sub(r"[^A-Za-z0-9.-]", "", sender.rpartition("@")[2]) or "localhost"
    return f"<remembered.{name}@{domain}>"


def same_letter(one: str, other: str) -> bool:
    """Tell whether two Message-IDs are one letter's, even if the sender's domain has changed since."""
    return bool(one) and one.partition("@")[0] == other.partition("@")[0]


def letter_code(contact_id: str, event: EventKind, occasion: str, attempt: int = 0) -> str:
    """Make the five capitals or digits by which a person names a letter; `attempt` tells colliding ones apart."""
    digest = _digest(contact_id, event, occasion, str(attempt))
    return "".join(_CODE_LETTERS[b % 32] for b in digest[:5])


def code_in(file: str) -> str:
    """Read the code from the name of a letter's file, in review or exported; "" for a file of another kind."""
    found = re.match(_EXPORTED, file) or re.match(_IN_REVIEW, file)
    return found[1] if found else ""


def kind_in(file: str) -> LetterKind | None:
    """Read from the name of a letter's file in review which kind it was written as; None for another file."""
    found = re.match(_REVIEWED_KIND, file)
    return LetterKind(found[2].replace("-", "_")) if found else None


def _digest(*parts: str) -> bytes:
    import hashlib  # a seventh of what a write-back takes of memory, and it names no letter

    return hashlib.sha256("\x1f".join(parts).encode()).digest()
