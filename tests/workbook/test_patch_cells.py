"""Cells put into all the ways a sheet can be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import CachedValue, CellChange, patch_cells, patched_package
from tests.workbook.packages import MAIN, STYLES, book, part, parts, raw, rows, strings, worksheet
from tests.workbook.packages import packed as pack


def put(data: bytes, row: int, column: int, value: object, sheet: str = "Sheet1") -> bytes:
    return patched_package(data, [CellChange(sheet, row, column, value)])  # type: ignore[arg-type]


def test_number_replaced_keeps_style_and_neighbors() -> None:
    data = book(worksheet('<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1"><v>2</v></c></row>'))
    assert rows(put(data, 1, 1, 5)) == '<row r="1"><c r="A1" s="2"><v>5</v></c><c r="B1"><v>2</v></c></row>'


def test_last_blank_styled_cell_of_a_row_does_not_swallow_the_row_end() -> None:
    data = book(
        worksheet(
            '<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="2"/></row><row r="3"><c r="A3"><v>9</v></c></row>'
        )
    )
    expected = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="2"><v>7</v></c></row><row r="3"><c r="A3"><v>9</v></c></row>'
    assert rows(put(data, 2, 2, 7)) == expected


def test_cleared_cell_keeps_its_element_and_style() -> None:
    data = book(worksheet('<row r="1"><c r="A1" s="2" t="b"><v>1</v></c></row>'))
    assert rows(put(data, 1, 1, None)) == '<row r="1"><c r="A1" s="2"/></row>'
    assert rows(put(data, 1, 1, "")) == '<row r="1"><c r="A1" s="2"/></row>'


def test_clearing_what_is_blank_or_absent_changes_nothing() -> None:
    data = book(worksheet('<row r="1"><c r="A1" s="2"/></row>'))
    assert put(data, 1, 1, None) is data
    assert put(data, 1, 5, None) is data
    assert put(data, 9, 5, "") is data


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c r='A1'><v>1.50</v></c>", 1.5),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="s"><v>1</v></c>', "two"),
        ('<c r="A1" t="inlineStr"><is><r><t>t</t></r><r><t>wo</t></r></is></c>', "two"),
        ('<c r="A1" t="str"><v>two</v></c>', "two"),
    ],
)
def test_value_already_there_is_no_change(cell: str, value: object) -> None:
    data = book(worksheet(f'<row r="1">{cell}</row>'), sst=strings("one", "two"))
    assert put(data, 1, 1, value) is data


def test_one_is_not_true() -> None:
    data = book(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    assert rows(put(data, 1, 1, True)) == '<row r="1"><c r="A1" t="b"><v>1</v></c></row>'


def test_change_taken_back_in_the_same_save_is_none() -> None:
    data = book(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    assert patched_package(data, [CellChange("Sheet1", 1, 1, 2), CellChange("Sheet1", 1, 1, 1)]) is data


def test_new_cells_stand_in_order() -> None:
    data = book(worksheet('<row r="1"><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row>'))
    edits = [CellChange("Sheet1", 1, column, column) for column in (5, 3, 1, 27)]
    cells = [
        f'<c r="{name}1"><v>{n}</v></c>'
        for name, n in (("A", 1), ("B", 2), ("C", 3), ("D", 4), ("E", 5), ("AA", 27))
    ]
    assert rows(patched_package(data, edits)) == f'<row r="1">{"".join(cells)}</row>'


def test_new_rows_stand_in_order() -> None:
    data = book(worksheet('<row r="2"><c r="A2"><v>2</v></c></row>'))
    edits = [CellChange("Sheet1", row, 1, row) for row in (4, 1, 3)]
    assert rows(patched_package(data, edits)) == "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (1, 2, 3, 4)
    )


def test_self_closing_row() -> None:
    data = book(worksheet('<row r="1" ht="20" /><row r="2"/>'))
    assert rows(put(data, 1, 2, 5)) == '<row r="1" ht="20" ><c r="B1"><v>5</v></c></row><row r="2"/>'


@pytest.mark.parametrize("empty", ["<sheetData/>", "<sheetData />", "<sheetData></sheetData>"])
def test_self_closing_sheet_data(empty: str) -> None:
    data = book(worksheet("").replace("<sheetData></sheetData>", empty))
    assert '<row r="3"><c r="B3"><v>5</v></c></row></sheetData></worksheet>' in part(put(data, 3, 2, 5))


def test_rows_and_cells_without_r() -> None:
    data = book(worksheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
    result = patched_package(
        data, [CellChange("Sheet1", 1, 2, 9), CellChange("Sheet1", 2, 3, 8), CellChange("Sheet1", 3, 1, 7)]
    )
    assert rows(result) == (
        '<row><c><v>1</v></c><c><v>9</v></c></row><row><c><v>3</v></c><c r="C2"><v>8</v></c></row>'
        '<row r="3"><c r="A3"><v>7</v></c></row>'
    )


def test_rows_out_of_order_are_refused() -> None:
    data = book(worksheet('<row r="2"/><row r="1"/>'))
    with pytest.raises(UserError, match="row 1 after row 2"):
        put(data, 3, 1, 1)


def test_cells_out_of_order_are_refused() -> None:
    data = book(worksheet('<row r="2"><c r="B2"/><c r="A2"/></row>'))
    with pytest.raises(UserError, match="A2 out of place"):
        put(data, 2, 1, 1)


def test_comments_between_rows_and_rows_inside_comments() -> None:
    before = '<!-- <row r="2"><c r="A2"/></row> --><row r="3"><!-- <c r="A3"/> --><c r="B3"><v>1</v></c></row><!-- end -->'
    result = rows(put(put(book(worksheet(before)), 2, 1, 5), 3, 1, 6))
    assert result == (
        '<!-- <row r="2"><c r="A2"/></row> --><row r="2"><c r="A2"><v>5</v></c></row>'
        '<row r="3"><!-- <c r="A3"/> --><c r="A3"><v>6</v></c><c r="B3"><v>1</v></c></row><!-- end -->'
    )


def test_cdata_that_looks_like_cells() -> None:
    cell = '<c r="A1" t="inlineStr"><is><t><![CDATA[</c></row><row r="7">]]></t></is></c>'
    data = book(worksheet(f'<row r="1">{cell}</row>'))
    assert put(data, 1, 1, '</c></row><row r="7">') is data
    assert rows(put(data, 1, 2, 5)) == f'<row r="1">{cell}<c r="B1"><v>5</v></c></row>'
    assert rows(put(data, 1, 1, 5)) == '<row r="1"><c r="A1"><v>5</v></c></row>'


def test_processing_instruction_between_rows() -> None:
    data = book(worksheet('<?x <row r="1"/>?><row r="2"/>'))
    assert rows(put(data, 1, 1, 1)) == '<?x <row r="1"/>?><row r="1"><c r="A1"><v>1</v></c></row><row r="2"/>'


def test_x14ac_attributes_and_odd_spacing_stay() -> None:
    row = "<row\n r='1'  spans='1:2' x14ac:dyDescent=\"0.25\" >\n<c  r = 'A1'\ts='2' ><v>1</v></c >\n</row >"
    root = ' xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
    result = rows(put(book(worksheet(row, root=root)), 1, 1, 5))
    assert (
        result
        == "<row\n r='1'  spans='1:2' x14ac:dyDescent=\"0.25\" >\n<c r = 'A1'\ts='2'><v>5</v></c>\n</row >"
    )


def test_greater_than_in_an_attribute() -> None:
    data = book(worksheet('<row r="1" foo="a>b"><c r="A1" foo="/>"><v>1</v></c></row>'))
    assert rows(put(data, 1, 1, 2)) == '<row r="1" foo="a>b"><c r="A1" foo="/>"><v>2</v></c></row>'


def test_prefixed_root() -> None:
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    result = part(
        patched_package(book(sheet), [CellChange("Sheet1", 1, 1, "t"), CellChange("Sheet1", 2, 1, 2)])
    )
    assert '<x:c r="A1" t="inlineStr"><x:is><x:t>t</x:t></x:is></x:c>' in result
    assert '</x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row></x:sheetData>' in result


def test_prefixed_self_closing_sheet_data_and_strings() -> None:
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData/></x:worksheet>'
    data = book(sheet, sst=f'<y:sst xmlns:y="{MAIN}" count="0" uniqueCount="0"/>')
    result = put(data, 1, 1, "t")
    assert '<x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>' in part(
        result
    )
    assert part(result, "xl/sharedStrings.xml").endswith(
        'count="1" uniqueCount="1"><y:si><y:t>t</y:t></y:si></y:sst>'
    )


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-16-le", "utf-8-sig", "iso-8859-1"])
def test_encodings_and_byte_order_marks_are_kept(codec: str) -> None:
    name = {"utf-8-sig": "UTF-8", "iso-8859-1": "ISO-8859-1"}.get(codec, "UTF-16")
    sheet = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>é</t></is></c></row>').replace(
        '"UTF-8"', f'"{name}"'
    )
    result = put(book(sheet.encode(codec)), 1, 2, "ü 𝄞")
    text = raw(result).decode(codec)
    added = "ü 𝄞" if codec != "iso-8859-1" else "ü &#119070;"
    assert text == sheet.replace("</row>", f'<c r="B1" t="inlineStr"><is><t>{added}</t></is></c></row>')
    assert raw(result)[:2] == sheet.encode(codec)[:2]
    assert put(result, 1, 2, "ü 𝄞") is result


def test_dimension_and_spans_follow() -> None:
    data = book(
        worksheet('<row r="2" spans="2:3"><c r="B2"><v>1</v></c></row>', before='<dimension ref="B2:C2"/>')
    )
    result = part(patched_package(data, [CellChange("Sheet1", 2, 5, 1), CellChange("Sheet1", 4, 1, 1)]))
    assert '<dimension ref="A2:E4"/>' in result
    assert '<row r="2" spans="2:5">' in result


@pytest.mark.parametrize(
    "garbage",
    ['<dimension ref=""/>', "<dimension/>", '<dimension ref="A1:#REF!"/>', '<dimension ref="1:1"/>'],
)
def test_garbage_dimension_is_left_alone(garbage: str) -> None:
    data = book(worksheet("", before=garbage))
    assert garbage in part(put(data, 9, 9, 1))


def test_spans_in_several_pieces_or_garbage() -> None:
    data = book(worksheet('<row r="1" spans="1:2 5:6"/><row r="2" spans="x"/>'))
    result = part(patched_package(data, [CellChange("Sheet1", 1, 4, 1), CellChange("Sheet1", 2, 4, 1)]))
    assert '<row r="1" spans="1:6">' in result
    assert '<row r="2" spans="x">' in result
    assert '<row r="1" spans="1:2 5:6">' in part(put(data, 1, 6, 1))


def test_new_cell_takes_its_row_s_style_else_its_column_s() -> None:
    data = book(
        worksheet(
            '<row r="1" s="2" customFormat="1"/><row r="2" s="2"/>',
            before='<cols><col min="2" max="4" style="3"/></cols>',
        )
    )
    result = rows(patched_package(data, [CellChange("Sheet1", row, 3, 1) for row in (1, 2, 3)]))
    assert [f'<c r="C{n}" s="{s}"><v>1</v></c>' in result for n, s in ((1, 2), (2, 3), (3, 3))] == [True] * 3


def test_metadata_of_the_old_value_goes() -> None:
    data = book(worksheet('<row r="1"><c r="A1" t="e" vm="1" ph="1"><v>#VALUE!</v></c></row>'))
    assert rows(put(data, 1, 1, 5)) == '<row r="1"><c r="A1" ph="1"><v>5</v></c></row>'


def test_only_the_needed_members_change() -> None:
    content = parts(
        worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
        sst=strings("x"),
        more={"xl/media/a.png": b"\x89PNG"},
    )
    data = pack(content)
    result = put(data, 1, 1, 2)
    changed = [name for name in content if raw(data, name) != raw(result, name)]
    assert changed == ["xl/worksheets/sheet1.xml"]


def test_several_sheets_in_one_save() -> None:
    data = book(worksheet(""), worksheet(""), sst=strings("x"))
    result = patched_package(
        data,
        [CellChange("Sheet1", 1, 1, "a"), CellChange("sheet2", 1, 1, "b"), CellChange("SHEET1", 1, 2, "b")],
    )
    assert '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c>' in part(result)
    assert '<c r="A1" t="s"><v>2</v></c>' in part(result, "xl/worksheets/sheet2.xml")


def test_cached_value_is_replaced_and_the_formula_stays() -> None:
    cell = '<c r="A1" s="2" t="str"><f  ca="1">T(B1)</f><v>old</v></c>'
    data = book(worksheet(f'<row r="1">{cell}</row>'), extra="<calcPr/>")
    result = patched_package(data, [CachedValue("Sheet1", 1, 1, 5)])
    assert rows(result) == '<row r="1"><c r="A1" s="2"><f  ca="1">T(B1)</f><v>5</v></c></row>'
    assert "fullCalcOnLoad" not in part(result, "xl/workbook.xml")
    texts = patched_package(data, [CachedValue("Sheet1", 1, 1, " a<b ")])
    assert '<f  ca="1">T(B1)</f><v xml:space="preserve"> a&lt;b </v>' in rows(texts)
    assert patched_package(data, [CachedValue("Sheet1", 1, 1, "old")]) is data


def test_cached_value_of_a_shared_formula_without_value() -> None:
    data = book(worksheet('<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>'))
    result = patched_package(data, [CachedValue("Sheet1", 1, 1, True)])
    assert rows(result) == '<row r="1"><c r="A1" t="b"><f t="shared" si="0"/><v>1</v></c></row>'


def test_cached_value_needs_a_formula() -> None:
    data = book(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    with pytest.raises(UserError, match="Sheet1!A1 holds no formula"):
        patched_package(data, [CachedValue("Sheet1", 1, 1, 2)])


def test_no_styles_part_gives_no_styles() -> None:
    from datetime import date

    data = book(worksheet(""), styles=None)
    result = patched_package(
        data, [CellChange("Sheet1", 1, 1, "=a"), CellChange("Sheet1", 1, 2, date(2026, 1, 1))]
    )
    assert '<c r="A1" t="inlineStr"><is><t>=a</t></is></c><c r="B1"><v>46023</v></c>' in rows(result)


def test_styles_are_untouched_when_not_needed() -> None:
    data = book(worksheet(""))
    assert part(put(data, 1, 1, "text"), "xl/styles.xml") == STYLES


def test_where_every_cell_says_it_already_the_copy_is_made_all_the_same(tmp_path: Path) -> None:
    source, target = tmp_path / "book.xlsx", tmp_path / "copy.xlsx"
    source.write_bytes(book(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')))
    patch_cells(source, target, [CellChange("Sheet1", 1, 1, 1)])
    assert target.read_bytes() == source.read_bytes()


def test_a_sheet_whose_markup_is_broken_is_refused_in_a_sentence() -> None:
    broken = book('<worksheet><sheetData><row r="1"><c r="A1"></row></sheetData></worksheet>')
    with pytest.raises(UserError, match="damaged"):
        patched_package(broken, [CellChange("Sheet1", 1, 1, 2)])
