"""Cells of words: what stands for a blank, what is no name, and phrases that would not read in a letter. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from pipeline.letters.checks.phrase import flaw_of_phrase
from pipeline.letters.phrases import Phrase
from pipeline.letters.salutation import name_fault, salutation_fault, title_faults
from pipeline.model import Contact, Severity
from pipeline.sheets import schema
from pipeline.sheets.cells import phone_fault, stands_for_nothing
from pipeline.sheets.table import Fault

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


def nothing_said(attr: str, parsed: Mapping[int, str], values: Sequence[object]) -> list[Fault]:
    """Find the cells of a column that stand for a blank, and are read as one; `values` are the raw ones."""
    if attr == "phone":
        told = ((index, phone_fault(values[index])) for index in parsed)
        return [Fault(index, attr, fault, Severity.WARNING) for index, fault in told if fault]
    if attr not in _READ:
        return []
    return [
        Fault(
            index,
            attr,
            f'holds "{text}", which stands for nothing: read as blank. Clear the cell, or fill it in',
            Severity.WARNING,
        )
        for index, text in parsed.items()
        if _nothing(text, attr in _NAMES)
    ]


def word_faults(index: int, contact: Contact) -> Iterator[Fault]:
    """Warn of names that no greeting should hold, and of phrases that would not read where they stand in letters."""
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
    for attr, phrase in _PHRASES:
        text = getattr(contact, attr)
        if text and (said := phrase_fault(phrase, text)):
            yield Fault(index, attr, said, Severity.WARNING)


@lru_cache(maxsize=4096)
def phrase_fault(phrase: Phrase, text: str) -> str:
    """Say what is wrong with a phrase, without the name of its cell; "" where it reads well."""
    flaw = flaw_of_phrase(phrase, text)
    return flaw.message.removeprefix(f"{phrase.cell} ").rstrip(".") if flaw else ""


def _name(text: str, contact: Contact) -> str:
    return name_fault(text, contact.first_name, contact.last_name)


@lru_cache(maxsize=4096)
def _nothing(text: str, name: bool) -> bool:
    return stands_for_nothing(text, name=name)
