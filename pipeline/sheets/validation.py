"""What single cells can't tell: columns that stand twice, and facts of a row that contradict each other. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from pipeline.model import (
    TALKED,
    Contact,
    EventKind,
    Held,
    Problem,
    Severity,
)
from pipeline.model.texts import spelled
from pipeline.rules.details import interview_detail
from pipeline.sheets.columns.contactdays import DAYS, SAID
from pipeline.sheets.table import Fault, Table, as_problem

_PAST = {
    "called_on": "the call",
    "replied_on": "the reply",
    "answered_on": "your answer",
    "approach_sent": "the letter",
    "follow_up_sent": "the letter",
    "thank_you_sent": "the letter",
    "last_contact": "the contact",
}
_BEGUN = (*DAYS, *SAID)


def begun(c: Contact) -> bool:
    """Tell whether a row says that anything has gone or come."""
    return any(getattr(c, attr) for attr in _BEGUN)


def check_columns(table: Table) -> Iterator[Problem]:
    """Warn of columns of Contacts that stand twice."""
    row = table.header_row
    counts = Counter(spelled(h) for h in table.headers if h)
    seen: set[str] = set()
    for at, header in enumerate(table.headers):
        if counts[spelled(header)] > 1 and spelled(header) in seen:
            yield Problem(
                table.where(at, -1),
                header,
                Severity.WARNING,
                f"{header} stands twice in the header row: only the first is read. Rename or delete this one.",
                row,
            )
        seen.add(spelled(header))


def future_faults(columns: Mapping[str, Sequence[date | None]], today: date) -> list[Fault]:
    """Find dates of calls, replies, answers and letters that lie after today."""
    return [
        Fault(index, attr, fault)
        for attr in _PAST
        for index, day in enumerate(columns.get(attr, ()))
        if day and day > today and (fault := past_fault(attr, day, today))
    ]


def past_fault(attr: str, day: date, today: date) -> str:
    """Say that a day of what has happened lies after today; "" where it doesn't, or may."""
    if attr not in _PAST or day <= today:
        return ""
    return f"says {day}, which is after today ({today}). Type the day of {_PAST[attr]}, or blank it"


def held_before(contacts: Iterable[Contact], table: Table, today: date) -> tuple[Problem, ...]:
    """Say of Interview held that it is of another day than stands beside it now; of one ahead `check_row` says so."""
    return tuple(
        as_problem(
            table,
            Fault(
                table.index_of(c.row),
                "interview_held",
                f"said {c.interview_held} before {c.interview_on}, and so speaks of no interview on that day. Blank it, save, "
                "and run this once; fill it in when that interview was",
            ),
            c.id,
        )
        for c in contacts
        if c.interview_on and (c.interview_on <= today or c.interview_held is Held.CANCELLED)
    )


def typed_over(
    contacts: Iterable[Contact],
    days: Mapping[str, Sequence[date]],
    table: Table,
    act_from: date | None,
    today: date,
) -> tuple[Problem, ...]:
    """Ask what came of an interview whose day was typed over once it had come, and of which nothing is recorded (R4, R5).

    On the day itself nothing is asked: a talk may be moved on its very morning.
    """
    return tuple(
        as_problem(
            table, Fault(table.index_of(c.row), "interview_on", _asked(c, day), Severity.WARNING), c.id
        )
        for c in (contacts if days else ())
        if c.id in days and not c.is_sample
        for day in days[c.id]
        if (act_from or day) <= day < today
    )


def _asked(c: Contact, day: date) -> str:
    now = f" before {c.interview_on}" if c.interview_on else ""
    whose = f"Name {c.name}" if c.name else f"ID {c.id}"
    talk = interview_detail(Held.YES, c.interview_type)
    return (
        f"said {day}{now}, and nothing says what came of {day}. Say it on their page in the window, or in a row of History: "
        f"Date {day}, {whose}, Event {EventKind.INTERVIEW}, Detail “{talk}” if you talked, “{Held.CANCELLED}” if not"
    )


def check_row(index: int, contact: Contact, today: date) -> Iterator[Fault]:
    """Find what in a row contradicts itself: an interview or a call without its date, or held before its date."""
    held, on = contact.interview_held, contact.interview_on
    if held is not None and "interview_on" not in contact.unreadable:
        if on is None and (held is Held.YES or contact.called_on is None):
            yield Fault(
                index,
                "interview_on",
                f"is blank, but Interview held says {held}. Type the day of the interview",
            )
        elif on is not None and on > today and held is not Held.CANCELLED:
            yield Fault(
                index,
                "interview_held",
                f"says {held}, but the interview is on {on}, after today ({today}). Blank it, "
                "or correct Interview on",
            )
    result = contact.call_result
    if (
        result
        and not contact.called_on
        and not contact.replied_on
        and not {"called_on", "replied_on"} & {*contact.unreadable}
    ):
        owed = " Until then the thank-you counts as due today" if result in TALKED else ""
        yield Fault(
            index,
            "called_on",
            f"is blank, but Call result says “{result}”. Type the day of the call (or Replied on, "
            f"if they wrote).{owed}",
        )
