"""Which beginnings of words a pattern cannot do without: a clause that has none of them need not be tried.

Some 500 patterns would cost a letter of 100,000 characters many seconds; with their gates it is under one.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.letters.checks.lexicon import named_piece

LENGTH = 4
_TOKEN = re.compile(
    r"\{[a-z]+\}"  # a piece of the lexicon
    r"|(?:[^\W_]|')+(?![?*+{])"  # letters, each as it stands
    r"|\[[^\]]*\]|\\."
    r"|\((?:\?(?:[:=!]|<[=!]|P<\w+>))?"
    r"|[?*+]\??|\{\d*,?\d*\}\??"
    r"|.",
    re.DOTALL,
)
_LOOKS_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_COMMON_WORDS = (
    "i you a an the to of in for is are have your my me be do any at on with it that this not would could and if as was"
    " can may or will who has had"
)
_COMMON = frozenset(_COMMON_WORDS.split())

Beginnings = frozenset[str]


def beginnings(text: str) -> Beginnings:
    """List the beginnings of all words in a text, up to four letters long."""
    return frozenset(word[:n] for word in text.split() for n in range(1, min(len(word), LENGTH) + 1))


def gate(pattern: str) -> Beginnings:
    """List beginnings of words of which any match has at least one; empty where nothing is sure."""
    return _Reading(pattern).alternatives(word_starts=True)[0]


@cache
def _of_piece(name: str) -> Beginnings:
    return gate(named_piece(name))


class _Reading:
    """A pattern as it is read, once, from its beginning to its end."""

    def __init__(self, pattern: str) -> None:
        self._tokens = [*_TOKEN.findall(pattern), ""]
        self._at = 0

    def alternatives(self, *, word_starts: bool) -> tuple[Beginnings, bool]:
        """Read to the end of a group: what each of its alternatives needs, and whether a word starts after it."""
        read = [self._sequence(word_starts)]
        while self._tokens[self._at] == "|":
            self._at += 1
            read.append(self._sequence(word_starts))
        all_sure = all(needed for needed, _ in read)
        needed = frozenset[str]().union(*(needed for needed, _ in read)) if all_sure else frozenset[str]()
        return needed, all(starts for _, starts in read)

    def _sequence(self, word_starts: bool) -> tuple[Beginnings, bool]:
        """Choose the rarest of the sets that a sequence needs one of; tell whether a word starts after it."""
        choices: list[Beginnings] = []
        word = ""
        while (token := self._tokens[self._at]) not in ("|", ")", ""):
            self._at += 1
            is_word = token[0].isalnum() or token[0] == "'"
            if is_word:
                optional, repeated = self._repeat()
                if not optional and (word or (word_starts and not repeated)):
                    word, word_starts = word + token, False
                    if not repeated:
                        continue
            choices += [frozenset({word})] if word else []
            word = ""
            if token[0] == "(":
                needed, starts = self.alternatives(word_starts=word_starts)
                self._at += 1
                optional, _ = self._repeat()
                if token in _LOOKS_AROUND:
                    continue
                choices += [needed] if needed and not optional else []
                word_starts = starts
            elif token[0] == "{" and token[1:-1].isalpha():
                optional, _ = self._repeat()
                needed = _of_piece(token[1:-1])
                choices += [needed] if needed and not optional else []
                word_starts = False
            elif is_word:
                word_starts = False
            else:
                self._repeat()
                word_starts = token in (" ", "\\b", "^")
        choices += [frozenset({word})] if word else []
        cut = [frozenset(begin[:LENGTH] for begin in choice) for choice in choices]
        return min(cut, key=_cost, default=frozenset()), word_starts

    def _repeat(self) -> tuple[bool, bool]:
        """Read how often the token before may stand: whether it may be left out, and whether it may be repeated."""
        token = self._tokens[self._at]
        if token[:1] not in ("?", "*", "+", "{") or token[1:-1].isalpha():
            return False, False
        self._at += 1
        return token[0] in "?*" or token[1:2] in ("0", ","), True


def _cost(choice: Beginnings) -> int:
    return sum(50 if begin in _COMMON else 1 for begin in choice)
