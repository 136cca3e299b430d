"""Which dates can be meant in a search for work: one judgment for cells, the page, the command line, letters and mail; how a day is said.

Typed wrongly, 112526 is a day of the year 26.
"""

from __future__ import annotations

import re
from datetime import date

# Not strftime's: English on every machine, whatever its language.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FIRST_YEAR, LAST_YEAR = 1950, 2100
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class BadDay(ValueError):
    """A day that can't be meant: the sentence says what is wrong and what to do."""


def is_plausible(day: date) -> bool:
    """Tell whether a date can be meant."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def plausible(day: date) -> date:
    """Give a date back that can be meant. Raises BadDay for any other."""
    if is_plausible(day):
        return day
    raise BadDay(f"holds a date in the year {day.year}. Correct the year")


def read_day(text: str) -> date:
    """Read YYYY-MM-DD. Raises BadDay for anything else."""
    if not _ISO.fullmatch(text.strip()):
        raise BadDay("is no date. Write it as 2026-12-31")
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise BadDay("holds a day that there is not. Write it as 2026-12-31") from None
    return plausible(day)


def month_day(day: date) -> str:
    """Say a day without its year: November 30."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def short_month_day(day: date) -> str:
    """Say a day without its year, in short: Nov 30."""
    return f"{MONTHS[day.month - 1][:3]} {day.day}"


def day_month(day: date) -> str:
    """Say a day without its year, as most of the world does: 30 November."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def long_day(day: date) -> str:
    """Say a day with its weekday: Monday, November 30."""
    return f"{WEEKDAYS[day.weekday()]}, {month_day(day)}"


def full_day(day: date) -> str:
    """Say a day in full: Monday, November 30, 2026."""
    return f"{long_day(day)}, {day.year}"
