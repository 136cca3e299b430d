"""What a letter must hold: the referrer, the purpose, what its kind says; and how long it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.letters.checks.meeting import meeting
from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import (
    block,
    in_own_words,
    name_words,
    own_lines,
    plain,
    quote,
    sentences,
    warn,
    whole,
)
from pipeline.letters.greetings import after_greeting
from pipeline.letters.kinds import KINDS
from pipeline.letters.namecase import whole_name_mended
from pipeline.model import Finding, Letter, LetterKind
from pipeline.model.described import is_nobody, name_before
from pipeline.model.namewords import GENERATIONS, TITLES
from pipeline.model.texts import flat
from pipeline.rules.cellnames import nobody_refers
from pipeline.rules.namedoubts import name_doubt

_SAYS = re.compile(
    r" (?:told|said|says|suggest(?:s|ed)|gave|sent|knows|knew|recommend(?:s|ed)|introduced|referred|mentioned|thinks|asked|e?-?mailed|called|wants|works|worked|met|is|was)\b"
)
"""What goes on behind a name as a sentence does: Ann Fox told me to call."""


def referrer(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Find the referrer in the first two sentences after the greeting; mind the names of others as they were typed."""
    yield from _names_as_typed(letter, situation)
    if letter.kind is not LetterKind.APPROACH_REFERRAL:
        return
    name = situation.referrer or situation.contact.referred_by
    body = _without_stops(name, after_greeting(own_lines(letter.body)))
    two = [s.text for s in sentences(body)[:2]]
    first_two = " ".join(two)
    if name.strip() and is_nobody(name):
        yield block("referrer", "R12", f"Referred by {nobody_refers(name)}.")
    elif not name.strip():
        yield block(
            "referrer",
            "R12",
            "Source says Referral, and Referred by is blank. Fill in who referred you, or correct Source.",
        )
    elif not _named(name, first_two, body):
        written = " ".join(in_own_words(s, body) for s in two)
        yield block(
            "referrer",
            "R12",
            f"{name} is not named in the first two sentences ({quote(written)}). Say there who referred you.",
        )


def _names_as_typed(letter: Letter, situation: Situation) -> Iterator[Finding]:
    text = " ".join(whole(letter).split())
    for name, cell in situation.named:
        if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            continue
        alone = name_before(name)
        if alone and _SAYS.match(name[len(alone) :]):
            said = f"The letter names {quote(name)}. Leave the name alone in {cell}: “{alone}”."
            yield warn("referrer", "R12", said)
        elif doubt := name_doubt(name):
            said = f"The letter names {quote(name)}, which {doubt}. Write the name alone in {cell}."
            yield warn("referrer", "Letters", said)
        elif written := whole_name_mended(name):
            how = "without a capital" if name == name.lower() else "as no name is written"
            said = f"The letter has “{name}” {how}. Write it as a name is written: “{written}”, in {cell}."
            yield warn("referrer", "Letters", said)


def _without_stops(name: str, text: str) -> str:
    """Take the stops off initials, and off the name's own short words, where no sentence ends: A. Ruiz, Dr. J.J. Abel, Wm. Fox."""
    own = [re.escape(word[:-1]) for word in name.split()[:-1] if word.endswith(".")]
    return re.sub(rf"\b({'|'.join([*own, '[A-HJ-Z]'])})\.(?=\s+[A-Z])", r"\1", text)


def _named(name: str, first_two: str, body: str) -> bool:
    """Look for the last name, or for the first name without another's last name after it."""
    words = [w for w in name.split() if flat(w.strip(".,")) not in TITLES | GENERATIONS]
    said = name_words(first_two)
    if words and not name_words(words[-1]) and _stands_in(name, first_two):  # Ana R., Coach K, J.J.
        return True
    if not words or name_words(words[-1]) & said:
        return bool(words)
    first = words[0]
    others = re.findall(rf"{re.escape(first)}\s+([^\W\d_][\w'’-]*)", body)
    return bool(name_words(first) & said) and not (others and all(o[:1].isupper() for o in others))


def _stands_in(name: str, text: str) -> bool:
    """Look for a name as it is written, initials counted and stops and case aside."""
    wanted, there = (" ".join(re.findall(r"\w+", plain(part).lower())) for part in (name, text))
    return f" {wanted} " in f" {there} "


def purpose(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Look for the purpose where it must be stated: information and advice."""
    if not KINDS[letter.kind].says_purpose:
        return
    text = " ".join(s.text for s in sentences(letter.body) if not s.quoted)
    rule = "R12" if KINDS[letter.kind].asks_for_meeting else "R5"
    mine = " ".join(situation.settings.purpose.rstrip(".").split())
    stated = plain(mine.lower())
    if not (stated and stated in text) and not re.search(
        r"\bpurpose\b|\bto (?:learn|understand|find out|hear|know|see how)\b", text
    ):
        yield warn(
            "purpose",
            rule,
            f"The letter does not state your purpose{f' ({quote(mine)})' if stated else ''}. Say what you want to learn.",
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
            f"the name of {name}"
            for name in situation.met
            if not (name_words(name) & name_words(letter.body) or _stands_in(name, letter.body))
        ]
    if missing:
        rule = "R9" if letter.kind is LetterKind.THANK_REFERRER else "R5"
        yield warn("must-say", rule, f"Not found in the letter: {', '.join(missing)}. Add it.")
    if letter.kind is LetterKind.CONFIRM:
        yield from meeting(letter, situation)


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
