"""The advertised market beside the conversations, both from the user's own record (R24)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.campaign.odds import interval, median_interval
from pipeline.campaign.story import Story
from pipeline.model import ATTEMPTS, Application, ApplicationAnswer

ENOUGH = 10
"""Applications, and letters, from which on there is anything to set side by side (R24)."""
_INVITED = frozenset({ApplicationAnswer.INTERVIEW, ApplicationAnswer.OFFER})
Bounds = tuple[float, float]


class Side(NamedTuple):
    """What `n` letters or applications brought so far; `days` from each to its first answer, where that has a date."""

    n: int
    answers: int
    interviews: int
    days: tuple[int, ...] = ()

    @property
    def answers_range(self) -> Bounds:
        """Return the 80 % interval of the share answered."""
        return interval(self.answers, self.n)

    @property
    def interviews_range(self) -> Bounds:
        """Return the 80 % interval of the share that brought an interview."""
        return interval(self.interviews, self.n)

    @property
    def middle(self) -> float | None:
        """Return the median of the days; None without any."""
        from statistics import median

        return median(self.days) if self.days else None

    @property
    def middle_range(self) -> Bounds | None:
        """Return the 80 % interval of the median; None where there are too few for one."""
        return median_interval(self.days)


class Market(NamedTuple):
    """Letters beside applications."""

    letters: Side
    applications: Side


def market_of(
    people: Iterable[Story], applications: Iterable[Application], since: date | None
) -> Market | None:
    """Set both side by side, from `since` (Settings: Act from) on; None below ten of either (R24)."""
    letters = _letters([p for p in people if p.approached_on])
    applied = _applications([a for a in applications if since is None or a.on >= since])
    return Market(letters, applied) if min(letters.n, applied.n) >= ENOUGH else None


def _letters(written: Sequence[Story]) -> Side:
    """Count people written to: one answers by mail, by a call that reached them, or by a talk; agreeing is an interview."""
    first = [_first_answer(p) for p in written]
    agreed = [p.answer.agreed or bool(_since_letter(p, p.talks)) for p in written]
    answered = sum(bool(day) or yes for day, yes in zip(first, agreed, strict=True))
    days = tuple(
        (d - p.approached_on).days for p, d in zip(written, first, strict=True) if d and p.approached_on
    )
    return Side(len(written), answered, sum(agreed), days)


def _first_answer(p: Story) -> date | None:
    reached = [d for d, result in p.results if result not in ATTEMPTS]
    return min(_since_letter(p, [*p.replies, *reached]), default=None)


def _since_letter(p: Story, days: Iterable[date]) -> list[date]:
    return [d for d in days if p.approached_on and d >= p.approached_on]


def _applications(applied: Sequence[Application]) -> Side:
    interviews = sum(a.answer in _INVITED or a.interview_on is not None for a in applied)
    days = tuple((a.answered_on - a.on).days for a in applied if a.answered_on and a.answered_on >= a.on)
    return Side(len(applied), sum(map(_answered, applied)), interviews, days)


def _answered(a: Application) -> bool:
    said = a.answer not in (None, ApplicationAnswer.NONE)
    return said or a.answered_on is not None or a.interview_on is not None
