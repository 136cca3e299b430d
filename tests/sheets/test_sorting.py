"""Rows may be sorted freely; a table of which only some columns were sorted is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Contact, Event, EventKind
from pipeline.model.errors import UNREADABLE, UserError
from pipeline.sheets.sorting import looks_partly_sorted
from tests.people import contact, event

PEOPLE = [contact(2), contact(3, "Bo", "Berg"), contact(4, "Cy", "Cruz"), contact(5, "Di", "Dorn")]
KNOWN = [event(EventKind.APPROACH, "11-02", of=c) for c in PEOPLE]


def shift(people: list[Contact], *attrs: str) -> list[Contact]:
    """Sort some columns only: each row gets the next row's values there."""
    return [
        replace(c, **{a: getattr(other, a) for a in attrs})
        for c, other in zip(people, people[1:] + people[:1], strict=True)
    ]


ALL = ("first_name", "last_name", "email", "organization")


@pytest.mark.parametrize(
    ("attrs", "events"),
    [(("id",), KNOWN), (("id",), []), (ALL, KNOWN), (ALL, []), (("first_name", "last_name"), KNOWN)],
)
def test_sorted_columns_are_refused_with_the_rows_named(attrs: tuple[str, ...], events: list[Event]) -> None:
    with pytest.raises(UserError, match=r"rows 2, 3, 4, 5.*Undo the sorting.*Nothing was written") as stop:
        looks_partly_sorted(shift(PEOPLE, *attrs), events)
    assert stop.value.exit_code == UNREADABLE


@pytest.mark.parametrize(
    "people",
    [
        [replace(c, row=r) for r, c in zip((5, 4, 3, 2), PEOPLE, strict=True)],
        PEOPLE[1:],
        [replace(PEOPLE[0], last_name="Okafor-Hill"), *PEOPLE[1:]],
        [replace(PEOPLE[0], email="ada@example.net"), *PEOPLE[1:]],
        [replace(c, email=f"{c.first_name}@example.net", last_name="X") for c in PEOPLE],
        [replace(c, id_written=False) for c in shift(PEOPLE, "id")],
        [*PEOPLE, replace(PEOPLE[0], row=6, duplicate="twice")],
    ],
)
def test_whole_rows_sorted_people_renamed_and_addresses_changed_are_fine(people: list[Contact]) -> None:
    assert looks_partly_sorted(people, KNOWN) is None


def test_one_row_that_took_another_persons_name_is_no_sorting() -> None:
    assert (
        looks_partly_sorted([replace(PEOPLE[0], first_name="Bo", last_name="Berg"), *PEOPLE[1:]], KNOWN)
        is None
    )
