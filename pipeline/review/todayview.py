"""Today's lines: each step with what can be recorded of it at once (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from pipeline.ledger.records import Noted
from pipeline.model import Action, Contact, Step
from pipeline.review.listing import Item, Listing, about, step_key
from pipeline.review.outcomes import Outcome, allowed, outcomes_of, possible
from pipeline.review.people import in_row, page_key, person_key, person_shown
from pipeline.review.sentences import readable, short_day
from pipeline.rules.cellnames import address_beside, organization_beside
from pipeline.rules.replies import asked_rest
from pipeline.sheets import schema
from pipeline.sheets.entries import event_in, id_of_new, row_of
from pipeline.sheets.writeback import differing

if TYPE_CHECKING:
    from pipeline.day.decide import Decision

MOST_OUTCOMES = 4
"""Outcomes beside a line of Today; of more, those that need no more than a button."""


class TodayLine(NamedTuple):
    """A step on Today. `outcomes` stand beside it; `onward` leads to more, `label` names that, blank where there is none.

    `named`: whom somebody named, and who may be left out.
    """

    item: Item
    key: str
    shown: str
    source: str
    outcomes: tuple[Outcome, ...]
    onward: str
    label: str
    named: str = ""


class TodayGroup(NamedTuple):
    title: str
    lines: tuple[TodayLine, ...]


def groups_of(decision: Decision, found: Listing) -> tuple[TodayGroup, ...]:
    """Lay out the steps without a letter, in the list's order."""
    actions = {step_key(a): a for a in decision.actions}
    return tuple(
        TodayGroup(group.title, tuple(_line(i, actions.get(i.key), decision) for i in group.items))
        for group in found.steps
    )


class NewReply(NamedTuple):
    """Whose reply is to be answered, and by when: they wrote, though nothing is due yet."""

    key: str
    name: str
    organization: str
    why: str
    due: str


def new_replies(decision: Decision) -> tuple[NewReply, ...]:
    """List the replies whose answer is due on a later day (R6): who looks on the day itself sees them, too."""
    today, due = decision.world.today, {a.contact_id for a in decision.actions}
    standings = ((c, decision.agenda.standings[c.row]) for c in decision.world.contacts if c.id not in due)
    return tuple(
        NewReply(
            page_key(decision, c),
            c.name,
            c.organization,
            readable(step.why, today),
            short_day(step.due, today),
        )
        for c, (facts, _, step) in standings
        if step is not None and step.step is Step.ANSWER_REPLY and step.due > today
        if not (facts.answered and facts.replied and facts.answered >= facts.replied)
    )


class WaitingEntry(NamedTuple):
    """What was recorded and is not in the workbook yet; `instead`: what its cell says since, else blank."""

    number: int
    words: str
    instead: str


def waiting_entries(decision: Decision) -> tuple[WaitingEntry, ...]:
    """List what waits for the workbook, each that its cell contradicts with what stands there."""
    world = decision.world
    unsettled = [e.number for e in world.state.entries if e not in world.entered.settled]
    said = [p.message.partition(", and you recorded")[0].rstrip(".") for p in world.entered.problems]
    instead = dict(zip(unsettled, said, strict=False))  # each of them has one problem, in their order
    return tuple(
        WaitingEntry(
            e.number, readable(e.words, world.today), readable(instead.get(e.number, ""), world.today)
        )
        for e in world.state.entries
    )


def held_no_more(decision: Decision, entry: Noted) -> bool:
    """Tell whether the workbook holds nothing any more of what was recorded: an older file was laid over it, say."""
    if entry.sheet == schema.HISTORY.name:
        told = event_in(entry)
        return all(
            (e.contact_id, e.kind, e.date) != (told.contact_id, told.kind, told.date)
            for e in decision.world.events
        )
    table = decision.world.book.tables.get(entry.sheet)
    key = entry.key or id_of_new(entry.cells)
    index = row_of(table, entry.sheet, key) if table else None
    if table is None or index is None:
        return True
    return bool(entry.key) and len(differing(table, index, entry.cells)) == len(entry.cells) > 0


def lacking_more(decision: Decision, found: Listing, without_why: Sequence[Contact]) -> tuple[Item, ...]:
    """List the blocked letters in which more than a Why is missing, late ones and thanks first: a Why has its own line."""
    waiting = {c.id for c in without_why}
    of = {d.letter.code: d.letter.contact_id for d in decision.review.drafts}
    return tuple(i for i in found.lacking() if of[i.key] not in waiting)


def _line(item: Item, action: Action | None, decision: Decision) -> TodayLine:
    c = in_row(decision, action.row) if action else None
    if action is None or c is None:
        return TodayLine(item, "", "", item.key, (), item.href, "Open")
    of_step = outcomes_of(action.step, asked_rest=asked_rest(decision.agenda.standings[c.row].facts))
    outcomes = possible(allowed(of_step, c.without), c, decision.world.today)
    onward, label, named = item.href, "" if outcomes else "Open", ""
    if action.step is Step.ADD_REFERRAL:
        onward, label = adding(action, decision)
        named = action.about[0]
    if len(outcomes) > MOST_OUTCOMES:
        outcomes, label = tuple(o for o in outcomes if not o.asks), "More …"
    return TodayLine(item, page_key(decision, c), person_shown(c), item.key, outcomes, onward, label, named)


def adding(action: Action, decision: Decision) -> tuple[str, str]:
    """Say where somebody named is added; who is in Contacts already lacks only Referred by."""
    name = action.about[0] if action.about else ""
    known = about(action, decision)
    if known is not None:
        return f"/contact/{page_key(decision, known)}?cell=referred_by#cell", "Fill in Referred by"
    giver = decision.desk.contacts.get(action.contact_id)
    asked = {"by": person_key(action.contact_id), "name": name}
    if giver and (email := address_beside(name, giver.referrals_given)):
        asked["email"] = email
    if giver and (organization := organization_beside(name, giver.referrals_given)):
        asked["at"] = organization
    return f"/person?{urlencode(asked)}", "Add to Contacts"
