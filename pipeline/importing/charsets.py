"""Bytes become text by evidence: a mark, valid UTF-8, or the one old character set in which every word can be a word."""

from __future__ import annotations

import contextlib
import re

from pipeline.model.errors import UserError

# In the order of how common they are in contact files; of several that give the same text the first is named.
_NAMES = {
    "cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp1250": "Windows-1250", "cp1251": "Windows-1251",
    "cp1253": "Windows-1253", "cp1254": "Windows-1254", "cp932": "Shift-JIS", "gb18030": "GB 18030", "euc_kr": "EUC-KR",
    "koi8_r": "KOI8-R", "iso8859_2": "ISO 8859-2", "cp850": "DOS 850",
}  # fmt: skip
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "àâæçéèêëîïôœùûüÿ", "äöüßéèà", "áéíñóúüçàïòèª", "àèéìíîòóù", "áâãàçéêíóôõúü", "àáâäçèéêëíïóôöúû", "äåæøöéèüô",
        "ąćęłńóśźż", "áčďéěíňóřšťúůýžäĺľŕô", "áéíóöőúüű", "čćđšž", "ăâîșțşţ", "çğıöşüâîû", "áðéíóúýþæö", "āčēģīķļņšūž",
        "ąčęėįšųūž", "äõöüšž",
    )
)  # fmt: skip
_CYRILLIC_VOWELS, _GREEK_VOWELS = frozenset("аеёиоуыэюяіїєў"), frozenset("αεηιουωάέήίόύώϊϋΐΰ")
_SIGNS = "’‘‐–—·´`€™®©°…“”„«»§\u00a0•"
_ENOUGH = 0.9


def decode(data: bytes) -> tuple[str, str]:
    """Read bytes as text, and say how where that was a judgment. Raises UserError where it can't be decided."""
    for mark, name in ((b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace").replace("\0", ""), ""
    data = data.removeprefix(b"\xef\xbb\xbf")
    zeros = data[:2000].count(0)
    if zeros > len(data[:2000]) // 4:
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace").replace("\0", ""), ""
    try:
        text = data.decode("utf-8").replace("\0", "")
        once = _saved_twice(text)
        said = "Its letters with accents were saved wrongly (as in JosÃ©), and put right: look at the names."
        return (once, said) if once else (text, "")
    except UnicodeDecodeError:
        text, name = guessed(data)
        return text.replace("\0", ""), f"Read as {name}, since it is not UTF-8: look at names with accents."


def _saved_twice(text: str) -> str:
    """Take back a saving as UTF-8 of what was UTF-8 already; "" where that is not it, for then hardly any text could be read so."""
    if text.isascii():
        return ""
    with contextlib.suppress(UnicodeError):
        return text.removeprefix("\ufeff").encode("cp1252").decode("utf-8")
    return ""


def guessed(data: bytes) -> tuple[str, str]:
    """Find the character set in which every word can be one. Raises UserError where none or several do."""
    possible: dict[str, str] = {}
    for codec, name in _NAMES.items():
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _likely(text) >= _ENOUGH:
            possible.setdefault(text, name)
    if len(possible) == 1:
        return next(iter(possible.items()))
    what = "in which character set it is written: " + (
        f"{' or '.join(possible.values())} would do"
        if possible
        else "its letters with accents are no words in any"
    )
    raise UserError(
        f"It can't be told {what}. Open it in the program that it comes from, or in Excel, save it as “CSV UTF-8”, and "
        "import that."
    )


def _likely(text: str) -> float:
    """Give the share of words with other letters than A to Z that can be words."""
    words = re.findall(rf"[^\x00-\x40\[-`{{-\x7f{_SIGNS}][^\x00-\x26\x28-\x40\[-`{{-\x7f{_SIGNS}]*", text)
    odd = [word for word in words if not word.isascii()]
    return sum(map(_is_word, odd)) / len(odd) if odd else 1.0


def _is_word(word: str) -> bool:
    if not all(part.isalpha() for part in word.split("'") if part):
        return False
    low = word.lower()
    beyond = {c for c in low if not c.isascii()}
    if all("\u0400" <= c <= "\u04ff" for c in low):
        return _cased(word) and (len(word) < 3 or bool(set(low) & _CYRILLIC_VOWELS))
    if all("\u0370" <= c <= "\u03ff" for c in low):
        return _cased(word) and (len(word) < 3 or bool(set(low) & _GREEK_VOWELS))
    if all(ord(c) >= 0x3040 and ord(c) < 0xFF00 for c in low):
        return all(
            "\u3040" <= c <= "\u30ff" or "\u4e00" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in low
        )
    return _cased(word) and any(beyond <= alphabet for alphabet in _ALPHABETS)


def _cased(word: str) -> bool:
    """Tell words from letters thrown together: lower, Title, UPPER, or parts of these as in McRae; no accent sets a capital."""
    shape = "".join("x" if c.islower() else "X" for c in word)
    odd = "".join("." if c.isascii() else "o" for c in word)
    inside = any(shape[i : i + 2] == "xX" and odd[i + 1] == "o" for i in range(len(word)))
    run = any(shape[i : i + 3] == "XXx" and "o" in odd[i : i + 2] for i in range(len(word)))
    return not (inside or run)
