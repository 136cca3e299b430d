"""What the user recorded beside the workbook, put into its tables, so that the day follows from it before it is written (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, NamedTuple

from pipeline.ledger.records import Noted
from pipeline.model import Event, EventKind, Problem, Severity
from pipeline.model.came_in import command
from pipeline.model.contactid import contact_id
from pipeline.model.errors import UserError
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import shown_text
from pipeline.sheets.events import read_events
from pipeline.sheets.schema import CONTACTS
from pipeline.sheets.setting_edits import setting_named, with_new
from pipeline.sheets.table import Table
from pipeline.sheets.totals import look_of_new
from pipeline.sheets.wholenames import whole_name
from pipeline.sheets.writeback import by_header, differing
from pipeline.workbook import CellChange, Edit, NewRows, Value


class Entered(NamedTuple):
    """Tables as they will be, the edits that make them so, and the entries that the user has still to decide about.

    `settled` are entries that need nothing more once the edits are written. `events` are those of which
    History gets a row.
    """

    tables: Mapping[str, Table]
    edits: tuple[Edit, ...] = ()
    settled: tuple[Noted, ...] = ()
    problems: tuple[Problem, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def waits(self) -> bool:
        """Tell whether anything of it is still to be written."""
        return bool(self.edits or self.events)

    def ids_of(self, attr: str) -> frozenset[str]:
        """Give the IDs of the contacts of whom a cell was recorded, whether or not it changes."""
        return frozenset(e.key for e in self.settled if e.cells.get(attr) is not None)

    @property
    def new_people(self) -> bool:
        """Tell whether rows are added: what follows from them is worked out once they are there."""
        return any(isinstance(e, NewRows) for e in self.edits)


NOTHING_ENTERED = Entered({})


def enter(tables: Mapping[str, Table], entries: Sequence[Noted]) -> Entered:
    """Put entries into the tables, in their order. A cell that was changed meanwhile stays, and is a problem."""
    done = Entered(tables)
    for entry in entries:
        put = _happen if entry.sheet == schema.HISTORY.name else _fill if entry.key else _add
        done = put(done, entry)
    return done


def event_in(entry: Noted) -> Event:
    """Read the event of which an entry makes a row of History."""
    day, *texts = (entry.cells[attr] for attr in ("date", "name", "event", "channel", "detail", "message_id"))
    assert isinstance(day, date)  # noqa: S101  (as it was recorded)
    name, kind, channel, detail, message_id = (str(text or "") for text in texts)
    return Event(day, entry.key, name, EventKind(kind), channel, detail, message_id)


def times_told(events: Iterable[Event], told: Event) -> int:
    """Count the events of a kind with a contact on a day."""
    return sum((e.contact_id, e.kind, e.date) == (told.contact_id, told.kind, told.date) for e in events)


def before(table: Table, index: int, attrs: Sequence[str]) -> dict[str, str]:
    """Say what cells show now."""
    return {attr: shown_text(table.cell(attr, index)) for attr in attrs}


NAMED_BY: Mapping[str, tuple[str, ...]] = {
    schema.SETTINGS_SHEET.name: ("name",),
    schema.RULES_SHEET.name: ("name",),
    schema.FIELDS.name: ("name",),
    schema.DRAFTS.name: ("code",),
    schema.APPLICATIONS.name: ("organization", "position"),
}
"""The columns that a row of other sheets than Contacts is found by."""


def key_at(table: Table, sheet: str, index: int) -> str:
    """Say what a row of one of these sheets is found by; blank where it has no name."""
    return " · ".join(filter(None, (shown_text(table.cell(a, index)) for a in NAMED_BY[sheet])))


def row_of(table: Table, sheet: str, key: str) -> int | None:
    """Find a row by a contact's ID, or by the name that stands in it; None where it is gone."""
    if sheet != CONTACTS.name:
        wanted = spelled(key)
        return next((i for i in range(table.count) if spelled(key_at(table, sheet, i)) == wanted), None)
    written = next((i for i, given in enumerate(table.values("id")) if shown_text(given) == key), None)
    return written if written is not None else next(_without_id(table, key), None)


def setting_lacking(table: Table, sheet: str, key: str) -> schema.Setting | None:
    """Find the setting that an older workbook has no row for."""
    lacking = sheet == schema.SETTINGS_SHEET.name and row_of(table, sheet, key) is None
    return setting_named(key) if lacking else None


def _without_id(table: Table, key: str) -> Iterator[int]:
    """Find a row whose ID is not written yet by what it would be."""
    for index, given in enumerate(table.values("id")):
        if shown_text(given):
            continue
        texts = (
            shown_text(table.cell(a, index)) for a in ("email", "first_name", "last_name", "organization")
        )
        email, first, last, organization = texts
        if key in (
            contact_id(email, "", ""),
            contact_id("", f"{first} {last}".strip(), organization),
        ):
            yield index


def _fill(done: Entered, entry: Noted) -> Entered:
    table = done.tables.get(entry.sheet)
    index = row_of(table, entry.sheet, entry.key) if table else None
    setting = setting_lacking(table, entry.sheet, entry.key) if table else None
    if table is not None and setting is not None:
        wider, edit = with_new(table, setting, entry.cells.get("value"))
        tables = {**done.tables, entry.sheet: wider}
        return done._replace(tables=tables, edits=(*done.edits, edit), settled=(*done.settled, entry))
    if table is None or index is None:
        return _without_row(done, entry)
    edits = differing(table, index, entry.cells)
    changed = [e for e in edits if _changed_since(table, index, e, entry)]
    if changed:
        named = table.headers[changed[0].column - 1]
        attr = next(a for a, at in table.found.items() if at == changed[0].column - 1)
        shown = shown_text(table.cell(attr, index))
        message = (
            f"{named} {f'says “{shown}”' if shown else 'is blank'} since, and you recorded: {entry.words}. "
            "The cell stays as it is. On the page, choose which of the two holds."
        )
        where = table.where(attr, index)
        told = Problem(where, named, Severity.WARNING, message, table.row_number(index), _contact_of(entry))
        return done._replace(problems=(*done.problems, told))
    return done._replace(
        tables={**done.tables, entry.sheet: filled(table, edits)},
        edits=(*done.edits, *edits),
        settled=(*done.settled, entry),
    )


def _without_row(done: Entered, entry: Noted) -> Entered:
    message = f"What you recorded ({entry.words}) has no row any more. Take it back on the page, or put the row back."
    return done._replace(problems=(*done.problems, _problem(entry.sheet, "", message)))


def _changed_since(table: Table, index: int, edit: CellChange, entry: Noted) -> bool:
    attr = next(a for a, at in table.found.items() if at == edit.column - 1)
    return attr in entry.before and shown_text(table.cell(attr, index)) != entry.before[attr]


def _contact_of(entry: Noted) -> str:
    return entry.key if entry.sheet == CONTACTS.name else ""


def filled(table: Table, edits: Iterable[Edit]) -> Table:
    """Change cells and add rows in memory, to what reading the written file would give."""
    rows = table.frame.to_numpy(dtype=object, copy=True)
    headers = list(table.headers)
    places = {header: at for at, header in enumerate(table.headers)}
    for edit in edits:
        if isinstance(edit, NewRows):
            rows = _longer(rows, [_row(table, places, row) for row in edit.rows if isinstance(row, Mapping)])
        elif not isinstance(edit, CellChange) or edit.column > len(headers):
            continue
        elif edit.row == table.header_row:
            headers[edit.column - 1] = str(edit.value or "")
        else:
            index = table.index_of(edit.row)
            rows = _longer(rows, [[None] * len(table.headers)] * (index + 1 - len(rows)))
            rows[index, edit.column - 1] = _as_read(edit.value)
    while len(rows) and all(value is None for value in rows[-1]):
        rows = rows[:-1]
    frame = table.frame.__class__(rows, columns=table.frame.columns, dtype=object)
    return replace(table, headers=tuple(headers), frame=frame)


def _longer(rows: Any, more: list[list[object]]) -> Any:
    if not more:
        return rows
    import numpy

    return numpy.concatenate([rows, numpy.array(more, dtype=object)])


def _row(table: Table, places: Mapping[str, int], values: Mapping[str, Value]) -> list[object]:
    row: list[object] = [None] * len(table.headers)
    for header, value in values.items():
        row[places[header]] = _as_read(value)
    return row


def _as_read(value: Value) -> object:
    if isinstance(value, str):
        return str(value) or None
    return datetime.combine(value, time()) if type(value) is date else value


def _happen(done: Entered, entry: Noted) -> Entered:
    """Let an event count, and get its row of History, for somebody who is there."""
    if row_of(done.tables[CONTACTS.name], CONTACTS.name, entry.key) is None:
        return _without_row(done, entry)
    told, done = event_in(entry), done._replace(settled=(*done.settled, entry))
    there = times_told(read_events(done.tables[schema.HISTORY.name])[0], told)
    if there > int(entry.before.get("event", there)):
        return done  # a run that wrote its row was stopped before it could let the entry go
    return done._replace(events=(*done.events, told))


def _add(done: Entered, entry: Noted) -> Entered:
    """Add a person, unless they are there already."""
    table = done.tables[CONTACTS.name]
    if row_of(table, CONTACTS.name, id_of_new(entry.cells)) is not None:
        return done._replace(settled=(*done.settled, entry))
    whole = whole_name(table, entry.cells.get("first_name"), entry.cells.get("last_name"))
    rows = NewRows(table.sheet, ({**by_header(table, entry.cells), **whole},), look_of_new(table))
    return done._replace(edits=(*done.edits, rows), settled=(*done.settled, entry))


def id_of_new(cells: Mapping[str, Value]) -> str:
    """Give the ID that a new row will have."""
    name = f"{cells.get('first_name') or ''} {cells.get('last_name') or ''}".strip()
    return contact_id(str(cells.get("email") or ""), name, str(cells.get("organization") or ""))


def refuse_missing(table: Table, sheet: schema.Sheet, attrs: Sequence[str]) -> None:
    """Raise UserError (exit 4) where the workbook has no such column."""
    missing = [a for a in attrs if a not in table.found]
    if missing:
        raise UserError(
            f"{sheet.name} has no column {sheet.column(missing[0]).header}. Add it with: {command('adopt')}"
        )


def _problem(where: str, column: str, message: str) -> Problem:
    return Problem(where, column, Severity.WARNING, message)
