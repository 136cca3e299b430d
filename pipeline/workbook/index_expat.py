"""The slow indexer: expat tells where elements begin and end. It shares nothing with the fast one but the tag's end."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from pipeline.workbook.index import Cell, Extent, Row
from pipeline.workbook.markup import Malformed, local, new_parser, tag_end
from pipeline.workbook.refs import MAX_COLUMN, MAX_ROW, column_letters, parse_cell
from pipeline.workbook.values import Current, decode_text

_SLASH = ord("/")
_COLUMNS = {column_letters(column): column for column in range(1, 703)}
_OpenCell = tuple[int, int, int, int, str]  # column, start, end of its tag, style, kind


class Stretch(NamedTuple):
    """Bytes said to be one whole row, and the number of the row before it."""

    before: int
    start: int
    end: int


@dataclass(slots=True)
class _OpenRow:
    number: int
    start: int
    open_end: int
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class _Content:
    kind: str
    formula: bool = False
    value: str | None = None
    inline: str | None = None

    def open(self, name: str) -> None:
        """Take up an element of the cell's."""
        if name == "f":
            self.formula = True
        elif name == "v":
            self.value = ""
        elif name == "is":
            self.inline = ""

    def current(self) -> Current:
        """Give what the cell holds."""
        if self.kind == "inlineStr" and self.inline is not None:
            return Current(self.kind, decode_text(self.inline), self.formula)
        text = decode_text(self.value) if self.kind == "str" and self.value is not None else self.value
        return Current(self.kind, text, self.formula)


class ExpatIndex:
    """An index over a sheet's UTF-8 bytes.

    Raises `Malformed` when it is not well-formed, or has rows or cells out of order.
    """

    def __init__(self, data: bytes, wanted: Mapping[int, Container[int]] | None = None) -> None:
        """Take a sheet, and the columns by row whose content is going to be asked for."""
        self.data = data
        self.rows: list[Row] = []
        self._wanted = wanted or {}
        self._wanted_here: Container[int] = ()
        self._content: _Content | None = None
        self._contents: dict[tuple[int, int], _Content] = {}
        self._names: dict[str, str] = {}
        self.extent: Extent | None = None
        self._parser = new_parser()
        self._path: list[str] = []
        self._last_row = self._last_column = 0
        self._digits = ""
        self._row: _OpenRow | None = None
        self._cell: _OpenCell | None = None
        self._opening: tuple[int, int, str] | None = None

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def whole(self) -> ExpatIndex:
        """Index every row."""
        self._feed(0, len(self.data), listen=True)
        self._parse(b"", final=True)
        if self.extent is None:
            raise Malformed("has no sheetData")
        return self

    def current(self, row: int, column: int) -> Current:
        """Give what a wanted cell holds, of the row given last; a shared string's text is its number."""
        return self._contents[row, column].current()

    def rows_at(self, extent: Extent, stretches: Sequence[Stretch]) -> Iterator[Row]:
        """Give some rows only, each to be looked at before the next, and check that they stand where the other indexer says.

        Between them expat runs without handlers, which takes a tenth of the time and still checks well-formedness; what
        stands after the last is checked once that has been taken.
        """
        self._feed(0, extent.open_end, listen=True)
        if self._opening != (extent.start, extent.open_end, extent.prefix):
            raise Malformed(f"has no sheetData at byte {extent.start}")
        at = extent.open_end
        for stretch in stretches:
            self._feed(at, stretch.start)
            yield self._row_in(stretch)
            at = stretch.end
        if not extent.closed:
            self._feed(at, extent.close_start)
            self._feed(extent.close_start, extent.end, listen=True)
        if self.extent != extent:
            raise Malformed(f"has no end of sheetData at byte {extent.close_start}")
        self._feed(extent.end, len(self.data))
        self._parse(b"", final=True)

    def _row_in(self, stretch: Stretch) -> Row:
        self._last_row, depth = stretch.before, len(self._path)
        self._contents.clear()
        self._feed(stretch.start, stretch.end, listen=True)
        found = self.rows[:]
        self.rows.clear()
        if len(self._path) != depth or [(row.start, row.end) for row in found] != [stretch[1:]]:
            raise Malformed(f"has no whole row from byte {stretch.start} to {stretch.end}")
        return found[0]

    def _feed(self, start: int, end: int, *, listen: bool = False) -> None:
        self._parser.StartElementHandler = self._start if listen else None
        self._parser.EndElementHandler = self._end if listen else None
        self._parse(memoryview(self.data)[start:end])

    def _parse(self, piece: memoryview | bytes, *, final: bool = False) -> None:
        try:
            self._parser.Parse(piece, final)
        except expat.ExpatError as error:
            raise Malformed(str(error)) from error

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name, path = self._names.get(tag) or self._names.setdefault(tag, local(tag)), self._path
        path.append(name)
        depth = len(path)
        if depth == 5 and self._cell:
            if self._content is not None:
                self._content.open(name)
        elif depth == 4 and name == "c" and path[2] == "row":
            self._cell = self._open_cell(self._parser.CurrentByteIndex, attributes)
        elif depth == 3 and name == "row" and path[1] == "sheetData":
            at = self._parser.CurrentByteIndex
            self._row = _OpenRow(self._number(attributes.get("r")), at, self._tag_end(at, attributes))
            self._last_row, self._last_column, self._digits = self._row.number, 0, str(self._row.number)
            self._wanted_here = self._wanted.get(self._last_row, ())
        elif depth == 2 and name == "sheetData":
            if self._opening:
                raise Malformed("has a second sheetData")
            at = self._parser.CurrentByteIndex
            self._opening = (at, self._tag_end(at, attributes), tag[: -len(name)])
        elif name in ("row", "c", "sheetData") and path[1:2] == ["sheetData"]:
            raise Malformed(f"has <{tag}> in <{path[-2]}>")

    def _end(self, _: str) -> None:
        path = self._path
        name = path.pop()
        if len(path) > 3:
            return
        at = self._parser.CurrentByteIndex
        if self._cell and self._row and name == "c":
            column, start, open_end, style, kind = self._cell
            self._cell = None
            if self._content is not None:
                self._content = self._parser.CharacterDataHandler = None
            self._row.cells.append(Cell(column, start, open_end, self._close(open_end, at), style, kind))
        elif name == "row" and self._row:
            row, self._row = self._row, None
            end = self._close(row.open_end, at)
            self.rows.append(Row(row.number, row.start, row.open_end, end, tuple(row.cells)))
        elif name == "sheetData" and self._opening:
            start, open_end, prefix = self._opening
            end = self._close(open_end, at)
            self.extent = Extent(start, open_end, at if end > open_end else open_end, end, prefix)

    def _text(self, text: str) -> None:
        content = self._content
        if content is None:
            return
        if self._path[-1] == "v" and content.value is not None:
            content.value += text
        elif self._path[-1] == "t" and self._path[-2] != "rPh" and content.inline is not None:
            content.inline += text

    def _tag_end(self, at: int, attributes: dict[str, str]) -> int:
        """Find where a start tag ends: with the first ">" outside of its attributes' values."""
        if ">" in "".join(attributes.values()):
            return tag_end(self.data, at)
        return self.data.index(b">", at) + 1

    def _close(self, open_end: int, at: int) -> int:
        """Find where an element ends whose end expat reports at `at`; a self-closed one ends with its only tag."""
        if self.data[open_end - 2] == _SLASH:
            return open_end
        return self.data.index(b">", at) + 1

    def _column(self, given: str) -> int:
        column = _COLUMNS.get(given[: -len(self._digits)], 0) if given.endswith(self._digits) else 0
        if not column:
            cell = parse_cell(given)
            column = cell[1] if cell and cell[0] == self._last_row else 0
        if not self._last_column < column <= MAX_COLUMN:
            raise Malformed(f"has cell {given} out of place in row {self._last_row}")
        return column

    def _number(self, given: str | None) -> int:
        number = self._last_row + 1 if given is None else int(given) if given.strip().isdecimal() else 0
        if not self._last_row < number <= MAX_ROW:
            raise Malformed(f"has row {given} after row {self._last_row}")
        return number

    def _open_cell(self, at: int, attributes: dict[str, str]) -> _OpenCell:
        given, column = attributes.get("r"), self._last_column + 1
        if given is not None:
            column = self._column(given)
        style = attributes.get("s") or "0"
        if not style.isdecimal():
            raise Malformed(f"has a cell of style {style!r}")
        self._last_column, kind = column, attributes.get("t") or "n"
        if column in self._wanted_here:
            self._content = self._contents[self._last_row, column] = _Content(kind)
            self._parser.CharacterDataHandler = self._text
        return column, at, self._tag_end(at, attributes), int(style), kind
