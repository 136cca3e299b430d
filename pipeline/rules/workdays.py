"""Business days: Monday to Friday less public holidays and the user's days off."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date, timedelta

from pipeline.model.dates import WEEKDAYS

ONE = timedelta(days=1)


class Workdays:
    """Count in business days.

    `holidays_of(year)` gives a year's public holidays, with their names where they are known; `days_off` are ranges, ends
    included; `somewhere(year)` gives the days that are holidays in some part of a country of which no part is named.
    """

    def __init__(
        self,
        holidays_of: Callable[[int], Mapping[date, str] | Iterable[date]] = lambda _year: (),
        days_off: Sequence[tuple[date, date]] = (),
        somewhere: Callable[[int], Container[date]] = lambda _year: (),
    ) -> None:
        self._somewhere = somewhere
        self._holidays_of = holidays_of
        self._days_off = tuple(days_off)
        self._years: dict[int, Mapping[date, str]] = {}
        self._moved: dict[tuple[date, int], date] = {}
        self._late: dict[tuple[date, date], int] = {}

    def is_business_day(self, day: date) -> bool:
        """Tell whether a day is Mon-Fri, no public holiday and no day off."""
        return day.weekday() < 5 and day not in self._holidays(day.year) and not self._off(day)

    def day_off(self, day: date) -> str:
        """Name what makes a day none for business: the holiday, a day off, the weekend; "" for a business day."""
        if day in self._holidays(day.year):
            return self._holidays(day.year)[day] or "Public holiday"
        if self._off(day):
            return "Day off"
        return WEEKDAYS[day.weekday()] if day.weekday() >= 5 else ""

    def _holidays(self, year: int) -> Mapping[date, str]:
        if year not in self._years:
            found = self._holidays_of(year)
            self._years[year] = found if isinstance(found, Mapping) else dict.fromkeys(found, "")
        return self._years[year]

    def _off(self, day: date) -> bool:
        return any(a <= day <= b for a, b in self._days_off)

    def bd(self, day: date, n: int) -> date:
        """Return the n-th business day after a day; n = 0: the day, moved forward to a business day; n < 0: before it."""
        key = (day, n)
        if key not in self._moved:
            self._moved[key] = self._move(day, n)
        return self._moved[key]

    def promised(self, day: date, n: int) -> date:
        """Return the n-th business day after a day, or the next that is a holiday nowhere in the country."""
        found = self.bd(day, n)
        while found in self._somewhere(found.year):
            found = self.bd(found, 1)
        return found

    def between(self, start: date, end: date) -> int:
        """Count the business days after `start` up to and including `end`; 0 where end is not later."""
        return sum(self.is_business_day(start + ONE * i) for i in range(1, (end - start).days + 1))

    def late(self, due: date, today: date) -> int:
        """Count the business days after bd(due, 0) up to today."""
        key = (due, today)
        if key not in self._late:
            self._late[key] = self.between(self.bd(due, 0), today)
        return self._late[key]

    def _move(self, day: date, n: int) -> date:
        step = ONE if n >= 0 else -ONE
        left = abs(n)
        if left == 0:
            left, day = 1, day - ONE
        for _ in range(4000):
            day += step
            if self.is_business_day(day):
                left -= 1
                if left == 0:
                    return day
        return day
