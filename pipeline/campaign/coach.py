"""Whether the search is bogged down, and what would carry it on (R18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.campaign.counts import Rate, monday_of
from pipeline.campaign.odds import letters_needed
from pipeline.campaign.story import Story
from pipeline.rules.workdays import Workdays

ENOUGH_LETTERS, LONG_ENOUGH, SOON = 10, 10, 5
"""Letters, the business days that they have been out and that are looked back on, and those looked ahead (R18)."""
SHOTGUN = 8
"""Letters a day beyond which more letters are no advice (R18)."""


class Record(NamedTuple):
    """What the letters brought: of `n` people written to with a final answer or resting, `yes` agreed to talk."""

    yes: int
    n: int
    waiting: int


class Verdict(NamedTuple):
    """Whether the search is bogged down, and why or why not; `judged` is False while it is too early to tell."""

    bogged_down: bool
    why: str
    judged: bool = True


def record_of(people: Sequence[Story]) -> Record:
    """Count what came of the approach letters, one a person (R17, R18)."""
    written = [p for p in people if p.approached_on]
    settled = [p.answer for p in written if p.answer.settled]
    return Record(sum(a.agreed for a in settled), len(settled), len(written) - len(settled))


def letters_a_day(people: Sequence[Story], workdays: Workdays, today: date) -> float:
    """Return the approach letters per business day over the last ten, today's included."""
    since = workdays.bd(today, -LONG_ENOUGH)
    return sum(since < p.approached_on <= today for p in people if p.approached_on) / LONG_ENOUGH


def verdict_on(people: Sequence[Story], goal: int, workdays: Workdays, today: date) -> Verdict:
    """Tell whether the search is bogged down (R18).

    Ten business days ago is still within the last ten, and the fifth from today within the next five. A week without any
    business day is passed over for the one before it. No verdict before ten letters have been out for ten business days.
    """
    back = workdays.bd(today, -LONG_ENOUGH)
    old = sum(workdays.bd(p.approached_on, LONG_ENOUGH) <= today for p in people if p.approached_on)
    if old < ENOUGH_LETTERS:
        return Verdict(
            False,
            f"Too early to tell: {_count(old, 'letter has', 'letters have')} been out for {LONG_ENOUGH} "
            f"business days, and it takes {ENOUGH_LETTERS} letters to judge.",
            judged=False,
        )
    talks = [d for p in people for d in p.talks if d <= today]
    ahead = [p.booked for p in people if p.booked and today <= p.booked <= workdays.bd(today, SOON)]
    if not ahead and not any(d >= back for d in talks):
        return Verdict(
            True,
            f"There was no interview in the last {LONG_ENOUGH} business days, and none is set for the next {SOON}.",
        )
    mondays = _full_weeks(workdays, today)
    held = sum(monday_of(d) in mondays for d in talks)
    said = f"The last 2 full weeks brought {_count(held, 'interview', 'interviews')}; your goal is {goal} a week."
    return Verdict(held < 2 * goal, said)


def needed(record: Record, goal: int) -> int | None:
    """Return the letters a day that bring the week's goal with 80 % probability, on this record (R18)."""
    return letters_needed(goal, record.yes, record.n)


def best_source(rates: Sequence[Rate]) -> Rate | None:
    """Return the source that answers best, a few answers weighing less than many; None while none has said yes."""
    said_yes = [r for r in rates if r.agreed]
    return max(said_yes, key=lambda r: (r.range or (0.0, 0.0))[0], default=None)


def _full_weeks(workdays: Workdays, today: date) -> set[date]:
    monday, found = monday_of(today), set[date]()
    for _ in range(60):
        monday -= timedelta(weeks=1)
        if workdays.between(monday - timedelta(days=1), monday + timedelta(days=6)):
            found.add(monday)
        if len(found) == 2:
            break
    return found


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"
