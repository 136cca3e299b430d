"""The page's words: names of letters and steps, and each rule in a sentence (pure)."""

from __future__ import annotations

import re
from datetime import date

from pipeline.letters.checks import ResumeRule
from pipeline.model import Action, Contact, LetterKind, Status
from pipeline.model.dates import short_month_day
from pipeline.rules.wording import held_today

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
    "readdressed": "The letter to {name} goes to the address in Contacts now. Read it, and approve it.",
    "sent": "Recorded as sent: the letter to {name}.",
    "all-sent": "Recorded as sent: all that was opened.",
    "released": "The letter to {name} did not go: it is back among the approved ones.",
    "filed": "The letter to {name} is a file now.",
    "made": "Made. What became of each letter is asked below.",
    "taken": "Taken into this letter. The cell in the workbook is as it was: correct it there for the letters to come.",
    "advised": "Their advice is named in this letter.",
    "unadvised": "Their advice is out of this letter again.",
    "enclosures": "The enclosures are changed.",
    "put-back": "Put back. The version from before is kept, too; letters that went stay sent.",
    "brought": "This is your workbook again.",
    "settings": "Saved in the workbook.",
    "settled": "Saved in the workbook. This is your day.",
    "begun": "Your list is the workbook now. Say who you are, and the first letters can be written.",
    "added": "Added. A backup of the workbook as it was before is kept.",
}
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def short_day(when: date, today: date) -> str:
    """Write a day short: Dec 1, with the year where it isn't this one."""
    return short_month_day(when) + ("" if when.year == today.year else f", {when.year}")


def readable(text: str, today: date) -> str:
    """Write ISO dates in a sentence as people do, and leave out letters' names in code, with which Detail began in an older History."""
    for kind in LetterKind:
        text = text.removeprefix(f"{kind}, ")
    return _ISO.sub(lambda found: _day_or(found[0], today), text)


def without_file(text: str) -> str:
    """Leave out the file that says where a sentence is from: a page can't be read on from there."""
    return re.sub(r" \(docs/[^)]*\)", "", text)


def _day_or(iso: str, today: date) -> str:
    try:
        return short_day(date.fromisoformat(iso), today)
    except ValueError:
        return iso


def lateness(days: int) -> str:
    """Say how late, in business days; blank when not."""
    return "" if not days else "1 day late" if days == 1 else f"{days} days late"


def urgency(action: Action, c: Contact | None, today: date) -> str:
    """Say how late a step is; of an interview's own day, that it is today, and when."""
    return held_today(action, c, today) or lateness(action.days_late)
