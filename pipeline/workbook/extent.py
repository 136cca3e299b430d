"""What a reading library could fall over, looked for first: cells far off the list, and numbers that are no date (18.3.1.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from pipeline.workbook.markup import Splice
from pipeline.workbook.refs import CellPlace, column_letters, column_number

COLUMN_GAP = 50
"""So many blank columns beside what stands in a sheet's first rows end it: for one stray cell Excel's 16,384 would fill the memory."""
LAST_COLUMN = 702
"""ZZ: no list reaches further right."""
FIRST_ROWS = 40
ROW_GAP = 5_000
"""So many blank rows end a list: what stands below them was put there by mistake."""

_NAME = rb"(?:[A-Za-z_][\w.-]*:)?"
# Each begins with fixed letters, so that a search runs through a large sheet in no time.
_ROW_NUMBER = re.compile(rb"row\s[^>]*?\br=[\"'](\d+)[\"']")
_ODD_NUMBER = re.compile(rb"v>\s*(?:-|\d{7}|[\d.]{0,40}[eE]|[iInN])")
_CELL_REFERENCE = re.compile(rb"\sr=[\"']([A-Za-z]+)(\d+)[\"']")
_ROW_REFERENCE = re.compile(rb"\sr=[\"'](\d+)[\"']")
_TYPE = re.compile(rb"\st=[\"'](?!n[\"'])")
_STYLE = re.compile(rb"\ss=[\"'](\d+)[\"']")
_HOLDS = re.compile(rb"<" + _NAME + rb"(?:v|is|f)[\s>]")
_NUMBER = re.compile(rb"<" + _NAME + rb"v>\s*([^<\s]*)")
_CELL = re.compile(rb"<" + _NAME + rb"c\s[^>]*?(?:/>|>.*?</" + _NAME + rb"c>)", re.DOTALL)
# The opening tag of a cell that something stands in, which `_HOLDS` would find too.
_FILLED = re.compile(
    rb"<" + _NAME + rb"c(\s[^>]*)(?<!/)>(?:(?!</" + _NAME + rb"c>).)*?<" + _NAME + rb"(?:v|is|f)[\s>]",
    re.DOTALL,
)
_ROW = re.compile(rb"<" + _NAME + rb"row\s[^>]*?(?:/>|>.*?</" + _NAME + rb"row>)", re.DOTALL)
_DAYS = range(2_958_466)
"""1900-01-00 to 9999-12-31."""


class Unreadable(NamedTuple):
    """What to leave out of a reading: `splices` do it. `no_dates` Excel shows as #####; `far` lie off the list."""

    splices: tuple[Splice, ...] = ()
    no_dates: tuple[CellPlace, ...] = ()
    far: tuple[CellPlace, ...] = ()


def find_unreadable(sheet: bytes, shows_time: Callable[[int], bool]) -> Unreadable:
    """Look through a sheet's UTF-8 XML. `shows_time` tells of a style whether it shows a date or a time."""
    last_row, last_column = _last_row(sheet), LAST_COLUMN
    wide = _right_of(1 + COLUMN_GAP).search(sheet)  # no list ends before that
    if wide:
        last_column = _last_column(sheet)
        wide = _right_of(last_column).search(sheet)
    if not (last_row or wide or _ODD_NUMBER.search(sheet)):
        return Unreadable()  # as nearly all
    splices: list[Splice] = []
    no_dates: list[CellPlace] = []
    far: list[CellPlace] = []
    for row in _ROW.finditer(sheet):
        number = _ROW_REFERENCE.search(sheet, row.start(), sheet.index(b">", row.start()) + 1)
        below = bool(last_row and number and int(number[1]) > last_row)
        if below:
            _cut(splices, row.start(), row.end())
        for cell, place in _cells(sheet, row.start(), row.end()):
            holds = _HOLDS.search(sheet, cell.start(), cell.end())
            if below or place[1] > last_column:
                far += [place] if holds else []
                if not below:
                    _cut(splices, cell.start(), cell.end())
            elif holds and _is_no_date(cell[0], shows_time):
                no_dates.append(place)
                _cut(splices, cell.start(), cell.end())
    return Unreadable(tuple(splices), tuple(no_dates), tuple(far))


def _cut(splices: list[Splice], start: int, end: int) -> None:
    """Leave a piece out, as one with the piece before it where they touch: of cells far off there may be half a million."""
    if splices and splices[-1].end == start:
        splices[-1] = splices[-1]._replace(end=end)
    else:
        splices.append(Splice(start, end, b""))


def _last_row(sheet: bytes) -> int:
    """Give the last row before a gap; 0 where there is no gap."""
    last = 0
    for number in map(int, _ROW_NUMBER.findall(sheet)):
        if number - last > ROW_GAP:
            return max(last, 1)
        last = max(last, number)
    return 0


def _last_column(sheet: bytes) -> int:
    """Give the last column that is read: no further than what stands in the first rows reaches, and the gap that ends it."""
    used = {
        found[1]
        for row in islice(_ROW.finditer(sheet), FIRST_ROWS)
        for opening in _FILLED.findall(sheet, row.start(), row.end())
        if (found := _CELL_REFERENCE.search(opening))
    }
    last = 0
    for column in sorted(column_number(letters.decode()) for letters in used):
        if column - last > COLUMN_GAP and last:
            break
        last = column
    return min((last or LAST_COLUMN) + COLUMN_GAP, LAST_COLUMN)


@lru_cache(maxsize=LAST_COLUMN)
def _right_of(column: int) -> re.Pattern[bytes]:
    """Make a pattern that finds a reference right of a column by its letters alone."""
    letters = column_letters(column).encode()
    longer = b"[A-Z]{%d,}" % (len(letters) + 1)
    greater = [
        letters[:at] + b"[%c-Z]" % (letter + 1) + b"[A-Z]{%d}" % (len(letters) - at - 1)
        for at, letter in enumerate(letters)
        if letter < ord("Z")
    ]
    # Only the letters in either case: a search for the fixed ones before them runs through a large sheet in no time.
    return re.compile(rb"r=[\"'](?i:" + b"|".join([longer, *greater]) + rb")\d")


def _cells(sheet: bytes, start: int, end: int) -> Iterator[tuple[re.Match[bytes], CellPlace]]:
    for cell in _CELL.finditer(sheet, start, end):
        found = _CELL_REFERENCE.search(cell[0], 0, cell[0].index(b">") + 1)
        if found:
            yield cell, (int(found[2]), column_number(found[1].decode()))


def _is_no_date(cell: bytes, shows_time: Callable[[int], bool]) -> bool:
    """Tell whether a cell that shows a date or a time holds a number that is none."""
    opening = cell[: cell.index(b">") + 1]
    style, number = _STYLE.search(opening), _NUMBER.search(cell)
    if style is None or number is None or _TYPE.search(opening) or not shows_time(int(style[1])):
        return False
    try:
        return int(float(number[1])) not in _DAYS
    except (ValueError, OverflowError):
        return True
