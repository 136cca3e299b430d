"""vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350): many cards a file, folded lines, old ones quoted-printable."""

from __future__ import annotations

import contextlib
import quopri
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.importing.charsets import decode, guessed
from pipeline.importing.imported import (
    Imported,
    ImportedContact,
    first_name,
    imported_contact,
    in_columns,
    in_notes,
    mails_of,
    named,
    salutation,
    taken_off,
    with_label,
)

KIND = "vCard"
MAPPING = (
    ("N, FN", "First name, Last name"),
    ("EMAIL", "Email"),
    ("TEL", "Phone"),
    ("ORG", "Organization"),
    ("TITLE", "Position"),
    ("ADR", "Address"),
    ("NOTE, CATEGORIES, URL", "Notes"),
)

_LABELED = (
    ("CATEGORIES", "Labels", ","),
    ("URL", "Web", "\n"),
    ("NICKNAME", "Nickname", ","),
    ("BDAY", "Birthday", "\n"),
)
_IN_COLUMNS = frozenset({"N", "FN", "EMAIL", "TEL", "ORG", "TITLE", "ROLE", "ADR", "NOTE", "AGENT"})
_SAYS_NOTHING = frozenset(
    [
        "VERSION",
        "PRODID",
        "UID",
        "REV",
        "PHOTO",
        "LOGO",
        "SOUND",
        "KEY",
        "SORT-STRING",
        "SORT-AS",
        "CLASS",
        "MAILER",
        "TZ",
        "GEO",
        "LABEL",
        "CLIENTPIDMAP",
        "XML",
        "SOURCE",
        "NAME",
        "PROFILE",
        "KIND",
        "GENDER",
        "LANG",
        "CALURI",
        "FBURL",
        "X-EVOLUTION-FILE-AS",
        "X-MS-OL-DESIGN",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
        "X-PHONETIC-FIRST-NAME",
        "X-PHONETIC-LAST-NAME",
        "X-MOZILLA-HTML",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-IMAGETYPE",
        "X-IMAGEHASH",
        "X-MS-CARDPICTURE",
    ]
)
"""Pictures, keys, and what programs write for themselves."""


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: its name, its parameters' words in capitals, and its value still escaped.

    Lines of one `group` are of one thing, as an address and its label.
    """

    name: str
    params: tuple[str, ...]
    value: str
    group: str = ""

    @property
    def rank(self) -> int:
        """Sort preferred values first (PREF, TYPE=PREF, PREF=1), then those for work."""
        if "PREF" in self.params:
            return 0
        prefs = [int(p[5:]) for p in self.params if re.fullmatch(r"PREF=\d{1,3}", p)]
        return min(prefs) if prefs else 101 if "WORK" in self.params else 102


def read(data: bytes) -> Imported:
    """Read all the cards; groups are counted as left out, and what can't be read as text is said."""
    people: list[ImportedContact] = []
    groups = 0
    for number, card in enumerate(_cards(_as_utf8(data)), 1):
        if _is_group(card):
            groups += 1
        else:
            people.append(_convert(card, f"card {number}"))
    notes = (f"{groups} left out: {'a group' if groups == 1 else 'groups'}, no person.",) if groups else ()
    return Imported(KIND, tuple(people), MAPPING, notes)


def _as_utf8(data: bytes) -> str:
    """Give the bytes one character each: every property has a character set of its own."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        data = decode(data)[0].encode()
    return data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_group(card: list[Property]) -> bool:
    return any(
        p.name in ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
        or (p.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND") and p.value.strip().lower() in ("group", "list"))
        for p in card
    )


def _cards(text: str) -> Iterator[list[Property]]:
    """Give each card; one inside another, as an AGENT, is not the person's, and one without an end ends with the next."""
    card: list[Property] = []
    depth = 0
    for line in _lines(text):
        found = _property(line)
        if found is None:
            continue
        marks = found.value.strip().upper() == "VCARD"
        if found.name == "BEGIN" and marks:
            inside = depth > 0 and bool(card) and card[-1].name == "AGENT"
            if depth and not inside:
                yield card
            card, depth = (card, depth + 1) if inside or depth > 1 else ([], 1)
        elif found.name == "END" and marks and depth:
            depth -= 1
            if not depth:
                yield card
        elif depth == 1:
            card.append(found)
    if depth:
        yield card


def _lines(text: str) -> Iterator[str]:
    """Unfold: a line that begins with a blank goes on the one before, as does any after a quoted-printable's soft break."""
    held = ""
    for line in re.split(r"\r\n|\r|\n", text):
        soft = held.endswith("=") and "QUOTED-PRINTABLE" in held.partition(":")[0].upper()
        if soft:
            held = held[:-1] + line
        elif line[:1] in (" ", "\t"):
            held += line[1:]
        else:
            yield held
            held = line
    yield held


def _property(line: str) -> Property | None:
    match = re.match(r'((?:[^":]|"[^"]*")+):(.*)', line, re.DOTALL)
    if not match:
        return None
    name, *params = re.findall(r'(?:[^";]|"[^"]*")+', match[1])
    words: list[str] = []
    value = match[2]
    for param in params:
        key, equals, content = param.upper().partition("=")
        if key == "TYPE":
            words += content.replace('"', "").split(",")
        else:
            words.append(param.upper().replace('"', "") if equals else key)
    charset = next((w[8:] for w in words if w.startswith("CHARSET=")), "")
    raw = value.encode("latin-1")
    if "ENCODING=QUOTED-PRINTABLE" in words or "QUOTED-PRINTABLE" in words:
        raw = quopri.decodestring(raw)
    group, _, name = name.rpartition(".")
    return Property(name.upper(), tuple(words), _decoded(raw, charset), group.lower())


def _decoded(raw: bytes, charset: str) -> str:
    """Read a value in the character set that its property names, else as UTF-8, else by evidence."""
    for name in (charset, "utf-8"):
        with contextlib.suppress(LookupError, UnicodeDecodeError, ValueError):
            return raw.decode(name)
    return guessed(raw)[0]


def _parts(value: str, mark: str = ";") -> list[str]:
    """Split at unescaped marks and take the escapes out (RFC 6350 3.4)."""
    return [_plain(m[1]) for m in re.finditer(rf"((?:\\.|[^\\{mark}])*)(?:{mark}|$)", value, re.DOTALL)] or [
        ""
    ]


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value, flags=re.DOTALL).strip()


def _convert(card: list[Property], where: str) -> ImportedContact:
    def every(name: str) -> list[Property]:
        return sorted((p for p in card if p.name == name and p.value.strip()), key=lambda p: p.rank)

    def one(name: str) -> str:
        return next((p.value for p in every(name)), "")

    last, given, middle, prefix, suffix = (_parts(one("N")) + [""] * 5)[:5]
    first = first_name(given, middle)
    # A company's card has its name in FN and no N of its own.
    company = one("X-ABSHOWAS").upper() == "COMPANY" or one("KIND").lower() in (
        "org",
        "location",
        "application",
    )
    name = named(first, last, "" if company else _plain(one("FN")))
    greeting, about = salutation(prefix, name.last)
    labels = {p.group: _plain(p.value) for p in every("X-ABLABEL") if p.group}
    mails, odd = mails_of(
        [with_label(_plain(p.value), labels.get(p.group) or " ".join(p.params)) for p in every("EMAIL")], name
    )
    phones = [
        re.sub("^tel:", "", _plain(p.value), flags=re.IGNORECASE)
        for p in every("TEL")
        if "FAX" not in p.params
    ]
    values = {
        **in_columns(name, greeting, mails, phones),
        "Organization": _parts(one("ORG"))[0],
        "Position": _plain(one("TITLE") or one("ROLE")),
        "Address": _place(one("ADR")),
        "Notes": _plain(one("NOTE")),
    }
    notes = in_notes(mails, phones, odd)
    notes += [f"Suffix: {suffix}"] if suffix else []
    notes += _rest(card, every)
    return imported_contact(values, [*notes, *about, *taken_off(name)], where)


def _rest(card: list[Property], every: Callable[[str], list[Property]]) -> list[str]:
    """Say the rest of a card as lines for Notes: second values, and whatever has no column, but for pictures and the like."""
    lines = [
        f"{label}: {', '.join(filter(None, _parts(p.value, mark)))}"
        for name, label, mark in _LABELED
        for p in every(name)
    ]
    lines += [
        f"Department: {', '.join(more)}"
        for p in every("ORG")[:1]
        if (more := [d for d in _parts(p.value)[1:] if d])
    ]
    lines += [f"Other organization: {', '.join(filter(None, _parts(p.value)))}" for p in every("ORG")[1:]]
    lines += [f"Other position: {_plain(p.value)}" for p in [*every("TITLE"), *every("ROLE")][1:]]
    lines += [f"Other address: {place}" for p in every("ADR")[1:] if (place := _place(p.value))]
    lines += [_plain(p.value) for p in every("NOTE")[1:]]
    known = _IN_COLUMNS | _SAYS_NOTHING | {name for name, _, _ in _LABELED}
    return lines + [
        f"{p.name.removeprefix('X-').capitalize()}: {_plain(p.value)}"
        for p in card
        if p.name not in known
        and not p.name.startswith("X-AB")
        and p.value.strip()
        and "ENCODING=B" not in p.params
    ]


def _place(value: str) -> str:
    """Lay out post box, extension, street, city, region, code and country as on an envelope."""
    box, more, street, city, region, code, country = (_parts(value) + [""] * 7)[:7]
    town = " ".join(filter(None, (f"{city}," if city and region else city, region, code)))
    return "\n".join(filter(None, (box, more, street, town, country)))
