"""Their advice as a second specific thing: where a thank-you names it, how its words are mended, and that it comes out again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.letters.advising import AdvicePlace, advice_place, advice_to_name
from pipeline.letters.compose import inspect
from pipeline.letters.phrases import ADVICE, flaw_in, phrase_mended, sentence
from pipeline.letters.wordings import PLAIN
from pipeline.model import LetterKind, Template
from tests.letters.situations import CASES, letter_in, wanted_in

PLACE = AdvicePlace("I value your advice ", ".", "Thank you above all for the tour.")
BODY = "Dear Ana,\n\nThank you above all for the tour.\n\nRemember me.\n\nSincerely,\n\nSam"
KINDS = (LetterKind.THANK_YOU_IN_PERSON, LetterKind.THANK_YOU_PHONE, LetterKind.THANK_YOU_PUT_OFF)


@pytest.mark.parametrize(
    ("noted", "mended"),
    [
        ("Talk to two night nurses first", "to talk to two night nurses first"),
        ("talk to two night nurses first.", "to talk to two night nurses first"),
        ("She said I should read the annual report", "to read the annual report"),
        ("you should really not apply before June", "not to apply before June"),
        ("I should not sign up before June", "not to sign up before June"),
        ("Don't sign up before June", "not to sign up before June"),
        ("Never skip the appendix", "never to skip the appendix"),
        ("He told me to join the local chapter", "to join the local chapter"),
        ("Advice: volunteer on a ward", "to volunteer on a ward"),
        ("two years in a clinic", None),
        ("budgets, mostly", None),
    ],
)
def test_a_note_is_mended_into_the_piece_of_a_sentence_where_only_one_reading_is_likely(
    noted: str, mended: str | None
) -> None:
    assert flaw_in(ADVICE, noted) is not None
    assert phrase_mended(ADVICE, noted) == mended


@pytest.mark.parametrize(
    "words", ["to begin in the archive", "To begin in the archive.", "not to sign up before June"]
)
def test_what_reads_well_is_left_as_it_is(words: str) -> None:
    assert flaw_in(ADVICE, words) is None
    assert sentence(ADVICE, words).startswith("What stays with me is your advice ")


@pytest.mark.parametrize(
    ("noted", "named"),
    [
        ("Talk to Dr. Holm first. She was late, and the coffee was bad.", "to talk to Dr. Holm first"),
        ("- Read the annual report\n- ask Tom for the 2019 one", "to read the annual report"),
        ("You should volunteer on a ward; pay is low", "to volunteer on a ward"),
        ("to begin in the archive", "to begin in the archive"),
        ("Pay is bad. Read the annual report.", ""),
        ("Apply for the night position at Lakeside.", ""),
        ("read the report (which one?)", "to read the report"),
        ("night shifts", ""),
        ("", ""),
    ],
)
def test_of_what_was_noted_the_first_sentence_is_proposed_where_one_can_give_thanks_for_it(
    noted: str, named: str
) -> None:
    assert advice_to_name(noted) == named


def test_it_stands_behind_the_paragraph_that_the_template_has_it_behind_and_comes_out_again() -> None:
    told = PLACE.put(BODY, "to begin in the archive.")
    assert told.split("\n\n")[2] == "I value your advice to begin in the archive."
    assert PLACE.words_in(told) == "to begin in the archive"
    assert PLACE.put(told, "to begin there").count("I value") == 1
    assert PLACE.take_out(told) == BODY
    assert PLACE.words_in(BODY) == ""


def test_in_a_letter_of_the_users_own_words_it_stands_behind_the_thanks() -> None:
    own = BODY.replace("Thank you above all for the tour.", "What a tour that was!")
    assert PLACE.put(own, "to begin there").split("\n\n")[2] == "I value your advice to begin there."


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.kind in KINDS])
def test_every_wording_of_it_passes_the_checks_and_changes_nothing_else(name: str) -> None:
    for voice in (PLAIN, *(str(n) * 40 for n in range(2, 6))):
        wanted, desk = wanted_in(name, voice)
        letter, found = letter_in(name, voice)
        place = advice_place(letter, wanted, desk)
        assert place is not None
        body = place.put(letter.body, "to begin in the archive")
        assert "advice to begin in the archive" in body
        assert place.take_out(body) == letter.body
        more = inspect(replace(letter, body=body), wanted, desk, for_real=False)
        assert {(f.check, f.level) for f in more} <= {(f.check, f.level) for f in found}


def test_other_letters_and_templates_without_a_place_for_it_have_none() -> None:
    wanted, desk = wanted_in("approach-with-phone")
    assert advice_place(letter_in("approach-with-phone")[0], wanted, desk) is None
    name = next(n for n, case in CASES.items() if case.kind is LetterKind.THANK_YOU_PHONE)
    wanted, desk = wanted_in(name)
    for text in (
        "Dear {{ greeting }},\n\nThank you {{ thanks }}. I keep {{ advised }} in mind.",
        "{% if x %}",
    ):
        own = Template(LetterKind.THANK_YOU_PHONE, f"Subject: S\n\n{text}", "own.txt")
        templates = {**desk.templates, LetterKind.THANK_YOU_PHONE: own}
        assert advice_place(letter_in(name)[0], wanted, desk._replace(templates=templates)) is None
