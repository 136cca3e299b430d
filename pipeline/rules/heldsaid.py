"""Whether Interview held speaks of the interview whose day stands beside it, or still of the one before (R4, R5)."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model import Contact, Event, EventKind, Held
from pipeline.rules.details import held_of
from pipeline.rules.history import talked

_OF_ANOTHER = " of another day"
_OVER = "; over "


class HeldSaid(NamedTuple):
    """Contacts whose Interview held counts, what is to be remembered by ID, and those in whose row it is of another day.

    `corrected` are rows of History that were made to say otherwise than the row does, which has said the same since.
    `open`: by ID, days that came while they stood in a row, were typed over since, and of which nothing is recorded.
    """

    contacts: tuple[Contact, ...]
    remembered: Mapping[str, str]
    of_another_day: tuple[Contact, ...]
    open: Mapping[str, tuple[date, ...]] = MappingProxyType({})
    corrected: tuple[Event, ...] = ()


class _Row(NamedTuple):
    """What a row said: the day, the word beside it, whether that was of another day; `over` are days that were typed over.

    These stay: what is recorded of one may be taken back.
    """

    day: date | None = None
    word: str = ""
    of_another: bool = False
    over: tuple[date, ...] = ()

    @property
    def unanswered(self) -> date | None:
        """Return its day, unless the word says that there was no talk on it; a Yes is to be found in History."""
        return self.day if self.of_another or self.word in ("", Held.YES) else None


_NO_ROW = _Row()
_Talk = tuple[str, date | None]


def read_held(
    contacts: Iterable[Contact],
    events: Sequence[Event],
    remembered: Mapping[str, str],
    today: date,
    said_now: Collection[str] = (),
) -> HeldSaid:
    """Take Interview held as blank where it was there before its day came, or was left standing as the day was moved.

    `remembered`: what the rows said at the last run. `said_now`: the IDs of whom it was recorded just now, in the window or by
    a command: there it counts, even if the cell says the same as before. Afterwards the row of History that it brought
    speaks for it (`events`), and goes with it where it is taken back.
    """
    newest = _newest_rows(events)
    known: set[_Talk] = {(e.contact_id, e.date) for e in events if e.kind is EventKind.INTERVIEW}
    counted: list[Contact] = []
    kept: dict[str, str] = {}
    stale: list[Contact] = []
    corrected: list[Event] = []
    left: dict[str, tuple[date, ...]] = {}
    for c in contacts:
        before, said = _read(remembered.get(c.id, "")), c.id in said_now
        marked = _is_of_another_day(c, before, today, said)
        another = marked and not said and (c.id, c.interview_on) not in known
        over = _typed_over(c, before, today, known)
        if text := _text(_row(c, before, today, marked)._replace(over=over)):
            kept[c.id] = text
        if told := None if another or said else _corrected(c, before, newest.get((c.id, c.interview_on))):
            corrected.append(told)
        counted.append(c._replace(interview_held=None) if another or told else c)
        thanked = _thanked(counted[-1], events) if over else date.min
        if days := tuple(d for d in over if d > thanked and (c.id, d) not in known):
            left[c.id] = days
        stale += [c] * another
    return HeldSaid(tuple(counted), kept, tuple(stale), left, tuple(corrected))


def day_seen(remembered: str) -> date | None:
    """Return the day of the interview that a row had at the last run, of what is remembered of it."""
    return _read(remembered).day


def _newest_rows(events: Iterable[Event]) -> Mapping[_Talk, Event]:
    """Find the row of History that speaks of each interview: of several of one day the one that was written last."""
    rows = (e for e in events if e.kind is EventKind.INTERVIEW and e.row)
    return {(e.contact_id, e.date): e for e in sorted(rows, key=lambda e: e.row)}


def _corrected(c: Contact, before: _Row, row: Event | None) -> Event | None:
    """Return the row of History where it says otherwise than Interview held, which the last run had made it say."""
    stood = c.interview_held is not None and before == (c.interview_on, c.interview_held, False, before.over)
    return row if stood and row and held_of(row) is not c.interview_held else None


def _thanked(c: Contact, events: Iterable[Event]) -> date:
    """Say when somebody was thanked last: a talk until then owes no more (R5)."""
    theirs = [e for e in events if e.contact_id == c.id]
    typed = [c.thank_you_sent] if c.thank_you_sent and talked(c, theirs) else []
    return max([*typed, *(e.date for e in theirs if e.kind is EventKind.THANK_YOU)], default=date.min)


def _is_of_another_day(c: Contact, before: _Row, today: date, said: bool) -> bool:
    on, held = c.interview_on, c.interview_held
    if on is None or held is None or (said and on > today):
        return False
    if on > today and held is not Held.CANCELLED:
        return True
    if before.of_another:
        return before.word == held
    return on > today and before.word == held and before.day != on


def _typed_over(c: Contact, before: _Row, today: date, known: Container[_Talk]) -> tuple[date, ...]:
    """List the days that were typed over once they had come; an earlier day over a later one corrects it."""
    on, gone = c.interview_on, before.unanswered
    told = before.word and not before.of_another and (c.id, gone) in known
    if gone is None or on is None or gone >= on or gone > today or told:
        return tuple(d for d in before.over if d != on)
    return *(d for d in before.over if d not in (on, gone)), gone


def _row(c: Contact, before: _Row, today: date, of_another: bool) -> _Row:
    """Say what is remembered of a row; a day without a word only where it was seen before it had passed."""
    on, held = c.interview_on, c.interview_held
    if on is None:  # it is being typed anew
        return before if before.word == (held or "") else _Row(before.unanswered)
    if held is None:
        return _Row(on) if on >= today or on == before.day else _NO_ROW
    return _Row(on, held, of_another)


def _read(remembered: str) -> _Row:
    if not remembered:
        return _NO_ROW
    said, _, days = remembered.partition(_OVER)
    day, _, word = said.removesuffix(_OF_ANOTHER).partition(" ")
    return _Row(
        date.fromisoformat(day) if day else None,
        word,
        said.endswith(_OF_ANOTHER),
        tuple(map(date.fromisoformat, days.split())),
    )


def _text(row: _Row) -> str:
    said = f"{row.day or ''} {row.word}".strip() + _OF_ANOTHER * row.of_another
    return said + (_OVER + " ".join(map(str, row.over)) if row.over else "")
