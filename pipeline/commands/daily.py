"""`daily`: the day worked out, drafted and written."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from pipeline.commands import options
from pipeline.commands.options import common, now_and_today, say
from pipeline.day.asking import somebody_there

if TYPE_CHECKING:
    from pipeline.day.world import World


@click.command()
@click.pass_context
@common("workbook", "today", "json", "force", "yes")
def daily(
    context: click.Context, workbook: Path, today: date | None, as_json: bool, force: bool, yes: bool
) -> None:
    """Work out the day: read the workbook, draft the letters due, write Today, Drafts and the status cells.

    It never sends. Run it as often as you like: a second run changes nothing. In a folder that never had a workbook it makes
    networking.xlsx first, with samples.
    """
    from pipeline.day.apply import run_day
    from pipeline.day.show import agenda_json, fallen_away, print_day

    gc.freeze()  # what is loaded stays: the collector need not look through it again while the day is worked out
    now, day = now_and_today(today)
    if context.get_parameter_source("workbook") is ParameterSource.DEFAULT:
        _make_first(workbook, day)
    done = run_day(
        workbook, day, now, force=force, before=look_in_mailbox, show_anyway=True, is_copy=_asker(yes)
    )
    if as_json:
        options.print_json(agenda_json(done.decision, day))
    else:
        print_day(done)
    for line in fallen_away(done.decision):
        say(line)
    if done.open_in is not None:
        say(
            f"{workbook.name} is open in {done.open_in.program}: this is the day as saved at {done.world.book.saved_at:%H:%M}. "
            "The letters are drafted; the workbook is written at the next run, once it is closed."
        )
        for entry in done.world.state.entries:
            say(f"Recorded in the window, and not in the workbook yet: {entry.words}.")
    if done.fault is not None:
        raise done.fault


def _asker(yes: bool) -> Callable[[str], bool] | None:
    """Ask whether a workbook is a copy: --yes says that it is the same one; None where nobody can be asked."""
    if yes:
        return lambda _question: False
    return (lambda question: click.confirm(question, err=True)) if somebody_there() else None


def _make_first(workbook: Path, day: date) -> None:
    """Make the workbook where this folder never had one: neither letters nor backups lie in it."""
    if workbook.exists():
        return
    from pipeline.day.beginning import make_starter, went_missing
    from pipeline.sheets.read import workbooks_beside

    if went_missing(workbook) or workbooks_beside(workbook):
        return  # reading it says so
    make_starter(workbook, day)
    say(
        f"Made {workbook} from the starter, with samples. Open it in Excel, fill in Settings, and add your contacts."
    )


def look_in_mailbox(world: World) -> bool:
    """Look for replies first, where a mailbox is set up; tell whether it looked."""
    from pipeline.mail.ways import reads_replies

    if not reads_replies(world.settings):
        return False
    from pipeline.commands.mail import look_first

    look_first(world)
    return True
