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
        "Yes, after one no-show",
        "Yes; she had cancelled the first time",
        "Yes, no problems",
        "Yes; a card: no",
        "Yes - did she mean May?",
        "Yes (moved on the phone)",
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
        ("Declined; had no answers to my questions", "thank_you_declined"),
        ("No answer", "follow_up"),
        ("voicemail", "follow_up"),
        ("Left voicemail", "follow_up"),
        ("left a message with the secretary", "follow_up"),
        ("left a message on his machine.", "follow_up"),
        ("left message, will call later", "follow_up"),
        ("put off, call later in May", "thank_you_put_off"),
        ("put off; talked to her secretary", "thank_you_put_off"),
        ("put off, have not talked", "thank_you_put_off"),
        ("interviewed on this call; he declined to name others", "thank_you_phone"),
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
        ("Interview", "Yes, cancelled", "doesn't say whether you talked"),
        ("Interview", "held, then she cancelled", "doesn't say whether you talked"),
        ("Interview", "Yes, In person - postponed", "doesn't say whether you talked"),
        ("Interview", "Cancelled, met later", "doesn't say whether you talked"),
        (
            "Interview",
            "Cancelled, then held on the phone",
            "says “Cancelled, then held on the phone”, and so",
        ),
        ("Interview", "No-show; we met on 2026-12-04 instead", "Leave only what counts"),
        ("Interview", "no show, talked by phone the next day", "Leave only what counts"),
        ("Interview", "Yes/No", "Leave only what counts"),
        ("Interview", "Yes?", "Leave only what counts"),
        ("Interview", "held ?", "doesn't say whether you talked"),
        ("Interview", "in person, yes (?)", "doesn't say whether you talked"),
        ("Call", "talked, put off", "which is no result of a call"),
        ("Call", "Put off; talked 10 minutes", "names more than one result of a call"),
        ("Call", "put off - talked to her for an hour", "names more than one result of a call"),
        ("Interview", "Yesterday she called it off", "doesn't say whether you talked"),
        ("Interview", None, "Detail is blank, and so doesn't say whether you talked"),
        ("Call", "We talked", "which is no result of a call. Begin it with one of: No answer"),
        ("Call", "accepted", "which is no result of a call"),
        ("Call", "VM", "which is no result of a call"),
        ("Call", "left a message, she called back", "which is no result of a call"),
        ("Call", "left a message with her and we talked", "which is no result of a call"),
        ("Call", "Not: Declined", "which is no result of a call"),
        ("Interview", "not: held", "doesn't say whether you talked"),
        ("Call", "declined to talk now, call later", "names more than one result of a call"),
        ("Call", "Declined to talk now, call later", "names more than one result of a call"),
        ("Call", "no answer; then put off", "names more than one result of a call"),
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
    types(routine, "Call", "VM")
    types(routine, "Interview", "yes, in person", date(2026, 12, 3))
    assert "History!F2" in routine.daily().said
    [thanks] = routine.drafts()
    assert (thanks["letter"], thanks["status"]) == ("thank_you_in_person", "To review")
    routine.type_on_drafts(thanks["code"], Approve="Sent by me")
    routine.daily()
    assert "History!" not in routine.daily().said


def test_an_interview_still_to_come_says_nothing_yet(routine: Routine) -> None:
    types(routine, "Interview", "Phone", date(2026, 12, 18))
    assert "History!" not in routine.daily().said


TALKED = "talked to her secretary"
EARLIER, TO_MEET = date(2026, 11, 27), date(2026, 12, 11)
AGREED = {"Called_on": YESTERDAY, "Call_result": "Accepted - in person"}


def test_what_came_later_settles_a_call(routine: Routine) -> None:
    types(routine, "Call", TALKED, EARLIER)
    routine.type_on_contacts(2, **AGREED, Interview_on=TO_MEET)
    routine.today = date(2026, 12, 10)
    for _ in range(2):
        assert "History!" not in routine.daily().said
        assert letters(routine) == [("confirm", "To review")]


@pytest.mark.parametrize(
    ("event", "detail"), [("Interview", "no-show"), ("Call", "Declined"), ("Reply", "Put off")]
)
def test_so_does_a_row_of_history(routine: Routine, event: str, detail: str) -> None:
    types(routine, "Call", TALKED, EARLIER)
    types(routine, event, detail)
    assert "History!F2" not in routine.daily().said


@pytest.mark.parametrize(
    ("first", "then"),
    [(("Call", TALKED), ("Call", "No answer")), (("Interview", "great talk"), ("Call", "Put off"))],
)
def test_an_attempt_settles_nothing_and_no_call_an_interview(
    routine: Routine, first: tuple[str, str], then: tuple[str, str]
) -> None:
    types(routine, *first, EARLIER)
    types(routine, *then)
    assert "History!F2" in routine.daily().said


def test_an_appointment_is_confirmed_whatever_a_call_said(routine: Routine) -> None:
    types(routine, "Call", TALKED)
    routine.type_on_contacts(2, Interview_on=TO_MEET)
    routine.today = date(2026, 12, 10)
    assert "History!F2" in routine.daily().said
    assert letters(routine) == [("confirm", "To review")]


def test_nobody_is_asked_about_what_lies_before_act_from(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book([ADA], settings={"Act from": YESTERDAY})
    types(routine, "Call", TALKED, EARLIER)
    routine.daily()
    assert routine.run("check").code == 0
    types(routine, "Call", TALKED, YESTERDAY)
    assert "History!F4" in routine.daily().said


def test_a_first_letter_waits_for_a_talk_before_act_from_all_the_same(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book([person()], settings={"Act from": YESTERDAY})
    types(routine, "Interview", "great talk", EARLIER)
    routine.daily()
    assert {status for _, status in letters(routine)} <= {"Blocked"}


def test_nobody_is_asked_about_who_is_off_the_list(routine: Routine) -> None:
    row = {"Date": YESTERDAY, "ID": "C77", "Name": "Bo Lind", "Event": "Interview", "Detail": "nice chat"}
    change(routine.book, "History", None, row)
    routine.daily()
    assert routine.run("check").code == 0


def _recorded(tmp_path: Path) -> tuple[Routine, int]:
    """A talk that was held and stands in the row, and where History tells of it."""
    day = date(2026, 12, 4)
    met = person(
        Approach_sent=date(2026, 11, 30), Interview_on=day, Interview_type="Phone", Interview_held="Yes"
    )
    routine = Routine(tmp_path).with_book([met])
    routine.daily()
    steady(routine)
    return routine, 2 + [r["Event"] for r in routine.rows("History")].index("Interview")


@pytest.mark.parametrize("said", ["No", "Cancelled", "No-show", "Yes, but she cancelled"])
def test_a_correction_in_history_that_the_row_contradicts_is_asked_about_and_stays(
    tmp_path: Path, said: str
) -> None:
    routine, at = _recorded(tmp_path)
    change(routine.book, "History", at, {"Detail": said})
    asked = routine.daily(code=None).said
    assert f"says “{said}” of 2026-12-04, and Contacts!" in asked
    assert routine.rows("History")[at - 2]["Detail"] == said
    assert routine.rows()[0]["Interview held"] == "Yes"
    assert routine.drafts() == []
    steady(routine)
    routine.today = date(2026, 12, 9)
    routine.daily(code=None)
    steady(routine)
    change(routine.book, "History", at, {"Detail": "Yes, Phone"})
    assert "and Contacts!" not in routine.daily().said
    assert routine.draft("Ada Okafor")["letter"] == "thank_you_phone"


@pytest.mark.parametrize("held", ["No-show", "Cancelled"])
def test_a_row_that_is_changed_is_followed_by_history(tmp_path: Path, held: str) -> None:
    routine, at = _recorded(tmp_path)
    routine.type_on_contacts(2, Interview_held=held)
    routine.daily()
    assert routine.rows("History")[at - 2]["Detail"].startswith(held)
    steady(routine)
    routine.type_on_contacts(2, Interview_held="Yes")
    routine.daily()
    assert routine.rows("History")[at - 2]["Detail"] == "Yes, Phone"


def test_what_is_recorded_anew_stands_over_a_correction_in_history(tmp_path: Path) -> None:
    routine, at = _recorded(tmp_path)
    change(routine.book, "History", at, {"Detail": "No"})
    routine.daily(code=None)
    routine.run("log", "Ada Okafor", "held")
    assert routine.rows("History")[at - 2]["Detail"] == "Yes, Phone"
    steady(routine)


def _thanked(tmp_path: Path) -> Routine:
    """A talk that was held on Friday, and thanked for on Monday."""
    routine, _ = _recorded(tmp_path)
    routine.type_on_contacts(2, Thank_them_for="for the tour of the wards", Enclose_resume="No")
    routine.daily()
    code = routine.draft("Ada Okafor")["code"]
    routine.run("approve", code)
    routine.run("send")
    routine.run("resolve", code, "sent")
    routine.daily()
    routine.today = date(2026, 12, 9)
    return routine


def test_thanks_dated_before_the_talk_that_history_has_after_it_are_asked_about(tmp_path: Path) -> None:
    routine = _thanked(tmp_path)
    routine.type_on_contacts(2, **{"Thank-you_sent": date(2026, 12, 2)})
    said = routine.daily().said
    assert (
        "says 2026-12-02, before the talk on 2026-12-04, and History has the letter of thanks of 2026-12-07"
        in said
    )
    assert routine.steps() == []
    assert routine.drafts() == []
    assert routine.rows()[0]["Thank-you sent"].date() == date(2026, 12, 2)
    steady(routine)
    routine.type_on_contacts(2, **{"Thank-you_sent": date(2026, 12, 7)})
    assert "before the talk" not in routine.daily().said
    assert routine.steps() == []


def test_a_second_talk_after_those_thanks_is_thanked_for(tmp_path: Path) -> None:
    routine = _thanked(tmp_path)
    again = {"Interview_on": date(2026, 12, 8), "Thank-you_sent": date(2026, 12, 2)}
    routine.run("log", "Ada Okafor", "held", "--on", "2026-12-08", "--type", "Phone")
    routine.type_on_contacts(2, **again)
    routine.daily()
    assert routine.steps() == [("thank_you", "Ada Okafor")]
