"""Dates: the right day, in the user's own format."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, patched_package
from pipeline.workbook.styles import shows_date
from tests.workbook.packages import MAIN, STYLES, book, part, rows, worksheet


def put(data: bytes, value: date, row: int = 2, column: int = 1) -> bytes:
    return patched_package(data, [CellChange("Sheet1", row, column, value)])


def cell_after(sheet_rows: str, value: date, before: str = "", properties: str = "", row: int = 2) -> str:
    text = rows(put(book(worksheet(sheet_rows, before=before), properties=properties), value, row))
    return text[text.index(f'<c r="A{row}"') :].partition("</row>")[0]


@pytest.mark.parametrize(
    ("value", "serial"),
    [
        (date(1900, 1, 1), "1"),
        (date(1900, 2, 28), "59"),
        (date(1900, 3, 1), "61"),
        (date(2026, 3, 4), "46085"),
        (date(9999, 12, 31), "2958465"),
        (datetime(2026, 3, 4, 12), "46085.5"),
        (datetime(2026, 3, 4, 14, 30), "46085.60416666667"),
        (datetime(2026, 3, 4), "46085"),
    ],
)
def test_serial(value: date, serial: str) -> None:
    assert f"<v>{serial}</v>" in cell_after("", value)


def test_date1904() -> None:
    assert "<v>44623</v>" in cell_after("", date(2026, 3, 4), properties='<workbookPr date1904="1"/>')
    assert "<v>0</v>" in cell_after("", date(1904, 1, 1), properties='<workbookPr date1904="true"/>')


@pytest.mark.parametrize("properties", ["", '<workbookPr date1904="1"/>'])
def test_days_before_the_first_are_refused(properties: str) -> None:
    with pytest.raises(UserError, match="Sheet1!A2 cannot hold a date before 190"):
        cell_after("", date(1899, 12, 31), properties=properties)


def test_time_zone_is_refused() -> None:
    with pytest.raises(UserError, match="time zone"):
        cell_after("", datetime(2026, 1, 1, tzinfo=UTC))


def test_own_date_style_is_kept() -> None:
    assert (
        cell_after('<row r="2"><c r="A2" s="1"/></row>', date(2026, 3, 4))
        == '<c r="A2" s="1"><v>46085</v></c>'
    )


def test_style_of_the_cell_above() -> None:
    above = '<row r="1"><c r="A1" s="1"><v>46000</v></c></row>'
    assert cell_after(above, date(2026, 3, 4)) == '<c r="A2" s="1"><v>46085</v></c>'


def test_style_of_the_nearest_date_above_past_gaps_and_texts() -> None:
    above = '<row r="1"><c r="A1" s="1"/></row><row r="3"><c r="A3" t="b"><v>1</v></c></row>'
    assert cell_after(above, date(2026, 3, 4), row=9) == '<c r="A9" s="1"><v>46085</v></c>'


def test_row_style_else_column_style() -> None:
    columns = '<cols><col min="1" max="1" style="3"/></cols>'
    assert ' s="1">' in cell_after('<row r="2" s="1" customFormat="1"/>', date(2026, 3, 4), columns)
    assert ' s="3">' in cell_after("", date(2026, 3, 4), columns)


def test_shaded_cell_keeps_its_shade_and_gets_the_format_from_above() -> None:
    given = '<row r="1"><c r="A1" s="1"/></row><row r="2"><c r="A2" s="2"/></row>'
    result = put(book(worksheet(given)), date(2026, 3, 4))
    assert '<c r="A2" s="4"><v>46085</v></c>' in rows(result)
    assert '<xf numFmtId="164" fillId="1" applyNumberFormat="1"/></cellXfs>' in part(result, "xl/styles.xml")


def test_else_one_format_is_appended_and_used_again() -> None:
    result = put(book(worksheet("")), date(2026, 3, 4))
    styles = part(result, "xl/styles.xml")
    assert styles == STYLES.replace('count="4"', 'count="5"').replace(
        "</cellXfs>", '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    )
    again = put(result, date(2026, 3, 5), column=4)
    assert part(again, "xl/styles.xml") == styles
    assert '<c r="D2" s="4">' in rows(again)


def test_time_of_day_is_shown() -> None:
    result = put(book(worksheet("")), datetime(2026, 3, 4, 9, 30))
    assert '<xf numFmtId="22" applyNumberFormat="1"/></cellXfs>' in part(result, "xl/styles.xml")


def test_same_date_is_no_change_but_a_bare_number_is_not_a_date() -> None:
    dated = book(worksheet('<row r="2"><c r="A2" s="1"><v>46085</v></c></row>'))
    assert put(dated, date(2026, 3, 4)) is dated
    assert put(dated, datetime(2026, 3, 4)) is dated
    bare = book(worksheet('<row r="2"><c r="A2"><v>46085</v></c></row>'))
    assert put(bare, date(2026, 3, 4)) is not bare
    timed = book(worksheet('<row r="2"><c r="A2" s="1"><v>46085.604166666664</v></c></row>'))
    assert put(timed, datetime(2026, 3, 4, 14, 30)) is timed


def test_of_two_dates_for_one_cell_the_last_looks_as_the_only_one_would() -> None:
    data = book(worksheet('<row r="2"><c r="A2"/></row>'))
    for first in (date(2025, 1, 1), date(2026, 3, 4)):
        twice = [CellChange("Sheet1", 2, 1, value) for value in (first, date(2026, 3, 4))]
        assert rows(patched_package(data, twice)) == rows(put(data, date(2026, 3, 4)))


def test_styles_without_formats_are_not_added_to() -> None:
    data = book(worksheet(""), styles=f'<styleSheet xmlns="{MAIN}"/>')
    assert '<c r="A2"><v>46085</v></c>' in rows(put(data, date(2026, 3, 4)))


@pytest.mark.parametrize(
    "code", ["yyyy-mm-dd", "d/m/yy", "mmm", "[$-409]mmmm\\ d", "dddd", "mm-dd", "[Red]yyyy", "ge.m.d"]
)
def test_date_formats(code: str) -> None:
    assert shows_date(code)


@pytest.mark.parametrize(
    "code", ["General", "0.00", "h:mm", "mm:ss", '0" days"', "[Red]0", "#,##0_d", "\\d0", "@", "[h]:mm"]
)
def test_other_formats(code: str) -> None:
    assert not shows_date(code)
