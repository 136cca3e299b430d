"""What another program saves in the very moment in which the workbook is replaced: kept, or named; never lost without a word.

`RM_LONG=1` tries each way of saving 200 times, and lets a real second program race.
"""

from __future__ import annotations

import contextlib
import errno
import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, exchange, patch_cells
from pipeline.workbook.backups import keep_backup, undo
from pipeline.workbook.locks import conflict_copies
from pipeline.workbook.replace import read_bytes
from pipeline.workbook.save import ChangedMeanwhile, fingerprint, save, stray_temps
from tests.systems import needs_modes, needs_writers_known
from tests.workbook.packages import book, rows, worksheet

LONG = bool(os.environ.get("RM_LONG"))
TIMES = 200 if LONG else 10
NOW = datetime(2026, 11, 23, 9, 14)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "networking.xlsx"
    path.write_bytes(book(worksheet("")))
    return path


def with_value(path: Path, value: int) -> bytes:
    """Give what the user's program would write: the workbook with a value in A1."""
    other = path.with_name("theirs.tmp")
    patch_cells(path, other, [CellChange("Sheet1", 1, 1, value)])
    data = other.read_bytes()
    other.unlink()
    return data


def ours(path: Path, value: int) -> bool:
    """Save B2 as the program does."""
    return save(
        path,
        [CellChange("Sheet1", 2, 2, value)],
        read_sha256=fingerprint(read_bytes(path)),
        backups=path.parent / "backups",
        now=NOW,
    )


def by_rename(path: Path, data: bytes) -> None:
    other = path.with_name("theirs.tmp")
    other.write_bytes(data)
    os.replace(other, path)


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


@contextlib.contextmanager
def just_before(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> Iterator[None]:
    """Let something happen after the last comparison, right before the names change; once."""
    todo, swap = [act], exchange.exchange

    def first(function: Callable[..., object]) -> Callable[..., object]:
        def then(*args: object) -> object:
            while todo:
                todo.pop()()
            return function(*args)

        return then

    with monkeypatch.context() as patched:
        patched.setattr(exchange, "exchange", first(swap))
        yield
    assert not todo


@pytest.fixture(params=["exchanged", "linked"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to set the old file aside: most disks can exchange names, all others have links."""
    if request.param == "linked":
        monkeypatch.setattr(exchange, "exchange", lambda one, other: False)
    elif sys.platform not in ("linux", "darwin"):
        pytest.skip("this system can't exchange names")
    return str(request.param)


@pytest.mark.parametrize("saved", [by_rename, in_place])
def test_a_save_between_comparison_and_replacement_is_kept(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, way: str, saved: Callable[[Path, bytes], None]
) -> None:
    for n in range(TIMES):
        theirs = with_value(workbook, 1000 + n)
        with (
            just_before(monkeypatch, lambda data=theirs: saved(workbook, data)),
            pytest.raises(ChangedMeanwhile),
        ):
            ours(workbook, n)
        assert workbook.read_bytes() == theirs
        assert ours(workbook, n)
        assert f"<v>{1000 + n}</v>" in rows(workbook.read_bytes())
        assert stray_temps(workbook) == ()


@needs_modes
def test_where_a_disk_has_neither_exchange_nor_links_what_was_saved_before_is_kept(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(exchange, "exchange", lambda one, other: False)
    monkeypatch.setattr(os, "link", none)
    present = workbook.read_bytes()
    workbook.write_bytes(present + b"theirs")
    with pytest.raises(ChangedMeanwhile):
        exchange.replace_unchanged(workbook, b"ours", present)
    assert workbook.read_bytes() == present + b"theirs"
    exchange.replace_unchanged(workbook, b"ours", present + b"theirs")
    assert [file.name for file in workbook.parent.iterdir() if file.is_file()] == [workbook.name]
    assert workbook.read_bytes() == b"ours"


@needs_writers_known
def test_a_save_that_began_before_and_ends_after_is_kept(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    for n in range(TIMES):
        theirs = with_value(workbook, 1000 + n)
        file = open(workbook, "r+b", buffering=0)  # noqa: SIM115  closed by the writer

        def finish(file=file, data=theirs) -> None:  # type: ignore[no-untyped-def]
            time.sleep(0.02)
            file.truncate(0)
            file.write(data[:200])
            time.sleep(0.005)
            file.write(data[200:])
            file.close()

        writer = threading.Thread(target=finish)
        with just_before(monkeypatch, writer.start), pytest.raises(ChangedMeanwhile):
            ours(workbook, n)
        writer.join()
        assert workbook.read_bytes() == theirs
        assert ours(workbook, n)


@needs_writers_known
def test_a_program_that_goes_on_writing_keeps_its_file(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(exchange, "_PATIENCE", 0.1)
    before = workbook.read_bytes()
    with open(workbook, "r+b") as file:
        with pytest.raises(ChangedMeanwhile):
            ours(workbook, 1)
        assert os.path.samestat(os.fstat(file.fileno()), workbook.stat())
    assert workbook.read_bytes() == before


def test_of_two_saves_in_that_moment_the_earlier_is_kept_as_a_copy_and_named(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = exchange.exchange
    for n in range(TIMES):
        first, second = with_value(workbook, 1000 + n), with_value(workbook, 2000 + n)
        swapped: list[Path] = []

        def saving(one: Path, other: Path, first=first, second=second, swapped=swapped) -> bool:  # type: ignore[no-untyped-def]
            if len(swapped) < 2:
                by_rename(workbook, (first, second)[len(swapped)])
            swapped.append(one)
            return swap(one, other)

        with monkeypatch.context() as patched:
            patched.setattr(exchange, "exchange", saving)
            with pytest.raises(UserError, match="saved twice") as said:
                ours(workbook, n)
        copy = next(path for path in conflict_copies(workbook) if path.name in str(said.value))
        assert (copy.read_bytes(), workbook.read_bytes()) == (first, second)
        assert stray_temps(workbook) == ()
        copy.unlink()


def test_undo_keeps_what_is_saved_in_the_last_moment(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups = workbook.parent / "backups"
    keep_backup(workbook, with_value(workbook, 5), backups, NOW)
    theirs = with_value(workbook, 6)
    with just_before(monkeypatch, lambda: by_rename(workbook, theirs)), pytest.raises(ChangedMeanwhile):
        undo(workbook, backups, now=NOW)
    assert workbook.read_bytes() == theirs


WRITER = textwrap.dedent(
    """
    import os, random, sys, time
    from pathlib import Path
    from pipeline.workbook import CellChange, patch_cells

    def alone(path, flags):  # nobody else may then open it, as Windows lets a program ask
        import _winapi, msvcrt
        access = _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
        return msvcrt.open_osfhandle(_winapi.CreateFile(str(path), access, 0, 0, _winapi.OPEN_EXISTING, 0, 0), flags)

    path, way, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    other = path.with_name("theirs.tmp")
    for n in range(1, times + 1):
        while True:
            try:
                patch_cells(path, other, [CellChange("Sheet1", 10 + n, 1, n)])
                break
            except Exception:
                time.sleep(0.001)
        if way == "rename":
            while True:
                try:
                    os.replace(other, path)
                    break
                except PermissionError:  # on Windows, while it is being replaced: programs there try again
                    time.sleep(0.001)
        else:
            data = other.read_bytes()
            while True:
                try:
                    file = open(path, "r+b", opener=alone if way == "alone" else None)
                    break
                except PermissionError:
                    time.sleep(0.001)
            with file:
                file.truncate()
                file.write(data)
                file.truncate(len(data))
        time.sleep(random.random() * 0.02)
    """
)


@pytest.mark.skipif(not LONG, reason="RM_LONG=1 lets a second program race")
@pytest.mark.parametrize("way", ["rename", "in place", *(["alone"] if sys.platform == "win32" else [])])
def test_a_second_program_that_races_loses_nothing_without_a_word(workbook: Path, way: str) -> None:
    """Each of its saves is in the workbook in the end unless it overwrote it itself, or lies beside it as a named copy."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, workbook, way, str(TIMES)])
    tried = saved = 0
    while writer.poll() is None:
        tried += 1
        with contextlib.suppress(UserError, OSError):
            saved += bool(ours(workbook, tried))
    copies = conflict_copies(workbook)
    found = [rows(path.read_bytes()) for path in (workbook, *copies)]
    lost = [n for n in range(1, TIMES + 1) if not any(f'r="A{10 + n}"' in text for text in found)]
    told = f"{way}: {len(lost)} of {TIMES} lost; {saved} of our {tried} saves went in, {len(copies)} copies were named"
    print(told)
    assert (writer.returncode, lost) == (0, []), told
