"""Forgetting a person leaves nothing of theirs beside the workbook, and all of everybody else's."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.ledger.forget import ForgetPlan, forget, plan_forget
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import SendState
from pipeline.mail.files import export
from tests.books import make_book, person
from tests.peers.letters import ME, approved, contact, letter

ADA = contact(0, first_name="Ada", last_name="Okafor", email="ada.okafor@example.org")
BO = contact(1, first_name="Bo", last_name="Lindqvist", email="bo.lindqvist@example.org")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    outbox, backups = tmp_path / "outbox", tmp_path / "backups"
    for folder in (outbox / "set-aside", outbox / "ready", backups):
        folder.mkdir(parents=True)
    for who in (ADA, BO):
        one = letter(who.row - 2, name=who.name, to=who.email)
        head = f"To: {who.email}\nSubject: hello\n\nDear {who.first_name},\n"
        (outbox / f"{one.code}-approach-{who.first_name}-{who.last_name}.txt").write_text(head)
        (outbox / "set-aside" / f"ZZZZ{who.row}-follow-up-somebody.txt").write_text(head)
        export(one, [], ME, outbox / "ready")
    make_book(backups / "both.xlsx", [person("Ada", "Okafor"), person("Bo", "Lindqvist")])
    make_book(backups / "bo.xlsx", [person("Bo", "Lindqvist", Notes="Adamant about Okaforian intake forms")])
    (backups / "broken.xlsx").write_text("not a workbook")
    return tmp_path


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger(tmp_path / "data" / "ledger.sqlite")
    people = [letter(0, name=ADA.name, to=ADA.email), letter(1, name=BO.name, to=BO.email)]
    for one in approved(made, people):
        made.settle(one.receipt(SendState.ACCEPTED, datetime(2026, 11, 23, tzinfo=UTC)))
    return made


def planned(place: Path, ledger: Ledger) -> ForgetPlan:
    return plan_forget([ADA], ledger, place / "outbox", place / "backups")


def test_the_plan_is_shown_and_changes_nothing(place: Path, ledger: Ledger) -> None:
    before = sorted(place.rglob("*"))
    lines = planned(place, ledger).lines()
    assert sorted(place.rglob("*")) == before
    assert sum("the file" in line for line in lines) == 3
    assert sum("the backup" in line for line in lines) == 2
    assert not any("Bo" in line or "bo.xlsx" in line for line in lines)


def test_nothing_of_the_person_is_left_and_all_of_the_others(place: Path, ledger: Ledger) -> None:
    forget(planned(place, ledger), ledger)
    ledger.close()
    files = [p for p in place.rglob("*") if p.is_file()]
    left = b"".join(p.read_bytes() for p in files)
    assert b"ada.okafor@example.org" not in left
    assert b"Ada Okafor" not in left
    assert sorted(p.name for p in (place / "backups").iterdir()) == ["bo.xlsx"]
    assert len([p for p in (place / "outbox").rglob("*") if p.is_file()]) == 3
    assert b"bo.lindqvist@example.org" in left


def test_forgetting_twice_does_nothing_more(place: Path, ledger: Ledger) -> None:
    forget(planned(place, ledger), ledger)
    assert planned(place, ledger).lines() == ()


def test_a_person_without_letters_is_no_fault(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_forget([contact(7)], ledger, tmp_path / "no outbox", tmp_path / "no backups")
    assert plan.lines() == ()
