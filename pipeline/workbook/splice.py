"""From what a sheet is to become to the splices in its bytes: cells, rows, and the attributes that must follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from pipeline.workbook import cells
from pipeline.workbook.cells import NewCell
from pipeline.workbook.heights import fitted_height
from pipeline.workbook.index import Row
from pipeline.workbook.markup import Splice, attribute, attribute_splice, escape
from pipeline.workbook.refs import Range, parse_range
from pipeline.workbook.sheet import Worksheet
from pipeline.workbook.tables import TablePart

_SPAN = re.compile(r"(\d+):(\d+)")
_SPAN_OF = attrgetter("start", "end")
_Cells = list[tuple[int, NewCell]]


def sheet_splices(sheet: Worksheet) -> list[Splice]:
    """List all changes to a sheet's part, none where nothing is to change."""
    changes = list(_row_splices(sheet))
    changes += _dimension_splices(sheet)
    for table in sheet.tables if changes else []:
        if table.bottom != table.area.bottom:
            changes += _grown_ranges(sheet, table)
    return _joined(changes)


def _joined(changes: list[Splice]) -> list[Splice]:
    """Join what goes in at the same place, and the parts of one attribute."""
    joined: list[Splice] = []
    for (start, end), at_one_place in groupby(sorted(changes, key=_SPAN_OF), key=_SPAN_OF):
        pieces = [*at_one_place]
        if start == end and len(pieces) > 1:
            pieces = [Splice(start, end, b"".join(piece.new for piece in pieces))]
        joined += pieces
    return joined


def _row_splices(sheet: Worksheet) -> Iterator[Splice]:
    extent, prefix = sheet.index.extent, sheet.prefix.encode()
    fresh: list[tuple[int, bytes]] = []
    for number in sorted(sheet.pending):
        wanted = sorted(sheet.pending[number].items())
        row = sheet.index.row(number)
        if row is None:
            wanted = [(column, new) for column, new in wanted if new.content.body or new.style]
            if wanted:
                fresh.append((number, _new_row(sheet, number, wanted)))
        elif row.closed:
            yield from _opened_row(sheet, row, wanted)
        else:
            yield from _joined([*_changed_row(sheet, row, wanted)])
    if fresh and extent.closed:
        content = b">" + b"".join(row for _, row in fresh) + b"</" + prefix + b"sheetData>"
        yield Splice(extent.open_end - 2, extent.open_end, content)
    else:
        for number, content in fresh:
            at = sheet.index.insertion_point(number)
            yield Splice(at, at, content)


def _new_row(sheet: Worksheet, number: int, wanted: _Cells) -> bytes:
    tag = sheet.prefix.encode() + b"row"
    inner = b"".join(cells.render_new(number, column, new, sheet.prefix) for column, new in wanted)
    style, height = sheet.row_styles.get(number), fitted_height(sheet, number)
    attributes = f' r="{number}"' + (f' s="{style}" customFormat="1"' if style is not None else "")
    attributes += f' ht="{height}"' if height else ""
    return b"<" + tag + attributes.encode() + b">" + inner + b"</" + tag + b">"


def _opened_row(sheet: Worksheet, row: Row, wanted: _Cells) -> Iterator[Splice]:
    """Give cells to a row that is written `<row/>`."""
    wanted = [(column, new) for column, new in wanted if new.content.body or new.style]
    if wanted:
        yield from _spans_splice(sheet, row, [column for column, _ in wanted])
        yield from _height_splice(sheet, row)
        inner = b"".join(cells.render_new(row.number, column, new, sheet.prefix) for column, new in wanted)
        closing = b"</" + sheet.prefix.encode() + b"row>"
        yield Splice(row.open_end - 2, row.open_end, b">" + inner + closing)


def _changed_row(sheet: Worksheet, row: Row, wanted: _Cells) -> Iterator[Splice]:
    added = []
    for column, new in wanted:
        cell = row.at(column)
        if cell is None:
            if new.content.body or new.style:
                at = _place(row, column)
                added.append(column)
                yield Splice(at, at, cells.render_new(row.number, column, new, sheet.prefix))
        elif new.cached:
            yield Splice(
                cell.start, cell.end, cells.render_cached(sheet.data, cell, new.content, sheet.prefix)
            )
        else:
            yield Splice(cell.start, cell.end, cells.render_changed(sheet.data, cell, new, sheet.prefix))
    yield from _spans_splice(sheet, row, added)
    yield from _height_splice(sheet, row)


def _height_splice(sheet: Worksheet, row: Row) -> list[Splice]:
    """Fit a row to its changed texts, unless a person has set its height."""
    height, tag = fitted_height(sheet, row.number), sheet.data[row.start : row.open_end]
    has = attribute(tag, b"ht")
    by_hand = attribute(tag, b"customHeight") in ("1", "true") and has != sheet.usual_height
    if not height or by_hand or has == height:
        return []
    return [attribute_splice(sheet.data, row.start, row.open_end, "ht", height)]


def _place(row: Row, column: int) -> int:
    """Find where a new cell goes: before the first one right of it, else after the last."""
    for cell in row.cells:
        if cell.column > column:
            return cell.start
    return row.cells[-1].end if row.cells else row.open_end


def _spans_splice(sheet: Worksheet, row: Row, columns: list[int]) -> list[Splice]:
    spans = attribute(sheet.data[row.start : row.open_end], b"spans") or ""
    parts = [(int(found[1]), int(found[2])) for found in _SPAN.finditer(spans)]
    if not parts or all(any(first <= column <= last for first, last in parts) for column in columns):
        return []
    first = min(*columns, *(first for first, _ in parts))
    last = max(*columns, *(last for _, last in parts))
    return [attribute_splice(sheet.data, row.start, row.open_end, "spans", f"{first}:{last}")]


def _dimension_splices(sheet: Worksheet) -> list[Splice]:
    element = sheet.frame.first("dimension")
    area = parse_range(element.get("ref")) if element else None
    if element is None or area is None:
        return []
    rows: set[int] = set()
    columns: set[int] = set()
    for row, wanted in sheet.pending.items():
        filled = [column for column, new in wanted.items() if new.content.body or new.style]
        rows.update([row] if filled else [])
        columns.update(filled)
    if not rows:
        return []
    wider = area.including(min(rows), min(columns)).including(max(rows), max(columns))
    if wider == area:
        return []
    base = sheet.offset(element.start)
    return [attribute_splice(sheet.data, element.start + base, element.open_end + base, "ref", str(wider))]


def _grown_ranges(sheet: Worksheet, table: TablePart) -> list[Splice]:
    """Let validations and conditional formats that end with the table grow with it, those in extLst too."""
    changes = []
    for element in sheet.frame.all("dataValidation", "conditionalFormatting"):
        base = sheet.offset(element.start)
        held = element.first("sqref")
        if held is not None:
            wider = _grown(held.text, table)
            if wider and not held.closed:
                content = escape(wider)
                changes.append(Splice(held.open_end + base, held.close_start + base, content))
        else:
            wider = _grown(element.get("sqref"), table)
            if wider:
                start, end = element.start + base, element.open_end + base
                changes.append(attribute_splice(sheet.data, start, end, "sqref", wider))
    return changes


def _grown(ranges: str, table: TablePart) -> str | None:
    """Widen those of a list of ranges that end at the table's old last row; None where none does."""
    out, grew = [], False
    for text in ranges.split():
        area = parse_range(text)
        within = Range(table.area.top, table.area.left, table.area.bottom, table.area.right)
        if (
            area
            and area.bottom == table.area.bottom
            and area.bottom >= table.first_data
            and area.overlaps(within)
        ):
            text, grew = str(Range(area.top, area.left, table.bottom, area.right)), True
        out.append(text)
    return " ".join(out) if grew else None
