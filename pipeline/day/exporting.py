"""Approved letters as files in outbox/ready, or as links into the user's own mail: each claimed in the ledger first, so that none is made twice."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pipeline.day.decide import Decision
from pipeline.day.enclosure import enclosure_contents
from pipeline.day.world import World
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from pipeline.letters.binding import bound
from pipeline.letters.compose import receipt_for
from pipeline.letters.letterfile import exported_name
from pipeline.mail.doubt import one_sender
from pipeline.mail.files import export
from pipeline.mail.links import compose_links
from pipeline.mail.outgoing import SendOutcome
from pipeline.mail.ways import sending
from pipeline.model import Channel, Draft, EventKind, Letter
from pipeline.model.errors import UserError
from pipeline.rules.oneaday import go_together


def export_all(
    decision: Decision, drafts: Sequence[Draft], now: datetime, *, as_files: bool | None = None
) -> list[SendOutcome]:
    """Export letters, but never two to one address in a run (R22); a fault in one never stops the others.

    `as_files`: as files, or not, whatever Settings say. Raises UserError where another run is sending.
    """
    if not drafts:
        return []
    outcomes: list[SendOutcome] = []
    gone: dict[str, list[EventKind]] = {}
    with Ledger(decision.world.ledger_path) as ledger, one_sender(ledger):
        for draft in drafts:
            letter, before = draft.letter, gone.setdefault(draft.letter.to.casefold(), [])
            if not all(go_together(letter.kind.event, event) for event in before):
                outcomes.append(
                    _held(letter, f"Another letter goes to {letter.to} today (R22). It can go tomorrow.")
                )
                continue
            outcomes.append(_export(decision, letter, ledger, now, as_files))
            if outcomes[-1].outcome == "exported":
                before.append(letter.kind.event)
    return outcomes


def _export(
    decision: Decision, letter: Letter, ledger: Ledger, now: datetime, as_files: bool | None
) -> SendOutcome:
    """Claim a letter, write its file, record it as exported."""
    world = decision.world
    receipt = receipt_for(
        letter,
        decision.desk.contacts[letter.contact_id],
        Receipt(letter.identity, SendState.EXPORTING, world.today, now),
    )
    try:
        # Another run may have exported it, or the user have said what became of it, since this one decided.
        reason = ledger.claim(receipt, b"", bound(letter, decision.desk), limit=None)
        if reason:
            return _held(letter, reason)
        made = _made(decision, letter, as_files)
        ledger.settle(replace(receipt, state=SendState.EXPORTED))
    except (UserError, OSError) as fault:
        with suppress(UserError):
            ledger.withdraw(receipt.message_id, now, "its file could not be written")
        return _held(letter, _why(fault, world.place.ready))
    return SendOutcome(letter.code, letter.name, "exported", letter.message_id, made)


def _why(fault: UserError | OSError, ready: Path) -> str:
    if isinstance(fault, UserError):
        return str(fault)
    place = fault.filename or ready
    return f"{place} can't be written ({fault.strerror or fault}). Check that the folder can be written to, then send again."


def _made(decision: Decision, letter: Letter, as_files: bool | None) -> str:
    """Make what the user sends, or posts, themselves; return where it is."""
    world = decision.world
    if letter.channel is Channel.POST:
        return str(_posted(decision, letter))
    contents = enclosure_contents(letter.enclosures, world.enclosure)
    links = _links(letter, world)
    if as_files is None:
        as_files = not (sending(world.settings).links and links)
    if not as_files:
        return links
    return str(export(letter, contents, world.settings, world.place.ready, world.today)[0])


def _links(letter: Letter, world: World) -> str:
    """Write the links that take so long a letter; "" where none does: it goes as a file."""
    ways = [w for w in compose_links(letter, world.settings.email) if w.url]
    attach = f"\n  attach by hand: {world.enclosure.path}" if ways and letter.enclosures else ""
    return "\n".join(f"\n  open in {way.name}: {way.url}" for way in ways) + attach


def _posted(decision: Decision, letter: Letter) -> Path:
    world = decision.world
    from pipeline.paper.posted import make_posted

    target = world.place.ready / f"{exported_name(letter, world.today)}.docx"
    world.place.ready.mkdir(parents=True, exist_ok=True)
    make_posted(letter, decision.desk.contacts[letter.contact_id], world.settings, world.today, target)
    return target


def _held(letter: Letter, why: str) -> SendOutcome:
    return SendOutcome(letter.code, letter.name, "held", letter.message_id, why)


def settle_exports(world: World, ledger: Ledger) -> bool:
    """Settle what a run that was stopped left half exported: its file lies there, or it is approved as before."""
    begun = [r for r in ledger.state().receipts.values() if r.state is SendState.EXPORTING]
    if not begun:
        return False
    with suppress(UserError), one_sender(ledger):
        for receipt in begun:
            if receipt.code in world.ready:
                ledger.settle(replace(receipt, state=SendState.EXPORTED))
            else:
                ledger.withdraw(receipt.message_id, world.now, "its file was never written")
        return True
    return False
