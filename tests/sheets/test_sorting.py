"""Rows may be sorted, copied and inserted freely; a table of which only some columns were sorted is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from pipeline.ledger.records import Receipt, SendState
from pipeline.model import Contact, Event, EventKind, Identity, LetterKind
from pipeline.model.contactid import contact_id
from pipeline.sheets.whose.sorting import astray, sorting_sentence
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


def rows(people: list[Contact], events: list[Event], receipts: Sequence[Receipt] = ()) -> list[int]:
    return [c.row for c in astray(people, events, receipts)]


def sent(c: Contact, to: str, state: SendState = SendState.ACCEPTED) -> Receipt:
    """Tell of a letter that went to an address."""
    identity = Identity("ABCDE", c.id, LetterKind.APPROACH, "1", f"<{to}>", c.name)
    return Receipt(identity, state, date(2026, 11, 2), datetime(2026, 11, 2, 9), to)


@pytest.mark.parametrize(
    ("attrs", "events"), [(("id",), KNOWN), (("id",), []), (ALL, KNOWN), (ALL, []), (NAME, KNOWN)]
)
def test_sorted_columns_are_told_with_the_rows(attrs: tuple[str, ...], events: list[Event]) -> None:
    assert rows(shift(PEOPLE, *attrs), events) == [2, 3, 4, 5]
    assert "rows 2, 3, 4, 5" in sorting_sentence(astray(shift(PEOPLE, *attrs), events, ()))


def test_the_names_of_three_that_were_sorted_alone_are_told() -> None:
    assert rows(shift(PEOPLE[:3], *NAME) + PEOPLE[3:], KNOWN) == [2, 3, 4]


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


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("known", [0, 1, 2, 4])
def test_the_column_of_addresses_sorted_alone_is_told_whoever_was_written_to(count: int, known: int) -> None:
    people = shift(PEOPLE[:count], "email") + PEOPLE[count:]
    assert rows(people, letters_to(PEOPLE[:known])) == list(range(2, 2 + count))


def test_addresses_that_moved_up_by_one_are_told_though_the_last_has_none() -> None:
    moved = [c._replace(email=e) for c, e in zip(PEOPLE, [*(c.email for c in PEOPLE[1:]), ""], strict=True)]
    assert rows(moved, KNOWN) == [2, 3, 4, 5]
    one_without = PEOPLE[1]._replace(email="", id=contact_id("", "Bo Berg", "Berg Clinic"))
    three = [PEOPLE[0], one_without, *PEOPLE[2:]]
    sorted_ = [
        c._replace(email=e)
        for c, e in zip(three, [*(c.email for c in PEOPLE if c.row != 3), ""], strict=True)
    ]
    assert rows(sorted_, KNOWN) == [3, 4, 5]


def test_an_address_that_was_corrected_is_known_by_the_letter_that_went_there() -> None:
    people = [PEOPLE[0]._replace(email="ada@example.net"), PEOPLE[1]]
    went = [sent(PEOPLE[0], "Ada@example.net")]
    assert rows(people, KNOWN, went) == []
    assert rows(shift(people, "email"), KNOWN, went) == [2, 3]
    assert rows(shift(people, "email"), KNOWN, [sent(PEOPLE[0], "ada@example.net", SendState.REFUSED)]) == []


def test_a_new_row_among_the_sorted_ones_hides_nothing() -> None:
    new = contact(4, "Zed", "Zorn", id_written=False)
    assert rows(shift([*PEOPLE[:2], new], "email", by=2), KNOWN) == [2, 3, 4]


@pytest.mark.parametrize(
    "addresses",
    [
        {2: PEOPLE[1].email, 3: "bo@example.net"},
        {2: PEOPLE[1].email, 3: ""},
        {2: PEOPLE[1].email},
        {2: PEOPLE[1].email, 3: "bo@example.net", 4: PEOPLE[3].email, 5: "di@example.net"},
    ],
    ids=["a colleague's former", "who left", "shared from now on", "two of them"],
)
def test_a_colleague_s_former_address_is_no_sorting(addresses: dict[int, str]) -> None:
    people = [c._replace(email=addresses.get(c.row, c.email)) for c in PEOPLE]
    assert rows(people, KNOWN) == []


def test_a_couple_that_parts_is_no_sorting() -> None:
    ann, bob, *_ = COUPLES
    apart = [ann._replace(email="ann@example.net"), bob]
    assert (
        rows(apart, letters_to(apart), [sent(ann, "hills@example.org"), sent(bob, "hills@example.org")]) == []
    )
    crossed = [ann._replace(email="bob@example.net"), bob._replace(email="ann@example.net")]
    assert (
        rows(crossed, letters_to(apart), [sent(ann, "hills@example.org"), sent(bob, "hills@example.org")])
        == []
    )


def test_one_person_on_two_rows_may_have_the_addresses_either_way() -> None:
    twice = [PEOPLE[0], contact(3, email="ada@example.net")]
    assert rows(shift(twice, "email"), letters_to(twice)) == []
