"""A second version of the workbook beside it stops sending, whatever its name."""

from __future__ import annotations

import os

import pytest

from tests.books import person
from tests.end_to_end.routine import Routine
from tests.systems import needs_links

NAMES = (
    "networking 2.xlsx",
    "networking-SURFACE-SAM.xlsx",
    "networking_SAM-PC_Nov-23-091400-2026_Conflict.xlsx",
    "networking (Sam 的冲突副本 2026-11-23).xlsx",
    "networking (конфликтующая копия 2026-11-23).xlsx",
    "Kopie von networking.xlsx",
    "networking.xlsm",
)


@pytest.fixture
def approved(routine: Routine) -> Routine:
    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    return routine


def test_any_file_with_its_id_stops_sending_and_the_rehearsal(approved: Routine) -> None:
    for name in NAMES:
        copy = approved.folder / name
        copy.write_bytes(approved.book.read_bytes())
        os.utime(copy, (1_700_000_000, 1_700_000_000))
        assert name in approved.run("send", code=4).err
        assert name in approved.run("send", "--dry-run", code=4).err
        copy.unlink()
    assert not approved.ready.exists()
    assert [o["outcome"] for o in approved.run("send", "--json").document] == ["exported"]


@needs_links
def test_what_is_another_workbook_or_none_stops_nothing(approved: Routine) -> None:
    (approved.folder / "networking (2).xlsx").write_bytes(b"")
    os.utime(approved.folder / "networking (2).xlsx", (1_700_000_000, 1_700_000_000))
    (approved.folder / "notes.txt").write_text("networking")
    (approved.folder / "link.xlsx").symlink_to(approved.book)
    other = Routine(approved.folder / "other")
    other.folder.mkdir()
    approved.run("init", str(approved.folder / "networking (conflicted copy).xlsx"), dated=False)
    assert [o["outcome"] for o in approved.run("send", "--json").document] == ["exported"]
