"""What the values below a header say of a column: addresses, numbers to call, days, or nothing that the header promises. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import cast

from pipeline.letters.phrases import Flaw, Phrase, flaw_in
from pipeline.model import Level, namewords
from pipeline.model.fullname import split_name
from pipeline.model.organizations import ORGANIZATION_WORDS
from pipeline.model.texts import flat, spelled
from pipeline.sheets.schema import Column, ColumnKind, Owner

Rows = Sequence[Sequence[object]]
StateReader = Callable[..., date | str | None]
"""What reads a cell: a day, a text, or nothing. What the row's person is called may be said as well."""
_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[A-Za-z]{2,}")
_PHONE = r"(?i)[+(]?\d[\d\s()./x-]{5,24}"
_DATE = r"\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4}|\d\d? [A-Za-z]{3,9}\.? \d{4}|[A-Za-z]{3,9}\.? \d\d?, \d{4}"
_ENOUGH = 0.5
_CLEAR = 0.8
_SOME = 0.3
_TO_THEM = frozenset({"you", "your", "yours", "yourself"})
ROWS_SEEN = 500
"""Rows that are looked at: enough to know a column by."""
_NOTHING = frozenset({"", "n a", "none", "no", "unknown"})
"""What people write, folded, where they know nothing."""


def text_of(value: object) -> str:
    """Give a cell as text without blanks around it."""
    return "" if value is None else str(value).strip()


def texts_in(row: Sequence[object], columns: Iterable[int]) -> str:
    """Join what a row says in some columns, as those of a name."""
    return " ".join(text_of(row[at]) for at in columns if at < len(row))


def values_below(below: Rows, at: int) -> list[object]:
    """List what is filled in a column."""
    return [row[at] for row in below if at < len(row) and text_of(row[at])]


def is_address(text: str) -> bool:
    """Tell an e-mail address."""
    return bool(_EMAIL.fullmatch(text))


def are_addresses(values: Sequence[object]) -> bool:
    """Tell a column of e-mail addresses, whatever its header."""
    return _share(values, lambda v: is_address(text_of(v))) >= _CLEAR


def are_numbers_to_call(values: Sequence[object]) -> bool:
    """Tell a column of phone numbers typed as such, whatever its header."""
    return _share(values, lambda v: isinstance(v, str) and _looks_like_phone(v.strip())) >= _CLEAR


def are_titles(values: Sequence[object]) -> bool:
    """Tell a column of Mr., Ms. and Dr., alone or before names, from one of jobs, be they titles too: Dean, Nurse, Director."""
    said = [v for v in values if spelled(text_of(v)) not in _NOTHING]
    return _share(said, lambda v: _is_form_of_address(text_of(v))) >= _CLEAR


def are_phrases(phrase: Phrase, values: Sequence[object]) -> bool:
    """Tell a column of texts that read as the piece of a sentence that a letter asks for, or say "you" and become one when mended."""
    flaws = [flaw_in(phrase, text_of(v)) for v in values]
    return _share(flaws, _reads_or_speaks_to_them) >= _ENOUGH


def are_organizations(values: Sequence[object]) -> bool:
    """Tell a column of organizations by the words that only they are called by."""
    words = (set(spelled(text_of(v)).split()) for v in values)
    return _share(list(words), lambda said: bool(cast("set[str]", said) & ORGANIZATION_WORDS)) >= _SOME


def hold_addresses(values: Sequence[object]) -> bool:
    """Tell whether a column headed as e-mail holds any, blanks and "-" aside."""
    said = [v for v in values if spelled(text_of(v)) not in _NOTHING]
    return not said or _share(said, lambda v: "@" in text_of(v)) >= _ENOUGH


def fits(column: Column, values: Sequence[object]) -> bool:
    """Tell whether what stands below a header of ours is what we would keep, or read, there."""
    if column.owner is Owner.PROGRAM:
        return False
    if not values:
        return True
    if column.attr == "position" and are_titles(values):
        return False
    if column.attr == "email":
        return hold_addresses(values)
    if are_addresses(values):
        return False
    if column.kind in (ColumnKind.DATE, ColumnKind.MOMENT):
        return _share(values, _is_date) >= _ENOUGH
    if column.choices:
        allowed = {spelled(choice) for choice in column.choices}
        return _share(values, lambda v: spelled(text_of(v)) in allowed) >= _ENOUGH
    return True


def _is_form_of_address(text: str) -> bool:
    words = [word.strip(".,") for word in text.split()]
    low = {flat(word) for word in words}
    jobs = low & namewords.JOBS_TOO or any(
        w.isupper() and flat(w) in namewords.JOBS for w in words
    )  # HR, Hr.
    if not low or jobs:
        return False
    if low <= namewords.TITLES:
        return True
    named = None if low & namewords.JOBS or "," in text else split_name(text)
    return named is not None and bool(named.salutation)


def _reads_or_speaks_to_them(flaw: object) -> bool:
    if not isinstance(flaw, Flaw) or flaw.level is not Level.BLOCK:
        return True
    return flaw.mended is not None and not _TO_THEM.isdisjoint(spelled(flaw.mended).split())


def _looks_like_phone(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    return 7 <= digits <= 17 and bool(re.fullmatch(_PHONE, text)) and not re.fullmatch(_DATE, text)


def _is_date(value: object) -> bool:
    return isinstance(value, date | datetime) or (
        isinstance(value, str) and bool(re.match(_DATE, value.strip()))
    )


def _share(values: Sequence[object], test: Callable[[object], bool]) -> float:
    return sum(map(test, values)) / len(values) if values else 0.0
