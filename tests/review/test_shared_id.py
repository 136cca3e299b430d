"""While an ID stands in two rows each of them has its own page in the window, and only what is wrong with it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.day.apply import run_day
from tests.books import add_contact, make_book, person, rows_of

from .test_review_web import Page

TODAY = date(2026, 12, 1)


@pytest.fixture
def page(folder: Path) -> Page:
    book = make_book(folder / "networking.xlsx", [person(Notes="of Ada")])
    made = Page(book, TODAY)
    run_day(book, TODAY, made.session.now())
    copied = {h: v for h, v in rows_of(book)[0].items() if v is not None}
    bo = {"First name": "Bo", "Last name": "Lind", "Fit": 9, "Notes": "of Bo"}
    add_contact(book, copied | bo | {"Interview on": date(2026, 11, 30), "Interview type": "Phone"})
    made.text("/")
    return made


def pages(text: str, name: str) -> set[str]:
    return set(re.findall(rf'href="[^"]*?(/contact/[\w-]+)"[^>]*>[^<]*{name}', text))


@pytest.mark.parametrize("where", ["/problems", "/contacts"])
def test_each_row_leads_to_its_own_page(page: Page, where: str) -> None:
    text = page.text(where)
    [ada], [bo] = (pages(text, name) for name in ("Ada Okafor", "Bo Lind"))
    assert ada != bo
    assert "of Ada" in page.text(ada)
    assert "of Bo" in page.text(bo)
    assert "Type a whole number from 1 to 5" in page.text(bo)
    assert "Type a whole number from 1 to 5" not in page.text(ada)


def test_a_step_shows_whose_row_it_is(page: Page) -> None:
    text = page.text("/")
    [step] = set(re.findall(r'href="[^"]*?(/step/\w+)"', text))
    assert "of Bo" in page.text(step)


def test_nothing_is_recorded_on_either_page(page: Page) -> None:
    for path in (*pages(page.text("/contacts"), "Ada Okafor"), *pages(page.text("/contacts"), "Bo Lind")):
        sent = page.send(path, f"{path}/record", outcome="no-answer")
        assert "stands on rows 2 and 3" in sent.text
