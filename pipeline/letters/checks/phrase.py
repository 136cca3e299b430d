"""The cells that stand in a letter as pieces of sentences, and whether those sentences read (the words in phrases/)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from pipeline.letters.checks.asks import judge
from pipeline.letters.checks.language import language_of
from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import block, own_lines, warn
from pipeline.letters.jobwords import APPLICANTS_THANKS, JOB_IN
from pipeline.letters.patterns import one_of
from pipeline.letters.phrases import (
    FIELD,
    MY_PHRASES,
    OF_THEM,
    PHRASES,
    SEVERAL_SENTENCES,
    Flaw,
    Phrase,
    clause_after_lead,
    flaw_in,
    sentence,
    tidy,
)
from pipeline.letters.phrases.foreignwords import foreign
from pipeline.letters.phrases.openers import CALLED, NOUN
from pipeline.model import Contact, Finding, InterviewType, Letter, Level, Mend
from pipeline.model.texts import SENTENCE_END
from pipeline.rules.steps import meeting_type

_MOST_PLACES = 20
_OF_THEIRS = frozenset({"they_offered", "thank_them_for", "why_this_person"})
"""Their words and deeds: what they say of a job is no request of ours, and no letter says it again."""
_BRINGS_UP = (
    "speaks of a job or an opening, and no letter brings one up (R2, R20): it belongs in Opening mentioned"
)
_AS_APPLICANTS = (
    "is what applicants write, and could be read as asking for a job (R2); name one thing that is theirs"
)
_PERHAPS_ASKS = "could be read as asking for a job (R2); say what you would like to learn"


def phrase(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Judge each phrase that stands in the letter, and what an edit put in its place."""
    line = " ".join(own_lines(letter.body).split())
    for asked in (*PHRASES.values(), FIELD):
        text = tidy(asked, getattr(_holder(asked, situation), asked.attr, ""))
        told = f"{letter.subject}. {line}" if asked is FIELD else line
        if found := _flaw(asked, text, letter.body, told) or _misfit(asked, text, line, situation):
            flaw, words = found
            if flaw.told_by_letter:
                continue
            say = block if _level_in(flaw, asked, words, line, situation) is Level.BLOCK else warn
            yield say("phrase", "Letters", flaw.message)._replace(
                mend=_mend(asked, text, flaw, words, letter.body)
            )


def _level_in(flaw: Flaw, asked: Phrase, words: str, line: str, situation: Situation) -> Level:
    """Say how bad a flaw is in this letter: "she" may be who has referred us, and words may follow a sentence's end."""
    if OF_THEM in flaw.what and situation.referrer and asked.attr == "why_this_person":
        return Level.WARN
    if SEVERAL_SENTENCES in flaw.what and line.partition(words)[2][:1] not in (".", "!", "?"):
        return Level.BLOCK
    return flaw.level


def flaw_of_phrase(asked: Phrase, text: str) -> Flaw | None:
    """Find what keeps a phrase from reading, as `flaw_in` does, or that it asks for a job, in whatever wording it stands (R2)."""
    flaw = flaw_in(asked, text)
    if flaw is None or flaw.level is Level.WARN:
        if asked.attr in JOB_IN and _asks_for_a_job(asked, tidy(asked, text)):
            what = _BRINGS_UP if asked.attr in _OF_THEIRS else "must not ask for a job (R2)"
            return Flaw(Level.BLOCK, f"{asked.cell} {what}", sentence(asked, text))
        if asked.attr == "purpose" and flaw is None and _judged(asked, tidy(asked, text)) is Level.WARN:
            what = f"{asked.cell} {_PERHAPS_ASKS}"
            return Flaw(Level.WARN, what, sentence(asked, text), told_by_letter=True)
        if asked.attr == "thank_them_for" and re.match(APPLICANTS_THANKS, tidy(asked, text).lower()):
            return Flaw(Level.WARN, f"{asked.cell} {_AS_APPLICANTS}", sentence(asked, text))
        return flaw
    if not flaw.mended or not _asks_for_a_job(asked, flaw.mended):
        return flaw
    return flaw._replace(what=f"{flaw.what}, and must not ask for a job (R2)", mended=None)


@lru_cache(maxsize=256)  # the same purpose stands in every letter
def _judged(asked: Phrase, text: str) -> Level | None:
    return judge(sentence(asked, text)) if text else None


@lru_cache(maxsize=256)
def _asks_for_a_job(asked: Phrase, text: str) -> bool:
    return bool(text) and (
        (asked.attr not in _OF_THEIRS and _judged(asked, text) is Level.BLOCK)
        or (asked.attr in JOB_IN and one_of(JOB_IN[asked.attr]).match(text.lower()) is not None)
    )


def _flaw(asked: Phrase, text: str, body: str, line: str) -> tuple[Flaw, str] | None:
    """Find a flaw, with the words of the letter that have it; `line`: the letter's own text, blanks single."""
    if flaw := _flaw_where_it_stands(asked, text, line):
        return _in_its_sentence(flaw, text, body), text
    rest = clause_after_lead(asked, line)
    flaw = flaw_of_phrase(asked, rest) if rest else None
    return (_in_its_sentence(flaw, rest, body), rest) if flaw else None


def _in_its_sentence(flaw: Flaw, words: str, body: str) -> Flaw:
    """Let a flaw show the letter's own sentence; as it is where that can't be told."""
    paragraphs = [" ".join(p.split()) for p in own_lines(body).split("\n\n")]
    standing = [p for p in paragraphs if words in p]
    if len(standing) != 1 or standing[0].count(words) != 1:
        return flaw
    before, _, after = standing[0].partition(words)
    begun = SENTENCE_END.split(before)[-1]
    left = re.match(r"[^.!?]*[.!?]*[”\"’']?", after)
    return flaw._replace(sentence=f"{begun}{words}{left[0] if left else ''}")


def _mend(asked: Phrase, text: str, flaw: Flaw, words: str, body: str) -> Mend | None:
    """Put the mended form into the letter; None where its place is not sure, or the letter would not read then either."""
    if not flaw.mended or asked is FIELD:
        return None  # a subject has it, too: mended in its cell
    pattern = r"\s+".join(map(re.escape, words.split()))
    places = [*islice(re.finditer(rf"(?<!\w){pattern}(?!\w)", body), _MOST_PLACES)]
    led = [p for p in places if _is_led(asked, f"{' '.join(body[: p.start()].split())} ")]
    sure = led or places
    if len(sure) != 1:
        return None
    mended = body[: sure[0].start()] + flaw.mended + body[sure[0].end() :]
    left = _flaw(asked, text, mended, " ".join(own_lines(mended).split()))
    return None if left and left[0].level is Level.BLOCK else Mend(flaw.said, flaw.mended, mended)


def _holder(asked: Phrase, situation: Situation) -> object:
    return situation.settings if asked.attr in MY_PHRASES else situation.contact


def _flaw_where_it_stands(asked: Phrase, text: str, body: str) -> Flaw | None:
    """Judge a cell's phrase where the letter has it; one's own template may put other words before it, and the opener among them."""
    at = _place_of(asked, text, body)
    flaw = flaw_of_phrase(asked, text) if at >= 0 else None
    if flaw is None:
        return None
    before = SENTENCE_END.split(body[:at])[-1]
    said = re.search(rf"{_lead(asked)}(?P<rest>.+)$", before + text, re.IGNORECASE)
    whole = flaw_of_phrase(asked, said["rest"]) if said else flaw
    if whole is None or whole.level is Level.WARN:
        return whole
    led = _is_led(asked, before)
    if not led and asked.asked and _opened(asked, text, before):
        return None
    return flaw if led or not flaw.by_opener or asked.attr == "position" else flaw._replace(level=Level.WARN)


def _place_of(asked: Phrase, text: str, body: str) -> int:
    """Find where a phrase stands: behind words that lead to it, else the first place; -1 where it doesn't stand."""
    if not text or text not in body:
        return -1
    whole = rf"(?<![^\W\d_]){re.escape(text)}(?![^\W\d_])"
    places = [found.start() for found in islice(re.finditer(whole, body), _MOST_PLACES)]
    led = (at for at in places if len(places) > 1 and _is_led(asked, body[:at]))
    return next(led, places[0] if places else -1)


def _is_led(asked: Phrase, before: str) -> bool:
    """Tell whether words of the letter that lead to a phrase stand right before it."""
    return re.search(rf"{_lead(asked)}$", before, re.IGNORECASE) is not None


def _misfit(asked: Phrase, text: str, line: str, situation: Situation) -> tuple[Flaw, str] | None:
    """Find what reads well, and not in this letter: in another language, or about who writes or gets it."""
    if asked.attr == "where" and text and text in line and no_place_to_meet(situation.contact):
        what = f"{asked.cell} is no place to meet in person"
        return _in_its_sentence(Flaw(Level.WARN, what, sentence(asked, text)), text, line), text
    if not text or asked.attr == "where" or text not in line:
        return None
    if foreign(text) and language_of(line) == "English":
        what = f"{asked.cell} is not in the letter's language"
    elif asked.attr not in MY_PHRASES and (name := _names_either(text, situation)):
        what = f"{asked.cell} speaks of {name} as of somebody else"
    elif (
        asked.attr == "position"
        and re.search(rf"\b[Aa]s {re.escape(text)}", line)
        and not re.match(NOUN, text)
    ):
        what = f"{asked.cell} does not read after “As”; a sentence of its own, “I am …”, would"
    else:
        return None
    return _in_its_sentence(Flaw(Level.WARN, what, sentence(asked, text)), text, line), text


def no_place_to_meet(contact: Contact) -> bool:
    """Tell a meeting in person for whose place the telephone or a call on the screen is noted."""
    in_person = meeting_type(contact) is InterviewType.IN_PERSON
    return (
        in_person and re.fullmatch(CALLED, tidy(PHRASES["where"], contact.where), re.IGNORECASE) is not None
    )


def _names_either(text: str, situation: Situation) -> str:
    """Find the name of who gets the letter, or of who writes it, in a phrase that speaks to nobody."""
    c, mine = situation.contact, situation.settings.name
    if len(mine.split()) > 1 and mine in text:
        return "you"
    if (c.first_name not in text and c.last_name not in text) or re.search(
        r"\byour?s?\b", text, re.IGNORECASE
    ):
        return ""
    names = [re.escape(n) for n in (c.name, c.first_name) if n] + [
        rf"(?:Dr|Mr|Ms|Mrs|Prof)\.? {re.escape(c.last_name)}"
    ]
    alone = rf"(?<![A-Z][a-z]\s)\b(?:{'|'.join(names)})\b(?!\s[A-Z]|-)"
    return c.name if re.search(alone, text) else ""


def _lead(asked: Phrase) -> str:
    return rf"(?:{asked.lead}|\b{asked.opening}\s+|{asked.wordings})"


def _opened(asked: Phrase, text: str, before: str) -> bool:
    """Tell whether the letter itself says the opener before the phrase: "because" and then "I read your article"."""
    opener = re.search(r"(?:\b(?:because|due|thanks) )?[\w’']+\s*$", before)
    return opener is not None and flaw_in(asked, f"{opener[0].strip()} {text}") is None
