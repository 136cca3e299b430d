"""A full name taken apart, as far as that can be done without guessing. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLES = {
    "dr": "Dr.", "doctor": "Dr.", "prof": "Professor", "professor": "Professor", "mr": "Mr.", "mrs": "Mrs.", "ms": "Ms.",
    "miss": "Miss", "mx": "Mx.", "rev": "Rev.", "judge": "Judge", "dean": "Dean",
}  # fmt: skip
_AFTER = re.compile(
    r"(jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|mba|mph|msw|lcsw|rn|cpa|esq|j\.?d|d\.?o|ed\.?d|dds|dvm|pe|pmp|mha|msn|facp|m\.?s|m\.?a|b\.?a|b\.?s)\.?",
    re.IGNORECASE,
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset({
    "van", "von", "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "lo", "el", "al", "bin",
    "ibn", "ben", "ter", "ten", "zu", "zur", "af", "av", "st.", "san", "santa", "mac",
})  # fmt: skip
_SEVERAL = re.compile(r"\s(?:&|\+|and|und|et)\s|/|;|@|\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FullName:
    """A name's parts; `salutation` is filled where the name came with a title ("Dr. Okafor")."""

    first: str
    last: str
    salutation: str = ""


def split_name(text: str) -> FullName | None:
    """Take "Ada Okafor", "Okafor, Ada" or "Dr. Ludwig van der Berg, PhD" apart.

    What stands in brackets is dropped. None for a blank, and for what is no one person's name ("Ann and Joe Fox").
    """
    name = re.sub(r"\s*[(\[\"“][^)\]\"”]*[)\]\"”]", " ", text)
    if _SEVERAL.search(name):
        return None
    before, *rest = [part.strip() for part in name.split(",")]
    rest = [part for part in rest if part and not _only_after(part)]
    if len(rest) > 1 or not (before or rest):
        return None
    if rest:
        title, given = _without_title(rest[0].split())
        return _full(title, given, before.split())
    title, words = _without_title(before.split())
    while len(words) > 2 and _comes_after(words[-1]):
        words = words[:-1]
    at = next((i for i in range(1, len(words)) if words[i].casefold() in _PARTICLES), len(words) - 1)
    if title and len(words) == 1:
        return _full(title, [], words)
    return _full(title, words[: max(at, 1)], words[max(at, 1) :])


def _full(title: str, given: list[str], family: list[str]) -> FullName | None:
    while len(family) > 1 and _comes_after(family[-1]):
        family = family[:-1]
    first, last = " ".join(given), " ".join(family)
    if not (first or last):
        return None
    return FullName(first, last, f"{title} {last}" if title and last else "")


def _without_title(words: list[str]) -> tuple[str, list[str]]:
    title = ""
    while len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES:
        title, words = title or _TITLES[words[0].casefold().rstrip(".")], words[1:]
    return title, words


def _only_after(text: str) -> bool:
    return all(_comes_after(word) for word in text.split())


def _comes_after(word: str) -> bool:
    """Tell "Jr." and "MD" from names: Ma and Do are names, MA and DO are degrees."""
    generation = word.casefold().rstrip(".") in _GENERATIONS
    return generation or (bool(_AFTER.fullmatch(word)) and word != word.capitalize())
