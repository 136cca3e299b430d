"""Earlier versions of the workbook, and the way back to one: it never unsends a letter."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline.day.apply import after_undo
from pipeline.day.beginning import refuse_if_there
from pipeline.day.place import Place
from pipeline.model.errors import UserError
from pipeline.workbook import backups
from pipeline.workbook.locks import refuse_if_open
from pipeline.workbook.replace import move_file, said_if_it_fails


@dataclass(frozen=True, slots=True)
class Version:
    """A backup, and when it was made."""

    path: Path
    at: datetime


def versions(workbook: Path) -> tuple[Version, ...]:
    """List the backups that can be put back, the newest first."""
    found = backups.backups_of(workbook, Place(workbook).backups)
    return tuple(Version(path, backups.made_at(workbook, path)) for path in found)


def put_back(
    workbook: Path,
    today: date,
    now: datetime,
    *,
    which: Path | None = None,
    force: bool = False,
    meant: bool = False,
) -> Path:
    """Put a backup in the workbook's place, without `which` the newest that differs; the version before is kept too.

    `meant`: what was recorded with the last write is to go; else it is asked about where it is lacking.

    Raises `UserError` as `backups.undo` does.
    """
    restored = backups.undo(workbook, Place(workbook).backups, now=now, force=force, which=which)
    with contextlib.suppress(UserError):  # what is wrong with it is said where it is shown
        after_undo(workbook, today, now, meant=meant)
    return restored


def name_again(workbook: Path, found: Path) -> None:
    """Give a workbook that was renamed its name again. Raises `UserError` where it is open, or the name is taken."""
    refuse_if_open(found)
    refuse_if_there(workbook)
    with said_if_it_fails(workbook):
        move_file(found, workbook)
