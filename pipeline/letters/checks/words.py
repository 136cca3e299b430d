"""Read a letter's words: one spelling for quotes and blanks, sentences, clauses, and what is denied."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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
    r"\b(dr|mr|mrs|ms|prof|st|inc|co|corp|ltd|jr|sr|ph\.d|m\.d|e\.g|i\.e|a\.m|p\.m|vs|etc|no|dept|approx|u\.s|c\.v)\.(?=\s)",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"')\]]*\s+|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)")
_ASIDES = re.compile(r"\s*\(([^()]*)\)|\s*(?:—|--|\s-\s)\s*([^—()]{1,120}?)\s*(?:—|--|\s-\s)\s*")
_CLAUSES = re.compile(
    r"[;:]|—|--|\s-\s"
    r"|,? \b(?:but|however|yet|though|although|whereas|nor|except|unless|even so|so that|nevertheless|while)\b"
    r"|,? and (?:i|we|am|do|would|will|want|need|hope|seek|look|have|if|please|so|perhaps|maybe|could|can|are|is)\b"
    r"|, (?:i|it|it's|that's|we|please|so|do|does|are|is|if|let|can|could|would|just|only|merely|simply)\b|, and\b|\?"
)
_PROMISES = re.compile(
    r", i (?:promise|assure you|should say|must say|stress|repeat|should add|hasten to \w+),"
)
_NO_DENIAL = re.compile(
    r"(?:\bnot|n't|\bcannot)\s+(?:\w+ly )?(?:just|only|merely|simply|solely|exclusively|sure|certain|know|regret|be sorry|have (?:a|any) (?:job|work|position)|mind|suppose|imagine|afraid|ashamed"
    r"|shy|hesitate|hesitant|forget|doubt|help|hide|too|opposed|averse|against|object|refuse|wait|surprisingly"
    r"|(?:yet )?(?:found|find) (?:a |any )?(?:\w+ )?(?:job|work|position|opening)|had any luck|been able|managed|heard|a day|for nothing|say no)\b"
    r"|\bno (?:doubt|matter|secret|harm|less|longer|better|one|sooner|wonder|more than)\b|^\s*no,"
    r"|\bnever\b.{0,40}\b(?:more|as much|so much)\b|\bnever (?:hesitate|forget|mind)\b|\bwhy not\b|\bif not\b|\bwhether or not\b|\bor not\b"
    r"|\b(?:do|does|are|is|would|could|can|wo|won|have|has|should|were|was|might|ca)n't (?:you|there|your|it|we)\b"
    r"|\b(?:do|does|are|is|would|could|can|will|have|has|might) (?:you|there|your \w+) not\b|\bnot a moment too soon\b"
)
_DENIALS = re.compile(
    r"\bnot\b|n't\b|\bnever\b|\bno\b|\bneither\b|\bnor\b|\bwithout\b|\brather than\b|\binstead of\b|\bcannot\b"
    r"|\bfar from\b|\blast thing\b|\bnothing to do with\b|\bleast of all\b|\blet alone\b|\bmuch less\b|\brefrain from\b"
    r"|\bavoid\b|\bneedn't\b|\bhardly\b|\bnothing like\b|\bnothing in (?:this|my)\b|\banything but\b"
)
_DENIED_AT_ONCE = re.compile(
    r"(?:\bnot(?: to (?:ask|look|apply)(?: you)?)?|\bnever|\bno|\bneither|\bnor|\bwithout|\brather than|\binstead of|\bleast of all"
    r"|\blet alone|\bmuch less|\banything but)"
    r"(?: (?:a|an|any|the|for|about|of|with|from|this|as|in|even|asking|looking|applying|at all|necessarily))*\s*$"
)
_DENIED_AFTER = re.compile(
    r"^(?:[\w' ]{0,60}? )?(?:is|are|was|were|would be)(?: not|n't| never)? ?(?:at all )?"
    r"(?:what|why|my (?:purpose|aim|goal|intention|reason)|the (?:point|reason|purpose|aim|last thing)|something|on my mind|in question|my question)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in lower case and plain spelling; `quoted` where the letter quotes an earlier message."""

    text: str
    quoted: bool = False


def plain(text: str) -> str:
    """Spell alike what looks alike: quotes, dashes, accents, widths; nothing invisible."""
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(
        c
        for c in text
        if not unicodedata.combining(c) and (c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"})
    )


def name_words(text: str) -> set[str]:
    """Split names into comparable words: case, accents, apostrophes and single initials aside."""
    umlauts = text.lower().translate(_UMLAUTS)
    words: set[str] = set()
    for spelling in (text, umlauts):
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
    text = _ABBREVIATIONS.sub(lambda m: m[1].replace(".", ""), plain(text))
    for piece in _SENTENCE_ENDS.split(text):
        sentence = _PROMISES.sub("", " ".join(piece.lower().split()))
        if not sentence:
            continue
        yield _ASIDES.sub(" ", sentence).strip()
        for aside in _ASIDES.finditer(sentence):
            yield (aside[1] or aside[2] or "").strip()


def clause_before(sentence: str, start: int) -> str:
    """Return what stands before a place in its own clause; a clause that "nor" begins keeps it."""
    begin = 0
    for boundary in _CLAUSES.finditer(sentence, 0, start):
        begin = boundary.start() if boundary[0].strip(", ").startswith("nor") else _start_of_words(boundary)
    return sentence[begin:start]


def _start_of_words(boundary: re.Match[str]) -> int:
    """ ", and i" begins a clause whose first word is "i"."""
    words = re.match(r"[;:,—?\s-]*(?:and|but|however|yet)?\b", boundary[0])
    return boundary.start() + (words.end() if words else 0)


def denied(sentence: str, start: int, end: int, *, at_once: bool = True) -> bool:
    """Tell whether words are clearly denied: an odd number of denials before and in them, or one after.

    With `at_once` one right before is enough, whatever stands earlier: "I am not asking for advice, not for a job".
    """
    before = clause_before(sentence, start)
    if at_once and _DENIED_AT_ONCE.search(_NO_DENIAL.sub(" ", before)):
        return True
    if _DENIED_AFTER.match(sentence[end:].lstrip()) and re.match(
        r".{0,75}?(?:\bnot\b|n't|\bnever\b|last thing)", sentence[end:]
    ):
        return True
    return len(_DENIALS.findall(_NO_DENIAL.sub(" ", before + sentence[start:end]))) % 2 == 1


def quote(text: str, limit: int = 90) -> str:
    """Quote words found, shortened."""
    text = " ".join(text.split())
    return f"“{text if len(text) <= limit else text[: limit - 1].rstrip() + '…'}”"


def block(check: str, rule: str, message: str) -> Finding:
    return Finding(check, rule, Level.BLOCK, message)


def warn(check: str, rule: str, message: str) -> Finding:
    return Finding(check, rule, Level.WARN, message)


def whole(letter: Letter) -> str:
    """Join subject and body, as two paragraphs."""
    return f"{letter.subject}\n\n{letter.body}"
