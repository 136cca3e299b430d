"""R4 and R7: an interview's outcome, and what comes before one."""

from __future__ import annotations

from datetime import date

from pipeline.model import ACCEPTED, Channel, EventKind, LetterKind, Step
from pipeline.rules.details import confirms
from pipeline.rules.facts import Facts
from pipeline.rules.holds import on_hold
from pipeline.rules.ruling import EARLIER, Day, Found, Ruling, replacing
from pipeline.rules.steps import when_and_where


def record_outcome(f: Facts, day: Day) -> Ruling:
    """R4: an interview or an acceptance of which the outcome is missing."""
    passed = _passed(f, day)
    if passed:
        if day.before_us(passed):
            return EARLIER
        return Found("R4", Step.RECORD_OUTCOME, passed, f"The interview was on {passed}; was it held?")
    if f.result in ACCEPTED and not _arranged(f):
        if day.before_us(f.result_on):
            return EARLIER
        agreed = f"on {f.result_on}" if f.result_on else "on a day that is not filled in"
        why = f"They agreed {agreed} to talk; no interview date is filled in."
        return Found("R4", Step.RECORD_OUTCOME, f.result_on or day.today, why)
    return "no interview or acceptance waits for its outcome"


def only_its_day_is_lacking(f: Facts, day: Day) -> bool:
    """Tell whether R4 asks for the day of a new acceptance alone, and no interview has passed of which nothing is known."""
    return _passed(f, day) is None and isinstance(record_outcome(f, day), Found)


def _passed(f: Facts, day: Day) -> date | None:
    on = f.contact.interview_on
    return on if on and on < day.today and f.contact.interview_held is None else None


def held_twice(f: Facts, day: Day) -> Ruling:
    """R4 of a row that stands twice: R14 stops its letters, and hides no interview that is in the user's calendar."""
    if not f.contact.duplicate or f.contact.interview_on is None or on_hold(f.contact, day.today):
        return "no interview on a row that stands twice"
    return record_outcome(f, day)


def _arranged(f: Facts) -> bool:
    """Tell whether an acceptance has its interview: a date on or after it, or one that History knows was held."""
    agreed = f.result_on or date.min
    return bool(f.contact.interview_on and f.contact.interview_on >= agreed) or bool(
        f.latest and f.latest.date > agreed
    )


def prepare(f: Facts, day: Day) -> tuple[Found, ...]:
    """R7: prepare for an interview ahead, and confirm it."""
    ahead = f.interview_ahead(day.today)
    if ahead is None or on_hold(f.contact, day.today):
        return ()
    due, why = day.bd(ahead, -day.intervals.prepare), f"The interview is{when_and_where(f.contact)}."
    steps = [Found("R7", Step.PREPARE_INTERVIEW, due, why)]
    if _to_confirm(f, ahead, day):
        occasion = replacing(ahead.isoformat(), EventKind.CONFIRM, f)
        steps.append(Found("R7", Step.CONFIRM, due, why, LetterKind.CONFIRM, occasion))
    return tuple(steps)


def _to_confirm(f: Facts, interview: date, day: Day) -> bool:
    c = f.contact
    if not day.settings.confirm_interviews or day.today >= interview:
        return False
    if c.duplicate or c.channel is Channel.POST or not c.email_valid or f.bounced:
        return False
    if any(confirms(e, interview) for e in f.past.letters(EventKind.CONFIRM)):
        return False
    known = (f.last_call and f.last_call.date, f.replied, f.answered)
    fixed = max((d for d in known if d and d <= interview), default=None)
    return fixed is None or day.bd(fixed, day.intervals.confirm_ahead) <= interview
