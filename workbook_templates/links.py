"""What stands behind the tables of Today and Fields: links that find each contact's row by ID; and the list's day."""

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
TO_PERSON = f'IF({_ID}="","",IFERROR(HYPERLINK("#Contacts!A"&({_ROW}),"their row"),""))'


def _here(attr: str) -> str:
    return f"{schema.FIELD_WORDS.table}[[#This Row],[{schema.FIELD_WORDS.column(attr).header}]]"


# It names no other table, so that it comes along into a workbook whose contacts are a plain range on another sheet.
_CELL = f"{_here('cells')}&MATCH({_here('contact_id')},INDIRECT({_here('ids')}),0)"
TO_WORDS = f'IF({_here("contact_id")}="","",IFERROR(HYPERLINK("#"&{_CELL},"their cell"),""))'


def add(sheet: Worksheet, spec: schema.Sheet, formula: str, *, left: int = 1, hidden: int = 1) -> None:
    """Add a calculated column to a table, so that every new row gets its link, and hide the last columns before it."""
    table = sheet.tables[spec.table]
    number = left + len(spec.columns)
    letter = get_column_letter(number)
    table.ref = table.autoFilter.ref = f"{get_column_letter(left)}1:{letter}2"
    table.tableColumns.append(
        TableColumn(id=number, name=HEADER, calculatedColumnFormula=TableFormula(attr_text=formula))
    )
    head: Any = sheet.cell(1, number, HEADER)
    before: Any = sheet.cell(1, number - 1)
    head.font, head.alignment, head.fill = copy(before.font), copy(before.alignment), copy(before.fill)
    for styled in (sheet.cell(2, number, f"={formula}"), sheet.column_dimensions[letter]):
        styled.font, styled.alignment = look.font(color=look.AWAY), look.TOP
        styled.border = look.UNDERLINE
    sheet.column_dimensions[letter].width = 9
    for at in range(number - hidden, number):
        sheet.column_dimensions[get_column_letter(at)].hidden = True


def make_room_for_the_day(sheet: Worksheet) -> None:
    """Dress the cell behind Today's headers, in which the list's day is written."""
    number = len(schema.TODAY.columns) + 2
    head: Any = sheet.cell(1, number)
    head.font, head.alignment = look.font(12, look.YOURS, bold=True), look.HEADER
    sheet.column_dimensions[get_column_letter(number)].width = 25
