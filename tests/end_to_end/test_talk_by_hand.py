"""A talk that a person types into History themselves: read as the columns of Contacts read it, and asked about where it says nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.books import change, person

from .routine import Routine, steady

SENT, YESTERDAY = date(2026, 11, 20), date(2026, 12, 4)
ADA = person(Approach_sent=SENT, Thank_them_for="for telling me about the new ward")


@pytest.fixture
def routine(tmp_path: Path) -> Routine:
    return Routine(tmp_path).with_book([ADA])


def types(routine: Routine, event: str, detail: str | None, on: date = YESTERDAY) -> None:
    row = {"Date": on, "Name": "Ada Okafor", "Event": event, "Detail": detail}
    change(routine.book, "History", None, row)


def letters(routine: Routine) -> list[tuple[str, str]]:
    return [(d["letter"], d["status"]) for d in routine.drafts()]


@pytest.mark.parametrize(
    "detail",
    [
        "Yes, In person",
        "yes",
        "held",
        "In person, Yes",
        "in person; held",
        "Yes - in person",
        "Met",
        "YES; she was generous",
    ],
)
def test_a_talk_is_understood_in_any_order_and_letter_case(routine: Routine, detail: str) -> None:
    types(routine, "Interview", detail)
    assert "History!" not in routine.daily().said
    assert [d["letter"] for d in routine.drafts()] == ["thank_you_in_person"]
    assert routine.rows("History")[0]["Detail"] == detail
    steady(routine)


@pytest.mark.parametrize("detail", ["Held, Phone", "phone - yes", "Yes - video", "Yes, Phone"])
def test_its_type_is_understood_too(routine: Routine, detail: str) -> None:
    types(routine, "Interview", detail)
    routine.daily()
    assert [d["letter"] for d in routine.drafts()] == ["thank_you_phone"]


@pytest.mark.parametrize(
    ("detail", "letter"),
    [
        ("put off - Talked then", "thank_you_put_off"),
        ("PUT OFF until May", "thank_you_put_off"),
        ("interviewed on this call; 20 min", "thank_you_phone"),
        ("by phone: declined", "thank_you_declined"),
        ("No answer", "follow_up"),
        ("no answer", "follow_up"),
        (None, "follow_up"),
    ],
)
def test_a_call_is_read_as_call_result_is(routine: Routine, detail: str | None, letter: str) -> None:
    types(routine, "Call", detail)
    routine.today = date(2026, 12, 21)
    assert "History!" not in routine.daily().said
    found = {d["letter"] for d in routine.drafts()}
    assert found in ({letter}, set()) if letter == "follow_up" else found == {letter}


@pytest.mark.parametrize(
    ("event", "detail", "said"),
    [
        (
            "Interview",
            "met at her office, great talk",
            "doesn't say whether you talked. Begin it with one of: Yes",
        ),
        ("Interview", "Phone", "doesn't say whether you talked"),
        ("Interview", "not held", "doesn't say whether you talked"),
        ("Interview", "phone; no-show; held", "doesn't say whether you talked"),
        ("Interview", "Yesterday she called it off", "doesn't say whether you talked"),
        ("Interview", None, "Detail is blank, and so doesn't say whether you talked"),
        ("Call", "We talked", "which is no result of a call. Begin it with one of: No answer"),
        ("Call", "accepted", "which is no result of a call"),
        ("Call", "VM", "which is no result of a call"),
    ],
)
def test_what_says_nothing_is_asked_about_and_no_letter_asks_who_may_have_been_met(
    routine: Routine, event: str, detail: str | None, said: str
) -> None:
    types(routine, event, detail)
    told = routine.daily().said
    assert "History!F2" in told
    assert said in told
    assert {status for _, status in letters(routine)} <= {"Blocked"}
    steady(routine)


def test_a_letter_approved_before_waits_too(routine: Routine) -> None:
    routine.daily()
    [follow_up] = routine.drafts()
    routine.run("approve", follow_up["code"])
    types(routine, "Interview", "great talk")
    assert routine.went() == []
    change(routine.book, "History", 2, {"Detail": "no-show"})
    routine.daily()


def test_thanks_that_are_owed_wait_for_no_other_row_and_settle_it(routine: Routine) -> None:
    types(routine, "Call", "VM", date(2026, 12, 3))
    types(routine, "Interview", "yes, in person")
    assert "History!F2" in routine.daily().said
    [thanks] = routine.drafts()
    assert (thanks["letter"], thanks["status"]) == ("thank_you_in_person", "To review")
    routine.type_on_drafts(thanks["code"], Approve="Sent by me")
    routine.daily()
    assert "History!" not in routine.daily().said


def test_an_interview_still_to_come_says_nothing_yet(routine: Routine) -> None:
    types(routine, "Interview", "Phone", date(2026, 12, 18))
    assert "History!" not in routine.daily().said
