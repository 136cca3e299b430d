"""What the mailbox brought for the user to decide: said at the cell it belongs to, and what it holds meanwhile."""

from __future__ import annotations

from pipeline.day.world import World
from pipeline.ledger.records import LedgerState
from pipeline.mail.incoming.standing import called_off, moved, notice_problems, without_ended
from pipeline.model import Contact, Held, Problem, Step, people_by_id
from pipeline.rules.agenda import Agenda
from pipeline.sheets.table import Table

_OF_A_MEETING = frozenset({Step.PREPARE_INTERVIEW, Step.CONFIRM})


def mailbox_problems(world: World, state: LedgerState) -> tuple[Problem, ...]:
    """Return what stands, each as a warning at its cell."""
    by_id = people_by_id(world.contacts)
    table = world.book.tables["Contacts"]
    notices = without_ended(state.notices, (*world.events, *world.unwritten))
    found = notice_problems(notices, state.receipts.values(), by_id, world.today)
    return tuple(p._replace(where=_where(p, table)) for p in found)


def without_outdated(agenda: Agenda, world: World) -> Agenda:
    """Hold what prepares or confirms a meeting that was called off by mail, or confirms one at the hour before it was moved."""
    by_id, notices = people_by_id(world.contacts), world.state.notices
    held = dict.fromkeys(moved(notices, by_id, world.today), frozenset({Step.CONFIRM}))
    held |= dict.fromkeys(called_off(notices, by_id, world.today), _OF_A_MEETING)
    if not held:
        return agenda
    kept = tuple(a for a in agenda.actions if a.step not in held.get(a.contact_id, ()))
    return agenda._replace(actions=kept)


def meetings_that_stand(world: World) -> tuple[Contact, ...]:
    """Return the contacts, a meeting that was called off by mail as cancelled: for what is printed, never for what is written."""
    off = called_off(world.state.notices, people_by_id(world.contacts), world.today)
    return tuple(c._replace(interview_held=Held.CANCELLED) if c.id in off else c for c in world.contacts)


def _where(problem: Problem, table: Table) -> str:
    """Name the cell, or the row where the workbook has no such column."""
    index = table.index_of(problem.row or 0)
    attr = next((a for a in table.found if table.header(a) == problem.column), "") if problem.column else ""
    return table.where(attr, index) if attr else f"{table.sheet}!{problem.row}"
