"""The Dashboard's cells as the campaign has them, until its formulas are next calculated (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from math import isclose

from pipeline.campaign import Campaign
from pipeline.campaign.counts import monday_of
from pipeline.campaign.market import ENOUGH, Market, Side
from pipeline.campaign.words import in_brackets
from pipeline.sheets import dashboard_cells as at
from pipeline.sheets.dashboard_cells import OnDashboard
from pipeline.workbook import CachedValue, CellChange, Edit, Value
from pipeline.workbook.refs import CellPlace

MAX_OPENING = 70
_DAY_0 = date(1899, 12, 30)


def dashboard_edits(shown: OnDashboard, campaign: Campaign, today: date) -> list[Edit]:
    """Put right what the sheet shows and the campaign says otherwise; a sheet laid out in another way is left alone.

    An older one gains the place for letters beside applications once there is something to compare.
    """
    if not shown.is_ours:
        return []
    gains = not shown.compares and shown.may_compare and campaign.market is not None
    values = {**(_SIDE_LABELS if gains else {}), **cell_values(campaign, today)}
    return [
        _edit(place, value, place in shown.formulas)
        for place, value in values.items()
        if not _same(shown.values.get(place), value)
        and (shown.compares or gains or place not in _SIDE_BY_SIDE)
    ]


def cell_values(c: Campaign, today: date) -> dict[CellPlace, Value]:
    """Say for each of the sheet's changing cells what it has to show."""
    return {
        **dict(_weeks(c, today)),
        **dict(_people(c)),
        **dict(_sources(c)),
        **dict(_fields(c)),
        **dict(_openings(c)),
        **dict(_market(c.market)),
        **dict(_tiles(c, today)),
    }


def _tiles(c: Campaign, today: date) -> Iterator[tuple[CellPlace, Value]]:
    letters = {w.monday: w.approaches for w in c.weeks}.get(monday_of(today), 0)
    yield (at.TILE_VALUE, at.THIS_WEEK), f"{letters} of {c.weekly_letters}"
    yield (at.TILE_VALUE, at.RUNWAY), "no goal" if c.runway_days is None else c.runway_days
    yield (at.TILE_VALUE, at.AGREED), f"{c.acceptance.agreed} of {c.acceptance.n}"
    yield (at.TILE_VALUE, at.THANKED), f"{c.thanked_in_24h} of {c.conversations}"
    yield (at.TILE_VALUE, at.OPENINGS), len(c.openings)


def _weeks(c: Campaign, today: date) -> Iterator[tuple[CellPlace, Value]]:
    letters = {w.monday: w.approaches for w in c.weeks}
    for row in range(at.FIRST, at.LAST_WEEK + 1):
        monday = monday_of(today) - timedelta(weeks=at.LAST_WEEK - row)
        yield (row, at.WEEK), monday
        yield (row, at.LETTERS), letters.get(monday, 0)
        yield (row, at.GOAL), c.weekly_letters


def _people(c: Campaign) -> Iterator[tuple[CellPlace, Value]]:
    for row, people in enumerate(c.funnel, at.FIRST):
        yield (row, at.PEOPLE), people
    yield (at.CONVERSATIONS_ROW, at.PEOPLE), c.conversations
    yield (at.THANKED_ROW, at.PEOPLE), c.thanked_in_24h
    yield (at.LEFT_ROW, at.PEOPLE), c.targets
    yield (at.DAILY_GOAL_ROW, at.PEOPLE), c.daily_goal
    yield (at.FROM_ROW, at.PEOPLE), c.since or 0


def _sources(c: Campaign) -> Iterator[tuple[CellPlace, Value]]:
    found = {r.source: r for r in c.by_source}
    for row, source in enumerate(at.SOURCES, at.FIRST):
        r = found.get(source)
        agreed, n = (r.agreed, r.n) if r else (0, 0)
        yield from _rate(row, agreed, n)
        yield (row, at.LABEL), f"{source} ({agreed} of {n})" if n else source
    yield from _rate(at.ALL_ROW, c.acceptance.agreed, c.acceptance.n)


def _rate(row: int, agreed: int, n: int) -> Iterator[tuple[CellPlace, Value]]:
    yield (row, at.YES), agreed
    yield (row, at.ANSWERED), n
    yield (row, at.RATE), agreed / n if n else None


def _fields(c: Campaign) -> Iterator[tuple[CellPlace, Value]]:
    for number in range(at.FIELDS):
        fit = c.fit[number] if number < len(c.fit) else None
        row = at.FIT_FIRST + number
        yield (row, at.FIELD), fit.field if fit else None
        yield (row, at.MEAN), fit.fit if fit else None
        yield (row, at.MARKS), fit.n if fit else None


def _openings(c: Campaign) -> Iterator[tuple[CellPlace, Value]]:
    for number in range(at.SHOWN_OPENINGS):
        said = ": ".join(c.openings[number]) if number < len(c.openings) else ""
        said = " ".join(said.split())
        yield (
            (at.OPENING_FIRST + number, at.OPENING),
            (said if len(said) <= MAX_OPENING else said[: MAX_OPENING - 1] + "…") or None,
        )


def _market(market: Market | None) -> Iterator[tuple[CellPlace, Value]]:
    """Set letters and applications side by side; as texts, so that no rate stands there without its range (R24)."""
    sides = {at.FROM_LETTERS: market.letters, at.FROM_APPLICATIONS: market.applications} if market else {}
    for column in (at.FROM_LETTERS, at.FROM_APPLICATIONS):
        side = sides.get(column)
        yield (at.SENT_ROW, column), side.n if side else f"from {ENOUGH} of each on"
        yield (at.ANSWERED_ROW, column), f"{side.answers} {in_brackets(side.answers_range)}" if side else None
        yield (
            (at.INTERVIEWS_ROW, column),
            f"{side.interviews} {in_brackets(side.interviews_range)}" if side else None,
        )
        yield (at.DAYS_ROW, column), _days(side) if side else None


def _days(side: Side) -> str | None:
    if side.middle is None:
        return None
    low, high = side.middle_range or (min(side.days), max(side.days))
    return f"{side.middle:g} ({low:g} to {high:g}; n = {len(side.days)})"


_SIDE_BY_SIDE = frozenset(
    (row, column) for row in at.SIDE_ROWS for column in (at.FROM_LETTERS, at.FROM_APPLICATIONS)
)


_SIDE_LABELS: dict[CellPlace, Value] = {
    **{(at.MARKET_HEADS, column): head for column, head in at.SIDE_HEADS.items()},
    **{(row, at.SIDE): label for row, label in at.SIDE_ROWS.items()},
}


def shown_after(held: OnDashboard, edits: Iterable[Edit]) -> OnDashboard:
    """Give what the sheet shows once edits are written; a date may be read as one or as a number, which counts as the same."""
    values = dict(held.values)
    for edit in edits:
        if isinstance(edit, CachedValue | CellChange) and edit.sheet == at.SHEET:
            values[edit.row, edit.column] = edit.value
    return held._replace(values={place: value for place, value in values.items() if value is not None})


def _edit(place: CellPlace, value: Value, is_formula: bool) -> Edit:
    return CachedValue(at.SHEET, *place, value) if is_formula else CellChange(at.SHEET, *place, value)


def _same(held: object, wanted: object) -> bool:
    held, wanted = _serial(held), _serial(wanted)
    if isinstance(held, int | float) and isinstance(wanted, int | float):
        return isclose(held, wanted, abs_tol=1e-9)
    return (held if held != "" else None) == wanted


def _serial(value: object) -> object:
    """Count a date's days as a cell does: whether 0 and dates come back as such depends on the cell's format."""
    if isinstance(value, time):
        return 0
    if isinstance(value, date):
        return date(value.year, value.month, value.day).toordinal() - _DAY_0.toordinal()
    return value
