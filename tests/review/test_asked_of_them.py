"""What the workbook's row of somebody asks stands on their own page, and where a talk recorded owes no thanks it is said."""

from __future__ import annotations

import html
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from pipeline.importing.adopt import adopt, plan_adoption
from pipeline.review.people import person_key
from tests.books import make_book, person

from .test_review_web import Page

TODAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def page(tmp_path: Path) -> Page:
    people = [
        person("Wolfgang", "Aust", ID="wolf", Last_contact=date(2026, 11, 24), Source="Cold"),
        person("Max", "Huber", ID="max", Phone="ask his wife"),
    ]
    book = make_book(tmp_path / "networking.xlsx", people, settings={"Act from": TODAY})
    return Page(book, TODAY)


def test_a_talk_recorded_of_before_act_from_leads_to_the_page_that_says_that_no_thanks_follow(
    page: Page,
) -> None:
    path = f"/contact/{person_key('wolf')}"
    typed = {"outcome": "held", "on": "2026-11-24", "interview_type": "Phone"}
    answer = page.send(f"{path}?outcome=held", f"{path}/record", **typed)
    assert answer.headers["Location"].endswith(f"{path}?said=recorded")
    told = html.unescape(page.text(path))
    assert "the talk on 2026-11-24 owes no thanks" in told
    assert "lies before Act from" in told
    assert "no thanked conversation" not in told


def test_what_a_row_asks_stands_on_its_own_page_with_the_box_of_its_cell(page: Page) -> None:
    told = page.text(f"/contact/{person_key('max')}")
    assert "which is no telephone number" in told
    assert f'action="{page.guard.base}/cell/{person_key("max")}/phone"' in told
    assert "which is no telephone number" not in page.text(f"/contact/{person_key('wolf')}")


def test_who_has_no_name_yet_is_called_as_the_users_own_column_calls_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name", "Email", "Company", "Title"])
    book.active.append(["Pilar Gómez (HR!)", "pilar@example.com", "Clínica Muestra", "HR"])
    path = tmp_path / "networking.xlsx"
    book.save(path)
    moment = datetime(2026, 11, 23, 9, 14)
    adopt(path, plan_adoption(path), act_from=None, workbook_id="W", backups=tmp_path / "backups", now=moment)
    told = Page(path, TODAY).text("/problems")
    assert ">“Pilar Gómez (HR!)”</a>" in html.unescape(told)


def test_what_history_asks_is_counted_at_whom_it_is_about(tmp_path: Path) -> None:
    people = [person("Wolfgang", "Aust", ID="wolf"), person("Max", "Huber", ID="max")]
    untold = {
        "Date": date(2026, 11, 24),
        "ID": "max",
        "Name": "Max Huber",
        "Event": "Interview",
        "Detail": "?",
    }
    path = make_book(tmp_path / "networking.xlsx", people, history=[untold])
    told = html.unescape(Page(path, TODAY).text("/contacts"))
    row_of = {
        name: row for row in told.split("<tr>") for name in ("Wolfgang Aust", "Max Huber") if name in row
    }
    assert "1 to look at" in row_of["Max Huber"]
    assert "to look at" not in row_of["Wolfgang Aust"]
