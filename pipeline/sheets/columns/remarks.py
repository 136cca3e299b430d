"""Kinds of remark: a word tells which to ask about, a pattern whether it is one. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.sheets.columns.statewords import MONTH, WEEKDAY

A_DAY = "#"
"""Among the words that may stand before a remark: any number, month or weekday."""
_OF_A_DAY = re.compile(rf"\d+(?:st|nd|rd|th)?|{MONTH}[a-z]*|{WEEKDAY}|mon|tues?|wed|thu(?:rs)?|fri|sat|sun")


class Remark(NamedTuple):
    """A kind of remark: an example, words one of which it always holds, and the pattern that it begins with."""

    example: str
    words: str
    pattern: str


class Remarks(NamedTuple):
    """Kinds of remark before which the same words may stand, and what none of them may hold."""

    kinds: tuple[Remark, ...]
    before: frozenset[str] = frozenset()
    unless: str = ""


SHORT: Mapping[str, str] = {
    "abt": "about", "ans": "answer", "asst": "assistant", "resp": "response", "rsp": "response", "appt": "appointment", "convo": "conversation", "fb": "facebook", "hr": "hour", "hrs": "hours",
    "lft": "left", "li": "linkedin", "mins": "min", "mtg": "meeting", "mtgs": "meetings", "msg": "message", "msgs": "messages",
    "txt": "text", "txted": "texted", "whatsapped": "messaged", "inmailed": "messaged", "dmed": "messaged",
    "ooo": "out of office", "resched": "rescheduled", "sched": "scheduled", "spk": "spoke", "thru": "through", "thx": "thanks",
    "tnx": "thanks", "ty": "thank you", "vm": "voicemail", "vms": "voicemails", "w": "with", "wk": "week", "wks": "weeks",
}  # fmt: skip
"""What people shorten in notes."""
_WAY_AS_VERB = (
    r"\b(?:zoom|txt|text|whats ?app|dm|im|sms|skype|facetime|e ?mail|msg|ping|slack|call|phone) d\b"
)

Index = Mapping[str, Sequence[tuple[Remarks, Sequence[str]]]]
"""The groups by the words of their kinds, each with the patterns of the kinds that have the word."""


def by_word(groups: Iterable[Remarks]) -> Index:
    """List kinds of remark under each of their words."""
    found = defaultdict(list)
    for group in groups:
        patterns = defaultdict(list)
        for kind in group.kinds:
            for word in kind.words.split():
                patterns[word].append(kind.pattern)
        for word, having in patterns.items():
            found[word].append((group, having))
    return dict(found)


def written_out(said: str) -> str:
    """Write what people shorten in notes out in whole words; who “zoom'd” sent word, too."""
    words = said.split()
    if "d" in words:
        words = re.sub(_WAY_AS_VERB, "messaged", said).split()
    elif SHORT.keys().isdisjoint(words):
        return said
    return " ".join(SHORT.get(word, word) for word in words)


def begins_with(said: str, index: Index) -> bool:
    """Tell whether a text, folded as `spelled` does, begins with a remark of these kinds.

    Only those are asked about of which a word is there: most texts have none.
    """
    return any(
        _begins(rest, patterns) and not (group.unless and re.search(group.unless, rest))
        for word in index.keys() & said.split()
        for group, patterns in index[word]
        for rest in _rests(said, group.before)
    )


def _begins(said: str, patterns: Iterable[str]) -> bool:
    # By their text: each is compiled where it is first asked about.
    return any(re.match(pattern, said) for pattern in patterns)


def _rests(said: str, before: frozenset[str]) -> Iterator[str]:
    """Give the text, and what is left of it behind each word that may stand before."""
    yield said
    while " " in said:
        word, said = said.split(" ", 1)
        if word not in before and not (A_DAY in before and _OF_A_DAY.fullmatch(word)):
            return
        yield said
