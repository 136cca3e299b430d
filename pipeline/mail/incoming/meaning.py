"""What mails mean: events for History, notices for the user, letters held because they may have gone by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pipeline.ledger.records import GONE, LOCKED, DraftRecord, Notice, Receipt, SendState
from pipeline.mail.incoming.afterwards import answered_now, asked_after
from pipeline.mail.incoming.background import Background, Mail
from pipeline.mail.incoming.bounces import Failure
from pipeline.mail.incoming.byhand import unthanked_talk, waits_for_follow_up
from pipeline.mail.incoming.classify import Incoming, MailKind
from pipeline.mail.incoming.headers import bare_subject, is_forward, is_reply_subject
from pipeline.mail.incoming.meetings import MeetingAct
from pipeline.mail.incoming.questions import notice_of, told_of
from pipeline.mail.incoming.standing import (
    BY_HAND,
    FOLLOWED,
    MAY_BE_A_LETTER,
    THANKED,
    any_of,
    by_hand_said,
)
from pipeline.mail.incoming.texts import quoted_subject
from pipeline.model import Channel, Contact, Event, EventKind
from pipeline.model.identity import same_letter
from pipeline.rules.details import (
    Departure,
    away_detail,
    bounce_detail,
    is_no_reply,
    left_detail,
    refused_detail,
    reply_detail,
    try_again_detail,
)

_IS_A_REPLY = frozenset({MeetingAct.INVITES, MeetingAct.MOVES, MeetingAct.PROPOSES})


@dataclass
class Understood:
    """What a look found out. `lines` say it to the user, with the first line of each mail; these, and `said`, are kept nowhere.

    `said`: how replies begin, by their Message-IDs.
    """

    events: list[Event] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)


def understood(
    mails: Iterable[Mail],
    background: Background,
    since: Mapping[str, datetime],
    waiting: Sequence[Event],
    standing: Sequence[Notice],
) -> Understood:
    """Say what mails mean. `since`: from when on a mail by hand may be a letter in review; `waiting`: events not written yet."""
    found = Understood()
    for mail in mails:
        mail = _of_the_silent(mail, [*waiting, *found.events])
        contact = background.named(mail.incoming.contact_id)
        if contact is None:
            continue
        if mail.incoming.kind is MailKind.OWN:
            _own(mail, contact, background, since, [*background.history, *waiting, *found.events], found)
            for other in filter(None, map(background.named, mail.incoming.perhaps)):
                _hold_what_may_be_a_letter(mail, other, background, since, found)
            found.notices += answered_now(mail, contact, [*standing, *found.notices], found.events)
            continue
        event = _event_of(mail, contact, background)
        notices = asked_after(mail, contact, background, [*background.history, *waiting, *found.events])
        notices += _asked_of_others(mail, background, notices, [*standing, *found.notices])
        found.events += [event] if event else []
        found.notices += notices
        if event and event.kind is EventKind.REPLY:
            found.said[event.message_id] = mail.incoming.first_line
        if event or notices:
            found.lines.append(_line(mail, contact, background, event))
    return found


def _of_the_silent(mail: Mail, events: Sequence[Event]) -> Mail:
    """Take what is merely near to somebody for nobody's who has answered, though the workbook doesn't say so yet."""
    incoming = mail.incoming
    if not incoming.near:
        return mail
    answered = {e.contact_id for e in events if e.kind is EventKind.REPLY and not is_no_reply(e)}
    silent = [who for who in (incoming.contact_id, *incoming.perhaps) if who not in answered]
    whose = replace(incoming, contact_id=next(iter(silent), ""), perhaps=tuple(silent[1:]))
    return replace(mail, incoming=whose)


def _asked_of_others(
    mail: Mail, background: Background, asked: Sequence[Notice], standing: Sequence[Notice]
) -> list[Notice]:
    """Ask what a mail leaves to decide of whoever is not asked about because of a talk: it may be their answer."""
    incoming, told = mail.incoming, {n.contact_id for n in asked}
    others = [who for who in (incoming.contact_id, *incoming.perhaps) if who not in told]
    first = background.named(others[0]) if others else None
    if first is None:
        return []
    theirs = replace(incoming, contact_id=first.id, perhaps=tuple(others[1:]))
    return list(filter(None, [notice_of(replace(mail, incoming=theirs), first, standing)]))


def held_by_hand(
    notices: Iterable[Notice], background: Background, since: Mapping[str, datetime]
) -> list[Receipt]:
    """Hold letters drafted after the user had written to the address by hand."""
    found = []
    for notice in notices:
        contact = background.named(notice.contact_id)
        if notice.kind in MAY_BE_A_LETTER and contact:
            moment, _, subject = notice.about.partition(" ")
            letters = _maybe_by_hand(
                contact, background, since, datetime.fromisoformat(moment), notice.day, subject
            )
            found += [r for r in letters if r.kind.event is MAY_BE_A_LETTER[notice.kind].event]
    return found


def _own(
    mail: Mail,
    contact: Contact,
    background: Background,
    since: Mapping[str, datetime],
    events: Sequence[Event],
    found: Understood,
) -> None:
    """Take the user's own mail to a contact for the letter it is, an answer, or perhaps a letter by hand."""
    state, subject = background.state, mail.incoming.subject
    if mail.message_id.startswith("<remembered."):
        same = next((d for d in state.drafts.values() if same_letter(d.message_id, mail.message_id)), None)
        held = (
            _held(contact, same, state.receipt_of(same.message_id), mail.arrived, mail.arrived_on, subject)
            if same
            else None
        )
        found.receipts += [replace(held, state=SendState.ACCEPTED, note="found in Sent")] if held else []
        return
    if _answers_them(mail, contact, events):
        found.events.append(_event(mail, contact, EventKind.ANSWER, subject))
        if _may_thank(mail, contact, background):
            held_now = _maybe_by_hand(contact, background, since, mail.arrived, mail.arrived_on, subject)
            found.receipts += [r for r in held_now if r.kind.event is EventKind.THANK_YOU]
            found.notices.append(_by_hand_notice(mail, contact, THANKED))
        return
    if contact.email.lower() in mail.incoming.to:  # else to who answers for them, and no letter
        _hold_what_may_be_a_letter(mail, contact, background, since, found)


def _hold_what_may_be_a_letter(
    mail: Mail, contact: Contact, background: Background, since: Mapping[str, datetime], found: Understood
) -> None:
    """Ask of a mail to somebody, perhaps of one to several, whether it is the letter that comes next, and hold what may be it."""
    subject = mail.incoming.subject
    found.receipts += _maybe_by_hand(contact, background, since, mail.arrived, mail.arrived_on, subject)
    if kind := _letter_it_may_be(mail, contact, background):
        found.notices.append(_by_hand_notice(mail, contact, kind))


def _letter_it_may_be(mail: Mail, contact: Contact, background: Background) -> str:
    """Say which letter that comes next a mail of the user's own may be: a first one, a thank-you, a follow-up; "" for none."""
    if not background.letter_days(contact.id) and contact.replied_on is None:
        return BY_HAND
    if _may_thank(mail, contact, background):
        return THANKED
    sent, itself = (
        contact.approach_sent,
        {bare_subject(r.subject) for r in background.receipts_of(contact.id)},
    )
    opens = not is_reply_subject(mail.incoming.subject) and bare_subject(mail.incoming.subject) in itself
    waits = sent is not None and sent < mail.arrived_on and waits_for_follow_up(contact)
    return FOLLOWED if waits and not opens and not _before_us(sent, background) else ""


def _may_thank(mail: Mail, contact: Contact, background: Background) -> bool:
    """Tell whether a mail of the user's own follows a talk for which thanks are owed and not known to have gone (R5)."""
    at = contact.interview_time
    ahead = contact.interview_on == mail.arrived_on and at is not None and mail.arrived.time() <= at
    talk = unthanked_talk(contact._replace(interview_on=None) if ahead else contact, mail.arrived_on)
    return talk is not None and not _before_us(talk, background)


def _before_us(day: date | None, background: Background) -> bool:
    """Tell whether a day lies before Act from: it owes nothing."""
    start = background.settings.act_from
    return start is not None and day is not None and day < start


def _by_hand_notice(mail: Mail, contact: Contact, kind: str) -> Notice:
    day, subject = mail.arrived_on, mail.incoming.subject
    told = by_hand_said(contact.name, [(day, subject)], kind)
    key = f"{mail.mark} {contact.id}" if mail.incoming.perhaps else mail.mark
    return Notice(key, contact.id, kind, day, f"{mail.arrived.isoformat()} {subject}", told)


def _event_of(mail: Mail, contact: Contact, background: Background) -> Event | None:
    incoming = mail.incoming
    if incoming.kind is MailKind.REPLY:
        return _event(mail, contact, EventKind.REPLY, _reply_said(incoming, contact, incoming.subject))
    if incoming.kind is MailKind.MEETING and incoming.meeting and incoming.meeting.act in _IS_A_REPLY:
        invited = f"invitation for {incoming.meeting.said()}"
        return _event(mail, contact, EventKind.REPLY, _reply_said(incoming, contact, invited))
    if incoming.kind is MailKind.AUTOMATIC:
        left = _left(incoming, contact, background)
        detail = left_detail(left) if left else away_detail(incoming.return_date)
        return _event(mail, contact, EventKind.AUTOMATIC, detail)
    if incoming.kind is not MailKind.BOUNCE or incoming.report is None:
        return None
    receipt = background.state.receipts.get(incoming.original_id)
    address = (receipt.to if receipt else "") or incoming.address or contact.email
    detail = {Failure.AGAIN: try_again_detail, Failure.REFUSED: refused_detail}.get(
        incoming.report.failure, bounce_detail
    )(address, incoming.report.words)
    return _event(mail, contact, EventKind.BOUNCE, detail)._replace(message_id=incoming.original_id)


def _reply_said(incoming: Incoming, contact: Contact, subject: str) -> str:
    return reply_detail(subject, _another(incoming, contact), asks_rest=incoming.asks_rest)


def _another(incoming: Incoming, contact: Contact) -> str:
    """Return the address that a reply came from, where it is not the contact's."""
    own = incoming.kind not in (MailKind.REPLY, MailKind.MEETING) or incoming.address == contact.email.lower()
    return "" if own else incoming.address


def _left(incoming: Incoming, contact: Contact, background: Background) -> Departure | None:
    """Say which address somebody is gone from: their own that answers, else where the letter went that it answers."""
    if incoming.leaving is None or not contact.email:
        return None
    receipt = background.state.receipts.get(incoming.original_id)
    own = contact.email if incoming.address == contact.email.lower() else ""
    address = own or (receipt.to if receipt else "") or contact.email
    return Departure(address.lower(), *incoming.leaving)


def _event(mail: Mail, contact: Contact, kind: EventKind, detail: str) -> Event:
    return Event(mail.arrived_on, contact.id, contact.name, kind, "Email", detail, mail.message_id)


def _answers_them(mail: Mail, contact: Contact, events: Sequence[Event]) -> bool:
    """Tell whether a mail of ours answers theirs: it refers to one, or follows one by subject."""
    if is_forward(mail.incoming.subject):
        return False
    replies = [e for e in events if e.contact_id == contact.id and e.kind is EventKind.REPLY]
    theirs = [e for e in replies if not is_no_reply(e)]
    if any(e.message_id and e.message_id in mail.incoming.answers for e in theirs):
        return True
    days = [e.date for e in theirs] + ([contact.replied_on] if contact.replied_on else [])
    replied = max(days, default=None)
    return replied is not None and replied <= mail.arrived_on and is_reply_subject(mail.incoming.subject)


def _maybe_by_hand(
    contact: Contact,
    background: Background,
    since: Mapping[str, datetime],
    moment: datetime,
    day: date,
    subject: str,
) -> list[Receipt]:
    """Hold the letters in review to a contact that a mail of the user's own may have been."""
    held = []
    for draft in background.state.drafts.values():
        if draft.contact_id != contact.id or since[draft.code] > moment:
            continue
        receipt = background.state.receipt_of(draft.message_id)
        if receipt is None or receipt.state not in GONE | (LOCKED - {SendState.EXPORTED}):
            held.append(_held(contact, draft, receipt, moment, day, subject))
    return held


def _held(
    contact: Contact, draft: DraftRecord, receipt: Receipt | None, moment: datetime, day: date, subject: str
) -> Receipt:
    note = f"You wrote to this address yourself on {day:%Y-%m-%d} ({quoted_subject(subject)})."
    if receipt is not None:
        return replace(receipt, state=SendState.HELD, on=day, at=moment, note=note)
    return Receipt(
        replace(draft.identity, name=contact.name),
        SendState.HELD,
        day,
        moment,
        contact.email,
        subject,
        Channel.EMAIL,
        note=note,
    )


def _kind_of(incoming: Incoming, event: Event | None) -> str:
    if incoming.meeting:
        return told_of(incoming.meeting)
    if incoming.kind is MailKind.DELAYED:
        return "your letter is delayed"
    if incoming.kind is MailKind.ARRIVED:
        return "your letter has arrived after all"
    if incoming.leaving:
        return "automatic reply: no longer at this address"
    return str(event.kind).lower() if event else "mail"


def _line(mail: Mail, contact: Contact, background: Background, event: Event | None) -> str:
    """Say who wrote, what kind of mail it is, and its first line; what to do about it the notice says."""
    incoming = mail.incoming
    unsure = incoming.kind is MailKind.UNSURE
    people = [contact, *filter(None, map(background.named, incoming.perhaps))]
    perhaps = any_of([c.name for c in people])
    theirs = f"{contact.name} ({another})" if (another := _another(mail.incoming, contact)) else contact.name
    who = f"{incoming.address}, perhaps for {perhaps}" if unsure else theirs
    kind = _kind_of(incoming, event)
    more = f" ({event.detail})" if event and event.kind is EventKind.BOUNCE else ""
    back = f", back {incoming.return_date:%Y-%m-%d}" if incoming.return_date else ""
    words = f": “{incoming.first_line}”" if incoming.first_line and not more else ""
    return f"{who}, {kind}{back}{more}{words}"
