"""What the check of R2 makes of sentences by many hands: requests, and innocent talk of work."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.letters.checks import hunches, innocents, otherwise, requests
from pipeline.letters.checks.asks import judge
from pipeline.letters.checks.clauses import clauses, normal
from pipeline.letters.checks.firm import with_firm
from pipeline.letters.checks.lexicon import expand
from pipeline.letters.checks.rules import read_table
from pipeline.letters.checks.spelling import mended
from pipeline.letters.checks.words import sentences
from pipeline.model import Level

FOLDER = Path(__file__).parent / "sentences"
FIRM = "Acme Logistics"


def labeled(name: str) -> list[tuple[str, str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [(label, text) for label, _, text in (line.partition("\t") for line in lines if line)]


def measured(name: str) -> dict[str, Counter[Level | None]]:
    counts: dict[str, Counter[Level | None]] = {"request": Counter(), "innocent": Counter()}
    for label, text in labeled(name):
        counts["innocent" if label == "innocent" else "request"][judge(text, FIRM)] += 1
    return counts


PLAIN = [text for label, text in labeled("known.tsv") if label == "blocks"]


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_plain_request_blocks(sentence: str) -> None:
    assert judge(sentence) is Level.BLOCK


@pytest.mark.parametrize("name", ["known.tsv", "held_out.tsv"])
def test_few_requests_pass_and_few_innocent_sentences_are_stopped(name: str) -> None:
    counts = measured(name)
    asked, innocent = counts["request"], counts["innocent"]
    assert asked[None] <= 0.02 * asked.total()
    assert innocent[Level.BLOCK] <= max(1, 0.01 * innocent.total())
    assert innocent[Level.WARN] <= 0.05 * innocent.total()


def test_the_sentences_are_many_and_of_both_kinds() -> None:
    known, aside = measured("known.tsv"), measured("held_out.tsv")
    assert min(counts.total() for counts in known.values()) >= 800
    assert min(counts.total() for counts in aside.values()) >= 60


@pytest.mark.parametrize(
    "table",
    [
        requests.ALWAYS,
        requests.ASKS,
        requests.DOUBTS,
        hunches.HUNCHES,
        innocents.MASKED,
        innocents.ASIDE,
    ],
)
def test_each_pattern_finds_the_sentence_that_it_is_for(table: str) -> None:
    astray = [(pattern, text) for pattern, text in read_table(table) if not finds(pattern, text)]
    assert astray == []


def test_each_pattern_of_another_language_finds_its_sentence() -> None:
    astray = [
        text for pattern, text in read_table(otherwise.ASKS) if not re.search(pattern, normal(text.lower()))
    ]
    assert astray == []


def finds(pattern: str, text: str) -> bool:
    read = [normal(mended(with_firm(sentence.text, FIRM))) for sentence in sentences(text)]
    return any(re.search(expand(pattern), part.text) for sentence in read for part in clauses(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I cannot stay at Acme so I am looking for a job.", Level.BLOCK),
        ("I have not enclosed a resume, as I am not looking for a job with you.", None),
        ("I am not asking for a job, but do you have an opening?", Level.BLOCK),
        ("I am not writing because I want a job.", None),
        ("I cannot say that I am not looking for a job.", Level.BLOCK),
        ("Before I look for a job, I want to know the field.", None),
    ],
)
def test_a_denial_reaches_to_the_end_of_its_clause(sentence: str, expected: Level | None) -> None:
    assert judge(sentence, FIRM) is expected


@pytest.mark.parametrize(
    "name", ["Acme Logistics", "Acme", "ACME Logistics, Inc.", "The Acme Logistics Company"]
)
def test_the_contacts_own_organization_is_a_place_to_enter(name: str) -> None:
    assert judge("I would be thrilled to move to Acme.", name) is not None
    assert judge("I would be thrilled to move to Ohio.", name) is None


@pytest.mark.parametrize("text", ["Are you hirring?", "I am loking for a jbo.", "Do you have any openigns?"])
def test_a_slip_of_the_keyboard_hides_nothing(text: str) -> None:
    assert judge(text) is Level.BLOCK


@pytest.mark.parametrize(
    "text", ["What is the rule here?", "I had my flu jab.", "I was firing clay.", "I am cooking."]
)
def test_other_words_are_not_taken_for_slips(text: str) -> None:
    assert judge(text) is None


def test_a_letter_of_100_000_characters_is_judged() -> None:
    texts = [text for label, text in labeled("known.tsv") if label == "innocent"]
    long = " ".join(f"{text.rstrip('.?!')} number {n}." for n in range(4) for text in texts)[:100_000]
    assert judge("I admire your work. " * 5_000 + "Please give me a job.", FIRM) is Level.BLOCK
    for letter in (long, "x" * 100_000, "not " * 25_000 + "job", "— " * 33_000, "a, " * 33_000):
        judge(letter, FIRM)
