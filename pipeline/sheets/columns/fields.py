"""What each column of a table of people is, by its header and what stands below. Pure."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence, Set
from typing import NamedTuple

from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.columns.contactdays import DAYS, day_meant, day_shown
from pipeline.sheets.columns.contactstates import STATUS, are_states
from pipeline.sheets.columns.evidence import (
    ROWS_SEEN,
    Rows,
    are_addresses,
    are_numbers_to_call,
    are_organizations,
    are_phrases,
    are_titles,
    fits,
    hold_addresses,
    text_of,
    values_below,
)
from pipeline.sheets.columns.fieldwords import DOUBTFUL, FIELD_OF_WORD, HOME, NOISE, SMALL_WORDS, WORK

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
# "By" alone is a city, in Danish, "via" a street, in Italian.
_WHO_WROTE = [
    [verb, by] for verb in ("contact", "contacted", "email", "emailed", "sent") for by in ("by", "via")
]
ATTRS = {
    "first": "first_name", "last": "last_name", "prefix": "salutation", "email": "email", "phone": "phone",
    "mobile": "phone", "organization": "organization", "position": "position", "address": "address",
    "referred_by": "referred_by", "notes": "notes",
}  # fmt: skip
_OWN = frozenset(c.attr for c in schema.CONTACTS.columns if c.owner is schema.Owner.USER) - {*ATTRS.values()}
_MANY = 4
_AFTER = 2
_UNSURE = frozenset({"where", "why_this_person", "on_hold", "opening_mentioned", "enclose_resume"})
"""Columns that what stands below has to bear out, however they are headed: in a list not made for this it may be something else."""
NAMES = frozenset({"first", "middle", "last", "full", "prefix", "suffix", "title"})
"""Fields that say only how people are called."""
_NOT_AFTER = frozenset({"full", "title", "notes", "labels", "referred_by", "suffix"}) | _OWN
"""Fields whose words mean something else after other words: Account Name, Email Notes."""
PLACES = ("street", "address", "city", "state", "zip", "country")
_TO_HEADER = {
    "first": "First name", "middle": "First name", "last": "Last name", "full": "First name, Last name",
    "prefix": "Salutation", "suffix": "Notes", "organization": "Organization", "department": "Notes", "labels": "Notes",
    "position": "Position", "email": "Email", "phone": "Phone", "mobile": "Phone", "notes": "Notes",
    "referred_by": "Referred by", "last_contact": "Last contact", STATUS: "Last contact", **dict.fromkeys(PLACES, "Address"),
}  # fmt: skip


class Field(NamedTuple):
    """What a column holds: a field of an address book, or one of Contacts' own columns; `rank` 0 for work, 2 for home."""

    name: str
    rank: int = 1

    @property
    def own(self) -> bool:
        """Tell whether it is a column of Contacts that only this program has, or a day that it keeps."""
        return self.name not in _TO_HEADER or self.header == "Last contact"

    @property
    def column(self) -> schema.Column:
        """Give the column of Contacts that it is, where it is `own`."""
        return schema.CONTACTS.column("last_contact" if self.name == STATUS else self.name)

    @property
    def header(self) -> str:
        """Name the column of Contacts that it goes to."""
        known = _TO_HEADER.get(self.name)
        return known or schema.CONTACTS.column(self.name).header


def is_meant(column: schema.Column, header: str, values: Sequence[object]) -> bool:
    """Tell whether a header means a column of ours: what stands below has to fit.

    It has to fit the better where the header is not ours, and so may mean something else.
    """
    if values and column.attr in _UNSURE and spelled(header) != spelled(column.header):
        if column.phrase is not None:
            return column.phrase.asked != "" and are_phrases(column.phrase, values)
        return spelled(header) in map(spelled, column.spellings) and fits(column, values)
    return fits(column, values)


def fields_of(headers: Sequence[object]) -> dict[int, Field]:
    """Say by index what the columns are; those that no field takes are left out."""
    texts = [header if isinstance(header, str) else "" for header in headers]
    exact = schema.columns_found(schema.CONTACTS, texts)
    found = {at: Field(attr) for attr, at in exact.items() if attr in _OWN}
    for at, text in enumerate(texts):
        field = field_of(text) if text.strip() and at not in found else None
        if field:
            found[at] = field
    names = {field.name for field in found.values()}
    titled = Field("prefix") if "position" in names else Field("position")
    found = {at: titled if field.name == "title" else field for at, field in found.items()}
    if "last" in names and "first" not in names:  # Name beside Surname
        for at, field in found.items():
            found[at] = Field("first") if field.name == "full" and spelled(texts[at]) == "name" else field
    return dict(sorted(found.items()))


def field_name(attr: str) -> str:
    """Name the field that one of our columns is in an address book; the column itself where address books have none such."""
    return next((name for name, ours in ATTRS.items() if ours == attr), attr)


def field_of(header: str) -> Field | None:
    """Find a header's field: as it stands, then without what says only which of several it is, or what it belongs to."""
    if day := day_meant(header):
        return Field(day)
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", header)
    for text in (header, bare):
        words = spelled(_CAMEL.sub(" ", text)).split()
        found = _of_words(words)
        for at in range(1, len(words)) if not found else ():
            tail = _of_words(words[at:])
            apart = words[at - 1 :] not in _WHO_WROTE and _is_head(words[:at])
            if tail and tail.name not in _NOT_AFTER and apart:
                found = Field(tail.name, min(tail.rank, _rank(words)))
                break
        if found:
            return found
    return None


def is_of_days(header: str, values: Sequence[object]) -> bool:
    """Tell a column that says when somebody was written to or talked to, by its header or the days below."""
    field = field_of(header)
    return bool(field and field.name in DAYS) or bool(day_shown(header, values))


def _of_words(words: Sequence[str]) -> Field | None:
    rank = _rank(words)
    for kept in (words, [w for w in words if not w.isdigit()], _plain(words)):
        field = FIELD_OF_WORD.get(" ".join(kept))
        if field and (rank == 1 or field not in ("first", "last", "full")):
            return Field(field, rank)
    return None


def _rank(words: Sequence[str]) -> int:
    return 0 if set(words) & WORK else 2 if set(words) & HOME or " ".join(words) in DOUBTFUL else 1


def _is_head(words: Sequence[str]) -> bool:
    """Tell whether words before a field only say whose it is, as in "Contact: Email" and "Emails / Primary Email"."""
    return FIELD_OF_WORD.get(" ".join(words)) is not None or set(words) <= WORK | HOME | {"lead"}


def _plain(words: Sequence[str]) -> list[str]:
    return [w for w in words if w not in WORK | HOME | SMALL_WORDS and not w.isdigit()]


def ours(headers: Sequence[object]) -> frozenset[int]:
    """Find the columns that the program filled, in a table that is one of its own: they are made anew."""
    wanted = {spelled(c.header) for c in schema.CONTACTS.columns if c.owner is schema.Owner.PROGRAM}
    found = frozenset(at for at, text in enumerate(headers) if spelled(text or "") in wanted)
    return found if len(found) >= _MANY else frozenset()


def attrs_of(fields: Mapping[int, Field]) -> dict[str, int]:
    """Map our attributes to the columns that hold them: work before home, then the first."""
    found: dict[str, int] = {}
    for at, field in sorted(fields.items(), key=lambda f: (f[1].rank, f[1].name == "mobile", f[0])):
        attr = ATTRS.get(field.name, field.name)
        if attr in ATTRS.values() or attr in _OWN:
            found.setdefault(attr, at)
    return found


def fields_understood(headers: Sequence[object], below: Rows) -> dict[int, Field]:
    """Say by index what the columns are, by their headers and, where these say nothing or something else, by the values."""
    sample = below[:ROWS_SEEN]
    said = fields_of(headers)
    names = {field.name for field in said.values()}
    held_against = {
        at: _as_values_say(field, headers[at], values_below(sample, at), names) for at, field in said.items()
    }
    fields = {at: field for at, field in held_against.items() if field is not None}
    fields |= _days_of_letters(headers, below, fields)
    fields |= _numbers_of_places(headers, sample, fields)
    for name, are_such in (("email", are_addresses), ("phone", are_numbers_to_call)):
        if any(field.name in (name, "mobile" if name == "phone" else name) for field in fields.values()):
            continue
        free = (at for at, text in enumerate(headers) if text_of(text) and at not in fields)
        found = next((at for at in free if are_such(values_below(sample, at))), None)
        if found is not None:
            fields[found] = Field(name)
    return dict(sorted(fields.items()))


def _as_values_say(field: Field, header: object, values: Sequence[object], names: Set[str]) -> Field | None:
    """Hold what a header says against its column's values; None where it is not meant. `names` are the fields of all headers."""
    if field.name == "where" and not names & {"interview_on", "interview_type", "interview_held"}:
        # where they work, or live: no interview is dated
        return Field("organization") if "organization" not in names and are_organizations(values) else None
    if field.name == "position" and are_titles(values):
        return Field("prefix")
    if field.name == "prefix" and values and _is_title(header) and not are_titles(values):
        return Field("position", _AFTER)
    return field if _is_meant(field, text_of(header), values) else None


def _days_of_letters(headers: Sequence[object], below: Rows, fields: Mapping[int, Field]) -> dict[int, Field]:
    """Find the columns that only their values tell to say when somebody was written to: "First contact", a status."""
    found: dict[int, Field] = {}
    made_anew = ours(headers)
    for at, text in enumerate(map(text_of, headers)):
        known = fields.get(at)
        values = values_below(below, at) if known is None or known.name == "full" else []
        if day := day_shown(text, values):
            found[at] = Field(day)
        elif text and known is None and at not in made_anew and are_states(text, values):
            found[at] = Field(STATUS)
    return found


def _numbers_of_places(headers: Sequence[object], sample: Rows, fields: Container[int]) -> dict[int, Field]:
    """Find the telephone numbers under headers that only say "Work" or "Home"."""
    found: dict[int, Field] = {}
    for at, text in enumerate(headers):
        words = set(spelled(text_of(text)).split())
        only_a_place = at not in fields and words and words <= WORK | HOME
        if only_a_place and are_numbers_to_call(values_below(sample, at)):
            found[at] = Field("phone", _rank(list(words)))
    return found


def _is_title(header: object) -> bool:
    field = field_of(text_of(header))
    return field is not None and field.name == "title"


def _is_meant(field: Field, header: str, values: Sequence[object]) -> bool:
    if field.name != "email" and are_addresses(values):
        return False
    column = next((c for c in schema.CONTACTS.columns if c.attr == field.name and c.attr in _OWN), None)
    if column is None:
        return field.name != "email" or hold_addresses(values)
    exact = spelled(header) == spelled(column.header) and column.attr not in _UNSURE
    return exact or is_meant(column, header, values)


def is_noise(header: str, value: str) -> bool:
    """Tell whether a program filled a cell by itself."""
    said = NOISE.get(spelled(header))
    return said is not None and (not said or spelled(value) in said)
