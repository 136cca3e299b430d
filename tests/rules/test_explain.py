"""Why a contact has the step it has: facts, the rule that applies, those passed over, and dates in ISO."""

from __future__ import annotations

import re

import pytest

from pipeline.model import CallResult, Contact, EventKind, Held, InterviewType, Settings
from pipeline.rules.explain import document, explain
from tests.people import a_day, contact, d, event, plan, written


def told(
    *people: Contact, today: str = "11-24", events: list | None = None, settings: Settings | None = None
) -> list[str]:
    day = a_day(today, settings=settings)
    agenda = plan(people, day, events or [])
    return explain(agenda.standings[people[0].row], agenda, day)


def line(lines: list[str], start: str) -> str:
    return next(text.strip() for text in lines if text.strip().startswith(start))


def test_the_rule_that_applies_with_its_facts_and_its_date() -> None:
    history = written(
        event(EventKind.APPROACH, "11-09", "call on 2026-11-16"), event(EventKind.CALL, "11-16", "No answer")
    )
    lines = told(contact(called_on="11-16", call_result=CallResult.NO_ANSWER), events=history)
    assert lines[0].startswith("Ada Okafor (Contacts row 2, C")
    assert lines[0].endswith(": Approached")
    assert line(lines, "Approach sent:") == "Approach sent: 2026-11-09"
    assert line(lines, "Last call:") == "Last call: 2026-11-16, No answer"
    assert line(lines, "Attempts since:") == "Attempts since: 1"
    assert (
        line(lines, "R8 applies") == "R8 applies: Call, due 2026-11-18. No answer on 2026-11-16; call 2 of 3."
    )


def test_of_somebody_new_it_says_that_nothing_has_happened() -> None:
    lines = told(contact())
    assert lines[lines.index("Facts") + 1] == "  Nothing has happened yet."


def test_every_rule_passed_over_says_why() -> None:
    lines = told(contact(called_on="11-20", call_result=CallResult.PUT_OFF))
    rules = [text.split()[0] for text in lines[lines.index("Rules") + 1 :]]
    assert rules == ["R14", "R4", "R5", "R6", "R8", "R10", "R11", "R12"]
    assert line(lines, "R5 applies").startswith("R5 applies: Thank (thank you put off), due 2026-11-20.")
    assert all(len(text.split(": ", 1)[1]) > 5 for text in lines[lines.index("Rules") + 1 :])


def test_a_later_rule_that_holds_too_is_told() -> None:
    lines = told(contact(called_on="11-20", call_result=CallResult.NO_ANSWER, interview_on="11-18"))
    assert line(lines, "R4 applies").startswith("R4 applies: Fill in, due 2026-11-18")
    assert line(lines, "R8 would hold too") == "R8 would hold too, but an earlier rule comes first: Call"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"on_hold": True}, "it is on hold"),
        ({"on_hold": "12-15"}, "on hold until 2026-12-15"),
        ({"duplicate": "ID stands on rows 2 and 3."}, "rows 2 and 3"),
    ],
)
def test_what_stops_everything_is_told_and_nothing_else(cells: dict[str, object], words: str) -> None:
    lines = told(contact(**cells))
    assert words in line(lines, "R14 holds")
    assert not [text for text in lines if "R12" in text]


def test_a_row_that_stands_twice_tells_of_the_interview_that_waits_for_its_outcome() -> None:
    lines = told(contact(duplicate="ID stands on rows 2 and 3.", interview_on="11-20"))
    assert line(lines, "R4 in addition").startswith("R4 in addition: Fill in, due 2026-11-20.")
    assert not [text for text in told(contact(interview_on="11-20")) if "R4 in addition" in text]


def test_a_hold_tells_of_the_thank_you_that_it_keeps_back() -> None:
    lines = told(contact(on_hold=True, called_on="11-20", call_result=CallResult.PUT_OFF))
    assert line(lines, "R14 in addition").startswith("R14 in addition: Thank, due 2026-11-20.")


def test_a_bounce_names_the_address() -> None:
    lines = told(
        contact(),
        events=written(
            event(EventKind.APPROACH, "11-02"),
            event(EventKind.BOUNCE, "11-03", "address ada.okafor@example.org"),
        ),
    )
    assert "Correct the address, due 2026-11-24. A letter to ada.okafor@example.org came back." in line(
        lines, "R14 holds"
    )


def test_what_comes_in_addition() -> None:
    met = contact(
        3,
        "Bo",
        "Berg",
        referred_by="Ada Okafor",
        interview_on="11-23",
        interview_held=Held.YES,
        interview_type=InterviewType.PHONE,
    )
    ada = contact(2, last_contact="11-02", interview_on="11-25", referrals_given="Cy Cruz")
    lines = told(ada, met)
    assert [text.partition(": ")[2].partition(", due")[0] for text in lines if "in addition" in text] == [
        "Thank for a referral",
        "Prepare",
        "Confirm",
        "Add a contact",
    ]
    assert "  No rule holds: no next step." in lines


def test_a_letter_that_waits_for_another_says_until_when() -> None:
    ada = contact(2, called_on="10-05", call_result=CallResult.INTERVIEWED, thank_you_sent="10-05")
    met = contact(
        3, "Bo", "Berg", referred_by="Ada Okafor", called_on="11-20", call_result=CallResult.INTERVIEWED
    )
    lines = told(ada, met._replace(thank_you_sent=d("11-20")))
    assert line(lines, "R22 holds").endswith("this one on 2026-11-25")


def test_a_target_beyond_the_goal_is_told_with_its_own_day() -> None:
    crowd = [
        contact(n, "Bo", f"Berg{chr(n + 60)}", email=f"bo{n}@example.org", organization=f"Example {n}")
        for n in range(3, 7)
    ]
    ada = contact(2)._replace(priority="C")
    first = [c._replace(priority="A") for c in crowd]
    lines = told(ada, *first)
    assert line(lines, "R12 applies").startswith("R12 applies: Approach (approach), due 2026-11-25.")
    assert line(lines, "R12 holds").startswith(
        "R12 holds: other first letters have the places before that day"
    )
    day = a_day("11-24")
    agenda = plan((ada, *first), day)
    assert document(agenda.standings[ada.row], agenda, lines)["due"] == "2026-11-25"
    assert not [text for text in told(ada) if "R12 holds" in text]


def test_a_target_without_a_place_is_told_that_it_has_none() -> None:
    lines = told(contact(), settings=Settings(daily_goal=0))
    assert line(lines, "R12 holds") == "R12 holds: other first letters have all the places to come."


def test_an_incomplete_target_is_told_what_it_lacks_and_act_from_what_it_hides() -> None:
    assert line(told(contact(position="")), "R15:") == "R15: an approach would still need a position."
    lines = told(
        contact(called_on="11-10", call_result=CallResult.PUT_OFF), settings=Settings(act_from=d("11-20"))
    )
    assert "Act from" in line(lines, "R5 passed over")


def test_all_dates_are_iso() -> None:
    c = contact(
        called_on="11-10",
        call_result=CallResult.ACCEPTED_PHONE,
        interview_on="11-16",
        interview_held=Held.NO_SHOW,
        call_again_on="11-30",
        replied_on="11-09",
        answered_on="11-09",
        approach_sent="11-02",
        follow_up_sent="11-05",
        thank_you_sent="11-06",
    )
    text = "\n".join(told(c._replace()))
    assert "2026-11-30" in text
    assert not re.search(r"\d{1,2}/\d{1,2}|\b(Nov|November|datetime)\b", text)


def test_who_waits_for_their_turn_waits_for_no_other_letter_to_them() -> None:
    crowd = [contact(row, "Bo", f"Berg{chr(95 + row)}") for row in range(2, 10)]
    day = a_day("11-24")
    agenda = plan(crowd, day)
    lines = explain(agenda.standings[crowd[-1].row], agenda, day)
    assert line(lines, "R12 applies: Approach")
    assert "R22" not in "\n".join(lines)


def test_of_a_talk_whose_type_nobody_said_no_letter_is_named() -> None:
    held = contact(interview_on="11-20", interview_held=Held.YES)
    assert line(told(held), "Conversations:") == "Conversations: 2026-11-20 (Interview type is blank)"
    typed = held._replace(interview_type=InterviewType.PHONE)
    assert line(told(typed), "Conversations:") == "Conversations: 2026-11-20 (thank you phone)"
