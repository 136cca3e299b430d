"""What is known of a person, for the side of the page: the row, the history, the rule in a sentence (pure)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model import Action, Contact
from pipeline.review import sentences
from pipeline.review.people import own_facts
from pipeline.rules.explain import why_nothing
from pipeline.rules.steps import STEPS
from pipeline.sheets import schema

if TYPE_CHECKING:
    from pipeline.day.decide import Decision

_ON_TOP = frozenset({"first_name", "last_name", "position", "organization"})


class Person(NamedTuple):
    """A contact as the side of the page shows it; `row` and `sheet` are Excel's, `rests` says why nothing is due, ever, of itself."""

    name: str
    position: str
    organization: str
    stage: str
    row: int
    sheet: str
    facts: tuple[tuple[str, str], ...]
    history: tuple[tuple[str, str, str, str], ...]
    why: str
    rule: str
    rule_number: str
    rests: str = ""


def about_person(c: Contact | None, action: Action | None, decision: Decision) -> Person | None:
    """Bring together what is known of a contact; None where the row is gone."""
    if c is None:
        return None
    standing, today = decision.agenda.standings[c.row], decision.world.today
    past = sorted(standing.facts.past.events, key=lambda e: e.date, reverse=True)
    history = tuple(
        (
            e.date.isoformat(),
            sentences.short_day(e.date, today),
            str(e.kind),
            sentences.readable(e.detail, today),
        )
        for e in past
    )
    return Person(
        c.name or c.organization,
        c.position,
        c.organization,
        str(standing.stage),
        c.row,
        decision.world.settings.contacts_sheet,
        _facts(c, today),
        history,
        sentences.readable(action.why, today) if action else "",
        STEPS[action.step].sentence if action else "",
        action.rule if action else "",
        sentences.readable(why_nothing(standing, decision.day), today) if action is None else "",
    )


def _facts(c: Contact, today: date) -> tuple[tuple[str, str], ...]:
    columns = [
        (column.header, _shown(getattr(c, column.attr, None), column.attr, c, today))
        for column in schema.CONTACTS.columns
        if column.owner is schema.Owner.USER and column.attr not in _ON_TOP
    ]
    return tuple((header, text) for header, text in (*columns, *own_facts(c)) if text)


def _shown(value: object, attr: str, c: Contact, today: date) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        at = f", {c.interview_time:%H:%M}" if attr == "interview_on" and c.interview_time else ""
        return sentences.short_day(value, today) + at
    return "" if value is None or (attr == "channel" and value == "Email") else str(value)
