"""Serve the review page to this computer's browser, and nobody else, until the person is done."""

from __future__ import annotations

import os
import socket
import sys
import time
import webbrowser
from typing import TYPE_CHECKING

import click

from pipeline.review.security import HOST, Guard

if TYPE_CHECKING:
    from pipeline.review.session import Review

IDLE = 30 * 60
"""Seconds without a request after which the review ends; an open tab that is looked at asks every few seconds."""
_TICK, _LAST_ANSWERS = 0.5, 1.0


class Ending:
    """When the review is over: the tab said so, or nothing was asked for a while. Seconds."""

    def __init__(self, idle: float = IDLE) -> None:
        self._idle, self._asked, self._done = idle, time.monotonic(), False

    def asked(self) -> None:
        """Note that something was asked for."""
        self._asked = time.monotonic()

    def finish(self) -> None:
        """Note that the tab said it is done."""
        self._done = True

    @property
    def done(self) -> bool:
        """Tell whether the tab said that it is done."""
        return self._done

    @property
    def over(self) -> bool:
        """Tell whether to stop."""
        return self._done or time.monotonic() - self._asked > self._idle


def serve(session: Review, *, open_browser: bool = True, idle: float = IDLE) -> None:
    """Show the page until its tab says that it is done, nothing was asked for `idle` seconds, or Ctrl+C.

    Raises UserError (exit 4) where the workbook can't be read; once the page is up it says so there.
    """
    session.decision()
    from waitress.server import create_server
    from waitress.wasyncore import loop

    from pipeline.review.site import make_site

    ending = Ending(idle)
    door = socket.create_server((HOST, 0))
    guard = Guard(door.getsockname()[1])
    sockets: dict[int, object] = {}
    # One thread: one person, and acts on one ledger in the order in which they came.
    server = create_server(
        make_site(session, guard, ending),
        map=sockets,
        sockets=[door],
        threads=1,
        ident="",
        expose_tracebacks=False,
    )
    _announce(guard, open_browser)
    try:
        while not ending.over:
            loop(timeout=_TICK, map=sockets, count=1)
        last = time.monotonic() + (_LAST_ANSWERS if ending.done else 0)
        while time.monotonic() < last:
            loop(timeout=_TICK / 5, map=sockets, count=1)
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        server.task_dispatcher.shutdown()
        server.close()
    if not ending.done:
        click.echo("The review page is closed. What was approved stays approved.", err=True)


def _announce(guard: Guard, open_browser: bool) -> None:
    opened = open_browser and _has_screen() and webbrowser.open(guard.address)
    click.echo(
        "The review page opens in your browser. If it does not, open this address (it works once):"
        if opened
        else "Open this address in your browser (it works once):",
        err=True,
    )
    click.echo(f"  {guard.address}", err=True)
    click.echo("When you are done, choose Finish there, or press Ctrl+C here.", err=True)


def _has_screen() -> bool:
    """Tell whether a browser has anywhere to open; without a screen, one in the terminal would take it over."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
