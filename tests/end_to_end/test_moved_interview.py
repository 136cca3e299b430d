"""A talk after a talk: Interview held of the first says nothing of the second, whose day is typed over it (R4, R5, R8)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.ledger.file import data_folder
from pipeline.ledger.ledger import Ledger
from tests.books import person
from tests.end_to_end.routine import Routine, steady

FIRST, AGREED, SECOND = date(2026, 12, 10), date(2026, 12, 11), date(2026, 12, 15)


@pytest.fixture
def ada(tmp_path: Path) -> Routine:
    """Somebody whose first interview is over and written down, on the day after."""
    routine = Routine(tmp_path, date(2026, 12, 9)).with_book(
        [
            person(
                Phone="555-0101",
                Approach_sent=date(2026, 11, 30),
                Called_on=date(2026, 12, 7),
                Call_result="Accepted - phone",
                Interview_on=FIRST,
                Interview_type="Phone",
                Enclose_resume="No",
            )
        ]
    )
    routine.daily()
    routine.today = AGREED
    return routine


def _over(ada: Routine, held: str) -> Routine:
    ada.type_on_contacts(2, Interview_held=held)
    ada.daily()
    return ada


def _moved(ada: Routine, **cells: object) -> None:
    """Type a new day over the old one, as in Excel, and leave Interview held as it stands."""
    ada.type_on_contacts(2, Interview_on=SECOND, **cells)
    ada.daily()


def _on(ada: Routine, day: date) -> list[str]:
    ada.today = day
    ada.daily()
    return [step for step, _ in ada.steps()]


def _held_cell_is_named(ada: Routine) -> bool:
    column = {p["column"] for p in ada.run("check", "--json", code=None).document}
    return "Interview held" in column


def _first_thanked(ada: Routine) -> None:
    ada.type_on_contacts(2, **{"Thank-you sent": AGREED})
    ada.daily()


def test_a_yes_of_the_talk_before_thanks_for_none_to_come(ada: Routine) -> None:
    _first_thanked(_over(ada, "Yes"))
    _moved(ada)
    assert _held_cell_is_named(ada)
    for day in (SECOND, date(2026, 12, 16)):
        steps = _on(ada, day)
        assert "thank_you" not in steps
        assert _held_cell_is_named(ada)
    assert steps == ["record_outcome"]
    steady(ada)


@pytest.mark.parametrize("held", ["Yes", "No-show", "Cancelled"])
def test_the_new_day_is_prepared_for(ada: Routine, held: str) -> None:
    _over(ada, held)
    if held == "Yes":
        _first_thanked(ada)
    _moved(ada, Called_on=AGREED, Call_result="Accepted - phone")
    assert _on(ada, date(2026, 12, 14)) == ["prepare_interview", "confirm"]
    assert "2026-12-15" in ada.run("explain", "Ada Okafor").said
    steady(ada)


def test_blanked_and_filled_in_anew_it_counts(ada: Routine) -> None:
    _first_thanked(_over(ada, "Yes"))
    _moved(ada)
    ada.today = date(2026, 12, 16)
    ada.type_on_contacts(2, Interview_held=None)
    ada.daily()
    assert not _held_cell_is_named(ada)
    ada.type_on_contacts(2, Interview_held="Yes", Thank_them_for="for the tour of the wards")
    ada.daily()
    assert ("thank_you", "Ada Okafor") in ada.steps()
    assert "December 15" in ada.draft("Ada Okafor")["body"]
    steady(ada)


def test_recorded_by_a_command_the_same_word_counts(ada: Routine) -> None:
    _first_thanked(_over(ada, "Yes"))
    _moved(ada)
    ada.today = date(2026, 12, 16)
    ada.daily()
    ada.run("log", "Ada Okafor", "interview", "held", "--on", SECOND.isoformat())
    assert ("thank_you", "Ada Okafor") in ada.steps()
    assert not _held_cell_is_named(ada)
    steady(ada)


def test_another_word_counts_at_once(ada: Routine) -> None:
    _first_thanked(_over(ada, "Yes"))
    _moved(ada)
    ada.today = date(2026, 12, 16)
    ada.type_on_contacts(2, Interview_held="No-show")
    ada.daily()
    assert "thank_you" not in [s for s, _ in ada.steps()]
    assert not _held_cell_is_named(ada)
    assert "was missed" in ada.run("explain", "Ada Okafor").said


def test_a_yes_typed_before_its_day_has_come_is_none(tmp_path: Path) -> None:
    early = Routine(tmp_path, AGREED).with_book(
        [person(Approach_sent=FIRST, Interview_on=SECOND, Interview_type="Phone", Interview_held="Yes")]
    )
    early.daily()
    assert "thank_you" not in _on(early, SECOND)
    assert _on(early, date(2026, 12, 16)) == ["record_outcome"]


@pytest.mark.parametrize("today", [SECOND, date(2026, 12, 16)])
def test_both_typed_once_it_was_are_believed(ada: Routine, today: date) -> None:
    _first_thanked(_over(ada, "Yes"))
    ada.today = today
    _moved(ada, Thank_them_for="for the tour of the wards")
    assert ("thank_you", "Ada Okafor") in ada.steps()
    steady(ada)


@pytest.mark.parametrize("moved_to", [AGREED, date(2026, 12, 12)])
def test_what_spoke_of_another_day_speaks_of_no_third_either(ada: Routine, moved_to: date) -> None:
    _first_thanked(_over(ada, "Yes"))
    _moved(ada)
    ada.today = moved_to
    ada.type_on_contacts(2, Interview_on=moved_to)
    ada.daily()
    assert "thank_you" not in [s for s, _ in ada.steps()]
    assert _held_cell_is_named(ada)
    steady(ada)


@pytest.mark.parametrize("between", [None, "blank"])
def test_a_talk_called_off_and_agreed_for_an_earlier_day_is_prepared_for(
    ada: Routine, between: str | None
) -> None:
    ada.today = date(2026, 12, 8)
    ada.type_on_contacts(2, Interview_on=SECOND)
    ada.daily()
    ada.type_on_contacts(2, Interview_held="Cancelled")
    ada.daily()
    if between:
        ada.type_on_contacts(2, Interview_on=None)
        ada.daily()
    ada.type_on_contacts(2, Interview_on=AGREED)
    ada.daily()
    assert "prepare_interview" in _on(ada, FIRST)
    assert _held_cell_is_named(ada)
    steady(ada)


def test_one_called_off_ahead_of_its_day_stays_called_off(ada: Routine) -> None:
    ada.today = date(2026, 12, 9)
    ada.type_on_contacts(2, Interview_held="Cancelled")
    ada.daily()
    assert ada.steps() == [("call", "Ada Okafor")]
    assert not _held_cell_is_named(ada)
    steady(ada)


def test_what_is_remembered_of_somebody_is_forgotten_with_them(ada: Routine) -> None:
    _over(ada, "Yes")
    [path] = data_folder().glob("*.sqlite")
    with Ledger(path) as ledger:
        said = "2026-12-10 Yes ; type 2026-12-10 Phone ; call 2026-12-07 Accepted - phone"
        days = " ; days Call 2026-12-07; Interview 2026-12-10"
        assert list(ledger.state().held_said.values()) == [said + days]
    ada.run("forget", "Ada Okafor", "--yes")
    with Ledger(path) as ledger:
        assert ledger.state().held_said == {}
