"""A row of totals in the user's own list is nobody, and stays as it is; a person called like one stays a person."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.styles import Font

from pipeline.importing import read_file
from pipeline.importing.adopt import plan_adoption
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.read import read_book
from tests.books import make_book, person
from tests.end_to_end.routine import Routine
from tests.sheets.test_read import TODAY

PEOPLE = [person(), person("Bo", "Lindqvist"), person("Mia", "Fox")]
OWN = ("Hours", "Remark")


def put(path, rows, *, table=False):
    """Make a workbook whose list is no Excel table, unless one is wanted, with more rows below it; cells by header."""
    make_book(path, PEOPLE, extra_columns=OWN)
    book = openpyxl.load_workbook(path)
    page = book["Contacts"]
    if not table:
        del page.tables["Contacts"]
    columns = {cell.value: cell.column for cell in page[1]}
    for number, cells in rows.items():
        for header, value in cells.items():
            page.cell(number, columns[header], value)
    book.save(path)
    return path


def read(path):
    book = read_book(path)
    contacts, problems = read_contacts(book.tables["Contacts"], book.uncached, TODAY)
    return [c.name for c in contacts], [p.where for p in problems]


@pytest.mark.parametrize(
    "cells",
    [
        {"Last name": "Total", "First name": "=COUNTA(A2:A4)"},
        {"Last name": "Total", "First name": 33},
        {"First name": "Total contacts:", "Email": "=COUNTA(C2:C4)"},
        {"Last name": "Gesamt", "Organization": 3.0},
        {"Remark": "Summe", "Last name": "=SUBTOTAL(103,B2:B4)"},
        {"Remark": "Summe", "Last name": "=COUNTA(B2:B4)", "Organization": "Kontakte"},
        {"Last name": "Average", "Hours": "=AVERAGE(F2:F4)"},
        {"Last name": "Anzahl Kontakte", "First name": "3"},
        {"First name": '="Total: "&COUNTA(A2:A4)', "Email": "=COUNTA(C2:C4)"},
        {"First name": "Total: 33"},
        {"First name": "=COUNTA(A2:A4)"},
        {"Last name": "Sum", "Hours": "=SUM(Hours)"},
        {"Last name": "Sum", "First name": 33},
        {"Last name": "Sum:", "Hours": 12},
        {"Remark": "Sum", "Hours": 12},
        {"Last name": "Total", "Hours": 12},
        {"Last name": "Total", "Hours": "=SUM(F2:F4)", "Remark": "=TODAY()"},
        {"Last name": "Total", "Hours": "=ROW()-2"},
        {"Last name": "Total", "First name": "=COUNTA(A2:A4)", "ID": "CABCDEFGHI", "Stage": "Incomplete"},
    ],
)
@pytest.mark.parametrize("row", [5, 8])
def test_a_row_of_totals_is_nobody(tmp_path, cells, row):
    names, problems = read(put(tmp_path / "own.xlsx", {row: cells}))
    assert (names, problems) == (["Ada Okafor", "Bo Lindqvist", "Mia Fox"], [])


def test_totals_one_below_the_other_and_people_below_them(tmp_path):
    rows = {
        5: {"Last name": "Count", "Hours": "=COUNT(F2:F4)"},
        6: {"Last name": "Sum", "Hours": "=SUM(F2:F4)"},
        7: person("Lee", "Summers"),
    }
    names, problems = read(put(tmp_path / "own.xlsx", rows))
    assert (names, problems) == (["Ada Okafor", "Bo Lindqvist", "Mia Fox", "Lee Summers"], [])


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({"First name": "Marie", "Last name": "Total"}, "Marie Total"),
        ({"First name": "Sum", "Last name": "Wong", "Hours": 3}, "Sum Wong"),
        ({"Last name": "Total"}, "Total"),
        ({"Last name": "Sum", "Phone": 5550101}, "Sum"),
        ({"Last name": "Count", "Email": "count@example.org", "Hours": 4}, "Count"),
        ({"Last name": "Total", "Organization": "Example Clinic", "Hours": "=SUM(F5:G5)"}, "Total"),
        ({"Last name": "Sum", "Hours": "=SUM(A5:E5)"}, "Sum"),
        ({"First name": "Max", "Hours": 12}, "Max"),
        ({"Last name": "Sum", "Hours": 12}, "Sum"),
        ({"First name": "Soma", "Fit": 4}, "Soma"),
        ({"First name": "Suma ", "Hours": 3, "Remark": 7}, "Suma"),
    ],
)
def test_a_person_called_like_a_total_stays_a_person(tmp_path, cells, name):
    names, _ = read(put(tmp_path / "own.xlsx", {5: cells}))
    assert names[3:] == [name]


@pytest.mark.parametrize("formula", ["=COUNTIF(A$2:A$5,A{0})", "=TODAY()-F{0}", "=SUM(F$2:F{0})"])
def test_a_formula_carried_down_from_row_to_row_makes_nobody_a_total(tmp_path, formula):
    rows = {n: {"Hours": formula.format(n)} for n in (2, 3, 4, 5)}
    rows[5]["Last name"] = "Sum"
    assert read(put(tmp_path / "own.xlsx", rows))[0][3:] == ["Sum"]


def test_nothing_of_it_is_written_counted_or_imported(tmp_path):
    routine = Routine(tmp_path)
    put(routine.book, {6: {"Last name": "Total", "First name": "=COUNTA(A2:A4)"}})
    before = [cell.value for cell in openpyxl.load_workbook(routine.book)["Contacts"][6]]
    assert plan_adoption(routine.book).people == 3
    said = routine.daily().said
    assert "Total" not in said
    assert "A6" not in said
    after = openpyxl.load_workbook(routine.book)["Contacts"]
    assert [cell.value for cell in after[6]] == before
    assert [after.cell(n, 1).value for n in (2, 3, 4, 5)] == ["Ada", "Bo", "Mia", None]
    assert [p.name for p in read_file(routine.book).rows] == ["Ada Okafor", "Bo Lindqvist", "Mia Fox"]


def test_new_people_go_below_the_totals_which_is_said_once(tmp_path):
    routine = Routine(tmp_path)
    put(routine.book, {6: {"Last name": "Total", "First name": "=COUNTA(A2:A4)"}})
    more = tmp_path / "more.csv"
    more.write_text("First name,Last name,Email\nLee,Summers,lee@example.net\nTotal,,1\n")
    book = openpyxl.load_workbook(routine.book)
    for cell in book["Contacts"][6]:
        cell.font = Font(bold=True)
    book.save(routine.book)
    said = routine.run("import", str(more)).said
    assert "New people go below your totals (Contacts!A6)" in said
    assert "1 added" in said
    page = openpyxl.load_workbook(routine.book)["Contacts"]
    assert (page["A6"].value, page["B6"].value) == ("=COUNTA(A2:A4)", "Total")
    assert (page["A7"].value, page["A7"].font.b, page["A6"].font.b) == ("Lee", False, True)
    more.write_text("First name,Last name,Email\nKim,Winters,kim@example.net\n")
    assert "totals" not in routine.run("import", str(more)).said


def test_new_people_of_an_excel_table_go_into_it_above_the_totals_further_down(tmp_path):
    routine = Routine(tmp_path)
    put(routine.book, {8: {"Last name": "Total", "First name": "=COUNTA(A2:A4)"}}, table=True)
    more = tmp_path / "more.csv"
    more.write_text("First name,Last name,Email\nLee,Summers,lee@example.net\n")
    assert "totals" not in routine.run("import", str(more)).said
    page = openpyxl.load_workbook(routine.book)["Contacts"]
    assert (page["A5"].value, page["B8"].value) == ("Lee", "Total")
    assert "Total" not in routine.daily().said
