"""Cells that are filled in on a page, each found by a key that an address can hold, with the hash of what was shown (pure)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.ledger.records import digest
from pipeline.model import Contact, Problem
from pipeline.model.texts import spelled
from pipeline.review.outcomes import CellField, field_of_column
from pipeline.review.people import by_key, cell_shown, page_key, whose_row
from pipeline.rules.intervals import INTERVALS, Interval
from pipeline.sheets.cells import shown_text
from pipeline.sheets.columns.contactdays import DAYS
from pipeline.sheets.entries import NAMED_BY, key_at, row_of
from pipeline.sheets.namesshown import name_shown
from pipeline.sheets.schema import (
    BY_NAME,
    CONTACTS,
    DRAFTS,
    RULES_SHEET,
    SETTINGS_SHEET,
    Column,
    Owner,
    Sheet,
)
from pipeline.sheets.setting_edits import OURS, setting_named
from pipeline.sheets.typed import shown_cell

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.sheets.table import Table

APPROVE = "Approve"
"""What is never chosen in a box: a letter is approved where it is read (R3)."""
_OPEN = {
    RULES_SHEET.name: frozenset({"value"}),
    SETTINGS_SHEET.name: frozenset({"value"}),
    DRAFTS.name: frozenset({"approve", "sent_on"}),
}
"""The columns that are filled in here, where not all of the user's are: names find their rows, and a letter's words are its page's."""


class Box(NamedTuple):
    """A cell to be filled in: `key` and its field's attribute stand in the address, `row` finds it in its sheet.

    `whose` says it after its label, as in “of Ada Okafor”; `shown` is the hash that its form posts back, `where` its place as in Contacts!D14.
    """

    key: str
    sheet: str
    row: str
    whose: str
    field: CellField
    shown: str
    where: str

    @property
    def of_contact(self) -> bool:
        """Tell whether it is a contact's."""
        return self.sheet == CONTACTS.name


def contact_box(decision: Decision, c: Contact, attr: str, *, as_written: bool = False) -> Box | None:
    """Lay out a contact's cell; None where the workbook lacks it, or it isn't filled in here. `as_written`: readable or not."""
    column = _column(CONTACTS, attr)
    if column is None or attr in c.without:
        return None
    table = decision.world.book.tables[CONTACTS.name]
    index = table.index_of(c.row)
    text = shown_text(table.cell(attr, index)) if as_written else shown_cell(c, attr)
    whose = f"of {name_shown(table, c)}"
    shown = cell_shown(c, attr)
    field = field_of_column(column, text)
    return Box(page_key(decision, c), CONTACTS.name, c.id, whose, field, shown, table.where(attr, index))


def box_of(decision: Decision, key: str, attr: str) -> Box | None:
    """Find a cell by what stands in its address."""
    c = by_key(decision, key)
    if c is not None:
        return contact_box(decision, c, attr)
    for sheet, table in _others(decision):
        names = {key_at(table, sheet.name, index) for index in range(table.count)}
        row = next((name for name in names if name and row_key(sheet.name, name) == key.upper()), "")
        if row:
            return row_box(decision, sheet.name, row, attr)
    return None


def row_box(decision: Decision, sheet: str, row: str, attr: str) -> Box | None:
    """Lay out a cell of another sheet than Contacts by what its row is found by; None where it isn't filled in here."""
    column, table = _column(BY_NAME[sheet], attr), decision.world.book.tables.get(sheet)
    index = row_of(table, sheet, row) if table else None
    if column is None or table is None or index is None or attr not in table.found:
        return None
    text = shown_text(table.cell(attr, index))
    field = _field(sheet, row, field_of_column(column, text))
    if field is None or attr not in _OPEN.get(sheet, {attr}):
        return None
    shown = digest(sheet, row, attr, text)
    return Box(
        row_key(sheet, row), sheet, row, _whose(decision, sheet, row), field, shown, table.where(attr, index)
    )


def box_of_problem(decision: Decision, problem: Problem) -> Box | None:
    """Find the cell that a problem is about; None where it has none, or can't be filled in here."""
    c, table = whose_row(decision, problem), decision.world.book.tables[CONTACTS.name]
    if c is not None and c.row == problem.row:
        attr = "first_name" if _is_of_whole_names(table, problem) else _attr(table, problem)
        return contact_box(decision, c, attr, as_written=True)
    for sheet, table in _others(decision):
        if problem.row and table.holds(problem):
            row = key_at(table, sheet.name, table.index_of(problem.row))
            cell = row_box(decision, sheet.name, row, _attr(table, problem)) if row else None
            if cell is not None and cell.where == problem.where:  # of two rows of one name the first is found
                return cell
    return None


def _is_of_whole_names(table: Table, problem: Problem) -> bool:
    """Tell a whole name that can't be taken apart: its parts are what is filled in."""
    at = table.full_name
    return at is not None and problem.where == table.where(at, table.index_of(problem.row))


def written_in(decision: Decision, box: Box) -> str:
    """Give what stands in a box's cell, readable or not."""
    table = decision.world.book.tables[box.sheet]
    index = (
        table.index_of(decision.desk.contacts[box.row].row)
        if box.of_contact
        else row_of(table, box.sheet, box.row)
    )
    return "" if index is None else shown_text(table.cell(box.field.attr, index))


def row_key(sheet: str, row: str) -> str:
    """Name a row of a sheet in an address."""
    return digest(sheet, spelled(row))[:12].upper()


def interval_of(row: str) -> Interval | None:
    """Find the interval of a row."""
    return next((i for i in INTERVALS.values() if spelled(i.name) == spelled(row)), None)


def _others(decision: Decision) -> Iterator[tuple[Sheet, Table]]:
    tables = decision.world.book.tables
    return ((BY_NAME[name], tables[name]) for name in NAMED_BY if name in tables)


def _column(sheet: Sheet, attr: str) -> Column | None:
    """Find a column that is filled in here: the user's own, or a day of a letter or contact, which they may type as well."""
    mine = (x for x in sheet.columns if x.owner is Owner.USER or x.attr in DAYS)
    return next((x for x in mine if x.attr == attr), None)


def _attr(table: Table, problem: Problem) -> str:
    index = table.index_of(problem.row)
    return next((a for a in table.found if table.where(a, index) == problem.where), "")


def _whose(decision: Decision, sheet: str, row: str) -> str:
    """Say whose cell it is: a letter's, a named row's, or, where the label is the row's name, only the sheet's."""
    draft = decision.draft_of(row) if sheet == DRAFTS.name else None
    if draft:
        return f"of the letter to {draft.letter.name}"
    return f"on {sheet}" if sheet in (SETTINGS_SHEET.name, RULES_SHEET.name) else f"of {row}, on {sheet}"


def _field(sheet: str, row: str, field: CellField) -> CellField | None:
    """Say what belongs in a row's cell: in Settings and Rules the row says it, not the column. None where nothing is known of it."""
    setting, interval = setting_named(row), interval_of(row)
    setting = None if setting and setting.attr in OURS else setting
    if sheet == SETTINGS_SHEET.name:
        kind = "choice" if setting and setting.choices else "text"
        more = field._replace(kind=kind, choices=setting.choices if setting else ())
        return more._replace(label=setting.name, note=setting.meaning) if setting else None
    if sheet == RULES_SHEET.name and interval:
        asked = f"{interval.unit} {interval.meaning}".capitalize()
        note = f"{asked}: {interval.low} to {interval.high}. Blank: {interval.default}."
        return field._replace(label=interval.name, note=note)
    if sheet == DRAFTS.name and field.attr == "approve":
        note = "Skip: not today. Sent by me: it went by your own hand. To approve a letter, read it first."
        return field._replace(note=note, choices=tuple(x for x in field.choices if x != APPROVE))
    return None if sheet == RULES_SHEET.name else field
