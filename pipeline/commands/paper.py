"""What to have in hand: sheets on paper, the calendar, and how the search goes."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from pipeline.commands.options import common, decided, output_to, print_json, say
from pipeline.model.came_in import command


@click.command()
@click.argument("name", required=False)
@output_to("sheets/ beside the workbook")
@common("workbook", "today")
def sheets(name: str | None, output: Path | None, workbook: Path, today: date | None) -> None:
    """Print today's call sheets and interview sheets, or those of one person, as one PDF."""
    from pipeline.day.inhand import print_sheets, sheets_in_hand
    from pipeline.paper.printing import missing_line
    from pipeline.rules.wording import counted

    decision = decided(workbook, today)
    made = sheets_in_hand(decision, workbook, name or "")
    if not made:
        click.echo(
            f"No call and no interview today, so there is no sheet. For one person: {command('sheets', 'NAME')}"
        )
        return
    target, missing = print_sheets(made, decision.world, output, of_one=bool(name))
    if missing:
        say(missing_line(missing))
    click.echo(f"{counted(len(made), 'sheet')} in {target}")


@click.command()
@common("workbook", "today", "json")
def coach(workbook: Path, today: date | None, as_json: bool) -> None:
    """Say how the search goes: the weeks, the rates, whether it is bogged down, and what would meet the goal."""
    from pipeline.campaign.words import as_json as document
    from pipeline.campaign.words import as_lines
    from pipeline.day.decide.progress import campaign_of
    from pipeline.day.show import mercy

    decision = decided(workbook, today)
    found = campaign_of(decision.world, decision.agenda.standings)
    if as_json:
        print_json(document(found))
    else:
        click.echo("\n".join([*mercy(decision), *as_lines(found)]))


@click.command()
@click.option(
    "--days", type=click.IntRange(min=0, max=366), default=30, show_default=True, help="How far ahead."
)
@output_to("remembered.ics beside the workbook")
@common("workbook", "today")
def calendar(days: int, output: Path | None, workbook: Path, today: date | None) -> None:
    """Write calls, interviews and thank-you deadlines as a calendar file, to import into a calendar of its own.

    Entries that move keep their identity. Many calendars bring those that they know up to date when a later file is imported;
    others add them once more.
    """
    from dateutil.tz import tzlocal

    from pipeline.day.gather import read_questions
    from pipeline.day.show import last_day
    from pipeline.paper.calendar import calendar_ics
    from pipeline.workbook.replace import remove_strays, replace_file

    decision = decided(workbook, today)
    world = decision.world
    data = calendar_ics(
        decision.agenda.until(last_day(world.today, days)),
        world.contacts,
        world.settings,
        world.today,
        datetime.now().astimezone(),
        tzlocal(),
        events=world.events,
        questions=read_questions(workbook),
    )
    target = output or world.place.calendar
    remove_strays(target)
    replace_file(target, data)
    click.echo(
        f"{target}: import it into a calendar of its own. Before you import a later one, empty that calendar, unless yours brings "
        "entries that it knows up to date: not all do."
    )
