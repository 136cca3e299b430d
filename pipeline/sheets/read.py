"""The workbook as saved: its tables found by their sheets and headers, each value with the cell that it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model import Problem, Severity
from pipeline.model.came_in import by_way, command
from pipeline.model.errors import UNREADABLE, UserError
from pipeline.model.texts import spelled
from pipeline.sheets import dashboard_cells, schema
from pipeline.sheets.cells import ErrorValue
from pipeline.sheets.columns.evidence import ROWS_SEEN
from pipeline.sheets.columns.headers import WITHIN, best_row, find_header
from pipeline.sheets.dashboard_cells import OnDashboard
from pipeline.sheets.frames import Frames, far_problems
from pipeline.sheets.lacking import lacking_problems, refuse_newer
from pipeline.sheets.schema import renamed_headers
from pipeline.sheets.settings import read_settings
from pipeline.sheets.shownrows import as_shown, struck_rows
from pipeline.sheets.table import Table
from pipeline.sheets.totals import totals_of
from pipeline.workbook.book import Parts
from pipeline.workbook.faults import find_faults, formula_cells
from pipeline.workbook.package import Package
from pipeline.workbook.refs import parse_range
from pipeline.workbook.replace import read_bytes
from pipeline.workbook.sheet import Worksheet
from pipeline.workbook.shown import Shown, find_shown

if TYPE_CHECKING:
    from pandas import DataFrame


__all__ = ["Book", "Table", "read_book"]

NO_DATE = "#####"
_TEXT_FILES = (".csv", ".tsv", ".txt")


class Book(NamedTuple):
    """A workbook as saved: its tables by the schema's sheet names, and what could not be read in them.

    `uncached` are formula cells without a kept value: the schema's sheet name, Excel's row, and the 1-based
    column. `package` is the file that was read, its tables' parts unpacked.
    """

    path: Path
    sha256: str
    saved_at: datetime
    tables: Mapping[str, Table]
    uncached: tuple[tuple[str, int, int], ...]
    sheet_names: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    dashboard: OnDashboard = dashboard_cells.NOTHING
    package: Package | None = None


def read_book(
    path: Path, sheets: Sequence[schema.Sheet] = schema.NEEDED, *, read_before: Book | None = None
) -> Book:
    """Read the tables of a workbook, from one reading of its bytes; with all that a day needs what it may do without, too.

    `read_before` is what a day was read from before: while the bytes are the same it is what they say. Raises
    UserError (exit code 4) for what is no workbook, and for sheets or columns that are missing.
    """
    data, saved_at = _bytes_of(path)
    package, sha256 = Package(data, path.name), hashlib.sha256(data).hexdigest()
    if read_before is not None and read_before.sha256 == sha256:
        return read_before._replace(saved_at=saved_at, package=package)
    parts = Parts(package)
    frames = Frames(parts)
    found = _read_sheets(parts, frames, sheets, path)
    tables = {name: read.table for name, read in found.items()}
    _refuse_missing_sheets([_called(s, found) for s in sheets if s.name not in tables], path)
    _refuse_missing_columns(tables, sheets, path)
    names = tuple(s.name for s in parts.sheets)
    problems = [problem for read in found.values() for problem in read.problems]
    return Book(
        path,
        sha256,
        saved_at,
        tables,
        tuple((name, row, column) for name, read in found.items() for row, column in read.uncached),
        names,
        (*problems, *lacking_problems(tables, names)),
        _dashboard(parts, frames),
        parts.package,
    )


class _Read(NamedTuple):
    table: Table
    uncached: tuple[tuple[int, int], ...]
    problems: list[Problem]


def _read_sheets(
    parts: Parts, frames: Frames, sheets: Sequence[schema.Sheet], path: Path
) -> dict[str, _Read]:
    """Read the sheets asked for, and with all that a day needs those that it may do without, by the schema's names."""
    optional = schema.OPTIONAL if sheets is schema.NEEDED else ()
    actual = _actual_names(parts, sheets, optional, path)
    found: dict[str, _Read] = {}
    # Settings come first, as they say where the contacts are.
    for sheet in sorted((*sheets, *optional), key=lambda s: s is not schema.SETTINGS_SHEET):
        name, column_names, settings = actual[sheet.name], "", found.get(schema.SETTINGS_SHEET.name)
        if sheet is schema.CONTACTS and settings:
            name, column_names = _chosen(settings.table, name, parts)
        read = _read_sheet(sheet, name, column_names, parts, frames, must=sheet in sheets) if name else None
        if read:
            found[sheet.name] = read
        if read and sheet is schema.SETTINGS_SHEET:
            refuse_newer(read.table, path.name)
    return found


def _read_sheet(
    sheet: schema.Sheet, name: str, column_names: str, parts: Parts, frames: Frames, *, must: bool
) -> _Read | None:
    """Read one sheet's table, with what the reading library gives no value for put in.

    None where it need not be ours (`must`), and is the user's own of that name.
    """
    part = parts.worksheet(name).part
    frame, left_out = frames.frame(name)
    if sheet is schema.CONTACTS:
        shown = find_shown(parts, part)
        frame = _as_shown(frame, shown, column_names)
    content = parts.package.read(part)
    faults, table = find_faults(content), _table(sheet, name, frame, column_names)
    if not must and not table.found.keys() >= {c.attr for c in sheet.needed}:
        return None
    _put_errors(table, [*faults.errors, *((place, NO_DATE) for place in left_out.no_dates)])
    _blank_totals(table, parts.package, part)
    if sheet is schema.CONTACTS:
        table = _without_totals(table, parts, name)
        if shown.struck:
            table = replace(table, struck=struck_rows(frame.to_numpy().tolist(), shown, column_names))
    problems = far_problems(name, left_out.far)
    if b"sheetProtection" in content and Worksheet(parts, parts.worksheet(name)).protected:
        problems.append(_protected(table))
    return _Read(table, faults.uncached, problems)


def _protected(table: Table) -> Problem:
    message = (
        f"{table.sheet} is protected in Excel: what the program writes goes in all the same, and the protection stays. "
        "If you can't type there, unprotect the sheet (Review, Unprotect Sheet)."
    )
    return Problem(table.where(0, -1), "", Severity.WARNING, message, table.header_row)


def _bytes_of(path: Path) -> tuple[bytes, datetime]:
    try:
        saved_at = datetime.fromtimestamp(path.stat().st_mtime)
        data = read_bytes(path)
    except FileNotFoundError:
        raise UserError(_none_there(path), exit_code=UNREADABLE) from None
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
    if not data.strip(b"\0"):  # a save or a download that was broken off may leave its length in zeros
        raise UserError(
            f"{path.name} is empty ({'nothing but zeros' if data else '0 bytes'}). Restore the workbook with: {command('undo')}",
            exit_code=UNREADABLE,
        )
    if path.suffix.lower() in _TEXT_FILES and not data.startswith(b"PK"):
        raise UserError(
            f"{path.name} is a text file, not an Excel workbook. To take contacts from it into your workbook: "
            f"{command('import', str(path))}",
            exit_code=UNREADABLE,
        )
    return data, saved_at


def _none_there(path: Path) -> str:
    others = workbooks_beside(path)
    if not others:
        return f"There is no workbook {path}. Make one with: {command('init', str(path))}"
    daily = command("daily", "-w", str(path.with_name(others[0].name)))
    typed = f"Then name it, as in: {daily}; or once for all, with the variable REMEMBERED_WORKBOOK set to {others[0]}"
    clicked = f"Then give it that name under {command('init')}."
    said = " or ".join(other.name for other in others[:3])
    return f"There is no workbook {path}. Is {said} meant? {by_way(typed=typed, clicked=clicked)}"


def workbooks_beside(path: Path) -> tuple[Path, ...]:
    """List the workbooks of this program that lie in the folder where one is missing."""
    there = path.absolute().parent
    with suppress(OSError):
        files = [p for p in sorted(there.iterdir()) if p.suffix.lower() == path.suffix.lower()]
        return tuple(p for p in files if p.name[0] not in "~." and p.is_file() and id_in(p))
    return ()


def id_in(path: Path) -> str:
    """Read a file's Workbook ID; "" where there is none."""
    try:
        table = read_book(path, [schema.SETTINGS_SHEET]).tables[schema.SETTINGS_SHEET.name]
        return read_settings(table)[0].workbook_id
    except (UserError, KeyError):
        return ""


def _dashboard(parts: Parts, frames: Frames) -> OnDashboard:
    """Read what the Dashboard shows; a workbook without one, or with something else of that name, shows nothing."""
    info = next((s for s in parts.sheets if s.name == dashboard_cells.SHEET and s.kind == "worksheet"), None)
    if info is None:
        return dashboard_cells.NOTHING
    try:
        rows = frames.frame(info.name)[0].to_numpy().tolist()
    except UserError:  # the day goes on without
        return dashboard_cells.NOTHING
    values = {
        (r, c): value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value is not None
    }
    return OnDashboard(values, frozenset(formula_cells(parts.package.read(info.part))))


def _actual_names(
    parts: Parts, sheets: Iterable[schema.Sheet], optional: Iterable[schema.Sheet], path: Path
) -> dict[str, str]:
    """Find each sheet by its name, letter case and blanks aside; "" where there is none."""
    present = [s.name for s in parts.sheets if s.kind == "worksheet"]
    folded = {_folded(name): name for name in reversed(present)}
    actual = {s.name: _actual_name(s.name, present, folded) for s in sheets}
    missing = [name for name, there in actual.items() if not there]
    if missing != [schema.CONTACTS.name]:  # Settings may name another sheet for these
        _refuse_missing_sheets(missing, path)
    return actual | {s.name: _actual_name(s.name, present, folded) for s in optional}


def _called(sheet: schema.Sheet, found: Mapping[str, _Read]) -> str:
    """Name a missing sheet as it was called: the contacts' as Settings have it."""
    settings = found.get(schema.SETTINGS_SHEET.name)
    said = _said(settings.table)["contacts_sheet"].strip() if settings and sheet is schema.CONTACTS else ""
    return said or sheet.name


def _actual_name(name: str, present: Sequence[str], folded: Mapping[str, str]) -> str:
    return name if name in present else folded.get(_folded(name), "")


def _chosen(settings: Table, contacts: str, parts: Parts) -> tuple[str, str]:
    """Look up in Settings which sheet holds the contacts, and which of its columns stand for ours."""
    names = _said(settings)
    wanted = _folded(names["contacts_sheet"])
    sheet = next(
        (s.name for s in parts.sheets if s.kind == "worksheet" and wanted and _folded(s.name) == wanted),
        contacts,
    )
    return sheet, names["column_names"]


def _said(settings: Table) -> dict[str, str]:
    """Read the settings' texts by attribute, "" where one is blank."""
    said = {
        spelled(n): v
        for n, v in zip(settings.values("name"), settings.values("value"), strict=True)
        if n and v
    }
    return {s.attr: str(said.get(spelled(s.name), "")) for s in schema.SETTINGS}


def _folded(name: str) -> str:
    return spelled(name).replace(" ", "")


def _refuse_missing_sheets(missing: Sequence[str], path: Path) -> None:
    if missing:
        raise UserError(
            f"{path.name} has no sheet {_listed(missing)}. If you renamed it, give it that name again; else let what is "
            f"missing be added with: {command('adopt', str(path))}",
            exit_code=UNREADABLE,
        )


def _table(sheet: schema.Sheet, name: str, frame: DataFrame, column_names: str) -> Table:
    """Cut a sheet's table out of its frame: from the headers down, and no further right than they reach."""
    at = _header_index(sheet, frame, column_names)
    texts = [str(h).strip() if h is not None else "" for h in frame.iloc[at]] if len(frame) else []
    while texts and not texts[-1]:
        texts.pop()
    headers = tuple(texts)
    renamed = renamed_headers(headers, column_names)
    found = schema.columns_found(sheet, renamed)
    whole = schema.full_name_column(renamed, found) if sheet is schema.CONTACTS else None
    body = frame.iloc[at + 1 :, : len(headers)].reset_index(drop=True)
    attrs = {index: attr for attr, index in found.items()}
    body.columns = [attrs.get(index, index) for index in range(len(headers))]
    return Table(name, at + 1, headers, body, found, whole)


def _as_shown(frame: DataFrame, shown: Shown, column_names: str) -> DataFrame:
    if not (shown.numbers or shown.addresses or shown.merged):
        return frame  # as nearly all
    values = frame.to_numpy(dtype=object, copy=True)
    as_shown(values, shown, column_names)
    return frame.__class__(values, dtype=object)


def _put_errors(table: Table, errors: Iterable[tuple[tuple[int, int], str]]) -> None:
    """Put in what the reading library gives no value for."""
    for (row, column), text in errors:
        index = table.index_of(row)
        if 0 <= index < table.count and column <= len(table.headers):
            table.frame.iat[index, column - 1] = ErrorValue(text)


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
            if 0 <= index < table.count:
                table.frame.iloc[index, area.left - 1 : area.right] = None


def _without_totals(table: Table, parts: Parts, name: str) -> Table:
    """Blank the rows of totals that the user wrote themselves: they are nobody's either.

    Those below an Excel table are no part of what it grows by.
    """
    worksheet = cache(lambda: Worksheet(parts, parts.worksheet(name)))
    totals = totals_of(table, lambda row, column: worksheet().formula(row, column))
    if not totals:
        return table
    frame = table.frame.copy()
    frame.iloc[list(totals)] = None
    listed = next((t for t in worksheet().tables if t.header_rows and t.area.top == table.header_row), None)
    rows = map(table.row_number, totals)
    return replace(table, frame=frame, totals=tuple(n for n in rows if not listed or n <= listed.bottom))


def _header_index(sheet: schema.Sheet, frame: DataFrame, column_names: str) -> int:
    """Find the row of headers: that of people, else the one that holds most of ours; titles may stand above it."""
    rows = frame.head(WITHIN + ROWS_SEEN).to_numpy().tolist()
    people = find_header(rows, column_names) if sheet is schema.CONTACTS else None
    if people:
        return people.row - 1

    def fit(_: int, cells: Sequence[object]) -> dict[str, int]:
        return schema.columns_found(sheet, renamed_headers(cells, column_names))

    if rows and len(fit(0, rows[0])) == len(sheet.columns):
        return 0  # as nearly always: no other row can fit better
    best = best_row(rows, fit, len)
    return best[0] if best else 0


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
            f"missing be added with: {command('adopt', str(path))}",
            exit_code=UNREADABLE,
        )


def _listed(names: Sequence[str]) -> str:
    quoted = [f"“{n}”" for n in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]
