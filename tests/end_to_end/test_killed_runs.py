"""What killed runs leave behind goes with the next one; what another run or program is at work on stays."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.books import person

from .routine import Routine


def left(path: Path, seconds_ago: int = 3600) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"half")
    os.utime(path, (time.time() - seconds_ago,) * 2)
    return path


def test_the_next_day_removes_what_killed_runs_left(routine: Routine) -> None:
    routine.with_book([person("Ada")]).daily()
    data = Path(os.environ["REMEMBERED_DATA_DIR"])
    gone = [
        left(routine.outbox / ".AB12C-approach-ada.txt.0a1b2c3d.tmp"),
        left(routine.ready / ".AB12C-approach-ada.eml.0a1b2c3d.tmp"),
        left(routine.folder / "sheets" / ".calls.docx.0a1b2c3d.tmp"),
        left(routine.folder / ".remembered.ics.0a1b2c3d.tmp"),
        left(routine.folder / ".networking.xlsx.0a1b2c3d.tmp"),
        left(data / ".days.json.0a1b2c3d.tmp"),
    ]
    stays = [
        left(routine.outbox / ".AB12C-approach-ada.txt.0d0e0f01.tmp", 1),
        left(routine.folder / ".my notes.txt.0a1b2c3d.tmp"),
    ]
    routine.daily()
    assert [path.name for path in gone if path.exists()] == []
    assert all(path.exists() for path in stays)


def test_an_invitation_file_that_was_cut_short_goes_with_the_next(routine: Routine) -> None:
    routine.with_book([person("Ada")])
    half = left(routine.folder / ".calls.ics.0a1b2c3d.tmp")
    routine.run("calendar", "-o", str(routine.folder / "calls.ics"))
    assert not half.exists()
