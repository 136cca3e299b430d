"""A workbook that was put back from before what is known: asked about at its row, and at the letters that rest on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from pipeline.day.world import World
from pipeline.ledger.records import LedgerState, Receipt, SendState
from pipeline.letters.compose import Wanted
from pipeline.model import Contact, Event, EventKind, Problem, Severity
from pipeline.rules.agenda import Agenda
from pipeline.rules.daysmoved import CELLS
from pipeline.rules.heldsaid import as_put_back
from pipeline.rules.history import NO_PAST, Past
from pipeline.rules.told import (
    Fact,
    OnceTold,
    facts_in,
    is_over,
    kinds_otherwise,
    lost_since,
    read_told,
    told_text,
)

_CELLS = {**CELLS, EventKind.BOUNCE: "email"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SAID = (
    "History told of {}, and tells of it no more: this workbook is from before. Fill in again what holds, before you write to "
    "them. What is recorded of a later day ends this question."
)
_BY_HAND = "In a later version of this workbook you had written to {} yourself on {}."


class Older(NamedTuple):
    """What is lost, by ID, and what to remember of each contact once the workbook is written."""

    lost: Mapping[str, tuple[Fact, ...]]
    told: Mapping[str, str]

    def warnings(self) -> dict[str, str]:
        """Say by ID what else than letters is lost."""
        facts = {i: [f for f in lost if not f.is_letter] for i, lost in self.lost.items()}
        return {i: _SAID.format(", ".join(f"the {f}" for f in found)) for i, found in facts.items() if found}


def looked_back(world: World, past: Mapping[str, Past], agenda: Agenda, state: LedgerState) -> Older:
    """Hold what is known of each contact against what was, where it is settled whose row it is."""
    ours = _ours(state)
    lost: dict[str, tuple[Fact, ...]] = {}
    told = dict(state.told)
    for c in world.contacts:
        if c.duplicate or c.id in world.taken_over or not (c.id in past or c.id in told):
            continue
        events = past.get(c.id, NO_PAST).events
        before = _unanswered(read_told(told.get(c.id, "")), c, state)
        found = lost_since(before, _shown(world, c), events, ours)
        if asked := tuple(f for f in found if not is_over(f, events)):
            lost[c.id] = asked
        standing = agenda.standings[c.row]
        shown = f"{standing.stage} {standing.facts.last_contact or ''}"
        told[c.id] = told_text(OnceTold(shown, facts_in(events, ours), found))
    return Older(lost, {i: text for i, text in told.items() if text})


def _ours(state: LedgerState) -> frozenset[str]:
    return frozenset(m.partition("@")[0] for m in state.receipts)


def said_as_put_back(world: World) -> dict[str, str]:
    """Forget what rows said of what the last write had put into History, where an older workbook has it otherwise."""
    ours = _ours(world.state)
    events: dict[str, list[Event]] = defaultdict(list)
    for e in world.events:
        events[e.contact_id].append(e)
    said = {
        i: as_put_back(text, kinds_otherwise(world.state.told.get(i, ""), events[i], ours))
        for i, text in world.state.held_said.items()
    }
    return {i: text for i, text in said.items() if text}


def _unanswered(before: OnceTold, c: Contact, state: LedgerState) -> OnceTold:
    """Leave out the letters of which the user says that they were none."""
    none = {(r.kind.event, r.on) for r in _released(state) if r.contact_id == c.id} if before.lost else set()
    return before._replace(lost=tuple(f for f in before.lost if (f.kind, f.date) not in none))


def _released(state: LedgerState) -> Iterator[Receipt]:
    return (r for r in state.receipts.values() if r.state is SendState.RELEASED)


def _shown(world: World, c: Contact) -> str:
    table = world.book.tables["Contacts"]
    return f"{table.cell('stage', table.index_of(c.row)) or ''} {c.last_contact or ''}"


def older_problems(older: Older, world: World) -> Iterator[Problem]:
    """Warn at the row of each contact of whom something is lost."""
    table, said = world.book.tables["Contacts"], older.warnings()
    for c in world.contacts if said else ():
        if c.id in said:
            last = max((f for f in older.lost[c.id] if not f.is_letter), key=lambda f: f.date)
            attr = _CELLS[last.kind]
            where = table.where(attr, table.index_of(c.row))
            yield Problem(where, table.header(attr), Severity.WARNING, said[c.id], c.row, c.id)


def written_by_hand(w: Wanted, older: Older) -> tuple[date, str] | None:
    """Find the letter that the user had sent on their own, where this one may be the same; say so."""
    occasion = w.occasion.partition("+")[0]
    letters = [f for f in older.lost.get(w.contact_id, ()) if f.kind is w.kind.event]
    dated = _DAY.fullmatch(occasion)
    found = [f for f in letters if not dated or f.date.isoformat() >= occasion]
    return (found[-1].date, _BY_HAND.format(w.name, found[-1].date)) if found else None
