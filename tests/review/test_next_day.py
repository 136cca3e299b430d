"""A window that stays open goes on to the next day by itself, and nothing goes on a confirmation of the day before."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.mail.outgoing import SystemClock
from tests.end_to_end.routine import MONDAY
from tests.peers.smtp import SmtpPeer
from tests.review.test_review_web import Page
from tests.review.test_send_from_here import Home, confirm, finished, home  # noqa: F401  (a fixture)

pytest_plugins = ["tests.peers.fixtures"]


class Late:
    """A clock just before midnight, moved on by the test."""

    time = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 23, 59)

    @classmethod
    def now(cls) -> datetime:
        return cls.time


@pytest.fixture
def late(home: Home, monkeypatch: pytest.MonkeyPatch) -> Page:  # noqa: F811
    monkeypatch.setattr(Late, "time", Late.time)
    monkeypatch.setattr(SystemClock, "now", lambda _self: Late.time.astimezone())
    page = home.approved("Ada Okafor", "Bo Ek")
    page.session._clock, page.session._day = Late, None  # type: ignore[assignment]
    return page


def tick() -> None:
    Late.time = Late.time + timedelta(minutes=2)


def test_the_page_shows_the_new_day_at_the_next_look_and_knows_that_it_changed(late: Page) -> None:
    def version() -> Any:
        return late.get("/state?at=today").get_json()["version"]

    before = version()
    assert f"{MONDAY:%A}, {MONDAY:%B} {MONDAY.day}</h1>" in late.text("/")
    tick()
    tuesday = MONDAY + timedelta(days=1)
    assert version() != before
    assert f"{tuesday:%A}, {tuesday:%B} {tuesday.day}</h1>" in late.text("/")
    assert late.session.world().today == tuesday


def test_a_list_that_was_confirmed_the_day_before_is_asked_anew_and_then_goes(
    late: Page, server: SmtpPeer
) -> None:
    old = confirm(late)
    tick()
    answer = late.post("/send/go", old)
    assert answer.status_code == 409
    assert "nothing was sent" in answer.text
    assert server.accepted == []
    late.post("/send/go", confirm(late))
    assert "letters are on their way" in finished(late)
    assert len(server.accepted) == 2


def test_a_window_of_a_day_that_was_asked_for_stays_on_it(late: Page, tmp_path: Path) -> None:
    late.session._day = MONDAY
    tick()
    assert late.session.world().today == MONDAY
