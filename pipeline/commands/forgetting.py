"""`forget`: a person's data removed everywhere, once it was shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import common, now_and_today, say, sure

if TYPE_CHECKING:
    from pipeline.day.forgetting import Plan


@click.command()
@click.argument("name")
@common("workbook", "today", "yes", "force")
def forget(name: str, workbook: Path, today: date | None, yes: bool, force: bool) -> None:
    """Remove a person's data from the workbook, the outbox, the ledger and the backups, after showing what will go."""
    from pipeline.day.apply import run_day
    from pipeline.day.forgetting import forget as remove
    from pipeline.day.forgetting import plan_forgetting
    from pipeline.day.gather import gather
    from pipeline.sheets.finding import find_contact

    now, day = now_and_today(today)
    world = gather(workbook, day, now)
    plan = plan_forgetting(world, find_contact(world.contacts, name))
    click.echo("To be removed:")
    for line in plan.lines():
        click.echo(f"  {line}")
    if not sure("This can't be undone. Go ahead?", yes):
        say("Nothing was removed.")
        return
    too = _mentions_too(plan, yes)
    remove(world, plan, mentions_too=too, force=force)
    run_day(workbook, day, now, force=force)
    click.echo(
        f"{plan.person.name} is forgotten. What lies in your mailbox and in other copies of the workbook is yours to remove."
    )


def _mentions_too(plan: Plan, yes: bool) -> bool:
    """Ask about what others' rows say of the person; what --yes answers is what was shown."""
    if not plan.mentions:
        return False
    click.echo(f"Others' rows still name {plan.person.name}:")
    for mention in plan.mentions:
        click.echo(f"  {mention.where}: {mention.whose}")
    return sure("Take the name out there too?", yes)
