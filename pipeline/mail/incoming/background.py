"""What mail is understood with: the contacts, History, the user's addresses and what the ledger knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from pipeline.ledger.records import LedgerState, Receipt
from pipeline.mail.incoming.classify import Incoming
from pipeline.mail.incoming.headers import bare_subject
from pipeline.mail.incoming.people import Known, open_domains, plain_words
from pipeline.model import LETTER_EVENTS, Contact, Event, EventKind, Settings
from pipeline.model.texts import folded
from pipeline.rules.details import is_no_reply


@dataclass(frozen=True, slots=True)
class Background:
    """All of it at one moment. `learned` are addresses that mail in Sent was sent from; `free_domains` mail providers'."""

    contacts: Sequence[Contact]
    history: Sequence[Event]
    settings: Settings
    state: LedgerState
    zone: tzinfo
    learned: frozenset[str] = frozenset()
    free_domains: frozenset[str] = frozenset()

    def known(self) -> Known:
        """Make what mail is matched against."""
        real = self.real()
        letters = {
            e.message_id: e.contact_id for e in self.history if e.message_id and e.kind in LETTER_EVENTS
        }
        letters |= {m: r.contact_id for m, r in self.state.receipts.items()}
        waiting, sharers = self._waiting_for_an_answer(real), self._at_each_address(real)
        asked = waiting | {c.id for c in real if c.interview_on and c.interview_held is None}
        addresses = {a: who[-1] for a, who in sharers.items()}
        return Known(
            addresses,
            letters,
            self.own() - (addresses.keys() - {self.settings.email.lower()}),
            open_domains([(c.id, c.email, c.id in waiting) for c in real if c.email], self.free_domains),
            _alone((folded(c.name), c.id) for c in real if c.id in asked and len(plain_words(c.name)) > 1),
            _all_of(
                (bare_subject(r.subject), r.contact_id)
                for r in self.state.receipts.values()
                if r.contact_id in asked and r.subject
            ),
            {c.id: folded(c.name) for c in real},
            self._last_letters(real),
            asked=asked,
            subjects=frozenset(bare_subject(r.subject) for r in self.state.receipts.values() if r.subject),
            user=frozenset(plain_words(self.settings.name)),
            sharers={a: who for a, who in sharers.items() if len(who) > 1},
        )

    def own(self) -> frozenset[str]:
        """Return the user's addresses: Settings' and those learned from Sent."""
        said = {self.settings.email, *self.settings.other_addresses}
        return frozenset(a.strip().lower() for a in said if a.strip()) | self.learned

    def real(self) -> list[Contact]:
        """List the contacts that are no examples."""
        return [c for c in self.contacts if not c.is_sample and c.id]

    def named(self, contact_id: str) -> Contact | None:
        """Return a contact by its ID."""
        return next((c for c in self.contacts if c.id == contact_id), None)

    def receipts_of(self, contact_id: str) -> list[Receipt]:
        """List what is known of the letters to somebody that went, or may have gone."""
        return [r for r in self.state.receipts.values() if r.contact_id == contact_id]

    def letter_days(self, contact_id: str) -> list[date]:
        """List the days on which we wrote to somebody, as far as anything knows of it."""
        days = [r.on for r in self.receipts_of(contact_id)]
        days += [e.date for e in self.history if e.contact_id == contact_id and e.kind in LETTER_EVENTS]
        contact = self.named(contact_id)
        typed = (contact.approach_sent, contact.follow_up_sent, contact.thank_you_sent) if contact else ()
        return days + [d for d in typed if d]

    def oldest_open_letter(self) -> date | None:
        """Return the day of the oldest letter to somebody who never answered."""
        open_ = self._waiting_for_an_answer(self.real())
        days = [r.on for r in self.state.receipts.values() if r.contact_id in open_]
        days += [e.date for e in self.history if e.kind in LETTER_EVENTS and e.contact_id in open_]
        days += [c.approach_sent for c in self.contacts if c.id in open_ and c.approach_sent]
        return min(days, default=None)

    def _waiting_for_an_answer(self, real: Sequence[Contact]) -> frozenset[str]:
        written = self._written_to(real)
        return frozenset(c.id for c in real if c.replied_on is None and c.id in written)

    def _written_to(self, real: Sequence[Contact]) -> set[str]:
        written = {r.contact_id for r in self.state.receipts.values()}
        written |= {e.contact_id for e in self.history if e.kind in LETTER_EVENTS}
        return written | {c.id for c in real if c.approach_sent is not None}

    def _at_each_address(self, real: Sequence[Contact]) -> dict[str, tuple[str, ...]]:
        """Map addresses to all whose they are; a second row of one person is nobody's while it was not written to (R14)."""
        written = self._written_to(real)
        held = {c.id for c in real if c.duplicate and c.id not in written}
        found = _all_of((c.email.lower(), c.id) for c in real)
        return {a: tuple(who for who in shared if who not in held) or shared for a, shared in found.items()}

    def _last_letters(self, real: Sequence[Contact]) -> dict[str, str]:
        """Map addresses to the newest letter that went there."""
        emails = {c.id: c.email.lower() for c in real if c.email}
        written = sorted(
            (e for e in self.history if e.message_id and e.kind in LETTER_EVENTS), key=lambda e: e.date
        )
        found = {emails[e.contact_id]: e.message_id for e in written if e.contact_id in emails}
        receipts = sorted((r for r in self.state.receipts.values() if r.to), key=lambda r: r.on)
        return found | {r.to.lower(): r.message_id for r in receipts}


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that was fetched and understood, with the hash by which it is known again."""

    incoming: Incoming
    message_id: str
    mark: str
    arrived: datetime = field(compare=False)

    @property
    def arrived_on(self) -> date:
        """Return the day, in the user's zone, on which it came."""
        return self.incoming.arrived or self.arrived.date()


def said_in_threads(events: Iterable[Event]) -> dict[str, str]:
    """Map the Message-IDs of what contacts wrote, and of what the user answered them, to the contacts."""
    said = (EventKind.REPLY, EventKind.ANSWER)
    return {
        e.message_id: e.contact_id for e in events if e.message_id and e.kind in said and not is_no_reply(e)
    }


def _alone(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map each word to the one person that it points to; what points to several points to nobody."""
    return {word: who[0] for word, who in _all_of(pairs).items() if len(who) == 1}


def _all_of(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Map each word to all the people that it points to."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for word, contact in pairs:
        found[word][contact] = None
    return {word: tuple(who) for word, who in found.items() if word}
