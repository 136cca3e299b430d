"""One worksheet under change: what it holds, what may not be touched, and what is to be put where."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cached_property

from pipeline.model.errors import UserError
from pipeline.workbook import cells, formulas
from pipeline.workbook.book import Parts, SheetInfo
from pipeline.workbook.cells import NewCell
from pipeline.workbook.edits import CachedValue, CellChange, Value
from pipeline.workbook.index import Cell, Row
from pipeline.workbook.markup import Element, Malformed, attribute, parse
from pipeline.workbook.refs import MAX_COLUMN, MAX_ROW, Areas, Range, cell_name, parse_range, where
from pipeline.workbook.styles import DATE_AND_TIME, SHORT_DATE
from pipeline.workbook.tables import TablePart, read_tables
from pipeline.workbook.values import Current, Unwritable, read_cell, same

_LINKS = re.compile(rb"<((?:[^\s<>/:]+:)?)hyperlinks(?=[\s>])[^<>]*>")
# How far above a cell a date's look is searched for.
_ROWS_LOOKED_AT = 100
_USUAL_WIDTH = 8.43


class Worksheet:
    """A worksheet and what it is to become; nothing is written before all is known to be possible.

    Raises `UserError`, naming the cell, for what cannot be done without harm.
    """

    def __init__(self, book: Parts, info: SheetInfo) -> None:
        self.book, self.info = book, info
        self.index = book.package.index(info.part)
        self.data = self.index.data
        extent = self.index.extent
        self.prefix = extent.prefix
        self.pending: dict[int, dict[int, NewCell]] = {}
        self._alike: dict[NewCell, NewCell] = {}
        self.row_styles: dict[int, int] = {}
        self.fitted: set[int] = set()
        self._styles: dict[tuple[int, int], int] = {}
        self._dates_above: dict[tuple[int, int], int | None] = {}

    @cached_property
    def frame(self) -> Element:
        """Read all of the sheet but its rows and links; use `offset` on what it says of places."""
        extent = self.index.extent
        try:
            root = parse(self.data[: extent.start] + _without_links(self.data[extent.end :]))
        except Malformed as error:
            raise self.book.package.damaged(self.info.part, error) from error
        self.book.package.check_namespace(root)
        return root

    def offset(self, place: int) -> int:
        """Give what to add to a place in the frame to find it in the sheet."""
        extent = self.index.extent
        return extent.end - extent.start if place >= extent.start else 0

    @property
    def protected(self) -> bool:
        """Tell whether Excel keeps the user from changing locked cells."""
        protection = self.frame.first("sheetProtection")
        return protection is not None and protection.get("sheet") in ("1", "true")

    @cached_property
    def tables(self) -> list[TablePart]:
        """Read the sheet's tables."""
        return read_tables(self.book.package, self.info.part, self.frame)

    @cached_property
    def merges(self) -> list[Range]:
        """List the merged ranges."""
        return [area for e in self.frame.all("mergeCell") if (area := parse_range(e.get("ref")))]

    @cached_property
    def claimed(self) -> list[Range]:
        """List the ranges that one formula fills."""
        return formulas.claimed(self.data) if self.has_formulas else []

    @cached_property
    def has_formulas(self) -> bool:
        """Tell whether the sheet has any formula."""
        return formulas.has_formulas(self.data, self.prefix)

    @cached_property
    def pivots(self) -> list[Range]:
        """List the ranges that pivot tables fill."""
        package, found = self.book.package, []
        for related in package.relationships(self.info.part):
            if related.kind == "pivotTable" and package.has(related.target):
                location = package.tree(related.target)[1].first("location")
                area = parse_range(location.get("ref")) if location else None
                found += [area] if area else []
        return found

    @cached_property
    def _taken(self) -> tuple[Areas, Areas, Areas]:
        return Areas(self.merges), Areas(self.claimed), Areas(self.pivots)

    def is_merged(self, row: int, column: int) -> bool:
        """Tell whether a cell lies in a merged range."""
        return self._taken[0].around(row, column) is not None

    @property
    def recalculates(self) -> bool:
        """Tell whether anything changes that a formula could read; a cached value comes with its formula's consent."""
        return any(not new.cached for cells in self.pending.values() for new in cells.values())

    @property
    def new_formulas(self) -> bool:
        """Tell whether there are formulas that were never calculated."""
        return any(new.formula for cells in self.pending.values() for new in cells.values())

    def where(self, row: int, column: int) -> str:
        """Name a cell for a message."""
        return where(self.info.name, row, column)

    def row(self, number: int) -> Row | None:
        """Find a row as the file has it."""
        try:
            return self.index.row(number)
        except Malformed as error:
            raise self.book.package.damaged(self.info.part, error) from error

    def cell(self, row: int, column: int) -> Cell | None:
        """Find a cell as the file has it."""
        found = self.row(row)
        return found.at(column) if found else None

    def current(self, cell: Cell) -> Current:
        """Read what a cell holds, shared strings looked up."""
        if cell.closed:
            return Current(cell.kind, None, False)
        try:
            found = read_cell(self.data[cell.start : cell.end], cell.kind)
            if cell.kind == "s" and found.text and found.text.strip().isdecimal() and self.book.strings:
                return Current("s", self.book.strings.text(int(found.text)), found.formula)
        except Malformed as error:
            raise self.book.package.damaged(self.info.part, error) from error
        return found

    def formula(self, row: int, column: int) -> str:
        """Read a cell's formula, a shared one as it reads there; "" where there is none or it cannot be told."""
        cell = self.cell(row, column)
        element = parse(self.data[cell.start : cell.end]).first("f") if cell else None
        if element is None or element.text or element.get("t") != "shared":
            return element.text if element else ""
        master = formulas.shared_master(self.data, element.get("si"))
        if master is None:
            return ""
        text, (top, left) = master
        return formulas.carried(text, row - top, column - left) or ""

    def is_blank(self, row: int, column: int) -> bool:
        """Tell whether a cell will show nothing, what is already asked for included."""
        new = self.pending.get(row, {}).get(column)
        if new is not None:
            return not new.content.body
        cell = self.cell(row, column)
        return cell is None or cell.closed or self.current(cell).blank

    def is_bare(self, row: int) -> bool:
        """Tell whether a row has no content at all, what is already asked for included."""
        return row not in self.pending and self.index.is_bare(row)

    def change(self, edit: CellChange) -> None:
        """Take up one change."""
        row, column = edit.row, edit.column
        cell = self._reachable(row, column)
        current = self.current(cell) if cell else Current("n", None, False)
        if current.formula:
            raise UserError(
                f"{self.where(row, column)} holds a formula and was not overwritten."
                " Clear the cell in Excel first if the formula is no longer wanted."
            )
        if self._unchanged(edit.value, current, cell, row, column):
            self._forget(row, column)
            return
        self._refuse_fixed(row, column)
        if (
            current.kind == "s"
            and current.text is not None
            and self.book.strings
            and not self._asked(row, column)
        ):
            self.book.strings.drop_reference()
        # Of two changes of a cell the last one counts, and looks as the only one would.
        self._forget(row, column)
        self.put(row, column, edit.value, None if cell else self.inherited_style(row, column))

    def cache(self, edit: CachedValue) -> None:
        """Take up one new cached value."""
        row, column = edit.row, edit.column
        cell = self._reachable(row, column)
        current = self.current(cell) if cell else None
        if cell is None or current is None or not current.formula:
            raise UserError(
                f"{self.where(row, column)} holds no formula, so there is no calculated value to replace."
                " Write the cell's value instead."
            )
        bare = Current(current.kind, current.text, False)
        if self._unchanged(edit.value, bare, cell, row, column, dated=True):
            self._forget(row, column)
            return
        try:
            content = cells.cached_content(edit.value, self.prefix, self.book.date1904)
        except Unwritable as error:
            raise UserError(f"{self.where(row, column)} {error}.") from error
        self._ask(row, column, NewCell(content, None, edit.value, cached=True))

    def put(
        self, row: int, column: int, value: Value, style: int | None, *, template: int | None = None
    ) -> None:
        """Set a cell's value; `style` None keeps the one it has, `template` is the row whose dates it should look like."""
        try:
            content = cells.content_of(value, self.prefix, self.book.strings, self.book.date1904)
        except Unwritable as error:
            raise UserError(f"{self.where(row, column)} {error}.") from error
        if isinstance(value, date):
            style = self._date_style(row, column, value, style, template or row - 1)
        elif isinstance(value, str) and value.startswith("="):
            style = self._quoted(row, column, style)
        self._ask(row, column, NewCell(content, style, value))

    def put_formula(self, row: int, column: int, formula: str, style: int | None, *, array: bool) -> None:
        """Set a cell's formula."""
        at = cell_name(row, column) if array else ""
        content = cells.formula_content(formula, self.prefix, at)
        self._ask(row, column, NewCell(content, style, None, formula=formula))

    def _ask(self, row: int, column: int, new: NewCell) -> None:
        """Take up what a cell is to become, one object for all that become the same: of a long list nearly all do."""
        self.pending.setdefault(row, {})[column] = self._alike.setdefault(new, new)

    def inherited_style(self, row: int, column: int) -> int:
        """Give the style a new cell gets: its row's, else its column's, as in Excel."""
        style = self.row_style(row)
        return self.column_style(column) if style is None else style

    def row_style(self, row: int) -> int | None:
        """Give the style set for a whole row, what is already asked for included; None where there is none."""
        found = self.index.row(row)
        tag = self.data[found.start : found.open_end] if found else b""
        if attribute(tag, b"customFormat") in ("1", "true"):
            return _number(attribute(tag, b"s"))
        return self.row_styles.get(row)

    def column_style(self, column: int) -> int:
        """Give the style set for a whole column."""
        return next((style for first, last, style in self._column_styles if first <= column <= last), 0)

    @cached_property
    def _column_styles(self) -> list[tuple[int, int, int]]:
        return [
            (_number(e.get("min")), _number(e.get("max")), _number(e.get("style")))
            for e in self.frame.all("col")
        ]

    def column_width(self, column: int) -> float:
        """Give a column's width in characters."""
        widths = (
            float(e.get("width") or _USUAL_WIDTH)
            for e in self.frame.all("col")
            if _number(e.get("min")) <= column <= _number(e.get("max"))
        )
        return next(widths, _USUAL_WIDTH)

    @cached_property
    def usual_height(self) -> str | None:
        """Give the height of rows that have none of their own, in points."""
        usual = self.frame.first("sheetFormatPr")
        return usual.get("defaultRowHeight") if usual else None

    def text_at(self, row: int, column: int) -> str:
        """Give a cell's text as it is to become; "" for what is no text."""
        new = self.pending.get(row, {}).get(column)
        if new is not None:
            return new.value if isinstance(new.value, str) else ""
        cell = self.cell(row, column)
        current = self.current(cell) if cell else None
        return (current.text or "") if current else ""

    def style_at(self, row: int, column: int) -> int:
        """Give a cell's style, whether or not the cell is there, what is already asked for included."""
        new = self.pending.get(row, {}).get(column)
        if new is not None and new.style is not None:
            return new.style
        if (row, column) not in self._styles:
            cell = self.cell(row, column)
            self._styles[row, column] = cell.style if cell else self.inherited_style(row, column)
        return self._styles[row, column]

    def refuse_taken(self, row: int, column: int) -> None:
        """Refuse cells whose content belongs to something larger."""
        merged, formula, pivot = (areas.around(row, column) for areas in self._taken)
        if merged and (merged.top, merged.left) != (row, column):
            what = "is covered by merged cells; unmerge them in Excel, or use the merged range's first cell"
        elif formula:
            what = "is filled by an array formula or a data table; change that formula in Excel instead"
        elif pivot:
            what = "belongs to a pivot table, which would overwrite it; change its source instead"
        else:
            return
        raise UserError(f"{self.where(row, column)} {what}.")

    def _reachable(self, row: int, column: int) -> Cell | None:
        if not (1 <= row <= MAX_ROW and 1 <= column <= MAX_COLUMN):
            raise UserError(
                f"Row {row}, column {column} is outside of any sheet; rows and columns count from 1."
            )
        return self.cell(row, column)

    def _refuse_fixed(self, row: int, column: int) -> None:
        self.refuse_taken(row, column)
        for table in self.tables:
            if table.covers(row, column):
                if table.is_header(row):
                    raise UserError(
                        f"{self.where(row, column)} is the header of a column of table {table.name}, which must not"
                        " differ from the name the table knows it by; rename the column in Excel."
                    )
                if table.is_total(row):
                    raise UserError(
                        f"{self.where(row, column)} is in the totals row of table {table.name}; change it in Excel."
                    )

    def _unchanged(
        self, value: Value, current: Current, cell: Cell | None, row: int, column: int, *, dated: bool = False
    ) -> bool:
        dated = dated or bool(cell and self._is_date(cell.style)) or self.book.styles is None
        try:
            return same(value, current, date1904=self.book.date1904, dated=dated)
        except Unwritable as error:
            raise UserError(f"{self.where(row, column)} {error}.") from error

    def _asked(self, row: int, column: int) -> bool:
        return column in self.pending.get(row, {})

    def _forget(self, row: int, column: int) -> None:
        self.pending.get(row, {}).pop(column, None)

    def _is_date(self, style: int) -> bool:
        return self.book.styles is not None and self.book.styles.is_date(style)

    def _quoted(self, row: int, column: int, style: int | None) -> int | None:
        styles = self.book.styles
        if styles is None:
            return style
        old = self.style_at(row, column) if style is None else style
        quoted = self._styled(lambda: styles.quoted(old))
        return style if quoted == old else quoted

    def _date_style(self, row: int, column: int, value: date, style: int | None, above: int) -> int | None:
        styles = self.book.styles
        own = self.style_at(row, column) if style is None else style
        if styles is None or styles.is_date(own):
            return style
        like = self._date_above(above, column)
        if like is None:
            nearby = (self.inherited_style(row, column), self.column_style(column))
            like = next((candidate for candidate in nearby if styles.is_date(candidate)), None)
        if like is None:
            timed = isinstance(value, datetime) and value.time() != time.min
            default = DATE_AND_TIME if timed else SHORT_DATE
            return self._styled(lambda: styles.with_format(own, str(default)))
        if own == 0:
            return like
        return self._styled(lambda: styles.with_format(own, styles.number_format(like)))

    def _date_above(self, row: int, column: int) -> int | None:
        """Find the look of the nearest date above in the column."""
        if (row, column) not in self._dates_above:
            above = (
                self.index.style_at(number, column)
                for number in range(row, max(0, row - _ROWS_LOOKED_AT), -1)
            )
            self._dates_above[row, column] = next(
                (style for style in above if style and self._is_date(style)), None
            )
        return self._dates_above[row, column]

    def _styled(self, make: Callable[[], int | None]) -> int | None:
        try:
            return make()
        except Malformed as error:
            raise self.book.package.damaged("the styles part", error) from error


def _without_links(after: bytes) -> bytes:
    """Blank out the links below the rows: a list may have one in each row, and nothing is asked of them."""
    opening = _LINKS.search(after)
    start = opening.end() if opening else 0
    end = after.find(b"</" + opening[1] + b"hyperlinks", start) if opening else -1
    return after if end < 0 else after[:start] + b" " * (end - start) + after[end:]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
