"""A new person typed over an old row, and names that changed rows, get no letter that builds on what another had."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.ledger.file import data_folder
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import put_news
from pipeline.model import Event, EventKind
from pipeline.rules.details import bounce_detail
from tests.books import change, person

from .routine import Routine, steady

LATER = date(2026, 12, 29)
ZED = {"First_name": "Zed", "Last_name": "Zorn", "Email": "zed@example.net", "Organization": "Borg"}


@pytest.fixture
def wrote(routine: Routine) -> Routine:
    """Write to Ada in row 2 and to Bo in row 3."""
    routine.with_book([person("Ada"), person("Bo", "Lind")])
    send_all(routine)
    return routine


def send_all(routine: Routine) -> None:
    routine.daily()
    for draft in routine.drafts():
        routine.type_on_drafts(draft["code"], Approve="Sent by me")
    routine.daily()


def letters(routine: Routine, day: date = LATER) -> set[tuple[str, str]]:
    routine.today = day
    routine.daily()
    return {(d["letter"], d["to"]) for d in routine.drafts()}


BO = ("follow_up", "bo.lind@example.org")
ADA = ("follow_up", "ada.okafor@example.org")


def test_who_is_typed_over_an_old_row_gets_no_letter_and_the_cell_says_what_to_do(wrote: Routine) -> None:
    wrote.type_on_contacts(2, **ZED)
    assert letters(wrote) == {BO}
    told = wrote.rows()[0]["Problem"]
    assert (
        "says “Zed Zorn”, and this ID with its History is that of Ada Okafor, who had another address" in told
    )
    assert "History!C2" in told
    assert wrote.run("check", code=3)
    steady(wrote)


SUCCESSOR = {"First_name": "Zed", "Last_name": "Zorn"}


def test_a_successor_at_the_same_address_gets_no_follow_up_to_a_letter_that_they_never_had(
    wrote: Routine,
) -> None:
    wrote.type_on_contacts(2, **SUCCESSOR)
    assert letters(wrote) == {BO}
    told = wrote.rows()[0]["Problem"]
    assert "that of Ada Okafor, another name altogether: no letters" in told
    steady(wrote)
    change(wrote.book, "History", 2, {"Name": "Zed Zorn"})
    assert letters(wrote) == {ADA, BO}
    assert wrote.rows()[0]["Problem"] is None


def test_a_wholly_wrong_name_put_right_before_anything_went_is_no_question(routine: Routine) -> None:
    routine.with_book([person("Info", "Desk", Email="info@example.org")])
    routine.daily()
    routine.type_on_contacts(2, **SUCCESSOR)
    assert letters(routine, date(2026, 12, 8)) == {("approach", "info@example.org")}
    assert routine.rows()[0]["Problem"] is None


def test_put_back_and_in_a_row_of_their_own_both_get_what_is_theirs(wrote: Routine) -> None:
    ada = wrote.rows()[0]
    wrote.type_on_contacts(2, **ZED)
    wrote.daily()
    wrote.type_on_contacts(
        2, **{h.replace(" ", "_"): ada[h] for h in ("First name", "Last name", "Email", "Organization")}
    )
    wrote.type_on_contacts(4, **person("Zed", "Zorn", Email="zed@example.net"))
    assert letters(wrote) == {ADA, BO, ("approach", "zed@example.net")}
    assert [row["Problem"] for row in wrote.rows()] == [None, None, None]


def test_one_person_under_a_new_name_and_address_is_said_once_in_history(wrote: Routine) -> None:
    wrote.type_on_contacts(2, Last_name="Hill", Email="ada.hill@example.net")
    assert letters(wrote) == {BO}
    change(wrote.book, "History", 2, {"Name": "Ada Hill"})
    assert letters(wrote) == {("follow_up", "ada.hill@example.net"), BO}
    assert wrote.rows()[0]["Problem"] is None
    steady(wrote)


def test_what_is_said_in_such_a_row_never_makes_the_history_theirs(wrote: Routine) -> None:
    wrote.type_on_contacts(2, **ZED, Called_on=date(2026, 12, 8), Call_result="Put off")
    wrote.today = date(2026, 12, 8)
    wrote.daily()
    assert [e["Name"] for e in wrote.rows("History")] == ["Ada Okafor", "Bo Lind"]
    assert letters(wrote, date(2026, 12, 9)) == set()
    assert "Zed Zorn" in wrote.rows()[0]["Problem"]


@pytest.mark.parametrize(
    "cells",
    [
        {"Last_name": "Hill"},
        {"Last_name": "Okafor-Hill", "Email": "ada@example.net"},
        {"First_name": "A.", "Email": "ada@example.net"},
        {"Email": "ada@example.net", "Organization": "Borg"},
        {"First_name": "Okafor", "Last_name": "Ada", "Email": "ada@example.net"},
        {"First_name": "Dr. Ada", "Email": "ada@example.net"},
        {"First_name": "Ana"},
    ],
    ids=["married", "one name more", "initial", "new job", "columns exchanged", "title", "typo"],
)
def test_what_changes_in_life_gets_its_letter(wrote: Routine, cells: dict[str, Any]) -> None:
    wrote.type_on_contacts(2, **cells)
    assert letters(wrote) == {("follow_up", cells.get("Email", ADA[1])), BO}
    assert not any(row["Problem"] for row in wrote.rows())


def test_a_new_name_after_a_letter_to_the_new_address_gets_its_letter(routine: Routine) -> None:
    routine.with_book([person("Ada")])
    routine.daily()
    routine.type_on_contacts(2, Email="ada@example.net")
    send_all(routine)
    routine.type_on_contacts(2, Last_name="Hill")
    assert letters(routine) == {("follow_up", "ada@example.net")}


def test_who_takes_the_place_of_one_whose_only_letter_came_back_is_written_to(wrote: Routine) -> None:
    wrote.run("log", "Ada Okafor", "came back")
    wrote.type_on_contacts(2, **ZED)
    assert letters(wrote, date(2026, 12, 8)) == {("approach", "zed@example.net")}


@pytest.mark.parametrize("columns", [("First name", "Last name"), ("First name",)])
def test_two_names_exchanged_hold_both_rows_until_history_has_them_so(
    wrote: Routine, columns: tuple[str, ...]
) -> None:
    ada, bo, *_ = wrote.rows()
    change(wrote.book, "Contacts", 2, {h: bo[h] for h in columns})
    change(wrote.book, "Contacts", 3, {h: ada[h] for h in columns})
    assert letters(wrote) == set()
    first, second = wrote.rows()
    assert "in row 3 now" in first["Problem"]
    assert "in row 2 now" in second["Problem"]
    for number, row in ((2, first), (3, second)):
        change(wrote.book, "History", number, {"Name": f"{row['First name']} {row['Last name']}"})
    assert letters(wrote) == {ADA, BO}


def test_two_addresses_put_right_with_their_ids_and_names_go_on(wrote: Routine) -> None:
    ada, bo, *_ = wrote.rows()
    wrote.type_on_contacts(2, Email=bo["Email"])
    wrote.type_on_contacts(3, Email=ada["Email"])
    said = " ".join(wrote.daily(code=4).err.split())
    assert "exchange the IDs of these rows, and those in their rows of History" in said
    wrote.type_on_contacts(2, ID=bo["ID"])
    wrote.type_on_contacts(3, ID=ada["ID"])
    assert letters(wrote) == set()
    change(wrote.book, "History", 2, {"Name": "Bo Lind"})
    change(wrote.book, "History", 3, {"Name": "Ada Okafor"})
    assert letters(wrote) == {("follow_up", ada["Email"]), ("follow_up", bo["Email"])}


def test_addresses_that_changed_places_after_one_had_been_corrected_are_told(routine: Routine) -> None:
    routine.with_book([person("Ada"), person("Bo", "Lind")])
    routine.daily()
    routine.type_on_contacts(2, Email="ada@example.net")
    send_all(routine)
    routine.type_on_contacts(2, Email="bo.lind@example.org")
    routine.type_on_contacts(3, Email="ada@example.net")
    assert "looks partly sorted" in " ".join(routine.daily(code=4).err.split())


def test_two_addresses_put_right_with_their_ids_here_and_in_history_go_on(wrote: Routine) -> None:
    ada, bo, *_ = wrote.rows()
    wrote.type_on_contacts(2, Email=bo["Email"], ID=bo["ID"])
    wrote.type_on_contacts(3, Email=ada["Email"], ID=ada["ID"])
    change(wrote.book, "History", 2, {"ID": bo["ID"]})
    change(wrote.book, "History", 3, {"ID": ada["ID"]})
    assert letters(wrote) == {("follow_up", ada["Email"]), ("follow_up", bo["Email"])}


def test_what_the_mailbox_brings_of_the_former_one_waits_until_they_are_back(wrote: Routine) -> None:
    ada = wrote.rows()[0]
    wrote.type_on_contacts(2, **ZED)
    wrote.today = date(2026, 12, 8)
    wrote.daily()
    [path] = data_folder().glob("*.sqlite")
    came = Event(wrote.today, ada["ID"], "Ada Okafor", EventKind.BOUNCE, "Email", bounce_detail(ada["Email"]))
    with Ledger(path) as ledger, ledger.transaction() as db:
        put_news(db, [came])
    wrote.daily()
    assert "Bounce" not in [e["Event"] for e in wrote.rows("History")]
    wrote.type_on_contacts(
        2, **{h.replace(" ", "_"): ada[h] for h in ("First name", "Last name", "Email", "Organization")}
    )
    assert letters(wrote) == {BO}
    assert "Bounce" in [e["Event"] for e in wrote.rows("History")]


def test_nothing_is_recorded_of_a_row_whose_history_is_anothers(wrote: Routine) -> None:
    wrote.type_on_contacts(2, **ZED)
    wrote.today = date(2026, 12, 8)
    wrote.daily()
    said = wrote.run("log", "Zed Zorn", "came back from ada.okafor@example.org", code=2).said
    assert "that of Ada Okafor" in said
    assert "Bounce" not in [e["Event"] for e in wrote.rows("History")]


def test_the_new_one_s_row_is_to_be_without_the_days_of_the_old_one_s_letters(wrote: Routine) -> None:
    wrote.type_on_contacts(2, **ZED)
    wrote.daily()
    assert "with the ID and the days of letters and talks blank" in wrote.rows()[0]["Problem"]


def test_who_stand_crosswise_are_not_put_back_into_each_other_s_rows(routine: Routine) -> None:
    crosswise = [
        person("Ada", Email="bo.lind@example.org"),
        person("Bo", "Lind", Email="ada.okafor@example.org"),
    ]
    routine.with_book(crosswise)
    send_all(routine)
    first, second = (row["ID"] for row in routine.rows())
    routine.type_on_contacts(2, Email="ada.okafor@example.org", ID=second)
    routine.type_on_contacts(3, Email="bo.lind@example.org", ID=first)
    assert letters(routine) == set()
    told = [row["Problem"] for row in routine.rows()]
    assert not any("put" in said and "back here" in said for said in told)
    assert "type “Ada Okafor” into History!" in told[0]


def test_of_the_former_one_s_interview_the_new_one_is_not_asked(wrote: Routine) -> None:
    wrote.type_on_contacts(2, Interview_on=date(2026, 12, 9), Interview_type="Phone")
    wrote.daily()
    wrote.today = date(2026, 12, 10)
    wrote.type_on_contacts(2, **ZED, Interview_on=date(2026, 12, 16))
    wrote.daily()
    told = wrote.rows()[0]["Problem"]
    assert "that of Ada Okafor" in told
    assert "nothing says what came of" not in told
