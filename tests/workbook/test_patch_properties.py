"""On sheets made up to be awkward: two indexers agree, and only the cells asked for change."""

from __future__ import annotations

import io
import os
import re
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree import ElementTree

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from pipeline.model.errors import UserError
from pipeline.workbook import CellChange, NewRows, patched_package
from pipeline.workbook.index_expat import ExpatIndex, Stretch
from pipeline.workbook.index_fast import FastIndex
from pipeline.workbook.markup import unpack
from pipeline.workbook.package import Package
from pipeline.workbook.refs import column_number
from pipeline.workbook.values import decode_text
from tests.workbook.awkward import VALUES, Sheet, sheets
from tests.workbook.packages import SHEET, raw

EXAMPLES = int(os.environ.get("EXAMPLES", "1"))
THOROUGH = settings(max_examples=100 * EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CHANGES = st.lists(
    st.builds(CellChange, st.just("Sheet1"), st.integers(1, 14), st.integers(1, 14), VALUES), max_size=6
)
Seen = dict[tuple[int, int], tuple[str, str, bool, str]]


def seen(data: bytes) -> Seen:
    """Read every cell that shows something, its style and whether it has a formula, with the standard library's reader."""
    texts = [
        "".join(t.text or "" for t in si.iter() if local(t) == "t")
        for si in ElementTree.fromstring(raw(data, "xl/sharedStrings.xml"))
    ]
    found: Seen = {}
    number = 0
    for row in (e for e in ElementTree.fromstring(raw(data)).iter() if local(e) == "row"):
        number, column = int(row.get("r") or number + 1), 0
        for cell in row:
            letters = re.match("[A-Z]+", cell.get("r") or "")
            column = column_number(letters[0]) if letters else column + 1
            parts = {local(part): "".join(part.itertext()) for part in cell}
            value = parts.get("v", parts.get("is", ""))
            kind = cell.get("t", "n")
            text = decode_text(texts[int(value)]) if kind == "s" else decode_text(value)
            kind = "text" if kind in ("s", "inlineStr") else kind
            if value or "f" in parts:
                found[number, column] = (kind if text else "n", text, "f" in parts, cell.get("s", "0"))
    return {at: cell for at, cell in found.items() if cell[1] or cell[2]}


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


@THOROUGH
@given(sheets())
def test_the_indexers_agree(sheet: Sheet) -> None:
    data = sheet.xml.encode()
    fast, slow = FastIndex(data), ExpatIndex(data).whole()
    assert fast.extent == slow.extent
    assert list(fast) == list(slow)


@THOROUGH
@given(sheets(), st.data())
def test_expat_listening_to_some_rows_finds_the_same(sheet: Sheet, chosen: st.DataObject) -> None:
    data = sheet.xml.encode()
    fast = FastIndex(data)
    some = [row for row in fast if chosen.draw(st.booleans())]
    stretches = [Stretch(fast.before(row.number), row.start, row.end) for row in some]
    slow = ExpatIndex(data)
    assert (list(slow.rows_at(fast.extent, stretches)), slow.extent) == (some, fast.extent)


@THOROUGH
@given(sheets(), CHANGES)
def test_only_cells_asked_for_change(sheet: Sheet, changes: list[CellChange]) -> None:
    before = seen(sheet.data)
    formulas = {at for at, cell in before.items() if cell[2]}
    try:
        result = patched_package(sheet.data, changes)
    except UserError as error:
        assert "formula" in str(error)  # noqa: PT017
        assert formulas & {(change.row, change.column) for change in changes}
        return
    read_before = Package(sheet.data)
    read_before.read(SHEET, keep=True)
    assert patched_package(read_before, changes) == result
    after = seen(result)
    asked = {(change.row, change.column): change.value for change in changes}
    assert {at: cell for at, cell in after.items() if at not in asked} == {
        at: cell for at, cell in before.items() if at not in asked
    }
    for at, value in asked.items():
        kind, text, _, _ = after.get(at, ("", "", False, ""))
        if value is None or value == "":
            assert at not in after
        elif isinstance(value, str):
            assert (kind, text) == ("text", value)
        elif isinstance(value, bool):
            assert (kind, text) == ("b", str(int(value)))
        elif isinstance(value, int | float):
            assert (kind, float(text)) == ("n", value)
        else:
            assert kind == "n"
    assert patched_package(result, changes) == result


@THOROUGH
@given(sheets(), CHANGES)
def test_bytes_outside_the_touched_rows_stay(sheet: Sheet, changes: list[CellChange]) -> None:
    try:
        result = patched_package(sheet.data, changes)
    except UserError:
        return
    old, new = unpack(raw(sheet.data))[0], unpack(raw(result))[0]
    touched = {change.row for change in changes}

    def kept(data: bytes) -> bytes:
        index = FastIndex(data)
        pieces, at = [], index.extent.open_end
        for row in index:
            if row.number in touched:
                pieces.append(data[at : row.start])
                at = row.end
        return b"".join([*pieces, data[at : index.extent.close_start]])

    assert kept(new) == kept(old)
    assert re.sub(rb' ref="[^"]*"', b"", new[: FastIndex(new).extent.start]) == re.sub(
        rb' ref="[^"]*"', b"", old[: FastIndex(old).extent.start]
    )


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheets(), CHANGES)
def test_other_programs_read_the_same(sheet: Sheet, changes: list[CellChange]) -> None:
    try:
        result = patched_package(sheet.data, changes)
    except UserError:
        return
    asked = {(change.row, change.column): change.value for change in changes}
    utf8 = b"<" in raw(sheet.data)[:4] and b"\0" not in raw(sheet.data)[:4]
    # Over a number that is no day in any calendar calamine falls, in a cell that shows a date; the program reads around those.
    small = all(abs(v) < 1e10 for v in asked.values() if isinstance(v, int | float))
    for read in (by_openpyxl, by_calamine) if utf8 and small else (by_openpyxl,):  # calamine knows no UTF-16
        before, after = read(sheet.data), read(result)
        assert {at: v for at, v in after.items() if at not in asked} == {
            at: v for at, v in before.items() if at not in asked
        }
        for at, value in asked.items():
            if isinstance(value, datetime) or (isinstance(value, date) and value < date(1900, 3, 1)):
                continue  # fractions of a second and 1900's leap day are read differently by each
            if isinstance(value, str) and "_x" in value:
                continue  # openpyxl does not resolve _xHHHH_
            expected = datetime.combine(value, time()) if isinstance(value, date) else value
            got = after.get(at)
            if isinstance(value, int | float) and isinstance(got, date | time | timedelta):
                continue  # a number in a cell that shows a date
            if isinstance(value, int | float) and got == "#VALUE!":
                continue  # openpyxl's word for a number that is no date it knows, in a cell that shows a date
            got = (
                datetime.combine(got, time())
                if isinstance(got, date) and not isinstance(got, datetime)
                else got
            )
            assert got == expected or (got is None and value == ""), at


def by_openpyxl(data: bytes) -> dict[tuple[int, int], Any]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return {at: cell.value for at, cell in sheet._cells.items() if cell.value not in (None, "")}


def by_calamine(data: bytes) -> dict[tuple[int, int], Any]:
    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(data))
        .get_sheet_by_index(0)
        .to_python(skip_empty_area=False)
    )
    return {(r, c): value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value != ""}


@THOROUGH
@given(sheets(), st.lists(st.lists(VALUES, max_size=4), min_size=1, max_size=4))
def test_rows_are_added_below_everything(sheet: Sheet, new: list[list[Any]]) -> None:
    before = seen(sheet.data)
    result = patched_package(sheet.data, [NewRows("Sheet1", tuple(new))])
    after = seen(result)
    last = max((row for row, _ in before), default=0)
    left = min((column for _, column in before), default=1)
    assert {at: cell for at, cell in after.items() if at[0] <= last} == before
    wanted = {
        (last + 1 + r, left + c)
        for r, row in enumerate(new)
        for c, v in enumerate(row)
        if v is not None and v != ""
    }
    assert after.keys() - before.keys() == wanted


def test_the_sheet_part_is_where_the_helpers_think() -> None:
    assert SHEET == "xl/worksheets/sheet1.xml"
