"""R10, R12 and R15: the first letter, what it needs, and the one that follows it up."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from pipeline.model import ACCEPTED, CallResult, Channel, Contact, EventKind, LetterKind, Step
from pipeline.rules.calls import back
from pipeline.rules.facts import Facts
from pipeline.rules.fields import closed_to
from pipeline.rules.ruling import EARLIER, Day, Found, Ruling, replacing


def follow_up(f: Facts, day: Day) -> Ruling:
    """R10: one more letter, once, where nothing has come back since the approach."""
    if not f.approach:
        return "no approach letter has gone"
    if f.follow_up:
        return f"the follow-up went on {f.follow_up}"
    if _answered_since_approach(f):
        return "they have answered"
    used = f.attempts()
    if used >= day.intervals.call_attempts and f.last_call:
        base, due = f.last_call.date, day.bd(f.last_call.date, day.intervals.follow_up_calls)
        reached = any(c.result is CallResult.CALL_LATER for c in f.calls[-used:])
        why = f"{used} calls {'led to no talk' if reached else 'did not reach them'}, the last on {base}."
    elif not f.contact.phone:
        base, due = f.approach, day.bd(f.approach, day.intervals.follow_up)
        why = f"Your letter of {base} is unanswered, and there is no phone number."
    else:
        return "a call comes first"
    if day.before_us(base):
        return EARLIER
    occasion = replacing("1", EventKind.FOLLOW_UP, f)
    return Found("R10", Step.FOLLOW_UP, max(due, back(f, day)), why, LetterKind.FOLLOW_UP, occasion)


def _answered_since_approach(f: Facts) -> bool:
    """Tell whether a reply, an acceptance, a conversation or an interview came since; what has no day is taken for later."""
    agreed = [c.date for c in f.calls if c.result in ACCEPTED]
    talks = [c.date for c in f.conversations]
    undated = f.result in ACCEPTED and f.result_on is None
    came = any(f.since_approach(d) for d in (f.replied, f.interview, *agreed, *talks))
    return undated or came or f.wrote_on


def approach(f: Facts, day: Day) -> Ruling:
    """R12: a complete target to whom nothing has gone and from whom nothing has come.

    Nobody in a field that the user dropped (R21). No stranger's letter goes to who has referred somebody: they are thanked first, and written to some days later.
    """
    if f.begun:
        return "there has been contact already"
    missing = incomplete(f.contact)
    if missing:
        return f"{missing[1]} is missing"
    closed = closed_to(f, day)
    if closed:
        return closed
    found = _first_letter(day.bd(day.today, 0), replacing("1", EventKind.APPROACH, f))
    if f.referred or f.contact.referrals_given:
        thanks = f.past.letters(EventKind.THANK_REFERRER)
        if not thanks:
            return "they referred somebody to you, so no stranger's letter goes to them"
        due = max(found.due, day.bd(thanks[-1].date, day.intervals.after_thanks))
        why = f"They referred somebody to you, and were thanked on {thanks[-1].date}; no letter of their own has gone yet."
        found = found._replace(due=due, why=why)
    return found._replace(letter=LetterKind.APPROACH_REFERRAL) if f.by_referral else found


@lru_cache(maxsize=16)
def _first_letter(due: date, occasion: str) -> Found:
    """Say it once for all targets of a day."""
    why = "A complete target, and nothing has gone yet."
    return Found("R12", Step.APPROACH, due, why, LetterKind.APPROACH, occasion)


def incomplete(c: Contact) -> tuple[str, str] | None:
    """Name the first thing that an approach lacks, as (attribute, words), or None (R15)."""
    if not (c.last_name or c.first_name):
        return "last_name", "a name"
    if not c.organization:
        return "organization", "an organization"
    if not c.position:
        return "position", "a position"
    if c.channel is Channel.POST:
        return None if c.address else ("address", "a postal address")
    return None if c.email_valid else ("email", "a valid e-mail address")
