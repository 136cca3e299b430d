"""What a rule is measured against, and what it says: a step that is owed, or why none is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model import EventKind, LetterKind, Settings, Step
from pipeline.rules.facts import Facts
from pipeline.rules.intervals import Intervals
from pipeline.rules.workdays import Workdays


class Day(NamedTuple):
    """What every rule is measured against.

    `closed_fields` say by a field's key why nobody new is written to in it (R21); `in_hand` are the contacts whose approach
    the user has approved, edited or exported: it stays theirs.
    """

    today: date
    workdays: Workdays
    intervals: Intervals
    settings: Settings
    closed_fields: Mapping[str, str] = MappingProxyType({})
    in_hand: frozenset[str] = frozenset()

    def bd(self, day: date, n: int) -> date:
        """Return the n-th business day from a day."""
        return self.workdays.bd(day, n)

    def before_us(self, *days: date | None) -> bool:
        """Tell whether all that a step rests on lies before Settings' Act from."""
        start = self.settings.act_from
        known = [d for d in days if d]
        return bool(start and known and max(known) < start)


class Found(NamedTuple):
    """A step that a rule asks for. `to_do`: what to do, where the step's words don't fit."""

    rule: str
    step: Step
    due: date
    why: str
    letter: LetterKind | None = None
    occasion: str = ""
    held_back: str = ""
    put_off: bool = False
    to_do: str = ""


Ruling = Found | str
EARLIER = "it lies before Act from, so nothing is owed"


def replacing(occasion: str, kind: EventKind, f: Facts) -> str:
    """Tell a letter that bounced from the one that replaces it."""
    bounced = sum(e.kind is kind for e in f.past.taken_back) if f.past.taken_back else 0
    return f"{occasion}+{bounced}" if bounced else occasion
