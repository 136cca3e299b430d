"""A letter that leaves the day and comes back while the window is open: drafted from what the workbook says then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.day.apply import run_day
from pipeline.model import Draft
from pipeline.review.session import Review
from tests.books import change, make_book, person, rows_of

TODAY = date(2026, 12, 1)
TYPED = "Dear Ms. Okafor,\n\nI wrote all of this myself.\n\nSincerely,\n\nDana Whitfield"


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Review:
    """A window at a day whose one letter stood on the Drafts sheet, and left as its contact was put on hold."""
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    book = make_book(tmp_path / "networking.xlsx", [person(Why_this_person="said you'd know")])
    window = Review(book, TODAY)
    run_day(book, TODAY, window.now())
    assert len(window.decision().review.drafts) == 1
    change(book, "Contacts", 2, {"On hold": "Yes"})
    assert window.decision().review.drafts == ()
    return window


def back(window: Review, **cells: str) -> Draft:
    change(window.workbook, "Contacts", 2, {"On hold": None, **cells})
    [draft] = window.decision().review.drafts
    return draft


def test_it_is_drafted_from_what_the_row_says_now(held: Review) -> None:
    draft = back(held, **{"Why this person": "because of your book on discharge"})
    assert "because of your book on discharge" in draft.letter.body
    assert not draft.edited


def test_a_phrase_that_blocked_it_goes_on_to_block_it(held: Review) -> None:
    draft = back(held)
    assert draft.blocked
    assert not draft.edited


def test_what_was_typed_into_its_row_meanwhile_is_the_users(held: Review) -> None:
    assert rows_of(held.workbook, "Drafts")
    change(held.workbook, "Drafts", 2, {"Text": TYPED})
    assert back(held).letter.body == TYPED
