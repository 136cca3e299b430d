"""What stands behind Today's table: links that find each contact's row by ID, and the list's day."""

from __future__ import annotations

from copy import copy
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import TableColumn, TableFormula
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.sheets import schema
from workbook_templates import look

HEADER = "Go to"
_ID = "Today[[#This Row],[ID]]"
_ROW = f"MATCH({_ID},Contacts[ID],0)+ROW(Contacts[[#Headers],[ID]])"
FORMULA = f'IF({_ID}="","",IFERROR(HYPERLINK("#Contacts!A"&({_ROW}),"their row"),""))'


def add(sheet: Worksheet) -> None:
    """Add a calculated column to the table, so that every new row gets its link, and hide the IDs."""
    table = sheet.tables[schema.TODAY.table]
    number = len(schema.TODAY.columns) + 1
    letter = get_column_letter(number)
    table.ref = table.autoFilter.ref = f"A1:{letter}2"
    table.tableColumns.append(
        TableColumn(id=number, name=HEADER, calculatedColumnFormula=TableFormula(attr_text=FORMULA))
    )
    head: Any = sheet.cell(1, number, HEADER)
    left: Any = sheet.cell(1, number - 1)
    head.font, head.alignment, head.fill = copy(left.font), copy(left.alignment), copy(left.fill)
    for styled in (sheet.cell(2, number, f"={FORMULA}"), sheet.column_dimensions[letter]):
        styled.font, styled.alignment = look.font(color=look.AWAY), look.TOP
        styled.border = look.UNDERLINE
    sheet.column_dimensions[letter].width = 9
    _make_room_for_the_day(sheet, number + 1)
    sheet.column_dimensions[get_column_letter(number - 1)].hidden = True


def _make_room_for_the_day(sheet: Worksheet, number: int) -> None:
    head: Any = sheet.cell(1, number)
    head.font, head.alignment = look.font(12, look.YOURS, bold=True), look.HEADER
    sheet.column_dimensions[get_column_letter(number)].width = 25
