"""Nothing is promised for a day that is a holiday in some part of a country of which no part is named."""

from __future__ import annotations

from datetime import date

from pipeline.day.publicdays import knows_country, workdays_of

AUGUST_BANK_HOLIDAY = date(2026, 8, 31)
FAMILY_DAY = date(2027, 2, 15)


def test_without_a_part_a_promise_passes_over_a_holiday_of_any_part() -> None:
    days = workdays_of("GB")
    assert days.bd(date(2026, 8, 24), 5) == AUGUST_BANK_HOLIDAY
    assert days.promised(date(2026, 8, 24), 5) == date(2026, 9, 1)
    assert workdays_of("CA").promised(date(2027, 2, 8), 5) == date(2027, 2, 16)


def test_with_a_part_its_own_holidays_count() -> None:
    assert not workdays_of("GB-ENG").is_business_day(AUGUST_BANK_HOLIDAY)
    assert workdays_of("GB-SCT").promised(date(2026, 8, 24), 5) == AUGUST_BANK_HOLIDAY
    assert not workdays_of("CA-ON").is_business_day(FAMILY_DAY)
    assert workdays_of("CA-QC").is_business_day(FAMILY_DAY)


def test_parts_that_there_are_none_of_are_unknown() -> None:
    assert all(map(knows_country, ("US", "US-MA", "DE-SN", "gb-eng")))
    assert not any(map(knows_country, ("XX", "US-XX", "DE-", "USA")))
