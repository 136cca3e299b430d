"""A talk whose day was typed over before any run saw what came of it: the day asks, and nothing is written on a guess (R4, R5)."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.books import at, change, person
from tests.end_to_end.routine import Routine, steady

FRIDAY, FIRST, SECOND = date(2026, 12, 4), date(2026, 12, 7), date(2026, 12, 15)
ASKED = "Interview on said 2026-12-07 before 2026-12-15, and nothing says what came of 2026-12-07."


@pytest.fixture
def ada(tmp_path: Path) -> Routine:
    """Somebody with an interview on Monday, as the program saw it on the Friday before."""
    routine = Routine(tmp_path, FRIDAY).with_book(
        [
            person(
                Phone="555-0101",
                Approach_sent=date(2026, 11, 23),
                Called_on=date(2026, 12, 1),
                Call_result="Accepted - phone",
                Interview_on=FIRST,
                Interview_type="Phone",
                Enclose_resume="No",
                Thank_them_for="for the tour of the wards",
            )
        ]
    )
    routine.daily()
    routine.today = FIRST
    return routine


def _asked(routine: Routine) -> list[str]:
    found = routine.run("check", "--json", code=None).document
    return [p["message"] for p in found if p["column"] == "Interview on"]


def _noted(routine: Routine, detail: str, day: date = FIRST) -> None:
    row = {"Date": day, "Name": "Ada Okafor", "Event": "Interview", "Detail": detail}
    change(routine.book, "History", len(routine.rows("History")) + 2, row)
    routine.daily()


def _interviews(routine: Routine) -> list[tuple[date, str]]:
    return [(r["Date"].date(), r["Detail"]) for r in routine.rows("History") if r["Event"] == "Interview"]


@pytest.mark.parametrize("held", ["Yes", None])
@pytest.mark.parametrize("today", [date(2026, 12, 8), date(2026, 12, 14)])
def test_the_day_asks_until_history_says_what_came_of_it(ada: Routine, held: str | None, today: date) -> None:
    ada.today = today
    ada.type_on_contacts(2, Interview_held="Yes")
    ada.type_on_contacts(2, Interview_on=SECOND, Interview_held=held)
    assert ASKED in ada.daily().said
    assert "thank_you" not in [step for step, _ in ada.steps()]
    assert _interviews(ada) == []
    steady(ada)
    ada.type_on_contacts(2, Interview_held=None)
    ada.daily()
    [asked] = _asked(ada)
    assert "Date 2026-12-07, Name Ada Okafor, Event Interview, Detail “Yes, Phone”" in asked
    _noted(ada, "Yes, Phone")
    assert _asked(ada) == []
    assert ("thank_you", "Ada Okafor") in ada.steps()
    [letter] = [d for d in ada.drafts() if d["letter"] == "thank_you_phone"]
    assert "December 7" in letter["body"]
    steady(ada)


@pytest.mark.parametrize("held", ["Yes", None])
@pytest.mark.parametrize("day", [date(2026, 12, 8), SECOND])
def test_a_day_moved_on_its_very_morning_is_asked_about_once_it_has_passed(
    ada: Routine, day: date, held: str | None
) -> None:
    ada.type_on_contacts(2, Interview_on=SECOND, Interview_held=held)
    ada.daily()
    assert _asked(ada) == []
    steady(ada)
    ada.today = day
    ada.daily()
    assert len(_asked(ada)) == 1
    steady(ada)


def test_that_there_was_no_talk_settles_it(ada: Routine) -> None:
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND)
    ada.daily()
    _noted(ada, "Cancelled")
    assert _asked(ada) == []
    assert "thank_you" not in [step for step, _ in ada.steps()]
    steady(ada)


def test_the_first_day_typed_back_is_asked_about_as_ever(ada: Routine) -> None:
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND)
    ada.daily()
    ada.type_on_contacts(2, Interview_on=FIRST)
    ada.daily()
    assert _asked(ada) == []
    assert ada.steps() == [("record_outcome", "Ada Okafor")]
    ada.type_on_contacts(2, Interview_held="Yes")
    ada.daily()
    ada.type_on_contacts(2, Interview_on=SECOND)
    ada.daily()
    assert _asked(ada) == []
    assert _interviews(ada) == [(FIRST, "Yes, Phone")]


@pytest.mark.parametrize("typed", [True, False])
def test_thanks_sent_since_leave_nothing_to_ask(ada: Routine, typed: bool) -> None:
    ada.type_on_contacts(2, Interview_on=date(2026, 12, 9))
    ada.daily()
    ada.today = date(2026, 12, 10)
    ada.type_on_contacts(2, Interview_held="Yes")
    ada.daily()
    assert len(_asked(ada)) == 1
    if typed:
        ada.type_on_contacts(2, **{"Thank-you sent": ada.today})
    else:
        code = next(d["code"] for d in ada.drafts() if d["letter"] == "thank_you_phone")
        ada.run("approve", code)
        ada.went()
        ada.run("resolve", code, "sent")
    ada.daily()
    assert _asked(ada) == []
    steady(ada)


@pytest.mark.parametrize("moved_to", [date(2026, 12, 5), SECOND])
def test_a_day_moved_before_it_had_come_is_nothing_to_ask_about(ada: Routine, moved_to: date) -> None:
    ada.today = date(2026, 12, 6)
    ada.type_on_contacts(2, Interview_on=moved_to)
    ada.daily()
    for day in (FIRST, date(2026, 12, 8)):
        ada.today = day
        ada.daily()
        assert _asked(ada) == []


def test_an_earlier_day_corrects_the_later_one(ada: Routine) -> None:
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=date(2026, 12, 5), Interview_held="Yes")
    ada.daily()
    assert _asked(ada) == []
    assert ("thank_you", "Ada Okafor") in ada.steps()


def test_a_day_called_off_is_answered(ada: Routine) -> None:
    ada.today = date(2026, 12, 6)
    ada.type_on_contacts(2, Interview_held="Cancelled")
    ada.daily()
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND, Interview_held=None)
    ada.daily()
    assert _asked(ada) == []


def test_a_day_that_had_passed_when_it_was_typed_may_be_mistyped(tmp_path: Path) -> None:
    routine = Routine(tmp_path, FIRST).with_book(
        [person(Approach_sent=date(2026, 11, 23), Interview_on=date(2025, 12, 15))]
    )
    routine.daily()
    routine.type_on_contacts(2, Interview_on=SECOND)
    routine.daily()
    assert _asked(routine) == []


def test_what_lies_before_act_from_owes_nothing(ada: Routine) -> None:
    ada.type_setting("Act from", date(2026, 12, 8))
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND)
    ada.daily()
    assert _asked(ada) == []


def test_a_day_blanked_between_is_remembered(ada: Routine) -> None:
    ada.type_on_contacts(2, Interview_on=None)
    ada.today = date(2026, 12, 8)
    ada.daily()
    assert _asked(ada) == []
    ada.type_on_contacts(2, Interview_on=SECOND)
    ada.daily()
    assert len(_asked(ada)) == 1


def test_a_word_that_was_seen_while_the_workbook_was_open_and_never_written_is_asked_about(
    ada: Routine,
) -> None:
    lock = ada.book.with_name("~$" + ada.book.name)
    lock.write_bytes(b"\x03Sam" + b"\x00" * 161)
    ada.type_on_contacts(2, Interview_held="Yes")
    ada.daily()
    assert _interviews(ada) == []
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND)
    os.remove(lock)
    assert ASKED in ada.daily().said
    assert _interviews(ada) == []
    steady(ada)


@pytest.mark.parametrize(("word", "detail"), [("held", "Yes, Phone"), ("cancelled", "Cancelled, Phone")])
def test_a_command_says_it_and_leaves_the_second_day_alone(ada: Routine, word: str, detail: str) -> None:
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND)
    said = ada.run("log", "Ada Okafor", "interview", word, "--on", FIRST.isoformat()).said
    assert "Ada Okafor: interview on 2026-12-07" in said
    assert _interviews(ada) == [(FIRST, detail)]
    assert ada.rows()[0]["Interview on"].date() == SECOND
    assert ada.rows()[0]["Interview held"] is None
    assert _asked(ada) == []
    assert (("thank_you", "Ada Okafor") in ada.steps()) is (word == "held")
    steady(ada)
    ada.run("undo")
    ada.daily()
    assert _interviews(ada) == []
    assert len(_asked(ada)) == 1


def test_a_command_says_of_what_type_it_was_and_passes_nothing_over(ada: Routine) -> None:
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND)
    words = ("log", "Ada Okafor", "held", "--on", FIRST.isoformat())
    assert "leave out --again" in ada.run(*words, "--where", "the quay", code=2).err
    ada.run(*words, "--type", "video")
    assert _interviews(ada) == [(FIRST, "Yes, Video")]


def test_a_day_said_again_leaves_the_second_day_alone(ada: Routine) -> None:
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND)
    words = ("log", "Ada Okafor", "held", "--on", FIRST.isoformat())
    for _ in range(3):
        ada.run(*words)
        assert _interviews(ada) == [(FIRST, "Yes, Phone")]
        assert ada.rows()[0]["Interview on"].date() == SECOND
        steady(ada)
    for word in ("cancelled", "no-show"):
        err = ada.run("log", "Ada Okafor", word, "--on", FIRST.isoformat(), code=2).err
        assert "History!F4 says “Yes, Phone” of 2026-12-07. Correct it there" in " ".join(err.split())
    assert "Correct it there" in ada.run(*words, "--type", "video", code=2).err
    assert ada.rows()[0]["Interview held"] is None


@pytest.mark.parametrize("today", [FIRST, date(2026, 12, 16)])
def test_a_talk_told_of_already_takes_no_later_ones_place(ada: Routine, today: date) -> None:
    ada.type_on_contacts(2, Interview_held="Yes")
    ada.daily()
    ada.type_on_contacts(2, Interview_on=SECOND, Interview_held=None)
    ada.today = today
    ada.daily()
    ada.run("log", "Ada Okafor", "held", "--on", FIRST.isoformat())
    assert ada.rows()[0]["Interview on"].date() == SECOND
    assert ada.rows()[0]["Interview held"] is None


@pytest.mark.parametrize(
    ("words", "detail"),
    [(("held", "--type", "In person"), "Yes, In person"), (("no-show",), "No-show")],
)
def test_a_talk_on_another_day_leaves_the_one_to_come_alone(
    ada: Routine, words: tuple[str, ...], detail: str
) -> None:
    ada.today = date(2026, 12, 5)
    ada.run("log", "Ada Okafor", *words, "--on", FRIDAY.isoformat())
    assert _interviews(ada) == [(FRIDAY, detail)]
    assert ada.rows()[0]["Interview on"].date() == FIRST
    assert ada.rows()[0]["Interview held"] is None
    assert (("thank_you", "Ada Okafor") in ada.steps()) is (detail != "No-show")
    ada.today = FIRST
    ada.daily()
    assert "prepare_interview" in [step for step, _ in ada.steps()]
    ada.type_on_contacts(2, Interview_held="Yes")
    ada.daily()
    assert _interviews(ada) == [(FRIDAY, detail), (FIRST, "Yes, Phone")]
    steady(ada)


def test_of_a_talk_before_the_one_to_come_the_type_is_asked_for(ada: Routine) -> None:
    ada.today = date(2026, 12, 5)
    err = ada.run("log", "Ada Okafor", "held", "--on", FRIDAY.isoformat(), code=2).err
    assert "--type 'In person'" in err
    assert ada.rows()[0]["Interview on"].date() == FIRST


def test_one_called_off_gives_way_to_the_day_it_was(ada: Routine) -> None:
    ada.today = date(2026, 12, 5)
    ada.run("log", "Ada Okafor", "cancelled")
    ada.run("log", "Ada Okafor", "held", "--on", FRIDAY.isoformat())
    assert (ada.rows()[0]["Interview on"].date(), ada.rows()[0]["Interview held"]) == (FRIDAY, "Yes")


@pytest.mark.parametrize("word", ["held", "no-show"])
def test_nothing_comes_of_an_interview_before_its_day(ada: Routine, word: str) -> None:
    ada.today = date(2026, 12, 5)
    err = ada.run("log", "Ada Okafor", word, code=2).err
    assert "Interview on says 2026-12-07, which lies in the future" in " ".join(err.split())
    assert ada.rows()[0]["Interview held"] is None
    ada.run("log", "Ada Okafor", "cancelled")
    ada.run("log", "Ada Okafor", word, code=2)
    assert ada.rows()[0]["Interview held"] == "Cancelled"
    ada.today = FIRST
    ada.run("log", "Ada Okafor", "held")
    assert ada.rows()[0]["Interview held"] == "Yes"


@pytest.fixture
def held(ada: Routine) -> Routine:
    """Somebody whose interview was held, as their row and History say."""
    ada.type_on_contacts(2, Interview_held="Yes")
    ada.daily()
    ada.today = date(2026, 12, 9)
    return ada


@pytest.mark.parametrize("word", ["held", "no-show", "cancelled"])
def test_an_earlier_day_takes_no_place_of_a_talk_that_was_held(held: Routine, word: str) -> None:
    words = ("log", "Ada Okafor", word, "--on", FRIDAY.isoformat())
    if word == "held":
        err = " ".join(held.run(*words, code=2).err.split())
        assert (
            f"If it was that same talk, type 2026-12-04 into {at('Interview on', 2)}. If not, say of what type it was: "
            in err
        )
        assert _interviews(held) == [(FIRST, "Yes, Phone")]
        words = (*words, "--type", "In person")
    held.run(*words)
    detail = {"held": "Yes, In person", "no-show": "No-show", "cancelled": "Cancelled"}[word]
    assert sorted(_interviews(held)) == [(FRIDAY, detail), (FIRST, "Yes, Phone")]
    assert (held.rows()[0]["Interview on"].date(), held.rows()[0]["Interview held"]) == (FIRST, "Yes")
    assert ("thank_you", "Ada Okafor") in held.steps()
    steady(held)


def test_a_slip_in_the_day_is_corrected_where_the_sentence_says(held: Routine) -> None:
    held.type_on_contacts(2, Interview_on=FRIDAY)
    held.daily()
    assert _interviews(held) == [(FRIDAY, "Yes, Phone")]


@pytest.mark.parametrize(
    ("word", "detail"),
    [("held", "Yes, Phone"), ("no-show", "No-show, Phone"), ("cancelled", "Cancelled, Phone")],
)
def test_a_later_day_leaves_the_talk_before_it_in_history(held: Routine, word: str, detail: str) -> None:
    held.run("log", "Ada Okafor", word, "--on", "2026-12-08")
    assert _interviews(held) == [(FIRST, "Yes, Phone"), (date(2026, 12, 8), detail)]
    assert ("thank_you", "Ada Okafor") in held.steps()
    steady(held)


def test_a_talk_that_history_does_not_have_yet_is_not_lost_to_a_later_one(ada: Routine) -> None:
    ada.today = date(2026, 12, 9)
    ada.type_on_contacts(2, Interview_held="Yes")
    words = ("log", "Ada Okafor", "held", "--on", "2026-12-08")
    assert "History doesn't have that talk yet: " in " ".join(ada.run(*words, code=2).err.split())
    ada.daily()
    ada.run(*words)
    assert _interviews(ada) == [(FIRST, "Yes, Phone"), (date(2026, 12, 8), "Yes, Phone")]


def test_one_that_was_held_after_all_was_not_called_off(held: Routine) -> None:
    held.run("log", "Ada Okafor", "cancelled")
    assert _interviews(held) == [(FIRST, "Cancelled, Phone")]
