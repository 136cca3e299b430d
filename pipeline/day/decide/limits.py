"""Which letters are in review, and how many of a kind are drafted a day."""

from __future__ import annotations

from pipeline.day.decide.hands import in_hand
from pipeline.day.world import World
from pipeline.letters.compose import Wanted
from pipeline.model import EventKind, LetterKind
from pipeline.rules.agenda import Agenda


def in_review(wanted: list[Wanted], agenda: Agenda, world: World) -> list[Wanted]:
    """Leave out what is not drafted yet: notes beyond the day's (R11), and what was put off (R22).

    What the user approved or edited stays, with its later day.
    """
    mine = in_hand(world, world.state)
    staying = {w.code for w in wanted if w.locked or w.code in mine}
    few = {w.code for w in _few(wanted, agenda, world)}
    return [
        w
        for w in wanted
        if w.code in staying
        or (
            w.action.due <= agenda.next_business_day
            and (w.kind is not LetterKind.KEEP_IN_TOUCH or w.code in few)
        )
    ]


def _few(wanted: list[Wanted], agenda: Agenda, world: World) -> list[Wanted]:
    """R11: choose the day's keep-in-touch notes, those already in review first."""
    notes = [
        w for w in wanted if w.kind is LetterKind.KEEP_IN_TOUCH and w.action.due <= agenda.next_business_day
    ]
    gone = sum(
        1
        for s in agenda.standings.values()
        for e in s.facts.past.letters(EventKind.KEEP_IN_TOUCH)
        if e.date == agenda.today
    )
    notes.sort(key=lambda w: (w.record is None and w.receipt is None, w.action.due, w.action.row))
    return notes[: max(world.intervals.keep_per_day - gone, 0)]
