"""A calendar invitation: which day and hour it proposes (RFC 5545, 5546)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from email.message import Message
from zoneinfo import ZoneInfo

from pipeline.model.dates import plausible

_START = re.compile(r"(?im)^DTSTART(?P<params>(?:;[^:\r\n]*)?):(?P<value>\d{8}(?:T\d{6}Z?)?)\s*$")
_LARGEST = 200_000


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation proposes, in the user's own time where its zone is known, else as written, the zone named."""

    on: date
    at: time | None = None
    zone: str = ""
    place: str = ""

    def said(self) -> str:
        """Write it as the Interview on column takes it."""
        moment = f"{self.on:%Y-%m-%d}" + (f" {self.at:%H:%M}" if self.at else "")
        return f"{moment} ({self.zone})" if self.zone else moment


def invited(mail: Message, zone: tzinfo) -> Invited | None:
    """Return what the first invitation in a mail proposes; None where it holds none."""
    for part in mail.walk():
        if part.get_content_type() == "text/calendar":
            payload = part.get_payload(decode=True)
            found = (
                _read(payload[:_LARGEST].decode("utf-8", "replace"), zone)
                if isinstance(payload, bytes)
                else None
            )
            if found:
                return found
    return None


def _read(text: str, zone: tzinfo) -> Invited | None:
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    method = re.search(r"(?im)^METHOD:\s*(\w+)", unfolded)
    event = re.search(r"(?is)^BEGIN:VEVENT\b(.*?)^END:VEVENT", unfolded, re.MULTILINE)
    if not method or method[1].upper() != "REQUEST" or not event:
        return None
    start = _START.search(event[1])
    place = re.search(r"(?im)^LOCATION(?:;[^:\r\n]*)?:(.*)$", event[1])
    return (
        _proposed(
            start["params"], start["value"], re.sub(r"\\(.)", r"\1", place[1]).strip() if place else "", zone
        )
        if start
        else None
    )


def _proposed(params: str, value: str, place: str, zone: tzinfo) -> Invited | None:
    try:
        if "T" not in value:
            return Invited(plausible(datetime.strptime(value, "%Y%m%d").date()), place=place)
        moment = datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")
        plausible(moment.date())
    except ValueError:
        return None
    named = re.search(r"(?i);TZID=\"?([^\";:]+)\"?", params)
    if value.endswith("Z"):
        moment = moment.replace(tzinfo=UTC).astimezone(zone)
    elif named:
        try:
            moment = moment.replace(tzinfo=ZoneInfo(named[1])).astimezone(zone)
        except (ValueError, OSError, LookupError):
            return Invited(moment.date(), moment.time(), named[1], place)
    return Invited(moment.date(), moment.time().replace(second=0), place=place)
