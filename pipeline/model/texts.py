"""Text as people type and paste it, made plain."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Pasted from web pages, mail and PDF: blanks that don't break, marks without width, hyphens that don't break.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ODD = re.compile("[\u00a0\u202f\u2007\u200b\u2060\ufeff\u00ad\u2011\r]|_x000D_")
_PLAIN = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2011": "-"}


def word_set(text: str) -> frozenset[str]:
    """Write a set of words as a text."""
    return frozenset(text.split())


FIRM_FORMS = word_set("""
    inc incorporated ltd limited llc llp plc pllc corp corporation gmbh ggmbh mbh kgaa ohg sarl oyj aps pty pvt
    sdn bhd pte kft zrt nyrt ltda eirl
""")
"""Legal forms that no person is called."""
LEGAL_FORMS = FIRM_FORMS | word_set("""
    lp pc co company and the ag kg ug ev eg se sa sas sl srl spa snc bv nv oy ab as asa a s kk private proprietary
    sp z o oo zoo sro doo dd ooo oao zao pao cia cv sab rl sca scs na
""")
"""What stands at the end of a firm's name, and says nothing of which firm it is."""
_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "Ł": "L", "ı": "i"})
_OF_LETTERS = re.compile(r"\b(?:\w\.\s?){2,}")  # S.A., G.m.b.H.
_NO_WORD = re.compile(r"[\W_]+")
# By their length, as what is looked for behind a place must be of one.
_ABBREVIATED = (
    "Dr|Mr|Ms|Mx|Lt|Wm|St|Mt|Ft|Jr|Sr|No|vs|Co", "Mrs|Rev|Hon|Gen|Col|Sgt|Sen|Gov|Geo|Ste|Rte|Hwy|Inc|Ltd",
    "Prof|Capt|Chas|Thos|Robt|Bldg|Corp",
)  # fmt: skip
SENTENCE_END = re.compile(
    "".join(rf"(?<!\b(?:{short})\.)" for short in _ABBREVIATED)
    + r"(?<!\b[A-HJ-Z]\.)(?:(?<=[.!?])|(?<=[.!?][”\"’)]))\s+"
)
"""Between two sentences: not after a title, a saint, a firm's form or an initial."""
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def clean(text: str) -> str:
    """Strip a text, with ordinary blanks and hyphens, without marks that can't be seen; line breaks inside stay.

    What would steer a terminal, or turn the direction of reading, goes too.
    """
    if text.isascii() and text.isprintable() and "_x" not in text:
        return text.strip()  # as nearly all
    text = _CONTROL.sub("", text)
    if _ODD.search(text):
        text = (
            text.replace("_x000D_\n", "\n").replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "\n")
        )
        text = _ODD.sub(lambda found: _PLAIN.get(found[0], ""), text)
    return text.strip()


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Fold a text that comes up again and again, as `spelled` does."""
    return spelled(text)


def spelled(header: object) -> str:
    """Fold a header or a name to what is compared: no accents, no case, no punctuation."""
    text = str(header)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NO_WORD.sub(" ", text.casefold()).strip()


def flat(text: str) -> str:
    """Fold for comparing: no accents, no case; ß is ss, ł is l."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return unicodedata.normalize(
        "NFC", "".join(c for c in decomposed if not unicodedata.combining(c))
    ).casefold()


@lru_cache(maxsize=1 << 12)
def field_key(field: str) -> str:
    """Fold a field of work to what is compared: no accents, no case; "C++" and "C#" stay two."""
    parts = unicodedata.normalize("NFKD", field)
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).casefold().split())


@lru_cache(maxsize=1 << 14)
def firm(organization: str) -> str:
    """Fold an organization to what is compared: without "The" and its legal form, "&" as "and"; never to nothing."""
    joined = _OF_LETTERS.sub(lambda m: re.sub(r"\W", "", m[0]) + " ", organization)
    words = spelled(joined.replace("&", " and ").replace("+", " and ")).split()
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)


def unquoted(text: str) -> str:
    """Take off the quotation marks that a path gets when it is dragged, or copied as a path."""
    bare = text.strip()
    return bare[1:-1].strip() if len(bare) > 2 and bare[0] + bare[-1] in ('""', "''", "“”", "‘’") else bare


def clipped(text: str, most: int) -> str:
    """Cut a text to so many characters at most, the last a mark that more follows."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def joined(*sentences: str) -> str:
    """Put sentences one behind the other, each with one stop at its end, whether it came with one or not."""
    return " ".join(s if s.endswith((".", "!", "?", ".”", "!”", "?”")) else f"{s}." for s in sentences if s)


def is_kept_by_windows(name: str) -> bool:
    """Tell whether Windows takes a file of that name for a device, whatever stands behind its first dot."""
    return _RESERVED.match(name.partition(".")[0].strip()) is not None


def slug(text: str) -> str:
    """Fold a name to what is safe as part of a file name on every system: letters and digits of any script, joined by -.

    At most 40 characters; never a folder's mark, a name that Windows keeps for itself, nor blank.
    """
    text = unicodedata.normalize("NFKD", text)
    latin = "".join(c for c in text if not ("\u0300" <= c <= "\u036f"))
    plain = unicodedata.normalize("NFC", re.sub(r"[^\w\u0300-\u0dff]+|_", "-", latin).lower())
    plain = "".join(c for c in plain if c == "-" or unicodedata.category(c)[0] in "LMN")[:40].strip("-")
    return "x-" + plain if is_kept_by_windows(plain) else plain or "letter"
