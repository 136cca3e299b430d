"""A letter knows its situation: no untrue line, whatever has happened before."""

from __future__ import annotations

import pytest

from pipeline.model import LetterKind, Level
from tests.letters.situations import CASES, letter_in, people_in, write_letter

WORDS = 150


@pytest.mark.parametrize("name", CASES)
def test_a_letter_says_what_its_situation_asks_for(name: str) -> None:
    letter, _ = letter_in(name)
    text = f"{letter.subject}\n{letter.body}"
    for sentence in CASES[name].says:
        assert sentence in text, text
    for sentence in CASES[name].never:
        assert sentence.lower() not in text.lower(), text


@pytest.mark.parametrize("name", CASES)
def test_it_lacks_nothing_but_what_only_the_user_knows(name: str) -> None:
    letter, found = letter_in(name)
    blocking = {f.check for f in found if f.level is Level.BLOCK}
    assert blocking == ({"placeholder"} if "[" in letter.body else set()), found
    assert [f for f in found if f.level is Level.WARN] == []


def test_every_kind_is_tried() -> None:
    assert {case.kind for case in CASES.values()} == set(LetterKind)


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if c.kind.event.value == "Approach letter"])
def test_an_approach_is_short_in_every_situation(name: str) -> None:
    letter, _ = letter_in(name)
    assert len(letter.body.split()) <= WORDS


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if c.kind is LetterKind.FOLLOW_UP])
def test_a_follow_up_promises_no_call(name: str) -> None:
    assert letter_in(name)[0].call_on is None


@pytest.mark.parametrize("offer", ["to read my resume", "to look at my CV", "to open my resume with me"])
@pytest.mark.parametrize("name", ["thank_you_in_person-offered", "reminder"])
def test_an_offer_that_concerns_the_resume_encloses_none(name: str, offer: str) -> None:
    case = CASES[name]
    first, *others = people_in(case)
    people = [first._replace(they_offered=offer), *others]
    for voice in (str(n) * 40 for n in range(1, 9)):
        letter, found = write_letter(people, case, voice)
        assert offer in letter.body
        assert [f for f in found if f.check == "enclosure"] == []
