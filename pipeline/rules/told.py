"""What History told of each contact once it was written: a workbook that was put back from before it lacks some of it (R5, R10). Pure."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.model import LETTER_EVENTS, Event, EventKind
from pipeline.rules.details import held_of, interview_detail, result_of, type_of

_NOT_KEPT = frozenset({EventKind.AUTOMATIC})
_GOES_ON = frozenset(
    {EventKind.CALL, EventKind.ANSWER, EventKind.INTERVIEW, EventKind.FOLLOW_UP, EventKind.THANK_YOU}
)
"""What shows, on a later day, that the user has gone on from what was lost."""


class Fact(NamedTuple):
    """A row of History that no receipt tells of: what came of it in a word, and whether a mail brought it."""

    kind: EventKind
    date: date
    said: str = ""
    by_mail: bool = False

    @property
    def is_letter(self) -> bool:
        """Tell whether it is a letter that the user sent on their own."""
        return self.kind in LETTER_EVENTS

    def __str__(self) -> str:
        """Name it as History does."""
        return f"{self.kind} of {self.date}" + (f" ({self.said})" if self.said else "")


class OnceTold(NamedTuple):
    """What stood of a contact: `shown` in the program's own cells, `facts` in History, `lost` once, and not any more.

    What is lost stays known once the user has gone on: that may be undone.
    """

    shown: str = ""
    facts: tuple[Fact, ...] = ()
    lost: tuple[Fact, ...] = ()


def facts_in(events: Iterable[Event], ours: Collection[str]) -> tuple[Fact, ...]:
    """Take from History what the ledger has no receipt of; `ours` are the Message-IDs that it has, up to the @."""
    return tuple(
        Fact(e.kind, e.date, _came_of(e), bool(e.message_id))
        for e in events
        if e.kind not in _NOT_KEPT
        and not (e.kind in LETTER_EVENTS and e.message_id.partition("@")[0] in ours)
    )


def _came_of(e: Event) -> str:
    held = held_of(e)
    return interview_detail(held, type_of(e)) if held else str(result_of(e) or "")


def lost_since(
    before: OnceTold, shown: str, events: Sequence[Event], ours: Collection[str]
) -> tuple[Fact, ...]:
    """List what was told before and isn't any more, where our own cells are not as we wrote them: the workbook is from before it.

    As we wrote them, the user took the rows out of History. What was corrected to another day is none. What is over still counts.
    """
    gone = _missing(before.facts, facts_in(events, ours)) if not _is_ours(shown, before.shown) else []
    return tuple(f for f in dict.fromkeys((*before.lost, *gone)) if not _is_there(f, events))


def _is_ours(shown: str, written: str) -> bool:
    """Tell whether our cells, a stage and a day, are as we wrote them; who takes something out blanks one of them, too."""
    now, was = shown.rpartition(" ")[::2], written.rpartition(" ")[::2]
    return now == was or (any(now) and all(cell in ("", ours) for cell, ours in zip(now, was, strict=True)))


def kinds_otherwise(remembered: str, events: Iterable[Event], ours: Collection[str]) -> frozenset[EventKind]:
    """Say of which kinds History tells otherwise than it told once."""
    return frozenset(f.kind for f in {*read_told(remembered).facts} ^ {*facts_in(events, ours)})


def _missing(before: Sequence[Fact], now: Sequence[Fact]) -> list[Fact]:
    found: list[Fact] = []
    for kind in dict.fromkeys(f.kind for f in before):
        was, has = ({f.date: f for f in facts if f.kind is kind} for facts in (before, now))
        gone = sorted(was.keys() - has.keys())
        corrected = len(has.keys() - was.keys())
        found += [was[day] for day in gone[: len(gone) - corrected]]
    return found


def _is_there(fact: Fact, events: Sequence[Event]) -> bool:
    """Tell whether History tells of it again."""
    return any((e.kind, e.date) == (fact.kind, fact.date) for e in events)


def is_over(fact: Fact, events: Sequence[Event]) -> bool:
    """Tell whether History tells of what the user did later than what was lost, or of the like of it."""
    if fact.is_letter:
        return any(e.kind is fact.kind and e.date >= fact.date for e in events)
    return any(e.kind in _GOES_ON | {fact.kind} and e.date > fact.date for e in events)


def told_text(told: OnceTold) -> str:
    """Write what is to be remembered; "" where that is nothing."""
    if not (told.facts or told.lost):
        return ""
    packed = [[[f.kind, f.date.isoformat(), f.said, f.by_mail] for f in facts] for facts in told[1:]]
    return json.dumps([told.shown, *packed])


def read_told(text: str) -> OnceTold:
    """Read what was remembered."""
    if not text:
        return OnceTold()
    shown, facts, lost = json.loads(text)
    return OnceTold(shown, _facts(facts), _facts(lost))


def _facts(packed: Iterable[Sequence[str]]) -> tuple[Fact, ...]:
    return tuple(
        Fact(EventKind(kind), date.fromisoformat(day), said, bool(by_mail))
        for kind, day, said, by_mail in packed
    )


def brought_by_mail(remembered: Mapping[str, str]) -> dict[str, str]:
    """Keep what a mail brought, and what was lost before: the rest the user took back with the write that had it."""
    kept = {i: read_told(text) for i, text in remembered.items()}
    left = {i: told_text(t._replace(facts=tuple(f for f in t.facts if f.by_mail))) for i, t in kept.items()}
    return {i: text for i, text in left.items() if text}
