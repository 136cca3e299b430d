"""R21: nobody new is written to in a field that the user dropped."""

from __future__ import annotations

from pipeline.model import CallResult, EventKind, FieldSaid, FieldVerdict, Stage
from pipeline.rules.explain import explain
from pipeline.rules.fields import closed_fields
from tests.people import a_day, contact, event, next_of, plan, standing

DROPPED = FieldSaid("Café work", "", FieldVerdict.DROP, "Fields!F3")


def day_without(*said: FieldSaid, in_hand: frozenset[str] = frozenset()):
    return a_day("12-07")._replace(closed_fields=closed_fields(said), in_hand=in_hand)


def test_a_dropped_field_has_no_approach_and_explain_says_so_with_the_cell():
    day = day_without(DROPPED)
    c = contact(field="CAFE  work")
    agenda = plan(c, day)
    assert agenda.actions == ()
    assert agenda.standings[c.row].stage is Stage.RESTING
    said = "\n".join(explain(agenda.standings[c.row], agenda, day))
    assert "R12 passed over: you dropped the field Café work (Fields!F3)" in said


def test_other_fields_and_other_verdicts_go_on():
    day = day_without(
        DROPPED, FieldSaid("Nursing", "", FieldVerdict.DOUBT), FieldSaid("Law", "", FieldVerdict.KEEP)
    )
    for field in ("Nursing", "Law", "Elsewhere", ""):
        assert next_of(contact(field=field), day)[1] == "approach"


def test_what_has_begun_goes_on_in_a_dropped_field():
    day = day_without(DROPPED)
    c = contact(field="Café work", approach_sent="11-30")
    assert next_of(c, day, [event(EventKind.APPROACH, "11-30", of=c)])[1] == "call"
    met = contact(field="Café work", called_on="12-04", call_result=CallResult.INTERVIEWED)
    assert next_of(met, day)[1] == "thank_you"


def test_a_letter_that_the_user_has_taken_up_stays_theirs():
    c = contact(field="Café work")
    assert next_of(c, day_without(DROPPED, in_hand=frozenset({c.id})))[1] == "approach"


def test_letters_wait_for_a_verdict_that_nobody_can_read():
    day = day_without(FieldSaid("Law", "", None, "Fields!F2", unreadable=True))
    assert standing(contact(field="law"), day).step is None


def test_signs_tell_fields_apart():
    day = day_without(FieldSaid("C++", "", FieldVerdict.DROP, "Fields!F2"))
    assert next_of(contact(field="C#"), day)[1] == "approach"
    assert next_of(contact(field="c++"), day) is None
