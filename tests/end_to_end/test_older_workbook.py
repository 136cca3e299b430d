"""A workbook made for an older program, and one made for a newer one."""

from __future__ import annotations

from datetime import datetime

import pytest
from openpyxl import load_workbook

from pipeline.day.apply import run_day
from pipeline.review.person import about_person
from pipeline.sheets import schema
from tests.books import make_book, person

from .routine import Routine, steady

NEW = "Something new"


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch):
    """Give every sheet of the schema one column more, as a later version of the program may."""

    def widen() -> None:
        for sheet in schema.SHEETS:
            column = sheet.columns[0]._replace(header=NEW, attr="something_new", spellings=(), needed=False)
            before = sheet.columns
            monkeypatch.setattr(schema.Sheet, "__setattr__", object.__setattr__)
            monkeypatch.setattr(sheet, "columns", (*before, column))

    return widen


def test_a_workbook_without_the_newer_columns_works_and_they_are_named_once(routine: Routine, newer) -> None:
    routine.with_book([person(Phone="555-0101"), person("Bo", "Ng")])
    newer()
    answer = routine.daily()
    assert answer.code == 0
    assert answer.said.count(NEW) == len((*schema.NEEDED, *schema.OPTIONAL))
    assert answer.said.count("let what is missing be added") == 1
    assert len(routine.drafts()) == 2
    steady(routine)


def test_a_column_that_only_the_schema_knows_is_shown_like_ones_own(routine: Routine, newer) -> None:
    newer()
    routine.with_book([{**person(), NEW: "as typed"}])
    done = run_day(routine.book, routine.today, datetime(2026, 12, 7, 9))
    [contact] = done.world.contacts
    shown = about_person(contact, None, done.decision)
    assert shown is not None
    assert (NEW, "as typed") in shown.facts
    steady(routine)


def test_the_review_shows_a_about_person_an_older_workbook(routine: Routine, newer) -> None:
    routine.with_book([person()])
    newer()
    done = run_day(routine.book, routine.today, datetime(2026, 12, 7, 9))
    shown = about_person(done.world.contacts[0], None, done.decision)
    assert shown is not None
    assert NEW not in dict(shown.facts)


def test_settings_and_sheets_that_are_not_there_are_named_and_have_their_defaults(routine: Routine) -> None:
    routine.with_book([person()])
    book = load_workbook(routine.book)
    del book["Questions"]
    page = book["Settings"]
    row = next(r for r in range(2, page.max_row + 1) if page.cell(r, 1).value == "My other addresses")
    page.cell(row, 1).value = page.cell(row, 3).value = None
    book.save(routine.book)
    said = routine.daily().said
    assert "the rows My other addresses" in said
    assert "the sheets Questions" in said
    steady(routine)


def test_a_whole_workbook_is_told_of_nothing(routine: Routine) -> None:
    assert "without these" not in routine.with_book([person()]).daily().said


@pytest.mark.parametrize("command", ["daily", "check", "agenda", "drafts", "send"])
def test_a_workbook_of_a_newer_version_is_refused_and_left_alone(routine: Routine, command: str) -> None:
    make_book(routine.book, [person()], settings={"Schema version": 99})
    before = routine.prints()
    answer = routine.run(command, code=4)
    assert "schema version 99" in answer.said
    assert "Update the program" in answer.said
    assert routine.prints() == before


def test_adopt_refuses_a_workbook_of_a_newer_version(routine: Routine) -> None:
    make_book(routine.book, [person()], settings={"Schema version": 99}, leave_out=["Fit"])
    before = routine.prints()
    assert "schema version 99" in routine.run("adopt", str(routine.book), "--yes", code=4).said
    assert routine.prints() == before


@pytest.mark.parametrize("version", [1, None])
def test_an_older_version_is_taken_up(routine: Routine, version: int | None) -> None:
    make_book(routine.book, [person()], settings={"Schema version": version})
    assert routine.daily().code == 0
