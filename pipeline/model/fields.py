"""What the user says of a field of work (R21), and what they applied for (R24)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

SAMPLE = "(sample)"
"""How a note on one of the starter's examples begins."""


class FieldVerdict(StrEnum):
    KEEP = "Keep"
    DOUBT = "Doubt"
    DROP = "Drop"


class FieldSaid(NamedTuple):
    """A row of Fields as the user filled it in; `where` is the cell of its verdict, `unreadable` that nobody can read it."""

    name: str
    expects: str = ""
    verdict: FieldVerdict | None = None
    where: str = ""
    unreadable: bool = False


class ApplicationAnswer(StrEnum):
    NONE = "None"
    REFUSED = "Refused"
    INTERVIEW = "Interview"
    OFFER = "Offer"


class Application(NamedTuple):
    """A row of Applications that has a date."""

    on: date
    answer: ApplicationAnswer | None = None
    answered_on: date | None = None
    interview_on: date | None = None
