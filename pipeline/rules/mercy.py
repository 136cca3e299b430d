"""After days away: what still matters, and what may be let go in one step. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from pipeline.model import LETTER_EVENTS, Action, Event, Step
from pipeline.rules.agenda import Agenda, Standing, plan_day
from pipeline.rules.places import NO_PLACES
from pipeline.rules.ruling import Day
from pipeline.rules.steps import STEPS

AWAY = 5
"""Business days without anything recorded, after which one has been away."""
_MATTERS = (
    Step.THANK_YOU,
    Step.THANK_REFERRER,
    Step.ANSWER_REPLY,
    Step.RECORD_OUTCOME,
    Step.CALL,
)
_NAMED = 6
OWES_NOTHING = "What lies before that day owes nothing, and is left out of the counts."


class Return(NamedTuple):
    """Somebody is back after `days` business days, since `on`: what `matters` is due, `ahead` are interviews, `rest` may be let go.

    The rest is all that goes where `on` becomes the day to act from, late or coming, names to add among it.
    """

    days: int
    on: date
    matters: tuple[Action, ...]
    ahead: tuple[tuple[date, str], ...]
    rest: tuple[Action, ...]


def coming_back(agenda: Agenda, day: Day) -> Return | None:
    """Tell whether the user was away, and what that leaves; None where they weren't, or nothing of it is late any more.

    Known by what people do: letters, calls, answers and interviews recorded since Act from. Days off are no days away, and what
    the mailbox brings by itself is nobody's doing. Who is back for days is told as long as something from before is late.
    """
    late = [a for a in agenda.due() if a.days_late]
    away = _last_away(agenda, day) if late else None
    if away is None or not any(a.due < away[1] for a in late):
        return None
    days, on = away
    goes = _going(agenda, day, on)
    if on < day.today and not any(a.days_late and a.due < on for a in goes):
        return None
    lost = goes if on < day.today else agenda.due()
    matters = tuple(a for step in _MATTERS for a in lost if a.step is step and a.due <= day.today)
    held = [s.facts.contact for s in _own(agenda)]
    ahead = {(c.interview_on, c.name) for c in held if c.interview_on and c.interview_held is None}
    return Return(
        days,
        on,
        matters,
        tuple(sorted((then, name) for then, name in ahead if then >= day.today)),
        tuple(a for a in goes if a.step not in _MATTERS),
    )


def said_of(found: Return) -> list[str]:
    """Say it on one short page: what still matters, then the one step that lets the rest go."""
    lines = still_matters(found)
    if found.rest:
        first = "Do that first, and fill it in. Then let" if found.matters else "Let"
        lines.append(
            f"{first} the rest go in one step: type {found.on} at Act from on Settings. {OWES_NOTHING} These go:"
        )
        lines += [f"  {line}" for line in what_goes(found)]
    return lines


def still_matters(found: Return) -> list[str]:
    """Say how long one was away, and what still matters."""
    lines = [f"Before {found.on} nothing was recorded for {found.days} business days, and that is fine."]
    lines += (
        ["This still matters:"]
        if found.matters or found.ahead
        else ["Nobody waits for thanks, an answer or a call."]
    )
    lines += [f"  {line}" for line in _by_step(found.matters)]
    if found.ahead:
        lines.append(f"  Interviews ahead: {_named([f'{name} on {on}' for on, name in found.ahead])}")
    return lines


def what_goes(found: Return) -> list[str]:
    """Name what may be let go, step by step: whom it is about, and of somebody to add who named them."""
    return _by_step(found.rest)


def _by_step(actions: Iterable[Action]) -> list[str]:
    """List the people of each step, all that matters and the rest in the steps' order."""
    people: dict[Step, dict[str, None]] = {}
    for a in actions:
        name = f"{a.about[0]} (from {a.name})" if a.step is Step.ADD_REFERRAL and a.about else a.name
        people.setdefault(a.step, {})[name] = None
    return [f"{STEPS[step].title}: {_named(list(names))}" for step, names in people.items()]


def _last_away(agenda: Agenda, day: Day) -> tuple[int, date] | None:
    """Find the last time away: its business days, and the day of coming back, today where nothing was done before it."""
    since = day.settings.act_from or date.min
    days = sorted({e.date for e in _doings(agenda) if since <= e.date < day.today})
    for last, back in reversed(list(pairwise([*days, day.today]))):
        away = day.workdays.between(last, back - timedelta(days=1))
        if away >= AWAY:
            return away, back
    return None


def _going(agenda: Agenda, day: Day, on: date) -> tuple[Action, ...]:
    """List what is gone where `on` is the day to act from; letters that begin, and what is dated by itself, stay."""
    facts = [s.facts for s in agenda.standings.values()]
    then = day._replace(settings=day.settings._replace(act_from=on))
    pasts = {f.contact.id: f.past for f in facts}
    planned = plan_day([f.contact for f in facts], pasts, then, NO_PLACES, unread=(), untold=())
    left = {(a.contact_id, a.step, a.about) for a in planned.actions}
    stay = (Step.APPROACH, Step.PREPARE_INTERVIEW, Step.CONFIRM)
    return tuple(
        a for a in agenda.actions if a.step not in stay and (a.contact_id, a.step, a.about) not in left
    )


def _own(agenda: Agenda) -> Iterator[Standing]:
    return (s for s in agenda.standings.values() if not s.facts.contact.is_sample)


def _doings(agenda: Agenda) -> Iterator[Event]:
    told = (s.facts for s in agenda.standings.values() if s.facts.past.events)
    for facts in told:
        if not facts.contact.is_sample:
            yield from (e for e in facts.past.events if e.kind in LETTER_EVENTS or not e.message_id)


def _named(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
