"""A workbook that may be read and not written: every command says so in a sentence, and what it was asked is not lost."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import pytest

from tests.books import person
from tests.systems import needs_modes, rights_as_others

from .routine import Routine

EXITS = range(6)
ASKED = [
    ("check",), ("daily",), ("agenda",), ("explain", "Ada Okafor"), ("drafts",), ("approve", "CODE"), ("skip", "CODE"),
    ("send",), ("sync",), ("log", "Ada Okafor", "replied"), ("sheets",), ("coach",), ("calendar",), ("templates",),
    ("resolve", "CODE", "sent"), ("undo",), ("forget", "Ada Okafor", "--yes"), ("doctor",),
]  # fmt: skip
WRITES = {"skip", "send", "log", "calendar", "undo", "forget"}
"""Commands that can't do what they are asked without writing beside or into the workbook."""


@pytest.fixture
def worked_with(routine: Routine) -> Routine:
    routine.with_book([person(), person("Grace", "Hill", Called_on="2026-12-01")]).daily()
    routine.run("approve", routine.drafts()[0]["code"])
    return routine


def written_protected(routine: Routine) -> Iterator[None]:
    """Take away the rights to write a folder with all that is in it, and give them back."""
    paths = [routine.folder, *routine.folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with rights_as_others():
            yield
    finally:
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def protected(worked_with: Routine) -> Iterator[Routine]:
    for _ in written_protected(worked_with):
        yield worked_with


@needs_modes
@pytest.mark.parametrize("words", ASKED, ids=lambda w: w[0])
def test_in_a_folder_that_is_read_only_each_command_ends_in_a_sentence(
    protected: Routine, words: tuple[str, ...]
) -> None:
    before, code = protected.prints(), next(protected.outbox.glob("*.txt")).name[:5]
    answer = protected.run(*(code if w == "CODE" else w for w in words), code=None)
    assert answer.code in EXITS
    assert answer.code in (4, 5) or words[0] not in WRITES, answer.said
    assert answer.code == 0 or answer.said
    assert "Errno" not in answer.said
    assert protected.prints() == before


@needs_modes
def test_the_day_is_shown_though_no_letter_can_be_drafted(routine: Routine) -> None:
    routine.with_book([person()])
    for _ in written_protected(routine):
        answer = routine.daily(code=4)
    assert "Ada Okafor" in answer.out
    assert f"The letters in {routine.outbox} could not be brought up to date" in answer.said


@needs_modes
def test_what_could_not_be_recorded_does_not_come_true_later(worked_with: Routine) -> None:
    for _ in written_protected(worked_with):
        worked_with.run("log", "Ada Okafor", "replied", code=4)
    worked_with.daily()
    assert all(row["Replied on"] is None for row in worked_with.rows())
    assert [d["status"] for d in worked_with.drafts()] in (["Approved"], ["To review"])


@pytest.mark.parametrize("event", [("declined",), ("accepted", "-", "phone"), ("wrong", "person")])
@pytest.mark.parametrize("edited", [False, True])
def test_what_could_not_be_recorded_costs_no_letter(
    routine: Routine, event: tuple[str, ...], edited: bool
) -> None:
    """The letter that would have been no longer due stays as it was, with its approval."""
    routine.with_book([person()]).daily()
    code = routine.drafts()[0]["code"]
    if edited:
        routine.file(code).write_text(
            routine.file(code).read_text("utf-8").replace("Dear", "My dear"), "utf-8"
        )
    routine.run("approve", code)
    letter = routine.file(code).read_bytes()
    with no_room_for_backups(routine):
        assert "No backup" in routine.run("log", "Ada Okafor", *event, code=4).said
    routine.daily()
    assert routine.draft(code=code)["status"] == "Approved"
    assert routine.file(code).read_bytes() == letter
    assert [o["outcome"] for o in routine.went()] == ["exported"]


@contextlib.contextmanager
def no_room_for_backups(routine: Routine) -> Iterator[None]:
    """Let a file stand where backups go: nothing tells beforehand that the workbook can't be saved."""
    backups, kept = routine.folder / "backups", routine.folder / "kept"
    backups.rename(kept)
    backups.touch()
    yield
    backups.unlink()
    kept.rename(backups)


@needs_modes
def test_the_doctor_says_what_cannot_be_written(protected: Routine) -> None:
    said = protected.run("doctor", code=None).said
    assert re.search(
        r"! Workbook: it can't be written \((it is write-protected|Permission denied)\)\. Check", said
    )


def test_where_neither_ledger_nor_log_can_be_made_it_is_said_in_words_and_nothing_else(
    routine: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    routine.with_book([person()])
    (routine.folder / "in the way").write_text("")
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(routine.folder / "in the way" / "data"))
    answer = routine.daily(code=None)
    assert "which keeps what was approved and sent, can't be written or read (Not a directory)" in answer.said
    assert "stopped by" not in answer.said
    assert "Errno" not in answer.said
    assert "! Ledger:" in routine.run("doctor", code=None).said
