"""Cells far off the list in other formats than .xlsx: refused before the memory goes, by what stands in them."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.importing import read_data
from pipeline.importing.reach import refuse_too_far
from pipeline.model.errors import UserError
from pipeline.workbook.encrypted import OLE2

HEADERS = ("First name", "Last name", "Email")
PERSON = ("Ada", "Okafor", "ada@example.org")


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def cells(*texts: str) -> str:
    return "".join(
        f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>' for t in texts
    )


def blank(columns: int = 1) -> str:
    return f'<table:table-cell table:number-columns-repeated="{columns}"/>'


def row(inside: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{inside}</table:table-row>'


def spreadsheet(*rows: str) -> bytes:
    """Write what LibreOffice writes, as far as it matters."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0"'
        f' xmlns:text="{names}text:1.0"><office:body><office:spreadsheet><table:table table:name="People">'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    return zipped(
        **{
            "mimetype": kind.encode(),
            "META-INF/manifest.xml": manifest.encode(),
            "content.xml": content.encode(),
        }
    )


LIST = (row(cells(*HEADERS)), row(cells(*PERSON)))
REST = row(blank(16_384), 1_048_574)
"""LibreOffice writes every sheet to its end."""


def test_blank_cells_to_the_end_of_the_sheet_are_no_part_of_the_list() -> None:
    (person,) = read_data(spreadsheet(*LIST, REST), "list.ods").rows
    assert person.name == "Ada Okafor"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("", row(blank(16_383) + cells("x")), row(blank(), 200), row(cells("y"))), "row 204 and column XFD"),
        ((row(blank(16_384), 900_000), row(blank(9) + cells("x"))), "row 900003 and column J"),
        ((row(cells("", "", "") + blank(16_000) + "<table:covered-table-cell/>", 700_000),), "row 700002"),
    ],
)
def test_a_cell_far_off_in_a_spreadsheet_of_libreoffice_is_refused(rows: tuple[str, ...], said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_data(spreadsheet(*LIST, *rows, REST), "list.ods")


def record(kind: int, content: bytes) -> bytes:
    return bytes((kind, len(content))) + content


def binary(*places: tuple[int, int], kind: int = 5) -> bytes:
    """Write the records of a binary sheet: in each place a cell of a kind, a number's by default, and a blank one at its far corner."""
    sheet = record(0, (1_048_575).to_bytes(4, "little") + bytes(13))
    sheet += record(1, (16_383).to_bytes(4, "little") + bytes(4))
    for at, column in places:
        sheet += record(0, at.to_bytes(4, "little") + bytes(13))
        sheet += record(kind, column.to_bytes(4, "little") + bytes(12))
    long_one = bytes((0x95, 0x01, 0x81, 0x01)) + bytes(129)  # kind and length of two bytes each
    return zipped(**{"xl/worksheets/sheet1.bin": long_one + sheet})


def test_a_cell_far_off_in_a_binary_workbook_is_refused() -> None:
    refuse_too_far(binary((0, 0), (40_000, 30)), "list.xlsb")
    with pytest.raises(UserError, match="row 40001 and column XFD"):
        refuse_too_far(binary((40_000, 0), (3, 16_383)), "list.xlsb")
    with pytest.raises(UserError, match="row 40001 and column XFD"):
        refuse_too_far(binary((40_000, 0), (3, 16_383), kind=62), "list.xlsb")


def old(rows: int, columns: int) -> bytes:
    bounds = bytes(4) + rows.to_bytes(4, "little") + bytes(2) + columns.to_bytes(2, "little") + bytes(2)
    return OLE2 + bytes(504) + b"\x00\x02\x0e\x00" + bounds


def test_a_cell_far_off_in_a_workbook_of_the_old_format_is_refused() -> None:
    refuse_too_far(old(5_000, 256), "list.xls")
    refuse_too_far(old(65_536, 20), "list.xls")
    with pytest.raises(UserError, match="row 65536 and column IV"):
        refuse_too_far(old(65_536, 256), "list.xls")


def test_zeros_and_texts_that_look_like_bounds_are_none() -> None:
    others = bytes(5_000) + b"\x00\x02\x0e\x00" + b"any text, and more of it"
    refuse_too_far(OLE2 + others, "list.xls")
    with pytest.raises(UserError, match="row 65536 and column IV"):  # the bounds are found behind them
        refuse_too_far(OLE2 + others + old(65_536, 256), "list.xls")


def signed(*cells: str) -> bytes:
    """Make a workbook that can be read but not taken apart."""
    inside = f'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="XFD1048576" s="3"/>{"".join(cells)}</row></sheetData></worksheet>'
    return zipped(**{"xl/worksheets/sheet1.xml": inside.encode(), "_xmlsignatures/sig1.xml": b"<a/>"})


def test_a_cell_far_off_in_a_signed_workbook_is_refused() -> None:
    refuse_too_far(signed('<c r="B40000"><v>1</v></c>'), "list.xlsx")
    with pytest.raises(UserError, match="row 40000 and column XFD"):
        refuse_too_far(
            signed('<c r="B40000"><v>1</v></c>', '<c r="XFD3" t="inlineStr"><is/></c>'), "list.xlsx"
        )
