"""From a step to its letter: who gets it, what goes along, which day it promises, and what it is checked against (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from pipeline.ledger.records import GONE, IN_DOUBT, LOCKED, DraftRecord, LedgerState, Receipt, Voice
from pipeline.letters.background import acquaintance, thread
from pipeline.letters.checks import ResumeRule, Situation, check, resume_rule
from pipeline.letters.kinds import KINDS, SPACED
from pipeline.letters.namecase import as_in_row, means_it, with_title
from pipeline.letters.order import Order, Written, write
from pipeline.letters.thanked import thanked_for
from pipeline.letters.wordings import PLAIN
from pipeline.model import (
    LETTER_EVENTS,
    Action,
    Channel,
    Contact,
    Conversation,
    Enclosure,
    EventKind,
    Finding,
    Identity,
    Letter,
    LetterKind,
    Level,
    Settings,
    Template,
)
from pipeline.model.addresses import written_to
from pipeline.model.dates import long_day
from pipeline.model.errors import UserError
from pipeline.model.fullname import name_key
from pipeline.model.identity import Identified, letter_code, message_id, same_letter
from pipeline.rules.agenda import Standing
from pipeline.rules.cellnames import referral_names
from pipeline.rules.details import letter_detail, names_occasion
from pipeline.rules.holds import on_hold
from pipeline.rules.oneaday import go_together
from pipeline.rules.ruling import Day

NOTICE = 2
LONGEST = 1_500
UNWRITTEN = Written("[its template has a fault]", "[The template of this letter has a fault: correct it.]")


class Desk(NamedTuple):
    """All that letters are written from, and checked against. `in_letters` as for an Order.

    `at_address`: whom anything went to, or came from, by address; `of_family`: all, by last name. `older`: what the workbook lacks of somebody, by ID.
    """

    day: Day
    standings: Mapping[int, Standing]
    contacts: Mapping[str, Contact]
    people: Mapping[str, list[Contact]]
    at_address: Mapping[str, list[Contact]]
    of_family: Mapping[str, list[Contact]]
    state: LedgerState
    templates: Mapping[LetterKind, Template]
    enclosure: Enclosure
    in_letters: frozenset[str]
    mailbox: bool = False
    voices: Mapping[str, Voice] = MappingProxyType({})
    older: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Wanted(Identified):
    """A letter that a step asks for, with what the ledger knows of it."""

    action: Action
    identity: Identity
    record: DraftRecord | None = None
    receipt: Receipt | None = None

    @property
    def locked(self) -> bool:
        """Tell whether it is on its way, exported, or nobody knows."""
        return self.receipt is not None and self.receipt.state in LOCKED


def by_address(contacts: Iterable[Contact]) -> dict[str, list[Contact]]:
    """Index contacts by e-mail address, letter case aside."""
    return _indexed((c.email, c) for c in contacts)


def by_last_name(contacts: Iterable[Contact]) -> dict[str, list[Contact]]:
    """Index contacts by last name, letter case aside."""
    return _indexed((c.last_name, c) for c in contacts)


def _indexed(said: Iterable[tuple[str, Contact]]) -> dict[str, list[Contact]]:
    found: dict[str, list[Contact]] = {}
    for text, c in said:
        if text:
            found.setdefault(text.casefold(), []).append(c)
    return found


def want(actions: Sequence[Action], desk: Desk) -> list[Wanted]:
    """Give each due letter its identity: the same letter always has the same Message-ID and code."""
    taken: dict[str, str] = {code: r.message_id for code, r in desk.state.drafts.items()}
    found: list[Wanted] = []
    for action in actions:
        if action.letter is None:
            continue
        wanted = _identify(action, action.letter, desk, taken)
        taken[wanted.code] = wanted.message_id
        if wanted.receipt is None or wanted.receipt.state not in GONE:
            found.append(wanted)
    return found


def _identify(action: Action, kind: LetterKind, desk: Desk, taken: Mapping[str, str]) -> Wanted:
    settings = desk.day.settings
    occasion = _kept_occasion(action, kind, desk.state) or action.occasion
    mid = message_id(settings.workbook_id, action.contact_id, kind.event, occasion, settings.email)
    known = next(((code, m) for code, m in taken.items() if same_letter(m, mid)), None)
    receipt = next((r for m, r in desk.state.receipts.items() if same_letter(m, mid)), None)
    code = (
        known[0]
        if known
        else receipt.code
        if receipt
        else _new_code(action.contact_id, kind, occasion, taken)
    )
    record = desk.state.drafts.get(code)
    if receipt:
        mid = receipt.message_id
    identity = Identity(code, action.contact_id, kind, occasion, mid, action.name)
    return Wanted(action, identity, record, receipt)


def _kept_occasion(action: Action, kind: LetterKind, state: LedgerState) -> str:
    """A corrected date keeps the occasion of a thank-you that is approved or attempted."""
    if kind.event is not EventKind.THANK_YOU:
        return ""
    for code, record in state.drafts.items():
        if (
            record.contact_id == action.contact_id
            and record.kind.event is kind.event
            and record.occasion != action.occasion
        ):
            receipt = state.receipt_of(record.message_id)
            if (receipt and receipt.state in LOCKED) or (code in state.approvals and not receipt):
                return record.occasion
    return next((r.occasion for r in state.receipts.values() if _may_be_that(r, action, kind)), "")


def _may_be_that(receipt: Receipt, action: Action, kind: LetterKind) -> bool:
    """Tell whether a letter that may have gone, and of which the ledger has no more than that, is the one that is due."""
    same = (receipt.contact_id, receipt.kind.event) == (action.contact_id, kind.event)
    return same and receipt.state in IN_DOUBT


def _new_code(contact_id: str, kind: LetterKind, occasion: str, taken: Mapping[str, str]) -> str:
    attempt = 0
    while (code := letter_code(contact_id, kind.event, occasion, attempt)) in taken:
        attempt += 1
    return code


def compose(wanted: Wanted, desk: Desk, promised: date | None) -> Letter:
    """Draft a letter from its template; a call day promised before is kept while it is far enough ahead.

    Raises UserError for a fault in the template.
    """
    order = order_for(wanted, desk, promised)
    return _letter(wanted, order, write(order, desk.templates), desk)


def draft(wanted: Wanted, desk: Desk, promised: date | None) -> tuple[Letter, str]:
    """Do the same; a fault in the template leaves a letter without words, and is said beside it."""
    try:
        return compose(wanted, desk, promised), ""
    except UserError as error:
        return _letter(wanted, order_for(wanted, desk, promised), UNWRITTEN, desk), str(error)


def order_for(wanted: Wanted, desk: Desk, promised: date | None = None) -> Order:
    """Put together all that a letter is written from."""
    known, mine = desk.contacts[wanted.action.contact_id], desk.day.settings
    c = known._replace(**_fitting(known, Contact._fields))
    kind = wanted.kind
    call_on = _call_day(c, kind, desk.day, promised)
    required = resume_rule(kind, c, mine) is ResumeRule.REQUIRED
    enclosures = (desk.enclosure.name,) if required and desk.enclosure.name else ()
    standing = desk.standings[c.row]
    named_by = standing.facts.named_by
    by = _row_of(named_by, desk)
    talk = _conversation(standing, wanted.occasion)
    met = tuple(desk.contacts[i] for i in wanted.action.about if i in desk.contacts)
    return Order(
        kind=kind,
        contact=c,
        settings=mine._replace(**_fitting(mine, mine._fields)),
        today=desk.day.today,
        in_letters=desk.in_letters,
        call_on=call_on,
        referrer=_shortened(with_title(as_in_row(named_by, by), by)),
        met=met,
        conversation=talk,
        enclosures=enclosures,
        write_again=_days_until_follow_up(desk.day),
        voice=desk.voices[wanted.code].wordings if wanted.code in desk.voices else PLAIN,
        background=acquaintance(c, talk, wanted.message_id, desk.standings, desk.people, desk.state),
    )


def _letter(wanted: Wanted, order: Order, written: Written, desk: Desk) -> Letter:
    c, facts = order.contact, desk.standings[order.contact.row].facts
    answered = thread(facts) if order.kind is LetterKind.FOLLOW_UP else ""
    return Letter(
        wanted.identity,
        c.channel,
        written_to(c),
        written.subject,
        written.body.strip(),
        order.enclosures,
        order.call_on,
        answered,
        (answered,) if answered else (),
        tuple(m.name for m in order.met),
        given_for(c, order.kind),
        c.is_sample,
    )


def given_for(c: Contact, kind: LetterKind) -> tuple[str, ...]:
    """Say what of the row an approval is for: corrected there, it was given for a letter to another name, or another hour."""
    whom = (c.first_name, c.last_name, c.salutation, c.referred_by)
    if kind is not LetterKind.CONFIRM:
        return whom
    return (*whom, str(c.interview_on), str(c.interview_time), str(c.interview_type), c.where, c.phone)


def _fitting(facts: Contact | Settings, names: Iterable[str]) -> dict[str, Any]:
    """Give placeholders for the texts that no letter can hold: they block this letter, and no other."""
    return {
        name: _shortened(text)
        for name in names
        if isinstance(text := getattr(facts, name), str) and len(text) > LONGEST
    }


def _shortened(text: str) -> str:
    return (
        text if len(text) <= LONGEST else f"{text[:100]}[This text has {len(text):,} characters: shorten it.]"
    )


def _call_day(c: Contact, kind: LetterKind, day: Day, promised: date | None) -> date | None:
    if not KINDS[kind].promises_call or not c.phone:
        return None
    if promised and promised >= day.bd(day.today, NOTICE) and day.workdays.is_business_day(promised):
        return promised
    return day.workdays.promised(
        day.today, day.intervals.call_post if c.channel is Channel.POST else day.intervals.call_email
    )


def _days_until_follow_up(day: Day) -> int:
    """Count the calendar days, holidays and days off among them, until a letter that goes now is followed up (R10)."""
    goes = day.bd(day.today, 0)
    return (day.bd(goes, day.intervals.follow_up) - goes).days


def _conversation(standing: Standing, occasion: str) -> Conversation | None:
    """Find the talk that a letter is for; of several on its day the latest, which the letter's kind is of."""
    talks = standing.facts.conversations
    on_its_day = [t for t in talks if t.date.isoformat() == occasion.partition("+")[0]]
    return (on_its_day or talks or (None,))[-1]


def inspect(letter: Letter, wanted: Wanted, desk: Desk, *, for_real: bool) -> tuple[Finding, ...]:
    """Run every check on a finished letter against the facts as they now are."""
    c = desk.contacts[letter.contact_id]
    a, today = wanted.action, desk.day.today
    waits = a.put_off and a.due > today and not for_real
    situation = Situation(
        contact=c,
        settings=desk.day.settings,
        today=today,
        workdays=desk.day.workdays,
        enclosure=desk.enclosure,
        referrer=desk.standings[c.row].facts.referrer,
        mailbox=desk.mailbox,
        for_real=for_real,
        clash=_clash(letter, desk),
        same_day="" if waits else _same_day(letter, desk),
        namesake=_namesake(c, desk) if letter.kind.event is EventKind.APPROACH else "",
        met=letter.about,
        named=_names_said(c, letter, desk),
    )
    findings = check(letter, situation)
    if waits:
        said = f"Another letter to {c.name} goes first, one a person a day: this one waits until {long_day(a.due)}."
        findings = (*findings, Finding("same-day", "R22", Level.WARN, said))
    if lacks := desk.older.get(c.id):
        findings = (*findings, Finding("recipient", "R3", Level.WARN, lacks, of_row=True))
    if a.held_back:
        return (Finding("recipient", a.rule, Level.BLOCK, a.held_back), *findings)
    return findings


def _row_of(name: str, desk: Desk) -> Contact | None:
    return next(iter(desk.people.get(name_key(name), ())), None)


def _names_said(c: Contact, letter: Letter, desk: Desk) -> tuple[tuple[str, str], ...]:
    """List the names that a letter may say, each with the cell that has it, without those of who writes themselves so."""
    named_by, given = desk.standings[c.row].facts.named_by, referral_names(c.referrals_given)
    said = [(named_by, "Referred by"), *((name, "Referrals given") for name in given)]
    said += [(name, "their own row") for name in letter.about]
    rows = ((name, cell, _row_of(name, desk)) for name, cell in said if name)
    shown = ((as_in_row(name, row), cell, row) for name, cell, row in rows)
    return tuple(
        (name, cell) for name, cell, row in shown if not (row and means_it(row) and row.name == name)
    )


def _at_address(letter: Letter, desk: Desk) -> Iterable[Contact]:
    """List whose History a letter is held against: its contact's, and theirs who share the e-mail address."""
    sharing = () if letter.channel is Channel.POST else desk.at_address.get(letter.to.casefold(), ())
    return {c.id: c for c in (desk.contacts[letter.contact_id], *sharing)}.values()


def _clash(letter: Letter, desk: Desk) -> str:
    """Find a letter that went to this address lately, or went already on this occasion."""
    kind = letter.kind.event
    for c in _at_address(letter, desk):
        same = c.id == letter.contact_id
        for e in desk.standings[c.row].facts.past.letters(kind):
            if kind in SPACED and (desk.day.today - e.date).days < desk.day.intervals.apart:
                whose = "" if same else f", to {c.name}"
                return f"A letter of this kind went to {c.email or c.name} on {e.date}, under {desk.day.intervals.apart} days ago{whose}."
            if kind not in SPACED and same and names_occasion(e, letter.occasion):
                return f"This letter went to {c.name} on {e.date} already."
    return _to_address(letter, desk) if kind in SPACED else ""


def _namesake(c: Contact, desk: Desk) -> str:
    """Name somebody of the same name: people go to another firm, and lists that were put together have them twice."""
    key, said = name_key(c.name), []
    for other in desk.of_family.get(c.last_name.casefold(), ()):
        if other.id == c.id or other.is_sample or name_key(other.name) != key:
            continue
        standing = desk.standings.get(other.row)
        begun = bool(standing and standing.facts.past.events) or other.last_contact is not None
        resting = on_hold(other, desk.day.today)
        what = "rests" if resting else "was written to or talked with" if begun else "is there too"
        at = f" at {other.organization}" if other.organization else ""
        matters = not resting, not begun
        said.append((matters, f"{other.name}{at} (row {other.row}) {what}"))
    if not said:
        return ""
    return (
        f"{min(said)[1]}: make sure that this is somebody else. "
        "If not, put what you know into one row, and delete the other."
    )


def _same_day(letter: Letter, desk: Desk) -> str:
    """Find another letter that went to this person or address today, was exported, or may have gone (R22).

    One that came back reached nobody.
    """
    today, address = desk.day.today, letter.to.casefold()
    own = desk.standings[desk.contacts[letter.contact_id].row].facts.past
    back = [e.message_id for e in own.taken_back]
    for r in desk.state.receipts.values():
        if (
            r.on == today
            and not any(same_letter(m, r.message_id) for m in back)
            and r.left
            and (r.to.casefold() == address or r.contact_id == letter.contact_id)
            and not same_letter(r.message_id, letter.message_id)
            and not go_together(letter.kind.event, r.kind.event)
        ):
            return f"Letter {r.code} went to {r.to or r.name} today, or was exported: one letter a person a day. It can go tomorrow."
    for c in _at_address(letter, desk):
        past = desk.standings[c.row].facts.past
        for e in past.events:
            if (
                e.date == today
                and e.kind in LETTER_EVENTS
                and not same_letter(e.message_id, letter.message_id)
                and e not in past.taken_back
                and not go_together(letter.kind.event, e.kind)
            ):
                return f"A letter went to {c.email or c.name} today: one letter a person a day. It can go tomorrow."
    return ""


def _to_address(letter: Letter, desk: Desk) -> str:
    """Find another letter of this kind that went to this address lately, whoever has it now, was exported, or may have gone."""
    apart = desk.day.intervals.apart
    for r in desk.state.receipts.values():
        if (
            r.kind.event is not letter.kind.event
            or r.to.casefold() != letter.to.casefold()
            or same_letter(r.message_id, letter.message_id)
            or (desk.day.today - r.on).days >= apart
        ):
            continue
        if r.state in LOCKED:
            return f"Letter {r.code} of this kind to {r.to} is on its way since {r.on}: say first what became of it."
        if r.state in GONE and letter.channel is not Channel.POST and not _came_back(r, desk):
            return f"A letter of this kind went to {r.to} on {r.on}, under {apart} days ago, to {r.name}."
    return ""


def _came_back(receipt: Receipt, desk: Desk) -> bool:
    """Tell whether a letter is known to have come back."""
    c = desk.contacts.get(receipt.contact_id)
    back = desk.standings[c.row].facts.past.taken_back if c else ()
    return any(same_letter(e.message_id, receipt.message_id) for e in back)


def receipt_for(letter: Letter, c: Contact, base: Receipt) -> Receipt:
    """Complete a receipt with what History will keep of the letter."""
    detail = letter_detail(letter.kind, letter.occasion, letter.call_on, letter.about)
    return replace(
        base,
        detail=detail,
        to=letter.to,
        subject=letter.subject,
        channel=str(letter.channel),
        thanks=thanked_for(letter, c),
    )
