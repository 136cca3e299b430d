"""What Today asks beside the steps: a field's verdict, and what may be let go after days away (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pipeline.campaign.fields import FieldRecord, ask, counted_in
from pipeline.ledger.records import digest
from pipeline.review.cells import Box, row_box
from pipeline.review.listing import step_key
from pipeline.review.sentences import readable, short_day
from pipeline.rules.mercy import OWES_NOTHING, Return, coming_back, still_matters, what_goes
from pipeline.sheets.schema import FIELDS

if TYPE_CHECKING:
    from pipeline.day.decide import Decision

MOST_FOUND = 6
"""What is shown of what was learned, the newest first; Fields has all."""


class VerdictAsked(NamedTuple):
    """A field whose verdict is due: what was expected of it, and beside it what was `found`: who said it, and the words.

    `more` was learned besides; `cell` takes the verdict.
    """

    name: str
    counted: str
    expected: str
    found: tuple[tuple[str, str], ...]
    more: int
    cell: Box


class Mercy(NamedTuple):
    """What to say after days away: `lines` of what still matters, and of the `rest` which may go in one step, once it `may`.

    `goes` names it; `on` is the day to act from, `shown` the hash that its form posts back.
    """

    lines: tuple[str, ...]
    rest: str
    goes: tuple[str, ...]
    on: date
    may: bool
    shown: str


def verdicts(decision: Decision) -> tuple[VerdictAsked, ...]:
    """List the fields whose verdict is due and has a cell to go to (R21)."""
    cells = ((f, row_box(decision, FIELDS.name, f.name, "verdict")) for f in decision.fields if f.asks)
    return tuple(_asked(f, cell, decision.world.today) for f, cell in cells if cell is not None)


def _asked(field: FieldRecord, cell: Box, today: date) -> VerdictAsked:
    found = tuple(
        (f"{w.name}, {short_day(w.on, today) if w.on else 'no date'}", w.words) for w in field.learned
    )
    more = max(len(found) - MOST_FOUND, 0)
    return VerdictAsked(field.name, counted_in(field), field.expects, found[:MOST_FOUND], more, cell)


def without_asked(sentences: Iterable[str], decision: Decision, asked: Iterable[VerdictAsked]) -> list[str]:
    """Leave out the sentences that ask for a verdict where it is asked for by buttons."""
    names = {one.name for one in asked}
    said = {ask(f) for f in decision.fields if f.asks and f.name in names}
    return [sentence for sentence in sentences if sentence not in said]


def mercy_of(decision: Decision) -> Mercy | None:
    """Lay out what is said after days away; None where nobody was away."""
    found, today = coming_back(decision.agenda, decision.day), decision.world.today
    if found is None:
        return None
    lines = tuple(readable(line.strip(), today) for line in still_matters(found))
    goes = tuple(what_goes(found))
    shown = digest(str(today), str(found.on), *(step_key(a) for a in found.rest))
    return Mercy(lines, _rest(found, today), goes, found.on, not found.matters, shown)


def _rest(found: Return, today: date) -> str:
    if not found.rest:
        return ""
    if found.matters:
        return "Do that first, and record it. Then the rest can be let go here in one step:"
    becomes = "Today" if found.on == today else short_day(found.on, today)
    return (
        f"The rest can be let go in one step. {becomes} becomes the day to act from. {OWES_NOTHING} These go:"
    )
