"""Where everything on the Dashboard sheet stands: the one place from which it is built and its values are kept right."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model import Source
from pipeline.workbook.refs import CellPlace

SHEET = "Dashboard"
MARKER_AT: CellPlace = (70, 13)
MARKER = "Layout 1"
"""Stands below and to the right of all else: rows or columns put in or taken out move it, and then nothing is written."""

# The tiles: label, large value, caption.
TILE_LABEL, TILE_VALUE, TILE_CAPTION = 5, 6, 7
THIS_WEEK, RUNWAY, AGREED, THANKED, OPENINGS = 2, 6, 9, 10, 12

# The numbers behind the charts.
HEADS = 46
FIRST = HEADS + 1
WEEKS = 12
LAST_WEEK = FIRST + WEEKS - 1
WEEK, LETTERS, GOAL = 2, 3, 4

FUNNEL = ("On the list", "Written to", "Talked with", "Gave referrals")
STEP, PEOPLE = 6, 7

# Single values below the funnel, in the columns of the funnel.
CONVERSATIONS_ROW, THANKED_ROW, LEFT_ROW, DAILY_GOAL_ROW, FROM_ROW = 52, 53, 54, 55, 56

SOURCES = (*(str(s) for s in Source if s is not Source.SAMPLE), "Not said")
SOURCE, YES, ANSWERED, RATE, LABEL = 9, 10, 11, 12, 13
ALL_ROW = FIRST + len(SOURCES)

FIT_HEADS = ALL_ROW + 3
FIT_FIRST, FIELDS = FIT_HEADS + 1, 6
FIELD, MEAN, MARKS = 9, 10, 11

OPENING_HEADS = 59
OPENING_FIRST, SHOWN_OPENINGS, OPENING = OPENING_HEADS + 1, 8, 6

MARKET_HEADS = FIT_FIRST + FIELDS + 1
SIDE, FROM_LETTERS, FROM_APPLICATIONS = 9, 10, 12
SIDE_HEADS = {SIDE: "So far *", FROM_LETTERS: "Letters to people", FROM_APPLICATIONS: "Applications"}
SENT_ROW, ANSWERED_ROW, INTERVIEWS_ROW, DAYS_ROW = range(MARKET_HEADS + 1, MARKET_HEADS + 5)
SIDE_ROWS = {
    SENT_ROW: "Sent", ANSWERED_ROW: "Answered", INTERVIEWS_ROW: "Interviews", DAYS_ROW: "Days to first answer",
}  # fmt: skip


class OnDashboard(NamedTuple):
    """The Dashboard sheet as read: its values, and which of its cells hold formulas; nothing at all where there is none."""

    values: Mapping[CellPlace, object] = MappingProxyType({})
    formulas: frozenset[CellPlace] = frozenset()

    @property
    def is_ours(self) -> bool:
        """Tell whether everything stands where it was built."""
        return self.values.get(MARKER_AT) == MARKER

    @property
    def compares(self) -> bool:
        """Tell whether it has the place for letters beside applications: older ones don't."""
        return self.values.get((MARKET_HEADS, FROM_APPLICATIONS)) == SIDE_HEADS[FROM_APPLICATIONS]

    @property
    def may_compare(self) -> bool:
        """Tell whether that place is free: nobody has put anything else there."""
        rows, columns = range(MARKET_HEADS, DAYS_ROW + 1), range(SIDE, FROM_APPLICATIONS + 2)
        return all(self.values.get((row, column)) in (None, "") for row in rows for column in columns)


NOTHING = OnDashboard()
