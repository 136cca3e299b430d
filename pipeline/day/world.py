"""All that a day is decided from, as frozen values read at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pipeline.day.place import Place
from pipeline.ledger.records import LedgerState
from pipeline.letters.letterfile import LetterFile
from pipeline.letters.sources import DraftRow
from pipeline.model import (
    Application,
    Contact,
    Enclosure,
    Event,
    EventKind,
    FieldSaid,
    LetterKind,
    Problem,
    Settings,
    Template,
)
from pipeline.rules.intervals import Intervals
from pipeline.rules.workdays import Workdays
from pipeline.sheets.entries import NOTHING_ENTERED, Entered
from pipeline.sheets.read import Book
from pipeline.sheets.whose.crossed import Crossed

_NONE = Enclosure()


class World(NamedTuple):
    """All that was read, at one moment."""

    place: Place
    today: date
    now: datetime
    book: Book
    settings: Settings
    intervals: Intervals
    workdays: Workdays
    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...]
    events: tuple[Event, ...]
    ledger_path: Path
    state: LedgerState
    news: Mapping[int, Event]
    rows: tuple[DraftRow, ...]
    fields: tuple[FieldSaid, ...] | None = None
    applications: tuple[Application, ...] = ()
    entered: Entered = NOTHING_ENTERED
    """What was recorded and the workbook doesn't have yet: `book`, `settings` and `contacts` are as they will be."""
    held_said: Mapping[str, str] = MappingProxyType({})
    """What Interview held says of which day, by ID, to be remembered; in `contacts` it is blank where it is of another day."""
    asked: Mapping[str, tuple[date, ...]] = MappingProxyType({})
    """By ID, days of interviews that were typed over, and of which nothing is recorded yet."""
    astray: tuple[Contact, ...] = ()
    """The rows by which the table of contacts looks partly sorted; none where it doesn't."""
    taken_over: frozenset[str] = frozenset()
    """The IDs of rows that are somebody else's, or may be: what these say is written into nobody's History."""
    crossed: tuple[Crossed, ...] = ()
    """Rows of History with one contact's ID and another's name: until that is resolved they stay as they are."""
    untold: tuple[Event, ...] = ()
    """Rows of History that don't say what came of an interview or a call, and of which nothing later tells."""
    files: Mapping[str, LetterFile] = MappingProxyType({})
    ready: Mapping[str, date] = MappingProxyType({})
    put_away: Mapping[str, date] = MappingProxyType({})
    """The letters among those that went, by code, each with its file's day."""
    templates: Mapping[LetterKind, Template] = MappingProxyType({})
    strays: tuple[str, ...] = ()
    enclosure: Enclosure = _NONE

    def contact(self, contact_id: str) -> Contact | None:
        """Return the first contact with an ID."""
        return next((c for c in self.contacts if c.id == contact_id), None)

    def talks(self, c: Contact) -> frozenset[date]:
        """Return the days of the interviews that are recorded."""
        told = (e for e in (*self.events, *self.unwritten) if e.contact_id == c.id)
        return frozenset(e.date for e in told if e.kind is EventKind.INTERVIEW)

    def talks_before(self, c: Contact) -> frozenset[date]:
        """Return the days of interviews before the one of which a row speaks, recorded or asked about."""
        before = (d for d in self.talks(c) if c.interview_on and d < c.interview_on)
        return frozenset({*self.asked.get(c.id, ()), *before})

    @property
    def rows_by_code(self) -> dict[str, DraftRow]:
        """Find the row of Drafts of each letter; of several the first."""
        return {r.code: r for r in reversed(self.rows) if r.code and not r.copied}

    @property
    def as_saved(self) -> Book | None:
        """Return the workbook as it was read; None where something that waits was put into its tables."""
        return None if self.entered.edits else self.book

    @property
    def unwritten(self) -> tuple[Event, ...]:
        """List what came by mail, or was recorded, and has no row of History yet."""
        return (*self.news.values(), *self.entered.events)
