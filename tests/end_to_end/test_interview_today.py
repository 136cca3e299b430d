"""An interview of today is not late: the day's list says today, and when."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from tests.books import person

from .routine import MONDAY, Routine

MEETING = datetime(2026, 12, 8, 14, 30)


def test_an_interview_of_today_is_today_and_not_late(tmp_path: Path) -> None:
    held = {
        "Interview on": MEETING,
        "Interview type": "Phone",
        "Call result": "Accepted - phone",
        "Called on": MONDAY,
    }
    routine = Routine(tmp_path).with_book([person(**held)])
    assert "1 day" not in routine.daily().said
    routine.today = MONDAY + timedelta(days=1)
    said = routine.daily().said
    assert "today at 14:30" in said
    assert "1 day" not in said
    assert [r["Late"] for r in routine.rows("Today") if r["Step"] == "Prepare"] == ["today"]
