"""Which of a person's own columns are which of ours: by header, and where that says nothing, by what stands below. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from collections.abc import Mapping as Map
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.importing.imported import cell_text
from pipeline.importing.uses import ALONE, FIRST_LAST, KEPT_DAYS, Chosen, attr_of, refuse_wrong
from pipeline.model.errors import USAGE, UserError
from pipeline.model.texts import spelled
from pipeline.sheets.columns.contactdays import DAYS
from pipeline.sheets.columns.contactstates import STATUS, later, readers_of
from pipeline.sheets.columns.evidence import Rows, text_of, texts_in, values_below
from pipeline.sheets.columns.fields import Field, attrs_of, fields_understood, is_meant
from pipeline.sheets.columns.headers import Header
from pipeline.sheets.columns.resting import is_of_rest
from pipeline.sheets.schema import (
    CONTACTS,
    FULL_NAME,
    FULL_NAMES,
    NO_COLUMN,
    Owner,
    columns_found,
    renamed_headers,
)

OWN_MARK = " (Remembered)"
Fields = Map[int, Field]
Sayer = Callable[[Sequence[object]], Iterator[tuple[str, date | str]]]


@dataclass(frozen=True, slots=True)
class Match:
    """One of the user's columns (1-based) that is one of ours; `aliased` where its header doesn't say so."""

    attr: str
    header: str
    column: int
    aliased: bool = False


class Copied(NamedTuple):
    """One of the user's columns (1-based) whose days one of the program's begins with; of `states`, those of people written to."""

    attr: str
    column: int
    header: str
    states: bool = False

    @property
    def of_rest(self) -> bool:
        """Tell a column that says of nothing but whom not to write to."""
        return self.states and is_of_rest(self.header)

    @property
    def use(self) -> str:
        """Name the column of Contacts that it is shown as."""
        return CONTACTS.column("on_hold" if self.of_rest else self.attr).header


class Given(NamedTuple):
    """What columns of theirs give ours: by row and attribute the day, or what stands there instead; `into` by column where it goes."""

    dates: tuple[tuple[int, str, date | str], ...]
    into: Map[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a sheet's columns are understood: `added` are the headers it lacks, by attribute, in the order of the schema.

    `full_name` is the header of the column of full names, "" where there is none; `copied` are the columns whose days are
    copied into the program's own, several for one perhaps.
    """

    header: Header
    matches: tuple[Match, ...]
    own: tuple[str, ...]
    full_name: str
    added: tuple[tuple[str, str], ...]
    copied: tuple[Copied, ...] = ()

    @property
    def uses(self) -> dict[int, str]:
        """Say by column, counted from 1, what is made of it."""
        found = {c.column: c.use for c in self.copied}
        found |= {m.column: CONTACTS.column(m.attr).header for m in self.matches}
        return found | ({self.header.full_name: FIRST_LAST} if self.full_name else {})

    @property
    def called(self) -> tuple[int, ...]:
        """List the columns, counted from 0, that say what the row's person is called."""
        names = [m.column for m in self.matches if m.attr in ("first_name", "last_name")]
        return tuple(column - 1 for column in (self.header.full_name, *names) if column)

    def asks_hold(self, row: Sequence[object]) -> bool:
        """Tell a row whose On hold is the user's own column, and Yes or blank: then it holds, or is asked about there (R14)."""
        at = next((m.column for m in self.matches if m.attr == "on_hold"), 0)
        return at > 0 and (at > len(row) or spelled(text_of(row[at - 1])) in ("", "yes"))

    @property
    def kept(self) -> frozenset[int]:
        """List the columns, counted from 1, that the program has kept here before, and goes on keeping."""
        program = {c.attr for c in CONTACTS.columns if c.owner is Owner.PROGRAM}
        return frozenset(m.column for m in self.matches if m.attr in program)

    @property
    def states(self) -> frozenset[int]:
        """List the columns, counted from 1, of which only what says that somebody was written to is taken."""
        return frozenset(c.column for c in self.copied if c.states)

    @property
    def column_names(self) -> str:
        """Give the Settings' text by which the reader knows columns whose headers don't say what they are."""
        named = [(m.attr, m.header) for m in self.matches if m.aliased]
        named += [(attr, header) for attr, header in self.added if header != CONTACTS.column(attr).header]
        lines = [f"{CONTACTS.column(attr).header} = {header}" for attr, header in named]
        if self.full_name and spelled(self.full_name) not in FULL_NAMES:
            lines.append(f"{FULL_NAME} = {self.full_name}")
        elif not self.full_name and any(spelled(header) in FULL_NAMES for header in self.own):
            lines.append(f"{FULL_NAME} = {NO_COLUMN}")
        return "\n".join(lines)


def map_columns(
    rows: Rows, header: Header, *, ours: bool = False, column_names: str = "", chosen: Chosen | None = None
) -> Mapping:
    """Decide what each column is, and which ours are lacking; what is `chosen` for a column is believed.

    In a workbook that is `ours` already headers are believed, whatever stands below; `column_names` is its Settings' text.
    Raises UserError for a choice that can't be.
    """
    headers = [text_of(cell) for cell in rows[header.row - 1]]
    below = rows[header.row :]
    renamed = renamed_headers(headers, "\n".join([column_names, *_marked(headers)]))
    understood = {} if ours else fields_understood(headers, below)
    matches = {
        attr: Match(attr, headers[at], at + 1, aliased=renamed[at] != headers[at])
        for attr, at in columns_found(CONTACTS, renamed).items()
        if ours
        or _is_marked(headers[at])
        or (
            is_meant(CONTACTS.column(attr), headers[at], values_below(below, at))
            and (attr != "where" or understood.get(at) == Field("where"))
        )
    }
    if not ours:
        _by_words_and_values(matches, headers, below, understood)
    full_name = _as_chosen(matches, header.full_name, headers, chosen) if chosen else header.full_name
    taken = {m.column for m in matches.values()}
    own = tuple(text for at, text in enumerate(headers) if text and at + 1 not in taken)
    there = {spelled(text) for text in headers if text}  # what is theirs, or another of ours by its values
    added = tuple(
        (c.attr, c.header + (OWN_MARK if spelled(c.header) in there else ""))
        for c in CONTACTS.columns
        if c.attr not in matches
    )
    lacking = dict(added)
    copied = tuple(c for c in _dated(headers, below, taken, chosen or {}) if c.attr in lacking)
    name = headers[full_name - 1] if full_name else ""
    settled = Header(header.row, header.score, full_name)
    return Mapping(settled, tuple(matches.values()), own, name, added, copied)


def _as_chosen(matches: dict[str, Match], full_name: int, headers: Sequence[str], chosen: Chosen) -> int:
    """Put what somebody chose in the place of what was found; give the column of full names, 0 for none."""
    refuse_wrong(chosen, headers)
    exact = columns_found(CONTACTS, headers)
    for attr in [attr for attr, m in matches.items() if m.column in chosen]:
        del matches[attr]
    full_name = 0 if full_name in chosen else full_name
    for column, use in chosen.items():
        if use == FIRST_LAST:
            full_name = column
        elif use != ALONE and use not in KEPT_DAYS:
            attr = attr_of(use)
            matches[attr] = Match(attr, headers[column - 1], column, aliased=exact.get(attr) != column - 1)
    unclear = [m.header for m in matches.values() if m.aliased and m.column in chosen]
    unclear += [headers[full_name - 1]] if full_name in chosen else []
    for header in unclear:
        if sum(spelled(header) == spelled(text) for text in headers) > 1:
            raise UserError(
                f"Two columns are headed “{header}”. Give the one you mean a header of its own in Excel, save, and choose again.",
                exit_code=USAGE,
            )
    return full_name


def _dated(headers: Sequence[str], below: Rows, taken: Set[int], chosen: Chosen) -> list[Copied]:
    """Find the columns of theirs under a date that the program keeps, or that say when somebody was written to."""
    free = [text if at not in taken and at not in chosen else "" for at, text in enumerate(headers, 1)]
    found = [
        Copied(field.column.attr, at + 1, headers[at], field.name == STATUS)
        for at, field in fields_understood(free, below).items()
        if field.name in (*DAYS, STATUS)
    ]
    picked = ((column, use) for column, use in chosen.items() if use in KEPT_DAYS)
    return found + [Copied(attr_of(use), column, headers[column - 1]) for column, use in picked]


def _marked(headers: Sequence[str]) -> list[str]:
    """Say for each header with our mark what it stands for, as Settings do."""
    return [f"{text.removesuffix(OWN_MARK)} = {text}" for text in headers if _is_marked(text)]


def _is_marked(header: str) -> bool:
    return header.endswith(OWN_MARK)


def dates_of_theirs(rows: Rows, mapping: Mapping) -> Given:
    """List the days that columns of theirs give under the program's headers, of several the latest.

    What is not surely one day comes as the text that it is, so that its cell is named: who was written to before must not
    pass for a stranger. Their column stays theirs. Where it says that nobody shall write, our On hold does.
    """
    below = rows[mapping.header.row :]
    found: dict[tuple[int, str], date | str] = {}
    into: dict[int, dict[str, None]] = {}
    for copied in mapping.copied:
        says = _sayer(copied, values_below(below, copied.column - 1), mapping)
        for number, row in enumerate(below, mapping.header.row + 1):
            for attr, told in says(row):
                at, before = (number, attr), found.get((number, attr))
                found[at] = later(before, told) if attr == copied.attr else before or told
                into.setdefault(copied.column, {})[attr] = None
    dates = tuple((number, attr, told) for (number, attr), told in found.items())
    return Given(dates, {column: tuple(attrs) for column, attrs in into.items()})


def _sayer(copied: Copied, values: Sequence[object], mapping: Mapping) -> Sayer:
    """Give what reads of a row under which of our headers a column of theirs says something, and what."""
    read = readers_of(copied.header, values, states=copied.states)
    beside = (("replied_on", read.replied), ("on_hold", read.rests))
    added, called = {attr for attr, _ in mapping.added}, mapping.called

    def says(row: Sequence[object]) -> Iterator[tuple[str, date | str]]:
        value = row[copied.column - 1] if copied.column <= len(row) else None
        named = texts_in(row, called)
        if (day := read.day(value, named)) is not None:
            yield copied.attr, _told(day)
        for own, reads in beside:
            if not (said := reads(value, named)):
                continue
            if own in added:
                yield own, _told(said)
            # Their own On hold, or Replied on, is not written to: there the words hold the letters, or On hold is asked for.
            elif not (own == "on_hold" and copied.of_rest and mapping.asks_hold(row)):
                yield copied.attr, cell_text(value)

    return says


def _told(said: date | str) -> date | str:
    return cell_text(said) if isinstance(said, str) else said


def _by_words_and_values(
    matches: dict[str, Match], headers: Sequence[str], below: Rows, understood: Fields
) -> None:
    """Take the columns that other programs and languages head otherwise, or that only their values tell."""
    taken = {m.column - 1 for m in matches.values()}
    free = {at: field for at, field in understood.items() if at not in taken}
    for attr, at in attrs_of(free).items():
        meant = is_meant(CONTACTS.column(attr), headers[at], values_below(below, at))
        if attr not in matches and meant and headers.count(headers[at]) == 1:
            matches[attr] = Match(attr, headers[at], at + 1, aliased=True)
