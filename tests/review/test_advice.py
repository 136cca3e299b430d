"""Their advice on a thank-you's page: offered and never put in by itself, in by one click, out by another, kept when drafted anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.model import Status
from pipeline.review.letteraside import Style, style_of
from tests.books import change, make_book, person

from .test_review_web import Page

TODAY = date(2026, 12, 1)
SENTENCE = "advice to talk to two night nurses first"


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "resume.pdf").write_bytes(b"%PDF-1.4")
    met = person(
        Interview_on=date(2026, 11, 30),
        Interview_held="Yes",
        Interview_type="Phone",
        Thank_them_for="for telling me how a ward is run",
        Advice="Talk to two night nurses first",
    )
    return make_book(tmp_path / "networking.xlsx", [met], settings={"Resume file": "resume.pdf"})


@pytest.fixture
def page(workbook: Path) -> Page:
    return Page(workbook, TODAY)


def test_it_is_offered_in_the_whole_sentence_mended_and_not_put_in_by_itself(page: Page) -> None:
    code = page.of("Ada Okafor")
    text = page.text(f"/letter/{code}")
    assert "A second specific thing?" in text
    assert SENTENCE in text
    assert ">\nto talk to two night nurses first</textarea>" in text
    assert "advice" not in page.session.draft(code).letter.body


def test_one_click_puts_it_in_and_another_takes_it_out(page: Page, workbook: Path) -> None:
    code = page.of("Ada Okafor")
    before = page.session.draft(code).letter.body
    page.send(f"/letter/{code}", f"/letter/{code}/advise")
    draft = page.session.draft(code)
    assert draft.letter.body.count(SENTENCE) == 1
    assert (draft.edited, draft.blocked) == (True, False)
    text = page.text(f"/letter/{code}")
    assert "Their advice is named in this letter." in text
    assert "A second specific thing?" not in text
    change(workbook, "Contacts", 2, {"Advice": "Read the annual report", "Thank them for": "for the tour"})
    assert SENTENCE in Page(workbook, TODAY).session.draft(code).letter.body
    change(workbook, "Contacts", 2, {"Thank them for": "for telling me how a ward is run"})
    page.send(f"/letter/{code}", f"/letter/{code}/unadvise")
    draft = page.session.draft(code)
    assert (draft.letter.body, draft.edited) == (before, False)


def test_an_approval_of_the_letter_without_it_does_not_hold_for_the_letter_with_it(page: Page) -> None:
    code = page.of("Ada Okafor")
    page.send(f"/letter/{code}", f"/letter/{code}/approve")
    page.send(f"/letter/{code}", f"/letter/{code}/advise")
    assert page.status(code) is Status.TO_REVIEW


@pytest.mark.parametrize("words", ["", "budgets, mostly", "Dear Ada, to go there"])
def test_words_that_would_not_read_there_are_asked_for_again_and_kept(page: Page, words: str) -> None:
    code = page.of("Ada Okafor")
    refused = page.send(f"/letter/{code}", f"/letter/{code}/advise", words=words)
    assert refused.status_code == 409
    assert f">\n{words}" in refused.text if words else "Type what they advised you" in refused.text
    assert not page.session.draft(code).edited


def test_what_a_check_finds_in_it_is_said(page: Page) -> None:
    code = page.of("Ada Okafor")
    page.send(
        f"/letter/{code}",
        f"/letter/{code}/advise",
        words="to trust None",
    )
    assert page.session.draft(code).blocked
    assert "Blocks" in page.text(f"/letter/{code}")


def test_it_goes_into_a_letter_that_was_edited_by_hand(page: Page) -> None:
    code = page.of("Ada Okafor")
    body = page.session.draft(code).letter.body.replace("Sincerely", "Yours")
    page.send(f"/letter/{code}?edit", f"/letter/{code}/save", body=body)
    page.send(f"/letter/{code}", f"/letter/{code}/advise")
    edited = page.session.draft(code).letter.body
    assert SENTENCE in edited
    assert "Yours" in edited


def test_an_old_form_changes_no_letter(page: Page) -> None:
    code = page.of("Ada Okafor")
    form = page.form(f"/letter/{code}", f"/letter/{code}/advise")
    page.send(f"/letter/{code}?edit", f"/letter/{code}/save", subject="Another subject")
    assert page.post(f"/letter/{code}/advise", form).status_code == 409
    assert SENTENCE not in page.session.draft(code).letter.body


def test_a_letter_in_numbers_counts_its_own_words() -> None:
    body = "Dear Ada,\n\nI thank you for your time. I will write to you again soon.\n\n> You and I said more."
    assert style_of(body) == Style(words=15, seconds=4, mine=2, yours=3, longest=7)


def test_without_advice_nothing_is_offered(page: Page, workbook: Path) -> None:
    change(workbook, "Contacts", 2, {"Advice": None})
    assert "A second specific thing?" not in page.text(f"/letter/{page.of('Ada Okafor')}")
