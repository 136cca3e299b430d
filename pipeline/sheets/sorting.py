"""Whether rows and IDs still belong together (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.model import Contact, Event
from pipeline.model.came_in import command
from pipeline.model.texts import folded
from pipeline.sheets.contacts import contact_id

PERMUTED = 3
"""So many names that went to each other's addresses were sorted; two may be a mistake put right."""


def astray(contacts: Sequence[Contact], events: Sequence[Event]) -> tuple[Contact, ...]:
    """List the rows of a table that was partly sorted: their IDs are other people's; none where it was not.

    Counted is who stands at home nowhere: name and address, by which the ID was given, belong to another row whose own
    have gone elsewhere too. Rows sorted whole, copied or inserted, and people renamed or moved, are none.
    """
    settled = [c for c in contacts if c.id_written and not c.duplicate]
    named = {e.contact_id: folded(e.name) for e in events if e.name}
    moved = _moved(settled, named)
    if len(moved) > 1:
        return moved
    renamed = _renamed(settled, named)
    return renamed if len(renamed) >= PERMUTED else ()


def sorting_sentence(people: Sequence[Contact]) -> str:
    """Say that a table was partly sorted, and the way out."""
    rows = ", ".join(str(c.row) for c in people[:5])
    return (
        f"The list of contacts looks partly sorted: in rows {rows} the ID belongs to another person than the name. Undo the sorting in"
        f" Excel (Ctrl+Z, or close without saving), or restore a backup with: {command('undo')}. Nothing was written."
    )


def _moved(contacts: Sequence[Contact], named: Mapping[str, str]) -> tuple[Contact, ...]:
    """List those whose ID was given by the address and name that stand in another row now."""
    ids = ((c, contact_id(c.email, c.name, c.organization)) for c in contacts)
    lost = [(c, own) for c, own in ids if own != c.id]
    holders: dict[str, list[Contact]] = {}
    for c, own in lost:
        holders.setdefault(own, []).append(c)
    return tuple(
        c
        for c, _ in lost
        if named.get(c.id) != folded(c.name)
        and any(folded(o.name) != folded(c.name) for o in holders.get(c.id, ()))
    )


def _renamed(contacts: Sequence[Contact], named: Mapping[str, str]) -> tuple[Contact, ...]:
    """List those whose name, as History knows it, stands in the row of another one of them."""
    other = [c for c in contacts if c.id in named and named[c.id] != folded(c.name)]
    there = {folded(c.name) for c in other}
    return tuple(c for c in other if named[c.id] in there)
