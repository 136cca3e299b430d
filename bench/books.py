"""Workbooks of any size for the benchmarks: `LETTERS` letters due, one person in ten in touch, the others still to be written to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from pipeline.day.publicdays import workdays_of
from pipeline.importing.starter import create
from pipeline.model.contactid import contact_id
from pipeline.workbook import Edit, NewRows, Value, apply_edits

TODAY = date(2026, 11, 24)
LETTERS = 30


def make(path: Path, contacts: int) -> None:
    """Make a workbook of so many contacts; on TODAY `LETTERS` letters are due."""
    create(path, TODAY, f"bench{contacts}", empty=True, workdays=workdays_of("US"))
    rows, history = [], []
    for number in range(contacts):
        row, events = _contact(number)
        rows.append(row)
        history += events
    settings: dict[str, Value] = {
        "Your name": "Robin Rivers",
        "Email": "robin.rivers@example.com",
        "Phone": "555-0190",
        "Field": "hospital administration",
        "Purpose": "to learn how people come into this work",
        "Position or school": "a nurse at Example Hospital",
    }
    apply_edits(
        path,
        path,
        [NewRows("Contacts", tuple(rows)), NewRows("History", tuple(history)), *_settings(path, settings)],
    )


def _settings(path: Path, values: dict[str, Value]) -> Iterator[Edit]:
    from pipeline.sheets.read import read_book
    from pipeline.workbook import CellChange

    table = read_book(path).tables["Settings"]
    for index, name in enumerate(table.values("name")):
        if name in values:
            yield CellChange("Settings", table.row_number(index), 2, values[str(name)])


def _contact(number: int) -> tuple[dict[str, Value], list[dict[str, Value]]]:
    email = f"person{number}@example.org"
    ident = contact_id(email, "", "")
    row: dict[str, Value] = {
        "First name": f"First{_letters(number)}",
        "Last name": f"Last{_letters(number)}",
        "Email": email,
        "Phone": f"555-01{number % 100:02d}",
        "Organization": f"Organization {number % 700}",
        "Position": "Manager",
        "Field": f"Field {number % 9}",
        "Priority": "ABC"[number % 3],
        "Source": ("Cold", "Alumni", "Event", "Friend")[number % 4],
        "Why this person": "because of your work on the new ward",
        "Notes": f"Met at event {number % 40}.",
        "ID": ident,
    }
    if number < LETTERS - 3:
        return _thank_you_due(row, ident)
    kind = number % 20
    if kind == 0:
        return _approached(row, ident)
    if kind == 1:
        return _in_touch(row, ident)
    return row, []


def _letters(number: int) -> str:
    """Spell a number in letters: a name that holds a figure is a problem of its cell."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def _event(
    day: date, ident: str, name: str, event: str, detail: str, message_id: str = ""
) -> dict[str, Value]:
    return {
        "Date": day,
        "ID": ident,
        "Name": name,
        "Event": event,
        "Channel": "Email",
        "Detail": detail,
        "Message-ID": message_id or None,
    }


def _thank_you_due(row: dict[str, Value], ident: str) -> tuple[dict[str, Value], list[dict[str, Value]]]:
    sent, met = TODAY - timedelta(days=20), TODAY - timedelta(days=1)
    row |= {
        "Approach sent": sent,
        "Called on": sent + timedelta(days=7),
        "Call result": "Accepted - in person",
        "Interview on": met,
        "Interview type": "In person",
        "Interview held": "Yes",
        "Thank them for": "for an hour of plain answers",
    }
    return row, [_approach(row, ident, sent, "")]


def _approached(row: dict[str, Value], ident: str) -> tuple[dict[str, Value], list[dict[str, Value]]]:
    sent = TODAY - timedelta(days=1)
    row |= {"Approach sent": sent}
    return row, [_approach(row, ident, sent, f"call on {TODAY + timedelta(days=7)}")]


def _approach(row: dict[str, Value], ident: str, sent: date, detail: str) -> dict[str, Value]:
    name = f"{row['First name']} {row['Last name']}"
    return _event(sent, ident, name, "Approach letter", detail, f"<remembered.{ident}@example.com>")


def _in_touch(row: dict[str, Value], ident: str) -> tuple[dict[str, Value], list[dict[str, Value]]]:
    called, thanked = TODAY - timedelta(days=8), TODAY - timedelta(days=7)
    row |= {
        "Approach sent": called - timedelta(days=7),
        "Called on": called,
        "Call result": "Interviewed on this call",
        "Thank-you sent": thanked,
        "What I learned": "A good deal about staffing.",
        "Fit": 4,
    }
    name = f"{row['First name']} {row['Last name']}"
    return row, [
        _event(called - timedelta(days=7), ident, name, "Approach letter", ""),
        _event(called, ident, name, "Call", "Interviewed on this call"),
        _event(thanked, ident, name, "Thank-you letter", f"for the conversation on {called}"),
    ]
