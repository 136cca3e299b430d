"""Rows added to tables and below plain ranges, and everything that has to go along."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, NewRows, patched_package
from pipeline.workbook.refs import Range
from tests.workbook.packages import book, part, rows, strings, table, table_parts, worksheet

TABLE = "xl/tables/table11.xml"


def headed(*more_rows: str, columns: str = "AB", after: str = "", before: str = "") -> str:
    cells = "".join(f'<c r="{c}1" t="inlineStr"><is><t>Head {c}</t></is></c>' for c in columns)
    return worksheet(
        f'<row r="1">{cells}</row>' + "".join(more_rows), before=before, after=after + table_parts(1)
    )


def row(number: int, *values: object, style: str = "") -> str:
    cells = "".join(
        f'<c r="{chr(65 + at)}{number}"{style}/>'
        if value is None
        else f'<c r="{chr(65 + at)}{number}"{style}><v>{value}</v></c>'
        for at, value in enumerate(values)
    )
    return f'<row r="{number}">{cells}</row>'


def add(data: bytes, *new: object, name: str = "Sheet1") -> bytes:
    return patched_package(data, [NewRows(name, tuple(new))])  # type: ignore[arg-type]


def test_table_and_its_filter_grow() -> None:
    data = book(headed(row(2, 1, 2)), tables={1: [table("A1:B2", "Head A", "Head B")]})
    result = add(data, [3, 4], [5])
    assert rows(result).endswith(
        '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>4</v></c></row><row r="4"><c r="A4"><v>5</v></c></row>'
    )
    assert ' ref="A1:B4"><autoFilter ref="A1:B4"/>' in part(result, TABLE)


def test_trailing_blank_rows_are_filled_before_the_table_grows() -> None:
    sheet = headed(row(2, 1, 2), row(3, None, None, style=' s="2"'), row(4, None, None, style=' s="2"'))
    data = book(sheet, tables={1: [table("A1:B4", "Head A", "Head B")]})
    result = add(data, [3, 4])
    assert (
        '<row r="3"><c r="A3" s="2"><v>3</v></c><c r="B3" s="2"><v>4</v></c></row><row r="4"><c r="A4" s="2"/>'
        in rows(result)
    )
    assert part(result, TABLE) == part(data, TABLE)
    assert 'ref="A1:B5"' in part(add(data, [1], [2], [3]), TABLE)


def test_blank_row_in_the_middle_is_not_filled() -> None:
    data = book(headed(row(2, None, None), row(3, 1, 2)), tables={1: [table("A1:B3", "Head A", "Head B")]})
    assert '<row r="4"><c r="A4"><v>9</v></c></row>' in rows(add(data, [9]))


def test_rows_cleared_in_the_same_save_are_filled() -> None:
    data = book(headed(row(2, 1, 2), row(3, 3, 4)), tables={1: [table("A1:B3", "Head A", "Head B")]})
    edits = [CellChange("Sheet1", 3, 1, None), CellChange("Sheet1", 3, 2, None), NewRows("Sheet1", ((8, 9),))]
    result = patched_package(data, edits)
    assert '<row r="3"><c r="A3"><v>8</v></c><c r="B3"><v>9</v></c></row>' in rows(result)
    assert part(result, TABLE) == part(data, TABLE)


def test_mapping_by_header_whatever_its_case_and_spacing() -> None:
    data = book(headed(row(2, 1, 2)), tables={1: [table("A1:B2", "Head_x000a_A", "Head B")]})
    result = add(data, {"  head  b ": 4, "HEAD A": 3})
    assert '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>4</v></c></row>' in rows(result)


def test_unknown_header_is_refused() -> None:
    data = book(headed(row(2, 1, 2)), tables={1: [table("A1:B2", "Head A", "Head B")]})
    with pytest.raises(UserError, match='no column "Nope" in table Table1; it has: Head A, Head B'):
        add(data, {"Nope": 1})
    with pytest.raises(UserError, match="3 values, but table Table1 has 2 columns"):
        add(data, [1, 2, 3])


def test_table_by_its_own_name() -> None:
    data = book(
        worksheet(""), headed(row(2, 1, 2)), tables={2: [table("A1:B2", "Head A", "Head B", name="People")]}
    )
    assert '<c r="A3"><v>7</v></c>' in rows(add(data, [7], name="PEOPLE"), "xl/worksheets/sheet2.xml")


def test_of_two_tables_side_by_side_the_named_one_grows() -> None:
    sheet = worksheet(
        '<row r="1">'
        + "".join(f'<c r="{c}1" t="inlineStr"><is><t>Head {c}</t></is></c>' for c in "ABDE")
        + "</row>"
        '<row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>2</v></c></row>',
        after=table_parts(2),
    )
    both = [
        table("A1:B2", "Head A", "Head B"),
        table("D1:E2", "Head D", "Head E", name="People"),
    ]
    written = rows(add(book(sheet, tables={1: both}), [7], name="People"))
    assert '<c r="D3"><v>7</v></c>' in written
    assert 'r="A3"' not in written


def test_header_only_table_keeps_a_data_row() -> None:
    data = book(headed(), tables={1: [table("A1:B1", "Head A", "Head B")]})
    assert ' ref="A1:B2"><autoFilter ref="A1:B2"/>' in part(add(data, [1, 2]), TABLE)


def test_insert_row_of_an_empty_table_becomes_a_data_row() -> None:
    data = book(headed(), tables={1: [table("A1:B2", "Head A", "Head B", attributes=' insertRow="1"')]})
    result = add(data, [1, 2])
    assert '<row r="2"><c r="A2"><v>1</v></c>' in rows(result)
    assert "insertRow" not in part(result, TABLE)
    assert ' ref="A1:B2">' in part(result, TABLE)


def test_table_without_header_row() -> None:
    made = table("A1:B1", "Column1", "Column2", attributes=' headerRowCount="0"', filtered=False)
    data = book(worksheet(row(1, 1, 2), after=table_parts(1)), tables={1: [made]})
    result = add(data, {"column2": 5})
    assert '<row r="2"><c r="B2"><v>5</v></c></row>' in rows(result)
    assert ' ref="A1:B2"' in part(result, TABLE)


def test_totals_row_is_refused_unless_there_is_room_above() -> None:
    made = table("A1:B4", "Head A", "Head B", attributes=' totalsRowCount="1"', filtered=False)
    data = book(headed(row(2, 1, 2), row(3, None, None), row(4, 9, 9)), tables={1: [made]})
    assert '<row r="3"><c r="A3"><v>5</v></c>' in rows(add(data, [5]))
    with pytest.raises(UserError, match="totals row"):
        add(data, [5], [6])


def test_cell_in_use_below_is_refused() -> None:
    data = book(headed(row(2, 1, 2), row(4, None, 7)), tables={1: [table("A1:B2", "Head A", "Head B")]})
    assert add(data, [5])
    with pytest.raises(UserError, match="Sheet1!B4 below it is in use"):
        add(data, [5], [6])


def test_what_stands_right_below_is_said_with_the_way_to_take_it_in() -> None:
    data = book(headed(row(2, 1, 2), row(3, None, 7)), tables={1: [table("A1:B2", "Head A", "Head B")]})
    with pytest.raises(UserError) as stop:
        add(data, [5])
    assert str(stop.value) == (
        "Table Table1 has no room for a new row: Sheet1!B3 below it is in use. If what stands there belongs to the table,"
        " drag the corner at the table's lower right down over it in Excel; else move it away. Save, and try again."
    )
    with pytest.raises(UserError, match="has no room for 2 new rows: "):
        add(data, [5], [6])


def test_styled_blank_cells_below_are_no_hindrance() -> None:
    data = book(
        headed(row(2, 1, 2), row(3, None, None, style=' s="2"')),
        tables={1: [table("A1:B2", "Head A", "Head B")]},
    )
    assert '<row r="3"><c r="A3" s="2"><v>5</v></c><c r="B3" s="2"/></row>' in rows(add(data, [5]))


def test_table_below_a_table_is_refused() -> None:
    sheet = headed(row(2, 1, 2), after="").replace(table_parts(1), table_parts(2))
    both = [table("A1:B2", "Head A", "Head B"), table("B5:C6", "X", "Y", name="Other")]
    data = book(sheet, tables={1: both})
    assert add(data, [1], [2])
    with pytest.raises(UserError, match="table Other stands below it at Sheet1!B5"):
        add(data, [1], [2], [3])


@pytest.mark.parametrize("below", ['<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>'])
def test_merged_cells_below_are_refused(below: str) -> None:
    data = book(headed(row(2, 1, 2), after=below), tables={1: [table("A1:B2", "Head A", "Head B")]})
    with pytest.raises(UserError, match="cannot grow over Sheet1!B3"):
        add(data, [1])


def test_query_table_is_refused() -> None:
    made = table("A1:B2", "Head A", "Head B", attributes=' tableType="queryTable"')
    with pytest.raises(UserError, match="filled by a query"):
        add(book(headed(row(2, 1, 2)), tables={1: [made]}), [1])


@pytest.mark.parametrize("ref", ["", "A:B2", "A1:B", "1:2"])
def test_a_table_whose_range_cannot_be_read_is_a_damaged_workbook(ref: str) -> None:
    made = table(ref, "Head A", "Head B", filtered=False)
    with pytest.raises(UserError, match=r"The workbook is damaged.*table"):
        add(book(headed(row(2, 1, 2)), tables={1: [made]}), [1])


def test_rows_for_a_sheet_go_there_though_another_sheets_table_has_its_name() -> None:
    tables = {1: [table("A1:B2", "Head A", "Head B")], 2: [table("A1:B2", "Head A", "Head B", name="Sheet1")]}
    data = book(headed(row(2, 1, 2)), headed(row(2, 1, 2)), tables=tables)
    result = patched_package(data, [NewRows("Sheet1", ({"Head A": 7},))])
    assert '<c r="A3"><v>7</v></c>' in rows(result)
    assert rows(result, "xl/worksheets/sheet2.xml") == rows(data, "xl/worksheets/sheet2.xml")


@pytest.mark.parametrize(
    ("row_", "column", "met"), [(4, 3, True), (1, 3, False), (7, 3, False), (4, 1, False), (4, 5, False)]
)
def test_only_what_shares_a_cell_is_in_a_tables_way(row_: int, column: int, met: bool) -> None:
    """What stands above, below or beside is not."""
    below, other = Range(4, 3, 5, 3), Range(row_, column, row_ + 1, column + 1)
    assert (below.overlaps(other), other.overlaps(below)) == (met, met)


def test_header_cell_is_the_column_s_name() -> None:
    data = book(headed(row(2, 1, 2)), tables={1: [table("A1:B2", "Head A", "Head B")]})
    with pytest.raises(UserError, match="Sheet1!A1 is the header"):
        patched_package(data, [CellChange("Sheet1", 1, 1, "Other")])
    assert patched_package(data, [CellChange("Sheet1", 1, 1, "Head A")]) is data


def test_totals_cell_is_refused() -> None:
    made = table("A1:B3", "Head A", "Head B", attributes=' totalsRowCount="1"', filtered=False)
    data = book(headed(row(2, 1, 2), row(3, 1, 2)), tables={1: [made]})
    with pytest.raises(UserError, match="Sheet1!B3 is in the totals row"):
        patched_package(data, [CellChange("Sheet1", 3, 2, 1)])
    assert '<c r="B2"><v>7</v></c>' in rows(patched_package(data, [CellChange("Sheet1", 2, 2, 7)]))


def test_calculated_column_is_written_for_new_rows() -> None:
    formula = "Table1[[#This Row],[Head A]]*2"
    sheet = headed(f'<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="2"><f>{formula}</f><v>2</v></c></row>')
    data = book(sheet, tables={1: [table("A1:B2", "Head A", f"Head B={formula}")]})
    result = add(data, [5], {"Head A": 6})
    for number in (3, 4):
        assert f'<c r="B{number}" s="2"><f>{formula}</f></c>' in rows(result)
    assert '<calcPr fullCalcOnLoad="1"/>' in part(result, "xl/workbook.xml")
    with pytest.raises(UserError, match='"Head B" of table Table1 is calculated'):
        add(data, [5, 6])


def test_a_formula_carried_down_is_calculated_on_opening_also_where_calculation_is_manual() -> None:
    formula = "Table1[[#This Row],[Head A]]*2"
    sheet = headed(f'<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>{formula}</f><v>2</v></c></row>')
    data = book(
        sheet,
        tables={1: [table("A1:B2", "Head A", f"Head B={formula}")]},
        extra='<calcPr calcMode="manual"/>',
    )
    assert 'fullCalcOnLoad="1"' in part(add(data, [5]), "xl/workbook.xml")


def test_calculated_column_with_cell_references_is_carried_down() -> None:
    cell = '<c r="B2"><f>A2*$A$1+LOG10(A2)&amp;"A2"</f><v>2</v></c>'
    sheet = headed(f'<row r="2"><c r="A2"><v>1</v></c>{cell}</row>')
    data = book(sheet, tables={1: [table("A1:B2", "Head A", 'Head B=A2*$A$1+LOG10(A2)&amp;"A2"')]})
    result = rows(add(data, [5], [6]))
    assert '<c r="B3"><f>A3*$A$1+LOG10(A3)&amp;"A2"</f></c>' in result
    assert '<c r="B4"><f>A4*$A$1+LOG10(A4)&amp;"A2"</f></c>' in result


def test_calculated_column_shared_formula_is_carried_down() -> None:
    cells = '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" ref="B2:B3" si="4">A2+1</f></c></row>'
    cells += '<row r="3"><c r="A3"><v>1</v></c><c r="B3"><f t="shared" si="4"/></c></row>'
    data = book(headed(cells), tables={1: [table("A1:B3", "Head A", "Head B=A2+1")]})
    assert '<c r="B4"><f>A4+1</f></c>' in rows(add(data, [5]))


def test_calculated_column_that_cannot_be_carried_down_is_refused() -> None:
    data = book(headed(row(2, 1, 2)), tables={1: [table("A1:B2", "Head A", "Head B=A2+1")]})
    with pytest.raises(UserError, match="cannot be carried down to Sheet1!B3"):
        add(data, [5])


def test_calculated_array_column() -> None:
    made = (
        table("A1:B2", "Head A", "Head B=SUM(Table1[Head A])")
        .replace("<calc", "<calc")
        .replace("Formula>SUM", 'Formula array="1">SUM')
    )
    data = book(headed('<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>'), tables={1: [made]})
    assert '<c r="B3"><f t="array" ref="B3">SUM(Table1[Head A])</f></c>' in rows(add(data, [5]))


def test_rows_with_nothing_but_calculated_cells_count_as_blank() -> None:
    sheet = headed(row(2, 1, 2), '<row r="3"><c r="B3"><f>1</f><v>1</v></c></row>')
    data = book(sheet, tables={1: [table("A1:B3", "Head A", "Head B=1")]})
    result = add(data, [5])
    assert '<row r="3"><c r="A3"><v>5</v></c><c r="B3"><f>1</f><v>1</v></c></row>' in rows(result)
    assert part(result, TABLE) == part(data, TABLE)


def test_new_rows_look_like_the_row_above() -> None:
    shaded = '<row r="2" s="3" customFormat="1" ht="40" customHeight="1"><c r="A2" s="1"><v>1</v></c><c r="B2" s="2"/></row>'
    data = book(headed(shaded), tables={1: [table("A1:B2", "Head A", "Head B")]})
    result = rows(add(data, [date(2026, 3, 4)]))
    assert result.endswith(
        '<row r="3" s="3" customFormat="1"><c r="A3" s="1"><v>46085</v></c><c r="B3" s="2"/></row>'
    )


def test_blank_cells_are_written_only_where_neither_column_nor_row_has_their_look() -> None:
    columns = '<cols><col min="1" max="2" style="1"/><col min="3" max="3" style="2"/></cols>'
    above = '<row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2" s="3"/><c r="C2" s="2"/></row>'
    data = book(
        headed(above, columns="ABC", before=columns),
        tables={1: [table("A1:C2", "Head A", "Head B", "Head C")]},
    )
    result = rows(patched_package(data, [NewRows("Sheet1", ((5,),)), NewRows("Sheet1", ((None, 6),))]))
    assert result.endswith(
        '<row r="3"><c r="A3" s="1"><v>5</v></c><c r="B3" s="3"/></row><row r="4"><c r="B4" s="3"><v>6</v></c></row>'
    )


def test_new_rows_without_one_above_take_the_columns_look_and_no_blank_cells() -> None:
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c><c r="B1" t="inlineStr"><is><t>B</t></is></c></row>'
    sheet = worksheet(head, before='<cols><col min="1" max="2" style="2"/></cols>', after=table_parts(1))
    data = book(sheet, tables={1: [table("A1:B1", "A", "B")]})
    assert rows(add(data, [5])).endswith('<row r="2"><c r="A2" s="2"><v>5</v></c></row>')


def test_rows_of_a_second_addition_look_the_same() -> None:
    shaded = '<row r="2" s="3" customFormat="1"><c r="A2" s="1"><v>1</v></c><c r="B2" s="2"/></row>'
    data = book(headed(shaded), tables={1: [table("A1:B2", "Head A", "Head B")]})
    result = rows(patched_package(data, [NewRows("Sheet1", ((5,),)), NewRows("Sheet1", ((6,),))]))
    assert result.endswith(
        '<row r="4" s="3" customFormat="1"><c r="A4" s="1"><v>6</v></c><c r="B4" s="2"/></row>'
    )


def test_header_s_look_is_not_carried_down() -> None:
    head = '<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>Head A</t></is></c></row>'
    data = book(worksheet(head, after=table_parts(1)), tables={1: [table("A1:A1", "Head A")]})
    assert rows(add(data, [5])).endswith('<row r="2"><c r="A2"><v>5</v></c></row>')


def test_validations_and_formats_that_end_with_the_table_grow() -> None:
    after = (
        '<conditionalFormatting sqref="A2:B3"><cfRule type="expression" priority="1"><formula>A2</formula></cfRule></conditionalFormatting>'
        '<conditionalFormatting sqref="A2:B9"/><conditionalFormatting sqref="D2:D3"/>'
        '<dataValidations count="2"><dataValidation type="list" sqref="B2:B3 F3"/><dataValidation sqref="A3"/></dataValidations>'
    )
    data = book(
        headed(row(2, 1, 2), row(3, 1, 2), after=after), tables={1: [table("A1:B3", "Head A", "Head B")]}
    )
    result = part(add(data, [1], [2]))
    expected = (
        after.replace('"A2:B3"', '"A2:B5"')
        .replace('"B2:B3 F3"', '"B2:B5 F3"')
        .replace('sqref="A3"', 'sqref="A3:A5"')
    )
    assert expected in result


def test_x14_validations_and_formats_grow_and_sparklines_do_not() -> None:
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    xm = "http://schemas.microsoft.com/office/excel/2006/main"
    ext = (
        f'<extLst><ext xmlns:x14="{x14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="{xm}"><x14:cfRule/>'
        "<xm:sqref>A2:A3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>"
        f'<ext xmlns:x14="{x14}"><x14:dataValidations xmlns:xm="{xm}"><x14:dataValidation><xm:sqref>B3 B2:B3</xm:sqref>'
        "</x14:dataValidation></x14:dataValidations></ext>"
        f'<ext xmlns:x14="{x14}"><x14:sparklineGroups xmlns:xm="{xm}"><x14:sparkline><xm:sqref>B3</xm:sqref></x14:sparkline>'
        "</x14:sparklineGroups></ext></extLst>"
    )
    sheet = headed(row(2, 1, 2), row(3, 1, 2)).replace("</worksheet>", ext + "</worksheet>")
    result = part(add(book(sheet, tables={1: [table("A1:B3", "Head A", "Head B")]}), [1]))
    assert ext.replace("A2:A3", "A2:A4").replace("B3 B2:B3", "B3:B4 B2:B4") in result


def test_ranges_stay_when_blank_rows_were_filled() -> None:
    after = '<dataValidations count="1"><dataValidation sqref="A2:A3"/></dataValidations>'
    data = book(headed(row(2, 1, 2), after=after), tables={1: [table("A1:B3", "Head A", "Head B")]})
    assert after in part(add(data, [1]))


def test_table_at_the_sheet_s_end_is_refused() -> None:
    data = book(headed(row(1_048_576, 1, 2)), tables={1: [table("A1:B1048576", "Head A", "Head B")]})
    with pytest.raises(UserError, match="full"):
        add(data, [1])


def test_two_additions_in_one_save() -> None:
    data = book(headed(row(2, 1, 2)), tables={1: [table("A1:B2", "Head A", "Head B")]})
    result = patched_package(data, [NewRows("Sheet1", ((3,),)), NewRows("table1", ((4,),))])
    assert '<c r="A3"><v>3</v></c>' in rows(result)
    assert '<c r="A4"><v>4</v></c>' in rows(result)
    assert 'ref="A1:B4"' in part(result, TABLE)


def test_below_a_plain_range() -> None:
    data = book(worksheet(row(1, 1, 2) + row(2, 3, 4, style=' s="2"') + row(9, None, style=' s="3"')))
    result = rows(add(data, [5, "x"], [6]))
    assert '<row r="3"><c r="A3" s="2"><v>5</v></c><c r="B3" s="2" t="inlineStr">' in result
    assert '<row r="4"><c r="A4" s="2"><v>6</v></c><c r="B4" s="2"/></row><row r="9">' in result


def test_below_a_plain_range_that_starts_elsewhere() -> None:
    sheet = worksheet(
        '<row r="3"><c r="A3" s="2"/><c r="D3"><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c></row>'
    )
    assert '<row r="5"><c r="C5"><v>7</v></c></row>' in rows(add(book(sheet), [7]))


def test_below_a_plain_range_by_header_under_a_title() -> None:
    texts = strings("My list", "Name", "E-mail")
    cells = '<row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="3"><c r="B3" t="s" s="2"><v>1</v></c><c r="C3" t="s" s="2"><v>2</v></c></row>'
    data = book(worksheet(cells), sst=texts)
    result = rows(add(data, {"e-mail": 1, "NAME": 2}, [3, 4]))
    assert result.endswith(
        '<row r="4"><c r="B4"><v>2</v></c><c r="C4"><v>1</v></c></row><row r="5"><c r="B5"><v>3</v></c><c r="C5"><v>4</v></c></row>'
    )
    with pytest.raises(UserError, match='no column "Phone" on Sheet1'):
        add(data, {"Phone": 1})


def test_below_merged_cells() -> None:
    sheet = worksheet(row(1, 1, 2), after='<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>')
    assert '<row r="4"><c r="A4"><v>7</v></c></row>' in rows(add(book(sheet), [7]))


def test_empty_sheet_starts_at_row_1() -> None:
    assert (
        rows(add(book(worksheet("")), [1, 2]))
        == '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    )
    with pytest.raises(UserError, match='no column "Name"'):
        add(book(worksheet("")), {"Name": 1})


def test_no_rows_is_no_change() -> None:
    data = book(worksheet(""))
    assert add(data) is data


def test_rows_below_rows_of_the_same_save() -> None:
    result = patched_package(book(worksheet("")), [NewRows("Sheet1", ((1,),)), NewRows("Sheet1", ((2,),))])
    assert rows(result) == '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
