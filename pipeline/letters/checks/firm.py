"""The contact's own organization in a sentence, in whichever form it is named."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.letters.checks.words import plain
from pipeline.model.texts import LEGAL_FORMS

# The organization stands in the text as this word.
FIRM = "yourfirm"

_ENDINGS = LEGAL_FORMS | {"group", "holding", "holdings"}
_COMMON = (
    "first american national united general city state university bank new global international north south east west central"
    " royal public community county school hospital department college institute office services service health social the"
    " saint good best great open free all one two three capital advanced applied modern smart green blue red black white"
    " human people world home work career careers job jobs team talent next future your house museum center centre church"
    " federal regional western eastern northern southern digital data media design law legal medical children"
)
_TOO_COMMON = frozenset(_COMMON.split())


@lru_cache(maxsize=256)
def _names(organization: str) -> tuple[str, ...]:
    """List what an organization may be called in a sentence, the longest first."""
    name = " ".join(plain(organization).lower().split()).removeprefix("the ")
    names = {name}
    while (shorter := _without_ending(name)) != name:
        name = shorter
        names.add(name)
    words = re.findall(r"[\w&'-]+", name)
    if len(words) > 1 and len(words[0]) > 2 and words[0] not in _TOO_COMMON:
        names.add(words[0])
    if len(words) > 2:
        initials = "".join(word[0] for word in words if word not in {"of", "the", "and", "&", "for"})
        names |= {initials} if len(initials) > 2 else set()
    names = {n for n in names if len(n) > 1 and n not in _TOO_COMMON}
    return tuple(sorted(names, key=len, reverse=True))


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:the )?(?:{'|'.join(re.escape(n) for n in names)})(?!\w)")


def _without_ending(name: str) -> str:
    """Leave a legal form at the end out, though never a letter alone: "Team A" is a name."""
    rest, _, last = name.rpartition(" ")
    ends = last.replace(".", "") in _ENDINGS and len(last) > 1
    return rest.rstrip(" ,&+") if rest and ends else name


def with_firm(sentence: str, organization: str) -> str:
    """Put one word for the organization's name in a lower-case sentence."""
    names = _names(organization)
    return _pattern(names).sub(FIRM, sentence) if any(n in sentence for n in names) else sentence
