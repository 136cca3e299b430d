"""Dated copies of the workbook, and the way back to one."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

from pipeline.model.errors import UserError
from pipeline.workbook.exchange import replace_unchanged
from pipeline.workbook.locks import one_at_a_time, refuse_if_open
from pipeline.workbook.replace import read_bytes, read_whole, remove_file, replace_file

KEPT = 20
DAYS_KEPT = 10
"""Of so many days the first copy stays among them: a morning's recordings alone are more than twenty writes."""
_STAMP = "%Y-%m-%d %H%M"
_STAMPED, _OF_THE_DAY = len("2026-12-31 2359"), len("2026-12-31")


def backups_of(path: Path, backups: Path) -> list[Path]:
    """List a workbook's backups, the newest first; what else lies in the folder is the user's."""
    pattern = re.compile(
        re.escape(path.stem) + r" (\d{4}-\d\d-\d\d \d{4})(?:-(\d+))?" + re.escape(path.suffix), re.IGNORECASE
    )
    found = []
    with contextlib.suppress(OSError):
        found = [(name, pattern.fullmatch(name.name)) for name in backups.iterdir()]
    dated = [((m[1], int(m[2] or 1)), name) for name, m in found if m]
    return [name for _, name in sorted(dated, reverse=True)]


def made_at(path: Path, backup: Path) -> datetime:
    """Read from a backup's name when it was made."""
    return datetime.strptime(_stamp_of(path, backup), _STAMP)


def keep_backup(path: Path, data: bytes, backups: Path, now: datetime) -> Path:
    """Put a workbook's bytes by as a dated backup; an equal newest one serves.

    Twenty stay: the first of each of the newest ten days, and the newest.

    Raises `UserError` when it cannot be written: then nothing is saved without one.
    """
    present = backups_of(path, backups)
    with contextlib.suppress(UserError):
        if present and read_whole(present[0]) == data:
            return present[0]
    target = _next_name(path, backups, now, present[0] if present else None)
    try:
        backups.mkdir(parents=True, exist_ok=True)
        replace_file(target, data)
    except (OSError, UserError) as error:
        reason = error.__cause__ if isinstance(error, UserError) else error
        raise UserError(
            f"No backup of {path.name} could be written into {backups} ({getattr(reason, 'strerror', None) or error}), so"
            " nothing was saved. Check that the folder can be written to and that the disk is not full, then try again."
        ) from error
    with contextlib.suppress(OSError):
        shutil.copymode(os.path.realpath(path), target)
    for old in _too_old(path, [target, *(name for name in backups_of(path, backups) if name != target)]):
        with contextlib.suppress(OSError):
            remove_file(old)
    return target


def _too_old(path: Path, newest_first: list[Path]) -> list[Path]:
    first_of_days = list({_stamp_of(path, name)[:_OF_THE_DAY]: name for name in newest_first}.values())[
        :DAYS_KEPT
    ]
    others = [name for name in newest_first if name not in first_of_days]
    return others[KEPT - len(first_of_days) :]


def _stamp_of(path: Path, backup: Path) -> str:
    return backup.name[len(path.stem) + 1 :][:_STAMPED]


def let_go(path: Path, backups: Path, data: bytes) -> None:
    """Drop the newest backup where it holds just these bytes: a step between two writes that are one to the user."""
    newest = next(iter(backups_of(path, backups)), None)
    with contextlib.suppress(OSError):
        if newest and read_bytes(newest) == data:
            remove_file(newest)


def undo(path: Path, backups: Path, *, now: datetime, force: bool = False, which: Path | None = None) -> Path:
    """Put the newest backup that differs from the workbook in its place; give back the backup.

    The present file is kept as a backup first, so a second `undo` undoes the first. `which` names another backup.
    Raises `UserError` where there is none, or the workbook is open (exit 4). It never unsends a letter.
    """
    with one_at_a_time(path):
        refuse_if_open(path, force=force)
        present = _present(path)
        chosen = which or _newest_other(path, backups, present)
        content = read_whole(chosen)
        if not _whole(content):
            raise UserError(
                f"The backup {chosen.name} is damaged; {path.name} is as it was. Choose another one."
            )
        if present is not None:
            keep_backup(path, present, backups, now)
        refuse_if_open(path, force=force)
        if present is None:
            replace_file(path, content)
        else:
            replace_unchanged(path, content, present)
    return chosen


def _newest_other(path: Path, backups: Path, present: bytes | None) -> Path:
    for backup in backups_of(path, backups):
        content = read_whole(backup)
        if content != present and _whole(content):
            return backup
    raise UserError(
        f"There is no backup of {path.name} in {backups} that differs from it: nothing to undo."
        " Backups are made whenever the program saves the workbook."
    )


def _next_name(path: Path, backups: Path, now: datetime, newest: Path | None) -> Path:
    """Name a backup so that it sorts behind the newest there is: a number that was pruned is not given again."""
    stamp = now.strftime(_STAMP)
    stamped, number = (_stamp_of(path, newest), _number_of(path, newest)) if newest else ("", 0)
    # The hour that comes twice in autumn, or a clock set back: the newest stays the newest by its name.
    if stamp > stamped:
        return backups / f"{path.stem} {stamp}{path.suffix}"
    return backups / f"{path.stem} {stamped}-{number + 1}{path.suffix}"


def _number_of(path: Path, backup: Path) -> int:
    return int(backup.stem[len(path.stem) + 1 + _STAMPED :].lstrip("-") or 1)


def _present(path: Path) -> bytes | None:
    return read_whole(path) if path.exists() else None


def _whole(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.testzip() is None
    except Exception:
        return False
