"""What a person types into a field on the page becomes a cell's value, by the reader of its column (pure)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from pipeline.letters.checks.phrase import flaw_of_phrase
from pipeline.letters.phrases import Flaw
from pipeline.model import Contact
from pipeline.model.addresses import address_fault
from pipeline.model.errors import USAGE, UserError
from pipeline.model.texts import clean, spelled
from pipeline.sheets.cells import (
    BadCell,
    parse_hold,
    parse_moment,
    phone_fault,
    says_never,
    stands_for_nothing,
)
from pipeline.sheets.schema import CONTACTS, Column, ColumnKind
from pipeline.sheets.validation import past_fault
from pipeline.workbook import Value

# A day with dots is written day first wherever dots are used: 24.11.2026, 24.11.26, 24.11.
_DOTTED = r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2})(?!\d))?"
# Today and the days beside it as people say them, and a month by its name, in English and German.
_BESIDE = {
    "today": 0, "heute": 0, "tomorrow": 1, "morgen": 1, "ubermorgen": 2, "uebermorgen": 2,
    "yesterday": -1, "gestern": -1, "vorgestern": -2,
}  # fmt: skip
_MONTHS = (
    "january januar", "february februar", "march marz maerz", "april", "may mai", "june juni", "july juli", "august",
    "september", "october oktober", "november", "december dezember",
)  # fmt: skip
_WORD = r"^([^\W\d_]+)\b,?\s*"
_NAMED = r"^(\d{1,2})\.?\s*([^\W\d_]{3,9})\b\.?(?:,?\s+(\d{4})\b)?,?"
_O_CLOCK = r"(?i)\s*\b(?:Uhr|o['’]clock|h)$"


def typed_moment(text: str, today: date | None) -> tuple[date, time | None] | None:
    """Read a date, and a time where there is one; with dots the day comes first. Raises BadCell for what is no date.

    Without `today` a day has to be written whole: with its year, and not as "yesterday".
    """
    said = re.sub(_DOTTED, lambda m: _iso(m, today), _in_words(clean(text), today), count=1)
    return parse_moment(re.sub(_O_CLOCK, "", said))


def typed_day(text: str, today: date) -> date | None:
    """Read a date as `typed_moment` does. Raises BadCell."""
    moment = typed_moment(text, today)
    return moment[0] if moment else None


def with_iso_days(text: str, today: date) -> str:
    """Write each day with dots in a text as ISO, the day having come first."""
    return re.sub(_DOTTED, lambda m: _iso(m, today).strip(), text)


def _in_words(text: str, today: date | None) -> str:
    """Write a day that begins a text as a word, or with its month's name, as ISO."""
    word, named = re.match(_WORD, text), re.match(_NAMED, text)
    if today and word and spelled(word[1]) in _BESIDE:
        return f"{today + timedelta(_BESIDE[spelled(word[1])])} {text[word.end() :]}".strip()
    month = _month(named[2]) if named else 0
    if named is None or not month:
        return text
    iso = _day_of(int(named[1]), month, named[3] or "", today)
    return f"{iso} {text[named.end() :].strip()}".strip() if iso else text


def _month(word: str) -> int:
    """Give the number of a month by its name, or by its first letters; 0 for another word."""
    begun = spelled(word)
    return next(
        (n for n, names in enumerate(_MONTHS, 1) if any(name.startswith(begun) for name in names.split())), 0
    )


def _day_of(day: int, month: int, year: str, today: date | None) -> date | None:
    """Give a day; without a year the one nearest to today. None where there is no such day."""
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        if today is None:
            return None
        near = (date(today.year + n, month, day) for n in (-1, 0, 1))
        return min(near, key=lambda d: abs(d - today))
    except ValueError:
        return None


def _iso(found: re.Match[str], today: date | None) -> str:
    day = _day_of(int(found[1]), int(found[2]), found[3] or "", today)
    return f"{day} " if day else found[0]


def typed_cell(attr: str, text: str, today: date) -> Value:
    """Read what was typed for a column of Contacts; None where blank. Raises UserError (exit 2) where its cell could not be read."""
    column = CONTACTS.column(attr)
    text = clean(text)
    if not text:
        return None
    try:
        value = value_for(column, text, today)
        if isinstance(value, date) and (fault := past_fault(attr, value, today)):
            raise BadCell(fault)
    except BadCell as bad:
        raise UserError(f"{column.header} {bad}.", exit_code=USAGE) from None
    return value


def value_for(column: Column, text: str, today: date) -> Value:
    """Read what was typed, which is not blank, for a column of any sheet. Raises BadCell."""
    if column.kind is ColumnKind.TEXT:
        text = " ".join(text.split())
    if column.kind is ColumnKind.MOMENT:
        moment = typed_moment(text, today)
        assert moment is not None  # noqa: S101  (it is not blank)
        return datetime.combine(moment[0], moment[1]) if moment[1] else moment[0]
    if column.attr == "last_contact" and says_never(text):
        return text
    if column.kind is ColumnKind.DATE:
        return typed_day(text, today)
    if column.attr == "on_hold":
        held = parse_hold(text if text.casefold() in ("yes", "no") else typed_day(text, today))
        return held if isinstance(held, date) else "Yes" if held else "No"
    if column.attr == "phone" and (fault := phone_fault(text)):
        raise BadCell(fault)
    if column.kind in (ColumnKind.TEXT, ColumnKind.LONG) and column.in_letters and stands_for_nothing(text):
        raise BadCell(f"holds “{text}”, which stands for nothing. Leave it blank, or fill it in")
    if column.attr == "email" and (fault := address_fault(text)):
        raise BadCell(fault)
    read: Any = column.reader(text) if column.reader else text
    if isinstance(read, bool):
        return "Yes" if read else "No"
    return int(read) if column.kind is ColumnKind.NUMBER else str(read)


def flaw_of(attr: str, text: str) -> Flaw | None:
    """Say what is wrong with a phrase, as the reader does; None where it reads well, or is no phrase."""
    phrase = CONTACTS.column(attr).phrase
    return flaw_of_phrase(phrase, text) if phrase else None


def shown_cell(c: Contact, attr: str) -> str:
    """Write a contact's value as a field on the page holds it: dates ISO, choices in their words."""
    value = getattr(c, attr)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if attr == "interview_on" and value and c.interview_time:
        return f"{value} {c.interview_time:%H:%M}"
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
