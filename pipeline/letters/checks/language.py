"""Tell which language a letter is written in: the checks on words read English only. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import own_lines, warn
from pipeline.model import Finding, Letter

# The little words of each language that English, and as far as may be the others, don't have.
_LITTLE = {
    "English": "the of and to you your that is for my with would have this it was are be as from will not we at on",
    "German": "der die und ich sie zu den das nicht ein eine mit für auf ihnen ihr ihre ihren bei mich würde über von dem",
    "French": "le les et je vous une des du que votre vos dans pour avec mes suis sur est au aux cette mon par nous",
    "Spanish": "el los las y yo usted una del que su sus con por mi para muy es le lo como gracias sobre este esta",
    "Italian": "il gli e io lei una del della che di con per mi le sono sua suo alla grazie molto questo questa nel",
    "Portuguese": "os as e eu você uma do da que não com por meu minha para são ao obrigado obrigada sobre seu sua na",
    "Dutch": "het een en ik u de van dat niet met voor op uw mij zou ook naar bij mijn hebben zijn over graag wil",
}
_WORDS = {language: frozenset(words.split()) for language, words in _LITTLE.items()}
_ENOUGH = 5
_MOSTLY = 1.5


def language(letter: Letter, _: Situation) -> Iterator[Finding]:
    """Say honestly that a letter in another language is read only in part."""
    found = language_of(own_lines(letter.body))
    if found != "English":
        yield warn(
            "language",
            "Letters",
            f"The letter seems to be in {found}. The checks on its words read English only: look yourself that it asks "
            "for no job, and says what goes along.",
        )


def language_of(text: str) -> str:
    """Name the language of a text: English, unless another is plainly there."""
    if _in_another_script(text):
        return "another script"
    words = re.findall(r"[^\W\d_]+", text.casefold())
    count = {name: sum(map(little.__contains__, words)) for name, little in _WORDS.items()}
    best = max(count, key=lambda name: count[name])
    return best if count[best] >= _ENOUGH and count[best] > _MOSTLY * count["English"] else "English"


def _in_another_script(text: str) -> bool:
    if text.isascii():
        return False  # as nearly all
    letters = [c for c in text if c.isalpha()]
    foreign = sum(not c.isascii() and "LATIN" not in unicodedata.name(c, "") for c in letters)
    return len(letters) > 0 and foreign * 2 > len(letters)
