"""A row that a person types into History by name alone: it counts for the one who bears the name, and gets their ID."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.books import change, person

from .routine import Routine

SENT = date(2026, 11, 30)
PEOPLE = [
    person(Approach_sent=SENT, Phone="555-0101"),
    person("Ann", "Fox"),
    person("Ann", "Fox", Email="ann@example.net", Organization="Quay Works"),
]


@pytest.fixture
def routine(tmp_path: Path) -> Routine:
    made = Routine(tmp_path).with_book(PEOPLE)
    made.daily()
    return made


@pytest.mark.parametrize("name", ["Ada Okafor", "Okafor, Ada", "ada  okafor", "Dr. Ada Okafor"])
def test_a_row_by_name_alone_counts_and_gets_the_id(routine: Routine, name: str) -> None:
    change(routine.book, "History", None, {"Date": date(2026, 12, 1), "Name": name, "Event": "Bounce"})
    assert ("fix_address", "Ada Okafor") in routine.steps()
    said = routine.daily().said
    assert "History!" not in said
    assert routine.rows("History")[-1]["ID"] == routine.rows()[0]["ID"]
    before = routine.prints()
    routine.daily()
    assert routine.prints() == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ann Fox", "ID is blank, and 2 of your contacts are called Ann Fox. Copy the ID of the one"),
        (
            "Bo Berg",
            "ID is blank, and none of your contacts is called Bo Berg. Type the name into Name as it",
        ),
        (None, "ID is blank, and so is Name. Type the person's name into Name"),
    ],
)
def test_whose_row_it_is_has_to_be_said_where_the_name_does_not(
    routine: Routine, name: str | None, said: str
) -> None:
    change(routine.book, "History", None, {"Date": date(2026, 12, 1), "Name": name, "Event": "Bounce"})
    assert said in routine.daily().said
    assert routine.rows("History")[-1]["ID"] is None
