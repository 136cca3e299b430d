"""When a window is over: the tab said so, all its tabs were closed, or nothing was asked for a while. Seconds."""

from __future__ import annotations

import time
from collections.abc import Callable

IDLE = 30 * 60
"""Seconds without a request after which the review ends; an open tab that is looked at asks every few seconds."""


LEFT = 150
"""Seconds without a request after a tab was closed; another tab, also one in the background, asks every minute."""


class Closing:
    """Hears what the page is asked for, and knows when to stop."""

    def __init__(self, idle: float = IDLE) -> None:
        self._idle, self._asked, self._done, self._left = idle, time.monotonic(), False, False
        self._begun: list[tuple[Callable[[], str], Callable[[], None]]] = []

    def asked(self) -> None:
        """Note that something was asked for."""
        self._asked, self._left = time.monotonic(), False

    def leave(self) -> None:
        """Note that a tab was closed, or went on to another page, which asks for something then."""
        self._asked, self._left = time.monotonic(), True

    def finish(self) -> None:
        """Note that the tab said it is done."""
        self._done = True

    def wait_for(self, waits: Callable[[], str], close: Callable[[], None]) -> None:
        """Note what has to come to its end before the window may go; `waits` says what of it is under way, "" for nothing."""
        self._begun.append((waits, close))

    def close(self, say: Callable[[str], None]) -> None:
        """Bring to its end what was begun, and say what is waited for."""
        for waits, close in self._begun:
            if waits():
                say(waits())
            close()

    @property
    def done(self) -> bool:
        """Tell whether the tab said that it is done."""
        return self._done

    @property
    def over(self) -> bool:
        """Tell whether to stop."""
        patience = min(self._idle, LEFT) if self._left else self._idle
        return self._done or time.monotonic() - self._asked > patience
