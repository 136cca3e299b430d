"""A window served in the test's own process: a browser talks to it over a real socket, on a day that the test chooses."""

from __future__ import annotations

import threading
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipeline.review.ending import Closing
from pipeline.review.security import Guard
from pipeline.review.server import PageServer, door
from pipeline.review.session import Review
from pipeline.review.site import make_site
from tests.systems import PATIENCE


def at_noon(day: date) -> Any:
    """Make a clock that stands at noon of a day."""
    return type("Noon", (), {"now": staticmethod(lambda: datetime(day.year, day.month, day.day, 12))})


class Served:
    """The window of a workbook; `inside` is where all its pages are."""

    def __init__(self, workbook: Path, today: date) -> None:
        self.session, self.ending, entry = Review(workbook, today, at_noon(today)), Closing(), door()
        self.guard = Guard(entry.getsockname()[1])
        self._server = PageServer(make_site(self.session, self.guard, self.ending), entry, self.guard.base)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._rounds, daemon=True)

    def __enter__(self) -> Served:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ending.close(lambda _sentence: None)
        self._over.set()
        self._thread.join(PATIENCE)
        self._server.close()

    def _rounds(self) -> None:
        while not self._over.is_set():
            self._server.round(0.05)

    @property
    def inside(self) -> str:
        """Return where the window's pages are."""
        return self.guard.origin + self.guard.base
