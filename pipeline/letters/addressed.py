"""Whom a phrase speaks of: a letter speaks to its receiver, whom no "she" in it can mean (pure)."""

from __future__ import annotations

import re

from pipeline.letters.strays import InWords
from pipeline.model.texts import word_set

_THIRD = word_set("he she him her hers his himself herself")
_TO_THEM = word_set("you your yours yourself")
_PRONOUN = r"\b(?:he|she|him|hers?|his|himself|herself)\b"
_THEIRS_FIRST = r"(?:because of|due to|for|of|about|to) their\b"
_PEOPLE = word_set("""
    aunt uncle mother father mom dad sister brother son daughter wife husband partner cousin niece nephew friend neighbor neighbour
    colleague professor teacher boss chief head dean doctor nurse patient child boy girl man woman person somebody someone anyone
    student pupil apprentice trainee intern captain sailor founder editor author writer artist actor
    director manager president chair chairman owner mayor senator judge lawyer attorney surgeon midwife pilot cook chef farmer
    welder builder engineer planner scientist librarian archivist curator musician accountant actuary assistant consultant agent
    client customer guest visitor speaker mentor coach tutor adviser advisor supervisor predecessor successor worker leader
    reporter journalist poet painter driver carpenter baker grandmother grandfather grandson granddaughter
    people women men children students nurses apprentices whoever who whom human beginner novice candidate applicant
""")
_NAMED = r"(?<!^)(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bsince )(?<!\bI )\b(?!I\b)[A-Z][\w-]+"
_HEADS = r"(?:(?P<adverb>(?:also|never|once|always|first|still|\w+ly) ))?"
_AGREES = rf"\b(?:he|she) {_HEADS}(?P<verb>[a-z]+)\b"
_ASKED = r"\b(?P<verb>does|is|was|has) (?:he|she)\b"
_YOURS = {"is": "are", "was": "were", "has": "have", "does": "do"}
_NO_NOUN = r"(?:and|or|at|in|on|of|to|for|from|with|about|by|when|while|after|before|as|because|that|so|again|speak|talk|say|tell|give|explain)\b"


def speaks_of_receiver(said: InWords) -> bool:
    """Tell whether a phrase speaks of "her" or "him" where nobody else is named whom that could be."""
    text = said.text
    if not said.each.isdisjoint(_TO_THEM):
        return False
    if said.each.isdisjoint(_THIRD):
        return "their" in said.each and bool(re.match(_THEIRS_FIRST, text, re.IGNORECASE))
    pronoun = re.search(_PRONOUN, text, re.IGNORECASE)
    before = text[: pronoun.start()] if pronoun else ""
    return bool(pronoun) and not re.search(_NAMED, before) and _names_nobody(before)


def _names_nobody(text: str) -> bool:
    return not any(
        w in _PEOPLE or w.removesuffix("s") in _PEOPLE for w in re.findall(r"[a-z]+", text.lower())
    )


def to_receiver(text: str) -> str:
    """Say "you" for "he" and "she", and what goes with it."""
    text = re.sub(_ASKED, lambda m: f"{_YOURS[m['verb'].lower()]} you", text, flags=re.IGNORECASE)
    text = re.sub(
        _AGREES, lambda m: f"you {m['adverb'] or ''}{_of_you(m['verb'])}", text, flags=re.IGNORECASE
    )
    text = re.sub(r"\b(?:he|she)\b", "you", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:himself|herself)\b", "yourself", text, flags=re.IGNORECASE)
    text = re.sub(rf"\bhim\b|\bher\b(?=\W*$|\s+{_NO_NOUN})", "you", text, flags=re.IGNORECASE)
    return re.sub(r"\b(?:his|her|their)\b", "your", text, flags=re.IGNORECASE)


def _of_you(verb: str) -> str:
    """Give the form of a verb that goes with "you"."""
    if verb in _YOURS or not verb.endswith("s") or verb.endswith("ss"):
        return _YOURS.get(verb, verb)
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:sh|ch|ss|x|zz|go)es$", verb) else verb[:-1]
