"""A pattern over a clause, made ready when it is first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from pipeline.letters.checks.gates import gate
from pipeline.letters.checks.lexicon import expand


class Rule:
    """A pattern of the tables; it is tried only on a clause that has one of the words that it needs."""

    def __init__(self, pattern: str) -> None:
        self.source = pattern

    @cached_property
    def _gate(self) -> frozenset[str]:
        return gate(self.source)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(expand(self.source))

    def _open(self, words: frozenset[str]) -> bool:
        return not self._gate or not self._gate.isdisjoint(words)

    def found(self, text: str, words: frozenset[str]) -> bool:
        return self._open(words) and self._pattern.search(text) is not None

    def each(self, text: str, words: frozenset[str]) -> Iterable[re.Match[str]]:
        return self._pattern.finditer(text) if self._open(words) else ()

    def replaced(self, mask: str, text: str, words: frozenset[str]) -> str:
        return self._pattern.sub(mask, text) if self._open(words) else text


def read_table(table: str) -> list[tuple[str, str]]:
    """Read a table of lines "pattern -> the sentence that it is for"."""
    lines = [line.rpartition(" -> ") for line in table.strip().splitlines() if " -> " in line]
    return [(pattern.strip(), sentence.strip()) for pattern, _, sentence in lines]


def one_of(table: str) -> re.Pattern[str]:
    """Join the patterns of a table into one."""
    return re.compile("|".join(f"(?:{expand(pattern)})" for pattern, _ in read_table(table)))
