"""What contacts are called where a page or a line says whose a cell is (pure)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.model import Contact, Problem, people_by_id
from pipeline.sheets.cells import shown_text
from pipeline.sheets.table import Table


def name_shown(table: Table, c: Contact) -> str:
    """Say what somebody is called; by the user's own column, or their organization, where the name is not known."""
    return c.name or _whole_name(table, table.index_of(c.row)) or c.organization


def whose(problems: Sequence[Problem], table: Table, contacts: Sequence[Contact]) -> dict[Problem, str]:
    """Name the contact of each problem's row, or of whom it speaks, where its sentence doesn't."""
    if not problems:
        return {}
    rows, people = {c.row: c for c in contacts}, people_by_id(contacts)
    found = {p: about_whom(p, table, rows.get, people) for p in problems}
    names = {p: name_shown(table, c) for p, c in found.items() if c}
    return {p: name for p, name in names.items() if name and name not in p.message}


def about_whom(
    problem: Problem, table: Table, in_row: Callable[[int], Contact | None], people: Mapping[str, Contact]
) -> Contact | None:
    """Find the contact whom a problem is about: whose row it is, where it is one of Contacts; else who has its ID."""
    c = in_row(problem.row) if table.holds(problem) else None
    return c or people.get(problem.contact_id)


def _whole_name(table: Table, index: int) -> str:
    """Say how the user's own column calls somebody whose name can't be taken apart."""
    text = shown_text(table.values_at(table.full_name)[index]) if table.full_name is not None else ""
    return f"“{text}”" if text else ""
