"""Rows of whom nothing is known, at an address at which somebody in another row was written to before they moved (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.model import Contact
from pipeline.model.contactid import contact_id, own_ids
from pipeline.sheets.table import Table
from pipeline.sheets.whose.names import may_share, spelled_name
from pipeline.sheets.whose.successors import HeldRows, held_rows, id_of_their_own
from pipeline.sheets.whose.underid import UnderId


def hold_at_former_address(
    contacts: Sequence[Contact], table: Table, known: Mapping[str, UnderId]
) -> HeldRows:
    """Hold the rows at somebody's former address whose names may be theirs, of whom something is `known` by ID (R14).

    Not a row whose ID its own name or address gives: that it is somebody else's was said so.
    """
    holders = {c.id: c for c in contacts if c.id in known}
    there = _former_addresses(holders, known)
    said = {
        c.row: _moved_away(c, one, {*known, *(o.id for o in contacts)})
        for c in contacts
        if c.id not in known and c.name and c.email_valid and not (c.is_sample or c.duplicate)
        for one in _met_there(c, there, holders)
        if _may_be(c, one, known[one.id])
    }
    return held_rows(contacts, table, said)


def _former_addresses(holders: Mapping[str, Contact], known: Mapping[str, UnderId]) -> Mapping[str, set[str]]:
    """Find whose letters went to an address that is none of theirs now, by that address."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, c in holders.items():
        for to in {r.to.casefold() for r in known[one].letters} - {c.email.casefold(), ""}:
            found[to].add(one)
    return found


def _met_there(
    c: Contact, there: Mapping[str, set[str]], holders: Mapping[str, Contact]
) -> Iterator[Contact]:
    """List who was written to at the address of a row; of letters that no receipt tells of, who has the ID that it gives."""
    ids = set(there.get(c.email.casefold(), ()))
    if not c.id_written:
        ids.add(contact_id(c.email, "", ""))
    found = [holders[one] for one in sorted(ids) if one in holders]
    if found and not (c.id_written and c.id in own_ids(c)):
        yield from (h for h in found if h.email.casefold() != c.email.casefold())


def _may_be(c: Contact, holder: Contact, known: UnderId) -> bool:
    own = spelled_name(c.name)
    one = any(may_share(own, spelled_name(name)) for name in (*known.names, holder.name))
    return one and known.has_begun


def _moved_away(c: Contact, holder: Contact, taken: set[str]) -> str:
    stands = f"says {c.id}" if c.id_written else "is blank"
    return (
        f"{stands}, and {holder.name} in row {holder.row} was written to at {c.email}: no letter goes to this row until that is resolved. "
        f"If that is the same person, put what you know into row {holder.row} and delete this row; if {c.name} is another, type "
        f"{id_of_their_own(c, taken)} into this cell"
    )
