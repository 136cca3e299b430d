"""A data sheet: one Excel table made from its columns in the schema."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.sheets.schema import Column, ColumnKind, Owner, Sheet
from workbook_templates import look

FIRST_ROW, LAST_ROW = 2, 10_000  # some programs read a rule cell by cell: not to the sheet's end
LINE = 15
_FORMATS = {ColumnKind.DATE: look.DATE_FORMAT, ColumnKind.MOMENT: look.MOMENT_FORMAT}
_UNBROKEN = ("id", "code", "message_id", "email", "detail")
_DATES = (ColumnKind.DATE, ColumnKind.MOMENT)

Rows = Sequence[Mapping[str, object]]


def lay_out(
    sheet: Worksheet,
    spec: Sheet,
    rows: Rows,
    *,
    frozen_columns: int = 0,
    filters: bool = True,
    lines: int = 0,
) -> None:
    """Write headers and rows as a table, with its look, its drop-downs and its notes.

    `lines` is the height of the rows to come, and the least of those here; 0 fits the rows to their texts.
    """
    sheet.title = spec.name
    put(sheet, spec, rows, filters=filters)
    sheet.row_dimensions[1].height = 32
    _set_heights(sheet, spec, rows, lines)
    _fold(sheet, spec)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, frozen_columns + 1).coordinate
    sheet.print_title_rows = "1:1"
    sheet.sheet_properties.tabColor = look.OURS if spec.laid_out[0].owner is Owner.PROGRAM else look.YOURS
    look.page(sheet)


def put(sheet: Worksheet, spec: Sheet, rows: Rows, *, left: int = 1, filters: bool = True) -> None:
    """Write a table from a column of the sheet on."""
    mixed = len({column.owner for column in spec.columns}) > 1
    for number, column in enumerate(spec.laid_out, left):
        _lay_out_column(sheet, number, column, [row.get(column.attr) for row in rows] or [None], shaded=mixed)
    last = FIRST_ROW + max(len(rows), 1) - 1
    first, end = get_column_letter(left), get_column_letter(left + len(spec.laid_out) - 1)
    _add_table(sheet, spec, f"{first}1:{end}{last}", filters=filters)


def add_rule(sheet: Worksheet, cells: str, rule: DataValidation) -> None:
    """Put a validation on cells (`A2:A9 C2:C9`)."""
    for part in cells.split():
        rule.add(part)
    sheet.add_data_validation(rule)


def choice(choices: Sequence[str], *, title: str = "", note: str = "") -> DataValidation:
    """Make a drop-down; blank is always allowed. A comma would part a choice in two, so a dash stands for it."""
    return DataValidation(
        type="list",
        formula1='"' + ",".join(c.replace(",", " -") for c in choices) + '"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Not in the list",
        error="Choose one from the list, or leave the cell blank.",
        showInputMessage=bool(note),
        promptTitle=title or None,
        prompt=note or None,
    )


def whole_number(low: int, high: int, *, title: str = "", note: str = "") -> DataValidation:
    """Make a rule that only lets whole numbers in."""
    return DataValidation(
        type="whole",
        operator="between",
        formula1=str(low),
        formula2=str(high),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="A whole number",
        error=f"A whole number from {low} to {high}.",
        showInputMessage=bool(note),
        promptTitle=title or None,
        prompt=note or None,
    )


def _lay_out_column(
    sheet: Worksheet, number: int, column: Column, values: Sequence[object], *, shaded: bool
) -> None:
    letter = get_column_letter(number)
    ours = column.owner is Owner.PROGRAM
    header = sheet.cell(1, number, column.header)
    header.font, header.alignment = look.font(color="FFFFFF", bold=True), look.HEADER
    header.fill = look.shade(look.OURS if ours else look.YOURS)
    dimension = sheet.column_dimensions[letter]
    dimension.width = column.width
    # The column looks as its cells do: a new row then needs no blank cells for the sake of their look.
    cells = [sheet.cell(row, number, value) for row, value in enumerate(values, FIRST_ROW)]
    for styled in (dimension, *cells):
        styled.font, styled.alignment = look.font(), _alignment(column)
        styled.number_format = _FORMATS.get(column.kind, "General")
        styled.border = look.UNDERLINE
        if ours and shaded:
            styled.fill = look.shade(look.OURS_CELL)
    _add_note(sheet, letter, column)


def _alignment(column: Column) -> Alignment:
    if column.kind is ColumnKind.NUMBER or column.header == "Priority":
        return look.TOP_CENTERED
    if column.kind in _DATES:
        return look.TOP_LEFT
    return look.TOP if column.attr in _UNBROKEN else look.TOP_WRAPPED


def _set_heights(sheet: Worksheet, spec: Sheet, rows: Rows, lines: int) -> None:
    """Nothing fits a row to a text that a program wrote: so where the program writes long texts, all rows are alike."""
    if lines:
        sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = LINE * lines + 2, True
    for number, row in enumerate(rows or [{}], FIRST_ROW):
        shown = (c for c in spec.columns if c.attr not in spec.folded and c.attr not in _UNBROKEN)
        needed = max(_lines(row.get(c.attr), c.width) for c in shown)
        sheet.row_dimensions[number].height = LINE * max(lines, needed) + (2 if lines else 1)


def _lines(value: object, width: int) -> int:
    """Guess how many lines a text takes: LibreOffice doesn't work it out on opening."""
    if not isinstance(value, str):
        return 1
    return sum(len(textwrap.wrap(line, int(width * 1.25))) or 1 for line in value.split("\n"))


def _add_note(sheet: Worksheet, letter: str, column: Column) -> None:
    """Show the column's note where one types; the whole column has it, so that new rows have it too."""
    cells = f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}"
    title, note = column.header, column.note
    if column.owner is Owner.PROGRAM:
        if note:
            add_rule(sheet, f"{letter}1", _message(title, note))
    elif column.choices:
        add_rule(sheet, cells, choice(column.choices, title=title, note=note))
    elif column.kind in _DATES:
        add_rule(sheet, cells, _a_date(title, note))
    elif note:
        add_rule(sheet, cells, _message(title, note))


def _fold(sheet: Worksheet, spec: Sheet) -> None:
    """Fold columns into outline groups, opened by the + above the column that they stand behind.

    Excel looks for "collapsed" on the column before a group, LibreOffice on the one after it.
    """
    sheet.sheet_properties.outlinePr.summaryRight = False
    columns = sheet.column_dimensions
    for number, column in enumerate(spec.laid_out, 1):
        if column.attr in spec.folded:
            here = columns[get_column_letter(number)]
            here.outlineLevel, here.hidden, columns.max_outline = 1, True, 1
            for beside in (number - 1, number + 1):
                columns[get_column_letter(beside)].collapsed = not _is_folded(spec, beside)


def _is_folded(spec: Sheet, number: int) -> bool:
    return number <= len(spec.laid_out) and spec.laid_out[number - 1].attr in spec.folded


def _message(title: str, note: str) -> DataValidation:
    return DataValidation(type=None, allow_blank=True, showInputMessage=True, promptTitle=title, prompt=note)


def _a_date(title: str, note: str) -> DataValidation:
    return DataValidation(
        type="date",
        operator="greaterThan",
        formula1="36525",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="A date, please",
        error="Type a date as 2026-12-03 (year, month, day).",
        showInputMessage=bool(note),
        promptTitle=title if note else None,
        prompt=note or None,
    )


def _add_table(sheet: Worksheet, spec: Sheet, cells: str, *, filters: bool) -> None:
    table = Table(displayName=spec.table, name=spec.table, ref=cells)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table._initialise_columns()
    for header, column in zip(table.tableColumns, spec.laid_out, strict=True):
        header.name = column.header
    if not filters:
        table.autoFilter = None
    sheet.add_table(table)
