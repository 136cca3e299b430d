"""What a row says against the others, or against History: who referred, what thanks are for, what a target lacks (R15). Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.model import (
    MISSED,
    TALKED,
    TO_WHO_ANSWERED,
    Channel,
    Contact,
    Event,
    EventKind,
    Held,
    Problem,
    Settings,
    Severity,
    Source,
)
from pipeline.model.described import is_described, is_nobody
from pipeline.model.fullname import fits_name, name_key
from pipeline.rules.cellnames import is_unclear, names_left_out, no_names, nobody_refers, referral_names
from pipeline.rules.details import ENTERED, held_of
from pipeline.rules.namedoubts import name_doubt
from pipeline.sheets.cells import as_text
from pipeline.sheets.table import Fault, Table, as_problem
from pipeline.sheets.validation import begun

_Found = Iterator[tuple[str, Severity, str]]
_STILL_FRESH = timedelta(days=14)
"""So long a thank-you that is late is better than none."""


class _Known(NamedTuple):
    """What a row is held against: the others, how many have each name, and what History tells, by ID."""

    table: Table
    contacts: Sequence[Contact]
    names: Mapping[str, int]
    act_from: date | None
    today: date
    begun: frozenset[str]
    talked: frozenset[str]
    thanked: Mapping[str, Event]
    lost: Mapping[str, Event]


def cross_problems(
    contacts: Sequence[Contact],
    table: Table,
    settings: Settings,
    events: Sequence[Event],
    today: date,
    told: Container[str] = (),
) -> tuple[Problem, ...]:
    """Find what needs several rows or History: referrers, thank-yous for nothing, targets that lack something (R15).

    `told` are the cells of which something was said already: nothing is said of what they lack.
    """
    known = _Known(
        table,
        contacts,
        Counter(name_key(c.name) for c in contacts) if any(c.referred_by for c in contacts) else Counter(),
        settings.act_from,
        today,
        frozenset(e.contact_id for e in events),
        _talked(events),
        _thanked(events),
        _letters_without_talk(events),
    )
    samples_alone = all(c.is_sample for c in contacts)
    problems = [
        as_problem(table, Fault(table.index_of(c.row), attr, message, severity), c.id)
        for c in contacts
        for attr, severity, message in _faults(c, known, may_lack=samples_alone or not c.is_sample)
    ]
    return tuple(p for p in problems if p.severity is Severity.ERROR or p.where not in told)


def _faults(contact: Contact, known: _Known, *, may_lack: bool) -> _Found:
    if contact.referred_by or contact.source is Source.REFERRAL:
        yield from _referrer(contact, known)
    if contact.referrals_given:
        yield from _referrals(contact)
    if contact.thank_you_sent:
        yield from _thanked_for_nothing(contact, known)
        yield from _thanked_too_early(contact, known.thanked.get(contact.id))
    elif known.act_from and contact.id not in known.thanked:
        yield from _thanks_let_go(contact, known.act_from, known.today)
    if contact.id in known.lost:
        yield from _talk_lost(contact, known.lost[contact.id])
    if contact.id not in known.begun and may_lack:
        yield from _incomplete(contact)


def _referrer(contact: Contact, known: _Known) -> _Found:
    name = contact.referred_by
    if not name:
        if contact.source is Source.REFERRAL and "referred_by" not in contact.unreadable:
            yield (
                "referred_by",
                Severity.WARNING,
                "is blank, but Source says Referral. Type who referred you: the letter names them",
            )
        return
    count = known.names.get(name_key(name), 0)
    if is_nobody(name):
        yield "referred_by", Severity.ERROR, nobody_refers(name)
    elif said := _said_of_list(name, contact, known):
        yield "referred_by", Severity.WARNING, said
    elif not count and (doubt := name_doubt(name)):
        yield (
            "referred_by",
            Severity.WARNING,
            f"says “{name}”, which {doubt}: letters would name them so. Type the name alone",
        )
    elif not count and is_described(name):
        yield (
            "referred_by",
            Severity.WARNING,
            f"says “{name}”, and letters would name them so. Type the name by which the reader knows them",
        )
    elif name_key(name) == name_key(contact.name):
        yield "referred_by", Severity.WARNING, "names the contact themselves. Type who referred you to them"
    elif count == 0:
        yield "referred_by", Severity.WARNING, _nobodys_row(name, contact, known)
    elif count > 1:
        yield (
            "referred_by",
            Severity.WARNING,
            f"names “{name}”, and {count} contacts have that name. Tell their names apart, here too",
        )


def _nobodys_row(name: str, of: Contact, known: _Known) -> str:
    """Say of a referrer that no row has that name, and whose it may be short for."""
    sheet = known.table.sheet
    meant = [c for c in known.contacts if c.row != of.row and fits_name(name, c.name)]
    if not meant:
        return (
            f"names “{name}”, who is not in {sheet} and so can't be thanked. Add them, or "
            "spell the name as it stands there"
        )
    who = " or ".join(f"{c.name} (row {c.row})" for c in meant[:3])
    return (
        f"says “{name}” alone, and so letters name nobody else, and nobody is thanked. If {who} is meant, type the whole "
        f"name as it stands in {sheet}"
    )


def _said_of_list(name: str, contact: Contact, known: _Known) -> str:
    """Say what letters make of a cell that names more than one, or may; "" where it names one."""
    table, names = known.table, known.names
    raw = as_text(table.cell("referred_by", table.index_of(contact.row)))
    said = referral_names(name)
    if more := names_left_out(name, raw):
        thanked = (
            "thank"
            if names.get(name_key(name)) == 1
            else f"thank nobody (no single row of {table.sheet} has that name)"
        )
        return (
            f"says “{name}” and more ({', '.join(more)}): letters name “{name}” alone, and {thanked}. For two who referred you "
            "together type A and B; put a firm or a remark in brackets"
        )
    if is_unclear(name):
        return f"says “{' '.join(name.split())}”, and letters would name them so. Type one first and last name, in this order"
    alone = [n for n in said if names.get(name_key(n)) == 1]
    if len(said) > 1 and alone and name_key(name) not in names:
        return (
            f"names “{name}”, and thanks go to one only: as it stands to nobody. Keep “{alone[0]}” alone, and letters "
            "name and thank them"
        )
    return ""


def _referrals(contact: Contact) -> _Found:
    none = no_names(contact.referrals_given)
    if none:
        said = ", ".join(f"“{text}”" for text in none)
        yield (
            "referrals_given",
            Severity.WARNING,
            f"says {said}, which isn't clearly anybody's first and last name: no letter and no step speaks of it. Type the names, with ; "
            "between them, or put it in brackets as a remark",
        )
    for name in referral_names(contact.referrals_given):
        if doubt := name_doubt(name):
            said = f"says “{name}”, which {doubt}: letters would name them so. Type the name alone, or put it in brackets as a remark"
            yield "referrals_given", Severity.WARNING, said


def _thanked_for_nothing(contact: Contact, known: _Known) -> _Found:
    """Find a thank-you without any conversation; what lies before Act from is left alone."""
    sent = contact.thank_you_sent
    if sent is None or sent > known.today or (known.act_from and sent < known.act_from):
        return
    unread = {"called_on", "call_result", "interview_on", "interview_held", "replied_on"} & {
        *contact.unreadable
    }
    if (
        contact.id in known.talked
        or contact.interview_held is Held.YES
        or contact.call_result in TALKED
        or unread
    ):
        return
    yield (
        "thank_you_sent",
        Severity.ERROR,
        "is filled in, but no conversation is recorded. Fill in Interview held or Call result, or blank it",
    )


def _thanked_too_early(contact: Contact, known: Event | None) -> _Found:
    """Ask about a Thank-you sent before the talk, where the letter of thanks that we sent went after it: no other is due (R5)."""
    sent, talk = contact.thank_you_sent, _latest_talk(contact)
    if sent and talk and known and known.message_id and sent < talk <= known.date:
        yield (
            "thank_you_sent",
            Severity.WARNING,
            f"says {sent}, before the talk on {talk}, and History has the letter of thanks of {known.date}. Type that day, or the "
            "right day of the talk",
        )


def _thanked(events: Sequence[Event]) -> dict[str, Event]:
    """Find the newest thank-you to each contact that History has, of those that didn't come back where there are such."""
    back = {e.message_id.partition("@")[0] for e in events if e.kind is EventKind.BOUNCE and e.message_id}
    thanks = (e for e in events if e.kind is EventKind.THANK_YOU)
    return {
        e.contact_id: e
        for e in sorted(thanks, key=lambda e: (e.message_id.partition("@")[0] not in back, e.date))
    }


def _latest_talk(contact: Contact) -> date | None:
    """Return the day of the latest talk that the row tells of."""
    held = contact.interview_on if contact.interview_held is Held.YES else None
    told = contact.called_on if contact.call_result in TALKED else None
    return max(filter(None, (held, told)), default=None)


def _thanks_let_go(contact: Contact, act_from: date, today: date) -> _Found:
    """Ask about thanks for a talk of these days that lies before Act from: it owes none, and they are soon too late."""
    talk = _latest_talk(contact)
    if talk and talk < act_from and talk >= today - _STILL_FRESH:
        yield (
            "thank_you_sent",
            Severity.WARNING,
            f"is blank, and the talk on {talk} owes no thanks, since Act from is {act_from}. Fill in the day on which you "
            f"thanked them, or set Act from to {talk} for the letter",
        )


def _letters_without_talk(events: Sequence[Event]) -> dict[str, Event]:
    """Find, by ID, the latest letter that only who has answered gets, where History doesn't say that they did."""
    came = {e.contact_id for e in events if e.kind in (EventKind.CALL, EventKind.REPLY, EventKind.INTERVIEW)}
    return {e.contact_id: e for e in events if e.kind in TO_WHO_ANSWERED and e.contact_id not in came}


def _talk_lost(contact: Contact, letter: Event) -> _Found:
    """Ask for the talk that a letter followed: where an older workbook was restored it is lost, and nothing is due."""
    said = contact.called_on or contact.replied_on or contact.call_result or contact.interview_held
    if contact.interview_on is None and not said and "interview_on" not in contact.without:
        yield (
            "interview_on",
            Severity.WARNING,
            f"is blank, and History has a letter of {letter.date} ({letter.kind}) that followed a talk, or an answer. Type the day "
            "of the talk here and what came of it beside it; of an answer, fill in Called on or Replied on",
        )


def _talked(events: Sequence[Event]) -> frozenset[str]:
    """Collect whom History knows a conversation with, or a thank-you sent for one; a typed date alone tells of none."""
    talks = {str(t).casefold() for t in TALKED}
    return frozenset(
        e.contact_id
        for e in events
        if (e.kind is EventKind.INTERVIEW and held_of(e) not in MISSED)
        or (e.kind is EventKind.THANK_YOU and e.detail != ENTERED)
        or (e.kind in (EventKind.CALL, EventKind.REPLY) and any(t in e.detail.casefold() for t in talks))
    )


def _incomplete(contact: Contact) -> _Found:
    """Find the first thing that a target lacks before it can be written to (R15)."""
    by_post = contact.channel is Channel.POST
    if (
        (contact.last_name or contact.first_name)
        and contact.organization
        and contact.position
        and (contact.address if by_post else contact.email)
    ):
        return  # as with nearly all
    for attr, value, need in (
        ("last_name", contact.name, "a letter needs a name"),
        ("organization", contact.organization, "a letter needs an organization"),
        ("position", contact.position, "a letter goes to someone in a known position"),
        (
            "address" if by_post else "email",
            contact.address if by_post else contact.email,
            "a letter by post needs a postal address"
            if by_post
            else "there is no way to write. Type an address, or set Channel to Post and fill in Address",
        ),
    ):
        if (
            value
            or attr in contact.unreadable
            or (attr == "last_name" and "first_name" in contact.unreadable)
        ):
            continue
        if contact.on_hold is not True and not begun(contact):
            yield attr, Severity.WARNING, f"is blank: {need}"
        return
