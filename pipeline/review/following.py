"""What changes in the workbook's folder, heard from the system, so that a page asks often and looks only when there is something new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

_STEP, _GATHER = 1, 50  # milliseconds


class FolderWatch:
    """Counts changes in a folder. Where the system tells of none, as for some network drives, the page still looks by itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._moved = 0
        self._asked = False
        self._changes: Iterator[Any] | None = None

    def moved(self) -> int:
        """Count what has changed; it is followed from the first time on that somebody asks."""
        self._asked = True
        return self._moved

    def look(self) -> None:
        """Take note of what changed since the last look, without waiting for it."""
        if not self._asked:
            return
        try:
            if self._changes is None:
                self._changes = self._begin()
                self._moved += 1  # between the asking and now something may have changed
            self._moved += bool(next(self._changes))
        except (OSError, RuntimeError, StopIteration):  # the folder is gone, or there are too many watchers
            self._changes = iter(lambda: False, None)

    def _begin(self) -> Iterator[Any]:
        from watchfiles import watch

        return watch(
            self._folder,
            watch_filter=None,
            recursive=False,
            debounce=_GATHER,
            step=_STEP,
            rust_timeout=_STEP,
            yield_on_timeout=True,
            raise_interrupt=True,
        )
