"""Save edits so that nothing of the user's is ever lost: not an edit made meanwhile, not the file, not the way back."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.workbook.backups import keep_backup
from pipeline.workbook.edits import Edit
from pipeline.workbook.exchange import ChangedMeanwhile, fingerprint, replace_unchanged, unchanged
from pipeline.workbook.locks import one_at_a_time, refuse_if_open
from pipeline.workbook.replace import remove_file

if TYPE_CHECKING:
    from pipeline.workbook.package import Package

__all__ = [
    "ChangedMeanwhile",
    "fingerprint",
    "put_in_place",
    "remove_stray_temps",
    "save",
    "stray_temps",
    "unchanged",
]


def save(
    path: Path,
    edits: Sequence[Edit],
    *,
    read_sha256: str,
    backups: Path,
    now: datetime,
    force: bool = False,
    package: Package | None = None,
) -> str:
    """Apply edits to the workbook that was read; give the written file's sha256, "" where nothing was written.

    Edits that change nothing write nothing, not even a backup. A link stays a link: the file it points to is replaced,
    and backups carry the link's name. `now` is local time, for the backup's name; `force` passes a stale lock file;
    `package` is the workbook as it was read, and spares unpacking it again.
    Raises `ChangedMeanwhile` when the file is no longer the one read, `UserError` (exit 4) when it is open elsewhere,
    cannot be read or written, or cannot be changed without harm. Whatever is raised, the file is as it was.
    """
    from pipeline.workbook import patched_package

    with one_at_a_time(path):
        remove_stray_temps(path, backups)
        if not edits:
            return ""
        present = unchanged(path, read_sha256)
        patched = patched_package(package or path, edits)
        if patched == present:
            return ""
        put_in_place(path, patched, present, backups=backups, now=now, force=force)
    return fingerprint(patched)


def put_in_place(
    path: Path, new: bytes, present: bytes, *, backups: Path, now: datetime, force: bool
) -> None:
    """Replace the workbook, after a backup of it; it must still be `present` and open nowhere.

    Raises as `save` does.
    """
    refuse_if_open(path, force=force)
    keep_backup(path, present, backups, now)
    refuse_if_open(path, force=force)
    replace_unchanged(path, new, present)


def stray_temps(path: Path, backups: Path | None = None) -> tuple[Path, ...]:
    """List the temporary files that a killed run has left beside the workbook, or beside its backups."""
    real = Path(os.path.realpath(path))
    found: list[Path] = []
    for folder, name in ((real.parent, real), (backups, path)):
        dated = "" if folder != backups else r" \d{4}-\d\d-\d\d \d{4}(?:-\d+)?"
        ours = re.compile(
            r"\." + re.escape(name.stem) + dated + re.escape(name.suffix) + r"\.[a-z0-9_]{8}\.tmp"
        )
        with contextlib.suppress(OSError):
            found += [file for file in folder.iterdir() if ours.fullmatch(file.name)] if folder else []
    return tuple(found)


def remove_stray_temps(path: Path, backups: Path | None = None) -> None:
    """Remove them; what can't be removed stays for the next run."""
    for temporary in stray_temps(path, backups):
        with contextlib.suppress(OSError):
            remove_file(temporary)
