"""A row of History with one contact's ID and another's Name is asked about, and neither gets a letter meanwhile."""

from __future__ import annotations

from datetime import date

import pytest

from tests.books import add_contact, change, person

from .routine import MONDAY, Routine, steady
from .test_row_taken_over import BO, letters, send_all

TALK = date(2026, 12, 14)
ADA_THANKED, BO_THANKED = ("thank_you", "Ada Okafor"), ("thank_you", "Bo Lind")
HELD = "its ID and Name are two people's"


def talked(routine: Routine, *others: dict[str, object]) -> Routine:
    """Write to Ada and to others, and talk with Ada: her talk is the last row of History."""
    routine.with_book([person("Ada"), *others])
    send_all(routine)
    routine.today = TALK
    routine.type_on_contacts(2, Interview_on=TALK, Interview_type="In person", Interview_held="Yes")
    routine.type_on_contacts(2, Thank_them_for="for your map of the wards")
    routine.daily()
    return routine


@pytest.fixture
def filled_down(routine: Routine) -> Routine:
    """Fill Bo's ID down over Ada's talk."""
    talked(routine, person("Bo", "Lind"))
    change(routine.book, "History", 4, {"ID": routine.rows()[1]["ID"]})
    routine.daily()
    return routine


def test_nobody_is_thanked_for_a_talk_that_another_had(filled_down: Routine) -> None:
    for draft in filled_down.drafts():
        assert HELD in filled_down.run("approve", draft["code"], code=1).said
    assert filled_down.went() == []
    told = filled_down.run("check", code=3).said
    assert "History!B4" in told
    assert "History!C4" in told
    assert "Ada Okafor, who is another" in told
    for row in filled_down.rows()[:2]:
        assert "History!" in row["Problem"]
    assert {ADA_THANKED, BO_THANKED} <= set(filled_down.steps())
    steady(filled_down)


@pytest.mark.parametrize("cell", ["ID", "Name"])
def test_either_cell_put_right_frees_both(filled_down: Routine, cell: str) -> None:
    ada = filled_down.rows()[0]
    change(filled_down.book, "History", 4, {"ID": ada["ID"]} if cell == "ID" else {"Name": "Bo Lind"})
    filled_down.daily()
    assert [row["Problem"] for row in filled_down.rows()] == [None, None]
    to = {d["to"] for d in filled_down.drafts() if d["letter"].startswith("thank_you")}
    assert to == {ada["Email"]} | ({BO[1]} if cell == "Name" else set())


def test_a_talk_under_the_id_of_a_stranger_is_asked_about_in_history_not_in_contacts(
    routine: Routine,
) -> None:
    talked(routine)
    add_contact(routine.book, person("Bo", "Lind"))
    routine.daily()
    change(routine.book, "History", 3, {"ID": routine.rows()[1]["ID"]})
    routine.daily()
    told = routine.run("check", code=3).said
    assert "History!B3" in told
    assert "back here" not in told


def test_an_approved_letter_waits_too(routine: Routine) -> None:
    talked(routine, person("Bo", "Lind"))
    code = routine.draft("Ada Okafor")["code"]
    routine.run("approve", code)
    change(routine.book, "History", 4, {"ID": routine.rows()[1]["ID"]})
    assert routine.went() == []


def test_who_had_the_name_before_another_came_who_has_it_is_asked_nothing(routine: Routine) -> None:
    routine.with_book([person("Ada"), person("Bo", "Lind")])
    send_all(routine)
    routine.type_on_contacts(2, Last_name="Hill")
    routine.today = TALK
    routine.run("log", "Ada Hill", "held", "--on", str(TALK), "--type", "In person")
    routine.daily()
    add_contact(routine.book, person("Ada", Email="ada@example.net", Organization="Borg"))
    routine.daily()
    assert not any(row["Problem"] for row in routine.rows())


@pytest.mark.parametrize("name", ["A. Lind", "Lind, Bo", "Dr. Bo Lind", "Bo", "Cy Fox"])
def test_a_name_that_is_no_other_contact_s_is_asked_nothing(routine: Routine, name: str) -> None:
    routine.with_book([person("Ada"), person("Bo", "Lind")])
    send_all(routine)
    change(routine.book, "History", 3, {"Name": name})
    assert BO in letters(routine)
    assert not any(row["Problem"] for row in routine.rows())


def test_a_name_that_two_others_bear_is_asked_nothing(routine: Routine) -> None:
    two = [person("Ada", Email=f"{n}@example.net", Organization=f"Borg {n}") for n in "ab"]
    routine.with_book([*two, person("Bo", "Lind")])
    assert routine.today == MONDAY
    send_all(routine)
    change(routine.book, "History", 4, {"Name": "Ada Okafor"})
    routine.daily()
    assert "History!" not in str([row["Problem"] for row in routine.rows()])


def events(routine: Routine, kind: str) -> list[tuple[str, str, str]]:
    return [
        (row["Date"].date().isoformat(), row["ID"], row["Name"])
        for row in routine.rows("History")
        if row["Event"] == kind
    ]


@pytest.mark.parametrize("runs", [1, 3])
def test_a_talk_whose_id_is_put_right_stands_once(filled_down: Routine, runs: int) -> None:
    ada = filled_down.rows()[0]["ID"]
    for _ in range(runs):
        filled_down.daily()
    change(filled_down.book, "History", 4, {"ID": ada})
    filled_down.daily()
    assert events(filled_down, "Interview") == [(TALK.isoformat(), ada, "Ada Okafor")]
    steady(filled_down)


def test_a_talk_that_was_another_s_leaves_the_own_to_be_written(filled_down: Routine) -> None:
    ada, bo = (row["ID"] for row in filled_down.rows()[:2])
    change(filled_down.book, "History", 4, {"Name": "Bo Lind"})
    filled_down.daily()
    talk = TALK.isoformat()
    assert events(filled_down, "Interview") == [(talk, bo, "Bo Lind"), (talk, ada, "Ada Okafor")]


def test_what_the_row_of_the_id_says_corrects_no_row_of_another_s_name(filled_down: Routine) -> None:
    ada, bo = (row["ID"] for row in filled_down.rows()[:2])
    filled_down.type_on_contacts(
        3, Interview_on=date(2026, 12, 10), Interview_type="Phone", Interview_held="Yes"
    )
    filled_down.daily()
    talk = (TALK.isoformat(), bo, "Ada Okafor")
    assert talk in events(filled_down, "Interview")
    change(filled_down.book, "History", 4, {"ID": ada})
    filled_down.daily()
    assert sorted(events(filled_down, "Interview")) == [
        ("2026-12-10", bo, "Bo Lind"),
        (TALK.isoformat(), ada, "Ada Okafor"),
    ]
    assert filled_down.rows()[1]["Last contact"].date() == date(2026, 12, 10)
