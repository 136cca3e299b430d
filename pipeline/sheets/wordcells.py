"""Cells of words: what stands for a blank, what is no name, and phrases that would not read in a letter. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from pipeline.letters.checks.phrase import flaw_of_phrase, no_place_to_meet
from pipeline.letters.namecase import names_mended
from pipeline.letters.phrases import Phrase
from pipeline.letters.salutation import (
    is_bare_title,
    last_name_alone,
    name_fault,
    name_mended,
    named_twice,
    salutation_fault,
    title_faults,
)
from pipeline.model import Contact, InterviewType, Severity
from pipeline.model.described import JOBS_ALONE, POSTS_END, is_described, is_post, job_behind
from pipeline.model.fullname import split_name
from pipeline.model.organizations import ENDS_OF_FIRMS, is_called_as_firms_are
from pipeline.model.wishes import wish_in
from pipeline.rules.steps import meeting_type
from pipeline.sheets import schema
from pipeline.sheets.cells import (
    NEVER,
    BadCell,
    NothingSaid,
    parse_last_contact,
    phone_fault,
    stands_for_nothing,
)
from pipeline.sheets.columns.contactstates import says_met
from pipeline.sheets.table import Fault, Parse

_NAMES = ("first_name", "last_name")
_ENDS_NO_NAME = POSTS_END | JOBS_ALONE | ENDS_OF_FIRMS
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
_ASKED_OF_A_MEETING = (
    "holds “{}”, which may be a talk, or how you know them. If you talked, fill in Interview on and Interview held; "
    f"then blank this cell. If you only met, type “{NEVER}” here"
)


def reader_of(column: schema.Column) -> Parse | None:
    """Give the reader of a column of Contacts: what stands for a blank is NothingSaid."""
    if column.attr == "last_contact":
        return _last_contact
    reader = column.reader
    if reader is None or not (column.attr in _READ or column.attr == "phone"):
        return reader

    def read(value: object) -> Any:
        text = reader(value)
        if text and (fault := _nothing_said(column.attr, value, text)):
            raise NothingSaid(fault)
        return name_mended(_in_one_line(text)) if text and column.attr in _NAMES else text

    return read


def _in_one_line(name: str) -> str:
    """Part the lines of a name as two people's are: run together they would be one person's, and greeted."""
    return " / ".join(line.strip() for line in name.splitlines() if line.strip()) if "\n" in name else name


def _last_contact(value: object) -> date | None:
    """Read the day; of a meeting that a list only names, ask which it was."""
    try:
        return parse_last_contact(value)
    except BadCell:
        if isinstance(value, str) and says_met(value):
            raise BadCell(_ASKED_OF_A_MEETING.format(" ".join(value.split()))) from None
        raise


def _nothing_said(attr: str, value: object, text: str) -> str:
    if attr == "phone":
        return phone_fault(value)
    if not stands_for_nothing(text, name=attr in _NAMES):
        return ""
    return f"holds “{text}”, which stands for nothing: read as blank. Clear the cell, or fill it in"


def word_faults(contacts: Mapping[int, Contact]) -> Iterator[Fault]:
    """Warn of names that no greeting should hold, and of phrases that would not read where they stand in letters."""
    for index, contact in contacts.items():
        plain = _plain(contact.first_name) and _plain(contact.last_name)
        if contact.salutation or not plain or contact.last_name.lower() in _ENDS_NO_NAME:
            yield from _name_faults(index, contact)
    for attr, phrase in _PHRASES:
        read = attrgetter(attr)
        texts = set(map(read, contacts.values()))
        wrong = {text: said for text in texts if text and (said := phrase_fault(phrase, text))}
        for index, contact in contacts.items() if wrong else ():
            if (text := read(contact)) in wrong and not (attr == "where" and _by_phone(contact)):
                yield Fault(index, attr, wrong[text], Severity.WARNING)
    for index, contact in contacts.items():
        if contact.where and no_place_to_meet(contact):
            said = (
                f"says “{contact.where}”, and Interview type In person: type the place, or correct the type"
            )
            yield Fault(index, "where", said, Severity.WARNING)


def _by_phone(contact: Contact) -> bool:
    """Tell a talk by telephone, whose number may stand for a place: no letter of ours says where it is."""
    return meeting_type(contact) is InterviewType.PHONE


def _name_faults(index: int, contact: Contact) -> Iterator[Fault]:
    plain = all(_plain(getattr(contact, attr)) for attr in _NAMES)
    if not plain and (wish := wish_in(contact.name)):
        yield from _wish(index, contact, wish)
        return
    faults = title_faults(contact)
    if said := _said_of_whole(contact):
        described = is_described(contact.name) or not contact.last_name
        faults["first_name" if contact.first_name and described else "last_name"] = said
    if attr := named_twice(contact):
        faults.setdefault(attr, "holds the whole name, and a part of it stands in the other cell")
    if whole := _whole_name(contact):
        faults.setdefault(*whole)
    for attr in _NAMES:
        text = getattr(contact, attr)
        fault = faults.get(attr) or ("" if _plain(text) else _name(text, contact))
        if fault:
            faults[attr] = f"{fault}. Leave the name alone in the cell: letters greet with it"
    if attr := _lacking(contact):
        faults.setdefault(
            attr,
            f"is blank, and letters would greet with “Dear {contact.last_name},”. Fill in First name or Salutation",
        )
    if contact.salutation and (fault := salutation_fault(contact)):
        faults["salutation"] = f"{fault}. Type what stands after “Dear”, like Ms. Okafor"
    for attr, written in names_mended(contact).items():
        faults.setdefault(
            attr,
            f"says “{getattr(contact, attr)}”, and letters would name them so. Type “{written}”, if that is it",
        )
    yield from (Fault(index, attr, fault, Severity.WARNING) for attr, fault in faults.items())


def _said_of_whole(contact: Contact) -> str:
    """Say of first and last name together that they call nobody; "" where they do."""
    name = contact.name
    if not contact.salutation:
        if is_described(name):
            return f"says “{name}”, which describes somebody. Type the name by which they are greeted"
        if is_post(name) or is_called_as_firms_are(name):
            return f"says “{name}”, which is no person's name. Type the name of the one whom you write to"
        if is_bare_title(name):
            return f"holds the title “{name}” alone"
    job = job_behind(name)
    return f"holds “{job}”, which is no name" if job else ""


def _whole_name(contact: Contact) -> tuple[str, str] | None:
    """Take "Lee, Ann" in one cell apart: the cell, and what is to be typed where."""
    if contact.first_name and contact.last_name:
        return None
    attr = "first_name" if contact.first_name else "last_name"
    name = split_name(contact.name) if "," in contact.name else None
    if name is None or not (name.first and name.last):
        return None
    return (
        attr,
        f"says “{contact.name}”: type “{name.first}” into First name and “{name.last}” into Last name",
    )


def _lacking(contact: Contact) -> str:
    """Give the cell to fill in where letters would greet with a last name alone; "" where they don't, or none can go."""
    if not last_name_alone(contact) or not (contact.email or contact.address) or contact.on_hold:
        return ""
    if {"first_name", "salutation"} & {*contact.unreadable}:
        return ""
    return next((a for a in ("first_name", "salutation") if a not in contact.without), "")


def _plain(name: str) -> bool:
    """Tell a name of one word as most are; two letters may be initials."""
    return name.isascii() and name.istitle() and name.isalpha()


def _wish(index: int, contact: Contact, wish: str) -> Iterator[Fault]:
    """Propose On hold for who is not to be written to, and say nothing else of the name: who corrects it would write to them."""
    if contact.on_hold:
        return
    attr = "first_name" if "on_hold" in contact.without else "on_hold"
    fault = f"is blank, and the name says “{wish}”" if attr == "on_hold" else f"says “{wish}”"
    yield Fault(
        index,
        attr,
        f"{fault}. Put Yes into On hold, and nothing is written to them; if it no longer holds, take it out of the name",
        Severity.WARNING,
    )


@lru_cache(maxsize=4096)
def phrase_fault(phrase: Phrase, text: str) -> str:
    """Say what is wrong with a phrase, without the name of its cell; "" where it reads well."""
    flaw = flaw_of_phrase(phrase, text)
    return flaw.message.removeprefix(f"{phrase.cell} ").rstrip(".") if flaw else ""


def _name(text: str, contact: Contact) -> str:
    return name_fault(text, contact.first_name, contact.last_name)
