"""The letter goes to one person, the right one, who may be written to now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.letters.checks.situation import Situation
from pipeline.letters.checks.words import block, quote, warn
from pipeline.model import Channel, Finding, Letter
from pipeline.model.addresses import is_machine, postal_line
from pipeline.model.wishes import wish_in

NAME = "recipient"
# One bare address: no display name, list or comment (RFC 5321 4.1.2, the part that all servers take).
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:\w(?:[\w-]*\w)?\.)+[^\W\d_]{2,}|"
    r"[A-Za-z0-9._+-]+@(?:\w(?:[\w-]*\w)?\.)+xn--[A-Za-z0-9-]+"
)


def recipient(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Check address, person, hold, sample and what else went there."""
    if letter.channel is Channel.POST:
        yield from _post(letter, situation)
    else:
        yield from _address(letter.to, situation)
    contact = situation.contact
    if contact.duplicate:
        yield block(
            NAME,
            "R14",
            f"{contact.name or contact.organization} gets no letters until this is resolved: {contact.duplicate}",
        )
    if until := _held(contact.on_hold, situation.today):
        yield block(
            NAME, "R14", f"{contact.name or contact.organization} is on hold {until}. Clear On hold to write."
        )
    elif wish := wish_in(contact.name):
        yield block(
            NAME,
            "R14",
            f"The name in {situation.settings.contacts_sheet} says “{wish}”: set On hold to Yes, and nothing is written to them. If it no "
            "longer holds, take it out of the name.",
        )
    if situation.for_real and (contact.is_sample or letter.is_sample):
        yield block(NAME, "R12", f"{contact.name} is one of the samples: they are never really written to.")
    if situation.clash:
        yield block(NAME, "R14", situation.clash)
    if situation.namesake:
        yield warn(NAME, "R14", situation.namesake)


def same_day(letter: Letter, situation: Situation) -> Iterator[Finding]:  # noqa: ARG001  (every check's signature)
    """Check that nothing else went to this address today (R22)."""
    if situation.same_day:
        yield block("same-day", "R22", situation.same_day)


def _post(letter: Letter, situation: Situation) -> Iterator[Finding]:
    if situation.contact.address.strip() and letter.to.strip() != postal_line(situation.contact):
        yield block(
            NAME,
            "R3",
            f"{quote(letter.to)} is not the contact's present postal address, {postal_line(situation.contact)}.",
        )
    if not situation.contact.address.strip():
        yield block(
            NAME,
            "R15",
            f"{situation.contact.name or situation.contact.organization} has no postal address. Fill in Address, or set "
            "Channel to Email.",
        )


def _address(to: str, situation: Situation) -> Iterator[Finding]:
    contact = situation.contact
    if not _ADDRESS.fullmatch(to):
        yield block(
            NAME,
            "R15",
            f"{quote(to)} is not one valid e-mail address. Write one, and nothing else."
            if to.strip()
            else "There is no e-mail address. Fill in Email in the contact's row.",
        )
        return
    if to.casefold() != contact.email.strip().casefold():
        yield block(
            NAME,
            "R15",
            f"{quote(to)} is not the address of {contact.name or contact.organization} in {situation.settings.contacts_sheet} "
            f"({quote(contact.email) if contact.email else 'blank'}). Make them the same.",
        )
    if situation.settings.email and _mailbox(to) == _mailbox(situation.settings.email):
        yield block(NAME, "R15", f"{quote(to)} is your own address.")
    if is_machine(to):
        yield block(NAME, "R15", f"{quote(to)} is an address that nobody reads. Find the person's own.")


def _held(on_hold: bool | date | None, today: date) -> str:
    if isinstance(on_hold, date):
        return f"until {on_hold.isoformat()}" if on_hold > today else ""
    return "for now" if on_hold else ""


def _mailbox(address: str) -> str:
    """Name the mailbox behind an address: case and a +tag aside, and dots at Gmail."""
    local, _, domain = address.strip().casefold().rpartition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '') if domain in {'gmail.com', 'googlemail.com'} else local}@{domain}"
