"""What a column, a sheet and a setting are made of, and one short way to write each kind of column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from pipeline.letters.phrases import Phrase
from pipeline.sheets.cells import as_text, parse_choice, parse_date, parse_moment, parse_text

Reader = Callable[[Any], Any]


class Owner(StrEnum):
    USER = "user"
    PROGRAM = "program"


class ColumnKind(StrEnum):
    TEXT = "text"
    LONG = "long"
    DATE = "date"
    MOMENT = "moment"
    CHOICE = "choice"
    NUMBER = "number"


class Column(NamedTuple):
    """One column, and all that is particular about it.

    `attr` is the attribute it becomes. `reader` parses a cell and raises BadCell; None = written, and never
    read back. `in_letters`: a template may use it; else it is the user's own affair. `decides`: while a cell
    of it can't be read, the person's letters wait. `needed`: without it a workbook is refused. `phrase`: how
    it reads as a piece of a sentence.
    """

    header: str
    attr: str
    owner: Owner
    kind: ColumnKind
    reader: Reader | None = as_text
    spellings: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    note: str = ""
    width: int = 16
    in_letters: bool = False
    decides: bool = False
    needed: bool = False
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook and the columns of its table.

    `layout`: the attributes in the order of a new workbook, where it is another; those in a tuple are folded
    away together behind the column before them. A column that it doesn't name stands last.
    """

    name: str
    table: str
    columns: tuple[Column, ...]
    layout: tuple[str | tuple[str, ...], ...] = ()

    def column(self, attr: str) -> Column:
        """Return the column of an attribute."""
        return next(c for c in self.columns if c.attr == attr)

    @property
    def laid_out(self) -> tuple[Column, ...]:
        """List the columns in the order of a new workbook."""
        parts = ((part,) if isinstance(part, str) else part for part in self.layout)
        placed = tuple(self.column(attr) for part in parts for attr in part)
        return placed + tuple(c for c in self.columns if c not in placed)

    @property
    def folded(self) -> frozenset[str]:
        """Name the columns that a new workbook folds away."""
        return frozenset(attr for part in self.layout if not isinstance(part, str) for attr in part)

    @property
    def needed(self) -> tuple[Column, ...]:
        """List the columns without which the sheet can't be used."""
        return tuple(c for c in self.columns if c.needed)


class Setting(NamedTuple):
    """One row of Settings; a blank or unreadable value leaves the default."""

    name: str
    attr: str
    default: str | int
    meaning: str
    choices: tuple[str, ...] = ()
    reader: Reader = as_text
    phrase: Phrase | None = None


def text(header: str, attr: str, owner: Owner = Owner.USER, *, also: str = "", **more: Any) -> Column:
    """Make a column of short texts; `also` lists other spellings of the header, separated by commas."""
    more.setdefault("kind", ColumnKind.TEXT)
    spellings = tuple(s.strip() for s in also.split(",") if s.strip())
    return Column(header, attr, owner, spellings=spellings, **more)


def long(header: str, attr: str, owner: Owner = Owner.USER, **more: Any) -> Column:
    """Make a column of texts that take several lines."""
    return text(header, attr, owner, kind=ColumnKind.LONG, **more)


def letter_phrase(header: str, asked: Phrase, **more: Any) -> Column:
    """Make a column of phrases that go into letters; its note is the phrase's."""
    kind = more.pop("kind", ColumnKind.LONG)
    return text(
        header,
        asked.attr,
        kind=kind,
        reader=parse_text,
        phrase=asked,
        in_letters=True,
        note=asked.note,
        **more,
    )


def day(header: str, attr: str, owner: Owner = Owner.USER, **more: Any) -> Column:
    """Make a column of dates."""
    more.setdefault("width", 12)
    more.setdefault("reader", parse_date)
    return text(header, attr, owner, kind=ColumnKind.DATE, **more)


def moment(header: str, attr: str, owner: Owner = Owner.USER, **more: Any) -> Column:
    """Make a column of dates that may carry a time."""
    return text(header, attr, owner, kind=ColumnKind.MOMENT, reader=parse_moment, **more)


def choice(header: str, attr: str, choices: Iterable[str], owner: Owner = Owner.USER, **more: Any) -> Column:
    """Make a column of one of several words."""
    allowed = tuple(choices)
    more.setdefault("reader", partial(parse_choice, choices=allowed))
    return text(header, attr, owner, kind=ColumnKind.CHOICE, choices=allowed, **more)
