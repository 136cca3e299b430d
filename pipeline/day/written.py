"""The day as the workbook says it once it is written: what a reading of the file would give, without the reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pipeline.day.apply import Done
from pipeline.day.decide import Decision
from pipeline.day.gather import around
from pipeline.day.world import World
from pipeline.model import Contact, people_by_id
from pipeline.rules.agenda import Standing
from pipeline.sheets.dashboard import shown_after
from pipeline.sheets.entries import NOTHING_ENTERED, filled
from pipeline.sheets.events import read_events
from pipeline.sheets.table import Table
from pipeline.workbook import CellChange, Edit, NewRows

_READ = set(Contact._fields)
_BY_MAIL = {"replied_on", "answered_on"}


def as_written(done: Done, now: datetime) -> Decision | None:
    """Bring a decision to what it made of the workbook; None where that has to be read.

    It has to where more came true than cells of contacts: people or fields were added, something was recorded on another
    sheet, a request of the Drafts sheet counted, a letter is known to be sent, the mailbox brought news, what was
    written stands in the place of a formula without a kept result, or nothing was written.
    """
    decision, world = done.decision, done.world
    taken = decision.taken or decision.receipts or decision.review.approvals or decision.review.revoked
    changes = _changes(decision)
    if (
        not done.sha256
        or taken
        or world.news
        or _more_than_cells(decision)
        or _on_a_formula(decision)
        or any(_BY_MAIL & c.keys() for c in changes.values())
    ):
        return None
    people = {c.row: _written(c, changes[c.row]) for c in world.contacts if c.row in changes}
    standings = _standing(decision.agenda.standings, people)
    contacts = tuple(people.get(c.row, c) for c in world.contacts)
    known = around(_as_read(done, contacts), now)
    agenda = decision.agenda._replace(standings=standings, people=_among(decision.agenda.people, people))
    desk = decision.desk._replace(
        standings=standings,
        contacts=people_by_id(contacts),
        people=agenda.people,
        at_address=_among(decision.desk.at_address, people),
        of_family=_among(decision.desk.of_family, people),
        state=known.state,
    )
    wanted = {
        code: replace(w, record=known.state.drafts.get(code)) for code, w in decision.review.wanted.items()
    }
    review = decision.review._replace(wanted=wanted, files=(), leaving=(), records=())
    return decision._replace(world=known, agenda=agenda, desk=desk, review=review, edits=())


def _as_read(done: Done, contacts: tuple[Contact, ...]) -> World:
    world, entered = done.world, len(done.world.entered.edits)
    tables = {
        name: _filled(table, done.decision.edits[entered:]) for name, table in world.book.tables.items()
    }
    saved_at = datetime.fromtimestamp(world.book.path.stat().st_mtime)
    return world._replace(
        book=world.book._replace(
            sha256=done.sha256,
            saved_at=saved_at,
            package=None,
            tables=tables,
            dashboard=shown_after(world.book.dashboard, done.decision.edits),
        ),
        contacts=contacts,
        events=read_events(tables["History"])[0],
        entered=NOTHING_ENTERED,
    )


def _more_than_cells(decision: Decision) -> bool:
    tables = decision.world.book.tables
    read = {tables[name].sheet for name in ("Contacts", "Fields") if name in tables}
    added = any(isinstance(e, NewRows) and e.sheet in read for e in decision.edits)
    elsewhere = any(e.sheet != tables["Contacts"].sheet for e in decision.world.entered.edits)
    return added or elsewhere or bool(decision.world.entered.events)


def _on_a_formula(decision: Decision) -> bool:
    book = decision.world.book
    sheet = book.tables["Contacts"].sheet
    uncached = {(row, column) for name, row, column in book.uncached if name == "Contacts"}
    return any(
        isinstance(e, CellChange) and e.sheet == sheet and (e.row, e.column) in uncached
        for e in decision.edits
    )


def _filled(table: Table, edits: Sequence[Edit]) -> Table:
    own = [e for e in edits if e.sheet == table.sheet]
    return filled(table, own) if own else table


def _changes(decision: Decision) -> dict[int, dict[str, Any]]:
    """Collect what was written of the contacts by the program itself, by row; what the user recorded is in them already."""
    table = decision.world.book.tables["Contacts"]
    attrs = {at + 1: attr for attr, at in table.found.items() if attr in _READ}
    changes: dict[int, dict[str, Any]] = {}
    for edit in decision.edits[len(decision.world.entered.edits) :]:
        if isinstance(edit, CellChange) and edit.sheet == table.sheet and edit.column in attrs:
            changes.setdefault(edit.row, {})[attrs[edit.column]] = edit.value
    return changes


def _written(c: Contact, cells: Mapping[str, Any]) -> Contact:
    return c._replace(**cells, id_written=c.id_written or "id" in cells)


def _standing(standings: Mapping[int, Standing], people: Mapping[int, Contact]) -> dict[int, Standing]:
    moved = {
        row: standings[row]._replace(facts=standings[row].facts._replace(contact=c))
        for row, c in people.items()
    }
    return {**standings, **moved}


def _among(groups: Mapping[str, list[Contact]], people: Mapping[int, Contact]) -> dict[str, list[Contact]]:
    moved = {
        key: [people.get(c.row, c) for c in group]
        for key, group in groups.items()
        if any(c.row in people for c in group)
    }
    return {**groups, **moved}
