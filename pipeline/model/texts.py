"""Text as people type and paste it, made plain."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Pasted from web pages, mail and PDF: blanks that don't break, marks without width, hyphens that don't break.
_ODD = re.compile("[\u00a0\u202f\u2007\u200b\u2060\ufeff\u00ad\u2011\r]|_x000D_")
_PLAIN = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2011": "-"}

_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def clean(text: str) -> str:
    """Strip a text, with ordinary blanks and hyphens, without marks that can't be seen; line breaks inside stay."""
    if text.isascii() and "\r" not in text and "_x" not in text:  # nearly all are, and this is quick
        return text.strip()
    if _ODD.search(text):
        text = (
            text.replace("_x000D_\n", "\n").replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "\n")
        )
        text = _ODD.sub(lambda found: _PLAIN.get(found[0], ""), text)
    return text.strip()


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Fold a name to what is compared, as `schema.spelled` does, by a short way where the text is plain."""
    plain = text.isascii() and "  " not in text and text.replace(" ", "").isalnum()
    return text.strip().casefold() if plain else spelled(text)


def spelled(header: object) -> str:
    """Fold a header or a name to what is compared: no accents, no case, no punctuation."""
    text = unicodedata.normalize("NFKD", str(header))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\W_]+", " ", text).strip()


def slug(text: str) -> str:
    """Fold a name to what is safe as part of a file name on every system."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()[:40]
    return "x-" + plain if _RESERVED.match(plain) else plain or "letter"
