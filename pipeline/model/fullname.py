"""A full name taken apart, as far as that can be done without guessing. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.model import namewords
from pipeline.model.described import is_described, is_nobody, is_office
from pipeline.model.organizations import ORGANIZATION_WORDS, begins_as_town
from pipeline.model.texts import FIRM_FORMS, flat, folded, spelled, unquoted, word_set
from pipeline.model.wishes import wish_in

_TITLES = {
    "dr": "Dr.", "doctor": "Dr.", "prof": "Professor", "professor": "Professor", "mr": "Mr.", "mrs": "Mrs.", "ms": "Ms.",
    "miss": "Miss", "mx": "Mx.", "rev": "Rev.", "judge": "Judge", "frau": "Frau", "herr": "Herr", "mme": "Mme",
    "mlle": "Mlle", "dra": "Dra.", "dott": "Dott.", "dottssa": "Dott.ssa", "sig": "Sig.", "mag": "Mag.", "dhr": "Dhr.",
    "mevr": "Mevr.", "sra": "Sra.", "srta": "Srta.", "sir": "Sir", "dame": "Dame",
}  # fmt: skip
_BEFORE_OTHERS = ("Frau", "Herr")
_SEVERAL = r"(?i)\s(?:&|\+|and|und|et|y)\s|&|/|;|@|\d|https?:|\||\s[-–—]\s"
_QUOTED = r"[\"“”„«»‘][^\"“”„«»‘’]+[\"“”„«»’]|(?<!\w)'[^']+'(?!\w)"
_BRACKETS = r"\(([^()]*)\)|\[([^\[\]]*)\]"
_BORN = r"(?i)(née|nee|né|geb\.?|born|formerly|fka)\b"
_FIRM = FIRM_FORMS | {"ag", "team", "department"}
_MARKS = frozenset("•·‣*→⇒►✓~_|;,!…–—-")
_NO_PERSON = word_set("total totals subtotal summe gesamt somme totale totaal updated unknown none")


@dataclass(frozen=True, slots=True)
class FullName:
    """A name's parts; `salutation` is filled where the name came with a title ("Dr. Okafor").

    `left` is what was taken off: degrees, nicknames, pronouns, signs.
    """

    first: str
    last: str
    salutation: str = ""
    left: tuple[str, ...] = field(default=(), compare=False)


def split_name(text: str) -> FullName | None:
    """Take "Ada Okafor", "Okafor, Ada" or "Dr. Ludwig van der Berg, PhD" apart.

    None for a blank, and for what is not clearly one person's name ("Ann and Joe Fox", "Mom's friend Judy", "Reed Tom (HR)", an address), or asks
    not to be written to.
    """
    if wish_in(text):
        return None
    left: list[str] = []
    name = _without_signs(_without_asides(text, left), left)
    if name is None or re.search(_SEVERAL, name) or re.search(r"[()\[\]<>]", name):
        return None
    before, *rest = [part.strip() for part in name.split(",")]
    if any(is_described(part) for part in (before, *rest) if part and (" " in part or not rest)):
        return None
    left += [part for part in rest if part and _only_after(part)]
    rest = [part for part in rest if part and not _only_after(part)]
    after = " ".join(part for part in rest if all(map(_is_title, part.split())))  # Ada Okafor, Dr.
    rest = [part for part in rest if not all(map(_is_title, part.split()))]
    if len(rest) > 1 or not (before or rest):
        return None
    title, words = _without_title(f"{after} {rest[0] if rest else before}".split())
    words = _without_degrees(words, left)
    if rest:
        return _full(title, words, _without_degrees(before.split(), left), left)
    if title and len(words) == 1:
        return _full(title, [], words, left)
    begins = (i for i in range(1, len(words)) if flat(words[i].strip(".")) in namewords.LAST_NAMES_BEGIN)
    at = next(begins, len(words) - 1)
    return _full(title, words[: max(at, 1)], words[max(at, 1) :], left)


def first_last(text: str) -> str:
    """Turn a name whose last name surely stands in front, as "Lind, Bo", into first and last name; "" for any other text.

    Not sure are "Thomas, James" and "Lind, Zdenka", where both may be either, and "Garcia Lopez, Ana", who may be two.
    """
    family, *rest = [part.strip() for part in text.split(",")]
    left = [part for part in rest if part and _only_after(part)]
    behind = [part for part in rest if part and not _only_after(part)]
    title, words = _without_title(behind[0].split() if behind else [])
    given = _without_degrees(words, left)
    if (
        len(behind) != 1
        or not _is_only_last(family)
        or not all(map(_is_only_first, given))
        or begins_as_town(behind[0])
    ):
        return ""
    return ", ".join([" ".join(filter(None, (title, *given, family))), *left])


def _is_only_last(family: str) -> bool:
    *before, last = family.split() or [""]
    particles = len(before) != 1 or before[0].islower()
    other = is_office(last) or flat(last) in namewords.TITLES | ORGANIZATION_WORDS
    return (
        particles
        and all(flat(word.strip(".")) in namewords.PARTICLES | namewords.LAST_NAMES_BEGIN for word in before)
        and (
            len(last) > 1
            and last[0].isupper()
            and last.replace("-", "").replace("'", "").replace("’", "").isalpha()
        )
        and not (other or namewords.is_given(last) or is_described(family))
    )


def _is_only_first(word: str) -> bool:
    named = [part for part in word.split("-") if part]
    return is_initial(word) or (bool(named) and all(namewords.is_given(part, places=False) for part in named))


def is_initial(word: str) -> bool:
    """Tell "A.", "A" and "J.J." from names in full."""
    return bool(re.fullmatch(r"(?:[^\W\d_]\.-?)+|[^\W\d_]", word)) and word[0].isupper()


def is_name(text: str) -> bool:
    """Tell the bare name of one person, be it a first name alone."""
    return split_name(text) is not None and not is_nobody(text)


def name_key(name: str) -> str:
    """Fold a name to what is compared: "Prof. Dr. Ada Okafor" and "Okafor, Ada" are Ada Okafor."""
    words = name.split()
    if len(words) == 2 and "".join(words).isalpha() and not _is_title(words[0]):
        return folded(name)  # as nearly all
    return _key_of_parts(name)


def fits_name(said: str, name: str) -> bool:
    """Tell whether what was said may be short for a whole name, as "Sofía" and "Dr. Núñez" are for Sofía Núñez."""
    found = split_name(said)
    words = set(spelled(f"{found.first} {found.last}" if found else said).split())
    return any(len(word) > 1 for word in words) and words <= set(spelled(name).split())


@lru_cache(maxsize=1 << 12)
def _key_of_parts(name: str) -> str:
    found = split_name(name)
    return spelled(f"{found.first} {found.last}") if found and found.first and found.last else spelled(name)


def tidied(first: str, last: str) -> FullName:
    """Clear first and last name, given apart, of degrees, nicknames, pronouns and signs; what is unclear stays as it is."""
    left: list[str] = []
    title, given = _without_title(_cleared(first, left).split())
    family = _cleared(last, left).split()
    rest = " ".join(given)
    return FullName(
        rest, " ".join(family), f"{title} {' '.join(family)}" if title and family else "", tuple(left)
    )


def _cleared(text: str, left: list[str]) -> str:
    if wish_in(text):
        return text
    found: list[str] = []
    name = _without_signs(_without_asides(text, found), found)
    if not name:
        return text
    before, *rest = [part.strip() for part in name.split(",")]
    if any(part and not _only_after(part) for part in rest):
        return text
    left += [*found, *filter(None, rest)]
    return " ".join(_without_degrees(before.split(), left))


def is_total(text: str) -> bool:
    """Tell the first cell of a line of totals, or of a remark on the list, from a name."""
    return bool(_NO_PERSON & {flat(word.strip(".:")) for word in text.split()[:2]})


def is_firm(text: str) -> bool:
    """Tell the name of a firm or a team from a person's."""
    return bool(text.split()) and flat(text.split()[-1].strip(".,")) in _FIRM


def _full(title: str, given: list[str], family: list[str], left: list[str]) -> FullName | None:
    first, last = " ".join(given), " ".join(family)
    ends = {flat(word.strip(".")) for word in (*given[:1], *family[-1:])}
    if not (first or last) or ends & (_NO_PERSON | _FIRM):
        return None
    return FullName(first, last, f"{title} {last}" if title and last else "", tuple(left))


def _without_asides(text: str, left: list[str]) -> str | None:
    """Take out nicknames, former names and pronouns; None where brackets hold something else, as a department."""
    name = text
    while found := re.search(_BRACKETS, name):
        inside = (found[1] or found[2] or "").strip()
        rest = (name[: found.start()] + " " + name[found.end() :]).strip()
        between = bool(name[: found.start()].strip()) and bool(name[found.end() :].strip(" ,"))
        first = flat((rest.split() or [""])[0])
        known = bool(namewords.PRONOUNS.search(inside) or re.match(_BORN, inside))
        known = known or namewords.is_nickname(flat(inside), first) or all(map(_comes_after, inside.split()))
        if not (known or (between and inside.isalpha() and not inside.isupper())):
            return None
        left.append(inside)
        name = rest
    for pattern in (namewords.PRONOUNS, _QUOTED):
        left += [found.group().strip("\"“”„«»‘’'") for found in re.finditer(pattern, name)]
        name = re.sub(pattern, " ", name)
    return name.strip(" ,|-–—")


def _without_signs(name: str | None, left: list[str]) -> str | None:
    """Take out emoji and other signs that are no part of a name."""
    if name is None:
        return None
    signs = [c for c in name if _is_sign(c)]
    left += ["".join(signs)] if signs else []
    return " ".join("".join(" " if c in signs else c for c in name).split())


def without_bullets(text: str) -> str:
    """Take bullets, ticks, arrows, emoji and the like off both ends of a name, and the quotation marks around it."""
    start, end = 0, len(text)
    while start < end and _is_mark(text[start]):
        start += 1
    while start < end and _is_mark(text[end - 1]):
        end -= 1
    bare = unquoted(text[start:end])
    return text[start:end] if re.search(r"[\"“”‘]", bare) else bare


def _is_mark(c: str) -> bool:
    return not c.isalnum() and (c.isspace() or c in _MARKS or _is_sign(c))


def _is_sign(c: str) -> bool:
    """Tell an emoji from signs as © and ®, which come out of letters read wrongly."""
    return (unicodedata.category(c) in ("So", "Co", "Cn") and c > "\u2000") or c in "\u200d\ufe0f"


def _bare(word: str) -> str:
    return word.casefold().replace(".", "")


def _is_title(word: str) -> bool:
    return _bare(word) in _TITLES


def _without_title(words: list[str]) -> tuple[str, list[str]]:
    titles = []
    while len(words) > 1 and _is_title(words[0]):
        titles.append(_TITLES[_bare(words[0])])
        words = words[1:]
    return " ".join(titles if titles[:1] and titles[0] in _BEFORE_OTHERS else titles[:1]), words


def _without_degrees(words: list[str], left: list[str]) -> list[str]:
    while len(words) > 1 and _comes_after(words[-1]):
        left.append(words[-1])
        words = words[:-1]
    return words


def _only_after(text: str) -> bool:
    return all(_comes_after(word) for word in text.split())


def _comes_after(word: str) -> bool:
    """Tell "Jr.", "MD" and "(ret.)" from names: Ma and Do are names, MA and DO are degrees."""
    low = word.casefold().replace(".", "")
    return low in namewords.GENERATIONS - {"v"} or low == "ret" or namewords.is_degree(word)
