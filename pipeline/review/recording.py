"""What may be recorded on a page about a contact, laid out (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pipeline.day.noting import last_letter
from pipeline.model import Action, Contact
from pipeline.review.outcomes import (
    BY_MAIL,
    MET,
    WHENCE,
    CellField,
    Outcome,
    allowed,
    anything,
    cells_asked,
    of_day,
    outcome,
    outcomes_of,
    possible,
)
from pipeline.review.people import page_key, person_shown
from pipeline.review.recordform import Flawed
from pipeline.review.sentences import readable
from pipeline.rules.replies import asked_rest, refused_in
from pipeline.sheets.saying import refused_before, refused_on_call

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.rules.facts import Facts
    from pipeline.rules.ruling import Day


class Recording(NamedTuple):
    """What may be recorded on a page about a contact; `chosen` is the outcome whose cells are asked for."""

    key: str
    name: str
    shown: str
    groups: tuple[tuple[str, tuple[Outcome, ...]], ...]
    today: str
    source: str
    here: str
    chosen: Outcome | None = None
    fields: tuple[CellField, ...] = ()
    on: str = ""
    flawed: str = ""
    mended: Mapping[str, str] = {}


def recording(
    decision: Decision,
    c: Contact,
    action: Action | None,
    here: str,
    typed: Mapping[str, str],
    flaw: Flawed | None = None,
) -> Recording:
    """Lay out what may be recorded: of a step what may come of it, of a contact anything."""
    facts, today = decision.agenda.standings[c.row].facts, decision.world.today
    rests = asked_rest(facts)
    chosen = outcome(typed.get("outcome", ""))
    went = last_letter(decision.world, c, facts.past, today)
    return Recording(
        page_key(decision, c),
        c.name or c.organization,
        person_shown(c),
        tuple(
            (heading, possible(found, c, today, letter_out=went is not None))
            for heading, found in _groups(decision, c, action, rests=rests)
            if found
        ),
        today.isoformat(),
        here.rpartition("/")[2] if action else "",
        here,
        chosen,
        _fields(chosen, c, {"on_hold": "Yes", **typed} if rests else typed, went.to if went else "")
        if chosen
        else (),
        typed.get("on", "") or _day_of(chosen, c, facts, decision.day).isoformat(),
        flaw.attrs if flaw else "",
        mended_in(flaw),
    )


def _groups(
    decision: Decision, c: Contact, action: Action | None, *, rests: bool
) -> tuple[tuple[str, tuple[Outcome, ...]], ...]:
    """List what may have come of a step; without one, of the days that were typed over, and anything else."""
    if action is not None:
        return (("", allowed(outcomes_of(action.step, asked_rest=rests), c.without)),)
    today = decision.world.today
    over = (of_day(day) for day in decision.world.asked.get(c.id, ()))
    before = (tuple(o._replace(label=readable(o.label, today)) for o in found) for found in over)
    return *(("A day typed over", found) for found in before), *anything()


def _fields(o: Outcome, c: Contact, typed: Mapping[str, str], went_to: str) -> tuple[CellField, ...]:
    """Lay out what an outcome asks for; the address of a letter that came back as the letter had it."""
    whence = (WHENCE.with_text(typed.get(WHENCE.attr, went_to)),) if o.asks_whence else ()
    return *whence, *cells_asked(o, c, typed)


def mended_in(flaw: Flawed | None) -> Mapping[str, str]:
    """Say by attribute what phrases would read well as."""
    return flaw.mends if flaw else {}


def _day_of(chosen: Outcome | None, c: Contact, facts: Facts, day: Day) -> date:
    """Propose the day on which it was: an interview's own, that of a refusal which stands, of all else today."""
    if chosen and chosen.key in BY_MAIL:
        return refused_in(facts, day) or refused_before(c, chosen.event) or day.today
    if chosen and (refused := refused_on_call(c, chosen.event)):
        return refused
    return c.interview_on if chosen and chosen.key == MET and c.interview_on else day.today
