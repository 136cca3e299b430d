"""Which of a person's own columns are which of ours: by header, and where that says nothing, by what stands below. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.importing.columns import UNSURE, attrs_of, fields_of
from pipeline.importing.uses import ALONE, LAST_CONTACT, NAME, Chosen, attr_of, refuse_wrong
from pipeline.model.errors import USAGE, UserError
from pipeline.model.texts import spelled
from pipeline.sheets.schema import (
    CONTACTS,
    FULL_NAME,
    FULL_NAMES,
    NO_COLUMN,
    Column,
    ColumnKind,
    Owner,
    columns_found,
    renamed_headers,
)

Rows = Sequence[Sequence[object]]

HEADER_WITHIN = 40
OWN_MARK = " (Remembered)"
_FULL_NAMES = FULL_NAMES | {"names", "who"}
_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"[+(]?\d[\d\s()./x-]{5,24}", re.IGNORECASE)
_DATE = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4}|\d\d? [A-Za-z]{3,9}\.? \d{4}|[A-Za-z]{3,9}\.? \d\d?, \d{4}"
)
_HONORIFICS = re.compile(r"(dr|prof|professor|mr|mrs|ms|miss|mx|rev|sir|dame|hon|judge)\.?", re.IGNORECASE)
_ENOUGH = 0.5
_SAMPLE = 500
_CLEAR = 0.8


@dataclass(frozen=True, slots=True)
class Match:
    """One of the user's columns (1-based) that is one of ours; `aliased` where its header doesn't say so."""

    attr: str
    header: str
    column: int
    aliased: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """A row of headers that looks like contacts: its row (1-based), how well it fits, and the column of full names or 0."""

    row: int
    score: int
    full_name: int = 0


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a sheet's columns are understood: `added` are the headers it lacks, by attribute, in the order of the schema.

    `full_name` is the header of the column of full names, "" where there is none; `copied` are the columns, by attribute, whose
    days are copied into the program's own.
    """

    header: Header
    matches: tuple[Match, ...]
    own: tuple[str, ...]
    full_name: str
    added: tuple[tuple[str, str], ...]
    copied: tuple[tuple[str, int], ...] = ()

    @property
    def uses(self) -> dict[int, str]:
        """Say by column, counted from 1, what is made of it."""
        found = {at: CONTACTS.column(attr).header for attr, at in self.copied}
        found |= {m.column: CONTACTS.column(m.attr).header for m in self.matches}
        return found | ({self.header.full_name: NAME} if self.full_name else {})

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


def find_header(rows: Rows, column_names: str = "") -> Header | None:
    """Find the row of headers: a way to name people and a way to reach or place them, most of ours first.

    Title rows may stand above it. None where no row looks like contacts.
    """
    judged = [_judged(rows, at, column_names) for at in range(min(len(rows), HEADER_WITHIN))]
    best = max(judged, key=lambda header: header.score, default=None)
    return best if best and best.score else None


def map_columns(
    rows: Rows, header: Header, *, ours: bool = False, column_names: str = "", chosen: Chosen | None = None
) -> Mapping:
    """Decide what each column is, and which ours are lacking; what is `chosen` for a column is believed.

    In a workbook that is `ours` already headers are believed, whatever stands below; `column_names` is its Settings' text.
    Raises UserError for a choice that can't be.
    """
    headers = [_text(cell) for cell in rows[header.row - 1]]
    below = rows[header.row :]
    renamed = renamed_headers(headers, "\n".join([column_names, *_marked(headers)]))
    matches = {
        attr: Match(attr, headers[at], at + 1, aliased=renamed[at] != headers[at])
        for attr, at in columns_found(CONTACTS, renamed).items()
        if ours or _is_marked(headers[at]) or _fits(CONTACTS.column(attr), headers[at], _values(below, at))
    }
    if not ours:
        _by_words(matches, headers, below)
    _by_values(matches, headers, below[:_SAMPLE])
    full_name = _given_name_column(matches, header, headers)
    if chosen:
        full_name = _as_chosen(matches, full_name, headers, chosen)
    taken = {m.column for m in matches.values()}
    own = tuple(text for at, text in enumerate(headers) if text and at + 1 not in taken)
    there = {spelled(text) for text in own}
    added = tuple(
        (c.attr, c.header + (OWN_MARK if spelled(c.header) in there else ""))
        for c in CONTACTS.columns
        if c.attr not in matches
    )
    copied = tuple(
        (attr, at) for attr, at in _dated(headers, taken, chosen or {}).items() if attr in dict(added)
    )
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
        if use == NAME:
            full_name = column
        elif use not in (ALONE, LAST_CONTACT):
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


def _dated(headers: Sequence[str], taken: Set[int], chosen: Chosen) -> dict[str, int]:
    """Find by attribute the columns of theirs, counted from 1, under a date that the program keeps."""
    free = [text if at not in taken and at not in chosen else "" for at, text in enumerate(headers, 1)]
    found = {attr: at + 1 for attr, at in columns_found(CONTACTS, free).items()}
    for at, field in fields_of(free).items():
        if field.name == "last_contact":
            found.setdefault("last_contact", at + 1)
    found |= {attr_of(use): column for column, use in chosen.items() if use == LAST_CONTACT}
    kept = {
        c.attr
        for c in CONTACTS.columns
        if c.owner is Owner.PROGRAM and c.reader and c.kind is ColumnKind.DATE
    }
    return {attr: at for attr, at in found.items() if attr in kept}


def _marked(headers: Sequence[str]) -> list[str]:
    """Say for each header with our mark what it stands for, as Settings do."""
    return [f"{text.removesuffix(OWN_MARK)} = {text}" for text in headers if _is_marked(text)]


def _is_marked(header: str) -> bool:
    return header.endswith(OWN_MARK)


def dates_of_theirs(rows: Rows, mapping: Mapping) -> Iterator[tuple[int, str, date]]:
    """List the days that a column of theirs gives under one of the program's headers: row, our attribute, day.

    Their column stays theirs; who was written to before must not pass for a stranger.
    """
    for attr, column in mapping.copied:
        for number, row in enumerate(rows[mapping.header.row :], mapping.header.row + 1):
            value = row[column - 1] if column <= len(row) else None
            if isinstance(value, date):
                yield number, attr, value.date() if isinstance(value, datetime) else value


def _judged(rows: Rows, at: int, column_names: str) -> Header:
    headers = [_text(cell) for cell in renamed_headers([_text(cell) for cell in rows[at]], column_names)]
    if sum(bool(text) for text in headers) < 2 or any(_EMAIL.fullmatch(text) for text in headers):
        return Header(at + 1, 0)
    found = {**attrs_of(headers), **columns_found(CONTACTS, headers)}
    taken = set(found.values())
    fields = fields_of(headers)
    full = next((at + 1 for at, f in fields.items() if f.name == "full" and at not in taken), 0) or next(
        (i + 1 for i, text in enumerate(headers) if spelled(text) in _FULL_NAMES and i not in taken), 0
    )
    named = bool(full) or "last_name" in found or "first_name" in found
    mailed = any(
        _is_email_column(_values(rows[at + 1 : at + _SAMPLE], i)) for i, text in enumerate(headers) if text
    )
    placed = mailed or any(attr in found for attr in ("email", "phone", "organization", "position"))
    score = len(found) + bool(full) + mailed if named and placed else 0
    return Header(at + 1, score, full)


def _by_words(matches: dict[str, Match], headers: Sequence[str], below: Rows) -> None:
    """Take the columns that other programs and languages head otherwise."""
    for attr, at in attrs_of(headers).items():
        free = attr not in matches and at + 1 not in {m.column for m in matches.values()}
        if (
            free
            and headers.count(headers[at]) == 1
            and _fits(CONTACTS.column(attr), headers[at], _values(below, at))
        ):
            matches[attr] = Match(attr, headers[at], at + 1, aliased=True)


def _given_name_column(matches: dict[str, Match], header: Header, headers: Sequence[str]) -> int:
    """Settle what a column "Name" is: beside a "Surname" it holds first names."""
    if not header.full_name:
        return 0
    if "last_name" in matches and "first_name" not in matches:
        matches["first_name"] = Match(
            "first_name", headers[header.full_name - 1], header.full_name, aliased=True
        )
        return 0
    return header.full_name


def _by_values(matches: dict[str, Match], headers: Sequence[str], below: Rows) -> None:
    tests: tuple[tuple[str, Callable[[Sequence[object]], bool]], ...] = (
        ("email", _is_email_column),
        ("phone", _is_phone_column),
    )
    for attr, is_one in tests:
        taken = {m.column for m in matches.values()}
        free = [
            at for at, text in enumerate(headers) if text and at + 1 not in taken and headers.count(text) == 1
        ]
        at = next((at for at in free if is_one(_values(below, at))), None)
        if attr not in matches and at is not None:
            matches[attr] = Match(attr, headers[at], at + 1, aliased=True)


def _fits(column: Column, header: str, values: Sequence[object]) -> bool:
    """Tell whether what stands below a header of ours is what we would keep, or read, there."""
    exact = spelled(header) == spelled(column.header)
    if column.owner is Owner.PROGRAM:
        return False
    if not values:
        return True
    if not exact and column.attr in UNSURE:
        return False
    if (
        column.attr == "position"
        and _share(values, lambda v: bool(_HONORIFICS.fullmatch(_text(v)))) >= _ENOUGH
    ):
        return False
    if column.attr == "email":
        values = [v for v in values if spelled(_text(v)) not in ("", "n a", "none")]
        return not values or _share(values, lambda v: "@" in _text(v)) >= _ENOUGH
    if column.kind in (ColumnKind.DATE, ColumnKind.MOMENT):
        return _share(values, _is_date) >= _ENOUGH
    if column.choices:
        allowed = {spelled(choice) for choice in column.choices}
        return _share(values, lambda v: spelled(_text(v)) in allowed) >= _ENOUGH
    return True


def _is_email_column(values: Sequence[object]) -> bool:
    return _share(values, lambda v: bool(_EMAIL.fullmatch(_text(v)))) >= _CLEAR


def _is_phone_column(values: Sequence[object]) -> bool:
    return _share(values, lambda v: isinstance(v, str) and _looks_like_phone(v.strip())) >= _CLEAR


def _looks_like_phone(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    return 7 <= digits <= 17 and bool(_PHONE.fullmatch(text)) and not _DATE.fullmatch(text)


def _is_date(value: object) -> bool:
    return isinstance(value, date | datetime) or (isinstance(value, str) and bool(_DATE.match(value.strip())))


def _share(values: Sequence[object], test: Callable[[object], bool]) -> float:
    return sum(map(test, values)) / len(values) if values else 0.0


def _values(below: Rows, at: int) -> list[object]:
    return [row[at] for row in below if at < len(row) and _text(row[at])]


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
