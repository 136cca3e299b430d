"""The rows of a workbook's sheets as a person sees them: merged cells in all their rows, zeros and links as shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from pipeline.importing.reach import refuse_too_far
from pipeline.model import Problem
from pipeline.model.errors import UserError
from pipeline.sheets.columns.headers import find_header
from pipeline.sheets.frames import readable_bytes
from pipeline.sheets.shownrows import as_shown, struck_rows
from pipeline.workbook.book import Parts
from pipeline.workbook.encrypted import refuse_password
from pipeline.workbook.package import Package
from pipeline.workbook.shown import find_shown, hidden_rows

RowsRead = list[list[Any]]
_OTHER_FORMATS = (".xlsb", ".xls", ".ods")
_LINKED = "E-mail (link, other)"
_STRUCK, _RESTS = "Status (struck through)", "Do not contact"


class Sheets(NamedTuple):
    """A workbook's sheets by their names: their rows, which cells of them are not read, and which rows are hidden."""

    rows: dict[str, RowsRead]
    unread: dict[str, list[Problem]]
    hidden: dict[str, frozenset[int]]


def sheet_rows(data: bytes, name: str) -> Sheets:
    """Read all sheets, blanks as "". Raises UserError where the workbook can't be read."""
    refuse_password(data, name)
    book = _as_parts(data, name)
    worksheets = [info for info in book.sheets if info.kind == "worksheet"] if book else []
    unread: dict[str, list[Problem]] = {}
    if book:
        data, unread = readable_bytes(book, worksheets)
    else:
        refuse_too_far(data, name)
    sheets = values_of(data, name)
    hidden: dict[str, frozenset[int]] = {}
    for info in worksheets:
        if book and info.name in sheets:
            rows = sheets[info.name]
            shown = find_shown(book, info.part)
            mails = as_shown(rows, shown)
            struck = struck_rows(rows, shown)
            _add_column(rows, _LINKED, mails)
            _add_column(rows, _STRUCK, dict.fromkeys(struck, _RESTS))
            hidden[info.name] = hidden_rows(book, info.part)
    return Sheets(sheets, unread, hidden)


def values_of(data: bytes, name: str, names: Sequence[str] | None = None) -> dict[str, RowsRead]:
    """Read a workbook's sheets from A1 on, those of these `names` or all, blanks as "". Raises UserError where it can't be read."""
    import pandas

    try:
        frames = pandas.read_excel(
            BytesIO(data),
            sheet_name=None if names is None else list(names),
            header=None,
            engine="calamine",
            dtype=object,
            keep_default_na=False,
            na_values=[""],
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    # calamine's errors have no common base in all its versions, and its panics are no exceptions
    except BaseException as error:
        raise UserError(
            f"{name} can't be read as a workbook ({error}). Open it in Excel, save it there as an .xlsx workbook, and try again."
        ) from error
    sheets: dict[str, RowsRead] = {}
    for title in [*frames]:
        frame = frames.pop(title)  # so that of a long list not all is held twice
        sheets[str(title)] = frame.where(frame.notna(), "").to_numpy().tolist()
    return sheets


def _add_column(rows: RowsRead, name: str, values: Mapping[int, str]) -> None:
    """Put what a sheet shows and no cell says, as an address behind a name, into a column of its own."""
    header = find_header(rows) if values else None
    if header:
        for number, row in enumerate(rows, 1):
            row.append(name if number == header.row else values.get(number, ""))


def _as_parts(data: bytes, name: str) -> Parts | None:
    """Take a workbook of Excel's present format apart, for what it shows; the values are read without it."""
    try:
        return Parts(Package(data, name)) if not name.lower().endswith(_OTHER_FORMATS) else None
    except UserError:
        return None
