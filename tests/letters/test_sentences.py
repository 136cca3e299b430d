"""What the check of R2 makes of sentences by many hands: requests, and innocent talk of work."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.letters.checks.asks import judge
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
