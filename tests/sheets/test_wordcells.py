"""Cells of words: blanks that people spell out, names that are none, phrases, and one person in two rows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.day.gather import gather
from pipeline.model import Contact, Problem, Severity
from pipeline.model.texts import firm
from pipeline.sheets.cells import phone_fault, stands_for_nothing
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.read import read_book
from pipeline.sheets.settings import read_settings
from tests.books import at, make_book, person
from tests.people import d

TODAY = d("11-24")


def read(path: Path, *rows: dict[str, Any]) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    book = read_book(make_book(path / "book.xlsx", rows))
    return read_contacts(book.tables["Contacts"], book.uncached, TODAY)


NOTHING = """(none)|[blank]|“n/a”|<n/a>|none yet|nothing yet|#REF!|#NAME?|dto|ohne|inconnu|N/A|n/a|n.a.|NA|TBD|tba|t.b.d.|-|--|—|.|...|?|???|0|00|none|None|nil|null|unknown|Unknown|see email|see notes|See LinkedIn|same|same as above
ditto|x|xx|XXX|to be confirmed|not available|not known|don't know|no phone|no email|pending|missing|blank|TODO|fill in|ask her|#N/A|_|*|not applicable"""
SOMETHING = """Acme|3M|7-Eleven|A|Noa|Naomi|X Corp|Unknown Pleasures Records|None of the Above LLC|Nan Goldin|No Name Foods|Same Day Couriers|The Null Island Company
Director|TBWA|Tba Ltd of Lagos|Pending Systems|see and be seen|NATO|Nair|xAI|0x Labs|Ask Jeeves Ltd|Noneuclid|1871|Mr. Blank's Bakery"""


@pytest.mark.parametrize("text", NOTHING.replace("\n", "|").split("|"))
def test_what_stands_for_nothing(text: str) -> None:
    assert stands_for_nothing(text)


@pytest.mark.parametrize("text", SOMETHING.replace("\n", "|").split("|"))
def test_what_stands_for_something(text: str) -> None:
    assert not stands_for_nothing(text)


@pytest.mark.parametrize("text", ["Na", "No", "Null", "Nan"])
def test_a_name_may_look_like_nothing(text: str) -> None:
    assert not stands_for_nothing(text, name=True)


@pytest.mark.parametrize("text", ["-", "n/a", "NONE", "unknown", "?"])
def test_no_name_is_none_in_a_cell_of_names_either(text: str) -> None:
    assert stands_for_nothing(text, name=True)


@pytest.mark.parametrize(
    "value",
    [
        "N/A",
        "see email",
        "-",
        0,
        "4.47912E+11",
        "4.47911e+11",
        "4,47911E+11",
        447912000000,
        "ext. 12",
        "none",
        "x",
        "?",
        "call her",
        "2024",
    ],
)
def test_a_cell_without_a_telephone_number(value: object) -> None:
    assert phone_fault(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "555-0101",
        5550101,
        "+44 7911 123456",
        447911123456,
        "(555) 010-1234 ext. 5",
        "1-800-FLOWERS",
        "555.0101",
        "+351 21 000 00 00",
        "office: 555-0101",
    ],
)
def test_a_cell_with_a_telephone_number(value: object) -> None:
    assert phone_fault(value) == ""


def test_what_stands_for_nothing_is_blank_and_said_at_its_cell(tmp_path: Path) -> None:
    [kit], problems = read(
        tmp_path, person("Kit", "Low", Organization="N/A", Position="TBD", Phone="see email")
    )
    assert (kit.organization, kit.position, kit.phone) == ("", "", "")
    assert {p.column for p in problems} == {"Organization", "Position", "Phone"}
    assert all(p.severity is Severity.WARNING for p in problems)


@pytest.mark.parametrize("value", [True, False, 1042, 3.5])
@pytest.mark.parametrize("column", ["First name", "Last name", "Salutation", "Organization"])
def test_a_logical_value_or_a_number_is_no_name(tmp_path: Path, column: str, value: object) -> None:
    [ada], problems = read(tmp_path, person() | {column: value})
    [problem] = problems
    assert (problem.column, problem.severity) == (column, Severity.ERROR)
    assert column.lower().replace(" ", "_") in ada.in_doubt
    assert "Yes" not in (ada.first_name, ada.last_name, ada.salutation, ada.organization)


@pytest.mark.parametrize(
    ("column", "text", "says"),
    [
        ("Last name", "Duarte, PhD", "degree"),
        ("Last name", "Duarte MBA", "degree"),
        ("First name", "Ines (she/her)", "pronouns"),
        ("First name", "Ines \U0001f600", "sign"),
        ("First name", "Kim & Tom", "two people"),
        ("First name", "Kim\nTom", "two people"),
        ("Last name", "Fox ex Quay Press", "“ex”"),
        ("First name", "InÃ©s", "garbled"),
        ("First name", "Ines 2", "number"),
        ("Salutation", "CEO", "job"),
        ("Why this person", "I read your article", "because I read your article"),
        ("Thank them for", "Your time on the ward", "for your time on the ward"),
        ("Why this person", "because of your success", "anybody"),
    ],
)
def test_what_would_not_read_in_a_letter_is_a_warning_at_its_cell(
    tmp_path: Path, column: str, text: str, says: str
) -> None:
    _, problems = read(tmp_path, person() | {column: text})
    [problem] = problems
    assert (problem.column, problem.severity) == (column, Severity.WARNING)
    assert says in problem.message


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("Front", "Desk", "describes somebody"),
        ("Nurse", "Manager", "says “Nurse Manager”, which is no person's name"),
        ("Mercy", "Hospital", "describes somebody"),
        ("Ana", "Recruiter", "holds “Recruiter”"),
        ("Ms.", "", "holds the title “Ms.” alone"),
        ("Ana Ruiz", "Ruiz", "holds the whole name"),
        ("Ruiz, Ana", "", "type “Ana” into First name and “Ruiz” into Last name"),
        ("", "Ruiz, Ana", "type “Ana” into First name and “Ruiz” into Last name"),
        ("Ana,", "Ruiz", "holds “,”"),
        ("Ana", "Ruiz's", "describes somebody"),
    ],
)
def test_a_name_that_letters_would_greet_wrongly_is_a_warning(
    tmp_path: Path, first: str, last: str, says: str
) -> None:
    _, problems = read(tmp_path, person(first, last, Email="ana@example.org"))
    assert [p.severity for p in problems] == [Severity.WARNING]
    assert says in problems[0].message


@pytest.mark.parametrize(
    "last",
    ["Ma", "Do", "O'Brien", "de la Cruz", "Núñez", "Smith-Jones", "III", "Ortega y Gasset", "王", "D’Angelo"],
)
def test_names_of_people_are_no_problem(tmp_path: Path, last: str) -> None:
    _, problems = read(tmp_path, person("Ana", last, Email="ana@example.org"))
    assert problems == ()


@pytest.mark.parametrize(
    ("column", "more"),
    [("Organization", {}), ("Position", {}), ("Referred by", {"Source": "Referral"})],
)
def test_of_a_cell_that_stands_for_nothing_one_thing_is_said(
    tmp_path: Path, column: str, more: dict[str, str]
) -> None:
    book = make_book(tmp_path / "book.xlsx", [person(**{column: "N/A"}, **more)])
    problems = gather(book, TODAY, datetime(2026, 11, 24, 9), without_ledger=True).problems
    [problem] = [p for p in problems if p.column == column]
    assert "stands for nothing" in problem.message


def test_of_a_setting_that_stands_for_nothing_one_thing_is_said(tmp_path: Path) -> None:
    book = read_book(make_book(tmp_path / "book.xlsx", settings={"Your name": "TBD"}))
    [problem] = read_settings(book.tables["Settings"])[1]
    assert "stands for nothing" in problem.message


def test_a_phrase_of_settings_that_does_not_read_is_a_warning(tmp_path: Path) -> None:
    path = make_book(
        tmp_path / "book.xlsx", settings={"Purpose": "learn about forestry", "Position or school": "N/A"}
    )
    settings, problems = read_settings(read_book(path).tables["Settings"])
    assert settings.position == ""
    assert "“to learn about forestry”" in problems[-1].message
    assert [p.severity for p in problems] == [Severity.WARNING, Severity.WARNING]


@pytest.mark.parametrize(
    ("kind", "told"), [("In person", 1), ("Video", 1), ("Phone", 0)], ids=["in person", "video", "phone"]
)
def test_a_number_in_place_of_a_place_is_told_unless_they_talk_by_telephone(
    tmp_path: Path, kind: str, told: int
) -> None:
    row = person(Where="555-0134", **{"Interview type": kind, "Interview on": d("11-30")})
    _, problems = read(tmp_path, row)
    assert [p.severity for p in problems if p.column == "Where"] == [Severity.WARNING] * told


# --- one person in two rows -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbor Museum", "Harbor Museum Ltd."),
        ("The Harbor Museum", "harbor museum"),
        ("Acme, Inc.", "ACME"),
        ("Müller GmbH", "Muller"),
        ("Müller GmbH & Co. KG", "Müller"),
        ("Banco Sul S.A.", "Banco Sul"),
        ("Smith & Sons", "Smith and Sons LLC"),
        ("Dwór Sp. z o.o.", "Dwor"),
        ("Ford Motor Company", "Ford Motor Co."),
    ],
)
def test_one_firm_in_two_spellings(one: str, other: str) -> None:
    assert firm(one) == firm(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme East", "Acme West"),
        ("The Company", "The Corporation Trust"),
        ("Inc.", "Ltd."),
        ("Acme", "Acme Labs"),
    ],
)
def test_two_firms(one: str, other: str) -> None:
    assert firm(one) != firm(other)


@pytest.mark.parametrize(
    "twin",
    [
        {"Organization": "Example Clinic Ltd."},
        {"Organization": "the example clinic"},
        {"Organization": "Elsewhere", "Phone": "(555) 0101"},
        {"Organization": "Elsewhere", "Phone": "+1 555-0101"},
        {"Organization": "Example Clinic, Inc.", "First name": "ÀDA"},
    ],
)
def test_the_second_row_of_one_person_is_held_and_both_cells_are_named(
    tmp_path: Path, twin: dict[str, Any]
) -> None:
    other = person(Email="other@example.net") | twin
    [ada, second], problems = read(tmp_path, person(Phone="555-0101"), other)
    assert ada.duplicate == ""
    assert second.duplicate
    [problem] = [p for p in problems if "name them so" not in p.message]  # capitals are minded besides
    assert problem.where.endswith("3")
    cell = problem.where.partition("!")[2]
    assert cell in problem.message
    assert cell.replace("3", "2") in problem.message


def test_the_row_that_was_written_to_is_the_first(tmp_path: Path) -> None:
    begun = person(Email="other@example.net", Organization="Example Clinic Ltd.", Approach_sent=d("11-20"))
    [untouched, written], _ = read(tmp_path, person(), begun)
    assert untouched.duplicate
    assert written.duplicate == ""


def test_two_people_of_one_name_are_not_held(tmp_path: Path) -> None:
    other = person(Email="other@example.net", Organization="Elsewhere", Phone="555-0102")
    [ada, second], problems = read(tmp_path, person(Phone="555-0101"), other)
    assert (ada.duplicate, second.duplicate, problems) == ("", "", ())


def test_a_wish_not_to_be_written_to_proposes_on_hold_and_nothing_else_about_the_name(tmp_path: Path) -> None:
    row = {"First name": "DO NOT CONTACT Ed", "Last name": "Marsh", "Email": "ed@example.org"}
    _, [problem] = read(tmp_path, person() | row)
    assert problem.column == "On hold"
    assert "Put Yes into On hold" in problem.message
    assert read(tmp_path, person() | row | {"On hold": "Yes"})[1] == ()


def test_a_name_in_small_letters_is_a_warning_at_its_cell_with_how_it_is_written(tmp_path: Path) -> None:
    row = {"First name": "anna", "Last name": "lee", "Salutation": "Dr. lee"}
    _, problems = read(tmp_path, person() | row)
    assert {(p.column, p.message.split("Type ")[1].split(",")[0]) for p in problems} == {
        ("First name", "“Anna”"),
        ("Last name", "“Lee”"),
        ("Salutation", "“Dr. Lee”"),
    }


@pytest.mark.parametrize(
    ("cells", "where"),
    [
        ({"First name": None, "Last name": "Haddad"}, [at("First name", 2)]),
        ({"First name": None, "Last name": "van der Berg"}, [at("First name", 2)]),
        ({"First name": None, "Last name": "Haddad", "Salutation": "Ms. Haddad"}, []),
        ({"First name": None, "Last name": "Dr. Haddad"}, None),
        ({"First name": "Lena", "Last name": None}, []),
        ({"First name": None, "Last name": "Haddad", "On hold": "Yes"}, []),
        ({"First name": None, "Last name": "Haddad", "Email": None}, []),
    ],
)
def test_a_last_name_alone_asks_for_a_first_name_or_a_salutation(
    tmp_path: Path, cells: dict[str, Any], where: list[str] | None
) -> None:
    _, problems = read(tmp_path, person() | cells)
    said = [p for p in problems if "would greet with" in p.message]
    assert [p.where for p in said] == (where or [])
    assert all(p.severity is Severity.WARNING and "or Salutation" in p.message for p in said)


def test_a_name_is_read_without_a_stop_that_is_no_part_of_it(tmp_path: Path) -> None:
    (ann,), problems = read(tmp_path, person("Ann", "Fox.", Email="ann@example.org"))
    assert (ann.name, problems) == ("Ann Fox", ())
