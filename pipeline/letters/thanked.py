"""What a letter of thanks has thanked for, kept as digests, so that the next one doesn't thank for it again (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.ledger.records import GONE, LedgerState, digest
from pipeline.letters.phrases import PHRASES, tidy
from pipeline.model import Contact, Event, EventKind, Letter
from pipeline.model.identity import same_letter
from pipeline.model.texts import folded
from pipeline.rules.cellnames import referral_names


def thanked_for(letter: Letter, c: Contact) -> str:
    """Digest what a letter thanks for: Thank them for, and the offer and the names that stand in it."""
    return " ".join((digest(c.thank_them_for), *_besides(letter, c)))


def _besides(letter: Letter, c: Contact) -> Iterator[str]:
    thank_you = letter.kind.event is EventKind.THANK_YOU
    if not thank_you and letter.kind.event is not EventKind.KEEP_IN_TOUCH:
        return
    body = folded(" ".join(letter.body.split()))
    if c.they_offered and folded(tidy(PHRASES["they_offered"], c.they_offered)) in body:
        yield of_kept(c) if c.offer_kept_on else of_offer(c)
    if thank_you:
        yield from (of_name(name) for name in referral_names(c.referrals_given) if folded(name) in body)


def of_offer(c: Contact) -> str:
    """Digest what they offered, by the words of the cell."""
    return digest("offered", folded(c.they_offered))


def of_kept(c: Contact) -> str:
    """Digest that they kept an offer, by the words of its cell."""
    return digest("kept", folded(c.they_offered))


def of_name(name: str) -> str:
    """Digest a name that they gave."""
    return digest("named", folded(name))


def thanked_already(
    c: Contact, message_id: str, state: LedgerState, back: Iterable[Event] = ()
) -> frozenset[str]:
    """Collect what other letters to a contact, sent or on their way, have thanked for; those that came `back` have not."""
    none_of = {message_id, *(e.message_id for e in back)}
    others = (
        r
        for r in state.receipts.values()
        if r.contact_id == c.id
        and r.state in GONE
        and not any(same_letter(r.message_id, known) for known in none_of)
    )
    return frozenset(part for r in others for part in r.thanks.split())
