"""What is left to fill in: brackets, template marks, an empty greeting, and the starter's invented person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import block, own_lines, quote, warn, whole
from pipeline.letters.greetings import find_greeting
from pipeline.letters.signing import signed_as
from pipeline.model import Channel, Finding, Letter
from pipeline.model.invented import PERSON, still_invented
from pipeline.model.texts import spelled

_PLACEHOLDERS = re.compile(
    r"\[[^\[\]]{0,300}\]|\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\bTODO\b|\bTB[ACD]\b(?! [A-Z])|\bxxx+\b|\?{3,}|\bNone\b(?! of\b)|\b(?:nan|NaN|NaT)\b",
    re.MULTILINE,
)


def placeholder(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Find what was left to fill in."""
    for found in dict.fromkeys(m[0] for m in _PLACEHOLDERS.finditer(whole(letter))):
        yield _block(
            f"{quote(found)} is still to be filled in: write what it stands for, here or in the workbook."
        )
    if not letter.subject.strip():
        yield _block("The subject is empty: write one.")
    if not letter.body.strip():
        yield _block("The letter is empty: write it.")
    opening = find_greeting(own_lines(letter.body))
    if opening and opening.needs_a_name and not any(c.isalpha() for c in "".join(opening.pieces)):
        yield _block(f"{quote(opening.line)} greets nobody: write the name, or fill in Salutation.")
    if not situation.contact.is_sample:
        yield from _invented(letter, situation)
    yield from _signed_oddly(letter, situation)


def _invented(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Find the values of Settings that are still the starter's; name and address go along whatever the text says."""
    still = still_invented(situation.settings)
    if not still:
        return
    text = f" {spelled(whole(letter))} "
    always = {"name", "email"} if letter.channel is Channel.EMAIL else {"name"}
    found = [quote(PERSON[attr]) for attr in still if attr in always or f" {spelled(PERSON[attr])} " in text]
    if found:
        what = f"{', '.join(found)} {'is' if len(found) == 1 else 'are'} the example person's, not yours"
        yield _block(f"{what}: type your own on the Settings sheet.")


def _signed_oddly(letter: Letter, situation: Situation) -> Iterator[Finding]:
    mine = situation.settings
    written = signed_as(mine.name, mine.signature)
    if written and re.search(rf"(?<!\w){re.escape(mine.name)}(?!\w)", letter.body):
        said = f"The letter has your name as {quote(mine.name)}. Type “{written}” into Your name on the Settings sheet"
        yield warn(
            "placeholder", "Letters", f"{said}; or, where you write yourself so, the same into Signature."
        )


def _block(message: str) -> Finding:
    return block("placeholder", "Letters", message)
