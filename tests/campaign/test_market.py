"""R24: applications beside letters, with their uncertainty, and nothing below ten of either."""

from __future__ import annotations

from datetime import date, timedelta
from math import comb

import pytest

from pipeline.campaign import as_json, as_lines, campaign
from pipeline.campaign.odds import median_interval
from pipeline.model import Application, ApplicationAnswer, CallResult, EventKind, Settings
from pipeline.rules.intervals import Intervals
from pipeline.rules.workdays import Workdays
from pipeline.sheets import dashboard_cells as at
from pipeline.sheets.dashboard import dashboard_edits
from pipeline.sheets.dashboard_cells import OnDashboard
from tests.people import contact, event

TODAY = date(2026, 12, 7)
SENT = date(2026, 11, 2)


def applied(n: int, **more) -> Application:
    return Application(SENT + timedelta(days=n % 3), **more)


def run(letters: int, applications, *, answers=(), since: date | None = None):
    people = [contact(n, f"P{n}", f"No{n}", approach_sent=SENT) for n in range(2, 2 + letters)]
    events = [event(EventKind.APPROACH, SENT.isoformat(), of=c) for c in people]
    events += [
        event(EventKind.CALL, (SENT + timedelta(days=days)).isoformat(), result, of=people[i])
        for i, (days, result) in enumerate(answers)
    ]
    settings = Settings(act_from=since)
    return campaign(people, events, settings, Intervals(), Workdays(), TODAY, applications=applications)


@pytest.mark.parametrize(("letters", "applications"), [(9, 10), (10, 9), (0, 30), (30, 0)])
def test_below_ten_of_either_nothing_is_said(letters: int, applications: int) -> None:
    c = run(letters, [applied(n) for n in range(applications)])
    assert c.market is None
    assert as_json(c)["market"] is None
    assert "side by side" not in " ".join(as_lines(c))


def test_both_sides_stand_with_their_ranges() -> None:
    answer = ApplicationAnswer
    applications = [
        applied(0, answer=answer.REFUSED, answered_on=SENT + timedelta(days=10)),
        applied(0, answer=answer.INTERVIEW, answered_on=SENT + timedelta(days=20), interview_on=TODAY),
        applied(0, answer=answer.OFFER),
        applied(0, answer=answer.NONE),
        *(applied(n) for n in range(8)),
    ]
    calls = [(5, "Accepted - phone"), (7, str(CallResult.DECLINED)), (8, str(CallResult.NO_ANSWER))]
    c = run(10, applications, answers=calls)
    assert c.market
    assert (c.market.applications.n, c.market.applications.answers, c.market.applications.interviews) == (
        12,
        3,
        2,
    )
    assert c.market.applications.days == (10, 20)
    assert (c.market.letters.n, c.market.letters.answers, c.market.letters.interviews) == (10, 2, 1)
    assert sorted(c.market.letters.days) == [5, 7]
    document = as_json(c)["market"]
    for side in document.values():
        for share in (side["answers"], side["interviews"]):
            assert 0 <= share["low"] <= share["rate"] <= share["high"] <= 1
    said = "\n".join(as_lines(c))
    assert "12 applications: 3 answers (" in said
    assert "10 letters to people: 2 answers (" in said
    assert "15 days until the first answer (10 to 20, from 2 answers, too few" in said


def test_what_lies_before_act_from_counts_nowhere() -> None:
    applications = [applied(0) for _ in range(10)]
    assert run(10, applications).market is not None
    assert run(10, applications, since=SENT + timedelta(days=1)).market is None


@pytest.mark.parametrize("n", range(1, 25))
def test_the_interval_of_a_median_is_the_narrowest_that_is_sure_enough(n: int) -> None:
    found = median_interval(range(n))
    left_out = next((k for k in range((n + 1) // 2, -1, -1) if _holds(n, k) >= 0.8 - 1e-12), None)
    assert found == (None if left_out is None else (left_out, n - 1 - left_out))


def _holds(n: int, left_out: int) -> float:
    """The chance that of n values more than `left_out` lie on each side of the median."""
    if n - 1 - left_out < left_out:
        return 0.0
    return sum(comb(n, k) for k in range(left_out + 1, n - left_out)) / 2**n


def test_an_older_dashboard_gains_the_place_for_both_once_there_is_something_to_compare() -> None:
    ours = {at.MARKER_AT: at.MARKER}
    both, neither = (run(n, [applied(i) for i in range(10)]) for n in (10, 9))
    gained = {(e.row, e.column): e.value for e in dashboard_edits(OnDashboard(ours), both, TODAY)}
    assert gained[at.MARKET_HEADS, at.FROM_APPLICATIONS] == "Applications"
    assert gained[at.SENT_ROW, at.SIDE] == "Sent"
    assert gained[at.SENT_ROW, at.FROM_LETTERS] == 10
    for taken in (OnDashboard(ours), OnDashboard({**ours, (at.DAYS_ROW, at.SIDE): "my own note"})):
        c = neither if taken.values == ours else both
        assert not any(e.row == at.SENT_ROW and e.column >= at.SIDE for e in dashboard_edits(taken, c, TODAY))


def test_where_no_letter_was_sent_none_is_said_to_wait() -> None:
    met = contact(2, "Ada", "One", replied_on="2026-11-20", call_result=CallResult.PUT_OFF)
    c = campaign([met], [], Settings(), Intervals(), Workdays(), TODAY)
    assert not any(line.startswith("0 ") or " 0 " in line for line in as_lines(c) if "waiting" in line)
