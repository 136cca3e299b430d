"""One look at the mailbox: what came since the last one, kept in the ledger until the workbook has it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from email import message_from_bytes

from dateutil.tz import tzlocal

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import LedgerState
from pipeline.ledger.rows import ANSWERERS, SEARCHED
from pipeline.mail.doubt import recover, settle_told
from pipeline.mail.free_domains import free_domains
from pipeline.mail.incoming.background import Background, Mail, said_in_threads
from pipeline.mail.incoming.classify import Incoming, MailKind, classify, needs_whole
from pipeline.mail.incoming.headers import message_id_of, sender_in, sender_of
from pipeline.mail.incoming.meaning import held_by_hand, understood
from pipeline.mail.incoming.people import Sieve, named_in, names_any
from pipeline.mail.incoming.standing import is_settled_among, notice_problems, without_ended
from pipeline.mail.mailbox import Mailbox, MailHeader, ReadMark
from pipeline.mail.preflight import since_when
from pipeline.model import Contact, Event, Problem, Settings, people_by_id
from pipeline.model.addresses import is_machine

_FIRST_LOOK, _FARTHEST_BACK = timedelta(days=30), timedelta(days=370)
_LEARNED = "own addresses"
_ANSWERS = frozenset({MailKind.REPLY, MailKind.AUTOMATIC, MailKind.MEETING, MailKind.UNSURE})
"""What nobody sends about a letter that did not arrive."""
_OF_A_THREAD = frozenset({MailKind.REPLY, MailKind.MEETING, MailKind.OWN})


@dataclass(frozen=True, slots=True)
class Brought:
    """What a look brought: events that the workbook doesn't have yet, what the user has to decide, and what is new, in words.

    `said`: how the replies among it begin, by their Message-IDs.
    """

    events: tuple[Event, ...] = ()
    notices: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)


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
    recover(ledger, mailbox, datetime.now().astimezone())
    state = ledger.state()
    zone = zone or tzlocal()
    reading = _Reading(mailbox, ledger, Background(contacts, history, settings, state, zone), today)
    mails = reading.mails()
    if settle_told(ledger, dict(filter(None, (_says_it_went(m.incoming) for m in mails)))):
        state = ledger.state()
        reading.background = replace(reading.background, state=state)
    since = _may_be_by_hand_since(ledger, state)
    standing = [n for n in ledger.notices() if n.contact_id in {c.id for c in contacts}]
    found = understood(mails, reading.background, since, list(ledger.news().values()), standing)
    held = held_by_hand([*standing, *found.notices], reading.background, since)
    ledger.take_in(
        (m.mark for m in mails), found.events, found.notices, [*held, *found.receipts], reading.marks
    )
    notices = settle_notices(ledger, contacts, today, history)
    return Brought(tuple(ledger.news().values()), notices, tuple(found.lines), found.said)


def _says_it_went(incoming: Incoming) -> tuple[str, str] | None:
    """Say which letter a mail shows to have gone, and how: it answers it, or reports on it by its Message-ID."""
    if incoming.kind in _ANSWERS:
        return incoming.original_id, "answered, so it arrived"
    if incoming.report and incoming.report.by_id:
        return incoming.original_id, "a mail server reported on it, so it left"
    return None


class _Reading:
    """One look: the folders read on from where the last look ended, and searched for addresses that are new."""

    def __init__(self, mailbox: Mailbox, ledger: Ledger, background: Background, today: date) -> None:
        self._mailbox, self._ledger, self._today = mailbox, ledger, today
        self._seen = ledger.seen()
        self._began = self._start(background)
        self._headers, self.marks, self._first = self._new_headers()
        learned = self._learned(background)
        self.background = Background(
            background.contacts,
            background.history,
            background.settings,
            background.state,
            background.zone,
            learned,
            free_domains(),
        )
        events = (*background.history, *ledger.news().values())
        self._told = frozenset(e.message_id for e in events if e.message_id)
        before = {who: addresses.split() for who, addresses in ledger.get_all(ANSWERERS).items()}
        self._known = self.background.known().with_answerers(before, said_in_threads(events))

    def mails(self) -> list[Mail]:
        """Return what is new and matters, theirs before ours where both came in one second."""
        found: dict[str, Mail] = {}
        self._take_new(found)
        searched = list(self._never_searched())
        for header in searched:
            self._take_searched(header, found)
        while learned := self._learn_threads(found.values()):  # what follows may be here already
            self._take_anew(found, searched, learned)
        return sorted(found.values(), key=lambda m: (m.arrived, m.incoming.kind is MailKind.OWN))

    def _take_new(self, found: dict[str, Mail]) -> None:
        sieve = Sieve(self._known)
        for header in self._headers:
            if self._may_matter(header, sieve):
                self._take(header, found, first=header.folder in self._first)

    def _take_searched(self, header: MailHeader, found: dict[str, Mail]) -> None:
        self._take(header, found, first=True, anew=header.folder != self._mailbox.folders.sent)

    def _take_anew(
        self, found: dict[str, Mail], searched: Iterable[MailHeader], learned: frozenset[bytes]
    ) -> None:
        """Look once more at what names an address or a mail that was learned of, unless it is known what that is."""
        settled = {mark: m for mark, m in found.items() if m.incoming.kind is not MailKind.UNSURE}
        sieve = Sieve(self._known)
        for header in self._headers:
            if names_any(header.raw, learned) and self._may_matter(header, sieve):
                self._take(header, settled, first=header.folder in self._first)
        for header in searched:
            if names_any(header.raw, learned):
                self._take_searched(header, settled)
        found.update(settled)

    def _learn_threads(self, mails: Iterable[Mail]) -> frozenset[bytes]:
        """Learn what was said in the threads of letters, and who answers there for a contact; return what was new."""
        known, addresses, ids = self._known, defaultdict[str, set[str]](set), dict[str, str]()
        for mail in mails:
            said, who = mail.incoming, mail.incoming.contact_id
            if said.kind not in _OF_A_THREAD or known.thread_of(said.answers) != who:
                continue
            ids |= {mail.message_id: who} if mail.message_id else {}
            unknown = said.address not in known.contacts and said.address not in known.own
            if said.kind is not MailKind.OWN and unknown and not is_machine(said.address):
                addresses[who].add(said.address)
        self._known = known.with_answerers(addresses, ids)
        for who in addresses:
            theirs = (a for a, served in self._known.answerers.items() if who in served)
            self.marks[ANSWERERS + who] = " ".join(sorted(theirs))
        return named_in(self._known) - named_in(known)

    def _new_headers(self) -> tuple[list[MailHeader], dict[str, str], frozenset[str]]:
        headers: list[MailHeader] = []
        marks: dict[str, str] = {}
        first = set()
        for folder in self._mailbox.folders.read:
            key = f"read:{folder}"
            before = self._ledger.get(key)
            new, mark = self._mailbox.headers_since(folder, ReadMark.read(before), self._began)
            headers += new
            marks |= {key: mark.written()} if mark.written() != before else {}
            first |= set() if before else {folder}
        return headers, marks, frozenset(first)

    def _learned(self, background: Background) -> frozenset[str]:
        """Learn the user's other addresses: whatever lies in Sent was sent by them."""
        before = frozenset(self._ledger.get(_LEARNED).split())
        theirs = {c.email.lower() for c in background.contacts}
        sent = {sender_in(h.raw) for h in self._headers if h.folder == self._mailbox.folders.sent}
        learned = before | {a for a in sent if a and a not in theirs}
        if learned != before:
            self.marks[_LEARNED] = " ".join(sorted(learned))
        return learned

    def _may_matter(self, header: MailHeader, sieve: Sieve) -> bool:
        if header.folder == self._mailbox.folders.junk:
            return sender_in(header.raw) in self._known.contacts
        return sieve.may_matter(header.raw)

    def _never_searched(self) -> Iterator[MailHeader]:
        """Search for addresses that were entered or corrected after their mail had been passed over."""
        addresses = {c.id: c.email.lower() for c in self.background.real() if c.email}
        marks = {i: hashlib.sha256(a.encode()).hexdigest()[:16] for i, a in addresses.items()}
        known = self._ledger.get_all(SEARCHED)
        new = [i for i in addresses if known.get(i) != marks[i]]
        self.marks |= {SEARCHED + i: marks[i] for i in new}
        if not new or self._first == frozenset(self._mailbox.folders.read):
            return
        wanted = [addresses[i] for i in new]
        for folder in self._mailbox.folders.read:
            field = "TO" if folder == self._mailbox.folders.sent else "FROM"
            yield from self._mailbox.headers_with(folder, field, wanted, self._began)

    def _take(self, header: MailHeader, found: dict[str, Mail], *, first: bool, anew: bool = False) -> None:
        mail = self._understood(header, found, anew)
        if mail is not None and not (first and self._from_before(mail)):
            found[mail.mark] = mail

    def _understood(self, header: MailHeader, found: Mapping[str, Mail], anew: bool) -> Mail | None:
        """Read a mail that was not taken in; `anew`: nor told in History, though it was, when its sender was nobody yet."""
        known = self._known
        head = message_from_bytes(header.raw)
        message_id = message_id_of(head)
        named = message_id or f"{header.arrived.isoformat()} {sender_of(head)}"
        mark = hashlib.sha256(named.encode()).hexdigest()[:32]
        in_sent = header.folder == self._mailbox.folders.sent
        taken_in = message_id in self._told if anew and message_id else mark in self._seen
        if taken_in or mark in found or message_id in known.letters:
            return None
        whole = not in_sent and needs_whole(head, known)
        mail = message_from_bytes(self._mailbox.whole(header)) if whole else head
        incoming = classify(mail, known, header.arrived, self.background.zone, in_sent=in_sent)
        return Mail(incoming, message_id, mark, header.arrived) if incoming.contact_id else None

    def _from_before(self, mail: Mail) -> bool:
        """Tell whether a contact's mail, found in a first look, is older than any letter to them: it answers nothing."""
        return (
            mail.incoming.kind in (MailKind.REPLY, MailKind.UNSURE, MailKind.AUTOMATIC)
            and not mail.incoming.original_id
            and not any(
                on <= mail.arrived_on
                for who in (mail.incoming.contact_id, *mail.incoming.perhaps)
                for on in self.background.letter_days(who)
            )
        )

    def _start(self, background: Background) -> date:
        """Return where a first look begins: 30 days back, or with the oldest letter that nobody answered, within a year."""
        oldest = background.oldest_open_letter()
        return max(
            self._today - _FARTHEST_BACK, min([self._today - _FIRST_LOOK, *([oldest] if oldest else [])])
        )


def _may_be_by_hand_since(ledger: Ledger, state: LedgerState) -> dict[str, datetime]:
    """Return for each letter in review from when on a mail by hand may be it."""
    now = datetime.now().astimezone()
    return {d.code: since_when(ledger, d, now) for d in state.drafts.values()}


def settle_notices(
    ledger: Ledger, contacts: Sequence[Contact], today: date, history: Sequence[Event] = ()
) -> tuple[Problem, ...]:
    """Drop the notices that the user has decided, that ended, or were left for two weeks; return what is still to be decided."""
    by_id = people_by_id(contacts)
    notices = ledger.notices()
    going_on = without_ended(notices, [*history, *ledger.news().values()])
    done = [n.key for n in notices if n not in going_on or is_settled_among(n, by_id, today)]
    if done:
        ledger.drop_notices(done)
    return notice_problems(going_on, ledger.state().receipts.values(), by_id, today)
