"""What the checks read in a sentence: abbreviations, resumes and names, in whichever case and spelling."""

from __future__ import annotations

import pytest

from pipeline.letters.checks.enclosing import RESUME
from pipeline.letters.checks.rules import one_of
from pipeline.letters.checks.words import name_words, sentences


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
