"""The day's list: letters grouped by step with late ones first, then calls, interviews, replies and the rest (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from pipeline.ledger.records import digest
from pipeline.model import Action, Contact, Draft, Finding, Level, Status, Step
from pipeline.model.texts import spelled
from pipeline.review import sentences
from pipeline.review.people import cell_of_finding, place_of
from pipeline.rules.steps import STEPS
from pipeline.rules.wording import counted, first_part
from pipeline.sheets.schema import CONTACTS

if TYPE_CHECKING:
    from pipeline.day.decide import Decision

OPEN = frozenset({Status.TO_REVIEW, Status.BLOCKED, Status.FAILED})
ASKED = frozenset({Status.EXPORTED, Status.CHECK})
_CALLS_FIRST = (Step.CALL, Step.PREPARE_INTERVIEW, Step.ANSWER_REPLY)


class Item(NamedTuple):
    """One line of the list. `mark` is the look, `told` the words: no meaning is by color alone."""

    key: str
    href: str
    name: str
    organization: str
    why: str
    late: int
    lateness: str
    mark: str
    told: str
    waits: bool = False
    lacks: bool = False


class Group(NamedTuple):
    title: str
    items: tuple[Item, ...]

    @property
    def late(self) -> int:
        """Return the days by which the latest of them is late."""
        return max(i.late for i in self.items)


class Listing(NamedTuple):
    """The whole list, letters apart from the other steps."""

    letters: tuple[Group, ...]
    steps: tuple[Group, ...]
    decided: int
    total: int
    approved: int

    @property
    def items(self) -> tuple[Item, ...]:
        """List every line in the order shown."""
        return tuple(i for g in (*self.letters, *self.steps) for i in g.items)

    def at(self, key: str) -> int | None:
        """Find a line's place."""
        return next((n for n, i in enumerate(self.items) if i.key == key), None)

    def first(self) -> Item | None:
        """Return where to begin: the first letter that waits, else the first line."""
        return next((i for i in self.items if i.waits), self.items[0] if self.items else None)

    def after(self, key: str) -> Item | None:
        """Return the next letter that waits; past the last one, None."""
        here = self.at(key)
        return next((i for i in self.items[(-1 if here is None else here) + 1 :] if i.waits), None)

    def open_letters(self) -> tuple[Item, ...]:
        """List the letters that still wait."""
        return tuple(i for i in self.items if i.waits)

    def to_read(self) -> tuple[Item, ...]:
        """List the letters that can be approved."""
        return tuple(i for i in self.open_letters() if not i.lacks)

    def asked(self) -> tuple[Item, ...]:
        """List the letters of which only the user knows whether they went."""
        return tuple(i for g in self.letters for i in g.items if i.mark == "asked")

    def lacking(self) -> tuple[Item, ...]:
        """List the letters in which something is missing."""
        return tuple(i for i in self.open_letters() if i.lacks)


def listing(decision: Decision) -> Listing:
    """Lay out the day."""
    drafts = decision.review.drafts
    actions = {d.letter.code: w.action for d in drafts if (w := decision.review.wanted.get(d.letter.code))}
    asked = [_letter(d, decision) for d in drafts if d.status in ASKED]
    groups = [Group("Sent it?", tuple(asked))] if asked else []
    rest = [d for d in drafts if d.status not in ASKED]
    groups += _by_step(
        ((d.step, _letter(d, decision)) for d in rest if not _is_blocked(d)),
        lambda step: STEPS[step].letters,
        STEPS,
    )
    blocked = [_letter(d, decision) for d in rest if _is_blocked(d)]
    groups += (
        [Group("Blocked: something is missing", tuple(sorted(blocked, key=lambda i: -i.late)))]
        if blocked
        else []
    )
    with_letter = {(a.row, a.step) for a in actions.values()}
    others = (a for a in decision.actions if (a.row, a.step) not in with_letter)
    steps = _by_step(
        ((a.step, _step(a, decision)) for a in others),
        lambda step: STEPS[step].group,
        (*_CALLS_FIRST, *(s for s in STEPS if s not in _CALLS_FIRST)),
    )
    settled = sum(1 for d in drafts if d.status not in OPEN)
    return Listing(
        tuple(groups),
        tuple(steps),
        settled,
        len(drafts),
        sum(1 for d in drafts if d.status is Status.APPROVED),
    )


def letter_address(decision: Decision, contact_id: str) -> str:
    """Return the address of a contact's letter that waits; blank where there is none."""
    drafts = (d for d in decision.review.drafts if d.letter.contact_id == contact_id and d.status in OPEN)
    return next((f"/letter/{d.letter.code}" for d in drafts), "")


def step_key(action: Action) -> str:
    """Name a step so that the name stays its own while the list changes around it."""
    return digest(action.contact_id, action.step, *action.about)[:12]


def _by_step(
    lines: Iterable[tuple[Step | None, Item]], heading: Callable[[Step], str], order: Iterable[Step]
) -> list[Group]:
    found: dict[Step | None, list[Item]] = {step: [] for step in (*order, None)}
    for step, item in lines:
        found[step].append(item)
    groups = [
        Group((heading(step) if step else "") or "Others", tuple(sorted(items, key=lambda i: -i.late)))
        for step, items in found.items()
        if items
    ]
    return sorted(groups, key=lambda g: g.late == 0)


def _letter(draft: Draft, decision: Decision) -> Item:
    mark, told = _mark(draft, decision)
    wanted, today = decision.review.wanted.get(draft.letter.code), decision.world.today
    action, c = wanted.action if wanted else None, decision.desk.contacts.get(draft.letter.contact_id)
    why = action.why if action else f"Exported on {draft.sent_on}." if draft.sent_on else ""
    return Item(
        draft.letter.code,
        f"/letter/{draft.letter.code}",
        draft.letter.name,
        c.organization if c else "",
        sentences.readable(why, today),
        draft.late,
        sentences.lateness(draft.late),
        mark,
        told,
        draft.status in OPEN,
        _is_blocked(draft),
    )


def _missing(finding: Finding, draft: Draft, decision: Decision) -> str:
    """Say what blocks: the cell that is asked for, else the check's own words."""
    attr, c = cell_of_finding(finding), decision.desk.contacts.get(draft.letter.contact_id)
    if attr and c:
        return f"{CONTACTS.column(attr).header}, {place_of(decision, c, attr)}"
    return first_part(finding.message)


def _is_blocked(draft: Draft) -> bool:
    return draft.status in OPEN and draft.blocked


def _mark(draft: Draft, decision: Decision) -> tuple[str, str]:
    if draft.status in (Status.TO_REVIEW, Status.BLOCKED):
        blocks = [f for f in draft.findings if f.level is Level.BLOCK]
        warns = len(draft.findings) - len(blocks)
        if blocks:
            more = f", and {len(blocks) - 1} more" if len(blocks) > 1 else ""
            return "block", f"Blocked: {_missing(blocks[0], draft, decision)}{more}"
        return ("warn", f"{counted(warns, 'thing')} to mind") if warns else ("fine", "Checks fine")
    looks = {Status.APPROVED: "approved", Status.SKIPPED: "skipped", Status.FAILED: "block"}
    return looks.get(draft.status, "asked"), sentences.STANDINGS[draft.status]


def about(action: Action, decision: Decision) -> Contact | None:
    """Find in Contacts whom a step is about: who was named, where a step is to add them."""
    if action.step is not Step.ADD_REFERRAL:
        return decision.desk.contacts.get(action.contact_id)
    name = spelled(action.about[0]) if action.about else ""
    return next((c for c in decision.world.contacts if name and spelled(c.name) == name), None)


def _step(action: Action, decision: Decision) -> Item:
    c, today = about(action, decision), decision.world.today
    name = action.about[0] if action.step is Step.ADD_REFERRAL and action.about else action.name
    key = step_key(action)
    why = sentences.readable(action.why, today)
    return Item(
        key,
        f"/step/{key}",
        name,
        c.organization if c else "",
        f"{c.phone or 'No number yet'} · {why}" if c and action.step is Step.CALL else why,
        action.days_late,
        sentences.urgency(action, c, today),
        "step",
        "",
    )
