"""Learn, from the labeled sentences, what each sign weighs in a request for a job: a logistic regression, by plain steps.

`python -m tests.letters.training` writes `pipeline/letters/checks/weights.py` anew; the same sentences give the same file.
A sentence that asks is held to the one reading of it that speaks for it most; an innocent one to all of its readings.
What the runs of letters weigh is learned by itself, from the same sentences, and counts for less.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

import numpy as np

from pipeline.letters.checks.asks import read_sentences
from pipeline.letters.checks.reading import RUN_PLACES, Reading, Signs, runs
from tests.letters.labeled import FIRM, labeled

TARGET = Path(__file__).parents[2] / "pipeline" / "letters" / "checks" / "weights.py"
SEEN_AT_LEAST, KEPT = 2, 21_500
STEPS, ROUNDS, PACE, SHRINK = 100, 3, 0.3, 0.5
# A sign that few readings have says more where it stands, and is held back less.
RARITY = 1.5
RUNS_SHARE = 0.25
# What must surely block or pass counts for more, and is held to a score beyond the threshold.
FIRMLY = 4.0
AIM = {"blocks": 4.0, "template": -2.0}
HEAD = '''"""What each sign, and each place of a run of letters, weighs in a request; written by `python -m tests.letters.training`."""

BIAS = {bias}
TABLE = """
{table}
"""
# In base 64, a byte a place, 128 for nothing.
RUNS = """
{runs}
"""
'''


class _Sums:
    """Sums of the values `at` these places, one for each that they are `of`, in order: of millions of values, hundreds of times."""

    def __init__(self, of: np.ndarray, at: np.ndarray, count: int) -> None:
        self._starts = np.flatnonzero(np.r_[True, of[1:] != of[:-1]])
        self._whose, self._at, self._count = of[self._starts], at, count

    def of(self, values: np.ndarray) -> np.ndarray:
        sums = np.zeros(self._count)
        # No place lies outside; to be sure of that would take as long again.
        sums[self._whose] = np.add.reduceat(np.take(values, self._at, mode="clip"), self._starts)
        return sums


@dataclass
class Examples:
    """Readings of sentences as a sparse matrix: `row` and `sign` say where a 1 stands; `of`: the sentence of each reading.

    `rarity` is how much a sign says where it stands: 1 for the rarest, near 0 for one that all readings have.
    """

    row: np.ndarray
    sign: np.ndarray
    of: np.ndarray
    asks: np.ndarray
    counts: np.ndarray
    aims: np.ndarray
    rarity: np.ndarray

    def __post_init__(self) -> None:
        by_sign = np.argsort(self.sign, kind="stable")
        self._by_row = _Sums(self.row, self.sign, len(self.of))
        self._by_sign = _Sums(self.sign[by_sign], self.row[by_sign], len(self.rarity))

    def score(self, weights: np.ndarray, bias: float) -> np.ndarray:
        return self._by_row.of(weights * self.rarity) + bias

    def slope(self, pull: np.ndarray) -> np.ndarray:
        return self._by_sign.of(pull) * self.rarity


def examples(read: list[tuple[str, list[list[int]]]], width: int) -> Examples:
    """Lay out labeled sentences, each a list of readings, each a list of the numbers of its signs."""
    rows, columns, of, asks, counts, aims = [], [], [], [], [], []
    for sentence, (label, readings) in enumerate(read):
        for reading in readings:
            rows += [len(of)] * len(reading)
            columns += reading
            of.append(sentence)
            asks.append(label in ("asks", "blocks"))
            counts.append(FIRMLY if label in AIM else 1.0)
            aims.append(AIM.get(label, 0.0))
    seen = np.minimum((1 + np.bincount(columns, minlength=width)) / len(of), 0.9)
    rarity = (np.log(seen) / np.log(2 / len(of))) ** RARITY
    return Examples(*(np.array(values) for values in (rows, columns, of, asks, counts, aims)), rarity)


def learned(data: Examples) -> tuple[np.ndarray, float]:
    """Learn weights: first from whole sentences, then from the reading of each request that speaks for it most."""
    weights, bias = np.zeros(len(data.rarity)), 0.0
    first = np.r_[True, data.of[1:] != data.of[:-1]]
    for turn in range(ROUNDS):
        best = first if turn == 0 else _best(data, data.score(weights, bias))
        weights, bias = _descended(data, np.where(data.asks, best, True), weights, bias)
    return weights * data.rarity, bias


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
        slope = data.slope(pull) + SHRINK * weights
        gone += slope**2
        bias_gone += pull.sum() ** 2
        weights = weights - PACE * slope / np.sqrt(gone)
        bias = bias - PACE * pull.sum() / bias_gone**0.5
    return weights, bias


def _all_readings(text: str) -> Iterator[Reading]:
    for _, own, joined in read_sentences(text, FIRM):
        yield from (own, joined) if joined else (own,)


def trained(sentences: list[tuple[str, str]]) -> tuple[dict[str, int], list[int], int]:
    """Weigh signs, places of runs, and the bias, in hundredths."""
    read = [(label, list(_all_readings(text))) for label, text in sentences]
    signs, bias = _trained_signs(
        [(label, [s for r in readings for s in r.signs]) for label, readings in read]
    )
    places = [(label, [sorted(runs(" ".join(r.words for r in readings)))]) for label, readings in read]
    weights, runs_bias = learned(examples(places, RUN_PLACES))
    by_place = np.clip(np.round(100 * RUNS_SHARE * weights), -128, 127).astype(int).tolist()
    return signs, by_place, round(100 * (bias + RUNS_SHARE * runs_bias))


def _trained_signs(read: list[tuple[str, list[Signs]]]) -> tuple[dict[str, int], float]:
    """Learn what the signs weigh, keep the heaviest, learn these again."""
    seen = Counter(sign for _, readings in read for sign in frozenset().union(*readings))
    names = sorted(sign for sign, times in seen.items() if times >= SEEN_AT_LEAST)
    weights, _ = learned(_of_signs(read, names))
    heaviest = sorted(range(len(names)), key=lambda at: (-abs(round(weights[at], 9)), names[at]))[:KEPT]
    names = sorted(names[at] for at in heaviest)
    weights, bias = learned(_of_signs(read, names))
    rounded = {name: round(100 * weight) for name, weight in zip(names, weights, strict=True)}
    return {name: weight for name, weight in rounded.items() if weight}, bias


def _of_signs(read: list[tuple[str, list[Signs]]], names: list[str]) -> Examples:
    at = {name: number for number, name in enumerate(names)}
    numbered = [
        (label, [sorted(at[s] for s in signs if s in at) for signs in all_signs]) for label, all_signs in read
    ]
    return examples(numbered, len(names))


def written(signs: dict[str, int], places: list[int], bias: int) -> str:
    """Write the tables: one line a weight, the heaviest first, with all signs that weigh so much; then the places."""
    by_weight: dict[int, list[str]] = {}
    for name in sorted(signs):
        by_weight.setdefault(signs[name], []).append(name)
    lines = [f"{weight}\t" + "|".join(by_weight[weight]) for weight in sorted(by_weight, reverse=True)]
    packed = b64encode(bytes(weight + 128 for weight in places)).decode()
    return HEAD.format(bias=bias, table="\n".join(lines), runs="\n".join(wrap(packed, 110)))


if __name__ == "__main__":
    TARGET.write_text(written(*trained(labeled("known.tsv"))), encoding="utf-8", newline="\n")
