"""A newcomer's first day: the starter, the samples, the screen and the documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from pipeline.commands.way import way_in
from pipeline.model import Stage, Step
from tests.books import make_book, person

from .routine import MONDAY, Routine, steady

EVERY_STEP = {str(s) for s in Step}


@pytest.fixture
def newcomer(routine: Routine) -> Routine:
    routine.run("init", str(routine.book))
    return routine


def test_the_samples_show_every_step_and_most_stages(newcomer: Routine) -> None:
    newcomer.daily()
    steps = {step for step, _ in newcomer.steps()}
    assert steps == EVERY_STEP
    stages = {r["Stage"] for r in newcomer.rows()}
    assert len(stages) >= len(Stage) - 3


def test_a_second_run_changes_no_byte(newcomer: Routine) -> None:
    first = newcomer.daily()
    before = newcomer.prints()
    assert newcomer.daily().out == first.out
    assert newcomer.prints() == before


def test_nothing_is_sent_by_the_day(newcomer: Routine) -> None:
    newcomer.daily()
    assert not newcomer.ready.exists()


def test_an_empty_starter_has_no_contacts_and_a_calm_day(routine: Routine) -> None:
    routine.run("init", str(routine.book), "--empty")
    assert "Nothing is due today." in routine.daily().out
    assert "Nobody is in Contacts yet: add people there, or from a file. Next:" in routine.daily().said
    assert "Contacts: nobody yet: add your first contact" in routine.run("doctor").said
    assert routine.rows() == []
    steady(routine)


@pytest.mark.parametrize("last", ["Ng [red]", "Ng :cat:", "Ng [bold]"])
def test_a_name_is_printed_as_it_stands(routine: Routine, last: str) -> None:
    routine.with_book([person("Bo", last, Email="bo@example.org")])
    assert f"Bo {last}" in routine.daily().out
    assert f"Bo {last}" in routine.run("agenda", "--days", "60").out


def test_a_workbook_that_is_there_is_never_replaced(newcomer: Routine) -> None:
    before = newcomer.prints()
    answer = newcomer.run("init", str(newcomer.book), code=None)
    assert answer.code not in (0, 3)
    assert "networking.xlsx" in answer.err
    assert newcomer.prints() == before


def test_init_into_a_folder_that_is_not_there_says_so(routine: Routine) -> None:
    answer = routine.run("init", str(routine.folder / "nowhere" / "networking.xlsx"), code=None)
    assert answer.code != 0
    assert "nowhere" in answer.err


def test_samples_step_aside_for_the_first_own_contact(newcomer: Routine) -> None:
    page = load_workbook(newcomer.book)
    sheet = page["Contacts"]
    headers = {c.value: c.column for c in sheet[1]}
    row = sheet.max_row + 1
    for header, value in {
        "First name": "Ada",
        "Last name": "Okafor",
        "Email": "ada@example.com",
        "Organization": "Example Clinic",
        "Position": "Director",
        "Source": "Cold",
    }.items():
        sheet.cell(row, headers[header]).value = value
    table = next(iter(sheet.tables.values()))
    table.ref = table.ref.rsplit(":", 1)[0] + ":" + sheet.cell(row, sheet.max_column).coordinate
    page.save(newcomer.book)
    newcomer.daily()
    assert newcomer.steps() == [("approach", "Ada Okafor")]


def test_samples_can_be_approved_and_exported(newcomer: Routine) -> None:
    newcomer.daily()
    code = next(d["code"] for d in newcomer.drafts() if d["status"] == "To review")
    newcomer.run("approve", code)
    [outcome] = newcomer.run("send", "--json").document
    assert (outcome["code"], outcome["outcome"]) == (code, "exported")
    assert "https://mail.google.com/mail/?view=cm" in outcome["detail"]
    assert newcomer.on_drafts(code)["Status"] == "Exported"


def test_samples_can_be_made_into_files(newcomer: Routine) -> None:
    newcomer.type_setting("Send through", "Files")
    newcomer.daily()
    code = next(d["code"] for d in newcomer.drafts() if d["status"] == "To review")
    newcomer.run("approve", code)
    newcomer.run("send")
    assert list(newcomer.ready.glob(f"*-{code}.eml"))


def test_the_agenda_document_is_as_promised(newcomer: Routine) -> None:
    document = newcomer.run("daily", "--json").document
    assert list(document) == ["today", "actions", "problems"]
    assert document["today"] == MONDAY.isoformat()
    assert {a["step"] for a in document["actions"]} == EVERY_STEP
    for action in document["actions"]:
        assert list(action) == [
            "id",
            "name",
            "row",
            "step",
            "letter",
            "due",
            "days_late",
            "enclosures",
            "rule",
            "why",
        ]
        assert date.fromisoformat(action["due"]) <= MONDAY
        assert [
            type(action[k]) for k in ("id", "name", "row", "step", "days_late", "enclosures", "rule", "why")
        ] == [str, str, int, str, int, list, str, str]
        assert action["letter"] is None or isinstance(action["letter"], str)
        assert action["rule"][:1] == "R"
    for problem in document["problems"]:
        assert list(problem) == ["where", "column", "severity", "message"]
        assert problem["severity"] in ("error", "warning")
    assert document == newcomer.run("agenda", "--json").document


def test_the_agenda_of_coming_days_holds_more(newcomer: Routine) -> None:
    newcomer.daily()
    today = newcomer.run("agenda", "--json").document["actions"]
    coming = newcomer.run("agenda", "--json", "--days", "60").document["actions"]
    assert [a for a in coming if a["due"] <= MONDAY.isoformat()] == today
    assert max(a["due"] for a in coming) > MONDAY.isoformat()
    assert "Keep in touch" in newcomer.run("agenda", "--days", "60").out


def test_the_drafts_document_is_as_promised(newcomer: Routine) -> None:
    newcomer.daily()
    for letter in newcomer.drafts():
        assert list(letter) == [
            "code",
            "id",
            "name",
            "letter",
            "to",
            "subject",
            "body",
            "enclosures",
            "checks",
            "status",
        ]
        assert letter["status"] in ("To review", "Blocked")
        assert len(letter["code"]) == 5
        for check in letter["checks"]:
            assert list(check) == ["check", "rule", "level", "message"]
            assert check["level"] in ("block", "warn")


def test_check_lists_the_same_problems_as_the_day(newcomer: Routine) -> None:
    assert newcomer.run("check", "--json").document == newcomer.run("daily", "--json").document["problems"]


def test_reports_write_nothing(newcomer: Routine) -> None:
    newcomer.daily()
    before = newcomer.prints()
    for words in (
        ["agenda"],
        ["agenda", "--days", "30"],
        ["drafts"],
        ["explain", "Mary Morstan"],
        ["check"],
        ["send", "--dry-run"],
    ):
        newcomer.run(*words)
    assert newcomer.prints() == before


def test_reports_on_a_workbook_never_used_leave_no_trace(newcomer: Routine, data_folder: Path) -> None:
    for words in (["agenda"], ["drafts"], ["explain", "Mary Morstan"], ["check"]):
        newcomer.run(*words)
    assert sorted(p.name for p in newcomer.folder.iterdir()) == ["networking.xlsx"]
    assert not list(data_folder.glob("*.sqlite"))


def _remembered(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )


def none_there(name: str) -> str:
    return f"There is no workbook {name}. Make one with: {way_in(None).command('init', name)}\n"


def test_the_real_command_in_an_empty_folder(tmp_path: Path) -> None:
    named = _remembered(tmp_path, "daily", "-w", "contacts.xlsx")
    assert named.returncode == 4
    assert named.stderr == none_there("contacts.xlsx")
    day = _remembered(tmp_path, "daily", "--json", "--today", "2026-11-24")
    assert day.returncode == 0
    assert day.stderr.startswith("Made networking.xlsx from the starter")
    assert {a["step"] for a in json.loads(day.stdout)["actions"]} == EVERY_STEP
    again = (tmp_path / "networking.xlsx").read_bytes()
    assert _remembered(tmp_path, "daily", "--today", "2026-11-24").stderr == ""
    assert (tmp_path / "networking.xlsx").read_bytes() == again


def test_a_workbook_that_went_missing_is_not_made_anew(tmp_path: Path) -> None:
    assert _remembered(tmp_path, "daily", "--today", "2026-11-24").returncode == 0
    (tmp_path / "networking.xlsx").unlink()
    gone = _remembered(tmp_path, "daily", "--today", "2026-11-25")
    assert gone.returncode == 4
    assert gone.stderr == none_there("networking.xlsx")


@pytest.mark.parametrize("today", ["2026-12-05", "2026-12-25", "2026-02-28", "2028-02-29", "2027-01-01"])
def test_the_samples_show_every_step_on_any_day(tmp_path: Path, today: str) -> None:
    newcomer = Routine(tmp_path, date.fromisoformat(today))
    newcomer.run("init", str(newcomer.book))
    newcomer.daily()
    resting = {"approach"} if today in ("2026-12-05", "2026-12-25", "2026-02-28", "2027-01-01") else set()
    assert {step for step, _ in newcomer.steps()} == EVERY_STEP - resting
    steady(newcomer)


def headings(routine: Routine) -> list[object]:
    return [cell.value for cell in load_workbook(routine.book)["Today"][1] if cell.value]


def test_today_says_which_day_it_is_of(newcomer: Routine) -> None:
    newcomer.daily()
    assert headings(newcomer)[-1] == "Monday, December 7, 2026"
    newcomer.today += timedelta(days=1)
    newcomer.daily()
    assert headings(newcomer)[-1] == "Tuesday, December 8, 2026"
    assert len(headings(newcomer)) == len(set(headings(newcomer)))
    steady(newcomer)


def test_a_column_of_ones_own_on_today_stays_beside_the_day(routine: Routine) -> None:
    routine.with_book([])
    book = load_workbook(routine.book)
    book["Today"].cell(1, len(headings(routine)) + 1, "Mine")
    book.save(routine.book)
    routine.daily()
    assert headings(routine)[-2:] == ["Mine", "Monday, December 7, 2026"]


def test_folded_columns_stay_folded_while_the_list_grows(newcomer: Routine) -> None:
    def folds() -> str:
        with ZipFile(newcomer.book) as parts:
            [contacts] = [
                text
                for name in parts.namelist()
                if name.startswith("xl/worksheets/sheet")
                and "outlineLevel=" in (text := parts.read(name).decode())
            ]
        return contacts[contacts.index("<cols>") : contacts.index("</cols>")]

    before = folds()
    people = newcomer.folder / "people.csv"
    people.write_text("First Name,Last Name,Email\nAda,Okafor,ada@example.com\nBo,Ek,bo@example.com\n")
    newcomer.run("import", str(people))
    newcomer.daily()
    assert folds() == before
    assert {"Ada", "Bo"} <= {row["First name"] for row in newcomer.rows()}


def test_a_workbook_of_another_name_is_named_with_what_leads_to_it(tmp_path: Path) -> None:
    make_book(tmp_path / "jobsearch.xlsx", [person()])
    (tmp_path / "budget.xlsx").write_bytes(b"no workbook of ours")
    for command in ("daily", "agenda", "check"):
        gone = _remembered(tmp_path, command, "--today", "2026-11-25")
        assert gone.returncode == 4
        assert "There is no workbook networking.xlsx. Is jobsearch.xlsx meant?" in gone.stderr
        assert "daily -w jobsearch.xlsx" in gone.stderr
        assert f"REMEMBERED_WORKBOOK set to {tmp_path / 'jobsearch.xlsx'}" in gone.stderr
        assert "budget" not in gone.stderr
    assert not (tmp_path / "networking.xlsx").exists()


def test_adopt_says_how_commands_find_a_workbook_of_another_name(tmp_path: Path) -> None:
    for name, said in (("jobsearch.xlsx", True), ("networking.xlsx", False)):
        book = Workbook()
        for row in (["Name", "Email"], ["Ann Lee", "ann@example.org"]):
            book.active.append(row)
        book.save(tmp_path / name)
        done = _remembered(tmp_path, "adopt", name, "--yes", "--today", "2026-11-24")
        assert done.returncode == 0
        assert ("REMEMBERED_WORKBOOK set to" in done.stdout) == said
