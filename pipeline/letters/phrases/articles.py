"""What somebody says that they are, with an article too few or too many (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.letters.phrases.openers import lower_first
from pipeline.model.texts import word_set

_ADVERB = r"(?:currently|presently|now|still|soon|recently)"
_MARKED = r"(?:newly )?(?:retired|registered|licensed|certified|unemployed|employed|new|fresh|trained|self-\w+|home(?: health| care)?|half-time|mid-\w+|active[ -]duty)"
_A_PERSON = (
    r"(?:(?!(?:under|over|after|other|another|former|for|nor|or|her|eager|sober|proper|never|rather|together|further|later|older|younger|better"
    r"|summer|winter|september|october|november|december|computer|paper|career|sector|cancer|center|border)\b)[a-z]{2,}(?:er|or|ist|ian|ant|eer)"
    r"|nurse|aide|student|graduate|grad|mom|mum|dad|mother|father|parent|cook|chef|coach|clerk|intern|veteran|vet|pilot|marine|tech|major|freshman"
    r"|sophomore|attorney|paralegal|widow|retiree|hire|employee|homemaker|rn|lpn|cna|emt|cpa)"
)
_ROLE = r"(?:director|manager|editor|president|chair|treasurer|secretary|supervisor|captain|professor|owner|partner|founder|leader|officer|curator|coordinator|assistant to)"
_BETWEEN_THEM = r"(?:(?!(?:the|an?|my|your|our|this|that|last|since|early|in|at|on|of|by|to|with|from|for|as|and|or|after|between|not|no|one|most|half|almost|nearly)\b)[\w'’-]+ ){0,2}?"
_ENDS_THERE = r"(?= *$|,| (?:at|in|with|on|from|for|of|who|and|by)\b)"
_NO_ARTICLE = (
    rf"{_MARKED} {_BETWEEN_THEM}{_A_PERSON}{_ENDS_THERE}"
    r"|(?:mom|mum|dad|mother|father|parent|grandmother|grandfather|veteran|daughter|son|resident|native|survivor) of\b"
)
_NO_ARTICLE_BEHIND = rf"({_ADVERB}) (?!{_BETWEEN_THEM}{_ROLE}\b)({_BETWEEN_THEM}{_A_PERSON}{_ENDS_THERE}.*)"
_CLASS = r"class of (?:20|['’])\d\d\b"
_WORKS = (
    r"(work|stud|teach|volunteer|attend|intern)(?:s|y|ies|es)?( (?:at|as|for|in|with|on|to|part|full)\b.*)"
)
_DOES = rf"(?:({_ADVERB}) )?{_WORKS}"


def lacks_article(text: str) -> bool:
    """Tell who says what they are and leaves out "a", or the form of a verb that goes with "I am": retired teacher, currently work at Mercy."""
    return any(
        re.match(pattern, text, re.IGNORECASE)
        for pattern in (_NO_ARTICLE, _NO_ARTICLE_BEHIND, _CLASS, rf"{_ADVERB} {_WORKS}")
    )


def with_article(text: str) -> str | None:
    """Say what somebody is with what goes before it; None where that is not what a text lacks."""
    if does := re.match(_DOES, text, re.IGNORECASE):
        adverb = f"{does[1].lower()} " if does[1] else ""
        return f"{adverb}{does[2].lower()}{'y' if does[2].lower() == 'stud' else ''}ing{does[3]}"
    if re.match(_CLASS, text, re.IGNORECASE):
        return f"a member of the {lower_first(text)}"
    if behind := re.match(_NO_ARTICLE_BEHIND, text, re.IGNORECASE):
        return f"{behind[1].lower()} {article(behind[2])} {behind[2]}"
    return f"{article(text)} {lower_first(text)}" if re.match(_NO_ARTICLE, text, re.IGNORECASE) else None


_DONE = word_set("""
    graduated retired employed enrolled trained certified licensed registered based born raised working studying living majoring interested
    looking
""")
_BEHIND_DONE = word_set("from at in by for as with to on")


def article_too_many(low: Sequence[str]) -> bool:
    """Tell "a recently graduated from Kent", where "a" is too much."""
    behind = low[2:] if low[1:2] and low[1].endswith("ly") else low[1:]
    return (
        low[:1] in (["a"], ["an"])
        and behind[:1] != []
        and behind[0] in _DONE
        and {*behind[1:2]} <= _BEHIND_DONE
    )


_SPOKEN = frozenset({"FEMA", "MICU", "NASA", "NATO", "NICU", "SICU", "SUNY"})
_WITH_VOWEL = r"(?!eu|ewe|onc?e\b)[aeio]|u(?!ni|s[aeiu])|hono|heir|hour"


def article(text: str) -> str:
    """Choose "a" or "an" by the sound of the first word; abbreviations are spelled out, but for a few."""
    first = text.split()[0]
    if first.isupper() and len(first) > 1:
        return "an" if first[0] in "AEFHILMNORSX" and first not in _SPOKEN else "a"
    return "an" if re.match(_WITH_VOWEL, first, re.IGNORECASE) else "a"
