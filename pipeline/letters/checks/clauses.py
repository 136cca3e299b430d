"""Sentences in a normal form, split where a new subject begins; and what is denied in a clause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.letters.checks import denying
from pipeline.letters.patterns import one_of

# What a sentence must hold for a pattern to be asked, the pattern, and how its words are opened; one after the other.
_CONTRACTIONS = (
    ("cannot", r"\bcannot\b", "can not"),
    ("can't", r"\bcan't\b", "can not"),
    ("won't", r"\bwon't\b", "will not"),
    ("shan't", r"\bshan't\b", "shall not"),
    ("n't", r"n't\b", " not"),
    ("u", r"\bu\b", "you"),
    ("y", r"\b(?:ya|y'all|you guys|you folks|you lot)\b", "you"),
    ("gotta", r"\bgotta\b", "got to"),
    ("wanna", r"\bwanna\b", "want to"),
    ("'m", r"'m\b", " am"),
    ("'ve", r"'ve\b", " have"),
    ("'ll", r"'ll\b", " will"),
    ("'re", r"'re\b", " are"),
    ("'d", r"\b(i|we|you|he|she|it|they|there|who)'d (better|been)\b", r"\1 had \2"),
    ("'d", r"\b(i|we|you|he|she|it|they|there|who)'d\b", r"\1 would"),
    (
        "'s",
        r"\b(he|she|it|that|there|what|here|who|where|how|let|nothing|anything|something)'s\b",
        r"\1 is",
    ),
    ("let is", r"\blet is\b", "let us"),
    # "you're job": a slip of the ear
    (
        "you are",
        r"\byou are (?=(?:jobs?|work|field|career|position|role|office|company|firm|team)\b)",
        "your ",
    ),
)
# Left out before the patterns are tried: they change how much, not what.
_ADVERBS = re.compile(
    r"\b(?:really|truly|dearly|greatly|very|also|currently|presently|now|actively|still|ever|perhaps|maybe|possibly|kindly"
    r"|please|pls|plz|sincerely|gladly|certainly|definitely|honestly|frankly|urgently|desperately|eagerly|keenly|again"
    r"|personally|absolutely|particularly|especially|already|sir|madam|ma'am|quite|rather(?! than)|hereby|humbly|actually"
    r"|somehow|hopefully|seriously|badly|therefore|hence|by any chance|at the moment|at present|by the way|of course|right now"
    r"|at this time|in due course|these days|eventually|ideally|potentially|genuinely|obviously|basically) "
)
_SUBJECT = (
    r"(?:i|we|you|he|she|they|it|there|this|that|what i|please|kindly|my \w+(?: \w+)? (?:is|was|has|will|are)|your \w+ (?:is|are|has|have|may|might)"
    r"|(?:do|does|are|is|would|could|can|might|may|will|have|has) (?:you|there|it|i|we|your|anyone|the))"
)
_CONJUNCTION = (
    r"and|but|so|yet|because|as|since|though|although|while|whereas|once|until|or|even if|so that"
    r"|in case|nevertheless|however|still|hence|therefore|in which case|before|after|only|then|otherwise|which is why|that is why"
)
_BOUNDARY = re.compile(
    rf"\s*(?:[;:?!]|—|--|\.\.\.|\s-\s)\s*"
    rf"|,?\s+(?:but|yet|however|though|although|whereas|except|unless|nevertheless|nor)\b,?\s+"
    rf"|(?:,?\s+(?:(?:{_CONJUNCTION})\s+)+|,\s+(?:for\s+)?)(?={_SUBJECT}\b)"
    rf"|,?\s+(?:so|and)\s+(?=(?:consider|hire|keep|let|pass|give|think|forward|tell|find|help|send|put)\b)"
    rf"|,?\s+and\s+(?=(?:am|do|would|will|want|need|hope|seek|look|looking|hoping|have|if|please|so|perhaps|maybe|could|can|are|is|should|turn|apply|wish)\b)"
    rf"|,\s+(?=(?:just|only|merely|simply|if|should|were|had|let|hire|consider)\b)"
)
# The denial reaches on over these: "I am not asking whether you hire", "I do not write because I want a job".
_REACHES_ON = re.compile(
    r"(?:\bask(?:ing|ed)?(?: you)? (?:whether|if)|\b(?:writ(?:e|ing|ten)|here|calling|call|ask(?:ing)?|com(?:e|ing)|this is|it is)(?: to you)? because"
    r"|\bas (?:if|though)|\bto (?:see|find out|ask|learn|hear) (?:whether|if)|\bin the hope that)$"
)
_LONGEST, _LONGEST_WORD = 60, 40
# A clause that begins so has the subject of the clause before.
_VERBS = frozenset(
    (
        "am",
        "do",
        "would",
        "will",
        "want",
        "need",
        "hope",
        "seek",
        "look",
        "have",
        "could",
        "can",
        "should",
        "turn",
        "apply",
        "wish",
    )
)


class Clause(NamedTuple):
    """Words of one subject in normal form, and how the clause before led to it ("", "but", "nor", "before" …)."""

    text: str
    lead: str = ""


# "I cannot say that I am not": said twice over, it is affirmed.
_TWICE = re.compile(
    r"\b(?:(?:can|could|would|will) not (?:\w+ )?(?:say|claim|pretend|deny|swear)(?: that)?|it is not that|not as if) i (am|do|would|have) not\b"
)


_NO_REASON_NOT = re.compile(
    r"\bno (?:reason|cause|excuse) not to\b|\bcan not (?:help but|but|not)\b"
    r"|\b(?:remiss|foolish|a fool|kick myself|never forgive myself|regret it) if i did not\b"
)
# A subordinate clause that opens a sentence ends at its comma.
_OPENED = re.compile(
    r"^((?:and |but |so )?(?:while|though|although|if|when|since|as|because|after|before|once|rather than|instead of|unlike|without"
    r"|should|were|had|even if|until|unless|whenever)\b[^,;]{3,160}), "
)


@lru_cache(maxsize=256)
def normal(sentence: str) -> str:
    """Open the contractions of a plain, lower-case sentence and leave out words that only color it."""
    for needed, pattern, opened in _CONTRACTIONS:
        if needed in sentence:
            sentence = re.sub(pattern, opened, sentence)
    sentence = _NO_REASON_NOT.sub("", sentence)
    return _TWICE.sub(r"i \1", _ADVERBS.sub("", sentence + " ").strip())


@lru_cache(maxsize=256)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """Split a sentence in normal form; no clause is longer than 60 words."""
    sentence = _OPENED.sub(r"\1; ", sentence)
    found: list[Clause] = []
    begin, lead = 0, ""
    for boundary in _BOUNDARY.finditer(sentence):
        if _REACHES_ON.search(sentence[begin : boundary.end()].strip()):
            continue
        found.extend(_chopped(sentence[begin : boundary.start()], lead, found))
        begin, lead = boundary.end(), boundary[0].strip(" ,")
    found.extend(_chopped(sentence[begin:], lead, found))
    return tuple(found)


def _chopped(text: str, lead: str, before: list[Clause]) -> list[Clause]:
    words = [word[:_LONGEST_WORD] for word in re.sub(r"[^\w'&#/+-]+", " ", text).split()]
    if lead == "and" and words and words[0] in _VERBS and before and before[-1].text.startswith("i "):
        words.insert(0, "i")
    return [
        Clause(" ".join(words[at : at + _LONGEST]), "" if at else lead)
        for at in range(0, len(words), _LONGEST)
    ]


_NO_DENIAL, _DENIALS = one_of(denying.DENIES_NOTHING), one_of(denying.DENIES)
_DENIED_AT_ONCE = re.compile(
    r"(?:\bnot(?: to (?:ask|look|apply|seek)(?: you)?)?|\bnever|\bno|\bneither|\bnor|\bwithout|\brather than|\binstead of|\bleast of all"
    r"|\blet alone|\bmuch less|\banything but)"
    r"(?: (?:a|an|any|the|for|about|of|with|from|this|as|in|even|asking|looking|applying|seeking|at all|necessarily))*\s*$"
)
_DENIED_AFTER = re.compile(
    r"^(?:[\w' ]{0,60}? )?(?:is|are|was|were|would be)(?: not| never)? ?(?:at all )?"
    r"(?:what|why|my (?:purpose|aim|goal|intention|reason)|the (?:point|reason|purpose|aim|last thing)|something|on my mind|in question|my question|the goal)"
)
_NOT_AFTER = re.compile(r".{0,75}?(?:\bnot\b|\bnever\b|last thing)")
_LATER = re.compile(r"\b(?:before|long before|not ready to|until) (?:\w+ )?$")


def denied(clause: Clause, text: str, start: int, end: int) -> bool:
    """Tell whether words of a clause are denied: an odd number of denials before and in them, or one after."""
    text = _NO_DENIAL.sub(lambda match: " " * len(match[0]), text)
    before = text[:start]
    if _DENIED_AT_ONCE.search(before):
        return True
    after = text[end:].lstrip()
    if _DENIED_AFTER.match(after) and _NOT_AFTER.match(after):
        return True
    if clause.lead.startswith("before") or _LATER.search(before):
        return True
    count = len(_DENIALS.findall(text[:end]))
    return (count + clause.lead.startswith("nor")) % 2 == 1


def denied_words(clause: Clause) -> list[bool]:
    """Tell of each word of a clause whether an odd number of denials stands before it."""
    odd = clause.lead.startswith(("nor", "before"))
    if not _DENIALS.search(clause.text):
        return [odd] * len(clause.text.split())  # as nearly all
    text = _NO_DENIAL.sub(lambda match: " " * len(match[0]), clause.text)
    denials = [found.end() for found in _DENIALS.finditer(text)]
    return [
        (sum(end <= word.start() for end in denials) + odd) % 2 == 1
        for word in re.finditer(r"\S+", clause.text)
    ]


def said(pattern: re.Pattern[str], sentence: str) -> bool:
    """Tell whether a sentence says, in one of its clauses, what a pattern finds there, and does not deny it."""
    return any(
        not denied(clause, clause.text, *found.span())
        for clause in clauses(normal(sentence))
        for found in pattern.finditer(clause.text)
    )
