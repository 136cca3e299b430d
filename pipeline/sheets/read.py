"""The workbook read with calamine: its tables as columns of raw values, each with the cell that it came from."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.model.errors import UNREADABLE, UserError
from pipeline.model.texts import spelled
from pipeline.sheets import dashboard_cells, schema
from pipeline.sheets.cells import ErrorValue
from pipeline.sheets.dashboard_cells import Shown
from pipeline.sheets.schema import renamed_headers
from pipeline.sheets.table import Table
from pipeline.workbook.book import Book as Parts
from pipeline.workbook.faults import Faults, find_faults, formula_cells
from pipeline.workbook.package import Package
from pipeline.workbook.refs import parse_range

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


__all__ = ["Book", "Table", "read_book"]

Rows = list[list[object]]
HEADER_WITHIN = 30
_TEXT_FILES = (".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class Book:
    """A workbook as saved: its tables by the schema's sheet names, and what could not be read in them.

    `uncached` are formula cells without a kept value: the schema's sheet name, Excel's row, and the 1-based column.
    `package` is the file that was read, its tables' parts unpacked.
    """

    path: Path
    sha256: str
    saved_at: datetime
    tables: Mapping[str, Table]
    uncached: tuple[tuple[str, int, int], ...]
    sheet_names: tuple[str, ...]
    dashboard: Shown = dashboard_cells.NOTHING
    package: Package | None = None


def read_book(path: Path, sheets: Sequence[schema.Sheet] = schema.NEEDED) -> Book:
    """Read the tables of a workbook, from one reading of its bytes.

    Raises UserError (exit code 4) for what is no workbook, and for sheets or columns that are missing.
    """
    data, saved_at = _bytes_of(path)
    parts = Parts(Package(data, path.name))
    workbook = _opened(data, path)
    tables: dict[str, Table] = {}
    uncached: list[tuple[str, int, int]] = []
    actual = _actual_names(parts, sheets, path)
    # Settings come first, as they say where the contacts are.
    for sheet in sorted(sheets, key=lambda s: s is not schema.SETTINGS_SHEET):
        name, column_names = actual[sheet.name], ""
        if sheet is schema.CONTACTS and schema.SETTINGS_SHEET.name in tables:
            name, column_names = _chosen(tables[schema.SETTINGS_SHEET.name], name, parts)
        if not name:
            continue
        part = parts.worksheet(name).part
        faults = find_faults(parts.package.read(part, keep=True))
        table = _table(sheet, name, _sheet_rows(workbook, name, path), faults, column_names)
        _blank_totals(table, parts.package, part)
        tables[sheet.name] = table
        uncached += [(sheet.name, row, column) for row, column in faults.uncached]
    _refuse_missing_sheets([s.name for s in sheets if s.name not in tables], path)
    _refuse_missing_columns(tables, sheets, path)
    return Book(
        path,
        hashlib.sha256(data).hexdigest(),
        saved_at,
        tables,
        tuple(uncached),
        tuple(s.name for s in parts.sheets),
        _dashboard(parts, workbook),
        parts.package,
    )


def _bytes_of(path: Path) -> tuple[bytes, datetime]:
    try:
        saved_at = datetime.fromtimestamp(path.stat().st_mtime)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(
            f"There is no workbook {path}. Make one with: remembered init {path}", exit_code=UNREADABLE
        ) from None
    except IsADirectoryError:
        raise UserError(
            f"{path} is a folder. Name the workbook in it with -w.", exit_code=UNREADABLE
        ) from None
    except OSError as error:
        raise UserError(
            f"{path} can't be read ({error.strerror or error}). Close it in other programs and check that you"
            " may open it.",
            exit_code=UNREADABLE,
        ) from error
    if not data:
        raise UserError(
            f"{path.name} is empty (0 bytes). Restore the workbook with: remembered undo",
            exit_code=UNREADABLE,
        )
    if path.suffix.lower() in _TEXT_FILES and not data.startswith(b"PK"):
        raise UserError(
            f"{path.name} is a text file, not an Excel workbook. To take contacts from it into your workbook: "
            f"remembered import {path.name}",
            exit_code=UNREADABLE,
        )
    return data, saved_at


def _opened(data: bytes, path: Path) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except Exception as error:  # calamine's errors have no common public base in all its versions
        raise _unreadable(path, error) from error


def _sheet_rows(workbook: CalamineWorkbook, name: str, path: Path) -> Rows:
    """Read one sheet as it stands, from A1, blanks as ""."""
    try:
        rows = _rows(workbook.get_sheet_by_name(name))
    except Exception as error:
        raise _unreadable(path, error) from error
    while rows and not any(value != "" for value in rows[-1]):
        rows.pop()
    return rows


def _rows(sheet: Any) -> Rows:
    rows: Rows = sheet.to_python(skip_empty_area=False)
    return rows


def _dashboard(parts: Parts, workbook: CalamineWorkbook) -> Shown:
    """Read what the Dashboard shows; a workbook without one, or with something else of that name, shows nothing."""
    part = next(
        (s.part for s in parts.sheets if s.name == dashboard_cells.SHEET and s.kind == "worksheet"), None
    )
    if part is None:
        return dashboard_cells.NOTHING
    try:
        rows = _rows(workbook.get_sheet_by_name(dashboard_cells.SHEET))
    except (
        Exception
    ):  # calamine's errors have no common public base in all its versions; the day goes on without
        return dashboard_cells.NOTHING
    values = {(r, c): value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value != ""}
    return Shown(values, frozenset(formula_cells(parts.package.read(part))))


def _unreadable(path: Path, error: Exception) -> UserError:
    return UserError(
        f"{path.name} can't be read as an Excel workbook ({error}). Open it in Excel, save it there as an .xlsx"
        " workbook, and try again.",
        exit_code=UNREADABLE,
    )


def _actual_names(parts: Parts, sheets: Iterable[schema.Sheet], path: Path) -> dict[str, str]:
    """Find each sheet by its name, letter case and blanks aside; "" where there is none."""
    present = [s.name for s in parts.sheets if s.kind == "worksheet"]
    folded = {_folded(name): name for name in reversed(present)}
    actual = {s.name: s.name if s.name in present else folded.get(_folded(s.name), "") for s in sheets}
    missing = [name for name, there in actual.items() if not there]
    if missing != [schema.CONTACTS.name]:  # Settings may name another sheet for these
        _refuse_missing_sheets(missing, path)
    return actual


def _chosen(settings: Table, contacts: str, parts: Parts) -> tuple[str, str]:
    """Look up in Settings which sheet holds the contacts, and which of its columns stand for ours."""
    said = {
        spelled(n): v
        for n, v in zip(settings.values("name"), settings.values("value"), strict=True)
        if n and v
    }
    names = {s.attr: str(said.get(spelled(s.name), "")) for s in schema.SETTINGS}
    wanted = _folded(names["contacts_sheet"])
    sheet = next(
        (s.name for s in parts.sheets if s.kind == "worksheet" and wanted and _folded(s.name) == wanted),
        contacts,
    )
    return sheet, names["column_names"]


def _folded(name: str) -> str:
    return spelled(name).replace(" ", "")


def _refuse_missing_sheets(missing: Sequence[str], path: Path) -> None:
    if missing:
        raise UserError(
            f"{path.name} has no sheet {_listed(missing)}. If you renamed it, give it that name again; else let what is "
            f"missing be added with: remembered adopt {path.name}",
            exit_code=UNREADABLE,
        )


def _table(sheet: schema.Sheet, name: str, rows: Rows, faults: Faults, column_names: str) -> Table:
    at = _header_index(sheet, rows, column_names)
    body = rows[at + 1 :]
    columns = (
        tuple(_without_blanks(c) for c in zip(*body, strict=True))
        if body
        else tuple([] for _ in (rows[at] if rows else ()))
    )
    for (row, column), text in faults.errors:
        if at + 1 < row <= len(rows) and column <= len(columns):
            columns[column - 1][row - at - 2] = ErrorValue(text)
    headers = tuple(str(h).strip() for h in rows[at]) if rows else ()
    found = schema.columns_found(sheet, renamed_headers(headers, column_names))
    return Table(name, at + 1, headers, columns, len(body), found)


def _without_blanks(values: tuple[object, ...]) -> list[object]:
    blanks = values.count("")
    if blanks in (0, len(values)):
        return [None] * len(values) if blanks else list(values)
    return [None if value == "" else value for value in values]


def _blank_totals(table: Table, package: Package, part: str) -> None:
    """Blank the totals rows of the sheet's Excel tables: a total is nobody's contact."""
    for related in package.relationships(part):
        if related.kind != "table" or not package.has(related.target):
            continue
        root = package.tree(related.target)[1]
        area, totals = parse_range(root.get("ref")), root.get("totalsRowCount", "0")
        if area is None or not totals.isdigit():
            continue
        for row in range(area.bottom - int(totals) + 1, area.bottom + 1):
            index = table.index_of(row)
            for column in table.columns[area.left - 1 : area.right] if 0 <= index < table.count else ():
                column[index] = None


def _header_index(sheet: schema.Sheet, rows: Rows, column_names: str) -> int:
    """Find the row that holds most of our headers; titles may stand above it."""
    best, most = 0, 0
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        found = len(schema.columns_found(sheet, renamed_headers(row, column_names)))
        if found > most:
            best, most = index, found
        if 2 * found > len(sheet.columns):
            break
    return best


def _refuse_missing_columns(tables: Mapping[str, Table], sheets: Iterable[schema.Sheet], path: Path) -> None:
    missing: list[str] = []
    for sheet in sheets:
        table = tables[sheet.name]
        without = [c.header for c in sheet.needed if c.attr not in table.found]
        if without:
            missing.append(f"{table.sheet} has no column {_listed(without)}")
    if missing:
        raise UserError(
            f"In {path.name}, {'; '.join(missing)}. If you renamed a header, give it that name again; else let what is "
            f"missing be added with: remembered adopt {path.name}",
            exit_code=UNREADABLE,
        )


def _listed(names: Sequence[str]) -> str:
    quoted = [f'"{n}"' for n in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]
