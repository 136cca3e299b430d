"""Rows of the Rules sheet become intervals. Pure."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Problem, Severity
from pipeline.model.texts import spelled
from pipeline.rules.intervals import INTERVALS, Intervals
from pipeline.sheets.cells import BadCell, parse_whole
from pipeline.sheets.table import Fault, Table, as_problem


def read_intervals(table: Table) -> tuple[Intervals, tuple[Problem, ...]]:
    """Read the intervals by their names, in any order; blank or bad ones keep the default, and bad ones are a problem."""
    known = {spelled(interval.name): attr for attr, interval in INTERVALS.items()}
    read: dict[str, int] = {}
    faults: list[Fault] = []
    for index, name in enumerate(table.values("name")):
        attr = known.get(spelled(name)) if name else None
        if attr is None:
            continue
        interval = INTERVALS[attr]
        try:
            value = parse_whole(table.cell("value", index), interval.low, interval.high)
        except BadCell as bad:
            faults.append(
                Fault(index, "value", f"of “{interval.name}” {bad}; until then {interval.default} counts")
            )
            continue
        if value is not None and attr in read:
            faults.append(
                Fault(
                    index,
                    "value",
                    f"of “{interval.name}” stands twice: only the first is read",
                    Severity.WARNING,
                )
            )
        elif value is not None:
            read[attr] = value
    return replace(Intervals(), **read), tuple(as_problem(table, f) for f in faults)
