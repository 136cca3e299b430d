"""Who has the workbook open, and the copies of sync services."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import locks
from pipeline.workbook.locks import conflict_copies, find_lock, refuse_if_open
from tests.systems import needs_links


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "networking.xlsx"
    path.write_bytes(b"PK")
    return path


def excel_owner_file(name: str) -> bytes:
    """Lay it out as Excel does: 55 bytes padded with spaces, then the same name in UTF-16, 165 bytes in all."""
    narrow = bytes([len(name)]) + name.encode("cp1252", "replace")
    wide = len(name).to_bytes(2, "little") + "".join(c + "" for c in name).encode("utf-16-le")
    return (narrow.ljust(55, b" ") + wide).ljust(165, b" ")


def test_nothing_is_open(workbook: Path) -> None:
    assert find_lock(workbook) is None
    refuse_if_open(workbook)


@pytest.mark.parametrize("name", ["Jane Doe", "Zoë Łukasz", "李雷"])
def test_excel_says_who(workbook: Path, name: str) -> None:
    workbook.with_name("~$networking.xlsx").write_bytes(excel_owner_file(name))
    found = find_lock(workbook)
    assert found is not None
    assert (found.who, found.program) == (name, "Excel")
    with pytest.raises(UserError, match=f"networking.xlsx is open in Excel by {name}") as refused:
        refuse_if_open(workbook)
    assert refused.value.exit_code == 4
    assert "--force" in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\x05Janie", b"\xff" * 165, b"\x00" * 165, b" " * 165])
def test_an_owner_file_that_says_little_still_locks(workbook: Path, content: bytes) -> None:
    workbook.with_name("~$networking.xlsx").write_bytes(content)
    found = find_lock(workbook)
    assert found is not None
    assert found.who == ("Janie" if b"Janie" in content else "")


@pytest.mark.parametrize(
    ("content", "who"),
    [
        (",jane,desk,23.11.2026 09:14,file:///home/jane/.config/libreoffice/4;", "jane on desk"),
        ("Jane Doe,jane,desk,23.11.2026 09:14,file:///x;", "Jane Doe on desk"),
        ("Doe\\, Jane,jane,desk,23.11.2026 09:14,file:///x;", "Doe, Jane on desk"),
        ("", ""),
    ],
)
def test_libreoffice_says_who_and_where(workbook: Path, content: str, who: str) -> None:
    workbook.with_name(".~lock.networking.xlsx#").write_text(content, encoding="utf-8")
    found = find_lock(workbook)
    assert found is not None
    assert (found.who, found.program) == (who, "LibreOffice")


def test_a_stale_lock_is_passed_by_force(workbook: Path) -> None:
    workbook.with_name("~$networking.xlsx").write_bytes(b"")
    refuse_if_open(workbook, force=True)
    assert find_lock(workbook) is not None


def test_force_passes_no_workbook_that_a_program_holds(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook.with_name(f"~${workbook.name}").write_bytes(excel_owner_file("Sam"))
    monkeypatch.setattr(locks, "held", lambda _path: True)
    with pytest.raises(UserError, match="is open in Excel by Sam"):
        refuse_if_open(workbook, force=True)


@needs_links
def test_a_lock_file_that_points_nowhere_locks(workbook: Path) -> None:
    workbook.with_name(".~lock.networking.xlsx#").symlink_to("jane@host.1234")
    assert find_lock(workbook) is not None


CONFLICTS = [
    "networking (Jane's conflicted copy 2026-11-23).xlsx",
    "networking (conflicted copy 2026-11-23 091400).xlsx",
    "networking (Jane Doe in Konflikt stehende Kopie 2026-11-23).xlsx",
    "networking (Copie en conflit de Jane 2026-11-23).xlsx",
    "networking (Case Conflict).xlsx",
    "networking.sync-conflict-20261123-091400-ABCDEFG.xlsx",
    "networking_conflict-20261123-091400.xlsx",
    "networking-DESKTOP-AB12CD3.xlsx",
    "networking-LAPTOP-AB12CD34-2.xlsx",
    "networking-Janes-MacBook-Pro.xlsx",
    f"networking-{socket.gethostname().partition('.')[0]}.xlsx",
    "networking (1).xlsx",
]
NO_CONFLICTS = [
    "networking-2027.xlsx",
    "networking-conflicts at work.xlsx",
    "networking (for the fair).xlsx",
    "networking2.xlsx",
    "networking - Copy.xlsx",
    "old networking (conflicted copy).xlsx",
    "networking (conflicted copy).docx",
    "~$networking.xlsx",
]


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflict_copy_is_seen(workbook: Path, name: str) -> None:
    workbook.with_name(name).write_bytes(b"PK")
    assert conflict_copies(workbook) == (workbook.with_name(name),)


@pytest.mark.parametrize("name", NO_CONFLICTS)
def test_what_is_no_conflict_copy_is_not(workbook: Path, name: str) -> None:
    workbook.with_name(name).write_bytes(b"PK")
    assert conflict_copies(workbook) == ()


def test_a_second_copy_of_an_hour_before_is_seen(workbook: Path) -> None:
    copy = workbook.with_name("networking (1).xlsx")
    copy.write_bytes(b"PK")
    hour_ago = workbook.stat().st_mtime - 3600
    os.utime(copy, (hour_ago, hour_ago))
    assert conflict_copies(workbook) == (copy,)


def test_an_old_second_download_is_no_conflict(workbook: Path) -> None:
    copy = workbook.with_name("networking (1).xlsx")
    copy.write_bytes(b"PK")
    os.utime(copy, (1_700_000_000, 1_700_000_000))
    assert conflict_copies(workbook) == ()
