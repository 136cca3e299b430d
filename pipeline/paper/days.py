"""Days and times as people say them. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta


def in_words(day: date) -> str:
    """Write a day as people say it: Monday, November 30, 2026."""
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def short(day: date) -> str:
    """Write a day without its year: November 30."""
    return f"{day:%B} {day.day}"


def when(day: date, at: time | None) -> str:
    """Write a day, with the time where it is known."""
    return f"{in_words(day)}, {o_clock(at)}" if at else in_words(day)


def o_clock(at: time) -> str:
    """Write a time of day: 2:30 pm."""
    return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"


def after(at: time, minutes: int) -> str:
    """Write the time so many minutes later."""
    return o_clock((datetime.combine(date.min, at) + timedelta(minutes=minutes)).time())
