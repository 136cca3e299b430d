"""A sentence of its own, where a piece of one belongs (pure)."""

from __future__ import annotations

import re

from pipeline.letters.phrases.openers import CLAUSE, first_word
from pipeline.letters.phrases.verbs import AIMS, BASE, TOLD
from pipeline.model.texts import word_set

# "my professor told …": a subject and its verb, where a noun alone was meant to stand.
_RELATIVE = r"(?!(?:what|how|who|whom|all|everything|anything|something|whatever)\b|(?:the|an?|this) (?-i:[a-z][\w-]*) (?:(?:my|our|his|her|their|your|the)\b|(?-i:[A-Z][a-z]+\b)))"
"""No such subject: what my sister told me, the way Dr. Klein spoke of it."""
SUBJECT = (
    rf"{_RELATIVE}"
    r"(?:my|your|his|her|our|their|the|an?|this|[A-Z][\w.'’-]+)\s+(?:(?!that\b|which\b|who\b|you\b|I\b|we\b|what\b|how\b)[\w'’.-]+\s+){0,4}?"
)
FINITE = r"(?:told|gave|is|are|was|were|has|knows|spoke|says|thinks|believes|\w+(?:s|ed) me|(?:said|wrote|suggested|mentioned|recommended) (?:you|your|that|I))\b"
_OF_YOU = frozenset(TOLD) | word_set("are have did know helped inspired")
_AFTER: dict[str, dict[str, frozenset[str]]] = {
    "purpose": {"to": frozenset(AIMS)},
    "they_offered": {"to": frozenset(AIMS)},
    "advice": {"to": frozenset(AIMS)},
    "thank_them_for": {
        "for": word_set(
            "to told took gave made said met spoke saw sent wrote were had came went taught brought drew have has is are was be been do does did"
        ),
        "for you": _OF_YOU,
        "for it": _OF_YOU,
    },
}
"""Words that no piece of a sentence has after these, by the cell."""
_SUBORDINATE = word_set("""
    that which who whom whose when whenever if as because since while after before how what why where although though once until whether than
    now say said saying tell telling told
""")
_BESIDE_IT = word_set(
    "know think believe hear see hope trust gather understand fear suppose must should said told heard read guess confess admit being"
)
_GREAT = word_set(
    "great good nice fun helpful amazing wonderful interesting useful lovely awesome inspiring informative fantastic"
)
_CLAUSES: dict[str, str] = {
    "purpose": rf"(?:to )?{CLAUSE}|to (?:learn|find|get|understand|know|see|explore|talk|ask|hear)(?:s|ed)\b",
    "why_this_person": rf"{CLAUSE}|(?:for|because of|due to|to|with|about) (?:I|I['’](?:m|ve|d)|he|she|they|we)\b(?! and\b)|(?:because of|due to) {SUBJECT}{FINITE}|(?:because of|due to) there\b|(?:because of|due to) (?:you|it) (?!and\b|all\b|both\b|in\b|as\b|at\b)\w",
    "thank_them_for": rf"{CLAUSE}|for (?:I|I['’](?:m|ve|d)|he|she|they|we)\b|for (?:{'|'.join(BASE)})(?: me| us| the| your| a| to| with)\b",
    "position": rf"(?:\w+ly )?{CLAUSE}",
    "they_offered": rf"(?:to )?{CLAUSE}",
    "advice": rf"(?:to )?{CLAUSE}",
    "my_question": r"(?!)",
    "field": rf"{CLAUSE}",
    "where": rf"{CLAUSE}|let['’]s\b(?! (?-i:[A-Z]))|(?:please |kindly )?(?:ask|call|see|check|meet) (?:him|her|them|me|us|you|email|mail)\b",
}  # fmt: skip


def holds_sentence(attr: str, text: str) -> bool:
    """Tell whether a cell's text begins as a sentence of its own, where a piece of one belongs."""
    low = text.lower()
    for begin, words in _AFTER.get(attr, {}).items():
        behind = low.removeprefix(f"{begin} ").split(" ", 1)[0].rstrip(",;:")
        if low.startswith(f"{begin} ") and behind in words:
            return True
    for begin in _BEFORE_A_NOUN.get(attr, ()):
        if low.startswith(begin) and (_goes_on(low.removeprefix(begin)) or _runs_on(low.removeprefix(begin))):
            return True
    return bool(re.match(_CLAUSES[attr], text, re.IGNORECASE))


_BEFORE_A_NOUN = {"thank_them_for": ("for ",), "why_this_person": ("because of ", "due to ")}


def _goes_on(low: str) -> bool:
    """Tell a sentence of its own behind a comma: for the coffee, I'll pay next time."""
    before, _, behind = low.partition(", ")
    subject, _, said = behind.partition(" ")
    if not said or not _SUBORDINATE.isdisjoint(before.split()):
        return False
    if re.split("['’]", subject)[0] in ("i", "we", "it", "they"):
        return first_word(said) not in _BESIDE_IT
    return subject in ("sorry", "will") or behind.startswith(("hope to ", "can't wait", "can’t wait"))


def _runs_on(low: str) -> bool:
    """Tell a sentence of its own without a stop before it: for the tour it was great."""
    before, it, behind = low.partition(" it was ")
    said = [
        word for word in re.findall(r"[\w'’]+", behind)[:4] if word not in ("so", "very", "really", "all")
    ]
    noun = _SUBORDINATE.isdisjoint(before.split()) and not any(w.endswith("ing") for w in before.split())
    return bool(it) and noun and said[:1] != [] and said[0] in _GREAT


_FORMED = (
    r"to (?:\w+ly )?(?!(?:discuss|focus|always|perhaps|others|us|need|feed|breed|speed|proceed|succeed|exceed|embed|seed|heed|bleed|weed|shed|shred|wed)\b)"
    r"(?:\w+[^s\W]s|\w{2,}(?:sses|ches|shes)|\w{3,}ed|sent|gave|told|took|met|spoke|wrote|found|brought|taught)"
    r" (?:me|us|my|the|an?|you|your|him|her|how|what|about|more|with|from|out|up)\b"
)


def misformed(text: str) -> str:
    """Say that the verb after "to" has a form that it can't have there; "" where it hasn't."""
    return "has a verb that does not go with “to”" if re.match(_FORMED, text, re.IGNORECASE) else ""
