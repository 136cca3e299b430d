"""Headers of another's list that say that the days below are of letters, or of talks. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.model.texts import spelled, word_set
from pipeline.sheets.columns.evidence import text_of
from pipeline.sheets.schema import CONTACTS, ColumnKind, Owner

DAYS = tuple(
    c.attr for c in CONTACTS.columns if c.owner is Owner.PROGRAM and c.reader and c.kind is ColumnKind.DATE
)
"""The days that the program keeps: of a letter of each kind, and of the last contact."""
SAID = ("called_on", "call_result", "replied_on", "answered_on", "interview_on", "interview_held")
"""What the user says of calls, mails and interviews."""
SENT = word_set("""
    sent wrote written emailed mailed messaged contacted reached approached texted pinged angeschrieben
    kontaktiert geschrieben gesendet contacte ecrit envoye contactado enviado contattato
""")
_LETTER = word_set("letter letters email emails mail message inmail dm approach outreach contact pitch ping")
SPOKEN = word_set("called phoned telephoned spoke spoken talked")
_BEFORE_NOW = word_set("before previous previously prior earlier ever")
_DAY = word_set("date day")
_FIRST = word_set("first initial 1st intro introduction introductory cold approach")
_ABOUT = word_set("""
    last latest recent most second 2nd third 3rd of the e on out at to them him her you i we and my our
    linkedin cover cv resume note networking when was is time yet already follow followed up followup thank
    thanks made via how by through card postcard invite invitation connection request am le el il
""")
_WORDS = SENT | _LETTER | SPOKEN | _BEFORE_NOW | _DAY | _FIRST | _ABOUT
_MARKS = word_set("yes y no n x true false done ja nein")
_AHEAD_OF = re.compile(
    r"\b(?:to (?:contact|e ?mail|mail|write|message)|(?:contact|e ?mail|write|letter|message) (?:on|by|via|when|before))\b"
)
WHOM_OR_HOW = re.compile(r"^how (?!.*\bwhen\b)|\b(?:to|by|via|through)$")

_NUMBERED = r"\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4}"
_NAMED = r"\d\d?\.? [^\W\d_]{3,9}\.?,? \d{4}|[^\W\d_]{3,9}\.? \d\d?(?:st|nd|rd|th)?,? \d{4}"
WHOLE_DAY = re.compile(rf"{_NUMBERED}|{_NAMED}")
_ANY_DAY = re.compile(
    rf"(?i)(?:{_NUMBERED}|{_NAMED}|\d\d?[./-]\d\d?\.?|\d\d?\.? [^\W\d_]{{3,9}}\.?|[^\W\d_]{{3,9}}\.? \d\d?)\b.*"
)

LONGEST = 120
"""Letters of a cell that says a state; longer ones are texts."""


def day_meant(header: str) -> str:
    """Say which of our days a header means, whatever stands below, as "Letter sent" and "Date reached out" do; "" for none."""
    words = words_in(header)
    wrote = words & SENT or words >= {"followed", "up"} or (words & _LETTER and words & _DAY)
    told = words <= _WORDS and wrote
    other = WHOM_OR_HOW.search(spelled(header)) or is_planned(header, words)
    return _which(words) if told and not other else ""


def says_done(header: str) -> bool:
    """Tell a header that says that somebody was written to, as "Date contacted"; under "Contact date" a plan may stand."""
    return bool(words_in(header) & (SENT | SPOKEN))


def day_shown(header: str, values: Sequence[object]) -> str:
    """Say by the days below which of ours a header means that only speaks of letters or talks: "First contact".

    Of "Called" and "Prior contact" marks tell as well; "" where it means none.
    """
    words = words_in(header)
    if not (words <= _WORDS and words & (_LETTER | SENT | SPOKEN)) or is_planned(header, words):
        return ""
    marked = words & (SPOKEN | _BEFORE_NOW)
    showing = sum(_is_some_day(v) or bool(marked and _is_mark(v)) for v in values)
    return _which(words) if 2 * showing >= len(values) > 0 else ""


def words_in(header: str) -> set[str]:
    """List a header's words, without what stands in brackets and which of several it is: "Letter #1", "Email2"."""
    words = spelled(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", header)).split()
    return {bare for word in words if (bare := word.rstrip("0123456789"))}


def days_in(text: object) -> list[str]:
    """List the whole days that a text has somewhere, as they stand there."""
    return WHOLE_DAY.findall(text) if isinstance(text, str) else []


def is_planned(header: str, words: set[str]) -> bool:
    """Tell a day that may lie ahead, or a way to write: "Contact on", "Follow-up email"."""
    return not words & SENT and bool(words & {"follow", "followup"} or _AHEAD_OF.search(spelled(header)))


def _which(words: set[str]) -> str:
    if words & {"thank", "thanks"}:
        return "thank_you_sent"
    if words & {"follow", "followup", "followed"}:
        return "follow_up_sent"
    letter = words & {"letter", "email", "mail", "note", "message", "approach"} or "approached" in words
    return "approach_sent" if letter and words & (_FIRST | {"approached"}) else "last_contact"


def _is_some_day(value: object) -> bool:
    return isinstance(value, date) or (
        isinstance(value, str) and bool(_ANY_DAY.fullmatch(value.strip())) and len(value) <= LONGEST
    )


def _is_mark(value: object) -> bool:
    bare = spelled(text_of(value))
    return not bare or bare in _MARKS
