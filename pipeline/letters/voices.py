"""Voices: which wording of each sentence a letter has, so that people who compare see no form. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from pipeline.letters.wordings import Worded, worded

NEARBY = 1.5
"""How much worse words in common are among people of one organization: 40 % there is as bad as 60 % elsewhere."""
_NOTHING = 1e-12
_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
_Runs = frozenset[tuple[str, str, str]]


def choose(said: Sequence[Worded], start: str, near: Collection[_Runs], far: Collection[_Runs]) -> str:
    """Choose the wordings with the fewest runs of words in common with other letters, from a start of its own.

    `near`: letters to the same organization or person; `far`: others.
    """
    said = [s for s in said if s.place < len(start)]
    chosen = [s.in_voice(start) for s in said]
    if near or far:
        chosen = _improved(chosen, _compared(said, [*near, *far], [NEARBY] * len(near) + [1.0] * len(far)))
    voice = list(start)
    for s, n in zip(said, chosen, strict=True):
        voice[s.place] = str(n + 1)
    return "".join(voice)


class _Compared(NamedTuple):
    """The wordings of a letter, all in one row: of which sentence, how long, and the words each other letter has of them."""

    of: np.ndarray
    nth: np.ndarray
    size: np.ndarray
    common: np.ndarray


def _compared(said: Sequence[Worded], others: Sequence[_Runs], weights: Sequence[float]) -> _Compared:
    all_of_them = [(i, n, w) for i, s in enumerate(said) for n, w in enumerate(s.wordings)]
    return _Compared(
        np.array([i for i, _, _ in all_of_them], dtype=int),
        np.array([n for _, n, _ in all_of_them], dtype=int),
        np.array([len(_words(w)) for _, _, w in all_of_them]),
        np.array([[_common(w, o) for o in others] for _, _, w in all_of_them]) * weights,
    )


def _improved(chosen: list[int], c: _Compared) -> list[int]:
    """Change one sentence or two at a time, always to the best, until nothing gets better.

    Bad is the sum of the shares' sixth powers: the likest of all letters counts, the others decide between equals.
    """
    if not len(c.of):
        return chosen
    starts = np.searchsorted(c.of, np.arange(len(chosen)))
    apart, same = c.of[:, None] != c.of, np.eye(len(c.of), dtype=bool)
    while True:
        now = starts + chosen
        longer, more = c.size - c.size[now][c.of], c.common - c.common[now][c.of]
        size = c.size[now].sum() + longer[:, None] + longer * apart
        common = c.common[now].sum(axis=0) + more[:, None] + more * apart[:, :, None]
        squared = (common / np.maximum(size, 1)[:, :, None]) ** 2
        badness = (squared * squared * squared).sum(axis=2)
        badness[~apart & ~same] = np.inf
        a, b = divmod(int(badness.argmin()), len(c.of))
        if badness[a, b] >= badness[now[0], now[0]] - _NOTHING:
            return chosen
        for k in (a, b):
            chosen[c.of[k]] = int(c.nth[k])


@lru_cache(maxsize=2_000)
def heard(text: str, voice: str) -> _Runs:
    """List the runs of three words that a letter in a voice may say, the conditions of its template aside."""
    return frozenset(run for s in worded(text) for run in _runs(s.wordings[s.in_voice(voice)]))


def start_of(text: str) -> str:
    """Make of a text, the letter's code, a voice to start from: it is spread evenly and always the same."""
    return "".join(str(int(c, 16) % 9 + 1) for c in sha256(text.encode()).hexdigest())


def _common(wording: str, runs: _Runs) -> int:
    """Count the words of a wording that stand in another letter too, in runs of three and more."""
    own = _runs(wording)
    return (
        0 if runs.isdisjoint(own) else len({i + n for i, r in enumerate(own) if r in runs for n in range(3)})
    )


@lru_cache(maxsize=2_000)
def _words(wording: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w'’]+", _TAGS.sub(" ", wording).lower()))


@lru_cache(maxsize=2_000)
def _runs(wording: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((a, b, c) for (a, b), (_, c) in pairwise(pairwise(_words(wording))))
