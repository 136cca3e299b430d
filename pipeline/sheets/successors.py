"""Rows without an ID at an address that was somebody else's: they are not that one, unless the user says so (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.ledger.records import GONE, LOCKED, Receipt
from pipeline.model import Contact, Event, Problem
from pipeline.model.fullname import name_key
from pipeline.model.namewords import is_nickname
from pipeline.sheets.contacts import contact_id
from pipeline.sheets.table import Fault, Table, as_problem


class Successors(NamedTuple):
    """The contacts, those held that may be somebody else than their address tells; `held` are the IDs of these."""

    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...] = ()
    held: frozenset[str] = frozenset()


def hold_successors(
    contacts: Sequence[Contact], table: Table, events: Iterable[Event], receipts: Iterable[Receipt]
) -> Successors:
    """Hold the rows without an ID whose address gives that of somebody whose name has no word in common with theirs (R14).

    A name that changes in life keeps its ID in the cell; where the cell is blank the address may be an office's.
    """
    new = {c.id: c for c in contacts if c.name and not (c.id_written or c.is_sample or c.duplicate)}
    before = _names(new, events, receipts) if new else {}
    others = {i: c for i, c in new.items() if i in before and not any(_share(c.name, n) for n in before[i])}
    if not others:
        return Successors(tuple(contacts))
    problems = {
        c.row: as_problem(table, _fault(c, table.index_of(c.row), before[i][-1]), i)
        for i, c in others.items()
    }
    held = (c._replace(duplicate=problems[c.row].message) if c.row in problems else c for c in contacts)
    return Successors(tuple(held), tuple(problems.values()), frozenset(others))


def _names(
    new: dict[str, Contact], events: Iterable[Event], receipts: Iterable[Receipt]
) -> dict[str, list[str]]:
    """List under which names these IDs are known, the latest last."""
    named: dict[str, list[str]] = defaultdict(list)
    for r in receipts:
        if r.contact_id in new and r.name and r.state in GONE | LOCKED:
            named[r.contact_id].append(r.name)
    for e in events:
        if e.contact_id in new and e.name:
            named[e.contact_id].append(e.name)
    return named


def _share(one: str, other: str) -> bool:
    """Tell whether a word of one name, or a short form of it, stands in the other."""
    words, others = set(name_key(one).split()), set(name_key(other).split())
    return bool(words & others) or any(is_nickname(word, o) for word in words for o in others)


def _fault(c: Contact, index: int, before: str) -> Fault:
    fresh = contact_id("", c.name, c.organization)
    return Fault(
        index,
        "id",
        f"is blank, and what is known at {c.email or c.organization} is that of {before}: no letter goes to this row until that is "
        f"resolved. If {c.name} is somebody else, type {fresh} into this cell; if that is one person under a new name, type {c.id}",
    )
