"""One cell's element, written anew (ECMA-376 part 1, 18.3.1.4)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pipeline.workbook.edits import Value
from pipeline.workbook.index import Cell
from pipeline.workbook.markup import escape, parse, raw_attributes
from pipeline.workbook.refs import cell_name
from pipeline.workbook.strings import SharedStrings
from pipeline.workbook.values import number_text, serial, text_element

# What describes the old value: its type, and its metadata (rich values, images in cells).
_OF_THE_VALUE = (b"t", b"vm", b"cm")


class Content(NamedTuple):
    """What goes between a cell's tags, and the type that says how to read it ("" for none)."""

    kind: str
    body: bytes


class NewCell(NamedTuple):
    """What one cell is to become; `style` None keeps the one it has."""

    content: Content
    style: int | None
    value: Value
    formula: str = ""
    cached: bool = False


BLANK = Content("", b"")


def content_of(value: Value, prefix: str, strings: SharedStrings | None, date1904: bool) -> Content:
    """Write a value the way the workbook does: texts shared where it shares them.

    Raises `Unwritable` for what no cell can hold.
    """
    if value is None or value == "":
        return BLANK
    if isinstance(value, str):
        if strings is not None:
            return Content("s", _value(prefix, str(strings.add(value)).encode()))
        inner = text_element(prefix + "t", value)
        return Content("inlineStr", _element(prefix + "is", inner))
    return _plain_content(value, prefix, date1904)


def cached_content(value: Value, prefix: str, date1904: bool) -> Content:
    """Write what a formula cell shows.

    Raises `Unwritable` for what no cell can hold.
    """
    if value is None:
        return BLANK
    if isinstance(value, str):
        return Content("str", text_element(prefix + "v", value))
    return _plain_content(value, prefix, date1904)


def formula_content(formula: str, prefix: str, array_at: str) -> Content:
    """Write a formula that has not been calculated yet."""
    tag = (prefix + "f").encode()
    attributes = f' t="array" ref="{array_at}"'.encode() if array_at else b""
    return Content("", b"<" + tag + attributes + b">" + escape(formula) + b"</" + tag + b">")


def render_new(row: int, column: int, new: NewCell, prefix: str) -> bytes:
    """Write a cell that was not there."""
    attributes = f' r="{cell_name(row, column)}"'.encode()
    if new.style:
        attributes += f' s="{new.style}"'.encode()
    return _render(attributes, new.content, prefix)


def render_changed(data: bytes, cell: Cell, new: NewCell, prefix: str) -> bytes:
    """Write a cell over; what does not describe its old value stays."""
    attributes = b""
    for name, written in raw_attributes(data[cell.start : cell.open_end]):
        if name not in _OF_THE_VALUE and not (name == b"s" and new.style is not None):
            attributes += written
    if new.style:
        attributes += f' s="{new.style}"'.encode()
    return _render(attributes, new.content, prefix)


def render_cached(data: bytes, cell: Cell, content: Content, prefix: str) -> bytes:
    """Write a formula cell with another cached value; its formula stays as it is."""
    attributes = b"".join(
        written
        for name, written in raw_attributes(data[cell.start : cell.open_end])
        if name not in (b"t", b"vm")
    )
    fragment = data[cell.start : cell.end]
    root = parse(fragment)
    formula, value = root.first("f"), root.first("v")
    if formula is None:
        raise ValueError("no formula")
    after = (value or formula).end
    rest = b"" if root.closed else fragment[after : root.close_start]
    body = fragment[root.open_end : formula.end] + content.body + rest
    return _render(attributes, Content(content.kind, body), prefix)


def _plain_content(value: bool | int | float | date, prefix: str, date1904: bool) -> Content:
    if isinstance(value, date):
        value = serial(value, date1904)
    kind = "b" if isinstance(value, bool) else ""
    return Content(kind, _value(prefix, number_text(value).encode()))


def _render(attributes: bytes, content: Content, prefix: str) -> bytes:
    tag = (prefix + "c").encode()
    if content.kind:
        attributes += f' t="{content.kind}"'.encode()
    if not content.body:
        return b"<" + tag + attributes + b"/>"
    return b"<" + tag + attributes + b">" + content.body + b"</" + tag + b">"


def _value(prefix: str, text: bytes) -> bytes:
    return _element(prefix + "v", text)


def _element(name: str, inner: bytes) -> bytes:
    tag = name.encode()
    return b"<" + tag + b">" + inner + b"</" + tag + b">"
