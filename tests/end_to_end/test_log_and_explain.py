"""What happened, recorded from the command line, and why a step is what it is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from pipeline.day import noting, recording
from pipeline.model.errors import UserError
from pipeline.review.session import Review
from tests.books import person

from .routine import MONDAY, Routine, steady, typed


@pytest.fixture
def ada(routine: Routine) -> Routine:
    return routine.with_book(
        [person(Phone="555-0101", Approach_sent=date(2026, 11, 30)), person("Bo", "Lindqvist")]
    )


@pytest.mark.parametrize(
    ("event", "cells"),
    [
        ("no answer", {"Called on": MONDAY, "Call result": "No answer"}),
        ("left message", {"Called on": MONDAY, "Call result": "Left message"}),
        ("called: left message", {"Called on": MONDAY, "Call result": "Left message"}),
        (
            "call later --again 2026-12-10",
            {"Called on": MONDAY, "Call result": "Call later", "Call again on": date(2026, 12, 10)},
        ),
        ("accepted - phone", {"Called on": MONDAY, "Call result": "Accepted - phone"}),
        ("accepted in person", {"Called on": MONDAY, "Call result": "Accepted - in person"}),
        ("interviewed on this call", {"Called on": MONDAY, "Call result": "Interviewed on this call"}),
        ("put off", {"Called on": MONDAY, "Call result": "Put off"}),
        ("declined", {"Called on": MONDAY, "Call result": "Declined"}),
        ("wrong person", {"Called on": MONDAY, "Call result": "Wrong person"}),
        ("replied", {"Replied on": MONDAY}),
        ("answered", {"Answered on": MONDAY}),
        (
            "interview 2026-12-10 14:30 --type Video --where Room",
            {"Interview on": datetime(2026, 12, 10, 14, 30), "Interview type": "Video", "Where": "Room"},
        ),
        ("interview 10 Dec 2026", {"Interview on": date(2026, 12, 10)}),
        (
            "interview held --type phone",
            {"Interview on": MONDAY, "Interview held": "Yes", "Interview type": "Phone"},
        ),
        ("no-show", {"Interview on": MONDAY, "Interview held": "No-show"}),
        ("cancelled", {"Interview on": MONDAY, "Interview held": "Cancelled"}),
        ("canceled", {"Interview on": MONDAY, "Interview held": "Cancelled"}),
    ],
)
def test_each_event_goes_into_the_cells_as_excel_would(
    ada: Routine, event: str, cells: dict[str, Any]
) -> None:
    words, _, options = event.partition(" --")
    extra = [f"--{options}"] if options else []
    arguments = [
        part for option in extra for part in option.replace(" --", "\n--").replace(" ", "\n", 1).split("\n")
    ]
    flat = [piece for a in arguments for piece in (a.split(" ", 1) if a.startswith("--") else [a])]
    answer = ada.run("log", "Ada Okafor", *words.split(), *flat)
    assert answer.out.startswith("Ada Okafor: ")
    row = ada.rows()[0]
    for header, value in cells.items():
        held = row[header]
        same = held.date() if isinstance(held, datetime) and not isinstance(value, datetime) else held
        assert same == value, header
    steady(ada)


def test_what_waited_for_the_workbook_and_what_is_said_next_are_both_written(ada: Routine) -> None:
    session, lock = Review(ada.book, MONDAY), ada.folder / "~$networking.xlsx"
    lock.write_bytes(b"\x03Sam" + b" " * 161)
    bo = next(c for c in session.world().contacts if c.first_name == "Bo")
    session.record(noting.happened(session.world(), bo, {"replied_on": MONDAY}, "Bo Lindqvist: replied"))
    lock.unlink()
    ada.run("log", "Ada Okafor", "no answer")
    first, second = ada.rows()
    assert (first["Call result"], second["Replied on"].date()) == ("No answer", MONDAY)


def test_what_the_disk_did_not_take_does_not_come_true_later(
    ada: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: Any, **_more: Any) -> None:
        raise UserError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(recording, "run_day", full)
        assert "The disk is full" in ada.run("log", "Ada Okafor", "replied", code=4).err
    ada.daily()
    assert ada.rows()[0]["Replied on"] is None


@pytest.mark.parametrize(
    ("event", "day"),
    [
        ("interview held", date(2026, 12, 3)),
        ("no-show", date(2026, 12, 3)),
        ("cancelled", date(2026, 12, 2)),
    ],
)
def test_the_day_that_is_said_for_an_interview_is_its_day(ada: Routine, event: str, day: date) -> None:
    ada.run("log", "Ada Okafor", "interview", "2026-12-02", "14:30")
    ada.run("log", "Ada Okafor", *event.split(), "--on", "2026-12-03")
    assert ada.rows()[0]["Interview on"].date() == day


def test_without_a_day_it_was_held_on_the_day_that_was_agreed(ada: Routine) -> None:
    ada.run("log", "Ada Okafor", "interview", "2026-12-02", "14:30")
    ada.run("log", "Ada Okafor", "interview", "held")
    assert ada.rows()[0]["Interview on"] == datetime(2026, 12, 2, 14, 30)


def test_a_call_is_kept_in_history_and_moves_the_day(ada: Routine) -> None:
    ada.run("log", "ada", "no answer", "--on", "2026-12-04")
    calls = [r for r in ada.rows("History") if r["Event"] == "Call"]
    assert [(r["Date"].date(), r["Detail"], r["Name"]) for r in calls] == [
        (date(2026, 12, 4), "No answer", "Ada Okafor")
    ]
    assert ada.rows()[0]["Due"].date() == date(2026, 12, 8)
    ada.run("log", "ada", "left message")
    assert len([r for r in ada.rows("History") if r["Event"] == "Call"]) == 2


def test_a_letter_that_was_posted(ada: Routine) -> None:
    ada.daily()
    ada.run("log", "Bo", "posted", "--on", "2026-12-04")
    assert ada.rows()[1]["Approach sent"].date() == date(2026, 12, 4)
    assert "Bo Lindqvist has no letter in review." in ada.run("log", "Bo", "posted", code=2).err
    assert len([r for r in ada.rows("History") if r["Name"] == "Bo Lindqvist"]) == 1


def test_a_whole_word_of_a_name_goes_before_a_part_of_one(ada: Routine) -> None:
    ada.type_on_contacts(2, First_name="Elena")
    ada.type_on_contacts(3, First_name="Lena")
    ada.run("log", "Lena", "no answer")
    assert [row["Called on"] is not None for row in ada.rows()[:2]] == [False, True]
    ada.run("log", "Elen", "no answer")
    assert ada.rows()[0]["Called on"] is not None
    ada.type_on_contacts(2, First_name="Ana Lena")
    assert "fits several" in ada.run("log", "Lena", "no answer", code=2).err


def at_one_firm(routine: Routine) -> None:
    for row in (2, 3):
        routine.type_on_contacts(row, Organization="Example Clinic")


def test_who_is_meant_must_be_clear(ada: Routine) -> None:
    at_one_firm(ada)
    assert "fits several" in ada.run("log", "example clinic", "no answer", code=2).err
    assert "None of your contacts" in ada.run("log", "Zoe", "no answer", code=2).err
    assert ada.rows()[0]["Called on"] is None
    ada.run("log", "ADA.OKAFOR@example.org", "no answer")
    assert ada.rows()[0]["Call result"] == "No answer"


def test_what_cannot_be_understood_gets_examples(ada: Routine) -> None:
    answer = ada.run("log", "Ada", "had", "a", "nice", "chat", code=2)
    assert "left message" in answer.err
    assert "soonish" in ada.run("log", "Ada", "interview", "soonish", code=2).err


def test_explain_names_rule_facts_day_and_what_was_passed_over(ada: Routine) -> None:
    said = ada.run("explain", "Ada Okafor").said
    assert "R8" in said
    assert "2026-11-30" in said
    assert "2026-12-07" in said
    for rule in ("R4", "R5", "R6"):
        assert rule in said


def test_explain_of_everybody_of_an_organization(ada: Routine) -> None:
    at_one_firm(ada)
    said = ada.run("explain", "Example Clinic").said
    assert "Ada Okafor" in said
    assert "Bo Lindqvist" in said


def test_review_in_the_terminal_needs_one(ada: Routine) -> None:
    assert typed("drafts") in ada.run("review", "--terminal", code=2).err


def test_a_call_on_a_day_still_to_come_owes_its_thank_you_today(routine: Routine) -> None:
    """R5: a mistyped day never hides a conversation, and nobody who declined is telephoned."""
    for result in ("Interviewed on this call", "Declined", "Put off"):
        routine.with_book(
            [
                person(
                    Phone="555-0101",
                    Approach_sent=date(2026, 11, 23),
                    Called_on=date(2027, 12, 4),
                    Call_result=result,
                )
            ]
        )
        assert routine.steps() == [("thank_you", "Ada Okafor")], result


def test_what_explains_a_step_comes_as_a_document_too(ada: Routine) -> None:
    [told] = ada.run("explain", "Ada", "--json").document
    assert (told["name"], told["row"], told["step"], told["rule"], told["due"]) == (
        "Ada Okafor",
        2,
        "call",
        "R8",
        "2026-12-07",
    )
    assert any("R8 applies" in line for line in told["explanation"])


def test_after_days_away_the_day_and_the_coach_begin_with_what_still_matters(routine: Routine) -> None:
    met = {"Interview on": date(2026, 11, 19), "Interview type": "In person", "Interview held": "Yes"}
    routine.with_book(
        [
            person(Phone=None, **{"Approach sent": date(2026, 11, 9)}),
            person("Bo", "Ek", Email="bo@example.org", **met),
        ]
    )
    for said in (routine.daily().out, routine.run("coach").out):
        first = said.split("\n\n")[0]
        assert first.startswith("Before 2026-12-07 nothing was recorded for ")
        assert "Thank: Bo Ek" in first
        assert "2026-12-07 at Act from" in " ".join(first.split())
    routine.run("log", "Bo", "thanked", code=None)
    routine.type_setting("Act from", date(2026, 12, 7))
    said = routine.daily().out
    assert "nothing was recorded" not in said
    assert "Follow up" not in said


def wrote_back(routine: Routine, **more: Any) -> Routine:
    return routine.with_book(
        [
            person(
                Phone="555-0101",
                Approach_sent=date(2026, 11, 30),
                Replied_on=date(2026, 12, 4),
                ID="a",
                **more,
            )
        ]
    )


def row_says(routine: Routine, **said: Any) -> None:
    row = routine.rows()[0]
    for header, value in said.items():
        held = row[header.replace("_", " ")]
        assert (held.date() if isinstance(held, datetime) else held) == value, header


@pytest.mark.parametrize(
    "event", ["declined", "wrong person", "put off", "declined by mail", "declined by e-mail"]
)
def test_a_refusal_is_of_the_mail_that_stands_to_be_answered(routine: Routine, event: str) -> None:
    """R5, R6: nobody is thanked for having listened who only wrote."""
    wrote_back(routine).daily()
    said = routine.run("log", "Ada", *event.split()).out
    result = event.partition(" by")[0].capitalize()
    assert f"Ada Okafor: by mail on 2026-12-04: {result}." in said
    row_says(routine, Called_on=None, Replied_on=date(2026, 12, 4), Call_result=result)
    assert [(r["Event"], r["Detail"]) for r in routine.rows("History")][-1] == ("Reply", result)
    [letter] = routine.drafts()
    assert letter["letter"] == ("thank_you_put_off" if result == "Put off" else "thank_you_declined")
    assert "answer" in letter["subject"]
    steady(routine)


def test_an_attempt_before_that_mail_stays_what_it_was(routine: Routine) -> None:
    wrote_back(routine, Called_on=date(2026, 12, 2), Call_result="Left message").daily()
    routine.run("log", "Ada", "declined")
    row_says(routine, Called_on=None, Call_result="Declined")
    told = [(r["Event"], r["Detail"]) for r in routine.rows("History") if r["Event"] in ("Call", "Reply")]
    assert told == [("Call", "Left message"), ("Reply", "Declined")]
    steady(routine)


def test_who_declined_by_mail_and_was_answered_is_thanked_no_more(routine: Routine) -> None:
    wrote_back(routine, Answered_on=MONDAY).daily()
    routine.run("log", "Ada", "declined")
    row_says(routine, Called_on=None, Stage="Declined", Next_step=None)
    assert routine.drafts() == []


@pytest.mark.parametrize("again", ["declined", "declined by mail"])
def test_a_refusal_by_mail_that_was_thanked_for_is_said_again_and_thanked_for_once(
    routine: Routine, again: str
) -> None:
    wrote_back(routine).daily()
    routine.run("log", "Ada", "declined")
    code = routine.drafts()[0]["code"]
    routine.run("approve", code)
    routine.run("send")
    routine.run("resolve", code, "sent")
    routine.today = date(2026, 12, 10)
    routine.run("log", "Ada", *again.split())
    row_says(routine, Called_on=None, Replied_on=date(2026, 12, 4), Call_result="Declined", Stage="Declined")
    assert routine.drafts() == []
    steady(routine)
    routine.run("log", "Ada", "call: declined")
    assert routine.drafts() == []  # by mail and on a call it is one refusal
    routine.run("log", "Ada", "put", "off")
    assert [d["letter"] for d in routine.drafts()] == ["thank_you_put_off"]


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize("by_mail_first", [False, True])
def test_a_refusal_that_was_thanked_for_is_told_the_other_way_and_thanked_for_once(
    routine: Routine, by_mail_first: bool, typed: bool
) -> None:
    """R5: by call and by mail it is one refusal."""
    routine.with_book([person(Phone="555-0101", Approach_sent=date(2026, 11, 30), ID="a")]).daily()

    def told(by_mail: bool) -> None:
        day = {"Called_on": None, "Replied_on": routine.today} if by_mail else {"Called_on": routine.today}
        if typed:
            routine.type_on_contacts(2, **day, Call_result="Declined")
            routine.daily()
        else:
            routine.run("log", "Ada", "declined by mail" if by_mail else "call: declined")

    told(by_mail_first)
    [letter] = routine.drafts()
    for words in (("approve", letter["code"]), ("send",), ("resolve", letter["code"], "sent")):
        routine.run(*words)
    routine.today = date(2026, 12, 8)
    told(not by_mail_first)
    assert (routine.drafts(), routine.steps(30)) == ([], [])
    row_says(routine, Stage="Declined")
    steady(routine)


@pytest.mark.parametrize("refusal", ["declined", "wrong person"])
def test_a_refusal_on_a_call_that_was_thanked_for_is_said_again_and_thanked_for_once(
    routine: Routine, refusal: str
) -> None:
    routine.with_book([person(Phone="555-0101", Approach_sent=date(2026, 11, 30), ID="a")]).daily()
    routine.run("log", "Ada", *refusal.split())
    code = routine.drafts()[0]["code"]
    routine.run("approve", code)
    routine.run("send")
    routine.run("resolve", code, "sent")
    routine.today = date(2026, 12, 10)
    assert f"call on {MONDAY}: {refusal.capitalize()}" in routine.run("log", "Ada", *refusal.split()).out
    row_says(routine, Called_on=MONDAY, Call_result=refusal.capitalize())
    assert routine.drafts() == []
    assert [r["Event"] for r in routine.rows("History")].count("Call") == 1
    steady(routine)
    routine.run("log", "Ada", "call:", *refusal.split())
    row_says(routine, Called_on=routine.today)
    assert [d["letter"] for d in routine.drafts()] == ["thank_you_declined"]


@pytest.mark.parametrize(
    ("event", "answered"),
    [
        ("call: declined", None),
        ("declined --on 2026-12-07", None),  # a day of its own
        ("declined", date(2026, 12, 7)),  # answered, and the call after that silence is due
    ],
)
def test_what_was_said_on_a_call_is_of_the_call(routine: Routine, event: str, answered: date | None) -> None:
    wrote_back(routine, Answered_on=answered)
    if answered:
        routine.today = date(2026, 12, 14)
    routine.daily()
    said = routine.run("log", "Ada", *event.split()).out
    assert f"call on {routine.today}: Declined" in said
    row_says(routine, Called_on=routine.today, Replied_on=date(2026, 12, 4))


def test_a_refusal_by_mail_needs_no_mail_to_be_known(ada: Routine) -> None:
    ada.run("log", "Ada", "declined", "by", "mail", "--on", "2026-12-04")
    row_says(ada, Called_on=None, Replied_on=date(2026, 12, 4), Call_result="Declined")
    assert "accepted by mail" in ada.run("log", "Ada", "accepted", "by", "mail", code=2).err
