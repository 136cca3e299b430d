"""Rows without an ID whose address, or whose days, were somebody else's: they are not that one, unless the user says so (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.ledger.records import Receipt
from pipeline.model import LETTER_EVENTS, Contact, Event, EventKind, Problem, Stage
from pipeline.model.contactid import contact_id, own_ids
from pipeline.model.fullname import name_key
from pipeline.rules.history import letter_event
from pipeline.sheets.table import Fault, Table, as_problem
from pipeline.sheets.whose.duplicates import hold
from pipeline.sheets.whose.known import days_said
from pipeline.sheets.whose.names import may_have_changed
from pipeline.sheets.whose.underid import UnderId

_STAGES = frozenset(Stage)
_BEGUN = _STAGES - {Stage.TARGET, Stage.INCOMPLETE}


class HeldRows(NamedTuple):
    """The contacts, those held that may be somebody else than their address or their days tell; `held` are the IDs of these."""

    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...] = ()
    held: frozenset[str] = frozenset()


def hold_successors(
    contacts: Sequence[Contact], table: Table, events: Sequence[Event], receipts: Iterable[Receipt]
) -> HeldRows:
    """Hold the rows without an ID whose address gives that of somebody whose name has no word in common with theirs (R14).

    A name that changes in life keeps its ID in the cell; where the cell is blank the address may be an office's.
    """
    new = {c.id: c for c in contacts if _is_new(c)}
    before = _names(new, events, receipts) if new else {}
    others = {
        i: c
        for i, c in new.items()
        if i in before and not any(may_have_changed(n, c.name) for n in before[i])
    }
    if not others:
        return HeldRows(tuple(contacts))
    rows = {e.contact_id: e.row for e in events if e.name and e.contact_id in others}
    said = {c.row: _follows(c, before[i][-1], rows.get(i, 0)) for i, c in others.items()}
    return held_rows(contacts, table, said)


def _names(
    new: dict[str, Contact], events: Iterable[Event], receipts: Iterable[Receipt]
) -> dict[str, list[str]]:
    """List under which names these IDs are known, the latest last."""
    named: dict[str, list[str]] = defaultdict(list)
    for r in receipts:
        if r.contact_id in new and r.name and r.left:
            named[r.contact_id].append(r.name)
    for e in events:
        if e.contact_id in new and e.name:
            named[e.contact_id].append(e.name)
    return named


def _follows(c: Contact, before: str, row: int) -> str:
    told = f"row {row}" if row else "their row"
    fresh = contact_id("", c.name, c.organization)
    return (
        f"is blank, and what is known at {c.email or c.organization} is that of {before}: no letter goes to this row until that is "
        f"resolved. If {c.name} is somebody else, type {fresh} into this cell; if that is one person under a new name, type {c.id}, and "
        f"“{c.name}” into Name in {told} of History"
    )


def hold_copied(contacts: Sequence[Contact], table: Table, known: Mapping[str, UnderId]) -> HeldRows:
    """Hold the rows that have another's Stage and days, while nothing is known under their ID or their name (R14).

    They were copied without the ID, or the ID was exchanged for one that neither their name nor their address gives.
    """
    stages = table.values("stage")
    new = [c for c in contacts if _has_days_of_nobodys(c, stages[table.index_of(c.row)])]
    if not new:
        return HeldRows(tuple(contacts))
    theirs = {i: [*u.events, *map(letter_event, u.letters)] for i, u in known.items()}
    names = {name_key(e.name) for told in theirs.values() for e in told}
    here = {c.id: c for c in contacts if c.id_written}
    said: dict[int, str] = {}
    for c in new:
        if (c.id in known and known[c.id].has_begun) or name_key(c.name) in names:
            continue
        if one := _whose_days(c, theirs, here):
            said[c.row] = _copied(c, theirs[one][-1].name, "" if one in here else one, {*theirs, *here})
    return held_rows(contacts, table, said)


def _has_days_of_nobodys(c: Contact, stage: object) -> bool:
    """Tell whether a run has seen days in a row that is no row of its ID's: one without, or with one that was typed."""
    if not c.name or c.is_sample or c.duplicate or not days_said(c):
        return False
    return stage in _BEGUN and c.id not in own_ids(c) if c.id_written else stage in _STAGES


def _is_new(c: Contact) -> bool:
    return bool(c.name) and not (c.id_written or c.is_sample or c.duplicate)


def _whose_days(c: Contact, theirs: Mapping[str, Sequence[Event]], here: Mapping[str, Contact]) -> str:
    """Find whose days a row has: of whom most are; else a colleague's, else those of somebody whose row is gone; "" where nobody's."""
    said = days_said(c)

    def likely(one: str) -> tuple[int, bool, bool]:
        row = here.get(one)
        beside = row is not None and row.organization == c.organization
        return len(said & _days_of(theirs[one])), beside, row is None

    found = [i for i, told in theirs.items() if i not in ("", c.id) and _has_days_of(said, _days_of(told))]
    return max(found, key=likely, default="")


def _days_of(told: Iterable[Event]) -> set[tuple[EventKind, date]]:
    return {(e.kind, e.date) for e in told}


def _has_days_of(said: set[tuple[EventKind, date]], days: set[tuple[EventKind, date]]) -> bool:
    """Tell whether a row says of no letter but theirs, and of some day of theirs at all."""
    return bool(said & days) and {(kind, day) for kind, day in said if kind in LETTER_EVENTS} <= days


def _copied(c: Contact, of: str, gone: str, taken: Container[str]) -> str:
    renamed = f"; if {c.name} is {of} under a new name, type {gone} into this cell" if gone else ""
    stands = f"says {c.id}, under which nothing is known" if c.id_written else "is blank"
    return (
        f"{stands}, and the days in this row are those of {of}, as if copied along: no letter goes to this row until that is resolved. "
        f"Blank the days of letters, talks and last contact that were not with {c.name}; if all were, type {id_of_their_own(c, taken)} into this cell{renamed}"
    )


def id_of_their_own(c: Contact, taken: Container[str]) -> str:
    """Give the ID of a row's own that nobody else has, to be typed where it is known to be somebody's of their own."""
    return next((one for one in own_ids(c) if one not in taken or one == c.id), c.id)


def held_rows(contacts: Iterable[Contact], table: Table, said: Mapping[int, str]) -> HeldRows:
    """Hold the rows of which something is said, each with a problem of its ID cell."""
    problems = {
        c.row: as_problem(table, Fault(table.index_of(c.row), "id", said[c.row]), c.id)
        for c in contacts
        if c.row in said
    }
    found = tuple(problems.values())
    return HeldRows(hold(contacts, problems), found, frozenset(p.contact_id for p in found))
