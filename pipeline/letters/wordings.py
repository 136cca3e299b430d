"""The numbered wordings in a template, `1| …`, `2| …`: a letter has one of each sentence. Pure.

A voice says which, a digit a place: the subject's first, then the sentences' in their order. Of an if and its else only one
is in a letter, so they have the same places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

PLAIN = ""
"""The voice in which the first wording of each sentence is taken."""
SOFT = "\1"  # ends a wording that was taken, which makes one paragraph with those that follow
MARKS = "\1\2\3"
_WORDING = re.compile(r"^([1-9])\|[ \t]?(.*)$")
_BRANCH = re.compile(r"^\{% (if|elif|else|endif)\b[^%]*%\}$")
_MARKED = re.compile("\2(\\d+) (\\d+)\3([^\3]*)\3(?:\n|$)")


class Worded(NamedTuple):
    """A sentence of a template: its wordings as they stand there; `first`: the first one's line, counted from 0."""

    place: int
    first: int
    wordings: tuple[str, ...]

    def in_voice(self, voice: str) -> int:
        """Return which of its wordings a voice has, counted from 0; a place that the voice has nothing for, the first."""
        return (int(voice[self.place]) - 1) % len(self.wordings) if self.place < len(voice) else 0


@lru_cache(maxsize=64)
def worded(text: str) -> tuple[Worded, ...]:
    """Find the sentences of a template that have wordings; the next `1|` begins another."""
    lines = text.split("\n")
    return tuple(
        Worded(place, first, tuple(_WORDING.sub(r"\2", line).rstrip() for line in lines[first:last]))
        for place, first, last in _placed(lines)
    )


def marked(text: str) -> str:
    """Mark each wording in a template, on its line, so that it can be told once the template is filled in."""
    lines = text.split("\n")
    for number, sentence in enumerate(worded(text)):
        for n, wording in enumerate(sentence.wordings):
            lines[sentence.first + n] = f"\2{number} {n}\3{wording}\3"
    return "\n".join(lines)


def taken(filled_in: str, text: str, voice: str) -> str:
    """Take one wording of each sentence of a template that is marked and filled in; the others leave nothing behind."""
    known = worded(text)
    return _MARKED.sub(
        lambda m: f"{m[3]}{SOFT}\n" if known[int(m[1])].in_voice(voice) == int(m[2]) else "", filled_in
    )


def present(filled_in: str, text: str) -> list[Worded]:
    """List the sentences that conditions have left in a template that is marked and filled in."""
    known = worded(text)
    return [known[n] for n in dict.fromkeys(int(m[1]) for m in _MARKED.finditer(filled_in))]


def _placed(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Find place, first line and one past the last of each sentence."""
    place, first, outer = 0 if lines[0].startswith("1|") else 1, 0, list[tuple[int, int]]()
    before = 0
    for i, line in enumerate([*lines, ""]):
        number = int(wording[1]) if (wording := _WORDING.match(line)) else 0
        if not before or number != before + 1:
            if first < i:
                yield place, first, i
                place += 1
            first = i if line.startswith("1|") else i + 1
        before = number
        tag = _BRANCH.match(line)
        if tag and tag[1] == "if":
            outer.append((place, place))
        elif tag and outer:
            begun, most = outer.pop()
            most = max(most, place)
            place = most if tag[1] == "endif" else begun
            if tag[1] != "endif":
                outer.append((begun, most))
