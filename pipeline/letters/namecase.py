"""Names that a list has in small letters or in capitals alone, anna lee and ANNA LEE, and how they are written (pure)."""

from __future__ import annotations

import re

from pipeline.letters.salutation import called
from pipeline.model import Contact, namewords
from pipeline.model.fullname import is_name
from pipeline.model.texts import flat, folded, word_set

_OF_RANK = word_set("dr doctor prof professor rev reverend judge")
SMALL, LOUD = "without a capital", "in capitals"
ENGLISH_TITLES = word_set("dr mr mrs ms miss mx prof professor doctor")
_STAY_SMALL = word_set("van von de del der den di da das dos du des zu zur af av bin ibn bint ten ter y e")
_AFTER_THESE = word_set("la las los lo le")
_BETWEEN = re.compile(r"(\s+(?:and|or|und|et|&)\s+)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")


def odd_case(word: str) -> str:
    """Say how a word is written as no name is; "" where one may be. Two capitals may be initials, as in AJ."""
    if is_small(word):
        return SMALL
    if re.fullmatch(r"[^\W\d_A-Z][A-Z]{2,}", word):
        return LOUD  # aNN: typed with the capitals locked
    if "." in word or flat(word) in namewords.GENERATIONS:
        return ""
    parts = [part for part in _LETTERS.findall(word.replace("'", "").replace("’", "")) if len(part) > 2]
    return LOUD if any(all(c.isupper() or c == "ß" for c in part[-3:]) for part in parts) else ""


def is_small(text: str) -> bool:
    """Tell letters without any capital, in a script that has them (Georgian writes names without)."""
    return any(c.islower() and c.title() != c for c in text) and text == text.lower()


def means_it(contact: Contact) -> bool:
    """Tell whether Salutation repeats the whole name, small letters and all: bell hooks writes herself so."""
    return contact.salutation != "" and " ".join(contact.salutation.split()) == contact.name


def names_mended(contact: Contact) -> dict[str, str]:
    """Propose how each cell of a name is written, by attribute, that a list has in small letters or in capitals alone."""
    if all(not t or t.istitle() for t in (contact.first_name, contact.last_name, contact.salutation)):
        return {}  # as nearly all
    cells = {"first_name": contact.first_name, "last_name": contact.last_name}
    small = {attr: text for attr, text in cells.items() if is_small(text)}
    if small and means_it(contact):
        return {}
    odd = small | {attr: text for attr, text in cells.items() if any(map(_loud, text.split()))}
    if _two_capitals(contact.last_name):
        odd["last_name"] = contact.last_name
    found = {attr: name_spelled(text) for attr, text in odd.items()}
    if contact.salutation and (said := called(contact)) and _odd_salutation(said, odd):
        found["salutation"] = name_spelled(said)
    return found


def whole_name_mended(name: str) -> str:
    """Propose how a first and last name in one cell are written, or two with a word between; "" where they may be meant so, as ACHE may."""
    if name.istitle():
        return ""
    if len(halves := _BETWEEN.split(name)) > 1:
        return _pair_mended(halves)
    if not is_name(name):
        return ""
    pairs = zip(_apart(name), name_spelled(name).split(), strict=True)
    odd = {odd_case(word) for word, new in pairs if word != new and not namewords.is_degree(word)}
    odd.discard("")
    alone = LOUD in odd and len(name.split()) == 1
    mixed = len(odd) > 1 and not namewords.is_given(name.split()[0])  # ACHE chapter, and not BOB lee
    return name_spelled(name) if odd and not (alone or mixed) else ""


def _pair_mended(halves: list[str]) -> str:
    """Mend "ann and bo fox" and "Ann Ruiz and bo fox"; "" where no half needs it, or one is no name."""
    whole = " ".join(halves[::2])
    one_case = whole in (whole.lower(), whole.upper())
    mended = [whole_name_mended(half) for half in halves[::2]]
    given = one_case and all(map(namewords.is_given, halves[::2]))  # BO AND ANN
    if not (any(mended) and all(map(_may_be_half, halves[::2]))) and not given:
        return ""
    names = [
        new or (name_spelled(half) if one_case else half)
        for half, new in zip(halves[::2], mended, strict=True)
    ]
    between = [*(word.lower() for word in halves[1::2]), ""]
    return "".join(part for pair in zip(names, between, strict=True) for part in pair)


def _may_be_half(half: str) -> bool:
    return is_name(half) or namewords.is_given(half)


def with_title(name: str, row: Contact | None) -> str:
    """Put before a name the title of a degree or an office by which the user greets whoever bears it: Dr. Ada Okafor."""
    if row is None or not row.first_name or row.name != name:
        return name
    title, _, last = called(row).partition(" ")
    ranked = flat(title.rstrip(".")) in _OF_RANK and flat(last) == flat(row.last_name)
    return f"{title} {name}" if ranked else name


def as_in_row(name: str, row: Contact | None) -> str:
    """Give a name with the capitals and accents of the row of whoever bears it, unless the row is in one case alone itself."""
    if row is None or folded(row.name) != folded(name):
        return name
    return row.name if means_it(row) or not whole_name_mended(row.name) else name


def name_spelled(text: str) -> str:
    """Write a name that is in one case alone as names are: ANA DE LA CRUZ is Ana de la Cruz, o'brien O'Brien."""
    written: list[str] = []
    for word in (words := _apart(text)):
        low = flat(word)
        small = bool(written) and written[-1].islower()
        if (low in _STAY_SMALL or (small and low in _AFTER_THESE)) and word != words[-1]:
            written.append(word.lower())
        elif low in namewords.GENERATIONS - {"jr", "sr", "esq"}:
            written.append(word.upper())
        elif odd_case(word) or low.strip(".") in ENGLISH_TITLES or len(word) == 2:
            written.append(_capitalized(word.lower()))
        else:
            written.append(word)
    return " ".join(written)


def _apart(text: str) -> list[str]:
    """Take words apart, also those of the front of an address: alice.moreau."""
    return re.sub(r"(?<=[^\W\d_]{3})\.(?=[^\W\d_]{3})", " ", text).split()


def _odd_salutation(said: str, odd: dict[str, str]) -> bool:
    """Doubt a Salutation in one case alone after its titles, and one that has over what is odd in the name."""
    words = said.split()
    titles = [w for w in words if flat(w.strip(".,")) in namewords.TITLES]
    names = [w for w in words if w not in titles]
    taken = {word for text in odd.values() for word in text.split()}
    if is_small(" ".join(names)) or any(map(_loud, names)) or taken & set(names):
        return True
    return any(odd_title(title) for title in titles)


def odd_title(word: str) -> bool:
    """Tell an English title that stands in small letters or in capitals: "dr." and "MS."."""
    bare = word.strip(".,")
    return flat(bare) in ENGLISH_TITLES and bare in (bare.lower(), bare.upper())


def _two_capitals(last: str) -> bool:
    """Tell WU and LI from names; only a first name may be initials."""
    short = len(last) == 2 and flat(last) not in namewords.GENERATIONS
    return short and last.isalpha() and last == last.upper() != last.lower()


def _loud(word: str) -> bool:
    return odd_case(word) == LOUD


def _capitalized(word: str) -> str:
    head, _, rest = word.partition("-")
    first = head if rest and head in ("al", "el", "bin", "abd") else _parts(head)
    return f"{first}-{'-'.join(map(_parts, rest.split('-')))}" if rest else first


def _parts(word: str) -> str:
    """Begin a part of a name with a capital, and what follows O', D' or Mc."""
    word = word[:1].title() + word[1:]
    found = re.match(r"(\w['’]|Mc(?=\w{3}))(\w)(.*)", word)
    return f"{found[1]}{found[2].title()}{found[3]}" if found else word
