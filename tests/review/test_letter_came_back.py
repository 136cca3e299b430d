"""A letter that came back, noted in the window: at once, or once the workbook is closed, and taken back again (R14)."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from pipeline.model.contactid import contact_id
from pipeline.review.people import person_key
from tests.books import change

from .test_recording import lock, page, row, rows_of, workbook  # noqa: F401  (fixtures)
from .test_review_web import Page

ADA = f"/contact/{person_key('ada')}"


def _noted(page: Page, **typed: str) -> Any:  # noqa: F811
    path = f"{ADA}?outcome=came-back"
    return page.send(path, f"{ADA}/record", outcome="came-back", **typed)


def test_it_is_offered_for_who_was_written_to_with_the_address_it_went_to(page: Page) -> None:  # noqa: F811
    assert "My letter came back" in page.text(ADA)
    assert "My letter came back" not in page.text(f"/contact/{person_key('cy')}")
    form = page.form(f"{ADA}?outcome=came-back", f"{ADA}/record")
    assert form["whence"] == ["ada.okafor@example.org"]


def test_the_address_is_to_be_corrected_next(page: Page, workbook: Path) -> None:  # noqa: F811
    answer = _noted(page)
    assert answer.status_code == 303, answer.text
    text = html.unescape(page.text("/"))
    assert "Recorded: Ada Okafor: the letter of Nov 23 came back." in html.unescape(
        page.text(answer.headers["Location"])
    )
    assert "Correct the address" in text
    assert row(workbook)["Approach sent"] is None
    assert rows_of(workbook, "History")[-1]["Detail"] == "address ada.okafor@example.org"


def test_an_address_corrected_before_is_no_reason_to_correct_it_again(page: Page, workbook: Path) -> None:  # noqa: F811
    _noted(page, whence="a.okafor@example.com")
    assert "Correct the address" not in page.text("/")
    assert rows_of(workbook, "History")[-1]["Detail"] == "address a.okafor@example.com"
    letters = [d.letter for d in page.session.decision().review.drafts]
    assert "ada.okafor@example.org" in [letter.to for letter in letters]


def test_while_the_workbook_is_open_it_counts_and_waits(page: Page, workbook: Path) -> None:  # noqa: F811
    open_in = lock(workbook)
    before = workbook.read_bytes()
    _noted(page)
    assert workbook.read_bytes() == before
    assert "Correct the address" in page.text("/")
    open_in.unlink()
    page.get("/state")
    assert rows_of(workbook, "History")[-1]["Event"] == "Bounce"
    assert row(workbook)["Approach sent"] is None
    assert page.session.world().state.entries == ()


def test_it_is_taken_back_in_the_workbook_and_while_it_waits(page: Page, workbook: Path) -> None:  # noqa: F811
    page.session.write_waiting()
    before = workbook.read_bytes()
    for closed in (True, False):
        open_in = None if closed else lock(workbook)
        answer = _noted(page)
        number = page.session.recorded[-1].entry.number
        undone = page.send(answer.headers["Location"], f"/recorded/{number}/undo")
        assert "Taken back: Ada Okafor: the letter of Nov 23 came back" in html.unescape(undone.text)
        assert workbook.read_bytes() == before
        assert "Correct the address" not in page.text("/")
        if open_in:
            open_in.unlink()


def test_a_day_that_is_to_come_is_refused_and_what_was_typed_stays(page: Page, workbook: Path) -> None:  # noqa: F811
    answer = _noted(page, on="2026-12-20", whence="x@example.com")
    assert answer.status_code == 422
    assert "lies in the future" in answer.text
    assert "x@example.com" in answer.text
    assert "Bounce" not in [r["Event"] for r in rows_of(workbook, "History")]


def test_what_is_no_address_is_refused(page: Page, workbook: Path) -> None:  # noqa: F811
    answer = _noted(page, whence="her old one")
    assert answer.status_code == 422
    assert "not an e-mail address" in answer.text
    assert "Bounce" not in [r["Event"] for r in rows_of(workbook, "History")]


def test_the_sender_of_the_notice_is_not_whom_the_letter_went_to(page: Page, workbook: Path) -> None:  # noqa: F811
    answer = _noted(page, whence="mailer-daemon@example.com")
    assert answer.status_code == 422
    assert "sent the notice" in answer.text
    assert "Bounce" not in [r["Event"] for r in rows_of(workbook, "History")]


def test_where_the_address_was_corrected_since_it_is_asked_for(page: Page, workbook: Path) -> None:  # noqa: F811
    ident = contact_id("ada@old.example.org", "", "")
    change(workbook, "Contacts", 2, {"ID": ident})
    for n, told in enumerate(rows_of(workbook, "History"), 2):
        if told["ID"] == "ada":
            change(workbook, "History", n, {"ID": ident})
    ada = f"/contact/{person_key(ident)}"
    form = page.form(f"{ada}?outcome=came-back", f"{ada}/record")
    assert form["whence"] == [""]
    answer = page.send(f"{ada}?outcome=came-back", f"{ada}/record", outcome="came-back")
    assert answer.status_code == 422
    assert "Say which it came back from." in answer.text
    page.send(f"{ada}?outcome=came-back", f"{ada}/record", outcome="came-back", whence="ada@old.example.org")
    assert rows_of(workbook, "History")[-1]["Detail"] == "address ada@old.example.org"
