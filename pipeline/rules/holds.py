"""R14: what stops every other step: a row that stands twice, a hold, an address that bounced or that they left."""

from __future__ import annotations

from datetime import date

from pipeline.model import Contact, Step
from pipeline.rules.details import bounce_words, bounced_address, left_in, was_refused
from pipeline.rules.facts import Facts
from pipeline.rules.ruling import Day, Found, Ruling


def blocked(f: Facts, day: Day) -> Ruling | None:
    """R14: what stops everything else; None where nothing does."""
    c = f.contact
    if c.duplicate:
        return c.duplicate
    if on_hold(c, day.today):
        return "it is on hold" + (f" until {c.on_hold}" if isinstance(c.on_hold, date) else "")
    if f.gone:
        return _gone(f, day)
    if f.bounced:
        return Found("R14", Step.FIX_ADDRESS, day.today, _came_back(f))
    return None


def _gone(f: Facts, day: Day) -> Found:
    """Ask about an address that somebody left: a letter to it would reach nobody, or somebody else."""
    note = f.returned
    left = note and left_in(note)
    assert note is not None and left is not None  # noqa: S101, PT018  (asked where they are gone)
    name, named = f.contact.name or f.contact.organization, ""
    to_do = "Find out where they are and correct Email, or choose On hold."
    if left.theirs:
        named, to_do = (
            f", but at {left.named}",
            f"Correct Email to {left.named}, and Organization and Position if they are others now.",
        )
    elif left.named:
        named = f". It names {left.named}: whoever that is would be a new contact"
    why = f"{name} is not at {f.contact.email} any more, as an automatic reply of {note.date} says{named}."
    row = f" in row {note.row}" if note.row else ""
    right = f" If {f.contact.email} is right, blank the Detail of that reply{row} of History."
    return Found("R14", Step.FIX_ADDRESS, day.today, why, to_do=to_do + right)


def _came_back(f: Facts) -> str:
    """Say why a letter came back, in the server's own words."""
    last = f.returned
    assert last is not None  # noqa: S101  (asked where one came back)
    words = f" ({bounce_words(last)})" if bounce_words(last) else ""
    if was_refused(last):
        return f"Their mail server does not take your letters{words}: telephone, write by post, or ask for another address."
    if not bounced_address(last) and last.row:
        return f"A letter came back, and row {last.row} of History doesn't say from which address: type that into its Detail."
    if last.contact_id != f.contact.id:
        return f"A letter to {last.name or 'somebody else'} at the same address came back{words}."
    return f"A letter to {f.contact.email or 'this address'} came back{words}."


def on_hold(c: Contact, today: date) -> bool:
    """Tell whether a contact rests: On hold is Yes, or a date still to come (R14)."""
    return c.on_hold > today if isinstance(c.on_hold, date) else c.on_hold is True
