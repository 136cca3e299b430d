"""What holds on every path of facts: a conversation is thanked for, a letter recorded is due no more, nothing unfinished is forgotten."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pipeline.model import (
    ACCEPTED,
    ATTEMPTS,
    LETTER_EVENTS,
    REFUSED,
    Action,
    CallResult,
    Contact,
    Event,
    EventKind,
    Held,
    InterviewType,
    Stage,
    Step,
)
from pipeline.rules.agenda import Agenda, plan_day
from pipeline.rules.history import changed_rows, new_rows, pasts
from pipeline.rules.places import NO_PLACES
from pipeline.rules.ruling import Found
from pipeline.rules.thanks import thank_you
from tests.drawn import START, rows
from tests.people import a_day, contact, d, letter_of, write_back

EXAMPLES = int(os.environ.get("EXAMPLES", "1"))
quick = settings(
    max_examples=40 * EXAMPLES, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TALKED = REFUSED | {CallResult.PUT_OFF, CallResult.INTERVIEWED}
ADDRESSES = [f"ada{i}@example.org" for i in range(9)]


class Search(RuleBasedStateMachine):
    """A person's search, day by day: what they type into Contacts, what the mail brings, and the write-back after each run."""

    @initialize(phone=st.sampled_from(["555-0101", ""]))
    def begin(self, phone: str) -> None:
        self.today = START
        self.people = [
            contact(2, phone=phone, referred_by="Bo Berg"),
            contact(3, "Bo", "Berg", last_contact="10-05"),
        ]
        self.events: list[Event] = []
        self.calls: dict[date, CallResult | None] = {}
        self.replies: dict[date, CallResult | None] = {}
        self.interviews: set[date] = set()
        self.thanks: list[tuple[date, str]] = []
        self.bounces = 0
        self.run()

    @property
    def ada(self) -> Contact:
        return self.people[0]

    def type_in(self, **cells: object) -> None:
        self.people[0] = self.people[0]._replace(**cells)

    def run(self, *news: Event) -> Agenda:
        past = pasts(self.people, self.events, news, (), self.today)
        agenda = plan_day(self.people, past, a_day(self.today.isoformat()), NO_PLACES, (), ())
        self.people, self.events = write_back(self.people, agenda, past, self.events)
        again = pasts(self.people, self.events, news, (), self.today)
        assert not new_rows(again)
        assert not changed_rows(again)
        assert (
            plan_day(self.people, again, a_day(self.today.isoformat()), NO_PLACES, (), ()).actions
            == agenda.actions
        )
        self.agenda = agenda
        return agenda

    @rule(days=st.sampled_from([1, 1, 1, 2, 3, 7, 30, 100]))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.run()

    @rule(result=st.sampled_from([*CallResult, None]), again=st.sampled_from([None, None, 5, 20]))
    def call(self, result: CallResult | None, again: int | None) -> None:
        if result is None and self.calls.get(self.today):
            return
        self.type_in(
            called_on=self.today,
            call_result=result,
            call_again_on=self.today + timedelta(days=again) if again else None,
        )
        self.calls[self.today] = result
        self.run()

    @precondition(lambda self: self.ada.called_on is not None)
    @rule(days=st.integers(1, 3))
    def correct_the_call(self, days: int) -> None:
        on, to = self.ada.called_on, self.ada.called_on - timedelta(days=days)
        if on != max(self.calls) or any(to <= day < on for day in self.calls):
            return
        self.type_in(called_on=to)
        self.calls[to] = self.calls.pop(on)
        self.run()

    @rule(
        result=st.sampled_from([None, CallResult.PUT_OFF, CallResult.DECLINED, CallResult.ACCEPTED_VIDEO]),
        by_mail=st.booleans(),
    )
    def reply(self, result: CallResult | None, by_mail: bool) -> None:
        if self.today in self.replies:
            return
        news = (
            [
                Event(
                    self.today,
                    self.ada.id,
                    self.ada.name,
                    EventKind.REPLY,
                    "Email",
                    "Re: hello",
                    f"<r{self.today}@example.org>",
                )
            ]
            if by_mail
            else []
        )
        if by_mail and result in {*self.calls.values(), *self.replies.values()}:
            return  # a later mail and a result that stands already are no second put-off
        if result:
            self.type_in(replied_on=self.today, call_result=result, called_on=None)
            self.replies[self.today] = result
        elif self.ada.called_on or not self.ada.call_result:
            self.type_in(replied_on=self.today)
            self.replies[self.today] = None
        else:
            return
        self.run(*news)

    @precondition(lambda self: self.ada.replied_on is not None)
    @rule()
    def answer(self) -> None:
        self.type_in(answered_on=self.today)
        self.run()

    @rule(days=st.integers(0, 9), kind=st.sampled_from([*InterviewType, None]))
    def arrange(self, days: int, kind: InterviewType | None) -> None:
        on = self.today + timedelta(days=days)
        if self.interviews and on <= max(self.interviews):
            return
        self.type_in(interview_on=on, interview_held=None, interview_type=kind)
        self.run()

    @precondition(
        lambda self: (
            self.ada.interview_on is not None
            and self.ada.interview_on <= self.today
            and self.ada.interview_held is None
        )
    )
    @rule(held=st.sampled_from(Held), kind=st.sampled_from(InterviewType))
    def record(self, held: Held, kind: InterviewType) -> None:
        self.type_in(interview_held=held, interview_type=kind)
        if held is Held.YES:
            self.interviews.add(self.ada.interview_on)
        self.run()

    @precondition(lambda self: any(a.letter for a in self.agenda.due()))
    @rule(which=st.integers(0, 5), data=st.data())
    def send(self, which: int, data: st.DataObject) -> None:
        due = [a for a in self.agenda.due() if a.letter and not a.held_back]
        if not due:
            return
        action = due[which % len(due)]
        promised = (
            self.today + timedelta(days=data.draw(st.integers(2, 9)))
            if action.step is Step.APPROACH
            else None
        )
        letter = letter_of(action, self.today, call_on=promised)
        assert letter.message_id not in {e.message_id for e in self.events}, (
            "the same letter is due a second time"
        )
        if action.step is Step.THANK_YOU and action.row == 2:
            self.thanks.append((self.today, letter.message_id))
        after = self.run(letter)
        assert (action.row, action.step) not in {(a.row, a.step) for a in after.due()}, (
            "a letter recorded is still due"
        )

    @rule(attr=st.sampled_from(["approach_sent", "follow_up_sent", "thank_you_sent", "last_contact"]))
    def blank(self, attr: str) -> None:
        self.type_in(**{attr: None})
        self.run()

    @precondition(
        lambda self: (
            self.bounces < 4
            and any(
                e.message_id and e.kind in LETTER_EVENTS and e.contact_id == self.ada.id
                for e in self.events[-3:]
            )
        )
    )
    @rule()
    def bounce(self) -> None:
        letter = [
            e for e in self.events if e.message_id and e.kind in LETTER_EVENTS and e.contact_id == self.ada.id
        ][-1]
        if any(e.kind is EventKind.BOUNCE and e.message_id == letter.message_id for e in self.events):
            return
        self.bounces += 1
        self.thanks = [t for t in self.thanks if t[1] != letter.message_id]
        self.run(
            Event(
                self.today,
                self.ada.id,
                self.ada.name,
                EventKind.BOUNCE,
                "Email",
                f"address {self.ada.email}",
                letter.message_id,
            )
        )
        assert self.agenda.standings[2].stage in (Stage.BOUNCED, Stage.ON_HOLD)

    @precondition(lambda self: self.bounces)
    @rule()
    def mend_the_address(self) -> None:
        self.type_in(email=ADDRESSES[self.bounces])
        self.run()

    @rule(hold=st.sampled_from([True, None, 3]))
    def hold(self, hold: object) -> None:
        self.type_in(on_hold=self.today + timedelta(days=3) if hold == 3 else hold)
        self.run()

    def owed(self) -> bool:
        """Work out anew, from what was done, whether a conversation waits for its thank-you."""
        calls = [(day, result, False) for day, result in self.calls.items()]
        said = [*calls, *((day, result, True) for day, result in self.replies.items())]
        agreed = max((day for day, r, _ in said if r in ACCEPTED), default=date.min)
        answered = max((e.date for e in self.events if e.kind is EventKind.ANSWER), default=date.min)
        refused = [(day, by_mail) for day, r, by_mail in said if r is CallResult.DECLINED]
        talks = set(self.interviews)
        for day, result, by_mail in said:
            cancelled = result is CallResult.PUT_OFF and agreed >= day
            if result not in TALKED or cancelled:
                continue
            if result is CallResult.DECLINED:
                if any(mail and answered >= told for told, mail in refused):
                    continue
                # Told by call and by mail, a refusal may be one: of the day on which it was told first.
                day = min([day, *(told for told, mail in refused if told < day and (mail or by_mail))])
            talks.add(day)
        thanked = max((day for day, _ in self.thanks), default=date.min)
        return any(day > thanked for day in talks)

    @invariant()
    def a_conversation_is_thanked_for(self) -> None:
        """R5: always."""
        if not hasattr(self, "agenda") or not self.owed():
            return
        standing = self.agenda.standings[2]
        assert isinstance(thank_you(standing.facts, a_day(self.today.isoformat())), Found)
        tomorrow = a_day(self.today.isoformat()).bd(self.today, 1)  # R22: where a letter went today
        steps = {a.step for a in self.agenda.until(tomorrow) if a.row == 2}
        assert steps & {Step.THANK_YOU, Step.RECORD_OUTCOME, Step.FIX_ADDRESS}

    @invariant()
    def stage_and_step_agree(self) -> None:
        if hasattr(self, "agenda"):
            for standing in self.agenda.standings.values():
                assert_agree(standing.stage, standing.step)

    @invariant()
    def nobody_who_declined_is_called_or_written_to_again(self) -> None:
        if hasattr(self, "agenda") and self.agenda.standings[2].stage is Stage.DECLINED:
            asking = {Step.CALL, Step.FOLLOW_UP, Step.APPROACH, Step.KEEP_IN_TOUCH} - (
                {Step.CALL} if self.ada.replied_on else set()
            )
            assert not asking & {a.step for a in self.agenda.actions if a.row == 2}


TestSearch = Search.TestCase
TestSearch.settings = quick


def assert_agree(stage: Stage, step: Found | None) -> None:
    needs = {
        Stage.BOUNCED: Step.FIX_ADDRESS,
        Stage.REPLIED: None,
        Stage.PUT_OFF: None,
        Stage.MET: None,
        Stage.APPROACHED: None,
        Stage.TARGET: Step.APPROACH,
    }
    if stage in needs:
        assert step is not None, f"{stage} without a step"
        assert needs[stage] in (None, step.step)
    if stage in (Stage.ON_HOLD, Stage.INCOMPLETE, Stage.RESTING):
        assert step is None


def planned(people: Sequence[Contact], today: date = START) -> Agenda:
    return plan_day(people, pasts(people, (), (), (), today), a_day(today.isoformat()), NO_PLACES, (), ())


@settings(quick, max_examples=400)
@given(rows())
def test_every_row_has_a_stage_that_fits_its_step(c: Contact) -> None:
    standing = planned([c]).standings[2]
    if standing.stage is Stage.TARGET and c.referrals_given:
        assert standing.step is None  # who has named somebody is no stranger
    else:
        assert_agree(standing.stage, standing.step)


@settings(quick, max_examples=600)
@given(rows())
def test_no_unfinished_business_is_without_a_next_step(c: Contact) -> None:
    c = c._replace(on_hold=None)
    letter = max(filter(None, (c.approach_sent, c.follow_up_sent)), default=None)
    began = [day for day in (c.called_on, c.replied_on, c.interview_on) if day]
    talked = c.call_result in TALKED or c.interview_held is Held.YES
    later = [day for day in (c.called_on, c.interview_on) if day and c.replied_on and day >= c.replied_on]
    recent = letter is None or c.called_on is None or c.called_on >= letter  # a call before it is history
    unfinished = {
        "a letter without an answer": c.approach_sent
        and not began
        and not c.follow_up_sent
        and not c.call_result
        and not c.interview_held,
        "a reply": c.replied_on
        and not later
        and not talked
        and not c.thank_you_sent
        and (letter is None or c.replied_on >= letter),
        "an acceptance": c.call_result in ACCEPTED and c.interview_on is None and not c.interview_held,
        "an interview past": c.interview_on and c.interview_on < START and c.interview_held is None,
        "an interview missed": c.interview_held in (Held.NO_SHOW, Held.CANCELLED)
        and not talked
        and c.call_result not in ATTEMPTS,
        "an attempt": recent
        and c.call_result in ATTEMPTS
        and not c.replied_on
        and not c.interview_on
        and not c.interview_held,
        "a call without a result": recent
        and c.called_on
        and not c.call_result
        and not c.interview_on
        and not c.interview_held
        and not c.replied_on,
        "a talk without thanks": talked
        and not c.thank_you_sent
        and not (c.answered_on and c.call_result in REFUSED),
        "an answer and silence": c.replied_on
        and c.answered_on
        and c.answered_on >= c.replied_on
        and not later
        and not talked
        and not c.thank_you_sent
        and (letter is None or c.replied_on >= letter),
    }
    assume(any(unfinished.values()))
    assert planned([c]).standings[2].step is not None, [why for why, holds in unfinished.items() if holds]


CROWD = [("Ada", "Okafor"), ("Bo", "Berg"), ("Cy", "Cruz"), ("Di", "Dorn"), ("Ed", "Ek"), ("Flo", "Fox")]


@settings(quick, max_examples=60)
@given(st.data())
def test_rows_shuffled_give_the_same_actions(data: st.DataObject) -> None:
    people = [data.draw(rows(i, name)) for i, name in enumerate(CROWD, 2)]
    order = data.draw(st.permutations(range(len(people))))
    shuffled = [people[i]._replace(row=row) for row, i in enumerate(order, 2)]
    one, other = planned(people), planned(shuffled)
    assert said(one) == said(other)
    assert sorted(a.due for a in one.actions if a.step is Step.APPROACH) == sorted(
        a.due for a in other.actions if a.step is Step.APPROACH
    )
    assert {s.facts.contact.id: (s.stage, s.step) for s in one.standings.values()} == {
        s.facts.contact.id: (s.stage, s.step) for s in other.standings.values()
    }
    assert sorted(one.notices) == sorted(other.notices)


def said(agenda: Agenda) -> set[tuple[object, ...]]:
    """What the actions say, the choice among equal targets (R12) and the order of equal names in a sentence aside."""

    def told(a: Action) -> tuple[object, ...]:
        return (
            a.contact_id,
            a.step,
            a.letter,
            a.due,
            a.days_late,
            a.rule,
            a.occasion,
            frozenset(a.about),
            a.held_back,
        )

    return {told(a) for a in agenda.actions if a.step is not Step.APPROACH}


@settings(quick, max_examples=60)
@given(st.data())
def test_the_same_plan_twice_is_the_same_also_after_the_write_back(data: st.DataObject) -> None:
    people = [data.draw(rows(i, name)) for i, name in enumerate(CROWD[:4], 2)]
    past = pasts(people, (), (), (), START)
    first = plan_day(people, past, a_day("11-02"), NO_PLACES, (), ())
    assert plan_day(people, past, a_day("11-02"), NO_PLACES, (), ()) == first
    cells, events = write_back(people, first, past, [])
    again = pasts(cells, events, (), (), START)
    assert plan_day(cells, again, a_day("11-02"), NO_PLACES, (), ()).actions == first.actions
    assert not new_rows(again)
    assert not changed_rows(again)


@settings(quick, max_examples=60)
@given(st.data())
def test_recording_a_due_letter_makes_it_not_due(data: st.DataObject) -> None:
    people = [data.draw(rows(i, name)) for i, name in enumerate(CROWD[:3], 2)]
    due = [a for a in planned(people).due() if a.letter]
    assume(due)
    action = data.draw(st.sampled_from(due))
    past = pasts(people, (), [letter_of(action, START)], (), START)
    after = plan_day(people, past, a_day("11-02"), NO_PLACES, (), ())
    assert (action.contact_id, action.step, action.occasion) not in {
        (a.contact_id, a.step, a.occasion) for a in after.due()
    }


@settings(quick, max_examples=80)
@given(st.data(), st.sampled_from([START, START - timedelta(days=1), d("11-26")]))
def test_nobody_gets_two_letters_of_one_day(data: st.DataObject, today: date) -> None:
    """R22; a confirmation on its last day beside the thanks alone."""
    people = [data.draw(rows(i, name)) for i, name in enumerate(CROWD[:4], 2)]
    agenda = planned(people, today)
    for c in people:
        letters = [a for a in agenda.at_hand() if a.row == c.row and a.letter]
        for of_today in (True, False):
            steps = [a.step for a in letters if (a.due <= today) is of_today]
            beside = len(steps) == 2 and Step.CONFIRM in steps and steps[0] in THANKS
            assert len(steps) <= 1 or beside, steps


@settings(quick, max_examples=80)
@given(st.data())
def test_whoever_referred_somebody_gets_no_strangers_letter(data: st.DataObject) -> None:
    people = [data.draw(rows(i, name)) for i, name in enumerate(CROWD[:4], 2)]
    named = {c.referred_by for c in people if c.referred_by != c.name}
    approached = {a.name for a in planned(people).actions if a.step is Step.APPROACH}
    assert not named & approached


THANKS = (Step.THANK_YOU, Step.THANK_REFERRER)


def test_a_talk_whose_two_thank_yous_came_back_on_one_day_still_waits_for_one() -> None:
    search = Search()
    search.begin(phone="555-0101")
    search.call(again=None, result=CallResult.INTERVIEWED)
    for _ in range(2):
        search.send(which=0, data=None)
        search.bounce()
        search.mend_the_address()
    assert search.owed()
    search.a_conversation_is_thanked_for()
    assert [a.step for a in search.agenda.due()] == [Step.THANK_YOU]
