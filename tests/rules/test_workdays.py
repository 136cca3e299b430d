"""Business days: weekends, public holidays, days off, in both directions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import holidays
import pytest

from pipeline.day.publicdays import workdays_of
from pipeline.rules.workdays import Workdays
from tests.people import WORKDAYS, d

US = WORKDAYS


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("11-24", 0, "11-24"),
        ("11-24", 1, "11-25"),
        ("11-24", 2, "11-27"),
        ("11-25", 1, "11-27"),
        ("11-26", 0, "11-27"),
        ("11-26", 1, "11-27"),
        ("11-27", 1, "11-30"),
        ("11-28", 0, "11-30"),
        ("11-28", 1, "11-30"),
        ("11-29", 0, "11-30"),
        ("11-29", 5, "12-04"),
        ("11-30", -1, "11-27"),
        ("11-27", -1, "11-25"),
        ("11-26", -1, "11-25"),
        ("11-29", -1, "11-27"),
        ("11-29", -2, "11-25"),
        ("12-31", 1, "2027-01-04"),
    ],
)
def test_moves_over_weekends_and_thanksgiving(start: str, n: int, end: str) -> None:
    assert US.bd(d(start), n) == d(end)


def test_a_day_moved_by_nothing_goes_forward_only_where_it_is_no_business_day() -> None:
    assert all(US.bd(d(day), 0) == d(day) for day in ("11-23", "11-24", "11-25", "11-27"))


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        ("11-24", "11-23", 0),
        ("11-24", "11-24", 0),
        ("11-24", "11-25", 1),
        ("11-24", "11-26", 1),
        ("11-24", "11-27", 2),
        ("11-28", "11-29", 0),
        ("11-28", "11-30", 0),
        ("11-28", "12-01", 1),
        ("11-27", "11-29", 0),
        ("11-27", "11-30", 1),
    ],
)
def test_late_counts_business_days_after_the_day_it_could_first_be_done(
    due: str, today: str, late: int
) -> None:
    assert US.late(d(due), d(today)) == late
    assert US.late(d(due), d(today)) == late


def test_days_off_are_no_business_days_both_ends_included() -> None:
    days = Workdays(days_off=[(d("11-30"), d("12-02")), (d("12-04"), d("12-04"))])
    assert not any(days.is_business_day(d(day)) for day in ("11-30", "12-01", "12-02", "12-04"))
    assert days.bd(d("11-27"), 1) == d("12-03")
    assert days.bd(d("12-03"), 1) == d("12-07")
    assert days.bd(d("12-07"), -1) == d("12-03")
    assert days.between(d("11-27"), d("12-07")) == 2


def test_between_excludes_the_first_day_and_includes_the_last() -> None:
    assert US.between(d("11-23"), d("11-24")) == 1
    assert US.between(d("11-24"), d("11-24")) == 0
    assert US.between(d("11-25"), d("11-24")) == 0


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("11-26", "Thanksgiving Day"),
        ("11-28", "Saturday"),
        ("11-29", "Sunday"),
        ("11-27", ""),
        ("12-25", "Christmas Day"),
    ],
)
def test_a_day_that_is_none_for_business_has_a_name(day: str, name: str) -> None:
    assert US.day_off(d(day)) == name


def test_a_day_off_of_ones_own_is_named_too() -> None:
    days = Workdays(lambda _year: {d("11-26"): "Thanksgiving"}, days_off=[(d("11-30"), d("12-05"))])
    assert [days.day_off(d(day)) for day in ("11-26", "11-30", "12-05", "12-07")] == [
        "Thanksgiving",
        "Day off",
        "Day off",
        "",
    ]


def test_each_country_has_its_own_holidays() -> None:
    assert workdays_of("gb").is_business_day(d("11-26"))
    assert not workdays_of("US").is_business_day(d("11-26"))
    assert not workdays_of("DE").is_business_day(date(2026, 12, 25))


@pytest.mark.parametrize("country", ["XX", "", "Utopia"])
def test_an_unknown_country_has_weekends_only(country: str) -> None:
    days = workdays_of(country)
    assert days.is_business_day(date(2026, 12, 25))
    assert not days.is_business_day(d("11-28"))


def test_the_library_is_asked_once_for_a_year_also_where_nothing_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("a file where the folder would be")
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    asked: list[Any] = []
    ask = holidays.country_holidays
    monkeypatch.setattr(
        holidays, "country_holidays", lambda *of, **more: asked.append(of) or ask(*of, **more)
    )
    for _ in range(2):
        assert not workdays_of("IS").is_business_day(date(2031, 12, 25))
    assert len(asked) == 2  # for the country, and for its parts


def test_days_off_without_an_end_in_sight_do_not_hang() -> None:
    days = Workdays(days_off=[(date(2000, 1, 1), date(2090, 1, 1))])
    assert isinstance(days.bd(d("11-24"), 1), date)
