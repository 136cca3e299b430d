"""What contacts are called where a page or a line says whose a cell is (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Contact, Problem
from pipeline.sheets.cells import shown_text
from pipeline.sheets.table import Table


def name_shown(table: Table, c: Contact) -> str:
    """Say what somebody is called; by the user's own column, or their organization, where the name is not known."""
    return c.name or _whole_name(table, table.index_of(c.row)) or c.organization


def whose(problems: Sequence[Problem], table: Table, contacts: Sequence[Contact]) -> dict[Problem, str]:
    """Name the contact of each problem's row, or of whom it speaks, where its sentence doesn't."""
    if not problems:
        return {}
    rows = {c.row: c for c in contacts}
    by_id = {c.id: c for c in reversed(contacts)}
    found = {p: rows.get(p.row) if table.holds(p) else by_id.get(p.contact_id) for p in problems}
    names = {p: name_shown(table, c) for p, c in found.items() if c}
    return {p: name for p, name in names.items() if name and name not in p.message}


def _whole_name(table: Table, index: int) -> str:
    """Say how the user's own column calls somebody whose name can't be taken apart."""
    text = shown_text(table.values_at(table.full_name)[index]) if table.full_name is not None else ""
    return f"“{text}”" if text else ""
