"""What a person chooses in a cell: where a contact is from, how a call went, what an interview was."""

from __future__ import annotations

from enum import StrEnum


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
    PUT_OFF_TALKED = "Put off, talked then"
    DECLINED = "Declined"
    WRONG_PERSON = "Wrong person"


ATTEMPTS = frozenset({CallResult.NO_ANSWER, CallResult.LEFT_MESSAGE, CallResult.CALL_LATER})


REFUSED = frozenset({CallResult.DECLINED, CallResult.WRONG_PERSON})


PUTS_OFF = frozenset({CallResult.PUT_OFF, CallResult.PUT_OFF_TALKED})
"""They would rather not meet: told so, or told so and talked on that very call (ch.18)."""


TALKED = REFUSED | PUTS_OFF | {CallResult.INTERVIEWED}
"""The results that are a conversation, and so owe thanks (R5)."""


class InterviewType(StrEnum):
    IN_PERSON = "In person"
    PHONE = "Phone"
    VIDEO = "Video"

    @property
    def at_a_distance(self) -> bool:
        """Tell whether they are spoken with, not met: other thanks follow (R5), and nothing is looked at together."""
        return self is not InterviewType.IN_PERSON


ACCEPTED_TYPES = {
    CallResult.ACCEPTED_IN_PERSON: InterviewType.IN_PERSON,
    CallResult.ACCEPTED_PHONE: InterviewType.PHONE,
    CallResult.ACCEPTED_VIDEO: InterviewType.VIDEO,
}
ACCEPTED = frozenset(ACCEPTED_TYPES)


class Held(StrEnum):
    YES = "Yes"
    NO_SHOW = "No-show"
    CANCELLED = "Cancelled"


MISSED = frozenset({Held.NO_SHOW, Held.CANCELLED})
"""It fell through: nobody talked."""
