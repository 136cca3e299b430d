"""What happens with one person on one day, and on a day that is none for business: the same on every run."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.books import person

from .routine import MONDAY, Routine, steady

SUNDAY = MONDAY - timedelta(days=1)
TODAY = MONDAY.isoformat()


@pytest.mark.parametrize("told", ["Called on", "Replied on"])
@pytest.mark.parametrize("result", ["Put off", "Put off, talked then", "Declined"])
def test_a_put_off_and_an_interview_on_one_day_are_the_same_letter_on_every_run(
    routine: Routine, told: str, result: str
) -> None:
    cells: dict[str, Any] = {
        told: MONDAY,
        "Call result": result,
        "Interview on": MONDAY,
        "Interview held": "Yes",
        "Interview type": "In person",
        "Thank them for": "for the hour that you gave me",
    }
    routine.with_book([person() | {"Approach sent": date(2026, 11, 30)} | cells]).daily()
    first = routine.draft()
    steady(routine)
    assert routine.draft() == first
    assert first["letter"] == "thank_you_in_person"


def test_of_a_put_off_and_a_talk_by_telephone_on_one_day_the_letter_knows_both(routine: Routine) -> None:
    cells = {"Called on": MONDAY, "Call result": "Put off", "Interview on": MONDAY, "Interview held": "Yes"}
    routine.with_book([person() | cells | {"Interview type": "Phone"}]).daily()
    letter = routine.draft()
    assert letter["letter"] == "thank_you_phone"
    assert "could not meet in person" in letter["body"]
    steady(routine)


def test_a_thank_you_for_no_conversation_is_the_same_problem_on_every_run_until_it_is_blanked(
    routine: Routine,
) -> None:
    routine.with_book([person() | {"Thank-you sent": date(2026, 12, 1)}])
    for _ in range(2):
        routine.daily()
        problems = routine.run("check", "--json", code=3).document
        assert ["no conversation is recorded" in p["message"] for p in problems] == [True]
    routine.type_on_contacts(2, **{"Thank-you_sent": None})
    routine.daily()
    assert routine.run("check", "--json").document == []
    assert routine.rows()[0]["Thank-you sent"] is None


def test_the_first_day_on_a_sunday_shows_mondays_letters_and_sends_them_on_monday(routine: Routine) -> None:
    routine.today = SUNDAY
    said = routine.with_book([person()]).daily().said
    assert "Sunday: letters and calls wait until Monday, December 7." in said
    code = routine.draft()["code"]
    assert [r["Step"] for r in routine.rows("Today")] == ["Approach"]
    routine.run("approve", code)
    steady(routine)
    held = routine.run("send", code=5)
    assert "held" in held.said
    assert "Monday, December 7" in held.said
    assert not routine.ready.exists() or not list(routine.ready.iterdir())
    routine.today = MONDAY
    assert routine.draft()["status"] == "Approved"
    assert "exported" in routine.run("send").said


def test_now_sends_ahead_of_the_day(routine: Routine) -> None:
    routine.today = SUNDAY
    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    assert "exported" in routine.run("send", "--now").said


def test_two_strangers_at_one_organization_are_not_written_to_in_one_week(routine: Routine) -> None:
    people = [person(name, "Okafor", Organization="Harbor Museum") for name in ("Ada", "Bo")]
    routine.with_book(people).daily()
    assert [d["name"] for d in routine.drafts()] == ["Ada Okafor"]
    assert routine.steps(days=6) == [("approach", "Ada Okafor")]
    assert routine.steps(days=7) == [("approach", "Ada Okafor"), ("approach", "Bo Okafor")]


def test_a_name_given_that_is_listed_makes_the_letter_a_referrals_at_once(routine: Routine) -> None:
    giver = person("Cy", "Cruz") | {"Last contact": date(2026, 11, 2), "Referrals given": "Ada Okafor"}
    said = routine.with_book([giver, person()]).daily().said
    letter = routine.draft("Ada Okafor")
    assert letter["letter"] == "approach_referral"
    assert "Cy Cruz" in letter["body"]
    assert "Fill in Referred by of Ada Okafor" in said
    assert routine.rows()[1]["Referred by"] is None


def test_a_referrer_of_whom_only_the_first_name_is_typed_is_named_whole_and_thanked(routine: Routine) -> None:
    met = {"Interview held": "Yes", "Interview type": "In person", "Thank them for": "for the tour"}
    days = {"Interview on": date(2026, 12, 1), "Thank-you sent": date(2026, 12, 1)}
    giver = person("Sofía", "Núñez") | met | days | {"Referrals given": "Elena Cruz"}
    named = person("Elena", "Cruz", Referred_by="Sofía")
    routine.with_book([giver, named]).daily()
    letter = routine.draft("Elena Cruz")
    assert letter["letter"] == "approach_referral"
    assert "Sofía Núñez" in letter["body"]
    days = {"Interview on": date(2026, 12, 3), "Thank-you sent": date(2026, 12, 3)}
    routine.with_book([giver, named | met | days]).daily()
    assert ("thank_referrer", "Sofía Núñez") in routine.steps()


def test_who_is_named_by_title_and_last_name_and_has_a_row_is_not_added_again(routine: Routine) -> None:
    giver = person("Hannah", "Weiss") | {"Last contact": date(2026, 11, 2), "Referrals given": "Dr. Keller"}
    keller = person("", "Keller", Salutation="Dr. Keller", Email="keller@example.org")
    routine.with_book([giver, keller]).daily()
    assert ("add_referral", "Hannah Weiss") in routine.steps()
    routine.with_book([giver, keller | {"Referred by": "Hannah Weiss"}]).daily()
    assert ("add_referral", "Hannah Weiss") not in routine.steps()
