"""Whom a phrase speaks of: a letter speaks to its receiver, whom no "she" in it can mean (pure)."""

from __future__ import annotations

import re

from pipeline.letters.phrases.strays import InWords
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
# A trade by the end of its word ("the plumber and his van"), and other words before the pronoun: "the paper she wrote" is no one.
_TRADE = r"\b(?:an?|the|one|some|no|any)\s+(?:[\w'’-]+\s+){0,2}?[a-z]+(?:er|or|ist|ian|ant|eant|smith|iff|man|woman|ess|eer|yst|est|wright)\b\s+\S"
_ONE_OF = r"\b(?:[Mm]y|[Oo]ur|[Ee]very|[Ee]ach|[Aa]nother)\s+[a-z'’-]+\s+(?:\w+\s+)*$"
_HEADS = (
    r"(?:(?P<adverb>(?:also|never|once|always|first|still|often|now|sometimes|even|just|soon|both|\w+ly) ))?"
)
_AGREES = rf"\b(?:he|she) {_HEADS}(?P<verb>[a-z]+)\b"
# "she's", "he doesn't", "she runs a lab and teaches", "to introduce him to Bob": what goes with them is not sure.
_MORE_VERBS = r"\b(?:he|she)['’]|\b(?:he|she)\b.*(?:n['’]t\b|\b(?:and|or|but) (?:\w+ ){0,2}?[a-z]{2,}s\b)|\b(?:to|give) (?:introduce |introducing )?him\b|\bintroduc\w+ (?:him|her)\b"
_ASKED = r"\b(?P<verb>does|is|was|has) (?:he|she)\b"
_YOURS = {"is": "are", "was": "were", "has": "have", "does": "do"}
# Whom one is led to is somebody else: to put me in touch with her.
_LED_TO = r"\bme (?:in touch |together |up )?(?:to|with) (?:him|her)(?=\W*$|[,;]| (?:and|at|in|on|next|this|by|before|after|when|once)\b)"
_NO_PLURAL = word_set("is was has does as us this across")
_NO_NOUN = r"(?:and|or|at|in|on|of|to|for|from|with|about|by|when|while|after|before|as|because|that|so|again|speak|talk|say|tell|give|explain)\b"


def speaks_of_receiver(said: InWords) -> bool:
    """Tell whether a phrase speaks of "her" or "him" where nobody else is named whom that could be."""
    before = _before_third(said)
    if before is None:
        theirs = "their" in said.each and said.each.isdisjoint(_TO_THEM)
        return theirs and bool(re.match(_THEIRS_FIRST, said.text, re.IGNORECASE))
    return not (_names_somebody(before) or re.search(_TRADE, before) or _leads_to_somebody(said.text))


def may_speak_of_receiver(said: InWords) -> bool:
    """Tell whether who "her" or "him" is may be another: to whom one is led, or who by the end of the word may be a thing."""
    before = _before_third(said)
    if before is None or _names_somebody(before):
        return False
    return bool(re.search(_TRADE, before)) or _leads_to_somebody(said.text)


def theirs_of_receiver(text: str) -> bool:
    """Tell whether "their" can be nobody's but the receiver's: nobody, and nothing in the plural, stands before it."""
    before, their, _ = text.partition(" their ")
    each = re.findall(r"[a-z]+", before.lower())
    several = any(w.endswith("s") and w not in _NO_PLURAL for w in each) or "and" in each
    return bool(their) and not several and not _names_somebody(before)


def _leads_to_somebody(text: str) -> bool:
    return re.search(_LED_TO, text, re.IGNORECASE) is not None


def _before_third(said: InWords) -> str | None:
    """Give what stands before the first "her" or "him" of a phrase; None where there is none, or it says "you" too."""
    pronoun = re.search(_PRONOUN, said.text, re.IGNORECASE)
    if pronoun is None:
        return None  # as nearly all
    each = {re.split("['’]", word)[0] for word in said.each}
    told = each.isdisjoint(_TO_THEM) and not each.isdisjoint(_THIRD)
    return said.text[: pronoun.start()] if told else None


def _names_somebody(text: str) -> bool:
    return bool(re.search(_NAMED, text) or re.search(_ONE_OF, text)) or any(
        w in _PEOPLE or w.removesuffix("s") in _PEOPLE for w in re.findall(r"[a-z]+", text.lower())
    )


def to_receiver(text: str) -> str:
    """Say "you" for "he" and "she", and what goes with it; "" where more than a word or two would have to change."""
    if re.search(_MORE_VERBS, text, re.IGNORECASE):
        return ""
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
    return verb[:-2] if re.search(r"(?:sh|ch|ss|x|zz|go|us)es$", verb) else verb[:-1]
