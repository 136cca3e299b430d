"""Days of calls, mails and talks that were corrected in History, while the row has said the same as at the last run (R4-R8). Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from pipeline.model import Contact, Event, EventKind
from pipeline.rules.history import spoken

CELLS = {
    EventKind.CALL: "called_on",
    EventKind.REPLY: "replied_on",
    EventKind.ANSWER: "answered_on",
    EventKind.INTERVIEW: "interview_on",
}
_BETWEEN = "; "

RowsByDay = Mapping[tuple[str, EventKind], Mapping[date | None, Event]]


class Moved(NamedTuple):
    """A row of History whose Date was corrected, and the cell of Contacts that still says the day before that."""

    event: Event
    attr: str


def rows_by_day(events: Iterable[Event]) -> RowsByDay:
    """Find the rows of History of each contact's calls, replies, answers and talks; of several of one day that written last."""
    found: dict[tuple[str, EventKind], dict[date | None, Event]] = defaultdict(dict)
    for e in sorted((e for e in events if e.row and e.kind in CELLS), key=lambda e: e.row):
        found[e.contact_id, e.kind][e.date] = e
    return dict(found)


def days_to_remember(c: Contact, rows: RowsByDay, today: date) -> str:
    """Write what is to be remembered: of each cell its day, and behind it the others that History has."""
    told = ((e, rows.get((c.id, e.kind), {})) for e in spoken(c, today))
    return _BETWEEN.join(
        " ".join([e.kind, str(e.date), *sorted(str(day) for day in days if day != e.date)])
        for e, days in told
    )


def moved_days(c: Contact, remembered: str, rows: RowsByDay, today: date) -> Iterator[Moved]:
    """Find which days of History were corrected, while the row still says them as they were."""
    said = {e.kind: e.date for e in spoken(c, today)} if remembered else {}
    return (Moved(e, CELLS[e.kind]) for was, e in _corrected(c, remembered, rows) if said.get(e.kind) == was)


def as_it_stood(c: Contact, remembered: str, rows: RowsByDay) -> Contact:
    """Give a row with the days that it had before they were corrected in History and in it."""
    corrected = ((was, CELLS[e.kind], e.date) for was, e in _corrected(c, remembered, rows))
    before: dict[str, Any] = {attr: was for was, attr, now in corrected if getattr(c, attr) == now}
    return c._replace(**before) if before else c


def days_of_others(remembered: str, kinds: Collection[EventKind]) -> str:
    """Leave out of what is remembered the days of some kinds."""
    parts = remembered.split(_BETWEEN) if remembered else ()
    return _BETWEEN.join(part for part in parts if EventKind(part.split()[0]) not in kinds)


def _corrected(c: Contact, remembered: str, rows: RowsByDay) -> Iterator[tuple[date, Event]]:
    """Find the days of which one is gone from History that the row had said, and one has come that was not there."""
    for part in remembered.split(_BETWEEN) if remembered else ():
        named, *days = part.split()
        was, *others = map(date.fromisoformat, days)
        now = rows.get((c.id, EventKind(named)), {})
        new = [e for day, e in now.items() if day not in others]
        if was not in now and len(new) == 1:
            yield was, new[0]
