"""Voices: letters that nobody could call a form, whichever wordings come together."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from pipeline.letters.order import values, write
from pipeline.letters.rendering import render
from pipeline.letters.templates import load_templates
from pipeline.letters.voices import PLAIN, VOICES, voices_for, wording
from pipeline.model import Contact, LetterKind, Source, Template
from tests.letters.letter_orders import ME, RICH, rich
from tests.letters.situations import CASES, letter_in

TEMPLATES = load_templates(None)
TRIED = range(VOICES if os.environ.get("RM_LONG") else 25)
"""In the first twenty-five voices each wording stands in each place, and with each of the sentence before."""


@pytest.mark.parametrize("name", CASES)
def test_a_letter_passes_all_checks_in_every_voice(name: str) -> None:
    plain = {(f.check, f.level) for f in letter_in(name)[1]}
    for voice in TRIED:
        letter, found = letter_in(name, voice)
        assert {(f.check, f.level) for f in found} <= plain, (voice, letter.body, found)


@pytest.mark.parametrize("name", CASES)
def test_no_voice_says_what_the_situation_forbids(name: str) -> None:
    for voice in TRIED:
        text = letter_in(name, voice)[0].body.lower()
        for sentence in CASES[name].never:
            assert sentence.lower() not in text or sentence.lower() in letter_in(name)[0].body.lower(), text


def test_every_wording_is_somebodys() -> None:
    for place in range(8):
        assert {wording(v, place, 5) for v in range(VOICES)} == set(range(5))
        assert {wording(v, place, 3) for v in range(VOICES)} == set(range(3))
        assert {wording(v, place, 2) for v in range(VOICES)} == set(range(2))


def people(n: int, firm: str = "") -> list[Contact]:
    return [
        replace(
            RICH,
            id=f"person-{i}",
            organization=firm or f"Organization {i}",
            source=Source.COLD,
            last_name=f"N{i}",
        )
        for i in range(n)
    ]


def given(who: list[Contact], known: dict[str, int] | None = None) -> dict[str, int]:
    return voices_for(who, known or {}, {c.id: c for c in who})


def test_a_person_keeps_a_voice_whoever_is_added_and_however_rows_are_sorted() -> None:
    who = people(12)
    first = given(who)
    assert given(list(reversed(who))) == first
    assert given(people(20), first).items() >= first.items()


def test_of_twenty_five_people_no_two_have_the_same_voice_nor_more_than_one_of_five_sentences() -> None:
    voices = given(people(25)).values()
    for one, other in combinations(voices, 2):
        assert sum(wording(one, p, 5) == wording(other, p, 5) for p in range(5)) <= 1


def own_words(body: str, person: Contact) -> list[str]:
    """Leave out names, days and the user's phrases: what is left are our words."""
    known = values(replace(rich(LetterKind.APPROACH), contact=person))
    text = re.sub(r"\[[^\]]*\]", " ", body.split("\n\n", 1)[1].split("\nSincerely")[0])
    phrases = [known[k] for k in ("purpose", "why", "thanks", "call_day", "referrer", "met")]
    for phrase in (*phrases, "Tom Reed and Ingrid Lindqvist", "Monday, November 23", ME.position, ME.field):
        text = text.replace(str(phrase), " ")
    return re.findall(r"[\w'’]+", text.lower())


def shares(kind: LetterKind, who: list[Contact]) -> list[float]:
    """Measure for each pair of letters the share of words that stand in both in runs of three and more."""
    voices = given(who)
    order = rich(kind)
    letters = [
        own_words(write(replace(order, contact=c, voice=voices[c.id]), TEMPLATES).body, c) for c in who
    ]
    return [_share(a, b) for a, b in combinations(letters, 2)]


def _share(a: list[str], b: list[str]) -> float:
    runs = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return 2 * sum(m.size for m in runs if m.size >= 3) / (len(a) + len(b))


LONG = [k for k in LetterKind if k not in (LetterKind.CONFIRM, LetterKind.THANK_YOU_DECLINED)]


@pytest.mark.parametrize("kind", LONG)
def test_letters_to_thirty_people_are_different_letters(kind: LetterKind) -> None:
    found = shares(kind, people(30))
    alike = [s for s in found if s > 0.6]
    assert len(alike) <= 0.03 * len(found)
    assert sum(found) / len(found) < 0.35


@pytest.mark.parametrize("kind", LONG)
def test_those_at_one_firm_who_compare_find_little_in_common(kind: LetterKind) -> None:
    found = shares(kind, people(8, "Mercy Hospital"))
    assert max(found) < 0.55
    assert sum(found) / len(found) < 0.3


def test_our_own_words_leave_room_in_an_approach_for_the_users() -> None:
    order = rich(LetterKind.APPROACH)
    for voice in range(VOICES):
        for source in (Source.COLD, Source.FRIEND, Source.ALUMNI, Source.EVENT):
            person = replace(RICH, source=source)
            body = write(replace(order, contact=person, voice=voice), TEMPLATES).body
            assert len(own_words(body, person)) <= 90


def test_five_ways_of_knowing_somebody_give_five_first_sentences() -> None:
    order = rich(LetterKind.APPROACH)
    known = [replace(RICH, source=s) for s in (Source.COLD, Source.FRIEND, Source.ALUMNI, Source.EVENT)]
    known.append(replace(RICH, organization="Lakeside Clinic"))
    firsts = {write(replace(order, contact=c), TEMPLATES).body.split("\n\n")[1].split(".")[0] for c in known}
    assert len(firsts) == 5


def own(text: str, voice: int = PLAIN, **names: object) -> str:
    template = Template(LetterKind.APPROACH, f"Subject: S\n\n{text}", "approach.txt")
    return render(template, names, voice)[1]


def test_a_template_of_ones_own_may_have_any_number_of_wordings() -> None:
    text = "1| One.\n2| Two.\n1| A.\n2| B.\n3| C.\n4| D.\n\nThe end."
    bodies = Counter(own(text, v) for v in range(VOICES))
    assert len(bodies) == 8
    assert all(re.fullmatch(r"(One|Two)\. [ABCD]\.\n\nThe end\.", body) for body in bodies)


def test_wordings_that_a_condition_leaves_out_leave_no_gap() -> None:
    text = "1| One.\n{% if x %}\n1| Two.\n{% endif %}\n1| Three.\n\nThe end."
    assert own(text, x=True) == "One. Two. Three.\n\nThe end."
    assert own(text, x=False) == "One. Three.\n\nThe end."


def test_a_fault_in_a_wording_is_named_by_its_line() -> None:
    from pipeline.model.errors import UserError

    with pytest.raises(UserError, match=r"approach\.txt:4: "):
        own("1| One.\n1| {{ nobody }}")
