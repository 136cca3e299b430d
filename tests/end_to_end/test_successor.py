"""A new row at the address of somebody who left the list is a new person until the user says otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.books import add_contact, person

from .routine import Routine, steady
from .test_lost_id import FLO, LATER, MET, all_go, delete_row, in_review

SUCCESSOR = person("Luis", "Stone", Email=FLO["Email"], Organization=FLO["Organization"])


@pytest.fixture
def wrote(routine: Routine) -> Routine:
    """Write to Flo."""
    routine.with_book([FLO, person()])
    routine.daily()
    all_go(routine)
    return routine


def follow(routine: Routine, new: dict[str, Any] = SUCCESSOR) -> tuple[dict[str, Any], str]:
    """Delete Flo's row, list somebody else at the address, and give their row with the ID that was Flo's."""
    known: str = routine.rows()[0]["ID"]
    delete_row(routine, 2)
    add_contact(routine.book, new)
    routine.daily()
    return routine.rows()[1], known


def test_who_follows_at_an_address_is_asked_about_and_gets_no_follow_up(wrote: Routine) -> None:
    row, known = follow(wrote)
    assert (
        "what is known at flo@quay.example is that of Flo Fry: no letter goes to this row" in row["Problem"]
    )
    assert (row["ID"], row["Approach sent"]) == (None, None)
    steady(wrote)
    assert ("follow_up", "flo@quay.example") not in in_review(wrote, LATER)
    assert [r["ID"] for r in wrote.rows("History")].count(known) == 1


def test_who_follows_somebody_met_gets_no_note_to_keep_in_touch(routine: Routine) -> None:
    routine.with_book([FLO | MET | {"Thank-you sent": date(2026, 12, 4)}, person()])
    routine.daily()
    follow(routine)
    assert "flo@quay.example" not in [to for _, to in in_review(routine, date(2027, 1, 4))]


def test_somebody_else_gets_an_id_of_their_own_and_a_first_letter(wrote: Routine) -> None:
    row, known = follow(wrote)
    own = row["Problem"].split("somebody else, type ")[1].split()[0]
    assert own != known
    wrote.type_on_contacts(3, ID=own)
    assert ("approach", "flo@quay.example") in in_review(wrote, date(2027, 1, 11))
    assert wrote.rows()[1]["Problem"] is None


def test_one_person_under_a_new_name_goes_on_with_the_id(wrote: Routine) -> None:
    _, known = follow(wrote)
    wrote.type_on_contacts(3, ID=known)
    assert ("follow_up", "flo@quay.example") in in_review(wrote, LATER)
    assert wrote.rows()[1]["Problem"] is None


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (("Flo", "Fry"), ("Flo", "Hill")),
        (("Flo", "Fry"), ("F.", "Fry")),
        (("Robert", "Fry"), ("Bob", "Hill")),
    ],
)
def test_a_name_with_a_word_in_common_is_theirs(
    routine: Routine, before: tuple[str, str], now: tuple[str, str]
) -> None:
    routine.with_book([person(*before, Email="flo@quay.example"), person()])
    routine.daily()
    all_go(routine)
    row, known = follow(routine, person(*now, Email="flo@quay.example"))
    assert (row["ID"], row["Problem"]) == (known, None)
    assert ("follow_up", "flo@quay.example") in in_review(routine, LATER)


def test_what_is_recorded_of_a_row_that_is_asked_about_settles_nothing(wrote: Routine) -> None:
    row, _ = follow(wrote, SUCCESSOR | {"Phone": "555-0188"})
    wrote.run("log", "Luis Stone", "no", "answer")
    after = wrote.rows()[1]
    assert (after["ID"], after["Problem"]) == (None, row["Problem"])
    assert after["Call result"] == "No answer"
    assert "Luis Stone" not in [r["Name"] for r in wrote.rows("History")]
