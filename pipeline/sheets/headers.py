"""The one way to find a row of headers: the row that fits best, titles above it or not. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Cells = Sequence[object]
Fit = TypeVar("Fit")

WITHIN = 40
"""Rows among which the headers are looked for."""


def best_row(
    rows: Sequence[Cells], fit: Callable[[int, Cells], Fit | None], score: Callable[[Fit], int]
) -> tuple[int, Fit] | None:
    """Find the row that fits best, by its index, with its fit; of several alike the first. None where none fits.

    `fit` judges a row by its index and cells, None where it can't be one of headers; `score` says how well it fits.
    """
    judged = [(at, found) for at, cells in enumerate(rows[:WITHIN]) if (found := fit(at, cells)) is not None]
    best = max(judged, key=lambda one: score(one[1]), default=None)
    return best if best and score(best[1]) > 0 else None
