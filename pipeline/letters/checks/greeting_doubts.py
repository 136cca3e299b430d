"""A greeting at which a careful reader would stop: a short form, capitals, a firm, nobody in particular."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from pipeline.letters.checks.personnames import Names, Word, spellings
from pipeline.letters.checks.spelling import one_edit
from pipeline.letters.greetings import Greeting
from pipeline.letters.salutation import (
    NO_PART_OF_A_NAME,
    called,
    is_bare_title,
    last_name_alone,
    last_named_twice,
    named_twice,
)
from pipeline.model import namewords
from pipeline.model.described import is_post, job_behind
from pipeline.model.organizations import is_called_as_firms_are
from pipeline.model.texts import FIRM_FORMS, flat, word_set

_GENERIC = namewords.NOBODY | {"madame", "monsieur", "mesdames", "messieurs"}
_RECRUITERS = word_set("""
    hiring recruiting recruitment recruiter talent hr human manager
""")
_FIRM_ALWAYS = FIRM_FORMS | {"team", "department", "dept", "office"}
_NOBODY = "names nobody, and the letter goes to {}. Write the name."
_INSTEAD_OF_A_NAME = word_set("""
    info admin reception receptionist frontdesk helpdesk switchboard billing scheduling recruiting recruitment support admissions webmaster marketing contact unknown hiring
""")
_FROM_SOMEWHERE = re.compile(r"\s(?:at|via|from|of)\s+(?=[A-Z])|\sc/o\s")
_ANOTHERS = "is as Salutation says, but the row's name is {}. Make sure that it is the same person."
_PATRONYMIC = re.compile(r"(?:v?ich|[oe]vna|ichna|ович|евич|овна|евна|ична)$")
_SHORT = "has a short form that the row of {} does not. Put it into Salutation, or write the name."
_FIRM = "greets a firm or an office, not a person. Write the person's name."


def doubtful(found: Greeting, words: list[Word], names: Names) -> str:
    """Say at what a careful reader would stop; "" where nothing is. `words`: those of the greeting."""
    if not names.contact.name:
        return ""
    if not words or generic(found):
        return _NOBODY.format(names.known)
    if not any(w.theirs for w in words):
        return _without_their_name(words, names)
    return (
        _no_name(words, names)
        or _name_twice(found, words, names)
        or _more_than_a_name(found, words, names)
        or _another_form(found, words, names)
        or _said_otherwise(words, names)
    )


def passes_as_doubtful(words: list[Word], found: Greeting, names: Names) -> bool:
    """Tell whether words without the person's name are only doubtful, and no stranger's name."""
    return generic(found) or bool(_without_their_name(words, names))


def generic(found: Greeting) -> bool:
    """Tell whether it greets whoever reads it: "Dear Sir or Madam", "To whom it may concern"."""
    lows = [flat(w.strip(".")) for piece in found.pieces for w in piece.split()]
    return bool(lows) and all(low in _GENERIC for low in lows)


def _without_their_name(words: list[Word], names: Names) -> str:
    lows = [w.low for w in words]
    if lows and all(low in namewords.TITLES for low in lows[:-1]) and _short_form(words[-1], names):
        return _SHORT.format(names.known)
    if not _RECRUITERS & set(lows) and any(low in _firm_words(names) for low in lows):
        return _FIRM
    if _in_other_letters(words, names):
        return f"can't be compared with {names.known}, for it is written in other letters. Make sure that it is they."
    return ""


def _no_name(words: list[Word], names: Names) -> str:
    """Find a firm, a desk or a bare title where a name should stand."""
    said = " ".join(w.text for w in words)
    if any(w.low in _FIRM_ALWAYS or w.low in _INSTEAD_OF_A_NAME for w in words):
        return _FIRM
    if is_bare_title(said):
        return "is a title without a name. Fill in First name and Last name."
    return _FIRM if _is_no_person(said, names) else ""


def _name_twice(found: Greeting, words: list[Word], names: Names) -> str:
    if last_named_twice(found.pieces[0]):
        return f"says “{words[-1].text}” twice. Leave the last name out of First name."
    if named_twice(names.contact) and " ".join(found.pieces[0].split()) == names.contact.name:
        return "says a name twice. Leave the last name out of First name, and the first out of Last name."
    return ""


def _more_than_a_name(found: Greeting, words: list[Word], names: Names) -> str:
    """Find what stands beside the name: a remark, a job, the place that they are from."""
    if stray := NO_PART_OF_A_NAME.search(called(names.contact)):
        return f"has “{stray[0].strip()}” in the name. Leave the name alone in its cell."
    if job := job_behind(" ".join(w.text for w in words)):
        return f"has “{job}” in the name. Write the name alone."
    if not found.spoken and words[0].theirs and (stray := _FROM_SOMEWHERE.search(found.pieces[0])):
        return f"has “{stray[0].strip()}” in the name. Write the name alone."
    return ""


def _another_form(found: Greeting, words: list[Word], names: Names) -> str:
    """Find a short form, a typing error, and the last name alone."""
    if any(not w.theirs and _short_form(w, names) for w in words):
        return _SHORT.format(names.known)
    if slip := _slip(found, words, names):
        return slip
    if last_name_alone(names.contact) and all(w.theirs or w.low in namewords.PARTICLES for w in words):
        return "greets with the last name alone. Fill in First name or Salutation, like Ms. Okafor."
    return ""


def _firm_words(names: Names) -> frozenset[str]:
    own = frozenset(s for w in names.contact.organization.split() for s in spellings(w))
    return namewords.FIRM | own - namewords.PARTICLES - namewords.TITLES - namewords.JOBS


def _is_no_person(greeted: str, names: Names) -> bool:
    """Tell a desk, a post and a firm: "Front Desk", "Mercy Hospital", and "Quay" where that is the organization."""
    theirs = flat(greeted) == flat(names.contact.organization) and not namewords.is_given(greeted.split()[0])
    return theirs or is_post(greeted) or is_called_as_firms_are(greeted)


def _short_form(word: Word, names: Names) -> bool:
    return any(namewords.is_nickname(word.low, n) for n in names.first)


def _in_other_letters(words: list[Word], names: Names) -> bool:
    theirs = {_script(n[0]) for n in names.own}
    greeted = {_script(w.text[0]) for w in words if w.text[0].isalpha()}
    return bool(greeted) and bool(theirs) and greeted.isdisjoint(theirs)


def _slip(found: Greeting, words: list[Word], names: Names) -> str:
    """Find a typing error in the word of greeting, or in a first name before the right last name."""
    if not found.opener and not words[0].theirs and _near(words[0].low, ("dear", "dearest", "hello")):
        return f"begins with “{words[0].text}”. Is “Dear” meant?"
    close = (w for w in words if not w.theirs and _near(w.low, names.first))
    wrong = next((w.text for w in close), "")
    return f"has “{wrong}”, and the row says {names.known}. Is it a typing error?" if wrong else ""


def _near(word: str, meant: Collection[str]) -> bool:
    if len(word) < 3 or word in namewords.TITLES | namewords.JOBS | namewords.PARTICLES:
        return False
    return any(word in one_edit(m) for m in meant if len(m) > 2)


def _script(c: str) -> str:
    return unicodedata.name(c, "").split(" ")[0]


def _familiar(words: list[Word], names: Names) -> bool:
    """Allow for a short form that no list has: it begins as the name does."""
    return len(words) == 1 and any(words[0].low[:1] == n[:1] for n in names.first)


def _said_otherwise(words: list[Word], names: Names) -> str:
    """Doubt a Salutation without any name that the row has: it may be another row's, or no name."""
    if _other_last_name(words, names):
        return _ANOTHERS.format(names.known)
    by_row = any(w.spellings & names.own or _short_form(w, names) for w in words) or _familiar(words, names)
    if by_row or not any(w.spellings & names.said for w in words):
        return ""
    return _ANOTHERS.format(names.known)


def _other_last_name(words: list[Word], names: Names) -> bool:
    """Tell "Ann Fox", said of Ann Lee, from Ann Marie, Ann F., Anna Petrovna and Ann ji."""
    last = names.contact.last_name
    if (
        not (names.said and names.first)
        or len(last.strip(".")) < 2
        or any(w.spellings & names.last for w in words)
    ):
        return False
    at = next(
        (i for i, w in enumerate(words) if w.spellings & names.first or _short_form(w, names)), len(words)
    )
    return any(_is_a_last_name(w, names) for w in words[at + 1 :])


def _is_a_last_name(word: Word, names: Names) -> bool:
    beside = word.low in namewords.HONORIFICS | namewords.PARTICLES | namewords.GENERATIONS | namewords.TITLES
    joined = re.search(rf"[-‐‑]{re.escape(word.text)}\b", called(names.contact))
    other = beside or joined or namewords.is_given(word.text) or _PATRONYMIC.search(word.low)
    return word.text[:1].isupper() and len(word.low) > 1 and not (other or word.spellings & names.first)
