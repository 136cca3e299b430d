"""R8: the telephone, until they are reached; or a letter of one's own where there is no number."""

from __future__ import annotations

from datetime import date

from pipeline.model import ATTEMPTS, PUTS_OFF, CallResult, Held, Step
from pipeline.rules.details import back_on
from pipeline.rules.facts import Facts, Promise
from pipeline.rules.ruling import EARLIER, Day, Found, Ruling


def call(f: Facts, day: Day) -> Ruling:
    """R8: telephone, or write where there is no number, until they are reached."""
    if f.promise and not f.promise.asks and f.contact.phone:
        return _promised(f, f.promise, day)
    if f.refused:
        return "they declined"
    missed = f.interview_missed
    if missed and not _talked_since(f, missed):
        return _rearrange(f, missed, day)
    result = f.result_since_letter
    if result in ATTEMPTS and not f.moved_on:
        return _try_again(f, result, day)
    if result in PUTS_OFF and not f.moved_on:
        if f.thanked and f.call_again:
            return _noted(f, f.call_again, day)
        return "they put you off, and no day to call again is filled in"
    first = _first_call(f, day)
    return first if isinstance(first, Found) else _unrecorded_call(f, day) or first


def _promised(f: Facts, promise: Promise, day: Day) -> Ruling:
    """A day that a sent letter named, of whatever kind."""
    noted = f.call_again_since(promise.made_on)
    if noted:
        return _noted(f, noted, day)
    why = f"Your letter of {promise.made_on} promised this call."
    return _call_on(f, promise.day, why, day, promise.made_on)


def _rearrange(f: Facts, missed: date, day: Day) -> Ruling:
    """An interview that was cancelled or missed gets a new date; one cancelled ahead of its day at once."""
    cancelled = f.contact.interview_held is Held.CANCELLED
    noted = f.call_again if cancelled else f.call_again_since(missed)
    base = max(d for d in (missed, f.last_call and f.last_call.date) if d)
    if day.before_us(base, noted):
        return EARLIER
    if noted:
        due = noted
    elif missed > day.today:
        due = max(day.bd(day.today, 0), _retry(f, day))
    else:
        due = day.bd(base, day.intervals.call_cancelled)
    fell = "cancelled" if cancelled else "missed"
    why = f"The interview on {missed} was {fell}; find a new date."
    return Found("R8", Step.CALL if f.contact.phone else Step.RESCHEDULE, due, why)


def _retry(f: Facts, day: Day) -> date:
    """The day after which a call that reached nobody may be made again."""
    last = f.last_call
    if last is None or last.result not in ATTEMPTS:
        return date.min
    return day.bd(last.date, day.intervals.call_retry)


def _talked_since(f: Facts, missed: date) -> bool:
    """Tell whether the search for a new date has gone on, or ended, since an interview was cancelled or missed."""
    tried = f.result in ATTEMPTS and f.result_on is not None and f.result_on > missed
    return tried or bool(f.latest and f.latest.date >= missed)


def _try_again(f: Facts, result: CallResult | None, day: Day) -> Ruling:
    if f.call_again:
        return _noted(f, f.call_again, day)
    used, allowed = f.attempts(), day.intervals.call_attempts
    if used >= allowed:
        return f"{used} calls without a talk are enough"
    if _ended_by_follow_up(f, day):
        return "the follow-up after these calls was the last"
    last = f.result_on
    if last is None:
        return Found("R8", Step.CALL, day.today, f"{result}, on a day that is not filled in.")
    due = day.bd(last, day.intervals.call_retry)
    return _call_on(f, due, f"{result} on {last}; call {used + 1} of {allowed}.", day, last)


def _first_call(f: Facts, day: Day) -> Ruling:
    if not f.approach or not f.letter:
        return "no approach letter has gone"
    if not f.contact.phone:
        return "no phone number"
    if _has_answered(f, f.approach):
        return "a reply, a result or an interview has come since the letter"
    noted = f.call_again_since(f.approach)
    if noted:
        return _noted(f, noted, day)
    if f.promise:
        return _promised(f, f.promise, day)
    if _ended_by_follow_up(f, day):
        return "the follow-up after these calls was the last"
    days = day.intervals.call_post if f.by_post else day.intervals.call_email
    return _call_on(f, day.bd(f.letter, days), f"Your letter went on {f.letter}.", day, f.letter)


def _has_answered(f: Facts, approach: date) -> bool:
    came = (f.replied, f.interview, f.latest.date if f.latest else None)
    return f.result_since_letter is not None or any(d >= approach for d in came if d) or f.wrote_on


def _ended_by_follow_up(f: Facts, day: Day) -> bool:
    """R10: calls enough, and then the follow-up, end it until something comes that starts the attempts anew."""
    if f.follow_up is None:
        return False
    since, until = f.approach or date.min, f.follow_up
    tried = sum(c.result in ATTEMPTS for c in f.calls if since <= c.date <= until)
    return tried >= day.intervals.call_attempts and (f.restarted or date.min) < until


def _unrecorded_call(f: Facts, day: Day) -> Ruling | None:
    """A call of which nothing is known, and after which nothing came, is to be made again, or its result filled in."""
    last = f.last_call
    if last is None or last.result or f.result or f.conversations:
        return None
    if any(d and d >= last.date for d in (f.interview, f.replied)) or (f.letter and last.date < f.letter):
        return None
    due = f.call_again or day.bd(last.date, day.intervals.call_retry)
    return _call_on(f, due, f"You called on {last.date}, and no result is filled in.", day, last.date)


def _noted(f: Facts, on: date, day: Day) -> Ruling:
    return _call_on(f, on, f"You noted to call again on {on}.", day, on)


def _call_on(f: Facts, due: date, why: str, day: Day, *rests_on: date) -> Ruling:
    if day.before_us(*rests_on):
        return EARLIER
    return Found("R8", Step.CALL, due if f.call_again else max(due, back(f, day)), why)


def back(f: Facts, day: Day) -> date:
    """Say when to try somebody who is away: the business day after their return, else five after their notice."""
    if f.away is None:
        return date.min
    returns = back_on(f.away)
    return day.bd(returns, 1) if returns else day.bd(f.away.date, 5)
