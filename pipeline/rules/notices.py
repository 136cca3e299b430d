"""What is only to be noticed: replies that owe nothing, openings that were mentioned, and a day off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.model import ASKING, EventKind
from pipeline.model.dates import long_day
from pipeline.rules.facts import Facts, outgoing_before
from pipeline.rules.offers import is_open, replied_since
from pipeline.rules.replies import asked_rest
from pipeline.rules.ruling import Day

_NAMES: Mapping[EventKind | None, str] = {EventKind.THANK_REFERRER: "thanks for a referral"}
_FRESH = 14


def notices(everybody: Iterable[Facts], day: Day) -> Iterable[str]:
    """Tell of replies to thanks and notes (R6), of openings (R20), and of offers that a reply may have kept (R23)."""
    for f in everybody:
        c = f.contact
        rests = asked_rest(f) and not c.on_hold and not day.before_us(f.replied)
        kind = outgoing_before(f, f.replied) if f.replied and (rests or _is_fresh(f, day)) else None
        if kind not in (None, *ASKING):
            asks = (
                ", and asks not to be written to again: to let it rest, fill in On hold (Yes)"
                if rests
                else ""
            )
            yield f"{c.name} replied on {f.replied} to your {_NAMES.get(kind, str(kind).lower())}{asks}."
        if is_open(f) and replied_since(f) and not day.before_us(f.replied):
            yield (
                f"{c.name} offered “{c.they_offered}”, and has written since ({day.settings.contacts_sheet} row {c.row}). "
                "If that was it, fill in Offer kept on."
            )
        if c.opening_mentioned and not day.before_us(f.last_contact):
            yield f"{c.name} mentioned an opening: {c.opening_mentioned} ({day.settings.contacts_sheet} row {c.row}). No letter brings it up first."


def _is_fresh(f: Facts, day: Day) -> bool:
    if f.replied is None or day.before_us(f.replied) or (f.answered and f.answered >= f.replied):
        return False
    return (day.today - f.replied).days <= _FRESH


def wait_until(day: Day) -> str:
    """Name a day that is no business day, and say until when letters and calls wait; "" on a business day."""
    name, until = day.workdays.day_off(day.today), day.bd(day.today, 0)
    year = "" if until.year == day.today.year else f", {until.year}"
    return f"{name}: letters and calls wait until {long_day(until)}{year}." if name else ""
