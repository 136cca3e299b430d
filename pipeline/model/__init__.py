"""The field's words as frozen values. Nothing here reads a clock, a file or a network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as with_default
from datetime import date, time
from enum import StrEnum
from typing import Any


class Source(StrEnum):
    REFERRAL = "Referral"
    ALUMNI = "Alumni"
    FRIEND = "Friend"
    EVENT = "Event"
    COLD = "Cold"
    ADVERTISED = "Advertised"
    SAMPLE = "Sample"


class Channel(StrEnum):
    EMAIL = "Email"
    POST = "Post"


class CallResult(StrEnum):
    NO_ANSWER = "No answer"
    LEFT_MESSAGE = "Left message"
    CALL_LATER = "Call later"
    ACCEPTED_IN_PERSON = "Accepted - in person"
    ACCEPTED_PHONE = "Accepted - phone"
    ACCEPTED_VIDEO = "Accepted - video"
    INTERVIEWED = "Interviewed on this call"
    PUT_OFF = "Put off"
    DECLINED = "Declined"
    WRONG_PERSON = "Wrong person"


ATTEMPTS = frozenset({CallResult.NO_ANSWER, CallResult.LEFT_MESSAGE, CallResult.CALL_LATER})
ACCEPTED = frozenset({CallResult.ACCEPTED_IN_PERSON, CallResult.ACCEPTED_PHONE, CallResult.ACCEPTED_VIDEO})
REFUSED = frozenset({CallResult.DECLINED, CallResult.WRONG_PERSON})


class InterviewType(StrEnum):
    IN_PERSON = "In person"
    PHONE = "Phone"
    VIDEO = "Video"


class Held(StrEnum):
    YES = "Yes"
    NO_SHOW = "No-show"
    CANCELLED = "Cancelled"


class Step(StrEnum):
    """What a contact is owed next (R4-R14)."""

    FIX_ADDRESS = "fix_address"
    RECORD_OUTCOME = "record_outcome"
    THANK_YOU = "thank_you"
    ANSWER_REPLY = "answer_reply"
    CALL = "call"
    RESCHEDULE = "reschedule"
    FOLLOW_UP = "follow_up"
    KEEP_IN_TOUCH = "keep_in_touch"
    APPROACH = "approach"
    PREPARE_INTERVIEW = "prepare_interview"
    CONFIRM = "confirm"
    THANK_REFERRER = "thank_referrer"
    ADD_REFERRAL = "add_referral"


class LetterKind(StrEnum):
    APPROACH = "approach"
    APPROACH_REFERRAL = "approach_referral"
    FOLLOW_UP = "follow_up"
    CONFIRM = "confirm"
    THANK_YOU_IN_PERSON = "thank_you_in_person"
    THANK_YOU_PHONE = "thank_you_phone"
    THANK_YOU_PUT_OFF = "thank_you_put_off"
    THANK_YOU_DECLINED = "thank_you_declined"
    THANK_REFERRER = "thank_referrer"
    KEEP_IN_TOUCH = "keep_in_touch"

    @property
    def event(self) -> EventKind:
        """Name the History event that sending such a letter is; kinds of one event are one letter."""
        return _EVENTS[self]

    @property
    def asks_for_meeting(self) -> bool:
        """Tell whether R1 holds for it: no resume, no attachment at all."""
        return self in _ASKS


class EventKind(StrEnum):
    """What History records, one row each."""

    APPROACH = "Approach letter"
    FOLLOW_UP = "Follow-up letter"
    CONFIRM = "Confirmation"
    THANK_YOU = "Thank-you letter"
    THANK_REFERRER = "Thank-you to referrer"
    KEEP_IN_TOUCH = "Keep-in-touch note"
    CALL = "Call"
    REPLY = "Reply"
    AUTOMATIC = "Automatic reply"
    ANSWER = "Answer"
    INTERVIEW = "Interview"
    BOUNCE = "Bounce"


_EVENTS = {
    LetterKind.APPROACH: EventKind.APPROACH,
    LetterKind.APPROACH_REFERRAL: EventKind.APPROACH,
    LetterKind.FOLLOW_UP: EventKind.FOLLOW_UP,
    LetterKind.CONFIRM: EventKind.CONFIRM,
    LetterKind.THANK_YOU_IN_PERSON: EventKind.THANK_YOU,
    LetterKind.THANK_YOU_PHONE: EventKind.THANK_YOU,
    LetterKind.THANK_YOU_PUT_OFF: EventKind.THANK_YOU,
    LetterKind.THANK_YOU_DECLINED: EventKind.THANK_YOU,
    LetterKind.THANK_REFERRER: EventKind.THANK_REFERRER,
    LetterKind.KEEP_IN_TOUCH: EventKind.KEEP_IN_TOUCH,
}
LETTER_EVENTS = frozenset(_EVENTS.values())
_ASKS = frozenset(
    {LetterKind.APPROACH, LetterKind.APPROACH_REFERRAL, LetterKind.FOLLOW_UP, LetterKind.CONFIRM}
)


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


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the user's data: where it is, what is wrong and what to do."""

    where: str
    column: str
    severity: Severity
    message: str
    row: int = 0
    contact_id: str = ""


@dataclass(frozen=True)
class Contact:
    """A row of Contacts as read: texts stripped, dates as dates, blanks as "" or None."""

    row: int
    id: str
    first_name: str = ""
    last_name: str = ""
    salutation: str = ""
    email: str = ""
    phone: str = ""
    organization: str = ""
    position: str = ""
    field: str = ""
    priority: str = ""
    source: Source | None = None
    referred_by: str = ""
    why_this_person: str = ""
    channel: Channel = Channel.EMAIL
    address: str = ""
    called_on: date | None = None
    call_result: CallResult | None = None
    call_again_on: date | None = None
    interview_on: date | None = None
    interview_time: time | None = None
    where: str = ""
    interview_type: InterviewType | None = None
    interview_held: Held | None = None
    thank_them_for: str = ""
    what_i_learned: str = ""
    advice: str = ""
    referrals_given: str = ""
    opening_mentioned: str = ""
    fit: int | None = None
    enclose_resume: bool | None = None
    replied_on: date | None = None
    answered_on: date | None = None
    on_hold: bool | date | None = None
    notes: str = ""
    approach_sent: date | None = None
    follow_up_sent: date | None = None
    thank_you_sent: date | None = None
    last_contact: date | None = None
    id_written: bool = True
    email_valid: bool = False
    unreadable: tuple[str, ...] = ()
    duplicate: str = ""
    extra: Mapping[str, str] = with_default(default_factory=dict)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Contact:
        """Make a contact of all that a row holds, `extra` at least, and keep that; the rest is blank. Twenty thousand are made at a time."""
        contact = object.__new__(cls)
        object.__setattr__(contact, "__dict__", values)
        return contact

    @property
    def name(self) -> str:
        """Join the names as the person is called."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_sample(self) -> bool:
        """Tell whether it is one of the starter's examples."""
        return self.source is Source.SAMPLE


@dataclass(frozen=True, slots=True)
class Event:
    """A row of History. `row` is Excel's; 0 = not in the workbook yet."""

    date: date
    contact_id: str
    name: str
    kind: EventKind
    channel: str = ""
    detail: str = ""
    message_id: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Conversation:
    """A talk that owes a thank-you (R5)."""

    date: date
    letter: LetterKind
    undated: bool = False
    by_mail: bool = False
    put_off_before: bool = False
    type_blank: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """Something due, or coming, for a contact. `occasion` tells letters of one kind apart."""

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


class Level(StrEnum):
    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in a finished letter: the rule, the words found and what to do."""

    check: str
    rule: str
    level: Level
    message: str


class Status(StrEnum):
    """The Drafts sheet's words."""

    TO_REVIEW = "To review"
    BLOCKED = "Blocked"
    APPROVED = "Approved"
    EXPORTED = "Exported"
    SENT = "Sent"
    CHECK = "Check"
    FAILED = "Failed"
    SKIPPED = "Skipped"


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter: what the recipient would see, and which letter it is.

    `occasion` with the contact and the event makes the Message-ID and the code (the same letter always has the same).
    `enclosures` are file names; `call_on` the day on which it promises a call; `in_reply_to` the Message-ID answered.
    """

    code: str
    contact_id: str
    name: str
    kind: LetterKind
    occasion: str
    message_id: str
    channel: Channel
    to: str
    subject: str
    body: str
    enclosures: tuple[str, ...] = ()
    call_on: date | None = None
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The Settings' resume file as found: `problem` says why it can't go along."""

    name: str = ""
    path: str = ""
    sha256: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter with its checks and where it stands in review."""

    letter: Letter
    status: Status
    findings: tuple[Finding, ...] = ()
    note: str = ""
    edited: bool = False
    sent_on: date | None = None
    due: date | None = None
    step: Step | None = None
    late: int = 0
    conflict: bool = False

    @property
    def blocked(self) -> bool:
        """Tell whether a check keeps it from being approved or sent."""
        return any(f.level is Level.BLOCK for f in self.findings)


@dataclass(frozen=True, slots=True)
class Settings:
    """The Settings sheet as read; defaults are the shipped ones."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    position: str = ""
    field: str = ""
    purpose: str = ""
    resume_file: str = ""
    signature: str = ""
    daily_goal: int = 3
    weekly_goal: int = 2
    daily_limit: int = 20
    quiet_hours: str = ""
    holiday_country: str = "US"
    days_off: tuple[tuple[date, date], ...] = ()
    act_from: date | None = None
    resume_when_put_off: bool = False
    confirm_interviews: bool = True
    send_through: str = "Files"
    smtp_server: str = ""
    imap_server: str = ""
    sent_folder: str = ""
    contacts_sheet: str = "Contacts"
    column_names: str = ""
    workbook_id: str = ""
    schema_version: int = 1
    extra: Mapping[str, str] = with_default(default_factory=dict)
