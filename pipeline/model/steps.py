"""What a contact is owed, and where a contact stands."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pipeline.model.events import LetterKind


class Step(StrEnum):
    """What a contact is owed next (R4-R14, R23)."""

    FIX_ADDRESS = "fix_address"
    RECORD_OUTCOME = "record_outcome"
    THANK_YOU = "thank_you"
    ANSWER_REPLY = "answer_reply"
    CALL = "call"
    RESCHEDULE = "reschedule"
    FOLLOW_UP = "follow_up"
    REMINDER = "reminder"
    KEEP_IN_TOUCH = "keep_in_touch"
    APPROACH = "approach"
    PREPARE_INTERVIEW = "prepare_interview"
    CONFIRM = "confirm"
    THANK_REFERRER = "thank_referrer"
    ADD_REFERRAL = "add_referral"


class Stage(StrEnum):
    """Where a contact stands; the first that fits, in this order."""

    ON_HOLD = "On hold"
    BOUNCED = "Bounced"
    DECLINED = "Declined"
    SCHEDULED = "Scheduled"
    REPLIED = "Replied"
    PUT_OFF = "Put off"
    MET = "Met"
    IN_TOUCH = "In touch"
    RESTING = "Resting"
    APPROACHED = "Approached"
    TARGET = "Target"
    INCOMPLETE = "Incomplete"


class Action(NamedTuple):
    """Something due, or coming, for a contact. `occasion` tells letters of one kind apart.

    `about`: the IDs of those a letter is about, or the name to add. `to_do`: what to do, where the step's words don't fit.
    `put_off`: another letter to this person goes first (R22).
    """

    contact_id: str
    name: str
    row: int
    step: Step
    letter: LetterKind | None
    due: date
    rule: str
    why: str
    occasion: str = ""
    days_late: int = 0
    about: tuple[str, ...] = ()
    held_back: str = ""
    exported_on: date | None = None
    to_do: str = ""
    put_off: bool = False
