"""Texts: shared or inline, escaped, never renumbered, and texts when they come back."""

from __future__ import annotations

import io

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, patched_package
from tests.workbook.packages import MAIN, STYLES, book, part, rows, strings, worksheet

SST = "xl/sharedStrings.xml"


def put(data: bytes, value: str, row: int = 1, column: int = 1) -> bytes:
    return patched_package(data, [CellChange("Sheet1", row, column, value)])


def one_cell(cell: str = "", sst: str | None = None) -> bytes:
    return book(worksheet(f'<row r="1">{cell}</row>'), sst=sst)


def test_text_is_appended_never_reused_nor_renumbered() -> None:
    result = put(one_cell('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>', strings("a", "b")), "b")
    assert rows(result) == '<row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>1</v></c></row>'
    assert part(result, SST).endswith("<si><t>a</t></si><si><t>b</t></si><si><t>b</t></si></sst>")


def test_texts_new_in_one_save_share_one_string() -> None:
    data = one_cell(sst=strings("a"))
    result = patched_package(data, [CellChange("Sheet1", 1, column, "n") for column in (1, 2, 3)])
    assert part(result, SST).count("<si>") == 2
    assert 'count="4" uniqueCount="2"' in part(result, SST)


def test_count_is_the_number_of_references() -> None:
    result = put(one_cell('<c r="A1" t="s"><v>0</v></c>', strings("a")), "b")
    assert 'count="1" uniqueCount="2"' in part(result, SST)


def test_counts_that_are_not_kept_are_not_added() -> None:
    result = put(one_cell(sst=strings("a", counts=False)), "b")
    assert f'<sst xmlns="{MAIN}"><si><t>a</t></si><si><t>b</t></si></sst>' in part(result, SST)


def test_counts_that_make_no_sense_are_left_alone() -> None:
    sst = strings("a").replace('count="1" uniqueCount="1"', 'count="8876876876877" uniqueCount="x"')
    assert 'count="8876876876877" uniqueCount="x"' in part(put(one_cell(sst=sst), "b"), SST)


def test_empty_strings_count() -> None:
    sst = f'<sst xmlns="{MAIN}"><si/><si ><t>a</t></si><si\n><t/></si><!-- <si> --></sst>'
    result = put(one_cell(sst=sst), "b")
    assert '<c r="A1" t="s"><v>3</v></c>' in rows(result)
    assert part(result, SST).endswith("<!-- <si> --><si><t>b</t></si></sst>")


def test_self_closing_strings_part() -> None:
    result = put(one_cell(sst=f'<sst xmlns="{MAIN}" count="0" uniqueCount="0" />'), "b")
    assert part(result, SST) == f'<sst xmlns="{MAIN}" count="1" uniqueCount="1" ><si><t>b</t></si></sst>'


def test_inline_without_a_strings_part() -> None:
    result = put(one_cell(), "a & b")
    assert rows(result) == '<row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c></row>'


def test_rich_text_with_the_same_words_is_left_alone() -> None:
    sst = f'<sst xmlns="{MAIN}"><si><r><t>Jo</t></r><r><t>hn</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>'
    data = one_cell('<c r="A1" t="s"><v>0</v></c>', sst)
    assert put(data, "John") is data


@pytest.mark.parametrize("sst", [None, strings("x")])
@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a&b<c>d\"e'", "<t>a&amp;b&lt;c&gt;d\"e'</t>"),
        (" lead", '<t xml:space="preserve"> lead</t>'),
        ("trail\t", '<t xml:space="preserve">trail\t</t>'),
        ("two\nlines", '<t xml:space="preserve">two\nlines</t>'),
        ("cr\r\nlf", '<t xml:space="preserve">cr&#13;\nlf</t>'),
        ("_x000D_", "<t>_x005F_x000D_</t>"),
        ("a_x0041_x0042_", "<t>a_x005F_x0041_x005F_x0042_</t>"),
        ("_xyz_ _x00_", "<t>_xyz_ _x00_</t>"),
        ("bell\x07", "<t>bell_x0007_</t>"),
        ("\ufffe", "<t>_xFFFE_</t>"),
        ("0151", "<t>0151</t>"),
        ("𝄞 ü", "<t>𝄞 ü</t>"),
        ("]]>", "<t>]]&gt;</t>"),
    ],
)
def test_escaping(sst: str | None, text: str, written: str) -> None:
    result = put(one_cell(sst=sst), text)
    assert written in part(result, SST if sst else "xl/worksheets/sheet1.xml")
    assert put(result, text) is result


@pytest.mark.parametrize(
    "text", ["a&b<c>", " lead", "two\nlines", "_x000D_", "0151", "𝄞", "TRUE", "=SUM(A1)", "1e5"]
)
def test_other_programs_read_the_text(text: str) -> None:
    result = put(one_cell(sst=strings("x")), text)
    assert openpyxl.load_workbook(io.BytesIO(result)).active["A1"].value == text  # type: ignore[index,union-attr]
    assert CalamineWorkbook.from_filelike(io.BytesIO(result)).get_sheet_by_index(0).to_python()[0][0] == text


def test_32767_characters_fit_and_one_more_is_refused() -> None:
    assert rows(put(one_cell(sst=strings()), "x" * 32_767))
    with pytest.raises(UserError, match=r"Sheet1!A1 cannot hold 32,768 characters; Excel's limit is 32,767"):
        put(one_cell(), "x" * 32_768)
    with pytest.raises(UserError, match="32,768"):
        put(one_cell(), "𝄞" * 16_384)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(UserError, match="half a character"):
        put(one_cell(), "\ud800")


def test_equals_sign_gets_a_quote_prefix_like_the_cell_s_own_style() -> None:
    result = put(one_cell('<c r="A1" s="2"/>'), "=a")
    assert '<c r="A1" s="4" t="inlineStr">' in rows(result)
    styles = part(result, "xl/styles.xml")
    assert '<cellXfs count="5">' in styles
    assert styles.endswith('<xf numFmtId="0" fillId="1" quotePrefix="1"/></cellXfs></styleSheet>')
    again = put(result, "=b", 1, 2)
    assert '<c r="B1" s="5" t="inlineStr">' in rows(again)
    assert part(put(again, "=c", 1, 3), "xl/styles.xml") == part(again, "xl/styles.xml")


def test_string_beyond_the_strings_part_is_refused_when_it_has_to_be_read() -> None:
    with pytest.raises(UserError, match="damaged"):
        put(one_cell('<c r="A1" t="s"><v>5</v></c>', strings("a")), "b")


def test_styles_part_is_untouched_for_plain_text() -> None:
    assert part(put(one_cell(), "b"), "xl/styles.xml") == STYLES
