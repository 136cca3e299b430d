"""Rows of History whose ID is one contact's and whose Name is another's (R14). Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.ledger.records import Receipt
from pipeline.model import Contact, Event, Problem
from pipeline.model.fullname import name_key
from pipeline.model.texts import folded
from pipeline.rules.history import Past
from pipeline.sheets.table import Fault, Table, as_problem
from pipeline.sheets.whose.names import may_be_one, may_have_changed, words_in_name


class Crossed(NamedTuple):
    """A row of History, the contact whose ID it has, and the one whose name it has."""

    event: Event
    of_id: Contact
    of_name: Contact


class _Told(NamedTuple):
    """What History calls each ID, in its order, and what the letters that left called them."""

    events: Mapping[str, Sequence[Event]]
    letters: frozenset[tuple[str, str]]

    def calls_so(self, c: Contact) -> bool:
        """Tell whether a contact is known under the ID by the name that the row has now."""
        own = words_in_name(c.name)
        named = any(may_be_one(own, words_in_name(e.name)) for e in self.events.get(c.id, ()))
        return named or (c.id, name_key(c.name)) in self.letters

    def was_called(self, c: Contact, e: Event) -> bool:
        """Tell whether a contact had the name of an event before the one that they have now, as before a marriage."""
        if (c.id, name_key(e.name)) in self.letters:
            return True
        own = words_in_name(c.name)
        later = [o for o in self.events[c.id] if may_be_one(own, words_in_name(o.name))]
        return may_have_changed(e.name, c.name) and all(e.row < o.row for o in later)


def crossed_rows(
    contacts: Sequence[Contact], history: Table, events: Iterable[Event], receipts: Iterable[Receipt]
) -> tuple[Crossed, ...]:
    """Find the rows whose ID and Name are two contacts', as where an ID was filled down.

    One of the two is known by that ID and name besides: else names were exchanged, or somebody was typed over.
    """
    here = {c.id: c for c in contacts if c.id_written and c.name and not (c.duplicate or c.is_sample)}
    named = [
        e for e in events if e.name and (c := here.get(e.contact_id)) and folded(e.name) != folded(c.name)
    ]
    given = history.values("id") if named else []
    named = [e for e in named if e.row and given[history.index_of(e.row)] is not None]
    if not named:
        return ()
    bearers = defaultdict[str, list[Contact]](list)
    for c in contacts:
        if c.name and not c.is_sample:
            bearers[name_key(c.name)].append(c)
    told = _told(events, receipts)
    found = (
        Crossed(e, here[e.contact_id], others[0])
        for e in named
        if len(others := bearers[name_key(e.name)]) == 1
    )
    return tuple(x for x in found if _is_crossed(x, told))


def _told(events: Iterable[Event], receipts: Iterable[Receipt]) -> _Told:
    by_id: dict[str, list[Event]] = defaultdict(list)
    for e in events:
        if e.name:
            by_id[e.contact_id].append(e)
    return _Told(by_id, frozenset((r.contact_id, name_key(r.name)) for r in receipts if r.name and r.left))


def _is_crossed(found: Crossed, told: _Told) -> bool:
    e, c, other = found
    if may_be_one(words_in_name(c.name), words_in_name(e.name)) or told.was_called(c, e):
        return False
    return told.calls_so(c) or told.calls_so(other)


def crossed_problems(found: Iterable[Crossed], history: Table) -> tuple[Problem, ...]:
    """Ask at the ID and at the Name whose row it is: each cell keeps the letters of its own contact back."""
    return tuple(
        as_problem(history, Fault(history.index_of(x.event.row), attr, said), c.id)
        for x in found
        for attr, c, said in (("id", x.of_id, _of_id(x)), ("name", x.of_name, _of_name(x, history)))
    )


def _of_id(x: Crossed) -> str:
    return (
        f"is that of {x.of_id.name} in row {x.of_id.row} of the contacts, and Name says {x.event.name}, who is another: no letter goes to either "
        f"until that is resolved. If this row is about {x.of_name.name}, type {x.of_name.id} into this cell; if it is about {x.of_id.name}, "
        f"type that into Name"
    )


def _of_name(x: Crossed, history: Table) -> str:
    at = history.where("id", history.index_of(x.event.row))
    return f"says {x.event.name}, and the ID in {at} is that of {x.of_id.name}: one of the two cells is wrong, see there"


def without_crossed(contact_id: str, past: Past, crossed: Iterable[Crossed]) -> Past:
    """Leave such rows as they are, and write no second one of what one of them may tell of its Name's contact."""
    rows = {x.event.row for x in crossed}
    if not rows:
        return past
    told = {(x.event.kind, x.event.date) for x in crossed if x.of_name.id == contact_id}
    kept = (
        e
        for e in past.changed
        if e.row not in rows and (e.row or e.message_id or (e.kind, e.date) not in told)
    )
    return past._replace(changed=tuple(kept))
