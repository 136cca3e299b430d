"""A ledger that is damaged or in use: the day is shown, nothing is sent, and it is said what to do."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.day.decide import decide
from pipeline.day.exporting import export_all
from pipeline.day.gather import gather
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import SendState
from tests.books import person
from tests.systems import needs_modes

from .routine import MONDAY, Routine, steady


def approved(routine: Routine) -> Path:
    """A day with one letter approved; return the ledger."""
    routine.with_book([person()]).daily()
    routine.run("approve", routine.draft()["code"])
    return gather(routine.book, MONDAY, datetime(2026, 12, 7, 9)).ledger_path


@pytest.mark.parametrize(
    "content", [b"not a ledger at all, but a text of some length " * 40, b"SQLite format 3\0" * 99]
)
def test_a_damaged_ledger_shows_the_day_and_the_way_out(routine: Routine, content: bytes) -> None:
    ledger = approved(routine)
    for path in ledger.parent.glob(ledger.name + "-*"):
        path.unlink()
    ledger.write_bytes(content)
    before = routine.prints()
    answer = routine.daily(code=1)
    assert "Ada Okafor" in answer.out
    assert "is damaged" in answer.err
    assert "move it away" in answer.err
    assert "is damaged" in routine.run("send", code=1).err
    assert "is damaged" in routine.run("doctor").said
    assert routine.prints() == before
    assert ledger.read_bytes() == content


def test_a_ledger_in_use_is_told_from_a_damaged_one(
    routine: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = approved(routine)
    monkeypatch.setattr("pipeline.ledger.file.PATIENCE", 0.1)
    routine.edit_file(routine.draft()["code"], "Dear", "Dear good")
    holder = sqlite3.connect(ledger, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        answer = routine.daily(code=1)
    finally:
        holder.close()
    assert "in use by another run" in answer.err
    assert "Ada Okafor" in answer.out


def test_a_newer_ledger_is_refused(routine: Routine) -> None:
    ledger = approved(routine)
    with sqlite3.connect(ledger) as db:
        db.execute("PRAGMA user_version = 99")
    assert "newer version of Remembered" in routine.daily(code=1).err


def test_two_sends_at_once_export_a_letter_once(routine: Routine) -> None:
    approved(routine)
    now = datetime(2026, 12, 7, 9)
    one, other = (decide(gather(routine.book, MONDAY, now)) for _ in range(2))
    assert [o.outcome for o in export_all(one, one.review.drafts, now)] == ["exported"]
    assert [o.outcome for o in export_all(other, other.review.drafts, now)] == ["held"]


@pytest.mark.parametrize("written", [True, False])
def test_an_export_that_was_stopped_is_settled_by_its_file(routine: Routine, written: bool) -> None:
    ledger = approved(routine)
    code, before = routine.draft()["code"], routine.book.read_bytes()
    routine.run("send")
    routine.book.write_bytes(before)
    with Ledger(ledger) as book, book.transaction() as db:
        db.execute("UPDATE receipt SET state = ?", (SendState.EXPORTING,))
    if not written:
        for path in routine.ready.iterdir():
            path.unlink()
    routine.daily()
    assert routine.on_drafts(code)["Status"] == ("Exported" if written else "Approved")
    steady(routine)


def test_a_file_that_cannot_be_written_leaves_the_letter_approved(routine: Routine) -> None:
    approved(routine)
    code = routine.draft()["code"]
    routine.ready.write_text("a file where the folder should be")
    assert routine.run("send", "--json", code=5).document[0]["outcome"] == "held"
    assert routine.draft(code=code)["status"] == "Approved"
    routine.ready.unlink()
    assert routine.run("send", "--json").document[0]["outcome"] == "exported"


def test_a_receipt_of_the_year_26_stops_no_day(routine: Routine) -> None:
    ledger = approved(routine)
    code = routine.draft()["code"]
    routine.run("send")
    routine.run("resolve", code, "sent")
    with Ledger(ledger) as book, book.transaction() as db:
        db.execute("UPDATE receipt SET on_day = '0026-11-25'")
    for name in ("Approach sent", "Last contact"):
        routine.type_on_contacts(2, **{name.replace(" ", "_"): None})
    routine.daily()
    assert all(r["Date"] is None or r["Date"].year > 2000 for r in routine.rows("History"))


@needs_modes
@pytest.mark.parametrize(("mode", "file_mode"), [(0o600, 0o600), (0o640, 0o640), (0o644, 0o644)])
def test_files_are_as_readable_as_the_workbook(routine: Routine, mode: int, file_mode: int) -> None:
    routine.with_book([person()])
    routine.book.chmod(mode)
    routine.daily()
    routine.run("approve", routine.draft()["code"])
    routine.run("send")
    for path in routine.folder.rglob("*"):
        wanted = file_mode if path.is_file() else file_mode | 0o100 | (file_mode & 0o444) >> 2
        assert path.stat().st_mode & 0o777 & ~wanted == 0, path


@needs_modes
def test_what_stood_open_is_closed_with_the_workbook(routine: Routine) -> None:
    routine.with_book([person()]).daily()
    routine.outbox.chmod(0o755)
    routine.book.chmod(0o600)
    routine.daily()
    assert routine.outbox.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("day", ["0001-01-01", "0026-11-25", "9999-12-31", "112526"])
def test_a_day_out_of_reach_is_a_sentence(routine: Routine, day: str) -> None:
    routine.with_book([person()])
    for command in ("daily", "agenda", "sheets"):
        assert routine.run(command, "--today", day, dated=False, code=2).err


def test_the_log_has_ids_and_counts_and_no_names(routine: Routine, data_folder: Path) -> None:
    routine.with_book([person()]).daily()
    code = routine.draft()["code"]
    routine.run("approve", code)
    said = routine.run("send", "-v").err
    routine.run("explain", "Nobody Anywhere", code=2)
    log = (data_folder / "remembered.log").read_text()
    assert f"letter {code}: exported" in log
    assert f"letter {code}: exported" in said
    assert "1 contacts" in log
    assert "explain ends with 2" in log
    for word in ("Ada", "Okafor", "Nobody", "@example", "Dear"):
        assert word not in log
    assert str(data_folder / "remembered.log") in routine.run("doctor").said


def test_a_second_letter_to_one_address_on_one_day_is_blocked(routine: Routine) -> None:
    routine.with_book(
        [person("Ada", "Okafor", Email="desk@example.org"), person("Bo", "Lind", Email="desk@example.org")]
    ).daily()
    first, second = routine.drafts()
    routine.run("approve", first["code"], second["code"])
    outcomes = routine.run("send", "--json", code=5).document
    assert sorted(o["outcome"] for o in outcomes) == ["exported", "held"]
    other = next(d for d in routine.drafts() if d["status"] != "Exported")
    assert other["status"] == "Blocked"
    assert "same-day" in [c["check"] for c in other["checks"]]
    routine.today = date(2026, 12, 8)
    routine.daily()
    assert "same-day" not in [c["check"] for c in routine.draft(code=other["code"])["checks"]]
