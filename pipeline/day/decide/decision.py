"""From what was gathered to what is due, what the letters say, and what has to be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from pipeline.campaign.fields import FieldRecord, ask
from pipeline.day.decide.edits import edits_of
from pipeline.day.decide.handedout import changed_since
from pipeline.day.decide.limits import in_review
from pipeline.day.decide.mailbox import mailbox_problems
from pipeline.day.decide.older import looked_back, older_problems
from pipeline.day.decide.plan import plan
from pipeline.day.decide.progress import fields_on_sheet
from pipeline.day.decide.requests import exported_elsewhere, sent_by_me, typed_and_back, without_request
from pipeline.day.decide.restoring import restored
from pipeline.day.world import World
from pipeline.ledger.records import GONE, Receipt
from pipeline.letters.compose import Desk, want
from pipeline.letters.drafts import InReview, review
from pipeline.letters.voicing import with_voices
from pipeline.model import Action, Draft, Problem, Severity, Status
from pipeline.model.errors import UserError
from pipeline.rules.agenda import Agenda
from pipeline.rules.history import Past
from pipeline.rules.ruling import Day
from pipeline.rules.steps import STEPS
from pipeline.sheets import writeback
from pipeline.sheets.whose.sorting import sorting_sentence
from pipeline.workbook import Edit


class Decision(NamedTuple):
    """The day as it follows from what was gathered, and the writes that make it so."""

    world: World
    day: Day
    agenda: Agenda
    desk: Desk
    review: InReview
    receipts: tuple[Receipt, ...]
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]
    fields: tuple[FieldRecord, ...] = ()
    fault: UserError | None = None
    """Why nothing of it may be recorded or written: it can only be shown."""
    told: Mapping[str, str] = MappingProxyType({})
    """What History tells once this is written, by ID, to be remembered."""

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
    def to_correct(self) -> tuple[Problem, ...]:
        """List the problems that no notice tells already, the errors first."""
        told = (p for p in self.problems if p.message not in self.notices)
        return tuple(sorted(told, key=lambda p: p.severity is not Severity.ERROR))

    @property
    def gone(self) -> frozenset[str]:
        """Return the codes of the letters that are known to be sent."""
        latest = {r.code: r.state for r in (*self.world.state.receipts.values(), *self.receipts)}
        return frozenset(code for code, state in latest.items() if state in GONE)

    @property
    def actions(self) -> tuple[Action, ...]:
        """List what is due today or late, on a day off what the next business day brings too, with what was exported."""
        return self.agenda.at_hand()

    @property
    def has_sheets(self) -> bool:
        """Tell whether the day has a call or an interview to prepare."""
        return any(STEPS[a.step].on_paper for a in self.actions)

    def draft_of(self, code: str) -> Draft | None:
        """Find a letter in review by its code."""
        return next((d for d in self.review.drafts if d.letter.code == code.upper()), None)


def decide(world: World, *, show_anyway: bool = False) -> Decision:
    """Work out the day. Raises UserError (exit 4) where the workbook looks partly sorted.

    With `show_anyway` that is the decision's `fault`.
    """
    fault = UserError(sorting_sentence(world.astray)) if world.astray else None
    if fault is not None and not show_anyway:
        raise fault
    by_hand, hand_problems = sent_by_me(world)
    known_elsewhere, doubtful = restored(world)
    told = {r.message_id: r for r in (*known_elsewhere, *typed_and_back(world), *by_hand)}
    state = world.state._replace(receipts={**world.state.receipts, **told})
    past, agenda, desk = plan(world, state)
    older = looked_back(world, past, agenda, state)
    desk = desk._replace(older=older.warnings())
    wanted, exported = exported_elsewhere(
        in_review(want((*agenda.at_hand(), *agenda.put_off()), desk), agenda, world), world, older
    )
    desk = with_voices(wanted, desk)
    done = review(wanted, world.files, world.rows_by_code, desk)
    agenda = agenda._replace(actions=_marked(agenda.actions, done))
    sheet_problems = (*hand_problems, *doubtful, *without_request(world, done))
    world = _holding(world, sheet_problems)
    out = {**state.receipts, **{r.message_id: r for r in exported}}
    mailbox = mailbox_problems(world, state._replace(receipts=out))
    changed = changed_since(done, world.book.tables["Contacts"], desk, out)
    problems = (*world.problems, *sheet_problems, *mailbox, *changed, *older_problems(older, world))
    fields = fields_on_sheet(world, agenda.standings)
    notices = _notices(world, agenda, mailbox, fields, past)
    edits = (
        (*world.entered.edits, *edits_of(world, agenda, done, past, state, problems, mailbox, fields))
        if fault is None
        else ()
    )
    receipts = (*told.values(), *exported)
    return Decision(
        world, desk.day, agenda, desk, done, receipts, edits, problems, notices, fields, fault, older.told
    )


def _notices(
    world: World,
    agenda: Agenda,
    mailbox: Sequence[Problem],
    fields: Sequence[FieldRecord],
    past: Mapping[str, Past],
) -> tuple[str, ...]:
    return (
        *filter(None, [agenda.day_off]),
        *(p.message for p in mailbox),
        *agenda.notices,
        *(ask(f) for f in fields if f.asks),
        *world.strays,
        *writeback.filled_in_again(world.contacts, past),
        *writeback.replies_undone(past),
    )


def _holding(world: World, problems: Sequence[Problem]) -> World:
    """Leave rows of the Drafts sheet as they are where something in them is still to be corrected."""
    held = {p.row for p in problems}
    return world._replace(rows=tuple(r._replace(held=True) if r.row in held else r for r in world.rows))


def _marked(actions: Sequence[Action], done: InReview) -> tuple[Action, ...]:
    """Show on each step that its letter was exported."""
    letters = done.by_step
    return tuple(
        a._replace(exported_on=d.sent_on)
        if (d := letters.get((a.row, a.step))) and d.status is Status.EXPORTED
        else a
        for a in actions
    )
