"""What tests keep of other people's libraries is what these would make anew, whatever a test did with it."""

from __future__ import annotations

from pathlib import Path

from pipeline.sheets.frames import Frames
from pipeline.sheets.read import read_book
from pipeline.workbook.book import Parts
from pipeline.workbook.package import Package
from tests.books import make_book, person


def test_what_is_written_into_a_sheet_read_before_is_in_no_later_reading(tmp_path: Path) -> None:
    path = make_book(tmp_path / "networking.xlsx", [person(Notes="met at the fair")])
    frames = Frames(Parts(Package(path.read_bytes(), path.name)))
    for read in (frames.frame("Contacts")[0], *(t.frame for t in read_book(path).tables.values())):
        read.iloc[:, :] = "x"
    assert read_book(path).tables["Contacts"].cell("notes", 0) == "met at the fair"


def test_other_bytes_are_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "networking.xlsx"
    for notes in ("before", "after"):
        table = read_book(make_book(path, [person(Notes=notes)])).tables["Contacts"]
        assert table.cell("notes", 0) == notes
