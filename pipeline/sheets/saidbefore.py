"""Columns of the user's own that say that somebody was written to, or shall not be, while the row's own cells don't. Pure."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date

from pipeline.model import Contact
from pipeline.sheets.cells import NEVER, ErrorValue
from pipeline.sheets.columns.contactdays import says_done
from pipeline.sheets.columns.contactstates import readers_of, says_met, speaks_of_letters
from pipeline.sheets.columns.evidence import StateReader, text_of
from pipeline.sheets.columns.fields import is_of_days
from pipeline.sheets.columns.stateheaders import is_all_of_states, is_of_remarks
from pipeline.sheets.schema import CONTACTS
from pipeline.sheets.table import Fault, Table
from pipeline.sheets.validation import begun

_Asks = Callable[[object, str], str]
"""What to ask about a cell, in the row of whom it is."""

_NOTES = CONTACTS.column("notes").header
_LAST_CONTACT = CONTACTS.column("last_contact").header
_RENAME = "If that whole column is of something else, rename it"
_DAY_ASKED = (
    f"says that you wrote to them, or talked. Type the day here, or “{NEVER}” if you never did. {_RENAME}"
)
_NOTE_ASKED = f"says that you wrote to each other, or talked. Type the day here (about when will do), or “{NEVER}” if you never did"
_MET_ASKED = f"says that you met. If you talked about your search, or wrote, type the day here; if you only met, “{NEVER}”. {_RENAME}"
_PERHAPS_ASKED = _DAY_ASKED.replace("says", "may say", 1)
_AHEAD_ASKED = (
    f"says that you wrote to them on a day after today. Correct that cell; if it is of a plan, type “{NEVER}” here, "
    "or rename its column"
)
_REPLY_ASKED = f"says that they wrote to you, or called. Type the day here; if they never did, type “{NEVER}” into {_LAST_CONTACT}. {_RENAME}"
_HOLD_ANSWER = "Type Yes here, or the date until which they rest; else No"
_HOLD_ASKED = f"says not to write to them. {_HOLD_ANSWER}"


def said_before(
    table: Table, contacts: Mapping[int, Contact], in_history: Container[str], today: date
) -> list[Fault]:
    """Ask for the day, or the hold, that another column gives (R6, R12, R14).

    A first letter might go to somebody who was written to before, or who wrote. “Never” in Last contact answers both.
    `in_history` are the IDs that History knows, or a letter that left: there it is known what went.
    """
    telling = list(_telling(table, today))
    if not (telling or table.struck):
        return []
    free = [index for index in contacts if table.cell("last_contact", index) is None]
    strangers = [i for i in free if not begun(contacts[i]) and contacts[i].id not in in_history]
    unheld = [i for i in contacts if "on_hold" in table.found and table.cell("on_hold", i) is None]
    asked: dict[tuple[int, str], Fault] = {}
    for at, asks in telling:
        for attr, ask in asks:
            for index in unheld if attr == "on_hold" else strangers:
                if table.cell(attr, index) is None and (
                    words := ask(table.values_at(at)[index], contacts[index].name)
                ):
                    said = f"is blank, and {table.header(at)} ({table.where(at, index)}) {words}"
                    asked.setdefault((index, attr), Fault(index, attr, said))
    for index in unheld:
        if column := table.struck.get(table.row_number(index)):
            name = f"{table.header(column - 1)} ({table.where(column - 1, index)})"
            said = f"is blank, and {name} is struck through. {_HOLD_ANSWER}"
            asked.setdefault((index, "on_hold"), Fault(index, "on_hold", said))
    return list(asked.values())


def _telling(table: Table, today: date) -> Iterator[tuple[int, Sequence[tuple[str, _Asks]]]]:
    """List the columns that are none of ours and speak of letters, each with what to ask of a cell, by where it is answered."""
    # Under our Channel, too, what is no choice may be a letter: "email 10/3"; and Notes were theirs before.
    ours = {*(at for attr, at in table.found.items() if attr not in ("channel", "notes")), table.full_name}
    replied = "replied_on" if "replied_on" in table.found else "last_contact"
    for at, text in enumerate(table.headers):
        header = _NOTES if at == table.found.get("notes") else text
        if not header or at in ours:
            continue
        values = [v for v in table.values_at(at) if v is not None and not isinstance(v, ErrorValue)]
        days = is_of_days(header, values)
        if values and (days or speaks_of_letters(header)):
            reads = readers_of(header, values, states=not days)
            yield (
                at,
                (
                    ("last_contact", _day_asked(header, reads.day, today, states=not days)),
                    (replied, _asked(reads.replied, _REPLY_ASKED)),
                    ("on_hold", _asked(reads.rests, _HOLD_ASKED)),
                ),
            )


def _day_asked(header: str, read: StateReader, today: date, *, states: bool) -> _Asks:
    if is_of_remarks(header):
        words = _NOTE_ASKED
    else:
        words = _PERHAPS_ASKED if is_all_of_states(header) and not says_done(header) else _DAY_ASKED
    ahead = _AHEAD_ASKED if states or says_done(header) else ""  # else it is of a plan: "Contact date"

    def asks(value: object, named: str) -> str:
        day = None if isinstance(value, ErrorValue) else read(value, named)
        if isinstance(day, date) and day > today:
            return ahead
        if day and states and words != _NOTE_ASKED and says_met(text_of(value)):
            return _MET_ASKED
        return words if day else ""

    return asks


def _asked(read: StateReader, words: str) -> _Asks:
    return lambda value, named: words if not isinstance(value, ErrorValue) and read(value, named) else ""
