"""How far the sheets of a workbook reach of which no cell can be left out, looked at before a reading library makes room up to there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from pipeline.model.errors import UserError
from pipeline.workbook.encrypted import OLE2
from pipeline.workbook.markup import Malformed, new_parser, unpack
from pipeline.workbook.refs import column_letters, column_number

MOST_CELLS = 1_500_000
"""A reading library takes some 100 bytes for each, blank or not."""
_SPREADSHEET = "content.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.(bin|xml)", re.IGNORECASE)
_ROW, _CELLS = 0, {*range(2, 12), 62}
"""BrtRowHdr, and the records of cells but the blank one, 1 (MS-XLSB 2.3.1)."""
_FILLED = re.compile(rb"""\sr=["']([A-Za-z]{1,3})(\d{1,7})["'][^<>]*(?<!/)>\s*<(?!/)""")
# The record Dimensions of Excel 97 and later: rows and columns from, and up to but not including (MS-XLS 2.4.90).
_DIMENSIONS = re.compile(rb"\x00\x02\x0e\x00.{2}[\0\1]\0(.{2}[\0\1]\0).\0(.[\0\1])\0\0", re.DOTALL)


class Reach(NamedTuple):
    """The last row and the last column of a sheet in which anything stands; 0 where nothing does."""

    row: int
    column: int


def refuse_too_far(data: bytes, name: str) -> None:
    """Raise UserError where a sheet reaches so far that reading it would fill the memory."""
    for row, column in _reaches(data):
        if row * column > MOST_CELLS:
            raise UserError(
                f"{name} has a sheet that reaches to row {row} and column {column_letters(column)}: with something so far off the list"
                " it can't be read. Delete what stands there, or save it in Excel or LibreOffice as an .xlsx workbook, and import that."
            )


def _reaches(data: bytes) -> Iterator[Reach]:
    """Look through the sheets; what is damaged is said where it is read."""
    if data.startswith(OLE2):
        for found in _DIMENSIONS.finditer(data):
            yield Reach(int.from_bytes(found[1], "little"), int.from_bytes(found[2], "little"))
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                if part == _SPREADSHEET:
                    yield from _Tables(archive, part).reaches
                elif sheet := _SHEET.fullmatch(part):
                    yield (_of_records if sheet[1].lower() == "bin" else _of_markup)(archive.read(part))
    except (
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        zipfile.BadZipFile,
        expat.ExpatError,
        Malformed,
    ):
        return


class _Tables:
    """The tables of an OpenDocument spreadsheet; a row or a cell may stand for many (part 3, 19.675 and 19.677)."""

    def __init__(self, archive: zipfile.ZipFile, part: str) -> None:
        self.reaches: list[Reach] = []
        self._row = self._rows = self._column = self._columns = 0
        parser = new_parser()
        parser.StartElementHandler = self._start
        with archive.open(part) as content:
            parser.ParseFile(content)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "table":
            self.reaches.append(Reach(0, 0))
            self._row = self._rows = 0
        elif kind == "table-row":
            self._row += self._rows
            self._rows = int(attributes.get("table:number-rows-repeated", 1))
            self._column = self._columns = 0
        elif kind in ("table-cell", "covered-table-cell"):
            self._column += self._columns
            self._columns = int(attributes.get("table:number-columns-repeated", 1))
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._filled()
        elif kind == "p" and self.reaches:
            self._filled()

    def _filled(self) -> None:
        row, column = self.reaches[-1]
        self.reaches[-1] = Reach(max(row, self._row + self._rows), max(column, self._column + self._columns))


def _of_markup(sheet: bytes) -> Reach:
    """Look through a sheet of a workbook that isn't taken apart, such as a signed one."""
    places = _FILLED.findall(unpack(sheet)[0])
    columns = {letters for letters, _ in places}
    last = max((column_number(letters.decode()) for letters in columns), default=0)
    return Reach(max((int(row) for _, row in places), default=0), last)


def _of_records(sheet: bytes) -> Reach:
    """Walk a binary sheet's records: kind and length in seven bits a byte, then as many bytes (MS-XLSB 2.1.4)."""
    at = row = last_row = last_column = 0
    while at < len(sheet):
        kind, at = _seven_bits(sheet, at)
        length, at = _seven_bits(sheet, at)
        if kind == _ROW:
            row = int.from_bytes(sheet[at : at + 4], "little") + 1
        elif kind in _CELLS:
            last_row = max(last_row, row)
            last_column = max(last_column, int.from_bytes(sheet[at : at + 4], "little") + 1)
        at += length
    return Reach(last_row, last_column)


def _seven_bits(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data):
        byte = data[at]
        value |= (byte & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if byte < 0x80:
            break
    return value, at
