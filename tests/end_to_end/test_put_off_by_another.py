"""R22 puts a letter off because another goes first: what the user approved or wrote of it stays theirs."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.model.contactid import contact_id
from tests.books import person

from .routine import MONDAY, Routine, steady

MET = {"Interview on": date(2026, 12, 4), "Interview held": "Yes", "Interview type": "In person"}


@pytest.fixture
def owed(routine: Routine) -> Routine:
    """Ada is to be thanked for a referral; she will be owed thanks for a talk besides."""
    bo = person("Bo", "Lind", Referred_by="Ada Okafor", **{"Thank-you sent": date(2026, 12, 4)}, **MET)
    ada = person(Called_on=date(2026, 11, 20), Call_result="Interviewed on this call")
    routine.with_book(
        [ada | {"Thank-you sent": date(2026, 11, 20), "Thank them for": "for the map of the wards"}, bo]
    )
    routine.daily()
    return routine


def talk(routine: Routine) -> None:
    routine.type_on_contacts(2, Called_on=MONDAY, Thank_them_for="for the list of clinics")


def referral(routine: Routine) -> dict[str, object]:
    return next(d for d in routine.drafts() if d["letter"] == "thank_referrer")


def test_an_approved_letter_keeps_its_approval_and_goes_on_its_later_day(owed: Routine) -> None:
    code = owed.draft("Ada Okafor")["code"]
    owed.run("approve", code)
    text = owed.file(code).read_bytes()
    talk(owed)
    owed.daily()
    assert sorted((d["letter"], d["status"]) for d in owed.drafts()) == [
        ("thank_referrer", "Approved"),
        ("thank_you_phone", "Blocked"),
    ]
    steady(owed)
    assert owed.on_drafts(code)["Status"] == "Approved"
    [held] = owed.run("send", "--json", code=5).document
    assert (held["outcome"], "Tuesday, December 8" in held["detail"]) == ("held", True)
    assert owed.file(code).read_bytes() == text


def test_an_edited_letter_stays_too(owed: Routine) -> None:
    owed.edit_file(owed.draft("Ada Okafor")["code"], "Sincerely", "With kind regards")
    talk(owed)
    owed.daily()
    assert "With kind regards" in referral(owed)["body"]
    assert not (owed.outbox / "set-aside").exists()


def test_an_untouched_letter_is_drafted_anew_on_its_day(owed: Routine) -> None:
    talk(owed)
    owed.daily()
    assert [d["letter"] for d in owed.drafts()] == ["thank_you_phone"]


def test_what_was_typed_on_the_sheet_alone_is_set_aside_when_the_letter_is_no_longer_due(
    routine: Routine,
) -> None:
    routine.with_book([person()]).daily()
    code = routine.draft()["code"]
    routine.type_on_drafts(code, Text="Dear Ada Okafor,\n\nMy own words.\n\nSam Rivera")
    routine.type_on_contacts(2, On_hold="Yes")
    routine.daily()
    assert routine.drafts() == []
    [aside] = (routine.outbox / "set-aside").iterdir()
    assert "My own words." in aside.read_text()
    steady(routine)


def test_a_day_promised_in_thanks_is_not_the_talk_that_they_were_for(routine: Routine) -> None:
    past = [
        {
            "Date": date(2026, 12, 1),
            "ID": contact_id("ada.okafor@example.org", "", ""),
            "Name": "Ada Okafor",
            "Event": "Call",
            "Detail": "Interviewed on this call",
        },
        {
            "Date": date(2026, 12, 1),
            "ID": contact_id("ada.okafor@example.org", "", ""),
            "Name": "Ada Okafor",
            "Event": "Thank-you letter",
            "Detail": f"thank_you_phone, for the conversation on 2026-12-01; call on {MONDAY}",
        },
    ]
    ada = person(
        Called_on=MONDAY,
        Call_result="Interviewed on this call",
        Thank_them_for="for the second list of clinics",
    )
    routine.with_book([ada | {"Interview type": "Phone", "Enclose resume": "No"}], history=past).daily()
    assert [c["message"] for c in routine.draft()["checks"] if c["level"] == "block"] == []
