"""Forget a person: what of theirs there is, shown first, and then removed everywhere; nobody else's is touched."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.day import worklog
from pipeline.day.traces import Traces, find_traces
from pipeline.day.world import World
from pipeline.ledger.ledger import Ledger
from pipeline.model import Contact
from pipeline.model.came_in import command
from pipeline.model.errors import FAILED, UserError
from pipeline.rules.wording import counted
from pipeline.sheets.cells import shown_text
from pipeline.sheets.forgetting import Forgotten, Mention, blanked, mentions, person_to_forget
from pipeline.workbook import CellChange
from pipeline.workbook.backups import backups_of
from pipeline.workbook.exchange import replace_unchanged
from pipeline.workbook.locks import one_at_a_time
from pipeline.workbook.replace import read_whole, remove_file
from pipeline.workbook.save import save
from pipeline.workbook.scrub import without_orphans


@dataclass(frozen=True, slots=True)
class Plan:
    """What forgetting a person removes, and what others' rows would still say of them."""

    person: Forgotten
    contacts: str
    cells: tuple[CellChange, ...]
    mentions: tuple[Mention, ...]
    traces: Traces
    ledger_rows: int

    def lines(self) -> list[str]:
        """Say what will go, people first."""
        name = self.person.name
        found = [
            f"{c.name or c.organization}, row {c.row} of {self.contacts}"
            + (f" ({c.email})" if c.email else "")
            for c in self.person.rows
        ]
        contacts = {(c.sheet, c.row) for c in self.cells if c.sheet == self.contacts}
        elsewhere = {(c.sheet, c.row) for c in self.cells} - contacts
        counts = (
            (len(elsewhere), "row", f"about {name} on the other sheets"),
            (len(self.traces.letters), "letter file", f"to {name} in the outbox"),
            (
                len(self.traces.printed),
                "printed file",
                f"(sheets or calendar), made anew by {command('sheets')} and {command('calendar')}",
            ),
            (self.ledger_rows, "row", f"about {name} in the ledger, with what was sent when"),
            (len(self.traces.backups), "backup", f"that may hold {name}: undo can't go back to them then"),
            (len(self.traces.temporary), "file", "that a stopped run left"),
        )
        return found + [f"{counted(n, what)} {more}" for n, what, more in counts if n]


def plan_forgetting(world: World, c: Contact) -> Plan:
    """Find what forgetting a person removes."""
    state = world.state
    ids = {o.id for o in person_to_forget(c, world.contacts, frozenset()).rows if o.id}
    others = {o.id for o in world.contacts} - ids
    codes = {d.code for d in state.drafts.values() if d.contact_id in ids} | {
        r.code for r in state.receipts.values() if r.contact_id in ids
    }
    person = person_to_forget(c, world.contacts, frozenset(codes))
    with Ledger(world.ledger_path) as ledger:
        rows = ledger.rows_of(ids - others)
    return Plan(
        person,
        world.book.tables["Contacts"].sheet,
        tuple(blanked(world.book.tables, person, world.contacts)),
        tuple(mentions(world.book.tables["Contacts"], person, world.contacts)),
        find_traces(world.place, person),
        rows,
    )


def forget(world: World, plan: Plan, *, mentions_too: bool, force: bool) -> None:
    """Remove what was planned: from the workbook first, then beside it, then from the ledger and the log.

    Raises UserError where the workbook can't be written (nothing is removed then), or at the end for files that would not go.
    """
    path, backups = world.place.workbook, world.place.backups
    changes = [*plan.cells, *(m.change for m in plan.mentions if mentions_too)]
    before = set(backups_of(path, backups))
    save(path, changes, read_sha256=world.book.sha256, backups=backups, now=world.now, force=force)
    _scrub(path, _texts(world, changes))
    left = [p for p in (*plan.traces.files, *(set(backups_of(path, backups)) - before)) if not _gone(p)]
    ids = plan.person.ids
    with Ledger(world.ledger_path) as ledger:
        ledger.forget(
            ids,
            plan.person.codes,
            {e.message_id for e in world.events if e.contact_id in ids and e.message_id},
        )
    worklog.take_out({*ids, *plan.person.codes})
    if left:
        names = ", ".join(str(p) for p in left)
        raise UserError(
            f"{plan.person.name} is forgotten, but {names} could not be removed; close what has it open, then remove it.",
            exit_code=FAILED,
        )


def _texts(world: World, changes: Sequence[CellChange]) -> set[str]:
    """List what stood in the cells that were blanked or changed."""
    tables = {t.sheet: t for t in world.book.tables.values()}
    found = set()
    for c in changes:
        table = tables[c.sheet]
        value = table.columns[c.column - 1][table.index_of(c.row)]
        found |= {value} if isinstance(value, str) else {shown_text(value)}
    return found - {""}


def _scrub(path: Path, texts: set[str]) -> None:
    with one_at_a_time(path):
        data = read_whole(path)
        cleaned = without_orphans(data, texts)
        if cleaned != data:
            replace_unchanged(path, cleaned, data)


def _gone(path: Path) -> bool:
    with suppress(OSError):
        remove_file(path)
        return True
    return False
