"""How many letters of a kind are drafted a day."""

from __future__ import annotations

from pipeline.letters.compose import Desk, Wanted
from pipeline.model import EventKind, LetterKind
from pipeline.rules.agenda import Agenda


def limited(wanted: list[Wanted], agenda: Agenda, desk: Desk) -> list[Wanted]:
    """R11: only so many keep-in-touch notes are drafted a day, those already in review first."""
    notes = [w for w in wanted if w.kind is LetterKind.KEEP_IN_TOUCH]
    gone = sum(
        1
        for s in agenda.standings.values()
        for e in s.facts.past.letters(EventKind.KEEP_IN_TOUCH)
        if e.date == agenda.today
    )
    notes.sort(key=lambda w: (w.record is None and w.receipt is None, w.action.due, w.action.row))
    kept = {w.code for w in notes[: max(desk.day.intervals.keep_per_day - gone, 0)]} | {
        w.code for w in notes if w.locked
    }
    return [w for w in wanted if w.kind is not LetterKind.KEEP_IN_TOUCH or w.code in kept]
