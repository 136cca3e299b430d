"""After days away: how it is known, what still matters, and what the one step lets go."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from pipeline.model import CallResult, Contact, Event, EventKind, Held, Settings, Step
from pipeline.rules.mercy import Return, coming_back, said_of
from pipeline.rules.ruling import Day
from pipeline.rules.workdays import Workdays
from tests.people import a_day, contact, d, event, plan, written

LONG_AGO = contact(2, "Ada", "Okafor", phone="")
SENT = event(EventKind.APPROACH, "11-02", of=LONG_AGO)


def back(today: str | Day, *contacts: Contact, events: Iterable[Event] = (SENT,)) -> Return | None:
    day = a_day(today) if isinstance(today, str) else today
    return coming_back(plan(contacts or [LONG_AGO], day, written(*events)), day)


@pytest.mark.parametrize(("today", "away"), [("11-19", True), ("11-18", True), ("11-17", False)])
def test_five_business_days_without_anything_recorded_are_being_away(today: str, away: bool) -> None:
    called = event(EventKind.CALL, "11-10", "No answer", of=LONG_AGO)
    assert (back(today, LONG_AGO._replace(phone="555-0101"), events=[SENT, called]) is not None) == away


def test_what_is_recorded_today_does_not_hide_that_one_was_away() -> None:
    bo = contact(3, "Bo", "Ek", called_on=d("11-24"), call_result=CallResult.NO_ANSWER)
    assert back("11-24", LONG_AGO, bo) is not None


def test_days_off_are_no_days_away() -> None:
    day = a_day("11-24", workdays=Workdays(days_off=[(d("11-03"), d("11-23"))]))
    assert back(day) is None


def test_who_never_began_is_not_away() -> None:
    assert back("11-24", contact(2, "Ada", "Okafor"), events=()) is None


def test_what_lies_before_act_from_is_no_reason_to_speak_of_it_again() -> None:
    assert back("11-24") is not None
    assert back(a_day("11-24", settings=Settings(act_from=d("11-24")))) is None


def test_thanks_replies_interviews_and_calls_still_matter_and_a_follow_up_may_go() -> None:
    met = contact(3, "Bo", "Ek", interview_on=d("11-05"), interview_held=Held.YES)
    ahead = contact(4, "Cy", "Fox", interview_on=d("12-02"))
    found = back("11-24", LONG_AGO, met, ahead)
    assert found is not None
    assert [(a.name, a.step) for a in found.matters] == [("Bo Ek", Step.THANK_YOU)]
    assert [name for _, name in found.ahead] == ["Cy Fox"]
    assert [(a.name, a.step) for a in found.rest] == [("Ada Okafor", Step.FOLLOW_UP)]
    said = said_of(found)
    assert "  Thank: Bo Ek" in said
    assert any(line.startswith("Do that first") and "2026-11-24 at Act from" in line for line in said)
    assert said[-1] == "  Follow up: Ada Okafor"
    assert len(said) < 12


def test_an_interview_that_is_near_keeps_nobody_from_letting_the_rest_go() -> None:
    found = back("11-24", LONG_AGO, contact(4, "Cy", "Fox", interview_on=d("11-25")))
    assert found is not None
    assert [name for _, name in found.ahead] == ["Cy Fox"]
    assert found.matters == ()  # to prepare for it is nothing that could be recorded first


def going(found: Return) -> set[tuple[str, Step]]:
    return {(a.name, a.step) for a in found.rest}


def test_the_one_step_lets_the_late_rest_go() -> None:
    found = back("11-24")
    assert found is not None
    assert found.rest
    day = a_day("11-24", settings=Settings(act_from=d("11-24")))
    assert plan(LONG_AGO, day, written(SENT)).due() == ()


def test_names_given_and_what_is_due_later_are_among_what_goes_if_they_go() -> None:
    met = contact(3, "Bo", "Ek", interview_on=d("11-05"), interview_held=Held.YES, thank_you_sent=d("11-06"),
                  referrals_given="Nick Cave", they_offered="to send me the plan")  # fmt: skip
    thanked = event(EventKind.THANK_YOU, "11-06", of=met)
    today = "11-19"
    found = back(today, LONG_AGO, met, events=[SENT, thanked])
    assert found is not None
    assert ("Bo Ek", Step.ADD_REFERRAL) in going(found)
    assert any("Nick Cave (from Bo Ek)" in line for line in said_of(found))
    day = a_day(today, settings=Settings(act_from=found.on))
    after = {(a.name, a.step) for a in plan([LONG_AGO, met], day, written(SENT, thanked)).actions}
    before = {(a.name, a.step) for a in plan([LONG_AGO, met], a_day(today), written(SENT, thanked)).actions}
    assert before - after == going(found)


def test_it_is_told_as_long_as_something_from_before_is_late() -> None:
    bo = contact(3, "Bo", "Ek", called_on=d("11-24"), call_result=CallResult.DECLINED)
    found = back("11-25", LONG_AGO, bo)
    assert found is not None
    assert found.on == d("11-24")  # the day of coming back; what was done then still owes its thanks
    assert going(found) == {("Ada Okafor", Step.FOLLOW_UP)}
    assert found.matters == ()
    day = a_day("11-25", settings=Settings(act_from=found.on))
    assert [(a.name, a.step) for a in plan([LONG_AGO, bo], day, written(SENT)).due()] == [
        ("Bo Ek", Step.THANK_YOU)
    ]
    gone = LONG_AGO._replace(call_result=CallResult.DECLINED, called_on=d("11-24"), thank_you_sent=d("11-24"))
    assert back("11-25", gone, bo) is None


def test_what_became_late_since_one_is_back_is_no_reason_to_speak_of_it() -> None:
    cy, di = contact(4, "Cy", "Fox", phone=""), contact(5, "Di", "Roe")
    since = [
        SENT,
        event(EventKind.FOLLOW_UP, "11-20", of=LONG_AGO),
        event(EventKind.APPROACH, "11-20", of=cy),
        event(EventKind.CALL, "11-25", "Declined", of=di),
        event(EventKind.THANK_YOU, "11-30", of=di),
    ]
    assert any(a.days_late for a in plan([LONG_AGO, cy, di], a_day("12-03"), written(*since)).due())
    assert back("12-03", LONG_AGO, cy, di, events=since) is None
