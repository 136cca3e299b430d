"""A new row at the address of somebody who left the list is a new person until the user says otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.books import add_contact, change, person

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
    row, known = follow(wrote)
    at = 2 + [r["ID"] for r in wrote.rows("History")].index(known)
    assert f'type {known}, and "Luis Stone" into Name in row {at} of History' in row["Problem"]
    wrote.type_on_contacts(3, ID=known)
    change(wrote.book, "History", at, {"Name": "Luis Stone"})
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


def copied_to(routine: Routine, row: int, **cells: Any) -> None:
    """Copy row 2 whole, clear its ID, and type somebody else's name and address over it."""
    before = routine.rows()[0]
    change(routine.book, "Contacts", row, before | {"ID": None, **cells})


EVE = {"First name": "Eve", "Last name": "Stone", "Email": "eve.stone@quay.example"}


def test_a_row_copied_with_its_days_gets_nothing_that_builds_on_them(wrote: Routine) -> None:
    copied_to(wrote, 4, **EVE)
    wrote.daily()
    assert "the days in this row are those of Flo Fry, as if copied along" in wrote.rows()[2]["Problem"]
    steady(wrote)
    assert "eve.stone@quay.example" not in [to for _, to in in_review(wrote, LATER)]
    assert "Eve Stone" not in [r["Name"] for r in wrote.rows("History")]
    blank = dict.fromkeys(("Approach_sent", "Last_contact"))
    wrote.type_on_contacts(4, **blank)
    assert ("approach", "eve.stone@quay.example") in in_review(wrote, date(2027, 1, 11))
    assert wrote.rows()[2]["Problem"] is None


def test_a_row_copied_after_a_talk_owes_no_thanks_for_it(routine: Routine) -> None:
    routine.with_book([FLO | MET, person()])
    routine.daily()
    copied_to(routine, 4, **EVE)
    assert ("thank_you_in_person", "eve.stone@quay.example") not in in_review(routine)


def test_letters_that_went_to_both_on_one_day_are_believed_once_said(wrote: Routine) -> None:
    copied_to(wrote, 4, **EVE)
    wrote.daily()
    own = wrote.rows()[2]["Problem"].split("if all were, type ")[1].split()[0].rstrip(".")
    wrote.type_on_contacts(4, ID=own)
    assert ("follow_up", "eve.stone@quay.example") in in_review(wrote, LATER)


def test_who_was_typed_over_another_with_the_id_cleared_is_asked_about(wrote: Routine) -> None:
    known = wrote.rows()[0]["ID"]
    wrote.type_on_contacts(2, ID=None, **{h.replace(" ", "_"): v for h, v in EVE.items()})
    wrote.daily()
    said = f"if Eve Stone is Flo Fry under a new name, type {known} into this cell"
    assert said in wrote.rows()[0]["Problem"]
    assert "eve.stone@quay.example" not in [to for _, to in in_review(wrote, LATER)]


def test_a_letter_of_ones_own_on_the_same_day_is_believed(wrote: Routine) -> None:
    day = wrote.rows()[0]["Approach sent"].date()
    add_contact(wrote.book, person("Eve", "Stone", Email=EVE["Email"], Approach_sent=day, Last_contact=day))
    assert ("follow_up", "eve.stone@quay.example") in in_review(wrote, LATER)
    assert wrote.rows()[2]["Problem"] is None


def test_who_is_typed_again_beside_a_successor_gets_no_second_first_letter(routine: Routine) -> None:
    routine.with_book([person("Bo", "Lind")])
    routine.daily()
    routine.type_on_drafts(routine.draft()["code"], Approve="Sent by me")
    routine.daily()
    letter = routine.rows()[0]["ID"]
    routine.type_on_contacts(2, **person("Ivo", "Petrov"))
    add_contact(
        routine.book, person("Bo", "Lind", Email="bo@private.example.net", Organization="Bo Lind Clinic")
    )
    said = routine.daily().said
    assert f"is kept under {letter}, which stands in row 2, with another name" in said
    assert routine.drafts() == []
    steady(routine)

    routine.type_on_contacts(3, ID=letter)
    routine.type_on_contacts(2, ID=None, **{"Approach sent": None, "Last contact": None})
    routine.daily()
    assert [(d["name"], d["letter"]) for d in routine.drafts()] == [("Ivo Petrov", "approach")]
    assert [row["ID"] for row in routine.rows("History")] == [letter]
