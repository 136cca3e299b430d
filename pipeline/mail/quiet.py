"""Quiet hours: when no letter goes out."""

from __future__ import annotations

import re
from datetime import datetime, time

from pipeline.model.errors import USAGE, UserError

_HOURS = re.compile(r"(\d{1,2})(?::(\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d\d))?")


def quiet_until(quiet_hours: str, now: datetime) -> time | None:
    """Return the end of the quiet hours if now lies in them, ends excluded. Raises UserError for what can't be read."""
    hours = read_hours(quiet_hours)
    if hours is None:
        return None
    start, end = hours
    moment = now.time()
    within = start <= moment < end if start <= end else (moment >= start or moment < end)
    return end if within else None


def read_hours(text: str) -> tuple[time, time] | None:
    """Read hours such as 21:00-07:00; None for blank. Raises UserError for what can't be read."""
    if not text.strip():
        return None
    match = _HOURS.fullmatch(text.strip())
    try:
        if match:
            a, b, c, d = (int(g or 0) for g in match.groups())
            return time(a % 24 if (a, b) == (24, 0) else a, b), time(c % 24 if (c, d) == (24, 0) else c, d)
    except ValueError:
        pass
    raise UserError(
        f'Settings, Quiet hours, reads "{text}"; write it as 21:00-07:00, or leave it blank.', exit_code=USAGE
    )
