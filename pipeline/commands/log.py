"""`log`: what happened, recorded in the same cells as Excel would."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import DayType, common, now_and_today
from pipeline.model.came_in import command
from pipeline.model.errors import USAGE, UserError

if TYPE_CHECKING:
    from pipeline.review.session import Review


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

    EVENT in a few words: "no answer", "left message", "accepted - phone", "put off", "declined", "replied", "answered",
    "interview 2026-12-03 14:30", "interview held", "no-show", "cancelled", "offer kept", "posted".
    """
    from pipeline.day.apply import run_day
    from pipeline.day.gather import gather
    from pipeline.review.session import Review
    from pipeline.sheets.finding import find_contact
    from pipeline.sheets.saying import understand
    from pipeline.sheets.sorting import astray, sorting_sentence
    from pipeline.sheets.writeback import contact_cells
    from pipeline.workbook.backups import let_go
    from pipeline.workbook.locks import refuse_if_open
    from pipeline.workbook.save import save

    now, day = now_and_today(today)
    when = on or day
    if when > day:
        raise UserError(f"{when} lies in the future; record it when it has happened.", exit_code=USAGE)
    world = gather(workbook, day, now)
    refuse_if_open(workbook, force=force)
    if people := astray(world.contacts, world.events):
        raise UserError(sorting_sentence(people))
    c = find_contact(world.contacts, name)
    said = understand(" ".join(event), when, c)
    cells = {
        **said.cells,
        **{a: v for a, v in (("call_again_on", again), ("interview_type", kind), ("where", where)) if v},
    }
    edits = contact_cells(world.book.tables["Contacts"], c, cells)
    save(workbook, edits, read_sha256=world.book.sha256, backups=world.place.backups, now=now, force=force)
    between = workbook.read_bytes()
    if said.letter_sent:
        _letter_sent(Review(workbook, day), c.id, c.name, when)
    if run_day(workbook, day, now, force=force, must_write=True).written and edits:
        let_go(workbook, world.place.backups, between)
    click.echo(f"{c.name}: {said.words}.")


def _letter_sent(session: Review, contact_id: str, name: str, on: date) -> None:
    letters = [d.letter for d in session.decision().review.drafts if d.letter.contact_id == contact_id]
    if len(letters) != 1:
        raise UserError(
            f"{name} has {len(letters)} letters in review; say which with: {command('resolve', 'CODE', 'sent')}",
            exit_code=USAGE,
        )
    session.sent_by_me(letters[0].code, on, shown=session.shown(letters[0].code))
