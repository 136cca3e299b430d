"""Apply: what was decided goes into the ledger, then the outbox, then the workbook, so that a stop in between loses nothing.

What is taken away goes last: a day that could not be written, and what was to be recorded with it, costs no letter.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.day.belonging import Unanswered, belong_here, doubt_about, new_id
from pipeline.day.decide import Decision, decide
from pipeline.day.decide.older import said_as_put_back
from pipeline.day.gather import gather
from pipeline.day.waiting import into_outbox, out_of_outbox
from pipeline.day.worklog import LOG
from pipeline.day.world import World
from pipeline.ledger.faults import LedgerFault
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import SendState
from pipeline.letters import outbox
from pipeline.model.errors import UserError
from pipeline.rules.heldsaid import until_written
from pipeline.rules.told import brought_by_mail
from pipeline.sheets.read import Book
from pipeline.workbook.backups import let_go
from pipeline.workbook.locks import Lock, find_lock, refuse_if_open
from pipeline.workbook.replace import read_whole
from pipeline.workbook.save import ChangedMeanwhile, save

TRIES = 3
_log = logging.getLogger(LOG)


class Done(NamedTuple):
    """A day applied: whether the workbook was written, or who has it open, or why it can't be.

    `sha256` is of the file as written last, "" where it was not.
    """

    decision: Decision
    written: bool
    open_in: Lock | None = None
    fault: UserError | None = None
    sha256: str = ""

    @property
    def world(self) -> World:
        """Return what it was decided from."""
        return self.decision.world


class _Manner(NamedTuple):
    """How a day is applied: past a lock file left behind; in the workbook or not at all; shown where it can't be written."""

    force: bool
    must_write: bool
    show_anyway: bool


def run_day(
    workbook: Path,
    today: date,
    now: datetime,
    *,
    force: bool = False,
    must_write: bool = False,
    before: Callable[[World], bool] | None = None,
    show_anyway: bool = False,
    is_copy: Callable[[str], bool] | None = None,
    read_before: Book | None = None,
) -> Done:
    """Gather, decide and apply; where the workbook changed meanwhile, begin anew with what it says now.

    `before` may look elsewhere first, and says whether it learned anything.
    `is_copy` asks the user whether the workbook is a copy, to go on with a ledger of its own; without it Unanswered is raised.
    `read_before`: the workbook as it was, as for `gather`.
    With `show_anyway` a workbook that can't be written, or must not be, is told in what is returned, so that the day can be shown.

    Raises UserError (exit 4) where it can't be read, or can't be written and `must_write` is set.
    """
    if must_write:
        refuse_if_open(workbook, force=force)
    try:
        manner = _Manner(force, must_write, show_anyway)
        return _run(workbook, today, now, manner, before, is_copy, read_before)
    except LedgerFault as fault:
        if not show_anyway:
            raise
        return _only_shown(workbook, today, now, fault, read_before)


def _run(
    workbook: Path,
    today: date,
    now: datetime,
    manner: _Manner,
    before: Callable[[World], bool] | None,
    is_copy: Callable[[str], bool] | None,
    read_before: Book | None,
) -> Done:
    own_id = ""
    for attempt in range(TRIES):
        world = gather(workbook, today, now, workbook_id=own_id, read_before=read_before)
        read_before = world.as_saved or read_before
        try:
            given = _own_id(world, is_copy) if attempt == 0 else ""
        except Unanswered as fault:
            if not manner.show_anyway:
                raise
            return _only_shown(workbook, today, now, fault, read_before)
        if given:
            own_id = given
            world = gather(workbook, today, now, workbook_id=own_id, read_before=read_before)
        if _settle_open_ends(world) | (before is not None and before(world)):
            world = gather(workbook, today, now, workbook_id=own_id, read_before=read_before)
        before = None
        decision = decide(world, show_anyway=manner.show_anyway)
        done = _applied(decision, manner, last=attempt == TRIES - 1)
        if done is not None:
            again = done.written and world.entered.new_people
            return _with_new_people(workbook, today, now, force=manner.force) if again else done
    raise AssertionError("unreachable")


def _only_shown(
    workbook: Path, today: date, now: datetime, fault: UserError, read_before: Book | None
) -> Done:
    """Show the day, and write nothing of it anywhere: what was approved or sent nobody knows now."""
    world = gather(workbook, today, now, without_ledger=True, read_before=read_before)
    return Done(decide(world), False, fault=fault)


def _applied(decision: Decision, manner: _Manner, *, last: bool) -> Done | None:
    """Write ledger, outbox and workbook; None where the workbook changed meanwhile and this was not the `last` try."""
    if decision.fault is not None:
        return Done(decision, False, fault=decision.fault)
    place = decision.world.place
    into_ledger(decision)
    _note(decision)
    try:
        decision = into_outbox(decision)
    except UserError as fault:
        if not manner.show_anyway:
            raise
        return Done(decision, False, fault=fault)
    outbox.put_away(place.ready, place.sent, decision.gone)
    lock = None if manner.force else find_lock(place.workbook)
    if lock is not None and not manner.must_write:
        _log.info("not written: the workbook is open")
        return Done(take_away(decision, written=False), False, lock)
    done = _written(decision, manner, last=last)
    if done is None:
        return None
    return done._replace(decision=take_away(done.decision, written=done.fault is None))


def _written(decision: Decision, manner: _Manner, *, last: bool) -> Done | None:
    """Write the workbook; None where it changed meanwhile and this was not the `last` try."""
    try:
        sha256 = write_back(decision, force=manner.force)
    except ChangedMeanwhile:
        if last:
            raise
        return None
    except LedgerFault:
        raise
    except UserError as fault:
        if not manner.show_anyway:
            raise
        return Done(decision, False, fault=fault)
    return Done(decision, bool(sha256), sha256=sha256)


def _with_new_people(workbook: Path, today: date, now: datetime, *, force: bool) -> Done:
    """Work the day out once more for rows that were added just now; to the user both writes are one."""
    between = read_whole(workbook)
    done = run_day(workbook, today, now, force=force)
    if done.written:
        let_go(workbook, done.world.place.backups, between)
    return done._replace(written=True)


def _own_id(world: World, is_copy: Callable[[str], bool] | None) -> str:
    """Ask about a workbook that may be a copy; give a copy an ID of its own, "" to go on as it is."""
    doubt = doubt_about(world)
    if doubt is None:
        return ""
    if is_copy is None:
        raise Unanswered(doubt)
    return new_id() if is_copy(doubt.question) else ""


def _note(decision: Decision) -> None:
    status = Counter(str(d.status) for d in decision.review.drafts)
    _log.info(
        "day: %d contacts, %d steps due, %d problems, %d cells or rows to write; letters: %s",
        len(decision.world.contacts),
        len(decision.actions),
        len(decision.problems),
        len(decision.edits),
        ", ".join(f"{n} {said}" for said, n in status.items()) or "none",
    )


def _settle_open_ends(world: World) -> bool:
    """Settle what a sender that was stopped left open; tell whether anything was."""
    states = {r.state for r in world.state.receipts.values()}
    if not states & {SendState.SENDING, SendState.DOT, SendState.EXPORTING}:
        return False
    from pipeline.day.exporting import settle_exports
    from pipeline.mail.doubt import recover

    with Ledger(world.ledger_path) as ledger:
        recover(ledger, None, world.now)
        settle_exports(world, ledger)
    return True


def into_ledger(decision: Decision) -> None:
    """Record drafts, requests and approvals; what is shown on the sheet is recorded once it is written there.

    What falls away is left to `take_away`.
    """
    state, done = decision.world.state, decision.review
    before = [
        replace(r, shown=state.drafts[r.code].shown if r.code in state.drafts else "") for r in done.records
    ]
    changed = [r for r in before if state.drafts.get(r.code) != r]
    taken = decision.taken
    voices = {code: v for code, v in decision.desk.voices.items() if code not in state.voices}
    held_said = until_written(decision.world.held_said, state.held_said)
    if (taken, held_said) == (state.taken, state.held_said) and not (
        changed or done.approvals or decision.receipts or voices
    ):
        return
    with Ledger(decision.world.ledger_path) as ledger, ledger.transaction():
        for receipt in decision.receipts:
            ledger.record(receipt)
        ledger.give_voices(voices)
        ledger.remember(changed)
        for code, sha256 in done.approvals:
            ledger.approve(code, sha256, decision.world.now)
        ledger.take(taken)
        ledger.remember_held(held_said)


def take_away(decision: Decision, *, written: bool) -> Decision:
    """Forget approvals that fell away and letters that are no longer due, with their files; give the decision back as far as it came true.

    Nothing goes as long as something recorded waits to be `written` into the workbook: it may be let go yet.
    """
    world, done = decision.world, decision.review
    if world.entered.waits and not written:
        return decision
    if done.dropped or done.revoked:
        # What the sheet goes on showing stays known: a letter that comes back is not what that row says.
        shown = set() if written else {r.code for r in world.rows}
        kept = [code for code in done.dropped if code in shown]
        with Ledger(world.ledger_path) as ledger, ledger.transaction():
            ledger.drop(code for code in done.dropped if code not in shown)
            for code in (*done.revoked, *kept):
                ledger.revoke(code)
    return out_of_outbox(decision)


def write_back(decision: Decision, *, force: bool) -> str:
    """Write the differing cells, then remember what the sheet shows; give the written file's sha256, "" where none was.

    Raises UserError (exit 4).
    """
    world = decision.world
    written = save(
        world.book.path,
        decision.edits,
        read_sha256=world.book.sha256,
        backups=world.place.backups,
        now=world.now,
        force=force,
        package=world.book.package,
    )
    _log.info("the workbook was %s", "written" if written else "as it should be")
    shown = [r for r in decision.review.records if world.state.drafts.get(r.code) != r]
    with Ledger(world.ledger_path) as ledger, ledger.transaction():
        belong_here(world, ledger)
        if decision.told != world.state.told:
            ledger.remember_told(decision.told)
        if world.held_said != world.state.held_said:
            ledger.remember_held(world.held_said)
        if shown or world.news or decision.taken or world.entered.settled:
            ledger.let_go(world.entered.settled)
            ledger.remember(shown)
            ledger.drop_news(n for n, e in world.news.items() if e.contact_id not in world.taken_over)
            ledger.take({})
    return written


def after_undo(workbook: Path, today: date, now: datetime, *, meant: bool) -> None:
    """Take the sheet's rows, as they were put back, for what was shown: nothing on them is an edit or a request anew.

    Nor is what History says otherwise than the version that is gone a correction of the user's.
    `meant`: what the user had recorded was to go with it.
    """
    world = gather(workbook, today, now)
    if not world.ledger_path.exists():
        return
    rows = [r for r in world.rows if r.code in world.state.drafts and not r.copied]
    with Ledger(world.ledger_path) as ledger, ledger.transaction():
        ledger.remember_held(said_as_put_back(world))
        if meant:
            ledger.remember_told(brought_by_mail(world.state.told))
        ledger.remember([replace(world.state.drafts[r.code], shown=r.digest) for r in rows])
        ledger.take(
            {
                r.code: world.state.taken[r.code] if r.taken else r.asked
                for r in world.rows
                if r.asked or r.taken
            }
        )
