"""What a cell was likely meant to say, put so that it reads as the piece of a sentence (pure)."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.letters.phrases.articles import article, article_too_many, with_article
from pipeline.letters.phrases.clauses import FINITE, SUBJECT
from pipeline.letters.phrases.openers import CLAUSE, DETERMINED, DETERMINER, ONE_THING, TO_READ, lower_first
from pipeline.letters.phrases.praise import empty_praise, says_purpose
from pipeline.letters.phrases.verbs import AIMS, BASE, DEEDS, TOLD, VERBS
from pipeline.model.texts import word_set

_PAST = (
    r"(?:read|saw|heard|met|attended|found|enjoyed|liked|loved|admired|noticed|learned|learnt|watched|followed|listened|came across|discovered|"
    r"remember|admire|like|love|enjoy|follow|appreciate)\b"
)


def _of_them(text: str) -> str:
    """Speak to the person themselves: a letter's "his book" would be somebody else's."""
    return re.sub(r"^((?:because of|due to|for) )?(?:his|her|their)\b", r"\1your", text, flags=re.IGNORECASE)


_NO_OBJECT = r"(?:at|in|on|through|via|over|during|last|after|by|for|when)\b"


def _why(text: str) -> str | None:
    text = _of_them(text)
    if met := re.match(rf"(?:I )?met (?={_NO_OBJECT})(.*)", text, re.IGNORECASE):
        return f"because we met {met[1]}"
    if not re.search(r"\b(?:that|how|what|about|you|your)\b", text) and (
        seen := re.match(
            r"(?:I )?(saw|found|heard|noticed|read|watched) ((?:on|in|at|through|via)\b.*)",
            text,
            re.IGNORECASE,
        )
    ):
        verb = seen[1].lower()
        return None if verb in ("read", "watched") else f"because I {verb} you {seen[2]}"
    of_clause = re.match(rf"(?:because of|due to|for|to|with|about) ((?:{CLAUSE}).*)", text, re.IGNORECASE)
    if of_clause:
        return f"because {lower_first(of_clause[1])}"
    if re.match(CLAUSE, text, re.IGNORECASE):
        return f"because {lower_first(text)}"
    if re.match(_PAST, text, re.IGNORECASE):
        return f"because I {lower_first(text)}"
    if says_purpose(text.lower().split()):
        return None if empty_praise(text) else _in_the_hope(text)
    if re.match(r"that\b", text):
        return None
    if re.match(rf"{SUBJECT}{FINITE}", text):
        return f"because {lower_first(text) if re.match(DETERMINER, text, re.IGNORECASE) else text}"
    if re.match(DETERMINED, text):
        determined = re.match(DETERMINER, text, re.IGNORECASE)
        return f"because of {lower_first(text) if determined else text}"
    return None


_DOING_IT = rf"(?:(?:to|for) )?(\w+ing)\b(?! {TO_READ})(.*)"


def _in_the_hope(text: str) -> str | None:
    aim = re.match(r"(?:in order )?to (\w+)\b(.*)", text, re.IGNORECASE)
    gerund = next((g for g, verb in AIMS.items() if aim and verb == aim[1].lower()), "")
    return f"in the hope of {gerund}{aim[2]}" if aim and gerund else None


def _purpose(text: str) -> str | None:
    gerund = re.match(_DOING_IT, text, re.IGNORECASE)
    if gerund and gerund[1].lower() in AIMS:
        return f"to {AIMS[gerund[1].lower()]}{gerund[2]}"
    if text.split()[0].lower() in VERBS:
        return f"to {lower_first(text)}"
    if re.match(r"(?:how|what|why|where|whether|which|who|when|about|more about)\b", text, re.IGNORECASE):
        return f"to learn {lower_first(text)}"
    about = re.match(
        r"(?:for )?(?:some |more )?(?:information|advice|insights?|knowledge|details) (?:about|on|into) (.+)",
        text,
        re.IGNORECASE,
    )
    return f"to learn about {about[1]}" if about else None


def _with_me(verb: str, rest: str) -> str:
    """Say with whom they met or talked, where a note leaves it out or names the reader."""
    if with_you := re.match(r" (?:(with|to) )?you\b(.*)", rest, re.IGNORECASE):
        return f" {with_you[1] + ' ' if with_you[1] else ''}me{with_you[2]}"
    if verb in ("met", "meet") and re.match(rf" {_NO_OBJECT}", rest):
        return f" me{rest}"
    return f" with me{rest}" if verb in ("talked", "talk") and rest.startswith(" about ") else rest


def _is_title(text: str, verb: str) -> bool:
    """Tell "Being Mortal" and "Thinking, Fast and Slow" from "Introducing Bob"."""
    deeds = {*TOLD.values(), *BASE.values()} - {"being"}
    return verb not in deeds and all(w[:1].isupper() and w != "I" for w in text.split()[:2]) and " " in text


def _thanks(text: str) -> str | None:
    text = _of_them(text)
    told = re.match(
        r"(?:that |for )?(?:you |he |she )(?:kindly |also )?(\w+)\b(.*)", text, re.IGNORECASE
    ) or re.match(r"(?:for )?(\w+)\b(.*)", text, re.IGNORECASE)
    verb = told[1].lower() if told else ""
    if told and verb in ("met", "meet", "talked", "talk", "spoke", "speak"):
        return f"for {TOLD.get(verb) or BASE[verb]}{_with_me(verb, told[2])}"
    if told and (verb in TOLD or verb in BASE):
        return f"for {TOLD.get(verb) or BASE[verb]}{told[2]}"
    if verb.endswith("ing") and _is_title(text, verb):
        return None
    if verb.endswith("ing") or (re.match(DETERMINED, text) and not text.lower().startswith("that you")):
        return f"for {lower_first(text) if verb.endswith('ing') or re.match(DETERMINER, text, re.IGNORECASE) else text}"
    return None


def _position(text: str) -> str | None:
    if article_too_many(text.lower().split()):
        return text.split(" ", 1)[1]
    if said := with_article(text):
        return said
    if re.match(r"\d|\w+erin\b", text):
        return None
    words = text.split()
    if re.match(rf"(?:\w+ly )?{CLAUSE}|{DETERMINER}|\w+ed\b", text, re.IGNORECASE):
        return None
    if re.search(_PLACES, text) and not re.search(r"\b(?:at|of|in|for|with|from)\b", text):
        return None
    if not re.search(
        r"\b(?:at|of|in|for|with|from|student|nurse|teacher|engineer|manager|graduate|senior|junior)\b",
        text,
        re.IGNORECASE,
    ):
        return (
            None
            if len(words) > 3 or (text[:1].isupper() and len(words) > 1)
            else f"{article(text)} {lower_first(text)}"
        )
    if re.match(r"(?:\w+ )?(?:University|College|School|Institute)\b", text):
        return None
    return f"{article(text)} {lower_first(text)}"


_PLACES = (
    r"\b(?:University|College|School|Hospital|Clinic|Inc|Ltd|GmbH|Institute|Academy|Museum|Bank|Company)\b"
)


def _offer(text: str) -> str | None:
    if re.match(ONE_THING, text, re.IGNORECASE):
        return f"{article(text)} {lower_first(text)}"
    aim = re.match(_DOING_IT, text, re.IGNORECASE)
    if aim and aim[1].lower() in AIMS:
        return f"to {AIMS[aim[1].lower()]}{aim[2]}"
    if would := re.match(r"that (?:you|he|she|they) (?:would|will|could|can) (.+)", text, re.IGNORECASE):
        return f"to {would[1]}"
    first = text.split()[0].lower()
    if first in VERBS | DEEDS:
        return f"to {lower_first(text)}"
    return (
        f"an {lower_first(text)}"
        if first == "introduction"
        else f"a {lower_first(text)}"
        if first == "tour"
        else None
    )


_ADVISED = (
    VERBS
    | frozenset(AIMS.values())
    | frozenset(BASE)
    | word_set("""
    apply attend avoid be become begin bring build call choose consider contact dress email enroll finish focus follow go improve
    intern join keep leave listen look move observe pick practice practise prepare register research return save say shadow sign
    sleep stand start stay stick stop subscribe study teach think trust try use visit volunteer wait watch work write
""")
)


def _advice(text: str) -> str | None:
    should = re.match(
        rf"(?:that )?(?:{CLAUSE}|one) (?:\w+ly |also |first |really )?(?:should|must|could|ought to|need to|have to|had better|might) (?:really |just |first )?(not )?(.+)",
        text,
        re.IGNORECASE,
    )
    if should:
        return f"{should[1] or ''}to {lower_first(should[2])}"
    negated = re.match(r"(?:do not|don['’]t|never) (.+)", text, re.IGNORECASE)
    if negated:
        return f"{'never' if text.lower().startswith('never') else 'not'} to {lower_first(negated[1])}"
    gerund = re.match(_DOING_IT, text, re.IGNORECASE)
    if gerund and gerund[1].lower() in AIMS:
        return f"to {AIMS[gerund[1].lower()]}{gerund[2]}"
    return f"to {lower_first(text)}" if text.split()[0].lower() in _ADVISED else None


MENDERS: dict[str, Callable[[str], str | None]] = {
    "purpose": _purpose,
    "why_this_person": _why,
    "thank_them_for": _thanks,
    "position": _position,
    "they_offered": _offer,
    "advice": _advice,
    "field": lambda text: text,
    "where": lambda text: text,
    "my_question": lambda text: text,
}
