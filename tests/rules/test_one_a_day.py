"""R22: one letter a person a day, in the order of thanks, confirmation, follow-up, note and approach."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.model import CallResult, Contact, EventKind, Held, InterviewType, Step
from pipeline.rules.places import Places
from tests.people import contact, d, event, plan, written

ADA = contact(2, called_on="11-23", call_result=CallResult.INTERVIEWED, interview_on="12-04")
MET_BO = contact(
    3,
    "Bo",
    "Berg",
    referred_by="Ada Okafor",
    interview_on="11-20",
    interview_held=Held.YES,
    interview_type=InterviewType.IN_PERSON,
    thank_you_sent="11-20",
)


def letters(people: list[Contact], today: str, events: Any = (), **more: Any) -> list[tuple[str, date]]:
    agenda = plan(people, today, events, **more)
    return [(str(a.step), a.due) for a in agenda.actions if a.letter and a.row == 2]


def test_thanks_for_a_talk_go_before_a_confirmation_which_waits_a_business_day() -> None:
    agenda = letters([ADA], "12-01", written(event(EventKind.CALL, "11-23", "Interviewed on this call")))
    assert agenda == [("thank_you", d("11-23")), ("confirm", d("12-03"))]
    early = contact(2, called_on="11-23", call_result=CallResult.INTERVIEWED, interview_on="12-02")
    assert letters([early], "11-30") == [("thank_you", d("11-23")), ("confirm", d("12-01"))]


def test_a_confirmation_on_its_last_day_goes_beside_the_thanks() -> None:
    both = letters([ADA], "12-03")
    assert both == [("thank_you", d("11-23")), ("confirm", d("12-03"))]


@pytest.mark.parametrize(("prepare", "confirm"), [(3, "12-02"), (1, "12-03")])
def test_a_confirmation_before_its_last_day_waits(prepare: int, confirm: str) -> None:
    from tests.people import a_day

    day = a_day("12-01", prepare=prepare)
    agenda = plan([ADA], day)
    found = {str(a.step): a.due for a in agenda.actions if a.letter}
    assert found == {"thank_you": d("11-23"), "confirm": d(confirm)}


def test_a_note_waits_for_the_thanks_to_a_referrer_and_is_not_late_for_it() -> None:
    ada = contact(2, called_on="10-05", call_result=CallResult.INTERVIEWED, thank_you_sent="10-05")
    agenda = plan([ada, MET_BO], "11-24")
    mine = [(str(a.step), a.due, a.days_late) for a in agenda.actions if a.row == 2]
    assert mine == [("thank_referrer", d("11-23"), 1), ("keep_in_touch", d("11-25"), 0)]
    assert agenda.standings[2].step.due == d("11-25")


@pytest.mark.parametrize("kind", [EventKind.KEEP_IN_TOUCH, EventKind.THANK_REFERRER, EventKind.APPROACH])
def test_a_letter_sent_today_leaves_the_next_for_the_next_business_day(kind: EventKind) -> None:
    sent = written(event(kind, "11-25", "for Zoe Zorn (C0)"))
    ada = contact(2, called_on="11-24", call_result=CallResult.PUT_OFF)
    assert letters([ada], "11-25", sent) == [("thank_you", d("11-27"))]
    assert letters([ada], "11-27", sent) == [("thank_you", d("11-24"))]


def test_an_exported_letter_counts_on_its_day_and_is_asked_about_ever_after() -> None:
    ada = contact(2, called_on="10-05", call_result=CallResult.INTERVIEWED, thank_you_sent="10-05")
    key = (ada.id, EventKind.THANK_REFERRER)
    today = letters([ada, MET_BO], "11-24", places=Places(on_its_way={key: d("11-24")}))
    assert today == [("thank_referrer", d("11-23")), ("keep_in_touch", d("11-25"))]
    before = letters([ada, MET_BO], "11-24", places=Places(on_its_way={key: d("11-23")}))
    assert before == [("thank_referrer", d("11-23")), ("keep_in_touch", d("10-26"))]


def test_a_confirmation_sent_today_on_its_last_day_leaves_room_for_the_thanks() -> None:
    sent = written(event(EventKind.CONFIRM, "12-03", "for the interview on 2026-12-04"))
    assert letters([ADA], "12-03", sent) == [("thank_you", d("11-23"))]
    early = written(event(EventKind.CONFIRM, "12-02", "for the interview on 2026-12-04"))
    assert letters([ADA], "12-02", early) == [("thank_you", d("12-03"))]


def test_a_confirmation_on_its_last_day_goes_beside_two_thanks_and_no_third_letter_beside_both() -> None:
    thanks = [event(EventKind.THANK_YOU, "12-03"), event(EventKind.THANK_REFERRER, "12-03")]
    assert letters([ADA], "12-03", written(*thanks)) == [("confirm", d("12-03"))]
    confirmed = event(EventKind.CONFIRM, "12-03", "for the interview on 2026-12-04")
    assert letters([ADA, MET_BO], "12-03", written(thanks[0], confirmed)) == [("thank_referrer", d("12-04"))]


def test_other_people_are_not_put_off() -> None:
    bo = contact(3, "Bo", "Berg", called_on="11-23", call_result=CallResult.PUT_OFF)
    agenda = plan([contact(2, called_on="11-23", call_result=CallResult.PUT_OFF), bo], "11-24")
    assert [a.step for a in agenda.due()] == [Step.THANK_YOU, Step.THANK_YOU]


def test_on_a_day_off_each_of_the_two_days_has_its_letter() -> None:
    ada = contact(2, called_on="11-28", call_result=CallResult.INTERVIEWED, last_contact="11-28")
    sunday = letters([ada, MET_BO], "11-29")
    assert sunday == [("thank_you", d("11-28"))]  # thanks to a referrer wait for their own
    thanked = contact(2, called_on="11-27", call_result=CallResult.INTERVIEWED, thank_you_sent="11-27")
    assert letters([thanked, MET_BO], "11-29")[0] == ("thank_referrer", d("11-23"))
