"""Interview held speaks of one day: what the row says of another, and what is still to be asked (R4, R5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.model import CallResult, Contact, Event, EventKind, Held, InterviewType
from pipeline.rules.heldsaid import HeldSaid, read_held
from tests.people import contact, d, event

FIRST, SECOND = "12-10", "12-15"
NOBODY: dict[str, str] = {}


def row(**cells: Any) -> Contact:
    return contact(interview_type=None, **cells)


def seen(
    c: Contact, today: str, before: HeldSaid | None = None, events: Sequence[Event] = (), said: bool = False
) -> HeldSaid:
    """Read the row on a day, after it was read as `before`; `said`: in the window, just now."""
    return read_held([c], events, before.remembered if before else NOBODY, d(today), [c.id] if said else [])


def counted(found: HeldSaid) -> Held | None:
    return found.contacts[0].interview_held


def test_a_day_that_passed_without_a_word_is_still_known_days_later() -> None:
    before = seen(row(interview_on=FIRST), FIRST)
    for today in ("12-11", "12-12"):
        before = seen(row(interview_on=FIRST), today, before)
    assert seen(row(interview_on=SECOND), "12-13", before).open == {row().id: (d(FIRST),)}


def test_thanks_of_the_very_day_leave_nothing_to_ask() -> None:
    before = seen(row(interview_on=FIRST), FIRST)
    thanks = [event(EventKind.THANK_YOU, FIRST)]
    assert seen(row(interview_on=SECOND), "12-12", before, thanks).open == {}


def test_a_second_interview_called_off_in_the_window_stays_called_off() -> None:
    before = seen(row(interview_on=FIRST, interview_held=Held.CANCELLED), "12-09")
    moved = row(interview_on=SECOND, interview_held=Held.CANCELLED)
    stale = seen(moved, "12-11", before)
    assert counted(stale) is None
    told = seen(moved, "12-11", stale, said=True)
    assert counted(told) is Held.CANCELLED
    assert counted(seen(moved, "12-12", told)) is Held.CANCELLED


def test_what_the_window_wrote_of_the_other_day_speaks_for_a_word_left_standing() -> None:
    before = seen(row(interview_on=FIRST, interview_held=Held.YES), FIRST)
    moved = row(interview_on=SECOND, interview_held=Held.YES)
    stale = seen(moved, "12-11", before)
    assert counted(stale) is None
    assert counted(seen(moved, "12-16", stale)) is None
    assert (
        counted(seen(moved, "12-16", stale, [event(EventKind.INTERVIEW, SECOND, "Yes, Phone")])) is Held.YES
    )


def test_both_cells_blanked_and_typed_anew_are_believed() -> None:
    before = seen(row(interview_on=FIRST, interview_held=Held.CANCELLED), "12-09")
    blank = seen(row(), "12-09", before)
    anew = seen(row(interview_on=SECOND, interview_held=Held.CANCELLED), "12-11", blank)
    assert counted(anew) is Held.CANCELLED


def test_what_stands_beside_the_day_is_remembered_with_its_call_and_type() -> None:
    c = contact(
        interview_on=FIRST,
        interview_held=Held.YES,
        interview_type=InterviewType.PHONE,
        called_on="12-01",
        call_result=CallResult.PUT_OFF_TALKED,
    )
    before = seen(c, "12-11")
    assert seen(c, "12-12", before).remembered == before.remembered
    talk = event(EventKind.INTERVIEW, FIRST, "Yes, In person")._replace(row=3)
    call = event(EventKind.CALL, "12-01", "Declined")._replace(row=2)
    found = seen(c, "12-12", before, [call, talk])
    assert {(o.event, o.attr) for o in found.otherwise} == {(talk, "interview_type"), (call, "call_result")}
    assert (found.contacts[0].interview_type, found.contacts[0].call_result) == (None, None)
    changed = c._replace(interview_type=InterviewType.VIDEO, call_result=CallResult.PUT_OFF)
    assert seen(changed, "12-12", before, [call, talk]).otherwise == ()
    assert seen(c, "12-12", None, [call, talk]).otherwise == ()
    assert seen(c, "12-12", before, [call._replace(detail=""), talk._replace(detail="Yes")]).otherwise == ()
    unheld = c._replace(interview_held=None)
    assert [o.attr for o in seen(unheld, "12-12", before, [call, talk]).otherwise] == ["call_result"]


def test_a_day_is_only_corrected_where_it_is_gone_and_another_has_come() -> None:
    c = contact(called_on="12-03", call_result=CallResult.NO_ANSWER)
    calls = [event(EventKind.CALL, day)._replace(row=n) for n, day in enumerate(("11-30", "12-03"), 2)]
    before = seen(c, "12-07", None, calls)
    assert seen(c, "12-08", before, calls[:1]).otherwise == ()
    more = [*calls, event(EventKind.CALL, "12-04")._replace(row=4)]
    assert seen(c, "12-08", before, more).otherwise == ()
    moved = [calls[0], calls[1]._replace(date=d("12-04"))]
    found = seen(c, "12-08", before, moved)
    assert [tuple(one) for one in found.otherwise] == [(moved[1], "called_on")]
    assert found.contacts[0].called_on == d("12-04")
    assert seen(c, "12-09", found, moved).otherwise == found.otherwise


def test_a_call_corrected_in_history_takes_no_talk_of_that_day_along() -> None:
    c = row(interview_on=FIRST, called_on=FIRST)
    call = event(EventKind.CALL, FIRST)._replace(row=2)
    before = seen(c, FIRST, None, [call])
    moved = c._replace(interview_on=d(SECOND))
    assert seen(moved, "12-12", before, [call._replace(date=d("12-09"))]).open == {c.id: (d(FIRST),)}
