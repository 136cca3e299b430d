"""Mend typing errors within one edit of the words that R2 is about."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from string import ascii_lowercase

_CORE = (
    "looking seeking searching hiring position positions opening openings vacancy vacancies employment employ recruit recruiting"
    " internship apprenticeship apply applying applied application available opportunity opportunities candidate candidature"
    " trainee placement immediately working joining consider interview traineeship recruitment resume"
)
# In words this short only a pair of letters changed about, or one doubled, is surely a slip.
_SHORT = ("job", "jobs", "work", "role", "roles", "join", "hire")
# What is a word of its own one edit away.
_OTHER_WORDS = (
    "firing wiring tiring siring airing hiding hiking miring booking cooking hooking rooking locking looping looming loosing"
    " seeing seeding seeming seeping peeking reeking starching worming wording corking positron opining employs employee"
    " employed recruits apple amply reply ample applies trained trainer trainees trainee coining considers considerer"
    " interviews interviewed interviewer resumes resumed presume resumés placements internships apprenticeships candidates"
    " applications vacancies opened opener deployment unemployment reopening researching employer employers employe"
    " traineeships positions openings considered recruited recruiter misapply supply joinings rejoining networking reworking"
    " disposition imposition opposition hier jot hoe bole oles roll rolls inapplicable unavailable availably overlooking"
    " relooking hirings workings proposition reposition supposition composition deposition exposition prepositions"
    " preposition replacement displacement emplacement"
)
_WORD = re.compile(r"[a-z]{3,}")
_MEANT = (*_CORE.split(), *_SHORT)
_OWN = frozenset((*_MEANT, *_OTHER_WORDS.split()))


def mended(sentence: str) -> str:
    """Put the word that was meant for each slip of the keyboard in a lower-case sentence."""
    return _WORD.sub(lambda word: _meant(word[0]), sentence)


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    """Find the word that one slip made this of; a word of its own is meant as it stands."""
    if word in _OWN:
        return word
    near = {other for short in _shortened(word) for other in _by_shortened().get(short, ())}
    meant = [other for other in _MEANT if other in near and word in _slips(other)]
    return meant[-1] if meant else word


@cache
def _by_shortened() -> dict[str, list[str]]:
    """Find the words by what they are with a letter left out: one edit apart, two words have one of these in common."""
    found: dict[str, list[str]] = {}
    for word in _MEANT:
        for short in _shortened(word):
            found.setdefault(short, []).append(word)
    return found


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _slips(word: str) -> set[str]:
    return _swapped_or_doubled(word) if word in _SHORT else one_edit(word)


@cache
def one_edit(word: str) -> set[str]:
    """List what a lower-case word becomes with one letter left out, added, changed, or swapped with the next."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {a + b[1:] for a, b in parts if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1}
    found |= {a + letter + b[1:] for a, b in parts if b for letter in ascii_lowercase}
    found |= {a + letter + b for a, b in parts for letter in ascii_lowercase}
    return found


def _swapped_or_doubled(word: str) -> set[str]:
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return swapped | {word[: at + 1] + word[at:] for at in range(len(word))}
