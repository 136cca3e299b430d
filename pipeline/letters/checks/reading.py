"""What the judge of requests (R2) sees in a sentence: words, pairs of words, the kinds that they are of; runs of letters."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.letters.checks.clauses import Clause, clauses, denied_words, normal
from pipeline.letters.checks.firm import with_firm
from pipeline.letters.checks.spelling import mended
from pipeline.letters.checks.vocabulary import kind_of

Signs = frozenset[str]

# How far apart two kinds may stand and still be seen together.
_NEAR = 6
_NUMBER = re.compile(r"\w*\d\w*")
# Runs of so many letters, in so many places: what falls together weighs together.
_RUNS, RUN_PLACES = (3, 4, 5, 6), 1 << 14


class Reading(NamedTuple):
    """A sentence as it is weighed: its words in normal form, and its signs: of the whole, then of each clause if there are several."""

    words: str
    signs: tuple[Signs, ...]


def read_sentence(sentence: str, organization: str = "") -> Reading:
    """Read a plain, lower-case sentence."""
    return _read(with_firm(sentence, organization), sentence.rstrip("\"')").endswith("?"))


@lru_cache(maxsize=1024)
def _read(sentence: str, question: bool) -> Reading:
    """Read a sentence once: the letters of a day share most of theirs."""
    parts = clauses(normal(mended(sentence)))
    asked = {"?"} if question else set[str]()
    signs = [frozenset(_signs(clause) | asked) for clause in parts]
    whole = frozenset[str]().union(*signs)
    return Reading(
        " ".join([*(clause.text for clause in parts), *asked]), (whole, *(signs if len(signs) > 1 else ()))
    )


def runs(words: str) -> set[int]:
    """List the places of the runs of letters in some words, across their ends: slips, endings and set phrases in one."""
    letters = f" {words} ".encode()
    return {
        zlib.crc32(letters[at : at + length]) % RUN_PLACES
        for length in _RUNS
        for at in range(len(letters) - length + 1)
    }


def _signs(clause: Clause) -> set[str]:
    marks = ["~" if denied else "" for denied in denied_words(clause)]
    said = _NUMBER.sub("0", clause.text).split()
    words = ["^", *(mark + word for mark, word in zip(marks, said, strict=True)), "$"]
    kinds = ["^", *(mark + kind_of(word) for mark, word in zip(marks, said, strict=True)), "$"]
    seen = {*words, *(" ".join(pair) for pair in pairwise(words))}
    for length in (1, 2, 3):
        seen.update(" ".join(run) for run in _runs(kinds, length) if any(map(str.isupper, run)))
    seen.update(_apart(kinds), _outline(kinds))
    return seen | ({f"{clause.lead}:"} if clause.lead else set())


def _runs(items: list[str], length: int) -> Iterable[list[str]]:
    return (items[at : at + length] for at in range(len(items) - length + 1))


def _apart(kinds: list[str]) -> Iterable[str]:
    """Pair kinds that stand near each other: "WISH … FIRM"."""
    for at, kind in enumerate(kinds):
        if kind.isupper():
            yield from (f"{kind} … {other}" for other in kinds[at + 2 : at + 1 + _NEAR] if other.isupper())


def _outline(kinds: list[str]) -> Iterable[str]:
    """Leave out what is of no kind, and what repeats the one before: "SELF>WISH>ENTER>ORG"."""
    known = [kind for kind in kinds if kind.isupper()]
    bare = [kind for kind, before in zip(known, ["", *known], strict=False) if kind != before]
    return (">".join(run) for length in (2, 3, 4) for run in _runs(bare, length))
