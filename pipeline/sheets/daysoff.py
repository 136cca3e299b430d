"""Calls noted for a day that is none for business: they stay due then (R8), for it may have been agreed so. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.model import Contact, Problem, Severity
from pipeline.rules.workdays import Workdays
from pipeline.sheets.table import Fault, Table, as_problem

_IN_A_SENTENCE = {
    "Day off": "one of your days off",
    "Public holiday": "a public holiday",
    "Saturday": "a Saturday",
    "Sunday": "a Sunday",
}


def calls_on_days_off(
    contacts: Iterable[Contact], table: Table, workdays: Workdays, today: date
) -> tuple[Problem, ...]:
    """Warn of each call still to be made whose day is a weekend's, a holiday or a day off."""
    return tuple(
        as_problem(table, _fault(table.index_of(c.row), day, off), c.id)
        for c in contacts
        if (day := c.call_again_on)
        and day >= today
        and (c.called_on is None or day > c.called_on)
        and (off := workdays.day_off(day))
    )


def _fault(index: int, day: date, off: str) -> Fault:
    named = _IN_A_SENTENCE.get(off, off)
    said = (
        f"says {day}, and that is {named}. It stays so, as you may have agreed on it; type another day if not"
    )
    return Fault(index, "call_again_on", said, Severity.WARNING)
