"""Contacts, History and days for tests of the rules: small, pure, and as a person would have filled them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.model import Action, Contact, Event, EventKind, LetterKind, Settings, Source
from pipeline.model.contactid import contact_id
from pipeline.rules.agenda import Agenda, Standing, plan_day
from pipeline.rules.history import Past, changed_rows, new_rows, pasts
from pipeline.rules.intervals import Intervals
from pipeline.rules.places import Places
from pipeline.rules.ruling import Day
from pipeline.rules.workdays import Workdays

THANKSGIVING = date(2026, 11, 26)
NO_PLACES = Places()
HOLIDAYS = {
    THANKSGIVING: "Thanksgiving Day",
    date(2026, 12, 25): "Christmas Day",
    date(2027, 1, 1): "New Year's Day",
}
WORKDAYS = Workdays(lambda _year: HOLIDAYS)


def d(text: str) -> date:
    """Read "11-26" as that day of 2026, and a whole ISO date as it is."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def contact(row: int = 2, first: str = "Ada", last: str = "Okafor", **more: Any) -> Contact:
    """Make a complete target (R15) with a phone number; dates may be given as "11-26"."""
    email = more.pop("email", f"{first}.{last}@example.org".lower())
    known = set(Contact._fields)
    assert not more.keys() - known
    dates = {name for name, kind in Contact.__annotations__.items() if "date" in str(kind)}
    more = {k: d(v) if k in dates and isinstance(v, str) else v for k, v in more.items()}
    made = {
        "phone": "555-0101",
        "organization": f"{last} Clinic",
        "position": "Director",
        "source": Source.COLD,
        "email_valid": bool(email),
        "id": contact_id(email, f"{first} {last}", f"{last} Clinic"),
    }
    return Contact(row=row, first_name=first, last_name=last, email=email, **(made | more))


def event(
    kind: EventKind,
    on: str,
    detail: str = "",
    *,
    of: Contact | None = None,
    message_id: str = "",
    row: int = 0,
    channel: str = "",
) -> Event:
    """Make a row of History."""
    who = of or contact()
    return Event(d(on), who.id, who.name, kind, channel, detail, message_id, row)


def written(*events: Event) -> list[Event]:
    """Number events as rows of History."""
    return [e._replace(row=i) for i, e in enumerate(events, 2)]


def a_day(
    today: str, *, settings: Settings | None = None, workdays: Workdays = WORKDAYS, **intervals: int
) -> Day:
    """Make the day that rules are measured against; intervals as on the Rules sheet."""
    return Day(
        d(today),
        workdays,
        replace(Intervals(), **intervals),
        settings or Settings(name="Sam Rivera", email="sam@example.com"),
    )


def plan(
    contacts: Contact | Sequence[Contact],
    today: str | Day,
    events: Iterable[Event] = (),
    *,
    news: Iterable[Event] = (),
    places: Places = NO_PLACES,
    unread: Iterable[str] = (),
    untold: Iterable[str] = (),
) -> Agenda:
    """Plan a day for contacts and their History."""
    day = a_day(today) if isinstance(today, str) else today
    people = [contacts] if isinstance(contacts, Contact) else list(contacts)
    past = pasts(people, events, news, (), day.today)
    return plan_day(people, past, day, places, frozenset(unread), frozenset(untold))


def standing(c: Contact, today: str | Day, events: Iterable[Event] = (), **more: Any) -> Standing:
    """Return where one contact stands."""
    return plan(c, today, events, **more).standings[c.row]


def next_of(c: Contact, today: str | Day, events: Iterable[Event] = ()) -> tuple[str, str, date] | None:
    """Return a contact's next step as (rule, step, due), or None."""
    step = standing(c, today, events).step
    return (step.rule, str(step.step), step.due) if step else None


def steps(agenda: Agenda) -> list[str]:
    """Name the steps of what is due, in order."""
    return [str(a.step) for a in agenda.due()]


def write_back(
    contacts: Sequence[Contact], agenda: Agenda, past: dict[str, Past], events: Sequence[Event]
) -> tuple[list[Contact], list[Event]]:
    """Carry cells and History over to the next run, as the write-back does."""
    corrected = {e.row: e for e in changed_rows(past)}
    kept = [corrected.get(e.row, e) for e in events]
    kept += [e._replace(row=i) for i, e in enumerate(new_rows(past), len(kept) + 2)]
    cells = []
    for c in contacts:
        f = agenda.standings[c.row].facts
        cells.append(
            c._replace(
                approach_sent=f.approach,
                follow_up_sent=f.follow_up,
                thank_you_sent=f.thank_you,
                last_contact=f.last_contact,
                replied_on=_heard(c, past),
            )
        )
    return cells, kept


def _heard(c: Contact, past: dict[str, Past]) -> date | None:
    """Replied on as it is written where mail brought a reply."""
    mails = (
        [e.date for e in past[c.id].events if e.kind is EventKind.REPLY and e.message_id and not e.row]
        if c.id in past
        else []
    )
    return max([d for d in (c.replied_on, *mails) if d], default=None)


def letter_of(action: Action, on: date, *, call_on: date | None = None, names: Sequence[str] = ()) -> Event:
    """Record a due letter as sent: the History row that it becomes."""
    from pipeline.rules.details import letter_detail

    assert action.letter is not None
    detail = letter_detail(
        action.letter,
        action.occasion,
        call_on if action.letter in (LetterKind.APPROACH, LetterKind.APPROACH_REFERRAL) else None,
        names,
    )
    mark = f"<remembered.{action.contact_id}-{action.letter.event}-{action.occasion}@example.com>".replace(
        " ", ""
    )
    return Event(on, action.contact_id, action.name, action.letter.event, "Email", detail, mark)
