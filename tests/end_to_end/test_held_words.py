"""What `send` says of letters that it holds: by name, and in whole sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.texts import joined
from pipeline.sheets.read import read_book
from pipeline.workbook import CellChange, patch_cells
from tests.books import person
from tests.end_to_end.routine import Routine


def held(tmp_path: Path, attr: str, value: str, *, edited: bool) -> tuple[str, str]:
    routine = Routine(tmp_path).with_book([person()])
    routine.daily()
    code = routine.drafts()[0]["code"]
    if edited:
        file = next((tmp_path / "outbox").glob(f"{code}-*.txt"))
        text = file.read_text(encoding="utf-8").replace("Sincerely", "Yours sincerely")
        file.write_text(text, encoding="utf-8")
    routine.run("approve", code)
    table = read_book(routine.book).tables["Contacts"]
    change = CellChange("Contacts", table.row_number(0), table.found[attr] + 1, value)
    patch_cells(routine.book, routine.book, [change])
    return code, routine.run("send", code=5).said


def test_a_letter_that_is_no_longer_due_is_said_by_the_name_it_was_for(tmp_path: Path) -> None:
    code, said = held(tmp_path, "on_hold", "Yes", edited=False)
    assert f"{code} to Ada Okafor: held (it is no longer due.)" in said


def test_a_letter_whose_approval_fell_away_is_said_with_one_stop_a_sentence(tmp_path: Path) -> None:
    _, said = held(tmp_path, "first_name", "Adah", edited=True)
    assert "(its approval fell away: changed since you approved it. Review it again.)" in said


def test_a_letter_that_a_check_keeps_back_stays_approved_and_says_so(tmp_path: Path) -> None:
    _, said = held(tmp_path, "email", "ada@other.example.org", edited=True)
    assert "(a check keeps it back: " in said
    assert "Make them the same. It stays approved.)" in said
    assert ".." not in said
    routine = Routine(tmp_path)
    assert routine.draft()["status"] == "Blocked"
    routine.type_on_contacts(2, Email="ada.okafor@example.org")
    assert len(routine.went()) == 1


@pytest.mark.parametrize(
    ("sentences", "said"),
    [
        (("It changed", "Look again."), "It changed. Look again."),
        (("It changed.", "Look again"), "It changed. Look again."),
        (("Why?", "", "He said “no.”", "So"), "Why? He said “no.” So."),
        ((), ""),
    ],
)
def test_sentences_are_joined_with_one_stop_each(sentences: tuple[str, ...], said: str) -> None:
    assert joined(*sentences) == said
