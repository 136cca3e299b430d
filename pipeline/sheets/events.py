"""Rows of History become events. Pure."""

from __future__ import annotations

from pipeline.model import Event, Problem
from pipeline.sheets import schema
from pipeline.sheets.cells import as_text
from pipeline.sheets.table import Columns, Fault, Table, as_problem, parse_column

_IN_ORDER = ("date", "id", "name", "event", "channel", "detail", "message_id")
_MISSING = "is blank. Fill it in as it was, or delete the row if it says nothing"


def read_events(table: Table) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read History, in its order; blank rows are passed over.

    A row whose date or event can't be read is a problem that carries the row's contact, and is no event.
    """
    columns: Columns = {}
    faults: list[Fault] = []
    for column in schema.HISTORY.columns:
        columns[column.attr], bad = parse_column(
            table.values(column.attr), column.reader or as_text, column.attr
        )
        faults += bad
    told = {f.index for f in faults}
    events: list[Event] = []
    for index, row in enumerate(zip(*(columns[attr] for attr in _IN_ORDER), strict=True)):
        day, contact_id, name, kind, *texts = row
        if day and contact_id and kind:
            channel, detail, message_id = (text or "" for text in texts)
            number = table.row_number(index)
            events.append(Event(day, contact_id, name or "", kind, channel, detail, message_id, number))
        elif index not in told and any(row):
            missing = "date" if not day else "event" if not kind else "id"
            faults.append(Fault(index, missing, _MISSING))
    faults.sort(key=lambda f: f.index)
    return tuple(events), tuple(as_problem(table, f, columns["id"][f.index] or "") for f in faults)
