"""The file itself: the old one or the new one, nothing else, at any moment."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, append_rows, apply_edits, patch_cells, replace_file
from pipeline.workbook.exchange import replace_unchanged
from tests.systems import needs_links, needs_modes
from tests.workbook.packages import book, rows, worksheet

CHANGE = [CellChange("Sheet1", 1, 1, 5)]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "list.xlsx"
    path.write_bytes(book(worksheet("")))
    return path


def test_target_may_be_another_file_or_the_source(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    patch_cells(source, tmp_path / "new.xlsx", CHANGE)
    assert source.read_bytes() == before
    patch_cells(source, source, CHANGE)
    assert source.read_bytes() == (tmp_path / "new.xlsx").read_bytes()
    append_rows(source, source, "Sheet1", [[6]])
    assert rows(source.read_bytes()).endswith('<row r="2"><c r="A2"><v>6</v></c></row>')


def test_nothing_to_change_writes_nothing_but_copies(source: Path, tmp_path: Path) -> None:
    stamp = source.stat().st_mtime_ns, source.stat().st_ino
    apply_edits(source, source, [CellChange("Sheet1", 1, 1, None)])
    assert (source.stat().st_mtime_ns, source.stat().st_ino) == stamp
    apply_edits(source, tmp_path / "copy.xlsx", [])
    assert (tmp_path / "copy.xlsx").read_bytes() == source.read_bytes()


def test_no_temporary_file_is_left(source: Path, tmp_path: Path) -> None:
    patch_cells(source, source, CHANGE)
    with pytest.raises(UserError):
        patch_cells(source, source, [CellChange("Nope", 1, 1, 5)])
    assert [file.name for file in tmp_path.iterdir()] == ["list.xlsx"]


@needs_links
def test_symbolic_link_stays_a_link(source: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(source)
    patch_cells(link, link, CHANGE)
    assert link.is_symlink()
    assert "<v>5</v>" in rows(source.read_bytes())


@needs_modes
def test_mode_is_kept(source: Path) -> None:
    source.chmod(0o640)
    patch_cells(source, source, CHANGE)
    assert stat.S_IMODE(source.stat().st_mode) == 0o640


def test_failing_replace_leaves_the_old_file(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = source.read_bytes()
    for name in ("replace", "fsync"):
        with monkeypatch.context() as patched:
            patched.setattr(os, name, full)
            with pytest.raises(UserError, match="No space left"):
                replace_file(source, b"new")
        assert source.read_bytes() == before
        assert [file.name for file in tmp_path.iterdir()] == ["list.xlsx"]


@needs_modes
def test_nobody_else_reads_the_new_file_before_it_has_the_old_ones_mode(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: modes.append(stat.S_IMODE(os.fstat(handle).st_mode)))
    source.chmod(0o640)
    replace_file(source, b"new")
    assert modes[0] == 0o600
    assert stat.S_IMODE(source.stat().st_mode) == 0o640


@needs_modes  # Windows flushes no folder
@pytest.mark.parametrize("kept", [False, True], ids=["replaced", "compared and replaced"])
def test_the_content_is_on_the_disk_before_it_has_the_name_and_the_name_before_it_is_done(
    source: Path, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    flushed: list[tuple[bool, bytes]] = []
    flush, before = os.fsync, source.read_bytes()

    def noted(handle: int) -> None:
        flushed.append((stat.S_ISDIR(os.fstat(handle).st_mode), source.read_bytes()))
        flush(handle)

    monkeypatch.setattr(os, "fsync", noted)
    if kept:
        replace_unchanged(source, b"new", before)
    else:
        replace_file(source, b"new")
    assert flushed == [(False, before), (True, b"new")]


def test_missing_folder_and_missing_source(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be saved"):
        replace_file(tmp_path / "nowhere" / "a.xlsx", b"")
    with pytest.raises(UserError, match="can't be read"):
        patch_cells(tmp_path / "a.xlsx", tmp_path / "b.xlsx", CHANGE)
