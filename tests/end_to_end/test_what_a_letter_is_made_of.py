"""Cells on their way into a letter: the starter's person, blanks in words, phrases, and one person in two rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.model.invented import PERSON
from tests.books import add_contact, person
from tests.end_to_end.routine import Routine, steady


def test_the_starters_person_goes_out_to_nobody_and_is_named(tmp_path: Path) -> None:
    invented = {"Your name": PERSON["name"], "Position or school": PERSON["position"]}
    routine = Routine(tmp_path).with_book([person()], settings=invented)
    said = routine.daily().said
    assert "Your name is still the example person's" in said
    [draft] = routine.drafts()
    assert draft["status"] == "Blocked"
    refused = routine.run("approve", draft["code"], code=None)
    assert PERSON["name"] in refused.said
    assert "Your name, Position or school" in routine.run("doctor", code=None).said


def test_samples_may_have_the_starters_person(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book([person(Source="Sample")], settings={"Your name": PERSON["name"]})
    assert "example person's" not in routine.daily().said
    assert routine.drafts()[0]["status"] == "To review"


def test_a_telephone_that_is_none_promises_no_call(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book([person(Phone="see email")])
    routine.daily()
    assert "telephone you on" not in routine.file(routine.drafts()[0]["code"]).read_text(encoding="utf-8")


def test_a_phrase_that_does_not_read_keeps_the_letter_and_is_shown_mended(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book([person(Why_this_person="I read your article on dikes.")])
    routine.daily()
    [draft] = routine.drafts()
    assert draft["status"] == "Blocked"
    assert "“because I read your article on dikes”" in routine.run("approve", draft["code"], code=None).said
    routine.type_on_contacts(2, Why_this_person="Because I read your article on dikes.")
    routine.daily()
    assert routine.drafts()[0]["status"] == "To review"
    text = " ".join(routine.file(routine.drafts()[0]["code"]).read_text(encoding="utf-8").split())
    assert "because I read your article on dikes." in text


def test_one_person_in_two_rows_gets_one_letter(tmp_path: Path) -> None:
    twin = person(Email="other@example.net", Organization="The Example Clinic, Ltd.")
    routine = Routine(tmp_path).with_book([person(), twin])
    said = " ".join(routine.daily().said.split())
    assert said.count("seem to be one person's") == 1
    assert (
        "delete the other; if they are two people, tell their names apart, as by a middle initial in each."
        in said
    )
    assert "{" not in said
    assert [d["to"] for d in routine.drafts()] == ["ada.okafor@example.org"]


def test_who_declined_in_a_second_row_gets_no_follow_up_from_the_first(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book([person()])
    routine.daily()
    routine.type_on_drafts(routine.draft()["code"], Approve="Sent by me")
    routine.daily()
    short = person("A.", Email="ada.okafor@example.org")
    add_contact(routine.book, short | {"Called on": routine.today, "Call result": "Declined"})
    routine.today = date(2026, 12, 29)
    routine.daily()
    assert routine.drafts() == []
    assert all("seem to be one person's" in row["Problem"] for row in routine.rows())
    steady(routine)


def test_a_salutation_that_is_only_a_title_greets_by_the_last_name(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book(
        [person(Salutation="Ms."), person("Tom", "Reed", Salutation="Tom,")]
    )
    routine.daily()
    texts = [routine.file(d["code"]).read_text(encoding="utf-8") for d in routine.drafts()]
    assert "Dear Ms. Okafor," in texts[0]
    assert "Dear Tom," in texts[1]
