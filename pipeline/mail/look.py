"""One look at the mailbox: what came since the last one, kept in the ledger until the workbook has it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from email import message_from_bytes
from email.message import Message

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import GONE, LOCKED, DraftRecord, LedgerState, Notice, Receipt, SendState
from pipeline.mail.account import Account, account_of
from pipeline.mail.claims import SharedClaim, token_of
from pipeline.mail.doubt import how_to_resolve, recover
from pipeline.mail.incoming.classify import (
    Incoming,
    Known,
    MailKind,
    Sieve,
    classify,
    is_public_domain,
    message_id_of,
    needs_whole,
    sender_of,
)
from pipeline.mail.mailbox import Mailbox, MailHeader, ReadMark
from pipeline.mail.outgoing import Down, MailboxDown
from pipeline.mail.preflight import since_when
from pipeline.mail.ways import reads_replies
from pipeline.model import LETTER_EVENTS, Channel, Contact, Event, EventKind, Problem, Settings, Severity
from pipeline.model.identity import same_letter
from pipeline.rules.details import away_detail, bounce_detail

_FIRST_LOOK, _FARTHEST_BACK = timedelta(days=30), timedelta(days=90)
_ASKED_FOR = timedelta(days=14)
_INVITED, _UNSURE, _BY_HAND, _DELAYED = "invitation", "unsure", "by hand", "delayed"


@dataclass(frozen=True, slots=True)
class Brought:
    """What is new: events that the workbook doesn't have yet, and what the user has to decide."""

    events: tuple[Event, ...] = ()
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Background:
    """What mail is understood with: the contacts, History, the user's addresses and what the ledger knows."""

    contacts: Sequence[Contact]
    history: Sequence[Event]
    settings: Settings
    state: LedgerState
    zone: tzinfo

    def known(self) -> Known:
        """Make what mail is matched against."""
        real = [c for c in self.contacts if not c.is_sample and c.id]
        letters = {
            e.message_id: e.contact_id for e in self.history if e.message_id and e.kind in LETTER_EVENTS
        }
        letters |= {m: r.contact_id for m, r in self.state.receipts.items()}
        return Known(
            {c.email.lower(): c.id for c in real if c.email},
            letters,
            frozenset({self.settings.email.lower()}),
            _open_domains(real, letters),
        )

    def named(self, contact_id: str) -> Contact | None:
        """Return a contact by its ID."""
        return next((c for c in self.contacts if c.id == contact_id), None)


def _open_domains(contacts: Iterable[Contact], letters: Mapping[str, str]) -> dict[str, str]:
    """Map the domains of those whom we wrote to and who never answered; one shared by several says nothing."""
    written = set(letters.values())
    found: dict[str, list[str]] = {}
    for contact in contacts:
        domain = contact.email.lower().rpartition("@")[2]
        if domain and not is_public_domain(domain):
            found.setdefault(domain, []).append(
                contact.id if contact.id in written and contact.replied_on is None else ""
            )
    return {domain: ids[0] for domain, ids in found.items() if len(ids) == 1 and ids[0]}


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that was fetched and understood, with the hash by which it is known again."""

    incoming: Incoming
    message_id: str
    mark: str
    arrived: datetime

    @property
    def arrived_on(self) -> date:
        """Return the day, in the user's zone, on which it came."""
        return self.incoming.arrived or self.arrived.date()


def look(
    mailbox: Mailbox,
    ledger: Ledger,
    contacts: Sequence[Contact],
    settings: Settings,
    today: date,
    *,
    history: Sequence[Event] = (),
    zone: tzinfo | None = None,
) -> Brought:
    """Look at what came and went since the last look and keep it in the ledger, all or nothing.

    A letter that an earlier run left open is looked for first. Returns the events that the workbook doesn't have yet and the
    notices that still stand. Raises MailboxDown.
    """
    recover(
        ledger, MailboxWatch(mailbox, ledger, contacts, settings, today=today), datetime.now().astimezone()
    )
    state = ledger.state()
    facts = Background(contacts, history, settings, state, zone or datetime.now().astimezone().tzinfo or UTC)
    mails, marks = _fetch(mailbox, ledger, facts, today)
    mails.sort(key=lambda m: (m.arrived, m.incoming.kind is MailKind.OWN))
    news, notices, receipts = understood(
        mails, facts, _drafted_since(ledger, state), list(ledger.news().values())
    )
    ledger.take_in((m.mark for m in mails), news, notices, receipts, marks)
    return Brought(tuple(ledger.news().values()), standing_notices(ledger, contacts, today))


def _fetch(
    mailbox: Mailbox, ledger: Ledger, facts: Background, today: date
) -> tuple[list[Mail], dict[str, str]]:
    seen, known = ledger.seen(), facts.known()
    sieve = Sieve(known)
    mails: list[Mail] = []
    marked: set[str] = set()
    marks: dict[str, str] = {}
    for folder in mailbox.folders.read:
        key = f"read:{folder}"
        first = not ledger.get(key)
        headers, mark = mailbox.headers_since(folder, ReadMark.read(ledger.get(key)), _start(facts, today))
        marks[key] = mark.written()
        for header in (h for h in headers if sieve.may_matter(h.raw)):
            mail = _understood_mail(mailbox, header, known, seen, facts)
            if mail is not None and mail.mark not in marked and not (first and _from_before(mail, facts)):
                mails.append(mail)
                marked.add(mail.mark)
    return mails, marks


def _from_before(mail: Mail, facts: Background) -> bool:
    """Tell whether a contact's mail, found in the first look, is older than any letter to them: it answers nothing."""
    contact = facts.named(mail.incoming.contact_id)
    letters = [r.on for r in facts.state.receipts.values() if r.contact_id == mail.incoming.contact_id]
    letters += [
        e.date for e in facts.history if e.contact_id == mail.incoming.contact_id and e.kind in LETTER_EVENTS
    ]
    letters += [contact.approach_sent] if contact and contact.approach_sent else []
    return (
        mail.incoming.kind is MailKind.REPLY
        and not mail.incoming.original_id
        and not any(on <= mail.arrived_on for on in letters)
    )


def _start(facts: Background, today: date) -> date:
    """Return where the first look begins: 30 days back, or with the first letter if that is longer ago, but 90 at most."""
    letters = [r.on for r in facts.state.receipts.values()] + [
        e.date for e in facts.history if e.kind in LETTER_EVENTS
    ]
    return max(today - _FARTHEST_BACK, min([today - _FIRST_LOOK, *letters]))


def _understood_mail(
    mailbox: Mailbox, header: MailHeader, known: Known, seen: frozenset[str], facts: Background
) -> Mail | None:
    head: Message = message_from_bytes(header.raw)
    message_id = message_id_of(head)
    mark = hashlib.sha256(
        (message_id or f"{header.arrived.isoformat()} {sender_of(head)}").encode()
    ).hexdigest()[:32]
    if mark in seen or message_id in known.letters:
        return None
    whole = message_from_bytes(mailbox.whole(header)) if needs_whole(head, known) else head
    incoming = classify(whole, known, header.arrived, facts.zone)
    return (
        Mail(incoming, message_id, mark, header.arrived) if incoming.contact_id or incoming.detail else None
    )


def _drafted_since(ledger: Ledger, state: LedgerState) -> dict[str, datetime]:
    """Return for each letter in review from when on a mail by hand may be it."""
    now = datetime.now().astimezone()
    return {code: since_when(ledger, code, d.message_id, now) for code, d in state.drafts.items()}


def understood(
    mails: Sequence[Mail], facts: Background, since: Mapping[str, datetime], waiting: Sequence[Event]
) -> tuple[list[Event], list[Notice], list[Receipt]]:
    """Say what mails mean: events for History, notices for the user, letters held because they may have gone by hand."""
    news: list[Event] = []
    notices: list[Notice] = []
    receipts: list[Receipt] = []
    for mail in mails:
        contact = facts.named(mail.incoming.contact_id)
        name = contact.name if contact else ""
        if mail.incoming.kind is MailKind.OWN:
            if contact and _answers_them(mail, contact, [*facts.history, *waiting, *news]):
                news.append(_event(mail, name, EventKind.ANSWER, mail.incoming.subject))
            elif contact:
                receipts += _maybe_by_hand(mail, contact, facts.state, since)
            continue
        event = _event_of(mail, name, facts)
        if event:
            news.append(event)
        notice = _notice_of(mail, name)
        if notice:
            notices.append(notice)
    return news, notices, receipts


def _event_of(mail: Mail, name: str, facts: Background) -> Event | None:
    incoming = mail.incoming
    if incoming.kind is MailKind.REPLY:
        return _event(mail, name, EventKind.REPLY, incoming.subject)
    if incoming.kind is MailKind.INVITATION and incoming.invited:
        return _event(mail, name, EventKind.REPLY, f"invitation for {incoming.invited.said()}")
    if incoming.kind is MailKind.AUTOMATIC and incoming.contact_id:
        return _event(mail, name, EventKind.AUTOMATIC, away_detail(incoming.return_date))
    if incoming.kind is MailKind.BOUNCE:
        receipt = facts.state.receipts.get(incoming.original_id)
        contact = facts.named(incoming.contact_id)
        address = (receipt.to if receipt else "") or incoming.address or (contact.email if contact else "")
        return replace(
            _event(mail, name, EventKind.BOUNCE, bounce_detail(address)), message_id=incoming.original_id
        )
    return None


def _event(mail: Mail, name: str, kind: EventKind, detail: str) -> Event:
    return Event(mail.arrived_on, mail.incoming.contact_id, name, kind, "Email", detail, mail.message_id)


def _answers_them(mail: Mail, contact: Contact, events: Sequence[Event]) -> bool:
    """Tell whether a mail of ours answers theirs: it refers to one, or follows one by subject."""
    theirs = [e for e in events if e.contact_id == contact.id and e.kind is EventKind.REPLY]
    if any(e.message_id and e.message_id in mail.incoming.answers for e in theirs):
        return True
    replied = max(
        [e.date for e in theirs] + ([contact.replied_on] if contact.replied_on else []), default=None
    )
    return (
        replied is not None
        and replied <= mail.arrived_on
        and mail.incoming.subject.lower().startswith(("re:", "aw:", "antw:", "réf:"))
    )


def _maybe_by_hand(
    mail: Mail, contact: Contact, state: LedgerState, since: Mapping[str, datetime]
) -> list[Receipt]:
    """Hold the letters in review to a contact that this mail may have been; one with a letter's own Message-ID is that letter."""
    held = []
    if mail.message_id.startswith("<remembered."):
        same = next((d for d in state.drafts.values() if same_letter(d.message_id, mail.message_id)), None)
        found = _held(mail, contact, same, state.receipt_of(same.message_id)) if same else None
        return [replace(found, state=SendState.ACCEPTED, note="found in Sent")] if found else []
    for draft in state.drafts.values():
        receipt = state.receipt_of(draft.message_id)
        open_still = receipt is None or receipt.state not in GONE | (LOCKED - {SendState.EXPORTED})
        if draft.contact_id == contact.id and open_still and since[draft.code] <= mail.arrived:
            held.append(_held(mail, contact, draft, receipt))
    return held


def _held(mail: Mail, contact: Contact, draft: DraftRecord, receipt: Receipt | None) -> Receipt:
    note = f"You wrote to this address yourself on {mail.arrived_on:%Y-%m-%d}."
    if receipt is not None:
        return replace(receipt, state=SendState.HELD, on=mail.arrived_on, at=mail.arrived, note=note)
    return Receipt(
        replace(draft.identity, name=contact.name),
        SendState.HELD,
        mail.arrived_on,
        mail.arrived,
        contact.email,
        mail.incoming.subject,
        Channel.EMAIL,
        note=note,
    )


def _notice_of(mail: Mail, name: str) -> Notice | None:
    incoming, day = mail.incoming, mail.arrived_on
    if incoming.kind is MailKind.INVITATION and incoming.invited:
        place = f", {incoming.invited.place[:80]}" if incoming.invited.place else ""
        return Notice(
            mail.mark,
            incoming.contact_id,
            _INVITED,
            day,
            incoming.invited.on.isoformat(),
            f"{name} invites you for {incoming.invited.said()}{place}. If you accept, enter it in Interview on.",
        )
    if incoming.kind is MailKind.UNSURE:
        return Notice(
            mail.mark,
            incoming.contact_id,
            _UNSURE,
            day,
            incoming.address,
            f"{incoming.address} wrote on {day.isoformat()}. If that answers your letter to {name}, enter the day in Replied on.",
        )
    if incoming.detail == "delayed" and incoming.contact_id:
        return Notice(
            mail.mark,
            incoming.contact_id,
            _DELAYED,
            day,
            "",
            f"The letter to {name} is delayed; the server keeps trying.",
        )
    return None


def standing_notices(ledger: Ledger, contacts: Sequence[Contact], today: date) -> tuple[Problem, ...]:
    """Return what the user still has to decide; what they have decided, or left for two weeks, is dropped."""
    by_id = {c.id: c for c in contacts}
    kept: list[Notice] = []
    done: list[Notice] = []
    for notice in ledger.notices():
        contact = by_id.get(notice.contact_id)
        (kept if contact and not _settled(notice, contact, today) else done).append(notice)
    if done:
        ledger.drop_notices(n.key for n in done)
    problems = [
        _problem(by_id[n.contact_id], "Interview on" if n.kind == _INVITED else "Replied on", n.message)
        for n in kept
    ]
    held = [
        r for r in ledger.state().receipts.values() if r.state is SendState.HELD and r.contact_id in by_id
    ]
    return (
        *problems,
        *(
            _problem(
                by_id[r.contact_id], "", f"{r.note} Was it the letter {r.code}? {how_to_resolve(r.code)}"
            )
            for r in held
        ),
    )


def _settled(notice: Notice, contact: Contact, today: date) -> bool:
    if today > notice.day + _ASKED_FOR:
        return True
    if notice.kind == _INVITED:
        return contact.interview_on is not None and contact.interview_on >= notice.day
    return contact.replied_on is not None and contact.replied_on >= notice.day


def _problem(contact: Contact, column: str, message: str) -> Problem:
    return Problem("Contacts", column, Severity.WARNING, message, contact.row, contact.id)


class MailboxWatch:
    """The mailbox as delivery asks it, just before each letter."""

    def __init__(
        self,
        mailbox: Mailbox,
        ledger: Ledger,
        contacts: Sequence[Contact],
        settings: Settings,
        *,
        history: Sequence[Event] = (),
        today: date | None = None,
    ) -> None:
        self.mailbox = mailbox
        self._ledger, self._contacts, self._settings, self._history = ledger, contacts, settings, history
        self._today = today or datetime.now().astimezone().date()
        self._claim = SharedClaim(mailbox, settings.email, token_of(ledger))

    def find(self, message_id: str) -> datetime | None:
        """Return when Sent, or All, got this very Message-ID; None where neither holds it."""
        return self.mailbox.find_message_id(message_id)

    def other_sender(self, now: datetime) -> str:
        """Put up this run's claim to send, or look at it again, and say whether another computer has one; "" for nobody."""
        return self._claim.other_sender(now)

    def release(self) -> None:
        """Take the claim down."""
        self._claim.release()

    def came_from(self, contact_id: str) -> str:
        """Look again, and say what came from a contact that the workbook doesn't have yet; "" for nothing."""
        found = look(
            self.mailbox, self._ledger, self._contacts, self._settings, self._today, history=self._history
        )
        news = next((e for e in found.events if e.contact_id == contact_id), None)
        return f"From {news.name}, {news.date:%Y-%m-%d}: {news.kind.lower()}." if news else ""


def open_watch(
    settings: Settings,
    ledger: Ledger,
    contacts: Sequence[Contact],
    history: Sequence[Event] = (),
    *,
    today: date | None = None,
    account: Account | None = None,
    secret: str | None = None,
) -> MailboxWatch | Down | None:
    """Open the mailbox that Settings name: None where none is set up, Down where it can't be reached."""
    if account is None:
        if not reads_replies(settings):
            return None
        account = account_of(settings)
    if account.imap is None:
        return None
    try:
        mailbox = Mailbox.open(account, secret, settings.sent_folder)
    except MailboxDown as down:
        return Down(str(down))
    return MailboxWatch(mailbox, ledger, contacts, settings, history=history, today=today)
