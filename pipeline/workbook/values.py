"""Values as cells hold them (ECMA-376 part 1, 18.18.11 and 22.9.2.19) and back again."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from pipeline.workbook.edits import Value
from pipeline.workbook.markup import Element, escape, parse

MAX_TEXT = 32_767
_MILLISECOND = 1 / 86_400_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_KEEP_SPACE = re.compile(r"\A\s|\s\Z|[\n\t\r]|  ")


class Unwritable(Exception):
    """A value that no cell can hold; the text says why and what to do, after the cell's name."""


# A cell with nothing but a value, and no reference or CDATA in that.
_SIMPLE = re.compile(rb"<[^<>]*><((?:[^\s<>/:]+:)?v)>([^<&]*)</\1></[^<>]*>\Z")
_SIMPLE_INLINE = re.compile(
    rb"<[^<>]*><((?:[^\s<>/:]+:)?is)><((?:[^\s<>/:]+:)?t)(?: [^<>]*)?>([^<&\r]*)</\2></\1></[^<>]*>\Z"
)


class Current(NamedTuple):
    """What a cell holds now; `text` is its value as written, for a shared string the string itself."""

    kind: str
    text: str | None
    formula: bool

    @property
    def blank(self) -> bool:
        """Tell whether there is nothing to see in the cell."""
        return not self.formula and not self.text


def read_cell(fragment: bytes, kind: str) -> Current:
    """Read one cell's element; a shared string's text is still its number."""
    simple = _SIMPLE.match(fragment)
    if simple and kind in ("n", "s", "b"):
        return Current(kind, simple[2].decode(), False)
    simple = _SIMPLE_INLINE.match(fragment)
    if simple and kind == "inlineStr":
        return Current(kind, decode_text(simple[3].decode()), False)
    cell = parse(fragment)
    value, inline = cell.first("v"), cell.first("is")
    text = runs_text(inline) if inline and kind == "inlineStr" else value.text if value else None
    if kind == "str" and text is not None:
        text = decode_text(text)
    return Current(kind, text, cell.first("f") is not None)


def runs_text(element: Element) -> str:
    """Join a string's runs, without its phonetic guide (18.4.6)."""
    return decode_text("".join(t.text for t in element.all("t") if t.parent and t.parent.name != "rPh"))


def decode_text(text: str) -> str:
    """Resolve _xHHHH_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def text_element(name: str, text: str) -> bytes:
    """Write a text as `<t>` (or `<v>`).

    Raises `Unwritable` beyond Excel's 32,767 UTF-16 units, or for half a character.
    """
    if not text.isascii() and _SURROGATE.search(text):
        raise Unwritable(
            "cannot hold a text with half a character in it (a lone surrogate); remove that character"
        )
    if 2 * len(text) > MAX_TEXT and (units := len(text.encode("utf-16-le")) // 2) > MAX_TEXT:
        raise Unwritable(
            f"cannot hold {units:,} characters; Excel's limit is {MAX_TEXT:,}, so shorten the text"
        )
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    if not text.isprintable():
        text = _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    space = b' xml:space="preserve"' if _KEEP_SPACE.search(text) else b""
    tag = name.encode()
    return b"<" + tag + space + b">" + escape(text) + b"</" + tag + b">"


def number_text(value: bool | int | float) -> str:
    """Write a number so that reading it gives the same number.

    Raises `Unwritable` for what a double cannot hold.
    """
    if isinstance(value, bool):
        return str(int(value))
    try:
        double = float(value)
    except OverflowError:
        double = math.inf
    if not math.isfinite(double) or double != value:
        raise Unwritable("cannot hold that number exactly; write it as text")
    return str(int(value)) if isinstance(value, int) else repr(double).removesuffix(".0")


def serial(value: date, date1904: bool) -> int | float:
    """Count days as the workbook does (18.17.4.1).

    Raises `Unwritable` for days before the workbook's first, and for times with a zone.
    """
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    if moment.tzinfo is not None:
        raise Unwritable("cannot hold a time zone; convert the time to local time first")
    epoch = datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 30)
    gap: timedelta = moment - epoch
    days = gap.days
    if not date1904 and days < 61:
        days -= 1  # day 60 is February 29, 1900, which never was
    if days < (0 if date1904 else 1):
        raise Unwritable(
            "cannot hold a date before 1904 here" if date1904 else "cannot hold a date before 1900"
        )
    fraction = round((gap.seconds + gap.microseconds / 1e6) / 86_400, 11)
    return days + fraction if fraction else days


def same(value: Value, current: Current, *, date1904: bool, dated: bool) -> bool:
    """Tell whether a cell already holds a value; a date also has to look like one."""
    if current.formula:
        return False
    if value is None or value == "":
        return current.text is None or (current.text == "" and current.kind != "e")
    if current.text is None or current.kind == "e":
        return False
    if isinstance(value, str):
        return current.kind in ("s", "str", "inlineStr") and current.text == value
    if isinstance(value, bool):
        return current.kind == "b" and current.text.strip() in (("1", "true") if value else ("0", "false"))
    if current.kind != "n":
        return False
    try:
        held = float(current.text)
    except ValueError:
        return False
    if isinstance(value, date):
        return dated and abs(held - serial(value, date1904)) < _MILLISECOND
    return held == value
