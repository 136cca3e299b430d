"""What Today on the page leads to: the sheets to have in hand, and after days away what still matters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.books import make_book, person

from .test_review_web import Page

TODAY = date(2026, 12, 1)


def test_a_day_with_a_call_leads_to_its_sheet(folder: Path) -> None:
    book = make_book(
        folder / "networking.xlsx",
        [
            person(
                Phone="555-0101", Call_again_on=TODAY, Called_on=date(2026, 11, 30), Call_result="Call later"
            )
        ],
    )
    page = Page(book, TODAY)
    assert "/sheets.pdf" in page.text("/")
    made = page.get("/sheets.pdf")
    assert made.mimetype == "application/pdf"
    assert made.data.startswith(b"%PDF")


def test_a_day_without_calls_has_no_sheets_and_says_when_all_is_done(folder: Path) -> None:
    page = Page(make_book(folder / "networking.xlsx", [person(On_hold="Yes")]), TODAY)
    assert "/sheets.pdf" not in page.text("/")
    assert page.get("/sheets.pdf").status_code == 303
    assert "That is all for today." in page.text("/")


def test_where_nobody_is_in_contacts_the_day_leads_to_adding_somebody(folder: Path) -> None:
    text = Page(make_book(folder / "networking.xlsx", []), TODAY).text("/")
    assert "Nobody is in Contacts yet." in text
    assert "That is all for today." not in text
    assert '/start">people from a file</a>' in text


def test_after_days_away_the_page_begins_with_what_still_matters(folder: Path) -> None:
    met = {"Interview on": date(2026, 11, 17), "Interview type": "In person", "Interview held": "Yes"}
    late = person("Bo", "Ek", Phone=None, Approach_sent=date(2026, 11, 9))
    page = Page(make_book(folder / "networking.xlsx", [person(**met), late]), TODAY)
    text = page.text("/")
    assert "Before Dec 1 nothing was recorded for" in text
    assert "Thank: Ada Okafor" in text
    assert "Then the rest can be let go here in one step:" in text
