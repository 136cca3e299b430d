"""Columns added right of a list of contacts, with the look, the drop-downs and the filter that go with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.errors import UserError
from pipeline.workbook.extent import COLUMN_GAP
from pipeline.workbook.graft import Graft
from pipeline.workbook.markup import (
    Element,
    Splice,
    attribute_splice,
    escape,
    escape_attribute,
    with_attribute,
)
from pipeline.workbook.refs import MAX_COLUMN, MAX_ROW, Range, column_letters, column_number, parse_range
from pipeline.workbook.sheet import Worksheet
from pipeline.workbook.tables import TablePart

SPARE_ROWS = 1000
_PLACE = re.compile(rb'\sr="([A-Z]{1,3})(\d{1,7})"')
# What may stand in a worksheet after its rows, in order, up to the validations (18.3.1.99).
_AFTER_ROWS = (
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
)  # fmt: skip
_SHADE = b'<dxf><fill><patternFill patternType="solid"><fgColor rgb="FFF2F4F6"/><bgColor rgb="FFF2F4F6"/></patternFill></fill></dxf>'

_BOLD = 3
"""By how many characters a header is wider than its letters, in bold and with a filter's button."""


@dataclass(frozen=True, slots=True)
class NewColumn:
    """A column to be added: its header; the title and text that Excel shows beside a chosen cell; its drop-down; its look."""

    header: str
    width: int = 16
    title: str = ""
    note: str = ""
    choices: tuple[str, ...] = ()
    shaded: bool = False


def table_at(sheet: Worksheet, header_row: int) -> TablePart | None:
    """Find the table whose header is this row.

    Raises `UserError` where a query fills it.
    """
    table = next((t for t in sheet.tables if t.header_rows and t.area.top == header_row), None)
    if table and (table.queried or table.root.get("tableType") == "xml"):
        raise UserError(
            f'The table "{table.name}" on {sheet.info.name} is filled from outside, which would wipe what is added.'
            " Copy its contacts into a sheet of their own, then try again."
        )
    return table


def first_free_column(sheet: Worksheet, header_row: int, used: int, count: int) -> int:
    """Find where columns can be added: right of the table, or of all that stands in the header's row and below.

    Raises `UserError` where something stands right of the table, or the sheet ends.
    """
    table = table_at(sheet, header_row)
    first = table.area.right + 1 if table else used + 1
    taken = _first_cells_right(sheet, first, header_row, table.area.bottom if table else MAX_ROW)
    for column, number in sorted(taken.items()):
        if table and column < first + count:
            raise UserError(
                f"{sheet.where(number, column)} stands in the way: {count} columns are to be added right"
                f' of the table "{table.name}". Move what stands there to another place, then try again.'
            )
        if not table and column < first + max(
            count, COLUMN_GAP
        ):  # what is further off is no part of the list
            first = column + 1
    if first + count > MAX_COLUMN:
        raise UserError(f"{sheet.info.name} has no room for {count} more columns.")
    return first


def _first_cells_right(sheet: Worksheet, first: int, top: int, bottom: int) -> dict[int, int]:
    """Give the columns from `first` on in which something stands, each with the row where it does so first."""
    taken: dict[int, int] = {}
    for number in sorted(_rows_reaching(sheet, first)):
        row = sheet.index.row(number) if top <= number <= bottom else None
        for cell in row.cells if row else ():
            if cell.column >= first and cell.column not in taken and not sheet.is_blank(number, cell.column):
                taken[cell.column] = number
    return taken


def _rows_reaching(sheet: Worksheet, column: int) -> set[int]:
    """List, without reading the cells one by one, the rows that may have one in a column or right of it."""
    extent, data = sheet.index.extent, sheet.data
    tag = b"<" + sheet.prefix.encode() + b"c"
    cells = sum(
        data.count(tag + end, extent.open_end, extent.close_start)
        for end in (b" ", b">", b"/>", b"\n", b"\r", b"\t")
    )
    letters: dict[bytes, bool] = {}
    found: set[int] = set()
    named = 0
    for match in _PLACE.finditer(data, extent.open_end, extent.close_start):
        named += 1
        if match[1] not in letters:
            letters[match[1]] = column_number(match[1].decode()) >= column
        if letters[match[1]]:
            found.add(int(match[2]))
    return found if named >= cells else set(sheet.index.numbers)


def add_columns(
    graft: Graft,
    sheet: Worksheet,
    header_row: int,
    first: int,
    columns: Sequence[NewColumn],
    last_row: int,
) -> list[Splice]:
    """Add columns under the headers given from `first` on; give the changes to the sheet beyond its cells."""
    beside = max((at for at in range(1, first) if not sheet.is_blank(header_row, at)), default=first - 1)
    style = sheet.style_at(header_row, beside)
    for column, new in enumerate(columns, first):
        sheet.refuse_taken(header_row, column)
        if not sheet.is_blank(header_row, column):
            raise UserError(f"{sheet.where(header_row, column)} is not blank. Clear it, then try again.")
        sheet.put(header_row, column, new.header, style)
    table = table_at(sheet, header_row)
    last = first + len(columns) - 1
    if table:
        graft.package.patch(
            table.part, table.data, _wider_table(table, last, [column.header for column in columns])
        )
        body = Range(table.first_data, first, table.last_data, last)
    else:
        body = Range(header_row + 1, first, max(last_row, header_row + 1) + SPARE_ROWS, last)
    changes = _widths(sheet, first, columns) + _wider_filter(graft, sheet, header_row, first, last)
    filled = "TRUE" if table else f"COUNTA($A{body.top}:${column_letters(first - 1)}{body.top})&gt;0"
    return changes + _shade(graft, sheet, body, columns, filled) + _choices(sheet, body, columns)


def _wider_table(table: TablePart, last: int, headers: Sequence[str]) -> list[Splice]:
    data, root = table.data, table.root
    area = Range(table.area.top, table.area.left, table.area.bottom, last)
    changes = [attribute_splice(data, root.start, root.open_end, "ref", str(area))]
    filter_ = root.first("autoFilter")
    filtered = parse_range(filter_.get("ref")) if filter_ else None
    if filter_ and filtered:
        wider = Range(filtered.top, filtered.left, filtered.bottom, last)
        changes.append(attribute_splice(data, filter_.start, filter_.open_end, "ref", str(wider)))
    holder = root.first("tableColumns")
    assert holder is not None  # read_tables has counted its columns  # noqa: S101
    used = [int(e.get("id")) for e in holder.children if e.get("id").isdigit()]
    number, content = max(used, default=0), b""
    for header in headers:
        number += 1
        content += b'<%stableColumn id="%d" name="%s"/>' % (
            root.prefix.encode(),
            number,
            escape_attribute(header),
        )
    if holder.get("count"):
        count = str(len(table.columns) + len(headers))
        changes.append(attribute_splice(data, holder.start, holder.open_end, "count", count))
    return [*changes, Splice(holder.close_start, holder.close_start, content)]


def _wider_filter(graft: Graft, sheet: Worksheet, header_row: int, first: int, last: int) -> list[Splice]:
    """Let a filter over the list take in the new columns: else a sort by it would leave them behind."""
    element = sheet.frame.first("autoFilter")
    area = parse_range(element.get("ref")) if element else None
    if element is None or area is None or area.top != header_row or area.right >= first:
        return []
    wider = Range(area.top, area.left, area.bottom, last)
    _rename_filter(graft, sheet, area, wider)
    base = _base(sheet, element)
    return [attribute_splice(sheet.data, element.start + base, element.open_end + base, "ref", str(wider))]


def _rename_filter(graft: Graft, sheet: Worksheet, area: Range, wider: Range) -> None:
    """Keep the hidden name that goes with a filter in step with it (18.2.5)."""
    number = str([info.part for info in graft.book.sheets].index(sheet.info.part))
    old, new = _absolute(area), _absolute(wider)
    for name in graft.main_root.all("definedName"):
        of_filter = name.get("name") == "_xlnm._FilterDatabase" and name.get("localSheetId") == number
        if of_filter and name.text.endswith(f"!{old}"):
            text = escape(name.text.removesuffix(old) + new)
            graft.main_splices.append(Splice(name.open_end, name.close_start, text))


def _absolute(area: Range) -> str:
    left, right = column_letters(area.left), column_letters(area.right)
    return f"${left}${area.top}:${right}${area.bottom}"


def _widths(sheet: Worksheet, first: int, columns: Sequence[NewColumn]) -> list[Splice]:
    """Set widths that show the headers; what the sheet says of columns there already is cut to those beside them."""
    last = first + len(columns) - 1
    splices: list[tuple[Element, bytes, bytes]] = []
    styles: dict[int, str] = {}
    for element in sheet.frame.all("col"):
        left, right = element.get("min"), element.get("max")
        if not (left.isdigit() and right.isdigit()) or int(right) < first or int(left) > last:
            continue
        raw = sheet.data[element.start : element.end]
        kept = with_attribute(raw, "max", str(first - 1)) if int(left) < first else b""
        kept_right = with_attribute(raw, "min", str(last + 1)) if int(right) > last else b""
        styles |= dict.fromkeys(range(max(int(left), first), min(int(right), last) + 1), element.get("style"))
        splices.append((element, kept, kept_right))
    content = b"".join(
        _col(sheet, at, column, styles.get(at, "")) for at, column in enumerate(columns, first)
    )
    if splices:
        element, kept, kept_right = splices[0]
        return [
            Splice(element.start, element.end, kept + content + kept_right),
            *(Splice(e.start, e.end, more) for e, _, more in splices[1:]),
        ]
    holder = sheet.frame.first("cols")
    if holder and not holder.closed:
        after = next(
            (e for e in holder.children if e.get("min").isdigit() and int(e.get("min")) > last), None
        )
        at = after.start if after else holder.close_start
        return [Splice(at, at, content)]
    tag, at = sheet.prefix.encode() + b"cols", sheet.index.extent.start
    return [Splice(at, at, b"<%s>%s</%s>" % (tag, content, tag))]


def _col(sheet: Worksheet, at: int, column: NewColumn, style: str) -> bytes:
    styled = b' style="%s"' % style.encode() if style else b""
    width = max(column.width, len(column.header) + _BOLD)
    return b'<%scol min="%d" max="%d" width="%d"%s customWidth="1"/>' % (
        sheet.prefix.encode(), at, at, width, styled,
    )  # fmt: skip


def _shade(
    graft: Graft, sheet: Worksheet, body: Range, columns: Sequence[NewColumn], filled: str
) -> list[Splice]:
    """Shade the program's columns by a rule, which new rows come under as well; `filled` is when a row counts."""
    areas = _runs([at for at, column in enumerate(columns, body.left) if column.shaded], body)
    if not areas:
        return []
    p = sheet.prefix.encode()
    priorities = [int(e.get("priority")) for e in sheet.frame.all("cfRule") if e.get("priority").isdigit()]
    content = (
        b'<%sconditionalFormatting sqref="%s"><%scfRule type="expression" dxfId="%d" priority="%d">'
        b"<%sformula>%s</%sformula></%scfRule></%sconditionalFormatting>"
    ) % (
        p,
        areas.encode(),
        p,
        graft.styles.new_difference(_SHADE),
        max(priorities, default=0) + 1,
        p,
        filled.encode(),
        p,
        p,
        p,
    )
    at = _place(sheet, "conditionalFormatting")
    return [Splice(at, at, content)]


def _choices(sheet: Worksheet, body: Range, columns: Sequence[NewColumn]) -> list[Splice]:
    """Give the new columns their drop-downs, and their notes as what Excel shows beside a chosen cell."""
    p, rules = sheet.prefix.encode(), []
    for at, column in enumerate(columns, body.left):
        if column.choices or column.note:
            rules.append(_rule(column, Range(body.top, at, body.bottom, at), p))
    if not rules:
        return []
    holder = sheet.frame.first("dataValidations")
    base = _base(sheet, holder) if holder else 0
    if holder is None or holder.closed:
        at = _place(sheet, "dataValidations")
        start, end = (holder.start + base, holder.end + base) if holder else (at, at)
        whole = b'<%sdataValidations count="%d">%s</%sdataValidations>' % (p, len(rules), b"".join(rules), p)
        return [Splice(start, end, whole)]
    changes = [Splice(holder.close_start + base, holder.close_start + base, b"".join(rules))]
    if holder.get("count").isdigit():
        count = str(int(holder.get("count")) + len(rules))
        changes.append(
            attribute_splice(sheet.data, holder.start + base, holder.open_end + base, "count", count)
        )
    return changes


def _rule(column: NewColumn, area: Range, p: bytes) -> bytes:
    attributes, formula = b' allowBlank="1"', b""
    if column.choices:
        attributes += b' type="list" showErrorMessage="1" errorStyle="warning"'
        formula = b'<%sformula1>"%s"</%sformula1>' % (
            p,
            escape(",".join(c.replace(",", " -") for c in column.choices)),
            p,
        )
    if column.note:
        title, note = escape_attribute(column.title[:32]), escape_attribute(column.note[:255])
        attributes += b' showInputMessage="1" promptTitle="%s" prompt="%s"' % (title, note)
    tag = p + b"dataValidation"
    return b'<%s%s sqref="%s">%s</%s>' % (tag, attributes, str(area).encode(), formula, tag)


def _runs(numbers: Sequence[int], body: Range) -> str:
    """Spell columns as ranges over the list's rows, neighbors together."""
    runs: list[Range] = []
    for number in numbers:
        if runs and runs[-1].right == number - 1:
            runs[-1] = Range(body.top, runs[-1].left, body.bottom, number)
        else:
            runs.append(Range(body.top, number, body.bottom, number))
    return " ".join(map(str, runs))


def _place(sheet: Worksheet, name: str) -> int:
    """Find where an element of this name goes after the rows; of those that may repeat, behind the last."""
    before = _AFTER_ROWS[: _AFTER_ROWS.index(name) + 1]
    ends = [e.end + _base(sheet, e) for e in sheet.frame.children if e.name in before and _base(sheet, e)]
    return max(ends, default=sheet.index.extent.end)


def _base(sheet: Worksheet, element: Element) -> int:
    """Give what to add to a place in the sheet's frame to find it in the sheet."""
    extent = sheet.index.extent
    return extent.end - extent.start if element.start >= extent.start else 0
