"""Days written as 03/04/2026: which number is the month is decided by the whole column, or not at all. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from pipeline.sheets.cells import BadCell, parse_moment

_NUMBERS = re.compile(r"\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")

_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")


def day_first(values: Iterable[object]) -> bool | None:
    """Tell by a column's values whether days stand before months: one over 12 decides. None without, or with both kinds."""
    found = [m for v in values if isinstance(v, str) and (m := _NUMBERS.match(v))]
    days, months = any(int(m[1]) > 12 for m in found), any(int(m[3]) > 12 for m in found)
    return days if days != months else None


def moment_of(value: object, order: bool | None = None) -> date | None:
    """Read a day, with its time where it has one; None for what is none, or can be read two ways in this `order` too."""
    if isinstance(value, str) and order is not None and (found := _NUMBERS.match(value)):
        month, day = (found[3], found[1]) if order else (found[1], found[3])
        value = f"{found[4]}-{int(month):02}-{int(day):02}{value[found.end() :]}"
    if isinstance(value, str) and (stamp := _STAMP.fullmatch(value.strip())):
        value = f"{stamp[1]} {stamp[2]}"
    try:
        moment = parse_moment(value)
    except BadCell:
        return None
    if moment is None:
        return None
    day_meant, at = moment
    return datetime.combine(day_meant, at) if at else day_meant
