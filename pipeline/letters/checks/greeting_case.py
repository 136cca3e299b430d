"""A greeting in small letters or in capitals, as a list may have names: what stands there, and how it is written."""

from __future__ import annotations

import re

from pipeline.letters.checks.personnames import Names, Word
from pipeline.letters.checks.words import quote, warn
from pipeline.letters.greetings import Greeting
from pipeline.letters.namecase import LOUD, SMALL, means_it, name_spelled, names_mended, odd_case, odd_title
from pipeline.letters.salutation import called
from pipeline.model import Finding, Mend, namewords
from pipeline.model.texts import flat

_CELLS = {"salutation": "Salutation", "first_name": "First name", "last_name": "Last name"}
_ENDS = ".,;:!"


def odd_spelling(found: Greeting, words: list[Word], names: Names, body: str) -> Finding | None:
    """Warn of a name, or of an English title before it, in one case alone, and offer how it is written in its cell."""
    mended = names_mended(names.contact)
    for token in _tokens(found, words, names):
        cell = next((a for a in _CELLS if a in mended and token in _split(getattr(names.contact, a))), "")
        how = odd_case(token) or (LOUD if cell and token.isupper() else "")
        if odd_title(token):
            how = SMALL if token.islower() else LOUD
        if not how or (not cell and _lawful(token, names)):
            continue
        new = mended[cell] if cell else name_spelled(token)
        fault = f"{quote(found.line)} has “{token}” {how}."
        place = f", in {_CELLS[cell]}" if cell else ""
        said = f"{fault} Write it as a name is written: “{new}”{place}{_or_else(how, cell, names)}."
        return warn("greeting", "Letters", said)._replace(
            mend=_mend(found, token, (fault, new), cell, names, body)
        )
    return None


def _mend(
    found: Greeting, token: str, said: tuple[str, str], cell: str, names: Names, body: str
) -> Mend | None:
    """Put the name as it is written into the greeting; the whole cell where it stands there, else the one word."""
    fault, words = said
    whole = called(names.contact) if cell == "salutation" else getattr(names.contact, cell) if cell else token
    old, new = (whole, words) if whole in found.line else (token, name_spelled(token))
    if found.line not in body:
        return None
    line = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, found.line, count=1)  # "Dear ea,"
    return Mend(fault, words, body.replace(found.line, line, 1))


def _tokens(found: Greeting, words: list[Word], names: Names) -> list[str]:
    """Give the words of a greeting with their hyphens: the person's own, and the titles of an English one."""
    theirs = {w.text for w in words if w.theirs}
    tokens = [t.strip(",;:!") for piece in found.pieces for t in piece.split()]
    tokens = [t if odd_title(t) or t.rstrip(".") not in theirs else t.rstrip(".") for t in tokens]
    title = found.english and found.opener and len(tokens) > 1
    return [
        t for t in tokens if (title and odd_title(t)) or (_parts(t) & theirs and not _foreign_title(t, names))
    ]


def _parts(token: str) -> set[str]:
    return {token, *re.split(r"[-‐‑.]", token)}


def _foreign_title(token: str, names: Names) -> bool:
    """Allow for titles that other languages write small: "Beste dhr. Jansen"."""
    low = flat(token.strip("."))
    return low in namewords.TITLES and low not in names.own


def _lawful(token: str, names: Names) -> bool:
    """Allow for a small word of a name that has its capital elsewhere, "ní Dhomhnaill", and for who writes themselves so."""
    contact = names.contact
    cells = [cell for cell in (contact.first_name, contact.last_name) if cell != cell.lower()]
    if odd_case(token) == LOUD:
        return False
    return any(token in _split(cell) for cell in cells) or (
        means_it(contact) and token in _split(contact.name)
    )


def _or_else(how: str, cell: str, names: Names) -> str:
    if how != SMALL or cell not in ("first_name", "last_name"):
        return ""
    return f"; or, where they write themselves so, put “{names.contact.name}” into Salutation"


def _split(text: str) -> list[str]:
    return [word.strip(_ENDS) for word in text.split()] + text.split()
