"""A backup put back that is older than what has gone and come since: what the ledger knows is asked about (R3, R5, R10, R12)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.books import add_contact, at, change, person
from tests.end_to_end.routine import Routine, steady


@pytest.fixture
def routine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Routine:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    return Routine(tmp_path)


def _problems(routine: Routine) -> dict[str, str]:
    return {p["where"]: p["message"] for p in routine.run("check", "--json", code=None).document}


def _sends(routine: Routine) -> str:
    """Let the one letter in review go, and say that it went; return its code."""
    routine.daily()
    code: str = routine.draft()["code"]
    routine.run("approve", code)
    assert [o["code"] for o in routine.went()] == [code]
    routine.run("resolve", code, "sent")
    routine.daily()
    return code


def test_a_first_letter_goes_once_though_the_address_is_corrected_in_a_workbook_from_before_it(
    routine: Routine,
) -> None:
    routine.with_book([person()])
    before = routine.book.read_bytes()
    _sends(routine)
    routine.book.write_bytes(before)
    routine.type_on_contacts(2, Email="ada.okafor@example.net")
    routine.daily()
    assert "no letter goes to this row until that is resolved" in _problems(routine)[at("ID", 2)]
    assert routine.drafts() == []
    steady(routine)


TALKED = {
    "Phone": "555-0101",
    "Approach_sent": date(2026, 11, 20),
    "Called_on": date(2026, 12, 1),
    "Call_result": "Accepted - in person",
    "Interview_on": date(2026, 12, 4),
    "Interview_held": "Yes",
    "Interview_type": "In person",
    "Thank_them_for": "for walking me through the intake plan",
}
THANKED = date(2026, 12, 5)


def _thanked_by_hand(routine: Routine) -> bytes:
    """Let the thanks be typed that the user wrote by hand; give the workbook from before."""
    routine.with_book([person(**TALKED)]).daily()
    before = routine.book.read_bytes()
    routine.type_on_contacts(2, **{"Thank-you_sent": THANKED})
    routine.daily()
    assert routine.drafts() == []
    return before


def test_thanks_by_hand_that_an_older_workbook_lacks_are_asked_about(routine: Routine) -> None:
    before = _thanked_by_hand(routine)
    routine.book.write_bytes(before)
    routine.daily()
    [draft] = routine.drafts()
    assert (draft["letter"], draft["status"]) == ("thank_you_in_person", "Check")
    [said] = _problems(routine).values()
    assert said.startswith(
        "In a later version of this workbook you had written to Ada Okafor yourself on 2026-12-05."
    )
    steady(routine)
    routine.run("resolve", draft["code"], "sent")
    routine.daily()
    assert routine.drafts() == []
    assert routine.rows()[0]["Thank-you sent"].date() == THANKED


def test_thanks_that_were_not_meant_go_once_that_is_said(routine: Routine) -> None:
    before = _thanked_by_hand(routine)
    routine.book.write_bytes(before)
    routine.daily()
    routine.run("resolve", routine.draft()["code"], "release")
    routine.daily()
    assert routine.draft()["status"] == "To review"
    assert _problems(routine) == {}
    steady(routine)


def test_a_letter_by_hand_in_place_of_an_exported_one_is_asked_about_too(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    code = routine.draft()["code"]
    routine.run("approve", code)
    routine.went()
    routine.run("resolve", code, "release")
    before = routine.book.read_bytes()
    routine.type_on_contacts(2, Approach_sent=routine.today)
    routine.daily()
    assert routine.drafts() == []
    routine.book.write_bytes(before)
    for _ in range(2):
        routine.daily()
        assert (routine.draft()["code"], routine.draft()["status"]) == (code, "Check")
    routine.run("resolve", code, "release")
    routine.daily()
    assert routine.draft()["status"] != "Check"


def test_thanks_that_the_user_takes_out_of_the_workbook_are_not_asked_about(routine: Routine) -> None:
    _thanked_by_hand(routine)
    row = next(i for i, e in enumerate(routine.rows("History"), 2) if e["Event"] == "Thank-you letter")
    change(routine.book, "History", row, dict.fromkeys(("Date", "ID", "Name", "Event", "Detail")))
    routine.type_on_contacts(2, **{"Thank-you_sent": None})
    routine.daily()
    assert routine.draft()["status"] == "To review"


def _talked_since(routine: Routine) -> bytes:
    """Let a first letter go, and a talk follow; give the workbook from between."""
    routine.with_book([person()])
    _sends(routine)
    before = routine.book.read_bytes()
    routine.today = date(2026, 12, 9)
    talk = {"Interview_on": date(2026, 12, 9), "Interview_held": "Yes", "Interview_type": "Phone"}
    routine.type_on_contacts(2, Replied_on=date(2026, 12, 8), **talk)
    routine.daily()
    assert routine.draft()["letter"] == "thank_you_phone"
    return before


def test_a_talk_that_an_older_workbook_lacks_is_told_and_minded_at_the_follow_up(routine: Routine) -> None:
    before = _talked_since(routine)
    routine.book.write_bytes(before)
    routine.daily()
    lacks = "History told of the Reply of 2026-12-08, the Interview of 2026-12-09 (Yes, Phone), and tells of it no more"
    assert lacks in _problems(routine)[at("Interview on", 2)]
    routine.today = date(2026, 12, 17)
    routine.daily()
    draft = routine.draft()
    assert draft["letter"] == "follow_up"
    assert any(lacks in c["message"] for c in draft["checks"])
    steady(routine)
    routine.type_on_contacts(2, Interview_on=date(2026, 12, 9), Interview_held="Yes", Interview_type="Phone")
    routine.daily()
    assert [d["letter"] for d in routine.drafts()] == ["thank_you_phone"]
    assert lacks not in str(_problems(routine))


def test_what_is_lacking_is_shown_before_an_approval_on_the_sheet_counts(routine: Routine) -> None:
    before = _talked_since(routine)
    routine.book.write_bytes(before)
    routine.today = date(2026, 12, 17)
    routine.daily()
    code = routine.draft()["code"]
    told = routine.on_drafts(code)["Checks"]
    assert "tells of it no more" in told


def test_an_undone_recording_is_not_asked_about(routine: Routine) -> None:
    routine.with_book([person(**{**TALKED, "Interview_held": None})]).daily()
    routine.run("log", "Ada Okafor", "interview held")
    routine.run("undo")
    routine.daily()
    assert "tells of it no more" not in str(_problems(routine))


@pytest.mark.parametrize(("cells", "ends"), [({"Replied_on": 10}, False), ({"Called_on": 10}, True)])
def test_what_is_lacking_ends_with_what_the_user_does_later_and_not_with_a_mail(
    routine: Routine, cells: dict[str, int], ends: bool
) -> None:
    """Their word of thanks is no sign that the talk was thanked for."""
    before = _talked_since(routine)
    routine.book.write_bytes(before)
    routine.daily()
    routine.today = date(2026, 12, 10)
    routine.type_on_contacts(2, **{cell: date(2026, 12, day) for cell, day in cells.items()})
    routine.daily()
    assert ("tells of it no more" not in str(_problems(routine))) is ends


@pytest.mark.parametrize("name", ["Ada Okafor", "Bo Ng"])
def test_what_is_lacking_is_asked_about_still_once_a_later_recording_is_undone(
    routine: Routine, name: str
) -> None:
    before = _talked_since(routine)
    routine.book.write_bytes(before)
    add_contact(routine.book, person("Bo", "Ng"))
    routine.daily()
    routine.today = date(2026, 12, 10)
    routine.daily()
    routine.run("log", name, "left message")
    routine.run("undo")
    routine.daily()
    assert "tells of it no more" in _problems(routine)[at("Interview on", 2)]


def test_thanks_in_doubt_stay_the_one_letter_where_the_ledger_is_lost_and_the_talks_day_is_corrected(
    routine: Routine,
) -> None:
    before = _thanked_by_hand(routine)
    routine.book.write_bytes(before)
    routine.daily()
    code = routine.draft()["code"]
    for path in (routine.folder / "data").rglob("*.sqlite*"):
        path.unlink()
    routine.type_on_contacts(2, Interview_on=date(2026, 12, 3))
    for _ in range(2):
        routine.daily()
        assert [(d["code"], d["status"]) for d in routine.drafts()] == [(code, "Check")]


@pytest.mark.parametrize(
    "cells",
    [
        {"Called_on": date(2026, 12, 1)},
        {"Call_result": "Accepted - phone"},
        {"Interview_type": "Phone"},
        {"Interview_held": "No-show"},
        {"Interview_on": date(2026, 12, 2)},
        {"Replied_on": date(2026, 12, 1)},
    ],
)
def test_what_was_corrected_in_the_row_is_no_correction_of_history_once_that_run_is_undone(
    routine: Routine, cells: dict[str, object]
) -> None:
    routine.with_book([person(**{**TALKED, "Replied_on": date(2026, 12, 2), "Called_on": date(2026, 12, 2)})])
    routine.daily()
    routine.type_on_contacts(2, **cells)
    routine.daily()
    routine.daily()
    asked, history = _problems(routine), routine.rows("History")
    routine.run("undo")
    routine.daily()
    assert (_problems(routine), routine.rows("History")) == (asked, history)
    steady(routine)


def test_a_correction_in_history_is_asked_about_still_once_the_run_that_asked_is_undone(
    routine: Routine,
) -> None:
    routine.with_book([person(**TALKED)]).daily()
    row = next(i for i, e in enumerate(routine.rows("History"), 2) if e["Event"] == "Interview")
    change(routine.book, "History", row, {"Detail": "No-show"})
    routine.daily()
    asked = _problems(routine)
    assert "Detail says “No-show”" in str(asked)
    routine.run("undo")
    routine.daily()
    assert _problems(routine) == asked


@pytest.mark.parametrize("cleared", ["Last_contact", "Stage"])
def test_a_call_that_never_was_may_be_taken_out_with_what_our_cells_say_of_it(
    routine: Routine, cleared: str
) -> None:
    routine.with_book([person(Approach_sent=date(2026, 11, 20), Phone="555-0101")]).daily()
    typed = {"Called_on": date(2026, 12, 4), "Call_result": "No answer"}
    routine.type_on_contacts(2, **typed)
    routine.daily()
    row = next(i for i, e in enumerate(routine.rows("History"), 2) if e["Event"] == "Call")
    change(routine.book, "History", row, dict.fromkeys(("Date", "ID", "Name", "Event", "Detail")))
    routine.type_on_contacts(2, **dict.fromkeys((*typed, cleared)))
    routine.daily()
    assert "tells of it no more" not in str(_problems(routine))
    steady(routine)
