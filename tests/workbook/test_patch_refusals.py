"""What must not be touched, and when formulas are to be calculated anew."""

from __future__ import annotations

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, Edit, NewRows, patched_package
from pipeline.workbook.formulas import carried, row_bound
from tests.workbook.packages import MAIN, Related, book, part, relationships, rows, worksheet

BOOK = "xl/workbook.xml"


def refused(data: bytes, row: int, column: int, words: str, value: object = 5) -> None:
    with pytest.raises(UserError, match=words):
        patched_package(data, [CellChange("Sheet1", row, column, value)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "formula",
    [
        "<f>1+1</f>",
        '<f t="shared" ref="A1:A9" si="0">B1</f>',
        '<f t="shared" si="0"/>',
        '<f t="array" ref="A1">B1</f>',
        "<f/>",
    ],
)
@pytest.mark.parametrize("value", [5, None, "2"])
def test_formula_is_never_overwritten(formula: str, value: object) -> None:
    data = book(worksheet(f'<row r="1"><c r="A1">{formula}<v>2</v></c></row>'))
    refused(data, 1, 1, "Sheet1!A1 holds a formula", value)


def test_array_spill_and_data_table_ranges_are_refused() -> None:
    array = '<c r="A1" cm="1"><f t="array" ref="A1:B2">X</f><v>1</v></c><c r="B1"><v>2</v></c>'
    data_table = '<c r="F1"><f t="dataTable" ref="F1:G2" dt2D="1" r1="A1"/><v>1</v></c>'
    data = book(worksheet(f'<row r="1">{array}{data_table}</row>'))
    for row, column in ((1, 2), (2, 1), (2, 2), (2, 7)):
        refused(data, row, column, "array formula or a data table")
    assert patched_package(data, [CellChange("Sheet1", 2, 3, 5)])


def test_shared_formula_range_without_formula_may_be_written() -> None:
    data = book(
        worksheet(
            '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1</f></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
        )
    )
    assert '<c r="A2"><v>5</v></c>' in rows(patched_package(data, [CellChange("Sheet1", 2, 1, 5)]))


def test_merged_cells() -> None:
    data = book(worksheet("", after='<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>'))
    for row, column in ((2, 3), (3, 2), (3, 3)):
        refused(data, row, column, "covered by merged cells")
    assert '<c r="B2"><v>5</v></c>' in rows(patched_package(data, [CellChange("Sheet1", 2, 2, 5)]))


def test_pivot_table() -> None:
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(Related("pivotTable", "../pivotTables/p1.xml")),
        "xl/pivotTables/p1.xml": f'<pivotTableDefinition xmlns="{MAIN}"><location ref="A3:B9"/></pivotTableDefinition>',
    }
    data = book(worksheet(""), more=more)
    refused(data, 4, 2, "Sheet1!B4 belongs to a pivot table")
    assert patched_package(data, [CellChange("Sheet1", 2, 2, 5)])


def test_calc_chain_is_untouched() -> None:
    chain = f'<calcChain xmlns="{MAIN}"><c r="A1" i="1"/></calcChain>'
    data = book(worksheet('<row r="1"><c r="A1"><f>B1</f></c></row>'), more={"xl/calcChain.xml": chain})
    assert part(patched_package(data, [CellChange("Sheet1", 1, 2, 5)]), "xl/calcChain.xml") == chain


def test_everything_is_refused_when_one_thing_is() -> None:
    data = book(worksheet('<row r="1"><c r="A1"><f>1</f></c></row>'))
    edits: list[Edit] = [CellChange("Sheet1", 5, 5, 5), CellChange("Sheet1", 1, 1, 5)]
    with pytest.raises(UserError, match="A1"):
        patched_package(data, edits)


@pytest.mark.parametrize(
    "row",
    [
        '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
        '<row r="2"><c r="A2" s="first"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></row>',
    ],
    ids=["cells out of order", "a style without a number", "a cell without an end"],
)
def test_nothing_is_added_below_a_row_that_cannot_be_read(row: str) -> None:
    titles = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
    with pytest.raises(UserError, match=r"The workbook is damaged.*Open it in Excel"):
        patched_package(book(worksheet(titles + row)), [NewRows("Sheet1", ({"Name": "Ada"},))])


def test_a_cell_inside_of_something_unknown_is_not_written_into() -> None:
    refused(book(worksheet('<row r="1"><x><c r="A1"><v>1</v></c></x></row>')), 1, 1, "was not changed")


@pytest.mark.parametrize(("row", "column"), [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385), (-1, 2)])
def test_outside_of_any_sheet(row: int, column: int) -> None:
    refused(book(worksheet("")), row, column, "outside of any sheet")


def test_unknown_sheet_and_other_kinds_of_sheet() -> None:
    data = book(worksheet(""), names=("My list",))
    with pytest.raises(UserError, match='no sheet "Nope"; it has: My list'):
        patched_package(data, [CellChange("Nope", 1, 1, 1)])
    related = relationships(Related("chartsheet", "worksheets/sheet1.xml"))
    data = book(worksheet(""), more={"xl/_rels/workbook.xml.rels": related})
    refused(data, 1, 1, "is a chartsheet")
    with pytest.raises(UserError, match='"Nope"'):
        patched_package(data, [NewRows("Nope", ((1,),))])


def test_sheet_name_is_quoted_where_it_has_to_be() -> None:
    data = book(worksheet('<row r="1"><c r="A1"><f>1</f></c></row>'), names=("Bob's list",))
    with pytest.raises(UserError, match=r"'Bob''s list'!A1 holds a formula"):
        patched_package(data, [CellChange("bob's LIST", 1, 1, 1)])


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 2**53 + 1, 10**400])
def test_numbers_no_cell_can_hold(value: float) -> None:
    refused(book(worksheet("")), 1, 1, "Sheet1!A1 cannot hold that number", value)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (1.0, "1"), (0.1, "0.1"), (1e300, "1e+300"), (-2.5, "-2.5"), (10**15, "1" + "0" * 15)],
)
def test_numbers(value: float, text: str) -> None:
    assert f"<v>{text}</v>" in rows(patched_package(book(worksheet("")), [CellChange("Sheet1", 1, 1, value)]))


def test_sheet_protection_stays() -> None:
    protection = '<sheetProtection sheet="1" password="CC1A"/>'
    result = patched_package(book(worksheet("", after=protection)), [CellChange("Sheet1", 1, 1, 5)])
    assert protection in part(result)


def reading(formula: str) -> str:
    return worksheet(f'<row r="1"><c r="A1"><f>{formula}</f><v>1</v></c></row>')


def calculated(
    *sheets: str, extra: str = '<calcPr calcId="1"/>', names: tuple[str, ...] = (), row: int = 9
) -> bool:
    result = patched_package(
        book(*sheets, extra=extra, names=names), [CellChange(names[0] if names else "Sheet1", row, 9, 5)]
    )
    return 'fullCalcOnLoad="1"' in part(result, BOOK)


def test_calculation_only_where_formulas_read_the_sheet() -> None:
    assert not calculated(worksheet(""))
    assert not calculated(worksheet(""), reading("B1+1"))
    assert not calculated(worksheet(""), worksheet(""), reading("Sheet2!B1"))
    assert calculated(reading("B1"))
    assert calculated(worksheet(""), reading("SUM(sheet1!A:A)"))
    assert calculated(worksheet(""), worksheet(""), worksheet(""), reading("SUM(Sheet1:Sheet3!A1)"))
    assert calculated(worksheet(""), reading("'Bob''s list'!A1"), names=("Bob's list", "Other"))


def test_calculation_where_formulas_read_by_a_name() -> None:
    names = '<definedNames><definedName name="here">Sheet1!$A$1</definedName><definedName name="far">2*here</definedName></definedNames>'
    assert calculated(worksheet(""), reading("far+1"), extra=names)
    assert not calculated(worksheet(""), reading("farther+1"), extra=names)


def test_calculation_is_asked_for_once_and_in_its_place() -> None:
    names = '<definedNames><definedName name="x">1</definedName></definedNames>'
    data = book(reading("B1"), extra=names + "<pivotCaches/>")
    result = patched_package(data, [CellChange("Sheet1", 9, 9, 5)])
    assert '</definedNames><calcPr fullCalcOnLoad="1"/><pivotCaches/>' in part(result, BOOK)
    again = patched_package(result, [CellChange("Sheet1", 9, 9, 6)])
    assert part(again, BOOK) == part(result, BOOK)


def test_manual_calculation_stays_the_user_s_choice() -> None:
    assert not calculated(reading("B1"), extra='<calcPr calcMode="manual"/>')


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("A1+$A1+A$1+$A$1", "A2+$A2+A$1+$A$1"),
        ("SUM(A1:B2)", "SUM(A2:B3)"),
        ('"A1"&A1', '"A1"&A2'),
        ("Sheet1!A1+'A1 b'!C3", "Sheet1!A2+'A1 b'!C4"),
        ("LOG10(A1)", "LOG10(A2)"),
        ("Table1[[#This Row],[A1]]+A1", "Table1[[#This Row],[A1]]+A2"),
        ("name_A1+A1.x", "name_A1+A1.x"),
        ("SUM(A:A)", "SUM(A:A)"),
        ("SUM(1:1)", None),
        ("A1048576", None),
    ],
)
def test_formula_carried_down(formula: str, moved: str | None) -> None:
    assert carried(formula, 1) == moved
    assert row_bound(formula) == (moved != formula)
