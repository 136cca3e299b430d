"""Times of day as people say them. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from pipeline.model.dates import full_day


def when(day: date, at: time | None) -> str:
    """Write a day, with the time where it is known."""
    return f"{full_day(day)}, {o_clock(at)}" if at else full_day(day)


def o_clock(at: time) -> str:
    """Write a time of day: 2:30 pm."""
    return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"


def after(at: time, minutes: int) -> str:
    """Write the time so many minutes later."""
    return o_clock((datetime.combine(date.min, at) + timedelta(minutes=minutes)).time())
