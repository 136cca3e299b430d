"""The days after the first: whom one meets and who was named, and what keeps a thank-you from going."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.review.people import person_key
from tests.books import make_book, person, rows_of

from .test_review_web import Page

TODAY = date(2026, 12, 1)
LETTER = date(2026, 11, 23)
TALKED = {
    "Call_result": "Interviewed on this call",
    "Called_on": TODAY,
    "Thank_them_for": "for your plain words",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def opened(folder: Path, *people: dict[str, Any], today: date = TODAY, **settings: str) -> Page:
    """Open the window of a workbook with these people, whose letters are sent from the user's own mail."""
    made = make_book(
        folder / "networking.xlsx", people, settings={"Send through": "Browser", "Holiday country": "US", **settings}
    )  # fmt: skip
    return Page(made, today)


def line_of(page: Page, name: str) -> str:
    found = re.search(rf"<b>{name}</b>(.*?)</a>", page.text("/"), re.DOTALL)
    assert found, page.text("/")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1]))


def test_who_is_named_stands_under_their_own_firm_not_under_that_of_who_named_them(folder: Path) -> None:
    referrer = person(
        Referrals_given="Bo Ek; Cy Young", Interview_on=date(2026, 11, 30), Interview_held="Yes"
    )
    page = opened(folder, referrer, person("Bo", "Ek"))
    assert "Bo Ek Clinic" in line_of(page, "Bo Ek")
    assert "Example Clinic" not in line_of(page, "Cy Young")


def test_a_thank_you_that_lacks_only_the_resume_can_be_settled_where_it_is_read(folder: Path) -> None:
    page = opened(folder, person("Bo", "Ek", Approach_sent=LETTER, Phone="555-0102", ID="bo", **TALKED))
    code, key = page.of("Bo Ek"), person_key("bo")
    text = page.text(f"/letter/{code}")
    assert "The resume should go along." in text
    assert f'href="{page.guard.base}/settings#set-resume_file"' in text
    assert 'id="set-resume_file"' in page.text("/settings")
    answer = page.send(f"/letter/{code}", f"/cell/{key}/enclose_resume", value="No")
    assert answer.status_code == 303
    assert rows_of(folder / "networking.xlsx")[0]["Enclose resume"] == "No"
    assert not page.session.draft(page.of("Bo Ek")).blocked


def test_a_date_that_is_set_is_said_back_as_people_write_it(folder: Path) -> None:
    page = opened(
        folder, person(ID="ada", Approach_sent=LETTER, Interview_held="Cancelled", Interview_on=LETTER)
    )
    path, key = f"/contact/{person_key('ada')}", person_key("ada")
    answer = page.send(
        f"{path}?outcome=date",
        f"/contact/{key}/record",
        outcome="date",
        interview_on="2026-12-03",
        interview_on_time="09:00",
    )
    said = page.text(answer.headers["Location"])
    assert "Recorded: Ada Okafor: Interview on Dec 3 09:00." in said


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"Last_contact": date(2026, 9, 14)}, "there has been contact already (last contact: Sep 14)"),
        ({"Approach_sent": LETTER, "Called_on": LETTER, "Call_result": "Declined", "Thank-you_sent": LETTER}, "they declined"),
        ({"On_hold": "Yes"}, "hold"),
    ],
)  # fmt: skip
def test_who_rests_has_a_page_that_says_why(folder: Path, more: dict[str, Any], why: str) -> None:
    page = opened(folder, person(ID="ada", **more))
    text = page.text(f"/contact/{person_key('ada')}")
    said = re.search(r"Nothing is due here of itself: (.*?)\. What happens next", text)
    assert said, text
    assert why in said[1]


def test_who_has_a_step_rests_not(folder: Path) -> None:
    page = opened(folder, person(ID="ada"))
    assert "Nothing is due here" not in page.text(f"/contact/{person_key('ada')}")


def test_a_row_is_named_with_the_sheet_that_it_is_on(folder: Path) -> None:
    page = opened(folder, person(ID="ada"))
    book = load_workbook(page.session.workbook)
    book["Contacts"].title = "My people"
    next(row for row in book["Settings"].iter_rows() if row[0].value == "Contacts sheet")[
        1
    ].value = "My people"
    book.save(page.session.workbook)
    assert "row 2 of My people" in page.text(f"/contact/{person_key('ada')}")
    assert "row 2 of My people" in page.text(f"/letter/{page.of('Ada Okafor')}")
