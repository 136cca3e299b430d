"""R14: letters that came back, the addresses that are dead since, for whoever bears them, and who is gone from theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from pipeline.model import LETTER_EVENTS, Contact, Event, EventKind
from pipeline.model.addresses import written_to
from pipeline.rules.details import bounced_address, came_back_from, left_in, may_be_tried_again
from pipeline.rules.history import NO_PAST, Past

NO_RETURNS: Mapping[str, Event] = MappingProxyType({})


def came_back_to(c: Contact, past: Past) -> Event | None:
    """Find the letter that came back from where a contact's next one would go, with none gone since (R14)."""
    bounces = past.of(EventKind.BOUNCE)
    if not bounces:
        return None
    newest, address = _newest_letter(past), written_to(c)
    back = [
        b for b in bounces if b.date >= newest and came_back_from(b, address) and not may_be_tried_again(b)
    ]
    return back[-1] if back else None


def gone_from(c: Contact, past: Past) -> Event | None:
    """Find the automatic reply that says that a contact is gone from where their next letter would go, with none gone since (R14).

    The letter that it answers arrived, and stays.
    """
    notes = past.of(EventKind.AUTOMATIC)
    if not notes:
        return None
    newest, address = _newest_letter(past), written_to(c).casefold()
    said = [e for e in notes if e.date >= newest and (left := left_in(e)) and left.address == address]
    return said[-1] if said else None


def dead_addresses(contacts: Iterable[Contact], pasts: Mapping[str, Past]) -> Mapping[str, Event]:
    """Say from which addresses a letter came back, to whomever, with no sign of life since by anybody there (R14)."""
    bounces = (e for past in pasts.values() for e in past.events if e.kind is EventKind.BOUNCE)
    found: dict[str, Event] = {}
    for e in bounces:
        address = bounced_address(e)
        if address and not may_be_tried_again(e) and (address not in found or e.date >= found[address].date):
            found[address] = e
    for c in contacts if found else ():
        address = written_to(c).casefold()
        if address in found and _alive_on(pasts.get(c.id, NO_PAST)) > found[address].date:
            del found[address]
    return found


def _newest_letter(past: Past) -> date:
    return max((e.date for e in past.letters(*LETTER_EVENTS)), default=date.min)


def _alive_on(past: Past) -> date:
    """Say when somebody's address was last seen to live: a letter stayed there, or they and the user wrote to each other."""
    wrote = past.of(EventKind.REPLY, EventKind.ANSWER)
    return max(_newest_letter(past), max((e.date for e in wrote), default=date.min))
