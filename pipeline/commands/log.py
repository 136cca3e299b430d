"""`log`: what happened, recorded in the same cells as Excel would."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import DayType, common, now_and_today, say
from pipeline.model.errors import USAGE, UserError

if TYPE_CHECKING:
    from pipeline.day.recording import Recorded
    from pipeline.day.world import World
    from pipeline.ledger.records import Noted
    from pipeline.model import Contact, Held
    from pipeline.sheets.saying import Said
    from pipeline.workbook import Value


@click.command()
@click.argument("name")
@click.argument("event", nargs=-1, required=True)
@click.option("--on", type=DayType(), default=None, help="The day it happened; default: today.")
@click.option("--again", type=DayType(), default=None, help="Fill in Call again on.")
@click.option(
    "--type",
    "kind",
    type=click.Choice(["In person", "Phone", "Video"], case_sensitive=False),
    default=None,
    help="Fill in Interview type.",
)
@click.option("--where", default=None, help="Fill in Where.")
@common("workbook", "today", "force")
def log(
    name: str,
    event: tuple[str, ...],
    on: date | None,
    again: date | None,
    kind: str | None,
    where: str | None,
    workbook: Path,
    today: date | None,
    force: bool,
) -> None:
    """Record a call, an answer, an interview, without opening Excel.

    EVENT in a few words: "no answer", "left message", "call later", "accepted - phone", "interviewed on this call", "put off", "declined", "wrong person",
    "declined by mail", "replied", "answered", "interview 2026-12-03 14:30", "interview held", "no-show", "cancelled", "offer kept", "posted",
    "came back", "came back from ADDRESS".
    """
    from pipeline.day.gather import gather
    from pipeline.day.live import LiveDay
    from pipeline.day.noting import refuse_future
    from pipeline.day.recording import letter_went
    from pipeline.sheets.finding import find_contact
    from pipeline.workbook.locks import refuse_if_open
    from pipeline.workbook.replace import refuse_if_protected

    now, day = now_and_today(today)
    when = on or day
    refuse_future(when, day)
    world = gather(workbook, day, now)
    refuse_if_open(workbook, force=force)
    c = find_contact(world.contacts, name)
    said = _said(world, c, " ".join(event), on)
    more = {a: v for a, v in (("call_again_on", again), ("interview_type", kind), ("where", where)) if v}
    entry = _entry(world, c, said, more, when)
    if said.letter_sent:
        refuse_if_protected(workbook)
        letter_went(LiveDay(workbook, day).decision(), c.id, c.name, when)
    _keep(world, entry, force=force)
    click.echo(f"{entry.words}.")


def _said(world: World, c: Contact, event: str, on: date | None) -> Said:
    """Understand EVENT as of the day that was named, or of today. Raises UserError (exit 2) where it can't be."""
    from pipeline.day.decide.plan import refused_in_mail
    from pipeline.sheets.saying import refused_before, understand

    return understand(
        event,
        on or world.today,
        c,
        world.today,
        told=c.interview_on in world.talks(c),
        dated=on is not None,
        others=world.talks_before(c),
        mailed=refused_in_mail(world, c) or refused_before(c, event),
    )


def _entry(world: World, c: Contact, said: Said, more: Mapping[str, Value], when: date) -> Noted:
    """Make the entry of what was said. Raises UserError (exit 2) where it can't be."""
    from pipeline.day.decide.plan import past_of
    from pipeline.day.noting import came_back, happened

    if said.apart is not None:
        return _apart(world, c, said.apart, more, when)
    if not said.came_back:
        return happened(world, c, {**said.cells, **more}, f"{c.name}: {said.words}")
    if more:
        raise UserError(
            "Of a letter that came back only the day and the address are recorded: leave out --again, --type and --where.",
            exit_code=USAGE,
        )
    return came_back(world, c, past_of(world, c), when, said.whence)


def _apart(world: World, c: Contact, held: Held, more: Mapping[str, Value], when: date) -> Noted:
    """Make the entry of another interview than the row's. Raises UserError (exit 2) for what only cells hold."""
    from pipeline.day.noting import talk_apart
    from pipeline.model import InterviewType

    if more.keys() - {"interview_type"}:
        raise UserError(
            f"Of the interview on {when} only what came of it is recorded: leave out --again and --where.",
            exit_code=USAGE,
        )
    kind = more.get("interview_type")
    return talk_apart(world, c, when, held, InterviewType(str(kind)) if kind else None)


def _keep(world: World, entry: Noted, *, force: bool) -> None:
    """Record what cells take up; with none, as of a letter that went by the user's own hand, the day is written alone."""
    from pipeline.day.apply import run_day
    from pipeline.day.recording import record

    workbook, day, now = world.place.workbook, world.today, world.now
    if entry.cells:
        done = record(workbook, day, now, world.ledger_path, entry, read_before=world.as_saved, force=force)
        _tell(done, workbook)
    else:
        run_day(workbook, day, now, force=force, must_write=True)


def _tell(done: Recorded, workbook: Path) -> None:
    """Say that what was recorded waits. Raises UserError where the workbook says otherwise by now."""
    if done.problem is not None:
        raise UserError(done.problem.said)
    if done.open_in is not None:
        say(
            f"{workbook.name} is open in {done.open_in.program}: this is kept, and goes in at the next run once it is closed."
        )
