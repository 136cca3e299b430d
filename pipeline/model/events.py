"""What happened: a row of History, and a conversation that owes thanks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

_Day = date
"""A day, where a field is called date."""


class EventKind(StrEnum):
    """What History records, one row each."""

    APPROACH = "Approach letter"
    FOLLOW_UP = "Follow-up letter"
    CONFIRM = "Confirmation"
    THANK_YOU = "Thank-you letter"
    THANK_REFERRER = "Thank-you to referrer"
    REMINDER = "Reminder"
    KEEP_IN_TOUCH = "Keep-in-touch note"
    CALL = "Call"
    REPLY = "Reply"
    AUTOMATIC = "Automatic reply"
    ANSWER = "Answer"
    INTERVIEW = "Interview"
    BOUNCE = "Bounce"


class LetterKind(StrEnum):
    """Which letter it is, and the History event that sending it is: kinds of one event are one letter."""

    event: EventKind

    APPROACH = "approach", EventKind.APPROACH
    APPROACH_REFERRAL = "approach_referral", EventKind.APPROACH
    FOLLOW_UP = "follow_up", EventKind.FOLLOW_UP
    CONFIRM = "confirm", EventKind.CONFIRM
    THANK_YOU_IN_PERSON = "thank_you_in_person", EventKind.THANK_YOU
    THANK_YOU_PHONE = "thank_you_phone", EventKind.THANK_YOU
    THANK_YOU_PUT_OFF = "thank_you_put_off", EventKind.THANK_YOU
    THANK_YOU_DECLINED = "thank_you_declined", EventKind.THANK_YOU
    THANK_REFERRER = "thank_referrer", EventKind.THANK_REFERRER
    REMINDER = "reminder", EventKind.REMINDER
    KEEP_IN_TOUCH = "keep_in_touch", EventKind.KEEP_IN_TOUCH

    def __new__(cls, value: str, event: EventKind = EventKind.APPROACH) -> LetterKind:
        """Keep the event beside the name; looking a kind up by its name never comes here."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.event = event
        return kind


LETTER_EVENTS = frozenset(kind.event for kind in LetterKind)
ASKING = frozenset({EventKind.APPROACH, EventKind.FOLLOW_UP})
"""Letters that ask for a talk: a reply to any other owes nothing (R6)."""
TO_WHO_ANSWERED = LETTER_EVENTS - ASKING - {EventKind.THANK_REFERRER}
"""Letters that nobody gets who hasn't answered, talked or agreed to a day."""
FOR_A_TALK = frozenset({LetterKind.THANK_YOU_IN_PERSON, LetterKind.THANK_YOU_PHONE})
"""Thanks for an interview, not for an answer (R5)."""


class Event(NamedTuple):
    """A row of History. `row` is Excel's; 0 = not in the workbook yet."""

    date: date
    contact_id: str
    name: str
    kind: EventKind
    channel: str = ""
    detail: str = ""
    message_id: str = ""
    row: int = 0


class Conversation(NamedTuple):
    """A talk that owes a thank-you (R5). `talked`: they would rather not meet, and talked on that very call (ch.18).

    `said_first`: the day on which a refusal was told before, where this is the same one. `passed_on`: they named the right person.
    """

    date: date
    letter: LetterKind
    undated: bool = False
    by_mail: bool = False
    put_off_before: bool = False
    type_blank: bool = False
    talked: bool = False
    said_first: _Day | None = None
    passed_on: bool = False
