"""The starter workbook: as committed it is what the schema builds, and on any day it shows the whole routine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import openpyxl
import pandas
import pytest

from pipeline.day.publicdays import workdays_of
from pipeline.importing import samples
from pipeline.importing.starter import create, template
from pipeline.model import LetterKind, Severity, Source, Stage, Step, invented
from pipeline.model.errors import USAGE, UserError
from pipeline.rules.agenda import Agenda, plan_day
from pipeline.rules.due import Day
from pipeline.rules.history import new_rows, pasts
from pipeline.rules.intervals import Intervals
from pipeline.rules.places import NO_PLACES
from pipeline.sheets import schema
from pipeline.sheets.cells import parse_choice
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.events import read_events
from pipeline.sheets.intervals import read_intervals
from pipeline.sheets.read import read_book
from pipeline.sheets.settings import read_settings
from pipeline.workbook import NewRows, apply_edits
from pipeline.workbook.book import Parts
from pipeline.workbook.package import Package
from workbook_templates import links
from workbook_templates.build import STARTER, build

US = workdays_of("US")
WEEK = [date(2026, 11, 30) + timedelta(days=i) for i in range(5)]
HOLIDAYS_NEAR = [
    date(2026, 11, 25),
    date(2026, 11, 27),
    date(2026, 12, 24),
    date(2026, 12, 28),
    date(2027, 1, 4),
]
NO_BUSINESS_DAYS = [
    date(2026, 11, 26),
    date(2026, 11, 28),
    date(2026, 11, 29),
    date(2026, 12, 25),
    date(2027, 1, 1),
]


@pytest.fixture
def networking(tmp_path: Path) -> Path:
    path = tmp_path / "networking.xlsx"
    create(path, WEEK[0], "wb-1", workdays=US)
    return path


def day_of(path: Path, today: date) -> Agenda:
    book = read_book(path)
    contacts, problems = read_contacts(book.tables["Contacts"], book.uncached, today)
    events, event_problems = read_events(book.tables["History"])
    settings, _ = read_settings(book.tables["Settings"])
    intervals, _ = read_intervals(book.tables["Rules"])
    assert [p for p in (*problems, *event_problems) if p.severity is Severity.ERROR] == []
    past = pasts(contacts, events, [], [], today)
    assert new_rows(past) == [], "History already tells what the sample rows tell"
    return plan_day(contacts, past, Day(today, US, intervals, settings), NO_PLACES, (), ())


def cells(path: Path, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True))


def test_what_is_committed_is_what_the_schema_builds(tmp_path: Path) -> None:
    built = tmp_path / "starter.xlsx"
    build(built)
    with zipfile.ZipFile(STARTER) as committed, zipfile.ZipFile(built) as fresh:
        assert committed.namelist() == fresh.namelist()
        for name in committed.namelist():
            assert committed.read(name) == fresh.read(name), (
                f"{name}: run python -m workbook_templates.build and commit the result"
            )


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    build(tmp_path / "one.xlsx")
    build(tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_sheets_are_tables_whose_headers_are_the_schemas(networking: Path) -> None:
    book = openpyxl.load_workbook(networking)
    assert tuple(book.sheetnames) == schema.SHEET_NAMES
    for sheet in schema.SHEETS:
        table = book[sheet.name].tables[sheet.table]
        headers = [c.header for c in sheet.laid_out] + ([links.HEADER] if sheet is schema.TODAY else [])
        assert [c.name for c in table.tableColumns] == headers
        assert [c.value for c in book[sheet.name][1]][: len(headers)] == headers
    words = book["Fields"].tables[schema.FIELD_WORDS.table]
    assert [c.name for c in words.tableColumns] == [
        *(c.header for c in schema.FIELD_WORDS.columns),
        links.HEADER,
    ]
    assert [c.value for c in book["Fields"][words.ref.partition(":")[0][0]][:1]] == ["In field"]
    assert len({c.id for c in words.tableColumns}) == len(words.tableColumns)


def test_every_choice_has_its_drop_down_far_beyond_the_table(networking: Path) -> None:
    book = openpyxl.load_workbook(networking)
    for sheet in (schema.CONTACTS, schema.DRAFTS, schema.QUESTIONS):
        offered = {
            str(v.sqref).partition("2:")[0]: v.formula1
            for v in book[sheet.name].data_validations.dataValidation
            if v.type == "list"
        }
        wanted = {
            openpyxl.utils.get_column_letter(i): list(c.choices)
            for i, c in enumerate(sheet.laid_out, 1)
            if c.choices and c.owner is schema.Owner.USER
        }
        assert offered.keys() == wanted.keys()
        for letter, choices in wanted.items():
            # Excel parts the list at its commas: what it then offers must read as the choice that was meant.
            shown = offered[letter].strip('"').split(",")
            assert [parse_choice(text, choices) for text in shown] == choices


def test_input_messages_stay_within_what_excel_shows(networking: Path) -> None:
    book = openpyxl.load_workbook(networking)
    rules = [v for sheet in book for v in sheet.data_validations.dataValidation]
    assert len([v for v in rules if v.prompt]) > 30
    assert all(len(v.prompt or "") <= 255 and len(v.promptTitle or "") <= 32 for v in rules)
    assert all(len(v.formula1 or "") <= 257 for v in rules)


def test_dates_look_like_dates_also_in_rows_to_come(networking: Path) -> None:
    contacts = openpyxl.load_workbook(networking)["Contacts"]
    for number, column in enumerate(schema.CONTACTS.laid_out, 1):
        if column.kind in (schema.ColumnKind.DATE, schema.ColumnKind.MOMENT):
            assert contacts.cell(2, number).is_date, column.header
            assert (
                "yyyy" in contacts.column_dimensions[openpyxl.utils.get_column_letter(number)].number_format
            )


def test_rows_to_come_look_as_the_first_without_any_blank_cells(networking: Path) -> None:
    book = openpyxl.load_workbook(networking)
    for sheet in (schema.TODAY, schema.CONTACTS, schema.DRAFTS, schema.HISTORY):
        page = book[sheet.name]
        for number, column in enumerate(sheet.laid_out, 1):
            whole, cell = (
                page.column_dimensions[openpyxl.utils.get_column_letter(number)],
                page.cell(2, number),
            )
            assert whole._style == cell._style, f"{sheet.name}: {column.header}"
    apply_edits(
        networking, networking, [NewRows("Contacts", ({"First name": "Ada", "Last name": "Okafor"},))]
    )
    package = Package(networking.read_bytes())
    index = package.index(Parts(package).worksheet("Contacts").part)
    assert [cell.column for cell in list(index)[-1].cells] == [1, 2]


@pytest.mark.parametrize("today", [*WEEK, *HOLIDAYS_NEAR])
def test_the_first_day_shows_every_step(tmp_path: Path, today: date) -> None:
    path = tmp_path / "networking.xlsx"
    create(path, today, "wb-1", workdays=US)
    agenda = day_of(path, today)
    assert {a.step for a in agenda.due()} == set(Step)
    assert {a.letter for a in agenda.due() if a.letter} == set(LetterKind)
    assert {s.stage for s in agenda.standings.values()} == set(Stage) - {Stage.ON_HOLD, Stage.RESTING}


@pytest.mark.parametrize("today", NO_BUSINESS_DAYS)
def test_a_first_day_without_business_shows_all_but_first_letters(tmp_path: Path, today: date) -> None:
    """R12: a first letter is due on a business day."""
    path = tmp_path / "networking.xlsx"
    create(path, today, "wb-1", workdays=US)
    agenda = day_of(path, today)
    assert {a.step for a in agenda.due()} == set(Step) - {Step.APPROACH}
    assert {a.due for a in agenda.actions if a.step is Step.APPROACH} >= {US.bd(today, 0)}


def test_samples_are_marked_and_nobodys_address(networking: Path) -> None:
    header, *rows = cells(networking, "Contacts")
    people = [dict(zip(header, row, strict=True)) for row in rows]
    assert 12 <= len(people) <= 18
    for person in people:
        assert person["Source"] == Source.SAMPLE
        assert str(person["Notes"]).startswith("(sample)")
        assert str(person["Email"]).endswith(("@example.org", "@example.com", "@example.net"))
        assert person["Phone"] is None or str(person["Phone"]).startswith("555-01")


def test_the_three_phrases_begin_as_their_notes_say() -> None:
    for row in samples.CONTACTS:
        assert str(row.get("why_this_person", "because of ")).startswith("because of ")
        assert str(row.get("thank_them_for", "for ")).startswith("for ")
    assert invented.PERSON["purpose"].startswith("to ")


def test_the_workbook_id_is_set_and_the_settings_are_readable(networking: Path) -> None:
    settings, problems = read_settings(read_book(networking).tables["Settings"])
    assert settings.workbook_id == "wb-1"
    assert settings.email.endswith("@example.com"), "which real sending refuses"
    assert [p for p in problems if p.severity is Severity.ERROR] == []


def test_the_rules_sheet_holds_the_shipped_intervals(networking: Path) -> None:
    intervals, problems = read_intervals(read_book(networking).tables["Rules"])
    assert problems == ()
    assert intervals == Intervals()


def test_interviews_carry_their_hour(networking: Path) -> None:
    headers, *rows = cells(networking, "Contacts")
    moments = [m for row in rows if (m := row[headers.index("Interview on")])]
    assert all(isinstance(m, datetime) and m.hour >= 9 for m in moments)


def test_empty_means_nobody_and_nothing_invented(tmp_path: Path) -> None:
    path = tmp_path / "networking.xlsx"
    create(path, WEEK[0], "wb-1", empty=True, workdays=US)
    for sheet in ("Today", "Contacts", "Drafts", "History", "Applications"):
        assert not any(value for row in cells(path, sheet)[1:] for value in row), sheet
    settings, _ = read_settings(read_book(path).tables["Settings"])
    assert (settings.name, settings.email, settings.purpose) == ("", "", "")
    assert settings.workbook_id == "wb-1"
    assert day_of(path, WEEK[0]).actions == ()


def test_only_the_dated_sheets_differ_from_the_shipped_file(networking: Path) -> None:
    with zipfile.ZipFile(template()) as shipped, zipfile.ZipFile(networking) as made:
        changed = {name for name in shipped.namelist() if shipped.read(name) != made.read(name)}
        assert shipped.namelist() == made.namelist()
    assert changed <= {
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/sheet10.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
    }


def test_a_file_that_is_there_is_never_overwritten(networking: Path) -> None:
    before = networking.read_bytes()
    with pytest.raises(UserError) as stop:
        create(networking, WEEK[1], "wb-2", workdays=US)
    assert stop.value.exit_code == USAGE
    assert networking.name in str(stop.value)
    assert networking.read_bytes() == before


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere") as stop:
        create(tmp_path / "nowhere" / "networking.xlsx", WEEK[0], "wb-1", workdays=US)
    assert stop.value.exit_code == USAGE


def test_every_question_is_asked_once_and_about_ten_are_marked(networking: Path) -> None:
    rows = cells(networking, "Questions")[1:]
    assert len({row[1] for row in rows}) == len(rows) >= 30
    assert 8 <= sum(row[2] == "Yes" for row in rows) <= 12
    assert all(str(row[1]).endswith("?") for row in rows)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_libreoffice_opens_it_and_reads_the_same(networking: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", tmp_path, networking],
        check=True,
        capture_output=True,
    )
    for sheet in ("Contacts", "History", "Settings", "Questions"):
        ours = pandas.read_excel(networking, sheet, engine="calamine", dtype=object)
        theirs = pandas.read_excel(tmp_path / "networking.ods", sheet, engine="calamine", dtype=object)
        assert list(theirs.columns) == list(ours.columns)
        assert theirs.iloc[:, 0].astype(str).tolist() == ours.iloc[:, 0].astype(str).tolist()


@pytest.mark.skipif("REMEMBERED_VALIDATOR" not in os.environ, reason="no validator given")
@pytest.mark.parametrize("empty", [False, True])
def test_excel_would_repair_nothing(tmp_path: Path, empty: bool) -> None:
    path = tmp_path / "networking.xlsx"
    create(path, WEEK[0], "wb-1", empty=empty, workdays=US)
    found = subprocess.run(
        [sys.executable, os.environ["REMEMBERED_VALIDATOR"], str(STARTER), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stdout) == (0, "")


LAPTOP = 180
"""Characters of the letters' width that a screen of 1366 dots shows at 100 %, row numbers and scroll bar aside."""


def test_contacts_shows_on_one_screen_what_one_needs_and_folds_the_rest(networking: Path) -> None:
    page = openpyxl.load_workbook(networking)["Contacts"]
    looks = {c.column_letter: page.column_dimensions[c.column_letter] for c in page[1]}
    shown = {c.value: looks[c.column_letter].width for c in page[1] if not looks[c.column_letter].hidden}
    assert sum(shown.values()) <= LAPTOP
    assert {
        "First name",
        "Last name",
        "Next step",
        "Due",
        "Email",
        "Why this person",
        "Problem",
    } <= shown.keys()
    assert len(shown) < 15
    folded = [bool(look.outlineLevel) for look in looks.values()]
    assert folded == [bool(look.hidden) for look in looks.values()]
    assert sum(a < b for a, b in pairwise(folded)) == 4, "a + for each group"
    for column, (before, here) in enumerate(pairwise(folded), 1):
        if before != here:
            shows_plus = openpyxl.utils.get_column_letter(column if here else column + 1)
            assert looks[shows_plus].collapsed, "Excel looks before a group, LibreOffice behind it"


@pytest.mark.parametrize("sheet", ["Today", "Drafts"])
def test_what_one_reads_of_the_day_fits_on_a_laptop(networking: Path, sheet: str) -> None:
    page = openpyxl.load_workbook(networking)[sheet]
    read = {"Today": 10, "Drafts": 8}[sheet]
    assert sum(page.column_dimensions[c.column_letter].width for c in page[1][:read]) <= LAPTOP
    if sheet == "Drafts":
        assert [c.value for c in page[1]].index("Approve") < [c.value for c in page[1]].index("Text")
