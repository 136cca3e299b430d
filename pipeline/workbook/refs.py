"""A1 references (ECMA-376 part 1, 18.18.7 and 18.18.62)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

_TALL = 64  # rows
CellPlace = tuple[int, int]
"""Row and column of a cell, from 1."""
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})\Z")
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


@lru_cache(maxsize=4096)
def column_letters(column: int) -> str:
    """Spell a 1-based column number."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=4096)
def column_number(letters: str) -> int:
    """Read a column's letters as its 1-based number."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def cell_name(row: int, column: int) -> str:
    """Spell a cell, as in D14."""
    return f"{column_letters(column)}{row}"


def where(sheet: str, row: int, column: int) -> str:
    """Spell a cell for a message, as in Contacts!D14 or 'My list'!D14."""
    quoted = sheet if _PLAIN_NAME.match(sheet) else "'" + sheet.replace("'", "''") + "'"
    return f"{quoted}!{cell_name(row, column)}"


def parse_cell(text: str) -> tuple[int, int] | None:
    """Read D14 as (14, 4); None when it is no cell of a sheet."""
    found = _CELL.match(text)
    if not found:
        return None
    row, column = int(found[2]), column_number(found[1])
    return (row, column) if row <= MAX_ROW and column <= MAX_COLUMN else None


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, cell: tuple[int, int]) -> bool:
        return self.top <= cell[0] <= self.bottom and self.left <= cell[1] <= self.right

    def __str__(self) -> str:
        first = cell_name(self.top, self.left)
        return first if self.single else f"{first}:{cell_name(self.bottom, self.right)}"

    @property
    def single(self) -> bool:
        """Tell whether it is one cell."""
        return self.top == self.bottom and self.left == self.right

    def overlaps(self, other: Range) -> bool:
        """Tell whether the two share a cell."""
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )

    def including(self, row: int, column: int) -> Range:
        """Widen to hold one more cell."""
        return Range(
            min(self.top, row), min(self.left, column), max(self.bottom, row), max(self.right, column)
        )


class Areas:
    """Ranges of one sheet, found by a cell of theirs: of merged cells there may be thousands, one under the other."""

    def __init__(self, areas: Iterable[Range]) -> None:
        self._by_row: dict[int, list[Range]] = {}
        self._tall: list[Range] = []
        for area in areas:
            if area.bottom - area.top >= _TALL:
                self._tall.append(area)
                continue
            for row in range(area.top, area.bottom + 1):
                self._by_row.setdefault(row, []).append(area)

    def around(self, row: int, column: int) -> Range | None:
        """Find the range that a cell lies in."""
        near = (*self._by_row.get(row, ()), *self._tall)
        return next((area for area in near if (row, column) in area), None)


def parse_range(text: str) -> Range | None:
    """Read A1:D14 or D14; None for anything else (whole rows and columns too)."""
    first, _, last = text.strip().partition(":")
    a = parse_cell(first)
    b = parse_cell(last) if last else a
    if a is None or b is None:
        return None
    return Range(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
