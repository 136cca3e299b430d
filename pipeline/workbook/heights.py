"""How high a row must be for its texts: no program works that out for a text that another one wrote."""

from __future__ import annotations

import textwrap
from unicodedata import east_asian_width

from pipeline.workbook.sheet import Worksheet

_LINE, _MOST = 15, 409  # points; Excel's rows are no higher
_NARROWEST = 1.1  # letters to a unit of width, on average, counted low


def fitted_height(sheet: Worksheet, number: int) -> str:
    """Give the height of a row, in points, if one of its texts that rows are fitted to is changed; else ""."""
    changed = {column for column, new in sheet.pending[number].items() if not new.cached}
    if not changed & sheet.fitted:
        return ""
    lines = max(_lines(sheet.text_at(number, c), sheet.column_width(c)) for c in sheet.fitted)
    return str(min(_LINE * lines + 2, _MOST))


def _lines(text: str, width: float) -> int:
    at_once = max(int(width * _NARROWEST), 1)
    return sum(len(textwrap.wrap(_broad(line), at_once)) or 1 for line in text.split("\n"))


def _broad(line: str) -> str:
    """Write Chinese, Japanese and Korean letters twice: each is as broad as two."""
    return line if line.isascii() else "".join(c * 2 if east_asian_width(c) in "WF" else c for c in line)
