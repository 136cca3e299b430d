"""Rows of Applications become applications (R24). Pure; the sheet is the user's, and never written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pipeline.model import Application, Problem, Severity
from pipeline.sheets import schema
from pipeline.sheets.cells import as_text
from pipeline.sheets.table import Columns, Fault, Table, as_problem, parse_column

_DAYS = ("answered_on", "interview_on")


def read_applications(
    table: Table | None, today: date
) -> tuple[tuple[Application, ...], tuple[Problem, ...]]:
    """Read the rows that have a date; a date still to come counts from its day on. What can't be read is a problem."""
    if table is None:
        return (), ()
    columns: Columns = {}
    faults: list[Fault] = []
    for column in schema.APPLICATIONS.columns:
        read = parse_column(table.values(column.attr), column.reader or as_text, column.attr)
        columns[column.attr] = read[0]
        faults += read[1]
    told = {f.index for f in faults if f.attr == "on"}
    found: list[Application] = []
    for index in range(table.count):
        row = {attr: values[index] for attr, values in columns.items() if values[index] is not None}
        if "on" in row:
            faults += _doubts(index, row, today)
            if row["on"] <= today:
                found.append(
                    Application(row["on"], row.get("answer"), row.get("answered_on"), row.get("interview_on"))
                )
        elif row and index not in told:
            missing = "is blank: without a date this application isn't counted. Fill it in"
            faults.append(Fault(index, "on", missing, Severity.WARNING))
    faults.sort(key=lambda f: f.index)
    return tuple(found), tuple(as_problem(table, f) for f in faults)


def _doubts(index: int, row: dict[str, Any], today: date) -> Iterator[Fault]:
    if row["on"] > today:
        message = f"is {row['on']}, which lies in the future: it is counted from then on. Correct it, if it was meant otherwise"
        yield Fault(index, "on", message, Severity.WARNING)
        return
    for attr in _DAYS:
        if attr in row and row[attr] < row["on"]:
            message = f"is {row[attr]}, before the application of {row['on']}. Correct one of the two"
            yield Fault(index, attr, message, Severity.WARNING)
    if row.get("answered_on", today) > today:
        message = f"is {row['answered_on']}, which lies in the future. Correct it"
        yield Fault(index, "answered_on", message, Severity.WARNING)
