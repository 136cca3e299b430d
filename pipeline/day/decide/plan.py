"""The day planned: every contact's next step, and the desk that letters are written at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pipeline.day.decide.mailbox import without_outdated
from pipeline.day.decide.places import places
from pipeline.day.world import World
from pipeline.ledger.records import LedgerState
from pipeline.letters.compose import Desk, by_address, by_last_name
from pipeline.mail.ways import reads_replies
from pipeline.model import Contact, EventKind, people_by_id
from pipeline.rules.agenda import Agenda, plan_day
from pipeline.rules.facts import facts_of
from pipeline.rules.fields import closed_fields
from pipeline.rules.history import NO_PAST, Past, pasts
from pipeline.rules.replies import refused_in
from pipeline.rules.ruling import Day
from pipeline.sheets import schema


def past_of(world: World, c: Contact) -> Past:
    """Bring together a contact's History with what is not written there yet, where no day was decided that has it."""
    found = pasts([c], world.events, world.unwritten, world.state.receipts.values(), world.today)
    return found.get(c.id, NO_PAST)


def refused_in_mail(world: World, c: Contact) -> date | None:
    """Return the day of the mail in which a contact said the refusal that is recorded now, where no day was decided that has it."""
    facts = facts_of(c, past_of(world, c), world.today)
    return refused_in(facts, Day(world.today, world.workdays, world.intervals, world.settings))


def plan(world: World, state: LedgerState) -> tuple[Mapping[str, Past], Agenda, Desk]:
    """Plan the day by the ledger's state: each contact's past, the agenda, and what letters are written from."""
    room = places(world, state)
    mine = (
        room.kept
        | room.exported.keys()
        | {who for who, kind in room.on_its_way if kind is EventKind.APPROACH}
    )
    closed = closed_fields(world.fields or ())
    day = Day(world.today, world.workdays, world.intervals, world.settings, closed, mine)
    past = pasts(world.contacts, world.events, world.unwritten, state.receipts.values(), world.today)
    history = world.book.tables["History"]
    told = {e.row for e in world.untold}
    unread = {p.contact_id for p in world.problems if p.contact_id and history.holds(p) and p.row not in told}
    agenda = plan_day(world.contacts, past, day, room, unread, {e.contact_id for e in world.untold})
    agenda = without_outdated(agenda, world)
    desk = Desk(
        day,
        agenda.standings,
        people_by_id(world.contacts),
        agenda.people,
        by_address(c for c in world.contacts if c.id in past),
        by_last_name(world.contacts),
        state,
        world.templates,
        world.enclosure,
        schema.in_letters(),
        reads_replies(world.settings),
    )
    return past, agenda, desk
