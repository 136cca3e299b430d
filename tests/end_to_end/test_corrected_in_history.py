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
        f"Detail says “{typed}” of {DAY}, and {at(cell, 2)} says {cells[cell]}. Type what is right into both"
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


def test_a_detail_that_was_emptied_is_quoted_nowhere(routine: Routine) -> None:
    corrected(routine, {**TALK, "Interview type": "Phone"}, "")
    said = routine.run("check", code=3).said
    assert f"Detail says nothing of {DAY}, and {at('Interview held', 2)} says Yes" in said
    assert "“”" not in said
    routine.type_on_contacts(2, Interview_on=date(2026, 12, 7), Interview_held="Yes")
    said = routine.run("log", "Ada Okafor", "no-show", "--on", str(DAY), code=2).said
    assert f"says nothing of {DAY}" in said


BEFORE, AFTER = date(2026, 12, 3), date(2026, 12, 6)
SAID = {
    "Call": {"Called on": DAY, "Call result": "Put off"},
    "Interview": {**TALK, "Interview type": "Phone"},
    "Reply": {"Replied on": DAY},
    "Answer": {"Replied on": date(2026, 12, 2), "Answered on": DAY},
}
CELL = {"Call": "Called on", "Interview": "Interview on", "Reply": "Replied on", "Answer": "Answered on"}


def days(routine: Routine, kind: str) -> list[date]:
    return [row["Date"].date() for row in routine.rows("History") if row["Event"] == kind]


@pytest.fixture(params=list(SAID))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def moved(routine: Routine, kind: str) -> Routine:
    """Let a run write what the row says into History."""
    return routine.with_book([person(Phone="555-0101", Approach_sent=date(2026, 11, 30), **SAID[kind])])


def row_of(routine: Routine, kind: str) -> int:
    return next(n for n, row in enumerate(routine.rows("History"), 2) if row["Event"] == kind)


@pytest.mark.parametrize("to", [BEFORE, AFTER])
def test_a_day_that_was_corrected_in_history_stands_once_and_is_asked_about(
    moved: Routine, kind: str, to: date
) -> None:
    moved.daily()
    number = row_of(moved, kind)
    change(moved.book, "History", number, {"Date": to})
    moved.daily()
    moved.daily()
    assert days(moved, kind) == [to]
    said = (
        f"History!A{number}: Date says {to}, and {at(CELL[kind], 2)} says {DAY}. Type what is right into both"
    )
    assert said in moved.rows()[0]["Problem"]
    assert moved.went() == []
    steady(moved)
    moved.type_on_contacts(2, **{CELL[kind].replace(" ", "_"): to})
    moved.daily()
    assert (days(moved, kind), moved.rows()[0]["Problem"]) == ([to], None)


@pytest.mark.parametrize(
    ("kind", "typed", "cell"),
    [
        ("Call", "No answer", "Call result"),
        ("Interview", "Yes, In person", "Interview type"),
        ("Interview", "Cancelled", "Interview held"),
    ],
)
@pytest.mark.parametrize("to", [BEFORE, AFTER])
def test_what_was_corrected_beside_its_day_stands_too(
    moved: Routine, kind: str, typed: str, cell: str, to: date
) -> None:
    moved.daily()
    change(moved.book, "History", 3, {"Date": to, "Detail": typed})
    moved.daily()
    moved.daily()
    assert (days(moved, kind), detail(moved)) == ([to], typed)
    said = moved.run("check", code=3).said
    assert f"Date says {to}, and {at(CELL[kind], 2)} says {DAY}." in said
    assert f"Detail says “{typed}” of {to}, and {at(cell, 2)} says {SAID[kind][cell]}." in said
    assert moved.went() == []
    steady(moved)
    cells = {CELL[kind]: to, cell: typed.removeprefix("Yes, ")}
    change(moved.book, "Contacts", 2, cells)
    moved.daily()
    assert (days(moved, kind), moved.rows()[0]["Problem"]) == ([to], None)
    assert detail(moved).startswith(typed)


@pytest.mark.parametrize(
    ("kind", "typed", "cell"),
    [
        ("Call", "No answer", "Call result"),
        ("Interview", "Yes, In person", "Interview type"),
        ("Interview", "Cancelled", "Interview held"),
    ],
)
def test_what_was_corrected_beside_its_day_is_asked_about_once_the_day_is_put_right(
    moved: Routine, kind: str, typed: str, cell: str
) -> None:
    moved.daily()
    change(moved.book, "History", 3, {"Date": AFTER, "Detail": typed})
    moved.daily()
    moved.type_on_contacts(2, **{CELL[kind].replace(" ", "_"): AFTER})
    moved.daily()
    moved.daily()
    assert (days(moved, kind), detail(moved)) == ([AFTER], typed)
    said = moved.run("check", code=3).said
    assert f"Detail says “{typed}” of {AFTER}, and {at(cell, 2)} says {SAID[kind][cell]}." in said
    assert "Date says" not in said
    steady(moved)


@pytest.mark.parametrize("kind", ["Interview"], indirect=True)
def test_a_row_typed_into_history_while_what_was_said_could_not_be_written_is_a_row_of_its_own(
    moved: Routine, kind: str
) -> None:
    lock = moved.book.with_name("~$" + moved.book.name)
    lock.write_bytes(b"\x03Sam" + b"\x00" * 161)
    moved.daily()
    lock.unlink()
    ada = {"ID": "CGOJV75YPA", "Name": "Ada Okafor"}
    change(moved.book, "History", 2, {"Date": BEFORE, "Event": kind, "Detail": "Yes, Phone", **ada})
    moved.daily()
    assert days(moved, kind) == [BEFORE, DAY]
    assert "Date says" not in moved.run("check", code=None).said


def test_a_row_that_was_deleted_in_history_is_written_again(moved: Routine, kind: str) -> None:
    moved.daily()
    number = row_of(moved, kind)
    change(moved.book, "History", number, dict.fromkeys(moved.rows("History")[0]))
    moved.daily()
    assert (days(moved, kind), moved.rows()[0]["Problem"]) == ([DAY], None)


def test_a_later_call_than_the_one_corrected_is_a_call_of_its_own(routine: Routine) -> None:
    routine.with_book([person(Phone="555-0101", Approach_sent=date(2026, 11, 30), **SAID["Call"])]).daily()
    change(routine.book, "History", 3, {"Date": BEFORE})
    routine.type_on_contacts(2, Called_on=AFTER, Call_result="Declined")
    routine.daily()
    assert (days(routine, "Call"), routine.rows()[0]["Problem"]) == ([BEFORE, AFTER], None)


def test_a_day_typed_into_contacts_instead_corrects_history(moved: Routine, kind: str) -> None:
    moved.daily()
    change(moved.book, "History", row_of(moved, kind), {"Date": AFTER})
    moved.daily()
    moved.type_on_contacts(2, **{CELL[kind].replace(" ", "_"): BEFORE})
    moved.daily()
    assert (days(moved, kind), moved.rows()[0]["Problem"]) == ([BEFORE], None)
