"""Rows of History become events. Pure."""

from __future__ import annotations

from typing import Any

from pipeline.model import Event, Problem
from pipeline.sheets import schema
from pipeline.sheets.cells import as_text
from pipeline.sheets.table import Fault, Table, as_problem, parse_column

_MISSING = "is blank. Fill it in as it was, or delete the row if it says nothing"


def read_events(table: Table) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read History, in its order; blank rows are passed over.

    A row whose date or event can't be read is a problem that carries the row's contact, and is no event.
    """
    columns: dict[str, dict[int, Any]] = {}
    faults: list[Fault] = []
    for column in schema.HISTORY.columns:
        columns[column.attr], bad = parse_column(
            table.values(column.attr), column.reader or as_text, column.attr
        )
        faults += bad
    told = {f.index for f in faults}
    events: list[Event] = []
    for index in range(table.count):
        row = {attr: values[index] for attr, values in columns.items() if index in values}
        if {"date", "id", "event"} <= row.keys():
            events.append(_event(row, table.row_number(index)))
        elif index not in told and row:
            missing = "date" if "date" not in row else "event" if "event" not in row else "id"
            faults.append(Fault(index, missing, _MISSING))
    faults.sort(key=lambda f: f.index)
    return tuple(events), tuple(as_problem(table, f, columns["id"].get(f.index, "")) for f in faults)


def _event(row: dict[str, Any], number: int) -> Event:
    channel, detail, message_id = (row.get(attr, "") for attr in ("channel", "detail", "message_id"))
    return Event(
        row["date"], row["id"], row.get("name", ""), row["event"], channel, detail, message_id, number
    )
