"""The user keeps the initiative: the day promised for the call is named, and can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from pipeline.letters.checks.clauses import said
from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import block, said_in, sentences, warn
from pipeline.letters.kinds import KINDS
from pipeline.letters.spelling import AMERICAN, spell_day
from pipeline.model import ASKING, Finding, Letter
from pipeline.model.dates import MONTHS, WEEKDAYS, long_day

NAME, RULE = "initiative", "R8"
_MIN_AHEAD = 2
# Days in which a promised call may lie, or by mistake seem to.
_LOOKED_BACK, _LOOKED_AHEAD = 30, 150
_MONTHS = tuple(name[:3].lower() for name in MONTHS)
_DAYS = tuple(name.lower() for name in WEEKDAYS)
_MONTH = r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATES = (
    (re.compile(rf"\b{_MONTH} (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}})\b)?"), "mdy"),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? (\d{{4}})\b)?"), "dmy"),
    (re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b"), "iso"),
    (re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?\b"), "us"),
)
_WEEKDAY = re.compile(rf"\b({'|'.join(_DAYS)})\b")
_NEAR = re.compile(r"\b(today|tomorrow|this (?:morning|afternoon|evening))\b")
_SOMETIME = re.compile(
    r"\b(?:in|during) the week (?:of|after|following|starting|beginning)\b|\b(?:after|before|by|from|since|between)\s*$"
)
_PROMISE = re.compile(
    r"\bi(?:'ll| will| shall| plan to| am going to| would like to| intend to| hope to|'d like to| mean to| propose to)\b[^.]*?"
    r"\b(?:call|calling|telephone|phone|ring|try you|reach you|be in touch by (?:tele)?phone|give you a (?:call|ring))\b"
    r"|\byou (?:can|may) expect (?:my|a) call\b|\bmy call\b|\bexpect a call from me\b"
)
_CALL_ME = re.compile(
    r"\b(?:call|phone|telephone|ring|dial) me\b|\bgive me a (?:call|ring)\b|\bcontact me\b|\bcall my (?:number|cell|mobile|phone|office)\b"
    r"|\b(?:wait for|await|look forward to|looking forward to|hope for) your call\b"
)


def initiative(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Check the day of the promised call, in letters to someone with a phone number."""
    if letter.kind.event not in ASKING or not situation.contact.phone.strip():
        return
    promise = _promise(_in_numbers(letter.body, situation.today, situation.settings.date_language))
    named = _named_days(promise, situation.today, letter.call_on)
    for weekday, day in named:
        if weekday and _DAYS[day.weekday()] != weekday:
            yield block(
                NAME,
                RULE,
                f"{said_in(letter, promise)}: {long_day(day)} is no {weekday.capitalize()}. Correct the day.",
            )
    days = [day for _, day in named]
    if days and letter.call_on and letter.call_on not in days:
        yield block(
            NAME,
            RULE,
            f"{said_in(letter, promise)} names another day than the letter's Call on ({letter.call_on.isoformat()}). Make them the same.",
        )
    for day in sorted(set(days[:1]) | ({letter.call_on} if letter.call_on else set())):
        yield from _keepable(day, situation)
    if not KINDS[letter.kind].promises_call:
        return
    if not days:
        yield warn(
            NAME,
            RULE,
            "No day is named on which you will telephone. Name one, so that it stays with you to call.",
        )
    for sentence in sentences(letter.body):
        if not sentence.quoted and said(_CALL_ME, sentence.text):
            yield warn(
                NAME,
                RULE,
                f"{said_in(letter, sentence.text)} leaves the call to them. Say when you will call.",
            )


def promised_day(
    body: str, today: date, call_on: date | None = None, language: str = AMERICAN
) -> date | None:
    """Read the day on which a letter promises a call; None where it names none. `call_on` settles a bare weekday."""
    named = _named_days(_promise(_in_numbers(body, today, language)), today, call_on)
    return named[0][1] if named else None


def _in_numbers(body: str, today: date, language: str) -> str:
    """Write in numbers the days of the next months that a text spells in the language of dates."""
    if language == AMERICAN:
        return body
    spelled = _spelled_days(today, language)
    pattern = "|".join(re.escape(words) for words in sorted(spelled, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: spelled[found[0]].isoformat(), body)


@lru_cache(maxsize=8)
def _spelled_days(today: date, language: str) -> dict[str, date]:
    days = (today + timedelta(days=n) for n in range(-_LOOKED_BACK, _LOOKED_AHEAD))
    return {spell_day(day, today, language): day for day in days}


def _keepable(day: date, situation: Situation) -> Iterator[Finding]:
    soonest = situation.workdays.bd(situation.today, _MIN_AHEAD)
    advice = f"Name {long_day(soonest)} or a later business day."
    if situation.workdays.between(situation.today, day) < _MIN_AHEAD:
        yield block(
            NAME,
            RULE,
            f"The call is promised for {long_day(day)}, under {_MIN_AHEAD} business days away. {advice}",
        )
    elif not situation.workdays.is_business_day(day):
        yield block(
            NAME, RULE, f"The call is promised for {long_day(day)}, which is no business day. {advice}"
        )


def _promise(body: str) -> str:
    """Find the sentence that promises the call; one that names a day goes before one that does not."""
    promises = [s.text for s in sentences(body) if not s.quoted and said(_PROMISE, s.text)]
    return next(
        (p for p in promises if _WEEKDAY.search(p) or _NEAR.search(p) or any(d.search(p) for d, _ in _DATES)),
        promises[0] if promises else "",
    )


def _named_days(sentence: str, today: date, call_on: date | None) -> list[tuple[str, date]]:
    """List the days named, each with the weekday that stands before it, if any; letters sent earlier are no promise."""
    found: list[tuple[int, str, date]] = []
    for pattern, order in _DATES:
        for match in pattern.finditer(sentence):
            before = sentence[: match.start()]
            day = _day(match, order, today)
            if (
                day
                and not _SOMETIME.search(before[-40:])
                and not re.search(r"\b(?:letter|wrote|mail|message) (?:of|on|dated) (?:\w+day, )?$", before)
            ):
                weekday = re.search(rf"\b({'|'.join(_DAYS)}),? (?:the )?$", before)
                found.append((match.start(), weekday[1] if weekday else "", day))
    if not found:
        found = [
            (m.start(), "", _next(m[1], today, call_on))
            for m in _WEEKDAY.finditer(sentence)
            if not _SOMETIME.search(sentence[: m.start()])
        ]
    if not found:
        found = [
            (m.start(), "", today + timedelta(days=m[1] == "tomorrow")) for m in _NEAR.finditer(sentence)
        ]
    return [(weekday, day) for _, weekday, day in sorted(found)]


def _day(match: re.Match[str], order: str, today: date) -> date | None:
    one, two, three = match[1], match[2], match[3]
    try:
        if order == "iso":
            return date(int(one), int(two), int(three))
        month, number = {"mdy": (one, two), "dmy": (two, one), "us": (one, two)}[order]
        at = _MONTHS.index(month[:3]) + 1 if month[0].isalpha() else int(month)
        if three:
            return date(int(three) + (2000 if len(three) == 2 else 0), at, int(number))
        near = [date(today.year + years, at, int(number)) for years in (-1, 0, 1)]
    except ValueError:
        return None
    return min(near, key=lambda day: abs((day - today).days))


def _next(weekday: str, today: date, call_on: date | None) -> date:
    wanted = _DAYS.index(weekday)
    if call_on and call_on.weekday() == wanted:
        return call_on
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
