"""Pieces of sentences: what a cell must read like that goes into a letter as one, and how it is mended; no whole letter is looked at here (checks). Pure."""

from pipeline.letters.phrases.cells import ADVICE, FIELD, MY_PHRASES, PHRASES, Phrase
from pipeline.letters.phrases.flaws import (
    OF_THEM,
    SEVERAL_SENTENCES,
    Flaw,
    clause_after_lead,
    flaw_in,
    phrase_mended,
    sentence,
    tidy,
)

__all__ = [
    "ADVICE",
    "FIELD",
    "MY_PHRASES",
    "OF_THEM",
    "PHRASES",
    "SEVERAL_SENTENCES",
    "Flaw",
    "Phrase",
    "clause_after_lead",
    "flaw_in",
    "phrase_mended",
    "sentence",
    "tidy",
]
