"""Days written as 03/04/2026: which number is the month is decided by the whole column, or not at all. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from pipeline.sheets.cells import BadCell, parse_moment, says_never, stands_for_nothing
from pipeline.sheets.columns.contactdays import days_in
from pipeline.sheets.typed import typed_moment

Orders = Mapping[str, bool]
"""By what stands between the numbers, whether days stand before months; without, where nothing tells."""
_UNTOLD: Orders = MappingProxyType({})
_NUMBERS = re.compile(r"\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_NOT_YET = re.compile(
    r"false|unsent"
    r"|(?:not(?: yet)?|never)(?: been)? (?:contacted|sent|written(?: to)?|e-?mailed|messaged|reached(?: out)?|approached|done)(?: yet)?"
    r"|to (?:be )?(?:contact(?:ed)?|sen[dt]|write|written|e-?mail(?:ed)?)"
)
_TICKS = frozenset("✓✔☑✅√🗸")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")


def day_orders(values: Iterable[object]) -> Orders:
    """Tell by a column's values whether days stand before months: one over 12 decides for those that are written as it is."""
    found = [m for v in values if isinstance(v, str) and (m := _NUMBERS.match(v))]
    orders = {}
    for mark in {m[2] for m in found}:
        days = any(int(m[1]) > 12 for m in found if m[2] == mark)
        months = any(int(m[3]) > 12 for m in found if m[2] == mark)
        if days != months:
            orders[mark] = days
    return orders


def moment_of(value: object, orders: Orders = _UNTOLD) -> date | None:
    """Read a day, with its time where it has one; None for what is none, has no year, or can be read two ways in these `orders` too."""
    if isinstance(value, str) and (found := _NUMBERS.match(value)) and found[2] in orders:
        month, day = (found[3], found[1]) if orders[found[2]] else (found[1], found[3])
        value = f"{found[4]}-{int(month):02}-{int(day):02}{value[found.end() :]}"
    if isinstance(value, str) and (stamp := _STAMP.fullmatch(value.strip())):
        value = f"{stamp[1]} {stamp[2]}"
    try:
        moment = typed_moment(value, None) if isinstance(value, str) else parse_moment(value)
    except BadCell:
        return None
    if moment is None:
        return None
    day_meant, at = moment
    return datetime.combine(day_meant, at) if at else day_meant


def orders_within(values: Sequence[object]) -> Orders:
    """Tell by the days amid a column's texts whether days stand before months."""
    return day_orders([day for v in values for day in days_in(v)])


def day_of(value: object, orders: Orders = _UNTOLD) -> date | None:
    """Read a day as `moment_of` does, its time left aside."""
    found = moment_of(value, orders)
    return found.date() if isinstance(found, datetime) else found


def means_no_day(text: str) -> bool:
    """Tell a blank, and what says that it has not happened; a mark, as X or ✓, says that it has, if not when."""
    bare = text.strip().casefold()
    if not bare or says_never(text) or _NOT_YET.fullmatch(bare):
        return True
    return stands_for_nothing(text) and not set(bare) <= {"x"} and not set(bare) & _TICKS
