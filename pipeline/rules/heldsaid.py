"""Of which interview Interview held speaks, and where History was made to say otherwise than the row does (R4, R5)."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from pipeline.model import Contact, Event, EventKind, Held
from pipeline.rules.daysmoved import (
    CELLS,
    RowsByDay,
    as_it_stood,
    days_of_others,
    days_to_remember,
    moved_days,
    rows_by_day,
)
from pipeline.rules.details import held_of, result_of, type_of
from pipeline.rules.history import talked

_OF_ANOTHER = " of another day"
_OVER = "; over "
# A blank in front: a version before this one takes what follows for a part of the word.
_TYPE, _CALL, _DAYS = " ; type ", " ; call ", " ; days "


class Otherwise(NamedTuple):
    """A row of History that was made to say otherwise than a cell of Contacts does, which has said the same since."""

    event: Event
    attr: str


class HeldSaid(NamedTuple):
    """Contacts whose Interview held counts, what is to be remembered by ID, and those in whose row it is of another day.

    `corrected` are rows of History that were made to say otherwise than the row does, which has said the same since.
    `otherwise` are those that speak otherwise of a day, of a call, or of the type of an interview: they stand, and are asked about.
    `open`: by ID, days that came while they stood in a row, were typed over since, and of which nothing is recorded.
    """

    contacts: tuple[Contact, ...]
    remembered: Mapping[str, str]
    of_another_day: tuple[Contact, ...]
    open: Mapping[str, tuple[date, ...]] = MappingProxyType({})
    corrected: tuple[Event, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()


class _Row(NamedTuple):
    """What a row said: the day, the word beside it, whether that was of another day; `over` are days that were typed over.

    These stay: what is recorded of one may be taken back. `type` and `call` are an interview's type and a call's result,
    each with its day; `days` what `days_to_remember` writes.
    """

    day: date | None = None
    word: str = ""
    of_another: bool = False
    over: tuple[date, ...] = ()
    type: str = ""
    call: str = ""
    days: str = ""

    @property
    def unanswered(self) -> date | None:
        """Return its day, unless the word says that there was no talk on it; a Yes is to be found in History."""
        return self.day if self.of_another or self.word in ("", Held.YES) else None


_NO_ROW = _Row()


class _Known(NamedTuple):
    """What rows are held against: History, also by day, its `talks` by ID and day, and the day that it is."""

    events: Sequence[Event]
    rows: RowsByDay
    talks: frozenset[tuple[str, date]]
    today: date


class _Told(NamedTuple):
    """What a row tells: itself as it counts, what is to be remembered, and for a HeldSaid what each of its fields holds of one row."""

    counts: Contact
    remembered: str
    of_another: Contact | None
    open: tuple[date, ...]
    corrected: Event | None
    otherwise: tuple[Otherwise, ...]


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
    known = _known(events, today)
    counted: list[Contact] = []
    told: list[_Told] = []
    for c in contacts:
        if c.id in remembered or c.interview_held or any(getattr(c, attr) for attr in CELLS.values()):
            told.append(_told_by(c, _read(remembered.get(c.id, "")), known, said=c.id in said_now))
            counted.append(told[-1].counts)
        else:  # as most: nothing was ever said of a talk, a call or a mail
            counted.append(c)
    return HeldSaid(
        tuple(counted),
        {t.counts.id: t.remembered for t in told if t.remembered},
        tuple(t.of_another for t in told if t.of_another),
        {t.counts.id: t.open for t in told if t.open},
        tuple(t.corrected for t in told if t.corrected),
        tuple(one for t in told for one in t.otherwise),
    )


def _known(events: Sequence[Event], today: date) -> _Known:
    talks = {(e.contact_id, e.date) for e in events if e.kind is EventKind.INTERVIEW}
    return _Known(events, rows_by_day(events), frozenset(talks), today)


def _told_by(c: Contact, before: _Row, known: _Known, *, said: bool) -> _Told:
    """Hold a row against what it said before, and against History; `said`: it was recorded just now."""
    _, rows, talks, today = known
    marked = _is_of_another_day(c, before, today, said)
    another = marked and not said and (c.id, c.interview_on) not in talks
    counts = c._replace(interview_held=None) if another else c
    moved = tuple(Otherwise(*one) for one in moved_days(counts, before.days, rows, today))
    talk, call, stood = *_rows_of(c, rows, moved), as_it_stood(c, before.days, rows)
    corrected = None if another or said else _corrected(stood, before, talk)
    if corrected:
        counts = counts._replace(interview_held=None)
    otherwise = (*_otherwise(counts, stood, before, talk, call), *moved)
    counts = _as_history_says(counts, otherwise)
    over = tuple(d for d in _typed_over(c, before, today, talks) if d != stood.interview_on)
    days = before.days if moved else days_to_remember(c, rows, today)
    row = _row(c, before, today, marked)
    kept = row._replace(over=over, type=_type_said(c), call=_call_said(c), days=days)
    thanked = _thanked(counts, known.events) if over else date.min
    unanswered = tuple(d for d in over if d > thanked and (c.id, d) not in talks)
    return _Told(counts, _text(kept), c if another else None, unanswered, corrected, otherwise)


def until_written(said: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """Say what to remember as long as the workbook is not written: the days that History has are those of the last time (`before`)."""
    found = {i: _text(_read(text)._replace(days=_read(before.get(i, "")).days)) for i, text in said.items()}
    return {i: text for i, text in found.items() if text}


def as_put_back(remembered: str, kinds: Collection[EventKind]) -> str:
    """Forget what a row said of kinds of which History was put back: nobody corrected it there, and the row speaks for them anew."""
    row = _read(remembered)
    if EventKind.CALL in kinds:
        row = row._replace(call="")
    if EventKind.INTERVIEW in kinds:
        row = row._replace(word=row.word if row.of_another else "", type="")
    return _text(row._replace(days=days_of_others(row.days, kinds)))


def day_seen(remembered: str) -> date | None:
    """Return the day of the interview that a row had at the last run, of what is remembered of it."""
    return _read(remembered).day


def _rows_of(c: Contact, rows: RowsByDay, moved: Iterable[Otherwise]) -> tuple[Event | None, Event | None]:
    """Find the rows of History of the talk and of the call that a row speaks of, be it that their days were corrected."""
    now_on = {one.attr: one.event for one in moved}
    talk = rows.get((c.id, EventKind.INTERVIEW), {}).get(c.interview_on)
    call = rows.get((c.id, EventKind.CALL), {}).get(c.called_on)
    return now_on.get(CELLS[EventKind.INTERVIEW], talk), now_on.get(CELLS[EventKind.CALL], call)


def _type_said(c: Contact) -> str:
    return f"{c.interview_on} {c.interview_type}" if c.interview_on and c.interview_type else ""


def _call_said(c: Contact) -> str:
    return f"{c.called_on} {c.call_result}" if c.called_on and c.call_result else ""


def _otherwise(
    c: Contact, stood: Contact, before: _Row, talk: Event | None, call: Event | None
) -> Iterator[Otherwise]:
    """Find where History was made to say otherwise of a call, or of the type of a talk, than the row said at the last run.

    `stood`: the row before its days were put right.
    """
    if talk and c.interview_held and before.type and before.type == _type_said(stood):
        named = type_of(talk)
        if named and named is not c.interview_type:
            yield Otherwise(talk, "interview_type")
    same = before.call and before.call == _call_said(stood)
    if call and call.detail and same and result_of(call) is not c.call_result:
        yield Otherwise(call, "call_result")


def _as_history_says(c: Contact, apart: Iterable[Otherwise]) -> Contact:
    """Let the row say nothing, or the same day, of what History says otherwise: what stands there counts."""
    cells: dict[str, Any] = {}
    for e, attr in apart:
        if attr == "call_result":
            cells["called_on"] = None
        cells[attr] = e.date if attr in CELLS.values() else None
    return c._replace(**cells) if cells else c


def _corrected(c: Contact, before: _Row, row: Event | None) -> Event | None:
    """Return the row of History where it says otherwise than Interview held, which the last run had made it say."""
    stood = c.interview_held is not None and before[:3] == (c.interview_on, c.interview_held, False)
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


def _typed_over(
    c: Contact, before: _Row, today: date, talks: Container[tuple[str, date | None]]
) -> tuple[date, ...]:
    """List the days that were typed over once they had come; an earlier day over a later one corrects it."""
    on, gone = c.interview_on, before.unanswered
    told = before.word and not before.of_another and (c.id, gone) in talks
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
    remembered, _, days_of = remembered.partition(_DAYS)
    remembered, _, call = remembered.partition(_CALL)
    remembered, _, kind = remembered.partition(_TYPE)
    said, _, days = remembered.partition(_OVER)
    day, _, word = said.removesuffix(_OF_ANOTHER).partition(" ")
    return _Row(
        date.fromisoformat(day) if day else None,
        word,
        said.endswith(_OF_ANOTHER),
        tuple(map(date.fromisoformat, days.split())),
        kind,
        call,
        days_of,
    )


def _text(row: _Row) -> str:
    said = f"{row.day or ''} {row.word}".strip() + _OF_ANOTHER * row.of_another
    over = _OVER + " ".join(map(str, row.over)) if row.over else ""
    beside = ((_TYPE, row.type), (_CALL, row.call), (_DAYS, row.days))
    return said + over + "".join(mark + text for mark, text in beside if text)
