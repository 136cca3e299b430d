"""Mend typing errors within one edit of the words that R2 is about."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_lowercase

_CORE = (
    "looking seeking searching hiring position positions opening openings vacancy vacancies employment employ recruit recruiting"
    " internship apprenticeship apply applying applied application available opportunity opportunities candidate candidature"
    " trainee placement immediately working joining consider interview traineeship recruitment resume"
)
# In words this short only a pair of letters changed about, or one doubled, is surely a slip.
_SHORT = "job jobs work role roles join hire"
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


def mended(sentence: str) -> str:
    """Put the word that was meant for each slip of the keyboard in a lower-case sentence."""
    slips = _slips()
    return _WORD.sub(lambda word: slips.get(word[0], word[0]), sentence)


@cache
def _slips() -> dict[str, str]:
    meant = {slip: word for word in _CORE.split() for slip in one_edit(word)}
    meant |= {slip: word for word in _SHORT.split() for slip in _swapped_or_doubled(word)}
    own = {*_CORE.split(), *_SHORT.split(), *_OTHER_WORDS.split()}
    return {slip: word for slip, word in meant.items() if slip not in own}


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
