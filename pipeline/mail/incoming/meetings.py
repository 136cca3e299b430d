"""What a calendar message does with a meeting: proposes, moves, cancels, accepts it, and when it is (RFC 5545, 5546)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from email.message import Message
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from pipeline.mail.incoming.texts import one_line
from pipeline.model.dates import plausible

_LARGEST, _READ = 200_000, 2_000
# An unquoted zone name with a colon, as Exchange writes "(UTC-05:00) Eastern Time", would end the parameters early.
_UNQUOTED_ZONE = re.compile(
    r'(?im)^(DTSTART|DTEND|RECURRENCE-ID)((?:;[^:;=]+=[^:;]*)*);TZID=([^":\r\n]*:.*?):(\d{8}T\d{6}Z?)\s*$'
)
_ZONE_DESCRIBED = re.compile(r"(?ims)^BEGIN:VTIMEZONE\b.*?^END:VTIMEZONE\s*$")
_DESCRIBED = re.compile(r"\)\s*(.+)")
_OFFSET = re.compile(r"(?:UTC|GMT)\s*(?P<sign>[+-])(?P<h>\d{1,2})(?::?(?P<m>\d\d))?", re.IGNORECASE)


class MeetingAct(StrEnum):
    """What a calendar message does."""

    INVITES = "invites"
    MOVES = "moves"
    PROPOSES = "proposes"
    CANCELS = "cancels"
    ACCEPTS = "accepts"
    MAY_COME = "may come"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting in the user's own time; where its zone is unknown as written, the zone named.

    `uid` and `sequence` tell which meeting it is and which word about it is the newest; `by` is whose word it is. `invited`
    are the addresses of those who are to come, `about` the words that say what it is.
    """

    act: MeetingAct
    on: date
    at: time | None = None
    zone: str = ""
    place: str = ""
    uid: str = ""
    sequence: int = 0
    by: str = ""
    invited: tuple[str, ...] = ()
    about: str = ""

    def entered(self) -> str:
        """Write the moment as the Interview on column takes it."""
        return f"{self.on:%Y-%m-%d}" + (f" {self.at:%H:%M}" if self.at else "")

    def said(self) -> str:
        """Write the moment with the zone that could not be turned into the user's."""
        return f"{self.entered()} ({self.zone} time)" if self.zone else self.entered()


def meeting_in(mail: Message, zone: tzinfo) -> Meeting | None:
    """Return what the first calendar part of a mail does with a meeting; None where there is none or it can't be read."""
    for part in mail.walk():
        if _is_calendar(part):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and len(payload) <= _LARGEST:
                named = str(part.get_param("method") or "")
                found = next(_meetings(payload.decode("utf-8", "replace"), named, zone), None)
                if found:
                    return found
    return None


def _is_calendar(part: Message) -> bool:
    """Tell a calendar by its type, or by its name where a mail program calls it a mere file."""
    kind = part.get_content_type()
    as_file = kind in ("application/octet-stream", "application/x-ics", "text/x-vcalendar")
    return kind in ("text/calendar", "application/ics") or (
        as_file and (part.get_filename() or "").lower().endswith(".ics")
    )


def _meetings(text: str, method: str, zone: tzinfo) -> Iterator[Meeting]:
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    calendar = _calendar(_UNQUOTED_ZONE.sub(r'\1\2;TZID="\3":\4', unfolded))
    for event in calendar.walk("VEVENT") if calendar is not None else ():
        try:
            found = _meeting(event, str(calendar.get("METHOD") or method).upper(), zone)
        except Exception:  # noqa: S112  (a stranger's event may be broken in any way; then it is no meeting)
            continue
        if found:
            yield found


def _calendar(text: str) -> Any:
    """Read a calendar; one whose description of its time zone is broken is read without that."""
    from icalendar import Calendar

    for attempt in (text, _ZONE_DESCRIBED.sub("", text)):
        with suppress(Exception):
            return Calendar.from_ical(attempt)
    return None


def _meeting(event: Any, method: str, zone: tzinfo) -> Meeting | None:
    sequence = int(event.get("SEQUENCE") or 0)
    act = _act(event, method, sequence)
    if act is None or event.get("DTSTART") is None:
        return None
    start = event["DTSTART"].dt
    plausible(start.date() if isinstance(start, datetime) else start)
    found = Meeting(
        act,
        start,
        place=_text(event, "LOCATION")[:80],
        uid=str(event.get("UID") or "")[:400],
        sequence=sequence,
        by=_said_by(event, method),
        invited=_addresses(event, "ATTENDEE"),
        about=f"{_text(event, 'SUMMARY')} {_text(event, 'DESCRIPTION')}"[:_READ],
    )
    if not isinstance(start, datetime):
        return found
    named = str(event["DTSTART"].params.get("TZID") or "")
    moment, unknown = _in_zone(start, named, zone)
    return replace(found, on=moment.date(), at=moment.time().replace(second=0), zone=unknown)


def _text(event: Any, name: str) -> str:
    return one_line(str(event.get(name) or ""))


def _said_by(event: Any, method: str) -> str:
    """Return the address of whoever speaks: the attendee in an answer, else the organizer (RFC 5546 3.2)."""
    return next(iter(_addresses(event, "ATTENDEE" if method in ("REPLY", "COUNTER") else "ORGANIZER")), "")


def _addresses(event: Any, name: str) -> tuple[str, ...]:
    said = event.get(name)
    people = said if isinstance(said, list) else [said]
    return tuple(str(p or "").lower().removeprefix("mailto:").strip() for p in people)


def _in_zone(start: datetime, named: str, zone: tzinfo) -> tuple[datetime, str]:
    """Turn a moment into the user's zone; a named zone that nothing explains is returned with it."""
    if start.tzinfo is None and named:
        known = _zone_named(named)
        if known is None:
            return start, one_line(named)[:60]
        start = start.replace(tzinfo=known)
    return (start if start.tzinfo is None else start.astimezone(zone)), ""


def _zone_named(name: str) -> tzinfo | None:
    """Find a zone by IANA's name, Windows' name, a name that ends in IANA's, Exchange's words for one, or its offset."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    bare = name.replace("\\", "").strip().strip('"')
    described = _DESCRIBED.search(bare)
    words = re.split(r"[,(]", described[1]) if described else [bare]
    known = {zone.casefold(): zone for zone in available_timezones()}
    tails = ("/".join(bare.split("/")[-n:]) for n in (3, 2, 1))
    candidates = (bare, WINDOWS_TO_OLSON.get(bare, ""), *tails, *map(_by_words, words))
    found = next((known[c.casefold()] for c in candidates if c.casefold() in known), "")
    return ZoneInfo(found) if found else _by_offset(bare)


def _by_offset(bare: str) -> tzinfo | None:
    """Read "GMT-0500" or "UTC+1", where nothing else is said."""
    offset = _OFFSET.fullmatch(bare)
    if offset is None:
        return None
    apart = timedelta(hours=int(offset["h"]), minutes=int(offset["m"] or 0))
    return timezone(-apart if offset["sign"] == "-" else apart) if apart < timedelta(days=1) else None


def _by_words(words: str) -> str:
    """Find "Eastern Time" or "Amsterdam" among Windows' zones."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    start = words.strip().removesuffix("Time").strip().casefold()
    by_windows = (
        olson
        for windows, olson in WINDOWS_TO_OLSON.items()
        if start and windows.casefold() == f"{start} standard time"
    )
    by_city = (
        olson
        for olson in (*WINDOWS_TO_OLSON.values(), *sorted(available_timezones()))
        if olson.rpartition("/")[2].replace("_", " ").casefold() == start
    )
    return next(by_windows, "") or next(by_city, "")


def _act(event: Any, method: str, sequence: int) -> MeetingAct | None:
    if method == "CANCEL" or str(event.get("STATUS") or "").upper() == "CANCELLED":
        return MeetingAct.CANCELS
    if method == "REQUEST":
        return MeetingAct.MOVES if sequence else MeetingAct.INVITES
    if method == "COUNTER":
        return MeetingAct.PROPOSES
    if method != "REPLY":
        return None
    attendees = event.get("ATTENDEE") or []
    answers = {
        str(a.params.get("PARTSTAT", "")).upper()
        for a in (attendees if isinstance(attendees, list) else [attendees])
    }
    if "DECLINED" in answers:
        return MeetingAct.DECLINES
    if "ACCEPTED" in answers:
        return MeetingAct.ACCEPTS
    return MeetingAct.MAY_COME if "TENTATIVE" in answers else None
