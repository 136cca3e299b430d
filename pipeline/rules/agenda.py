"""The day: every contact's steps, brought together, limited and put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.model import (
    LETTER_EVENTS,
    Action,
    CallResult,
    Contact,
    EventKind,
    Held,
    LetterKind,
    Source,
    Stage,
    Step,
)
from pipeline.model.texts import folded
from pipeline.rules import due
from pipeline.rules.details import held_of, result_of, thanks_for
from pipeline.rules.due import Day, Found
from pipeline.rules.facts import Facts, facts_of, outgoing_before
from pipeline.rules.history import NO_PAST, Past
from pipeline.rules.steps import RANK

HORIZON = timedelta(days=400)
_PRIORITY = {"A": 1, "B": 2, "C": 3}


class Standing(NamedTuple):
    """A contact's facts with the stage and the next step that follow from them."""

    facts: Facts
    stage: Stage
    step: Found | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """All steps, due ones and coming ones in order, and what is only to be noticed."""

    today: date
    actions: tuple[Action, ...]
    standings: Mapping[int, Standing]
    people: Mapping[str, list[Contact]]
    notices: tuple[str, ...] = ()

    def until(self, last: date) -> tuple[Action, ...]:
        """List the actions due up to a day."""
        return tuple(a for a in self.actions if a.due <= last)

    def due(self) -> tuple[Action, ...]:
        """List the actions due today or late."""
        return self.until(self.today)


@dataclass(frozen=True, slots=True)
class Places:
    """What R12's daily goal has to leave room for, by contact: letters sent or exported today, approved or edited, skipped."""

    gone_today: int = 0
    kept: frozenset[str] = frozenset()
    exported: Mapping[str, date] | None = None
    skipped: frozenset[str] = frozenset()


def plan_day(
    contacts: Sequence[Contact],
    pasts: Mapping[str, Past],
    day: Day,
    places: Places = Places(),
    unread: Collection[str] = (),
) -> Agenda:
    """Work out everybody's steps (R4-R15) and the day's list. `unread` are the IDs of which a row of History can't be read."""
    live = [c for c in contacts if not c.is_sample] or list(contacts)
    counted = {c.row for c in live}
    standings: dict[int, Standing] = {}
    for c in contacts:
        facts = facts_of(c, pasts.get(c.id, NO_PAST), day.today)
        step = due.next_step(facts, day) if c.row in counted else None
        standings[c.row] = Standing(facts, due.stage(facts, day, step), step)
    actions: list[Action] = []
    targets: list[tuple[Contact, Found]] = []
    for c in live:
        facts, _, step = standings[c.row]
        if step is not None and step.step is Step.APPROACH:
            targets.append((c, step))
        elif step is not None:
            actions.append(_action(c, step, day))
        if c.interview_on is not None:
            actions += [_action(c, found, day) for found in due.prepare(facts, day)]
        if c.on_hold is not None:
            actions += _hold_notice(facts, day)
    people = by_name(live)
    actions += _thank_referrers(live, standings, people, day)
    actions += _referrals(live, standings, people, day)
    actions.sort(key=lambda a: (a.due, a.row))
    actions += [_action(c, found, day, when) for c, found, when in _spread(targets, day, places)]
    actions.sort(key=lambda a: RANK[a.step])
    if unread:
        actions = [_held_by_history(a) if a.contact_id in unread else a for a in actions]
    if places.exported:
        actions = [_exported(a, places.exported) for a in actions]
    return Agenda(day.today, tuple(actions), standings, people, tuple(_notices(live, standings, day)))


def _action(c: Contact, found: Found, day: Day, when: date | None = None) -> Action:
    held_back, when = found.held_back, when or found.due
    if c.in_doubt and found.letter:
        held_back = f"A cell of row {c.row} can't be read ({', '.join(c.in_doubt).replace('_', ' ')}); correct it first."
    return Action(
        c.id,
        c.name or c.organization,
        c.row,
        found.step,
        found.letter,
        when,
        found.rule,
        found.why,
        found.occasion,
        day.workdays.late(when, day.today) if when < day.today else 0,
        (),
        held_back,
    )


def _exported(a: Action, exported: Mapping[str, date]) -> Action:
    return (
        replace(a, exported_on=exported[a.contact_id])
        if a.step is Step.APPROACH and a.contact_id in exported
        else a
    )


def _held_by_history(a: Action) -> Action:
    """What History doesn't tell may be that this letter went."""
    if a.letter is None or a.held_back:
        return a
    return replace(a, held_back=f"A row of History about {a.name} can't be read; correct it first.")


def _hold_notice(facts: Facts, day: Day) -> Iterable[Action]:
    """R14: a thank-you owed is shown with the hold, not drafted."""
    if not due.on_hold(facts.contact, day.today) or facts.contact.duplicate:
        return
    owed = due.thank_you(facts, day)
    if isinstance(owed, Found):
        yield _action(facts.contact, owed._replace(letter=None, rule="R14", why=f"On hold. {owed.why}"), day)


def by_name(contacts: Iterable[Contact]) -> dict[str, list[Contact]]:
    """Index contacts by name, letter case and accents aside."""
    people: dict[str, list[Contact]] = defaultdict(list)
    for c in contacts:
        if c.name:
            people[folded(c.name)].append(c)
    return people


def _thank_referrers(
    live: Sequence[Contact], standings: Mapping[int, Standing], people: Mapping[str, list[Contact]], day: Day
) -> Iterable[Action]:
    """R9: one letter to a referrer for all whom one has met since the last one."""
    met: dict[int, list[tuple[date, Contact]]] = defaultdict(list)
    for c in live:
        if not c.referred_by or c.duplicate:
            continue
        when = _first_interview(standings[c.row].facts)
        referrers = people.get(folded(c.referred_by), [])
        if when and len(referrers) == 1 and referrers[0].row != c.row and not day.before_us(when):
            met[referrers[0].row].append((when, c))
    for row, all_met in met.items():
        facts = standings[row].facts
        owed = sorted((m for m in all_met if not _thanked_for(facts, *m)), key=lambda m: (m[0], m[1].row))
        if not owed or due.blocked(facts, day) is not None or isinstance(due.thank_you(facts, day), Found):
            continue
        names = ", ".join(c.name for _, c in owed)
        occasion = due.again(
            ",".join(sorted(c.id for _, c in owed)) + ",", EventKind.THANK_REFERRER, facts
        ).rstrip(",")
        found = Found(
            "R9",
            Step.THANK_REFERRER,
            day.bd(owed[0][0], day.intervals.thank_referrer),
            f"They referred you to {names}, whom you have met.",
            LetterKind.THANK_REFERRER,
            occasion,
        )
        yield replace(_action(facts.contact, found, day), about=tuple(c.id for _, c in owed))


def _first_interview(facts: Facts) -> date | None:
    for e in facts.past.of(EventKind.INTERVIEW, EventKind.CALL):
        if (e.kind is EventKind.INTERVIEW and held_of(e) is Held.YES) or result_of(
            e
        ) is CallResult.INTERVIEWED:
            return e.date
    return None


def _thanked_for(referrer: Facts, when: date, met: Contact) -> bool:
    for letter in referrer.past.letters(EventKind.THANK_REFERRER):
        named = thanks_for(letter, met.id)
        if named or (named is None and letter.date >= when):
            return True
    return False


def _referrals(
    live: Sequence[Contact], standings: Mapping[int, Standing], people: Mapping[str, list[Contact]], day: Day
) -> Iterable[Action]:
    """R13: names that were given and are nobody's row yet."""
    for c in live:
        if not c.referrals_given or due.on_hold(c, day.today) or c.duplicate:
            continue
        if day.before_us(standings[c.row].facts.last_contact):
            continue
        for name in referral_names(c.referrals_given):
            if folded(name) not in people:
                found = Found(
                    "R13", Step.ADD_REFERRAL, day.today, f"{c.name} named {name}, who is not in Contacts yet."
                )
                yield replace(_action(c, found, day), about=(name,))


def referral_names(cell: str) -> list[str]:
    """Split a cell of referrals into names; what is in brackets is a remark (R13)."""
    import re

    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", cell)
    names = [" ".join(part.split()).strip(" ,.-") for part in re.split(r"[;\n\r]+", bare)]
    return list({folded(n): n for n in names if folded(n)}.values())


def _spread(
    targets: list[tuple[Contact, Found]], day: Day, places: Places
) -> Iterable[tuple[Contact, Found, date]]:
    """R12: the daily goal, today's first and then a business day's worth each day.

    A letter that keeps its place was due on a business day before, so it is due on a day off too.
    """
    settled = places.skipped | (places.exported or {}).keys()
    yield from ((c, found, day.today) for c, found in targets if c.id in settled)
    queue = sorted((t for t in targets if t[0].id not in settled), key=lambda t: _turn(t[0], places.kept))
    kept = sum(c.id in places.kept for c, _ in queue)
    goal = max(day.settings.daily_goal, 0)
    first = max(goal - places.gone_today, kept)
    when = day.bd(day.today, 0)
    farthest = day.today + HORIZON
    for place, (c, found) in enumerate(queue):
        if place >= first and goal == 0:
            return
        if place >= first and (place - first) % goal == 0:
            when = day.bd(when, 1)
        if when > farthest:
            return
        yield c, found, day.today if place < kept else when


def _turn(c: Contact, kept: frozenset[str]) -> tuple[bool, bool, bool, int, int]:
    """Order targets as R12 says; one whose letter would be held back takes no place from the others."""
    referred = bool(c.referred_by) or c.source is Source.REFERRAL
    return c.id not in kept, bool(c.in_doubt), not referred, _PRIORITY.get(c.priority, 4), c.row


def _notices(live: Sequence[Contact], standings: Mapping[int, Standing], day: Day) -> Iterable[str]:
    for c in live:
        f = standings[c.row].facts
        if (
            f.replied
            and not day.before_us(f.replied)
            and not (f.answered and f.answered >= f.replied)
            and (day.today - f.replied).days <= 14
        ):
            kind = outgoing_before(f, f.replied)
            if kind in LETTER_EVENTS - {EventKind.APPROACH, EventKind.FOLLOW_UP}:
                yield f"{c.name} replied on {f.replied} to your {kind.lower() if kind else 'letter'}."
        if c.opening_mentioned and not day.before_us(f.last_contact):
            yield f"{c.name} mentioned an opening: {c.opening_mentioned} (Contacts row {c.row}). No letter brings it up first."
