"""What a caller may ask for: frozen values, 1-based rows and columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

Value = str | bool | int | float | date | datetime | None
RowValues = Sequence[Value] | Mapping[str, Value]


class CellChange(NamedTuple):
    """Put a value into a cell that holds no formula; None (or an empty text) clears it and keeps its look."""

    sheet: str
    row: int
    column: int
    value: Value


class CachedValue(NamedTuple):
    """Replace what a formula cell shows until it is next calculated; the formula stays."""

    sheet: str
    row: int
    column: int
    value: Value


class NewRows(NamedTuple):
    """Add rows to a table (by its sheet's name or its own), or below the used range of a sheet without one.

    A sequence holds values from the first column on; a mapping holds them by header text. They look like the row above, or
    below a plain range like the row `like`, where that isn't 0.
    """

    sheet: str
    rows: tuple[RowValues, ...]
    like: int = 0


class FittedRows(NamedTuple):
    """Make rows that are changed in these columns as high as the texts there; a height that a person set stays."""

    sheet: str
    columns: tuple[int, ...]


Edit = CellChange | CachedValue | NewRows | FittedRows
