"""A person's names as they compare with the words of a greeting: in every spelling, order and division (pure)."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from pipeline.letters.checks.words import name_words
from pipeline.letters.salutation import called
from pipeline.model import Contact, namewords
from pipeline.model.texts import flat


class Names(NamedTuple):
    """A contact's names: the words of first and last name, what Salutation adds to them, and names in one piece."""

    contact: Contact
    first: frozenset[str]
    last: frozenset[str]
    said: frozenset[str]
    joined: frozenset[str]

    @property
    def own(self) -> frozenset[str]:
        return self.first | self.last

    @property
    def all(self) -> frozenset[str]:
        return self.own | self.said

    @property
    def known(self) -> str:
        return self.contact.name or self.contact.organization


class Word(NamedTuple):
    """A word of a greeting as written, how it compares, and whether it is the person's own."""

    text: str
    spellings: frozenset[str]
    theirs: bool

    @property
    def low(self) -> str:
        return flat(self.text.strip("."))


def names_of(contact: Contact) -> Names:
    """Bring together how a contact is called; where there is no name, the organization stands for it."""
    first, last = _spelled(contact.first_name), _spelled(contact.last_name)
    if not (first or last):
        last = _spelled(contact.organization)
    calls = called(contact) if contact.salutation else ""
    said = _spelled(" ".join(w for w in calls.split() if flat(w.strip(".,")) not in namewords.TITLES))
    whole = (contact.last_name, contact.first_name, contact.name, f"{contact.last_name} {contact.first_name}")
    joined = frozenset(s for text in (*whole, calls) for s in _in_one(text))
    return Names(contact, first, last, said, joined)


def words_of(piece: str, names: Names) -> list[Word]:
    """Take a piece of a greeting apart; a particle alone makes no name the person's."""
    texts = _split(re.sub(r"(?<=[^\W\d_])\.(?=[^\W\d_]{2})", ". ", piece))
    bare = [_without_honorifics(t) for t in texts]
    known = names.all
    theirs = [not known.isdisjoint(spellings(t)) for t in bare]
    for size in range(1, 5):  # names that are written apart here and in one there
        for at in range(len(texts) - size + 1):
            if not names.joined.isdisjoint(_in_one("".join(bare[at : at + size]))):
                theirs[at : at + size] = [True] * size
    particles = namewords.PARTICLES - {flat(names.contact.last_name), flat(names.contact.first_name)}
    return [
        Word(text, spellings(text), own and flat(text) not in particles)
        for text, own in zip(texts, theirs, strict=True)
    ]


def spellings(word: str) -> frozenset[str]:
    """Spell one word: accents and apostrophes aside, umlauts both ways, and as it stands in scripts without case."""
    if not word.isascii():
        word = "".join(
            c for c in unicodedata.normalize("NFC", word) if unicodedata.category(c) not in {"Lm", "Cf"}
        )
    bare = re.sub(r"[.'’‘´`·・]", "", word)
    plain = {flat(bare)} if len(bare) > 1 or not bare.isascii() else set()
    return frozenset({*name_words(bare), *plain} - {""})


def initials(name: str) -> set[str]:
    """List the initials that a first name is written with: "J. R. R." has j and r, "Mary" none."""
    return {flat(w) for w in re.findall(r"[^\W\d_]+", name) if len(w) == 1}


def _spelled(text: str) -> frozenset[str]:
    return frozenset(s for word in _split(text) for s in spellings(word))


def _split(text: str) -> list[str]:
    return re.findall(r"[^\s\-‐‑–—,/&+()\"“”]+", text)


def _in_one(text: str) -> frozenset[str]:
    """Spell a name as if written in one: "De La Cruz" is "Delacruz", "O Brien" is "O'Brien"."""
    one = re.sub(r"[\s\-‐‑.'’‘´`ʻʼ·・]", "", text)
    return spellings(one) if one else frozenset()


def _without_honorifics(word: str) -> str:
    while (shorter := namewords.without_honorific(word)) != word:
        word = shorter
    return word
