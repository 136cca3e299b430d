"""What a sheet shows otherwise than its values say: zeros by a cell's format, merged cells, addresses behind links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from pipeline.workbook.book import Parts
from pipeline.workbook.markup import unescape
from pipeline.workbook.numberlooks import shown_number
from pipeline.workbook.refs import CellPlace, Range, parse_cell, parse_range

_NAME = rb"(?:[A-Za-z_][\w.-]*:)?"
_MERGED = re.compile(rb"<" + _NAME + rb"mergeCell\s[^>]*?\bref=[\"']([A-Za-z0-9:$]+)[\"']")
_HIDDEN = re.compile(
    rb"<" + _NAME + rb"row(?=\s)(?=[^>]*\shidden=[\"'](?:1|true)[\"'])[^>]*\sr=[\"'](\d+)[\"']"
)
_COVERED, _RELATED = rb"[^>]*?\sref\s*=\s*[\"']([^\"'<>]*)", rb"[^>]*?[\s:]id\s*=\s*[\"']([^\"'<>]*)"
_LINKED = re.compile(rb"<" + _NAME + rb"hyperlink(?=" + _COVERED + rb")(?=" + _RELATED + rb")\s")
_CELL = re.compile(rb"<" + _NAME + rb"c\s([^>]*[^/>])>\s*<" + _NAME + rb"v>(\d{1,15})(?:\.0)?</")
_ANY_CELL = re.compile(rb"<" + _NAME + rb"c(\s[^>]*)>")
_PLACE, _STYLE = re.compile(rb"\br=[\"'](\w+)[\"']"), re.compile(rb"\bs=[\"'](\d+)[\"']")
_OTHER_TYPE = re.compile(rb"\bt=[\"'](?!n[\"'])")
_MAILTO = re.compile(r"\s*mailto:\s*([^?\s]+@[^?\s]+)", re.IGNORECASE)


class Shown(NamedTuple):
    """By row and column, from 1: numbers as written, addresses behind links; cells merged over rows, and those struck through."""

    numbers: Mapping[CellPlace, str] = MappingProxyType({})
    addresses: Mapping[CellPlace, str] = MappingProxyType({})
    merged: tuple[Range, ...] = ()
    struck: frozenset[CellPlace] = frozenset()


def hidden_rows(book: Parts, part: str) -> frozenset[int]:
    """List the rows that a filter, or a person, hid."""
    return frozenset(int(found[1]) for found in _HIDDEN.finditer(book.package.read(part)))


def find_shown(book: Parts, part: str) -> Shown:
    """Look through a worksheet's part; one that has nothing of this costs three searches."""
    content = book.package.read(part)
    merges = _found_from(b"mergeCells", _MERGED, content)
    areas = (parse_range(found.decode()) for found in merges)
    # Merged over rows: a title over several columns belongs to none of them.
    merged = tuple(area for area in areas if area and area.left == area.right and area.bottom > area.top)
    numbers, addresses = dict(_numbers(content, book)), dict(_addresses(content, book, part))
    return Shown(numbers, addresses, merged, frozenset(_struck(content, book)))


def _found_from(holder: bytes, wanted: re.Pattern[bytes], content: bytes) -> list[Any]:
    """Look for elements where what holds them begins: below the rows, whose end is soonest found from behind."""
    start = content.find(holder, max(content.rfind(b"</sheetData>"), 0))
    return wanted.findall(content, start) if start >= 0 else []


def _struck(content: bytes, book: Parts) -> Iterator[CellPlace]:
    styles = book.styles.struck() if book.styles else ()
    for found in _ANY_CELL.finditer(content) if styles else ():
        style, at = _STYLE.search(found[1]), _PLACE.search(found[1])
        if style and at and int(style[1]) in styles and (place := parse_cell(at[1].decode())):
            yield place


def _numbers(content: bytes, book: Parts) -> Iterator[tuple[CellPlace, str]]:
    codes = book.styles.marked_codes() if book.styles else {}
    if not codes:
        return
    for found in _CELL.finditer(content):
        style, at = _STYLE.search(found[1]), _PLACE.search(found[1])
        code = codes.get(int(style[1])) if style else None
        if code is None or at is None or _OTHER_TYPE.search(found[1]):
            continue
        place, text = parse_cell(at[1].decode()), shown_number(code, int(found[2]))
        if place and text is not None:
            yield place, text


def _addresses(content: bytes, book: Parts, part: str) -> Iterator[tuple[CellPlace, str]]:
    links = _found_from(b"hyperlinks", _LINKED, content)
    targets = book.package.links(part) if links else {}
    for covered, link in links:
        mail = _MAILTO.match(targets.get(unescape(link.decode()), ""))
        if mail:
            for place in _first_column(covered.decode()):
                yield place, mail[1]


def _first_column(covered: str) -> Iterator[CellPlace]:
    """List the cells that a link covers in its first column, a thousand at most."""
    if one := parse_cell(covered):
        yield one
    elif area := parse_range(covered):
        for row in range(area.top, min(area.bottom, area.top + 999) + 1):
            yield row, area.left
