"""The newest backup is the newest by its name too, in the hour that comes twice in autumn and under a clock set back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pipeline.workbook.backups import backups_of, keep_backup


def test_names_never_go_back(tmp_path: Path) -> None:
    path, backups = tmp_path / "networking.xlsx", tmp_path / "backups"
    path.write_bytes(b"now")
    times = [
        datetime(2026, 11, 1, 1, 50),
        datetime(2026, 11, 1, 1, 10),
        datetime(2026, 11, 1, 1, 55),
        datetime(2026, 11, 1, 2, 5),
    ]
    for number, now in enumerate(times):
        keep_backup(path, b"state %d" % number, backups, now)
        assert backups_of(path, backups)[0].read_bytes() == b"state %d" % number
    assert [p.read_bytes() for p in backups_of(path, backups)] == [b"state %d" % n for n in (3, 2, 1, 0)]


def test_a_number_that_was_pruned_is_not_given_again(tmp_path: Path) -> None:
    path, backups = tmp_path / "networking.xlsx", tmp_path / "backups"
    for number in range(60):
        keep_backup(path, b"state %d" % number, backups, datetime(2026, 11, 2, 9, 30))
        assert backups_of(path, backups)[0].read_bytes() == b"state %d" % number
    kept = [p.read_bytes() for p in backups_of(path, backups)]
    assert kept == [b"state %d" % n for n in (*range(59, 40, -1), 0)]
