"""The one way to find the sheet and the row of headers, titles above it or not. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from pipeline.sheets.columns.evidence import ROWS_SEEN, Rows, are_addresses, is_address, text_of, values_below
from pipeline.sheets.columns.fields import ATTRS, NAMES, attrs_of, fields_of
from pipeline.sheets.schema import CONTACTS, columns_found, renamed_headers

_Fit = TypeVar("_Fit")

WITHIN = 40
"""Rows among which the headers are looked for."""
_WEIGHTS = {"first_name": 9, "last_name": 9, "email": 9, "phone": 6, "organization": 6, "position": 6}
"""What says that these are people; anything else counts 1, be it a list of countries with their states and notes."""


class Header(NamedTuple):
    """A row of headers that looks like people: its row (1-based), how well it fits, and the column of full names or 0."""

    row: int
    score: int
    full_name: int = 0


def best_row(
    rows: Rows, fit: Callable[[int, Sequence[object]], _Fit | None], score: Callable[[_Fit], int]
) -> tuple[int, _Fit] | None:
    """Find the row that fits best, by its index, with its fit; of several alike the first. None where none fits.

    `fit` judges a row by its index and cells, None where it can't be one of headers; `score` says how well it fits.
    """
    judged = [(at, found) for at, cells in enumerate(rows[:WITHIN]) if (found := fit(at, cells)) is not None]
    best = max(judged, key=lambda one: score(one[1]), default=None)
    return best if best and score(best[1]) > 0 else None


def best_sheet(
    sheets: Mapping[str, Rows], find: Callable[[Rows], Header | None]
) -> tuple[str, Header] | None:
    """Choose the sheet whose headers, as `find` finds them, fit people best, of those that fit alike the longer one."""
    found = {name: header for name, rows in sheets.items() if (header := find(rows))}
    best = max(found, key=lambda name: (found[name].score, len(sheets[name])), default=None)
    return (best, found[best]) if best is not None else None


def find_header(rows: Rows, column_names: str = "") -> Header | None:
    """Find the row of headers: one column that names people, and one more that says something of them.

    Title rows may stand above it; `column_names` is what Settings say of the columns. None where no row looks like it.
    """
    best = best_row(rows, lambda at, _: _judged(rows, at, column_names), lambda header: header.score)
    return best[1] if best else None


def _judged(rows: Rows, at: int, column_names: str) -> Header | None:
    headers = [text_of(cell) for cell in renamed_headers([text_of(cell) for cell in rows[at]], column_names)]
    if sum(bool(text) for text in headers) < 2 or any(map(is_address, headers)):
        return None
    fields = fields_of(headers)
    found = attrs_of(fields) | columns_found(CONTACTS, headers)
    full = next((i for i, f in fields.items() if f.name == "full" and i not in found.values()), None)
    others = {f.name for f in fields.values()} - NAMES
    mailed = "email" not in found and any(
        are_addresses(values_below(rows[at + 1 : at + ROWS_SEEN], i))
        for i, text in enumerate(headers)
        if text
    )
    named = full is not None or "last_name" in found or "first_name" in found
    if not named or not (others or mailed):
        return None
    score = sum(_WEIGHTS.get(attr, 1) for attr in found) + len(others - ATTRS.keys())
    score += _WEIGHTS["last_name"] * (full is not None) + _WEIGHTS["email"] * mailed
    return Header(at + 1, score, full + 1 if full is not None else 0)
