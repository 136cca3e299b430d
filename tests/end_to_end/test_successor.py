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
    assert f"type {known}, and “Luis Stone” into Name in row {at} of History" in row["Problem"]
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


ZED = {"First_name": "Zed", "Last_name": "Zorn", "Email": "zed@example.net", "Organization": "Borg"}
SAID = {
    "Interview_on": date(2026, 12, 8),
    "Interview_type": "In person",
    "Interview_held": "Yes",
    "Thank_them_for": "for your map of the wards",
}


@pytest.fixture
def met(wrote: Routine) -> Routine:
    """Talk with Flo, and list Cy, who can't be written to."""
    wrote.type_on_contacts(4, **person("Cy", "Cruz", Position=None))
    wrote.today = date(2026, 12, 8)
    wrote.type_on_contacts(2, **SAID)
    wrote.daily()
    return wrote


@pytest.mark.parametrize("new", [ZED, {"First_name": "Zed", "Last_name": "Zorn"}], ids=["all", "name alone"])
@pytest.mark.parametrize("other", ["Cy's", "Cy's, deleted", "nobody's"])
@pytest.mark.parametrize("run", [False, True])
def test_who_is_typed_over_another_and_given_a_third_ones_id_is_thanked_for_nothing(
    met: Routine, new: dict[str, Any], other: str, run: bool
) -> None:
    flo, _, cy = (row["ID"] for row in met.rows())
    met.type_on_contacts(2, **new)
    if run:
        met.daily()
    met.type_on_contacts(2, ID="CAAAABBBBC" if other == "nobody's" else cy)
    if other == "Cy's":
        met.type_on_contacts(4, ID=None)
    if other == "Cy's, deleted":
        delete_row(met, 4)
    met.daily()
    told = met.rows()[0]["Problem"]
    assert "under which nothing is known, and the days in this row are those of Flo Fry" in told
    assert {d["name"] for d in met.drafts()} <= {"Cy Cruz"}
    assert {e["Name"] for e in met.rows("History")} == {"Flo Fry", "Ada Okafor"}
    steady(met)
    assert f"is Flo Fry under a new name, type {flo} into this cell" in told
    own = told.split("if all were, type ")[1].split()[0].rstrip(";")
    met.type_on_contacts(2, ID=own)
    assert "thank_you_in_person" in {kind for kind, _ in in_review(met)}


def test_who_has_the_id_of_one_whose_only_letter_came_back_is_asked_about_too(met: Routine) -> None:
    met.run("log", "Ada Okafor", "came back")
    ada = met.rows()[1]["ID"]
    delete_row(met, 3)
    met.type_on_contacts(2, **ZED, ID=ada)
    met.daily()
    assert "the days in this row are those of Flo Fry" in met.rows()[0]["Problem"]
    assert met.drafts() == []


def test_who_was_called_on_the_day_of_another_s_talk_at_a_corrected_address_is_asked_nothing(
    met: Routine,
) -> None:
    met.type_on_contacts(4, Email="cy@example.net", Called_on=met.today, Call_result="No answer")
    met.daily()
    met.type_on_contacts(4, Position="Director")
    met.daily()
    assert met.rows()[2]["Problem"] is None


def test_who_was_given_another_s_id_beside_their_own_days_is_asked_about(met: Routine) -> None:
    flo, _, cy = (row["ID"] for row in met.rows())
    met.type_on_contacts(4, Email="cy@example.net")
    met.daily()
    met.type_on_contacts(2, ID=cy)
    met.type_on_contacts(4, ID=flo)
    met.daily()
    said = f"says {cy}, and what is known of Flo Fry is kept under {flo}, which stands in row 4"
    assert said in met.rows()[0]["Problem"]
    assert met.drafts() == []
    met.type_on_contacts(2, ID=flo)
    met.type_on_contacts(4, ID=None)
    met.daily()
    assert [d["letter"] for d in met.drafts()] == ["thank_you_in_person"]
    assert not any("no letter" in (row["Problem"] or "") for row in met.rows())
