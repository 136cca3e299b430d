"""A copied workbook carries the first one's ID: it is asked about once, and a copy inherits nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.sheets.frames import Frames
from tests.books import person

from .routine import Routine


@pytest.fixture
def two(routine: Routine, tmp_path: Path) -> tuple[Routine, Routine]:
    """A workbook with one letter approved, and its copy in another folder."""
    first = tmp_path / "first"
    first.mkdir()
    routine = Routine(first)
    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    other = tmp_path / "second"
    other.mkdir()
    shutil.copy(routine.book, other / "networking.xlsx")
    return routine, Routine(other)


def workbook_id(routine: Routine) -> str:
    return next(str(r["Value"]) for r in routine.rows("Settings") if r["Setting"] == "Workbook ID")


def test_a_copy_is_noticed_and_nothing_is_sent_or_written(two: tuple[Routine, Routine]) -> None:
    _, copy = two
    before = copy.prints()
    answer = copy.daily(code=2)
    assert "same Workbook ID" in answer.err
    assert "Ada Okafor" in answer.out
    assert "same Workbook ID" in copy.run("send", code=2).err
    assert "same Workbook ID" in copy.run("approve", "AAAAA", code=2).err
    assert "same Workbook ID" in copy.run("doctor").said
    assert copy.prints() == before


@pytest.mark.parametrize("asked", [False, True])
def test_a_copy_that_is_asked_about_is_read_once(
    two: tuple[Routine, Routine], asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, copy = two
    read = []
    reading = Frames.frame
    monkeypatch.setattr(Frames, "frame", lambda self, sheet: read.append(sheet) or reading(self, sheet))
    if asked:
        monkeypatch.setattr("pipeline.commands.daily._asker", lambda _yes: lambda _question: True)
    copy.daily(code=0 if asked else 2)
    assert read.count("Contacts") == 1


def test_a_copy_gets_an_id_of_its_own_and_inherits_nothing(
    two: tuple[Routine, Routine], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, copy = two
    with monkeypatch.context() as answering:
        answering.setattr("pipeline.commands.daily._asker", lambda _yes: lambda _question: True)
        copy.daily()
    assert workbook_id(copy) != workbook_id(first)
    assert copy.draft()["status"] == "To review"
    copy.daily()
    first.daily()
    assert first.draft()["status"] == "Approved"


def test_the_same_workbook_said_once_goes_on(two: tuple[Routine, Routine]) -> None:
    first, copy = two
    copy.run("daily", "--yes")
    assert workbook_id(copy) == workbook_id(first)
    copy.daily()
    assert copy.draft()["status"] == "Approved"


def test_a_moved_workbook_is_not_asked_about(two: tuple[Routine, Routine]) -> None:
    first, moved = two
    first.book.unlink()
    moved.daily()
    assert moved.draft()["status"] == "Approved"


def test_another_address_is_asked_about(two: tuple[Routine, Routine]) -> None:
    first, _ = two
    first.type_setting("Email", "sam@one.test")
    first.daily()
    first.type_setting("Email", "kim@another.test")
    assert "for another person?" in first.daily(code=2).err
    first.run("daily", "--yes")
    first.daily()


def test_a_new_starter_at_the_place_of_an_old_one_inherits_nothing(routine: Routine) -> None:
    routine.with_book([person()], settings={"Workbook ID": None}).daily()
    old = workbook_id(routine)
    routine.run("approve", routine.draft()["code"])
    for path in [*routine.outbox.rglob("*.txt"), routine.book]:
        path.unlink()
    routine.with_book([person()], settings={"Workbook ID": None}).daily()
    assert workbook_id(routine) != old
    assert routine.draft()["status"] == "To review"
