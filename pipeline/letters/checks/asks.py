"""No letter asks for a job (R2). A clear denial passes, talk of their work passes, what is neither is a warning.

The order of work, clause by clause: mend typing errors, set aside clauses that are about them or others, mask what is
theirs or no job at all, find what asks, leave what is denied or told of others, then warn of job words that are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from pipeline.letters.checks import hunches, innocents, otherwise, requests
from pipeline.letters.checks.clauses import Clause, clauses, denied, normal
from pipeline.letters.checks.firm import with_firm
from pipeline.letters.checks.gates import beginnings
from pipeline.letters.checks.rules import Rule, one_of, read_table
from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.spelling import mended
from pipeline.letters.checks.words import block, quote, sentences, warn, whole
from pipeline.model import Finding, Letter, Level

NAME, RULE = "asks-for-job", "R2"
_MASK = "theirs"
# A sentence in another language is read so far.
_MUCH = 500


_ALWAYS, _ASKS, _DOUBTS, _MASKED, _ASIDE = (
    [Rule(pattern) for pattern, _ in read_table(table)]
    for table in (requests.ALWAYS, requests.ASKS, requests.DOUBTS, innocents.MASKED, innocents.ASIDE)
)
_HUNCHES = [Rule(pattern) for pattern, _ in read_table(hunches.HUNCHES)]
_TOLD = (re.compile(innocents.TOLD_OF_YOU), re.compile(innocents.TOLD_OF_OTHERS))
_REST = re.compile(
    r"^(?:(?:and|or|but|just|only|for|namely|also|simply|rather|it is|that is) )*(?P<what>(?:a|an|any|some|work|employment)\b(?: [\w-]+){0,6})\W*$"
)
_JOINED = "i am looking for"
_ELSEWHERE, _ELSEWHERE_DENIED = one_of(otherwise.ASKS), re.compile(otherwise.DENIALS)
_ELSEWHERE_THEIRS, _ELSEWHERE_INFORMAL = re.compile(otherwise.THEIRS), re.compile(otherwise.INFORMAL)
_MENTION, _WISHING = Rule(innocents.MENTION), re.compile(innocents.WISHING)


def asks_for_job(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Find the sentences that ask for a job, or may be read so (R2)."""
    return _findings(whole(letter), situation.contact.organization)


def judge(text: str, organization: str = "") -> Level | None:
    """Judge a text by itself: block, warn, or nothing."""
    levels = {finding.level for finding in _findings(text, organization)}
    return Level.BLOCK if Level.BLOCK in levels else Level.WARN if levels else None


def _findings(text: str, organization: str) -> Iterator[Finding]:
    before = ""
    for sentence in sentences(text):
        if sentence.quoted:
            continue
        words = normal(mended(with_firm(sentence.text, organization)))
        level = _judge_sentence(words) or _judge_rest(before, words)
        before = words
        if level is Level.BLOCK:
            yield block(
                NAME,
                RULE,
                f"{quote(sentence.text)} asks for a job. Ask for information and advice instead, "
                "or say that you are not asking for a job.",
            )
        elif level is Level.WARN:
            yield warn(
                NAME,
                RULE,
                f"{quote(sentence.text)} could be read as asking for a job. Reword it if it is not "
                "about their own work.",
            )


@lru_cache(maxsize=1024)
def _judge_sentence(sentence: str) -> Level | None:
    parts = clauses(sentence)
    levels = [_judge_clause(clause) for clause in parts]
    for before, clause in pairwise(parts):
        rest = _REST.match(clause.text)
        if rest and not clause.lead.startswith("nor") and _WISHING.search(before.text):
            levels.append(_judge_clause(Clause(f"{_JOINED} {rest['what']}")))
    if Level.BLOCK in levels or _asks_otherwise(sentence):
        return Level.BLOCK
    return Level.WARN if Level.WARN in levels else None


def _asks_otherwise(sentence: str) -> bool:
    """Tell whether a sentence asks in German, Spanish or French."""
    found = _ELSEWHERE.search(_ELSEWHERE_THEIRS.sub(_MASK, sentence[:_MUCH]))
    if found is None or _ELSEWHERE_INFORMAL.search(sentence[:_MUCH]):
        return False
    return not _ELSEWHERE_DENIED.search(sentence[: found.end()])


def _judge_rest(before: str, words: str) -> Level | None:
    """ "I have one request. A job.": a sentence without a subject goes on from the one before it."""
    rest = _REST.match(words)
    if not rest or not _WISHING.search(before):
        return None
    return _judge_sentence(f"{_JOINED} {rest['what']}")


@lru_cache(maxsize=4096)
def _judge_clause(clause: Clause) -> Level | None:
    words = beginnings(clause.text)
    if any(rule.found(clause.text, words) for rule in _ALWAYS):
        return Level.BLOCK
    if any(rule.found(clause.text, words) for rule in _ASIDE):
        return _hunch(clause, words)
    text = clause.text
    for rule in _MASKED:
        text = rule.replaced(_MASK, text, words)
    left = beginnings(text)
    if _any_asks(_ASKS, clause, text, left):
        return Level.BLOCK
    return Level.WARN if _any_asks((*_DOUBTS, _MENTION), clause, text, left) else _hunch(clause, words)


def _hunch(clause: Clause, words: frozenset[str]) -> Level | None:
    return Level.WARN if _any_asks(_HUNCHES, clause, clause.text, words) else None


def _any_asks(rules: Iterable[Rule], clause: Clause, text: str, words: frozenset[str]) -> bool:
    return any(not _set_aside(clause, text, match) for rule in rules for match in rule.each(text, words))


def _set_aside(clause: Clause, text: str, match: re.Match[str]) -> bool:
    """Tell whether what was found is denied, or told of the reader or of others."""
    before = text[: match.start()].rstrip()
    return denied(clause, text, *match.span()) or any(told.search(before) for told in _TOLD)
