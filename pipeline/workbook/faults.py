"""Cells that hold nothing to read: formulas whose value was never kept, and Excel errors (ECMA-376 part 1, 18.3.1.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.workbook.refs import CellPlace, parse_cell

_PREFIX = re.compile(rb"<(?:([A-Za-z_][\w.-]*):)?sheetData[\s/>]")
_NAME = re.compile(rb"""\sr=["']([A-Za-z]+[0-9]+)["']""")
_IS_ERROR = re.compile(rb"""\st=["']e["']""")
_IS_TEXT = re.compile(rb"""\st=["']str["']""")


class Faults(NamedTuple):
    """1-based rows and columns: formula cells without a kept value, and error values with their text."""

    uncached: tuple[CellPlace, ...] = ()
    errors: tuple[tuple[CellPlace, str], ...] = ()


def find_faults(sheet: bytes) -> Faults:
    """Look through a sheet's UTF-8 XML; a sheet without formulas and errors costs two searches."""
    found = _PREFIX.search(sheet)
    if not found:
        return Faults()
    prefix = found[1] + b":" if found[1] else b""
    return Faults(tuple(_uncached(sheet, prefix)), tuple(_errors(sheet, prefix)))


def formula_cells(sheet: bytes) -> Iterator[CellPlace]:
    """List the cells of a sheet's UTF-8 XML that hold formulas."""
    found = _PREFIX.search(sheet)
    prefix = found[1] + b":" if found and found[1] else b""
    for at in _positions(sheet, b"<" + prefix + b"f", b" >/"):
        place = _place(_cell_around(sheet, at, prefix)[0])
        if place:
            yield place


def _uncached(sheet: bytes, prefix: bytes) -> Iterator[CellPlace]:
    for at in _positions(sheet, b"<" + prefix + b"f", b" >/"):
        opening, content = _cell_around(sheet, at, prefix)
        place = _place(opening)
        if place and not _has_value(opening, content, prefix):
            yield place


def _errors(sheet: bytes, prefix: bytes) -> Iterator[tuple[CellPlace, str]]:
    single = b"='" in sheet[:4096]  # a writer keeps to one kind of quotes
    for mark in (b't="e"', b"t='e'") if single else (b't="e"',):
        for at in _positions(sheet, mark, b" />\t\r\n"):
            opening, content = _cell_around(sheet, at, prefix)
            place = _place(opening)
            if place and _IS_ERROR.search(opening):
                yield place, (_value(content, prefix) or b"an error").decode("utf-8", "replace")


def _positions(sheet: bytes, wanted: bytes, followed_by: bytes) -> Iterator[int]:
    return (found.start() for found in re.finditer(re.escape(wanted) + b"[" + followed_by + b"]", sheet))


def _cell_around(sheet: bytes, at: int, prefix: bytes) -> tuple[bytes, bytes]:
    """Cut out the opening tag and the content of the cell element in which a position lies."""
    start = sheet.rfind(b"<" + prefix + b"c ", 0, at + 1)
    if start < 0:
        return b"", b""
    opened = sheet.find(b">", start)
    if sheet[opened - 1 : opened] == b"/":
        return sheet[start:opened], b""
    return sheet[start:opened], sheet[opened + 1 : sheet.find(b"</" + prefix + b"c>", opened)]


def _has_value(opening: bytes, content: bytes, prefix: bytes) -> bool:
    value = _value(content, prefix)
    return bool(value) or (value is not None and _IS_TEXT.search(opening) is not None)


def _value(content: bytes, prefix: bytes) -> bytes | None:
    """Give the text of the cell's v element: empty where it is empty, None where there is none."""
    found = _value_pattern(prefix).search(content)
    return (found[1] or b"") if found else None


@lru_cache(maxsize=8)
def _value_pattern(prefix: bytes) -> re.Pattern[bytes]:
    name = re.escape(prefix)
    return re.compile(rb"<" + name + rb"v(?:\s[^>]*?)?(?:/>|>([^<]*)</" + name + rb"v>)")


def _place(opening: bytes) -> CellPlace | None:
    found = _NAME.search(opening)
    return parse_cell(found[1].decode()) if found else None
