"""Windows does not let a file be replaced or removed that another program has open: what a user sees of it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipeline.day.worklog import following, log_path
from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, replace_file
from pipeline.workbook.backups import KEPT, backups_of
from pipeline.workbook.locks import find_lock
from pipeline.workbook.replace import read_bytes, remove_file
from pipeline.workbook.save import fingerprint, save, stray_temps
from tests.windows.conftest import DELETE, READ, WRITE, Holder
from tests.workbook.packages import rows

NOW = datetime(2026, 11, 23, 9, 14)


def write(path: Path, value: int = 1, *, row: int = 3, now: datetime = NOW, force: bool = False) -> bool:
    return save(
        path,
        [CellChange("Sheet1", row, 1, value)],
        read_sha256=fingerprint(read_bytes(path)),
        backups=path.parent / "backups",
        now=now,
        force=force,
    )


@contextmanager
def held_until_waited_for(
    patched: pytest.MonkeyPatch, holder: Holder, path: Path, **how: object
) -> Iterator[None]:
    """Have a file open until somebody waits a moment for it."""
    with ExitStack() as held:
        held.enter_context(holder(path, **how))
        patched.setattr("pipeline.workbook.replace.time.sleep", lambda _seconds: held.close())
        yield


@pytest.mark.parametrize("force", [False, True])
def test_a_workbook_open_in_excel_is_noticed_without_its_owner_file(
    workbook: Path, holder: Holder, force: bool
) -> None:
    before = workbook.read_bytes()
    with holder(workbook):
        assert find_lock(workbook) is not None
        with pytest.raises(UserError, match=r"networking\.xlsx is open in another program"):
            write(workbook, force=force)
    assert workbook.read_bytes() == before
    assert not (workbook.parent / "backups").exists()
    assert find_lock(workbook) is None


def test_a_write_protected_workbook_is_not_called_open(workbook: Path) -> None:
    workbook.chmod(0o400)
    assert find_lock(workbook) is None
    with pytest.raises(UserError, match="could not be saved"):
        write(workbook)
    workbook.chmod(0o600)


def test_a_reader_that_lets_go_soon_is_waited_for(
    workbook: Path, holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_until_waited_for(monkeypatch, holder, workbook, sharing=READ | WRITE, writing=False):
        assert write(workbook)
    assert '<c r="A3"><v>1</v></c>' in rows(workbook.read_bytes())
    assert stray_temps(workbook) == ()


def test_a_reader_that_stays_is_said_and_nothing_is_left_behind(workbook: Path, holder: Holder) -> None:
    before = workbook.read_bytes()
    with holder(workbook, READ | WRITE, writing=False), pytest.raises(UserError, match="could not be saved"):
        write(workbook)
    assert workbook.read_bytes() == before
    assert write(workbook)
    assert stray_temps(workbook) == ()


def test_removing_waits_for_a_moment_too(
    workbook: Path, holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_until_waited_for(monkeypatch, holder, workbook, sharing=READ, writing=False):
        remove_file(workbook)
    assert not workbook.exists()


def test_a_file_that_others_may_delete_is_no_obstacle(workbook: Path, holder: Holder) -> None:
    with holder(workbook, READ | WRITE | DELETE, writing=False):
        assert find_lock(workbook) is None


def test_a_log_that_a_window_has_open_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holder: Holder
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path))
    log, older = log_path(), log_path().with_name("remembered.log.1")
    log.write_bytes(b"x" * 300_000)
    older.write_bytes(b"older")
    with holder(log, READ | WRITE), following("daily", {}, aloud=False):
        pass
    assert log.read_text("utf-8").endswith("daily ends\n")
    assert older.read_bytes() == b"older"
    with following("daily", {}, aloud=False):
        pass
    assert older.stat().st_size > 300_000


def test_backups_of_a_read_only_workbook_are_pruned(workbook: Path) -> None:
    for n in range(KEPT + 3):
        write(workbook, n, now=NOW + timedelta(minutes=n))
        for backup in backups_of(workbook, workbook.parent / "backups"):
            backup.chmod(0o400)
    assert len(backups_of(workbook, workbook.parent / "backups")) == KEPT


def test_a_name_that_is_a_folders_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "week.ics").mkdir()
    with pytest.raises(UserError, match="folder"):
        replace_file(tmp_path / "week.ics", b"")


WRITER = textwrap.dedent(
    """
    import sys
    from datetime import datetime
    from pathlib import Path
    from pipeline.workbook import CellChange
    from pipeline.workbook.replace import read_bytes
    from pipeline.workbook.save import ChangedMeanwhile, fingerprint, save

    path, first, times = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for row in range(first, first + times):
        while True:
            try:
                save(path, [CellChange("Sheet1", row, 1, row)], read_sha256=fingerprint(read_bytes(path)),
                     backups=path.parent / "backups", now=datetime(2026, 11, 23, 9, 14))
                break
            except ChangedMeanwhile:
                pass
    """
)


def test_of_three_writers_none_loses_a_save_and_none_stops(workbook: Path) -> None:
    times = int(os.environ.get("RM_SAVES", "84"))  # 252 together
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(workbook), str(10 + 1000 * n), str(times)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(3)
    ]
    ends = [(run.communicate(timeout=600)[1], run.returncode) for run in runs]
    assert ends == [("", 0)] * 3
    text = rows(workbook.read_bytes())
    lost = [
        row
        for n in range(3)
        for row in range(10 + 1000 * n, 10 + 1000 * n + times)
        if f'r="A{row}"' not in text
    ]
    assert lost == []
