"""Build the starter workbook: `python -m workbook_templates.build [FILE]`. The same input gives the same bytes."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.importing import samples
from pipeline.rules.workdays import Workdays
from pipeline.sheets import schema
from workbook_templates import dashboard, fieldsheet, formats, guide, links, look, questions, settings, tables

STARTER = Path(__file__).with_name("starter.xlsx")
BASE_DAY = date(
    2026, 3, 4
)  # the day that the samples in the shipped file stand for; `create` sets their dates anew
_MADE = datetime(2026, 3, 4, 9, 0)
_FIXED_HEIGHT = re.compile(
    rb'(<row r="(?!1")\d+" ht="[^"]*") customHeight="1"'
)  # without it a row grows with what is typed
_ALL_ALIKE = re.compile(rb'<sheetFormatPr[^>]* customHeight="1"')
# The order in which Excel writes a font's properties and its own validator wants them; openpyxl has another.
_FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
    "family", "charset", "scheme",
)  # fmt: skip
_FONT = re.compile(rb"<font>(.*?)</font>", re.DOTALL)
_PROPERTY = re.compile(rb"<(\w+)[^>]*/>")
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def build(target: Path = STARTER) -> None:
    """Write the starter workbook."""
    book = Workbook()
    book.remove(book.active)
    sheets = {name: book.create_sheet(name) for name in schema.SHEET_NAMES}
    tables.lay_out(sheets["Today"], schema.TODAY, [], frozen_columns=2)
    links.add(sheets["Today"], schema.TODAY, links.TO_PERSON)
    links.make_room_for_the_day(sheets["Today"])
    tables.lay_out(
        sheets["Contacts"], schema.CONTACTS, _sample_rows(samples.CONTACTS), frozen_columns=2, lines=3
    )
    tables.lay_out(sheets["Drafts"], schema.DRAFTS, [], frozen_columns=4)
    tables.lay_out(sheets["History"], schema.HISTORY, _sample_rows(samples.HISTORY))
    fieldsheet.lay_out(sheets["Fields"], _sample_rows(samples.FIELDS))
    tables.lay_out(sheets["Applications"], schema.APPLICATIONS, [])
    tables.lay_out(sheets["Questions"], schema.QUESTIONS, questions.rows())
    settings.lay_out_rules(sheets["Rules"])
    settings.lay_out_settings(sheets["Settings"])
    guide.lay_out(sheets["Guide"])
    dashboard.lay_out(sheets["Dashboard"])
    formats.add(sheets)
    _print_contacts(sheets["Contacts"])
    book.active = list(sheets).index("Guide")
    sheets["Guide"].sheet_view.tabSelected = True
    _save(book, target)


def _sample_rows(rows: tuple[samples.SampleRow, ...]) -> tables.Rows:
    workdays = Workdays()
    return [
        {
            attr: value.resolved(BASE_DAY, workdays) if isinstance(value, samples.On) else value
            for attr, value in row.items()
        }
        for row in rows
    ]


def _print_contacts(sheet: Worksheet) -> None:
    sheet.print_title_cols = "A:B"
    look.page(sheet, pages_wide=4)


def _save(book: Workbook, target: Path) -> None:
    """Save without the hour: no part and no entry of the archive tells when it was built."""
    book.properties.creator, book.properties.title = "Remembered", "Networking"
    book.properties.created = _MADE
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(target, "w") as out:
        for info in parts.infolist():
            content = parts.read(info)
            if info.filename == "docProps/core.xml":
                content = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + _MADE.isoformat().encode() + b"Z", content
                )
            if info.filename == "xl/styles.xml":
                content = _FONT.sub(_in_order, content)
            if info.filename.startswith("xl/worksheets/sheet") and not _ALL_ALIKE.search(content):
                content = _FIXED_HEIGHT.sub(rb"\1", content)
            entry = zipfile.ZipInfo(info.filename, _ZIP_DAY)
            entry.compress_type, entry.external_attr, entry.create_system = (
                zipfile.ZIP_DEFLATED,
                0o644 << 16,
                3,
            )
            out.writestr(entry, content, compresslevel=9)


def _in_order(font: re.Match[bytes]) -> bytes:
    properties = sorted(_PROPERTY.finditer(font[1]), key=lambda p: _FONT_ORDER.index(p[1].decode()))
    return b"<font>" + b"".join(p[0] for p in properties) + b"</font>"


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else STARTER)
