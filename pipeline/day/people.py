"""Who the contacts are: read, and held against each other, against History and against what their rows said before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pipeline.day.opened import Opened
from pipeline.ledger.records import GONE
from pipeline.mail.free_domains import free_domains
from pipeline.model import Contact, Event, Problem
from pipeline.model.addresses import domain_of
from pipeline.rules.heldsaid import HeldSaid, read_held
from pipeline.rules.history import letter_event
from pipeline.sheets.acrossrows import cross_problems
from pipeline.sheets.contacts import hold_astray, read_contacts
from pipeline.sheets.events import ids_by_name, lacks_ids, read_events
from pipeline.sheets.happened import corrected_problems
from pipeline.sheets.validation import held_before, typed_over
from pipeline.sheets.whose.crossed import Crossed, crossed_problems, crossed_rows
from pipeline.sheets.whose.duplicates import ids_standing_twice
from pipeline.sheets.whose.known import KnownBefore, known_before
from pipeline.sheets.whose.movedaway import hold_at_former_address
from pipeline.sheets.whose.sorting import astray
from pipeline.sheets.whose.successors import hold_copied, hold_successors
from pipeline.sheets.whose.takenover import hold_taken_over
from pipeline.sheets.whose.underid import under_ids


class People(NamedTuple):
    """The contacts as they count, the events with whose ID they are, and what is wrong with either.

    `astray` are the rows by which the table looks partly sorted; `taken_over` the IDs of rows that are somebody else's, or may be;
    `crossed` are rows of History with one contact's ID and another's name.
    """

    counted: HeldSaid
    events: tuple[Event, ...]
    of_history: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    astray: tuple[Contact, ...]
    taken_over: frozenset[str]
    crossed: tuple[Crossed, ...]

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Return the contacts."""
        return self.counted.contacts


def people_of(known: Opened, today: date) -> People:
    """Read the contacts of a workbook that was opened, and hold them against all that is known of them."""
    found = _people(known, today)
    return _held_against(_with_ids(known, found.contacts), found, today)


def _people(known: Opened, today: date) -> KnownBefore:
    """Read the contacts, those whose ID was lost under the one by which History knows them."""
    table, receipts = known.book.tables["Contacts"], known.state.receipts.values()
    known_of = under_ids(known.events, receipts)
    read, problems = read_contacts(table, known.book.uncached, today, known_of)
    found = known_before(read, table, known_of, _domain_of_their_own)
    told = (p._replace(contact_id=found.again.get(p.contact_id, p.contact_id)) for p in problems)
    after = hold_successors(found.contacts, table, known.events, receipts)
    copied = hold_copied(after.contacts, table, known_of)
    moved = hold_at_former_address(copied.contacts, table, known_of)
    return found._replace(
        contacts=moved.contacts,
        problems=(*told, *found.problems, *after.problems, *copied.problems, *moved.problems),
        held=found.held | after.held | copied.held | moved.held,
    )


def _domain_of_their_own(address: str) -> str:
    domain = domain_of(address)
    return "" if domain in free_domains() else domain


def _with_ids(known: Opened, contacts: Sequence[Contact]) -> Opened:
    """Take the rows of History that only say a name for those of the one who bears it."""
    history = known.book.tables["History"]
    if not lacks_ids(history):
        return known
    events, problems = read_events(history, ids_by_name(contacts))
    return known._replace(events=events, problems=problems)


def _held_against(known: Opened, found: KnownBefore, today: date) -> People:
    """Hold the contacts against each other, against History and against what they said before."""
    table, history = known.book.tables["Contacts"], known.book.tables["History"]
    contacts, misplaced = hold_astray(found.contacts, table, known.events)
    sorted_apart = astray(contacts, known.events, known.state.receipts.values())
    owners = _Owners(contacts) if sorted_apart else _owners(known, contacts)
    another = {p.contact_id for p in (*misplaced, *owners.of_contacts)}
    taken_over = found.held | another | ids_standing_twice(contacts)
    counted = _counted(known, owners.contacts, taken_over, today)
    settings, events = known.settings[0], (*known.events, *known.entered.events)
    stale = held_before(counted.of_another_day, table, today)
    left = typed_over(counted.contacts, counted.open, table, settings.act_from, today)
    corrected = corrected_problems(counted, owners.contacts, table, history)
    of_rows = (*found.problems, *misplaced, *owners.of_contacts, *stale, *left, *corrected)
    across = cross_problems(counted.contacts, table, settings, events, today, {p.where for p in of_rows})
    return People(
        counted,
        known.events,
        (*known.problems, *owners.of_history),
        (*of_rows, *across),
        sorted_apart,
        taken_over,
        owners.crossed,
    )


class _Owners(NamedTuple):
    """The contacts, those held that are somebody else's rows by now, with what is said of that in Contacts and in History."""

    contacts: tuple[Contact, ...]
    of_contacts: tuple[Problem, ...] = ()
    of_history: tuple[Problem, ...] = ()
    crossed: tuple[Crossed, ...] = ()


def _owners(known: Opened, contacts: Sequence[Contact]) -> _Owners:
    """Ask whose the rows are of which History has another name; rows of two people's ID and Name tell nothing of that."""
    table, history = known.book.tables["Contacts"], known.book.tables["History"]
    receipts = known.state.receipts.values()
    crossed = crossed_rows(contacts, history, known.events, receipts)
    doubtful = {x.event for x in crossed}
    clear = [e for e in known.events if e not in doubtful] if doubtful else known.events
    held, others = hold_taken_over(contacts, table, history, clear, receipts)
    return _Owners(held, others, crossed_problems(crossed, history), crossed)


def _counted(known: Opened, contacts: Sequence[Contact], taken_over: frozenset[str], today: date) -> HeldSaid:
    """Tell of which day each Interview held speaks; of somebody else's row nothing is asked."""
    went = (letter_event(r) for r in known.state.receipts.values() if r.state in GONE)
    said_now = known.entered.ids_of("interview_held")
    events = (*known.events, *known.entered.events, *went)
    counted = read_held(contacts, events, known.state.held_said, today, said_now)
    return counted._replace(open={i: days for i, days in counted.open.items() if i not in taken_over})
