"""The window of the whole day: where it opens, its pages, and a folder without a workbook."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.review.window import NAVIGATION
from tests.books import make_book, person

from .test_review_web import TODAY, Page


def test_every_page_of_the_navigation_is_there(tmp_path: Path) -> None:
    page = Page(make_book(tmp_path / "networking.xlsx", [person()]))
    for place in NAVIGATION:
        text = page.text(place.href)
        assert f'href="{page.guard.base}{place.href}" aria-current="page">{place.label}<' in text
        assert re.search("<title>[^<]+ · Remembered</title>", text)


@pytest.mark.parametrize("path", ["/", "/letters", "/contacts", "/problems", "/progress", "/send", "/end"])
def test_without_a_workbook_every_page_leads_to_the_beginning(tmp_path: Path, path: str) -> None:
    page = Page(tmp_path / "networking.xlsx", date(2026, 12, 1))
    answer = page.get(path)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{page.guard.base}/start"
    assert "Start here" in page.text("/start")


def test_the_workbook_may_come_while_the_window_is_open(tmp_path: Path) -> None:
    page = Page(tmp_path / "networking.xlsx", TODAY)
    assert page.get("/").status_code == 303
    make_book(tmp_path / "networking.xlsx", [person()])
    assert "networking.xlsx" in page.text("/")


def test_a_persons_facts_say_neither_the_name_again_nor_the_rows_number(tmp_path: Path) -> None:
    own = {"Name": "Dr. Okafor, Ada", "Nr": 17, "#": 4, "Mentor": "Bo Ek", "Gym": 24}
    row = person(**own) | {"Why this person": None}
    page = Page(make_book(tmp_path / "networking.xlsx", [row], extra_columns=list(own)))
    [at] = set(re.findall(r"/contact/\w+", page.text("/contacts")))
    for text in (page.text(at), page.text("/whys")):
        told = dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", text))
        assert (told["Mentor"], told["Gym"]) == ("Bo Ek", "24")
        assert not {"Name", "Nr", "#"} & told.keys()
