"""What in a name of Referred by or Referrals given is no part of one, where letters would say it. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.model.described import is_described, is_nobody
from pipeline.model.namewords import GENERATIONS, HONORIFICS, PARTICLES, is_degree, is_given
from pipeline.model.texts import flat, word_set
from pipeline.rules.cellnames import is_unclear

_BETWEEN = re.compile(r"\s+(?:and|or|und|et|y|&|\+)\s+", re.IGNORECASE)
_IN_NAMES = frozenset(".'’‘´`·‧&+,\"“”„«»")
_NEVER_FIRST = word_set(
    "met thru w/ spoke emailed called suggested referred recommended introduced contact thank thanks please"
)
_SELDOM_FIRST = word_set("per ref see ask call tell try no yes hi re cc")
_NO_HALF = word_set("i me al co others staff team family colleagues wife husband")
_POSSESSED = re.compile(r"['’]s$", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def name_doubt(name: str) -> str:
    """Say what keeps a name from being said as it stands; "" where nothing does, or where it describes somebody as letters may.

    Names in one case alone are minded elsewhere.
    """
    words = name.split()
    if is_nobody(name):
        return "is no person's name"
    if _POSSESSED.search(words[-1]):
        return f"ends with “{words[-1]}”"
    if is_unclear(name):
        return "isn't one first and last name, in this order"
    if stray := next((c for c in name if not _stands_in_names(c)), ""):
        return f"holds “{stray}”"
    if choice := re.search(r"\s(or|oder)\s", name):
        return f"holds “{choice[1]}”"
    if is_described(name):
        return ""
    if run_on := re.search(r"\w{3,}\.[^\W\d_a-z]\w{2,}|\s[-–—]\s", name):
        return f"holds “{run_on[0].strip()}”"
    if len(words) == 1:
        loud = len(name) > 2 and name.isalpha() and name == name.upper() != name.lower()
        return "stands in capitals alone, as a firm's does" if loud else ""
    return _word_before(words) or _word_behind(name)


def _stands_in_names(c: str) -> bool:
    kind = unicodedata.category(c)
    return c.isspace() or kind[0] in "LM" or kind == "Pd" or c in _IN_NAMES


def _word_before(words: list[str]) -> str:
    first = flat(words[0].strip(".,:"))
    if first in _NEVER_FIRST or (first in _SELDOM_FIRST and is_given(words[1])):
        return f"begins with “{words[0]}”"
    return ""


def _word_behind(name: str) -> str:
    """Find what stands behind a name and is none: "Bob Ruiz last week", "Bob Ruiz and others", "Bob Ruiz et al"."""
    halves = _BETWEEN.split(name)
    for half in halves:
        words = half.split()
        if len(halves) > 1 and flat(half.strip(".")) in _NO_HALF:
            return f"holds “{half}”"
        end = next((n for n in range(len(words), 0, -1) if not _is_remark(words[n - 1])), 0)
        if 1 < end < len(words) and words[end - 2][:1].isupper() and not is_given(words[end - 1]):
            return f"holds “{' '.join(words[end:])}”"
    return ""


def _is_remark(word: str) -> bool:
    """Tell a word in small letters that stands behind no name."""
    low = flat(word.strip(".,"))
    beside = low in PARTICLES | GENERATIONS | HONORIFICS or is_degree(word)
    return word[:1].islower() and not beside
