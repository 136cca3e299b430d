"""What came in and is not due yet, and what the workbook's cells ask, are said on Today."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.delivery import Delivery
from tests.books import make_book, person

from .test_review_web import Page

TODAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))


def today_of(tmp_path: Path, **cells: Any) -> str:
    who = person("Bo", "Lindqvist", Approach_sent=date(2026, 11, 23), ID="bo", **cells)
    book = make_book(tmp_path / "networking.xlsx", [who])
    return " ".join(html.unescape(Page(book, TODAY).text("/")).split())


def test_a_reply_of_today_is_told_although_its_answer_is_due_tomorrow(tmp_path: Path) -> None:
    told = today_of(tmp_path, Replied_on=TODAY)
    assert "New replies" in told
    assert "<b>Bo Lindqvist</b>" in told
    assert "By Dec 2." in told
    assert "That is all for today" not in told


def test_who_was_answered_is_no_new_reply(tmp_path: Path) -> None:
    assert "New replies" not in today_of(tmp_path, Replied_on=date(2026, 11, 30), Answered_on=TODAY, Phone="")


def test_one_that_is_due_stands_among_the_steps_alone(tmp_path: Path) -> None:
    told = today_of(tmp_path, Replied_on=date(2026, 11, 30))
    assert "Replies to answer" in told
    assert "New replies" not in told


def test_how_many_cells_ask_for_a_look_is_said_with_the_way_there(tmp_path: Path) -> None:
    told = today_of(tmp_path, Phone="ask his wife")
    assert "1 cell to look at in the workbook:" in told
    assert "to look at in the workbook" not in today_of(tmp_path)


def test_while_letters_are_going_no_sending_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(make_book(tmp_path / "networking.xlsx", [person()]), TODAY)
    code = next(d.letter.code for d in page.session.decision().review.drafts)
    page.send(f"/letter/{code}", f"/letter/{code}/approve")
    assert "Send 1 letter" in page.text("/")
    monkeypatch.setattr(Delivery, "going_on", True)
    told = page.text("/")
    assert "Letters are going:" in told
    assert "Send 1 letter" not in told
