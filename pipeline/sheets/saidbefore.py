"""Columns of the user's own that say that somebody was written to, or shall not be, while the row's own cells don't. Pure."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from pipeline.model import Contact
from pipeline.sheets.cells import ErrorValue
from pipeline.sheets.contactdays import day_meant, day_reader, day_shown, rest_reader, speaks_of_letters
from pipeline.sheets.table import Fault, Table
from pipeline.sheets.validation import begun

_Says = Callable[[object], object]


_DAY_ASKED = "says that you wrote to them, or talked. Type the day here; if you never did, correct that cell, or rename its column"
_HOLD_ASKED = "says not to write to them. Type Yes here, or the date until which they rest; else No"


def said_before(table: Table, contacts: Mapping[int, Contact], in_history: Container[str]) -> list[Fault]:
    """Ask for the day, or the hold, that another column gives: a first letter might go to somebody written to (R12, R14).

    `in_history` are the IDs that History knows, or a letter that left: there it is known what went.
    """
    telling = list(_telling(table))
    if not telling:
        return []
    free = [index for index in contacts if table.cell("last_contact", index) is None]
    strangers = [i for i in free if not begun(contacts[i]) and contacts[i].id not in in_history]
    unheld = [i for i in contacts if "on_hold" in table.found and table.cell("on_hold", i) is None]
    asked: dict[tuple[int, str], Fault] = {}
    for at, wrote, rests in telling:
        for rows, attr, says, ask in (
            (strangers, "last_contact", wrote, _DAY_ASKED),
            (unheld, "on_hold", rests, _HOLD_ASKED),
        ):
            for index in rows:
                if says(table.values_at(at)[index]):
                    said = f"is blank, and {table.header(at)} ({table.where(at, index)}) {ask}"
                    asked.setdefault((index, attr), Fault(index, attr, said))
    return list(asked.values())


def _telling(table: Table) -> Iterator[tuple[int, _Says, _Says]]:
    """List the columns that are none of ours and speak of letters, each with what says that one wrote, and that nobody shall."""
    ours = {*table.found.values(), table.full_name}
    for at, header in enumerate(table.headers):
        if not header or at in ours:
            continue
        values = [v for v in table.values_at(at) if v is not None and not isinstance(v, ErrorValue)]
        days = day_meant(header) or day_shown(header, values)
        if values and (days or speaks_of_letters(header)):
            wrote, rests = day_reader(header, values, states=not days), rest_reader(header, values)
            yield at, _but_of_errors(wrote), _but_of_errors(rests)


def _but_of_errors(says: _Says) -> _Says:
    return lambda value: None if isinstance(value, ErrorValue) else says(value)
