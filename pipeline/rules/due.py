"""Who is owed what, on which day, and why: R4 to R15, each a function from a contact's facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.model import (
    ACCEPTED,
    ATTEMPTS,
    LETTER_EVENTS,
    PUTS_OFF,
    REFUSED,
    Channel,
    Contact,
    EventKind,
    Held,
    LetterKind,
    Settings,
    Stage,
    Step,
)
from pipeline.rules.details import UNDATED, back_on, confirms
from pipeline.rules.facts import Facts, outgoing_before
from pipeline.rules.intervals import Intervals
from pipeline.rules.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Day:
    """What every rule is measured against."""

    today: date
    workdays: Workdays
    intervals: Intervals
    settings: Settings

    def bd(self, day: date, n: int) -> date:
        """Return the n-th business day from a day."""
        return self.workdays.bd(day, n)

    def before_us(self, *days: date | None) -> bool:
        """Tell whether all that a step rests on lies before Settings' Act from."""
        start = self.settings.act_from
        known = [d for d in days if d]
        return bool(start and known and max(known) < start)


class Found(NamedTuple):
    """A step that a rule asks for."""

    rule: str
    step: Step
    due: date
    why: str
    letter: LetterKind | None = None
    occasion: str = ""
    held_back: str = ""


Verdict = Found | str
EARLIER = "it lies before Act from, so nothing is owed"


def blocked(f: Facts, day: Day) -> Verdict | None:
    """R14: what stops everything else; None where nothing does."""
    c = f.contact
    if c.duplicate:
        return c.duplicate
    if on_hold(c, day.today):
        return "it is on hold" + (f" until {c.on_hold}" if isinstance(c.on_hold, date) else "")
    if f.bounced:
        return Found(
            "R14", Step.FIX_ADDRESS, day.today, f"A letter to {c.email or 'this address'} came back."
        )
    return None


def on_hold(c: Contact, today: date) -> bool:
    """Tell whether a contact rests: On hold is Yes, or a date still to come (R14)."""
    return c.on_hold > today if isinstance(c.on_hold, date) else c.on_hold is True


def record_outcome(f: Facts, day: Day) -> Verdict:
    """R4: an interview or an acceptance of which the outcome is missing."""
    c = f.contact
    if c.interview_on and c.interview_on < day.today and c.interview_held is None:
        if day.before_us(c.interview_on):
            return EARLIER
        return Found(
            "R4", Step.RECORD_OUTCOME, c.interview_on, f"The interview was on {c.interview_on}; was it held?"
        )
    if f.result in ACCEPTED and not _arranged(f):
        if day.before_us(f.result_on):
            return EARLIER
        agreed = f"on {f.result_on}" if f.result_on else "on a day that is not filled in"
        return Found(
            "R4",
            Step.RECORD_OUTCOME,
            f.result_on or day.today,
            f"They agreed {agreed} to talk; no interview date is filled in.",
        )
    return "no interview or acceptance waits for its outcome"


def _arranged(f: Facts) -> bool:
    """Tell whether an acceptance has its interview: a date on or after it, or one that History knows was held."""
    agreed = f.result_on or date.min
    return bool(f.contact.interview_on and f.contact.interview_on >= agreed) or bool(
        f.latest and f.latest.date > agreed
    )


def thank_you(f: Facts, day: Day) -> Verdict:
    """R5: the latest conversation without a thank-you on or after its date."""
    owed = f.unthanked
    if not owed:
        return "no conversation without a thank-you"
    first, latest = owed[0], owed[-1]
    if day.before_us(latest.date):
        return EARLIER
    if day.settings.act_from:
        first = next(c for c in owed if not day.before_us(c.date))
    what = (
        "You talked"
        if latest.letter not in (LetterKind.THANK_YOU_PUT_OFF, LetterKind.THANK_YOU_DECLINED)
        else "They answered you"
    )
    blank = (
        "Interview type is blank: fill in In person, Phone or Video, as it decides the letter."
        if latest.type_blank
        else ""
    )
    when = "on a day that is not filled in" if latest.undated else f"on {first.date}"
    return Found(
        "R5",
        Step.THANK_YOU,
        first.date,
        f"{what} {when}, and no thank-you has gone since.",
        latest.letter,
        again(UNDATED if latest.undated else latest.date.isoformat(), EventKind.THANK_YOU, f),
        blank,
    )


def answer_reply(f: Facts, day: Day) -> Verdict:
    """R6: they wrote, and nothing answered them; or you answered, and silence followed."""
    if f.replied is None:
        return "no reply"
    if f.letter and f.replied < f.letter:
        return "the reply came before your last letter"
    if outgoing_before(f, f.replied) not in (None, EventKind.APPROACH, EventKind.FOLLOW_UP):
        return "the reply answers a thank-you or a note, which owes nothing"
    if f.latest and f.latest.date >= f.replied:
        return "it is a conversation, or one followed it"
    settled = [d for d in (f.last_call and f.last_call.date, f.interview) if d and d >= f.replied]
    if f.answered and f.answered >= f.replied:
        if any(d >= f.answered for d in settled):
            return "a call or an interview followed your answer"
        return _after_silence(f, f.answered, day)
    if settled:
        return "a call or an interview followed the reply"
    if day.before_us(f.replied):
        return EARLIER
    return Found(
        "R6",
        Step.ANSWER_REPLY,
        day.bd(f.replied, day.intervals.answer_reply),
        f"They replied on {f.replied}; answer them yourself.",
    )


def _after_silence(f: Facts, answered: date, day: Day) -> Verdict:
    noted = f.call_again_since(answered)
    due = noted or day.bd(answered, day.intervals.answer_silence)
    if day.before_us(answered, noted):
        return EARLIER
    step = Step.CALL if f.contact.phone else Step.ANSWER_REPLY
    return Found("R6", step, due, f"You answered on {answered}, and nothing has come since.")


def call(f: Facts, day: Day) -> Verdict:
    """R8: telephone, or write where there is no number, until they are reached."""
    if f.result in REFUSED:
        return "they declined"
    missed = f.interview_missed
    if missed and not _talked_since(f, missed):
        return _rearrange(f, missed, day)
    if f.result in ATTEMPTS and not f.moved_on:
        return _try_again(f, f.result_on, day)
    if f.result in PUTS_OFF and not f.moved_on:
        if f.thanked and f.call_again:
            return _noted(f, f.call_again, day)
        return "they put you off, and no day to call again is filled in"
    first = _first_call(f, day)
    return first if isinstance(first, Found) else _unrecorded_call(f, day) or first


def _talked_since(f: Facts, missed: date) -> bool:
    """Tell whether the search for a new date has gone on, or ended, since an interview was cancelled or missed."""
    tried = f.result in ATTEMPTS and f.result_on is not None and f.result_on > missed
    return tried or bool(f.latest and f.latest.date >= missed)


def _noted(f: Facts, on: date, day: Day) -> Verdict:
    return _call_on(f, on, f"You noted to call again on {on}.", day, on)


def _unrecorded_call(f: Facts, day: Day) -> Verdict | None:
    """A call of which nothing is known, and after which nothing came, is to be made again, or its result filled in."""
    last = f.last_call
    if (
        last is None
        or last.result
        or f.result
        or f.conversations
        or any(d and d >= last.date for d in (f.interview, f.replied))
    ):
        return None
    due = f.call_again or day.bd(last.date, day.intervals.call_retry)
    return _call_on(f, due, f"You called on {last.date}, and no result is filled in.", day, last.date)


def _rearrange(f: Facts, missed: date, day: Day) -> Verdict:
    base = max(d for d in (missed, f.last_call and f.last_call.date) if d)
    noted = f.call_again_since(missed)
    due = noted or day.bd(base, day.intervals.call_cancelled)
    if day.before_us(base, noted):
        return EARLIER
    why = f"The interview on {missed} was {'cancelled' if f.contact.interview_held is Held.CANCELLED else 'missed'}; find a new date."
    return Found("R8", Step.CALL if f.contact.phone else Step.RESCHEDULE, due, why)


def _try_again(f: Facts, last: date | None, day: Day) -> Verdict:
    used, allowed = f.attempts(), day.intervals.call_attempts
    if used >= allowed:
        return f"{used} calls without reaching them are enough"
    if f.call_again:
        return _noted(f, f.call_again, day)
    if last is None:
        return Found("R8", Step.CALL, day.today, f"{f.result}, on a day that is not filled in.")
    return _call_on(
        f,
        day.bd(last, day.intervals.call_retry),
        f"{f.result} on {last}; call {used + 1} of {allowed}.",
        day,
        last,
    )


def _first_call(f: Facts, day: Day) -> Verdict:
    if not f.approach or not f.letter:
        return "no approach letter has gone"
    if not f.contact.phone:
        return "no phone number"
    result_on = (f.result_on or day.today) if f.result else None
    came = (f.replied, f.interview, f.latest.date if f.latest else None, result_on)
    if any(f.since_approach(d) for d in came):
        return "a reply, a result or an interview has come since the letter"
    noted = f.call_again_since(f.approach)
    if noted:
        return _noted(f, noted, day)
    days = day.intervals.call_post if f.by_post else day.intervals.call_email
    due = f.promised or day.bd(f.letter, days)
    why = (
        f"Your letter of {f.letter} promised this call." if f.promised else f"Your letter went on {f.letter}."
    )
    return _call_on(f, due, why, day, f.letter)


def _call_on(f: Facts, due: date, why: str, day: Day, *rests_on: date) -> Verdict:
    if day.before_us(*rests_on):
        return EARLIER
    return Found("R8", Step.CALL, due if f.call_again else max(due, _back(f, day)), why)


def _back(f: Facts, day: Day) -> date:
    """When to try somebody who is away: the business day after their return, else five after their notice."""
    if f.away is None:
        return date.min
    back = back_on(f.away)
    return day.bd(back, 1) if back else day.bd(f.away.date, 5)


def follow_up(f: Facts, day: Day) -> Verdict:
    """R10: one more letter, once, where nothing has ever come back."""
    if not f.approach:
        return "no approach letter has gone"
    if f.follow_up:
        return f"the follow-up went on {f.follow_up}"
    if (
        f.replied
        or f.conversations
        or f.interview
        or f.result in ACCEPTED
        or any(c.result in ACCEPTED for c in f.calls)
    ):
        return "they have answered"
    used = f.attempts()
    if used >= day.intervals.call_attempts and f.last_call:
        base, due = f.last_call.date, day.bd(f.last_call.date, day.intervals.follow_up_calls)
        why = f"{used} calls did not reach them, the last on {base}."
    elif not f.contact.phone:
        base, due = f.approach, day.bd(f.approach, day.intervals.follow_up)
        why = f"Your letter of {base} is unanswered, and there is no phone number."
    else:
        return "a call comes first"
    if day.before_us(base):
        return EARLIER
    return Found(
        "R10",
        Step.FOLLOW_UP,
        max(due, _back(f, day)),
        why,
        LetterKind.FOLLOW_UP,
        again("1", EventKind.FOLLOW_UP, f),
    )


def keep_in_touch(f: Facts, day: Day) -> Verdict:
    """R11: a note now and then to those who have been thanked."""
    if not f.thanked or f.latest is None or f.thank_you is None or f.last_contact is None:
        return "nobody to keep in touch with yet: no thanked conversation"
    if f.result in REFUSED or f.latest.letter is LetterKind.THANK_YOU_DECLINED:
        return "they declined"
    if f.interview and f.interview >= day.today and f.contact.interview_held is None:
        return "an interview is ahead"
    notes = f.past.letters(EventKind.KEEP_IN_TOUCH)
    if _unanswered(f) >= note_limit(f, day.intervals):
        return "the last notes went unanswered; let it rest"
    since = [n for n in notes if n.date >= f.thank_you]
    base = max(f.thank_you, f.last_contact)
    if day.before_us(base):
        return EARLIER
    if since:
        due = day.bd(f.last_contact + timedelta(days=day.intervals.keep_again), 0)
    else:
        due = day.bd(base, day.intervals.keep_first)
    return Found(
        "R11",
        Step.KEEP_IN_TOUCH,
        due,
        f"The last contact was on {f.last_contact}.",
        LetterKind.KEEP_IN_TOUCH,
        again(str(len(notes) + 1), EventKind.KEEP_IN_TOUCH, f),
    )


def note_limit(f: Facts, intervals: Intervals) -> int:
    """Say how many unanswered notes end it: two, after a put-off one (R11)."""
    put_off = f.latest is not None and f.latest.letter is LetterKind.THANK_YOU_PUT_OFF
    return min(1, intervals.keep_unanswered) if put_off else intervals.keep_unanswered


def _unanswered(f: Facts) -> int:
    heard = max((d for d in (f.replied, f.latest and f.latest.date) if d), default=date.min)
    return sum(1 for n in f.past.letters(EventKind.KEEP_IN_TOUCH) if n.date > heard)


def approach(f: Facts, day: Day) -> Verdict:
    """R12: a complete target to whom nothing has gone and from whom nothing has come."""
    c = f.contact
    if not f.untouched and (
        f.letter or f.calls or f.replied or f.interview or f.last_contact or f.result or f.conversations
    ):
        return "there has been contact already"
    missing = incomplete(c)
    if missing:
        return f"{missing[1]} is missing"
    kind = LetterKind.APPROACH_REFERRAL if c.referred_by else LetterKind.APPROACH
    return Found(
        "R12",
        Step.APPROACH,
        day.bd(day.today, 0),
        "A complete target, and nothing has gone yet.",
        kind,
        again("1", EventKind.APPROACH, f),
    )


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


def prepare(f: Facts, day: Day) -> tuple[Found, ...]:
    """R7: prepare for an interview ahead, and confirm it."""
    c = f.contact
    if (
        c.interview_on is None
        or c.interview_on < day.today
        or c.interview_held is not None
        or c.duplicate
        or on_hold(c, day.today)
    ):
        return ()
    due = day.bd(c.interview_on, -day.intervals.prepare)
    steps = [Found("R7", Step.PREPARE_INTERVIEW, due, f"The interview is on {c.interview_on}.")]
    if _to_confirm(f, day):
        occasion = again(c.interview_on.isoformat(), EventKind.CONFIRM, f)
        steps.append(
            Found(
                "R7",
                Step.CONFIRM,
                due,
                f"The interview is on {c.interview_on}.",
                LetterKind.CONFIRM,
                occasion,
            )
        )
    return tuple(steps)


def _to_confirm(f: Facts, day: Day) -> bool:
    c = f.contact
    if not day.settings.confirm_interviews or c.interview_on is None or day.today >= c.interview_on:
        return False
    if c.channel is Channel.POST or not c.email_valid or f.bounced:
        return False
    if any(confirms(e, c.interview_on) for e in f.past.letters(EventKind.CONFIRM)):
        return False
    fixed = max(
        (d for d in (f.last_call and f.last_call.date, f.replied, f.answered) if d and d <= c.interview_on),
        default=None,
    )
    return fixed is None or day.bd(fixed, day.intervals.confirm_ahead) <= c.interview_on


def again(occasion: str, kind: EventKind, f: Facts) -> str:
    """Tell a letter that bounced from the one that replaces it."""
    bounced = sum(1 for e in f.past.taken_back if e.kind is kind) if f.past.taken_back else 0
    return f"{occasion}+{bounced}" if bounced else occasion


RULES: tuple[tuple[str, Callable[[Facts, Day], Verdict]], ...] = (
    ("R4", record_outcome),
    ("R5", thank_you),
    ("R6", answer_reply),
    ("R8", call),
    ("R10", follow_up),
    ("R11", keep_in_touch),
    ("R12", approach),
)


def next_step(f: Facts, day: Day) -> Found | None:
    """Return a contact's next step, due yet or not: the first rule that holds; None where R14 stops it or none does."""
    stopped = blocked(f, day)
    if stopped is not None:
        return stopped if isinstance(stopped, Found) else None
    if f.untouched:
        target = approach(f, day)
        return target if isinstance(target, Found) else None
    for _, rule in RULES:
        verdict = rule(f, day)
        if isinstance(verdict, Found):
            return verdict
    return None


def stage(f: Facts, day: Day, step: Found | None) -> Stage:
    """Say where a contact stands: the first stage that fits."""
    c = f.contact
    if on_hold(c, day.today):
        return Stage.ON_HOLD
    if f.untouched:
        return Stage.TARGET if step or not incomplete(c) else Stage.INCOMPLETE
    if f.bounced:
        return Stage.BOUNCED
    if f.result in REFUSED:
        return Stage.DECLINED
    if _scheduled(f, day, step):
        return Stage.SCHEDULED
    if step and step.rule == "R6":
        return Stage.REPLIED
    if f.latest and f.unthanked and not day.before_us(f.latest.date):
        return Stage.PUT_OFF if f.latest.letter is LetterKind.THANK_YOU_PUT_OFF else Stage.MET
    if f.latest and (f.thanked or day.before_us(f.latest.date)):
        return Stage.IN_TOUCH if step or not f.thanked or f.interview_missed else Stage.RESTING
    if f.approach or f.last_contact or f.calls or f.interview or f.result or f.past.letters(*LETTER_EVENTS):
        return Stage.APPROACHED if step else Stage.RESTING
    return Stage.INCOMPLETE if incomplete(c) else Stage.TARGET


def _scheduled(f: Facts, day: Day, step: Found | None) -> bool:
    c = f.contact
    ahead = c.interview_on is not None and c.interview_on >= day.today and c.interview_held is None
    return ahead or (step is not None and step.step is Step.RECORD_OUTCOME)
