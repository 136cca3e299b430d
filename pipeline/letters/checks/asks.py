"""No letter asks for a job (R2): each sentence is weighed by what it has in common with requests, and with innocent talk.

The weights were learned from labeled sentences (docs/checks.md). What weighs much blocks, what weighs less warns.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import repeat

from pipeline.letters.checks import weights
from pipeline.letters.checks.reading import Reading, read_sentence, runs
from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import block, said_in, sentences, warn
from pipeline.model import Finding, Letter, Level

NAME, RULE = "asks-for-job", "R2"
# In hundredths, like the weights; chosen by the rates among sentences that were not learned from.
_BLOCKS, _WARNS = 380, -40
# So short a sentence may go on from the one before: "I have one request. A job."
_SHORT = 6


def asks_for_job(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Find the sentences that ask for a job, or may be read so (R2)."""
    organization = situation.contact.organization
    for sentence, score in (*scored(letter.subject, organization), *scored(letter.body, organization)):
        if score >= _BLOCKS:
            yield block(
                NAME,
                RULE,
                f"{said_in(letter, sentence)} asks for a job. Ask for information and advice instead, "
                "or say that you are not asking for a job.",
            )
        elif score >= _WARNS:
            yield warn(
                NAME,
                RULE,
                f"{said_in(letter, sentence)} could be read as asking for a job. Reword it if it is not "
                "about their own work.",
            )


def judge(text: str, organization: str = "") -> Level | None:
    """Judge a text by itself: block, warn, or nothing."""
    highest = max((score for _, score in scored(text, organization)), default=_WARNS - 1)
    return Level.BLOCK if highest >= _BLOCKS else Level.WARN if highest >= _WARNS else None


def scored(text: str, organization: str) -> list[tuple[str, int]]:
    """Weigh each sentence of a text by the reading that speaks most for a request, in hundredths."""
    found: list[tuple[str, int]] = []
    for sentence, own, joined in read_sentences(text, organization):
        told = bool(found) and found[-1][1] >= _WARNS
        found.append((sentence, max(map(_weight, (own,) if told or not joined else (own, joined)))))
    return found


def read_sentences(text: str, organization: str) -> list[tuple[str, Reading, Reading | None]]:
    """Read each sentence of a text by itself; a short one also together with the one before."""
    found: list[tuple[str, Reading, Reading | None]] = []
    for sentence in (s.text for s in sentences(text) if not s.quoted):
        own = read_sentence(sentence, organization)
        goes_on = bool(found) and len(sentence.split()) <= _SHORT
        found.append((sentence, own, _joined(found[-1][1], own) if goes_on else None))
    return found


def _joined(before: Reading, after: Reading) -> Reading:
    return Reading(f"{before.words} {after.words}", (before.signs[0] | after.signs[0],))


@lru_cache(maxsize=1024)
def _weight(read: Reading) -> int:
    table, places = _table(), _places()
    letters = sum(map(places.__getitem__, runs(read.words)))
    known = (sum(map(table.__getitem__, table.keys() & signs)) for signs in read.signs)
    return weights.BIAS + letters + max(known)


@cache
def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in weights.TABLE.strip().splitlines():
        weight, signs = line.split("\t")
        table.update(zip(signs.split("|"), repeat(int(weight))))
    return table


@cache
def _places() -> tuple[int, ...]:
    """Unpack what each place weighs: a byte each, 128 for nothing."""
    return tuple(byte - 128 for byte in b64decode(weights.RUNS))
