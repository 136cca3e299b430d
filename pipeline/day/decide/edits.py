"""The cells that have to be written so that the workbook says what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.campaign.fields import FieldRecord
from pipeline.day.decide.identity import identity_edits
from pipeline.day.decide.progress import campaign_of
from pipeline.day.world import World
from pipeline.ledger.records import GONE, LedgerState
from pipeline.letters.drafts import InReview
from pipeline.model import Problem
from pipeline.rules.agenda import Agenda
from pipeline.rules.history import Past
from pipeline.sheets import schema, writeback
from pipeline.sheets.dashboard import dashboard_edits
from pipeline.sheets.fieldsheet import field_edits
from pipeline.sheets.whose.crossed import without_crossed
from pipeline.workbook import Edit


def edits_of(
    world: World,
    agenda: Agenda,
    done: InReview,
    past: Mapping[str, Past],
    state: LedgerState,
    problems: Sequence[Problem],
    mailbox: Sequence[Problem],
    fields: Sequence[FieldRecord],
) -> tuple[Edit, ...]:
    tables = world.book.tables
    by_row = {c.row: c for c in world.contacts}
    unnamed = {c.id for c in world.contacts if c.duplicate and not c.id_written} | world.taken_over
    sent = {r.code: r.on for r in state.receipts.values() if r.state in GONE and r.on == world.today}
    return (
        *writeback.contact_edits(
            tables["Contacts"], world.contacts, agenda, problems, world.unwritten, world.events
        ),
        *writeback.history_edits(
            tables["History"],
            {i: without_crossed(i, p, world.crossed) for i, p in past.items() if i not in unnamed},
            [e for e in world.events if e.contact_id not in unnamed] if unnamed else world.events,
        ),
        *writeback.today_edits(
            tables["Today"], agenda.at_hand(), by_row, done.by_step, mailbox, fields, today=world.today
        ),
        *writeback.draft_edits(tables["Drafts"], world.rows, writeback.draft_lines(done.drafts), sent),
        *identity_edits(world),
        *_fields(world, fields),
        *_dashboard(world, agenda, fields),
    )


def _dashboard(world: World, agenda: Agenda, fields: Sequence[FieldRecord]) -> list[Edit]:
    if not world.book.dashboard.is_ours:
        return []
    counted = campaign_of(world, agenda.standings, fields)
    return dashboard_edits(world.book.dashboard, counted, world.today)


def _fields(world: World, fields: Sequence[FieldRecord]) -> list[Edit]:
    table = world.book.tables.get(schema.FIELDS.name)
    return field_edits(table, fields, world.book.tables["Contacts"]) if table else []
