"""Columns of the user's own that say that somebody was written to, or shall not be, while the row's own cells don't. Pure."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date

from pipeline.model import Contact
from pipeline.sheets.cells import ErrorValue
from pipeline.sheets.columns.contactdays import (
    day_meant,
    day_reader,
    day_shown,
    rest_reader,
    says_done,
    speaks_of_letters,
)
from pipeline.sheets.table import Fault, Table
from pipeline.sheets.validation import begun

_Asks = Callable[[object], str]

_DAY_ASKED = "says that you wrote to them, or talked. Type the day here; if you never did, correct that cell, or rename its column"
_AHEAD_ASKED = "says that you wrote to them on a day after today. Correct that cell; if it is of a plan, rename its column"
_HOLD_ASKED = "says not to write to them. Type Yes here, or the date until which they rest; else No"


def said_before(
    table: Table, contacts: Mapping[int, Contact], in_history: Container[str], today: date
) -> list[Fault]:
    """Ask for the day, or the hold, that another column gives: a first letter might go to somebody written to (R12, R14).

    `in_history` are the IDs that History knows, or a letter that left: there it is known what went.
    """
    telling = list(_telling(table, today))
    if not telling:
        return []
    free = [index for index in contacts if table.cell("last_contact", index) is None]
    strangers = [i for i in free if not begun(contacts[i]) and contacts[i].id not in in_history]
    unheld = [i for i in contacts if "on_hold" in table.found and table.cell("on_hold", i) is None]
    asked: dict[tuple[int, str], Fault] = {}
    for at, wrote, rests in telling:
        for rows, attr, asks in ((strangers, "last_contact", wrote), (unheld, "on_hold", rests)):
            for index in rows:
                if ask := asks(table.values_at(at)[index]):
                    said = f"is blank, and {table.header(at)} ({table.where(at, index)}) {ask}"
                    asked.setdefault((index, attr), Fault(index, attr, said))
    return list(asked.values())


def _telling(table: Table, today: date) -> Iterator[tuple[int, _Asks, _Asks]]:
    """List the columns that are none of ours and speak of letters, each with what to ask of a cell: for the day, and for the hold."""
    ours = {*table.found.values(), table.full_name}
    for at, header in enumerate(table.headers):
        if not header or at in ours:
            continue
        values = [v for v in table.values_at(at) if v is not None and not isinstance(v, ErrorValue)]
        days = bool(day_meant(header) or day_shown(header, values))
        if values and (days or speaks_of_letters(header)):
            yield at, _day_asked(header, values, today, states=not days), _hold_asked(header, values)


def _day_asked(header: str, values: Sequence[object], today: date, *, states: bool) -> _Asks:
    read = day_reader(header, values, states=states)
    ahead = _AHEAD_ASKED if states or says_done(header) else ""  # else it is of a plan: "Contact date"

    def asks(value: object) -> str:
        day = None if isinstance(value, ErrorValue) else read(value)
        if isinstance(day, date) and day > today:
            return ahead
        return _DAY_ASKED if day else ""

    return asks


def _hold_asked(header: str, values: Sequence[object]) -> _Asks:
    rests = rest_reader(header, values)
    return lambda value: _HOLD_ASKED if not isinstance(value, ErrorValue) and rests(value) else ""
