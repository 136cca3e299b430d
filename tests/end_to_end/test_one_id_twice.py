"""Two rows with one ID, as copying a row in Excel makes them: what is advised works, and the wrong cell blanked does no harm."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from pipeline.ledger.file import data_folder
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import put_news
from pipeline.model import Event, EventKind
from tests.books import add_contact, person

from .routine import MONDAY, Routine, steady

LATER = date(2026, 12, 29)
OTHERS = [("Ada", "Okafor"), ("Bea", "Lund")]


@pytest.fixture
def wrote(routine: Routine) -> Routine:
    """Write to Ada in row 2."""
    routine.with_book([person("Ada")])
    routine.daily()
    routine.type_on_drafts(routine.draft()["code"], Approve="Sent by me")
    routine.daily()
    return routine


def with_copy(routine: Routine, other: tuple[str, str], **more: Any) -> str:
    """Add another person in row 3 by copying Ada's row, and see that both wait; give the ID."""
    name: str = routine.rows()[0]["ID"]
    add_contact(
        routine.book, person(*other, Email="other@example.net", Organization="Borg") | {"ID": name} | more
    )
    routine.daily()
    assert all("rows 2 and 3" in row["Problem"] for row in routine.rows())
    assert routine.drafts() == []
    return name


def letters(routine: Routine, day: date) -> set[tuple[str, str]]:
    routine.today = day
    routine.daily()
    return {(d["letter"], d["to"]) for d in routine.drafts()}


@pytest.mark.parametrize("other", OTHERS)
def test_the_newer_row_s_id_blanked_gives_it_another_and_the_letters_stay_with_the_older(
    wrote: Routine, other: tuple[str, str]
) -> None:
    name = with_copy(wrote, other)
    assert wrote.rows()[1]["Approach sent"] is None  # nothing tells that it went to this one
    wrote.type_on_contacts(3, ID=None)
    wrote.daily()
    older, newer = wrote.rows()
    assert (older["ID"], older["Approach sent"].date()) == (name, MONDAY)
    assert newer["ID"] not in (None, name)
    assert newer["Approach sent"] is None
    assert [e["ID"] for e in wrote.rows("History")] == [name]
    assert letters(wrote, LATER) == {
        ("follow_up", "ada.okafor@example.org"),
        ("approach", "other@example.net"),
    }
    steady(wrote)


@pytest.mark.parametrize("other", OTHERS)
def test_the_older_row_s_id_blanked_by_mistake_is_said_and_nobody_gets_a_letter_meant_for_another(
    wrote: Routine, other: tuple[str, str]
) -> None:
    name = with_copy(wrote, other)
    wrote.type_on_contacts(2, ID=None)
    wrote.daily()
    for row in wrote.rows():
        assert f"{name} in row 3 is that of Ada Okafor in row 2" in row["Problem"]
    assert letters(wrote, LATER) == set()
    assert [e["ID"] for e in wrote.rows("History")] == [name]
    steady(wrote)
    wrote.type_on_contacts(2, ID=name)
    wrote.type_on_contacts(3, ID=None)
    assert letters(wrote, LATER) == {
        ("follow_up", "ada.okafor@example.org"),
        ("approach", "other@example.net"),
    }
    assert [row["Problem"] for row in wrote.rows()] == [None, None]
    steady(wrote)


def test_an_address_that_somebody_else_had_before_is_no_id_gone_astray(wrote: Routine) -> None:
    wrote.type_on_contacts(2, Email="ada@example.net")
    add_contact(wrote.book, person("Bea", "Lund", Email="ada.okafor@example.org", Organization="Borg"))
    wrote.daily()
    older, newer = wrote.rows()
    assert (older["Problem"], newer["Problem"]) == (None, None)
    assert newer["ID"] not in (None, older["ID"])
    assert letters(wrote, LATER) == {("follow_up", "ada@example.net"), ("approach", "ada.okafor@example.org")}


def test_what_was_said_of_a_row_goes_with_it_when_it_is_blanked(routine: Routine) -> None:
    twin = person("Ada", Email="other@example.net")
    routine.with_book([person("Bea", "Lund"), person("Ada"), twin])
    routine.daily()
    assert routine.rows()[2]["Problem"]
    routine.type_on_contacts(4, **dict.fromkeys((*(name.replace(" ", "_") for name in twin), "ID"), None))
    routine.daily()
    left = routine.rows()[2:]
    assert not any(value for row in left for value in row.values())
    assert [row["Stage"] for row in routine.rows()[:2]] == ["Target", "Target"]


def test_what_the_user_typed_below_the_list_stays(routine: Routine) -> None:
    routine.with_book([person("Ada")], extra_columns=["Mine"])
    routine.daily()
    add_contact(routine.book, {"Stage": "Target", "Mine": "that is: not written to yet"})
    add_contact(routine.book, {"Stage": "what is green waits"})
    routine.daily()
    assert [row["Stage"] for row in routine.rows()[1:]] == ["Target", "what is green waits"]


def with_interview(routine: Routine, **second: Any) -> None:
    """Keep an interview tomorrow in row 2, and let the same person stand in row 3."""
    bob = person("Bob", "Williams", Organization="Library") | {
        "Interview on": MONDAY + timedelta(1),
        "Interview type": "In person",
    }
    copy = {"First name": "Bob", "Last name": "Williams", "Organization": "Library"}
    routine.with_book([bob, copy | second])


def test_an_interview_is_prepared_for_and_its_outcome_asked_though_its_row_stands_twice(
    routine: Routine,
) -> None:
    with_interview(routine, Email="bob@example.net", Position="Director")
    said = routine.daily().said
    assert "Nothing is due" not in said
    assert "but for an interview's" in said
    assert routine.steps() == [("prepare_interview", "Bob Williams")]
    assert routine.drafts() == []
    routine.today += timedelta(2)
    assert "Nothing is due" not in routine.daily().said
    assert routine.steps() == [("record_outcome", "Bob Williams")]
    routine.type_on_contacts(2, Interview_held="Yes")
    routine.daily()
    assert routine.steps() == []
    assert routine.drafts() == []
    steady(routine)


def test_a_row_that_stands_twice_and_is_on_hold_rests(routine: Routine) -> None:
    with_interview(routine, Email="bob@example.net", Position="Director")
    routine.type_on_contacts(2, On_hold="Yes")
    routine.daily()
    assert routine.steps() == []


def test_an_interview_on_a_row_copied_whole_is_prepared_for(routine: Routine) -> None:
    with_interview(routine)
    routine.daily()
    bob = routine.rows()[0]
    routine.with_book([bob, bob])
    routine.daily()
    assert set(routine.steps()) == {("prepare_interview", "Bob Williams")}
    assert routine.drafts() == []
    steady(routine)


CALLED: dict[str, Any] = {"Called on": MONDAY, "Call result": "Declined"}


@pytest.mark.parametrize("other", OTHERS)
def test_what_the_copied_row_says_is_written_into_nobody_s_history_until_it_has_an_id_of_its_own(
    wrote: Routine, other: tuple[str, str]
) -> None:
    name = with_copy(wrote, other, **CALLED)
    assert [e["Event"] for e in wrote.rows("History")] == ["Approach letter"]
    steady(wrote)
    wrote.type_on_contacts(3, ID=None)
    assert letters(wrote, MONDAY) == {("thank_you_declined", "other@example.net")}
    newer = wrote.rows()[1]["ID"]
    assert [(e["ID"], e["Event"]) for e in wrote.rows("History")] == [
        (name, "Approach letter"),
        (newer, "Call"),
    ]
    assert {row["Problem"] for row in wrote.rows()} == {None}
    assert ("follow_up", "ada.okafor@example.org") in letters(wrote, LATER)


@pytest.mark.parametrize("other", OTHERS)
def test_what_a_row_says_with_another_s_id_is_written_into_nobody_s_history(
    wrote: Routine, other: tuple[str, str]
) -> None:
    name = with_copy(wrote, other)
    wrote.type_on_contacts(2, ID=None)
    wrote.type_on_contacts(3, Called_on=MONDAY, Call_result="Declined")
    assert letters(wrote, MONDAY) == set()
    assert [e["Event"] for e in wrote.rows("History")] == ["Approach letter"]
    assert all(f"{name} in row 3 is that of Ada Okafor" in row["Problem"] for row in wrote.rows())
    steady(wrote)
    wrote.type_on_contacts(2, ID=name)
    wrote.type_on_contacts(3, ID=None)
    assert letters(wrote, MONDAY) == {("thank_you_declined", "other@example.net")}
    assert {row["Problem"] for row in wrote.rows()} == {None}


def test_of_neither_row_anything_is_recorded_until_each_has_its_own_id(wrote: Routine) -> None:
    with_copy(wrote, ("Bea", "Lund"))
    for name, row in (("Bea Lund", 3), ("Ada", 2)):
        refused = wrote.run("log", name, "declined", code=2)
        assert f"Row {row} of Contacts: ID stands on rows 2 and 3" in refused.said
    assert {row["Call result"] for row in wrote.rows()} == {None}
    wrote.type_on_contacts(3, ID=None)
    wrote.daily()
    wrote.run("log", "Bea Lund", "declined")
    assert [row["Call result"] for row in wrote.rows()] == [None, "Declined"]


def test_of_a_row_whose_id_stands_elsewhere_or_is_not_written_yet_log_says_what_to_do(wrote: Routine) -> None:
    with_copy(wrote, ("Bea", "Lund"))
    wrote.type_on_contacts(2, ID=None)
    refused = wrote.run("log", "Ada", "declined", code=2)
    assert "in row 3 is that of Ada Okafor in row 2" in refused.said
    wrote.type_on_contacts(3, ID=None, Email="ada.okafor@example.org")
    refused = wrote.run("log", "Bea", "declined", code=2)
    assert "Row 3 of Contacts: its ID is not written yet: remembered daily" in refused.said
    wrote.daily()
    wrote.run("log", "Bea", "declined")
    assert [row["Call result"] for row in wrote.rows()] == [None, "Declined"]


def brought(routine: Routine, *days: date) -> None:
    """Let the mailbox have brought Ada's replies of these days."""
    [path] = data_folder().glob("*.sqlite")
    name = routine.rows()[0]["ID"]
    replies = [
        Event(day, name, "Ada Okafor", EventKind.REPLY, "Email", "Re: Your work", f"<{day}@example.org>")
        for day in days
    ]
    with Ledger(path) as ledger, ledger.transaction() as db:
        put_news(db, replies)


def test_a_reply_is_written_into_neither_row_until_it_is_known_whose_it_is(wrote: Routine) -> None:
    with_copy(wrote, ("Bea", "Lund"))
    brought(wrote, MONDAY)
    wrote.daily()
    assert {row["Replied on"] for row in wrote.rows()} == {None}
    wrote.type_on_contacts(3, ID=None)
    wrote.daily()
    older, newer = wrote.rows()
    assert (older["Replied on"].date(), newer["Replied on"]) == (MONDAY, None)


def test_a_blank_replied_on_of_the_copied_row_undoes_no_reply_of_the_older_one(wrote: Routine) -> None:
    wrote.today = tuesday = MONDAY + timedelta(1)
    brought(wrote, MONDAY, tuesday)
    wrote.daily()
    name = wrote.rows()[0]["ID"]
    add_contact(
        wrote.book, person("Bea", "Lund", Email="other@example.net", Organization="Borg") | {"ID": name}
    )
    assert "Replied on was blanked" not in wrote.daily().said
    older, newer = wrote.rows()
    assert (older["Replied on"].date(), newer["Replied on"]) == (tuesday, None)


def test_of_two_of_one_name_and_id_log_says_what_to_do(wrote: Routine) -> None:
    with_copy(wrote, ("Ada", "Okafor"))
    assert "blank the ID cell of the newer one" in wrote.run("log", "Ada Okafor", "declined", code=2).said
