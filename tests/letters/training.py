"""Learn, from the labeled sentences, what each sign weighs in a request for a job: a logistic regression, by plain steps.

`python -m tests.letters.training` writes `pipeline/letters/checks/weights.py` anew; the same sentences give the same file.
A sentence that asks is held to the one reading of it that speaks for it most; an innocent one to all of its readings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.letters.checks.asks import read_sentences
from pipeline.letters.checks.reading import Signs
from tests.letters.labeled import FIRM, labeled

TARGET = Path(__file__).parents[2] / "pipeline" / "letters" / "checks" / "weights.py"
SEEN_AT_LEAST, KEPT = 2, 21_500
STEPS, ROUNDS, PACE, SHRINK = 100, 3, 0.3, 0.5
# What must surely block or pass counts for more, and is held to a score beyond the threshold.
FIRMLY = 4.0
AIM = {"blocks": 4.0, "template": -1.0}
HEAD = '''"""What each sign weighs in a request for a job, in hundredths; written by `python -m tests.letters.training`."""

BIAS = {bias}
TABLE = """
{table}
"""
'''


@dataclass
class Examples:
    """Readings of sentences as a sparse matrix: `row` and `sign` say where a 1 stands; `of`: the sentence of each reading."""

    row: np.ndarray
    sign: np.ndarray
    of: np.ndarray
    asks: np.ndarray
    counts: np.ndarray
    aims: np.ndarray

    def score(self, weights: np.ndarray, bias: float) -> np.ndarray:
        return np.bincount(self.row, weights[self.sign], minlength=len(self.of)) + bias


def examples(read: list[tuple[str, list[Signs]]], signs: dict[str, int]) -> Examples:
    rows, columns, of, asks, counts, aims = [], [], [], [], [], []
    for sentence, (label, readings) in enumerate(read):
        for reading in readings:
            known = sorted(signs[sign] for sign in reading if sign in signs)
            rows += [len(of)] * len(known)
            columns += known
            of.append(sentence)
            asks.append(label in ("asks", "blocks"))
            counts.append(FIRMLY if label in AIM else 1.0)
            aims.append(AIM.get(label, 0.0))
    return Examples(*(np.array(values) for values in (rows, columns, of, asks, counts, aims)))


def learned(data: Examples, width: int) -> tuple[np.ndarray, float]:
    """Learn weights: first from whole sentences, then from the reading of each request that speaks for it most."""
    weights, bias = np.zeros(width), 0.0
    first = np.r_[True, data.of[1:] != data.of[:-1]]
    for turn in range(ROUNDS):
        best = first if turn == 0 else _best(data, data.score(weights, bias))
        weights, bias = _descended(data, np.where(data.asks, best, True), weights, bias)
    return weights, bias


def _best(data: Examples, scores: np.ndarray) -> np.ndarray:
    highest = np.full(data.of.max() + 1, -np.inf)
    np.maximum.at(highest, data.of, scores)
    return scores == highest[data.of]


def _descended(
    data: Examples, used: np.ndarray, weights: np.ndarray, bias: float
) -> tuple[np.ndarray, float]:
    """Go down the loss in steps that grow shorter with the way gone, sign by sign (Adagrad)."""
    sides = np.where(data.asks, 1.0, -1.0)
    share = used * data.counts
    share = share * np.where(
        data.asks, share.sum() / 2 / share[data.asks].sum(), share.sum() / 2 / share[~data.asks].sum()
    )
    gone, bias_gone = np.full(len(weights), 1e-6), 1e-6
    for _ in range(STEPS):
        beyond = sides * (data.score(weights, bias) - data.aims)
        pull = -sides / (1 + np.exp(np.minimum(beyond, 50))) * share
        slope = np.bincount(data.sign, pull[data.row], minlength=len(weights)) + SHRINK * weights
        gone += slope**2
        bias_gone += pull.sum() ** 2
        weights = weights - PACE * slope / np.sqrt(gone)
        bias = bias - PACE * pull.sum() / bias_gone**0.5
    return weights, bias


def _all_readings(text: str) -> Iterator[Signs]:
    for _, own, joined in read_sentences(text, FIRM):
        yield from (*own, *joined)


def trained(sentences: list[tuple[str, str]], kept: int = KEPT) -> tuple[dict[str, int], int]:
    """Weigh the signs of labeled sentences, in hundredths: learn, keep the heaviest, learn these again."""
    read = [(label, list(_all_readings(text))) for label, text in sentences]
    seen = Counter(sign for _, readings in read for sign in frozenset().union(*readings))
    names = sorted(sign for sign, times in seen.items() if times >= SEEN_AT_LEAST)
    signs = {name: at for at, name in enumerate(names)}
    weights, _ = learned(examples(read, signs), len(names))
    heaviest = sorted(sorted(names), key=lambda name: -abs(round(weights[signs[name]], 9)))[:kept]
    signs = {name: at for at, name in enumerate(sorted(heaviest))}
    weights, bias = learned(examples(read, signs), len(signs))
    rounded = {name: round(100 * weights[at]) for name, at in signs.items()}
    return {name: weight for name, weight in rounded.items() if weight}, round(100 * bias)


def written(weights: dict[str, int], bias: int) -> str:
    """Write the table: one line a weight, the heaviest first, with all signs that weigh so much."""
    by_weight: dict[int, list[str]] = {}
    for name in sorted(weights):
        by_weight.setdefault(weights[name], []).append(name)
    lines = [f"{weight}\t" + "|".join(by_weight[weight]) for weight in sorted(by_weight, reverse=True)]
    return HEAD.format(bias=bias, table="\n".join(lines))


if __name__ == "__main__":
    TARGET.write_text(written(*trained(labeled("known.tsv"))), encoding="utf-8", newline="\n")
