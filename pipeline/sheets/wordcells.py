"""Cells of words: what stands for a blank, what is no name, and phrases that would not read in a letter. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any

from pipeline.letters.checks.phrase import flaw_of_phrase
from pipeline.letters.phrases import Phrase
from pipeline.letters.salutation import name_fault, salutation_fault, title_faults
from pipeline.model import Contact, Severity
from pipeline.sheets import schema
from pipeline.sheets.cells import NothingSaid, phone_fault, stands_for_nothing
from pipeline.sheets.table import Fault, Parse

_NAMES = ("first_name", "last_name")
_BESIDE_LETTERS = frozenset({"referrals_given", "opening_mentioned"})
_READ = frozenset(
    c.attr
    for c in schema.CONTACTS.columns
    if c.kind in (schema.ColumnKind.TEXT, schema.ColumnKind.LONG)
    and c.owner is schema.Owner.USER
    and (c.in_letters or c.attr in _BESIDE_LETTERS)
)
_PHRASES: tuple[tuple[str, Phrase], ...] = tuple(
    (c.attr, c.phrase) for c in schema.CONTACTS.columns if c.phrase
)


def reader_of(column: schema.Column) -> Parse | None:
    """Give the reader of a column of Contacts: what stands for a blank is NothingSaid."""
    reader = column.reader
    if reader is None or not (column.attr in _READ or column.attr == "phone"):
        return reader

    def read(value: object) -> Any:
        text = reader(value)
        if text and (fault := _nothing_said(column.attr, value, text)):
            raise NothingSaid(fault)
        return text

    return read


def _nothing_said(attr: str, value: object, text: str) -> str:
    if attr == "phone":
        return phone_fault(value)
    if not stands_for_nothing(text, name=attr in _NAMES):
        return ""
    return f'holds "{text}", which stands for nothing: read as blank. Clear the cell, or fill it in'


def word_faults(contacts: Mapping[int, Contact]) -> Iterator[Fault]:
    """Warn of names that no greeting should hold, and of phrases that would not read where they stand in letters."""
    for index, contact in contacts.items():
        yield from _name_faults(index, contact)
    for attr, phrase in _PHRASES:
        read = attrgetter(attr)
        for index, contact in contacts.items():
            text = read(contact)
            if text and (said := phrase_fault(phrase, text)):
                yield Fault(index, attr, said, Severity.WARNING)


def _name_faults(index: int, contact: Contact) -> Iterator[Fault]:
    titles = title_faults(contact)
    for attr in _NAMES:
        text = getattr(contact, attr)
        plain = text.isascii() and text.istitle() and text.isalpha()
        fault = titles.get(attr) or ("" if plain else _name(text, contact))
        if fault:
            yield Fault(
                index,
                attr,
                f"{fault}. Leave the name alone in the cell: letters greet with it",
                Severity.WARNING,
            )
    if contact.salutation and (fault := salutation_fault(contact)):
        yield Fault(
            index, "salutation", f"{fault}. Type what stands after “Dear”, like Ms. Okafor", Severity.WARNING
        )


@lru_cache(maxsize=4096)
def phrase_fault(phrase: Phrase, text: str) -> str:
    """Say what is wrong with a phrase, without the name of its cell; "" where it reads well."""
    flaw = flaw_of_phrase(phrase, text)
    return flaw.message.removeprefix(f"{phrase.cell} ").rstrip(".") if flaw else ""


def _name(text: str, contact: Contact) -> str:
    return name_fault(text, contact.first_name, contact.last_name)
