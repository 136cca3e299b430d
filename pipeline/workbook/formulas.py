"""What the formulas of a workbook lay claim to, what they read, and how one is carried down a row."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.workbook.markup import TAG_REST, attribute, unescape
from pipeline.workbook.refs import MAX_COLUMN, MAX_ROW, Range, column_letters, column_number, parse_range

_FORMULA = re.compile(rb"<(?:[^\s<>/:\"'=!?]+:)?f(?=[\s/>])(" + TAG_REST + rb")([^<]*)")
_SPANNING_SHEETS = re.compile(r"'[^'\[]*:[^']*'!|[\w.]+:[\w.]+!")
# Strings, quoted sheet names and structured references are stepped over, cells are looked at.
_TOKEN = re.compile(
    r"""(?P<skip>"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^\[\]]|\[[^\]]*\])*\])"""
    r"""|(?<![\w.$])(?P<column>\$?[A-Za-z]{1,3})(?P<fixed>\$?)(?P<row>[1-9][0-9]{0,6})(?![\w.(!])""",
)
_WHOLE_COLUMNS = re.compile(r"(?<![\w.$:])\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(])")
_WHOLE_ROWS = re.compile(r"(?<![\w.$:])\$?[0-9]+:\$?[0-9]+(?![\w.])")


def has_formulas(data: bytes, prefix: str) -> bool:
    """Tell whether a sheet, whose elements have this namespace prefix, has any formula."""
    return re.search(b"<" + re.escape(prefix.encode()) + rb"f[\s/>]", data) is not None


def claimed(data: bytes) -> list[Range]:
    """List the ranges that arrays, spills and data tables fill from one formula (18.3.1.40)."""
    if b"array" not in data and b"dataTable" not in data:
        return []
    found = []
    for formula in _FORMULA.finditer(data):
        tag = formula[1]
        if attribute(tag, b"t") in ("array", "dataTable"):
            claimed_range = parse_range(attribute(tag, b"ref") or "")
            if claimed_range:
                found.append(claimed_range)
    return found


def texts(data: bytes) -> str:
    """Join the formulas of a sheet, one a line, in lower case."""
    if b"f>" not in data and b"f " not in data:
        return ""
    return unescape(
        "\n".join(found[2].decode("utf-8", "replace") for found in _FORMULA.finditer(data))
    ).casefold()


def formulas_mention(formulas: str, sheet: str, names: Iterable[str]) -> bool:
    """Tell whether formulas name a sheet, a range over several sheets, or one of some names and tables."""
    if not formulas:
        return False
    quoted = sheet.replace("'", "''").casefold()
    if f"{quoted}!" in formulas or f"{quoted}'!" in formulas or _SPANNING_SHEETS.search(formulas):
        return True
    return any(re.search(rf"(?<![\w.]){re.escape(name.casefold())}(?![\w.])", formulas) for name in names)


def shared_master(data: bytes, number: str) -> tuple[str, tuple[int, int]] | None:
    """Find a shared formula's text and the cell it is written for (18.3.1.40)."""
    for found in _FORMULA.finditer(data):
        tag = found[1]
        if found[2] and attribute(tag, b"t") == "shared" and attribute(tag, b"si") == number:
            area = parse_range(attribute(tag, b"ref") or "")
            if area:
                return unescape(found[2].decode()), (area.top, area.left)
    return None


def carried(formula: str, rows: int, columns: int = 0) -> str | None:
    """Move a formula's relative references, as filling does; None where that cannot be told."""
    if _WHOLE_ROWS.search(formula) or (columns and _WHOLE_COLUMNS.search(formula)):
        return None
    lost = False

    def move(found: re.Match[str]) -> str:
        nonlocal lost
        if found["skip"] is not None:
            return found[0]
        row = int(found["row"]) + (0 if found["fixed"] else rows)
        letters = found["column"]
        column = column_number(letters.lstrip("$")) + (0 if letters.startswith("$") else columns)
        if not (1 <= row <= MAX_ROW and 1 <= column <= MAX_COLUMN):
            lost = True
            return found[0]
        letters = letters if letters.startswith("$") else column_letters(column)
        return f"{letters}{found['fixed']}{row}"

    moved = _TOKEN.sub(move, formula)
    return None if lost else moved


def row_bound(formula: str) -> bool:
    """Tell whether a formula names cells by relative row, so that its text differs from row to row."""
    return bool(_WHOLE_ROWS.search(formula)) or any(
        found["skip"] is None and not found["fixed"] for found in _TOKEN.finditer(formula)
    )
