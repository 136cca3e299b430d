"""Whether two names may be one person's (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.fullname import name_key, split_name
from pipeline.model.namewords import GENERATIONS, PARTICLES, short_forms
from pipeline.model.texts import folded, spelled

_HE_OR_SHE = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}


class Spelled(NamedTuple):
    """What of a name tells people apart: its words in any order, and Jr. and Mrs. where it has them; "Dr." and "PhD" don't.

    `forms` are the words, and what may stand for one of them.
    """

    words: frozenset[str]
    forms: frozenset[str]
    generation: frozenset[str]
    he_or_she: str


@lru_cache(maxsize=1 << 12)
def spelled_name(name: str) -> Spelled:
    """Take apart what of a name tells people apart."""
    said = spelled(name).split()
    titles = [_HE_OR_SHE[word] for word in said[:1] if word in _HE_OR_SHE]
    words = words_in_name(name)
    forms = words.union(*map(_short, words), (word[0] for word in words))
    return Spelled(words, forms, frozenset(said[1:]) & GENERATIONS - {"v"}, "".join(titles))


def namesake_key(name: str) -> str:
    """Fold a name as `name_key` does, titles and degrees aside, but father and son apart."""
    return " ".join([name_key(name), *sorted({*folded(name).split()} & GENERATIONS - {"v"})])


@lru_cache(maxsize=1 << 12)
def _short(word: str) -> frozenset[str]:
    return frozenset(short_forms(word))


def words_in_name(name: str) -> frozenset[str]:
    """List the words of a name, titles and degrees aside."""
    found = split_name(name)
    return frozenset((spelled(f"{found.first} {found.last}") if found else spelled(name)).split())


def may_share(a: Spelled, b: Spelled) -> bool:
    """Tell whether two names at one address may be one person's: neither Jr. and Sr. nor Mr. and Mrs. tells them apart."""
    if a.words.isdisjoint(b.forms) and b.words.isdisjoint(a.forms):
        return False  # as nearly all, of many at one address
    return not told_apart(a, b) and may_be_one(a.words, b.words)


def told_apart(a: Spelled, b: Spelled) -> bool:
    """Tell whether two names of the same words say by Jr. and Sr., or by Mr. and Mrs., that they are two people's."""
    return any(x and y and x != y for x, y in ((a.generation, b.generation), (a.he_or_she, b.he_or_she)))


def pairs_that_may_share(names: Mapping[int, Spelled]) -> Iterator[tuple[int, int]]:
    """Find the pairs at one address whose names may be one person's; hundreds may share it, and most have no word in common."""
    by_word: dict[str, set[int]] = defaultdict(set)
    by_form: dict[str, set[int]] = defaultdict(set)
    for index, name in names.items():
        for word in name.words:
            by_word[word].add(index)
        for form in name.forms:
            by_form[form].add(index)
    like = {
        word: by_form[word].union(*(by_word[f] for f in (word[0], *_short(word)) if f in by_word))
        for word in tuple(by_word)
    }
    found: set[tuple[int, int]] = set()
    for index, name in names.items():
        others = sorted((like[word] for word in name.words), key=len)
        for other in others[0].intersection(*others[1:]) if others else ():
            found.add((min(index, other), max(index, other)))
    return ((i, j) for i, j in sorted(found) if i != j and may_share(names[i], names[j]))


def may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two names may be one person's: one has no word that the other hasn't, initials and short forms counted."""
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    rest = more - fewer
    return all(_is_in(word, rest) for word in fewer - more)


def _is_in(word: str, words: Collection[str]) -> bool:
    return any(
        word[0] == other[0] if min(len(word), len(other)) == 1 else _is_short_for(word, other)
        for other in words
    )


def _is_short_for(word: str, other: str) -> bool:
    """Tell whether one of two words is a usual short form of the other."""
    return word in _short(other) or other in _short(word)


def may_have_changed(before: str, now: str) -> bool:
    """Tell whether a name may have become another in life: a word, or a short form of it, stands in both."""
    words, others = words_in_name(before) - PARTICLES, words_in_name(now) - PARTICLES
    return bool(words & others) or any(_is_short_for(word, other) for word in words for other in others)
