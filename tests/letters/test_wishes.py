"""Words beside a name that ask not to be written to: the letter is stopped, On hold proposed, the name left whole."""

from __future__ import annotations

import pytest

from pipeline.model import Level
from pipeline.model.fullname import split_name, tidied
from pipeline.model.wishes import wish_in
from tests.letters.test_checks import BODY, found, letter, situation
from tests.letters.test_greeting import person

WISHES = [
    "DO NOT CONTACT Ed Marsh",
    "Ed Marsh - do not write",
    "Ed Marsh (ask first)",
    "Ed Marsh †",
    "✝ Ed Marsh",
    "Ed Marsh (left company)",
    "Ed Marsh (deceased)",
    "Ed Marsh dec'd",
    "Marsh, Ed (dec.)",
    "Ed Marsh RIP",
    "Don’t call Ed Marsh",
    "Ask Jo first: Ed Marsh",
    "NO MAIL Ed Marsh",
    "Ed Marsh, do-not-contact",
    "Ed Marsh (bitte nicht anschreiben)",
    "Ed Marsh, verstorben",
    "Ed Marsh (no longer there)",
]
NAMES = [
    "Do Kwon",
    "Rip Torn",
    "No Kim",
    "Ask Hansen",
    "Call Jensen",
    "Don Mail",
    "Donny Call",
    "May Contact",
    "Left Bank",
]


@pytest.mark.parametrize("name", WISHES)
def test_a_wish_beside_a_name_stops_the_letter_and_proposes_on_hold(name: str) -> None:
    row = person(name, "")
    findings = [
        f
        for check in ("recipient", "greeting")
        for f in found(check, letter(BODY.replace("Dr. Okafor", name)), situation(row))
    ]
    wished = [f for f in findings if "set On hold to Yes" in f.message]
    assert [f.level for f in wished] == [Level.BLOCK]
    assert not any("degree" in f.message or "leave" in f.message.lower() for f in findings)


def test_no_edit_of_the_greeting_gets_round_it() -> None:
    row = person("DO NOT CONTACT Ed", "Marsh")
    found_here = found("recipient", letter(BODY.replace("Dr. Okafor", "Ed Marsh")), situation(row))
    assert any("On hold" in f.message for f in found_here)


@pytest.mark.parametrize("name", WISHES)
def test_a_list_s_wish_stays_in_the_name(name: str) -> None:
    assert split_name(name) is None
    assert wish_in(tidied("Ed", name).last)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_no_wishes(name: str) -> None:
    assert wish_in(name) == ""
