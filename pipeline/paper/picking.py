"""Which sheets a day needs. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.model import Action, Contact, Event, Settings, Step, people_by_id
from pipeline.paper.calls import call_sheet
from pipeline.paper.interviews import interview_sheet
from pipeline.paper.sheet import PaperSheet


def sheets_for_day(
    actions: Iterable[Action],
    contacts: Sequence[Contact],
    events: Sequence[Event],
    settings: Settings,
    questions: Sequence[tuple[str, str]],
    today: date,
) -> list[PaperSheet]:
    """Make the sheets of what is due: the interviews first, then the calls, one a person."""
    by_id = people_by_id(contacts)
    due = [(a.step, by_id[a.contact_id]) for a in actions if a.due <= today and a.contact_id in by_id]
    interviews = {c.id: c for step, c in due if step is Step.PREPARE_INTERVIEW}
    calls = {c.id: c for step, c in due if step is Step.CALL and c.id not in interviews}
    return [
        *(interview_sheet(c, events, settings, questions, today) for c in interviews.values()),
        *(call_sheet(c, events, settings, questions, today) for c in calls.values()),
    ]


def sheet_for_person(
    contact: Contact,
    events: Sequence[Event],
    settings: Settings,
    questions: Sequence[tuple[str, str]],
    today: date,
) -> PaperSheet:
    """Make one person's sheet: for the interview where one is ahead, else for a call."""
    ahead = (
        contact.interview_on is not None and contact.interview_on >= today and contact.interview_held is None
    )
    return (interview_sheet if ahead else call_sheet)(contact, events, settings, questions, today)
