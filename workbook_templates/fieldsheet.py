"""The Fields sheet: a row a field, and beside it a row with a link for each thing that somebody said."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.sheets import schema
from workbook_templates import links, look, tables

LEFT = len(schema.FIELDS.columns) + 2
_HIDDEN = 3


def lay_out(sheet: Worksheet, rows: tables.Rows) -> None:
    """Write both tables, each on pages of its own when printed."""
    tables.lay_out(sheet, schema.FIELDS, rows, frozen_columns=1)
    tables.put(sheet, schema.FIELD_WORDS, [], left=LEFT)
    links.add(sheet, schema.FIELD_WORDS, links.TO_WORDS, left=LEFT, hidden=_HIDDEN)
    sheet.column_dimensions[get_column_letter(LEFT - 1)].width = 3
    sheet.col_breaks.append(Break(id=LEFT - 1))
    look.page(sheet, pages_wide=2)
