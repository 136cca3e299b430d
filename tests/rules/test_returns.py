"""Which addresses are dead: from which a letter came back, to whomever, and to which none has gone since (R14)."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.model import Contact, Event, EventKind
from pipeline.rules.details import (
    Departure,
    bounce_detail,
    left_detail,
    left_in,
    refused_detail,
    try_again_detail,
)
from pipeline.rules.history import Past
from pipeline.rules.returns import dead_addresses, gone_from
from tests.people import contact, event, plan, written

SHARED, BACK = "Office@example.org", date(2026, 12, 7)
PEOPLE = (
    Contact(2, "ada", "Ada", "Okafor", email="ada@example.net"),
    Contact(3, "bo", "Bo", "Lindqvist", email=SHARED),
)


def _event(who: str, on: date, kind: EventKind, detail: str = "") -> Event:
    return Event(on, who, who.title(), kind, "Email", detail)


@pytest.mark.parametrize(
    ("detail", "dead"),
    [
        (bounce_detail(SHARED), True),
        (refused_detail(SHARED, "spam"), True),
        (try_again_detail(SHARED, "mailbox full"), False),
        ("no such mailbox, they say", False),
    ],
)
def test_what_came_back_for_good_from_a_named_address_makes_it_dead(detail: str, dead: bool) -> None:
    bounce = _event("ada", BACK, EventKind.BOUNCE, detail)
    found = dead_addresses(PEOPLE, {"ada": Past((bounce,))})
    assert found == ({SHARED.casefold(): bounce} if dead else {})


@pytest.mark.parametrize(
    ("who", "sent", "dead"),
    [
        ("bo", BACK, True),
        ("bo", date(2026, 12, 8), False),
        ("ada", date(2026, 12, 8), True),  # to her corrected address
    ],
)
def test_a_letter_there_since_brings_it_back_to_life(who: str, sent: date, dead: bool) -> None:
    bounce = _event("ada", BACK, EventKind.BOUNCE, bounce_detail(SHARED))
    letter = _event(who, sent, EventKind.APPROACH)
    pasts = {"ada": Past((bounce,)), "bo": Past()}
    pasts[who] = Past((*pasts[who].events, letter))
    assert bool(dead_addresses(PEOPLE, pasts)) is dead


@pytest.mark.parametrize(
    ("who", "kind", "on", "dead"),
    [
        ("bo", EventKind.REPLY, date(2026, 12, 8), False),
        ("bo", EventKind.ANSWER, date(2026, 12, 8), False),
        ("bo", EventKind.REPLY, BACK, True),
        ("bo", EventKind.CALL, date(2026, 12, 8), True),
        ("bo", EventKind.AUTOMATIC, date(2026, 12, 8), True),
        ("ada", EventKind.REPLY, date(2026, 12, 8), True),  # from her corrected address
    ],
)
def test_whoever_writes_from_there_since_brings_it_back_to_life(
    who: str, kind: EventKind, on: date, *, dead: bool
) -> None:
    bounce = _event("ada", BACK, EventKind.BOUNCE, bounce_detail(SHARED))
    pasts = {"ada": Past((bounce,)), "bo": Past()}
    pasts[who] = Past((*pasts[who].events, _event(who, on, kind)))
    assert bool(dead_addresses(PEOPLE, pasts)) is dead


def test_an_address_that_failed_again_after_a_letter_stayed_is_dead() -> None:
    bounces = [
        _event("ada", day, EventKind.BOUNCE, bounce_detail(SHARED)) for day in (BACK, date(2026, 12, 9))
    ]
    letter = _event("bo", date(2026, 12, 8), EventKind.APPROACH)
    found = dead_addresses(PEOPLE, {"ada": Past(tuple(bounces)), "bo": Past((letter,))})
    assert found == {SHARED.casefold(): bounces[1]}


BO = PEOPLE[1]
GONE = _event("bo", BACK, EventKind.AUTOMATIC, left_detail(Departure(SHARED)))


@pytest.mark.parametrize(
    "left",
    [
        Departure("a@example.org"),
        Departure("a@example.org", "b@example.net", theirs=True),
        Departure("a@example.org", "b@example.net"),
    ],
)
def test_what_says_that_somebody_left_is_read_as_it_is_written(left: Departure) -> None:
    event = _event("bo", BACK, EventKind.AUTOMATIC, left_detail(left))
    assert left_in(event) == left
    assert left_in(event._replace(kind=EventKind.REPLY)) is None


@pytest.mark.parametrize("detail", ["", "left early", "back 2026-12-09", "said that she left a@example.org"])
def test_what_says_nothing_of_leaving_an_address_is_no_leaving(detail: str) -> None:
    assert left_in(_event("bo", BACK, EventKind.AUTOMATIC, detail)) is None


@pytest.mark.parametrize(
    ("others", "gone"),
    [
        ([], True),
        ([_event("bo", BACK, EventKind.FOLLOW_UP)], True),
        ([_event("bo", date(2026, 12, 1), EventKind.APPROACH)], True),
        ([_event("bo", date(2026, 12, 8), EventKind.THANK_YOU)], False),
        ([_event("bo", date(2026, 12, 8), EventKind.REPLY)], True),  # it may come from elsewhere
    ],
)
def test_who_left_is_gone_until_a_letter_went_there_all_the_same(others: list[Event], *, gone: bool) -> None:
    assert (gone_from(BO, Past((*others, GONE))) is not None) is gone


def test_another_address_and_a_blanked_detail_end_it() -> None:
    assert gone_from(BO._replace(email="bo@example.net"), Past((GONE,))) is None
    assert gone_from(BO, Past((GONE._replace(detail=""),))) is None


def test_no_first_letter_goes_where_somebody_elses_came_back_from() -> None:
    ada, bo = contact(), contact(3, "Bo", "Berg", email="desk@example.org")
    letter = event(EventKind.APPROACH, "11-02")
    back = event(EventKind.BOUNCE, "11-03", bounce_detail("Desk@example.org"))
    step = plan([ada, bo], "11-24", written(letter, back)).standings[3].step
    assert (step.rule, step.step) == ("R14", "fix_address")
