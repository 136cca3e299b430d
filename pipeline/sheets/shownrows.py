"""Rows as a person sees them: zeros of postal codes, merged cells in all their rows, the address behind a link, what is struck through. Pure."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from typing import Any

from pipeline.sheets.columns.evidence import text_of
from pipeline.sheets.columns.fields import NAMES, fields_of
from pipeline.sheets.columns.headers import WITHIN, find_header
from pipeline.sheets.schema import renamed_headers
from pipeline.workbook.shown import Shown

MutableRows = Sequence[MutableSequence[Any]]


def as_shown(rows: MutableRows, shown: Shown, column_names: str = "") -> dict[int, str]:
    """Put what a sheet shows in the place of its values, in the rows from A1 on; `column_names` is Settings' text.

    A merged cell counts for the rows in which anything else stands. An address behind a link counts in a
    column of addresses; those behind other cells, as names, come back by row.
    """
    for (row, column), text in shown.numbers.items():
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = text
    for area in shown.merged:
        for row in range(area.top + 1, min(area.bottom, len(rows)) + 1):
            if area.left <= len(rows[row - 1]) and _holds_more(rows[row - 1]):
                rows[row - 1][area.left - 1] = rows[area.top - 1][area.left - 1]
    return _put_addresses(rows, shown, column_names) if shown.addresses else {}


def struck_rows(rows: MutableRows, shown: Shown, column_names: str = "") -> dict[int, int]:
    """Find the rows, from 1, in which all that names the person is struck through, each with the first such column."""
    header = find_header(rows[: WITHIN + 1], column_names) if shown.struck else None
    if header is None:
        return {}
    fields = fields_of(renamed_headers(rows[header.row - 1], column_names))
    named = [at for at, field in fields.items() if field.name in NAMES]
    found: dict[int, int] = {}
    for number in sorted({row for row, _ in shown.struck if header.row < row <= len(rows)}):
        said = [at + 1 for at in named if at < len(rows[number - 1]) and text_of(rows[number - 1][at])]
        if said and all((number, column) in shown.struck for column in said):
            found[number] = said[0]
    return found


def _holds_more(row: Sequence[Any]) -> bool:
    return any(value not in (None, "") for value in row)


def _put_addresses(rows: MutableRows, shown: Shown, column_names: str) -> dict[int, str]:
    header = find_header(rows[: WITHIN + 1], column_names)
    if header is None:
        return {}
    fields = fields_of(renamed_headers(rows[header.row - 1], column_names))
    mails = {at + 1 for at, field in fields.items() if field.name == "email"}
    others: dict[int, str] = {}
    for (row, column), mail in shown.addresses.items():
        if not header.row < row <= len(rows):
            continue
        if column not in mails:
            others.setdefault(row, mail)
        elif "@" not in str(rows[row - 1][column - 1]):
            rows[row - 1][column - 1] = mail
    return others
