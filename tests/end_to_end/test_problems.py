"""What can be wrong with a workbook: every problem at once with its cell, and one sentence where nothing can be read."""

from __future__ import annotations

import subprocess
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.sheets import schema
from tests.books import at, change, given, make_book, person

from .routine import MONDAY, Routine, steady, typed


def test_every_problem_is_listed_at_once_and_no_row_stops_the_others(routine: Routine) -> None:
    routine.with_book(
        [
            person("Ada", Email="ada at example.org"),
            person("Bo", Called_on="next Tuesday", Call_result="No answer"),
            person("Cy", Interview_on="03/04/2026"),
            person("Di", Priority="urgent"),
            person("Ed", Interview_held="Yes"),
            person("Flo", Called_on=date(2027, 3, 1), Call_result="No answer"),
            person("Gus", Referred_by="Norma Known"),
            person("Hal", Position=None),
            person("Ida") | {"Thank-you sent": date(2026, 12, 1)},
            person("Jo"),
        ],
        settings={"Daily prospecting goal": 20},
    )
    document = routine.run("daily", "--json").document
    found = {(p["where"], p["severity"]) for p in document["problems"]}
    headers = [c.header for c in schema.CONTACTS.columns]

    def cell(header: str, row: int) -> str:
        from openpyxl.utils import get_column_letter

        return f"Contacts!{get_column_letter(headers.index(header) + 1)}{row}"

    for header, row in (
        ("Email", 2),
        ("Called on", 3),
        ("Interview on", 4),
        ("Priority", 5),
        ("Interview on", 6),
        ("Called on", 7),
        ("Thank-you sent", 10),
    ):
        assert (cell(header, row), "error") in found, (header, row, sorted(found))
    for header, row in (("Referred by", 8), ("Position", 9)):
        assert (cell(header, row), "warning") in found, (header, row, sorted(found))
    assert "Jo Okafor" in {a["name"] for a in document["actions"]}
    for problem in document["problems"]:
        assert problem["column"] in headers
        assert len(problem["message"]) > 15
    assert routine.rows()[0]["Problem"]


def test_check_exits_3_for_errors_and_0_for_warnings(routine: Routine) -> None:
    routine.with_book([person(Position=None)])
    assert "0 errors, 1 warning in networking.xlsx." in routine.run("check").out
    routine.type_on_contacts(2, Email="nowhere")
    answer = routine.run("check", code=3)
    assert answer.out.startswith("error: Contacts!D2 (Ada Okafor): ")
    assert "! Contacts!D2 (Ada Okafor): " in routine.daily(code=0).said


def test_a_problem_says_whose_row_it_is_in_unless_its_sentence_does(routine: Routine) -> None:
    nameless = {**person("Kleinert"), "First name": None, "Last name": None, "Organization": "Kleinert AG"}
    routine.with_book(
        [person(Email="nowhere"), nameless | {"Priority": "urgent"}, person("Cy", Referred_by="Norma Known")]
    )
    said = routine.run("check", code=3).out
    assert f"{at('Email', 2)} (Ada Okafor): " in said
    assert f"{at('Priority', 3)} (Kleinert AG): " in said
    assert all(line.count("Ada Okafor") <= 1 for line in said.splitlines())


def test_many_problems_of_one_kind_are_one_line(routine: Routine) -> None:
    routine.with_book([person(given(n), Position=None) for n in range(40)] + [person()])
    answer = routine.daily()
    assert "And 39 other cells like it." in answer.said
    assert answer.said.index("Ada Okafor") < answer.said.index("39 other cells")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("networking.xlsx", b""),
        ("networking.xlsx", b"Name,Email\nAda,ada@example.org\n"),
        ("networking.csv", b"Name,Email\n"),
        ("networking.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("networking.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("networking.xlsx", b"PK\x03\x04" + b"\0" * 100),
        ("networking.ods", b"PK\x03\x04" + b"\0" * 100),
        ("networking.xlsx", "half"),
    ],
)
def test_what_is_no_workbook_is_one_sentence(routine: Routine, name: str, content: bytes | str) -> None:
    routine.book = routine.folder / name
    if content == "half":
        make_book(routine.book, [person()])
        content = routine.book.read_bytes()[: routine.book.stat().st_size // 2]
    assert isinstance(content, bytes)
    routine.book.write_bytes(content)
    for words in (
        ["daily"],
        ["check"],
        ["send"],
        ["agenda", "--json"],
        ["explain", "Ada"],
        ["log", "Ada", "no answer"],
    ):
        answer = routine.run(*words, code=4)
        assert answer.out == ""
        assert name in answer.err
        assert len(answer.err.strip().splitlines()) == 1
    assert routine.book.read_bytes() == content


def test_a_folder_and_nothing_at_all(routine: Routine) -> None:
    assert typed("init") in routine.daily(code=4).err
    routine.book.mkdir()
    assert "is a folder" in routine.daily(code=4).err


@pytest.mark.parametrize("sheet", ["Contacts", "Drafts", "History", "Rules", "Settings", "Today"])
def test_a_missing_sheet_is_named(routine: Routine, sheet: str) -> None:
    routine.with_book([person()])
    book = load_workbook(routine.book)
    del book[sheet]
    book.save(routine.book)
    assert sheet in routine.daily(code=4).err


def test_missing_columns_are_named(routine: Routine) -> None:
    routine.with_book([person()], leave_out=["Stage", "Due"])
    answer = routine.daily(code=4)
    assert "“Stage”" in answer.err
    assert "“Due”" in answer.err
    assert typed("adopt") in answer.err


def test_headers_in_other_words_and_any_order(routine: Routine) -> None:
    routine.with_book([person()], headers={"Organization": "Company", "Email": "E-mail"}, title_rows=2)
    routine.daily()
    assert routine.steps() == [("approach", "Ada Okafor")]
    steady(routine)


ODD: tuple[Any, ...] = (
    "next Tuesday",
    0,
    -1,
    1e308,
    12345678901234567890,
    True,
    datetime(1900, 1, 1),
    datetime(9999, 12, 31, 23, 59),
    time(9, 14),
    "=1/0",
    "=NOW()",
    "#REF!",
    "x" * 32_767,
    "\t\n",
    "'; DROP TABLE",
    "{{ 7 * 7 }}",
    "<b>&amp;</b>",
    "[bold]x[/bold]",
    "مرحبا",
    "😀" * 50,
    "2026-02-30",
    "Yes\nNo",
    "\u200b",
    "../../etc/passwd",
    "a@b@c",
    "%s %d {0}",
    "None",
    "nan",
)


@pytest.mark.parametrize(
    "sheet", [schema.CONTACTS, schema.DRAFTS, schema.HISTORY, schema.TODAY], ids=lambda s: s.name
)
def test_odd_values_in_any_column_never_stop_the_day(routine: Routine, sheet: schema.Sheet) -> None:
    """A row for each column, each round with another odd value in that column."""
    people = [person(given(n), "Lindqvist", Phone="555-0101") for n in range(len(schema.CONTACTS.columns))]
    routine.with_book(people)
    clean = routine.book.read_bytes()
    headers = [c.header for c in sheet.columns]
    for shift in range(0, len(ODD), 2):
        routine.book.write_bytes(clean)
        book = load_workbook(routine.book)
        page = book[sheet.name]
        for index in range(len(headers)):
            odd = ODD[(shift + index) % len(ODD)]
            ours = sheet.columns[index].owner is schema.Owner.PROGRAM
            page.cell(index + 2, index + 1).value = "odd" if ours and str(odd).startswith("=") else odd
        book.save(routine.book)
        answer = routine.run("daily", "--json")
        assert list(answer.document) == ["today", "actions", "problems"]
        routine.run("drafts", "--json")


@pytest.mark.parametrize(("sheet", "name"), [("Settings", "Setting"), ("Rules", "Interval")])
def test_odd_settings_and_rules_never_stop_the_day(routine: Routine, sheet: str, name: str) -> None:
    routine.with_book([person(Phone="555-0101"), person("Bo", "Marsh", Approach_sent=date(2026, 11, 2))])
    clean = routine.book.read_bytes()
    spared = {"Workbook ID", "Contacts sheet", "Columns"}
    rows = [i for i, r in enumerate(routine.rows(sheet), 2) if r[name] not in spared]
    for shift in range(len(ODD)):
        routine.book.write_bytes(clean)
        book = load_workbook(routine.book)
        for n, row in enumerate(rows):
            book[sheet].cell(row, 3 if sheet == "Rules" else 2).value = ODD[(shift + n) % len(ODD)]
        book.save(routine.book)
        answer = routine.run("daily", "--json", code=None)
        assert answer.code == 0, answer.said
        assert list(answer.document) == ["today", "actions", "problems"]


@pytest.mark.parametrize("named", ["Contacts sheet", "Columns", "Workbook ID"])
def test_odd_names_in_settings_are_a_day_or_a_sentence(routine: Routine, named: str) -> None:
    routine.with_book([person()])
    for odd in ODD:
        routine.type_setting(named, odd)
        answer = routine.run("daily", "--json", code=None)
        assert answer.code in (0, 1, 4), (odd, answer.said)
        assert answer.code == 0 or len(answer.err.strip().splitlines()) <= 2


@pytest.mark.parametrize("sheet", schema.SHEETS, ids=lambda s: s.name)
def test_a_sheet_without_rows_or_headers(routine: Routine, sheet: schema.Sheet) -> None:
    routine.with_book([person()])
    book = load_workbook(routine.book)
    page = book[sheet.name]
    page.delete_rows(2, 200)
    book.save(routine.book)
    assert routine.daily(code=None).code in (0, 4)
    for table in list(page.tables):
        del page.tables[table]
    page.delete_rows(1, 200)
    book.save(routine.book)
    answer = routine.daily(code=None)
    assert answer.code == (4 if sheet in schema.NEEDED else 0)


def test_printed_where_letters_cannot_be_shown(routine: Routine) -> None:
    """A terminal of old days: what it can't show is replaced, and JSON stays whole."""
    import json
    import os
    import sys

    routine.with_book([person("Łukasz", "Żółć", Email="l@example.org")])
    env = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(__file__).parents[2])}
    day = ["--today", routine.today.isoformat()]
    for words in (["daily"], ["drafts"], ["explain", "l@example.org"]):
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", *words, "-w", str(routine.book), *day],
            capture_output=True,
            env=env,
            check=False,
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr[-300:]
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "agenda", "--json", "-w", str(routine.book), *day],
        capture_output=True,
        env=env,
        check=False,
    )
    assert json.loads(done.stdout)["actions"][0]["name"] == "Łukasz Żółć"


def test_unwritable_places_are_a_sentence(routine: Routine) -> None:
    routine.with_book([person()])
    routine.outbox.write_text("a file where the folder should be")
    answer = routine.daily(code=None)
    assert answer.code in (1, 4)
    assert "outbox" in answer.err
    routine.outbox.unlink()
    (routine.folder / "backups").write_text("a file where the folder should be")
    answer = routine.daily(code=None)
    assert answer.code in (1, 4)
    assert "backups" in answer.err


def test_usage_errors_exit_2(routine: Routine) -> None:
    routine.with_book([person()])
    for words in (
        ["agenda", "--days", "-1"],
        ["explain"],
        ["explain", "Nobody"],
        ["approve"],
        ["log", "Ada Okafor", "sang"],
        ["resolve", "AAAAA", "perhaps"],
        ["log", "Ada Okafor", "no answer", "--on", "2026-12-31"],
        ["daily", "--today", "tomorrow"],
    ):
        assert routine.run(*words, code=2).err


def test_the_same_code_for_two_people_is_never(routine: Routine) -> None:
    routine.with_book([person(given(n)) for n in range(60)], settings={"Daily prospecting goal": 50}).daily()
    codes = [d["code"] for d in routine.drafts()]
    assert len(codes) == len(set(codes)) == 50
    change(routine.book, "Contacts", 2, {"Notes": "x"})
    steady(routine)


def test_a_formula_in_a_column_of_the_program_stops_the_writing_and_never_the_day(routine: Routine) -> None:
    routine.with_book([person(Due="=TODAY()")])
    before = routine.book.read_bytes()
    answer = routine.daily(code=4)
    assert "Approach Ada Okafor" in answer.said
    assert "holds a formula" in answer.err
    assert routine.daily(code=4).out == answer.out
    assert routine.book.read_bytes() == before
    assert routine.run("daily", "--json", code=4).document["actions"]


def test_what_is_wrong_in_history_is_told_to_the_person_it_is_about(routine: Routine) -> None:
    """History's row 2 is about the person on row 3 of Contacts, not about the one on its row 2."""
    routine.with_book(
        [person("Ada"), person("Bo", Approach_sent=date(2026, 11, 30), Phone="555-0101")]
    ).daily()
    change(routine.book, "History", 2, {"Date": "next Tuesday"})
    routine.daily()
    ada, bo = (row["Problem"] for row in routine.rows())
    assert ada is None
    assert bo.startswith("History!A2: Date ")
    steady(routine)


@pytest.mark.parametrize("name", ["History", "history "])
def test_a_letter_waits_where_its_history_cannot_be_read(routine: Routine, name: str) -> None:
    """Whether it went before is what that row may say; the sheet is found, and its rows count, under either name."""
    routine.with_book(
        [person("Bo", Approach_sent=date(2026, 11, 30), Call_result="Put off", Called_on=date(2026, 12, 4))]
    ).daily()
    change(routine.book, "History", 2, {"Date": "next Tuesday"})
    book = load_workbook(routine.book)
    book["History"].title = "meanwhile"
    book["meanwhile"].title = name
    book.save(routine.book)
    routine.daily()
    draft = routine.draft("Bo Okafor")
    assert draft["status"] == "Blocked"
    assert "A row of History about Bo Okafor can't be read" in str(draft)


def test_a_protected_sheet_is_said_and_written_all_the_same(routine: Routine) -> None:
    routine.with_book([person(Phone="555-0101")])
    book = load_workbook(routine.book)
    book["Contacts"].protection.sheet = True
    book.save(routine.book)
    assert "Contacts is protected in Excel" in routine.run("check").said
    routine.daily()
    assert routine.rows()[0]["Stage"] == "Target"
    assert load_workbook(routine.book)["Contacts"].protection.sheet


def test_an_act_from_that_lies_ahead_is_said_at_its_cell_before_a_thank_you_is_missed(
    routine: Routine,
) -> None:
    owed = person() | {"Called on": date(2026, 12, 4), "Call result": "Put off"}
    routine.with_book([owed], settings={"Act from": "2062-01-01"})
    [problem] = [p for p in routine.daily(code=None).said.split("·") if "Act from lies ahead" in p]
    assert "no thank-you" in problem
    assert "Settings!B" in problem
    routine.type_setting("Act from", MONDAY)
    assert "lies ahead" not in routine.daily().said


def test_an_address_of_somebody_else_among_the_users_own_is_asked_about_at_its_cell(routine: Routine) -> None:
    mine = "sam@example.net\nADA.Okafor@example.org"
    routine.with_book([person()], settings={"My other addresses": mine})
    [problem] = [p for p in routine.daily(code=None).said.split("·") if "My other addresses" in p]
    assert "Settings!B" in problem
    assert "as the address of Ada Okafor" in problem
    cell = at("Email", 2)
    assert f"which {cell} has" in problem
    assert f"If it is theirs, delete it here; if it is yours, clear {cell}." in problem
    routine.type_setting("My other addresses", "sam@example.net")
    assert "My other addresses" not in routine.daily().said
