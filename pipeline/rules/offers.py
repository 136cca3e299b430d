"""R23: what somebody offered, and has perhaps forgotten."""

from __future__ import annotations

from pipeline.model import EventKind, LetterKind, Step
from pipeline.rules.details import UNDATED
from pipeline.rules.facts import Facts
from pipeline.rules.holds import blocked
from pipeline.rules.ruling import EARLIER, Day, Found, Ruling, replacing


def reminder(f: Facts, day: Day) -> Ruling:
    """R23: one reminder of an offer, ten business days after the talk that has been thanked; never a second one."""
    c = f.contact
    if not is_open(f) or f.latest is None:
        return "nothing offered that still waits"
    if blocked(f, day) is not None or f.interview_ahead(day.today):
        return "an interview is ahead, or something holds it up"
    if f.past.letters(EventKind.REMINDER):
        return "they were reminded once, and once is enough"
    if f.refused or f.latest.letter is LetterKind.THANK_YOU_DECLINED:
        return "they declined"
    if replied_since(f):
        return "they have written since"
    if not f.thanked:
        return "the conversation is not thanked yet"
    if day.before_us(f.latest.date):
        return EARLIER
    return Found(
        "R23",
        Step.REMINDER,
        day.bd(f.latest.date, day.intervals.remind),
        f"On {f.latest.date} they offered {c.they_offered}; nothing tells that it came.",
        LetterKind.REMINDER,
        replacing(UNDATED if f.latest.undated else f.latest.date.isoformat(), EventKind.REMINDER, f),
    )


def is_open(f: Facts) -> bool:
    """Tell whether they offered something of which nothing tells that it came."""
    c = f.contact
    if not c.they_offered or c.offer_kept_on is not None:
        return False
    return not {"they_offered", "offer_kept_on"} & set(c.unreadable)


def replied_since(f: Facts) -> bool:
    """Tell whether they wrote after the day of the talk."""
    return f.replied is not None and f.latest is not None and f.replied > f.latest.date
