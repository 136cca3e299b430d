"""R11: a note now and then to those who have been thanked."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.model import EventKind, LetterKind, Step
from pipeline.rules.facts import Facts
from pipeline.rules.intervals import Intervals
from pipeline.rules.ruling import EARLIER, Day, Found, Ruling, replacing


def keep_in_touch(f: Facts, day: Day) -> Ruling:
    """R11: a note now and then to those who have been thanked."""
    if not f.thanked or f.latest is None or f.thank_you is None or f.last_contact is None:
        return "nobody to keep in touch with yet: no thanked conversation"
    if f.latest.letter is LetterKind.THANK_YOU_DECLINED:
        return "they declined"
    if f.interview_ahead(day.today):
        return "an interview is ahead"
    if _unanswered(f) >= note_limit(f, day.intervals):
        return "the last notes went unanswered; let it rest"
    if day.before_us(f.thank_you, f.last_contact):
        return EARLIER
    notes = f.past.letters(EventKind.KEEP_IN_TOUCH)
    if any(n.date >= f.thank_you for n in notes):
        due = day.bd(f.last_contact + timedelta(days=day.intervals.keep_again), 0)
    else:
        due = day.bd(max(f.thank_you, f.last_contact), day.intervals.keep_first)
    return Found(
        "R11",
        Step.KEEP_IN_TOUCH,
        due,
        f"The last contact was on {f.last_contact}.",
        LetterKind.KEEP_IN_TOUCH,
        replacing(str(len(notes) + 1), EventKind.KEEP_IN_TOUCH, f),
    )


def note_limit(f: Facts, intervals: Intervals) -> int:
    """Say how many unanswered notes end it: two, after a put-off one (R11)."""
    put_off = f.latest is not None and f.latest.letter is LetterKind.THANK_YOU_PUT_OFF
    return min(1, intervals.keep_unanswered) if put_off else intervals.keep_unanswered


def _unanswered(f: Facts) -> int:
    heard = max((d for d in (f.replied, f.latest and f.latest.date) if d), default=date.min)
    return sum(1 for n in f.past.letters(EventKind.KEEP_IN_TOUCH) if n.date > heard)
