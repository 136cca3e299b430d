"""What the user says on the Drafts sheet, apart from approving and skipping: what went, and what was exported elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.day.decide.older import Older, written_by_hand
from pipeline.day.decide.plan import past_of, plan
from pipeline.day.world import World
from pipeline.ledger.records import FREE, GONE, DraftRecord, Receipt, SendState, digest
from pipeline.letters.compose import Wanted, want
from pipeline.letters.drafts import InReview
from pipeline.letters.sources import DraftRow
from pipeline.model import EventKind, Problem, Severity, Status, people_by_id
from pipeline.model.identity import same_letter
from pipeline.rules.details import letter_detail, met_through
from pipeline.rules.history import typed_before

# Days after which a letter still in review was hardly sent: the usual slip is last year's number.
_LONG_AGO = 90


def sent_by_me(world: World) -> tuple[tuple[Receipt, ...], tuple[Problem, ...]]:
    """Take up “Sent by me” first: what went is not due any more."""
    rows = [r for r in world.rows if r.request == "Sent by me"]
    records = world.state.drafts
    if any(r.code not in records for r in rows):
        records = {**due_without_record(world), **records}
    receipts: list[Receipt] = []
    problems: list[Problem] = []
    for row in rows:
        record = records.get(row.code)
        known = world.state.receipt_with(row.code)
        if record is None and known is None:
            problems.append(
                at_row(
                    world,
                    row,
                    "approve",
                    f"No letter {row.code} is in review. If it went, fill in its date in Contacts; clear this cell.",
                )
            )
        elif row.sent_on and (fault := _unlikely(row.sent_on, world.today)):
            problems.append(at_row(world, row, "sent_on", fault))
        elif known is None or known.state not in GONE:
            receipts.append(by_hand(world, row.code, row.sent_on or world.today, record))
    return tuple(receipts), tuple(problems)


def typed_and_back(world: World) -> tuple[Receipt, ...]:
    """Take an exported letter whose date was typed, and that came back since, for one that the user sent (R14)."""
    back = [e.message_id for e in (*world.events, *world.unwritten) if e.kind is EventKind.BOUNCE]
    receipts = world.state.receipts.values() if any(back) else ()
    found = []
    for r in receipts:
        if r.state is SendState.EXPORTED and any(same_letter(r.message_id, b) for b in back):
            c = world.contact(r.contact_id)
            typed = typed_before(r, past_of(world, c).events) if c else None
            found += [by_hand(world, r.code, typed.date)] if typed else []
    return tuple(found)


def _unlikely(sent_on: date, today: date) -> str:
    """Say why a letter that is in review today did not go on that day; a wrong year is the usual slip."""
    if sent_on > today:
        return f"Sent on lies in the future ({sent_on}). Correct it; the letter counts as sent then."
    if (today - sent_on).days > _LONG_AGO:
        return (
            f"Sent on is {sent_on}, over {_LONG_AGO} days ago. Correct the year here, or clear this row's "
            "Approve and fill in the date in Contacts."
        )
    return ""


def due_without_record(world: World) -> dict[str, DraftRecord]:
    """Find letters that are due though the ledger, new to this workbook, has not seen them."""
    _, agenda, desk = plan(world, world.state)
    return {w.code: _record_of(w) for w in want(agenda.at_hand(), desk)}


def exported_elsewhere(
    wanted: list[Wanted], world: World, older: Older
) -> tuple[list[Wanted], list[Receipt]]:
    """Believe the Drafts sheet, or its file, that a letter was exported where the ledger, lost or on another computer, does not know it.

    One that lies among those that went may have gone: the ledger and the workbook are older than the outbox. One that an older
    workbook lacks, and that the user had sent on their own, is asked about.
    """
    said = {
        r.code: (r.sent_on, SendState.EXPORTED, "as the Drafts sheet says")
        for r in world.rows
        if r.status == Status.EXPORTED and r.sent_on
    }
    lying = {
        w.code: (world.ready[w.code], SendState.EXPORTED, "its file lies in outbox/ready")
        for w in wanted
        if w.record is None and w.code in world.ready
    }
    gone = {
        code: (day, SendState.CHECK, "its file lies in outbox/sent") for code, day in world.put_away.items()
    }
    told = {w.code: (one[0], SendState.HELD, one[1]) for w in wanted if (one := written_by_hand(w, older))}
    known = gone | lying | said | told
    unknown = {
        w.code: w
        for w in wanted
        if w.code in known and (w.receipt is None or (w.code in told and w.receipt.state in FREE))
    }
    receipts = {code: _elsewhere(world, w, *known[code]) for code, w in unknown.items()}
    return [replace(w, receipt=receipts[w.code]) if w.code in receipts else w for w in wanted], list(
        receipts.values()
    )


def _elsewhere(world: World, w: Wanted, day: date, state: SendState, note: str) -> Receipt:
    receipt = by_hand(world, w.code, min(day, world.today), _record_of(w))
    return replace(receipt, state=state, note=note)


def _record_of(w: Wanted) -> DraftRecord:
    return DraftRecord(w.identity, "", "")


def without_request(world: World, done: InReview) -> tuple[Problem, ...]:
    """A day in Sent on alone records nothing: ask, rather than let a letter go twice."""
    open_ = {d.letter.code for d in done.drafts if d.status is not Status.EXPORTED}
    return tuple(
        at_row(
            world,
            r,
            "approve",
            f"Sent on says {r.sent_on}. If letter {r.code} went, choose “Sent by me” here; if not, clear Sent on.",
            Severity.WARNING,
        )
        for r in world.rows
        if r.sent_on
        and not r.request
        and not r.held
        and r.code in open_
        and r.status not in (Status.EXPORTED, Status.SENT, Status.CHECK)
    )


def at_row(
    world: World, row: DraftRow, attr: str, message: str, severity: Severity = Severity.ERROR
) -> Problem:
    """Make a problem of a cell of the Drafts sheet."""
    table = world.book.tables["Drafts"]
    return Problem(table.where(attr, table.index_of(row.row)), table.header(attr), severity, message, row.row)


def by_hand(world: World, code: str, on: date, record: DraftRecord | None = None) -> Receipt:
    """Make the receipt of a letter that the user sent on their own."""
    if known := world.state.receipt_with(code):
        return replace(known, state=SendState.BY_HAND, on=on, at=world.now)
    record = record or world.state.drafts[code]
    c, file = world.contact(record.contact_id), world.files.get(code)
    return Receipt(
        replace(record.identity, name=c.name if c else ""),
        SendState.BY_HAND,
        on,
        world.now,
        file.to if file else "",
        file.subject if file else "",
        str(c.channel) if c else "",
        detail_of(world, record),
        digest(c.thank_them_for) if c else "",
        "sent by the user",
    )


def detail_of(world: World, record: DraftRecord) -> str:
    """Write what History will keep of a letter of which a record alone tells."""
    file, met = world.files.get(record.code), met_through(record, people_by_id(world.contacts))
    return letter_detail(record.kind, record.occasion, file.call_on if file else None, met)
