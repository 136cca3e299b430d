"""A row at an address that somebody in another row had before may be the same person: asked first, where the names may be one's."""

from __future__ import annotations

from datetime import date

import pytest

from tests.books import add_contact, person

from .routine import Routine, steady
from .test_lost_id import all_go, in_review

OLD = "eli.okafor@example.org"
MONTHS_LATER = date(2027, 1, 18)


@pytest.fixture
def moved(routine: Routine) -> Routine:
    """Write to Eli at one address, and correct it to another."""
    routine.with_book([person("Eli", Source="Cold")]).daily()
    all_go(routine)
    routine.type_on_contacts(2, Email="eli@quay.example", Organization="Quay Works", On_hold="Yes")
    routine.daily()
    return routine


def beside(routine: Routine, first: str, last: str, **more: object) -> str:
    """List somebody at the former address, and give what is said of their row."""
    add_contact(routine.book, person(first, last, Organization="Borg", **{"Email": OLD} | more))
    routine.daily()
    return str(routine.rows()[1]["Problem"])


@pytest.mark.parametrize(
    ("first", "last"), [("E.", "Okafor"), ("Eli", "O."), ("Eli J.", "Okafor"), ("Okafor", "Eli")]
)
def test_who_may_be_the_one_met_there_before_gets_no_second_first_letter(
    moved: Routine, first: str, last: str
) -> None:
    told = beside(moved, first, last)
    assert f"is blank, and Eli Okafor in row 2 was written to at {OLD}: no letter goes to this row" in told
    steady(moved)
    assert in_review(moved, MONTHS_LATER) == []
    own = told.split("is another, type ")[1].split()[0]
    moved.type_on_contacts(3, ID=own)
    assert in_review(moved) == [("approach", OLD)]
    assert moved.rows()[1]["Problem"] is None


@pytest.mark.parametrize(("first", "last"), [("Ed", "Okafor"), ("Zed", "Zorn")])
def test_who_is_plainly_another_is_written_to(moved: Routine, first: str, last: str) -> None:
    beside(moved, first, last)
    assert in_review(moved, MONTHS_LATER) == [("approach", OLD)]


def test_who_had_a_row_before_and_comes_to_that_address_is_asked_about(moved: Routine) -> None:
    beside(moved, "E.", "Okafor", Email="e@borg.example", On_hold="Yes")
    moved.type_on_contacts(3, Email=OLD.upper(), On_hold=None)
    assert in_review(moved, MONTHS_LATER) == []
    assert "was written to at" in moved.rows()[1]["Problem"]


def test_a_letter_of_the_users_own_to_a_former_address_counts(routine: Routine) -> None:
    routine.with_book([person("Eli", Approach_sent=date(2026, 11, 30))]).daily()
    routine.type_on_contacts(2, Email="eli@quay.example", On_hold="Yes")
    assert f"was written to at {OLD}" in beside(routine, "E.", "Okafor")


def test_where_nothing_arrived_nobody_is_asked_who_was_met_there(routine: Routine) -> None:
    routine.with_book([person("Eli")]).daily()
    all_go(routine)
    routine.run("log", "Eli Okafor", "came back")
    routine.type_on_contacts(2, Email="eli@quay.example", On_hold="Yes")
    assert "was written to" not in beside(routine, "E.", "Okafor")
