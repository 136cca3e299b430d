"""The day on which somebody is back, out of an automatic answer in English, German or French."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

_FARTHEST, _JUST_PAST = timedelta(days=370), timedelta(days=90)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner jaenner janvier janv",
            "february feb februar fevrier fevr fev",
            "march mar marz maerz mrz mars",
            "april apr avril avr",
            "may mai",
            "june jun juni juin",
            "july jul juli juillet juil",
            "august aug aout",
            "september sep sept septembre",
            "october oct oktober okt octobre",
            "november nov novembre",
            "december dec dezember dez decembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST_WORDS = re.compile(
    r"\b(bis|ab|wieder|zuruck|buro|abwesend|jusqu|retour|absente?|bureau|conges?|partir)\b"
)
_PATTERNS = (
    re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s*(?:of\s+)?(?P<name>{_MONTH})\b\.?,?\s*(?P<y>20\d\d)?\b"
    ),
    re.compile(rf"\b(?P<name>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y>20\d\d)\b)?"),
    re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?:\s?(?P<y>20\d\d|\d\d)\b)?"),
    re.compile(r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>20\d\d|\d\d))?\b"),
)


def return_date(text: str, arrived: date) -> date | None:
    """Return the latest day named in an absence note that lies after its arrival and within a year; None where there is none.

    "From the 1st to the 5th" and "back on the 5th" both give the 5th: to wait a day too long does no harm.
    """
    folded = _folded(text)
    days = [d for d in _dates(folded, arrived) if arrived <= d <= arrived + _FARTHEST]
    return max(days, default=None)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _dates(text: str, arrived: date) -> Iterator[date]:
    day_first = bool(_DAY_FIRST_WORDS.search(text))
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if "a" in parts:
                yield from _slashed(int(parts["a"]), int(parts["b"]), parts["y"], arrived, day_first)
            else:
                month = _MONTHS[parts["name"]] if parts.get("name") else int(parts["m"])
                yield from _dated(int(parts["d"]), month, parts["y"], arrived)


def _slashed(a: int, b: int, year: str | None, arrived: date, day_first: bool) -> Iterator[date]:
    """Read 5/12: by the language's order, or the other where that is no date."""
    pairs = [(a, b), (b, a)] if day_first else [(b, a), (a, b)]
    yield from next((found for day, month in pairs if (found := list(_dated(day, month, year, arrived)))), [])


def _dated(day: int, month: int, year: str | None, arrived: date) -> Iterator[date]:
    """Yield the date; without a year the next one, unless the last was less than 90 days ago: then that is meant."""
    years = [int(year) + (2000 if int(year) < 100 else 0)] if year else [arrived.year, arrived.year + 1]
    for y in years:
        try:
            found = date(y, month, day)
        except ValueError:
            continue
        if year or found >= arrived - _JUST_PAST:
            yield found
            return
