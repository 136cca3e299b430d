"""A backup put back that is older than what has gone and come since: what the ledger knows is asked about (R3, R5, R10, R12)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import at, person
from tests.end_to_end.routine import Routine, steady


@pytest.fixture
def routine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Routine:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    return Routine(tmp_path)


def _problems(routine: Routine) -> dict[str, str]:
    return {p["where"]: p["message"] for p in routine.run("check", "--json", code=None).document}


def _sends(routine: Routine) -> str:
    """Let the one letter in review go, and say that it went; return its code."""
    routine.daily()
    code: str = routine.draft()["code"]
    routine.run("approve", code)
    assert [o["code"] for o in routine.went()] == [code]
    routine.run("resolve", code, "sent")
    routine.daily()
    return code


def test_a_first_letter_goes_once_though_the_address_is_corrected_in_a_workbook_from_before_it(
    routine: Routine,
) -> None:
    routine.with_book([person()])
    before = routine.book.read_bytes()
    _sends(routine)
    routine.book.write_bytes(before)
    routine.type_on_contacts(2, Email="ada.okafor@example.net")
    routine.daily()
    assert "no letter goes to this row until that is resolved" in _problems(routine)[at("ID", 2)]
    assert routine.drafts() == []
    steady(routine)
