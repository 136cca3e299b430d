"""New rows for a table or below a plain range: where they go, what they look like, what stands in their way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.model.errors import UserError
from pipeline.workbook import formulas
from pipeline.workbook.cells import BLANK, NewCell
from pipeline.workbook.edits import RowValues, Value
from pipeline.workbook.refs import MAX_COLUMN, MAX_ROW, Range
from pipeline.workbook.sheet import Worksheet
from pipeline.workbook.tables import TableColumn, TablePart

_HEADER_ROWS_LOOKED_AT = 100


def add_to_table(sheet: Worksheet, table: TablePart, rows: Sequence[RowValues]) -> None:
    """Fill the table's blank last rows, then let it grow.

    Raises `UserError` where there is no room, or a value has no column.
    """
    names = [column.name for column in table.columns]
    places = {spelling: at for at, name in enumerate(names) for spelling in (_normalized(name), name)}
    old_last = table.last_data
    start = _first_blank(sheet, table)
    template = start - 1 if start > table.first_data else old_last if old_last >= table.first_data else None
    grow_by = max(0, start + len(rows) - 1 - old_last)
    if grow_by:
        _refuse_growth(sheet, table, grow_by)
        table.bottom += grow_by
    table.filled = True
    blanks = _Blanks(sheet, template, range(table.area.left, table.area.right + 1))
    for number, row in enumerate(rows, start):
        values = _laid_out(row, names, places, f"table {table.name}")
        _refuse_calculated(table, values)
        if number > old_last:
            _prepare_row(sheet, number, template)
        blanks.put(number)
        _write_table_row(sheet, table, number, values, template)


def add_below(sheet: Worksheet, rows: Sequence[RowValues], like: int = 0) -> None:
    """Write rows below the used range of a sheet that has no table; `like` is the row that they look like, 0 for the last.

    Raises `UserError` when the headers of a mapping are not found, or the sheet is full.
    """
    used = _used_rows(sheet)
    last = _below_merges(sheet, used[-1]) if used else 0
    first_column = _first_column(sheet, used) if used else 1
    header, names = _header(sheet, used, rows)
    start_column = min(names.values()) if names else first_column
    template = like or last if last > (header or used[0] if used else 0) else None
    pattern = sheet.index.row(template) if template else None
    blanks = _Blanks(sheet, template, [cell.column for cell in pattern.cells] if pattern else [])
    for number, values in enumerate(rows, last + 1):
        if number > MAX_ROW:
            raise UserError(f"{sheet.info.name} is full: a sheet has {MAX_ROW:,} rows.")
        if isinstance(values, Mapping):
            placed = {names[_normalized(key)]: value for key, value in values.items()}
        else:
            placed = dict(enumerate(values, start_column if header else first_column))
        _prepare_row(sheet, number, template)
        blanks.put(number)
        _write_plain_row(sheet, number, placed, template)


class _Blanks:
    """Blank cells that a new row needs to look like the row above: where neither it nor the column has the look by itself."""

    def __init__(self, sheet: Worksheet, template: int | None, columns: Iterable[int]) -> None:
        self._sheet = sheet
        self._cells = {
            column: NewCell(BLANK, style, None)
            for column in (columns if template else ())
            if (style := sheet.style_at(template or 0, column))
        }
        self._by_look: dict[int | None, dict[int, NewCell]] = {}

    def put(self, number: int) -> None:
        """Put those of one row; each style of a row's own is looked at once."""
        look, row = self._sheet.row_style(number), self._sheet.row(number)
        if look not in self._by_look:
            self._by_look[look] = {
                column: cell
                for column, cell in self._cells.items()
                if cell.style != self._sheet.inherited_style(number, column)
            }
        needed = self._by_look[look]
        if row or self._sheet.merges:
            needed = {
                column: cell
                for column, cell in needed.items()
                if (row is None or row.at(column) is None) and not self._sheet.is_merged(number, column)
            }
        if needed:
            self._sheet.pending.setdefault(number, {}).update(needed)


def _write_table_row(
    sheet: Worksheet, table: TablePart, number: int, values: Mapping[int, Value], template: int | None
) -> None:
    row, left = sheet.row(number), table.area.left
    for at, column in enumerate(table.columns, left):
        there = row.at(at) if row and column.formula else None
        if column.formula and (there is None or sheet.is_blank(number, at)):
            sheet.refuse_taken(number, at)
            style = None if there else _template_style(sheet, number, at, template)
            formula = _formula_for(sheet, table, column, at, number)
            sheet.put_formula(number, at, formula, style, array=column.array)
    _write_plain_row(sheet, number, {left + at: value for at, value in values.items()}, template)


def _write_plain_row(
    sheet: Worksheet, number: int, placed: Mapping[int, Value], template: int | None
) -> None:
    row = sheet.row(number)
    for column, value in placed.items():
        if value is not None and value != "":
            style = None if row and row.at(column) else _template_style(sheet, number, column, template)
            sheet.refuse_taken(number, column)
            sheet.put(number, column, value, style, template=template)


def _below_merges(sheet: Worksheet, last: int) -> int:
    """Step over merged cells that begin in use and reach further down."""
    return max([last, *(area.bottom for area in sheet.merges if area.top <= last)])


def _template_style(sheet: Worksheet, number: int, column: int, template: int | None) -> int:
    return sheet.inherited_style(number, column) if template is None else sheet.style_at(template, column)


def _prepare_row(sheet: Worksheet, number: int, template: int | None) -> None:
    """Give a new row its model's format."""
    style = sheet.row_style(template) if template else None
    if style is not None and sheet.index.row(number) is None:
        sheet.row_styles[number] = style


def _first_blank(sheet: Worksheet, table: TablePart) -> int:
    """Find the first of the blank rows at the table's end, or the row below where there is none."""
    free = [table.area.left + at for at, column in enumerate(table.columns) if not column.formula]
    number = table.last_data
    while number >= table.first_data and (
        sheet.is_bare(number) or all(sheet.is_blank(number, column) for column in free)
    ):
        number -= 1
    return number + 1


def _refuse_growth(sheet: Worksheet, table: TablePart, grow_by: int) -> None:
    name, area = table.name, table.area
    if table.totals_rows:
        raise UserError(
            f"Table {name} on {sheet.info.name} ends with a totals row, below which no rows can be added."
            " Turn the totals row off in Excel (Table Design), or insert blank rows above it."
        )
    if table.queried:
        raise UserError(
            f"Table {name} on {sheet.info.name} is filled by a query, which would wipe added rows at its next refresh."
            " Add them at its source."
        )
    below = Range(table.bottom + 1, area.left, table.bottom + grow_by, area.right)
    if below.bottom > MAX_ROW:
        raise UserError(f"{sheet.info.name} is full: a sheet has {MAX_ROW:,} rows.")
    for other in sheet.tables:
        taken = Range(other.area.top, other.area.left, other.bottom, other.area.right)
        if other is not table and taken.overlaps(below):
            raise UserError(
                f"Table {name} has no room for {_new_rows(grow_by)}: table {other.name} stands below it at"
                f" {sheet.where(other.area.top, other.area.left)}. Move one of them in Excel."
            )
    _refuse_occupied(sheet, table, below)


def _refuse_occupied(sheet: Worksheet, table: TablePart, below: Range) -> None:
    for area in (*sheet.merges, *sheet.claimed, *sheet.pivots):
        if area.overlaps(below):
            raise UserError(
                f"Table {table.name} cannot grow over {sheet.where(area.top, area.left)}: merged cells, an array formula or"
                " a pivot table stand there. Move them in Excel."
            )
    for number in range(below.top, below.bottom + 1):
        if sheet.is_bare(number):
            continue
        for column in range(below.left, below.right + 1):
            if not sheet.is_blank(number, column):
                raise UserError(
                    f"Table {table.name} has no room for {_new_rows(below.bottom - below.top + 1)}: {sheet.where(number, column)}"
                    " below it is in use. If what stands there belongs to the table, drag the corner at the table's lower right"
                    " down over it in Excel; else move it away. Save, and try again."
                )


def _new_rows(count: int) -> str:
    return "a new row" if count == 1 else f"{count} new rows"


def _refuse_calculated(table: TablePart, values: Mapping[int, Value]) -> None:
    for at, column in enumerate(table.columns):
        if column.formula and values.get(at) is not None:
            raise UserError(
                f'The column "{column.name}" of table {table.name} is calculated by a formula; leave it out.'
            )


def _formula_for(sheet: Worksheet, table: TablePart, column: TableColumn, at: int, number: int) -> str:
    """Give a calculated column's formula for a row.

    The table keeps one text; where that names cells by row, only the cell above tells what it means here.
    """
    if not formulas.row_bound(column.formula):
        return column.formula
    above = sheet.pending.get(number - 1, {}).get(at)
    text = above.formula if above else ""
    if not text and number - 1 >= table.first_data:
        text = sheet.formula(number - 1, at)
    moved = formulas.carried(text, 1) if text else None
    if moved is None:
        raise UserError(
            f'The formula of column "{column.name}" of table {table.name} cannot be carried down to'
            f" {sheet.where(number, at)}. Add a blank row to the table in Excel first."
        )
    return moved


def _laid_out(row: RowValues, names: list[str], places: Mapping[str, int], holder: str) -> dict[int, Value]:
    """Give a row's values by their places among the columns."""
    if isinstance(row, Mapping):
        values: dict[int, Value] = {}
        for key, value in row.items():
            at = places[key] if key in places else places.get(_normalized(key))
            if at is None:
                raise UserError(f'There is no column "{key}" in {holder}; it has: {", ".join(names)}.')
            values[at] = value
        return values
    if len(row) > len(names):
        raise UserError(f"A new row has {len(row)} values, but {holder} has {len(names)} columns.")
    return dict(enumerate(row))


def _normalized(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _used_rows(sheet: Worksheet) -> list[int]:
    """List the rows that show something: from the first on, but in between only those needed, and the last."""
    numbers = list(sheet.index.numbers)
    extra = sorted(n for n, new in sheet.pending.items() if any(cell.content.body for cell in new.values()))
    first = next((n for n in numbers if _shows(sheet, n)), None)
    last = next((n for n in reversed(numbers) if _shows(sheet, n)), None)
    found = [n for n in (first, last) if n is not None] + extra
    return [min(found), max(found)] if found else []


def _shows(sheet: Worksheet, number: int) -> bool:
    row = None if sheet.is_bare(number) else sheet.index.row(number)
    return row is not None and any(not sheet.is_blank(number, cell.column) for cell in row.cells)


def _first_column(sheet: Worksheet, used: list[int]) -> int:
    """Find the leftmost column in use."""
    best = min(
        (c for cells in sheet.pending.values() for c, new in cells.items() if new.content.body),
        default=MAX_COLUMN,
    )
    for number in sheet.index.numbers:
        if best == 1:
            break
        if used[0] <= number <= used[-1] and sheet.index.first_column(number) < best:
            row = sheet.index.row(number)
            shown = (
                c.column
                for c in (row.cells if row else ())
                if c.column < best and not sheet.is_blank(number, c.column)
            )
            best = next(shown, best)
    return best


def _header(
    sheet: Worksheet, used: list[int], rows: Sequence[RowValues]
) -> tuple[int | None, dict[str, int]]:
    """Find the header row that has every name the mappings use."""
    asked = {_normalized(key): key for row in rows if isinstance(row, Mapping) for key in row}
    if not asked:
        return None, {}
    best: dict[str, int] = {}
    for number in sheet.index.numbers[:_HEADER_ROWS_LOOKED_AT] if used else ():
        names = _texts_in(sheet, number)
        if asked.keys() <= names.keys():
            return number, names
        best = max(best, names, key=lambda names: len(asked.keys() & names.keys()))
    missing = next(asked[key] for key in asked if key not in best)
    raise UserError(
        f'There is no column "{missing}" on {sheet.info.name}. Check the header row, or name the sheet that has it.'
    )


def _texts_in(sheet: Worksheet, number: int) -> dict[str, int]:
    row, names = sheet.index.row(number), dict[str, int]()
    for cell in row.cells if row else ():
        current = sheet.current(cell)
        if current.kind in ("s", "str", "inlineStr") and current.text:
            names.setdefault(_normalized(current.text), cell.column)
    return names
