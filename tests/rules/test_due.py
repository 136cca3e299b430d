"""Each rule of the search at its boundaries: the day before, the day, the day after, weekends, Thanksgiving (2026-11-26)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.model import (
    CallResult,
    Channel,
    EventKind,
    Held,
    InterviewType,
    LetterKind,
    Settings,
    Stage,
    Step,
)
from pipeline.rules.approaches import incomplete
from pipeline.rules.explain import explain
from pipeline.rules.talks import untold
from pipeline.rules.wording import what_to_do
from tests.people import a_day, contact, d, event, next_of, plan, standing, steps, written

NO_ANSWER, LEFT, LATER = CallResult.NO_ANSWER, CallResult.LEFT_MESSAGE, CallResult.CALL_LATER
AGREED, TALKED = CallResult.ACCEPTED_IN_PERSON, CallResult.INTERVIEWED
PUT_OFF, DECLINED, WRONG = CallResult.PUT_OFF, CallResult.DECLINED, CallResult.WRONG_PERSON
YES, NO_SHOW, CANCELLED = Held.YES, Held.NO_SHOW, Held.CANCELLED
IN_PERSON, BY_PHONE, VIDEO = InterviewType.IN_PERSON, InterviewType.PHONE, InterviewType.VIDEO


def sent(on: str = "11-02", detail: str = "", **more: object):
    return event(EventKind.APPROACH, on, detail, **more)


# R14


@pytest.mark.parametrize(
    ("hold", "held"),
    [(True, True), ("11-25", True), ("11-24", False), ("11-23", False), (False, False), (None, False)],
)
def test_a_hold_stops_every_step_until_its_date_has_come(hold: object, held: bool) -> None:
    found = standing(contact(on_hold=hold), "11-24")
    assert (found.step is None, found.stage is Stage.ON_HOLD) == (held, held)


def test_who_stands_twice_has_no_step_but_the_interviews_until_that_is_resolved() -> None:
    twice = contact(
        duplicate="ID stands twice.",
        called_on="11-20",
        call_result=PUT_OFF,
        interview_on="11-25",
        referrals_given="Bo Berg",
    )
    assert [(a.step, a.letter) for a in plan(twice, "11-24").actions] == [("prepare_interview", None)]
    assert [(a.step, a.letter) for a in plan(twice, "11-26").actions] == [("record_outcome", None)]
    assert plan(twice._replace(on_hold=True), "11-26").actions == ()
    assert plan(twice._replace(interview_on=None), "11-26").actions == ()


BOUNCE = event(EventKind.BOUNCE, "11-04", "address ada.okafor@example.org")


def test_a_bounce_takes_the_letter_back_until_the_address_is_changed() -> None:
    history = written(sent(), BOUNCE)
    old = contact(approach_sent="11-02", last_contact="11-02")
    assert next_of(old, "11-24", history) == ("R14", "fix_address", d("11-24"))
    found = standing(old, "11-24", history)
    assert (found.stage, found.facts.approach, found.facts.last_contact) == (Stage.BOUNCED, None, None)
    mended = old._replace(email="a.okafor@example.org")
    assert next_of(mended, "11-24", history) == ("R12", "approach", d("11-24"))
    assert standing(mended, "11-24", history).stage is Stage.TARGET


def test_a_letter_after_a_bounce_is_another_letter() -> None:
    met = contact(
        email="new@example.org",
        id=contact().id,
        interview_on="11-10",
        interview_held=YES,
        interview_type=IN_PERSON,
    )
    thanks = event(EventKind.THANK_YOU, "11-10", "thank_you_in_person, for the conversation on 2026-11-10")
    bounced = BOUNCE._replace(date=d("11-11"))
    assert standing(met, "11-24", written(thanks, bounced)).step.occasion == "2026-11-10+1"
    assert (
        standing(
            contact(email="new@example.org", id=contact().id), "11-24", written(sent(), BOUNCE)
        ).step.occasion
        == "1+1"
    )


def test_after_a_bounce_an_interview_ahead_is_still_prepared_but_not_confirmed() -> None:
    agenda = plan(contact(interview_on="11-25"), "11-24", written(sent(), BOUNCE))
    assert steps(agenda) == ["prepare_interview", "fix_address"]


GONE = event(EventKind.AUTOMATIC, "11-04", "left ada.okafor@example.org")


def test_an_address_that_they_left_is_asked_about_before_anything_is_drafted_to_it() -> None:
    history = written(sent(), GONE)
    gone = contact(approach_sent="11-02", last_contact="11-02", phone="")
    found = standing(gone, "11-24", history)
    assert next_of(gone, "11-24", history) == ("R14", "fix_address", d("11-24"))
    assert (found.stage, found.facts.approach) == (Stage.BOUNCED, d("11-02"))  # the letter arrived
    assert [(a.step, a.letter) for a in plan(gone, "11-24", history).actions] == [("fix_address", None)]
    assert found.step.why == (
        "Ada Okafor is not at ada.okafor@example.org any more, as an automatic reply of 2026-11-04 says."
    )
    assert found.step.to_do == (
        "Find out where they are and correct Email, or choose On hold. If ada.okafor@example.org is right, "
        "blank the Detail of that reply in row 3 of History."
    )


def test_a_new_date_for_a_talk_that_fell_through_says_that_the_address_is_dead() -> None:
    cancelled = contact(approach_sent="11-02", interview_on="11-20", interview_held=Held.CANCELLED, phone="")
    actions = plan(cancelled, "11-24", written(sent(), GONE)).actions
    why = next(a.why for a in actions if a.step is Step.RESCHEDULE)
    assert (
        why
        == "The interview on 2026-11-20 was cancelled; find a new date. The address must be corrected first."
    )
    by_phone = plan(cancelled._replace(phone="555-0100"), "11-24", written(sent(), GONE)).actions
    assert "corrected first" not in next(a.why for a in by_phone if a.step is Step.CALL)


@pytest.mark.parametrize(
    ("detail", "why", "to_do"),
    [
        ("; now at ada@example.net", ", but at ada@example.net.", "Correct Email to ada@example.net, and Organization and Position"),
        ("; names bo@example.org", ". It names bo@example.org: whoever that is would be", "Find out where they are"),
    ],
)  # fmt: skip
def test_the_address_that_the_reply_names_is_told(detail: str, why: str, to_do: str) -> None:
    left = GONE._replace(detail=GONE.detail + detail)
    found = standing(contact(approach_sent="11-02"), "11-24", written(sent(), left)).step
    assert found is not None
    assert why in found.why
    assert found.to_do.startswith(to_do)


def test_with_another_address_or_none_said_what_was_due_is_due() -> None:
    gone = contact(approach_sent="11-02", last_contact="11-02", phone="")
    elsewhere = gone._replace(email="ada@example.net")
    right = written(sent(), GONE._replace(detail=""))
    for person, history in ((elsewhere, written(sent(), GONE)), (gone, right)):
        assert next_of(person, "11-24", history)[:2] == ("R10", "follow_up")


def test_of_who_left_the_call_the_outcome_and_thanks_stay_in_sight() -> None:
    history = written(sent(), GONE)
    phoned = contact(approach_sent="11-02", phone="555-0101")
    assert steps(plan(phoned, "11-24", history)) == ["call", "fix_address"]
    met = contact(approach_sent="11-02", interview_on="11-20")
    assert steps(plan(met, "11-24", history)) == ["record_outcome", "fix_address"]
    held = met._replace(interview_held=YES, interview_type=IN_PERSON)
    assert [(a.step, a.letter) for a in plan(held, "11-24", history).actions] == [
        ("thank_you", None),
        ("fix_address", None),
    ]
    assert steps(plan(phoned._replace(on_hold=True), "11-24", history)) == []


def test_after_a_bounce_what_came_of_an_interview_is_asked_all_the_same() -> None:
    history = written(sent(), BOUNCE)
    assert steps(plan(contact(interview_on="11-20"), "11-24", history)) == ["record_outcome", "fix_address"]


# R4


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("11-19", None),
        ("11-20", None),
        ("11-21", ("R4", "record_outcome", d("11-20"))),
        ("11-27", ("R4", "record_outcome", d("11-20"))),
    ],
)
def test_an_interview_asks_for_its_outcome_from_the_day_after(today: str, found: object) -> None:
    c = contact(interview_on="11-20", called_on="11-02", call_result=AGREED, approach_sent="10-26")
    assert next_of(c, today) == found
    assert standing(c, today).stage is Stage.SCHEDULED


@pytest.mark.parametrize(
    ("interview", "asked"), [(None, True), ("11-17", True), ("11-18", False), ("11-30", False)]
)
def test_an_acceptance_asks_for_its_date(interview: str | None, asked: bool) -> None:
    c = contact(
        called_on="11-18",
        call_result=AGREED,
        interview_on=interview,
        interview_held=YES if interview == "11-17" else None,
        thank_you_sent="11-17" if interview == "11-17" else None,
    )
    assert (next_of(c, "11-18") == ("R4", "record_outcome", d("11-18"))) == asked


def test_thanks_for_a_talk_held_go_beside_the_day_that_a_later_acceptance_lacks() -> None:
    history = written(sent("11-02"), event(EventKind.INTERVIEW, "11-19", "Yes, In person"))
    again = contact(approach_sent="11-02", called_on="11-23", call_result=AGREED)
    agenda = plan(again, "11-24", history)
    assert sorted((a.step, a.letter, a.due) for a in agenda.actions) == [
        ("record_outcome", None, d("11-23")),
        ("thank_you", "thank_you_in_person", d("11-19")),
    ]
    found = standing(again, "11-24", history)
    assert (found.step.rule, found.stage) == ("R4", Stage.SCHEDULED)
    told = "\n".join(explain(agenda.standings[again.row], agenda, a_day("11-24")))
    assert "R5 in addition: Thank, due 2026-11-19." in told
    assert "R5 would hold" not in told
    dated = plan(again._replace(interview_on=d("11-30")), "11-24", history)
    assert [(a.letter, a.occasion) for a in dated.actions if a.rule == "R5"] == [
        (a.letter, a.occasion) for a in agenda.actions if a.rule == "R5"
    ]
    thanked = written(*history, event(EventKind.THANK_YOU, "11-24"))
    assert [a.step for a in plan(again, "11-24", thanked).actions] == ["record_outcome"]


def test_nothing_is_thanked_for_beside_an_interview_that_passed_nor_a_refusal_that_became_a_yes() -> None:
    talk = event(EventKind.INTERVIEW, "11-16", "Yes, In person")
    passed = contact(approach_sent="11-02", called_on="11-18", call_result=AGREED, interview_on="11-20")
    assert [a.step for a in plan(passed, "11-24", written(sent(), talk)).actions] == ["record_outcome"]
    for before in (DECLINED, PUT_OFF):
        turned = written(sent(), event(EventKind.CALL, "11-16", str(before)))
        agreed = contact(approach_sent="11-02", called_on="11-23", call_result=AGREED)
        assert [a.step for a in plan(agreed, "11-24", turned).actions] == ["record_outcome"]


def test_an_acceptance_by_mail_is_dated_by_the_reply_and_without_any_date_due_today() -> None:
    assert next_of(contact(replied_on="11-16", call_result=AGREED), "11-24") == (
        "R4",
        "record_outcome",
        d("11-16"),
    )
    assert next_of(contact(call_result=AGREED), "11-24") == ("R4", "record_outcome", d("11-24"))


def test_an_interview_that_history_knows_answers_the_acceptance_though_its_cells_are_blanked() -> None:
    history = written(
        event(EventKind.CALL, "11-02", str(AGREED)),
        event(EventKind.INTERVIEW, "11-09", "Yes, In person"),
        event(EventKind.THANK_YOU, "11-10"),
    )
    assert next_of(contact(called_on="11-02", call_result=AGREED), "11-24", history)[0] == "R11"


def test_a_yes_on_the_day_of_a_talk_asks_for_the_next_ones_date() -> None:
    history = written(event(EventKind.INTERVIEW, "11-18", "Yes, Phone"), event(EventKind.THANK_YOU, "11-18"))
    again = contact(called_on="11-18", call_result=AGREED)
    assert next_of(again, "11-24", history) == ("R4", "record_outcome", d("11-18"))


# R5


@pytest.mark.parametrize(
    ("cells", "letter"),
    [
        (
            {"interview_on": "11-20", "interview_held": YES, "interview_type": IN_PERSON},
            "thank_you_in_person",
        ),
        ({"interview_on": "11-20", "interview_held": YES, "interview_type": BY_PHONE}, "thank_you_phone"),
        ({"interview_on": "11-20", "interview_held": YES, "interview_type": VIDEO}, "thank_you_phone"),
        (
            {
                "interview_on": "11-20",
                "interview_held": YES,
                "called_on": "11-10",
                "call_result": CallResult.ACCEPTED_VIDEO,
            },
            "thank_you_phone",
        ),
        (
            {"interview_on": "11-20", "interview_held": YES, "called_on": "11-10", "call_result": AGREED},
            "thank_you_in_person",
        ),
        ({"called_on": "11-20", "call_result": TALKED}, "thank_you_phone"),
        ({"called_on": "11-20", "call_result": PUT_OFF}, "thank_you_put_off"),
        ({"called_on": "11-20", "call_result": DECLINED}, "thank_you_declined"),
        ({"called_on": "11-20", "call_result": WRONG}, "thank_you_declined"),
        ({"replied_on": "11-20", "call_result": PUT_OFF}, "thank_you_put_off"),
        ({"replied_on": "11-20", "call_result": DECLINED}, "thank_you_declined"),
    ],
)
def test_every_conversation_owes_its_thank_you_on_its_day(cells: dict[str, object], letter: str) -> None:
    c = contact(approach_sent="11-02", **cells)
    for today in ("11-20", "11-21", "11-27"):
        step = standing(c, today).step
        assert (step.rule, str(step.letter), step.due, step.occasion, step.held_back) == (
            "R5",
            letter,
            d("11-20"),
            "2026-11-20",
            "",
        )


@pytest.mark.parametrize(
    ("today", "late"),
    [("11-20", 0), ("11-21", 0), ("11-22", 0), ("11-23", 1), ("11-25", 3), ("11-26", 3), ("11-27", 4)],
)
def test_a_thank_you_is_late_from_the_next_business_day(today: str, late: int) -> None:
    (action,) = plan(contact(called_on="11-20", call_result=TALKED), today).due()
    assert action.days_late == late


@pytest.mark.parametrize(("thanked", "owed"), [("11-19", True), ("11-20", False), ("11-21", False)])
def test_a_thank_you_counts_on_or_after_the_conversation(thanked: str, owed: bool) -> None:
    found = next_of(contact(called_on="11-20", call_result=TALKED, thank_you_sent=thanked), "11-24")
    assert (found[0] == "R5") == owed


def test_several_unthanked_get_one_letter_with_the_earliest_date_and_the_latest_kind() -> None:
    c = contact(
        called_on="11-16",
        call_result=PUT_OFF,
        interview_on="11-20",
        interview_held=YES,
        interview_type=IN_PERSON,
    )
    step = standing(c, "11-24").step
    assert (step.letter, step.due, step.occasion) == (
        LetterKind.THANK_YOU_IN_PERSON,
        d("11-16"),
        "2026-11-20",
    )


def test_a_later_acceptance_cancels_the_thank_you_of_a_put_off() -> None:
    history = written(sent(), event(EventKind.CALL, "11-10", str(PUT_OFF)))
    c = contact(called_on="11-16", call_result=AGREED, interview_on="11-30")
    assert next_of(c, "11-24", history) is None
    assert standing(c, "11-24", history).stage is Stage.SCHEDULED


def test_declined_by_mail_owes_nothing_once_answered_but_an_earlier_talk_still_does() -> None:
    c = contact(approach_sent="11-02", replied_on="11-16", call_result=DECLINED)
    assert next_of(c, "11-17") == ("R5", "thank_you", d("11-16"))
    answered = c._replace(answered_on=d("11-17"))
    assert next_of(answered, "12-30") is None
    assert standing(answered, "12-30").stage is Stage.DECLINED
    met = answered._replace(interview_on=d("11-09"), interview_held=YES, interview_type=IN_PERSON)
    step = standing(met, "11-18").step
    assert (step.letter, step.due) == (LetterKind.THANK_YOU_IN_PERSON, d("11-09"))


def test_a_refusal_by_mail_that_was_answered_on_its_very_day_owes_nothing() -> None:
    c = contact(approach_sent="11-02", replied_on="11-16", answered_on="11-16", call_result=DECLINED)
    assert next_of(c, "11-17") is None


def test_thanks_that_we_sent_count_though_an_earlier_day_was_typed_over_theirs() -> None:
    ours = event(
        EventKind.THANK_YOU, "11-20", "for the conversation on 2026-11-20", message_id="<remembered.t@a>"
    )
    history = written(event(EventKind.INTERVIEW, "11-20", "Yes, Phone"), ours)
    assert next_of(contact(thank_you_sent="11-19"), "11-24", history)[0] == "R11"
    by_hand = [history[0], history[1]._replace(message_id="")]
    assert next_of(contact(thank_you_sent="11-19"), "11-24", by_hand)[0] == "R5"


def test_an_interview_that_history_knows_is_no_second_one_once_its_day_is_blanked() -> None:
    history = written(event(EventKind.INTERVIEW, "11-10", "Yes, Phone"), event(EventKind.THANK_YOU, "11-11"))
    assert next_of(contact(interview_held=YES, interview_type=BY_PHONE), "11-24", history)[0] == "R11"


@pytest.mark.parametrize("ways", [(EventKind.CALL, EventKind.REPLY), (EventKind.REPLY, EventKind.CALL)])
@pytest.mark.parametrize("apart", [0, 1, 5])
@pytest.mark.parametrize("thanked", [None, "11-09", "11-10"])
def test_a_refusal_told_by_call_and_by_mail_is_one_and_thanked_for_once(
    ways: tuple[EventKind, EventKind], apart: int, thanked: str | None
) -> None:
    days = [d("11-09"), d("11-09") + timedelta(days=apart)]
    told = [event(way, f"{day:%m-%d}", str(DECLINED)) for way, day in zip(ways, days, strict=True)]
    thanks = [event(EventKind.THANK_YOU, thanked)] if thanked else []
    cells = {"called_on" if ways[1] is EventKind.CALL else "replied_on": f"{days[1]:%m-%d}"}
    c = contact(approach_sent="11-02", call_result=DECLINED, thank_you_sent=thanked, **cells)
    step = standing(c, "11-18", written(*sorted([*told, *thanks], key=lambda e: e.date))).step
    assert (step and (step.step, step.due, step.occasion)) == (
        None if thanked else ("thank_you", d("11-09"), "2026-11-09")
    )


@pytest.mark.parametrize(
    ("told", "between", "owed"),
    [
        ((EventKind.CALL, EventKind.CALL), None, True),  # two calls took their time twice
        ((EventKind.REPLY, EventKind.REPLY), None, False),
        ((EventKind.CALL, EventKind.REPLY), EventKind.FOLLOW_UP, True),
        ((EventKind.CALL, EventKind.REPLY), str(AGREED), True),
    ],
)
def test_a_refusal_is_a_new_one_on_another_call_and_after_a_letter_or_a_yes(
    told: tuple[EventKind, EventKind], between: str | EventKind | None, owed: bool
) -> None:
    last = "called_on" if told[1] is EventKind.CALL else "replied_on"
    past = [event(told[0], "11-09", str(DECLINED)), event(EventKind.THANK_YOU, "11-09")]
    if isinstance(between, EventKind):
        past.append(event(between, "11-11"))
    elif between:
        past.append(event(EventKind.REPLY, "11-11", between))
    past.append(event(told[1], "11-16", str(DECLINED)))
    c = contact(approach_sent="11-02", thank_you_sent="11-09", call_result=DECLINED, **{last: "11-16"})
    found = next_of(c, "11-18", written(sent("11-02"), *past))
    assert (found == ("R5", "thank_you", d("11-16"))) == owed
    assert owed or found is None


@pytest.mark.parametrize("ways", [(EventKind.CALL, EventKind.REPLY), (EventKind.REPLY, EventKind.CALL)])
def test_whom_to_turn_to_instead_is_thanked_for_after_a_mere_no(ways: tuple[EventKind, EventKind]) -> None:
    last = "called_on" if ways[1] is EventKind.CALL else "replied_on"
    no, thanks = event(ways[0], "11-09", str(DECLINED)), event(EventKind.THANK_YOU, "11-09")
    c = contact(approach_sent="11-02", thank_you_sent="11-09", call_result=WRONG, **{last: "11-16"})
    named = written(sent("11-02"), no, thanks, event(ways[1], "11-16", str(WRONG)))
    assert next_of(c, "11-18", named) == ("R5", "thank_you", d("11-16"))


def test_a_refusal_on_a_call_is_answered_with_the_mail_that_said_it_again() -> None:
    history = written(event(EventKind.CALL, "11-09", str(DECLINED)))
    c = contact(approach_sent="11-02", replied_on="11-10", call_result=DECLINED)
    assert next_of(c, "11-11", history) == ("R5", "thank_you", d("11-09"))
    assert next_of(c._replace(answered_on=d("11-09")), "11-11", history) is not None
    assert next_of(c._replace(answered_on=d("11-10")), "12-30", history) is None


def test_a_conversation_without_any_date_is_due_today_until_its_letter_went() -> None:
    for c in (contact(call_result=PUT_OFF), contact(interview_held=YES, interview_type=BY_PHONE)):
        step = standing(c, "11-24").step
        assert (step.rule, step.due, step.occasion) == ("R5", d("11-24"), "undated")
        thanked = event(EventKind.THANK_YOU, "11-24", f"{step.letter}, for the conversation on undated")
        assert standing(c, "11-25", written(thanked)).facts.thanked


def test_an_earlier_thank_you_does_not_stand_for_a_conversation_without_a_date() -> None:
    history = written(event(EventKind.CALL, "03-02", str(PUT_OFF)), event(EventKind.THANK_YOU, "03-03"))
    c = contact(call_result=DECLINED, thank_you_sent="03-03")
    assert next_of(c, "11-24", history) == ("R5", "thank_you", d("11-24"))
    assert next_of(c._replace(thank_you_sent=d("11-24")), "11-24", history) is None


def test_thanks_for_the_talks_before_do_not_stand_for_one_without_a_date() -> None:
    talks = [event(EventKind.INTERVIEW, day, "Yes, Phone") for day in ("10-05", "11-10")]
    thanks = [event(EventKind.THANK_YOU, day) for day in ("10-06", "11-10")]
    c = contact(call_result=PUT_OFF)
    assert next_of(c, "11-24", written(*talks, *thanks)) == ("R5", "thank_you", d("11-24"))


def test_a_letter_for_the_conversation_without_a_date_counts_for_it_whatever_went_after() -> None:
    c = contact(interview_held=YES, interview_type=BY_PHONE)
    dated = event(EventKind.THANK_YOU, "11-20", "thank_you_put_off, for the conversation on 2026-11-20")
    history = [event(EventKind.CALL, "11-20", str(PUT_OFF)), dated]
    assert next_of(c, "11-24", written(*history)) == ("R5", "thank_you", d("11-24"))
    undated = event(EventKind.THANK_YOU, "11-19", "thank_you_phone, for the conversation on undated")
    rule, *_ = next_of(c, "11-24", written(undated, *history)) or ("",)
    assert rule != "R5"


def test_a_blank_interview_type_keeps_the_letter_back_and_names_the_cell() -> None:
    step = standing(contact(interview_on="11-20", interview_held=YES), "11-24").step
    assert step.letter is LetterKind.THANK_YOU_IN_PERSON
    assert "Interview type" in step.held_back


def test_an_interview_set_down_as_held_on_a_day_to_come_still_owes_its_thank_you() -> None:
    assert next_of(contact(interview_on="11-30", interview_held=YES, interview_type=VIDEO), "11-24") == (
        "R5",
        "thank_you",
        d("11-24"),
    )


# R6


@pytest.mark.parametrize(
    ("replied", "due"),
    [("11-19", "11-20"), ("11-20", "11-23"), ("11-21", "11-23"), ("11-25", "11-27"), ("11-26", "11-27")],
)
def test_a_reply_is_to_be_answered_by_the_next_business_day(replied: str, due: str) -> None:
    c = contact(approach_sent="11-02", replied_on=replied)
    assert next_of(c, "11-27") == ("R6", "answer_reply", d(due))
    assert standing(c, "11-27").stage is Stage.REPLIED


@pytest.mark.parametrize(
    ("letter", "owed"), [("11-15", True), ("11-16", True), ("11-17", False), (None, True)]
)
def test_a_reply_counts_on_or_after_our_letter_or_where_they_wrote_first(
    letter: str | None, owed: bool
) -> None:
    found = next_of(contact(approach_sent=letter, replied_on="11-16"), "11-24")
    assert (found is not None and found[0] == "R6") == owed


@pytest.mark.parametrize(
    ("attr", "settles"), [("called_on", "11-16"), ("interview_on", "11-16"), ("called_on", "11-15")]
)
def test_a_call_or_an_interview_on_or_after_the_reply_settles_it(attr: str, settles: str) -> None:
    c = contact(
        approach_sent="11-02",
        replied_on="11-16",
        **{attr: settles},
        **({"call_result": LEFT} if attr == "called_on" else {"interview_held": YES}),
    )
    assert (next_of(c, "11-24")[0] == "R6") == (settles < "11-16")


@pytest.mark.parametrize(("phone", "step"), [("555-0101", "call"), ("", "answer_reply")])
@pytest.mark.parametrize(("answered", "due"), [("11-16", "11-23"), ("11-19", "11-27"), ("11-20", "11-30")])
def test_an_answer_and_then_silence(phone: str, step: str, answered: str, due: str) -> None:
    c = contact(phone=phone, approach_sent="11-02", replied_on="11-16", answered_on=answered)
    assert next_of(c, "11-23") == ("R6", step, d(due))


def test_a_call_on_a_day_that_was_agreed_in_the_answer_says_so() -> None:
    c = contact(approach_sent="11-02", replied_on="11-16", answered_on="11-16", call_again_on="11-19")
    assert next_of(c, "11-19") == ("R6", "call", d("11-19"))
    assert standing(c, "11-19").step.why == "You noted to call again on 2026-11-19."


def test_a_call_on_the_day_of_our_answer_is_no_silence() -> None:
    c = contact(approach_sent="11-02", replied_on="11-09", answered_on="11-10", called_on="11-10")
    assert next_of(c._replace(call_result=CallResult.CALL_LATER), "12-30")[2] == d("11-12")


@pytest.mark.parametrize("result", [DECLINED, PUT_OFF])
def test_nobody_who_declined_or_put_us_off_is_called_after_our_answer(result: CallResult) -> None:
    by_mail = contact(
        approach_sent="11-02",
        replied_on="11-16",
        answered_on="11-18",
        call_result=result,
        thank_you_sent="11-18",
    )
    on_the_phone = contact(
        approach_sent="11-02",
        replied_on="11-16",
        called_on="11-17",
        answered_on="11-18",
        call_result=result,
        thank_you_sent="11-18",
    )
    for c in (by_mail, on_the_phone):
        found = next_of(c, "12-30")
        assert found is None or found[1] == "keep_in_touch"


@pytest.mark.parametrize("kind", [EventKind.THANK_YOU, EventKind.KEEP_IN_TOUCH, EventKind.CONFIRM])
def test_a_reply_to_a_thank_you_or_a_note_is_a_notice_only(kind: EventKind) -> None:
    history = written(
        sent(),
        event(EventKind.CALL, "11-09", str(TALKED)),
        event(EventKind.THANK_YOU, "11-10"),
        event(kind, "11-20"),
    )
    agenda = plan(contact(replied_on="11-23"), "11-24", history)
    assert not [a for a in agenda.actions if a.rule == "R6"]
    assert any("replied on 2026-11-23" in n for n in agenda.notices)


@pytest.mark.parametrize(
    ("cells", "today", "told"),
    [
        ({}, "11-24", True),
        ({}, "12-30", True),
        ({"answered_on": "11-24"}, "11-30", True),
        ({"on_hold": True}, "11-24", False),
    ],
)
def test_whoever_asks_for_rest_under_a_note_is_noticed_until_they_rest(
    cells: dict[str, object], today: str, told: bool
) -> None:
    history = written(
        sent(),
        event(EventKind.CALL, "11-09", str(TALKED)),
        event(EventKind.THANK_YOU, "11-10"),
        event(EventKind.REPLY, "11-23", "Re: Thanks; asks not to be written to", message_id="r"),
    )
    agenda = plan(contact(replied_on="11-23", **cells), today, history)
    assert any("asks not to be written to again" in n for n in agenda.notices) == told


def test_whoever_asks_for_rest_is_not_called_after_an_answer_and_silence() -> None:
    asks = event(EventKind.REPLY, "11-12", "Re: Work; asks not to be written to", message_id="r")
    for answered in (None, "11-13"):
        c = contact(phone="555-0101", approach_sent="11-10", replied_on="11-12", answered_on=answered)
        (action,) = plan(c, "11-24", written(asks)).due()
        assert action.step == "answer_reply"
        assert (
            what_to_do(action, c, None)
            == "Let it rest, at most with a last word, then fill in On hold (Yes)."
        )


def test_after_an_answer_and_silence_nobody_is_told_to_fill_in_what_is_filled_in() -> None:
    silent = contact(phone="", approach_sent="11-10", replied_on="11-12", answered_on="11-13")
    (action,) = plan(silent, "11-24").due()
    assert what_to_do(action, silent, None).startswith("Write to them once more yourself")
    unanswered = silent._replace(answered_on=None)
    (action,) = plan(unanswered, "11-24").due()
    assert what_to_do(action, unanswered, None).startswith("Write the answer yourself")


@pytest.mark.parametrize(("last", "said"), [(NO_ANSWER, "did not reach them"), (LATER, "led to no talk")])
def test_calls_on_one_of_which_they_were_reached_are_not_said_to_have_reached_nobody(
    last: CallResult, said: str
) -> None:
    calls = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-09", "11-11")]
    history = written(event(EventKind.APPROACH, "11-02"), *calls, event(EventKind.CALL, "11-13", str(last)))
    step = standing(contact(approach_sent="11-02"), "11-16", history).step
    assert step is not None
    assert step.why == f"3 calls {said}, the last on 2026-11-13."


@pytest.mark.parametrize(("late", "owed"), [(True, True), (False, False)])
def test_a_reply_is_no_answer_to_a_letter_that_went_later_on_that_day(*, late: bool, owed: bool) -> None:
    c = contact(approach_sent="11-10", replied_on="11-18")
    thanks = event(EventKind.THANK_REFERRER, "11-18", "for Bo Berg (C2)", message_id="t")
    news = [event(EventKind.REPLY, "11-18"), thanks]
    agenda = plan(
        c, "11-19", written(event(EventKind.APPROACH, "11-10"), *(news if late else reversed(news)))
    )
    assert ("answer_reply" in steps(agenda)) == owed
    assert any("to your thanks for a referral" in n for n in agenda.notices) != owed


def test_who_declined_by_mail_and_was_thanked_that_day_has_answered_no_thank_you() -> None:
    c = contact(approach_sent="11-10", replied_on="11-18", call_result="Declined", thank_you_sent="11-18")
    reply = event(EventKind.REPLY, "11-18", "Declined")
    thanks = event(EventKind.THANK_YOU, "11-18", "for the conversation on 2026-11-18", message_id="t")
    agenda = plan(c, "11-19", written(event(EventKind.APPROACH, "11-10"), reply, thanks))
    assert agenda.notices == ()
    assert steps(agenda) == []


def test_a_reply_answers_the_newest_letter_that_had_gone_before_it() -> None:
    c = contact(interview_on="11-13", interview_held=Held.YES, replied_on="11-18", thank_you_sent="11-16")
    before = [event(EventKind.INTERVIEW, "11-13", "Yes, In person"), event(EventKind.THANK_YOU, "11-16")]
    thanks = event(EventKind.THANK_REFERRER, "11-18", "for Bo Berg (C2)", message_id="t")
    agenda = plan(c, "11-19", written(*before, event(EventKind.REPLY, "11-18"), thanks))
    assert [n for n in agenda.notices if "thank-you letter" in n]
    assert "answer_reply" not in steps(agenda)


# R8


@pytest.mark.parametrize(
    ("channel", "detail", "due"),
    [
        (Channel.EMAIL, "", "11-27"),
        (Channel.POST, "", "12-01"),
        (Channel.EMAIL, "call on 2026-11-24", "11-24"),
        (Channel.POST, "call on 2026-12-04", "12-04"),
    ],
)
def test_the_first_call_is_on_the_promised_day_or_after_five_or_seven_business_days(
    channel: Channel, detail: str, due: str
) -> None:
    history = written(sent("11-19", detail, channel=str(channel)))
    assert next_of(contact(channel=channel, address="1 Example Street"), "11-20", history) == (
        "R8",
        "call",
        d(due),
    )


def test_what_comes_on_the_day_of_a_first_letter_settles_its_promise_and_a_talk_that_of_no_thanks() -> None:
    reply = event(EventKind.REPLY, "11-19")
    assert (
        standing(contact(), "11-20", written(sent("11-19", "call on 2026-11-30"), reply)).facts.promise
        is None
    )
    talk = event(EventKind.INTERVIEW, "11-19", "Yes, Phone")
    thanks = event(EventKind.THANK_YOU, "11-19", "call on 2026-11-30")
    assert standing(contact(), "11-20", written(talk, thanks)).facts.promise.day == d("11-30")


def test_a_promise_stands_though_the_date_of_the_letter_was_corrected() -> None:
    history = written(sent("11-19", "call on 2026-11-30"))
    assert next_of(contact(approach_sent="11-18"), "11-20", history) == ("R8", "call", d("11-30"))


@pytest.mark.parametrize(
    ("result", "last", "due"),
    [
        (NO_ANSWER, "11-24", "11-27"),
        (LEFT, "11-20", "11-24"),
        (LATER, "11-21", "11-24"),
        (NO_ANSWER, "11-26", "11-30"),
    ],
)
def test_after_no_answer_the_next_call_is_two_business_days_on(
    result: CallResult, last: str, due: str
) -> None:
    assert next_of(contact(approach_sent="11-02", called_on=last, call_result=result), "11-27") == (
        "R8",
        "call",
        d(due),
    )
    assert next_of(contact(called_on=last, call_result=result, phone=""), "11-27") == ("R8", "call", d(due))


def test_three_attempts_in_all_and_then_the_follow_up() -> None:
    calls = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-09", "11-11", "11-13")]
    assert next_of(contact(), "11-16", written(sent(), *calls[:2]))[:2] == ("R8", "call")
    assert next_of(contact(), "11-16", written(sent(), *calls)) == ("R10", "follow_up", d("11-17"))


def test_a_reply_after_the_follow_up_starts_the_attempts_anew() -> None:
    tried = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-05", "11-09", "11-11")]
    history = written(sent("11-02"), *tried, event(EventKind.FOLLOW_UP, "11-13"))
    c = contact(called_on="11-18", call_result=NO_ANSWER)
    assert next_of(c, "11-19", history) is None
    again = c._replace(replied_on=d("11-16"), answered_on=d("11-16"))
    assert next_of(again, "11-19", history) == ("R8", "call", d("11-20"))


def test_call_again_on_starts_the_attempts_anew() -> None:
    calls = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-09", "11-11", "11-13")]
    c = contact(call_again_on="11-23")
    assert next_of(c, "11-16", written(sent(), *calls)) == ("R8", "call", d("11-23"))
    again = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-23", "11-25", "11-30")]
    assert next_of(c, "11-24", written(sent(), *calls, again[0])) == ("R8", "call", d("11-25"))
    assert next_of(c, "11-26", written(sent(), *calls, *again[:2])) == ("R8", "call", d("11-30"))
    assert next_of(c, "12-01", written(sent(), *calls, *again)) == ("R10", "follow_up", d("12-02"))


def test_attempts_after_a_talk_are_counted_anew() -> None:
    history = written(
        event(EventKind.CALL, "11-02", str(LEFT)),
        event(EventKind.CALL, "11-04", str(LEFT)),
        event(EventKind.INTERVIEW, "11-10", "Yes, Phone"),
        event(EventKind.THANK_YOU, "11-10"),
        event(EventKind.CALL, "11-23", str(NO_ANSWER)),
    )
    assert next_of(contact(), "11-24", history) == ("R8", "call", d("11-25"))


def test_a_put_off_is_called_again_only_where_a_day_is_noted_and_only_once_thanked() -> None:
    c = contact(approach_sent="11-02", called_on="11-16", call_result=PUT_OFF, call_again_on="12-14")
    assert next_of(c, "11-16") == ("R5", "thank_you", d("11-16"))
    assert next_of(c._replace(thank_you_sent=d("11-16")), "11-17") == ("R8", "call", d("12-14"))
    assert next_of(c._replace(thank_you_sent=d("11-16"), call_again_on=None), "11-17")[0] == "R11"


@pytest.mark.parametrize("held", [CANCELLED, NO_SHOW])
@pytest.mark.parametrize(
    ("called", "interview", "due"),
    [("11-09", "11-20", "11-23"), ("11-23", "11-20", "11-24"), ("11-09", "11-25", "11-27")],
)
def test_a_cancelled_or_missed_interview_is_arranged_anew(
    held: Held, called: str, interview: str, due: str
) -> None:
    c = contact(called_on=called, interview_on=interview, interview_held=held, approach_sent="11-02")
    assert next_of(c, "11-27") == ("R8", "call", d(due))
    assert next_of(c._replace(phone=""), "11-27") == ("R8", "reschedule", d(due))


def test_a_cancelled_interview_whose_date_is_blanked_is_arranged_anew() -> None:
    history = written(sent(), event(EventKind.INTERVIEW, "11-20", "Cancelled"))
    assert next_of(contact(interview_held=CANCELLED), "11-24", history) == ("R8", "call", d("11-23"))
    assert next_of(contact(interview_held=CANCELLED), "11-24")[:2] == ("R8", "call")


def test_a_day_noted_before_the_interview_does_not_date_its_rearranging() -> None:
    c = contact(call_again_on="11-10", interview_on="11-20", interview_held=NO_SHOW, replied_on="11-09")
    assert next_of(c, "11-24") == ("R8", "call", d("11-23"))


def test_an_interview_cancelled_ahead_of_its_day_is_arranged_at_once_also_on_the_day_that_they_agreed() -> (
    None
):
    c = contact(approach_sent="11-02", called_on="11-24", call_result=AGREED)
    assert next_of(c._replace(interview_on=d("12-01"), interview_held=CANCELLED), "11-24") == (
        "R8",
        "call",
        d("11-24"),
    )


def test_whoever_talks_on_the_day_of_a_missed_interview_is_not_called_for_a_new_date() -> None:
    c = contact(approach_sent="11-02", interview_on="11-16", interview_held=NO_SHOW)
    talked = c._replace(called_on=d("11-16"), call_result=TALKED, thank_you_sent=d("11-16"))
    assert next_of(talked, "11-24")[0] == "R11"


@pytest.mark.parametrize("result", [DECLINED, WRONG])
def test_whoever_declines_after_a_missed_interview_is_not_called(result: CallResult) -> None:
    c = contact(
        interview_on="11-16",
        interview_held=NO_SHOW,
        called_on="11-18",
        call_result=result,
        thank_you_sent="11-18",
        approach_sent="11-02",
    )
    assert next_of(c, "12-30") is None


def test_whoever_declined_before_a_day_that_then_fell_through_is_not_called_for_a_new_one() -> None:
    c = contact(approach_sent="11-02", called_on="11-16", call_result=DECLINED, thank_you_sent="11-16")
    off = c._replace(interview_on=d("11-20"), interview_held=CANCELLED)
    assert next_of(off, "11-24") is None
    assert standing(off, "11-24").stage is Stage.DECLINED


@pytest.mark.parametrize("result", [DECLINED, WRONG])
def test_whoever_declined_by_mail_after_calls_is_not_called_again(result: CallResult) -> None:
    history = written(sent(), event(EventKind.CALL, "11-10", str(NO_ANSWER)))
    c = contact(replied_on="11-12", call_result=result)
    assert standing(c, "11-13", history).step.letter is LetterKind.THANK_YOU_DECLINED
    thanked = c._replace(thank_you_sent=d("11-13"))
    assert next_of(thanked, "12-30", history) is None
    assert standing(thanked, "12-30", history).stage is Stage.DECLINED


def test_declined_without_a_date_is_not_called_once_thanked() -> None:
    c = contact(approach_sent="11-02", call_result=DECLINED, thank_you_sent="11-16")
    assert next_of(c, "12-30") is None


def test_an_attempt_is_over_once_an_interview_has_been_arranged_by_mail_or_held() -> None:
    history = written(sent(), event(EventKind.CALL, "11-10", str(NO_ANSWER)))
    ahead = contact(replied_on="11-12", answered_on="11-12", interview_on="11-30", call_result=None)
    assert next_of(ahead, "11-24", history) is None
    held = ahead._replace(
        interview_on=d("11-16"),
        interview_held=YES,
        interview_type=IN_PERSON,
        thank_you_sent=d("11-16"),
    )
    assert next_of(held, "11-24", history)[0] == "R11"


def test_attempts_before_an_acceptance_are_not_counted_again() -> None:
    calls = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-03", "11-04", "11-10")]
    agreed = event(EventKind.CALL, "11-05", str(AGREED))
    off = contact(interview_on="11-06", interview_held=CANCELLED)
    facts = standing(off, "11-12", written(sent(), *calls[:2], agreed, calls[2])).facts
    assert facts._replace(interview=None).attempts() == 1


def test_a_call_without_a_result_is_never_the_end() -> None:
    assert next_of(contact(called_on="11-20"), "11-24") == ("R8", "call", d("11-24"))
    assert next_of(contact(approach_sent="11-02", replied_on="11-19", called_on="11-20"), "11-24") == (
        "R8",
        "call",
        d("11-24"),
    )
    assert next_of(contact(call_result=NO_ANSWER), "11-24") == ("R8", "call", d("11-24"))


# R10


@pytest.mark.parametrize(
    ("letter", "due"), [("11-13", "11-24"), ("11-16", "11-25"), ("11-17", "11-27"), ("11-15", "11-24")]
)
def test_without_a_phone_the_follow_up_is_after_seven_business_days(letter: str, due: str) -> None:
    c = contact(phone="", approach_sent=letter)
    assert next_of(c, "11-24") == ("R10", "follow_up", d(due))
    assert standing(c, "11-24").stage is Stage.APPROACHED


def test_the_follow_up_is_written_once_and_then_the_contact_rests() -> None:
    c = contact(phone="", approach_sent="11-02", follow_up_sent="11-12")
    assert next_of(c, "12-30") is None
    assert standing(c, "12-30").stage is Stage.RESTING


@pytest.mark.parametrize(
    "kind", [EventKind.THANK_YOU, EventKind.CONFIRM, EventKind.REMINDER, EventKind.KEEP_IN_TOUCH]
)
@pytest.mark.parametrize("phone", ["", "555-0101"])
def test_who_was_thanked_is_asked_for_no_answer_though_the_talk_is_lost(kind: EventKind, phone: str) -> None:
    c = contact(phone=phone, approach_sent="11-02")
    assert next_of(c, "11-24", written(sent())) is not None
    assert next_of(c, "11-24", written(sent(), event(kind, "11-09"))) is None
    before = written(event(kind, "10-09"), sent())
    assert next_of(c, "11-24", before) == next_of(c, "11-24", written(sent()))


def test_no_follow_up_while_an_interview_is_set_of_which_no_cell_says_how_it_came_about() -> None:
    c = contact(phone="", approach_sent="11-02", interview_on="12-10")
    assert next_of(c, "11-24") is None


@pytest.mark.parametrize("kind", ["reply", "acceptance", "conversation"])
def test_no_follow_up_to_whoever_has_answered(kind: str) -> None:
    answer = {
        "reply": event(EventKind.REPLY, "11-04"),
        "acceptance": event(EventKind.CALL, "11-04", str(AGREED)),
        "conversation": event(EventKind.CALL, "11-04", str(PUT_OFF)),
    }[kind]
    calls = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-09", "11-11", "11-13")]
    history = written(
        sent(), answer, event(EventKind.ANSWER, "11-05"), event(EventKind.THANK_YOU, "11-05"), *calls
    )
    found = next_of(contact(phone=""), "11-24", history)
    assert found is None or found[0] == "R11"


# R11


@pytest.mark.parametrize(
    ("thanked", "due"), [("11-02", "11-23"), ("11-03", "11-24"), ("11-05", "11-27"), ("11-07", "11-30")]
)
def test_the_first_note_is_fifteen_business_days_after_the_thank_you(thanked: str, due: str) -> None:
    c = contact(called_on="11-02", call_result=TALKED, thank_you_sent=thanked)
    assert next_of(c, "11-24") == ("R11", "keep_in_touch", d(due))
    assert standing(c, "11-24").stage is Stage.IN_TOUCH


@pytest.mark.parametrize(
    ("note", "due"),
    [("2026-08-25", "11-23"), ("2026-08-28", "11-27"), ("2026-08-30", "11-30"), ("2026-09-24", "12-23")],
)
def test_later_notes_are_ninety_days_after_the_last_contact_on_a_business_day(note: str, due: str) -> None:
    history = written(
        event(EventKind.CALL, "03-02", str(TALKED)),
        event(EventKind.THANK_YOU, "03-02"),
        event(EventKind.KEEP_IN_TOUCH, note),
    )
    assert next_of(contact(), "11-24", history) == ("R11", "keep_in_touch", d(due))


def test_two_unanswered_notes_end_it_and_an_answer_starts_it_anew() -> None:
    talk = [event(EventKind.CALL, "2025-11-03", str(TALKED)), event(EventKind.THANK_YOU, "2025-11-03")]
    notes = [event(EventKind.KEEP_IN_TOUCH, day) for day in ("2025-12-01", "2026-03-02")]
    assert next_of(contact(), "11-24", written(*talk, notes[0]))[0] == "R11"
    assert next_of(contact(), "11-24", written(*talk, *notes)) is None
    assert standing(contact(), "11-24", written(*talk, *notes)).stage is Stage.RESTING
    assert (
        next_of(contact(), "11-24", written(*talk, *notes, event(EventKind.REPLY, "2026-03-03")))[0] == "R11"
    )


def test_a_note_of_the_day_on_which_they_wrote_is_not_unanswered() -> None:
    talk = [event(EventKind.CALL, "2025-11-03", str(TALKED)), event(EventKind.THANK_YOU, "2025-11-03")]
    notes = [event(EventKind.KEEP_IN_TOUCH, day) for day in ("2025-12-01", "2026-03-02")]
    same_day = event(EventKind.REPLY, "2025-12-01")
    assert next_of(contact(), "11-24", written(*talk, notes[0], same_day, notes[1]))[0] == "R11"


def test_after_a_put_off_there_is_only_one_note() -> None:
    talk = [event(EventKind.CALL, "03-02", str(PUT_OFF)), event(EventKind.THANK_YOU, "03-02")]
    assert next_of(contact(), "11-24", written(*talk))[0] == "R11"
    assert next_of(contact(), "11-24", written(*talk, event(EventKind.KEEP_IN_TOUCH, "03-30"))) is None


def test_no_follow_up_to_whoever_has_agreed_on_a_day_that_is_not_filled_in() -> None:
    met = {
        "interview_on": "10-05",
        "interview_held": YES,
        "interview_type": BY_PHONE,
        "thank_you_sent": "10-06",
    }
    again = contact(phone="", approach_sent="11-02", call_result=AGREED, **met)
    assert next_of(again._replace(call_result=None), "11-24")[1] == "follow_up"
    found = next_of(again, "11-24")
    assert found is None or found[1] != "follow_up"


AWAY = event(EventKind.AUTOMATIC, "11-03", "back 2026-12-04")


def test_a_follow_up_waits_until_they_are_back() -> None:
    assert next_of(contact(phone=""), "11-24", written(sent(), AWAY)) == ("R10", "follow_up", d("12-07"))


def test_a_note_of_absence_from_before_our_letter_keeps_nothing_back() -> None:
    away = event(EventKind.AUTOMATIC, "11-01", "back 2026-12-20")
    assert next_of(contact(phone=""), "11-24", written(away, sent("11-02")))[2] == d("11-11")


def test_a_day_noted_for_a_call_holds_whatever_a_note_of_absence_says() -> None:
    noted = contact(call_again_on="11-25")
    assert next_of(noted, "11-24", written(sent(), AWAY)) == ("R8", "call", d("11-25"))


def test_a_call_without_a_result_before_the_follow_up_starts_nothing_anew() -> None:
    calls = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-09", "11-11", "11-13")]
    unsaid, last = event(EventKind.CALL, "11-16"), event(EventKind.FOLLOW_UP, "11-18")
    assert next_of(contact(), "12-10", written(sent(), *calls, unsaid, last)) is None


def test_of_a_talk_and_a_refusal_on_one_day_the_talk_is_thanked_for() -> None:
    history = written(
        event(EventKind.CALL, "11-20", str(TALKED)), event(EventKind.REPLY, "11-20", str(DECLINED))
    )
    assert standing(contact(), "11-24", history).step.letter is LetterKind.THANK_YOU_PHONE


def test_the_type_of_an_interview_ahead_is_not_that_of_the_one_before() -> None:
    ahead = contact(interview_on="11-30", interview_type=BY_PHONE)
    step = standing(ahead, "11-24", written(event(EventKind.INTERVIEW, "11-20", "Yes"))).step
    assert step.step == "thank_you"
    assert "Interview type is blank" in step.held_back


@pytest.mark.parametrize(
    ("later", "asked"), [(str(DECLINED), False), (str(NO_ANSWER), True), ("Put off, talked then", False)]
)
def test_a_call_that_says_nothing_is_asked_about_until_a_later_one_says_how_one_stands(
    later: str, asked: bool
) -> None:
    silent, call = written(event(EventKind.CALL, "11-10", "a talk"), event(EventKind.CALL, "11-12", later))
    assert untold([silent, call], [contact()], d("11-24")) == ((silent,) if asked else ())


def test_an_interview_that_the_row_speaks_of_is_written_not_asked_about() -> None:
    (silent,) = written(event(EventKind.INTERVIEW, "11-10", "in her office"))
    row = contact(interview_on="11-10")
    assert untold([silent], [row], d("11-24")) == (silent,)
    assert untold([silent], [row._replace(interview_held=YES)], d("11-24")) == ()


def test_thanks_of_the_same_day_leave_nothing_to_ask_of_an_interview() -> None:
    talk, thanks = event(EventKind.INTERVIEW, "11-20", "it was fine"), event(EventKind.THANK_YOU, "11-20")
    assert untold(written(talk), [contact()], d("11-24"))
    assert untold(written(talk, thanks), [contact()], d("11-24")) == ()


def test_notes_before_the_latest_thanks_do_not_put_off_the_first_one_after() -> None:
    talks = [event(EventKind.CALL, day, str(TALKED)) for day in ("03-02", "11-02")]
    thanks = [event(EventKind.THANK_YOU, day) for day in ("03-02", "11-02")]
    history = written(*talks, *thanks, event(EventKind.KEEP_IN_TOUCH, "06-01"))
    assert next_of(contact(), "11-24", history) == ("R11", "keep_in_touch", d("11-23"))


def test_no_note_before_an_interview_that_is_ahead() -> None:
    c = contact(called_on="10-05", call_result=TALKED, thank_you_sent="10-05", interview_on="12-15")
    assert next_of(c, "11-24") is None


# R12, R15


@pytest.mark.parametrize(("today", "due"), [("11-24", "11-24"), ("11-26", "11-27"), ("11-28", "11-30")])
def test_a_complete_target_is_approached_on_a_business_day(today: str, due: str) -> None:
    assert next_of(contact(), today) == ("R12", "approach", d(due))
    assert standing(contact(), today).step.letter is LetterKind.APPROACH
    assert standing(contact(referred_by="Bo Berg"), today).step.letter is LetterKind.APPROACH_REFERRAL


@pytest.mark.parametrize(
    "cells",
    [
        {"last_contact": "03-02"},
        {"called_on": "11-20", "call_result": DECLINED},
        {"replied_on": "11-20"},
        {"interview_on": "12-01"},
        {"approach_sent": "11-20"},
        {"interview_held": YES},
        {"call_result": NO_ANSWER},
    ],
)
def test_nobody_with_whom_there_was_contact_is_approached(cells: dict[str, object]) -> None:
    assert (next_of(contact(**cells), "11-24") or ("none",))[0] != "R12"


@pytest.mark.parametrize(
    ("lack", "words"),
    [
        ({"first": "", "last": ""}, "a name"),
        ({"organization": ""}, "an organization"),
        ({"position": ""}, "a position"),
        ({"email_valid": False}, "e-mail"),
        ({"channel": Channel.POST}, "a postal address"),
    ],
)
def test_a_target_that_lacks_something_is_incomplete(lack: dict[str, object], words: str) -> None:
    found = standing(contact(**lack), "11-24")
    assert (found.step, found.stage) == (None, Stage.INCOMPLETE)
    assert words in incomplete(contact(**lack))[1]


def test_by_post_an_address_is_enough() -> None:
    c = contact(email="", channel=Channel.POST, address="1 Example Street")
    assert next_of(c, "11-24")[0] == "R12"
    assert standing(c, "11-24").stage is Stage.TARGET


# R7


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("11-24", []),
        ("11-25", ["prepare_interview", "confirm"]),
        ("11-26", ["prepare_interview", "confirm"]),
        ("11-27", ["prepare_interview"]),
        ("11-28", ["record_outcome"]),
    ],
)
def test_prepare_and_confirm_the_business_day_before(today: str, expected: list[str]) -> None:
    assert (
        steps(plan(contact(called_on="11-16", call_result=AGREED, interview_on="11-27"), today)) == expected
    )


@pytest.mark.parametrize(
    ("fixed", "confirmed"), [("11-23", True), ("11-24", True), ("11-25", True), ("11-27", False)]
)
def test_confirm_only_what_was_fixed_two_business_days_ahead(fixed: str, confirmed: bool) -> None:
    agenda = plan(contact(called_on=fixed, call_result=AGREED, interview_on="11-30"), "11-27")
    assert ("confirm" in steps(agenda)) == confirmed


@pytest.mark.parametrize(("answered", "confirmed"), [("11-25", True), ("11-27", False)])
def test_a_date_agreed_on_by_mail_is_fixed_by_the_users_answer(answered: str, confirmed: bool) -> None:
    agenda = plan(contact(replied_on="11-16", answered_on=answered, interview_on="11-30"), "11-27")
    assert ("confirm" in steps(agenda)) == confirmed


def test_confirm_is_once_per_date_and_as_the_settings_say() -> None:
    c = contact(called_on="11-09", call_result=AGREED, interview_on="11-27")
    done = written(event(EventKind.CONFIRM, "11-25", "for the interview on 2026-11-27"))
    assert steps(plan(c, "11-26", done)) == ["prepare_interview"]
    assert "confirm" in steps(
        plan(c, "11-26", written(event(EventKind.CONFIRM, "11-18", "for the interview on 2026-11-19")))
    )
    assert steps(plan(c, a_day("11-26", settings=Settings(confirm_interviews=False)))) == [
        "prepare_interview"
    ]
    assert steps(plan(c._replace(channel=Channel.POST), "11-26")) == ["prepare_interview"]


@pytest.mark.parametrize("held", [CANCELLED, YES])
def test_nothing_is_prepared_for_an_interview_that_is_over_or_cancelled(held: Held) -> None:
    agenda = plan(contact(interview_on="11-24", interview_held=held, interview_type=IN_PERSON), "11-24")
    assert "prepare_interview" not in steps(agenda)


# Act from


def test_who_had_a_note_of_ours_gets_no_first_letter_though_thanked_for_a_referral_since() -> None:
    note = event(EventKind.KEEP_IN_TOUCH, "11-02")
    thanks = event(EventKind.THANK_REFERRER, "11-16")
    assert next_of(contact(), "12-07", written(note, thanks)) is None
    assert next_of(contact(), "12-07", written(thanks))[:2] == ("R12", "approach")


def test_a_talk_before_act_from_that_nobody_thanked_for_is_in_touch() -> None:
    met = written(event(EventKind.INTERVIEW, "11-16", "Yes, Phone"))
    day = a_day("11-24", settings=Settings(act_from=d("11-17")))
    assert standing(contact(), day, met).stage is Stage.IN_TOUCH


@pytest.mark.parametrize(
    ("rule", "cells"),
    [
        ("R4", {"interview_on": "11-16"}),
        ("R4", {"called_on": "11-16", "call_result": AGREED}),
        ("R5", {"called_on": "11-16", "call_result": TALKED}),
        ("R6", {"replied_on": "11-16"}),
        ("R6", {"replied_on": "11-10", "answered_on": "11-16"}),
        ("R8", {"approach_sent": "11-16"}),
        ("R8", {"called_on": "11-16", "call_result": LEFT}),
        ("R8", {"interview_on": "11-16", "interview_held": NO_SHOW}),
        ("R10", {"approach_sent": "11-16", "phone": ""}),
        ("R11", {"called_on": "11-02", "call_result": TALKED, "thank_you_sent": "11-16"}),
    ],
)
def test_what_lies_before_act_from_owes_nothing(rule: str, cells: dict[str, object]) -> None:
    c = contact(**cells)
    for act_from, owed in (("11-15", True), ("11-16", True), ("11-17", False)):
        found = next_of(c, a_day("11-24", settings=Settings(act_from=d(act_from))))
        assert (found[0] if found else None) == (rule if owed else None), act_from


@pytest.mark.parametrize(("act_from", "due"), [("11-10", "11-10"), ("11-11", "11-18"), ("11-18", "11-18")])
def test_of_several_talks_the_first_since_act_from_says_when_the_thanks_were_due(
    act_from: str, due: str
) -> None:
    talks = written(event(EventKind.CALL, "11-10", str(PUT_OFF)), event(EventKind.CALL, "11-18", str(TALKED)))
    day = a_day("11-24", settings=Settings(act_from=d(act_from)))
    assert next_of(contact(), day, talks) == ("R5", "thank_you", d(due))


# The Rules sheet


@pytest.mark.parametrize(
    ("interval", "value", "cells", "due"),
    [
        ("answer_reply", 3, {"replied_on": "11-19"}, "11-24"),
        ("answer_silence", 2, {"replied_on": "11-16", "answered_on": "11-19"}, "11-23"),
        ("call_email", 3, {"approach_sent": "11-19"}, "11-24"),
        ("call_post", 2, {"approach_sent": "11-19", "channel": Channel.POST}, "11-23"),
        ("call_retry", 4, {"called_on": "11-19", "call_result": LEFT}, "11-25"),
        ("call_cancelled", 3, {"interview_on": "11-19", "interview_held": CANCELLED}, "11-24"),
        ("follow_up", 4, {"approach_sent": "11-19", "phone": ""}, "11-25"),
        (
            "follow_up_calls",
            3,
            {"approach_sent": "11-18", "called_on": "11-19", "call_result": LEFT},
            "11-24",
        ),
        ("keep_first", 5, {"called_on": "11-19", "call_result": TALKED, "thank_you_sent": "11-19"}, "11-27"),
    ],
)
def test_intervals_are_the_users(interval: str, value: int, cells: dict[str, object], due: str) -> None:
    day = a_day(
        "11-24", **{interval: value}, **({"call_attempts": 1} if interval == "follow_up_calls" else {})
    )
    assert next_of(contact(**cells), day)[2] == d(due)


def test_more_intervals_of_the_rules_sheet() -> None:
    history = written(
        event(EventKind.CALL, "03-02", str(TALKED)),
        event(EventKind.THANK_YOU, "03-02"),
        event(EventKind.KEEP_IN_TOUCH, "09-01"),
    )
    assert next_of(contact(), a_day("11-24", keep_again=60), history)[2] == d("11-02")
    assert next_of(contact(), a_day("11-24", keep_unanswered=1), history) is None
    ahead = contact(called_on="11-09", call_result=AGREED, interview_on="12-01")
    assert steps(plan(ahead, a_day("11-25", prepare=3))) == ["prepare_interview", "confirm"]
    assert steps(plan(ahead, a_day("11-30", confirm_ahead=20))) == ["prepare_interview"]


# Away


@pytest.mark.parametrize(
    ("detail", "due"), [("back 2026-11-25", "11-27"), ("", "11-25"), ("back 2026-11-10", "11-11")]
)
def test_nobody_is_called_while_they_are_known_to_be_away(detail: str, due: str) -> None:
    history = written(
        sent("11-02", "call on 2026-11-09"),
        event(EventKind.AUTOMATIC, "11-18" if not detail else "11-03", detail),
    )
    assert next_of(contact(), "11-24", history) == ("R8", "call", d(due))


# Stages


@pytest.mark.parametrize(
    ("cells", "stage"),
    [
        ({"called_on": "11-20", "call_result": PUT_OFF}, Stage.PUT_OFF),
        ({"called_on": "11-20", "call_result": TALKED}, Stage.MET),
        ({"called_on": "11-20", "call_result": DECLINED}, Stage.DECLINED),
        ({"called_on": "11-20", "call_result": WRONG}, Stage.DECLINED),
        ({"called_on": "11-20", "call_result": PUT_OFF, "thank_you_sent": "11-20"}, Stage.IN_TOUCH),
        ({"interview_on": "11-24"}, Stage.SCHEDULED),
        ({"approach_sent": "11-20"}, Stage.APPROACHED),
        ({"replied_on": "11-20"}, Stage.REPLIED),
        ({"interview_on": "11-20", "interview_held": NO_SHOW}, Stage.APPROACHED),
        ({"called_on": "11-20", "call_result": DECLINED, "on_hold": True}, Stage.ON_HOLD),
        ({"last_contact": "11-20"}, Stage.RESTING),
    ],
)
def test_stages(cells: dict[str, object], stage: Stage) -> None:
    assert standing(contact(**cells), "11-24").stage is stage
