"""Read a letter's words: one spelling for quotes and blanks, and sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Finding, Letter, Level

_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "′": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "—",
        "―": "—",
        "‒": "—",
        "‐": "-",
        "‑": "-",
        "…": "...",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
    }
)
_UMLAUTS = str.maketrans({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("å"): "aa", ord("ø"): "oe"})
_ABBREVIATIONS = re.compile(
    r"\b(dr|mr|mrs|ms|prof|st|inc|co|corp|ltd|jr|sr|capt|col|lt|sgt|gov|rev|wm|geo|chas|thos|robt|rte|hwy|bldg|ph\.d|m\.d|e\.g|i\.e|a\.m|p\.m|vs|etc|no|dept|approx|u\.s|c\.v)\.(?=\s)"
)
_ABBREVIATIONS_AS_WRITTEN = f"(?i){_ABBREVIATIONS.pattern}"
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"')\]]*\s+|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)")
_ASIDES = r"\s*\(([^()]*)\)|\s*(?:—|--|\s-\s)\s*([^—()]{1,120}?)\s*(?:—|--|\s-\s)\s*"
_ASIDE_MARKS = ("(", "—", "--", " - ")
_PROMISES = re.compile(
    r", i (?:promise|assure you|should say|must say|stress|repeat|should add|hasten to \w+),"
)


class Sentence(NamedTuple):
    """A sentence in lower case and plain spelling; `quoted` where the letter quotes an earlier message."""

    text: str
    quoted: bool = False


def plain(text: str) -> str:
    """Spell alike what looks alike: quotes, dashes, accents, widths; nothing invisible."""
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text  # as nearly all
    return "".join(
        c
        for c in text
        if not unicodedata.combining(c) and (c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"})
    )


def name_words(text: str) -> set[str]:
    """Split names into comparable words: case, accents, apostrophes and single initials aside."""
    words: set[str] = set()
    for spelling in (text,) if text.isascii() else (text, text.lower().translate(_UMLAUTS)):
        words.update(re.findall(r"[^\W\d_]{2,}", plain(spelling).lower().replace("'", "")))
    return words


def own_lines(body: str) -> str:
    """Leave out what is quoted from an earlier message."""
    return "\n".join(line for line in body.splitlines() if not line.lstrip().startswith(">"))


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences in plain lower case; asides stand by themselves after their sentence."""
    own = [Sentence(s) for s in _split(own_lines(text))]
    quoted = "\n".join(line.lstrip("> \t") for line in text.splitlines() if line.lstrip().startswith(">"))
    return (*own, *(Sentence(s, quoted=True) for s in _split(quoted)))


def _split(text: str) -> Iterator[str]:
    text = _ABBREVIATIONS.sub(lambda m: m[1].replace(".", ""), plain(text).lower())
    for piece in _SENTENCE_ENDS.split(text):
        sentence = _PROMISES.sub("", " ".join(piece.split()))
        if not sentence:
            continue
        if not any(mark in sentence for mark in _ASIDE_MARKS):
            yield sentence.strip()
            continue
        yield re.sub(_ASIDES, " ", sentence).strip()
        for aside in re.finditer(_ASIDES, sentence):
            yield (aside[1] or aside[2] or "").strip()


def in_own_words(sentence: str, text: str) -> str:
    """Find in a text the sentence that `sentences` made plain, as its writer wrote it."""
    # A dot of its own, which plain spelling turns into the usual one.
    kept = re.sub(_ABBREVIATIONS_AS_WRITTEN, r"\1․", text)
    lines = "\n".join(line.lstrip("> \t") for line in kept.splitlines())
    pieces = (piece.replace("․", ".") for piece in _SENTENCE_ENDS.split(lines))
    return next((" ".join(piece.split()) for piece in pieces if sentence in _split(piece)), sentence)


def said_in(letter: Letter, sentence: str) -> str:
    """Quote a plain sentence in the words of the letter's writer."""
    return quote(in_own_words(sentence, whole(letter)))


def quote(text: str, limit: int = 90) -> str:
    """Quote words found, shortened by whole words where there is more than one."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return f"“{text}”"
    kept = text[:limit].rpartition(" ")[0] or text[:limit]
    return f"“{kept.rstrip(' ,;:')}…”"


def block(check: str, rule: str, message: str) -> Finding:
    return Finding(check, rule, Level.BLOCK, message)


def warn(check: str, rule: str, message: str) -> Finding:
    return Finding(check, rule, Level.WARN, message)


def whole(letter: Letter) -> str:
    """Join subject and body, as two paragraphs."""
    return f"{letter.subject}\n\n{letter.body}"
