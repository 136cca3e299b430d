"""Rows of History become events. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from types import MappingProxyType

from pipeline.model import Contact, Event, EventKind, Problem
from pipeline.model.fullname import name_key
from pipeline.sheets import schema
from pipeline.sheets.cells import as_text
from pipeline.sheets.happened import in_our_words
from pipeline.sheets.table import Columns, Fault, Table, as_problem, parse_column

_IN_ORDER = ("date", "id", "name", "event", "channel", "detail", "message_id")
_MISSING = "is blank. Fill it in as it was, or delete the row if it says nothing"
_NOBODY: Mapping[str, Set[str]] = MappingProxyType({})


def ids_by_name(contacts: Iterable[Contact]) -> dict[str, Set[str]]:
    """Index the IDs of people by their names, as names are compared."""
    found: dict[str, set[str]] = defaultdict(set)
    for c in contacts:
        if c.name:
            found[name_key(c.name)].add(c.id)
    return dict(found)


def lacks_ids(table: Table) -> bool:
    """Tell whether a row of History that says whose it is lacks the ID."""
    names = zip(table.values("id"), table.values("name"), strict=True)
    return any(name is not None and given is None for given, name in names)


def read_events(
    table: Table, ids: Mapping[str, Set[str]] = _NOBODY
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read History, in its order; blank rows are passed over.

    A row without an ID is that of the one person who bears its name in `ids`, as `ids_by_name` has them.
    What came of an interview or a call is put in our words, whatever its order and letter case.
    A row whose date or event can't be read is a problem that carries the row's contact, and is no event.
    """
    columns: Columns = {}
    faults: list[Fault] = []
    for column in schema.HISTORY.columns:
        columns[column.attr], bad = parse_column(
            table.values(column.attr), column.reader or as_text, column.attr
        )
        faults += bad
    told = {f.index for f in faults}
    events: list[Event] = []
    for index, row in enumerate(zip(*(columns[attr] for attr in _IN_ORDER), strict=True)):
        day, contact_id, name, kind, *texts = row
        bearers = ids.get(name_key(name), frozenset()) if name and not contact_id else frozenset()
        if len(bearers) == 1:
            (contact_id,) = bearers
        if day and contact_id and kind:
            channel, detail, message_id = (text or "" for text in texts)
            if not (kind is EventKind.REPLY and message_id):  # a mail's own subject
                detail = in_our_words(kind, detail)
            number = table.row_number(index)
            events.append(Event(day, contact_id, name or "", kind, channel, detail, message_id, number))
        elif index not in told and any(row):
            missing = "date" if not day else "event" if not kind else "id"
            said = _MISSING if missing != "id" else _whose(name, len(bearers))
            faults.append(Fault(index, missing, said))
    faults.sort(key=lambda f: f.index)
    return tuple(events), tuple(as_problem(table, f, columns["id"][f.index] or "") for f in faults)


def _whose(name: str | None, bearers: int) -> str:
    """Say of a row without an ID why nobody knows whose it is, and what to do."""
    if not name:
        return (
            "is blank, and so is Name. Type the person's name into Name, or delete the row if it says nothing"
        )
    if bearers:
        return (
            f"is blank, and {bearers} of your contacts are called {name}. "
            "Copy the ID of the one whom the row is about from their row"
        )
    return (
        f"is blank, and none of your contacts is called {name}. "
        "Type the name into Name as it stands there, or delete the row if it says nothing"
    )
