"""What a cell of another's list says: that somebody was written to, or wrote first. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from pipeline.model.namewords import is_given, is_nickname
from pipeline.model.texts import flat, spelled, word_set
from pipeline.sheets.cells import says_never
from pipeline.sheets.columns.contactdays import LONGEST, days_in, says_done, words_in
from pipeline.sheets.columns.dayorder import Orders, day_of, day_orders, means_no_day, orders_within
from pipeline.sheets.columns.evidence import StateReader, text_of
from pipeline.sheets.columns.notyet import says_not_yet, says_unsent
from pipeline.sheets.columns.remarks import begins_with, by_word, written_out
from pipeline.sheets.columns.remarkwords import REMARKS
from pipeline.sheets.columns.resting import is_of_rest, rest_reader
from pipeline.sheets.columns.stateheaders import (
    HABITS,
    is_all_of_states,
    is_else,
    is_how_done,
    is_of_remarks,
    marks_done,
    pattern_wanted,
    tells_states,
)
from pipeline.sheets.columns.statewords import (
    LETTER_THERE,
    SAYS_IN_PASSING,
    SAYS_MET,
    THEY_WROTE,
    TO_ANOTHER,
)

STATUS = "status"
"""The field of a column of states, some of which say that somebody was written to."""

_PLAN = r"(?:asap|soon|later|tomorrow|tonight|tbd|(?:later )?(?:this|next) (?:week|month|year|(?:mon|tues|wednes|thurs|fri)day))"
_MERELY_PLANNED = re.compile(rf"(?i){_PLAN}|(?:no|not yet)\W+(?:waiting|{_PLAN})")
_WEEKDAYS = re.compile(r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?: (?:and|or))?(?: |$))+")
_HOURS = r"(?i)\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b(?:\W*\d+\W+\d+\b)?|(?<![\d./-])\b\d\d?\s*(?:-|–|to)\s*\d\d?\b(?![./-]\d)"
# "Sched. for 11/9" is one clause.
_CLAUSE = re.compile(
    r"(?:[;,!]|(?<![Aa]ppt)(?<![Ss]ched)(?<![Mm][ts]g)\.)\s+|(?<!\s)(?:\s*\n\s*|\s+[-–—]\s+)"
)
# What a firm's office made of an application says nothing of the person.
_APPLIED = (
    r"(?i)\b(?:applied|application)\b[^,.;:\n–—]{0,200}?(?:[,;:–—-]|\band\b|\bbut\b)\s*(?:(?:i|but|and|then|they|was|were|got|have|has|had)\s+)*"
    r"(?:(?:never|not|no|haven['’]?t|hasn['’]?t|didn['’]?t|got)\s+)*(?:hear(?:d)?|repl(?:y|ies|ied)|responded|response|answer(?:ed)?|reject(?:ed|ion)|turned down|declined|ghosted)\b[^,;.\n]*"
)
_TO_THEM = r"(?i)\b(?:she|he|(?:from|to|with) (?:her|him)|(?:her|his) (?:reply|answer|response)|e-?mailed|wrote|called|texted|messaged|phoned)\b"
_AMID = re.compile(r"[^\W_] ")
_WORD = re.compile(r"[^\W\d_]+")
_AS_IT_SOUNDS = str.maketrans("cgf", "kjp")
_VERBS_TOO = word_set("will may april june august hope mark drew grant bill")
# Patterns and kinds are made ready where a column needs them: most days have none.
_remarks = cache(lambda: by_word(REMARKS))


def are_states(header: str, values: Sequence[object]) -> bool:
    """Tell a column of states by a value that says that somebody was written to, wrote first, or is to be left alone."""
    said, wrote, rests = touched_by(header), reply_reader(header, values), rest_reader(header, values)
    return any(said(v) or wrote(v) or rests(v) for v in values)


def speaks_of_letters(header: str) -> bool:
    """Tell a header below which states, ways of contact or remarks may say that somebody was written to, or shall not be."""
    words = set(spelled(header).split())
    if is_all_of_states(header) or is_of_remarks(header):
        return True
    else_too = is_how_done(header) or is_of_rest(header) or marks_done(header)
    return tells_states(words) or bool(not is_else(words) and else_too)


def reply_reader(header: str, values: Sequence[object]) -> StateReader:
    """Give what reads of a cell of states that they wrote before anybody wrote to them: the day, else its text (R6)."""
    words = set(spelled(header).split())
    if is_of_remarks(header) or not tells_states(words):
        return lambda _value, _named="": None
    orders = cache(lambda: orders_within(values))

    def read(value: object, named: str = "") -> date | str | None:
        if not (isinstance(value, str) and len(value) <= LONGEST):
            return None
        if not re.match(THEY_WROTE, spelled(_with_roles(value, named))):
            return None
        return _first_day(value, orders()) or text_of(value)

    return read


def touched_by(header: str) -> Callable[..., bool]:
    """Give the test of a value under this header: a column of states may say more than one that is of something else.

    Where all are states, whatever isn't known to say that nothing happened yet may say that it did. The second argument
    is what the row's person is called: what names somebody else is not of them.
    """
    if is_of_remarks(header):
        return _told_in_remarks(rest_reader(header, ()))
    words = set(spelled(header).split())
    # Not at import: most days need none of them.
    says, theirs, there, in_passing = map(
        re.compile, (pattern_wanted(header, words), THEY_WROTE, LETTER_THERE, SAYS_IN_PASSING)
    )
    ahead, habit, tells = is_else(words), bool(words & HABITS), tells_states(words)
    all_states, rests, marks = is_all_of_states(header), rest_reader(header, ()), marks_done(header)

    def perhaps(said: str) -> bool:
        return all_states and not (says_not_yet(header, said) or rests(said))

    def touched(value: object, named: str = "") -> bool:
        text = text_of(value)
        if marks and not marks.isdisjoint((spelled(text), text)):
            return True
        if ahead or not isinstance(value, str) or len(value) > LONGEST:
            return not ahead and perhaps(text)
        said = _with_roles(re.sub(_HOURS, " ", value) if habit else value, named)
        whole = spelled(said)
        if tells and (theirs.match(whole) or says_unsent(whole)):
            return False
        if says.match(whole) and (not _is_to_another(whole) or there.match(whole)):
            return True
        further = map(spelled, _CLAUSE.split(said)[1:]) if tells else ()
        if any(in_passing.match(c) and not _is_to_another(c) for c in further):
            return True
        return not _is_to_another(whole) and perhaps(said)

    return touched


def _told_in_remarks(rests: StateReader) -> Callable[..., bool]:
    """Give the test of a remark, some piece of which may say that one wrote, or what came of it, and not that they rest."""

    def told(value: object, named: str = "") -> bool:
        pieces = _CLAUSE.split(_with_roles(_without_office(value), named)) if isinstance(value, str) else ()
        return any(
            len(p) <= LONGEST and says_so(p) and not rests(p) and not _begins_with_another(p) for p in pieces
        )

    def says_so(piece: str) -> bool:
        said = written_out(spelled(piece.replace("@", " at ")))
        return begins_with(said, _remarks()) and not _is_to_another(said)

    return told


def _without_office(text: str) -> str:
    return re.sub(_APPLIED, lambda said: said[0] if re.search(_TO_THEM, said[0]) else "", text)


def _is_to_another(said: str) -> bool:
    return "someone" in said and bool(re.match(TO_ANOTHER, said))


def _begins_with_another(piece: str) -> bool:
    first = _WORD.match(piece)
    return bool(
        first
        and first[0][0].isupper()
        and is_given(first[0])
        and flat(first[0]) not in _VERBS_TOO | {"jan", "ty"}
    )


def day_reader(header: str, values: Sequence[object], *, states: bool) -> StateReader:
    """Give what reads a cell of such a column: the day, its text where that is surely none, None where nothing was written.

    Of `states` such as "Emailed 2026-11-03" the first day is meant, and what the row's person is called is a
    second argument. "Met 2026-11-03" comes as it stands: it may be a talk, or how one knows them.
    """
    touched = touched_by(header)
    of_habit = "day" in words_in(header) and not says_done(header)
    orders = cache(lambda: orders_within(values) if states else day_orders(values))

    def read(value: object, named: str = "") -> date | str | None:
        text = text_of(value)
        if not states:
            planned = _MERELY_PLANNED.fullmatch(text.strip()) or (
                of_habit and _WEEKDAYS.fullmatch(spelled(text))
            )
            return None if planned or means_no_day(text) else day_of(value, orders()) or text
        if not touched(value, named):
            return None
        if says_never(text):  # in Last contact it would say so: "Response: none"
            return f"{header}: {text}"
        return text if says_met(text) else _first_day(value, orders()) or text

    return read


class Readers(NamedTuple):
    """What reads of a cell when somebody was written to, when they wrote first, and until when nobody shall write to them."""

    day: StateReader
    replied: StateReader
    rests: StateReader


def readers_of(header: str, values: Sequence[object], *, states: bool) -> Readers:
    """Give what reads the cells of a column of days, or of `states`: who wrote first, or rests, may stand among days too."""
    return Readers(
        day_reader(header, values, states=states),
        reply_reader(header, values),
        rest_reader(header, values),
    )


def says_met(text: str) -> bool:
    """Tell a cell that says a meeting, and no letter."""
    return bool(re.match(SAYS_MET, spelled(text)))


def later(one: date | str | None, other: date | str) -> date | str:
    """Choose of two such cells of one person the later day; a text only where neither is a day, and of two the one with figures."""
    if isinstance(one, str) and isinstance(other, str):
        return other if any(map(str.isdigit, other)) and not any(map(str.isdigit, one)) else one
    if one is None or isinstance(one, str) or isinstance(other, str):
        return one if isinstance(other, str) and one else other
    return max(one, other)


def _with_roles(text: str, named: str) -> str:
    """Say "them" for the row's own person, and "someone" for another by a usual first name that is surely not theirs."""
    own = spelled(named).split()
    if len(own) < 2 or len(own[0]) == 1:  # Bob may be R. Ruiz
        return text

    def role(found: re.Match[str]) -> str:
        word = flat(found[0])
        if word in own:
            return "them"
        if not found[0][0].isupper() or not is_given(found[0]) or word in _VERBS_TOO:
            return found[0]
        if any(is_nickname(word, one) for one in own):
            return "them"
        amid = _AMID.fullmatch(text[max(0, found.start() - 2) : found.start()])
        return "someone" if amid and _sound(word) not in map(_sound, own) else found[0]

    return _WORD.sub(role, text)


def _sound(word: str) -> str:
    """Give a name's first letter as it sounds: Kathy may be Catherine."""
    return word[0].translate(_AS_IT_SOUNDS)


def _first_day(state: object, orders: Orders) -> date | None:
    return next((day for said in days_in(state) if (day := day_of(said, orders))), None)
