"""What the check of R2 makes of sentences by many hands: requests, and innocent talk of work."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from pipeline.letters.checks.asks import judge
from pipeline.model import Level
from tests.letters import training
from tests.letters.labeled import FIRM, labeled

KNOWN, ASIDE, ORDINARY = labeled("known.tsv"), labeled("held_out.tsv"), labeled("ordinary.tsv")


@cache
def measured(name: str) -> dict[str, Counter[Level | None]]:
    counts: dict[str, Counter[Level | None]] = {"request": Counter(), "innocent": Counter()}
    for label, text in labeled(name):
        counts["request" if label in ("asks", "blocks") else "innocent"][judge(text, FIRM)] += 1
    return counts


@pytest.mark.parametrize("sentence", [text for label, text in KNOWN if label == "blocks"])
def test_a_plain_request_blocks(sentence: str) -> None:
    assert judge(sentence) is Level.BLOCK


@pytest.mark.parametrize("sentence", [text for label, text in KNOWN if label == "template"])
def test_what_our_own_letters_say_passes(sentence: str) -> None:
    assert judge(sentence, FIRM) is None


def test_of_known_sentences_few_requests_pass_and_few_innocent_ones_are_stopped() -> None:
    counts = measured("known.tsv")
    asked, innocent = counts["request"], counts["innocent"]
    assert asked[None] <= 0.02 * asked.total()
    assert innocent[Level.BLOCK] <= 0.01 * innocent.total()
    assert innocent[Level.WARN] <= 0.05 * innocent.total()


def test_of_ordinary_sentences_by_a_hand_never_learned_from_few_are_misjudged() -> None:
    counts = measured("ordinary.tsv")
    asked, innocent = counts["request"], counts["innocent"]
    assert asked[None] <= 0.02 * asked.total()
    assert innocent[Level.BLOCK] <= 0.01 * innocent.total()
    assert innocent[Level.WARN] <= 0.05 * innocent.total()


def test_of_hard_sentences_never_learned_from_as_many_are_told_apart_as_the_docs_say() -> None:
    counts = measured("held_out.tsv")
    asked, innocent = counts["request"], counts["innocent"]
    assert asked[None] <= 0.07 * asked.total()
    assert innocent[Level.BLOCK] <= 0.01 * innocent.total()
    assert innocent[Level.WARN] <= 0.12 * innocent.total()


def test_the_sentences_are_many_and_of_both_kinds() -> None:
    known, aside = measured("known.tsv"), measured("held_out.tsv")
    assert min(counts.total() for counts in known.values()) >= 3000
    assert min(counts.total() for counts in aside.values()) >= 400
    assert not {text.lower() for _, text in KNOWN} & {text.lower() for _, text in (*ASIDE, *ORDINARY)}


def test_the_weights_are_what_the_sentences_teach() -> None:
    taught = training.written(*training.trained(KNOWN))
    assert taught == training.TARGET.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I cannot stay at Acme so I am looking for a job.", Level.BLOCK),
        ("I have not enclosed a resume, as I am not looking for a job with you.", None),
        ("I am not asking for a job, but do you have an opening?", Level.BLOCK),
        ("I am not writing because I want a job.", None),
        ("I cannot say that I am not looking for a job.", Level.BLOCK),
        ("Before I look for a job, I want to know the field.", None),
        ("I would be foolish if I did not ask whether you are hiring.", Level.BLOCK),
        ("I would be remiss if I didn't thank you.", None),
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
    texts = [text for label, text in KNOWN if label == "innocent"]
    long = " ".join(f"{text.rstrip('.?!')} number {n}." for n in range(4) for text in texts)[:100_000]
    assert judge("I admire your work. " * 5_000 + "Please give me a job.", FIRM) is Level.BLOCK
    for letter in (long, "x" * 100_000, "not " * 25_000 + "job", "— " * 33_000, "a, " * 33_000):
        judge(letter, FIRM)


@pytest.mark.parametrize(
    "said",
    [
        "I am the manager of an inn.",
        "I am an intern at NASA.",
        "I am the assistant manager of a Dollar General.",
        "I am a summer intern with the parks department.",
        "I am the weekend supervisor at a Best Western.",
        "I am an intern in the mayor's office.",
        "To begin with: Do I need a license to do what you do?",
        "Nobody has answered me this yet: Which certificate would you get first?",
        "Nobody has answered me this yet: What mistake do applicants make most often?",
        "The question I would bring first: Should I finish the degree or start working?",
    ],
)
def test_who_somebody_is_and_what_they_would_know_asks_for_no_job(said: str) -> None:
    assert judge(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "I am a summer intern and would like to stay on for good, if you have a place.",
        "I am the assistant manager of an inn and looking for another one.",
        "To begin with: do you have a place for me?",
        "Nobody has answered me this yet: would you hire me?",
    ],
)
def test_nor_does_the_same_opening_hide_a_request(said: str) -> None:
    assert judge(said) is not None
