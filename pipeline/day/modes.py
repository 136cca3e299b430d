"""Who may read what lies beside the workbook: whoever may read the workbook, and nobody else."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pipeline.day.place import Place


@contextlib.contextmanager
def following_modes(workbook: Path) -> Iterator[None]:
    """Make files and folders as readable as the workbook is, and close what stands too open; others never write."""
    wanted = _wanted(workbook) if os.name == "posix" else None
    if wanted is None:
        yield
        return
    before = os.umask(0o777 & ~wanted | 0o002)
    try:
        place = Place(workbook)
        for folder in (place.outbox, place.backups, place.sheets):
            with contextlib.suppress(OSError):
                mode = stat.S_IMODE(folder.stat().st_mode)
                if mode & 0o077 & ~wanted:
                    folder.chmod(mode & (wanted | 0o7000))
        yield
    finally:
        os.umask(before)


def _wanted(workbook: Path) -> int | None:
    """Give the permissions of the workbook, as a folder's; None where there is no workbook yet."""
    try:
        mode = stat.S_IMODE(workbook.stat().st_mode) & 0o777
    except OSError:
        return None
    return mode | 0o700 | (mode & 0o444) >> 2
