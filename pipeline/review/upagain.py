"""Who rests: until when, and what takes them up again, by one button where a cell of theirs can do it (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.model import Contact, Stage
from pipeline.review import sentences
from pipeline.rules.due import next_step
from pipeline.rules.facts import Facts, facts_of
from pipeline.rules.fields import closed_to
from pipeline.rules.holds import blocked, on_hold
from pipeline.rules.ruling import Day
from pipeline.sheets.cells import NEVER

if TYPE_CHECKING:
    from pipeline.day.decide import Decision


class WayBack(NamedTuple):
    """A button that takes somebody up again: its label, what it does, and the cells that do it."""

    label: str
    does: str
    cells: Mapping[str, Any]


def way_back(decision: Decision, c: Contact) -> WayBack | None:
    """Find what brings a next step again; None where they don't rest, or no cell of theirs would."""
    standing = decision.agenda.standings[c.row]
    if standing.step is not None or c.duplicate:
        return None
    if on_hold(c, decision.world.today):
        return WayBack("Take it up again", "Clears On hold; what is due then follows.", {"on_hold": None})
    ways = _ways(standing.facts, decision.day)
    return next((way for way in ways if _brings(way, standing.facts, decision.day, c)), None)


def resting_until(decision: Decision, c: Contact) -> str:
    """Say how long they rest, where no button is offered or the day is known."""
    facts, today = decision.agenda.standings[c.row].facts, decision.world.today
    if isinstance(c.on_hold, date) and on_hold(c, today):
        return f"It goes on by itself on {sentences.short_day(c.on_hold, today)}."
    if c.duplicate or blocked(facts, decision.day):
        return ""
    if closed_to(facts, decision.day):
        return "Another Verdict on the field opens it again."
    if decision.agenda.standings[c.row].stage is Stage.INCOMPLETE:
        return "Once it is filled in, a first letter follows."
    if facts.refused:
        return "It stays so unless they write or call you."
    if not facts.begun and (facts.referred or c.referrals_given):
        days = decision.day.intervals.after_thanks
        return f"Once you have met whom they named you thank them for it; {days} business days later their own letter is due."
    call = " With a telephone number you would call them next."
    number = "" if c.phone or not facts.approach or facts.latest else call
    return f"It stays so until they write or call, or you record something.{number}"


def _ways(f: Facts, day: Day) -> Iterator[WayBack]:
    c = f.contact
    if c.last_contact and not f.past.events:
        kept = "\n".join(filter(None, (c.notes, f"Last contact: {c.last_contact}")))
        # Blank, it would be asked for: Notes say that one wrote.
        cells: dict[str, Any] = {"last_contact": NEVER}
        cells |= {} if "notes" in c.without else {"notes": kept}
        yield WayBack(
            "Write to them all the same",
            f"Last contact goes into Notes, and says “{NEVER}”; a first letter follows.",
            cells,
        )
    if c.phone and "call_again_on" not in c.without:
        on = day.bd(day.today, 0)
        when = "today" if on == day.today else f"on {sentences.short_day(on, day.today)}"
        yield WayBack(
            f"Call them {when}",
            f"Call again on says {sentences.short_day(on, day.today)}.",
            {"call_again_on": on},
        )


def _brings(way: WayBack, f: Facts, day: Day, c: Contact) -> bool:
    read: dict[str, Any] = {attr: None if said == NEVER else said for attr, said in way.cells.items()}
    changed = c._replace(**read)
    facts = facts_of(changed, f.past, day.today, referrer=f.referrer, referred=f.referred)
    return next_step(facts, day) is not None
