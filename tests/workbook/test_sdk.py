"""What the program writes, as Excel's own library judges it."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from pipeline.cli import main
from pipeline.importing.starter import create
from pipeline.rules.workdays import Workdays
from tests.workbook import sdk
from workbook_templates.build import STARTER

TODAY = "2026-03-05"

pytestmark = pytest.mark.skipif(sdk.program() is None, reason=sdk.MISSING)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    path = tmp_path / "networking.xlsx"
    create(path, date(2026, 3, 5), "wb-1", empty=False, workdays=Workdays())
    return path


def run(*words: str) -> None:
    done = CliRunner().invoke(main, [*words], catch_exceptions=False)
    assert done.exit_code == 0, done.output


def test_the_starter_is_without_fault() -> None:
    assert sdk.complaints(STARTER) == {}


def test_what_a_day_writes_is_without_fault(book: Path) -> None:
    common = ("-w", str(book), "--today", TODAY)
    people = book.with_name("people.csv")
    with people.open("w", newline="") as file:
        csv.writer(file).writerows(
            [["First Name", "Last Name", "Email", "Company", "Position"]]
            + [[f"Ada{n}", f"Okafor{n}", f"ada{n}@example.org", f"Firm {n}", "Curator"] for n in range(60)]
        )
    run("daily", *common)
    run("import", str(people), *common)
    run("daily", *common)
    run("log", "Ada1 Okafor1", "no answer", *common)
    assert sdk.complaints(book) == {}
    run("undo", "-w", str(book))
    assert sdk.complaints(book) == {}


def test_an_adopted_list_has_no_fault_that_it_had_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    list_ = Workbook()
    sheet = list_.active
    assert sheet is not None
    sheet.append(["Name", "Company", "Title", "E-mail", "Phone"])
    sheet.append(["Ines Duarte", "Harbor Museum", "Curator", "ines@example.com", "555-0111"])
    path, old = tmp_path / "mine.xlsx", tmp_path / "before.xlsx"
    list_.save(path)
    old.write_bytes(path.read_bytes())
    run("adopt", str(path), "--yes", "--today", TODAY)
    run("daily", "-w", str(path), "--today", TODAY)
    assert sdk.news(old, path) == {}
