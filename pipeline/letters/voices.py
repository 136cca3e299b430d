"""Voices: which wording of each sentence a person's letters have, so that people who compare see no form. Pure.

A voice is a number that stands for a polynomial modulo five, as in a Reed-Solomon code: two voices have the same wording in
at most two of five sentences that follow one another, and two of one family (twenty-five) in at most one of the first five.
The first family is given out before the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256

from pipeline.model import Contact
from pipeline.model.texts import folded

_BASE = 5
_WORDS = _BASE**2
VOICES = _BASE**3
_WEIGHTS = (4, 4, 3, 3, 2, 1, 1, 1)
PLAIN = 0
"""The voice in which the first wording of each sentence is taken."""


def wording(voice: int, place: int, choices: int) -> int:
    """Choose among the wordings of a letter's nth sentence."""
    digits = voice % _BASE, voice // _BASE % _BASE, voice // _WORDS
    turn, x = place // _BASE, place % _BASE
    a, b, c = (digits[(turn + i) % 3] for i in range(3))
    return (a + b * x + c * x * x) % _BASE % choices


def voices_for(
    people: Iterable[Contact], known: Mapping[str, int], contacts: Mapping[str, Contact]
) -> dict[str, int]:
    """Give each person a voice, for good: one that the fewest at their organization and elsewhere have, and least like theirs."""
    given = dict(known)
    for c in sorted(people, key=lambda c: _spread(c.id)):
        if c.id not in given:
            given[c.id] = _least_heard(c, given, contacts)
    return given


def _least_heard(c: Contact, given: Mapping[str, int], contacts: Mapping[str, Contact]) -> int:
    firm = folded(c.organization)
    there = Counter(
        v for i, v in given.items() if firm and i in contacts and folded(contacts[i].organization) == firm
    )
    anywhere, start = Counter(given.values()), _spread(c.id)

    def heard(voice: int) -> tuple[int, int, int]:
        return there[voice], anywhere[voice], voice // _WORDS

    def likeness(voice: int) -> tuple[int, int, int]:
        likenesses = [_alike(voice, other) for other in anywhere]
        nearby = max((_alike(voice, other) for other in there), default=0)
        return nearby, max(likenesses, default=0), sum(n * n for n in likenesses)

    voices = [(start + n) % VOICES for n in range(VOICES)]
    least = min(map(heard, voices))
    return min((v for v in voices if heard(v) == least), key=likeness)


@cache
def _alike(one: int, other: int) -> int:
    """Weigh how much two voices have in common: the longest sentences of a letter come first."""
    both = zip(_WEIGHTS, _wordings(one), _wordings(other), strict=True)
    return sum(weight for weight, mine, theirs in both if mine == theirs)


@cache
def _wordings(voice: int) -> tuple[int, ...]:
    return tuple(wording(voice, place, _BASE) for place in range(len(_WEIGHTS)))


def _spread(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8])
