"""Rows that have become somebody else's: their ID and History are still the former one's (R14). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.ledger.records import Receipt
from pipeline.model import Contact, Event, Problem
from pipeline.model.addresses import postal_line
from pipeline.model.contactid import address_changed, contact_id
from pipeline.model.texts import folded
from pipeline.sheets.table import Fault, Table, as_problem
from pipeline.sheets.whose.duplicates import hold
from pipeline.sheets.whose.names import may_be_one, may_have_changed, words_in_name
from pipeline.sheets.whose.underid import UnderId, under_ids


class _Known(NamedTuple):
    """A row, and what is known under its ID."""

    contact: Contact
    under: UnderId

    @property
    def names(self) -> list[str]:
        """List whom it names, the latest last."""
        return self.under.names

    @property
    def is_renamed(self) -> bool:
        """Tell whether nothing that is known of them names them as the row does."""
        own = words_in_name(self.contact.name)
        return not any(may_be_one(own, words_in_name(name)) for name in self.names)

    @property
    def is_another(self) -> bool:
        """Tell whether the row's name has no word, nor a short form of one, of any that is known: no name changes so in life."""
        return not any(may_have_changed(name, self.contact.name) for name in self.names)

    @property
    def is_at_home(self) -> bool:
        """Tell whether the row's address gave the ID, or a letter went there; an ID of the user's own shows nothing."""
        c, went = self.contact, [r.to.casefold() for r in self.under.letters if r.to]
        post = postal_line(c._replace(first_name="", last_name="")).casefold()
        if c.email and (contact_id(c.email, "", "") == c.id or c.email.casefold() in went):
            return True
        if went:
            return bool(post) and any(to.endswith(post) for to in went)
        unaddressed = not c.email and c.id in {contact_id("", name, c.organization) for name in self.names}
        return unaddressed or not address_changed(c)


def hold_taken_over(
    contacts: Sequence[Contact],
    table: Table,
    history: Table,
    events: Iterable[Event],
    receipts: Iterable[Receipt],
) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """Hold the rows that are somebody else's than their ID: each is a problem.

    So is a row whose name and address are both other than the ID's, whose name is another altogether, or
    whose former name is another row's now. A part of a name, or an address alone, changes in life. A row of
    History that was typed by the name alone says nothing of the ID.
    """
    by_name = {history.row_number(at) for at, given in enumerate(history.values("id")) if given is None}
    told = [e for e in events if e.row not in by_name]
    known_of = under_ids(told, receipts)
    renamed = [k for k in _with_another_name(contacts, known_of) if k.is_renamed and k.under.has_begun]
    now_in = {k.contact.row: _now_in(k, contacts, renamed) for k in renamed}
    problems: dict[int, Problem] = {}
    for known in renamed:
        c = known.contact
        there = now_in[c.row]
        if there or known.is_another or not known.is_at_home:
            back = now_in.get(there.row) if there else None
            said = _said(known, there, history, crosswise=back is not None and back.row == c.row)
            problems[c.row] = as_problem(table, Fault(table.index_of(c.row), "last_name", said), c.id)
    return hold(contacts, problems), tuple(problems.values())


def _with_another_name(contacts: Iterable[Contact], known_of: Mapping[str, UnderId]) -> Iterator[_Known]:
    """List whose last known name is spelled otherwise."""
    for c in contacts:
        under = known_of.get(c.id) if c.name and c.id_written and not (c.duplicate or c.is_sample) else None
        names = under.names if under else []
        if under and names and folded(names[-1]) != folded(c.name):
            yield _Known(c, under)


def _now_in(known: _Known, contacts: Iterable[Contact], renamed: Iterable[_Known]) -> Contact | None:
    """Find the row in which the ID's name stands now, or what of the name was lost."""
    before = known.names[-1]
    lost = words_in_name(before) - words_in_name(known.contact.name)
    whole = (c for c in contacts if c.row != known.contact.row and folded(c.name) == folded(before))
    parts = (
        k.contact
        for k in renamed
        if k is not known and words_in_name(k.contact.name) - words_in_name(k.names[-1]) == lost
    )
    return next(whole, None) or next(parts, None)


def _said(known: _Known, there: Contact | None, history: Table, *, crosswise: bool) -> str:
    c, before = known.contact, known.names[-1]
    row = max((e.row for e in known.under.events if e.name), default=0)
    cell = history.where("name", history.index_of(row)) if row else f"their row of {history.sheet}"
    why = (
        f"whose name stands in row {there.row} now"
        if there
        else "who had another address"
        if not known.is_at_home
        else "another name altogether"
    )
    how = (
        f"If only the names of these two rows were exchanged, exchange them back; if {c.name} is right here, with this address and ID"
        if crosswise
        else f"If they are two people, put {before} back here, and {c.name} into a row of their own with the ID and the days of letters"
        f" and talks blank; if it is one person whose name is {c.name}"
    )
    return (
        f"says “{c.name}”, and this ID with its History is that of {before}, {why}: no letters until that is resolved. {how}, "
        f"type “{c.name}” into {cell}"
    )
