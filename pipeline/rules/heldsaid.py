"""Whether Interview held speaks of the interview whose day stands beside it, or still of the one before (R4, R5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from pipeline.model import Contact, Event, EventKind, Held

_OF_ANOTHER = " of another day"


class HeldSaid(NamedTuple):
    """Contacts whose Interview held counts, what is to be remembered by ID, and those in whose row it is of another day."""

    contacts: tuple[Contact, ...]
    remembered: Mapping[str, str]
    of_another_day: tuple[Contact, ...]


def read_held(
    contacts: Iterable[Contact],
    events: Iterable[Event],
    remembered: Mapping[str, str],
    today: date,
    said_now: Collection[str] = (),
) -> HeldSaid:
    """Take Interview held as blank where it was there before its day came, or was left standing as the day was moved.

    `remembered`: what the rows said at the last run. `said_now`: the IDs of whom it was recorded just now, in the window or by
    a command: there it counts, even if the cell says the same as before. Afterwards the row of History that it brought
    speaks for it (`events`), and goes with it where it is taken back.
    """
    known = {(e.contact_id, e.date) for e in events if e.kind is EventKind.INTERVIEW}
    counted: list[Contact] = []
    kept: dict[str, str] = {}
    stale: list[Contact] = []
    for c in contacts:
        before = remembered.get(c.id, "")
        if c.interview_held is None or c.interview_on is None:
            counted.append(c)
            if _said(before) == c.interview_held:
                kept[c.id] = before  # the day is being typed anew
            continue
        said = c.id in said_now
        marked = _is_of_another_day(c, before, today) and not (said and c.interview_on > today)
        another = marked and not said and (c.id, c.interview_on) not in known
        kept[c.id] = _row(c) + _OF_ANOTHER * marked
        counted.append(c._replace(interview_held=None) if another else c)
        stale += [c] * another
    return HeldSaid(tuple(counted), kept, tuple(stale))


def _is_of_another_day(c: Contact, before: str, today: date) -> bool:
    on, held = c.interview_on, c.interview_held
    assert on is not None  # noqa: S101  (asked of rows that have both)
    if on > today and held is not Held.CANCELLED:
        return True
    if before.endswith(_OF_ANOTHER):
        return _said(before) == held
    return on > today and _said(before) == held and not before.startswith(str(on))


def _said(before: str) -> str | None:
    """Read the word that is remembered; None where nothing is."""
    return before.removesuffix(_OF_ANOTHER).partition(" ")[2] or None


def _row(c: Contact) -> str:
    return f"{c.interview_on} {c.interview_held}"
