"""What was understood is shown as a table and corrected by choosing; people come in as a choice."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.importing import candidates, choose_ids, plan_import, read_data
from pipeline.importing.adding import add_people
from pipeline.importing.adopt import adopt, plan_adoption
from pipeline.importing.uses import ALONE, FIRST_LAST, LAST_CONTACT, USES
from pipeline.model import Contact
from pipeline.model.errors import UserError
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.read import read_book
from tests.books import make_book, person

NOW = datetime(2026, 11, 23, 9, 14)
TABLE = b"Name,Firm,Who sent me,Mail\nAna Lima,Quay Museum,Bo Ek,ana@example.com\nCleo Dow,,,\nBo Ek,Dock,,bo@example.org\n"


def own(tmp_path: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "People"
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "people.xlsx")
    return tmp_path / "people.xlsx"


def read_people(path: Path) -> tuple[Contact, ...]:
    return read_contacts(read_book(path).tables["Contacts"], (), NOW.date())[0]


def adopted(path: Path, chosen: dict[int, str]) -> tuple[Contact, ...]:
    plan = plan_adoption(path, chosen=chosen)
    adopt(path, plan, act_from=None, workbook_id="W", backups=path.parent / "backups", now=NOW)
    return read_people(path)


def test_adopting_shows_each_column_with_what_becomes_of_it(tmp_path: Path) -> None:
    path = own(tmp_path, ["Name", "Mail", "Shoe"], ["Ana Lima", "ana@example.com", 38], ["Bo Ek", "", 41])
    uses = [(c.letters, c.header, c.use, c.samples) for c in plan_adoption(path).columns]
    assert uses == [
        ("A", "Name", FIRST_LAST, ("Ana Lima", "Bo Ek")),
        ("B", "Mail", "Email", ("ana@example.com",)),
        ("C", "Shoe", ALONE, ("38", "41")),
    ]


def test_what_is_chosen_is_read_on_every_day(tmp_path: Path) -> None:
    path = own(
        tmp_path,
        ["Name", "Person", "Email", "Private", "Seen"],
        ["Quay Museum", "Ana Lima", "office@example.com", "ana@example.com", datetime(2026, 10, 5)],
    )
    (ana,) = adopted(path, {1: "Organization", 2: FIRST_LAST, 3: ALONE, 4: "Email", 5: LAST_CONTACT})
    assert (ana.name, ana.organization, ana.email) == ("Ana Lima", "Quay Museum", "ana@example.com")
    assert ana.last_contact == datetime(2026, 10, 5).date()
    sheet = openpyxl.load_workbook(path)["People"]
    assert [cell.value for cell in sheet[2]][:4] == [
        "Quay Museum",
        "Ana Lima",
        "office@example.com",
        "ana@example.com",
    ]
    assert not plan_adoption(path).needed


def test_a_name_column_that_is_none_is_left_alone(tmp_path: Path) -> None:
    path = own(tmp_path, ["Name", "First", "Last", "Mail"], ["Quay Museum", "", "", "ana@example.com"])
    (someone,) = adopted(path, {1: ALONE})
    assert someone.name == ""


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        ({1: "Email", 2: "Email"}, "Two columns are chosen for Email"),
        ({3: "Email"}, "Column C has no header"),
        ({99: "Email"}, "Column CU has no header"),
        ({5: "Phone"}, "Two columns are headed “Tel.”"),
        ({1: "Stage"}, "“Stage” is no column of Contacts"),
    ],
)
def test_a_choice_that_cannot_be_is_a_sentence(tmp_path: Path, chosen: dict[int, str], says: str) -> None:
    path = own(
        tmp_path, ["Name", "Mail", None, "Tel.", "Tel."], ["Ana Lima", "ana@example.com", "", "1", "2"]
    )
    with pytest.raises(UserError, match=says):
        plan_adoption(path, chosen=chosen)


def test_importing_shows_each_column_and_takes_another_choice() -> None:
    read = read_data(TABLE, "people.csv")
    assert [(c.header, c.use) for c in read.columns] == [
        ("Name", FIRST_LAST), ("Firm", "Organization"), ("Who sent me", ALONE), ("Mail", "Email"),
    ]  # fmt: skip
    corrected = read_data(TABLE, "people.csv", {2: "Field", 3: "Referred by"})
    assert dict(corrected.rows[0].values) == {
        "First name": "Ana", "Last name": "Lima", "Email": "ana@example.com", "Field": "Quay Museum", "Referred by": "Bo Ek",
    }  # fmt: skip
    kept = read_data(TABLE, "people.csv", {2: ALONE})
    assert kept.rows[0].text("Notes") == "Firm: Quay Museum\nWho sent me: Bo Ek"
    with pytest.raises(UserError, match="Two columns are chosen"):
        read_data(TABLE, "people.csv", {2: "Field", 3: "Field"})


@pytest.mark.parametrize("use", USES)
def test_whatever_may_be_chosen_can_be_read(use: str) -> None:
    data = b"Name,Mail,Other\nAna Lima,ana@example.com,2026-10-05\n"
    (ana,) = read_data(data, "people.csv", {3: use, **({1: ALONE} if use == FIRST_LAST else {})}).rows
    assert "2026" in " ".join(map(str, ana.values.values()))


def test_people_are_listed_with_who_is_there_already_and_chosen_by_id(tmp_path: Path) -> None:
    path = make_book(tmp_path / "n.xlsx", [person("Bo", "Ek", Email="bo@example.org")])
    plan = plan_import(read_data(TABLE, "people.csv"), read_people(path))
    listed = candidates(plan)
    assert [(c.name, c.organization, bool(c.email), c.known) for c in listed] == [
        ("Ana Lima", "Quay Museum", True, False), ("Cleo Dow", "", False, False), ("Bo Ek", "Dock", True, True),
    ]  # fmt: skip
    assert [c.name for c in candidates(plan, "quay")] == ["Ana Lima"]
    again = plan_import(read_data(TABLE, "people.csv"), read_people(path))
    chosen = choose_ids(again, [listed[0].id])
    assert add_people(read_book(path), chosen, backups=tmp_path / "backups", now=NOW) == 1
    assert [c.name for c in read_people(path)] == ["Bo Ek", "Ana Lima"]
    with pytest.raises(UserError, match="Read the file again"):
        choose_ids(plan_import(read_data(TABLE, "people.csv"), read_people(path)), [listed[0].id])
