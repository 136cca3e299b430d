"""Saving: what a user relies on is that nothing of theirs is ever lost."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import textwrap
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange
from pipeline.workbook import replace as replace_module
from pipeline.workbook.backups import KEPT, backups_of, keep_backup, let_go, undo
from pipeline.workbook.save import ChangedMeanwhile, fingerprint, save, stray_temps
from tests.systems import PATIENCE, needs_limits, needs_links, needs_modes

NOW = datetime(2026, 11, 23, 9, 14)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "networking.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Contacts"
    book.active.append(["First name", "Email"])
    book.active.append(["Ada", "ada@example.org"])
    book.save(path)
    return path


def write(
    path: Path, value: str = "Grace", *, now: datetime = NOW, force: bool = False, sha: str = ""
) -> bool:
    return save(
        path,
        [CellChange("Contacts", 2, 1, value)],
        read_sha256=sha or fingerprint(path.read_bytes()),
        backups=path.parent / "backups",
        now=now,
        force=force,
    )


def name_in(path: Path) -> str:
    return str(openpyxl.load_workbook(path)["Contacts"]["A2"].value)


def test_a_save_changes_the_cell_and_keeps_a_dated_backup(workbook: Path) -> None:
    before = workbook.read_bytes()
    assert write(workbook)
    assert name_in(workbook) == "Grace"
    assert (workbook.parent / "backups" / "networking 2026-11-23 0914.xlsx").read_bytes() == before
    assert stray_temps(workbook, workbook.parent / "backups") == ()


def test_of_an_open_workbook_no_backup_is_made(workbook: Path) -> None:
    workbook.with_name("~$networking.xlsx").write_bytes(b"")
    with pytest.raises(UserError, match="is open in Excel"):
        write(workbook)
    assert not (workbook.parent / "backups").exists()


def test_what_changes_nothing_writes_nothing(workbook: Path) -> None:
    before = workbook.stat()
    assert not write(workbook, "Ada")
    assert not save(workbook, [], read_sha256="", backups=workbook.parent / "backups", now=NOW)
    assert workbook.stat().st_ino == before.st_ino
    assert not (workbook.parent / "backups").exists()


def test_an_edit_made_meanwhile_is_not_overwritten(workbook: Path) -> None:
    sha = fingerprint(workbook.read_bytes())
    write(workbook, "Typed by the user")
    with pytest.raises(ChangedMeanwhile) as refused:
        write(workbook, sha=sha)
    assert refused.value.exit_code == 4
    assert name_in(workbook) == "Typed by the user"


def test_an_edit_made_between_the_first_look_and_the_replacement_is_seen(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.workbook import save as module

    original = module.keep_backup

    def keep_while_the_user_saves(*args: object) -> object:
        kept = original(*args)  # type: ignore[arg-type]
        book = openpyxl.load_workbook(workbook)
        book["Contacts"]["A2"] = "Typed by the user"
        book.save(workbook)
        return kept

    monkeypatch.setattr(module, "keep_backup", keep_while_the_user_saves)
    with pytest.raises(ChangedMeanwhile):
        write(workbook)
    assert name_in(workbook) == "Typed by the user"


def test_a_workbook_opened_between_the_first_look_and_the_replacement_is_left_alone(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.workbook import save as module

    original = module.keep_backup

    def keep_while_excel_opens_it(*args: object) -> object:
        workbook.with_name("~$networking.xlsx").write_bytes(b"")
        return original(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "keep_backup", keep_while_excel_opens_it)
    with pytest.raises(UserError, match="open in Excel"):
        write(workbook)
    assert name_in(workbook) == "Ada"


@needs_links
def test_a_link_stays_a_link_and_backups_lie_beside_it(workbook: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    link = home / "contacts.xlsx"
    link.symlink_to(workbook)
    assert write(link)
    assert link.is_symlink()
    assert name_in(workbook) == "Grace"
    assert [p.name for p in (home / "backups").iterdir()] == ["contacts 2026-11-23 0914.xlsx"]


@needs_links
def test_a_lock_beside_the_file_behind_a_link_counts(workbook: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.xlsx"
    link.symlink_to(workbook)
    workbook.with_name("~$networking.xlsx").write_bytes(b"")
    with pytest.raises(UserError, match="open in Excel"):
        write(link)


@needs_modes
def test_the_mode_is_kept_by_file_and_backup(workbook: Path) -> None:
    workbook.chmod(0o600)
    write(workbook)
    kept = backups_of(workbook, workbook.parent / "backups")[0]
    assert stat.S_IMODE(workbook.stat().st_mode) == stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_twenty_backups_are_kept_and_only_ours_are_dropped(workbook: Path) -> None:
    backups = workbook.parent / "backups"
    backups.mkdir()
    for name in ("networking before the trip.xlsx", "other 2026-11-23 0914.xlsx"):
        (backups / name).write_bytes(b"mine")
    for n in range(KEPT + 4):
        assert write(workbook, f"name {n}", now=NOW + timedelta(minutes=n))
    kept = backups_of(workbook, backups)
    assert len(kept) == KEPT
    assert kept[0].name == "networking 2026-11-23 0937.xlsx"
    assert len(list(backups.iterdir())) == KEPT + 2


def test_a_busy_morning_does_not_drive_out_the_days_before(workbook: Path) -> None:
    for day in range(12):
        for n in range(3 if day < 11 else 30):
            write(workbook, f"day {day}, {n}", now=NOW + timedelta(days=day, minutes=n))
    kept = backups_of(workbook, workbook.parent / "backups")
    assert len(kept) == KEPT
    assert [name_in(path) for path in kept[:10]] == [f"day 11, {n}" for n in range(28, 18, -1)]
    # The first copy of a day is the workbook as the day before left it.
    assert [name_in(path) for path in kept[10:]] == [f"day {day}, 2" for day in range(10, 0, -1)]


def test_two_saves_in_one_minute_keep_two_backups_in_order(workbook: Path) -> None:
    for n in range(11):
        write(workbook, f"name {n}")
    kept = backups_of(workbook, workbook.parent / "backups")
    assert [name_in(path) for path in kept] == [*(f"name {n}" for n in range(9, -1, -1)), "Ada"]


def test_undo_restores_the_newest_and_can_be_undone(workbook: Path) -> None:
    backups = workbook.parent / "backups"
    write(workbook)
    after = workbook.read_bytes()
    assert undo(workbook, backups, now=NOW + timedelta(minutes=1)).name == "networking 2026-11-23 0914.xlsx"
    assert name_in(workbook) == "Ada"
    undo(workbook, backups, now=NOW + timedelta(minutes=2))
    assert workbook.read_bytes() == after
    undo(workbook, backups, now=NOW + timedelta(minutes=3))
    assert name_in(workbook) == "Ada"


def test_undo_brings_back_a_deleted_workbook(workbook: Path) -> None:
    write(workbook)
    workbook.unlink()
    undo(workbook, workbook.parent / "backups", now=NOW)
    assert name_in(workbook) == "Ada"


def test_undo_passes_over_a_damaged_backup(workbook: Path) -> None:
    backups = workbook.parent / "backups"
    write(workbook)
    (backups / "networking 2027-01-01 0000.xlsx").write_bytes(workbook.read_bytes()[:500])
    undo(workbook, backups, now=NOW)
    assert name_in(workbook) == "Ada"


def test_only_a_backup_of_just_these_bytes_is_dropped(workbook: Path) -> None:
    """Between two writes that are one to the user somebody else may have had one kept."""
    backups, before = workbook.parent / "backups", workbook.read_bytes()
    write(workbook)
    let_go(workbook, backups, before + b"others")
    assert [kept.read_bytes() for kept in backups.iterdir()] == [before]
    let_go(workbook, backups, before)
    assert list(backups.iterdir()) == []


def test_a_damaged_backup_that_is_named_does_not_become_the_workbook(workbook: Path) -> None:
    backups = workbook.parent / "backups"
    write(workbook)
    damaged = backups / "networking 2027-01-01 0000.xlsx"
    damaged.write_bytes(workbook.read_bytes()[:500])
    with pytest.raises(UserError, match=r"0000\.xlsx is damaged"):
        undo(workbook, backups, now=NOW, which=damaged)
    assert name_in(workbook) == "Grace"


def test_undo_without_a_backup_says_so(workbook: Path) -> None:
    with pytest.raises(UserError, match="nothing to undo"):
        undo(workbook, workbook.parent / "backups", now=NOW)


def test_undo_refuses_while_the_workbook_is_open(workbook: Path) -> None:
    write(workbook)
    workbook.with_name(".~lock.networking.xlsx#").write_text(",jane,host,23.11.2026 09:14,;")
    with pytest.raises(UserError, match="open in LibreOffice by jane on host"):
        undo(workbook, workbook.parent / "backups", now=NOW)
    assert name_in(workbook) == "Grace"


def test_a_missing_workbook_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not there"):
        write(tmp_path / "none.xlsx", sha="0")


def test_a_write_protected_workbook_is_a_sentence(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook.chmod(0o400)
    if os.access(workbook, os.W_OK):  # the superuser may write anything: answer for it as for anyone else
        monkeypatch.setattr(replace_module.os, "access", lambda path, mode: path != workbook.resolve())
    with pytest.raises(UserError, match=r"networking\.xlsx could not be saved") as told:
        write(workbook)
    assert f"it and its folder, {workbook.parent}, can be written to" in str(told.value)
    assert name_in(workbook) == "Ada"


def test_a_folder_that_cannot_be_written_to_is_a_sentence(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(UserError, match="nothing was saved"):
        write(workbook)
    assert name_in(workbook) == "Ada"


def test_a_backup_place_that_is_a_file_is_a_sentence(workbook: Path) -> None:
    (workbook.parent / "backups").write_text("not a folder")
    with pytest.raises(UserError, match="backups"):
        write(workbook)
    assert name_in(workbook) == "Ada"


CHILD = textwrap.dedent(
    """
    import os, sys, tempfile
    from datetime import datetime
    from pathlib import Path
    from pipeline.workbook import CellChange
    from pipeline.workbook.save import fingerprint, save
    from tests.processes import end_at_once

    path, step, seen = Path(sys.argv[1]), int(sys.argv[2]), 0

    def killing(function):
        def called(*args, **kwargs):
            global seen
            for when in ("before", "after"):
                if when == "after":
                    result = function(*args, **kwargs)
                seen += 1
                if seen == step:
                    end_at_once()
            return result
        return called

    edits = [CellChange("Contacts", 2, 1, "Grace")]
    sha = fingerprint(path.read_bytes())
    tempfile.mkstemp = killing(tempfile.mkstemp)
    for name in ("fdopen", "fsync", "replace", "chmod", "mkdir"):
        setattr(os, name, killing(getattr(os, name)))
    save(path, edits, read_sha256=sha, backups=path.parent / "backups", now=datetime(2026, 11, 23, 9, 14))
    """
)


def test_a_kill_at_any_step_leaves_the_old_or_the_new_file_and_the_next_run_no_temp(workbook: Path) -> None:
    old, outcomes, backups = workbook.read_bytes(), set(), workbook.parent / "backups"
    write(workbook, now=NOW)
    new = workbook.read_bytes()
    for step in range(1, 60):
        workbook.write_bytes(old)
        for backup in backups.iterdir():
            backup.unlink()
        backups.rmdir()
        ended = subprocess.run(
            [sys.executable, "-c", CHILD, workbook, str(step)], check=False, timeout=PATIENCE
        )
        found = workbook.read_bytes()
        assert found in (old, new), f"a third thing after step {step}"
        assert all(backup.read_bytes() == old for backup in backups_of(workbook, backups))
        if found == new:
            assert backups_of(workbook, backups), f"saved without a backup at step {step}"
        outcomes.add(found == new)
        backups.mkdir(exist_ok=True)
        write(workbook, now=NOW + timedelta(days=1))
        assert stray_temps(workbook, backups) == ()
        assert {path.name for path in workbook.parent.iterdir()} == {"networking.xlsx", "backups"}
        assert workbook.read_bytes() == new
        if ended.returncode == 0:
            break
    assert ended.returncode == 0, "the steps were not all tried"
    assert step > 12
    assert outcomes == {True, False}


WRITER = textwrap.dedent(
    """
    import sys
    from datetime import datetime
    from pathlib import Path
    from pipeline.workbook import CellChange
    from pipeline.workbook.replace import read_bytes
    from pipeline.workbook.save import ChangedMeanwhile, fingerprint, save

    path, row = Path(sys.argv[1]), int(sys.argv[2])
    while True:
        try:
            save(path, [CellChange("Contacts", row, 1, f"row {row}")], read_sha256=fingerprint(read_bytes(path)),
                 backups=path.parent / "backups", now=datetime(2026, 11, 23, 9, 14))
            break
        except ChangedMeanwhile:
            pass
    """
)


def test_of_several_runs_at_once_none_loses_what_another_wrote(workbook: Path) -> None:
    runs = [subprocess.Popen([sys.executable, "-c", WRITER, workbook, str(row)]) for row in range(3, 9)]
    assert [run.wait(timeout=PATIENCE) for run in runs] == [0] * 6
    page = openpyxl.load_workbook(workbook)["Contacts"]
    assert [page.cell(row, 1).value for row in range(3, 9)] == [f"row {row}" for row in range(3, 9)]
    assert len(backups_of(workbook, workbook.parent / "backups")) == 6
    assert stray_temps(workbook, workbook.parent / "backups") == ()


@needs_limits
@pytest.mark.parametrize("backed_up", [False, True])
def test_a_full_disk_leaves_the_file_as_it_was(workbook: Path, backed_up: bool) -> None:
    before = workbook.read_bytes()
    if backed_up:  # then it is the workbook itself that can't be written
        keep_backup(workbook, before, workbook.parent / "backups", NOW)
    limited = textwrap.dedent(
        """
        import resource, signal, sys
        from datetime import datetime
        from pathlib import Path
        from pipeline.model.errors import UserError
        from pipeline.workbook import CellChange
        from pipeline.workbook.save import fingerprint, save

        path = Path(sys.argv[1])
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            save(path, [CellChange("Contacts", 2, 1, "Grace")], read_sha256=fingerprint(path.read_bytes()),
                 backups=path.parent / "backups", now=datetime(2026, 11, 23, 9, 14))
        except UserError as error:
            print(error)
        """
    )
    out = subprocess.run(
        [sys.executable, "-c", limited, workbook],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    ).stdout
    assert ("could not be saved" if backed_up else "nothing was saved") in out
    assert "disk" in out
    assert workbook.read_bytes() == before
    assert len(backups_of(workbook, workbook.parent / "backups")) == backed_up
    assert stray_temps(workbook, workbook.parent / "backups") == ()


def test_a_temp_of_somebody_else_stays(workbook: Path) -> None:
    others = [
        workbook.with_name(n) for n in (".networking.xlsx.tmp", ".other.xlsx.abcd1234.tmp", "~WRL0001.tmp")
    ]
    for other in others:
        other.write_bytes(b"x")
    mine = workbook.with_name(".networking.xlsx.abcd_234.tmp")
    mine.write_bytes(b"x")
    write(workbook)
    assert all(other.exists() for other in others)
    assert not mine.exists()


def test_the_saved_file_differs_in_its_sheet_only(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    write(workbook)
    with zipfile.ZipFile(workbook) as archive:
        changed = {name for name in archive.namelist() if archive.read(name) != before[name]}
    assert changed <= {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"}
