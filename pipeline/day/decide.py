"""Decide: from what was gathered to what is due, what the letters say, and what has to be written. No clock, no file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.campaign import campaign
from pipeline.day.gather import World, shown_text
from pipeline.ledger.records import GONE, DraftRecord, LedgerState, Receipt, SendState, digest
from pipeline.letters.compose import Desk, Wanted, by_address, want
from pipeline.letters.drafts import Review, Row, review
from pipeline.model import Action, Draft, EventKind, LetterKind, Problem, Severity, Status
from pipeline.model.texts import spelled
from pipeline.rules.agenda import Agenda, Places, plan_day
from pipeline.rules.due import Day
from pipeline.rules.history import NO_PAST, Past, letter_detail, pasts
from pipeline.sheets import writeback
from pipeline.sheets.dashboard import dashboard_edits
from pipeline.sheets.sorting import looks_partly_sorted
from pipeline.workbook import CellChange, Edit, NewRows


@dataclass(frozen=True, slots=True)
class Decision:
    """The day as it follows from what was gathered, and the writes that make it so."""

    world: World
    day: Day
    agenda: Agenda
    desk: Desk
    review: Review
    receipts: tuple[Receipt, ...]
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]

    @property
    def taken(self) -> dict[str, str]:
        """Return the requests of the Drafts sheet that have counted, by code, so that each counts once."""
        codes = {*self.review.taken, *(r.code for r in self.receipts)}
        before = self.world.state.taken
        return {
            r.code: before[r.code] if r.taken else r.asked
            for r in self.world.rows
            if r.taken or (r.asked and r.code in codes)
        }

    @property
    def actions(self) -> tuple[Action, ...]:
        """List what is due today or late, with what was exported."""
        return self.agenda.due()

    def draft_of(self, code: str) -> Draft | None:
        """Find a letter in review by its code."""
        return next((d for d in self.review.drafts if d.letter.code == code.upper()), None)


def decide(world: World) -> Decision:
    """Work out the day. Raises UserError (exit 4) where the workbook looks partly sorted."""
    looks_partly_sorted(world.contacts, world.events)
    mailbox = world.settings.send_through == "Gmail" or (
        world.settings.send_through != "Files" and bool(world.settings.imap_server)
    )
    by_hand, hand_problems = _sent_by_me(world, mailbox)
    state = replace(world.state, receipts={**world.state.receipts, **{r.message_id: r for r in by_hand}})
    past, agenda, desk = _plan(world, state, mailbox)
    day = desk.day
    wanted, exported = _exported_on_sheet(_limited(want(agenda.due(), desk), agenda, desk), world)
    done = review(
        wanted, world.files, {r.code: r for r in reversed(world.rows) if r.code and not r.copied}, desk
    )
    agenda = replace(agenda, actions=_marked(agenda.actions, done))
    sheet_problems = (*hand_problems, *_without_request(world, done))
    held = {p.row for p in sheet_problems}
    world = replace(world, rows=tuple(replace(r, held=True) if r.row in held else r for r in world.rows))
    problems = (*world.problems, *sheet_problems)
    notices = (*agenda.notices, *writeback.filled_in_again(world.contacts, past))
    edits = _edits(world, agenda, done, past, state, problems)
    return Decision(world, day, agenda, desk, done, (*by_hand, *exported), edits, problems, notices)


def _plan(world: World, state: LedgerState, mailbox: bool) -> tuple[Mapping[str, Past], Agenda, Desk]:
    day = Day(world.today, world.workdays, world.intervals, world.settings)
    past = pasts(world.contacts, world.events, world.news.values(), state.receipts.values(), world.today)
    unread = {p.contact_id for p in world.problems if p.contact_id and world.book.tables["History"].holds(p)}
    agenda = plan_day(world.contacts, past, day, _places(world, state), unread)
    desk = Desk(
        day,
        agenda.standings,
        {c.id: c for c in reversed(world.contacts)},
        agenda.people,
        by_address(world.contacts),
        state,
        world.templates,
        world.enclosure,
        mailbox,
    )
    return past, agenda, desk


def _edits(
    world: World,
    agenda: Agenda,
    done: Review,
    past: Mapping[str, Past],
    state: LedgerState,
    problems: Sequence[Problem],
) -> tuple[Edit, ...]:
    tables = world.book.tables
    by_row = {c.row: c for c in world.contacts}
    drafts = {(w.action.row, w.action.step): d for d in done.drafts if (w := done.wanted.get(d.letter.code))}
    sent = {r.code: r.on for r in state.receipts.values() if r.state in GONE and r.on == world.today}
    return (
        *writeback.contact_edits(tables["Contacts"], world.contacts, agenda, problems, world.news.values()),
        *writeback.history_edits(tables["History"], past),
        *writeback.today_edits(tables["Today"], agenda.due(), by_row, drafts),
        *writeback.draft_edits(tables["Drafts"], world.rows, writeback.draft_lines(done.drafts), sent),
        *_identity(world),
        *_dashboard(world, agenda),
    )


def _dashboard(world: World, agenda: Agenda) -> list[Edit]:
    if not world.book.dashboard.is_ours:
        return []
    found = campaign(
        world.contacts,
        world.events,
        world.settings,
        world.intervals,
        world.workdays,
        world.today,
        agenda.standings,
    )
    return dashboard_edits(world.book.dashboard, found, world.today)


def _identity(world: World) -> list[Edit]:
    """Give the workbook its ID, in a row of its own where that was deleted."""
    table, wanted = world.book.tables["Settings"], world.settings.workbook_id
    index = next(
        (
            i
            for i, name in enumerate(table.values("name"))
            if spelled(shown_text(name)) == spelled("Workbook ID")
        ),
        None,
    )
    if index is None:
        return [NewRows(table.sheet, ({table.header("name"): "Workbook ID", table.header("value"): wanted},))]
    if shown_text(table.cell("value", index)) == wanted:
        return []
    return [CellChange(table.sheet, table.row_number(index), table.found["value"] + 1, wanted)]


def _sent_by_me(world: World, mailbox: bool) -> tuple[tuple[Receipt, ...], tuple[Problem, ...]]:
    """Take up “Sent by me” first: what went is not due any more."""
    rows = [r for r in world.rows if r.request == "Sent by me"]
    records = world.state.drafts
    if any(r.code not in records for r in rows):
        records = {**_due_without_record(world, mailbox), **records}
    receipts: list[Receipt] = []
    problems: list[Problem] = []
    for row in rows:
        record = records.get(row.code)
        known = next((r for r in world.state.receipts.values() if r.code == row.code), None)
        if record is None and known is None:
            problems.append(
                _at(
                    world,
                    row,
                    "approve",
                    f"No letter {row.code} is in review. If it went, fill in its date in Contacts; clear this cell.",
                )
            )
        elif row.sent_on and row.sent_on > world.today:
            problems.append(
                _at(
                    world,
                    row,
                    "sent_on",
                    f"Sent on lies in the future ({row.sent_on}). Correct it; the letter counts as sent then.",
                )
            )
        elif known is None or known.state not in GONE:
            receipts.append(by_hand(world, row.code, row.sent_on or world.today, record))
    return tuple(receipts), tuple(problems)


def _due_without_record(world: World, mailbox: bool) -> dict[str, DraftRecord]:
    """Find letters that are due though the ledger, new to this workbook, has not seen them."""
    _, agenda, desk = _plan(world, world.state, mailbox)
    return {w.code: _record_of(w) for w in want(agenda.due(), desk)}


def _exported_on_sheet(wanted: list[Wanted], world: World) -> tuple[list[Wanted], list[Receipt]]:
    """Believe the Drafts sheet, or its file, that a letter was exported where the ledger, lost or on another computer, does not know it."""
    said = {
        r.code: (r.sent_on, "as the Drafts sheet says")
        for r in world.rows
        if r.status == Status.EXPORTED and r.sent_on
    }
    lying = {
        w.code: (world.ready[w.code], "its file lies in outbox/ready")
        for w in wanted
        if w.record is None and w.code in world.ready
    }
    days = lying | said
    unknown = {w.code: w for w in wanted if w.receipt is None and w.code in days}
    receipts = {
        code: replace(
            by_hand(world, code, min(days[code][0], world.today), _record_of(w)),
            state=SendState.EXPORTED,
            note=days[code][1],
        )
        for code, w in unknown.items()
    }
    return [replace(w, receipt=receipts[w.code]) if w.code in receipts else w for w in wanted], list(
        receipts.values()
    )


def _record_of(w: Wanted) -> DraftRecord:
    return DraftRecord(w.code, w.action.contact_id, w.kind, w.occasion, w.message_id, "")


def _without_request(world: World, done: Review) -> tuple[Problem, ...]:
    """A day in Sent on alone records nothing: ask, rather than let a letter go twice."""
    open_ = {d.letter.code for d in done.drafts if d.status is not Status.EXPORTED}
    return tuple(
        _at(
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
        and r.status not in (Status.EXPORTED, Status.SENT)
    )


def _at(world: World, row: Row, attr: str, message: str, severity: Severity = Severity.ERROR) -> Problem:
    table = world.book.tables["Drafts"]
    return Problem(table.where(attr, table.index_of(row.row)), table.header(attr), severity, message, row.row)


def by_hand(world: World, code: str, on: date, record: DraftRecord | None = None) -> Receipt:
    """Make the receipt of a letter that the user sent on their own."""
    known = next((r for r in world.state.receipts.values() if r.code == code), None)
    if known:
        return replace(known, state=SendState.BY_HAND, on=on, at=world.now)
    record = record or world.state.drafts[code]
    c = next((c for c in world.contacts if c.id == record.contact_id), None)
    file = world.files.get(code)
    people = {p.id: p.name for p in world.contacts}
    about = (
        [people[i] for i in record.occasion.split(",") if i in people]
        if record.kind is LetterKind.THANK_REFERRER
        else []
    )
    detail = letter_detail(record.kind, record.occasion, file.call_on if file else None, about)
    return Receipt(
        code,
        record.message_id,
        record.contact_id,
        c.name if c else "",
        record.kind,
        record.occasion,
        SendState.BY_HAND,
        on,
        world.now,
        file.to if file else "",
        file.subject if file else "",
        str(c.channel) if c else "",
        detail,
        digest(c.thank_them_for) if c else "",
        "sent by the user",
    )


def _places(world: World, state: LedgerState) -> Places:
    """Say what the daily goal has to leave room for (R12)."""
    approaches = [r for r in state.receipts.values() if r.kind.event is EventKind.APPROACH]
    gone = {r.contact_id for r in approaches if r.state in GONE and r.on == world.today}
    gone |= {c.id for c in world.contacts if c.approach_sent == world.today}
    gone |= {e.contact_id for e in world.events if e.kind is EventKind.APPROACH and e.date == world.today}
    exported = {r.contact_id: r.on for r in approaches if r.state is SendState.EXPORTED}
    gone |= {i for i, on in exported.items() if on == world.today}
    drafts = [d for d in state.drafts.values() if d.kind.event is EventKind.APPROACH]
    kept = {
        d.contact_id
        for d in drafts
        if d.code in state.approvals or ((f := world.files.get(d.code)) and f.digest != d.drafted)
    }
    asked = {r.code for r in world.rows if r.request == "Approve"}
    kept |= {d.contact_id for d in drafts if d.code in asked}
    skipping = {r.code for r in world.rows if r.request == "Skip"}
    skipped = {
        d.contact_id
        for d in drafts
        if d.code in skipping or (d.skipped_until and d.skipped_until > world.today)
    }
    return Places(len(gone), frozenset(kept), exported, frozenset(skipped))


def _limited(wanted: list[Wanted], agenda: Agenda, desk: Desk) -> list[Wanted]:
    """R11: only so many keep-in-touch notes are drafted a day, those already in review first."""
    notes = [w for w in wanted if w.kind is LetterKind.KEEP_IN_TOUCH]
    gone = sum(
        1
        for s in agenda.standings.values()
        if s.facts.past is not NO_PAST
        for e in s.facts.past.letters(EventKind.KEEP_IN_TOUCH)
        if e.date == agenda.today
    )
    notes.sort(key=lambda w: (w.record is None and w.receipt is None, w.action.due, w.action.row))
    kept = {w.code for w in notes[: max(desk.day.intervals.keep_per_day - gone, 0)]} | {
        w.code for w in notes if w.locked
    }
    return [w for w in wanted if w.kind is not LetterKind.KEEP_IN_TOUCH or w.code in kept]


def _marked(actions: Sequence[Action], done: Review) -> tuple[Action, ...]:
    """Show on each step that its letter was exported."""
    exported = {
        (w.action.row, w.action.step): d.sent_on
        for d in done.drafts
        if d.status is Status.EXPORTED and (w := done.wanted.get(d.letter.code))
    }
    return tuple(
        replace(a, exported_on=exported[(a.row, a.step)]) if (a.row, a.step) in exported else a
        for a in actions
    )
