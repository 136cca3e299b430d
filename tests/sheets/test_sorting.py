"""Rows may be sorted, copied and inserted freely; a table of which only some columns were sorted is told."""

from __future__ import annotations

import pytest

from pipeline.model import Contact, Event, EventKind
from pipeline.sheets.contacts import contact_id
from pipeline.sheets.sorting import astray, sorting_sentence
from tests.people import contact, event

PEOPLE = [contact(2), contact(3, "Bo", "Berg"), contact(4, "Cy", "Cruz"), contact(5, "Di", "Dorn")]


def letters_to(people: list[Contact]) -> list[Event]:
    return [event(EventKind.APPROACH, "11-02", of=c) for c in people]


KNOWN = letters_to(PEOPLE)
NAME = ("first_name", "last_name")
ALL = (*NAME, "email", "organization")


def shift(people: list[Contact], *attrs: str, by: int = 1) -> list[Contact]:
    """Sort some columns only: each row gets another row's values there."""
    return [
        c._replace(**{a: getattr(other, a) for a in attrs})
        for c, other in zip(people, people[by:] + people[:by], strict=True)
    ]


def rows(people: list[Contact], events: list[Event]) -> list[int]:
    return [c.row for c in astray(people, events)]


@pytest.mark.parametrize(
    ("attrs", "events"), [(("id",), KNOWN), (("id",), []), (ALL, KNOWN), (ALL, []), (NAME, KNOWN)]
)
def test_sorted_columns_are_told_with_the_rows(attrs: tuple[str, ...], events: list[Event]) -> None:
    assert rows(shift(PEOPLE, *attrs), events) == [2, 3, 4, 5]
    assert "rows 2, 3, 4, 5" in sorting_sentence(astray(shift(PEOPLE, *attrs), events))


@pytest.mark.parametrize("events", [KNOWN, []])
def test_two_swapped_ids_are_told_and_in_a_long_list_too(events: list[Event]) -> None:
    assert rows(shift(PEOPLE[:2], "id"), events) == [2, 3]
    many = [contact(n + 10, f"Person{n}", "Long") for n in range(3000)]
    assert rows([*many, *shift(PEOPLE[:2], "id")], events) == [2, 3]


COUPLES = [
    contact(2, "Ann", "Hill", email="hills@example.org"),
    contact(3, "Bob", "Hill", email="hills@example.org", id=contact_id("", "Bob Hill", "Example Clinic")),
    contact(4, "Eva", "Lund", email="lunds@example.org"),
    contact(5, "Per", "Lund", email="lunds@example.org", id=contact_id("", "Per Lund", "Example Clinic")),
]


@pytest.mark.parametrize(
    "people",
    [
        [c._replace(row=r) for r, c in zip((5, 4, 3, 2), PEOPLE, strict=True)],
        PEOPLE[1:],
        [PEOPLE[0]._replace(last_name="Okafor-Hill"), *PEOPLE[1:]],
        [PEOPLE[0]._replace(email="ada@example.net"), *PEOPLE[1:]],
        [c._replace(email=f"{c.first_name}@example.net", last_name="X") for c in PEOPLE],
        [c._replace(id_written=False) for c in shift(PEOPLE, "id")],
        [*PEOPLE, PEOPLE[0]._replace(row=6, duplicate="twice")],
        [c._replace(row=r) for r, c in zip((5, 4, 3, 2), COUPLES, strict=True)],
        shift(PEOPLE[:2], *NAME) + PEOPLE[2:],
    ],
    ids=["whole", "deleted", "renamed", "moved", "all anew", "no IDs", "copied", "couples", "two names put right"],
)  # fmt: skip
@pytest.mark.parametrize("known", [True, False])
def test_whole_rows_sorted_people_renamed_and_addresses_changed_are_fine(
    people: list[Contact], known: bool
) -> None:
    assert rows(people, KNOWN + letters_to(COUPLES) if known else []) == []


def test_a_row_copied_twice_to_start_two_colleagues_is_no_sorting() -> None:
    copies = [
        PEOPLE[0]._replace(row=n, first_name=first, email=f"{first}@example.org", duplicate="stands on rows 2, 6 and 7")
        for n, first in ((6, "Mia"), (7, "Noa"))
    ]  # fmt: skip
    assert (
        rows([PEOPLE[0]._replace(duplicate="stands on rows 2, 6 and 7"), *PEOPLE[1:], *copies], KNOWN) == []
    )


def test_new_people_at_addresses_of_those_below_are_no_sorting() -> None:
    """Ada and Bo have new addresses; their old ones, of an office, are other people's now, inserted above."""
    heirs = [
        contact(2, "Mia", "Ode", email=PEOPLE[0].email, id_written=False),
        contact(3, "Noa", "Pym", email=PEOPLE[1].email, id_written=False),
    ]
    moved = [c._replace(row=c.row + 2, email=f"{c.first_name}@example.net") for c in PEOPLE]
    assert rows([*heirs, *moved], KNOWN) == rows([*heirs, *moved], []) == []
    written = [c._replace(id_written=True, id=f"C{c.row}") for c in heirs]
    assert rows([*written, *moved], KNOWN) == []


def test_one_row_that_took_another_persons_name_is_no_sorting() -> None:
    assert rows([PEOPLE[0]._replace(first_name="Bo", last_name="Berg"), *PEOPLE[1:]], KNOWN) == []
