"""Conditional formats: what is late, wrong, decided or only an example shows its state by itself."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import FieldVerdict, Source, Status, invented
from pipeline.model.fields import SAMPLE
from pipeline.sheets import schema
from workbook_templates import look
from workbook_templates.tables import FIRST_ROW, LAST_ROW

_STATUS_LOOK = {
    look.changed(look.BAD, look.BAD_SHADE, bold=True): (Status.BLOCKED, Status.FAILED, Status.CHECK),
    look.changed(look.GOOD, look.GOOD_SHADE, bold=True): (Status.APPROVED,),
    look.changed(look.AWAY, look.AWAY_SHADE, bold=True): (Status.EXPORTED,),
    look.changed(look.MUTED): (Status.SENT, Status.SKIPPED),
}


def add(sheets: Mapping[str, Worksheet]) -> None:
    """Add the formats of all sheets; of two that fit, the one added first wins."""
    _today(sheets["Today"])
    _contacts(sheets["Contacts"])
    _drafts(sheets["Drafts"])
    _history(sheets["History"])
    _settings(sheets["Settings"])
    _fields(sheets["Fields"])


def _today(sheet: Worksheet) -> None:
    late = _letter(schema.TODAY, "late")
    for attr in ("due", "late"):
        _where(
            sheet,
            _column(schema.TODAY, attr),
            f"N(${late}2)>0",
            look.changed(look.LATE, look.LATE_SHADE, bold=True),
        )
    _where(sheet, _all(schema.TODAY), f"N(${late}2)>0", look.changed(look.INK, look.LATE_SHADE))


def _contacts(sheet: Worksheet) -> None:
    problem, due, source = (_letter(schema.CONTACTS, attr) for attr in ("problem", "due", "source"))
    _where(
        sheet,
        _column(schema.CONTACTS, "problem"),
        f"LEN(${problem}2)>0",
        look.changed(look.BAD, look.BAD_SHADE),
    )
    _where(
        sheet,
        _column(schema.CONTACTS, "due"),
        f"AND(ISNUMBER(${due}2),${due}2<TODAY())",
        look.changed(look.LATE, look.LATE_SHADE, bold=True),
    )
    _where(
        sheet, _all(schema.CONTACTS), f'${source}2="{Source.SAMPLE}"', look.changed(look.MUTED, italic=True)
    )


def _drafts(sheet: Worksheet) -> None:
    status = _letter(schema.DRAFTS, "status")
    for style, states in _STATUS_LOOK.items():
        any_of = ",".join(f'${status}2="{state}"' for state in states)
        _where(sheet, _column(schema.DRAFTS, "status"), f"OR({any_of})", style)
    over = ",".join(f'${status}2="{state}"' for state in (Status.SENT, Status.SKIPPED))
    _where(sheet, _all(schema.DRAFTS), f"OR({over})", look.changed(look.MUTED))


def _history(sheet: Worksheet) -> None:
    _where(
        sheet,
        _all(schema.HISTORY),
        f'LEFT(${_letter(schema.HISTORY, "id")}2,7)="sample-"',
        look.changed(look.MUTED, italic=True),
    )


def _settings(sheet: Worksheet) -> None:
    """Grey out each of the invented person's values as long as it stands there."""
    rows = {setting.attr: row for row, setting in enumerate(schema.SETTINGS, FIRST_ROW)}
    for attr, value in invented.PERSON.items():
        _where(sheet, f"B{rows[attr]}", f'$B{rows[attr]}="{value}"', look.changed(look.MUTED, italic=True))


def _fields(sheet: Worksheet) -> None:
    verdict, expects = (_letter(schema.FIELDS, attr) for attr in ("verdict", "expects"))
    for said, style in (
        (FieldVerdict.KEEP, look.changed(look.GOOD, look.GOOD_SHADE, bold=True)),
        (FieldVerdict.DOUBT, look.changed(look.LATE, look.LATE_SHADE, bold=True)),
        (FieldVerdict.DROP, look.changed(look.MUTED, bold=True)),
    ):
        _where(sheet, _column(schema.FIELDS, "verdict"), f'${verdict}2="{said}"', style)
    example = f'LEFT(${expects}2,{len(SAMPLE)})="{SAMPLE}"'
    _where(sheet, _column(schema.FIELDS, "expects"), example, look.changed(look.MUTED, italic=True))


def _where(sheet: Worksheet, cells: str, formula: str, style: DifferentialStyle) -> None:
    sheet.conditional_formatting.add(cells, Rule(type="expression", formula=[formula], dxf=style))


def _letter(spec: schema.Sheet, attr: str) -> str:
    return str(get_column_letter(1 + spec.laid_out.index(spec.column(attr))))


def _column(spec: schema.Sheet, attr: str) -> str:
    letter = _letter(spec, attr)
    return f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}"


def _all(spec: schema.Sheet) -> str:
    return f"A{FIRST_ROW}:{get_column_letter(len(spec.laid_out))}{LAST_ROW}"
