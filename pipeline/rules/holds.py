"""R14: what stops every other step: a row that stands twice, a hold, an address that bounced."""

from __future__ import annotations

from datetime import date

from pipeline.model import Contact, Step
from pipeline.rules.facts import Facts
from pipeline.rules.ruling import Day, Found, Ruling


def blocked(f: Facts, day: Day) -> Ruling | None:
    """R14: what stops everything else; None where nothing does."""
    c = f.contact
    if c.duplicate:
        return c.duplicate
    if on_hold(c, day.today):
        return "it is on hold" + (f" until {c.on_hold}" if isinstance(c.on_hold, date) else "")
    if f.bounced:
        return Found(
            "R14", Step.FIX_ADDRESS, day.today, f"A letter to {c.email or 'this address'} came back."
        )
    return None


def on_hold(c: Contact, today: date) -> bool:
    """Tell whether a contact rests: On hold is Yes, or a date still to come (R14)."""
    return c.on_hold > today if isinstance(c.on_hold, date) else c.on_hold is True
