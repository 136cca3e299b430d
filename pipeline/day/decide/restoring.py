"""Letters in doubt, or gone, of which only the Drafts sheet still knows: the ledger is older, lost, or another computer's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.day.decide.requests import at_row, detail_of, due_without_record
from pipeline.day.world import World
from pipeline.ledger.records import GONE, DraftRecord, Receipt, SendState
from pipeline.letters.sources import DraftRow
from pipeline.model import LETTER_EVENTS, Contact, Identity, LetterKind, Problem, Status
from pipeline.model.identity import letter_code, message_id, same_letter

_ATTEMPTS, _ORDINALS = 3, 12
_STATES = {Status.CHECK: SendState.CHECK, Status.SENT: SendState.ACCEPTED}
_SAID = "as the Drafts sheet says"


def restored(world: World) -> tuple[tuple[Receipt, ...], tuple[Problem, ...]]:
    """Believe the sheet, before anything overwrites it, or name the row that can't be told whose letter it is."""
    rows = [r for r in world.rows if r.status in _STATES and r.code and not r.copied and _is_news(r, world)]
    if not rows:
        return (), ()
    records = {**due_without_record(world), **world.state.drafts}
    receipts: list[Receipt] = []
    problems: list[Problem] = []
    for row in rows:
        record = records.get(row.code) or _identified(row, world)
        if record is None:
            problems.append(_unknown(world, row))
        elif not _in_history(record, row, world):
            receipts.append(_receipt(world, row, record))
    return tuple(receipts), tuple(problems)


def _is_news(row: DraftRow, world: World) -> bool:
    """Tell whether the ledger knows less than the row; the attempt that the user has released is no doubt any more."""
    known = world.state.receipt_with(row.code)
    if known is None or known.state is SendState.REFUSED:
        return known is None or row.status == Status.CHECK
    if known.state is SendState.RELEASED:
        return row.sent_on is not None and row.sent_on > known.on
    return False


def _receipt(world: World, row: DraftRow, record: DraftRecord) -> Receipt:
    contact = world.contact(record.contact_id)
    day = min(row.sent_on or world.today, world.today)
    return Receipt(
        replace(record.identity, name=contact.name if contact else record.name),
        _STATES[Status(row.status)],
        day,
        world.now,
        row.to,
        row.subject,
        str(contact.channel) if contact else "",
        detail_of(world, record),
        note=_SAID,
    )


def _in_history(record: DraftRecord, row: DraftRow, world: World) -> bool:
    """Look for the letter by its Message-ID, which another Workbook ID changes, and by its day."""
    kind = record.kind.event
    if any(
        e.kind is kind and (e.contact_id, e.date) == (record.contact_id, row.sent_on) for e in world.events
    ):
        return True
    gone = (r for r in world.state.receipts.values() if r.state in GONE)
    ids = [e.message_id for e in world.events if e.kind in LETTER_EVENTS] + [r.message_id for r in gone]
    return any(same_letter(i, record.message_id) for i in ids)


def _identified(row: DraftRow, world: World) -> DraftRecord | None:
    """Find whose letter a code is, though its step is not due now: the code follows from contact, event and occasion."""
    settings = world.settings
    for contact in world.contacts:
        if contact.email.casefold() != row.to.strip().casefold() or not contact.id:
            continue
        for kind in LetterKind:
            for occasion in _with_replaced(_occasions(contact, world)):
                codes = (letter_code(contact.id, kind.event, occasion, n) for n in range(_ATTEMPTS))
                if row.code in codes:
                    mid = message_id(settings.workbook_id, contact.id, kind.event, occasion, settings.email)
                    return DraftRecord(
                        Identity(row.code, contact.id, kind, occasion, mid, contact.name), "", ""
                    )
    return None


def _occasions(contact: Contact, world: World) -> Iterator[str]:
    """List what a letter to a contact may have been for: the first, an ordinal, a day, a person."""
    yield from (str(n) for n in range(1, _ORDINALS))
    days = {e.date for e in world.events if e.contact_id == contact.id}
    days |= {d for d in (contact.interview_on, contact.called_on, contact.replied_on) if d}
    yield from (d.isoformat() for d in sorted(days))
    yield from (c.id for c in world.contacts if c.referred_by)


def _with_replaced(occasions: Iterator[str]) -> Iterator[str]:
    """Add to each occasion the letters that replaced one that came back."""
    for occasion in occasions:
        yield from (occasion, *(f"{occasion}+{n}" for n in range(1, _ATTEMPTS)))


def _unknown(world: World, row: DraftRow) -> Problem:
    said = (
        f"Letter {row.code} stands here as {row.status}, and this computer doesn't know it. Look in your Sent folder, which may not "
        "keep what Remembered sends, or ask them: if it went, fill in its date in Contacts; then clear this row."
    )
    return at_row(world, row, "status", said)
