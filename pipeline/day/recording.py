"""What happened, recorded: the commands and the page write an entry by the same function, into the same cells as Excel would."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline.day.apply import run_day
from pipeline.day.decide import Decision, by_hand
from pipeline.day.noting import LETTER_CELLS_SAID
from pipeline.day.putback import put_back
from pipeline.day.world import World
from pipeline.day.written import as_written
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Noted
from pipeline.model import Problem
from pipeline.model.came_in import command
from pipeline.model.errors import USAGE, UserError
from pipeline.sheets import schema
from pipeline.sheets.read import Book
from pipeline.workbook import backups
from pipeline.workbook.locks import Lock
from pipeline.workbook.replace import read_whole, refuse_if_protected
from pipeline.workbook.save import fingerprint


@dataclass(frozen=True, slots=True)
class Recorded:
    """How a recording ended: in the workbook, or kept until the program that has it open closes it.

    `problem` names the cell that says something else since; `before` and `after` are the workbook's bytes by their sha256.
    `lasting`: it counts beyond the workbook, and can't be taken back.
    `day` is what follows from it, where the written workbook need not be read for that.
    """

    entry: Noted
    open_in: Lock | None = None
    problem: Problem | None = None
    before: str = ""
    after: str = ""
    lasting: bool = False
    day: Decision | None = None


def lasts(entry: Noted) -> bool:
    """Tell whether an entry can't be taken back: what Drafts asks for counts in the ledger as soon as it is said."""
    return entry.sheet == schema.DRAFTS.name and any(value is not None for value in entry.cells.values())


def written_at_last(
    recorded: Sequence[Recorded], written: Collection[Noted], before: str, after: str
) -> list[Recorded]:
    """Note that entries that waited were written in one go: they can be taken back as one, the workbook's bytes being `before`.

    Not where others, of another window or command, were written along: they would go, too.
    """
    numbers = {e.number for e in written}
    waited = [r for r in recorded if r.entry.number in numbers]
    rest = [r for r in recorded if r.entry.number not in numbers]
    if not waited:
        return rest
    words = "; ".join(r.entry.words for r in waited)
    entry = waited[-1].entry._replace(words=words)
    lasting = len(waited) < len(numbers) or any(r.lasting for r in waited)
    return [*rest, Recorded(entry, before=before, after=after, lasting=lasting)]


def record(
    workbook: Path,
    today: date,
    now: datetime,
    ledger: Path,
    entry: Noted,
    *,
    read_before: Book | None = None,
    force: bool = False,
) -> Recorded:
    """Write an entry and what follows from it; while the workbook is open elsewhere, keep it for the next run.

    It is in the ledger first, so that a stop in between loses nothing. `read_before`: the workbook as it was, as for
    `gather`. Raises UserError as `run_day` does; then it is not kept.
    """
    refuse_if_protected(workbook)
    present = fingerprint(read_whole(workbook))
    with Ledger(ledger) as kept:
        entry = entry._replace(number=kept.keep(entry))
    try:
        done = run_day(workbook, today, now, force=force, read_before=read_before)
    except (UserError, OSError):  # it is told, and must not come true later, unseen
        _let_go(ledger, entry)
        raise
    if done.open_in is not None:
        return Recorded(entry, done.open_in, lasting=lasts(entry))
    if entry not in done.world.entered.settled and _waits(ledger, entry):
        _let_go(ledger, entry)
        problem = next(iter(done.world.entered.problems), None)
        return Recorded(entry, problem=problem)
    after = fingerprint(read_whole(workbook))
    return Recorded(entry, before=present, after=after, lasting=lasts(entry), day=as_written(done, now))


def _let_go(ledger: Path, entry: Noted) -> None:
    with Ledger(ledger) as kept:
        kept.let_go([entry])


def _waits(ledger: Path, entry: Noted) -> bool:
    """Tell whether an entry is still in the ledger after a run; with a new person, a second run saw none of it."""
    with Ledger(ledger) as kept:
        return any(e.number == entry.number for e in kept.state().entries)


def take_back(workbook: Path, today: date, now: datetime, world: World, done: Recorded) -> str:
    """Undo a recording: one that waits is forgotten, one in the workbook is put back as it was, byte for byte.

    Return what was done, in a sentence. Raises UserError where the workbook has changed since, or is open.
    """
    if any(e.number == done.entry.number for e in world.state.entries):
        _let_go(world.ledger_path, done.entry)
        still = " What it asked for counts: change it at the letter." if done.lasting else ""
        return f"Taken back: {done.entry.words}. The workbook never had it.{still}"
    if done.lasting:
        raise UserError(
            f"{done.entry.words}: this counts beyond the workbook, or was written along with what was recorded elsewhere. "
            "Change it at the letter, or in the cell."
        )
    place = world.place
    if fingerprint(read_whole(workbook)) != done.after:
        raise UserError(
            f"{workbook.name} was changed since, so it can't be put back as it was before. Correct the cells there, or here."
        )
    earlier = (
        b for b in backups.backups_of(workbook, place.backups) if fingerprint(read_whole(b)) == done.before
    )
    which = next(earlier, None)
    if which is None:
        raise UserError(
            f"The backup from before is gone from {place.backups}. Correct the cells in {workbook.name}."
        )
    put_back(workbook, today, now, which=which, meant=True)
    return f"Taken back: {done.entry.words}. {workbook.name} is as it was."


def letter_went(decision: Decision, contact_id: str, name: str, on: date) -> None:
    """Record that the user sent, or posted, the one letter in review to a contact. Raises UserError (exit 2) where it isn't one."""
    letters = [d.letter for d in decision.review.drafts if d.letter.contact_id == contact_id]
    if not letters:
        raise UserError(
            f"{name} has no letter in review. Of one that went without this program, type the day into {LETTER_CELLS_SAID}.",
            exit_code=USAGE,
        )
    if len(letters) > 1:
        raise UserError(
            f"{name} has {len(letters)} letters in review; say which with: {command('resolve', 'CODE', 'sent')}",
            exit_code=USAGE,
        )
    with Ledger(decision.world.ledger_path) as ledger:
        ledger.record(by_hand(decision.world, letters[0].code, on))
