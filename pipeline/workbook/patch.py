"""All changes of one save, made in one pass over the package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.workbook.append import add_below, add_to_table
from pipeline.workbook.archive import Damaged
from pipeline.workbook.book import Parts
from pipeline.workbook.edits import CachedValue, CellChange, Edit, FittedRows, NewRows, RowValues
from pipeline.workbook.markup import Malformed
from pipeline.workbook.package import Package
from pipeline.workbook.readback import rebuilt
from pipeline.workbook.replace import read_whole, replace_file
from pipeline.workbook.sheet import Worksheet
from pipeline.workbook.splice import sheet_splices
from pipeline.workbook.tables import TablePart


def patch_cells(source: Path, target: Path, changes: Sequence[CellChange | CachedValue]) -> None:
    """Change single cells and write the result to `target`, which may be `source`.

    Raises `UserError`, with nothing written, for what cannot be done without harm.
    """
    apply_edits(source, target, changes)


def append_rows(source: Path, target: Path, sheet: str, rows: Sequence[RowValues]) -> None:
    """Add rows to a sheet's table, or below its used range, and write the result to `target`.

    Raises `UserError`, with nothing written, for what cannot be done without harm.
    """
    apply_edits(source, target, [NewRows(sheet, tuple(rows))])


def apply_edits(source: Path, target: Path, edits: Sequence[Edit]) -> None:
    """Make all changes of one save and write the result to `target`.

    Raises `UserError`, with nothing written, for what cannot be done without harm.
    """
    old = read_whole(source)
    new = patched_package(old, edits, name=source.name)
    if new is not old or not _same_file(source, target):
        replace_file(target, new)


def patched_package(
    source: bytes | Path | Package, edits: Sequence[Edit], *, name: str = "The workbook"
) -> bytes:
    """Give the whole new file's bytes; those of the source itself where every edit is already so.

    Raises `UserError` for what cannot be done without harm.
    """
    if isinstance(source, Path):
        name, source = source.name, read_whole(source)
    package = source.unchanged() if isinstance(source, Package) else Package(source, name)
    book, changed = _patch(package, edits)
    return rebuilt(package, book, changed) if changed else package.data


def refuse_harm(source: Package, edits: Sequence[Edit]) -> None:
    """Try edits, and put no file together of them. Raises `UserError` for what cannot be done without harm."""
    _patch(source.unchanged(), edits)


def _patch(package: Package, edits: Sequence[Edit]) -> tuple[Parts, list[Worksheet]]:
    """Patch the package's parts; give the sheets that say something else then. Raises as `refuse_harm` does."""
    try:
        book = Parts(package)
        changed = [sheet for sheet in _edited_sheets(book, edits) if _patch_sheet(package, sheet)]
        if changed:
            _finish(book, changed)
        return book, changed
    except (Damaged, Malformed) as error:
        raise package.damaged("", error) from error


def _finish(book: Parts, changed: Sequence[Worksheet]) -> None:
    """Write what the workbook says of all its sheets."""
    book.finish_shared()
    read = [sheet for sheet in changed if sheet.recalculates]
    book.finish_calculation(
        {sheet.info.name: [table.name for table in sheet.tables] for sheet in read},
        local=any(sheet.has_formulas for sheet in read),
        new_formulas=any(sheet.new_formulas for sheet in changed),
    )


def _edited_sheets(book: Parts, edits: Sequence[Edit]) -> list[Worksheet]:
    sheets: dict[str, Worksheet] = {}

    def sheet_named(name: str) -> Worksheet:
        info = book.worksheet(name)
        return sheets.setdefault(info.part, sheets.get(info.part) or Worksheet(book, info))

    for edit in edits:
        if isinstance(edit, CellChange):
            sheet_named(edit.sheet).change(edit)
        elif isinstance(edit, CachedValue):
            sheet_named(edit.sheet).cache(edit)
        elif isinstance(edit, FittedRows):
            sheet_named(edit.sheet).fitted |= {*edit.columns}
        elif edit.rows:
            sheet, table = _find_table(book, edit.sheet, sheet_named)
            add_to_table(sheet, table, edit.rows) if table else add_below(sheet, edit.rows, edit.like)
    return list(sheets.values())


def _find_table(
    book: Parts, name: str, sheet_named: Callable[[str], Worksheet]
) -> tuple[Worksheet, TablePart | None]:
    """Find a table by its sheet's name or its own; None for a sheet without one."""
    wanted = name.casefold()
    if not any(info.name.casefold() == wanted for info in book.sheets):
        owner = book.owner_of_table(wanted)
        name = owner.name if owner else name
    sheet = sheet_named(name)
    own = (table for table in sheet.tables if table.name.casefold() == wanted)
    return sheet, next(own, sheet.tables[0] if sheet.tables else None)


def _patch_sheet(package: Package, sheet: Worksheet) -> bool:
    changes = sheet_splices(sheet)
    if changes:
        package.patch(sheet.info.part, sheet.data, changes)
    for table in sheet.tables if changes else []:
        grown = table.splices()
        if grown:
            package.patch(table.part, table.data, grown)
    return bool(changes)


def _same_file(source: Path, target: Path) -> bool:
    return target.exists() and source.samefile(target)
