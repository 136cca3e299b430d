"""The intervals of the rules, as the user has set them on the Rules sheet. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.model import Problem, Severity
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, parse_whole
from pipeline.sheets.table import Fault, Table, as_problem

_DEFAULT = {i.attr: i.default for i in schema.INTERVALS}


@dataclass(frozen=True, slots=True)
class Intervals:
    """One number for each row of `schema.INTERVALS`, in the unit given there."""

    answer_reply: int = _DEFAULT["answer_reply"]
    answer_silence: int = _DEFAULT["answer_silence"]
    prepare: int = _DEFAULT["prepare"]
    confirm_ahead: int = _DEFAULT["confirm_ahead"]
    call_email: int = _DEFAULT["call_email"]
    call_post: int = _DEFAULT["call_post"]
    call_retry: int = _DEFAULT["call_retry"]
    call_attempts: int = _DEFAULT["call_attempts"]
    call_cancelled: int = _DEFAULT["call_cancelled"]
    thank_referrer: int = _DEFAULT["thank_referrer"]
    follow_up: int = _DEFAULT["follow_up"]
    follow_up_calls: int = _DEFAULT["follow_up_calls"]
    keep_first: int = _DEFAULT["keep_first"]
    keep_again: int = _DEFAULT["keep_again"]
    keep_unanswered: int = _DEFAULT["keep_unanswered"]
    keep_per_day: int = _DEFAULT["keep_per_day"]
    apart: int = _DEFAULT["apart"]


def read_intervals(table: Table) -> tuple[Intervals, tuple[Problem, ...]]:
    """Read the intervals by their names, in any order; blank or bad ones keep the default, and bad ones are a problem."""
    known = {spelled(i.name): i for i in schema.INTERVALS}
    read: dict[str, int] = {}
    faults: list[Fault] = []
    for index, name in enumerate(table.values("name")):
        interval = known.get(spelled(name)) if name else None
        if interval is None:
            continue
        try:
            value = parse_whole(table.cell("value", index), interval.low, interval.high)
        except BadCell as bad:
            faults.append(
                Fault(index, "value", f'of "{interval.name}" {bad}; until then {interval.default} counts')
            )
            continue
        if value is not None and interval.attr in read:
            faults.append(
                Fault(
                    index,
                    "value",
                    f'of "{interval.name}" stands twice: only the first is read',
                    Severity.WARNING,
                )
            )
        elif value is not None:
            read[interval.attr] = value
    return replace(Intervals(), **read), tuple(as_problem(table, f) for f in faults)
