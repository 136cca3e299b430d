"""The rows of a workbook's sheets as a person sees them: merged cells in all their rows, zeros and links as shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.model.errors import UserError

Rows = list[list[Any]]
_ZEROS = re.compile(r"0{2,}")
_MAILTO = re.compile(r"mailto:([^?]+)", re.IGNORECASE)


def sheet_rows(data: bytes, name: str) -> Iterator[tuple[str, Rows]]:
    """Read all sheets by their names, blanks as "". Raises UserError where the workbook can't be read."""
    import pandas
    from python_calamine import CalamineError, PasswordError

    try:
        frames = pandas.read_excel(
            BytesIO(data),
            sheet_name=None,
            header=None,
            engine="calamine",
            dtype=object,
            keep_default_na=False,
            na_values=[""],
        )
    except PasswordError as e:
        raise UserError(f"{name} has a password. Save a copy without one, and import that.") from e
    except (CalamineError, OSError, ValueError) as e:
        raise UserError(
            f"{name} can't be read as a workbook. Open it in Excel, save it again, and import that."
        ) from e
    as_shown = _as_shown(data) if name.lower().endswith((".xlsx", ".xlsm")) else {}
    for sheet, frame in frames.items():
        rows = frame.where(frame.notna(), "").to_numpy().tolist()
        _fill_in(rows, as_shown.get(str(sheet), {}))
        yield str(sheet), rows


def _fill_in(rows: Rows, shown: dict[tuple[int, int], str | tuple[int, int]]) -> None:
    for (row, column), value in shown.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = rows[value[0]][value[1]] if isinstance(value, tuple) else value


def _as_shown(data: bytes) -> dict[str, dict[tuple[int, int], str | tuple[int, int]]]:
    """Find by sheet and place, from 0, what shows otherwise than its value: leading zeros, an address behind a link, merged
    cells, which show what stands in their first."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(BytesIO(data))
    except Exception:  # of many kinds; the values are read without it
        return {}
    return {sheet.title: _in_sheet(sheet) for sheet in book.worksheets}


def _in_sheet(sheet: Any) -> dict[tuple[int, int], str | tuple[int, int]]:
    shown: dict[tuple[int, int], str | tuple[int, int]] = {}
    for row in sheet.iter_rows():
        for cell in row:
            at, value = (cell.row - 1, cell.column - 1), cell.value
            if type(value) is int and _ZEROS.fullmatch(cell.number_format):
                shown[at] = f"{value:0{len(cell.number_format)}}"
            link = getattr(cell, "hyperlink", None)
            mail = _MAILTO.match(link.target or "") if link is not None else None
            if mail and "@" not in str(value or ""):
                shown[at] = mail[1]
    for area in sheet.merged_cells.ranges:
        if area.min_col == area.max_col:  # merged over rows: a title over several columns is none of theirs
            first = (area.min_row - 1, area.min_col - 1)
            for row in range(area.min_row, area.max_row):
                shown[(row, first[1])] = first
    return shown
