"""Columns of another's list that say that somebody was written to: by their headers, or by what stands in a column of states. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from pipeline.model.texts import spelled
from pipeline.sheets.columns.dayorder import day_of, day_orders, means_no_day
from pipeline.sheets.columns.evidence import text_of
from pipeline.sheets.schema import CONTACTS, ColumnKind, Owner

DAYS = tuple(
    c.attr for c in CONTACTS.columns if c.owner is Owner.PROGRAM and c.reader and c.kind is ColumnKind.DATE
)
"""The days that the program keeps: of a letter of each kind, and of the last contact."""
STATUS = "status"
"""The field of a column of states, some of which say that somebody was written to."""

_SENT = frozenset(
    [
        "sent",
        "wrote",
        "written",
        "emailed",
        "mailed",
        "messaged",
        "contacted",
        "reached",
        "approached",
        "texted",
        "pinged",
        "angeschrieben",
        "kontaktiert",
        "geschrieben",
        "gesendet",
        "contacte",
        "ecrit",
        "envoye",
        "contactado",
        "enviado",
        "contattato",
    ]
)
_LETTER = frozenset(
    [
        "letter",
        "letters",
        "email",
        "emails",
        "mail",
        "message",
        "inmail",
        "dm",
        "approach",
        "outreach",
        "contact",
        "pitch",
        "ping",
    ]
)
_SPOKEN = frozenset(["called", "phoned", "telephoned", "spoke", "spoken", "talked"])
_BEFORE_NOW = frozenset(["before", "previous", "previously", "prior", "earlier", "ever"])
_DAY = frozenset(["date", "day"])
_FIRST = frozenset(["first", "initial", "1st", "intro", "introduction", "introductory", "cold", "approach"])
_ABOUT = frozenset(
    [
        "last",
        "latest",
        "recent",
        "most",
        "second",
        "2nd",
        "third",
        "3rd",
        "of",
        "the",
        "e",
        "on",
        "out",
        "at",
        "to",
        "them",
        "him",
        "her",
        "you",
        "i",
        "we",
        "and",
        "my",
        "our",
        "linkedin",
        "cover",
        "cv",
        "resume",
        "note",
        "networking",
        "when",
        "was",
        "is",
        "time",
        "yet",
        "already",
        "follow",
        "followed",
        "up",
        "followup",
        "thank",
        "thanks",
        "made",
        "via",
        "how",
        "by",
        "through",
        "card",
        "postcard",
        "invite",
        "invitation",
        "connection",
        "request",
        "am",
        "le",
        "el",
        "il",
    ]
)
_WORDS = _SENT | _LETTER | _SPOKEN | _BEFORE_NOW | _DAY | _FIRST | _ABOUT
_MARKS = frozenset(["yes", "y", "no", "n", "x", "true", "false", "done", "ja", "nein"])
_AHEAD_OF = re.compile(
    r"\b(?:to (?:contact|e ?mail|mail|write|message)|(?:contact|e ?mail|write|letter|message) (?:on|by|via|when|before))\b"
)
_WHOM_OR_HOW = re.compile(r"^how (?!.*\bwhen\b)|\b(?:to|by|via|through)$")
_HOW_DONE = re.compile(r"^how (?:did|have) (?:i|we|you)\b")

_NUMBERED = r"\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4}"
_NAMED = r"\d\d?\.? [^\W\d_]{3,9}\.?,? \d{4}|[^\W\d_]{3,9}\.? \d\d?(?:st|nd|rd|th)?,? \d{4}"
_WHOLE_DAY = re.compile(rf"{_NUMBERED}|{_NAMED}")
_ANY_DAY = re.compile(
    rf"(?i)(?:{_NUMBERED}|{_NAMED}|\d\d?[./-]\d\d?\.?|\d\d?\.? [^\W\d_]{{3,9}}\.?|[^\W\d_]{{3,9}}\.? \d\d?)\b.*"
)

_STATES = frozenset(
    [
        "status",
        "stage",
        "progress",
        "state",
        "outreach",
        "contact",
        "contacted",
        "pipeline",
        "history",
        "correspondence",
        "communication",
        "step",
        "action",
        "result",
        "response",
        "follow",
        "email",
        "mail",
        "letter",
        "sent",
        "stand",
        "stands",
        "via",
        "channel",
        "method",
    ]
)
_AHEAD = frozenset(["next", "todo", "planned", "due", "id", "owner", "type", "label", "source"])
_SURELY = r"e ?mailed|contacted|messaged|reached out|texted|(?:e ?mail|letter|note|message|inmail|intro) sent"
_PERHAPS = r"mailed|wrote|written to|approached|sent"
_WROTE = rf"{_SURELY}|{_PERHAPS}"
_TALKED = (
    r"awaiting|waiting (?:for|on)|no (?:reply|response|answer)|replied|responded|answered|followed up"
    r"|contact made|attempted|tried|spoke|talked|called|phoned|interviewed|thanked|(?:e ?mail|letter) \d"
    r"|angeschrieben|kontaktiert|contacte|contactado"
)
_BEFORE = r"(?:(?:i|we|have|has|been|already|was|last|first|initial|1st|2nd|working|open|lead|closed|yes|ok|done) )*"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_SOME_DAY = (
    rf"\b(?:\d{{4}} \d\d?\b|{_NUMBER}(?:st|nd|rd|th)? (?:{_NUMBER}\b|{_MONTH})|{_MONTH}[a-z]* \d"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day\b)"
)
_A_LETTER = r"(?: (?:an?|my|the|first|cover|intro|linkedin))* (?:letter|e ?mail|mail|note|message|inmail|dm|resume|cv)\b"
_THEN = rf"(?=$| (?:to|on|via|again|him|her|them|no|not|and|but|(?:a)?waiting)\b|{_A_LETTER}| .*{_SOME_DAY})"
_ELSE = (  # what one does to nobody, or to others, or they do
    r" in sick\b|(?<=wrote) (?:me|us) off\b| by (?:an? |the )?(?:recruiters?|headhunters?)\b| (?:him|her|them) an? (?:check|cheque|prescription|ticket)\b"
    r"| to (?:congress|parliament|the (?:editor|press|president|governor|times))\b"
)
_TO_ME = (
    r"(?: to)? (?:me|us)\b| (?:her|his|their|an?|the|some) (?:\w+ )?(?:papers?|articles?|slides|reports?|links?|lists?|notes?|names?"
    r"|books?|talk|thesis|study) to (?:me|us)\b"
)
_ALONE = rf"(?!.*\b(?:{_WROTE})\b)"
# Without a header that speaks of states, "Wrote a book" and "Contacted me after a talk" are of something else.
_SAYS_WROTE = (
    rf"{_BEFORE}(?:(?:{_SURELY})\b(?!(?:{_TO_ME}){_ALONE}| by (?!phone|e ?mail|mail|letter|text|linkedin))"
    rf"|(?:{_PERHAPS})\b{_THEN})(?!(?:{_ELSE}){_ALONE})"
)
_WAY = (
    r"(?:(?:by|via|through|over|on|per|an?|my|the|first|cold|intro) )*(?:linked ?in|li|e ?mails?|mail|letter|post(?:card)?|inmail"
    r"|message|msg|dm|text|sms|whats ?app|facebook|instagram|twitter|x|xing|slack|phone|telephone|call|voicemail|zoom|in person"
    r"|personal(?:ly)?|note|form|web ?site)\b"
)
_PLANNED = r"(?! (?:not |un|next\b|after\b|before\b|later\b|soon\b|planned|to (?!him|her|them)|todo\b|when\b|once\b|if\b))"
_BY_SOME_WAY = rf"{_WAY}{_PLANNED}"
_SOME_WAY_THEN = (
    rf"{_BY_SOME_WAY}.*(?:{_SOME_DAY}|\bsent\b|\bno (?:reply|response|answer)|\b(?:twice|awaiting)\b)"
)
_SAYS_TOUCHED = rf"{_BEFORE}(?:{_WROTE}|{_TALKED}|{_SOME_WAY_THEN}|{_SOME_DAY}.* {_BY_SOME_WAY})(?:\b|(?<=\d))(?!(?:{_ELSE}){_ALONE})"
_SAYS_HOW = rf"{_SAYS_TOUCHED}|{_BY_SOME_WAY}"
_TO_WRITE = r"(?:contact|e ?mail|write|mail|message|approach|reach out)"
# "Never contacted" is what a stranger is; only "never contact" and "never be contacted" forbid.
_LET_REST = re.compile(
    rf"(?<!they )(?<!who )\b(?:(?:do(?: not|n t)|must not) (?:be )?{_TO_WRITE}(?:ed)?|never (?:{_TO_WRITE}|be {_TO_WRITE}ed))\b|^dnc\b"
)
_PLAN = r"(?:asap|soon|later|tomorrow|tonight|tbd|(?:later )?(?:this|next) (?:week|month|year|(?:mon|tues|wednes|thurs|fri)day))"
_MERELY_PLANNED = re.compile(rf"(?i){_PLAN}|(?:no|not yet)\W+(?:waiting|{_PLAN})")
_WEEKDAYS = re.compile(r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?: (?:and|or))?(?: |$))+")
_UNTIL = re.compile(rf"(?i)\b(?:until|till?|before)\s+({_WHOLE_DAY.pattern})")
_LONGEST = 120


def day_meant(header: str) -> str:
    """Say which of our days a header means, whatever stands below, as "Letter sent" and "Date reached out" do; "" for none."""
    words = _words(header)
    wrote = words & _SENT or words >= {"followed", "up"} or (words & _LETTER and words & _DAY)
    told = words <= _WORDS and wrote
    other = _WHOM_OR_HOW.search(spelled(header)) or _is_planned(header, words)
    return _which(words) if told and not other else ""


def says_done(header: str) -> bool:
    """Tell a header that says that somebody was written to, as "Date contacted"; under "Contact date" a plan may stand."""
    return bool(_words(header) & (_SENT | _SPOKEN))


def day_shown(header: str, values: Sequence[object]) -> str:
    """Say which of our days a header means that only speaks of letters, as "First contact", by the days that stand below; "" for none.

    Of "Called" and "Prior contact" marks tell as well.
    """
    words = _words(header)
    if not (words <= _WORDS and words & (_LETTER | _SENT | _SPOKEN)) or _is_planned(header, words):
        return ""
    marked = words & (_SPOKEN | _BEFORE_NOW)
    showing = sum(_is_some_day(v) or bool(marked and _is_mark(v)) for v in values)
    return _which(words) if 2 * showing >= len(values) > 0 else ""


def are_states(header: str, values: Sequence[object]) -> bool:
    """Tell a column of states by a value that says that somebody was written to, or is not to be."""
    said, rests = touched_by(header), rest_reader(header, values)
    return any(said(v) or rests(v) for v in values)


def speaks_of_letters(header: str) -> bool:
    """Tell a header below which states, or ways of contact, may say that somebody was written to, or shall not be."""
    words = spelled(header)
    told = set(words.split()) & _STATES or _is_how_done(header) or _LET_REST.search(words)
    return bool(told) and not set(words.split()) & _AHEAD


def rest_reader(header: str, values: Sequence[object]) -> Callable[[object], date | str | None]:
    """Give what reads of a cell of states that nobody shall write to them: until when, else "Yes"; None where it doesn't say so.

    Under "Do not contact" any mark does.
    """
    words = spelled(header)
    marked = bool(_LET_REST.search(words))
    anywhere = bool(set(words.split()) & _STATES)
    orders = day_orders([day for v in values for day in _days_in(v)])

    def read(value: object) -> date | str | None:
        text = text_of(value)
        said = isinstance(value, str) and _LET_REST.search(spelled(text[:_LONGEST]))
        if not (marked and not means_no_day(text)) and not (said and (anywhere or not said.start())):
            return None
        until = _UNTIL.search(text)
        return (day_of(until[1], orders) if until else None) or "Yes"

    return read


def touched_by(header: str) -> Callable[[object], bool]:
    """Give the test of a value under this header: a column of states may say more than one that is of something else."""
    words = set(spelled(header).split())
    wanted = _SAYS_HOW if _is_how_done(header) else _SAYS_TOUCHED if words & _STATES else _SAYS_WROTE
    says = re.compile(wanted)  # not at import: most days need none of them
    ahead = bool(words & _AHEAD)

    def touched(value: object) -> bool:
        if ahead or not isinstance(value, str) or len(value) > _LONGEST:
            return False
        return bool(says.match(spelled(value)))

    return touched


def day_reader(
    header: str, values: Sequence[object], *, states: bool
) -> Callable[[object], date | str | None]:
    """Give what reads a cell of such a column: the day, its text where that is surely none, None where nothing was written.

    Of `states` such as "Emailed 2026-11-03" the first day is meant.
    """
    touched = touched_by(header)
    of_habit = "day" in _words(header) and not says_done(header)
    orders = day_orders([day for v in values for day in _days_in(v)] if states else values)

    def read(value: object) -> date | str | None:
        text = text_of(value)
        if not states:
            planned = _MERELY_PLANNED.fullmatch(text.strip()) or (
                of_habit and _WEEKDAYS.fullmatch(spelled(text))
            )
            return None if planned or means_no_day(text) else day_of(value, orders) or text
        if not touched(value):
            return None
        return next((day for said in _days_in(value) if (day := day_of(said, orders))), text)

    return read


def later(one: date | str | None, other: date | str) -> date | str:
    """Choose of two such cells of one person the later day; a text only where neither is a day."""
    if one is None or isinstance(one, str) or isinstance(other, str):
        return one if isinstance(other, str) and one else other
    return max(one, other)


def _days_in(state: object) -> list[str]:
    return _WHOLE_DAY.findall(state) if isinstance(state, str) else []


def _words(header: str) -> set[str]:
    """List a header's words, without what stands in brackets and which of several it is: "Letter #1", "Email2"."""
    words = spelled(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", header)).split()
    return {bare for word in words if (bare := word.rstrip("0123456789"))}


def _is_how_done(header: str) -> bool:
    """Tell a header below which a mere way, as "Email", says that it was gone: "Reached out via", not "Contact method"."""
    said = spelled(header)
    return bool(_HOW_DONE.search(said) or (_WHOM_OR_HOW.search(said) and set(said.split()) & _SENT))


def _is_planned(header: str, words: set[str]) -> bool:
    """Tell a day that may lie ahead, or a way to write: "Contact on", "Follow-up email"."""
    return not words & _SENT and bool(words & {"follow", "followup"} or _AHEAD_OF.search(spelled(header)))


def _which(words: set[str]) -> str:
    if words & {"thank", "thanks"}:
        return "thank_you_sent"
    if words & {"follow", "followup", "followed"}:
        return "follow_up_sent"
    letter = words & {"letter", "email", "mail", "note", "message", "approach"} or "approached" in words
    return "approach_sent" if letter and words & (_FIRST | {"approached"}) else "last_contact"


def _is_some_day(value: object) -> bool:
    return isinstance(value, date) or (
        isinstance(value, str) and bool(_ANY_DAY.fullmatch(value.strip())) and len(value) <= _LONGEST
    )


def _is_mark(value: object) -> bool:
    bare = spelled(text_of(value))
    return not bare or bare in _MARKS
