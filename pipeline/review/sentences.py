"""The page's words: names of letters and steps, and each rule in a sentence (pure)."""

from __future__ import annotations

import re
from datetime import date

from pipeline.letters.checks import ResumeRule
from pipeline.model import LetterKind, Status, Step

LETTER_GROUPS = {
    Step.THANK_YOU: "Thank-you letters",
    Step.CONFIRM: "Confirmations",
    Step.THANK_REFERRER: "Thanks for a referral",
    Step.FOLLOW_UP: "Follow-ups",
    Step.KEEP_IN_TOUCH: "Keep in touch",
    Step.APPROACH: "Approach letters",
}
STEP_GROUPS = {
    Step.CALL: "Calls to make",
    Step.PREPARE_INTERVIEW: "Interviews",
    Step.ANSWER_REPLY: "Replies to answer",
    Step.RESCHEDULE: "To rearrange",
    Step.RECORD_OUTCOME: "To fill in",
    Step.FIX_ADDRESS: "Addresses to correct",
    Step.ADD_REFERRAL: "People to add",
    Step.THANK_YOU: "Thank-yous on hold",
    Step.KEEP_IN_TOUCH: "Another day",
}
STEPS = {
    Step.CALL: "Call",
    Step.PREPARE_INTERVIEW: "Interview with",
    Step.ANSWER_REPLY: "Answer",
    Step.RESCHEDULE: "Find a new date with",
    Step.RECORD_OUTCOME: "Fill in what came of it:",
    Step.FIX_ADDRESS: "Correct the address of",
    Step.ADD_REFERRAL: "Add a person named by",
    Step.THANK_YOU: "On hold: thank",
    Step.KEEP_IN_TOUCH: "Another day: keep in touch with",
}
RULES = {
    Step.FIX_ADDRESS: ("R14", "A letter that came back is owed again once the address is right."),
    Step.RECORD_OUTCOME: (
        "R4",
        "What came of a meeting is filled in, because all that follows depends on it.",
    ),
    Step.THANK_YOU: (
        "R5",
        "Everyone who gave you their time is thanked in writing within 24 hours, whatever they said.",
    ),
    Step.ANSWER_REPLY: ("R6", "A reply is answered by the next business day, in your own words."),
    Step.PREPARE_INTERVIEW: (
        "R7",
        "Prepare the business day before: questions, resume copies, the way there.",
    ),
    Step.CONFIRM: ("R7", "An interview is confirmed the business day before, once."),
    Step.CALL: (
        "R8",
        "The initiative is yours: you call on the day that your letter named, and try three times.",
    ),
    Step.RESCHEDULE: ("R8", "An interview that fell through gets a new date; you take the first step."),
    Step.THANK_REFERRER: ("R9", "Whoever referred you is thanked once you have met the person they named."),
    Step.FOLLOW_UP: (
        "R10",
        "One follow-up after silence, and never more than two unanswered letters to one person.",
    ),
    Step.KEEP_IN_TOUCH: (
        "R11",
        "A note now and then: what became of their advice, some news, and nothing asked.",
    ),
    Step.APPROACH: (
        "R12",
        "A few well-chosen approaches a day, asking for information and advice, never for a job.",
    ),
    Step.ADD_REFERRAL: ("R13", "Contacts lead to contacts: everyone who is named becomes a row."),
}
RESUMES = {
    ResumeRule.FORBIDDEN: "No resume goes with this letter (R1, R16).",
    ResumeRule.REQUIRED: "The resume belongs with this letter (R16).",
    ResumeRule.ALLOWED: "Whether the resume goes along is your choice (R16).",
}
STANDINGS = {
    Status.TO_REVIEW: "To review",
    Status.BLOCKED: "Blocked",
    Status.APPROVED: "Approved",
    Status.EXPORTED: "Sent it?",
    Status.CHECK: "Did it go?",
    Status.FAILED: "Refused",
    Status.SKIPPED: "Put off",
    Status.SENT: "Sent",
}
SAID = {
    "approved": "Approved: the letter to {name}. It goes with the next send.",
    "skipped": "Put off: the letter to {name}.",
    "back": "Back in review: the letter to {name}.",
    "revoked": "The approval of the letter to {name} is taken back.",
    "saved": "Saved.",
    "restored": "This is the template's text again. Yours is kept in the folder outbox/set-aside.",
    "sent": "Recorded as sent: the letter to {name}.",
    "enclosures": "The enclosures are changed.",
}
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def day(when: date, today: date) -> str:
    """Write a day short: Dec 1, with the year where it isn't this one."""
    return f"{when:%b} {when.day}" + ("" if when.year == today.year else f", {when.year}")


def readable(text: str, today: date) -> str:
    """Write ISO dates in a sentence as people do, and leave out letters' names in code."""
    for kind in LetterKind:
        text = text.removeprefix(f"{kind}, ")
    return _ISO.sub(lambda found: _day_or(found[0], today), text)


def _day_or(iso: str, today: date) -> str:
    try:
        return day(date.fromisoformat(iso), today)
    except ValueError:
        return iso


def long_day(when: date) -> str:
    """Write a day in full: Tuesday, December 1."""
    return f"{when:%A}, {when:%B} {when.day}"


def lateness(days: int) -> str:
    """Say how late, in business days; blank when not."""
    return "" if not days else "1 day late" if days == 1 else f"{days} days late"
