"""What the checks read in a sentence: abbreviations, resumes and names, in whichever case and spelling."""

from __future__ import annotations

import pytest

from pipeline.letters.checks import check
from pipeline.letters.checks.enclosing import RESUME
from pipeline.letters.checks.words import in_own_words, name_words, quote, sentences
from pipeline.letters.patterns import one_of
from tests.letters.test_checks import letter, saying, situation


@pytest.mark.parametrize("written", ["Dr. Reed met me.", "DR. REED met me.", "dr. reed met me."])
def test_an_abbreviation_ends_no_sentence_in_either_case(written: str) -> None:
    assert [s.text for s in sentences(written)] == ["dr reed met me."]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("my resume is here", True),
        ("two resumes", True),
        ("here: resume", True),
        ("we will resume in may", False),
        ("i want to resume", False),
        ("let us resume our talk", False),
        ("my resume talks of it", False),
        ("presumed", False),
        ("my cv", True),
        ("a summary of my work history", True),
    ],
)
def test_to_resume_is_no_resume(text: str, named: bool) -> None:
    assert bool(one_of(RESUME).search(text)) == named


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ada O'Brien", {"ada", "obrien"}),
        ("Jörg Müller", {"jorg", "joerg", "muller", "mueller"}),
        ("A. Reed", {"reed"}),
    ],
)
def test_names_are_compared_in_each_spelling(name: str, words: set[str]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    "written",
    [
        "Dr. Reed told me that McKinsey & Co. has Openings.",
        "Is there a vacancy at Müller's?",
        "I want — as you know — a Job.",
    ],
)
def test_a_sentence_is_found_as_its_writer_wrote_it(written: str) -> None:
    text = f"Dear Ada,\n\nWe met in May. {written} Then more of it."
    plain_one = next(
        s.text for s in sentences(text) if "told" in s.text or "vacancy" in s.text or "job" in s.text
    )
    assert in_own_words(plain_one, text) == written


def test_what_a_check_quotes_is_in_the_writers_own_whole_words() -> None:
    asked = "Would Mercy Hospital, by any chance, have an Opening for Somebody with nine years of Nights at Lakeside Clinic?"
    [finding] = [f for f in check(letter(saying(asked)), situation()) if f.check == "asks-for-job"]
    said = finding.message.split("”")[0].removeprefix("“")
    assert len(said) <= 91
    assert asked.startswith(said.removesuffix("…"))
    assert asked[len(said) - 1] in " ,?"
    assert quote("x" * 200) == f"“{'x' * 90}…”"
