"""Whether somebody asks, in a mail of their own, not to be written to again (pure)."""

from __future__ import annotations

import re

from pipeline.mail.incoming.texts import is_greeting
from pipeline.mail.incoming.wishwords import PLEAS

_READ = 1_500
_WORD = re.compile(r"[^\W\d_]+")
# Who names another way to be reached only chooses among them.
_ANOTHER_WAY = re.compile(
    r"(?<!not )(?<!n['’]t )(?<!nt )(?<!never )(?<!ever )(?<!you )(?<!you to )(?<!e-)\b(?:call|phone|ring|text|e-?mail|mail) me\b(?! (?:again|any ?more|niet)\b)"
    r"|\brufen sie (?:mich|uns)\b(?! (?:bitte )?(?:nicht|nie)\b)|(?<!ne )\b(?:appelez|téléphonez)[- ]moi\b|(?<!no )\bll[áa]meme\b|(?<!non )\bmi (?:chiami|telefoni)\b"
    r"|\bbel (?:mij|me)\b(?! niet)",
    re.IGNORECASE,
)


# One word for it, as the first that is said; further below it is a link of theirs, or a stop on the way.
_ONE_WORD = re.compile(r"(?i:(?:please )?unsubscribe)\W*|(?:STOP|Stop|Please stop)\W*")
_FIRST = 2
_DISCLAIMER = re.compile(
    r"\bif you (?:are|were) not (?:the|an?) (?:intended|named|right|correct)\b|\b(?:have )?received this (?:e-?mail|message|communication) in error\b|\bconfidentiality notice\b"
    r"|\bthis (?:e-?mail|message|communication)\b[^.\n]{0,60}\b(?:confidential|privileged)\b|\bto stop receiving\b"
    r"|\bnicht der (?:richtige|beabsichtigte) adressat\b|\bvertrauliche\b[^.\n]{0,40}\binformationen\b|\bce (?:message|courriel)\b[^.\n]{0,60}\bconfidentiel|\beste (?:mensaje|correo)\b[^.\n]{0,60}\bconfidencial",
    re.IGNORECASE,
)
"""Below it a firm speaks, to whomever the mail reaches."""


def asks_rest(own_words: str) -> bool:
    """Tell whether somebody asks not to be written to again, or to be taken off a list."""
    lines = [" ".join(line.split()) for line in own_words[:_READ].split("\n")]
    said = _DISCLAIMER.split("\n".join(lines))[0]
    first = [line for line in lines if line and not is_greeting(line)][:_FIRST]
    asks = _pleads(said) or any(map(_ONE_WORD.fullmatch, first))
    return asks and _ANOTHER_WAY.search(said) is None


def _pleads(said: str) -> bool:
    # By their text: a kind is compiled where one of its words is first read.
    words = set(_WORD.findall(said.lower()))
    asked = (plea.pattern for plea in PLEAS if not words.isdisjoint(plea.words.split()))
    return any(re.search(pattern, said, re.IGNORECASE) for pattern in asked)
