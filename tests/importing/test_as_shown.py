"""A sheet is read as a person sees it: on import, and on every day of a workbook of their own."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from pipeline.importing import read_file
from pipeline.importing.adopt import adopt, plan_adoption
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.read import read_book
from pipeline.workbook.numberlooks import shown_number

PHONE = "[<=9999999]###-####;(###) ###-####"


def people(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "People"
    for row in (
        ["Company", "Name", "E-Mail", "Tel", "Postcode"],
        ["Quay Museum", "Ana Lima", "write to her", 2125550101, 2110],
        [None, "Bo Ek", "bo@example.com", 5550102, 2111],
        [None, None, None, None, None],
        ["Dock", "Cleo Dow", None, "555-0103", 12345],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    for row in range(2, 6):
        sheet.cell(row, 4).number_format, sheet.cell(row, 5).number_format = PHONE, "00000"
    sheet["C2"].hyperlink = "mailto:ana@example.com?subject=Hello"
    sheet["B5"].hyperlink = "mailto:cleo@example.com"
    book.save(path)
    return path


def test_an_import_reads_what_shows(tmp_path: Path) -> None:
    ana, bo, cleo = read_file(people(tmp_path / "people.xlsx")).rows
    assert [p.text("Organization") for p in (ana, bo, cleo)] == ["Quay Museum", "Quay Museum", "Dock"]
    assert [p.text("Phone") for p in (ana, bo, cleo)] == ["(212) 555-0101", "555-0102", "555-0103"]
    assert [p.text("Email") for p in (ana, bo, cleo)] == [
        "ana@example.com",
        "bo@example.com",
        "cleo@example.com",
    ]
    assert ana.text("Notes") == "Postcode: 02110"
    assert cleo.name == "Cleo Dow"


def adopted(path: Path) -> None:
    plan, backups = plan_adoption(path), path.parent / "b"
    adopt(path, plan, act_from=None, workbook_id="W", backups=backups, now=datetime(2026, 11, 23))


def test_an_adopted_workbook_is_read_as_it_shows_every_day_and_stays_as_it_is(tmp_path: Path) -> None:
    path = people(tmp_path / "people.xlsx")
    adopted(path)
    ana, bo, cleo = read_contacts(read_book(path).tables["Contacts"], (), date(2026, 11, 23))[0]
    assert [c.organization for c in (ana, bo, cleo)] == ["Quay Museum", "Quay Museum", "Dock"]
    assert [c.phone for c in (ana, bo, cleo)] == ["(212) 555-0101", "555-0102", "555-0103"]
    assert [c.email for c in (ana, bo)] == ["ana@example.com", "bo@example.com"]
    assert [c.extra["Postcode"] for c in (ana, bo, cleo)] == ["02110", "02111", "12345"]
    assert [c.row for c in (ana, bo, cleo)] == [2, 3, 5]
    sheet = load_workbook(path)["People"]
    assert (sheet["C2"].value, sheet["D2"].value, sheet["A3"].value) == ("write to her", 2125550101, None)


def test_a_date_where_the_firm_stands_is_a_problem_of_its_cell(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "People"
    for row in (["Name", "Email", "Firm"], ["Ana Lima", "ana@example.com", date(2026, 5, 3)]):
        book.active.append(row)
    book.save(tmp_path / "p.xlsx")
    path = tmp_path / "p.xlsx"
    adopted(path)
    problems = read_contacts(read_book(path).tables["Contacts"], (), date(2026, 11, 23))[1]
    assert [p.where for p in problems if "date" in p.message] == ["People!C2"]


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        ("00000", 2110, "02110"),
        (r"00000\-0000", 21101234, "02110-1234"),
        (PHONE, 5550101, "555-0101"),
        (PHONE, 2125550101, "(212) 555-0101"),
        ('"+"00 000 0000', 445550101, "+44 555 0101"),
        ("[$-409]00000", 7, "00007"),
        ("00000", 1234567, "1234567"),
        ("0", 5, None),
        ("0.00", 5, None),
        ("#,##0", 5000, None),
        ("dd/mm/yyyy", 45000, None),
        ("0%", 5, None),
        ("General", 5, None),
    ],
)
def test_a_number_is_written_by_its_format(code: str, number: int, text: str | None) -> None:
    assert shown_number(code, number) == text
