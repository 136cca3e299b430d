"""Tables (ECMA-376 part 1, 18.5): where they are, what their columns are, and how they grow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.workbook.markup import Element, Malformed, Splice, attribute_splice
from pipeline.workbook.package import Package
from pipeline.workbook.refs import Range, parse_range
from pipeline.workbook.values import decode_text


class TableColumn(NamedTuple):
    """One column; `formula` is what fills each of its cells, "" where the user does."""

    name: str
    formula: str
    array: bool


@dataclass(slots=True)
class TablePart:
    """One table and the part it comes from; `bottom` moves, `filled` turns true as rows are added."""

    part: str
    data: bytes
    root: Element
    name: str
    area: Range
    header_rows: int
    totals_rows: int
    columns: list[TableColumn]
    bottom: int = field(init=False)
    filled: bool = False

    def __post_init__(self) -> None:
        self.bottom = self.area.bottom

    @property
    def first_data(self) -> int:
        """Give the row under the header."""
        return self.area.top + self.header_rows

    @property
    def last_data(self) -> int:
        """Give the last row above the totals, the header's where there is none."""
        return self.bottom - self.totals_rows

    @property
    def queried(self) -> bool:
        """Tell whether a query fills it and would wipe what is added."""
        return self.root.get("tableType") == "queryTable"

    def covers(self, row: int, column: int) -> bool:
        """Tell whether a cell lies in the table as it is now."""
        return self.area.top <= row <= self.bottom and self.area.left <= column <= self.area.right

    def is_header(self, row: int) -> bool:
        """Tell whether a row of the table is its header."""
        return self.area.top <= row < self.first_data

    def is_total(self, row: int) -> bool:
        """Tell whether a row of the table is its totals row."""
        return self.last_data < row <= self.bottom

    def splices(self) -> list[Splice]:
        """List the changes that new rows ask for: the table's range, its filter's, and that it is no longer empty."""
        root, changes = self.root, list[Splice]()
        if self.filled and root.get("insertRow") in ("1", "true"):
            changes.append(attribute_splice(self.data, root.start, root.open_end, "insertRow", None))
        if self.bottom == self.area.bottom:
            return changes
        grown = Range(self.area.top, self.area.left, self.bottom, self.area.right)
        changes.append(attribute_splice(self.data, root.start, root.open_end, "ref", str(grown)))
        filter_ = root.first("autoFilter")
        area = parse_range(filter_.get("ref")) if filter_ else None
        if filter_ and area and area.bottom == self.area.bottom:
            wider = str(Range(area.top, area.left, self.bottom, area.right))
            changes.append(attribute_splice(self.data, filter_.start, filter_.open_end, "ref", wider))
        return changes


def read_tables(package: Package, sheet_part: str, frame: Element) -> list[TablePart]:
    """Read a sheet's tables, in the order the sheet lists them.

    Raises `UserError` when one cannot be read.
    """
    parts = {r.id: r.target for r in package.relationships(sheet_part) if r.kind == "table"}
    listed = [parts[i] for holder in frame.all("tablePart") if (i := holder.get_any("id")) in parts]
    return [_read_table(package, part) for part in listed or list(parts.values())]


def _read_table(package: Package, part: str) -> TablePart:
    data, root = package.tree(part)
    area = parse_range(root.get("ref"))
    try:
        header_rows = int(root.get("headerRowCount", "1"))
        totals_rows = int(root.get("totalsRowCount", "0"))
    except ValueError as error:
        raise package.damaged(part, error) from error
    columns = [_column(element) for element in root.all("tableColumn")]
    if root.name != "table" or area is None or len(columns) != area.right - area.left + 1:
        raise package.damaged(part, Malformed("its range and its columns differ"))
    return TablePart(
        part, data, root, root.get("displayName") or root.get("name"), area, header_rows, totals_rows, columns
    )


def _column(element: Element) -> TableColumn:
    formula = element.first("calculatedColumnFormula")
    return TableColumn(
        decode_text(element.get("name")),
        formula.text if formula else "",
        formula is not None and formula.get("array") in ("1", "true"),
    )
