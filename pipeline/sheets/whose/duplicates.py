"""People who stand in the workbook twice: until that is resolved, neither row gets a letter (R14). Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence, Set

from pipeline.model import Contact, Event, Problem, Severity
from pipeline.model.addresses import mailbox
from pipeline.model.texts import firm, folded
from pipeline.sheets.columns.contactdays import DAYS, SAID
from pipeline.sheets.table import Fault
from pipeline.sheets.whose.names import Spelled, namesake_key, pairs_that_may_share, spelled_name, told_apart

_NEITHER = "neither row gets letters or steps, but for an interview's, until that is resolved"
OR_TWO_PEOPLE = "if they are two people, tell their names apart, as by a middle initial"
_PHONE_DIGITS = 7
_TOUCHED = (*DAYS, "called_on", "replied_on")
_CHANGES_THINGS = (*SAID, "thank_you_sent", "on_hold")
"""What one row says, and a letter to the other would not know."""

Where = Callable[[str, int], str]


def hold(contacts: Iterable[Contact], problems: Mapping[int, Problem]) -> tuple[Contact, ...]:
    """Hold the contacts whose row has an error: until it is resolved no letter goes there (R14)."""
    held = {row: p.message for row, p in problems.items() if p.severity is Severity.ERROR}
    return tuple(c._replace(duplicate=held[c.row]) if c.row in held else c for c in contacts)


def find_duplicates(
    contacts: Mapping[int, Contact], where: Where, in_history: Container[str] = ()
) -> list[Fault]:
    """Find who stands twice, by ID, by address or by name; each row is told once (R14).

    One address under different names is a warning: couples and offices share them. Who is likely one person
    under two spellings is held in the second row only. `where` names a cell by attribute and index;
    `in_history` are the IDs that History knows: the row to keep.
    """
    told: set[int] = set()
    namesakes = _namesakes(contacts)
    return [
        *_of_one_id(contacts, told, in_history),
        *_of_one_address(contacts, told, where, in_history),
        *_of_one_name_and_organization(namesakes, told, in_history),
        *_likely_one_person(namesakes, told, where, in_history),
        *_called_otherwise(contacts, told, where, in_history),
    ]


def _of_one_id(
    contacts: Mapping[int, Contact], told: set[int], in_history: Container[str]
) -> Iterator[Fault]:
    for group in _groups(contacts, lambda c: c.id):
        first = contacts[group[0]]
        if first.id_written:
            yield from _tell(told, group, "id", _same_id(contacts, group))
        else:  # two rows typed alike before the first run: there is no ID to blank
            attr = "last_name" if first.name else "email"
            yield from _tell(told, group, attr, _same_person(contacts, group, in_history))


def _of_one_address(
    contacts: Mapping[int, Contact], told: set[int], where: Where, in_history: Container[str]
) -> Iterator[Fault]:
    """Hold those who have one address under one name, and warn those who share it under different ones."""
    for group in _groups(contacts, lambda c: mailbox(c.email) if c.email_valid else ""):
        for same in _split_by_name(contacts, group):
            yield from _tell(told, same, "email", _same_address(contacts, same, where, in_history))
        asked = list(_spelled_otherwise(contacts, group, "email", told, where, in_history))
        yield from asked
        others = [i for i in group if i not in {f.index for f in asked}]
        looked_at = all(_is_looked_at(contacts[i], in_history) for i in others)
        if not looked_at and len({folded(contacts[i].name) for i in others}) > 1:
            said = (
                f"is shared by different names on {_rows(contacts, others)}. Check that it is right for each"
            )
            yield from (Fault(i, "email", said, Severity.WARNING) for i in others if i not in told)


def _is_begun(c: Contact, in_history: Container[str]) -> bool:
    return c.id in in_history or _touched(c)


def _is_looked_at(c: Contact, in_history: Container[str]) -> bool:
    """Tell whether somebody was written to at the address, and so read it, or is to be left alone."""
    return _is_begun(c, in_history) or bool(c.on_hold)


def _called_otherwise(
    contacts: Mapping[int, Contact], told: set[int], where: Where, in_history: Container[str]
) -> Iterator[Fault]:
    """Hold the second of two rows of one family name at one organization: Bob and Robert, A. and Anna.

    Of those who were written to, each was taken for somebody of their own.
    """

    def family(c: Contact) -> tuple[str, str] | None:
        named = c.first_name and c.last_name and c.organization
        return (folded(c.last_name), firm(c.organization)) if named else None

    for group in _groups({i: c for i, c in contacts.items() if i not in told}, family):
        begun = {i for i in group if _is_begun(contacts[i], in_history)}
        if len(begun) < len(group):
            yield from _spelled_otherwise(contacts, group, "last_name", told, where, in_history, begun)


def _spelled_otherwise(
    contacts: Mapping[int, Contact],
    group: list[int],
    attr: str,
    told: set[int],
    where: Where,
    in_history: Container[str],
    themselves: Set[int] = frozenset(),
) -> Iterator[Fault]:
    """Hold the second of two rows whose names may be one person's: an initial, a short form, one name more.

    Who may be two others yields to both, unless they were written to; who is one of `themselves` yields to nobody.
    """
    names = {i: spelled_name(contacts[i].name) for i in group}
    alike = defaultdict[int, set[int]](set)
    for i, j in pairs_that_may_share(names):
        alike[i].add(j)
        alike[j].add(i)
    kept = {i for i in group if i in told or i in themselves}

    def first_come(index: int) -> tuple[bool, int, int]:
        return not _is_begun(contacts[index], in_history), len(alike[index]), index

    for index in sorted((i for i in alike if i not in kept), key=first_come):
        first = min(kept & alike[index], default=None)
        if first is None:
            kept.add(index)
            continue
        yield from _seem_one(contacts, attr, (first, index), told, where, in_history)


def _of_one_name_and_organization(
    namesakes: Mapping[int, Contact], told: set[int], in_history: Container[str]
) -> Iterator[Fault]:
    for group in _groups(namesakes, _person):
        yield from _tell(told, group, "last_name", _same_person(namesakes, group, in_history))


def ids_gone_astray(
    contacts: Iterable[Contact], events: Iterable[Event], own_id: Callable[[Contact], str]
) -> dict[int, tuple[Contact, Contact]]:
    """Find rows without an ID whose own, with their letters, stands in another row.

    Each pair, the row without an ID first, stands under both rows' numbers. Of two rows with one ID the wrong
    one was blanked: the other person would get the follow-up to a letter that they never had. `own_id` says
    which ID a contact's address and name give.
    """
    people = tuple(contacts)
    without = [c for c in people if not c.id_written]
    if not without:
        return {}
    holders = {c.id: c for c in people if c.id_written}
    named = {e.contact_id: folded(e.name) for e in events if e.name}
    found: dict[int, tuple[Contact, Contact]] = {}
    for c in without:
        own = own_id(c)
        holder = holders.get(own)
        if holder and named.get(own) == folded(c.name) and own_id(holder) != own:
            found[c.row] = found[holder.row] = (c, holder)
    return found


def ids_standing_twice(contacts: Iterable[Contact]) -> frozenset[str]:
    """Give the IDs that stand in more than one row: whose it is what these rows say is still to be told."""
    return frozenset(one for one, rows in Counter(c.id for c in contacts).items() if rows > 1)


def _namesakes(contacts: Mapping[int, Contact]) -> dict[int, Contact]:
    """Keep those whose names, in any order, somebody else has too: nobody else is one person twice."""
    found = sorted(index for group in _groups(contacts, lambda c: _any_order(c.name)) for index in group)
    return {index: contacts[index] for index in found}


def _likely_one_person(
    namesakes: Mapping[int, Contact], told: set[int], where: Where, in_history: Container[str]
) -> Iterator[Fault]:
    """Hold the second of two rows with one name and one phone number, or one organization but for its legal form.

    So are two of whom nothing but the name is known.
    """
    for attr, key in (("phone", _by_phone), ("organization", _by_firm), ("last_name", _by_name)):
        for group in _groups(namesakes, key):
            left = sorted((i for i in group if i not in told), key=lambda i: (not _touched(namesakes[i]), i))
            first, others = left[:1], left[1:]
            for index in others:
                if not told_apart(*(spelled_name(namesakes[i].name) for i in (first[0], index))):
                    yield from _seem_one(namesakes, attr, (first[0], index), told, where, in_history)


def _seem_one(
    contacts: Mapping[int, Contact],
    attr: str,
    rows: tuple[int, int],
    told: set[int],
    where: Where,
    in_history: Container[str],
) -> Iterator[Fault]:
    """Hold the second of two rows; the first, too, where a letter to it would not know what the second says."""
    first, second = rows
    both = any(getattr(contacts[second], name) for name in _CHANGES_THINGS)
    names = " or ".join(dict.fromkeys(contacts[i].name for i in (second, first)))
    held = _NEITHER if both else "this row gets no letters until that is resolved"
    said = (
        f"in {where(attr, second)} and {where(attr, first)} seem to be one person's, {names}: {held}. "
        f"{_one_row(contacts, rows, in_history)}; {OR_TWO_PEOPLE} in each"
    )
    yield from _tell(told, list(rows) if both else [second], attr, said)


def _touched(contact: Contact) -> bool:
    return any(getattr(contact, attr) for attr in _TOUCHED)


def _by_phone(contact: Contact) -> tuple[str, str] | None:
    digits = "".join(c for c in contact.phone if c.isdigit())[-_PHONE_DIGITS:]
    return (_any_order(contact.name), digits) if contact.name and len(digits) == _PHONE_DIGITS else None


def _by_firm(contact: Contact) -> tuple[str, str] | None:
    return (
        (_any_order(contact.name), firm(contact.organization))
        if contact.name and contact.organization
        else None
    )


def _by_name(contact: Contact) -> str | None:
    """Give the name of somebody of whom nothing else tells who it is."""
    return None if contact.organization or contact.email_valid else _any_order(contact.name)


def _any_order(name: str) -> str:
    return " ".join(sorted(namesake_key(name).split()))


def _groups(contacts: Mapping[int, Contact], key: Callable[[Contact], Hashable]) -> Iterator[list[int]]:
    """Group the rows that share a key; a blank key is shared by nobody."""
    keys = {index: k for index, contact in contacts.items() if (k := key(contact))}
    if len(set(keys.values())) == len(keys):
        return
    groups: dict[Hashable, list[int]] = {}
    for index, k in keys.items():
        groups.setdefault(k, []).append(index)
    yield from (group for group in groups.values() if len(group) > 1)


def _person(contact: Contact) -> tuple[str, str] | None:
    name, organization = contact.name, contact.organization
    return (folded(name), folded(organization)) if name and organization else None


def _split_by_name(contacts: Mapping[int, Contact], group: list[int]) -> Iterator[list[int]]:
    by_name: dict[Spelled, list[int]] = {}
    for index in group:
        by_name.setdefault(spelled_name(contacts[index].name), []).append(index)
    return (same for same in by_name.values() if len(same) > 1)


def _same_person(contacts: Mapping[int, Contact], group: list[int], in_history: Container[str]) -> str:
    c = contacts[group[0]]
    who = " at ".join(filter(None, (c.name or c.email, c.organization)))
    return (
        f"stands on {_rows(contacts, group)} for one person, {who}: {_NEITHER}. "
        f"{_one_row(contacts, group, in_history)}; {OR_TWO_PEOPLE} in each"
    )


def _same_address(
    contacts: Mapping[int, Contact], group: list[int], where: Where, in_history: Container[str]
) -> str:
    cells = [where("email", i) for i in group]
    names = " or ".join(dict.fromkeys(contacts[i].name for i in group))
    return (
        f"stands in {_and(cells)} under one name, {names}: {_NEITHER}. "
        f"{_one_row(contacts, group, in_history)}; {OR_TWO_PEOPLE} in each"
    )


def _same_id(contacts: Mapping[int, Contact], group: list[int]) -> str:
    said = f"stands on {_rows(contacts, group)}: {_NEITHER}. "
    if len({folded(contacts[i].name) for i in group}) > 1:
        return (
            said
            + "Blank the ID cell of the row that you copied, and the dates of letters copied along; it gets an ID of its own"
        )
    return (
        said
        + "Delete the row that is one too many; if they are two people, blank the ID cell of the newer one,"
        + " and the dates of letters copied along"
    )


def _one_row(contacts: Mapping[int, Contact], group: Sequence[int], in_history: Container[str]) -> str:
    """Say which row to keep: with the other the letters and talks so far would be lost."""
    for known in (
        [i for i in group if contacts[i].id in in_history],
        [i for i in group if _touched(contacts[i])],
    ):
        if len(known) == 1:
            row = contacts[known[0]].row
            return f"Put what you know into row {row}, whose letters and talks are on record, and delete the other"
    return "Put what you know into one row and delete the other"


def _tell(told: set[int], group: list[int], attr: str, message: str) -> Iterator[Fault]:
    """Tell a group's rows but those that were told something already."""
    yield from [Fault(index, attr, message) for index in group if index not in told]
    told.update(group)


def _rows(contacts: Mapping[int, Contact], group: list[int]) -> str:
    return f"rows {_and([str(contacts[i].row) for i in group])}"


def _and(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"
