"""Whole commands on Windows: a letter open in Word, a planned task, a name that is a device's, a list that is read no further."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import person
from tests.end_to_end.routine import Routine
from tests.windows.conftest import READ, Holder, protected


@pytest.fixture
def routine(tmp_path: Path) -> Routine:
    return Routine(tmp_path).with_book([person("Ada"), person("Grace", "Hill")])


def test_a_letter_open_in_word_waits_alone(routine: Routine, holder: Holder) -> None:
    routine.daily()
    first, second = (routine.file(d["code"]) for d in routine.drafts())
    routine.type_on_contacts(2, Why_this_person="because of your talk on night nurses")
    routine.type_on_contacts(3, Why_this_person="because of your study of waiting rooms")
    before = first.read_bytes(), second.read_bytes()
    with holder(first, READ):
        said = routine.daily().said
        assert first.name in said
        assert "waits" in said
    assert first.read_bytes() == before[0]
    assert second.read_bytes() != before[1]
    assert "waits: another program" not in routine.daily().said
    assert b"night nurses" in first.read_bytes()


def test_a_write_protected_workbook_is_said_and_what_was_approved_is_kept(routine: Routine) -> None:
    routine.daily()
    code = routine.drafts()[0]["code"]
    before = routine.book.read_bytes()
    routine.book.chmod(0o400)
    asked = (["approve", code], ["daily"], ["log", "Ada Okafor", "replied"], ["undo"], ["send"])
    answers = {words[0]: routine.run(*words, code=None) for words in asked}
    routine.book.chmod(0o600)
    assert {name: a.code for name, a in answers.items() if a.code not in (0, 4, 5)} == {}
    assert "could not be saved" in answers["log"].said
    assert routine.book.read_bytes() == before
    routine.daily()
    assert routine.draft(code=code)["status"] in ("Approved", "Exported")
    assert all(row["Replied on"] is None for row in routine.rows())


def test_a_folder_protected_by_its_access_list_costs_no_letter(routine: Routine) -> None:
    routine.daily()
    code = routine.drafts()[0]["code"]
    routine.run("approve", code)
    letter, before = routine.file(code).read_bytes(), routine.book.read_bytes()
    with protected(routine.folder):
        assert routine.daily().code == 0, "nothing is to be written"
        assert "could not be saved" in routine.run("log", "Ada Okafor", "declined", code=4).said
    assert routine.book.read_bytes() == before
    routine.daily()
    assert routine.draft(code=code)["status"] == "Approved"
    assert routine.file(code).read_bytes() == letter


def remembered(
    folder: Path, *words: str, stdin: int = subprocess.DEVNULL
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "pipeline", *words],
        cwd=folder, stdin=stdin, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["NUL", "nul.ics", "CON"])
def test_a_device_is_no_place_for_a_calendar(routine: Routine, name: str) -> None:
    done = remembered(routine.folder, "calendar", "-o", name)
    assert (done.returncode, "device" in done.stderr) == (2, True)


def test_a_folder_is_called_a_folder(routine: Routine) -> None:
    done = remembered(routine.folder, "daily", "-w", ".")
    assert (done.returncode, "is a folder" in done.stderr) == (4, True)


def test_a_path_that_is_too_long_is_a_sentence(routine: Routine) -> None:
    done = remembered(routine.folder, "calendar", "-o", "x" * 300 + ".ics")
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_planned_task_is_asked_nothing(routine: Routine) -> None:
    """Windows says of NUL that it is a terminal."""
    done = remembered(routine.folder, "review", "--terminal")
    assert done.returncode == 2
    assert "Aborted" not in done.stderr


def test_what_is_read_no_further_ends_quietly(routine: Routine) -> None:
    started = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "pipeline", "daily"],
        cwd=routine.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.close()
    said = started.stderr.read().decode("utf-8", "replace")
    assert started.wait(120) != 0 or os.name == "nt"
    assert "Traceback" not in said
    assert "can't be used" not in said
