"""Rows of History become events. Pure."""

from __future__ import annotations

from functools import partial
from typing import Any

from pipeline.model import Event, EventKind, Problem
from pipeline.sheets import schema
from pipeline.sheets.cells import as_text, parse_choice, parse_date
from pipeline.sheets.table import Fault, Parse, Table, as_problem, parse_column

_READERS: dict[str, Parse] = {"date": parse_date, "event": partial(parse_choice, choices=EventKind)}
_MISSING = "is blank. Fill it in as it was, or delete the row if it says nothing"


def read_events(table: Table) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read History, in its order; blank rows are passed over.

    A row whose date or event can't be read is a problem that carries the row's contact, and is no event.
    """
    columns: dict[str, dict[int, Any]] = {}
    faults: list[Fault] = []
    for column in schema.HISTORY.columns:
        columns[column.attr], bad = parse_column(
            table.values(column.attr), _READERS.get(column.attr, as_text), column.attr
        )
        faults += bad
    told = {f.index for f in faults}
    events: list[Event] = []
    for index in range(table.count):
        day, contact, name, kind, *rest = (columns[c.attr].get(index) for c in schema.HISTORY.columns)
        if day and kind and contact:
            channel, detail, message_id = (value or "" for value in rest)
            events.append(
                Event(day, contact, name or "", kind, channel, detail, message_id, table.row_number(index))
            )
        elif index not in told and (day or kind or contact or name or any(rest)):
            faults.append(Fault(index, "id" if day and kind else "event" if day else "date", _MISSING))
    faults.sort(key=lambda f: f.index)
    return tuple(events), tuple(as_problem(table, f, columns["id"].get(f.index, "")) for f in faults)
