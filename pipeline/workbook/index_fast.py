"""The fast indexer: regular expressions over bytes, row starts first and only the rows that matter in full.

It knows nothing of XML but what it looks for, so what it finds is confirmed by expat before a file is saved.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.workbook.index import Cell, Extent, Row
from pipeline.workbook.markup import TAG_REST, Malformed, attribute, masked
from pipeline.workbook.refs import MAX_COLUMN, MAX_ROW, cell_name, column_letters, column_number, parse_cell

_SHEET_DATA = re.compile(rb"<((?:[^\s<>/:\"'=!?]+:)?)sheetData(?=[\s/>])" + TAG_REST)
_COLUMNS = {column_letters(column).encode(): column for column in range(1, 703)}
_KINDS = {None: "n"} | {kind.encode(): kind for kind in ("n", "s", "b", "d", "e", "str", "inlineStr")}
# How nearly all programs write a cell's attributes; any other way is read attribute by attribute.
_USUAL_CELL = rb'(?: r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(/?)>'
_USUAL_VALUE = (
    rb"((?:<%(prefix)bv>[^<]*</%(prefix)bv>|<%(prefix)bis><%(prefix)bt(?: [^<>]*)?>[^<]*</%(prefix)bt></%(prefix)bis>)"
    rb"</%(prefix)bc>)?)?"
)


class FastIndex:
    """An index over a sheet's UTF-8 bytes.

    Raises `Malformed` for rows or cells out of order, which no program agrees on how to read.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.text = masked(data)
        self.extent = self._find_extent()
        prefix = re.escape(self.extent.prefix.encode())
        self._row_start = re.compile(rb"<" + prefix + rb'row(?=[\s/>])(?:\s+r="(\d+)")?')
        self._row_end = re.compile(rb"</" + prefix + rb"row\s*>")
        self._cell_start = re.compile(
            rb"<" + prefix + rb"c(?=[\s/>])" + _USUAL_CELL + _USUAL_VALUE % {b"prefix": prefix}
        )
        self._cell_end = re.compile(rb"</" + prefix + rb"c\s*>")
        self._content = re.compile(rb"<" + prefix + rb"(?:v|is|f)[\s/>]")
        self._tag = re.compile(rb"<" + TAG_REST)
        self.numbers = array("L")
        self._starts = array("Q")
        self._find_rows()
        self._last: Row | None = None

    def __iter__(self) -> Iterator[Row]:
        return (self._row_at(at) for at in range(len(self.numbers)))

    def row(self, number: int) -> Row | None:
        """Find a row by its number."""
        at = bisect_left(self.numbers, number)
        return self._row_at(at) if at < len(self.numbers) and self.numbers[at] == number else None

    def span(self, number: int) -> tuple[int, int] | None:
        """Give where a row begins and ends, without looking at its cells."""
        at = bisect_left(self.numbers, number)
        return self._span_at(at)[::3] if at < len(self.numbers) and self.numbers[at] == number else None

    def before(self, number: int) -> int:
        """Give the number of the row before one, 0 where it is the first."""
        at = bisect_left(self.numbers, number)
        return self.numbers[at - 1] if at else 0

    def is_bare(self, number: int) -> bool:
        """Tell whether a row is not there or has nothing but blank cells, without looking at each."""
        at = bisect_left(self.numbers, number)
        if at == len(self.numbers) or self.numbers[at] != number:
            return True
        return not self._content.search(self.text, self._starts[at], self._limit(at))

    def first_column(self, number: int) -> int:
        """Give the column of a row's first cell, beyond the last where it has none."""
        at = bisect_left(self.numbers, number)
        found = self._cell_start.search(self.text, self._starts[at], self._limit(at))
        if not found:
            return MAX_COLUMN + 1
        return column_number(found[1].decode()) if found[1] else self._row_at(at).cells[0].column

    def style_at(self, number: int, column: int) -> int | None:
        """Give a cell's style without reading its row; None where it is not there or not written the usual way."""
        at = bisect_left(self.numbers, number)
        if at == len(self.numbers) or self.numbers[at] != number:
            return None
        start = self.text.find(
            b' r="%s"' % cell_name(number, column).encode(), self._starts[at], self._limit(at)
        )
        found = self._cell_start.match(self.text, self.text.rfind(b"<", 0, start)) if start >= 0 else None
        return int(found[3] or 0) if found and found[1] else None

    def insertion_point(self, number: int) -> int:
        """Find where a row that is not there yet belongs."""
        at = bisect_left(self.numbers, number)
        if at < len(self.numbers):
            return self._starts[at]
        return self._span_at(at - 1)[3] if at else self.extent.open_end

    def _find_extent(self) -> Extent:
        found = _SHEET_DATA.search(self.text)
        if not found:
            raise Malformed("has no sheetData")
        prefix = found[1].decode()
        if self.text[found.end() - 2 : found.end()] == b"/>":
            return Extent(found.start(), found.end(), found.end(), found.end(), prefix)
        closing = self.text.rfind(b"</" + found[1] + b"sheetData")
        if closing < found.end():
            raise Malformed("has no end of sheetData")
        return Extent(found.start(), found.end(), closing, self.text.index(b">", closing) + 1, prefix)

    def _find_rows(self) -> None:
        if self.text.find(b"AlternateContent", self.extent.open_end, self.extent.close_start) >= 0:
            raise Malformed("has alternative rows or cells (mc:AlternateContent)")
        last, numbers, starts = 0, self.numbers, self._starts
        for found in self._row_start.finditer(self.text, self.extent.open_end, self.extent.close_start):
            start, given = found.start(), found[1]
            number = int(given) if given else self._number(start, last)
            if not last < number <= MAX_ROW:
                raise Malformed(f"has row {number} after row {last}")
            numbers.append(number)
            starts.append(start)
            last = number

    def _number(self, start: int, last: int) -> int:
        given = attribute(self._open_tag(start), b"r")
        if given is None:
            return last + 1
        if not given.strip().isdecimal():
            raise Malformed(f"has a row numbered {given!r}")
        return int(given)

    def _open_tag(self, start: int) -> bytes:
        found = self._tag.match(self.text, start)
        if not found:
            raise Malformed(f"has no tag at byte {start}")
        return found[0]

    def _row_at(self, at: int) -> Row:
        number = self.numbers[at]
        # Whoever asks for a row asks again for each of its cells; all rows at once would fill the memory.
        if self._last is None or self._last.number != number:
            start, open_end, close_start, end = self._span_at(at)
            self._last = Row(number, start, open_end, end, tuple(self._cells(number, open_end, close_start)))
        return self._last

    def _limit(self, at: int) -> int:
        """Give where the next row begins."""
        return self._starts[at + 1] if at + 1 < len(self._starts) else self.extent.close_start

    def _span_at(self, at: int) -> tuple[int, int, int, int]:
        """Give where a row and its start tag begin and end: start, end of the tag, start of the end tag, end."""
        start = self._starts[at]
        tag = self._open_tag(start)
        open_end = start + len(tag)
        if tag.endswith(b"/>"):
            return start, open_end, open_end, open_end
        closing = self._row_end.search(self.text, open_end, self._limit(at))
        if not closing:
            raise Malformed(f"has no end of row {self.numbers[at]}")
        return start, open_end, closing.start(), closing.end()

    def _cells(self, row: int, start: int, limit: int) -> list[Cell]:
        cells: list[Cell] = []
        last, digits = 0, b"%d" % row
        for found in self._cell_start.finditer(self.text, start, limit):
            letters, number, style, kind, slash, value = found.groups()
            at, end = found.span()
            if letters and number == digits:
                column = _COLUMNS.get(letters) or column_number(letters.decode())
                if not last < column <= MAX_COLUMN:
                    raise Malformed(f"has cell {letters.decode()}{row} out of place")
                open_end = found.start(6) if value else end
                end = end if slash or value else self._end_of_cell(open_end, limit)
                cells.append(
                    Cell(
                        column,
                        at,
                        open_end,
                        end,
                        int(style) if style else 0,
                        _KINDS.get(kind) or kind.decode(),
                    )
                )
            else:
                cells.append(self._unusual_cell(row, at, limit, last))
                column = cells[-1].column
            last = column
        return cells

    def _unusual_cell(self, row: int, start: int, limit: int, last: int) -> Cell:
        tag = self._open_tag(start)
        open_end = start + len(tag)
        column = _column(attribute(tag, b"r"), row, last)
        end = open_end if tag.endswith(b"/>") else self._end_of_cell(open_end, limit)
        return Cell(column, start, open_end, end, _style(tag), attribute(tag, b"t") or "n")

    def _end_of_cell(self, start: int, limit: int) -> int:
        closing = self._cell_end.search(self.text, start, limit)
        if not closing:
            raise Malformed(f"has no end of the cell at byte {start}")
        return closing.end()


def _column(given: str | None, row: int, last: int) -> int:
    if given is None:
        return last + 1
    cell = parse_cell(given)
    if cell is None or cell[0] != row or not last < cell[1] <= MAX_COLUMN:
        raise Malformed(f"has cell {given} out of place in row {row}")
    return cell[1]


def _style(tag: bytes) -> int:
    given = attribute(tag, b"s") or "0"
    if not given.isdecimal():
        raise Malformed(f"has a cell of style {given!r}")
    return int(given)
