"""The day: every contact's steps, brought together, limited and put in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.model import FOR_A_TALK, Action, Contact, Event, Stage, Step
from pipeline.model.texts import joined
from pipeline.rules import due
from pipeline.rules.calls import call
from pipeline.rules.facts import Facts, facts_of
from pipeline.rules.history import NO_PAST, Past
from pipeline.rules.holds import on_hold
from pipeline.rules.interviews import held_twice, only_its_day_is_lacking, prepare, record_outcome
from pipeline.rules.notices import notices, wait_until
from pipeline.rules.offers import reminder
from pipeline.rules.oneaday import one_a_day
from pipeline.rules.places import Places, spread
from pipeline.rules.referrals import Named, add_referrals, by_name, thank_referrers, who_named_whom
from pipeline.rules.replies import answer_reply
from pipeline.rules.returns import dead_addresses
from pipeline.rules.ruling import Day, Found
from pipeline.rules.steps import RANK
from pipeline.rules.thanks import thank_you

_OF_WHAT_IS_KNOWN = (Step.THANK_YOU, Step.THANK_REFERRER, Step.CONFIRM)
_DEAD = "The address must be corrected first."
_ONCE_RIGHT = "A thank-you is owed. It is drafted once the address is right."


class Standing(NamedTuple):
    """A contact's facts with the stage and the next step that follow from them."""

    facts: Facts
    stage: Stage
    step: Found | None


class Agenda(NamedTuple):
    """All steps, due ones and coming ones in order, and what is only to be noticed.

    `next_business_day` is today where today is one; else `day_off` says why it isn't and what waits until when.
    `waiting` are letters to referrers that their own thanks keep back (R9): no steps yet.
    """

    today: date
    actions: tuple[Action, ...]
    standings: Mapping[int, Standing]
    people: Mapping[str, list[Contact]]
    notices: tuple[str, ...] = ()
    next_business_day: date = date.max
    day_off: str = ""
    waiting: tuple[Action, ...] = ()

    def until(self, last: date) -> tuple[Action, ...]:
        """List the actions due up to a day."""
        return tuple(a for a in self.actions if a.due <= last)

    def due(self) -> tuple[Action, ...]:
        """List the actions due today or late."""
        return self.until(self.today)

    def at_hand(self) -> tuple[Action, ...]:
        """List what can be read and approved: what is due and, on a day off, what the next business day brings."""
        return self.until(self.next_business_day)

    def put_off(self) -> tuple[Action, ...]:
        """List the letters that wait beyond that because another to the same person goes first (R9, R22)."""
        late = (a for a in self.actions if a.put_off and a.due > self.next_business_day)
        return (*self.waiting, *late)


def plan_day(
    contacts: Sequence[Contact],
    pasts: Mapping[str, Past],
    day: Day,
    places: Places,
    unread: Collection[str],
    untold: Collection[str],
) -> Agenda:
    """Work out everybody's steps (R4-R15, R22, R23) and the day's list.

    `unread` are the IDs of which a row of History can't be read, or is perhaps another's; `untold` are those of which
    one doesn't say whether they talked.
    """
    live = [c for c in contacts if not c.is_sample] or list(contacts)
    people = by_name(live)
    standings = _standings(contacts, live, pasts, day, who_named_whom(live, people))
    facts = {row: s.facts for row, s in standings.items()}
    known = [standings[c.row] for c in live if not facts[c.row].is_stranger]
    actions = [a for standing in known for a in _steps_of(standing, day)]
    actions += _in_addition(live, facts, people, day)
    actions.sort(key=lambda a: (a.due, a.row))
    everybody = [facts[c.row] for c in live]
    actions += _approaches(standings, everybody, day, places)
    actions.sort(key=lambda a: RANK[a.step])
    actions = [_checked(a, unread, untold, places) for a in actions]
    waiting = tuple(a for a in actions if a.put_off)
    listed = one_a_day([a for a in actions if not a.put_off], facts, day, places)
    return Agenda(
        day.today,
        listed,
        _dated(standings, listed),
        people,
        tuple(notices(everybody, day)),
        day.bd(day.today, 0),
        wait_until(day),
        waiting,
    )


def standings_of(
    contacts: Iterable[Contact], live: Sequence[Contact], pasts: Mapping[str, Past], day: Day
) -> dict[int, Standing]:
    """Work out each contact's facts, stage and next step; who isn't `live` has no step."""
    return _standings(contacts, live, pasts, day, who_named_whom(live, by_name(live)))


def _standings(
    contacts: Iterable[Contact], live: Sequence[Contact], pasts: Mapping[str, Past], day: Day, who: Named
) -> dict[int, Standing]:
    counted, dead = {c.row for c in live}, dead_addresses(live, pasts)
    return {c.row: _standing(c, pasts.get(c.id, NO_PAST), day, who, dead, c.row in counted) for c in contacts}


def _standing(
    c: Contact, past: Past, day: Day, who: Named, dead: Mapping[str, Event], counts: bool
) -> Standing:
    facts = facts_of(
        c,
        past,
        day.today,
        referrer=who.referrer.get(c.row, ""),
        referred=who.referred.get(c.row, ()),
        dead=dead,
    )
    step = due.next_step(facts, day) if counts else None
    return Standing(facts, due.stage(facts, day, step), step)


def _steps_of(standing: Standing, day: Day) -> Iterable[Action]:
    """List one contact's next step, an approach aside, and what its interview, an offer and what stops it add."""
    f, step = standing.facts, standing.step
    if step is not None and step.step is not Step.APPROACH:
        yield _action(f.contact, step, day)
    yield from (_action(f.contact, found, day) for found in prepare(f, day))
    for ruling in (reminder(f, day), held_twice(f, day)):
        if isinstance(ruling, Found):
            yield _action(f.contact, ruling, day)
    owed = () if f.contact.duplicate else _owed_meanwhile(f, day)
    yield from (_action(f.contact, found, day) for found in owed)
    beside = thanks_beside(standing, day)
    if beside is not None:
        yield _action(f.contact, beside, day)


def thanks_beside(standing: Standing, day: Day) -> Found | None:
    """R5: thanks for a talk that was held go beside the day that a later acceptance still lacks (R4)."""
    f, step = standing.facts, standing.step
    if step is None or step.step is not Step.RECORD_OUTCOME or not only_its_day_is_lacking(f, day):
        return None
    thanks = thank_you(f, day)
    return thanks if isinstance(thanks, Found) and thanks.letter in FOR_A_TALK else None


def _owed_meanwhile(f: Facts, day: Day) -> Iterable[Found]:
    """R14: thanks owed are shown with a hold; with a dead address they or an answer, what a meeting brought, and a call where the letter arrived.

    Nothing is drafted.
    """
    resting = on_hold(f.contact, day.today)
    if not (resting or f.bounced):
        return
    thanks, answer = thank_you(f, day), answer_reply(f, day)
    if isinstance(thanks, Found):
        why, to_do = (f"On hold. {thanks.why}", "") if resting else (f"{thanks.why} {_DEAD}", _ONCE_RIGHT)
        yield thanks._replace(letter=None, rule="R14", why=why, to_do=to_do)
    elif isinstance(answer, Found) and not resting:
        yield answer._replace(rule="R14", why=f"{answer.why} {_DEAD}")
    if resting:
        return
    for ruling in (record_outcome(f, day), call(f, day) if f.gone else ""):
        if isinstance(ruling, Found):
            by_mail = ruling.step is Step.RESCHEDULE
            yield ruling._replace(rule="R14", why=f"{ruling.why} {_DEAD}" if by_mail else ruling.why)


def _in_addition(
    live: Sequence[Contact], facts: Mapping[int, Facts], people: Mapping[str, list[Contact]], day: Day
) -> Iterable[Action]:
    for rule in (thank_referrers, add_referrals):
        for c, found, about, to_do in rule(live, facts, people, day):
            yield _action(c, found, day, about=about)._replace(to_do=to_do)


def _approaches(
    standings: Mapping[int, Standing], everybody: Sequence[Facts], day: Day, places: Places
) -> Iterable[Action]:
    """List the first letters for which there is a place, each on its day (R12)."""
    wanted = {
        row: found
        for row, (_, _, found) in standings.items()
        if found is not None and found.step is Step.APPROACH
    }
    for f, found, when in spread(wanted, everybody, day, places):
        yield _action(f.contact, found, day, when, f.referred)


def _action(
    c: Contact, found: Found, day: Day, when: date | None = None, about: tuple[str, ...] = ()
) -> Action:
    when = when or found.due
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
        about,
        _in_doubt(c, found) or found.held_back,
        put_off=found.put_off,
        to_do=found.to_do,
    )


def _in_doubt(c: Contact, found: Found) -> str:
    if not c.in_doubt or not found.letter:
        return ""
    return joined(*c.doubts)


_UNREAD = (
    "A row of History about {} can't be read, its ID and Name are two people's, or their row of Contacts says otherwise; "
    "correct it first."
)


def _checked(a: Action, unread: Collection[str], untold: Collection[str], places: Places) -> Action:
    """Show that an approach was exported; what History doesn't tell may be that a letter went, or that they talked."""
    if a.step is Step.APPROACH and a.contact_id in places.exported:
        a = a._replace(exported_on=places.exported[a.contact_id])
    if a.contact_id in unread and a.letter is not None and not a.held_back:
        return a._replace(held_back=_UNREAD.format(a.name))
    if (
        a.contact_id in untold
        and a.letter is not None
        and a.step not in _OF_WHAT_IS_KNOWN
        and not a.held_back
    ):
        said = f"A row of History about {a.name} doesn't say what came of it; fill in its Detail first."
        return a._replace(held_back=said)
    return a


def _dated(standings: Mapping[int, Standing], actions: Iterable[Action]) -> dict[int, Standing]:
    """Let a next step that was put off (R22) say its new day."""
    moved = {
        a.row: s._replace(step=s.step._replace(due=a.due))
        for a in actions
        if a.step is not Step.APPROACH and (s := standings[a.row]).step and s.step.step is a.step
    }
    return {**standings, **moved}
