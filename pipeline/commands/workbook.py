"""The workbook itself: made, adopted, put back; and the letter templates beside it."""

from __future__ import annotations

import uuid
from datetime import date
from pathlib import Path

import click

from pipeline.commands.options import DayType, common, now_and_today, say, sure
from pipeline.commands.way import way_in
from pipeline.model.came_in import command


@click.command()
@click.argument(
    "path",
    type=click.Path(path_type=Path),
    required=False,
    envvar="REMEMBERED_WORKBOOK",
    default=Path("networking.xlsx"),
)
@click.option("--empty", is_flag=True, help="Without the sample contacts.")
@common("today")
def init(path: Path, empty: bool, today: date | None) -> None:
    """Make a new workbook from the starter, with samples to try everything on."""
    from pipeline.day.beginning import make_starter

    _, day = now_and_today(today)
    make_starter(path, day, empty=empty)
    click.echo(
        f"Made {path}. Open it in Excel, fill in Settings, and add your contacts"
        + ("." if empty else " (the samples step aside then).")
    )


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", default="", help="The sheet with the contacts, where it isn't found by itself.")
@click.option(
    "--act-from",
    type=DayType(),
    default=None,
    help="What lies before this date owes nothing; default: today.",
)
@common("today", "yes", "force")
def adopt(file: Path, sheet: str, act_from: date | None, today: date | None, yes: bool, force: bool) -> None:
    """Give your own contact workbook what it lacks: columns and sheets. Everything else in it stays as it is."""
    from pipeline.day.place import Place
    from pipeline.importing import adopt as adopting
    from pipeline.importing import unquoted_path

    now, day = now_and_today(today)
    file = unquoted_path(file)
    adoption = adopting.plan_adoption(file, sheet=sheet)
    for line in adoption.lines():
        click.echo(line)
    if not adoption.needed:
        return
    if not sure("Go ahead?", yes):
        say("Nothing was changed.")
        return
    if act_from is None and adoption.asks_act_from:
        act_from = day if yes else _asked_act_from(day)
    adopting.adopt(
        file,
        adoption,
        act_from=act_from,
        workbook_id=uuid.uuid4().hex,
        backups=Place(file).backups,
        now=now,
        force=force,
    )
    click.echo(f"{file} is ready. Next: {command('daily', '-w', str(file))}")
    looked_for = Path(way_in(None).workbook)
    if looked_for.absolute() != file.absolute():
        click.echo(
            f"Commands that name no workbook look for {looked_for}: name this one with -w, or once for all with the variable "
            f"REMEMBERED_WORKBOOK set to {file.absolute()}"
        )


def _asked_act_from(today: date) -> date:
    asked: date = click.prompt(
        "From which day on are letters and calls owed? What lies before owes nothing, and is left out of the counts",
        default=today,
        type=DayType(),
        err=True,
    )
    return asked


@click.command()
@common("workbook", "force")
def undo(workbook: Path, force: bool) -> None:
    """Put the workbook back as it was before the last write. It never unsends a letter."""
    from pipeline.day.putback import put_back

    now, day = now_and_today(None)
    restored = put_back(workbook, day, now, force=force, meant=True)
    click.echo(
        f"{workbook.name} is as it was in {restored.name}. The version before is kept in backups too; letters that went stay sent."
    )


@click.command()
@common("workbook")
def templates(workbook: Path) -> None:
    """Copy the letter templates into a folder beside the workbook, where you may edit them."""
    from pipeline.day.place import Place
    from pipeline.letters.templates import copy_templates

    folder = Place(workbook).templates
    written, kept = copy_templates(folder)
    click.echo(
        f"{len(written)} files copied to {folder}"
        + (f", {len(kept)} of yours left as they are." if kept else ".")
    )
