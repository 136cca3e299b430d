"""A workbook that may be a copy is asked about in the window, and nothing of it is decided before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.books import person, rows_of
from tests.end_to_end.routine import MONDAY, Routine
from tests.review.test_review_web import Page


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page of a copy; of the first workbook one letter is approved."""
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = Routine(tmp_path / "first").with_book([person()])
    first.daily()
    first.run("approve", first.draft()["code"])
    shutil.copy(first.book, tmp_path / "second" / "networking.xlsx")
    return Page(tmp_path / "second" / "networking.xlsx", MONDAY)


def workbook_id(page: Page) -> str:
    return next(
        str(r["Value"]) for r in rows_of(page.session.workbook, "Settings") if r["Setting"] == "Workbook ID"
    )


def answered(page: Page, verb: str) -> int:
    import lxml.html

    asked = page.get("/letters")
    assert asked.status_code == 409
    assert "is it a copy, to be used on its own?" in asked.text
    form = next(f for f in lxml.html.fromstring(asked.text).forms if verb in f.get("action"))
    return int(page.post(form.get("action"), dict(form.form_values())).status_code)


def test_a_copy_begins_anew(copy: Page) -> None:
    before = workbook_id(copy)
    assert answered(copy, "copy") == 303
    assert workbook_id(copy) != before
    assert [str(d.status) for d in copy.session.decision().review.drafts] == ["To review"]


def test_the_same_workbook_goes_on(copy: Page) -> None:
    before = workbook_id(copy)
    assert answered(copy, "same") == 303
    assert workbook_id(copy) == before
    assert [str(d.status) for d in copy.session.decision().review.drafts] == ["Approved"]


def test_nothing_is_decided_while_it_is_open(copy: Page) -> None:
    (copy.session.workbook.parent / "~$networking.xlsx").write_bytes(b"\x03Sam")
    before = copy.session.workbook.read_bytes()
    assert answered(copy, "copy") == 409
    assert copy.session.workbook.read_bytes() == before
