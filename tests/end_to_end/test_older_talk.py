"""An older copy of the workbook, put back, no longer knows the talk that a letter thanked for: nothing builds on that silence."""

from __future__ import annotations

from datetime import date

from tests.books import change, person

from .routine import Routine, steady

TALK = date(2026, 12, 8)


def test_who_was_thanked_gets_no_follow_up_where_the_talk_was_lost(routine: Routine) -> None:
    routine.with_book([person(Enclose_resume="No")]).daily()
    routine.run("approve", routine.draft()["code"])
    for o in routine.went():
        routine.run("resolve", o["code"], "sent")
    older = routine.book.read_bytes()
    routine.today = TALK
    routine.type_on_contacts(
        2,
        Interview_on=TALK,
        Interview_type="Phone",
        Interview_held="Yes",
        Thank_them_for="for your map of the wards",
    )
    routine.daily()
    routine.run("approve", routine.draft()["code"])
    [thanks] = routine.went()
    routine.run("resolve", thanks["code"], "sent")
    routine.book.write_bytes(older)
    routine.today = date(2026, 12, 21)
    routine.daily()
    routine.daily()
    assert routine.drafts() == []
    told = routine.run("check").said
    assert f"Interview on is blank, and History has a letter of {TALK}" in told
    steady(routine)
    routine.type_on_contacts(2, Interview_on=TALK, Interview_type="Phone", Interview_held="Yes")
    routine.daily()
    assert (routine.drafts(), routine.rows()[0]["Problem"]) == ([], None)


def test_thanks_typed_beside_a_talk_that_fell_through_are_asked_about_on_every_day(routine: Routine) -> None:
    routine.with_book([person(Approach_sent=date(2026, 11, 30))]).daily()
    routine.type_on_contacts(
        2, Interview_on=date(2026, 12, 4), Interview_type="Phone", Interview_held="Cancelled"
    )
    change(routine.book, "Contacts", 2, {"Thank-you sent": date(2026, 12, 4)})
    routine.daily()
    assert "no conversation is recorded" in routine.rows()[0]["Problem"]
    steady(routine)
    assert "Thank-you letter" not in [row["Event"] for row in routine.rows("History")]
