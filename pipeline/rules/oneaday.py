"""R22: one letter a person a day. Of several that are due the first goes, the others on the next business day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from pipeline.model import LETTER_EVENTS, Action, EventKind
from pipeline.rules.facts import Facts
from pipeline.rules.places import Places
from pipeline.rules.ruling import Day
from pipeline.rules.steps import RANK

_THANKS = frozenset({EventKind.THANK_YOU, EventKind.THANK_REFERRER})


def one_a_day(
    actions: Sequence[Action], facts: Mapping[int, Facts], day: Day, places: Places
) -> tuple[Action, ...]:
    """Put off all but one letter a person, today and, on a day that is none, on the next business day too.

    What stands exported, or may have gone, is asked about and never put off.
    """
    found = tuple(actions)
    for when in sorted({day.today, day.bd(day.today, 0)}):
        by_person: dict[str, list[Action]] = defaultdict(list)
        for a in found:
            if _is_of(a, when, day) and a.letter and (a.contact_id, a.letter.event) not in places.on_its_way:
                by_person[a.contact_id].append(a)
        late = [a for letters in by_person.values() for a in _too_many(letters, facts, when, day, places)]
        found = _put_off(found, late, day.bd(when, 1))
    return found


def go_together(one: EventKind, other: EventKind) -> bool:
    """Tell whether two letters may go to one person on one day: a confirmation on its last day goes beside thanks (R22)."""
    return (one is EventKind.CONFIRM and other in _THANKS) or (other is EventKind.CONFIRM and one in _THANKS)


def _is_of(a: Action, when: date, day: Day) -> bool:
    return a.due <= day.today if when == day.today else day.today < a.due <= when


def _too_many(
    letters: Sequence[Action], facts: Mapping[int, Facts], when: date, day: Day, places: Places
) -> Iterable[Action]:
    f = facts[letters[0].row]
    going = set(_gone_on(f, when, places))
    for a in sorted(letters, key=lambda a: RANK[a.step]):
        event = a.letter.event if a.letter else None
        if event is None or (going and not _beside(event, going, f, when, day)):
            yield a
        else:
            going.add(event)


def _gone_on(f: Facts, when: date, places: Places) -> Iterable[EventKind]:
    """List the letters to a person that went, or were exported, on a day."""
    yield from (e.kind for e in f.past.letters(*LETTER_EVENTS) if e.date == when)
    yield from (e for (i, e), on in places.on_its_way.items() if i == f.contact.id and on == when)


def _beside(event: EventKind, others: Collection[EventKind], f: Facts, when: date, day: Day) -> bool:
    """Tell whether a letter may go with those on a day: the last one before an interview."""
    on = f.contact.interview_on
    last_day = on is not None and day.bd(when, 1) >= on
    return last_day and all(go_together(event, other) for other in others)


def _put_off(actions: Sequence[Action], late: Sequence[Action], to: date) -> tuple[Action, ...]:
    these = {(a.row, a.step) for a in late}
    return tuple(
        a._replace(due=to, days_late=0, put_off=True) if (a.row, a.step) in these and a.letter else a
        for a in actions
    )
