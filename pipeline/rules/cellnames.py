"""The names in a cell: whom Referred by names (R9, R12), and whom Referrals given does (R13). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipeline.model.described import asks_no_name, is_office, name_before, names_behind
from pipeline.model.fullname import (
    FullName,
    first_last,
    fits_name,
    is_initial,
    is_name,
    name_key,
    split_name,
    without_bullets,
)
from pipeline.model.namewords import GENERATIONS, PARTICLES, TITLES, is_degree, is_given
from pipeline.model.organizations import begins_as_town, is_plainly_none, organization_in
from pipeline.model.texts import folded, word_set

_REMARK = re.compile(r"\((?!\d{1,2}\))[^)]*\)|\[[^\]]*\]")
_PART = re.compile(rf"(?:{_REMARK.pattern}|[^;\n\r])+")
_BEFORE_COMMA = re.compile(r"\s+(?=,)")
_JOINED = r"(?:and|und|&|\+|(?-i:or|oder|plus|then|et|as well as))"
_SIGN = r"\s*(?:[,|•·→]|(?<!\b(?-i:[a-z]))/(?!(?-i:[a-z])\b))\s*|\s[-–—]\s|:\s|\s+\(?\b\d{1,2}[.)]\s+"
_LISTED = re.compile(_SIGN, re.IGNORECASE)
_SEVERAL = re.compile(rf"\s*,?\s+{_JOINED}\s+|\s*[&+]\s*|{_SIGN}", re.IGNORECASE)
_IN_A_SENTENCE = re.compile(rf"(\s{_JOINED}\s)", re.IGNORECASE)
_BEGUN_WITH = re.compile(rf"^{_JOINED}\s+", re.IGNORECASE)
_LAST_TOO = word_set("""
    lee kim roy ray kay chen kumar ali wei thomas james martin scott jordan allen gordon graham craig lewis louis norman russell
    simon vincent kelly leslie grant henry george francis howard arthur harold stewart stuart
""")
"""Given names that are last names as often: who is "Lee, Bob"?"""
_DASHED = re.compile(r"\s[-–—]\s")
_AFTER_NAME = re.compile(r"\s[-–—]\s|:\s")
_NUMBER = re.compile(
    rf"^\s*(?:\(?\d{{1,2}}[.)]|{_JOINED})\s+|(?<!\s)\s+{_JOINED}\s*$|(?:\b(?:tel|phone|ph|cell|mobile)\b[.:]?\s*)?[+(]?\d[\d\s()./-]{{5,}}\d",
    re.IGNORECASE,
)
_AT_A_FIRM = re.compile(
    rf"(?:(?<=[\w.)\]])\s*@|^@\s)\s*(?=[^\W\d_a-z])[^,;|•@\n]+?(?=\s+(?i:{_JOINED})\s|\s*[,;|•&+\n]|\s[-–—]\s|$)"
)
_ADDRESS = re.compile(r"(?:\be?-?mail:?\s+)?<?\b(?:mailto:)?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:(?i:please|also|first|both|either)\s+)*(?:(?i:try|ask|call|contact|e-?mail|write\s+to|talk\s+(?:to|with)|speak\s+(?:to|with)|reach\s+out\s+to|look\s+up)"
    r"|see|meet|both|either)\s+(?=\S+\s)"
)


def referral_names(cell: str) -> list[str]:
    """Split a cell of referrals into names; what is in brackets is a remark, and an address is no part of a name (R13).

    What is nobody's name, as "someone in Columbus", is left out.
    """
    return list({name_key(n): n for part in _PART.findall(cell) for n in _names_in(part)[0]}.values())


def no_names(cell: str) -> list[str]:
    """List what stands in a cell of referrals, outside of brackets, and is nobody's name."""
    return [text for part in _PART.findall(cell) for text in _names_in(part)[1]]


def name_alone(cell: str) -> str:
    """Take the one whom a cell of Referred by names out of it: the first whole name of a list, without what stands beside it.

    Beside it stand remarks in brackets, addresses, numbers, and more behind a comma; a word between, as in "Ana and Bo Ruiz",
    makes no list. A last name that surely stands in front goes behind. What asks not to be named stays as it is: with its
    remark it is no name, and goes into no letter.
    """
    if asks_no_name(cell):
        return cell
    parts = [part for part in _PART.findall(cell) if _text_of(part)]
    whole = next((part for part in parts if any(" " in name for name in _names_in(part)[0])), "")
    if len(parts) > 1 and (whole or ";" in cell):
        return name_alone(whole.strip() or parts[0].strip())
    beside = any(found.search(cell) for found in (_REMARK, _ADDRESS, _NUMBER, _AT_A_FIRM))
    text = (_text_of(cell) or cell) if beside else without_bullets(cell) or cell
    return _turned(text) or _first_of_list(text) or text


def _turned(text: str) -> str:
    """Put the first name in front where the last surely stands there: alone, before others, or with a word between two."""
    halves = _IN_A_SENTENCE.split(text)
    turned = [first_last(name) for name in halves[::2]]
    if all(turned):
        return "".join(turned[at // 2] if at % 2 == 0 else word for at, word in enumerate(halves))
    before, *behind = text.split(",")
    others = behind[1:]
    pairs = (",".join(others[at : at + 2]) for at in range(0, len(others), 2))
    apart = all(map(first_last, pairs)) or not any(map(_is_all_given, others))
    return first_last(f"{before},{behind[0]}") if others and apart else ""


def _first_of_list(cell: str) -> str:
    """Give the first whole name of a list in one part; "" where the cell is one name, or may be."""
    pieces = [_BEGUN_WITH.sub("", piece).strip() for piece in _LISTED.split(_text_of(cell))]
    people = {p: _whole_names_in(p) for p in pieces if folded(p) and not _goes_behind(p)}
    whole = [piece for piece, names in people.items() if names]
    others = [piece for piece in people if not is_plainly_none(piece)]
    if len(people) < 2 or not whole or (len(others) > 1 and _may_be_one(others, whole, cell)):
        return ""
    return whole[0] if _IN_A_SENTENCE.search(whole[0]) else people[whole[0]][0]


def _may_be_one(pieces: Sequence[str], whole: Sequence[str], cell: str) -> bool:
    """Tell "Ana Ruiz - Lopez", "Garcia Lopez, Ana" and "Thomas, John Quincy" from lists."""
    others = [piece for piece in pieces if piece not in whole]
    dashed = _DASHED.search(cell) and all(" " not in piece and not is_office(piece) for piece in others)
    begun = pieces[0].split()[0]
    one_word = begun == pieces[0] or (begun.islower() and begun in PARTICLES)
    last_alone = one_word and "," in cell and not is_office(pieces[0])
    last_first = not _is_surely_one(pieces[0]) and (last_alone or _is_all_given(pieces[1]))
    return last_first or bool(dashed and len(whole) == 1)


def _whole_names_in(piece: str) -> list[str]:
    return [name for half in _IN_A_SENTENCE.split(piece)[::2] for name in _people_in(half)[0][:1]]


def _goes_behind(text: str) -> bool:
    return is_degree(text) or folded(text) in GENERATIONS


def _is_all_given(text: str) -> bool:
    """Tell "Ana", "Ana M." and "Ana and Bo" from whole names, offices and firms."""
    words = [w for name in _IN_A_SENTENCE.split(text)[::2] for w in name.split() if folded(w) not in TITLES]
    return bool(words) and not begins_as_town(text) and all(is_given(w) or is_initial(w) for w in words)


def _is_surely_one(name: str) -> bool:
    """Tell Ana Ruiz, A. Ruiz and An Le from New York and Goldman Sachs."""
    found = split_name(name)
    short = " " in name and all(1 < len(word) < 4 and word.istitle() for word in name.split())
    return short or bool(
        found and (_is_first_last(found) or (found.last and is_initial(found.first.split(" ")[0])))
    )


def is_unclear(name: str) -> bool:
    """Tell a referrer that letters name as no letter should, with a comma or a line in it, as "Jo, Al"; "Ana Ruiz, PhD" is none."""
    return any(not _goes_behind(part.strip()) for part in re.split(r"[,;|\n]", name)[1:])


def names_left_out(name: str, cell: str) -> list[str]:
    """List the names of a cell that are not among those which `name_alone` took out of it; a firm's that reads as a person's is one."""
    taken = {name_key(n) for n in (name, *referral_names(name))}
    firms = [n for n in no_names(cell) if is_plainly_none(n) and is_name(n)]
    more = [n for n in (*referral_names(cell), *firms) if name_key(n) not in taken]
    return [n for n in more if not fits_name(n, name)]


def nobody_refers(referrer: str) -> str:
    """Say of Referred by that it names nobody, and what to do; its cell is named beside it."""
    return f"says “{referrer}”, which is no person's name. Type who referred you, or blank it and say how you met in Source"


def address_beside(name: str, cell: str) -> str:
    """Give the e-mail address that stands beside a name in a cell of referrals; blank where there is none."""
    parts = (part for part in _PART.findall(cell) if name in _names_in(part)[0])
    return next((found[1] for part in parts if (found := _ADDRESS.search(part))), "")


def organization_beside(name: str, cell: str) -> str:
    """Give the organization that stands beside a name in a cell of referrals, in brackets or behind it; "" where none does."""
    for part in _PART.findall(cell):
        names, others = _names_in(part)
        if name in names:
            said = [
                names[name].removeprefix(name) if names[name].startswith(name) else "",
                *_remarks_on(names[name], part, alone=len(names) == 1),
            ]
            said += [*others, part if _AT_A_FIRM.search(part) else ""] if len(names) == 1 else ()
            return next(filter(None, map(organization_in, said)), "")
    return ""


def _remarks_on(piece: str, part: str, *, alone: bool) -> list[str]:
    """List the remarks in brackets on a name: of several names each has those right behind it."""
    if alone:
        return [remark[1:-1] for remark in _REMARK.findall(part)]
    behind = _REMARK.match(part.partition(piece)[2].lstrip())
    return [behind[0][1:-1]] if behind else []


def without_name(name: str, cell: str) -> str:
    """Put a name of a cell of referrals into brackets, so that it counts as a remark: whoever it is needs no row (R13)."""
    return _PART.sub(lambda m: _bracketed(m[0], name) if name in _names_in(m[0])[0] else m[0], cell)


def _bracketed(part: str, name: str) -> str:
    names = _names_in(part)[0]
    if names[name] != _text_of(part) and (
        len(names) > 1 or len(_SEVERAL.split(_text_of(part))) > 1
    ):  # others stand beside them
        return _with_brackets(part, names[name])
    blank = part[: len(part) - len(part.lstrip())]
    return f"{blank}[{part.strip()}]" if "(" in part else f"{blank}({part.strip()})"


def _with_brackets(part: str, piece: str) -> str:
    at = 0
    for said in _SEVERAL.split(part):  # Bo, and not what begins Bob Fox
        start = part.index(said, at)
        at = start + len(said)
        if _text_of(said) == piece:
            return part[:start] + said.replace(piece, f"({piece})", 1) + part[at:]
    return re.sub(rf"(?<!\w){re.escape(piece)}(?!\w)", lambda m: f"({m[0]})", part, count=1)


def _text_of(part: str) -> str:
    bare = without_bullets(_BEFORE_COMMA.sub("", " ".join(_REMARK.sub(" ", part).split())))
    named = _AT_A_FIRM.sub("", _ADDRESS.sub(" ", bare))
    return _trimmed(" ".join(_NUMBER.sub(" ", named).split())) or _trimmed(bare)


def _trimmed(text: str) -> str:
    """Take signs off both ends; the stop of an initial, as in "Ana R.", stays."""
    name = without_bullets(text.strip(" ,.:-")).strip(" ,.:-")
    return f"{name}." if re.search(r"\b[^\W\d_]$", name) and f"{name}." in text else name


@lru_cache(maxsize=1 << 12)
def _names_in(part: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Find the names in a part of a cell, each with the words it stands in, and what else the part says.

    Of several in one part, or with more beside them, those with first and last name count, and given names beside nothing but names.
    """
    text = _text_of(part)
    said = [piece for piece in _SEVERAL.split(text) if folded(piece) and not is_degree(piece)]
    firms = [piece for piece in said if is_plainly_none(piece)]
    pieces = [piece for piece in said if piece not in firms]
    if (turned := first_last(text)) or _is_last_first(pieces, text):
        return {turned or text: text}, ()
    people = {piece: _people_in(piece) for piece in pieces}
    names = {
        name: piece if len(found) == 1 else name for piece, (found, _) in people.items() for name in found
    }
    one = (
        is_name(text)
        and ": " not in text
        and not (firms or any(map(is_office, pieces)) or _lists(pieces) or _LEADS.match(text))
    )
    if not one and len(pieces) > 1 and not _AFTER_NAME.search(text):
        names = _with_given(pieces, names, text)
    listed = len(names) == len(pieces) > 1  # "Bo Berg, Cy Cruz", and not "Berg, Bo"
    if not said or (not listed and ("@" in text or one)):
        return ({text: text} if said else {}), ()
    unnamed = [piece for piece in pieces if piece not in names.values() and not people[piece][0]]
    return names, (*firms, *unnamed, *(other for _, others in people.values() for other in others))


def _people_in(piece: str) -> tuple[list[str], list[str]]:
    """Find whom a few words name, as "Lena Voss knows Bo Lind" and "her boss Lena Voss", and who may be named there besides."""
    if led := _LEADS.match(piece):
        found = _people_in(piece[led.end() :])
        return found if found[0] and _is_surely_one(found[0][0]) else ([], [])
    names = list(filter(None, [_full_name_in(piece)]))
    others: list[str] = []
    for before, text in names_behind(piece):
        said = _LEADS.sub("", text)
        if " " not in said or not is_name(said) or is_office(said):
            continue
        sure = _is_surely_one(said)
        if before.leads and (sure or before.relation):
            names.append(said)
        elif names and (sure or before.leads):
            others.append(said)
    return names, others


def _lists(pieces: Sequence[str]) -> bool:
    """Tell "Ann Fox, Bo" and "Ann Fox, Quay" from one name: "Berg, Bo", "Garcia Lopez, Ana", "Thomas, Mary Beth", "Ann Fox, MD"."""
    parts = [split_name(piece) for piece in pieces]
    whole = [i for i, f in enumerate(parts) if f and _is_first_last(f)]
    if len(pieces) < 2 or not whole:
        return False
    return whole[0] == 0 or is_given(pieces[0])


def _is_last_first(pieces: Sequence[str], text: str) -> bool:
    """Tell "de la Cruz, Maria Jose" from a list of two."""
    if len(pieces) != 2 or "," not in text:
        return False
    particle, *rest = pieces[0].split()
    return bool(rest) and folded(particle) in PARTICLES and all(map(is_given, pieces[1].split()))


def _is_first_last(name: FullName) -> bool:
    return bool(name.first and name.last) and is_given(name.first.split()[0]) and not is_given(name.last)


def _with_given(pieces: Sequence[str], names: Mapping[str, str], text: str) -> dict[str, str]:
    """Add the given names that stand alone in a list of nothing but names."""
    places = "," not in text  # Bo and Charlotte; in "Bo Berg, Charlotte" she may be a town
    small = text == text.lower()
    given = {p for p in pieces if (small or p[:1].isupper()) and is_given(p, places=places)}
    if not places and given.issuperset(pieces[:2]) and folded(pieces[0]) in _LAST_TOO:
        given.difference_update(pieces[:2])  # "Lee, Bob and Cy Fox"
    if not all(piece in given or piece in names.values() for piece in pieces):
        return dict(names)
    whole = {piece: name for name, piece in names.items()}
    if len(pieces) == 2 and pieces[0] in given and pieces[1] in whole and not _LISTED.search(text):
        return {_with_last_of(pieces[0], whole[pieces[1]]): pieces[0], whole[pieces[1]]: pieces[1]}
    return {whole.get(piece, piece): piece for piece in pieces}


def _with_last_of(first: str, name: str) -> str:
    """Tell the pair "Jim and Sue Harper" apart."""
    found = split_name(name)
    return f"{first} {found.last}" if found and found.last else first


def _full_name_in(piece: str) -> str:
    return next(
        (n for n in (piece, name_before(piece)) if " " in n and is_name(n) and not is_plainly_none(n)), ""
    )
