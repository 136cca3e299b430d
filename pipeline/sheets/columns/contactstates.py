"""What a cell of another's list says: that somebody was written to, wrote first, or shall be left alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from pipeline.model.namewords import is_given, is_nickname
from pipeline.model.texts import flat, spelled, word_set
from pipeline.sheets.columns.contactdays import (
    LONGEST,
    SENT,
    SPOKEN,
    WHOLE_DAY,
    WHOM_OR_HOW,
    is_planned,
    says_done,
    words_in,
)
from pipeline.sheets.columns.dayorder import Orders, day_of, day_orders, means_no_day
from pipeline.sheets.columns.evidence import text_of

STATUS = "status"
"""The field of a column of states, some of which say that somebody was written to."""
Reader = Callable[..., date | str | None]
"""What reads a cell: a day, a text, or nothing. What the row's person is called may be said as well."""

_HOW_DONE = re.compile(r"^how (?:did|have) (?:i|we|you)\b")
_STATES = word_set("""
    status stage progress state outreach contact contacted pipeline history correspondence communication step action result response
    follow email mail letter sent stand stands via channel method outcome
""")
_AHEAD = word_set("next todo planned due id owner type label source origin")
_MAY_BE_TO_DO = word_set("action step")
_WHO_OR_WHERE = word_set("person persons people name names stop code room")
_SURELY_STATES = SENT | SPOKEN | {"status", "stage", "progress"}
_REMARKS = word_set("note notes comment comments remark remarks")
_WHEN = word_set("by on at date day when before until")
_HABITS = word_set("preferred preference preferences best hours times window availability")
_SURELY = r"e ?mailed|contacted|messaged|reached out|texted|(?:e ?mail|letter|note|message|inmail|intro) sent"
_PERHAPS = r"mailed|wrote|written to|approached|pinged|sent"
_WROTE = rf"{_SURELY}|{_PERHAPS}"
_THEM = r"(?:them|her|him)"
_ANSWERED = r"replied|responded|answered"
_NOTHING_CAME = r"no (?:reply|response|answer)(?! (?:needed|required|necessary|expected)\b)"
# What one waits for before one can write at all; an intro call is a talk.
_NOT_YET_THERE = (
    r"(?:(?:an?|the|my|her|his|their|someone s|warm|good|right|correct|new|work|e ?mail|linkedin|contact|mailing|phone|personal) )*"
    r"(?:intro(?:duction)?s?|introduce|referrals?|address|number|(?:(?<=contact )(?:details|info(?:rmation)?|data))|cv|resume)"
    rf"\b(?! (?:call|chat|meeting|talk|zoom|from {_THEM})\b)"
)
_LEFT_A_MESSAGE = r"(?:left (?:(?:an?|her|him|them) )*(?:voice ?mail|message|vm|msg)|lv?m\b)"
_AWAITS = r"(?:awaiting|waiting (?:for|on))"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day"
_SOME_DAY = (
    rf"\b(?:\d{{4}} \d\d?\b|{_NUMBER}(?:st|nd|rd|th)? (?:{_NUMBER}\b|{_MONTH})|{_MONTH}[a-z]* \d"
    rf"|{_WEEKDAY}\b)"
)
# Whom one met at a fair, or in Boston, is whom one writes to.
_MET = rf"(?:met|(?:had )?(?:coffee|lunch))\b(?=.*{_SOME_DAY})(?:(?=.*\b(?:{_WROTE})\b)|(?!.*\b(?:at|in|through|via|fair|conference)\b))"
_OUT = r"(?:e ?mail|letter|message|note|inmail|dm) (?:is |went )?out\b(?! of\b)"
_CAME_OF_IT = (
    rf"{_NOTHING_CAME}|(?:(?:she|he|they|them) )?(?:{_ANSWERED})|followed up|waiting to hear|{_LEFT_A_MESSAGE}"
    r"|contact made|(?:attempted|tried)(?! to (?:find|get|locate|look)\b)|spoke|talked|called(?! (?:off|away|to the bar)\b)|phoned"
    rf"|interviewed|thanked|{_MET}|{_OUT}|(?:e ?mail|letter) \d|angeschrieben|kontaktiert|contacte|contactado"
)
_ALONE = rf"(?!.*\b(?:{_WROTE})\b)"
_ALL_ALONE = rf"(?!.*\b(?:{_WROTE}|{_CAME_OF_IT}|cc)\b)"
_TALKED = rf"{_CAME_OF_IT}|{_AWAITS}(?! {_NOT_YET_THERE}{_ALL_ALONE})"
_BEFORE = r"(?:(?:i|we|have|has|been|already|was|last|first|initial|1st|2nd|working|open|lead|closed|yes|ok|done) )*"
_A_LETTER = r"(?: (?:an?|my|the|first|cover|intro|linkedin))* (?:letter|e ?mail|mail|note|message|inmail|dm|resume|cv)\b"
_THEN = rf"(?=$| (?:to|on|via|again|him|her|them|no|not|and|but|(?:a)?waiting)\b|{_A_LETTER}| .*{_SOME_DAY})"
_THING = (
    r" (?:an?|the|her|his|their|my|some) (?:\w+ ){0,3}(?:books?|articles?|papers?|thesis|columns?|blogs?|novels?|stud(?:y|ies)|reports?"
    r"|chapters?|(?:job )?ads?|postings?|openings?|job description)\b"
)
_ELSE = (  # what one does to nobody, or to others, or they do
    rf"(?<=wrote){_THING}| (?:me|us){_THING}|(?:(?<=talked)|(?<=spoke)|(?<=met)|(?<=called))(?: \w+){{0,6}} years? ago\b{_ALL_ALONE}(?!.*{_SOME_DAY})|"
    r" in sick\b|(?<=wrote) (?:me|us) off\b| by (?:an? |the )?(?:recruiters?|headhunters?)\b| (?:him|her|them) an? (?:check|cheque|prescription|ticket)\b"
    r"| to (?:congress|parliament|the (?:editor|press|president|governor|times))\b"
)
_TO_ME = (
    r"(?: to)? (?:me|us)\b| (?:her|his|their|an?|the|some) (?:\w+ )?(?:papers?|articles?|slides|reports?|links?|lists?|notes?|names?"
    r"|books?|talk|thesis|study) to (?:me|us)\b"
)
# Without a header that speaks of states, "Wrote a book" and "Contacted me after a talk" are of something else.
_SAYS_WROTE = (
    rf"{_BEFORE}(?:(?:{_SURELY})\b(?!(?:{_TO_ME}){_ALONE}| by (?!phone|e ?mail|mail|letter|text|linkedin))"
    rf"|(?:{_PERHAPS})\b{_THEN})(?!(?:{_ELSE}){_ALONE})"
)
_WAY = (
    r"(?:(?:by|via|through|over|on|per|an?|my|the|first|cold|intro) )*(?:linked ?in|li|e ?mails?(?! address| id\b)|mail|letter|post(?:card)?|inmail"
    r"|message|msg|dm|text|sms|whats ?app|facebook|instagram|twitter|x|xing|slack|phone|telephone|call|voicemail|zoom|in person"
    r"|personal(?:ly)?|note|form|web ?site)\b"
)
_PLANNED = rf"(?! (?:draft(?:ed)?\b{_ALL_ALONE}|not |un|next\b|after\b|before\b|later\b|soon\b|planned|to (?!him|her|them)|todo\b|when\b|once\b|if\b))"
_BY_SOME_WAY = rf"{_WAY}{_PLANNED}"
_WENT = r"\bsent\b|\bno (?:reply|response|answer)|\b(?:twice|awaiting)\b"
_WITH_DAY = rf"{_BY_SOME_WAY}.*{_SOME_DAY}|{_SOME_DAY}.* {_BY_SOME_WAY}"
_ON_DAYS = (
    rf"(?:(?:on|\d+(?:st|nd|rd|th)?|{_MONTH}[a-z]*|{_WEEKDAY}|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|i|we) )*"
)
_FIRST_OF_SEVERAL = r"(?:first|1st|initial|second|2nd|third|3rd) (?:e ?mail|letter|message|note|inmail|dm)$"
_VERBS = rf"{_ON_DAYS}(?:{_WROTE}|{_TALKED})"
_ENDS = rf"(?:\b|(?<=\d))(?!(?:{_ELSE}){_ALONE})"
_SAYS_TOUCHED_UNDER_PLANS = rf"{_BEFORE}(?:{_VERBS}|{_BY_SOME_WAY}.*(?:{_WENT})){_ENDS}"
_SAYS_TOUCHED = rf"{_BEFORE}(?:{_VERBS}|{_BY_SOME_WAY}.*(?:{_WENT})|{_WITH_DAY}){_ENDS}"
_SAYS_TOUCHED_OR_WHICH = rf"{_SAYS_TOUCHED}|{_FIRST_OF_SEVERAL}"
_SAYS_IN_REMARKS = (
    rf"{_ON_DAYS}(?:{_SAYS_WROTE}|{_NOTHING_CAME}\b|{_LEFT_A_MESSAGE}\b"
    rf"|met(?!.*\b(?:at|in)\b)(?: {_THEM})?(?: (?:for|over) (?:coffee|lunch|tea))?(?: on)? ?{_SOME_DAY}"
    rf"|(?:called|phoned|spoke|talked)(?: (?:to|with))?(?: {_THEM}(?=$| (?:on|at|about|again|and|but|twice|today|\d))| .*{_SOME_DAY}))"
)
_SAYS_HOW = rf"{_SAYS_TOUCHED}|{_BY_SOME_WAY}"
_OTHER = rf"someone\b(?: s (?:{_NOT_YET_THERE}|reply|answer|response|call|ok|help)\b)?(?! (?:s|and|or|them|cc)\b){_ALL_ALONE}"
_TO_ANOTHER = rf"{_BEFORE}{_ON_DAYS}(?:(?:{_WROTE}|{_CAME_OF_IT}|{_AWAITS}|{_WAY})\b)?(?:{_A_LETTER})?(?: sent)?(?: (?:to|with|by|from|for))? {_OTHER}"
# Who is written to under another first name may be the row's person: Sandy is Alexandra, David may be Wei.
_LETTER_THERE = rf"(?=.*{_SOME_DAY}){_BEFORE}{_ON_DAYS}(?:{_WROTE}|{_WAY})\b(?!.*\b(?:from|for|about|re|regarding|waiting|assistant)\b)"
_THEY_WROTE = (
    rf"(?:(?:she|he|they|them|has|have|already|first|just) )*(?:(?:{_WROTE}|called|phoned|rang)(?:{_TO_ME})(?! off\b)(?!{_THING})"
    rf"|(?:was |been )?(?:{_SURELY}) by {_THEM}\b|{_WAY} from {_THEM}\b){_ALONE}"
)
_TO_WRITE = r"(?:contact|e ?mail|write|mail|message|approach|reach out)"
_CONTACT = r"(?:contact|e ?mails?|mailings?|messages?|outreach|letters?)"
# "Never contacted" is what a stranger is; only "never contact" and "never be contacted" forbid.
_LET_REST = re.compile(
    rf"(?<!they )(?<!who )\b(?:(?:do(?: not|n t)|must not) (?:be )?{_TO_WRITE}(?:ed)?|never (?:{_TO_WRITE}|be {_TO_WRITE}ed)"
    rf"|not (?:to )?be {_TO_WRITE}ed|not (?:ok|okay) to {_TO_WRITE}|(?:ok|okay) to {_TO_WRITE} (?:no|false)"
    rf"|no (?:further|more) contact(?! (?:since|for|info|details|made|needed|necessary|required|yet|in|with|from)\b))\b"
    rf"|(?<!not )(?<!never )\b(?:opt(?:ed)? out|unsubscribed)\b(?! (?:of|from) (?!(?:(?:all|any|further|my|our) )*{_CONTACT}\b))"
    r"|^(?:(?:she|he|has|is|sadly) )*(?:deceased|passed away)\b(?! (?:husband|wife|spouse|partner|father|mother|parents?|colleague|s)\b)"
    r"|^dnc\b"
)
_PERMITS = re.compile(
    rf"^(?:is it )?(?:(?:ok|okay|allowed|permission|consent) to|can(?: (?:i|we))?|may (?:i|we)) {_TO_WRITE}(?: {_THEM})?$"
    rf"|^(?:can|may) be {_TO_WRITE}ed$|^{_TO_WRITE} (?:ok|okay|allowed|permitted)$"
)
_REFUSED = re.compile(
    r"(?:no|n|nope|false|0|nein|non|not (?:ok|okay|allowed))(?=$| (?:until|till?|before|please|she|he|they|thanks?)\b)"
)
_PLAN = r"(?:asap|soon|later|tomorrow|tonight|tbd|(?:later )?(?:this|next) (?:week|month|year|(?:mon|tues|wednes|thurs|fri)day))"
_MERELY_PLANNED = re.compile(rf"(?i){_PLAN}|(?:no|not yet)\W+(?:waiting|{_PLAN})")
_WEEKDAYS = re.compile(r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?: (?:and|or))?(?: |$))+")
_HOURS = re.compile(
    r"(?i)\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b(?:\W*\d+\W+\d+\b)?|(?<![\d./-])\b\d\d?\s*(?:-|–|to)\s*\d\d?\b(?![./-]\d)"
)
_UNTIL = re.compile(rf"(?i)\b(?:until|till?|before)\s+({WHOLE_DAY.pattern})")
_CLAUSE = re.compile(r"[;.,\n]\s+|\s+[-–—]\s+")
_AMID = re.compile(r"[^\W_] ")
_WORD = re.compile(r"[^\W\d_]+")
_AS_IT_SOUNDS = str.maketrans("cgf", "kjp")
_VERBS_TOO = word_set("will may april june august hope mark drew grant bill")


def are_states(header: str, values: Sequence[object]) -> bool:
    """Tell a column of states by a value that says that somebody was written to, wrote first, or is to be left alone."""
    said, wrote, rests = touched_by(header), reply_reader(header, values), rest_reader(header, values)
    return any(said(v) or wrote(v) or rests(v) for v in values)


def speaks_of_letters(header: str) -> bool:
    """Tell a header below which states, or ways of contact, may say that somebody was written to, or shall not be."""
    words = set(spelled(header).split())
    return _tells_states(words) or bool(not _is_else(words) and (_is_how_done(header) or is_of_rest(header)))


def is_of_rest(header: str) -> bool:
    """Tell a column that is all about who shall not be written to, as "Do not contact" and "OK to contact" (R14)."""
    words = spelled(header)
    return bool(_LET_REST.search(words) or _PERMITS.search(words))


def rest_reader(header: str, values: Sequence[object]) -> Reader:
    """Give what reads of a cell of states until when nobody shall write to them, else "Yes"; None where it says no such thing.

    Under "Do not contact" any mark does, under "OK to contact" a No.
    """
    words = spelled(header)
    marked, permits = bool(_LET_REST.search(words)), bool(_PERMITS.search(words))
    anywhere = bool(set(words.split()) & _STATES)
    orders = day_orders([day for v in values for day in _days_in(v)])

    def read(value: object, _named: str = "") -> date | str | None:
        text = text_of(value)
        said = isinstance(value, str) and _LET_REST.search(spelled(text[:LONGEST]))
        refused = permits and _REFUSED.match(spelled(text))
        marks = marked and not means_no_day(text)
        if not (marks or refused or (said and (anywhere or not said.start()))):
            return None
        until = _UNTIL.search(text)
        return (day_of(until[1], orders) if until else None) or "Yes"

    return read


def reply_reader(header: str, values: Sequence[object]) -> Reader:
    """Give what reads of a cell of states that they wrote before anybody wrote to them: the day, else its text (R6)."""
    words = set(spelled(header).split())
    tells = _tells_states(words) and not words & _REMARKS
    theirs = re.compile(_THEY_WROTE)
    orders = day_orders([day for v in values for day in _days_in(v)])

    def read(value: object, named: str = "") -> date | str | None:
        if not (tells and isinstance(value, str) and len(value) <= LONGEST):
            return None
        if not theirs.match(spelled(_with_roles(value, named))):
            return None
        return _first_day(value, orders) or text_of(value)

    return read


def touched_by(header: str) -> Callable[..., bool]:
    """Give the test of a value under this header: a column of states may say more than one that is of something else.

    The second argument is what the row's person is called: what names somebody else is not of them.
    """
    words = set(spelled(header).split())
    wanted = _wanted(header, words)
    # Not at import: most days need none of them.
    says, another, theirs = re.compile(wanted), re.compile(_TO_ANOTHER), re.compile(_THEY_WROTE)
    perhaps_theirs = re.compile(_LETTER_THERE if not words & _REMARKS else "(?!)")
    in_passing = re.compile(rf"{_ON_DAYS}{_SAYS_WROTE}|{_NOTHING_CAME}\b")
    ahead, habit, tells = _is_else(words), bool(words & _HABITS), _tells_states(words)

    def touched(value: object, named: str = "") -> bool:
        if ahead or not isinstance(value, str) or len(value) > LONGEST:
            return False
        said = _with_roles(_HOURS.sub(" ", value) if habit else value, named)
        whole = spelled(said)
        if tells and theirs.match(whole):
            return False
        if says.match(whole) and (not another.match(whole) or perhaps_theirs.match(whole)):
            return True
        further = map(spelled, _CLAUSE.split(said)[1:]) if tells else ()
        return any(in_passing.match(c) and not another.match(c) for c in further)

    return touched


def day_reader(header: str, values: Sequence[object], *, states: bool) -> Reader:
    """Give what reads a cell of such a column: the day, its text where that is surely none, None where nothing was written.

    Of `states` such as "Emailed 2026-11-03" the first day is meant, and what the row's person is called is a
    second argument.
    """
    touched = touched_by(header)
    of_habit = "day" in words_in(header) and not says_done(header)
    orders = day_orders([day for v in values for day in _days_in(v)] if states else values)

    def read(value: object, named: str = "") -> date | str | None:
        text = text_of(value)
        if not states:
            planned = _MERELY_PLANNED.fullmatch(text.strip()) or (
                of_habit and _WEEKDAYS.fullmatch(spelled(text))
            )
            return None if planned or means_no_day(text) else day_of(value, orders) or text
        if not touched(value, named):
            return None
        return _first_day(value, orders) or text

    return read


def later(one: date | str | None, other: date | str) -> date | str:
    """Choose of two such cells of one person the later day; a text only where neither is a day."""
    if one is None or isinstance(one, str) or isinstance(other, str):
        return one if isinstance(other, str) and one else other
    return max(one, other)


def _tells_states(words: set[str]) -> bool:
    return bool(words & _STATES) and not _is_else(words)


def _is_else(words: set[str]) -> bool:
    """Tell a header of a plan, a person or a place: "Next step", "Contact person", "Mail stop"."""
    return bool(words & _AHEAD or (words & _WHO_OR_WHERE and not words & _SURELY_STATES))


def _wanted(header: str, words: set[str]) -> str:
    """Choose what has to stand below a header; where a plan may stand, a way with its day says nothing."""
    if _is_how_done(header):
        return _SAYS_HOW
    if words & _REMARKS:
        return _SAYS_IN_REMARKS
    if not words & _STATES:
        return _SAYS_WROTE
    planned = is_planned(header, words) and words & {"follow", "followup"} and words & _WHEN
    if planned:
        return _SAYS_TOUCHED_UNDER_PLANS
    return _SAYS_TOUCHED if words & _MAY_BE_TO_DO else _SAYS_TOUCHED_OR_WHICH


def _is_how_done(header: str) -> bool:
    """Tell a header below which a mere way, as "Email", says that it was gone: "Reached out via", not "Contact method"."""
    said = spelled(header)
    return bool(_HOW_DONE.search(said) or (WHOM_OR_HOW.search(said) and set(said.split()) & SENT))


def _with_roles(text: str, named: str) -> str:
    """Say "them" for the row's own person, and "someone" for another by a usual first name that is surely not theirs."""
    own = spelled(named).split()
    if len(own) < 2 or len(own[0]) == 1:  # Bob may be R. Ruiz
        return text
    sounds = {_sound(word) for word in own}

    def role(found: re.Match[str]) -> str:
        word, before = flat(found[0]), text[max(0, found.start() - 2) : found.start()]
        named = found[0][0].isupper() and is_given(found[0]) and word not in _VERBS_TOO
        if word in own or (named and any(is_nickname(word, one) for one in own)):
            return "them"
        return "someone" if named and _AMID.fullmatch(before) and _sound(word) not in sounds else found[0]

    return _WORD.sub(role, text)


def _sound(word: str) -> str:
    """Give a name's first letter as it sounds: Kathy may be Catherine."""
    return word[0].translate(_AS_IT_SOUNDS)


def _days_in(state: object) -> list[str]:
    return WHOLE_DAY.findall(state) if isinstance(state, str) else []


def _first_day(state: object, orders: Orders) -> date | None:
    return next((day for said in _days_in(state) if (day := day_of(said, orders))), None)
