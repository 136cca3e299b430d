"""R23: an offer is named once more, gently, and never a second time."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.model import CallResult, Event, EventKind
from tests.people import a_day, contact, d, event, plan, written

TALK = (event(EventKind.INTERVIEW, "11-02", "Yes, In person"), event(EventKind.THANK_YOU, "11-03"))
OFFERED = "to introduce me to the head of planning"


def reminders(*events: Event, today: str = "11-24", **more: Any) -> list[tuple[str, str]]:
    ada = contact(they_offered=OFFERED, **more)
    found = plan([ada], a_day(today), written(*(events or TALK)))
    return [(str(a.due), a.rule) for a in found.actions if a.step == "reminder"]


def test_ten_business_days_after_the_talk_a_reminder_is_due() -> None:
    assert reminders() == [("2026-11-16", "R23")]


def test_it_comes_beside_the_note_that_keeps_in_touch() -> None:
    found = plan([contact(they_offered=OFFERED)], a_day("11-16"), written(*TALK))
    assert [(a.step, a.due) for a in found.actions] == [
        ("reminder", d("11-16")),
        ("keep_in_touch", d("11-24")),
    ]


@pytest.mark.parametrize(
    ("more", "events"),
    [
        ({"offer_kept_on": "11-10"}, TALK),
        ({}, TALK[:1]),
        ({}, (*TALK, event(EventKind.REMINDER, "11-16", "of the offer made on 2026-11-02"))),
        ({}, (*TALK, event(EventKind.REMINDER, "10-16", "of the offer made on 2026-10-02"))),
        ({}, (*TALK, event(EventKind.REPLY, "11-09"))),
        ({"on_hold": True}, TALK),
        ({}, (event(EventKind.CALL, "11-02", CallResult.DECLINED), TALK[1])),
        ({}, (event(EventKind.CALL, "11-02", CallResult.WRONG_PERSON), TALK[1])),
        ({"unreadable": ("offer_kept_on",)}, TALK),
        ({"interview_on": "12-03"}, TALK),
        ({}, (*TALK, event(EventKind.INTERVIEW, "11-09", "Yes, Phone"))),
    ],
    ids=[
        "kept",
        "not thanked",
        "reminded",
        "reminded of an earlier one",
        "they wrote since",
        "on hold",
        "declined",
        "wrong person",
        "a cell that can't be read",
        "they meet again",
        "not thanked for the talk since",
    ],
)
def test_nothing_is_said_where_it_is_kept_known_or_unwelcome(
    more: dict[str, Any], events: tuple[Event, ...]
) -> None:
    assert reminders(*events, **more) == []


def test_a_reply_since_is_a_notice_that_names_the_offer() -> None:
    found = plan(
        [contact(they_offered=OFFERED)], a_day("11-24"), written(*TALK, event(EventKind.REPLY, "11-09"))
    )
    assert any(OFFERED in n and "Offer kept on" in n for n in found.notices)


def test_a_second_letter_of_the_day_waits_for_the_reminder() -> None:
    found = plan([contact(they_offered=OFFERED)], a_day("11-25"), written(*TALK))
    assert [(a.step, a.due) for a in found.actions] == [
        ("reminder", d("11-16")),
        ("keep_in_touch", d("11-27")),
    ]
