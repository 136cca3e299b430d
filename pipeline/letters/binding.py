"""What an approval of a letter binds (R3). Pure."""

from __future__ import annotations

from pipeline.ledger.records import approval_digest
from pipeline.letters.compose import Desk
from pipeline.model import Enclosure, Letter


def bound(letter: Letter, desk: Desk) -> str:
    """Hash what an approval of this letter binds, as things are now (R3)."""
    return approval_digest(
        letter,
        f"{desk.day.settings.name} <{desk.day.settings.email}>",
        enclosure_digests(letter, desk.enclosure),
    )


def enclosure_digests(letter: Letter, enclosure: Enclosure) -> tuple[str, ...]:
    """Hash the files that go along; one that isn't there has no hash."""
    return tuple(enclosure.sha256 if name == enclosure.name else "" for name in letter.enclosures)
