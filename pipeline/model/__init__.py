"""The field's words as frozen values: contact, letter, event, step, problem; nothing here reads a clock, a file or a network."""

from pipeline.model.choices import (
    ACCEPTED,
    ACCEPTED_TYPES,
    ATTEMPTS,
    MISSED,
    PUTS_OFF,
    REFUSED,
    TALKED,
    CallResult,
    Channel,
    Held,
    InterviewType,
    Source,
)
from pipeline.model.contact import Contact, people_by_id
from pipeline.model.events import (
    ASKING,
    FOR_A_TALK,
    LETTER_EVENTS,
    TO_WHO_ANSWERED,
    Conversation,
    Event,
    EventKind,
    LetterKind,
)
from pipeline.model.fields import Application, ApplicationAnswer, FieldSaid, FieldVerdict
from pipeline.model.identity import Identity
from pipeline.model.letters import Draft, Enclosure, Finding, Letter, Level, Mend, Status, Template
from pipeline.model.problems import Problem, Severity
from pipeline.model.settings import Settings
from pipeline.model.steps import Action, Stage, Step

__all__ = [
    "ACCEPTED",
    "ACCEPTED_TYPES",
    "ASKING",
    "ATTEMPTS",
    "FOR_A_TALK",
    "LETTER_EVENTS",
    "MISSED",
    "PUTS_OFF",
    "REFUSED",
    "TALKED",
    "TO_WHO_ANSWERED",
    "Action",
    "Application",
    "ApplicationAnswer",
    "CallResult",
    "Channel",
    "Contact",
    "Conversation",
    "Draft",
    "Enclosure",
    "Event",
    "EventKind",
    "FieldSaid",
    "FieldVerdict",
    "Finding",
    "Held",
    "Identity",
    "InterviewType",
    "Letter",
    "LetterKind",
    "Level",
    "Mend",
    "Problem",
    "Settings",
    "Severity",
    "Source",
    "Stage",
    "Status",
    "Step",
    "Template",
    "people_by_id",
]
