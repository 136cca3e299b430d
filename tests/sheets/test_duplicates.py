"""Who stands in the workbook twice: which row is held, which is to be kept, and who is another of the same name."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import CallResult, Contact, EventKind, Severity
from pipeline.sheets.table import Fault
from pipeline.sheets.whose import names
from pipeline.sheets.whose.duplicates import find_duplicates, ids_gone_astray
from pipeline.sheets.whose.names import may_share, pairs_that_may_share, spelled_name
from tests.books import given as given_name
from tests.people import contact, d, event


def found(*rows: Contact, in_history: Collection[str] = ()) -> list[Fault]:
    return find_duplicates(dict(enumerate(rows)), lambda attr, index: f"{attr}{index}", in_history)


def bo(row: int, **more: Any) -> Contact:
    return contact(row, "Bo", "Ek", **({"id": f"BO{row}", "email": f"bo{row}@quay.example"} | more))


def named(row: int, name: str) -> Contact:
    return bo(row, organization="Quay")._replace(first_name=name, last_name="")


def test_the_row_to_keep_is_the_one_whose_letters_are_on_record() -> None:
    rows = bo(2), bo(3)
    for kept in rows:
        told = {f.message for f in found(*rows, in_history={kept.id})}
        assert len(told) == 1
        assert (
            f"into row {kept.row}, whose letters and talks are on record, and delete the other" in told.pop()
        )


def test_one_id_under_two_names_is_a_copy_and_under_one_a_row_too_many() -> None:
    for first, told in (("Cy", "Blank the ID cell of the row that you copied"), ("Bo", "Delete the row")):
        faults = found(bo(2, id="BO"), bo(3, id="BO")._replace(first_name=first))
        assert [(f.index, f.attr) for f in faults] == [(0, "id"), (1, "id")]
        assert all(told in f.message for f in faults)


def test_of_two_rows_that_seem_one_persons_the_one_with_letters_is_not_held() -> None:
    same_phone = {"phone": "555-010-1234"}
    blank = bo(2, organization="Quay", **same_phone)
    written_to = bo(3, organization="Borg", approach_sent="11-02", **same_phone)
    [fault] = found(blank, written_to)
    assert fault.index == 0
    assert "into row 3" in fault.message


def test_of_two_at_one_address_too_and_of_two_pairs_there_one_each_is_held() -> None:
    at_quay: dict[str, Any] = {"email": "desk@quay.example"}
    short, whole = contact(2, "A.", "Lee", id="A", **at_quay), contact(3, "Ann", "Lee", id="B", **at_quay)
    assert [f.index for f in _held(short, whole._replace(approach_sent=d("11-02")))] == [0]
    assert [f.index for f in _held(short._replace(approach_sent=d("11-02")), whole)] == [1]
    others = contact(4, "Bo", "Ek", id="C", **at_quay), contact(5, "B.", "Ek", id="D", **at_quay)
    assert [f.index for f in _held(short, whole, *others)] == [1, 3]


def _held(*rows: Contact) -> list[Fault]:
    return [f for f in found(*rows) if f.severity is Severity.ERROR]


@pytest.mark.parametrize(("one", "other"), [("Robert", "Bob"), ("Anna", "A."), ("Anna", "Anna Maria")])
def test_of_one_family_name_at_one_organization_who_may_be_the_other_is_held_until_it_is_told(
    one: str, other: str
) -> None:
    there: dict[str, Any] = {"organization": "Quay Press"}
    begun = bo(2, approach_sent="11-02", **there)._replace(first_name=one)
    again = bo(3, **there)._replace(first_name=other)
    [fault] = _held(begun, again)
    assert (fault.index, fault.attr) == (1, "last_name")
    assert "seem to be one person's" in fault.message
    assert _held(begun, again._replace(organization="Borg")) == []
    assert _held(begun, again._replace(approach_sent=d("11-03"))) == []  # each is known by themselves


@pytest.mark.parametrize("again", ["b.o.ek@googlemail.com", "BoEk+jobs@gmail.com"])
def test_addresses_that_one_mailbox_reads_are_one(again: str) -> None:
    begun = bo(2, email="bo.ek@gmail.com", approach_sent="11-02", phone="")
    short = bo(3, email=again, organization="Borg", phone="")._replace(first_name="Bo M.")
    assert [f.index for f in _held(begun, short)] == [1]
    assert _held(begun._replace(email="bo.ek@quay.example"), short._replace(email="boek@quay.example")) == []


def test_a_couple_at_one_address_is_two_people() -> None:
    names = ("Mr. A.", "Mrs. Ann")
    rows = [contact(n, first, "Lee", id=first, email="lee@example.net") for n, first in enumerate(names, 2)]
    assert _held(*rows) == []


@pytest.mark.parametrize(
    "said",
    [
        {"called_on": "11-20", "call_result": CallResult.DECLINED},
        {"replied_on": "11-20"},
        {"interview_on": "12-10"},
        {"on_hold": True},
    ],
)
def test_what_the_held_row_says_keeps_the_letters_to_the_other_back_too(said: dict[str, Any]) -> None:
    same: dict[str, Any] = {"email": "bo@quay.example"}
    written_to, short = bo(2, approach_sent="11-02", **same), contact(3, "B.", "Ek", id="B", **same, **said)
    told = found(written_to, short)
    assert sorted(f.index for f in told) == [0, 1]
    [message] = {f.message for f in told}
    assert "neither row gets letters" in message
    assert "into row 2, whose letters" in message or "into one row" in message
    assert [f.index for f in found(written_to, contact(3, "B.", "Ek", id="B", **same))] == [1]


def test_two_of_one_name_at_addresses_of_their_own_are_two_people() -> None:
    alone: dict[str, Any] = {"organization": "", "phone": ""}
    assert found(bo(2, **alone), bo(3, **alone)) == []
    assert len(found(bo(2, email="", **alone), bo(3, email="", **alone))) == 1


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Bo Ek", "Dr. Bo Ek"),
        ("Prof. Bo Ek", "Bo Ek"),
        ("Bo Ek", "Bo Ek, PhD"),
        ("Bo Ek", "Ek Bo"),
        ("Bo Ek", "Ms. Bo Ek"),
    ],
)
def test_a_title_or_a_degree_makes_nobody_somebody_else_in_an_organization(first: str, again: str) -> None:
    rows = [named(2, first), named(3, again)]
    assert [f.index for f in found(*rows, in_history={"BO2"})] == [1]


@pytest.mark.parametrize(("one", "other"), [("Mr. Bo Ek", "Ms. Bo Ek"), ("Bo Ek Jr.", "Bo Ek Sr.")])
def test_whom_their_names_tell_apart_may_work_for_one_organization(one: str, other: str) -> None:
    rows = [named(2, one), named(3, other)]
    assert found(*rows) == []


def test_a_row_typed_again_above_the_one_with_the_id_is_not_told_to_blank_it() -> None:
    """Blanked, the person who was written to would get another first letter."""
    again, known = bo(2, id="BO", id_written=False), bo(3, id="BO", id_written=True)
    told = {f.message for f in found(again, known, in_history={"BO"})}
    assert len(told) == 1
    assert "blank the id" not in told.pop().casefold()


def test_whose_id_is_their_own_has_taken_nobody_elses() -> None:
    again, known = bo(2, id="NEW", id_written=False), bo(3, id="BO", id_written=True)
    letters = [event(EventKind.APPROACH, "11-02", of=known)]
    assert ids_gone_astray([again, known], letters, lambda _: "BO") == {}
    strayed = ids_gone_astray([again, known], letters, lambda c: "BO" if c is again else "OTHER")
    assert strayed == {2: (again, known), 3: (again, known)}
    of_another = [letters[0]._replace(name="Cy Cruz")]
    assert ids_gone_astray([again, known], of_another, lambda c: "BO" if c is again else "OTHER") == {}


_WORDS = st.sampled_from(
    ["ann", "anna", "annie", "a", "lee", "l", "bob", "robert", "rob", "ek", "de", "Jr.", "Mr."]
)


@given(st.lists(st.lists(_WORDS, max_size=3).map(" ".join), max_size=8))
def test_the_names_that_may_share_an_address_are_those_that_do_pair_by_pair(said: list[str]) -> None:
    spelled = {index: spelled_name(name) for index, name in enumerate(said)}
    pairs = [(i, j) for i, j in combinations(spelled, 2) if may_share(spelled[i], spelled[j])]
    assert list(pairs_that_may_share(spelled)) == pairs


def test_at_an_address_of_hundreds_names_without_anything_alike_are_not_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[object] = []
    monkeypatch.setattr(names, "may_share", lambda *two: compared.append(two))
    many = {n: spelled_name(f"{given_name(n % 26)} Family{given_name(n)}") for n in range(600)}
    assert list(pairs_that_may_share(many)) == []
    assert compared == []


def test_one_address_under_one_name_in_another_order_names_both_cells_and_both_ways_out() -> None:
    rows = (
        contact(n, *name.split(), id=f"A{n}", email="ann@quay.example")
        for n, name in ((2, "Ann Lee"), (3, "Lee Ann"))
    )
    first, second = found(*rows)
    assert first.message == second.message
    assert (
        "stands in email0 and email1 under one name, Ann Lee or Lee Ann: neither row gets letters"
        in first.message
    )
    assert (
        "Put what you know into one row and delete the other; if they are two people, tell their names apart, as by a middle initial in each"
        in first.message
    )


def test_a_middle_initial_in_each_tells_two_at_one_address_apart() -> None:
    two = (("Ann B.", "Lee"), ("Lee C.", "Ann"))
    rows = (contact(n, *name, id=f"A{n}", email="ann@quay.example") for n, name in enumerate(two, 2))
    assert {f.severity for f in found(*rows)} == {Severity.WARNING}


def test_an_address_that_two_share_is_asked_about_until_each_was_written_to_or_rests() -> None:
    ute = contact(2, "Ute", "Hansen", id="U", email="hansen@quay.example")
    klaus = contact(3, "Klaus", "Brandt", id="K", email="hansen@quay.example")
    assert {f.severity for f in found(ute, klaus, in_history={"U"})} == {Severity.WARNING}
    assert found(ute, klaus, in_history={"U", "K"}) == []
    assert found(ute, klaus._replace(on_hold=True), in_history={"U"}) == []
