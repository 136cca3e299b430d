"""Small workbooks for tests, built from the schema: every needed sheet as an Excel table, as the starter has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.rules.intervals import INTERVALS
from pipeline.sheets import schema

Row = Mapping[str, Any]

ME: dict[str, Any] = {
    "Your name": "Sam Rivera",
    "Email": "sam.rivera@example.com",
    "Phone": "555-0190",
    "Position or school": "a senior at Example State College",
    "Field": "hospital administration",
    "Purpose": "to learn how people come into hospital administration",
    "Send through": "Files",
    "Workbook ID": "WB-TEST",
}

_MADE: dict[str, bytes] = {}
"""Workbooks by what was asked for: nine tests in ten begin with one that another had."""


def given(n: int) -> str:
    """Make the n-th of many first names, in letters alone: Persona, Personb …"""
    return "Person" + (chr(97 + n // 26) if n >= 26 else "") + chr(97 + n % 26)


def person(first: str = "Ada", last: str = "Okafor", **more: Any) -> dict[str, Any]:
    """Make a complete target (R15), each at an organization of their own; `more` by header, blanks for underscores: Called_on=..."""
    row: dict[str, Any] = {
        "First name": first,
        "Last name": last,
        "Email": f"{first}.{last}@example.org".lower().replace(" ", ""),
        "Organization": "Example Clinic" if (first, last) == ("Ada", "Okafor") else f"{first} {last} Clinic",
        "Position": "Director",
        "Field": "hospital administration",
        "Why this person": "because of your work on patient intake",
    }
    return row | {header.replace("_", " "): value for header, value in more.items()}


def make_book(
    path: Path,
    contacts: Iterable[Row] = (),
    *,
    history: Iterable[Row] = (),
    drafts: Iterable[Row] = (),
    settings: Mapping[str, Any] | None = None,
    rules: Mapping[str, Any] | None = None,
    extra_columns: Sequence[str] = (),
    leave_out: Iterable[str] = (),
    title_rows: int = 0,
    headers: Mapping[str, str] | None = None,
    epoch_1904: bool = False,
) -> Path:
    """Write a workbook with all sheets of `schema.SHEETS`.

    Rows are given by header. `settings` go over `ME`, `rules` by the interval's name. `extra_columns` are the user's own
    on Contacts, `leave_out` names columns of Contacts not to write, `headers` other spellings for its headers, and
    `title_rows` stand above its header.
    """
    lists: dict[str, list[Row]] = {
        "Contacts": list(contacts),
        "History": list(history),
        "Drafts": list(drafts),
        "Rules": _rules(rules or {}),
        "Settings": _settings(ME | dict(settings or {})),
    }
    own, left_out = list(extra_columns), sorted(leave_out)
    columns = [(sheet.name, [c.header for c in sheet.columns]) for sheet in schema.SHEETS]
    asked = repr((columns, lists, own, left_out, title_rows, headers, epoch_1904))
    if asked not in _MADE:
        made = BytesIO()
        _book(lists, own, left_out, title_rows, headers or {}, epoch_1904).save(made)
        _MADE[asked] = made.getvalue()
    path.write_bytes(_MADE[asked])
    return path


def _book(
    lists: Mapping[str, list[Row]],
    own: list[str],
    left_out: list[str],
    title_rows: int,
    headers: Mapping[str, str],
    epoch_1904: bool,
) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    if epoch_1904:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904
    for sheet in schema.SHEETS:
        names = [c.header for c in sheet.columns]
        above, spelled = 0, {}
        if sheet is schema.CONTACTS:
            names = [n for n in names if n not in left_out] + own
            above, spelled = title_rows, dict(headers)
        _fill(book.create_sheet(sheet.name), sheet.table, names, lists.get(sheet.name, []), above, spelled)
    return book


def at(header: str, row: int, own: Sequence[str] = ()) -> str:
    """Name the cell of Contacts in a workbook as `make_book` lays it out, as in Contacts!D14."""
    headers = [*(c.header for c in schema.CONTACTS.columns), *own]
    return f"Contacts!{get_column_letter(headers.index(header) + 1)}{row}"


def add_contact(path: Path, row: Row) -> None:
    """Append a row to Contacts, as a person would in Excel."""
    change(path, "Contacts", None, row)


def change(path: Path, sheet: str, row_number: int | None, cells: Row) -> None:
    """Type into a row of a sheet (None: the next free one) and save with openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    page = book[sheet]
    columns = {cell.value: cell.column for cell in page[1]}
    number = row_number or page.max_row + 1
    for header, value in cells.items():
        page.cell(number, columns[header]).value = value
    if row_number is None and page.tables:
        table = next(iter(page.tables.values()))
        table.ref = f"A1:{get_column_letter(page.max_column)}{max(number, 2)}"
        table.autoFilter.ref = table.ref
    book.save(path)


def rows_of(path: Path, sheet: str = "Contacts") -> list[dict[str, Any]]:
    """Read a sheet's rows back by header, with openpyxl; wholly blank rows are left out."""
    from openpyxl import load_workbook

    with closing(load_workbook(path, data_only=True, read_only=True)) as book:
        rows = list(book[sheet].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if any(v not in (None, "") for v in row)]


def _fill(
    page: Worksheet, table: str, names: list[str], rows: list[Row], above: int, spelled: dict[str, str]
) -> None:
    for n in range(above):
        page.cell(n + 1, 1, f"Title {n + 1}")
    for index, name in enumerate(names, 1):
        page.cell(above + 1, index, spelled.get(name, name))
    for number, row in enumerate(rows, above + 2):
        unknown = set(row) - set(names)
        assert not unknown, f"no such column on {page.title}: {unknown}"
        for name, value in row.items():
            page.cell(number, names.index(name) + 1, value)
    last = above + 1 + max(len(rows), 1)
    page.add_table(Table(displayName=table, ref=f"A{above + 1}:{get_column_letter(len(names))}{last}"))
    page.freeze_panes = page.cell(above + 2, 1)


def _settings(values: Mapping[str, Any]) -> list[Row]:
    known = {
        s.name: {"Setting": s.name, "Value": s.default, "What it means": s.meaning} for s in schema.SETTINGS
    }
    for name, value in values.items():
        known.setdefault(name, {"Setting": name, "What it means": ""})["Value"] = value
    return list(known.values())


def _rules(values: Mapping[str, Any]) -> list[Row]:
    return [
        {
            "Rule": i.rule,
            "Interval": i.name,
            "Value": values.get(i.name, i.default),
            "Unit": i.unit,
            "What it means": i.meaning,
        }
        for i in INTERVALS.values()
    ]


def make_table(sheet: str, header_row: int, headers: Sequence[str], columns: Sequence[Sequence[Any]]) -> Any:
    """Make what reading gives: a table of Contacts' columns, each with its values."""
    from pandas import DataFrame

    from pipeline.sheets.table import Table

    found = schema.columns_found(schema.CONTACTS, headers)
    attrs = {index: attr for attr, index in found.items()}
    frame = DataFrame(dict(enumerate(columns)), dtype=object)
    frame.columns = [attrs.get(index, index) for index in range(len(headers))]
    return Table(sheet, header_row, tuple(headers), frame, found)
