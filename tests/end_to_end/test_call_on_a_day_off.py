"""A call noted for a day that is none for business is said so at its cell, and stays due on that day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.books import at, person

from .routine import Routine

SENT = {"Approach_sent": date(2026, 11, 30), "Phone": "555-0101"}


@pytest.mark.parametrize(
    ("day", "named"),
    [
        (date(2026, 12, 28), "one of your days off"),
        (date(2026, 12, 12), "a Saturday"),
        (date(2026, 12, 25), "Christmas Day"),
    ],
)
def test_it_is_said_at_the_cell_and_the_day_is_kept(tmp_path: Path, day: date, named: str) -> None:
    routine = Routine(tmp_path).with_book(
        [person(**SENT, Call_again_on=day)], settings={"Days off": "2026-12-24 to 2026-12-31"}
    )
    [problem] = routine.run("check", "--json", code=None).document
    assert (problem["where"], problem["severity"]) == (at("Call again on", 2), "warning")
    assert f"says {day}, and that is {named}. It stays so, as you may have agreed on it" in problem["message"]
    routine.daily()
    assert routine.rows()[0]["Due"].date() == day


@pytest.mark.parametrize(
    "cells",
    [
        {"Call_again_on": date(2026, 12, 10)},
        {"Call_again_on": date(2026, 12, 5)},
        {"Call_again_on": date(2026, 12, 12), "Called_on": date(2026, 12, 12), "Call_result": "No answer"},
    ],
)
def test_nothing_is_said_of_a_business_day_or_of_one_gone_by(
    tmp_path: Path, cells: dict[str, object]
) -> None:
    routine = Routine(tmp_path).with_book([person(**SENT, **cells)])
    said = routine.run("check", "--json", code=None).document
    assert [p for p in said if p["column"] == "Call again on"] == []
