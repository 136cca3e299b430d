"""Which dates can be meant in a search for work: typed wrongly, 112526 is a day of the year 26."""

from __future__ import annotations

from datetime import date

FIRST_YEAR, LAST_YEAR = 1950, 2100


def is_plausible(day: date) -> bool:
    """Tell whether a date can be meant."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
