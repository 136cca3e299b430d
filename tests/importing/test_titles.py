"""Every other title that docs/your-workbook.md promises is taken, by adopt and by import."""

from __future__ import annotations

import csv
import io

import pytest

from pipeline.importing import Imported, read_data
from pipeline.importing.mapping import map_columns
from pipeline.sheets.columns.headers import find_header
from pipeline.sheets.schema import CONTACTS, Column, ColumnKind, Owner

PROMISED = [
    (column, title)
    for column in CONTACTS.columns
    if column.owner is Owner.USER
    for title in (column.header, *column.spellings)
]
BASE = {"first_name": "Ada", "last_name": "Okafor", "email": "ada@example.org"}
VALUES = BASE | {
    "salutation": "Sam",
    "phone": "555-0101",
    "on_hold": "Yes",
    "fit": "4",
    "why_this_person": "because of the clinic that you opened",
    "thank_them_for": "for the names",
    "they_offered": "to call Joe",
    "my_question": "what would you do again?",
    "referred_by": "Joe Fox",
    "interview_on": "2026-11-03 10:00",
}


def value_of(column: Column) -> str:
    if column.attr in VALUES:
        return VALUES[column.attr]
    if column.choices:
        return str(column.choices[0])
    return "2026-11-03" if column.kind is ColumnKind.DATE else "Example Works"


def rows_with(column: Column, title: str, value: str) -> list[list[str]]:
    cells = BASE | {column.attr: value}
    heads = {attr: CONTACTS.column(attr).header for attr in cells} | {column.attr: title}
    if column.attr == "where":  # without a day it is where they work
        cells["interview_on"], heads["interview_on"] = VALUES["interview_on"], "Interview on"
    return [[heads[attr] for attr in cells], list(cells.values())]


def adopted(rows: list[list[str]]) -> dict[str, str]:
    header = find_header(rows)
    assert header is not None
    return {match.attr: match.header for match in map_columns(rows, header).matches}


def imported(rows: list[list[str]]) -> Imported:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return read_data(text.getvalue().encode(), "people.csv")


@pytest.mark.parametrize(("column", "title"), PROMISED, ids=[title for _, title in PROMISED])
def test_every_title_that_is_promised_is_taken(column: Column, title: str) -> None:
    rows = rows_with(column, title, value_of(column))
    assert adopted(rows)[column.attr] == title
    (person,) = imported(rows).rows
    assert person.text(column.header).startswith(value_of(column)[:10])
    assert not person.text("Notes") or column.attr == "notes"


@pytest.mark.parametrize("title", ["Why", "Reason", "why?"])
@pytest.mark.parametrize(
    "value", ["You moved from nursing into informatics", "your talk at HIMSS", "she opened the clinic"]
)
def test_a_reason_that_only_wants_mending_is_a_reason(title: str, value: str) -> None:
    column = CONTACTS.column("why_this_person")
    rows = rows_with(column, title, value)
    assert adopted(rows)[column.attr] == title
    assert imported(rows).rows[0].text(column.header) == value


@pytest.mark.parametrize(
    ("title", "value"),
    [("Why", "met at fair"), ("Reason", "networking"), ("Resume", "v3.pdf"), ("Hold", "ada@example.org")],
)
def test_what_stands_below_may_still_say_that_it_is_something_else(title: str, value: str) -> None:
    column = next(column for column, promised in PROMISED if promised == title)
    rows = rows_with(column, title, value)
    assert column.attr not in adopted(rows)
    assert not imported(rows).rows[0].text(column.header)


@pytest.mark.parametrize("title", ["CEO", "Head Nurse", "informal"])
def test_what_nobody_is_greeted_by_stays_out_of_the_salutation(title: str) -> None:
    column = CONTACTS.column("salutation")
    (person,) = imported(rows_with(column, "Salutation", title)).rows
    assert (person.text("Salutation"), person.text("Notes")) == ("", f"Title: {title}")


def test_who_is_on_hold_by_an_unclear_word_is_asked_about() -> None:
    column = CONTACTS.column("on_hold")
    rows = rows_with(column, "Hold", "until June")
    assert adopted(rows)["on_hold"] == "Hold"
    assert imported(rows).rows[0].text("On hold") == "until June"
