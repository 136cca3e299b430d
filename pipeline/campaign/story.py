"""What happened with each person: History, and the row where it is newer, each thing once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pipeline.model import (
    ACCEPTED,
    LETTER_EVENTS,
    PUTS_OFF,
    REFUSED,
    TALKED,
    CallResult,
    Contact,
    Event,
    EventKind,
    Held,
    Stage,
)
from pipeline.rules.details import held_of, result_of
from pipeline.rules.facts import Facts

AGREED = ACCEPTED | {CallResult.INTERVIEWED}


class Answer(NamedTuple):
    """How one person stands, from what the row says now: the Dashboard's formulas ask the row the same.

    `agreed`: the latest result is an acceptance, or there is an interview; `settled`: agreed, refused, put off or resting
    (R17); `talked`: the latest result or interview was a conversation, or a thank-you has gone.
    """

    written_on: date | None = None
    agreed: bool = False
    settled: bool = False
    talked: bool = False


NO_ANSWER = Answer()


class Story(NamedTuple):
    """One person's story, each list by date. `booked`: an interview not yet held; `first_on`: when anything happened first;
    `approached_on`: the day of the first approach letter that arrived.

    `results` are what calls and mails brought; `talks` the days of interviews that happened (RULES: held = Yes, or on the
    call that asked for it); `conversations` those of all conversations: interviews, put-offs, refusals, being passed on.
    """

    contact: Contact
    stage: Stage
    answer: Answer = NO_ANSWER
    letters: tuple[tuple[date, EventKind], ...] = ()
    calls: tuple[date, ...] = ()
    results: tuple[tuple[date, CallResult], ...] = ()
    interviews: tuple[date, ...] = ()
    booked: date | None = None
    replies: tuple[date, ...] = ()
    talks: tuple[date, ...] = ()
    conversations: tuple[date, ...] = ()
    first_on: date | None = None
    approached_on: date | None = None

    @property
    def thanked(self) -> tuple[date, ...]:
        """Return the days of thank-you letters to this person."""
        return tuple(d for d, kind in self.letters if kind is EventKind.THANK_YOU)

    @property
    def agreed_on(self) -> date | None:
        """Return the day on which they first agreed to talk; agreed by mail: their reply, else the interview's day."""
        on_calls = [d for d, r in self.results if r in AGREED]
        met = [*self.interviews, self.booked] if self.booked else self.interviews
        if on_calls or not met:
            return min(on_calls, default=None)
        return min([d for d in self.replies if d <= min(met)], default=min(met))


def has_story(f: Facts) -> bool:
    """Tell whether there is anything to tell: nothing has happened yet with most people of a long list."""
    c = f.contact
    return bool(f.past.events or c.interview_on or c.call_result or c.interview_held or f.thank_you)


def story_of(f: Facts, stage: Stage, since: date | None = None) -> Story:
    """Tell one person's story from the row and its History; `since` leaves out what lies before it (Settings: Act from)."""
    c, first = f.contact, since or date.min
    calls, mail, held, replies = _gathered(f.past.events, first)
    results = sorted([*((d, r) for d, r in calls.items() if r), *mail])
    booked = c.interview_on if c.interview_on and not c.interview_held and c.interview_on >= first else None
    if booked:
        held.pop(booked, None)
    talks = {d for d, word in held.items() if word is Held.YES} | {
        d for d, r in results if r is CallResult.INTERVIEWED
    }
    again = {t.date for t in f.conversations if t.said_first}  # a refusal told by call and by mail is one
    told = [d for d, r in results if r in TALKED and not (r in REFUSED and d in again)]
    conversations = sorted(talks.union(told))
    letters = tuple(x for x in _letters(f) if x[0] >= first)
    interviews = sorted(held)
    known = [
        *(d for d, _ in letters[:1]),
        *sorted(calls)[:1],
        *replies[:1],
        *conversations[:1],
        *interviews[:1],
    ]
    return Story(
        c,
        stage,
        answer_of(f, stage, since),
        letters,
        tuple(sorted(calls)),
        tuple(results),
        tuple(interviews),
        booked,
        tuple(replies),
        tuple(sorted(talks)),
        tuple(conversations),
        min(known, default=None),
        next((d for d, kind in letters if kind is EventKind.APPROACH), None),
    )


_Results = dict[date, CallResult | None]


def _gathered(
    events: Sequence[Event], first: date
) -> tuple[_Results, set[tuple[date, CallResult]], dict[date, Held], list[date]]:
    """Sort events into calls, results by mail, interviews and replies; of two on one day the later row counts."""
    calls: _Results = {}
    mail: set[tuple[date, CallResult]] = set()
    held: dict[date, Held] = {}
    replies: dict[date, None] = {}
    for e in events:
        if e.date < first:
            continue
        if e.kind is EventKind.CALL:
            calls[e.date] = result_of(e)
        elif e.kind is EventKind.REPLY:
            replies[e.date] = None
            result = result_of(e)
            if result:
                mail.add((e.date, result))
        elif e.kind is EventKind.INTERVIEW and (word := held_of(e)):
            held[e.date] = word
    return calls, mail, held, sorted(replies)


def answer_of(f: Facts, stage: Stage, since: date | None) -> Answer:
    """Say how a person stands (R17); what is dated before `since` counts nowhere, and what has no date counts without one."""
    c = f.contact
    result = f.result if _from(f.last_call.date if f.last_call else f.replied, since) else None
    interview = c.interview_on is not None and _from(c.interview_on, since)
    written = f.approach if f.approach and _from(f.approach, since) else None
    agreed = result in AGREED or interview
    resting = stage is Stage.RESTING and (
        written is not None or bool(f.last_call and _from(f.last_call.date, since))
    )
    talked = (
        result in TALKED
        or (interview and c.interview_held is Held.YES)
        or bool(f.thank_you and _from(f.thank_you, since))
    )
    return Answer(written, agreed, agreed or result in REFUSED | PUTS_OFF or resting, talked)


def _from(day: date | None, since: date | None) -> bool:
    return since is None or (day is not None and day >= since)


def _letters(f: Facts) -> list[tuple[date, EventKind]]:
    """List the letters that arrived, the newest approach and follow-up on the dates that the row gives them."""
    back = f.past.taken_back
    letters = [
        (e.date, e.kind) for e in f.past.events if e.kind in LETTER_EVENTS and (not back or e not in back)
    ]
    for kind, sent in ((EventKind.APPROACH, f.approach), (EventKind.FOLLOW_UP, f.follow_up)):
        known = [d for d, k in letters if k is kind] if sent else []
        if known and sent and sent not in known:
            letters[letters.index((known[-1], kind))] = (sent, kind)
    return sorted(letters) if len(letters) > 1 else letters
