"""The campaign's counts, rates and verdict (R17-R21)."""

import json
from datetime import date, timedelta

import pytest

from pipeline.campaign import as_json, as_lines, campaign
from pipeline.model import CallResult, Contact, Event, EventKind, Held, InterviewType, Settings, Source
from pipeline.rules.intervals import Intervals
from pipeline.rules.workdays import Workdays

TODAY = date(2026, 11, 25)  # a Wednesday
DAYS = Workdays()
RULES = Intervals()
ME = Settings(daily_goal=3, weekly_goal=2)


def person(n, **more):
    return Contact(
        row=n + 1,
        id=f"c{n}",
        first_name="Pat",
        last_name=f"No{n}",
        email=f"p{n}@example.org",
        email_valid=True,
        organization="Example Clinic",
        position="Director",
        **more,
    )


def letter(n, day, kind=EventKind.APPROACH):
    return Event(day, f"c{n}", f"Pat No{n}", kind, "Email")


def call(n, day, result):
    return Event(day, f"c{n}", f"Pat No{n}", EventKind.CALL, "Phone", result)


def interview(n, day, detail="Yes, In person"):
    return Event(day, f"c{n}", f"Pat No{n}", EventKind.INTERVIEW, "", detail)


def run(contacts, events=(), settings=ME, days=DAYS, today=TODAY):
    return campaign(contacts, events, settings, RULES, days, today)


def bd(n):
    return DAYS.bd(TODAY, n)


def ten_old_letters(day=None):
    return [person(n, phone="555-0101") for n in range(10)], [letter(n, day or bd(-10)) for n in range(10)]


# counts


def test_a_whole_story_is_counted_in_its_weeks():
    monday = date(2026, 11, 9)
    met = person(
        1, source=Source.ALUMNI, referrals_given="Ann Lee (her boss); Bo Ek\nCy Dow", fit=4, field="Care"
    )
    story = [
        letter(1, monday),
        call(1, monday + timedelta(7), "Accepted - in person"),
        interview(1, monday + timedelta(9)),
        letter(1, monday + timedelta(10), EventKind.THANK_YOU),
    ]
    c = run([met], story)
    first, second, third = c.weeks
    assert (first.name, first.new_contacts, first.letters, first.approaches, first.calls) == (
        "2026-W46",
        1,
        1,
        1,
        0,
    )
    assert (second.calls, second.acceptances, second.conversations, second.interviews) == (1, 1, 1, 1)
    assert (second.thanked_in_24h, second.referrals, second.letters) == (1, 3, 1)
    assert third.letters == 0
    assert c.referrals_per_conversation == 3
    assert [(f.field, f.fit, f.n) for f in c.fit] == [("Care", 4, 1)]


def test_the_rows_latest_counts_once_before_and_after_it_is_in_history():
    row = person(
        1,
        approach_sent=bd(-9),
        called_on=bd(-3),
        call_result=CallResult.ACCEPTED_PHONE,
        interview_on=bd(-1),
        interview_type=InterviewType.PHONE,
        interview_held=Held.YES,
        thank_you_sent=bd(-1),
        last_contact=bd(-1),
    )
    history = [
        letter(1, bd(-9)),
        call(1, bd(-3), "Accepted - phone"),
        interview(1, bd(-1), "Yes, Phone"),
        letter(1, bd(-1), EventKind.THANK_YOU),
    ]
    before, after = run([row]), run([row], history)
    assert before == after
    assert sum(w.interviews for w in after.weeks) == 1
    assert sum(w.letters for w in after.weeks) == 2
    assert after.thanked_in_24h == 1


def test_earlier_calls_stay_counted_when_the_row_holds_a_later_one():
    row = person(1, approach_sent=bd(-9), called_on=bd(-1), call_result=CallResult.LEFT_MESSAGE)
    c = run([row], [letter(1, bd(-9)), call(1, bd(-3), "No answer")])
    assert sum(w.calls for w in c.weeks) == 2


def test_who_came_by_referral_counts_as_such_also_where_only_referred_by_says_so():
    named = person(1, referred_by="Ellen Marsh")
    [rate] = run([named], [letter(1, bd(-20)), call(1, bd(-15), "Accepted - phone")]).by_source
    assert (rate.source, rate.agreed, rate.n) == ("Referral", 1, 1)


def test_samples_and_what_lies_before_act_from_count_nowhere():
    sample = person(1, source=Source.SAMPLE, approach_sent=bd(-3), fit=5, opening_mentioned="a post")
    old = person(2, source=Source.COLD)
    story = [letter(2, bd(-40)), call(2, bd(-35), "Declined")]
    c = run([sample, old], story, ME._replace(act_from=bd(-20)))
    assert sum(w.letters + w.calls + w.conversations for w in c.weeks) == 0
    assert (c.acceptance.n, c.fit, c.openings, c.targets) == (0, (), (), 0)
    assert run([sample, old], story).acceptance.n == 1


def test_acceptance_counts_final_answers_and_those_at_rest_only():
    people = [
        person(1, source=Source.REFERRAL),
        person(2, source=Source.REFERRAL),
        person(3, source=Source.COLD),
        person(4, source=Source.COLD),
        person(5, source=Source.COLD, phone="555-0105"),
        person(6, source=Source.ADVERTISED),
    ]
    story = [letter(n, bd(-15)) for n in range(1, 7)]
    story += [
        call(1, bd(-10), "Accepted - video"),
        call(2, bd(-10), "Put off"),
        call(3, bd(-10), "Wrong person"),
    ]
    story += [letter(4, bd(-5), EventKind.FOLLOW_UP)]  # no phone: rests
    story += [letter(5, bd(-5), EventKind.FOLLOW_UP), call(5, bd(-6), "No answer")]  # 1 attempt of 3: open
    c = run(people, story)
    assert (c.acceptance.agreed, c.acceptance.n) == (1, 4)
    assert [(r.source, r.agreed, r.n) for r in c.by_source] == [
        ("Referral", 1, 2),
        ("Cold", 0, 2),
        ("Advertised", 0, 0),
    ]
    more = [call(5, bd(-4), "Left message"), call(5, bd(-2), "Call later")]
    assert run(people, story + more).acceptance.n == 4  # a call before the follow-up counts no more
    more += [call(5, bd(-1), "No answer")]
    assert run(people, story + more).acceptance.n == 5


def test_who_agreed_by_mail_agreed_when_they_replied():
    row = person(1, approach_sent=bd(-9), replied_on=bd(-7), interview_on=bd(2))
    c = run([row])
    assert (c.acceptance.agreed, c.acceptance.n) == (1, 1)
    assert c.record.yes == 1
    assert sum(w.acceptances for w in c.weeks if w.monday <= bd(-7) < w.monday + timedelta(7)) == 1


def test_a_refusal_by_mail_is_a_conversation_but_no_call():
    c = run([person(1, approach_sent=bd(-9), replied_on=bd(-7), call_result=CallResult.DECLINED)])
    assert (c.conversations, sum(w.calls for w in c.weeks), c.acceptance.n) == (1, 0, 1)


def test_a_bounced_letter_is_no_letter():
    bounce = Event(bd(-4), "c1", "Pat No1", EventKind.BOUNCE, "Email", "p1@example.org")
    c = run([person(1)], [letter(1, bd(-4)), bounce])
    assert sum(w.letters for w in c.weeks) == 0
    assert c.record.waiting == 0


@pytest.mark.parametrize(("days_after", "in_time"), [(0, 1), (1, 1), (2, 0)])
def test_a_thank_you_by_the_next_day_is_within_24_hours(days_after, in_time):
    talk = date(2026, 11, 17)
    c = run([person(1)], [interview(1, talk), letter(1, talk + timedelta(days_after), EventKind.THANK_YOU)])
    assert c.thanked_in_24h == in_time


def test_share_by_referral_and_runway_and_openings():
    people = [person(n) for n in range(14)]
    people[0] = people[0]._replace(source=Source.REFERRAL, opening_mentioned="Intake lead, spring")
    people[1] = people[1]._replace(referred_by="Ann Lee")
    people[2] = people[2]._replace(on_hold=True)
    people[3] = people[3]._replace(position="")
    c = run(people)
    assert c.share_by_referral == pytest.approx(2 / 14)
    assert (c.targets, c.runway_days) == (12, 4)
    assert c.openings == (("Pat No0", "Intake lead, spring"),)
    assert any("Add names" in line for line in as_lines(c))
    assert run(people, settings=ME._replace(daily_goal=0)).runway_days is None


def test_a_row_copied_with_its_id_counts_once():
    twice = [person(1), person(1)._replace(row=9)]
    assert (
        run(twice, [letter(1, bd(-3))]).weeks[-1].letters + run(twice, [letter(1, bd(-3))]).weeks[0].letters
        == 1
    )


# bogged down (R18)


def test_no_verdict_before_ten_letters_have_been_out_for_ten_business_days():
    people, letters = ten_old_letters()
    assert run(people, letters).verdict.bogged_down
    for too_early in (letters[:9], [*letters[:9], letter(9, bd(-9))]):
        verdict = run(people, too_early).verdict
        assert not verdict.bogged_down
        assert not verdict.judged
        assert "Too early" in verdict.why


def test_days_off_are_not_counted_among_the_ten():
    people, letters = ten_old_letters()
    off = Workdays(days_off=[(bd(-5), bd(-5))])
    assert not run(people, letters, days=off).verdict.judged
    assert run(people, [e._replace(date=bd(-11)) for e in letters], days=off).verdict.judged


@pytest.mark.parametrize(("days_ago", "none"), [(10, False), (11, True)])
def test_an_interview_ten_business_days_ago_is_within_the_last_ten(days_ago, none):
    people, letters = ten_old_letters(bd(-20))
    verdict = run(people, [*letters, interview(1, bd(-days_ago))], ME._replace(weekly_goal=0)).verdict
    assert verdict.bogged_down is none


@pytest.mark.parametrize(("ahead", "none"), [(0, False), (5, False), (6, True)])
def test_an_interview_set_within_five_business_days_saves_the_verdict(ahead, none):
    people, letters = ten_old_letters()
    people[0] = people[0]._replace(interview_on=bd(ahead))
    assert run(people, letters, ME._replace(weekly_goal=0)).verdict.bogged_down is none


def test_a_cancelled_interview_saves_nothing():
    people, letters = ten_old_letters()
    people[0] = people[0]._replace(interview_on=bd(2), interview_held=Held.CANCELLED)
    assert run(people, letters, ME._replace(weekly_goal=0)).verdict.bogged_down


@pytest.mark.parametrize(("held", "bogged"), [(3, True), (4, False)])
def test_the_goal_is_held_against_the_last_two_full_weeks(held, bogged):
    people, letters = ten_old_letters(bd(-20))
    monday, sunday = date(2026, 11, 9), date(2026, 11, 22)
    talks = [interview(n, monday if n % 2 else sunday) for n in range(held)]
    this_week = [interview(9, date(2026, 11, 23))]
    before = [interview(8, date(2026, 11, 8))]
    assert run(people, letters + talks + this_week + before).verdict.bogged_down is bogged


def test_a_week_of_vacation_is_passed_over():
    people, letters = ten_old_letters(bd(-40))
    talks = [interview(n, date(2026, 11, 17 if n < 2 else 3)) for n in range(4)]
    vacation = Workdays(days_off=[(date(2026, 11, 9), date(2026, 11, 15))])
    assert run(people, letters + talks).verdict.bogged_down
    assert not run(people, letters + talks, days=vacation).verdict.bogged_down


def test_it_says_letters_a_day_and_interviews_a_week_in_words_first():
    people = [person(n) for n in range(12)]
    story = [letter(n, bd(-12)) for n in range(12)] + [
        letter(n, bd(-3), EventKind.FOLLOW_UP) for n in range(9)
    ]
    story += [call(n, bd(-11), "Accepted - phone") for n in (9, 10, 11)]
    c = run(people, story)
    lines = as_lines(c)
    assert lines[0].startswith("12 letters brought 3 talks.")
    assert c.letters_per_day_needed == 3
    assert any("Write 3 letters a day" in line and "2 interviews a week" in line for line in lines)


def test_beyond_eight_a_day_it_names_the_source_that_answers_best():
    people = [person(n, source=Source.REFERRAL if n < 3 else Source.COLD) for n in range(60)]
    story = [letter(n, bd(-30)) for n in range(60)] + [
        letter(n, bd(-20), EventKind.FOLLOW_UP) for n in range(60)
    ]
    story += [call(0, bd(-25), "Accepted - phone")]
    c = run(people, story, ME._replace(weekly_goal=4))
    assert c.letters_per_day_needed > 8
    advice = next(line for line in as_lines(c) if "shot-gun" in line)
    assert "Referral" in advice
    assert "1 of 3" in advice


def test_letters_a_day_now_are_those_of_the_last_ten_business_days():
    c = run(
        [person(n) for n in range(6)],
        [letter(0, TODAY), *(letter(n, bd(-9)) for n in range(1, 5)), letter(5, bd(-10))],
    )
    assert c.letters_per_day_now == 0.5


# words and JSON


def test_json_has_the_agreed_shape_and_nothing_to_tell_is_null():
    shape = as_json(run([]))
    assert list(shape) == [
        "weeks",
        "acceptance",
        "by_source",
        "bogged_down",
        "why",
        "letters_per_day_now",
        "letters_per_day_needed",
        "runway_days",
        "referrals_per_conversation",
        "fit",
        "fields",
        "market",
    ]
    assert shape["acceptance"] == {"rate": None, "low": None, "high": None, "n": 0}
    assert shape["referrals_per_conversation"] is None
    assert json.loads(json.dumps(shape)) == shape


def test_an_empty_workbook_has_something_kind_to_say():
    lines = as_lines(run([]))
    assert lines[0] == "No letters yet."
    assert all("nan" not in line and "None" not in line for line in lines)


def test_the_numbers_in_words_are_those_in_json():
    people = [person(1, source=Source.ALUMNI), person(2, source=Source.COLD)]
    c = run(
        people,
        [
            letter(1, bd(-9)),
            letter(2, bd(-9)),
            call(1, bd(-4), "Accepted - phone"),
            call(2, bd(-4), "Declined"),
        ],
    )
    found = as_json(c)["acceptance"]
    assert (found["rate"], found["n"]) == (0.5, 2)
    assert found["low"] < 0.5 < found["high"]
    assert any(
        f"between {found['low'] * 100:.0f} % and {found['high'] * 100:.0f} %" in line for line in as_lines(c)
    )
