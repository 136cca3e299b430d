"""Which beginnings of words a pattern cannot do without: a clause that has none of them need not be tried.

Some 300 patterns would cost a letter of 100,000 characters many seconds; with their gates it is under one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pipeline.letters.checks.lexicon import named_piece

LENGTH = 4
_ATOM = re.compile(r"\\[bBwWsSdD]|\[[^\]]*\]|\\.|[\^$.]|.", re.DOTALL)
_NAME = re.compile(r"\{([a-z]+)\}")
_REPEAT = re.compile(r"[?*+]\??|\{(\d*),?\d*\}\??")
_COMMON_WORDS = (
    "i you a an the to of in for is are have your my me be do any at on with it that this not would could and if as was"
    " can may or will who has had"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def beginnings(text: str) -> frozenset[str]:
    """List the beginnings of all words in a text, up to four letters long."""
    return frozenset(word[:n] for word in text.split() for n in range(1, min(len(word), LENGTH) + 1))


def gate(pattern: str) -> frozenset[str]:
    """List beginnings of words of which any match has at least one; empty where nothing is sure."""
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        needed = _needed(alternative, word_starts=True)[0]
        if not needed:
            return frozenset()
        found |= needed
    return frozenset(found)


@cache
def _alternatives(pattern: str) -> tuple[str, ...]:
    """Split at the bars outside of brackets."""
    parts: list[str] = []
    depth = begin = at = 0
    while at < len(pattern):
        atom = _atom(pattern, at)
        depth += (atom == "(") - (atom == ")")
        if atom == "|" and not depth:
            parts.append(pattern[begin:at])
            begin = at + 1
        at += len(atom)
    return (*parts, pattern[begin:])


@cache
def _needed(sequence: str, *, word_starts: bool) -> tuple[frozenset[str], bool]:
    """Choose the rarest of the sets that a sequence needs one of; and tell whether a word starts after it."""
    choices: list[set[str]] = []
    word = ""
    for atom, optional, repeated in _atoms(sequence):
        if _NAME.fullmatch(atom):
            choices += [{word}] if word else []
            word = ""
            needed = _of_piece(atom[1:-1])
            if needed and not optional:
                choices.append(set(needed))
            word_starts = False
        elif atom[0] == "(":
            choices += [{word}] if word else []
            word = ""
            body = re.match(r"\((\?(?:[:=!]|<[=!]|P<\w+>))?(.*)\)$", atom, re.DOTALL)
            if not body or body[1] in {"?=", "?!", "?<=", "?<!"}:
                continue
            inner = [_needed(part, word_starts=word_starts) for part in _alternatives(body[2])]
            if not optional and all(needed for needed, _ in inner):
                choices.append(set().union(*(needed for needed, _ in inner)))
            word_starts = all(starts for _, starts in inner)
        elif (
            len(atom) == 1
            and (atom.isalnum() or atom == "'")
            and not optional
            and not repeated
            and (word_starts or word)
        ):
            word, word_starts = word + atom, False
        else:
            if word and atom.isalnum() and not optional:
                word += atom
            choices += [{word}] if word else []
            word = ""
            word_starts = atom in {" ", "\\b", "^"}
    choices += [{word}] if word else []
    cut = [{begin[:LENGTH] for begin in choice} for choice in choices]
    return frozenset(min(cut, key=_cost, default=set())), word_starts


def _atom(pattern: str, at: int) -> str:
    """Read one character, class or escape."""
    if pattern[at] not in "\\[":
        return pattern[at]
    step = _ATOM.match(pattern, at)
    return step[0] if step else pattern[at]


@cache
def _of_piece(name: str) -> frozenset[str]:
    return gate(named_piece(name))


def _atoms(sequence: str) -> list[tuple[str, bool, bool]]:
    """Read characters, classes and groups, each with whether it may be left out."""
    found: list[tuple[str, bool, bool]] = []
    at = 0
    while at < len(sequence):
        name = _NAME.match(sequence, at) if sequence[at] == "{" else None
        end = name.end() if name else at + len(_atom(sequence, at))
        end = _group_end(sequence, at) if sequence[at] == "(" else end
        repeat = _REPEAT.match(sequence, end) if sequence[end : end + 1] in {"?", "*", "+", "{"} else None
        optional = repeat is not None and (repeat[0][0] in "?*" or (repeat[1] in {"0", ""}))
        found.append((sequence[at:end], optional, bool(repeat)))
        at = repeat.end() if repeat else end
    return found


def _group_end(sequence: str, at: int) -> int:
    depth = 0
    while at < len(sequence):
        atom = _atom(sequence, at)
        depth += (atom == "(") - (atom == ")")
        at += len(atom)
        if not depth:
            break
    return at


def _cost(choice: Iterable[str]) -> int:
    return sum(50 if begin in _COMMON else 1 for begin in choice)
