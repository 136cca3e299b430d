"""What a promise, a call before the letter, a refusal, a cancellation and a reply before the approach do: at the boundaries."""

from __future__ import annotations

import pytest

from pipeline.model import CallResult, EventKind, Held, InterviewType, LetterKind, Settings, Source, Stage
from pipeline.rules.details import letter_detail
from pipeline.rules.places import Places
from pipeline.rules.workdays import Workdays
from tests.people import HOLIDAYS, a_day, contact, d, event, next_of, plan, standing, written

NO_ANSWER, PUT_OFF, DECLINED = CallResult.NO_ANSWER, CallResult.PUT_OFF, CallResult.DECLINED
TALKED, AND_TALKED = CallResult.INTERVIEWED, CallResult.PUT_OFF_TALKED


def sent(on: str = "11-02", detail: str = "", kind: EventKind = EventKind.APPROACH):
    return event(kind, on, detail)


# Put off, talked then


def test_put_off_and_talked_then_is_thanked_as_a_put_off_that_was_a_talk() -> None:
    c = contact(approach_sent="11-02", called_on="11-20", call_result=AND_TALKED)
    found = standing(c, "11-20")
    assert (found.step.letter, found.step.due) == (LetterKind.THANK_YOU_PUT_OFF, d("11-20"))
    assert found.step.why.startswith("You talked")
    assert (found.facts.latest.talked, found.stage) == (True, Stage.PUT_OFF)
    plain = standing(c._replace(call_result=PUT_OFF), "11-20")
    assert (plain.step.letter, plain.facts.latest.talked) == (LetterKind.THANK_YOU_PUT_OFF, False)


def test_after_put_off_and_talked_then_there_is_a_call_only_on_a_noted_day_and_one_note() -> None:
    c = contact(approach_sent="11-02", called_on="11-16", call_result=AND_TALKED, thank_you_sent="11-16")
    assert next_of(c._replace(call_again_on=d("12-14")), "11-17") == ("R8", "call", d("12-14"))
    assert next_of(c, "11-17")[0] == "R11"
    note = written(event(EventKind.KEEP_IN_TOUCH, "11-20"))
    assert next_of(c, "11-24", note) is None


# Days promised in letters


@pytest.mark.parametrize("kind", [LetterKind.THANK_YOU_PUT_OFF, LetterKind.KEEP_IN_TOUCH, LetterKind.CONFIRM])
@pytest.mark.parametrize("today", ["11-18", "12-14", "12-18"])
def test_a_day_promised_in_any_sent_letter_becomes_the_call(kind: LetterKind, today: str) -> None:
    talk = event(EventKind.CALL, "11-16", str(PUT_OFF))
    thanks = [] if kind.event is EventKind.THANK_YOU else [event(EventKind.THANK_YOU, "11-16")]
    letter = event(kind.event, "11-17", letter_detail(kind, "2026-11-16", d("12-14"), ()))
    c = contact(called_on="11-16", call_result=PUT_OFF)
    assert next_of(c, today, written(sent(), talk, *thanks, letter)) == ("R8", "call", d("12-14"))
    unknown = next_of(c._replace(phone=""), today, written(sent(), talk, *thanks, letter))
    assert unknown is None or unknown[0] != "R8"


@pytest.mark.parametrize(
    "came", [event(EventKind.CALL, "11-20", str(PUT_OFF)), event(EventKind.REPLY, "11-20")]
)
def test_a_promise_is_kept_by_what_comes_after_it_and_not_on_its_own_day(came) -> None:
    letter = event(
        EventKind.THANK_YOU,
        "11-16",
        "thank_you_put_off, for the conversation on 2026-11-16; call on 2026-12-14",
    )
    history = [sent(), event(EventKind.CALL, "11-16", str(PUT_OFF)), letter]
    assert standing(contact(), "11-24", written(*history)).facts.promise.day == d("12-14")
    assert standing(contact(), "11-24", written(*history, came)).facts.promise is None


def test_a_day_noted_since_comes_in_place_of_a_promised_one_and_an_outdated_one_is_none() -> None:
    letter = sent("11-17", "for the conversation on 2026-11-16; call on 2026-12-14", EventKind.THANK_YOU)
    history = written(sent(), event(EventKind.CALL, "11-16", str(PUT_OFF)), letter)
    assert next_of(contact(call_again_on="12-01"), "11-18", history) == ("R8", "call", d("12-01"))
    later = written(sent("11-02", "call on 2026-11-09"))
    assert next_of(contact(approach_sent="11-16"), "11-18", later) == ("R8", "call", d("11-23"))


def test_a_follow_up_that_promises_a_call_has_its_day_and_one_that_does_not_ends_it() -> None:
    calls = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-09", "11-11", "11-13")]
    promised = sent("11-17", "call on 2026-11-23", EventKind.FOLLOW_UP)
    assert next_of(contact(), "11-18", written(sent(), *calls, promised)) == ("R8", "call", d("11-23"))
    plain = sent("11-17", "", EventKind.FOLLOW_UP)
    assert next_of(contact(), "11-18", written(sent(), *calls, plain)) is None
    assert standing(contact(), "11-18", written(sent(), *calls, plain)).stage is Stage.RESTING
    noted = contact(call_again_on="11-30")
    assert next_of(noted, "11-18", written(sent(), *calls, plain)) == ("R8", "call", d("11-30"))


# A call before our last letter


@pytest.mark.parametrize("result", [NO_ANSWER, CallResult.LEFT_MESSAGE, CallResult.CALL_LATER])
@pytest.mark.parametrize(("called", "due"), [("11-13", "11-23"), ("11-16", "11-18")])
def test_a_call_before_the_letter_changes_nothing(result: CallResult, called: str, due: str) -> None:
    history = written(event(EventKind.CALL, called, str(result)), sent("11-16"))
    assert next_of(contact(called_on=called, call_result=result), "11-17", history) == ("R8", "call", d(due))


def test_attempts_before_the_letter_are_not_counted() -> None:
    before = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-03", "11-05", "11-06")]
    after = event(EventKind.CALL, "11-16", str(NO_ANSWER))
    history = written(*before, sent("11-09"), after)
    assert next_of(contact(), "11-17", history) == ("R8", "call", d("11-18"))
    assert standing(contact(), "11-17", history).facts.attempts() == 1


def test_a_reply_starts_the_attempts_anew() -> None:
    history = written(
        sent(),
        event(EventKind.CALL, "11-09", str(NO_ANSWER)),
        event(EventKind.CALL, "11-11", str(NO_ANSWER)),
        event(EventKind.REPLY, "11-12"),
        event(EventKind.CALL, "11-16", str(NO_ANSWER)),
    )
    assert standing(contact(), "11-17", history).facts.attempts() == 1
    assert next_of(contact(), "11-17", history) == ("R8", "call", d("11-18"))


def test_the_calls_that_a_follow_up_may_name_are_those_since_the_approach() -> None:
    calls = [event(EventKind.CALL, day, "Left message") for day in ("10-26", "11-09", "11-11")]
    facts = standing(contact(), "11-17", written(sent(), *calls)).facts
    assert [c.date for c in facts.tries] == [d("11-09"), d("11-11")]


# A reply before the approach


@pytest.mark.parametrize("phone", ["555-0101", ""])
def test_a_reply_answered_before_the_approach_does_not_end_in_resting(phone: str) -> None:
    c = contact(phone=phone, replied_on="11-03", answered_on="11-03", approach_sent="11-09")
    step = ("R8", "call", d("11-16")) if phone else ("R10", "follow_up", d("11-18"))
    assert next_of(c, "11-10") == step
    calls = [event(EventKind.CALL, day, str(NO_ANSWER)) for day in ("11-16", "11-18", "11-20")]
    assert next_of(c, "11-23", written(*calls))[0] == "R10"


@pytest.mark.parametrize("result", [DECLINED, CallResult.WRONG_PERSON])
@pytest.mark.parametrize("settled", ["answered_on", "thank_you_sent"])
def test_a_refusal_by_mail_answered_or_thanked_owes_nothing_more(result: CallResult, settled: str) -> None:
    c = contact(approach_sent="11-02", replied_on="11-10", call_result=result, **{settled: "11-11"})
    for today in ("11-11", "11-30", "2027-03-01"):
        assert next_of(c, today) is None


# Declined, later met


def test_who_declined_and_was_later_met_is_thanked_and_kept_in_touch_with() -> None:
    history = written(
        sent(), event(EventKind.CALL, "11-09", str(DECLINED)), event(EventKind.THANK_YOU, "11-09")
    )
    met = contact(
        called_on="11-09",
        call_result=DECLINED,
        interview_on="11-20",
        interview_held=Held.YES,
        interview_type=InterviewType.IN_PERSON,
    )
    assert standing(met, "11-23", history).step.letter is LetterKind.THANK_YOU_IN_PERSON
    thanked = standing(met._replace(thank_you_sent=d("11-20")), "11-23", history)
    assert (thanked.step.rule, thanked.stage) == ("R11", Stage.IN_TOUCH)
    again = met._replace(thank_you_sent=d("11-24"), called_on=d("11-23"))
    assert standing(again, "11-25", history).stage is Stage.DECLINED
    ahead = met._replace(interview_on=d("12-01"), interview_held=None, interview_type=None)
    assert standing(ahead, "11-24", history).stage is Stage.SCHEDULED


# Cancelled ahead


@pytest.mark.parametrize(
    ("today", "due"), [("11-17", "11-17"), ("11-26", "11-27"), ("11-30", "12-01"), ("12-02", "12-01")]
)
def test_cancelled_ahead_of_its_day_is_arranged_anew_at_once(today: str, due: str) -> None:
    c = contact(approach_sent="11-02", called_on="11-09", interview_on="11-30", interview_held=Held.CANCELLED)
    assert next_of(c, today) == ("R8", "call", d(due))
    assert next_of(c._replace(phone=""), today) == ("R8", "reschedule", d(due))


def test_cancelled_ahead_uses_call_again_on_and_waits_after_a_call_that_reached_nobody() -> None:
    c = contact(approach_sent="11-02", called_on="11-09", interview_on="11-30", interview_held=Held.CANCELLED)
    assert next_of(c._replace(call_again_on=d("11-20")), "11-17") == ("R8", "call", d("11-20"))
    tried = c._replace(called_on=d("11-17"), call_result=NO_ANSWER)
    assert next_of(tried, "11-17") == ("R8", "call", d("11-19"))
    assert next_of(tried, "11-20") == ("R8", "call", d("11-20"))


# R12: referrers, organizations, those ready


def test_no_strangers_letter_to_who_has_referred_somebody_before_thanks_and_five_days() -> None:
    bo = contact(3, "Bo", "Berg", referred_by="Ada Okafor")
    found = plan([contact(2), bo], "11-24").standings[2]
    assert (found.step, found.stage) == (None, Stage.TARGET)
    history = written(event(EventKind.THANK_REFERRER, "11-16", f"for Bo Berg ({bo.id})"))
    for today, due in (("11-17", "11-23"), ("11-24", "11-24")):
        agenda = plan([contact(2, last_contact="11-16"), bo], today, history)
        (mine,) = [a for a in agenda.actions if a.row == 2]
        assert (mine.letter, mine.due, mine.about) == (LetterKind.APPROACH, d(due), (bo.id,))
    written_to = written(
        event(EventKind.THANK_REFERRER, "11-16", "for Bo"), event(EventKind.KEEP_IN_TOUCH, "11-17")
    )
    assert plan([contact(2), bo], "11-24", written_to).standings[2].step is None


def same_house(row: int, name: str, **more: object):
    return contact(row, *name.split(), organization="Harbor Museum", **more)


def days(people, today="11-24", **more):
    agenda = plan(people, a_day(today, settings=Settings(daily_goal=9)), **more)
    return {a.row: a.due for a in agenda.actions if a.letter and a.letter.event is EventKind.APPROACH}


def test_one_open_first_letter_an_organization_at_a_time() -> None:
    people = [same_house(2, "Bo Berg"), same_house(3, "Cy Cruz"), same_house(4, "Di Dorn")]
    assert days(people) == {2: d("11-24"), 3: d("12-02"), 4: d("12-09")}


@pytest.mark.parametrize(
    ("came", "free"),
    [
        ({}, "11-30"),
        ({"replied_on": "11-23"}, "11-24"),
        ({"called_on": "11-23", "call_result": PUT_OFF}, "11-24"),
        ({"interview_on": "12-01"}, "11-24"),
        ({"follow_up_sent": "11-23"}, "11-24"),
        ({"source": "Referral"}, "11-24"),
    ],
)
def test_a_first_letter_is_open_until_something_comes_of_it(came: dict[str, object], free: str) -> None:
    came = {k: Source(str(v)) if k == "source" else v for k, v in came.items()}
    open_one = same_house(2, "Bo Berg", approach_sent="11-20", **came)
    assert days([open_one, same_house(3, "Cy Cruz")])[3] == d(free)


def test_a_first_letter_that_was_exported_is_open_too() -> None:
    exported = same_house(2, "Bo Berg")
    places = Places(exported={exported.id: d("11-20")})
    assert days([exported, same_house(3, "Cy Cruz")], places=places)[3] == d("11-30")


def test_an_organization_is_the_same_without_its_legal_form() -> None:
    people = [same_house(2, "Bo Berg"), contact(3, "Cy", "Cruz", organization="The Harbor Museum, Inc.")]
    assert days(people) == {2: d("11-24"), 3: d("12-02")}


def test_referred_people_are_aside_of_the_organizations_turn() -> None:
    referred = same_house(3, "Cy Cruz", referred_by="Zoe Zorn")
    assert days([same_house(2, "Bo Berg", approach_sent="11-23"), referred])[3] == d("11-24")


def test_places_go_to_those_whose_letter_is_ready_and_to_the_kept_first() -> None:
    from pipeline.rules.places import Places

    people = [contact(row, *name.split()) for row, name in ((2, "Bo Berg"), (3, "Cy Cruz"), (4, "Di Dorn"))]
    people[0] = people[0]._replace(priority="A", referred_by="Zoe Zorn")
    bo, _, di = (c.id for c in people)
    day = a_day("11-24", settings=Settings(daily_goal=1))
    order = [a.row for a in plan(people, day, places=Places(lacking=frozenset({bo}))).actions]
    assert order == [3, 4, 2]
    kept = Places(lacking=frozenset({bo, di}), kept=frozenset({di}))
    assert [a.row for a in plan(people, day, places=kept).actions] == [4, 3, 2]


# R13


def test_a_referral_to_somebody_listed_is_used_at_once_and_asks_for_referred_by() -> None:
    ada = contact(2, last_contact="11-02", referrals_given="Bo Berg")
    bo = contact(3, "Bo", "Berg")
    agenda = plan([ada, bo], "11-24")
    (step,) = [a for a in agenda.due() if a.rule == "R13"]
    assert (step.row, step.about) == (2, ("Bo Berg",))
    assert "Fill in Referred by of Bo Berg: Ada Okafor" in step.to_do
    assert agenda.standings[3].step.letter is LetterKind.APPROACH_REFERRAL
    assert agenda.standings[3].facts.referrer == "Ada Okafor"
    for told in (bo._replace(referred_by="Zoe Zorn"), bo._replace(approach_sent=d("11-02"))):
        assert not [a for a in plan([ada, told], "11-24").actions if a.rule == "R13"]


def test_a_name_that_is_two_contacts_is_nobodys_referral() -> None:
    ada = contact(2, last_contact="11-02", referrals_given="Bo Berg")
    twins = [contact(3, "Bo", "Berg"), contact(4, "Bo", "Berg", email="bo2@example.org")]
    agenda = plan([ada, *twins], "11-24")
    assert agenda.standings[3].step.letter is LetterKind.APPROACH
    assert not [a for a in agenda.actions if a.rule == "R13"]


def test_of_two_givers_the_same_one_counts_whatever_rows_they_are_on() -> None:
    def referrer(first: int, second: int) -> str:
        givers = [
            contact(first, "Cy", "Cruz", referrals_given="Bo Berg"),
            contact(second, referrals_given="Bo Berg"),
        ]
        return plan([*givers, contact(9, "Bo", "Berg")], "11-24").standings[9].facts.referrer

    assert referrer(2, 3) == referrer(3, 2) == "Ada Okafor"


def test_who_gave_a_name_is_no_stranger_whatever_last_contact_says() -> None:
    for given in ({"referrals_given": "Zoe Zorn"}, {"referrals_given": "Bo Berg"}):
        agenda = plan([contact(2, **given), contact(3, "Bo", "Berg")], "11-24")
        assert agenda.standings[2].step is None
    bo = contact(3, "Bo", "Berg", referred_by="Ada Okafor")
    thanked = written(event(EventKind.THANK_REFERRER, "11-16", f"for Bo Berg ({bo.id})"))
    for last_contact in (None, "11-01", "11-16", "11-20"):
        agenda = plan([contact(2, last_contact=last_contact), bo], "11-17", thanked)
        assert [a.due for a in agenda.actions if a.row == 2 and a.due < d("11-23")] == []


def test_a_referral_of_whom_nobody_is_named_gets_the_letter_that_asks_for_the_name() -> None:
    named_by_nobody = contact(3, "Bo", "Berg", source=Source.REFERRAL)
    (bo,) = plan([named_by_nobody], "11-24").actions
    assert bo.letter is LetterKind.APPROACH_REFERRAL
    one_a_day = a_day("11-24", settings=Settings(daily_goal=1))
    assert [a.row for a in plan([named_by_nobody, contact(4, "Cy", "Cruz")], one_a_day).actions] == [4, 3]


# Days off


@pytest.mark.parametrize(
    ("today", "name", "until"),
    [
        ("11-26", "Thanksgiving Day", "Friday, November 27"),
        ("11-28", "Saturday", "Monday, November 30"),
        ("11-29", "Sunday", "Monday, November 30"),
        ("2027-01-01", "New Year's Day", "Monday, January 4"),
        ("2026-12-31", "Day off", "Monday, January 4, 2027"),
    ],
)
def test_a_day_off_is_named_and_the_next_business_days_letters_are_at_hand(
    today: str, name: str, until: str
) -> None:
    off = Workdays(lambda _year: HOLIDAYS, days_off=[(d("2026-12-30"), d("2026-12-31"))])
    day = a_day(today, workdays=off)
    agenda = plan([contact(2), contact(3, "Bo", "Berg")], day)
    assert agenda.day_off == f"{name}: letters and calls wait until {until}."
    assert agenda.due() == ()
    assert [a.row for a in agenda.at_hand()] == [2, 3]
    assert {a.due for a in agenda.at_hand()} == {agenda.next_business_day}


def test_a_business_day_has_no_other_letters_at_hand_than_its_own() -> None:
    agenda = plan([contact(2, called_on="11-24", call_result=PUT_OFF)], "11-25")
    assert (agenda.day_off, agenda.next_business_day, agenda.at_hand()) == ("", d("11-25"), agenda.due())
