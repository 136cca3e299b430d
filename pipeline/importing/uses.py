"""What becomes of each column of somebody's own table, to be shown before it is done, and corrected by choosing. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.importing.imported import ColumnUse, cell_text
from pipeline.model.errors import USAGE, UserError
from pipeline.sheets.columns.contactdays import DAYS
from pipeline.sheets.columns.contactstates import readers_of
from pipeline.sheets.columns.evidence import Rows, texts_in
from pipeline.sheets.columns.fields import Field, field_name, fields_of
from pipeline.sheets.contacts import unread_in
from pipeline.sheets.schema import CONTACTS, FULL_NAME, Owner
from pipeline.workbook.refs import column_letters

FIRST_LAST = "First name, Last name"
"""The use of a column of whole names, which are taken apart."""
ALONE = ""
"""Adopting leaves the column as it is; importing keeps it in Notes."""
LAST_CONTACT = CONTACTS.column("last_contact").header
KEPT_DAYS = tuple(CONTACTS.column(attr).header for attr in DAYS)
"""The days of the program's own that columns of theirs give, several of them each: they are copied."""
USES = (FIRST_LAST, *(c.header for c in CONTACTS.columns if c.owner is Owner.USER), *KEPT_DAYS, ALONE)
"""What may be chosen for a column."""
Chosen = Mapping[int, str]
"""What somebody chose for columns, counted from 1: one of `USES` each."""
_NAMES = (FIRST_LAST, *(CONTACTS.column(attr).header for attr in ("first_name", "last_name")))
SALUTATION = CONTACTS.column("salutation").header
_SAMPLES = 3
_SHOWN = 60


def column_uses(
    headers: Sequence[str],
    below: Sequence[Sequence[object]],
    uses: Mapping[int, str],
    kept: Container[int] = (),
    states: Container[int] = (),
) -> tuple[ColumnUse, ...]:
    """List the columns that have a header; `uses` says by number which of ours they are.

    `kept` are the program's own, which it goes on keeping: what stands there was written by it, and is not judged. `states`
    are those of which only what says that somebody was written to is taken.
    """
    called = [number - 1 for number, use in uses.items() if use in _NAMES]
    of_days = {
        number: _told_below(below, number - 1, header, called, states=number in states)
        for number, header in enumerate(headers, 1)
        if number not in kept and (number in states or uses.get(number) in KEPT_DAYS)
    }
    dated = _rows_dated(of_days, uses)
    beside = _beside_salutation(headers, uses)

    def unread(number: int, use: str) -> str:
        if number in of_days:
            return _unread_days(of_days[number], dated[use])
        if number in beside:
            return f"letters greet by {beside[number]} alone: type these titles there, where they should."
        return "" if number in kept else _unread(below, number - 1, use)

    return tuple(
        ColumnUse(
            number,
            header.strip(),
            use := uses.get(number, ALONE),
            _samples(below, number - 1),
            unread(number, use),
        )
        for number, header in enumerate(headers, 1)
        if header.strip()
    )


def _rows_dated(
    of_days: Mapping[int, Sequence[_Told]], uses: Mapping[int, str]
) -> Mapping[str, Container[int]]:
    """Say by use in which rows one of its columns gives a day."""
    dated: dict[str, set[int]] = defaultdict(set)
    for number, cells in of_days.items():
        dated[uses.get(number, ALONE)].update(cell.at for cell in cells if isinstance(cell.day, date))
    return dated


def _beside_salutation(headers: Sequence[str], uses: Mapping[int, str]) -> dict[int, str]:
    """Find columns of titles beside the one that greets, as "Titel" is beside "Anrede": the header of that one."""
    greets = next((number for number, use in uses.items() if use == SALUTATION), 0)
    titles = {at + 1 for at, field in fields_of(headers).items() if field.name == "prefix"} - {greets}
    told = titles if greets else ()
    return {n: headers[greets - 1].strip() for n in told if uses.get(n, ALONE) in (ALONE, SALUTATION)}


def _unread(below: Rows, at: int, use: str) -> str:
    """Say how many of a column's values the sheet's reader would refuse under a header of ours, with one of them."""
    column = next((c for c in CONTACTS.columns if c.header == use), None)
    if column is None:
        return ""
    values = [row[at] for row in below if at < len(row) and cell_text(row[at]).strip()]
    wrong = unread_in(column, values)
    if not wrong:
        return ""
    said = f"{_counted(wrong, values)}: they would be problems to correct"
    return f"{said}; leave the column as it is instead?" if 2 * len(wrong) >= len(values) else f"{said}."


class _Told(NamedTuple):
    """What a filled cell below a header of letters or states says; `at` says of which row."""

    at: int
    value: object
    day: date | str | None
    replied: date | str | None
    rests: date | str | None


def _told_below(below: Rows, at: int, header: str, called: Sequence[int], *, states: bool) -> list[_Told]:
    filled = [(i, row) for i, row in enumerate(below) if at < len(row) and cell_text(row[at]).strip()]
    read = readers_of(header, [row[at] for _, row in filled], states=states)
    told = []
    for i, row in filled:
        value, named = row[at], texts_in(row, called)
        replied = read.replied(value, named)
        told.append(_Told(i, value, read.day(value, named), replied, read.rests(value)))
    return told


def _unread_days(told: Sequence[_Told], dated: Container[int]) -> str:
    """Say how many values below a header of letters are no days, who wrote first, and who is to be left alone.

    `dated` are rows of which some column gives the day: a word beside it asks nothing.
    """
    wrong = [t.value for t in told if isinstance(t.day or t.replied, str) and t.at not in dated]
    counted = f"{_counted(wrong, told)}: no letter goes to these people until you type the day, or never."
    wrote = _said_of(
        [t.value for t in told if t.replied], "that they wrote first", "Replied on is for the day"
    )
    rest = _said_of([t.value for t in told if t.rests], "not to write", "On hold says so there")
    return " ".join(filter(None, (counted if wrong else "", wrote, rest)))


def _counted(wrong: Sequence[object], values: Sequence[object]) -> str:
    return f"{len(wrong)} of {len(values)} values can't be read, such as {_some(wrong)}"


def _said_of(values: Sequence[object], what: str, where: str) -> str:
    if not values:
        return ""
    rows, say = ("1 row", "says") if len(values) == 1 else (f"{len(values)} rows", "say")
    return f"{rows} {say} {what}, such as {_some(values)}: {where}."


def _some(values: Sequence[object]) -> str:
    texts = dict.fromkeys(_shortened(" ".join(cell_text(v).split())) for v in values)
    return ", ".join(f"“{text}”" for text in list(texts)[:_SAMPLES])


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _samples(below: Sequence[Sequence[object]], at: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in below:
        text = " ".join(cell_text(row[at]).split()) if at < len(row) else ""
        if text:
            found[_shortened(text)] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def refuse_wrong(chosen: Chosen, headers: Sequence[str]) -> None:
    """Refuse a choice that can't be: raise UserError (exit 2) that says which, and what to do."""
    for column, use in chosen.items():
        header = headers[column - 1].strip() if 0 < column <= len(headers) else ""
        if not header or use not in USES:
            raise UserError(
                f"Column {column_letters(max(column, 1))} has no header, so nothing can be chosen for it. Give it one."
                if not header
                else f"“{use}” is no column of Contacts. Choose one of the list.",
                exit_code=USAGE,
            )
    single = [use for use in USES if use and use not in KEPT_DAYS]
    twice = [use for use in single if list(chosen.values()).count(use) > 1]
    if twice:
        raise UserError(
            f"Two columns are chosen for {twice[0]}. Choose one, and leave the other as it is.",
            exit_code=USAGE,
        )


def attr_of(use: str) -> str:
    """Give the attribute of a use that is a column of Contacts."""
    return next((c.attr for c in CONTACTS.columns if c.header == use), FULL_NAME)


def field_of_use(use: str) -> Field:
    """Give the field of a column of Contacts, or of whole names, that somebody chose for one of theirs."""
    return Field("full", rank=0) if use == FIRST_LAST else Field(field_name(attr_of(use)), rank=0)
