"""The intervals of the rules: one row each, with its default and its bounds, and their values on a day. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple


class Interval(NamedTuple):
    """One editable row of the Rules sheet."""

    rule: str
    name: str
    default: int
    unit: str
    meaning: str
    low: int = 0
    high: int = 365


def _row(
    rule: str, name: str, default: int, unit: str, meaning: str, *, low: int = 0, high: int = 365
) -> Any:
    return field(
        default=default, metadata={"interval": Interval(rule, name, default, unit, meaning, low, high)}
    )


@dataclass(frozen=True, slots=True)
class Intervals:
    """The number that stands in each row of the Rules sheet, in the unit given there."""

    answer_reply: int = _row(
        "R6", "Answer a reply", 1, "business days", "after the day on which they replied"
    )
    answer_silence: int = _row(
        "R6",
        "Call or write again after your answer",
        5,
        "business days",
        "after your answer, when nothing came",
    )
    prepare: int = _row("R7", "Prepare and confirm", 1, "business days", "before the interview", low=1)
    confirm_ahead: int = _row(
        "R7",
        "Confirm only if fixed ahead by",
        2,
        "business days",
        "between the day it was fixed and the interview",
    )
    call_email: int = _row(
        "R8",
        "Call after a letter by e-mail",
        5,
        "business days",
        "after sending, where the letter names no day",
        low=1,
    )
    call_post: int = _row(
        "R8",
        "Call after a letter by post",
        7,
        "business days",
        "after posting, where the letter names no day",
        low=1,
    )
    call_retry: int = _row(
        "R8", "Call again", 2, "business days", "after no answer, a message left, or call later", low=1
    )
    call_attempts: int = _row(
        "R8",
        "Attempts in all",
        3,
        "calls",
        "without reaching them, before the follow-up letter",
        low=1,
        high=10,
    )
    call_cancelled: int = _row(
        "R8", "Call after a cancelled interview", 1, "business days", "after the later of call and interview"
    )
    thank_referrer: int = _row(
        "R9", "Thank the referrer", 1, "business days", "after the first interview that came of it"
    )
    follow_up: int = _row(
        "R10", "Follow up without a phone number", 7, "business days", "after the approach letter", low=1
    )
    follow_up_calls: int = _row(
        "R10", "Follow up after the last call", 2, "business days", "after the last attempt", low=1
    )
    remind: int = _row(
        "R23", "Remind of an offer", 10, "business days", "after the conversation in which it was made", low=5
    )
    keep_first: int = _row(
        "R11", "Keep in touch, first", 15, "business days", "after the thank-you or the last contact", low=5
    )
    keep_again: int = _row(
        "R11", "Keep in touch, then", 90, "days", "after the last contact of any kind", low=30
    )
    keep_unanswered: int = _row(
        "R11", "Unanswered notes at most", 2, "letters", "in a row, then the contact rests", low=1, high=5
    )
    keep_per_day: int = _row("R11", "Keep-in-touch notes a day", 2, "letters", "drafted at most", high=20)
    same_organization: int = _row(
        "R12",
        "Same organization",
        5,
        "business days",
        "between first letters to two strangers there, while the first is open",
    )
    after_thanks: int = _row(
        "R12",
        "Write to a referrer",
        5,
        "business days",
        "after the thanks for the referral, if no letter of their own has gone",
    )
    apart: int = _row(
        "R14",
        "Between letters to one address",
        30,
        "days",
        "between two letters that ask or keep in touch",
        low=7,
    )


INTERVALS: dict[str, Interval] = {f.name: f.metadata["interval"] for f in fields(Intervals)}
"""The rows of the Rules sheet by their attribute, in its order."""
