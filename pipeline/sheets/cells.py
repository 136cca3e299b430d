"""A cell's value becomes a value of the field: dates, choices, numbers and texts. Nothing that has two readings is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from pipeline.model import Severity
from pipeline.model.dates import MONTHS, WEEKDAYS, BadDay, plausible
from pipeline.model.texts import clean, spelled

_EXACT = 2.0**53
Choice = TypeVar("Choice", bound=str)

EXAMPLE = "2026-12-03 or 3 Dec 2026"

_TIME = (
    r"(?i)(?:^|(?<![\sT,])[\sT,]+(?:at\s+)?)(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*([ap]\.?m\.?)?$"
)
_WEEKDAY = r"(?i)^([a-z]{3,9})\.?,?\s+(?=\w)"
_YEAR_FIRST = r"^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$"
_YEAR_LAST = r"^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{2}|\d{4})$"
_DAY_MONTH = r"(?i)^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{2}|\d{4})$"
_MONTH_DAY = r"(?i)^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{2}|\d{4})$"

# What people type where they have nothing to type.
_DIGITS = 5
_NOTHING = re.compile(
    r"n\s*[/.\\-]?\s*a|n\s*/\s*v|k\.?\s?a|t\.?b\.?[adc]|to be (?:determined|confirmed|announced|decided|done)"
    r"|(?:none|nothing)(?: yet)?|no|nil|null|nan|x+|unknown|blank|empty|undefined|missing|pending|todo|to do|no idea"
    r"|don['’]?t know|#(?:n/a|ref!|value!|name\?|div/0!|num!|null!)"
    r"|(?:ditto|dto|same|idem)(?: as (?:above|before))?|fill (?:this |me )?in|ask(?: (?:him|her|them))?|\?+.*\?"
    r"|(?:see|in|as in|cf) (?:the )?(?:e-?mail|mail|notes?|above|below|linkedin|web ?site|profile|signature|cv|card|list)"
    r"|not (?:available|applicable|known|given|listed|found|provided|sure|yet|stated|specified)"
    r"|(?:no|none) (?:phone|number|telephone|mobile|e-?mail|address|title|one|company|organization|position)"
    r"|unbekannt|keine?|ohne|desconocido|nessuno|inconnue?|aucune?"
)
_A_WORD = re.compile(r"[^\W_0]")
# "Never called" and "never replied" say nothing of letters.
_NEVER = re.compile(
    r"(?:no|n|nope|none|not|n a|never|nie|niemals|nein|noch (?:nie|nicht)|keiner?|nunca|jamais|nooit|non|nao"
    r"|(?:aun|todavia|ainda) n(?:o|ao)|pas encore|no contact"
    r"|(?:(?:no|i|we|have|has|had|ve) )*(?:not|never|haven t|didn t)(?: (?:yet|been|have|had|ever))*"
    r"(?: (?:did|contacted|written(?: to)?|wrote(?: to)?|reached out(?: to)?|(?:been )?in (?:touch|contact)(?: with)?)(?: (?:them|her|him))?)?"
    r")(?: (?:yet|so far|at all|ever))*"
)
_DASHES = re.compile(r"[-–—]+")
NEVER = "never"
"""What is typed for the day of the last contact where there was none, and nobody shall ask."""
_A_NAME = r"N(?:a|o|ull|an|il)|Ask|Blank|Same|X"


class BadCell(ValueError):
    """A cell that can't be read: the sentence says what is wrong and what to do."""

    severity = Severity.ERROR


class NoDate(BadCell):
    """A cell of a date that holds other words."""


class NothingSaid(BadCell):
    """A cell that stands for a blank, and is read as one."""

    severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An Excel error in a cell, such as #N/A."""

    text: str


def as_text(value: object) -> str:
    """Read a cell as text: blank is "", whole numbers have no decimals, dates are ISO.

    Raises BadCell for an Excel error.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, ErrorValue):
        raise BadCell(f"shows {value.text}. Correct its formula, or type the value itself")
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value)


def shown_text(value: object) -> str:
    """Read a cell as text; an Excel error is what it shows."""
    try:
        return as_text(value)
    except BadCell:
        return getattr(value, "text", "")


def stands_for_nothing(text: str, *, name: bool = False) -> bool:
    """Tell whether a text is one that people type for a blank: N/A, TBD, -, ?, 0, none, see email, same.

    `name`: in a cell of a name, where Na, No and Null may be one.
    """
    plain = " ".join(text.split()).strip(" .()[]{}<>\"'“”").casefold()
    if text and not _A_WORD.search(text):
        return True  # dashes, dots, question marks, noughts
    return bool(_NOTHING.fullmatch(plain)) and not (name and re.fullmatch(_A_NAME, text.strip()))


def says_never(value: object) -> bool:
    """Tell what people type where nobody wrote or talked, ever: never, no, none, not yet, nie, nunca, jamais, -."""
    return isinstance(value, str) and bool(
        _NEVER.fullmatch(spelled(value)) or _DASHES.fullmatch(value.strip())
    )


def parse_text(value: object) -> str:
    """Read a cell of words: as `as_text`, but a checkbox's value, a bare number, a day or a time is no words.

    Raises BadCell for these.
    """
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        raise BadCell(
            f"holds {str(value).upper()}, a logical value and no text. Type the words, or clear the cell"
        )
    if isinstance(value, (int, float)) and value:
        raise BadCell(
            f"holds the number {as_text(value)}. Type words; if it is right, put an apostrophe before it"
        )
    if isinstance(value, (date, time, timedelta)):
        raise BadCell(
            f"holds a date or time, {as_text(value)}: Excel may have made it of what was typed. Put an apostrophe before it, and "
            "type it anew"
        )
    return as_text(value)


def phone_fault(value: object) -> str:
    """Say why a cell holds no telephone number that can be dialed; "" where it does, or is blank."""
    text = as_text(value)
    if not text:
        return ""
    rounded = isinstance(value, (int, float)) and abs(value) >= 1e10 and value % 1e5 == 0
    if rounded or re.search(r"\d\s*[eE]\s*\+?\s*\d", text):
        return f"holds “{_short(text)}”, a number that Excel has rounded. Format the cell as text and type the number anew"
    digits = sum(c.isdigit() for c in text)
    vanity = re.search(r"\d{3}[-. ]?[A-Z]{5,}", text)
    if digits < _DIGITS and not vanity:
        return f"holds “{_short(text)}”, which is no telephone number: read as blank. Type the number, or clear the cell"
    return ""


def parse_date(value: object) -> date | None:
    """Read a cell as a date; a time in it is left aside.

    Raises BadCell for what is no date, or a text that can be read two ways.
    """
    moment = parse_moment(value)
    return moment[0] if moment else None


def parse_moment(value: object) -> tuple[date, time | None] | None:
    """Read a cell as a date and, where it has one, a time.

    Raises BadCell as `parse_date` does.
    """
    if isinstance(value, datetime):
        _plausible(value)
        rounded = value + timedelta(seconds=30)
        at = rounded.time().replace(second=0, microsecond=0)
        return _plausible(rounded.date()), at if at != time() else None
    if isinstance(value, date):
        return _plausible(value), None
    if isinstance(value, (time, timedelta)):
        raise BadCell(f"holds a time without a date. Type date and time, like {EXAMPLE}")
    if isinstance(value, (bool, int, float)):
        raise BadCell(
            f"holds the number {as_text(value)}, not a date. Format the cell as a date, or type it like {EXAMPLE}"
        )
    text = as_text(value)
    return _moment_of(text) if text else None


def says(text: str, choice: str) -> bool:
    """Tell whether a text says a choice, letter case, blanks, dashes and signs aside; with a question mark it asks."""
    return _folded(text) == _folded(choice)


def parse_choice(value: object, choices: Iterable[Choice]) -> Choice | None:
    """Read a cell as one of the choices, as `says` has it.

    Raises BadCell with the list of choices.
    """
    text = as_text(value)
    if not text:
        return None
    allowed = list(choices)
    for choice in allowed:
        if says(text, str(choice)):
            return choice
    raise BadCell(f"holds “{_short(text)}”, which is not one of: {', '.join(str(c) for c in allowed)}")


def parse_whole(value: object, low: int, high: int) -> int | None:
    """Read a cell as a whole number from low to high, ends included.

    Raises BadCell for any other.
    """
    text = as_text(value)
    if not text:
        return None
    if not isinstance(value, bool) and re.fullmatch(r"[+-]?\d{1,9}", text) and low <= int(text) <= high:
        return int(text)
    raise BadCell(f"holds “{_short(text)}”. Type a whole number from {low} to {high}")


def parse_yes_no(value: object) -> bool | None:
    """Read a cell as Yes or No.

    Raises BadCell for anything else.
    """
    choice = parse_choice(value, ("Yes", "No"))
    return None if choice is None else choice == "Yes"


def parse_hold(value: object) -> bool | date | None:
    """Read a cell that says Yes, No, or until which date.

    Raises BadCell for anything else.
    """
    if isinstance(value, (bool, str)):
        text = as_text(value)
        if says(text, "Yes") or says(text, "No"):
            return says(text, "Yes")
        value = re.sub(r"^until\s+", "", text, flags=re.I)
    try:
        return parse_date(value)
    except BadCell as bad:
        raise BadCell(f"{bad}; or Yes") from None


def parse_last_contact(value: object) -> date | None:
    """Read a cell that says on which day one wrote or talked last; None where it says never.

    Raises BadCell for anything else.
    """
    if says_never(value):
        return None
    try:
        return parse_date(value)
    except NoDate as bad:
        raise NoDate(f"{bad}; if you never wrote to them nor talked, type “{NEVER}”") from None


def _moment_of(text: str) -> tuple[date, time | None]:
    """Split off a weekday and a time and read what is left as a date."""
    rest, weekday = _without_weekday(text)
    day = _date_of(rest, text)
    at = None
    if day is None:
        found = re.search(_TIME, rest)
        if found and (found[2] or found[3]):
            at = _time_of(found, text)
            day = _date_of(rest[: found.start()].rstrip(" ,T"), text)
    if day is None:
        raise NoDate(f"holds “{_short(text)}”, which is not a date. Type it like {EXAMPLE}")
    if weekday is not None and day.weekday() != weekday:
        raise BadCell(
            f"holds “{_short(text)}”, but that day is a {WEEKDAYS[day.weekday()]}. Correct one of the two"
        )
    return _plausible(day), at


def _without_weekday(text: str) -> tuple[str, int | None]:
    found = re.match(_WEEKDAY, text)
    index = _index_of(found[1], WEEKDAYS) if found else None
    return (text[found.end() :], index) if found and index is not None else (text, None)


def _date_of(text: str, whole: str) -> date | None:
    """Read the part of a text that should be a date; None if it has no date's form."""
    if found := re.match(_YEAR_FIRST, text):
        return _made(int(found[1]), int(found[3]), int(found[4]), whole)
    if found := re.match(_YEAR_LAST, text):
        return _either_order(int(found[1]), int(found[3]), _full_year(found[4], whole), whole)
    if found := re.match(_DAY_MONTH, text):
        day, month, year = found[1], found[2], found[3]
    elif found := re.match(_MONTH_DAY, text):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    number = _index_of(month, MONTHS)
    return None if number is None else _made(_full_year(year, whole), number + 1, int(day), whole)


def _either_order(first: int, second: int, year: int, whole: str) -> date:
    """Read two numbers as day and month if only one order makes a date."""
    if first != second and first <= 12 and second <= 12 and first and second:
        one, other = date(year, first, second), date(year, second, first)
        raise BadCell(
            f"holds the text “{_short(whole)}”, which can be read two ways. Type {one} or {other}, whichever you mean"
        )
    return _made(year, second, first, whole) if first > 12 else _made(year, first, second, whole)


def _made(year: int, month: int, day: int, whole: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadCell(f"holds “{_short(whole)}”, and there is no such day. Type it like {EXAMPLE}") from None


def _full_year(year: str, whole: str) -> int:
    if len(year) == 4:
        return int(year)
    raise BadCell(f"holds “{_short(whole)}”. Type the year with four digits, like {EXAMPLE}")


def _time_of(found: re.Match[str], whole: str) -> time:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif half:
        hour = 99
    if hour > 23 or minute > 59:
        raise BadCell(f"holds “{_short(whole)}”, and there is no such time. Type it like 2026-12-03 14:30")
    return time(hour, minute)


def _plausible(day: date) -> date:
    try:
        return plausible(day)
    except BadDay as bad:
        raise BadCell(str(bad)) from None


def _index_of(word: str, names: tuple[str, ...]) -> int | None:
    """Find a month or weekday by its name or its first three or four letters (Sept, Thur)."""
    lower, whole = word.casefold(), [name.casefold() for name in names]
    begun = 3 <= len(lower) <= 5
    return next((i for i, n in enumerate(whole) if n == lower or (begun and n.startswith(lower))), None)


def _folded(text: str) -> str:
    """Fold a choice to its letters, digits and question marks, with one spelling for "canceled"."""
    return re.sub(r"[^\w?？؟]+|_+", "", text).casefold().replace("canceled", "cancelled")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:37] + "..."
