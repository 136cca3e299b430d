"""What a letter must hold, and must not: placeholders, the right greeting, the referrer, the purpose, thanks, its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import block, name_words, own_lines, plain, quote, sentences, warn, whole
from pipeline.letters.kinds import KINDS
from pipeline.model import Finding, Letter, LetterKind

_PLACEHOLDERS = re.compile(
    r"\[[^\[\]]{0,300}\]|\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\bTODO\b|\bNone\b(?! of\b)|\b(?:nan|NaN|NaT)\b",
    re.MULTILINE,
)
_GREETING = re.compile(
    r"(dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening)|to)\b[ \t]*([^,:;!\n—]*)", re.IGNORECASE
)
_BARE_GREETING = re.compile(r"([^\s,:]+(?: [^\s,:]+){0,3})[,:]\s*$")
_NOBODY = frozenset(
    {
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "prof",
        "professor",
        "doctor",
        "sir",
        "madam",
        "ma",
        "am",
        "maam",
        "rev",
        "reverend",
        "hon",
        "judge",
        "captain",
        "chief",
        "dean",
        "president",
        "director",
        "and",
        "or",
        "jr",
        "sr",
        "ii",
        "iii",
        "the",
        "all",
        "friend",
        "friends",
        "colleague",
        "colleagues",
        "there",
        "everyone",
        "team",
        "neighbor",
        "again",
        "phd",
        "md",
        "esq",
        "sister",
        "brother",
        "father",
        "coach",
        "sergeant",
        "colonel",
        "major",
        "lieutenant",
        "senator",
        "whom",
        "it",
        "may",
        "concern",
        "van",
        "von",
        "de",
        "der",
        "la",
    }
)


def placeholder(letter: Letter, _: Situation) -> Iterator[Finding]:
    """Find what was left to fill in."""
    for found in dict.fromkeys(m[0] for m in _PLACEHOLDERS.finditer(whole(letter))):
        yield block(
            "placeholder",
            "Letters",
            f"{quote(found)} is still to be filled in: write what it stands for, here or in the workbook.",
        )
    if not letter.subject.strip():
        yield block("placeholder", "Letters", "The subject is empty: write one.")
    if not letter.body.strip():
        yield block("placeholder", "Letters", "The letter is empty: write it.")
    opening = _greeting_line(letter.body)
    match = _GREETING.match(opening)
    if match and match[1].lower() == "dear" and not re.search(r"[^\W\d_]", match[2]):
        yield block(
            "placeholder",
            "Letters",
            f"{quote(opening)} greets nobody: write the name, or fill in Salutation.",
        )


def greeting(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Compare the name greeted with the contact's."""
    opening = _greeting_line(letter.body)
    match = _GREETING.match(opening) or _BARE_GREETING.match(opening)
    if not match or "[" in opening:
        return
    contact = situation.contact
    theirs = name_words(f"{contact.salutation} {contact.first_name} {contact.last_name}") or name_words(
        contact.organization
    )
    greeted = name_words(match[match.lastindex or 1])
    strangers = {w for w in greeted if w not in theirs and w not in _NOBODY}
    # An umlaut has two spellings: either being theirs is enough.
    if strangers and not _all_known(match[match.lastindex or 1], theirs):
        yield block(
            "greeting",
            "Letters",
            f"{quote(opening)} greets somebody else than {contact.name or contact.organization}. Correct the "
            "name, or put how you call them into Salutation.",
        )


def _all_known(greeted: str, theirs: set[str]) -> bool:
    return all(
        name_words(w) & (theirs | _NOBODY) or not name_words(w) for w in re.findall(r"[^\s\-.,/&]+", greeted)
    )


def referrer(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Find the referrer in the first two sentences after the greeting."""
    if letter.kind is not LetterKind.APPROACH_REFERRAL:
        return
    name = situation.referrer or situation.contact.referred_by
    body = own_lines(letter.body)
    if _GREETING.match(_greeting_line(body)) or _BARE_GREETING.match(_greeting_line(body)):
        body = re.split(r"[,:;!\n—]", body.lstrip(), maxsplit=1)[-1]
    first_two = " ".join(s.text for s in sentences(body)[:2])
    words = name_words(name) - _NOBODY
    if not words:
        yield block(
            "referrer",
            "R12",
            "Nobody is named in Referred by. Fill it in, or write a letter that names no referral.",
        )
    elif not words & name_words(first_two):
        yield block(
            "referrer",
            "R12",
            f"{name} is not named in the first two sentences ({quote(first_two)}). Say there who referred you.",
        )


def purpose(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Look for the purpose where it must be stated: information and advice."""
    if not KINDS[letter.kind].says_purpose:
        return
    text = " ".join(s.text for s in sentences(letter.body) if not s.quoted)
    rule = "R12" if KINDS[letter.kind].asks_for_meeting else "R5"
    stated = plain(" ".join(situation.settings.purpose.rstrip(".").lower().split()))
    if not (stated and stated in text) and not re.search(
        r"\bpurpose\b|\bto (?:learn|understand|find out|hear|know|see how)\b", text
    ):
        yield warn(
            "purpose",
            rule,
            f"The letter does not state your purpose{f' ({quote(stated)})' if stated else ''}. Say what you want to learn.",
        )
    if not re.search(r"\binformation\b|\badvi[cs]e\b|\bquestions?\b", text):
        yield warn(
            "purpose",
            rule,
            "The letter speaks neither of information nor of advice. Say that this is what you ask for.",
        )


def must_say(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Look for what a letter of its kind says."""
    text = " ".join(s.text for s in sentences(letter.body) if not s.quoted)
    missing = [said.what for said in KINDS[letter.kind].must_say if not said.pattern.search(text)]
    if letter.kind is LetterKind.THANK_REFERRER:
        missing += [
            f"the name of {name}" for name in situation.met if not name_words(name) & name_words(letter.body)
        ]
    if missing:
        rule = "R9" if letter.kind is LetterKind.THANK_REFERRER else "R5"
        yield warn("must-say", rule, f"Not found in the letter: {', '.join(missing)}. Add it.")


def length(letter: Letter, _: Situation) -> Iterator[Finding]:
    """Count the words of the body, quotations aside."""
    limit = KINDS[letter.kind].words
    words = len(own_lines(letter.body).split())
    if words > limit:
        yield warn("length", "Letters", f"The letter has {words} words; {limit} are enough. Shorten it.")


def reply_unseen(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Remind that nobody has looked whether they answered."""
    if letter.kind is LetterKind.FOLLOW_UP and not situation.mailbox:
        yield warn(
            "reply-unseen",
            "R10",
            "No mailbox is set up, so replies are not seen: make sure that they have not answered.",
        )


def _greeting_line(body: str) -> str:
    return next((line.strip() for line in body.splitlines() if line.strip()), "")
