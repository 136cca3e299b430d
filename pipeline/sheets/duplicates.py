"""People who stand in the workbook twice: until that is resolved, neither row gets a letter (R14). Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping

from pipeline.model import Contact, Severity
from pipeline.model.texts import folded
from pipeline.sheets.table import Fault

_NEITHER = "neither row gets letters until that is resolved"


def find_duplicates(contacts: Mapping[int, Contact]) -> list[Fault]:
    """Find an ID, an address under one name, and a name at one organization that stand twice; each row is told once.

    One address under different names is a warning: couples and offices share them.
    """
    faults: list[Fault] = []
    told: set[int] = set()
    for group in _groups(contacts, lambda c: c.id):
        _tell(faults, told, group, "id", _same_id(contacts, group))
    for group in _groups(contacts, lambda c: c.email.casefold() if c.email_valid else ""):
        for same in _split_by_name(contacts, group):
            _tell(
                faults,
                told,
                same,
                "email",
                f"stands on {_rows(contacts, same)} under one name: {_NEITHER}. "
                "Put what you know into one row and delete the other",
            )
        if len({folded(contacts[i].name) for i in group}) > 1:
            faults += [
                Fault(
                    i,
                    "email",
                    f"is shared by different names on {_rows(contacts, group)}. Check that it is "
                    "right for each",
                    Severity.WARNING,
                )
                for i in group
                if i not in told
            ]
    for group in _groups(contacts, _person):
        _tell(
            faults,
            told,
            group,
            "last_name",
            f"stands on {_rows(contacts, group)} for one person, {contacts[group[0]].name} "
            f"at {contacts[group[0]].organization}: {_NEITHER}. Put what you know into one row and delete the other; if "
            "they are two people, tell their names apart",
        )
    return faults


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
    by_name: dict[str, list[int]] = {}
    for index in group:
        by_name.setdefault(folded(contacts[index].name), []).append(index)
    return (same for same in by_name.values() if len(same) > 1)


def _same_id(contacts: Mapping[int, Contact], group: list[int]) -> str:
    said = f"stands on {_rows(contacts, group)}: {_NEITHER}. "
    if len({folded(contacts[i].name) for i in group}) > 1:
        return said + "Blank the ID cell of the row that you copied; it gets an ID of its own"
    return (
        said
        + "Delete the row that is one too many; if they are two people, blank the ID cell of the newer one"
    )


def _tell(faults: list[Fault], told: set[int], group: list[int], attr: str, message: str) -> None:
    faults += [Fault(index, attr, message) for index in group if index not in told]
    told.update(group)


def _rows(contacts: Mapping[int, Contact], group: list[int]) -> str:
    numbers = [str(contacts[i].row) for i in group]
    return f"rows {', '.join(numbers[:-1])} and {numbers[-1]}"
