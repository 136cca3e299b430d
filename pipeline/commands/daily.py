"""`daily`: the day worked out, drafted and written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands import options
from pipeline.commands.options import (
    explained,
    force_option,
    json_option,
    now_and_today,
    say,
    today_option,
    workbook_option,
)

if TYPE_CHECKING:
    from pipeline.commands.gather import World


@click.command()
@workbook_option
@today_option
@json_option
@force_option
@explained
def daily(workbook: Path, today: date | None, as_json: bool, force: bool) -> None:
    """Work out the day: read the workbook, draft the letters due, write Today, Drafts and the status cells.

    It never sends. Run it as often as you like: a second run changes nothing.
    """
    import gc

    from pipeline.workbook.ahead import Ahead

    ahead = Ahead(workbook)
    from pipeline.commands.apply import run_day
    from pipeline.commands.gather import find_workbook
    from pipeline.commands.show import agenda_json, print_day

    # A short run over many small values that all live to its end: collecting would only go through them again and again.
    gc.disable()
    now, day = now_and_today(today)
    find_workbook(workbook)
    done = run_day(workbook, day, now, force=force, before=look_in_mailbox, ahead=ahead)
    if as_json:
        options.print_json(agenda_json(done.decision, day))
    else:
        print_day(done)
    if done.open_in is not None:
        say(f"{workbook.name} is open ({done.open_in.program}): this is the day as saved at {done.world.book.saved_at:%H:%M}. "
            "The letters are drafted; the workbook is written at the next run, once it is closed.")


def look_in_mailbox(world: World) -> bool:
    """Look for replies first, where a mailbox is set up; tell whether it looked."""
    if world.settings.send_through == "Files":
        return False
    from pipeline.commands.mail import look_first

    look_first(world)
    return True
