"""A letter in doubt never goes again by itself, though the ledger is older, lost, or another computer's. No mailbox helps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from tests.books import person
from tests.end_to_end.routine import Routine
from tests.faults.doubt import MISHAPS, ledger_file, lost, older


@pytest.fixture
def routine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Routine:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    return Routine(tmp_path).with_book([person()])


def in_doubt(routine: Routine, state: SendState) -> tuple[str, Path]:
    """Bring the first letter to a state that the sheet shows; return its code and the ledger from before."""
    routine.daily()
    code = routine.drafts()[0]["code"]
    routine.run("approve", code)
    before = routine.folder / "before.sqlite"
    with Ledger(ledger_file()) as ledger:
        ledger._db.execute("VACUUM INTO ?", (str(before),))
        record = ledger.state().drafts[code]
        now = datetime(2026, 12, 7, 12).astimezone()
        ledger.record(
            Receipt(
                record.identity,
                state,
                date(2026, 11, 20),
                now,
                routine.drafts()[0]["to"],
                "Your work",
                "Email",
            )
        )
    routine.daily()
    return code, before


@pytest.mark.parametrize("mishap", MISHAPS, ids=lambda f: f.__name__)
def test_a_letter_in_check_stays_in_check(routine: Routine, mishap: Callable[[Path], None]) -> None:
    code, before = in_doubt(routine, SendState.CHECK)
    assert routine.drafts()[0]["status"] == "Check"
    mishap(before)
    for _ in range(2):
        said = routine.run("send", "--json", code=5).document
        assert [(o["code"], o["outcome"]) for o in said] == [(code, "check")]
        assert not list(routine.ready.glob("*"))
    routine.run("approve", code, code=None)
    assert routine.went() == []
    routine.run("resolve", code, "release")
    routine.run("approve", code)
    assert [o["code"] for o in routine.went()] == [code]


@pytest.mark.parametrize("mishap", [older, lost], ids=lambda f: f.__name__)
def test_a_letter_in_check_is_kept_though_its_step_is_not_due(
    routine: Routine, mishap: Callable[[Path], None]
) -> None:
    code, before = in_doubt(routine, SendState.CHECK)
    mishap(before)
    routine.type_on_contacts(2, On_hold="Yes")
    routine.daily()
    routine.type_on_contacts(2, On_hold=None)
    routine.daily()
    assert [(d["code"], d["status"]) for d in routine.drafts()] == [(code, "Check")]
    assert routine.went() == []


def test_a_release_that_could_not_be_written_stays_a_release(routine: Routine) -> None:
    code, _ = in_doubt(routine, SendState.CHECK)
    sheet = routine.book.read_bytes()
    routine.run("resolve", code, "release")
    routine.book.write_bytes(sheet)
    routine.daily()
    assert routine.drafts()[0]["status"] != "Check"


def test_an_attempt_of_another_computer_after_the_release_is_in_doubt(routine: Routine) -> None:
    code, _ = in_doubt(routine, SendState.CHECK)
    routine.run("resolve", code, "release")
    routine.daily()
    routine.type_on_drafts(code, Status="Check", Sent_on=routine.today)
    routine.daily()
    assert routine.drafts()[0]["status"] == "Check"
    assert routine.went() == []
