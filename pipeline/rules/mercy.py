"""After days away: what still matters, and what may be let go in one step. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.model import LETTER_EVENTS, Action, Event, Step
from pipeline.rules.agenda import Agenda, Standing
from pipeline.rules.ruling import Day
from pipeline.rules.steps import STEPS

AWAY = 5
"""Business days without anything recorded, after which one has been away."""
_MATTERS = (
    Step.THANK_YOU,
    Step.THANK_REFERRER,
    Step.ANSWER_REPLY,
    Step.RECORD_OUTCOME,
    Step.PREPARE_INTERVIEW,
    Step.CALL,
)
_MAY_GO = frozenset({Step.FOLLOW_UP, Step.REMINDER, Step.KEEP_IN_TOUCH, Step.RESCHEDULE})
_NAMED = 6
OWES_NOTHING = "What lies before that day owes nothing."


class Return(NamedTuple):
    """Somebody comes back after `days` business days: what `matters` is due, `ahead` are interviews, `rest` may be let go."""

    days: int
    matters: tuple[Action, ...]
    ahead: tuple[tuple[date, str], ...]
    rest: tuple[Action, ...]


def coming_back(agenda: Agenda, day: Day) -> Return | None:
    """Tell whether the user was away, and what that leaves; None where they weren't, or nothing is late.

    Known by what people do: letters, calls, answers and interviews recorded before today and since Act from. Days off are no
    days away, and what the mailbox brings by itself is nobody's doing.
    """
    since = day.settings.act_from or date.min
    last = max((e.date for e in _doings(agenda) if since <= e.date < day.today), default=None)
    late = [a for a in agenda.due() if a.days_late]
    if last is None or not late:
        return None
    days = day.workdays.between(last, day.today - timedelta(days=1))
    if days < AWAY:
        return None
    held = [s.facts.contact for s in _own(agenda)]
    ahead = {(c.interview_on, c.name) for c in held if c.interview_on and c.interview_held is None}
    return Return(
        days,
        tuple(a for step in _MATTERS for a in agenda.due() if a.step is step),
        tuple(sorted((on, name) for on, name in ahead if on >= day.today)),
        tuple(a for a in late if a.step in _MAY_GO),
    )


def said_of(found: Return, today: date) -> list[str]:
    """Say it on one short page: what still matters, then the one step that lets the rest go."""
    lines = still_matters(found)
    if found.rest:
        first = "Do that first, and fill it in. Then let" if found.matters else "Let"
        lines.append(
            f"{first} the rest go in one step ({late_steps(found)}): type {today} at Act from on Settings. {OWES_NOTHING}"
        )
    return lines


def still_matters(found: Return) -> list[str]:
    """Say how long one was away, and what still matters."""
    lines = [f"You were away for {found.days} business days, and that is fine."]
    lines += ["This still matters:"] if found.matters or found.ahead else ["Nobody is waiting for you."]
    for step in _MATTERS:
        names = list(dict.fromkeys(a.name for a in found.matters if a.step is step))
        lines += [f"  {STEPS[step].title}: {_named(names)}"] if names else []
    if found.ahead:
        lines.append(f"  Interviews ahead: {_named([f'{name} on {on}' for on, name in found.ahead])}")
    return lines


def late_steps(found: Return) -> str:
    """Count what may be let go."""
    return "1 late step" if len(found.rest) == 1 else f"{len(found.rest)} late steps"


def _own(agenda: Agenda) -> Iterator[Standing]:
    return (s for s in agenda.standings.values() if not s.facts.contact.is_sample)


def _doings(agenda: Agenda) -> Iterator[Event]:
    for standing in _own(agenda):
        yield from (e for e in standing.facts.past.events if e.kind in LETTER_EVENTS or not e.message_id)


def _named(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
