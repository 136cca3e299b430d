"""Automatic replies that say that somebody is gone for good, not only away, and where they are now."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from datetime import date
from email.message import Message
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from pipeline.mail.incoming.absence import date_stops, says_absent
from pipeline.mail.incoming.dates import return_date, speaks_of_return
from pipeline.mail.incoming.headers import sender_name, sender_of
from pipeline.mail.incoming.leavingwords import (
    FOR_NOW,
    I_LEFT,
    NOT_THEIRS,
    ON_LEAVE,
    SAYS_GONE,
    SINCE_TODAY,
    STILL_HERE,
)
from pipeline.mail.incoming.people import plain_words

# What is said before an address of one's own, on the same line or the next.
_OWN_WORDS = re.compile(
    r"\b(?:(?:reach|contact|find|mail|e-?mail|write|follow)(?: to)? me|be reached|my (?:new|private|personal|current)|i(?: am|['’]m) now|neuen? (?:e-?mail-?|mail-?)?adresse|erreichen (?:sie )?mich|bin ich|(?:me|m['’]) (?:joindre|écrire|contacter)"
    r"|nouvelle adresse|nueva dirección|nuovo indirizzo|novo (?:endereço|e-?mail)|nieuwe? (?:e-?mail-?)?adres)\b[^@]{0,60}$",
    re.IGNORECASE,
)
# The stop of "zum 31.10. verlassen", or of "B.V. verlaten", ends no sentence.
_END = re.compile(r"(?<!\b[A-Z])(?<!\d\.\d)(?<!\d\.\d\d)[.!?;] |\. (?=[A-ZÄÖÜ])|[。！]")
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_search = partial(re.search, flags=re.IGNORECASE)


class Leaving(NamedTuple):
    """That somebody is gone for good: the first address that is named for it, and whether it is surely their own."""

    address: str = ""
    theirs: bool = False


def leaving_in(mail: Message, subject: str, own_words: str, ours: Set[str], arrived: date) -> Leaving | None:
    """Read out of an automatic reply whether its sender is gone, and where to; None where they are only away. `ours`: the user's addresses."""
    said = " ".join(own_words[:1500].split())
    names = _names_of(mail)
    sentences = _sentences(said)
    others = [s for s in sentences if not _says_gone(s, names)]
    gone = [s for s in sentences if s not in others]
    if not gone or _comes_back(said, [subject, *others], arrived) or _is_at_work(said, gone, names):
        return None
    here = sender_of(mail)
    found = [m for m in _ADDRESS.finditer(said) if m[0].lower() not in ours | {here}]
    theirs = next((m for m in found if _is_theirs(m, said, mail, here)), None)
    chosen = theirs or next(iter(found), None)
    return Leaving(chosen[0].lower() if chosen else "", theirs is not None)


def _says_gone(sentence: str, names: Set[str]) -> bool:
    found = _search(SAYS_GONE, sentence)
    if found is None or _search(FOR_NOW, re.sub(SINCE_TODAY, "", sentence, flags=re.IGNORECASE)):
        return False
    other = _search(NOT_THEIRS, sentence[: found.start()])
    return other is None or not names.isdisjoint(plain_words(sentence))


def _is_at_work(said: str, gone: Sequence[str], names: Set[str]) -> bool:
    """Tell whether a note, no sentence of which says by name or as "I" that its sender left, shows them at work."""
    told = any(not names.isdisjoint(plain_words(sentence)) or _search(I_LEFT, sentence) for sentence in gone)
    return not told and _search(STILL_HERE, said) is not None


def _comes_back(said: str, others: Sequence[str], arrived: date) -> bool:
    """Tell whether a note says that its writer returns, or until when they are absent, beside what would tell of leaving."""
    beside = "\n".join(others)
    until = says_absent(beside) and return_date(beside, arrived) is not None
    return until or speaks_of_return(said) or _search(ON_LEAVE, said) is not None


def _sentences(said: str) -> list[str]:
    kept = date_stops(said)
    ends = [end.span() for end in _END.finditer(said) if end.start() not in kept]
    return [said[start:end] for (_, start), (end, _) in pairwise([(0, 0), *ends, (len(said), 0)])]


def _is_theirs(found: re.Match[str], said: str, mail: Message, here: str) -> bool:
    """Tell an address of their own by the words before it, or by their name in it, from a successor's."""
    before = _sentences(said[: found.start()])[-1].rpartition("@")[2]
    local, mine = found[0].lower().partition("@")[0], here.partition("@")[0]
    named = not _names_of(mail).isdisjoint(plain_words(local))
    return _OWN_WORDS.search(before) is not None or named or local == mine


def _names_of(mail: Message) -> set[str]:
    mine = sender_of(mail).partition("@")[0]
    return {word for word in plain_words(f"{sender_name(mail)} {mine}") if len(word) > 2}
