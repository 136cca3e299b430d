"""Whether rows and IDs still belong together (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.ledger.records import GONE, Receipt
from pipeline.model import Contact, Event
from pipeline.model.came_in import command
from pipeline.model.contactid import contact_id
from pipeline.model.texts import folded

PERMUTED = 3
"""So many names that went to each other's addresses were sorted; two may be a mistake put right."""


def astray(
    contacts: Sequence[Contact], events: Sequence[Event], receipts: Iterable[Receipt]
) -> tuple[Contact, ...]:
    """List the rows of a table that was partly sorted: their IDs are other people's; none where it was not.

    Counted is who stands at home nowhere: name and address, by which the ID was given, belong to another row whose own
    have gone elsewhere too. So is whose address alone has gone to another row, while theirs is of a third, or that one's.
    Rows sorted whole, copied or inserted, people renamed or moved, and who got a colleague's former address, are none.
    """
    settled = [c for c in contacts if c.id_written and not c.duplicate]
    named = {e.contact_id: folded(e.name) for e in events if e.name}
    ids = ((c, contact_id(c.email, c.name, c.organization)) for c in settled)
    lost = [(c, own) for c, own in ids if own != c.id]
    new = [c for c in contacts if c.email and not (c.id_written or c.duplicate)]
    passed = _passed_on(lost, new, receipts) if lost else ()
    if passed:
        return passed
    moved = _moved(lost, named)
    if len(moved) > 1:
        return moved
    renamed = _renamed(settled, named)
    return renamed if len(renamed) >= PERMUTED else ()


def sorting_sentence(people: Sequence[Contact]) -> str:
    """Say that a table was partly sorted, and the way out."""
    rows = ", ".join(str(c.row) for c in people[:5])
    return (
        f"The list of contacts looks partly sorted: in rows {rows} the ID belongs to another person than the name or the address. Undo"
        f" the sorting in Excel (Ctrl+Z, or close without saving), or restore a backup with: {command('undo')}. If instead you put"
        " right two addresses that stood crosswise, exchange the IDs of these rows, and those in their rows of History. Nothing was written."
    )


def _moved(lost: Sequence[tuple[Contact, str]], named: Mapping[str, str]) -> tuple[Contact, ...]:
    """List those whose ID was given by the address and name that stand in another row now."""
    holders: dict[str, list[Contact]] = {}
    for c, own in lost:
        holders.setdefault(own, []).append(c)
    return tuple(
        c
        for c, _ in lost
        if named.get(c.id) != folded(c.name)
        and any(folded(o.name) != folded(c.name) for o in holders.get(c.id, ()))
    )


def _passed_on(
    lost: Sequence[tuple[Contact, str]], new: Iterable[Contact], receipts: Iterable[Receipt]
) -> tuple[Contact, ...]:
    """List those whose address was handed on from row to row: somebody's went to another, whose own went further.

    Whose an address was is told by the ID that it gave, and by the letters that went there. A new row gives none away.
    """
    homes = {c.id: {c.id} for c, _ in lost}
    for r in receipts:
        if r.state in GONE and r.contact_id in homes and "@" in r.to:
            homes[r.contact_id].add(contact_id(r.to, "", ""))
    gone = [(c, own) for c, own in lost if own not in homes[c.id]]
    owners: dict[str, list[Contact]] = {}
    for c, _ in gone:
        for home in homes[c.id]:
            owners.setdefault(home, []).append(c)
    at = (*gone, *((c, contact_id(c.email, "", "")) for c in new))
    found = ((c, _others(c, owners.get(own, ()))) for c, own in at if c.email)
    taken = {c.row: theirs for c, theirs in found if theirs}
    left = {o.row for theirs in taken.values() for o in theirs}
    if not left & taken.keys():
        return ()
    return tuple(c for c, _ in at if c.row in left or c.row in taken)


def _others(c: Contact, people: Iterable[Contact]) -> list[Contact]:
    return [o for o in people if folded(o.name) != folded(c.name)]


def _renamed(contacts: Sequence[Contact], named: Mapping[str, str]) -> tuple[Contact, ...]:
    """List those whose name, as History knows it, stands in the row of another one of them."""
    other = [c for c in contacts if c.id in named and named[c.id] != folded(c.name)]
    there = {folded(c.name) for c in other}
    return tuple(c for c in other if named[c.id] in there)
