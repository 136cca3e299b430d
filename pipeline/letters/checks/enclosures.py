"""No resume where a meeting is asked for (R1); where it belongs, it goes along (R16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from pipeline.letters.checks import enclosing
from pipeline.letters.checks.clauses import Clause, clauses, denied, normal, said
from pipeline.letters.checks.situation import ResumeRule, Situation, resume_rule
from pipeline.letters.checks.words import (
    Sentence,
    block,
    own_lines,
    plain,
    quote,
    said_in,
    sentences,
    warn,
    whole,
)
from pipeline.letters.kinds import KINDS
from pipeline.letters.patterns import one_of
from pipeline.model import Finding, Letter
from pipeline.model.texts import joined

NAME = "enclosure"
_RESUME = one_of(enclosing.RESUME)
_OFFERS = r"\b(?:send|sending|forward|e-?mail|upload|provide|share|supply|furnish|mail|fax)\b"
_BRINGS = r"\b(?:bring|bringing|take|carry|have) (?:along |with me )?(?:a copy of |copies of )?(?:my|the|a) (?:\w+ )?(?:resume|cv|curriculum|vita|biodata)"
_GOES_ALONG = re.compile(
    r"\b(?:find|see) (?:\w+ )?(?:attached|enclosed)\b|\bpfa\b|\b(?:attached|enclosed) (?:is|are|you will find|please find|find)\b|\b(?:is|are) (?:attached|enclosed)\b"
    r"|\bi(?: am| have)? (?:attach|enclose|attaching|enclosing|attached|enclosed)\b(?! (?:to|great|much|more|some|no|importance|weight|value))|\bsee (?:the )?(?:attached|attachment|enclosed)\b|^\W*encl(?:osures?)?\b\W"
)
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/[^\s<>\"']+|\b[\w-]*resume[\w-]*\.[a-z]{2,}\b",
    re.IGNORECASE,
)
_RESUME_LINK = r"(?<![a-z])(?:cv|curriculum|vitae|lebenslauf)(?![a-z])|(?<!p)resume(?!d|s\b.*\btalks)|[a-z]cv\.(?:pdf|docx?)"
_HEADINGS = re.compile(
    r"^\W*(?:(?:work |professional |relevant )?experience|employment(?: history)?|education|(?:technical |key )?skills|references|objective"
    r"|certifications?|qualifications|awards|languages)\W*$",
    re.IGNORECASE | re.MULTILINE,
)


def enclosure(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Hold the real enclosures, and what the text says of them, against R1 and R16."""
    may = resume_rule(letter.kind, situation.contact, situation.settings)
    rule = "R1" if KINDS[letter.kind].asks_for_meeting else "R16"
    if may is ResumeRule.FORBIDDEN:
        yield from _forbidden_files(letter, rule)
        yield from _forbidden_words(letter, rule)
    else:
        yield from _file_to_go(letter, situation, may)
        yield from _words_without_file(letter)
    yield from _other_words(letter, rule)


def _forbidden_files(letter: Letter, rule: str) -> Iterator[Finding]:
    for name in letter.enclosures:
        why = (
            "A letter that asks for a meeting carries no attachment"
            if rule == "R1"
            else "With this letter no resume goes along"
        )
        yield block(NAME, rule, f"{quote(name)} is enclosed. {why}: take it off.")


def _forbidden_words(letter: Letter, rule: str) -> Iterator[Finding]:
    for sentence in _sentences(letter):
        resumes = _resumes(sentence)
        if _goes_along(sentence, resumes):
            yield block(
                NAME,
                rule,
                f"{said_in(letter, sentence.text)} speaks of a resume that goes along. None may with this letter: take "
                "the words out. To say that you will bring one is fine.",
            )
        elif rule == "R1" and _offered(sentence, resumes):
            yield warn(
                NAME,
                rule,
                f"{said_in(letter, sentence.text)} offers your resume. In a letter that asks for a meeting that reads like "
                "an application: better take it to the meeting.",
            )
    for link in _resume_links(own_lines(whole(letter))):
        yield block(
            NAME,
            rule,
            f"{quote(link)} looks like a link to a resume. None may go with this letter: take it out.",
        )
    if len({m[0].strip().lower() for m in _HEADINGS.finditer(letter.body)}) >= 3:
        yield block(
            NAME,
            rule,
            "The text holds a resume's headings (such as experience, education, skills). None may go with this "
            "letter: take it out.",
        )


def _sentences(letter: Letter) -> tuple[Sentence, ...]:
    return (*sentences(letter.subject), *sentences(letter.body))


def _file_to_go(letter: Letter, situation: Situation, may: ResumeRule) -> Iterator[Finding]:
    file = situation.enclosure
    for name in letter.enclosures:
        if name != file.name:
            yield block(
                NAME,
                "R16",
                f"{quote(name)} is enclosed. Only the Settings' resume file can go along: take it off.",
            )
    goes = file.name in letter.enclosures
    if file.problem and (goes or may is ResumeRule.REQUIRED):
        yield block(
            NAME,
            "R16",
            joined(
                "The resume should go along",
                file.problem,
                f"Correct Resume file on the Settings sheet{_or_say_no(may)}",
            ),
        )
    elif may is ResumeRule.REQUIRED and not goes:
        missing = (
            "no Resume file is named on the Settings sheet"
            if not file.name
            else f"{quote(file.name)} is not enclosed"
        )
        yield block(
            NAME,
            "R16",
            f"The resume should go along with this letter, but {missing}. Put it there{_or_say_no(may)}.",
        )


def _or_say_no(may: ResumeRule) -> str:
    return (
        ", or set Enclose resume to No in the contact's row"
        if may is ResumeRule.REQUIRED
        else ", or take it off"
    )


def _words_without_file(letter: Letter) -> Iterator[Finding]:
    named = [s for s in _sentences(letter) if _goes_along(s, _resumes(s))]
    if named and not letter.enclosures:
        yield block(
            NAME,
            "R16",
            f"{said_in(letter, named[0].text)} says that a resume goes along, but none does. Enclose it, or take the words out.",
        )
    if letter.enclosures and not named:
        yield warn(
            NAME,
            "R16",
            f"{quote(letter.enclosures[0])} goes along, but the letter does not say so. Add a sentence.",
        )


def _other_words(letter: Letter, rule: str) -> Iterator[Finding]:
    if letter.enclosures:
        return
    for sentence in sentences(letter.body):
        if sentence.quoted or _RESUME.search(sentence.text):
            continue
        if said(_GOES_ALONG, sentence.text):
            yield warn(
                NAME,
                rule,
                f"{said_in(letter, sentence.text)} says that something goes along, but nothing does. Take the words out.",
            )


def _resumes(sentence: Sentence) -> list[bool]:
    """Tell of each clause of the user's own sentence whether it names the resume."""
    if sentence.quoted:
        return []
    return [_undenied(_RESUME, part) for part in clauses(normal(sentence.text))]


def _goes_along(sentence: Sentence, resumes: list[bool]) -> bool:
    """Tell whether the resume that some clauses name goes along with the letter, or stands behind a link in it."""
    if not any(resumes):
        return False
    if _LINK.search(sentence.text):
        return True
    parts = clauses(normal(sentence.text))
    along = [_undenied(one_of(enclosing.ALONG), part) for part in parts]
    near = [_undenied(one_of(enclosing.NEAR), part) for part in parts]
    return any(
        resume and (along[at] or any(near[max(at - 1, 0) : at + 2])) for at, resume in enumerate(resumes)
    )


def _undenied(pattern: re.Pattern[str], clause: Clause) -> bool:
    return any(not denied(clause, clause.text, *found.span()) for found in pattern.finditer(clause.text))


def _offered(sentence: Sentence, resumes: list[bool]) -> bool:
    if not any(resumes) or re.search(_BRINGS, sentence.text):
        return False
    parts = clauses(normal(sentence.text))
    return any(resume and re.search(_OFFERS, part.text) for part, resume in zip(parts, resumes, strict=True))


def _resume_links(text: str) -> Iterator[str]:
    for link in _LINK.finditer(text):
        if re.search(_RESUME_LINK, plain(unquote(link[0])).lower()):
            yield link[0].rstrip(".,;)")
