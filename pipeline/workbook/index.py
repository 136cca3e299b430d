"""Where a sheet's rows and cells stand: what both indexers answer with."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """One cell; `kind` is its type attribute, "n" where it has none."""

    column: int
    start: int
    open_end: int
    end: int
    style: int
    kind: str

    @property
    def closed(self) -> bool:
        """Tell whether it is written `<c/>`."""
        return self.open_end == self.end


class Row(NamedTuple):
    """One row and its cells, in order."""

    number: int
    start: int
    open_end: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def closed(self) -> bool:
        """Tell whether it is written `<row/>`."""
        return self.open_end == self.end

    def at(self, column: int) -> Cell | None:
        """Find the cell in a column."""
        for cell in self.cells:
            if cell.column == column:
                return cell
        return None


class Extent(NamedTuple):
    """Where the sheet's data element stands, and its namespace prefix with the colon."""

    start: int
    open_end: int
    close_start: int
    end: int
    prefix: str

    @property
    def closed(self) -> bool:
        """Tell whether it is written `<sheetData/>`."""
        return self.open_end == self.end
