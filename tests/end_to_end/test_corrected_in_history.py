"""What the user corrects in History of a call, or of a talk's type, stands, and is asked about in Contacts (R4, R5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.books import at, change, person

from .routine import Routine, steady

DAY = date(2026, 12, 4)
TALK = {"Interview on": DAY, "Interview held": "Yes", "Thank them for": "for your map of the wards"}


def corrected(routine: Routine, cells: dict[str, Any], detail: str) -> None:
    """Let a run write what the row says into History, and type another Detail there."""
    routine.with_book([person(Phone="555-0101", Approach_sent=date(2026, 11, 30), **cells)]).daily()
    change(routine.book, "History", 3, {"Detail": detail})


def detail(routine: Routine) -> str:
    return str(routine.rows("History")[1]["Detail"])


@pytest.mark.parametrize(
    ("cells", "typed", "cell"),
    [
        ({"Called on": DAY, "Call result": "Left message"}, "No answer", "Call result"),
        ({"Called on": DAY, "Call result": "Left message"}, "She was busy", "Call result"),
        ({"Called on": DAY, "Call result": "Put off"}, "Put off, talked then", "Call result"),
        ({**TALK, "Interview type": "Phone"}, "Yes, In person", "Interview type"),
    ],
)
def test_a_correction_in_history_stands_and_is_asked_about(
    routine: Routine, cells: dict[str, Any], typed: str, cell: str
) -> None:
    corrected(routine, cells, typed)
    routine.daily()
    routine.daily()
    assert detail(routine) == typed
    said = (
        f'Detail says "{typed}" of {DAY}, and {at(cell, 2)} says {cells[cell]}. Type what is right into both'
    )
    assert said in routine.run("check", code=3).said
    assert routine.went() == []
    steady(routine)


def test_the_thanks_are_of_the_type_that_was_corrected_once_both_cells_agree(routine: Routine) -> None:
    corrected(routine, {**TALK, "Interview type": "Phone"}, "Yes, In person")
    routine.daily()
    assert [d["letter"] for d in routine.drafts()] == ["thank_you_in_person"]
    assert "says otherwise" in routine.run("approve", routine.draft()["code"], code=1).said
    routine.type_on_contacts(2, Interview_type="In person")
    routine.daily()
    assert (detail(routine), routine.rows()[0]["Problem"]) == ("Yes, In person", None)
    routine.run("approve", routine.draft()["code"])
    assert [o["code"] for o in routine.went()] != []


def test_what_is_typed_into_contacts_afterwards_is_followed(routine: Routine) -> None:
    corrected(routine, {"Called on": DAY, "Call result": "Left message"}, "No answer")
    routine.daily()
    routine.type_on_contacts(2, Call_result="Call later")
    routine.daily()
    assert (detail(routine), routine.rows()[0]["Problem"]) == ("Call later", None)


def test_a_remark_behind_the_same_result_is_no_correction(routine: Routine) -> None:
    corrected(routine, {"Called on": DAY, "Call result": "Left message"}, "Left message with Jo")
    routine.daily()
    assert (detail(routine), routine.rows()[0]["Problem"]) == ("Left message with Jo", None)
