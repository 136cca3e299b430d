"""A sheet's table as raw columns, and its columns read into values with each bad cell kept as a fault. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from pipeline.model import Problem, Severity
from pipeline.sheets.cells import BadCell
from pipeline.workbook.refs import where

if TYPE_CHECKING:
    from pandas import DataFrame

Parse = Callable[[Any], Any]
Columns = dict[str, list[Any]]
"""What the cells of a table say, by attribute, a value a row; None where a cell is blank or bad."""
_ALIKE = {bool, int, float}


@dataclass(frozen=True)
class Table:
    """One sheet's table. Index 0 is the row below the header; blanks are None; blank rows at the end do not count.

    `frame` is what pandas made of the rows: its columns stand in the sheet's order, ours by their attributes, the user's
    own by their index. `found` has the index of each of ours, `full_name` that of the user's column of whole names.
    `totals` are Excel's numbers of the list's rows that only add up others, whose cells are blank here; `struck` those
    whose person is struck through, with the column of the name.
    """

    sheet: str
    header_row: int
    headers: tuple[str, ...]
    frame: DataFrame
    found: Mapping[str, int]
    full_name: int | None = None
    totals: tuple[int, ...] = ()
    struck: Mapping[int, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Count the rows below the header."""
        return len(self.frame)

    @cached_property
    def columns(self) -> tuple[list[object], ...]:
        """List each column's values, in the sheet's order; the blank ones, of a long list most, are one list."""
        blank: list[object] = [None] * self.count
        values = (self.frame[label].tolist() for label in self.frame.columns)
        return tuple(blank if is_blank(column) else column for column in values)

    def cell(self, attr: str, index: int) -> object:
        """Give one raw value; None where blank or where there is no such column."""
        at = self.found.get(attr)
        return None if at is None else self.columns[at][index]

    def values(self, attr: str) -> list[object]:
        """Give a column's raw values; all None where there is no such column."""
        at = self.found.get(attr)
        return [None] * self.count if at is None else self.columns[at]

    def values_at(self, at: int) -> Sequence[object]:
        """Give a column's raw values by its index."""
        return self.columns[at]

    def row_number(self, index: int) -> int:
        """Give Excel's row number; index -1 is the header."""
        return self.header_row + 1 + index

    def index_of(self, row: int) -> int:
        """Give the index of Excel's row number."""
        return row - self.header_row - 1

    def where(self, attr: str | int, index: int) -> str:
        """Name a cell for a message, as in Contacts!D14; a column may be given by its index.

        A column that is missing is named by the row's first cell.
        """
        at = self.found.get(attr, 0) if isinstance(attr, str) else attr
        return where(self.sheet, self.row_number(index), at + 1)

    def holds(self, problem: Problem) -> bool:
        """Tell whether a problem's cell is on this sheet."""
        return problem.where.rpartition("!")[0] == where(self.sheet, 1, 1).rpartition("!")[0]

    def header(self, attr: str | int) -> str:
        """Give a column's header as it stands in the workbook; "" where there is no such column."""
        at = self.found.get(attr) if isinstance(attr, str) else attr
        return "" if at is None else self.headers[at]


@dataclass(frozen=True, slots=True)
class Fault:
    """A bad cell: its row by index, its column by attribute or index, and what is wrong."""

    index: int
    attr: str | int
    message: str
    severity: Severity = Severity.ERROR


def is_blank(values: Sequence[object]) -> bool:
    """Tell whether a column is blank; of one that is not the first value mostly tells."""
    return not values or (values[0] is None and values.count(None) == len(values))


def parse_column(values: Sequence[object], parse: Parse, attr: str | int) -> tuple[list[Any], list[Fault]]:
    """Parse a column, each different value once; None stands where a cell is blank or bad."""
    if is_blank(values):
        return list(values), []
    different: set[Any] = set(values)
    # 1, 1.0 and True are one key of a dict, and three different cells.
    alike = _ALIKE & set(map(type, different)) and len(_ALIKE & set(map(type, values))) > 1
    keys: Sequence[Any] = [(value.__class__, value) for value in values] if alike else values
    parsed: dict[Any, Any] = {}
    bad: dict[Any, BadCell] = {}
    for key in set(keys) if alike else different:
        try:
            result = parse(key if keys is values else key[1])
        except BadCell as fault:
            result, bad[key] = None, fault
        parsed[key] = None if result == "" else result
    faults = [
        Fault(index, attr, str(bad[key]), bad[key].severity)
        for index, key in enumerate(keys if bad else ())
        if key in bad
    ]
    return [parsed[key] for key in keys], faults


def as_problem(table: Table, fault: Fault, contact_id: str = "") -> Problem:
    """Say a fault as a problem of its cell; the message begins with the column's header."""
    header, row = table.header(fault.attr), table.row_number(fault.index)
    said = _sentence(header, fault.message)
    return Problem(table.where(fault.attr, fault.index), header, fault.severity, said, row, contact_id)


@lru_cache(maxsize=256)  # what is said of each row of a long list is held once
def _sentence(header: str, message: str) -> str:
    return f"{header} {message}".strip().rstrip(".") + "."
