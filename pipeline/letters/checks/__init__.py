"""Check a finished letter against the rules, after every edit and again just before it leaves; a cell is looked at elsewhere (phrases). Pure."""

from __future__ import annotations

from pipeline.letters.checks.asks import asks_for_job
from pipeline.letters.checks.contents import length, must_say, purpose, referrer, reply_unseen
from pipeline.letters.checks.enclosures import enclosure
from pipeline.letters.checks.greeting import greeting
from pipeline.letters.checks.language import language
from pipeline.letters.checks.phrase import phrase
from pipeline.letters.checks.placeholders import placeholder
from pipeline.letters.checks.promises import initiative, promised_day
from pipeline.letters.checks.recipients import recipient, same_day
from pipeline.letters.checks.situation import ResumeRule, Situation, resume_rule
from pipeline.model import Finding, Letter, Level

__all__ = ["CHECKS", "ResumeRule", "Situation", "check", "promised_day", "resume_rule"]

CHECKS = {
    "enclosure": enclosure,
    "asks-for-job": asks_for_job,
    "placeholder": placeholder,
    "greeting": greeting,
    "phrase": phrase,
    "referrer": referrer,
    "initiative": initiative,
    "recipient": recipient,
    "same-day": same_day,
    "purpose": purpose,
    "must-say": must_say,
    "language": language,
    "length": length,
    "reply-unseen": reply_unseen,
}

_MISS_ENGLISH_WORDS = frozenset({"initiative", "purpose", "must-say"})


def check(letter: Letter, situation: Situation) -> tuple[Finding, ...]:
    """Run every check on a letter: what blocks it first, then the warnings, each in the table's order."""
    found = [finding for run in CHECKS.values() for finding in run(letter, situation)]
    if any(
        f.check == "language" for f in found
    ):  # one honest line, in place of what English words are missed
        found = [f for f in found if f.level is Level.BLOCK or f.check not in _MISS_ENGLISH_WORDS]
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.level is not Level.BLOCK))
