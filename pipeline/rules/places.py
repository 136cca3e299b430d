"""R12: how many first letters a day, to whom first, and one open one an organization."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model import EventKind
from pipeline.model.texts import firm
from pipeline.rules.facts import Facts
from pipeline.rules.ruling import Day, Found

HORIZON = timedelta(days=400)
_PRIORITY = {"A": 1, "B": 2, "C": 3}


class Places(NamedTuple):
    """What the day's letters have to leave room for, by contact.

    `gone_today`: approaches sent or exported today. `kept`: approved or edited. `exported`: approaches exported, and
    when. `skipped`: put off. `lacking`: whose letter would have a placeholder. `on_its_way`: letters exported, or of
    which nobody knows whether they went, by contact and event, and since when.
    """

    gone_today: int = 0
    kept: frozenset[str] = frozenset()
    exported: Mapping[str, date] = MappingProxyType({})
    skipped: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    on_its_way: Mapping[tuple[str, EventKind], date] = MappingProxyType({})


NO_PLACES = Places()


def spread(
    approaches: Mapping[int, Found], everybody: Sequence[Facts], day: Day, places: Places
) -> Iterable[tuple[Facts, Found, date]]:
    """Give each target its day: the daily goal today, then a business day's worth each day.

    `approaches` are the targets' first letters by row, `everybody` stands in the rows' order. What was exported or put off
    is due today, and takes no place. A letter that keeps its place is due on the next business day at the latest, whatever
    the goal.
    """
    settled = places.skipped | places.exported.keys()
    targets = [f for f in everybody if f.contact.row in approaches]
    yield from ((f, approaches[f.contact.row], day.today) for f in targets if f.contact.id in settled)
    queue = [f for f in targets if f.contact.id not in settled]
    queue.sort(key=lambda f: _turn(f, places))
    goal = max(day.settings.daily_goal, 0)
    calendar = _Calendar(day, goal, goal - places.gone_today)
    free = _free_from(everybody, day, places)
    for f in queue:
        found, keeps = approaches[f.contact.row], f.contact.id in places.kept
        if calendar.full and not keeps:
            break  # those who keep their places stand first
        house = firm(f.contact.organization)
        open_until = found.due if f.by_referral else free.get(house, found.due)
        when = calendar.take(calendar.first) if keeps else calendar.place(max(found.due, open_until))
        if when is None:
            continue
        if not f.by_referral:
            free[house] = max(day.bd(when, day.intervals.same_organization), free.get(house, when))
        yield f, found, when


class _Calendar:
    """The business days to come and the places left on each."""

    def __init__(self, day: Day, goal: int, today: int) -> None:
        self.first = day.bd(day.today, 0)
        self._day, self._goal, self._today = day, goal, today
        self._taken: Counter[date] = Counter()
        self._open = self.first
        self._farthest = day.today + HORIZON

    @property
    def full(self) -> bool:
        """Tell whether no place is left within the horizon."""
        return self._open > self._farthest

    def take(self, when: date) -> date:
        """Take a place on a day, whether one is left or not."""
        self._taken[when] += 1
        return when

    def place(self, earliest: date) -> date | None:
        """Take the first place on or after a day; None where there is none within the horizon."""
        while self._full(self._open) and not self.full:
            self._open = self._day.bd(self._open, 1)
        when = max(self._open, self._day.bd(earliest, 0))
        while self._full(when) and when <= self._farthest:
            when = self._day.bd(when, 1)
        return self.take(when) if when <= self._farthest else None

    def _full(self, when: date) -> bool:
        return self._taken[when] >= (self._today if when == self.first else self._goal)


def _turn(f: Facts, places: Places) -> tuple[bool, bool, bool, bool, int]:
    """Order targets as R12 says; one whose letter would be held back takes no place from the others."""
    c, referral = f.contact, f.by_referral
    lacks = c.id in places.lacking or (referral and not f.named_by)
    return c.id not in places.kept, bool(c.in_doubt), lacks, not referral, _PRIORITY.get(c.priority, 4)


def _free_from(everybody: Iterable[Facts], day: Day, places: Places) -> dict[str, date]:
    """Say from which day on a stranger at an organization may be written to, while a first letter there is open."""
    free: dict[str, date] = {}
    for f in everybody:
        sent = places.exported.get(f.contact.id) or (f.approach if f.approach and _open(f) else None)
        if sent and not f.by_referral:
            house, until = firm(f.contact.organization), day.bd(sent, day.intervals.same_organization)
            free[house] = max(until, free.get(house, until))
    return free


def _open(f: Facts) -> bool:
    """Tell whether nothing has come of an approach: no reply, result, interview or follow-up since."""
    came = (
        f.replied,
        f.interview,
        f.follow_up,
        f.latest.date if f.latest else None,
        *(c.date for c in f.calls if c.result),
    )
    return not any(f.since_approach(d) for d in came)
