"""`import`: people from other programs become rows of Contacts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import common, now_and_today, say
from pipeline.model.came_in import command
from pipeline.model.errors import USAGE, UserError

if TYPE_CHECKING:
    from pipeline.importing.plan import ImportPlan


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--pick", is_flag=True, help="Choose from the new people by number.")
@click.option(
    "--with", "words", default="", metavar="WORDS", help="Only the people in whom these words stand."
)
@common("workbook", "today", "force")
def import_(
    files: tuple[Path, ...], pick: bool, words: str, workbook: Path, today: date | None, force: bool
) -> None:
    """Add contacts from LinkedIn, Google, Outlook, vCard, or any table with a header row.

    Who is in Contacts already is left as they are, so running it twice adds nothing.
    """
    from pipeline.day.gather import gather
    from pipeline.importing import read_file
    from pipeline.importing.adding import add_people
    from pipeline.importing.choosing import with_words
    from pipeline.importing.plan import describe, plan_import
    from pipeline.sheets.totals import added_below

    now, day = now_and_today(today)
    added = 0
    for file in files:
        world = gather(workbook, day, now)
        plan = plan_import(read_file(file), world.contacts)
        for line in describe(plan, world.book.tables["Contacts"].sheet):
            click.echo(f"{file.name}: {line}" if len(files) > 1 else line)
        if words or pick:
            plan = with_words(plan, words)
        if words:
            click.echo(f"{len(plan.new)} of them with “{words}”.")
        if pick and plan.new:
            plan = _picked(plan)
        added += add_people(world.book, plan, backups=world.place.backups, now=now, force=force)
    click.echo(f"{added} added to {workbook.name}." + (f" Next: {command('daily')}" if added else ""))
    if added:
        below = added_below(world.book.tables["Contacts"])
        if below:
            say(below)
        say(f"A backup is kept: {command('undo')} takes them out again.")


def _picked(plan: ImportPlan) -> ImportPlan:
    from pipeline.importing.choosing import keep_only, numbered

    for line in numbered(plan):
        click.echo(line)
    typed = click.prompt("Which (as 1-3 7 12; all; none)", default="none", err=True)
    return (
        keep_only(plan, _numbers(typed, len(plan.new)))
        if typed.strip().casefold() != "none"
        else replace(plan, new=())
    )


def _numbers(typed: str, last: int) -> list[int]:
    if typed.strip().casefold() == "all":
        return list(range(1, last + 1))
    numbers: list[int] = []
    for part in typed.replace(",", " ").split():
        first, _, until = part.partition("-")
        if not first.isdigit() or (until and not until.isdigit()):
            raise UserError(f"“{part}” is no number; write for example 1-3 7 12.", exit_code=USAGE)
        numbers += range(int(first), int(until or first) + 1)
    return numbers
