"""Voices: letters that nobody could call a form, whichever wordings come together."""

from __future__ import annotations

import os
import re

import pytest

from pipeline.ledger.records import LedgerState, Voice
from pipeline.letters.compose import Desk, want
from pipeline.letters.order import values, write
from pipeline.letters.rendering import render, worded_in
from pipeline.letters.templates import load_templates
from pipeline.letters.voices import start_of
from pipeline.letters.voicing import voice_for, with_voices
from pipeline.letters.wordings import PLAIN, worded
from pipeline.model import Contact, EventKind, LetterKind, Source, Template
from tests.letters.alike import letters_to, order_in, shares
from tests.letters.letter_orders import ME, RICH, rich
from tests.letters.situations import CASES, desk_for, letter_in
from tests.people import a_day, contact, plan

TEMPLATES = load_templates(None)
VOICES = [str(n) * 40 for n in range(1, 10)]
"""Each wording stands in one of them."""
MIXED = [start_of(str(n)) for n in range(200 if os.environ.get("RM_LONG") else 12)]


@pytest.mark.parametrize("name", CASES)
def test_a_letter_passes_all_checks_in_every_voice(name: str) -> None:
    plain = {(f.check, f.level) for f in letter_in(name)[1]}
    for voice in (*VOICES, *MIXED):
        letter, found = letter_in(name, voice)
        assert {(f.check, f.level) for f in found} <= plain, (voice, letter.body, found)


@pytest.mark.parametrize("name", CASES)
def test_no_voice_says_what_the_situation_forbids(name: str) -> None:
    for voice in VOICES:
        text = letter_in(name, voice)[0].body.lower()
        for sentence in CASES[name].never:
            assert sentence.lower() not in text or sentence.lower() in letter_in(name)[0].body.lower(), text


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=str)
def test_every_sentence_with_wordings_has_three_and_more(template: Template) -> None:
    for sentence in worded(template.text):
        assert len(sentence.wordings) >= 3, sentence
        assert len(set(sentence.wordings)) == len(sentence.wordings), sentence


OF_EACH_KIND = {CASES[name].kind: name for name in reversed(CASES)}


@pytest.mark.parametrize("name", CASES if os.environ.get("RM_LONG") else OF_EACH_KIND.values())
def test_of_letters_to_thirty_people_no_two_share_more_than_60_percent_of_our_words(name: str) -> None:
    letters = letters_to(30, name)
    found = shares(letters, order_in(name))
    assert max(found) <= 0.55
    assert sum(found) / len(found) < 0.25
    assert max(shares(letters, order_in(name), shortest=1)) <= 0.6


@pytest.mark.parametrize("name", CASES if os.environ.get("RM_LONG") else OF_EACH_KIND.values())
def test_of_letters_to_eight_at_one_firm_no_two_share_more_than_40_percent(name: str) -> None:
    letters = letters_to(8, name, one_firm=True)
    assert max(shares(letters, order_in(name))) <= 0.35
    assert max(shares(letters, order_in(name), shortest=1)) <= 0.5


def a_day_with(people: list[Contact], state: LedgerState) -> Desk:
    day = a_day("11-24", settings=ME._replace(workbook_id="WB"))
    agenda = plan(people, day, {})
    desk = desk_for(people, agenda, day, state)
    return with_voices(want([a for a in agenda.due() if a.letter], desk), desk)


def strangers(number: int, firm: str = "") -> list[Contact]:
    return [
        contact(
            row=i,
            id=f"person-{i}",
            last=f"N{i}",
            organization=firm or f"Place {i}",
            email=f"p{i}@example.org",
        )
        for i in range(2, number + 2)
    ]


def test_a_letter_keeps_its_voice_whoever_is_added_and_however_rows_are_sorted() -> None:
    first = a_day_with(strangers(2), LedgerState())
    assert a_day_with(list(reversed(strangers(2))), LedgerState()).voices == first.voices
    later = a_day_with(strangers(3), LedgerState(voices=first.voices))
    assert len(first.voices) == 2
    assert later.voices.items() > first.voices.items()


def test_a_letter_is_steered_away_from_those_at_the_same_organization_before_all_others() -> None:
    order = order_in("approach-with-phone")
    kind = LetterKind.APPROACH
    alone = voice_for(order, "A", [], [], TEMPLATES)
    as_ours = [Voice("other", kind, alone)]
    there = voice_for(order, "A", as_ours, [], TEMPLATES)
    both = voice_for(order, "A", as_ours, [Voice("far", kind, there)], TEMPLATES)
    letters = {v: write(order._replace(voice=v), TEMPLATES) for v in (alone, there, both, start_of("A"))}
    assert letters[alone] == letters[start_of("A")]
    assert shares([letters[alone], letters[there]], order) < [0.1]
    assert shares([letters[alone], letters[both]], order) < [0.1]
    assert shares([letters[there], letters[both]], order) < [0.1]


def test_our_own_words_leave_room_in_an_approach_for_the_users() -> None:
    for name in (n for n in CASES if CASES[n].kind.event is EventKind.APPROACH):
        question = CASES[name].person.get("my_question", "")
        assert len(longest(name).split()) < 110 + (6 + len(question.split()) if question else 0)


def longest(name: str) -> str:
    """Write a letter of a situation in its longest wordings, and return what stands between greeting and close."""
    order = order_in(name)
    template = TEMPLATES[order.kind]
    voice, found = list(start_of("")), ""
    for sentence in worded_in(template, values(order)):
        bodies = {}
        for n in range(len(sentence.wordings)):
            voice[sentence.place] = str(n + 1)
            bodies["".join(voice)] = render(template, values(order), "".join(voice))[1]
        best = max(bodies, key=lambda v: len(bodies[v].split()))
        voice, found = list(best), bodies[best]
    return found.split("\n\n", 1)[1].rsplit("\nSincerely", 1)[0]


def test_ways_of_knowing_somebody_give_different_first_sentences() -> None:
    order = rich(LetterKind.APPROACH)
    known = [RICH._replace(source=s) for s in (Source.COLD, Source.FRIEND, Source.ALUMNI, Source.EVENT)]
    known.append(RICH._replace(organization="Lakeside Clinic"))
    firsts = {write(order._replace(contact=c), TEMPLATES).body.split("\n\n")[1].split(".")[0] for c in known}
    assert len(firsts) == 5


def own(text: str, voice: str = PLAIN, **names: object) -> str:
    template = Template(LetterKind.APPROACH, f"Subject: S\n\n{text}", "approach.txt")
    return render(template, names, voice)[1]


def test_a_template_of_ones_own_may_have_any_number_of_wordings() -> None:
    text = "1| One.\n2| Two.\n1| A.\n2| B.\n3| C.\n4| D.\n\nThe end."
    bodies = {own(text, f"1{a}{b}") for a in range(1, 10) for b in range(1, 10)}
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
