"""Rows as high as their texts: no program works that out for a text that another one wrote."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from pipeline.workbook import CellChange, Edit, FittedRows, NewRows, apply_edits

LETTER = "Dear Ada,\n\n" + "One sentence after the other. " * 12 + "\n\nSincerely,\nDana"
FIT = FittedRows("Drafts", (2, 3))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Drafts"
    sheet.column_dimensions["B"].width = 60
    for line in (
        ("Code", "Text", "Checks"),
        ("A", "short", "Fine."),
        ("B", "short", "Fine."),
        ("C", "short", "Fine."),
    ):
        sheet.append(line)
    sheet.row_dimensions[3].height = 60
    path = tmp_path / "book.xlsx"
    made.save(path)
    return path


def heights(path: Path, *edits: Edit) -> list[float | None]:
    apply_edits(path, path, edits)
    sheet = openpyxl.load_workbook(path)["Drafts"]
    return [sheet.row_dimensions[n].height for n in range(2, sheet.max_row + 1)]


def test_a_row_is_as_high_as_the_longest_text_in_it(book: Path) -> None:
    height = heights(book, CellChange("Drafts", 2, 2, LETTER), FIT)[0]
    assert height is not None
    assert 11 * 15 <= height <= 14 * 15


def test_a_row_shrinks_with_its_texts_but_never_below_one_that_stays(book: Path) -> None:
    heights(book, CellChange("Drafts", 2, 2, LETTER), CellChange("Drafts", 2, 3, "\n" * 19), FIT)
    assert heights(book, CellChange("Drafts", 2, 2, "short"), FIT)[0] == 20 * 15 + 2
    assert heights(book, CellChange("Drafts", 2, 3, None), FIT)[0] == 17


def test_a_new_row_is_fitted_too(book: Path) -> None:
    assert heights(book, NewRows("Drafts", (("D", "one\ntwo\nthree", ""),)), FIT)[-1] == 47


def test_a_row_that_a_person_set_keeps_its_height_and_one_unchanged_there_has_none(book: Path) -> None:
    edits = [CellChange("Drafts", row, 2, LETTER) for row in (3,)] + [CellChange("Drafts", 4, 1, "X")]
    assert heights(book, *edits, FIT) == [None, 60, None]


def test_a_row_that_has_but_the_usual_height_is_fitted(book: Path) -> None:
    made = openpyxl.load_workbook(book)
    made["Drafts"].sheet_format.defaultRowHeight, made["Drafts"].sheet_format.customHeight = 60, True
    made.save(book)
    assert heights(book, CellChange("Drafts", 3, 2, "one\ntwo"), FIT)[1] == 32


def test_no_row_is_higher_than_excel_allows(book: Path) -> None:
    assert heights(book, CellChange("Drafts", 2, 2, "line\n" * 100), FIT)[0] == 409


def test_letters_as_broad_as_two_take_the_room_of_two(book: Path) -> None:
    [narrow] = heights(book, CellChange("Drafts", 2, 2, "o" * 60), FIT)[:1]
    [broad] = heights(book, CellChange("Drafts", 2, 2, "漢" * 60), FIT)[:1]
    assert (narrow, broad) == (17, 32)
