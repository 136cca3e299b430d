"""A confirmation against the row: it names that hour, and that place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import own_lines, warn
from pipeline.letters.spelling import spell_time
from pipeline.model import Contact, Finding, InterviewType, Letter, Settings
from pipeline.model.texts import flat, joined

_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?<![\d:.])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:])|\b(?P<noon>noon)\b",
    re.IGNORECASE,
)


def meeting(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Find that a confirmation names another hour than the row, or not its place (R7): what was edited is not drafted anew."""
    for said in other_than_row(letter, situation.contact, situation.settings).values():
        yield warn("must-say", "R7", joined(said, "Correct one of the two."))._replace(of_row=True)


def other_than_row(letter: Letter, c: Contact, settings: Settings) -> dict[str, str]:
    """Say by cell where a confirmation names another hour than the row, or not its place."""
    text, found = own_lines(letter.body), {}
    named = list(_CLOCK.finditer(text))
    if c.interview_time and named and not any(_is(clock, c.interview_time) for clock in named):
        hour = spell_time(c.interview_time, settings.date_language)
        found["interview_on"] = f"The letter says {named[0][0]}, and Interview on in the row says {hour}"
    if c.interview_type is not InterviewType.PHONE and not _words(c.where) <= _words(text):
        found["where"] = f"Not found in the letter: “{c.where}”, as Where in the row says"
    return found


def _is(found: re.Match[str], at: time) -> bool:
    """Compare a clock time in a text; one without a.m. or p.m. may be of either half of the day."""
    if found["noon"]:
        return (at.hour, at.minute) == (12, 0)
    hour, minute = int(found["hour"] or found["h"]), int(found["minute"] or found["m"] or 0)
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"].lower() == "p")
        return (hour, minute) == (at.hour, at.minute)
    return (hour % 12, minute) == (at.hour % 12, at.minute)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", flat(text)))
