"""A row of a table becomes a person, by what its columns are; whatever finds no column goes into Notes. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.importing.imported import (
    FieldValue,
    ImportedContact,
    first_name,
    imported_contact,
    in_columns,
    in_notes,
    mails_of,
    named,
    salutation,
    taken_off,
)
from pipeline.model.fullname import split_name
from pipeline.model.namewords import JOBS, JOBS_TOO
from pipeline.model.texts import flat, spelled
from pipeline.sheets import schema
from pipeline.sheets.columns.contactdays import DAYS
from pipeline.sheets.columns.contactstates import STATUS, later
from pipeline.sheets.columns.dayorder import Orders, day_of, moment_of
from pipeline.sheets.columns.fields import PLACES, Field

_GREETINGS = frozenset(
    map(
        spelled,
        (schema.CONTACTS.column("salutation").header, *schema.CONTACTS.column("salutation").spellings),
    )
)


@dataclass(frozen=True, slots=True)
class ListCell:
    """One cell of a row: what it is, the header above it, its value and its text; `orders` are how its column writes days."""

    field: Field
    header: str
    value: object
    text: str
    orders: Orders

    @property
    def line(self) -> str:
        """Say the cell as a line for Notes."""
        return f"{self.header}: {self.text}"


def person_of(cells: Sequence[ListCell], where: str) -> ImportedContact:
    """Put a row together: of several mails, phones and addresses the first one, work before home, and the others in Notes."""
    by_name: dict[str, list[ListCell]] = {}
    for cell in sorted(cells, key=lambda cell: cell.field.rank):
        by_name.setdefault(cell.field.name, []).append(cell)

    def texts(*names: str) -> list[str]:
        return [cell.text for name in names for cell in by_name.get(name, [])]

    def first(name: str) -> str:
        return next(iter(texts(name)), "")

    name = named(first_name(*texts("first", "middle")), " ".join(texts("last")), first("full"))
    greeting, about = _greeted(next(iter(by_name.get("prefix", [])), None), name.last)
    mails, odd = mails_of(texts("email"), name)
    phones = list(dict.fromkeys(texts("phone", "mobile")))
    place, left = _address([cell for part in PLACES for cell in by_name.get(part, [])])
    own, unfit = own_values(cells)
    values: dict[str, FieldValue] = {
        **in_columns(name, greeting, mails, phones),
        "Organization": first("organization"),
        "Position": first("position"),
        "Referred by": first("referred_by"),
        "Address": place,
        "Notes": "\n".join(texts("notes")),
    }
    notes = in_notes(mails, phones, odd)
    notes += [cell.line for which in ("department", "suffix", "labels") for cell in by_name.get(which, [])]
    notes += [f"Other {which}: {t}" for which in ("organization", "position") for t in _others(texts(which))]
    notes += [cell.line for which in ("prefix", "referred_by") for cell in by_name.get(which, [])[1:]]
    parts = (name.salutation, name.first, name.last, *name.left)
    notes += [cell.line for cell in by_name.get("full", []) if not _said_by(cell.text, *parts)]
    return imported_contact(values | own, [*unfit, *notes, *about, *left, *taken_off(name)], where)


def _greeted(cell: ListCell | None, last: str) -> tuple[str, list[str]]:
    """Make what stands after "Dear"; under a header that says so a name is meant as it is typed."""
    if cell is None:
        return "", []
    greeting, about = salutation(cell.text, last)
    words = {flat(word) for word in cell.text.split()}
    named = words.isdisjoint(JOBS | JOBS_TOO) and cell.text[:1].isupper() and split_name(cell.text)
    return (cell.text, []) if about and named and spelled(cell.header) in _GREETINGS else (greeting, about)


def _others(texts: Sequence[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts[1:]) if text != texts[0]]


def _said_by(text: str, *names: str) -> bool:
    """Tell whether a whole name says nothing that the parts don't say."""
    return set(spelled(text).split()) <= set(spelled(" ".join(names)).split())


def own_values(cells: Sequence[ListCell]) -> tuple[dict[str, FieldValue], list[str]]:
    """Read the columns that only this program has; what doesn't fit there, or is of a plan, comes back as lines for Notes.

    A state is none of these: its whole cell goes there in any case.
    """
    values: dict[str, FieldValue] = {}
    unfit: list[str] = []
    for cell in cells:
        if cell.field.own:
            value = _fitting(cell.field.column, cell)
            before = values.get(cell.field.header)
            if value and before and cell.field.column.attr in DAYS and later(before, value) == value:
                unfit.append(f"{cell.field.header}: {before}")
                values[cell.field.header] = value
            elif value is None or before:
                unfit.append(cell.line)
            elif value:
                values[cell.field.header] = value
    states = [cell for cell in cells if cell.field.name == STATUS]
    said = {line for cell in states for line in (cell.line, f"{cell.field.header}: {cell.text}")}
    return values, [line for line in unfit if line not in said]


def _address(cells: Sequence[ListCell]) -> tuple[str, list[str]]:
    """Lay out the address for work, else that at home; the other one's parts come back as lines for Notes."""
    by_rank: dict[int, dict[str, str]] = {}
    for cell in cells:
        parts = by_rank.setdefault(cell.field.rank, {})
        parts[cell.field.name] = "\n".join(filter(None, (parts.get(cell.field.name, ""), cell.text)))
    best = next((rank for rank in sorted(by_rank) if _laid_out(by_rank[rank])), None)
    left = [cell.line for cell in cells if cell.field.rank != best]
    return (_laid_out(by_rank[best]) if best is not None else ""), left


def _laid_out(parts: Mapping[str, str]) -> str:
    """Lay an address out as on an envelope; "" without street or whole address."""
    street = parts.get("street", "") or parts.get("address", "")
    if not street:
        return ""
    city, state = parts.get("city", ""), parts.get("state", "")
    town = " ".join(filter(None, (f"{city}," if city and state else city, state, parts.get("zip", ""))))
    below = [line for line in (town, parts.get("country", "")) if line and line not in street]
    return "\n".join([street, *below])


def _fitting(column: schema.Column, cell: ListCell) -> FieldValue | None:
    """Return the value as its column wants it; None where it doesn't fit there and belongs into Notes."""
    text = cell.text
    if not text:
        return ""
    if column.attr in DAYS and cell.value is None:
        return None
    if column.choices:
        return next((c for c in column.choices if c.casefold() == text.casefold()), None)
    # What is no day is kept where a day should stand: the cell is named then, and nobody takes it for a blank one.
    if column.kind is schema.ColumnKind.DATE:
        return day_of(cell.value, cell.orders) or text
    return (moment_of(cell.value, cell.orders) or text) if column.kind is schema.ColumnKind.MOMENT else text
