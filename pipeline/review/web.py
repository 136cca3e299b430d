"""Serve the review page to this computer's browser, and nobody else, until the person is done."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from pipeline.model.came_in import come_in, come_inside
from pipeline.review.ending import IDLE, Closing
from pipeline.review.following import FolderWatch
from pipeline.review.opening import Opening
from pipeline.review.security import Guard

if TYPE_CHECKING:
    from pipeline.review.server import PageServer
    from pipeline.review.session import Review

HOURS = 4 * 60 * 60
"""The same for the window of the whole day. Seconds."""
_TICK, _LAST_ANSWERS = 0.5, 1.0


def serve(session: Review, *, open_browser: bool = True, idle: float = IDLE, home: str = "/") -> None:
    """Show the window, first its page `home`, until a tab says that it is done, nothing was asked for `idle` seconds, or Ctrl+C."""
    from pipeline.review.server import PageServer, door
    from pipeline.review.site import make_site

    way, ending, entry, following = (
        come_inside(),
        Closing(idle),
        door(),
        FolderWatch(session.workbook.absolute().parent),
    )
    guard = Guard(entry.getsockname()[1])
    server, opening = (
        PageServer(make_site(session, guard, ending, home, following), entry, guard.base),
        Opening(guard.address),
    )
    try:
        _announce(guard, open_browser and opening.open())
        _until_over(server, guard, ending, opening, following)
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        opening.close()
        ending.close(lambda sentence: click.echo(sentence, err=True))
        server.close()
        come_in(way)
    if not ending.done:
        click.echo("The window is closed. What was approved stays approved.", err=True)


def _until_over(
    server: PageServer, guard: Guard, ending: Closing, opening: Opening, following: FolderWatch
) -> None:
    told = 0
    while not ending.over:
        server.round(_TICK)
        following.look()
        if guard.opened:
            opening.close()
        if guard.again > told:
            told = guard.again
            click.echo(
                "The address was opened a second time and refused. If your browser says so and you had not opened it before, "
                "somebody else on this computer did: press Ctrl+C here, and look at what is approved before you send.",
                err=True,
            )
    last = time.monotonic() + (_LAST_ANSWERS if ending.done else 0)
    while time.monotonic() < last:
        server.round(_TICK / 5)


def _announce(guard: Guard, opened: bool) -> None:
    click.echo(
        "Remembered opens in your browser. If it does not, open this address (it works once):"
        if opened
        else "Open this address in your browser (it works once):",
        err=True,
    )
    click.echo(f"  {guard.address}", err=True)
    click.echo("When you are done, choose Finish there, or press Ctrl+C here.", err=True)
