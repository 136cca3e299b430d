"""Spell days, times, counts and names as a letter does. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from pipeline.model.dates import long_day

_YEAR_NEEDED = 180
_YEAR_AT_END = r"[,\s]*(?:'[^']*'\s*)?y+$"
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
AMERICAN = "en_US"


def spell_day(day: date | None, today: date, language: str = AMERICAN) -> str:
    """Spell a date as a letter does: "Tuesday, December 1"; with the year where that is half a year away."""
    if day is None:
        return ""
    far = abs((day - today).days) > _YEAR_NEEDED
    if language != AMERICAN:
        return _spell_elsewhere(day, language, year=far)
    year = f", {day.year}" if far else ""
    return f"{long_day(day)}{year}"


def spell_time(at: time | None, language: str = AMERICAN) -> str:
    """Spell a time as American letters do, "2:30 p.m.", or as most others do, "14:30"."""
    if at is None:
        return ""
    if language != AMERICAN:
        return f"{at:%H:%M}"
    if (at.hour, at.minute) == (12, 0):
        return "noon"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour - 1) % 12 + 1}{minutes} {'a' if at.hour < 12 else 'p'}.m."


def spell_times(count: int) -> str:
    """Spell how often: "once", "twice", "three times"; "" for never."""
    if count < 3:
        return ("", "once", "twice")[max(count, 0)]
    return f"{_number(count)} times"


def spell_wait(days: int) -> str:
    """Spell a number of calendar days as a person would: "about ten days"."""
    if days <= 5:
        return "a few days"
    if days <= 8:
        return "about a week"
    if days <= 11:
        return "about ten days"
    if days <= 60:
        return f"about {_number(max(round(days / 7), 2))} weeks"
    return f"about {_number(max(round(days / 30), 2))} months"


def join(names: Sequence[str]) -> str:
    """Join names as a sentence does."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _number(count: int) -> str:
    return _NUMBERS[count - 2] if 2 <= count <= 12 else str(count)


def _spell_elsewhere(day: date, language: str, *, year: bool) -> str:
    """Spell a day in full; without the year where the language puts it last, and it can simply be left out."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        pattern = str(Locale.parse(language).date_formats["full"])
    except (UnknownLocaleError, ValueError):  # a language is judged where Settings are read
        return day.isoformat()
    return format_date(day, pattern if year else re.sub(_YEAR_AT_END, "", pattern), language)
