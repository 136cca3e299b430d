"""A letter in doubt never goes again by itself, though the ledger is older, lost, or another computer's. No mailbox helps."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from tests.books import person
from tests.end_to_end.routine import Routine


def _ledger() -> Path:
    [found] = (p for p in Path(os.environ["REMEMBERED_DATA_DIR"]).glob("*.sqlite") if p.stem != "before")
    return found


def older(before: Path) -> None:
    """Put the ledger back as it was when the letter was only approved."""
    now = _ledger()
    for suffix in ("-wal", "-shm"):
        now.with_name(now.name + suffix).unlink(missing_ok=True)
    shutil.copy(before, now)


def lost(_before: Path) -> None:
    """Lose the ledger."""
    now = _ledger()
    for path in now.parent.glob(now.name + "*"):
        path.unlink()


def another_computers(_before: Path) -> None:
    """Open the workbook where nothing was ever sent: its ledger knows other letters only."""
    lost(_before)
    Ledger(_before.with_name("unused.sqlite")).close()


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
    with Ledger(_ledger()) as ledger:
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


@pytest.mark.parametrize("mishap", [older, lost, another_computers], ids=lambda f: f.__name__)
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
