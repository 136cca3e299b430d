"""Adopting any workbook: the sheets and columns added, every other byte as it was.

Over a folder of real workbooks named by REMEMBERED_CORPUS where there is one; REMEMBERED_VALIDATOR names a script that says
what Excel would offer to repair.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook, SheetTypeEnum

from pipeline.importing.adopt import Adoption, Widening, adopted_package
from pipeline.importing.mapping import Given, Mapping
from pipeline.model.errors import UserError
from pipeline.sheets.columns.headers import Header
from pipeline.sheets.schema import CONTACTS, SHEET_NAMES
from pipeline.workbook.archive import Archive
from pipeline.workbook.book import Parts
from pipeline.workbook.package import Package
from pipeline.workbook.save import fingerprint
from pipeline.workbook.sheet import Worksheet
from pipeline.workbook.widen import first_free_column
from tests.workbook import sdk
from tests.workbook.packages import MAIN, STYLES, book, packed, parts, strings, table, table_parts, worksheet

CORPUS = Path(os.environ.get("REMEMBERED_CORPUS", "/nowhere"))
VALIDATOR = os.environ.get("REMEMBERED_VALIDATOR", "")

ROWS = (
    '<row r="2" spans="1:2"><c r="A2" t="inlineStr"><is><t>Name</t></is></c><c r="B2" t="inlineStr"><is><t>Email</t></is></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>Ada Okafor</t></is></c><c r="B3" s="1"/></row>'
)
SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
TAIL = (
    '<autoFilter ref="A2:B3"/><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells>'
    '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="7"><formula>TRUE</formula></cfRule></conditionalFormatting>'
    '<dataValidations count="1"><dataValidation type="whole" sqref="A5"><formula1>1</formula1></dataValidation></dataValidations>'
    '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>'
)
FILTER_NAME = '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$2:$B$3</definedName></definedNames>'
FULL = STYLES.replace(
    "</styleSheet>", '<cellStyles count="1"><cellStyle name="Normal" xfId="0"/></cellStyles></styleSheet>'
)
BARE = f'<styleSheet xmlns="{MAIN}"><cellXfs count="1"><xf/></cellXfs></styleSheet>'


def prefixed(text: str) -> str:
    """Give every element of a part the prefix x."""
    text = text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    return re.sub(r"<(/?)(?=[A-Za-z])", r"<\1x:", text)


def all_prefixed() -> bytes:
    made = parts(worksheet(ROWS, after=TAIL), styles=FULL, sst=strings("one"), extra=FILTER_NAME)
    for name in ("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
        made[name] = prefixed(str(made[name]))
    return packed(made)


def at_the_root() -> bytes:
    """Put the workbook part at the package's root, as some writers do."""
    made = {name.removeprefix("xl/"): part for name, part in parts(worksheet(ROWS)).items()}
    made["_rels/.rels"] = str(made["_rels/.rels"]).replace("xl/workbook.xml", "workbook.xml")
    made["[Content_Types].xml"] = str(made["[Content_Types].xml"]).replace("/xl/", "/")
    return packed(made)


def table_below_titles(**options: object) -> bytes:
    return book(
        worksheet(ROWS, after=table_parts(1)),
        tables={1: [table("A2:B3", "Name", "Email", name="History")]},
        **options,
    )


FILES = {
    "plain.xlsx": book(worksheet(ROWS)),
    "shared strings.xlsx": book(worksheet(SHARED), sst=strings("one", "two")),
    "filter, formats, validations.xlsx": book(worksheet(ROWS, after=TAIL), extra=FILTER_NAME),
    "a table with a name of ours.xlsx": table_below_titles(),
    "a defined name of ours.xlsx": book(
        worksheet(ROWS), extra='<definedNames><definedName name="drafts">1</definedName></definedNames>'
    ),
    "nearly no formats.xlsx": book(worksheet(ROWS.replace(' s="1"', "")), styles=BARE),
    "prefixed.xlsx": all_prefixed(),
    "at the root.xlsx": at_the_root(),
    "widths.xlsx": book(
        worksheet(ROWS, before='<dimension ref="A2:B3"/><cols><col min="1" max="2" width="9"/></cols>')
    ),
    "widths for all.xlsx": book(worksheet(ROWS, before='<cols><col min="1" max="16384" width="9"/></cols>')),
    "1904.xlsx": book(worksheet(ROWS), properties='<workbookPr date1904="1"/>'),
    "several sheets.xlsx": book(worksheet(ROWS), worksheet(""), worksheet(SHARED), sst=strings("one", "two")),
}


def adoption_of_anything(data: bytes, name: str) -> Adoption:
    """Take the first sheet for the list of contacts, whatever it holds, its first row for the headers."""
    book = Parts(Package(data, name))
    taken = {sheet.name.casefold() for sheet in book.sheets}
    info = next(sheet for sheet in book.sheets if sheet.kind == "worksheet")
    sheet = Worksheet(book, info)
    filled = [
        row for row in sheet.index if any(not sheet.is_blank(row.number, cell.column) for cell in row.cells)
    ]
    header = next((t.area.top for t in sheet.tables if t.header_rows), filled[0].number if filled else 1)
    used = max((cell.column for row in filled for cell in row.cells), default=1)
    columns = tuple((column, f"{column.header} (added)") for column in CONTACTS.columns)
    first = first_free_column(sheet, header, used, len(columns))
    return Adoption(
        name=name,
        sha256=fingerprint(data),
        sheet=info.name,
        mapping=Mapping(Header(header, 1), (), (), "", ()),
        columns=(),
        people=len(filled),
        wider=(Widening(info.name, header, first, filled[-1].number if filled else 1, columns),),
        names=(),
        unsplit=(),
        given=Given((), {}),
        new_settings=(),
        new_sheets=tuple(n for n in SHEET_NAMES if n.casefold() not in taken and n != "Contacts"),
        moved=False,
        protected=False,
        unnamed=False,
        asks_act_from=True,
    )


def adopted(data: bytes, name: str) -> bytes:
    adoption = adoption_of_anything(data, name)
    return adopted_package(data, adoption, act_from=date(2026, 11, 23), workbook_id="WB-TEST")


def parts_that_may_change(data: bytes, name: str) -> set[str]:
    package = Package(data, name)
    book = Parts(package)
    info = next(sheet for sheet in book.sheets if sheet.kind == "worksheet")
    related = {
        r.target for r in package.relationships(package.main_part) if r.kind in ("styles", "sharedStrings")
    }
    tables = {r.target for r in package.relationships(info.part) if r.kind == "table"}
    folder, _, base = package.main_part.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels".lstrip("/")
    may = {"[Content_Types].xml", package.main_part, rels, info.part, *related, *tables}
    return {part.lower() for part in may}


def check_everything_else_is_as_it_was(old: bytes, new: bytes, name: str) -> None:
    before, after = Archive(old), Archive(new)
    may = parts_that_may_change(old, name)
    assert [m.name for m in after.members][: len(before.members)] == [m.name for m in before.members]
    for was, is_ in zip(before.members, after.members, strict=False):
        if was.name.replace("\\", "/").lower().lstrip("/") not in may:
            assert bytes(before.raw(was)) == bytes(after.raw(is_)), was.name


def check_every_cell_reads_as_before(old: bytes, new: bytes) -> None:
    before, after = (CalamineWorkbook.from_filelike(io.BytesIO(data)) for data in (old, new))
    assert after.sheet_names[: len(before.sheet_names)] == before.sheet_names
    for sheet in before.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet:
            rows = before.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            again = after.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            kept = again[: len(rows)]
            assert [row[: len(old_row)] for old_row, row in zip(rows, kept, strict=True)] == _with_added(
                rows, kept
            ), sheet.name


def _with_added(rows: list[list[Any]], again: list[list[Any]]) -> list[list[Any]]:
    """Allow for headers put where a blank cell was: columns are added right of what stands below the header's row too."""
    return [
        [
            now if was == "" and isinstance(now, str) and now.endswith("(added)") else was
            for was, now in zip(row, other, strict=False)
        ]
        for row, other in zip(rows, again, strict=True)
    ]


def check_with_validator(old: bytes, new: bytes, tmp_path: Path) -> None:
    (tmp_path / "old.xlsx").write_bytes(old)
    (tmp_path / "new.xlsx").write_bytes(new)
    if sdk.program():
        assert sdk.news(tmp_path / "old.xlsx", tmp_path / "new.xlsx") == {}
    if VALIDATOR:
        command = [sys.executable, VALIDATOR, "--base", tmp_path / "old.xlsx", tmp_path / "new.xlsx"]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
        assert found.stdout == ""


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_handmade_workbook(name: str, tmp_path: Path) -> None:
    old = FILES[name]
    new = adopted(old, name)
    check_everything_else_is_as_it_was(old, new, name)
    check_every_cell_reads_as_before(old, new)
    check_with_validator(old, new, tmp_path)
    (tmp_path / name).write_bytes(new)
    with zipfile.ZipFile(tmp_path / name) as archive:
        assert archive.testzip() is None


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.xls[xm]")), ids=lambda path: path.name)
def test_a_real_workbook(path: Path, tmp_path: Path) -> None:
    old = path.read_bytes()
    try:
        new = adopted(old, path.name)
    except UserError as refused:
        pytest.skip(str(refused))
    check_everything_else_is_as_it_was(old, new, path.name)
    check_every_cell_reads_as_before(old, new)
    check_with_validator(old, new, tmp_path)
