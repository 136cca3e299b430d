"""The day's list: the daily goal and its order, what keeps its place, referrers, referrals, samples, holds and notices."""

from __future__ import annotations

import pytest

from pipeline.model import (
    CallResult,
    Contact,
    EventKind,
    Held,
    InterviewType,
    LetterKind,
    Settings,
    Source,
    Step,
)
from pipeline.rules.agenda import Agenda
from pipeline.rules.cellnames import address_beside, referral_names, without_name
from pipeline.rules.details import letter_detail
from pipeline.rules.places import Places
from tests.people import a_day, contact, d, event, plan, steps, written

NAMES = ("Bo Berg", "Cy Cruz", "Di Dorn", "Ed Ek", "Flo Fox", "Gus Gray", "Hal Holt", "Ida Ives")


def people(n: int, **more: object) -> list[Contact]:
    return [contact(row, *name.split(), **more) for row, name in enumerate(NAMES[:n], 2)]


def approaches(agenda: Agenda, on: str) -> list[int]:
    return [a.row for a in agenda.actions if a.step is Step.APPROACH and a.due == d(on)]


# R12


def test_the_daily_goal_today_and_a_days_worth_on_each_business_day_to_come() -> None:
    agenda = plan(people(8), "11-24")
    assert [approaches(agenda, day) for day in ("11-24", "11-25", "11-26", "11-27")] == [
        [2, 3, 4],
        [5, 6, 7],
        [],
        [8, 9],
    ]
    assert [a.row for a in agenda.due()] == [2, 3, 4]


@pytest.mark.parametrize(
    ("goal", "gone", "today"), [(3, 0, 3), (3, 2, 1), (3, 3, 0), (3, 5, 0), (1, 0, 1), (0, 0, 0)]
)
def test_what_went_today_is_taken_off_the_goal(goal: int, gone: int, today: int) -> None:
    agenda = plan(
        people(8), a_day("11-24", settings=Settings(daily_goal=goal)), places=Places(gone_today=gone)
    )
    assert len(agenda.due()) == today


def test_a_house_waits_for_the_later_of_two_open_letters() -> None:
    sent = [
        contact(row, *name.split(), organization="Quay", approach_sent=on)
        for row, name, on in ((2, "Bo Berg", "11-20"), (3, "Cy Cruz", "11-18"))
    ]
    third = contact(4, "Di", "Dorn", organization="Quay")
    assert approaches(plan([*sent, third], "11-24"), "11-30") == [4]


def test_on_a_holiday_targets_wait_for_the_business_day_after() -> None:
    agenda = plan(people(4), "11-26")
    assert agenda.due() == ()
    assert [approaches(agenda, "11-27"), approaches(agenda, "11-30")] == [[2, 3, 4], [5]]


def test_order_referred_then_priority_then_row() -> None:
    b, c, none, a, source, by_name = people(6)
    crowd = [
        b._replace(priority="B"),
        c._replace(priority="C"),
        none,
        a._replace(priority="A"),
        source._replace(source=Source.REFERRAL, referred_by="Zoe Zorn", priority="C"),
        by_name._replace(referred_by="Ada Okafor", priority="B"),
    ]
    agenda = plan(crowd, a_day("11-24", settings=Settings(daily_goal=10)))
    assert approaches(agenda, "11-24") == [7, 6, 5, 2, 3, 4]


def test_a_kept_letter_keeps_its_place_before_all_others_and_beyond_the_goal() -> None:
    crowd = people(6)
    kept = frozenset(c.id for c in crowd[-2:])
    assert approaches(plan(crowd, "11-24", places=Places(kept=kept)), "11-24") == [6, 7, 2]
    assert approaches(plan(crowd, "11-24", places=Places(kept=kept, gone_today=3)), "11-24") == [6, 7]


@pytest.mark.parametrize("today", ["11-26", "11-28"])
def test_a_kept_an_exported_and_a_skipped_letter_stay_on_the_list_on_a_day_off(today: str) -> None:
    crowd = people(4)
    places = Places(
        kept=frozenset({crowd[0].id}), exported={crowd[1].id: d("11-25")}, skipped=frozenset({crowd[2].id})
    )
    agenda = plan(crowd, today, places=places)
    assert sorted(a.row for a in agenda.due()) == [3, 4]
    assert sorted(a.row for a in agenda.at_hand()) == [2, 3, 4, 5]


def test_exported_letters_are_asked_about_and_take_no_new_place() -> None:
    crowd = people(5)
    agenda = plan(crowd, "11-24", places=Places(gone_today=1, exported={crowd[0].id: d("11-24")}))
    assert [(a.row, a.exported_on) for a in agenda.due()] == [(2, d("11-24")), (3, None), (4, None)]


def test_a_skipped_letter_stays_on_the_list_and_leaves_its_place_to_another() -> None:
    crowd = people(5)
    assert sorted(
        approaches(plan(crowd, "11-24", places=Places(skipped=frozenset({crowd[0].id}))), "11-24")
    ) == [2, 3, 4, 5]


def test_a_target_that_cant_be_read_takes_no_place_from_the_others() -> None:
    crowd = people(4)
    assert approaches(
        plan(
            [crowd[0]._replace(unreadable=("called_on",), in_doubt=("called_on",), priority="A"), *crowd[1:]],
            "11-24",
        ),
        "11-24",
    ) == [3, 4, 5]


# Order of the day


def test_thanks_come_first_and_new_names_last() -> None:
    ada = contact(2, called_on="11-23", call_result=CallResult.INTERVIEWED, referrals_given="Zoe Zorn")
    bo = contact(3, "Bo", "Berg", replied_on="11-23", approach_sent="11-16")
    cy = contact(4, "Cy", "Cruz", interview_on="11-25")
    di = contact(5, "Di", "Dorn", approach_sent="11-10")
    ed = contact(6, "Ed", "Ek")
    assert steps(plan([ed, di, cy, bo, ada], "11-24")) == [
        "thank_you",
        "answer_reply",
        "prepare_interview",
        "confirm",
        "call",
        "approach",
        "add_referral",
    ]


def test_of_one_step_the_longest_due_comes_first() -> None:
    crowd = [
        contact(2, approach_sent="11-16"),
        contact(3, "Bo", "Berg", approach_sent="11-10"),
        contact(4, "Cy", "Cruz", approach_sent="11-10"),
    ]
    assert [(a.row, a.days_late) for a in plan(crowd, "11-24").due()] == [(3, 5), (4, 5), (2, 1)]


# R9

MET = {
    "interview_on": "11-20",
    "interview_held": Held.YES,
    "interview_type": InterviewType.IN_PERSON,
    "thank_you_sent": "11-20",
}


def referrers(*met: Contact, today: str = "11-24", events: list | None = None, **ada: object) -> list:
    agenda = plan([contact(2, **({"last_contact": "11-02"} | ada)), *met], today, events or [])
    return [a for a in agenda.actions if a.step is Step.THANK_REFERRER]


@pytest.mark.parametrize(
    ("met", "due"), [("11-20", "11-23"), ("11-21", "11-23"), ("11-24", "11-25"), ("11-25", "11-27")]
)
def test_the_referrer_is_thanked_the_business_day_after_the_interview(met: str, due: str) -> None:
    (action,) = referrers(
        contact(
            3, "Bo", "Berg", referred_by="ada  OKAFOR", **(MET | {"interview_on": met, "thank_you_sent": met})
        ),
        today="11-25",
    )
    assert (action.row, action.letter, action.due, action.rule) == (
        2,
        LetterKind.THANK_REFERRER,
        d(due),
        "R9",
    )


def test_one_letter_for_all_met_since_the_last_one_due_by_the_first() -> None:
    bo, cy, di = (
        contact(r, *n.split(), referred_by="Ada Okafor", **(MET | {"interview_on": day}))
        for r, n, day in ((3, "Bo Berg", "11-10"), (4, "Cy Cruz", "11-23"), (5, "Di Dorn", "11-20"))
    )
    (action,) = referrers(bo, cy, di)
    assert (action.due, action.about) == (d("11-11"), (bo.id, di.id, cy.id))
    thanked = written(event(EventKind.THANK_REFERRER, "11-12", f"for Bo Berg ({bo.id})"))
    (action,) = referrers(bo, cy, di, events=thanked)
    assert (action.due, action.about) == (d("11-23"), (di.id, cy.id))
    everyone = written(
        event(EventKind.THANK_REFERRER, "11-23", f"for them ({','.join(sorted((bo.id, cy.id, di.id)))})")
    )
    assert referrers(bo, cy, di, events=everyone) == []


def test_thanks_to_a_referrer_without_names_stand_for_nobody_met_since() -> None:
    ada = contact()
    met = contact(
        3,
        "Bo",
        "Berg",
        referred_by="Ada Okafor",
        interview_on="11-20",
        interview_held=Held.YES,
        interview_type=InterviewType.PHONE,
        thank_you_sent="11-20",
    )
    for on, owed in (("11-19", True), ("11-20", False)):
        thanks = written(event(EventKind.THANK_REFERRER, on, "for Bo"))
        assert (Step.THANK_REFERRER in [a.step for a in plan([ada, met], "11-24", thanks).actions]) is owed


def test_who_was_named_as_the_referrer_is_thanked_though_referred_by_is_still_blank() -> None:
    bo = contact(3, "Bo", "Berg", approach_sent="11-10", **MET)
    ada = {"referrals_given": "bo berg"}
    said = letter_detail(LetterKind.APPROACH_REFERRAL, "1", d("11-17"), ())
    (action,) = referrers(bo, events=[event(EventKind.APPROACH, "11-10", said, of=bo)], **ada)
    assert (action.row, action.about) == (2, (bo.id,))
    known_before = letter_detail(LetterKind.APPROACH, "1", d("11-17"), ())
    assert referrers(bo, events=[event(EventKind.APPROACH, "11-10", known_before, of=bo)], **ada) == []


def test_no_thanks_to_a_referrer_who_is_owed_their_own_or_on_hold_or_unknown() -> None:
    bo = contact(3, "Bo", "Berg", referred_by="Ada Okafor", **MET)
    assert referrers(bo, called_on="11-23", call_result=CallResult.PUT_OFF) == []
    assert len(referrers(bo, called_on="11-23", call_result=CallResult.PUT_OFF, thank_you_sent="11-23")) == 1
    assert referrers(bo, on_hold=True) == []
    assert referrers(bo._replace(referred_by="Bo Berg")) == []
    assert referrers(bo._replace(referred_by="Nobody Known")) == []
    assert referrers(bo, contact(4, referred_by="", email="other@example.org")) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"interview_on": "11-30"},
        {"interview_on": "11-20", "interview_held": Held.NO_SHOW},
        {"called_on": "11-20", "call_result": CallResult.PUT_OFF},
    ],
)
def test_only_an_interview_that_happened_is_thanked_for(cells: dict[str, object]) -> None:
    assert referrers(contact(3, "Bo", "Berg", referred_by="Ada Okafor", **cells)) == []


def test_an_interview_on_the_call_counts_and_one_before_act_from_does_not() -> None:
    bo = contact(
        3,
        "Bo",
        "Berg",
        referred_by="Ada Okafor",
        called_on="11-20",
        call_result=CallResult.INTERVIEWED,
        thank_you_sent="11-20",
    )
    assert len(referrers(bo)) == 1
    agenda = plan([contact(2), bo], a_day("11-24", settings=Settings(act_from=d("11-21"))))
    assert Step.THANK_REFERRER not in {a.step for a in agenda.actions}


def test_a_referrers_letter_that_bounced_is_due_again_as_another_letter() -> None:
    bo = contact(3, "Bo", "Berg", referred_by="Ada Okafor", **MET)
    history = written(
        event(EventKind.THANK_REFERRER, "11-23", f"for Bo Berg ({bo.id})"),
        event(EventKind.BOUNCE, "11-23", "address old@example.org"),
    )
    (action,) = referrers(bo, events=history)
    assert (action.occasion, action.about) == (f"{bo.id},+1", (bo.id,))


def test_a_person_who_stands_twice_is_not_named_twice_to_the_referrer() -> None:
    twice = [contact(r, "Bo", "Berg", referred_by="Ada Okafor", duplicate="twice", **MET) for r in (3, 4)]
    assert referrers(*twice) == []


# R13


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Bo Berg; Cy Cruz", ["Bo Berg", "Cy Cruz"]),
        ("Bo Berg (at Example Inc; knows Cy)\nCy  Cruz.", ["Bo Berg", "Cy Cruz"]),
        ("Bo Berg [call first];;\r\n;", ["Bo Berg"]),
        ("Bo Berg; BO BERG", ["BO BERG"]),
        ("(nobody)", []),
        ("José Ñandú", ["José Ñandú"]),
        ("Nick Cave, nick@example.com; Cy Cruz <cy@example.org>", ["Nick Cave", "Cy Cruz"]),
        ("Bo Berg: bo@example.com\nDi Dorn - mailto:di@example.com", ["Bo Berg", "Di Dorn"]),
        ("nick@example.com", ["nick@example.com"]),
        ("", []),
    ],
)
def test_names_in_a_cell_of_referrals(cell: str, names: list[str]) -> None:
    assert referral_names(cell) == names


def test_an_address_beside_a_name_is_that_persons() -> None:
    cell = "Nick Cave, nick@example.com; Cy Cruz <cy@example.org> (met in May)\nDi Dorn"
    names = referral_names(cell)
    assert [address_beside(n, cell) for n in names] == ["nick@example.com", "cy@example.org", ""]


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ("Bo Berg; Cy Cruz", "(Bo Berg); Cy Cruz"),
        ("Cy Cruz\n Bo Berg, bo@example.com", "Cy Cruz\n (Bo Berg, bo@example.com)"),
        ("Bo Berg (at Example Inc; knows Di); Cy Cruz", "[Bo Berg (at Example Inc; knows Di)]; Cy Cruz"),
        ("Cy Cruz", "Cy Cruz"),
    ],
)
def test_a_name_that_is_left_out_becomes_a_remark(cell: str, left: str) -> None:
    assert without_name("Bo Berg", cell) == left
    assert referral_names(left) == ["Cy Cruz"]


def test_a_name_that_is_nobodys_row_is_to_be_added_one_action_each() -> None:
    ada = contact(2, referrals_given="Bo Berg; jose nandu; Cy Cruz; Di Dorn", last_contact="11-02")
    agenda = plan(
        [
            ada,
            contact(3, "bo", "BERG", referred_by="Zoe Zorn"),
            contact(4, "José", "Ñandú", called_on="11-20"),
        ],
        "11-28",
    )
    found = [a for a in agenda.due() if a.step is Step.ADD_REFERRAL]
    assert [(a.row, a.about, a.due, a.letter) for a in found] == [
        (2, ("Cy Cruz",), d("11-28"), None),
        (2, ("Di Dorn",), d("11-28"), None),
    ]


@pytest.mark.parametrize(("email", "said"), [("bo@example.org", True), ("", False)])
def test_a_letter_is_spoken_of_only_where_one_can_go(email: str, *, said: bool) -> None:
    ada = contact(2, referrals_given="Bo Berg", last_contact="11-02")
    agenda = plan([ada, contact(3, "Bo", "Berg", email=email)], "11-24")
    (action,) = [a for a in agenda.actions if a.step is Step.ADD_REFERRAL]
    assert action.to_do.startswith("Fill in Referred by of Bo Berg: Ada Okafor.")
    assert ("letter" in action.to_do) == said


def test_referrals_wait_on_hold_and_before_act_from() -> None:
    ada = contact(2, referrals_given="Bo Berg", last_contact="11-02")
    assert plan(ada._replace(on_hold=True), "11-24").actions == ()
    assert plan(ada, a_day("11-24", settings=Settings(act_from=d("11-03")))).actions == ()
    assert len(plan(ada, a_day("11-24", settings=Settings(act_from=d("11-02")))).actions) == 1


# R14: hold, problems, samples


def test_a_thank_you_owed_on_hold_is_shown_but_not_drafted() -> None:
    ada = contact(2, on_hold=d("12-15"), called_on="11-20", call_result=CallResult.PUT_OFF)
    (action,) = plan(ada, "11-24").due()
    assert (action.step, action.letter, action.due, action.rule) == (Step.THANK_YOU, None, d("11-20"), "R14")
    assert "hold" in action.why.lower()
    assert plan(ada._replace(thank_you_sent=d("11-20")), "11-24").actions == ()
    assert plan(ada._replace(duplicate="twice"), "11-24").actions == ()
    (action,) = plan(ada, "12-15").due()
    assert action.letter is LetterKind.THANK_YOU_PUT_OFF


def test_what_is_owed_at_a_dead_address_is_shown_but_not_drafted() -> None:
    bo = contact(3, "Bo", "Berg", email="office@example.org", id="BO")
    ada = contact(2, email=bo.email, called_on="11-20", call_result=CallResult.PUT_OFF)
    back = event(EventKind.BOUNCE, "11-23", f"address {bo.email}", of=bo)

    def owed(c: Contact) -> list[tuple[Step, LetterKind | None, str]]:
        agenda = plan((c, bo), "11-24", written(back))
        return [(a.step, a.letter, a.rule) for a in agenda.due() if a.row == c.row]

    told = next(a for a in plan((ada, bo), "11-24", written(back)).due() if a.step is Step.THANK_YOU)
    assert "once the address is right" in told.to_do
    fix = (Step.FIX_ADDRESS, None, "R14")
    assert owed(ada) == [(Step.THANK_YOU, None, "R14"), fix]
    assert owed(ada._replace(thank_you_sent=d("11-20"))) == [fix]
    assert owed(ada._replace(duplicate="twice")) == []
    assert owed(ada._replace(on_hold=True)) == [(Step.THANK_YOU, None, "R14")]
    wrote = contact(2, email=bo.email, approach_sent="11-02", replied_on="11-20")
    assert owed(wrote) == [(Step.ANSWER_REPLY, None, "R14"), fix]
    assert owed(wrote._replace(answered_on=d("11-20"))) == [fix]
    assert owed(wrote._replace(on_hold=True)) == []


@pytest.mark.parametrize("doubt", [("called_on",), ()])
def test_a_deciding_cell_that_cant_be_read_keeps_the_letter_back(doubt: tuple[str, ...]) -> None:
    cells = ("Kontakte!P4 (Angerufen)",) if doubt else ()
    (action,) = plan(contact(unreadable=("called_on", "fit"), in_doubt=doubt, doubts=cells), "11-24").due()
    assert bool(action.held_back) == bool(doubt)
    assert ("Kontakte!P4 (Angerufen)" in action.held_back) == bool(doubt)


def test_a_row_of_history_that_cant_be_read_keeps_all_letters_of_its_contact_back() -> None:
    ada, bo = (
        contact(2, called_on="11-20", call_result=CallResult.PUT_OFF, interview_on="11-25"),
        contact(3, "Bo", "Berg"),
    )
    agenda = plan([ada, bo], "11-24", unread=[ada.id])
    assert {(a.row, str(a.step)): bool(a.held_back) for a in agenda.due()} == {
        (2, "thank_you"): True,
        (2, "prepare_interview"): False,
        (2, "confirm"): True,
        (3, "approach"): False,
    }
    assert "History" in next(a.held_back for a in agenda.due() if a.letter)


def test_a_row_of_history_that_says_not_what_came_of_it_keeps_back_what_hangs_on_that() -> None:
    """Thanks and the confirmation speak of what is known; a letter to somebody who may have declined does not."""
    owed = {"called_on": "11-20", "call_result": CallResult.PUT_OFF, "interview_on": "11-25"}
    thanked = {"interview_on": "10-05", "interview_held": Held.YES, "interview_type": InterviewType.PHONE}
    crowd = [
        contact(2, **owed),
        contact(3, "Bo", "Berg"),
        contact(4, "Cy", "Cruz", thank_you_sent="10-05", **thanked),
        contact(5, "Di", "Dorn", approach_sent="11-02", phone=""),
    ]
    agenda = plan(crowd, "11-24", untold=[c.id for c in crowd])
    assert {str(a.step): bool(a.held_back) for a in agenda.due()} == {
        "thank_you": False,
        "prepare_interview": False,
        "confirm": False,
        "approach": True,
        "keep_in_touch": True,
        "follow_up": True,
    }


def test_samples_have_steps_only_while_there_is_nobody_else() -> None:
    samples = people(2, source=Source.SAMPLE)
    assert steps(plan(samples, "11-24")) == ["approach", "approach"]
    agenda = plan([*samples, contact(9)], "11-24")
    assert [a.row for a in agenda.actions] == [9]
    assert agenda.standings[2].step is None
    assert "bo berg" not in agenda.people


# Notices


def test_an_opening_is_a_notice_and_no_step() -> None:
    agenda = plan(contact(opening_mentioned="a coordinator in spring", last_contact="11-02"), "11-24")
    assert agenda.actions == ()
    assert "a coordinator in spring" in agenda.notices[0]


# Steadiness


def test_the_same_day_planned_twice_is_the_same_and_rows_may_be_moved() -> None:
    crowd = [
        contact(2, called_on="11-20", call_result=CallResult.PUT_OFF),
        contact(3, "Bo", "Berg", approach_sent="11-10"),
        contact(4, "Cy", "Cruz", interview_on="11-25"),
    ]
    assert plan(crowd, "11-24") == plan(crowd, "11-24")
    moved = [c._replace(row=12 - c.row) for c in crowd]
    facts = [
        {(a.contact_id, a.step, a.letter, a.due, a.occasion) for a in plan(p, "11-24").actions}
        for p in (crowd, moved)
    ]
    assert facts[0] == facts[1]


def test_until_lists_what_is_due_up_to_a_day() -> None:
    agenda = plan(contact(approach_sent="11-19"), "11-24")
    assert (agenda.until(d("11-26")), [a.due for a in agenda.until(d("11-27"))]) == ((), [d("11-27")])
