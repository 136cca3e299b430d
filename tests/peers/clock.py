"""The time of the mail tests: a Monday morning, wherever and whenever they run."""

from __future__ import annotations

from datetime import datetime, timedelta

NOW = datetime(2026, 11, 23, 10).astimezone()
TODAY = NOW.date()


class TestClock:
    """A clock that stands at NOW, moved as a test likes, and by waiting."""

    __test__ = False

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self.shift = shift
        self.slept = 0.0

    def now(self) -> datetime:
        return NOW + self.shift

    def sleep(self, seconds: float) -> None:
        self.slept += seconds
        self.shift += timedelta(seconds=seconds)
