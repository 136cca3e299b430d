"""Calls, interviews and thank-you deadlines as an iCalendar file (RFC 5545) that a later import brings up to date. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from pipeline.model import Action, Contact, Event, EventKind, Held, Settings, Step, people_by_id
from pipeline.paper.calls import call_sheet
from pipeline.paper.interviews import interview_sheet
from pipeline.paper.sheet import known_as, sheet_text

if TYPE_CHECKING:
    from icalendar import Event as CalendarEvent

DAY = timedelta(days=1)
INTERVIEW_LASTS = timedelta(hours=1)
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the calendar: at a time of the user's own clock where it is known, else for the whole day."""

    uid: str
    day: date
    summary: str
    description: str
    at: time | None = None
    where: str = ""
    cancelled: bool = False
    busy: bool = False


def calendar_ics(
    actions: Iterable[Action],
    contacts: Sequence[Contact],
    settings: Settings,
    today: date,
    now: datetime,
    zone: tzinfo,
    *,
    events: Iterable[Event] = (),
    questions: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Write the calendar. Entries keep their UID while they move, and SEQUENCE grows with `now` (RFC 5545 3.8.7.4).

    `now` carries its time zone. Times of interviews are those of `zone`, the user's, and written in UTC (3.3.5, form 2): a
    calendar that runs elsewhere, or is set to another zone, would move a time without one.
    """
    from icalendar import Calendar

    if now.tzinfo is None:
        raise ValueError("now needs a time zone")
    calendar = Calendar()
    for name, value in (
        ("prodid", "-//Remembered//remembered//EN"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", "Remembered"),
    ):
        calendar.add(name, value)
    for entry in entries(actions, contacts, settings, today, events, questions):
        calendar.add_component(_component(entry, now.astimezone(UTC).replace(microsecond=0), zone))
    written: bytes = calendar.to_ical()
    return written


def entries(
    actions: Iterable[Action],
    contacts: Sequence[Contact],
    settings: Settings,
    today: date,
    events: Iterable[Event] = (),
    questions: Sequence[tuple[str, str]] = (),
) -> list[Entry]:
    """List what belongs into the calendar, by day, each UID once; what is late stands on today."""
    by_id = people_by_id(contacts)
    own: dict[str, list[Event]] = {}
    for e in events:
        own.setdefault(e.contact_id, []).append(e)
    found: dict[str, Entry] = {}
    for entry in _all(actions, by_id, own, settings, today, questions):
        found.setdefault(entry.uid, entry)
    return sorted(found.values(), key=lambda e: (e.day, e.at or time.min, e.summary))


def _all(
    actions: Iterable[Action],
    by_id: dict[str, Contact],
    own: dict[str, list[Event]],
    settings: Settings,
    today: date,
    questions: Sequence[tuple[str, str]],
) -> Iterator[Entry]:
    for action in actions:
        c = by_id.get(action.contact_id)
        past = own.get(action.contact_id, [])
        if c and action.step is Step.CALL:
            sheet = call_sheet(c, past, settings, questions, max(action.due, today))
            yield Entry(
                _uid(settings, c, "call", action.occasion),
                max(action.due, today),
                f"Call {known_as(c)}" + (f", {c.phone}" if c.phone else ""),
                sheet_text(sheet),
            )
        elif c and action.step is Step.THANK_YOU:
            yield _thanks(c, past, settings, action.due, today)
    only_samples = all(c.is_sample for c in by_id.values())
    for c in by_id.values():
        if c.interview_on and c.interview_on >= today and (only_samples or not c.is_sample):
            yield from _interview(c, own.get(c.id, []), settings, today, questions)


def _interview(
    c: Contact, past: Sequence[Event], settings: Settings, today: date, questions: Sequence[tuple[str, str]]
) -> Iterator[Entry]:
    if c.interview_on is None or c.interview_held in (Held.YES, Held.NO_SHOW):
        return
    cancelled = c.interview_held is Held.CANCELLED
    sheet = interview_sheet(c, past, settings, questions, today)
    place = c.where or next(
        (value for label, value in sheet.facts if label == "Where" and "_" not in value), ""
    )
    yield Entry(
        _uid(settings, c, "interview", _which(c, past, c.interview_on)),
        c.interview_on,
        f"Informational interview: {', '.join(filter(None, (c.name, c.organization)))}",
        sheet_text(sheet),
        at=c.interview_time,
        where=place,
        cancelled=cancelled,
        busy=True,
    )
    yield _thanks(c, past, settings, c.interview_on, today, cancelled=cancelled)


def _thanks(
    c: Contact,
    past: Sequence[Event],
    settings: Settings,
    talked: date,
    today: date,
    *,
    cancelled: bool = False,
) -> Entry:
    """Stand on the day after the conversation: then the 24 hours end (R5)."""
    said = f" {c.thank_them_for}" if c.thank_them_for else ""
    return Entry(
        _uid(settings, c, "thank_you", _which(c, past, talked)),
        max(talked + DAY, today),
        f"Thank {known_as(c)} in writing, at the latest today",
        f"For the conversation on {talked}:{said or ' fill in Thank them for.'}",
        cancelled=cancelled,
    )


def _which(c: Contact, past: Sequence[Event], day: date) -> str:
    """Tell a person's interviews apart by their number, which stays when the date moves; other conversations by the day."""
    if day != c.interview_on:
        return day.isoformat()
    return str(sum(e.kind is EventKind.INTERVIEW and e.date < day for e in past) + 1)


def _uid(settings: Settings, c: Contact, what: str, occasion: str) -> str:
    digest = hashlib.sha256("\x1f".join((settings.workbook_id, c.id, what, occasion)).encode()).hexdigest()
    return f"{digest[:32]}@remembered"


def _component(entry: Entry, now: datetime, zone: tzinfo) -> CalendarEvent:
    from icalendar import Alarm
    from icalendar import Event as CalendarEvent

    event = CalendarEvent()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("last-modified", now)
    event.add("sequence", int((now - _EPOCH).total_seconds()) // 60)
    start: date = entry.day
    if entry.at:
        start = datetime.combine(entry.day, entry.at, zone).astimezone(UTC)
    event.add("dtstart", start)
    event.add("dtend", start + (INTERVIEW_LASTS if entry.at else DAY))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    if entry.where:
        event.add("location", entry.where)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy and entry.at and not entry.cancelled else "TRANSPARENT")
    if entry.at and not entry.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.summary)
        alarm.add("trigger", -INTERVIEW_LASTS)
        event.add_component(alarm)
    return event
