"""What has passed between the user and a contact, as far as a letter may speak of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.ledger.records import LedgerState, Receipt, digest
from pipeline.letters.namecase import as_in_row
from pipeline.letters.thanked import of_kept, of_name, of_offer, thanked_already
from pipeline.model import (
    ATTEMPTS,
    CallResult,
    Channel,
    Contact,
    Conversation,
    Event,
    EventKind,
    InterviewType,
    LetterKind,
)
from pipeline.model.fullname import name_key
from pipeline.rules.agenda import Standing
from pipeline.rules.cellnames import referral_names
from pipeline.rules.details import result_of, type_of
from pipeline.rules.facts import Facts
from pipeline.rules.steps import meeting_type


class Acquaintance(NamedTuple):
    """What a letter may say of the past, because the workbook proves it.

    `means`: how the talk took place. `tried`: calls since the first letter that led to no talk; `messages` of them left a
    message; `reached`: on one they asked to be called later. `first_subject`, `first_sent`, `by_referral`: of the first
    letter. `named`: people they named and no letter has thanked for, to whom the user has not turned yet; `named_before`: only
    others. `turned_to`: of those they ever named, whom the user has turned to since the last note. `has_referred`: to whom
    they have referred the user.
    `thanks_used`: Thank them for stood in a sent letter already; `offer_thanked`: a letter of thanks named what they offered;
    `kept_thanked`: a letter has thanked for the offer that they kept, or may have.
    """

    means: InterviewType | None = None
    tried: int = 0
    messages: int = 0
    reached: bool = False
    first_subject: str = ""
    first_sent: date | None = None
    by_referral: bool = False
    named: tuple[str, ...] = ()
    named_before: bool = False
    turned_to: tuple[str, ...] = ()
    has_referred: tuple[Contact, ...] = ()
    thanks_used: bool = False
    offer_thanked: bool = False
    kept_thanked: bool = False


NOTHING_YET = Acquaintance()


def acquaintance(
    c: Contact,
    talk: Conversation | None,
    message_id: str,
    standings: Mapping[int, Standing],
    people: Mapping[str, list[Contact]],
    state: LedgerState,
) -> Acquaintance:
    """Bring together what a letter to a contact may say of the past."""
    facts = standings[c.row].facts
    first = _first_letter(facts, state)
    calls = [e for e in facts.past.of(EventKind.CALL) if facts.since_approach(e.date)]
    results = [r for e in calls if (r := result_of(e)) in ATTEMPTS]
    known = _people(referral_names(c.referrals_given), people)
    done = thanked_already(c, message_id, state, facts.past.taken_back)
    named = tuple(
        as_in_row(n, p)
        for n, p in known
        if of_name(n) not in done
        and not (p and standings[p.row].facts.begun)  # letters say what will be done
    )
    return Acquaintance(
        _means(facts, talk),
        len(results),
        results.count(CallResult.LEFT_MESSAGE),
        CallResult.CALL_LATER in results,
        first.subject if first else "",
        facts.approach,
        first is not None and first.kind is LetterKind.APPROACH_REFERRAL,
        named,
        bool(known) and not named,
        tuple(p.name for _, p in known if p and _turned_to(facts, standings[p.row].facts)),
        _has_referred(c, people, standings),
        bool(c.thank_them_for) and digest(c.thank_them_for) in done,
        of_offer(c) in done,
        of_kept(c) in done or _written_since_kept(facts, state),
    )


def thread(facts: Facts) -> str:
    """Return the Message-ID of the first letter, where it went by e-mail: a follow-up answers in its thread."""
    letters = facts.past.letters(EventKind.APPROACH)
    return letters[-1].message_id if letters and facts.contact.channel is Channel.EMAIL else ""


def _written_since_kept(facts: Facts, state: LedgerState) -> bool:
    """Tell whether a letter of which nobody knows what it said went since they kept their offer: it may have thanked."""
    kept_on = facts.contact.offer_kept_on
    return kept_on is not None and any(
        e.date >= kept_on and state.receipt_of(e.message_id) is None
        for e in facts.past.letters(EventKind.THANK_YOU, EventKind.KEEP_IN_TOUCH)
    )


def _first_letter(facts: Facts, state: LedgerState) -> Receipt | None:
    return state.receipt_of(thread(facts))


def _means(facts: Facts, talk: Conversation | None) -> InterviewType | None:
    """Say how a talk took place, from History, so that a meeting planned since doesn't change it."""
    if talk is None or talk.by_mail:
        return None
    if talk.undated:
        return meeting_type(facts.contact)
    held = [e for e in facts.past.of(EventKind.INTERVIEW, EventKind.CALL) if e.date == talk.date]
    return _means_of(held[-1], facts.contact) if held else None


def _means_of(event: Event, c: Contact) -> InterviewType | None:
    if event.kind is EventKind.CALL:
        return InterviewType.PHONE
    return type_of(event) or (meeting_type(c) if c.interview_on == event.date else None)


def _people(names: Sequence[str], people: Mapping[str, list[Contact]]) -> list[tuple[str, Contact | None]]:
    """Find the contact that each name is; None for a name that is nobody's row yet."""
    return [(name, next(iter(people.get(name_key(name), [])), None)) for name in names]


def _turned_to(giver: Facts, person: Facts) -> bool:
    """Tell whether the user has turned to a person since the last note to who named them."""
    began = _began(person)
    notes = giver.past.letters(EventKind.KEEP_IN_TOUCH)
    return began is not None and not (notes and began <= notes[-1].date)


def _began(person: Facts) -> date | None:
    return person.approach or person.last_contact


def _has_referred(
    c: Contact, people: Mapping[str, list[Contact]], standings: Mapping[int, Standing]
) -> tuple[Contact, ...]:
    """List the people that a contact has referred the user to."""
    name = name_key(c.name)
    if not standings[c.row].facts.referred or len(people.get(name, [])) != 1:
        return ()
    others = (s.facts for s in standings.values() if s.facts.referrer and s.facts.contact.row != c.row)
    referred = (f.contact for f in others if name_key(f.referrer) == name)
    return tuple(p for p in referred if p in people.get(name_key(p.name), ()))
