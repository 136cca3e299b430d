"""A letter that the user has in hand, or that may have gone, and a row that says otherwise since (R3, R7)."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from pipeline.review.session import Review
from tests.books import at, person
from tests.end_to_end.routine import Routine, steady
from tests.faults.doubt import ledger_file

TALK = datetime(2026, 12, 10, 10)


@pytest.fixture
def confirmed(tmp_path: Path) -> tuple[Routine, str]:
    """A confirmation of ten o'clock that was exported, and its code."""
    agreed = {"Called_on": date(2026, 12, 1), "Call_result": "Accepted - in person"}
    ada = person(Approach_sent=date(2026, 11, 20), Interview_on=TALK, Where="Room 4", **agreed)
    routine = Routine(tmp_path, date(2026, 12, 9)).with_book([ada])
    routine.daily()
    code = routine.draft()["code"]
    routine.run("approve", code)
    assert [o["code"] for o in routine.went()] == [code]
    routine.daily()
    assert _told(routine) == {}
    return routine, code


def _told(routine: Routine) -> dict[str, str]:
    return {p["where"]: p["message"] for p in routine.run("check", "--json", code=None).document}


@pytest.mark.parametrize(
    ("cells", "where", "said"),
    [
        (
            {"Interview_on": TALK.replace(hour=15)},
            "Interview on",
            "10 a.m., and Interview on in the row says 3 p.m.",
        ),
        (
            {"Interview_on": TALK.replace(day=11)},
            "Interview on",
            "It confirms 2026-12-10, and here stands 2026-12-11.",
        ),
        ({"Interview_on": None}, "Interview on", "It confirms 2026-12-10, and here stands no day."),
        (
            {"Interview_held": "Cancelled"},
            "Interview held",
            "It confirms 2026-12-10, and here stands Cancelled.",
        ),
        ({"Where": "Room 9"}, "Where", "“Room 9”"),
        ({"Last_name": "Brandt"}, "Last name", "“Dear Ada Okafor,”, and the name here is Ada Brandt."),
        (
            {"Email": "ada@example.net"},
            "Email",
            "to ada.okafor@example.org, and here stands ada@example.net.",
        ),
    ],
)
def test_what_changed_since_is_said_at_its_cell_and_at_the_letter(
    confirmed: tuple[Routine, str], cells: dict[str, Any], where: str, said: str
) -> None:
    routine, code = confirmed
    routine.type_on_contacts(2, **cells)
    routine.daily()
    message = _told(routine)[at(where, 2)]
    assert message.startswith(f"Letter {code} (Confirmation) was exported on 2026-12-09.")
    assert said in message
    assert message.endswith("If it went, write to them; if it didn't, say so on the page Send of the window.")
    assert said in routine.on_drafts(code)["Checks"]
    steady(routine)


def test_once_it_is_said_what_became_of_it_nothing_is_asked(confirmed: tuple[Routine, str]) -> None:
    routine, code = confirmed
    routine.type_on_contacts(2, Interview_on=TALK.replace(hour=15))
    routine.run("resolve", code, "release")
    routine.daily()
    assert _told(routine) == {}
    assert "3 p.m." in routine.draft()["body"]
    assert routine.draft()["status"] == "To review"


def test_a_talk_that_is_over_asks_nothing_of_its_confirmation(confirmed: tuple[Routine, str]) -> None:
    routine, _ = confirmed
    routine.type_on_contacts(2, Interview_on=TALK.replace(hour=15))
    routine.today = date(2026, 12, 11)
    routine.daily()
    assert at("Interview on", 2) not in _told(routine)


def test_a_first_letter_that_may_have_gone_says_so_of_a_corrected_address(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book([person()])
    routine.daily()
    code, to = routine.draft()["code"], routine.draft()["to"]
    with Ledger(ledger_file()) as ledger:
        identity = ledger.state().drafts[code].identity
        now = datetime(2026, 12, 7, 12).astimezone()
        ledger.record(Receipt(identity, SendState.CHECK, routine.today, now, to, "Your work", "Email"))
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    assert "may have gone on 2026-12-07. It is to ada.okafor@example.org" in _told(routine)[at("Email", 2)]
    steady(routine)


def test_a_follow_up_is_bound_alike_while_it_is_due_and_once_it_is_not(tmp_path: Path) -> None:
    """So a page that was open when they answered still says what became of it."""
    routine = Routine(tmp_path).with_book([person()])
    routine.daily()
    routine.run("approve", routine.draft()["code"])
    routine.went()
    routine.run("resolve", routine.draft()["code"], "sent")
    routine.today = date(2026, 12, 18)
    routine.daily()
    code = routine.draft()["code"]
    routine.run("approve", code)
    assert [o["code"] for o in routine.went()] == [code]
    shown = _shown(routine, code)
    routine.type_on_contacts(2, Replied_on=routine.today)
    routine.daily()
    assert ("follow_up", "Ada Okafor") not in routine.steps()
    assert _shown(routine, code) == shown


def _shown(routine: Routine, code: str) -> str:
    return Review(routine.book, routine.today).shown(code)
