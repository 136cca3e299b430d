"""No letter asks for a job (R2). A clear denial passes, talk of their work passes, what is neither is a warning.

The order of work: mask what is theirs or no job at all ("your position", "in a position to"), find what asks, set
aside what is denied or told of others, then warn of the job words that are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.letters.checks import askwords
from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import block, clause_before, denied, quote, sentences, warn, whole
from pipeline.model import Finding, Letter, Level

NAME, RULE = "asks-for-job", "R2"


def asks_for_job(letter: Letter, _: Situation) -> Iterator[Finding]:
    """Find the sentences that ask for a job, or may be read so (R2)."""
    return _findings(whole(letter))


def judge(text: str) -> Level | None:
    """Judge a text by itself: block, warn, or nothing."""
    levels = {finding.level for finding in _findings(text)}
    return Level.BLOCK if Level.BLOCK in levels else Level.WARN if levels else None


def _findings(text: str) -> Iterator[Finding]:
    for sentence in sentences(text):
        if not askwords.TRIGGER.search(sentence.text):
            continue
        level = _judge_sentence(sentence.text)
        if level is Level.BLOCK and not sentence.quoted:
            yield block(
                NAME,
                RULE,
                f"{quote(sentence.text)} asks for a job. Ask for information and advice instead, "
                "or say that you are not asking for a job.",
            )
        elif level is not None:
            yield warn(
                NAME,
                RULE,
                f"{quote(sentence.text)} could be read as asking for a job. Reword it if it is not "
                "about their own work.",
            )


@lru_cache(maxsize=1024)
def _judge_sentence(sentence: str) -> Level | None:
    text = _mask(sentence)
    doubtful = False
    taken: list[tuple[int, int]] = []
    for pattern in askwords.ALWAYS:
        if pattern.search(text):
            return Level.BLOCK
    for pattern in askwords.ASKS:
        for match in pattern.finditer(text):
            taken.append(match.span())
            teller = _teller(text, match)
            if teller == "you" or denied(text, *match.span(), at_once=False):
                continue
            if teller != "others":
                return Level.BLOCK
            doubtful = True
    if _trails(text):
        return Level.BLOCK
    return Level.WARN if doubtful or _mentions(text, taken) else None


def _mask(sentence: str) -> str:
    """Put a neutral word for what is theirs, or is no job."""
    for pattern in askwords.HARMLESS:
        sentence = pattern.sub(_kept_or_masked, sentence)
    return sentence


def _kept_or_masked(match: re.Match[str]) -> str:
    """ "A job like yours" is theirs, but "I am looking for a job like yours" asks."""
    if match.lastgroup == "like" and askwords.WISH.search(match.string[: match.start()]):
        return match[0]
    return askwords.MASK


def _teller(text: str, match: re.Match[str]) -> str:
    before = clause_before(text, match.start())
    if askwords.YOU_DID.search(before):
        return "you"
    return "others" if askwords.OTHERS_DO.search(before) else "me"


def _trails(text: str) -> bool:
    """ "I am not looking for information but for a job": what follows "but" is what is wanted."""
    found = askwords.BUT_A_JOB.search(text)
    return found is not None and not denied(text, *found.span("job"))


def _mentions(text: str, taken: list[tuple[int, int]]) -> bool:
    for word in askwords.MENTION.finditer(text):
        if any(start <= word.start() and word.end() <= end for start, end in taken):
            continue
        if not denied(text, word.start(), word.end()):
            return True
    return False
