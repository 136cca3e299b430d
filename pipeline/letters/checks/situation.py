"""What a letter is checked against, and where the resume goes along (R16)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pipeline.letters.kinds import KINDS, Resume
from pipeline.model import Contact, Enclosure, LetterKind, Settings
from pipeline.rules.workdays import Workdays

_NONE = Enclosure()


class ResumeRule(StrEnum):
    FORBIDDEN = "forbidden"
    REQUIRED = "required"
    ALLOWED = "allowed"


class Situation(NamedTuple):
    """What is known besides the letter.

    `enclosure`: the resume file as found. `for_real`: about to be delivered, not exported. `mailbox`: one is looked at.
    `clash`: a sentence, where another letter to this address or for this occasion stands in the way.
    `same_day`: a sentence, where another letter went to this address today, or was exported (R22).
    `namesake`: a sentence, where somebody of the same name was written to, or shall not be.
    `met`: whom a referrer is thanked for. `named`: others whom the letter may name, each with the cell that does.
    """

    contact: Contact
    settings: Settings
    today: date
    workdays: Workdays
    for_real: bool
    clash: str
    same_day: str
    enclosure: Enclosure = _NONE
    referrer: str = ""
    mailbox: bool = False
    namesake: str = ""
    met: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()


def resume_rule(kind: LetterKind, contact: Contact, settings: Settings) -> ResumeRule:
    """Say whether the resume must, may or must not go along (R1, R16): the row first, then Settings."""
    row, rule = contact.enclose_resume, KINDS[kind].resume
    if rule is Resume.NEVER:
        return ResumeRule.FORBIDDEN
    if row is not None:
        return ResumeRule.REQUIRED if row else ResumeRule.FORBIDDEN
    if rule is Resume.UNLESS_ROW_SAYS_NO:
        return ResumeRule.REQUIRED
    if rule is Resume.ONLY_IF_ROW_SAYS_YES:
        return ResumeRule.FORBIDDEN
    return ResumeRule.REQUIRED if settings.resume_when_put_off else ResumeRule.ALLOWED
