"""All that can happen with one person on one day, in every combination: a second run changes nothing, nor does the next day's."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice, product
from typing import Any

from pipeline.model import CallResult, Contact, Event, EventKind, Held, InterviewType
from pipeline.rules.agenda import Agenda, plan_day
from pipeline.rules.history import changed_rows, new_rows, pasts
from pipeline.rules.places import NO_PLACES
from tests.people import a_day, contact, d, event, write_back, written

TODAY = d("11-20")
EVERY = int(os.environ.get("FUZZ", "41"))
"""The long form (FUZZ=1) looks at each combination, the short one at each forty-first, which meets every pair of facts."""

CALLS: list[dict[str, Any]] = [
    {},
    {"called_on": TODAY},
    *({"called_on": TODAY, "call_result": r} for r in CallResult),
    *({"call_result": r} for r in CallResult),
]
REPLIES: list[dict[str, Any]] = [
    {},
    {"replied_on": TODAY},
    {"replied_on": TODAY, "answered_on": TODAY},
    {"answered_on": TODAY},
]
INTERVIEWS: list[dict[str, Any]] = [
    {},
    {"interview_on": TODAY},
    {"interview_held": Held.YES},
    *({"interview_on": TODAY, "interview_held": held} for held in Held),
    {"interview_on": TODAY, "interview_held": Held.YES, "interview_type": InterviewType.VIDEO},
    {"interview_on": TODAY + timedelta(days=7), "interview_held": Held.CANCELLED},
]
LETTERS: list[dict[str, Any]] = [
    {},
    {"approach_sent": TODAY},
    {"approach_sent": d("11-02"), "follow_up_sent": TODAY},
    {"thank_you_sent": TODAY},
    {"approach_sent": d("11-02"), "thank_you_sent": TODAY},
]
HOLDS: list[dict[str, Any]] = [{}, {"on_hold": True}, {"call_again_on": TODAY + timedelta(days=4)}]
MAILS: list[list[Event]] = [
    [],
    [event(EventKind.REPLY, "11-20", "Re: Your work", message_id="<r1@example.org>")],
    [event(EventKind.BOUNCE, "11-20", "address ada.okafor@example.org", message_id="<x@example.com>")],
]
PASTS: list[list[Event]] = [
    [],
    written(
        event(EventKind.APPROACH, "11-02", "call on 2026-11-09", message_id="<remembered.a@example.com>"),
        event(EventKind.CALL, "11-09", "Left message"),
    ),
    written(
        event(EventKind.CALL, "11-09", "Put off"),
        event(EventKind.THANK_YOU, "11-09", "thank_you_put_off, for the conversation on 2026-11-09"),
    ),
]


def combinations() -> Iterator[tuple[dict[str, Any], list[Event], list[Event]]]:
    every = product(CALLS, REPLIES, INTERVIEWS, LETTERS, HOLDS, MAILS, PASTS)
    for call, reply, interview, letter, hold, mail, past in islice(every, None, None, EVERY):
        yield call | reply | interview | letter | hold, mail, past


def run(
    people: Sequence[Contact], events: Sequence[Event], news: Sequence[Event], today: date
) -> tuple[Agenda, list[Contact], list[Event]]:
    past = pasts(people, events, news, (), today)
    agenda = plan_day(people, past, a_day(today.isoformat()), NO_PLACES, (), ())
    cells, history = write_back(people, agenda, past, events)
    return agenda, cells, history


def test_a_second_run_of_the_day_and_of_the_next_changes_nothing() -> None:
    for cells, news, history in combinations():
        people, events = [contact(**cells)], list(history)
        for today in (TODAY, TODAY + timedelta(days=3)):
            first, people, events = run(people, events, news, today)
            past = pasts(people, events, news, (), today)
            second = plan_day(people, past, a_day(today.isoformat()), NO_PLACES, (), ())
            told = (cells, [e.kind for e in news], [e.detail for e in history], today)
            assert not [*new_rows(past), *changed_rows(past)], told
            assert second.actions == first.actions, told
            assert second.standings[2].stage == first.standings[2].stage, told
            letters = [(a.due <= today, a.step) for a in first.at_hand() if a.letter]
            assert len(letters) <= 1, told
