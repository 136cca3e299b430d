"""Whether rows and IDs still belong together (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Contact, Event
from pipeline.model.errors import UserError
from pipeline.sheets.contacts import contact_id

MANY = 2000


def looks_partly_sorted(contacts: Sequence[Contact], events: Sequence[Event]) -> None:
    """Refuse a table in which several IDs carry other people's names and addresses than before.

    Raises UserError (exit 4): nothing is read into it and nothing is written.
    """
    named = {e.contact_id: e.name for e in events if e.name}
    if len(contacts) > MANY and not _some_differ(contacts, named):
        return
    owner: dict[str, int] = {}
    rows_named: dict[str, set[int]] = {}
    for c in contacts:
        owner.setdefault(contact_id(c.email, c.name, c.organization), c.row)
        rows_named.setdefault(c.name, set()).add(c.row)
    astray = [c for c in contacts if c.id_written and _belongs_elsewhere(c, owner, named, rows_named)]
    if len(astray) > 1:
        rows = ", ".join(str(c.row) for c in astray[:5])
        raise UserError(
            f"Contacts looks partly sorted: in rows {rows} the ID belongs to another person than the name. Undo the sorting in Excel "
            "(Ctrl+Z, or close without saving), or restore a backup with: remembered undo. Nothing was written."
        )


def _some_differ(contacts: Sequence[Contact], named: dict[str, str]) -> bool:
    """Tell whether any ID is another person's or address's than before, a quick look that spares most tables the long one."""
    some = contacts[:: len(contacts) // MANY]
    return any(c.id in named and named[c.id] != c.name for c in contacts) or any(
        c.id_written and c.id != contact_id(c.email, c.name, c.organization) for c in some
    )


def _belongs_elsewhere(
    c: Contact, owner: dict[str, int], named: dict[str, str], rows_named: dict[str, set[int]]
) -> bool:
    if owner.get(c.id, c.row) != c.row and not c.duplicate:
        return True
    before = named.get(c.id)
    return bool(before) and before != c.name and bool(rows_named.get(before or "", set()) - {c.row})
