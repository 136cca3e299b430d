"""What a workbook has before it is adopted: its rows, the sheet with the contacts, and which of our sheets it lacks."""

from __future__ import annotations

from functools import partial

from pipeline.importing.mapping import Mapping, map_columns
from pipeline.importing.sheetrows import values_of
from pipeline.importing.uses import Chosen
from pipeline.model import Problem
from pipeline.model.errors import UserError
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import shown_text
from pipeline.sheets.columns.evidence import Rows
from pipeline.sheets.columns.headers import WITHIN, Header, best_sheet, find_header
from pipeline.sheets.frames import readable_bytes
from pipeline.sheets.schema import CONTACTS, SHEET_NAMES, columns_found
from pipeline.sheets.shownrows import as_shown
from pipeline.workbook.book import Parts
from pipeline.workbook.shown import find_shown

_THEIRS_TOO = frozenset({"Guide", *(s.name for s in schema.OPTIONAL)})
"""Names that a sheet of the user's own may bear: the program does without its own then."""


def contacts_sheet(
    sheets: dict[str, Rows],
    settings: dict[str, str] | None,
    wanted: str,
    file: str,
    chosen: Chosen | None = None,
) -> tuple[str, Header, Mapping]:
    """Choose the sheet whose headers fit best, of those that fit alike the longer one."""
    names = settings.get("column_names", "") if settings else ""
    possible = {
        name: rows
        for name, rows in sheets.items()
        if (spelled(name) == spelled(wanted) if wanted else not _is_ours(name, rows))
    }
    found = best_sheet(possible, partial(find_header, column_names=names))
    if not found:
        what = f'The sheet "{wanted}" in {file} does not look' if wanted else f"No sheet in {file} looks"
        raise UserError(
            f"{what} like a list of contacts: a row of headers is needed, among the first {WITHIN} rows,"
            " with a name and an e-mail address, a phone number, an organization or a position."
        )
    best, header = found
    ours = settings is not None or any(_is_ours(name, rows) for name, rows in sheets.items())
    mapping = map_columns(sheets[best], header, ours=ours, column_names=names, chosen=chosen)
    return best, mapping.header, mapping


def lacking_sheets(book: Parts, sheets: dict[str, Rows], contacts: str, *, adopted: bool) -> tuple[str, ...]:
    """List the sheets to add.

    Raises `UserError` where sheets of the user's own have these names.
    """
    there = {spelled(sheet.name): sheet.name for sheet in book.sheets}
    lacking, taken = [], []
    for name in SHEET_NAMES:
        if name == CONTACTS.name or spelled(name) == spelled(contacts):
            continue
        own = there.get(spelled(name))
        if own is None:
            lacking.append(name)
        elif not (adopted or name in _THEIRS_TOO or _is_ours(own, sheets.get(own, ()))):
            taken.append(f'"{own}"')
    if taken:
        raise UserError(
            f"{book.package.name} has sheets of your own with names that the program needs: {', '.join(taken)}. Rename them in Excel"
            " (right-click the tab; formulas follow by themselves), save, and try again."
        )
    if spelled(contacts) in {spelled(name) for name in SHEET_NAMES if name != CONTACTS.name}:
        raise UserError(
            f'Your contacts are on a sheet called "{contacts}", a name that the program needs for another one.'
            " Rename it in Excel, for example to Contacts, save, and try again."
        )
    return tuple(lacking)


def known_settings(sheets: dict[str, Rows]) -> dict[str, str] | None:
    """Read Settings as text; None where the workbook has no such sheet of ours yet."""
    rows = next(
        (rows for name, rows in sheets.items() if spelled(name) == "settings" and _is_ours(name, rows)), None
    )
    if rows is None:
        return None
    attrs = {spelled(setting.name): setting.attr for setting in schema.SETTINGS}
    return {
        attrs[spelled(row[0])]: shown_text(row[1])
        for row in rows
        if len(row) > 1 and spelled(row[0]) in attrs
    }


def rows_by_sheet(
    book: Parts, file: str, *, without: str = ""
) -> tuple[dict[str, Rows], dict[str, list[Problem]]]:
    """Read all worksheets from A1 on, as they show; `without` one whose rows aren't needed. Say by sheet what isn't read."""
    wanted = [info for info in book.sheets if info.kind == "worksheet" and info.name != without]
    data, unread = readable_bytes(book, wanted)
    found = values_of(data, file, [info.name for info in wanted])
    for name, rows in found.items():
        as_shown(rows, find_shown(book, book.worksheet(name).part))
    return {**found}, unread


def _is_ours(name: str, rows: Rows) -> bool:
    """Tell whether a sheet is one that the program made: by its headers, most of which must be there."""
    sheet = next((s for s in schema.SHEETS if spelled(s.name) == spelled(name) and s is not CONTACTS), None)
    if sheet is None:
        return False
    return any(3 * len(columns_found(sheet, row)) > 2 * len(sheet.columns) for row in rows[:WITHIN])


def trimmed_text(value: object) -> str:
    """Give a cell's value as text, without blanks around it."""
    return "" if value is None else str(value).strip()
