"""R9 and R13: who named whom, thanks to those who did, and names that are nobody's row yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model import CallResult, Contact, EventKind, Held, LetterKind, Step
from pipeline.model.described import is_office, name_before
from pipeline.model.fullname import FullName, is_name, name_key, split_name
from pipeline.model.namewords import GENERATIONS, PARTICLES, is_degree, is_given
from pipeline.model.organizations import organization_in
from pipeline.model.texts import folded, join
from pipeline.rules.details import held_of, named_referrer, result_of, thanks_for
from pipeline.rules.facts import Facts
from pipeline.rules.holds import blocked, on_hold
from pipeline.rules.ruling import Day, Found, again
from pipeline.rules.thanks import thank_you

People = Mapping[str, list[Contact]]
_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_PART = re.compile(rf"(?:{_REMARK.pattern}|[^;\n\r])+")
_BEFORE_COMMA = re.compile(r"\s+(?=,)")
_SEVERAL = re.compile(
    r"\s*,?\s+(?:and|und|&|\+)\s+|\s*(?:[,&+|]|(?<!\b(?-i:[a-z]))/(?!(?-i:[a-z])\b))\s*|\s[-–—]\s|:\s",
    re.IGNORECASE,
)
_IN_A_SENTENCE = re.compile(r"\s(?:and|und|&|\+)\s", re.IGNORECASE)
_DASHED = re.compile(r"\s[-–—]\s")
_AFTER_NAME = re.compile(r"\s[-–—]\s|:\s")
_NUMBER = re.compile(
    r"^\s*(?:\d{1,2}[.)]|and|und|&|\+)\s+|\s+(?:and|und|&|\+)\s*$|(?:\b(?:tel|phone|ph|cell|mobile)\b[.:]?\s*)?[+(]?\d[\d\s()./-]{5,}\d",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:\be?-?mail:?\s+)?<?\b(?:mailto:)?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:do not|don['’]?t|not to be|never|without|prefers? not|rather not)\b|\b(?:confidential|anonym|secret|privat)\w*|\bbetween us\b",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """Who named whom, by row of Contacts: `referrer` the name given for one without Referred by, `referred` whom one named."""

    referrer: Mapping[int, str] = MappingProxyType({})
    referred: Mapping[int, tuple[str, ...]] = MappingProxyType({})


def by_name(contacts: Sequence[Contact]) -> dict[str, list[Contact]]:
    """Index by name, letter case and accents aside, who refers and who is referred; most of a long list are neither."""
    said: set[str] = set()
    for c in contacts:
        if c.referred_by or c.referrals_given:
            said.update((c.name, c.referred_by, *referral_names(c.referrals_given)))
    named = set(map(name_key, said))
    people: dict[str, list[Contact]] = defaultdict(list)
    for c in contacts if named else ():
        if (name := name_key(c.name)) and name in named:
            people[name].append(c)
    return people


def referral_names(cell: str) -> list[str]:
    """Split a cell of referrals into names; what is in brackets is a remark, and an address is no part of a name (R13).

    What is nobody's name, as "someone in Columbus", is left out.
    """
    return list({name_key(n): n for part in _PART.findall(cell) for n in _names_in(part)[0]}.values())


def no_names(cell: str) -> list[str]:
    """List what stands in a cell of referrals, outside of brackets, and is nobody's name."""
    return [text for part in _PART.findall(cell) for text in _names_in(part)[1]]


def name_alone(cell: str) -> str:
    """Take off the name in a cell what stands beside it: remarks in brackets, addresses, numbers, an office or a firm behind a comma.

    Several names, behind commas or one a line, are joined as a sentence does. What asks not to be named stays as it is: with
    its remark it is no name, and goes into no letter.
    """
    if _UNNAMED.search(cell):
        return cell
    beside = any(found.search(cell) for found in (_REMARK, _ADDRESS, _NUMBER))
    text = (_text_of(cell) or cell) if beside else cell
    return text if _IN_A_SENTENCE.search(text) else _names_of_list(cell) or text


def _names_of_list(cell: str) -> str:
    """Join the whole names of a list, or give the one with more behind it; "" where the cell is one name, or may be."""
    parts = [_names_in(part) for part in _PART.findall(cell)]
    names = list(dict.fromkeys(name for found, _ in parts for name in found))
    more = [piece for _, others in parts for piece in others if piece.casefold() not in GENERATIONS]
    perhaps_dashed = _DASHED.search(cell) and all(" " not in piece and not is_office(piece) for piece in more)
    in_one_part = any(len(found) == len(names) == 2 for found, _ in parts)
    perhaps_last_first = in_one_part and not is_given(re.split(r"[\s,]", cell.strip())[0])
    listed = len(names) > 1 or (more and not perhaps_dashed)
    whole = names and all(" " in name for name in names)
    return join(names) if whole and listed and not perhaps_last_first else ""


def nobody_refers(referrer: str) -> str:
    """Say of Referred by that it names nobody, and what to do; its cell is named beside it."""
    return f'says "{referrer}", which is no person\'s name. Type who referred you, or blank it and say how you met in Source'


def address_beside(name: str, cell: str) -> str:
    """Give the e-mail address that stands beside a name in a cell of referrals; blank where there is none."""
    parts = (part for part in _PART.findall(cell) if name in _names_in(part)[0])
    return next((found[1] for part in parts if (found := _ADDRESS.search(part))), "")


def organization_beside(name: str, cell: str) -> str:
    """Give the organization that stands beside a name in a cell of referrals, in brackets or behind it; "" where none does."""
    for part in _PART.findall(cell):
        names, others = _names_in(part)
        if name in names:
            said = [names[name].removeprefix(name), *_remarks_on(names[name], part, alone=len(names) == 1)]
            said += others if len(names) == 1 else ()
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
    if len(_SEVERAL.split(_text_of(part))) > 1 and _text_of(part) != name:  # others stand beside them
        return _with_brackets(part, _names_in(part)[0][name])
    blank = part[: len(part) - len(part.lstrip())]
    return f"{blank}[{part.strip()}]" if "(" in part else f"{blank}({part.strip()})"


def _with_brackets(part: str, piece: str) -> str:
    at = 0
    for said in _SEVERAL.split(part):  # Bo, and not what begins Bob Fox
        start = part.index(said, at)
        at = start + len(said)
        if _text_of(said) == piece:
            return part[:start] + said.replace(piece, f"({piece})", 1) + part[at:]
    return part.replace(piece, f"({piece})")


def _text_of(part: str) -> str:
    bare = _BEFORE_COMMA.sub("", " ".join(_REMARK.sub(" ", part).split()))
    return _trimmed(" ".join(_NUMBER.sub(" ", _ADDRESS.sub(" ", bare)).split())) or _trimmed(bare)


def _trimmed(text: str) -> str:
    """Take signs off both ends; the stop of an initial, as in "Ana R.", stays."""
    name = text.strip(" ,.:-")
    return f"{name}." if re.search(r"\b[^\W\d_]$", name) and f"{name}." in text else name


@lru_cache(maxsize=1 << 12)
def _names_in(part: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Find the names in a part of a cell, each with the words it stands in, and what else the part says.

    Of several in one part, or with more beside them, those with first and last name count, and given names beside nothing but names.
    """
    text = _text_of(part)
    pieces = [piece for piece in _SEVERAL.split(text) if folded(piece) and not is_degree(piece)]
    if _is_last_first(pieces, text):
        return {text: text}, ()
    names = {name: piece for piece in pieces if (name := _full_name_in(piece))}
    one = is_name(text) and not any(map(is_office, pieces)) and not _lists(pieces)
    if not one and len(pieces) > 1 and not _AFTER_NAME.search(text):
        names = _with_given(pieces, names, text)
    listed = len(names) == len(pieces) > 1  # "Bo Berg, Cy Cruz", and not "Berg, Bo"
    if not pieces or (not listed and ("@" in text or one)):
        return ({text: text} if pieces else {}), ()
    return names, tuple(piece for piece in pieces if piece not in names.values())


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
    given = {p for p in pieces if p[:1].isupper() and is_given(p, places=places)}
    if not all(piece in given or piece in names.values() for piece in pieces):
        return dict(names)
    whole = {piece: name for name, piece in names.items()}
    return {whole.get(piece, piece): piece for piece in pieces}


def _full_name_in(piece: str) -> str:
    return next((n for n in (piece, name_before(piece)) if " " in n and is_name(n)), "")


def who_named_whom(live: Sequence[Contact], people: People) -> Named:
    """Work out who named whom; of several givers of one name the first by name counts, whatever row they are on."""
    givers: dict[int, list[Contact]] = defaultdict(list)
    referred: dict[int, list[str]] = defaultdict(list)
    for c in live:
        for name in referral_names(c.referrals_given) if c.referrals_given and not c.duplicate else ():
            only = _without_referrer(name, c, people)
            if only:
                givers[only.row].append(c)
                referred[c.row].append(only.id)
        for referrer in people.get(name_key(c.referred_by), ()) if c.referred_by else ():
            if referrer.row != c.row:
                referred[referrer.row].append(c.id)
    first = {row: min(found, key=lambda g: (folded(g.name), g.id)).name for row, found in givers.items()}
    return Named(first, {row: tuple(sorted(ids)) for row, ids in referred.items()})


def _without_referrer(name: str, giver: Contact, people: People) -> Contact | None:
    """Find the one contact that a name is, if nobody stands in its Referred by."""
    found = people.get(name_key(name), [])
    fits = len(found) == 1 and found[0].row != giver.row and not found[0].referred_by
    return found[0] if fits and giver.name else None


Owed = tuple[Contact, Found, tuple[str, ...], str]
"""A step in addition: the contact, what is owed, whom it is about, and what to do in words of its own."""


def thank_referrers(
    live: Sequence[Contact], facts: Mapping[int, Facts], people: People, day: Day
) -> Iterable[Owed]:
    """R9: one letter to a referrer for all whom one has met since the last one; it waits for their own thanks."""
    for row, all_met in _met_through(live, facts, people, day).items():
        f = facts[row]
        owed = sorted((m for m in all_met if not _thanked_for(f, *m)), key=lambda m: (m[0], m[1].row))
        if not owed or blocked(f, day) is not None:
            continue
        own_first = isinstance(thank_you(f, day), Found)
        due = day.bd(owed[0][0], day.intervals.thank_referrer)
        ids = ",".join(sorted(c.id for _, c in owed))
        found = Found(
            "R9",
            Step.THANK_REFERRER,
            max(due, day.bd(day.bd(day.today, 0), 1)) if own_first else due,
            f"They referred you to {', '.join(c.name for _, c in owed)}, whom you have met.",
            LetterKind.THANK_REFERRER,
            again(f"{ids},", EventKind.THANK_REFERRER, f).rstrip(","),
            put_off=own_first,
        )
        yield f.contact, found, tuple(c.id for _, c in owed), ""


def _met_through(
    live: Sequence[Contact], facts: Mapping[int, Facts], people: People, day: Day
) -> dict[int, list[tuple[date, Contact]]]:
    met: dict[int, list[tuple[date, Contact]]] = defaultdict(list)
    for c in live:
        when = _first_interview(facts[c.row])
        name = _referrer(facts[c.row]) if when else ""
        if when is None or not name or c.duplicate:
            continue
        referrers = people.get(name_key(name), [])
        if len(referrers) == 1 and referrers[0].row != c.row and not day.before_us(when):
            met[referrers[0].row].append((when, c))
    return met


def _referrer(f: Facts) -> str:
    """Name who is to be thanked: Referred by, else whom the first letter named as the referrer."""
    named = any(named_referrer(e) for e in f.past.letters(EventKind.APPROACH))
    return f.contact.referred_by or (f.referrer if named else "")


def _first_interview(facts: Facts) -> date | None:
    for e in facts.past.of(EventKind.INTERVIEW, EventKind.CALL):
        held = e.kind is EventKind.INTERVIEW and held_of(e) is Held.YES
        if held or result_of(e) is CallResult.INTERVIEWED:
            return e.date
    return None


def _thanked_for(referrer: Facts, when: date, met: Contact) -> bool:
    for letter in referrer.past.letters(EventKind.THANK_REFERRER):
        told = thanks_for(letter, met.id)
        if told or (told is None and letter.date >= when):
            return True
    return False


def add_referrals(
    live: Sequence[Contact], facts: Mapping[int, Facts], people: People, day: Day
) -> Iterable[Owed]:
    """R13: names that are nobody's row yet, and people not written to yet of whom nobody says who named them."""
    for c in live:
        if not c.referrals_given or on_hold(c, day.today) or c.duplicate:
            continue
        if day.before_us(facts[c.row].last_contact):
            continue
        for name in referral_names(c.referrals_given):
            if name_key(name) not in people:
                why = f"{c.name} named {name}, who is not in {day.settings.contacts_sheet} yet."
                yield c, Found("R13", Step.ADD_REFERRAL, day.today, why), (name,), ""
                continue
            known = _without_referrer(name, c, people)
            if known and not facts[known.row].begun:
                why = f"{c.name} named {known.name} ({day.settings.contacts_sheet} row {known.row}), whose Referred by is blank."
                to_do = f"Fill in Referred by of {known.name}: {c.name}. The letter to them says so already."
                yield c, Found("R13", Step.ADD_REFERRAL, day.today, why), (known.name,), to_do
