"""R12: what a first letter is, is the same whatever draws it, and nobody gets a second one (R3, R14)."""

from __future__ import annotations

import os
from datetime import timedelta

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from pipeline.model import CallResult, Channel, Contact, Event, EventKind, LetterKind, Settings, Step
from pipeline.rules.agenda import plan_day
from pipeline.rules.approaches import approach
from pipeline.rules.due import RULES, next_step
from pipeline.rules.facts import Facts
from pipeline.rules.history import pasts
from pipeline.rules.holds import blocked
from pipeline.rules.places import NO_PLACES
from pipeline.rules.ruling import Found
from tests.drawn import START, histories, rows
from tests.people import a_day, contact, event, letter_of, plan, standing, write_back, written

EXAMPLES = int(os.environ.get("EXAMPLES", "1"))
quick = settings(max_examples=100 * EXAMPLES, deadline=None)
TODAY = a_day(START.isoformat())
FIRST = {LetterKind.APPROACH, LetterKind.APPROACH_REFERRAL}


targets = st.builds(
    contact,
    phone=st.sampled_from(["", "555-0101"]),
    referred_by=st.sampled_from(["", "Bo Berg"]),
    channel=st.sampled_from(Channel),
    address=st.just("1 Example Street"),
)


@st.composite
def people(draw: st.DrawFn) -> tuple[Contact, list[Event]]:
    """Draw a row with its History."""
    c = draw(rows())
    return c, draw(histories(c))


def drawn_by_all_rules(f: Facts) -> Found | None:
    """Ask every rule in its order, as R4 to R12 are written."""
    stopped = blocked(f, TODAY)
    if stopped is not None:
        return stopped if isinstance(stopped, Found) else None
    found = (rule(f, TODAY) for _, rule in RULES)
    return next((ruling for ruling in found if isinstance(ruling, Found)), None)


@quick
@given(people())
@example((contact(call_result=CallResult.ACCEPTED_VIDEO), []))
@example((contact(), []))
def test_nobody_misses_a_step_because_only_a_first_letter_was_looked_for(
    drawn: tuple[Contact, list[Event]],
) -> None:
    facts = standing(drawn[0], TODAY, drawn[1]).facts
    assert next_step(facts, TODAY) == drawn_by_all_rules(facts)


@quick
@given(people())
@example((contact(), []))
@example((contact(referred_by="Bo Berg"), []))
def test_a_first_letter_is_one_thing_whatever_draws_it(drawn: tuple[Contact, list[Event]]) -> None:
    c, events = drawn
    agenda = plan(c, TODAY, events)
    here = agenda.standings[c.row]
    for letter, step, rule in [
        *((a.letter, a.step, a.rule) for a in agenda.actions),
        *((f.letter, f.step, f.rule) for f in [here.step] if f),
    ]:
        assert (letter in FIRST) == (step is Step.APPROACH) == (rule == "R12")
    listed = [a for a in agenda.actions if a.letter in FIRST]
    assert len(listed) <= 1
    asked = approach(here.facts, TODAY)
    for a in listed:
        assert isinstance(asked, Found)
        assert (a.letter, a.occasion, a.why) == (asked.letter, asked.occasion, asked.why)
        named = bool(here.facts.referrer) or c.source == "Referral"
        assert a.letter is (LetterKind.APPROACH_REFERRAL if named else LetterKind.APPROACH)


ONE_DAY = [event(kind, "10-20") for kind in (EventKind.THANK_REFERRER, EventKind.CONFIRM)]
NOBODY_WROTE = {EventKind.BOUNCE, EventKind.AUTOMATIC, EventKind.THANK_REFERRER}


@quick
@given(people(), st.sampled_from([None, -20, 0]))
@example((contact(approach_sent="10-20"), []), 0)
@example((contact(called_on="10-20"), []), 0)
@example((contact(replied_on="10-20"), []), 0)
@example((contact(interview_on="10-20"), []), 0)
@example((contact(), written(*ONE_DAY)), None)
def test_where_anything_went_or_came_there_is_no_first_letter(
    drawn: tuple[Contact, list[Event]], act_from: int | None
) -> None:
    """Nor where it lies before Act from, and owes nothing."""
    c, events = drawn
    bounced = {e.message_id for e in events if e.kind is EventKind.BOUNCE}
    told = [e for e in events if e.kind not in NOBODY_WROTE and e.message_id not in bounced]
    cells = (c.approach_sent, c.follow_up_sent, c.thank_you_sent, c.called_on, c.replied_on, c.interview_on)
    assume(told or (any(cells) and not bounced))
    act = None if act_from is None else START + timedelta(days=act_from)
    day = a_day(START.isoformat(), settings=Settings(name="Sam Rivera", act_from=act))
    assert not [a for a in plan(c, day, events).actions if a.letter in FIRST]


@quick
@given(targets, rows(), st.integers(0, 400))
def test_a_first_letter_that_went_is_the_only_one_whatever_the_row_says_later(
    c: Contact, typed: Contact, days: int
) -> None:
    """The row may be typed over, sorted, or have its dates blanked: History has the letter."""
    [due] = [a for a in plan(c, TODAY).due() if a.letter in FIRST]
    gone = letter_of(due, START)
    past = pasts([c], [], [gone], (), START)
    _, events = write_back([c], plan_day([c], past, TODAY, NO_PLACES, (), ()), past, [])
    later = a_day((START + timedelta(days=days)).isoformat())
    assert not [a for a in plan(typed._replace(id=c.id), later, events).actions if a.letter in FIRST]
