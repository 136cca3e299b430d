"""A letter that came back, noted by hand: it counts as not sent, and goes to the corrected address (R14)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Noted
from tests.books import change, person
from tests.end_to_end.routine import MONDAY, Routine, steady

SENT = date(2026, 12, 3)


def _typed(tmp_path: Path, **cells: object) -> Routine:
    """A person who sends on their own, and types the day."""
    return Routine(tmp_path).with_book([person(Approach_sent=SENT, **cells)])


def _sent_as_file(tmp_path: Path) -> Routine:
    """A person whose letters are made as files, one of which went by their own hand on the day before."""
    routine = Routine(tmp_path, date(2026, 12, 4)).with_book([person()])
    routine.daily()
    code = routine.drafts()[0]["code"]
    routine.run("approve", code)
    routine.run("send")
    routine.run("resolve", code, "sent")
    routine.today = MONDAY
    routine.daily()
    return routine


@pytest.mark.parametrize("make", [_typed, _sent_as_file])
@pytest.mark.parametrize("words", ["came back", "bounced", "Letter returned"])
def test_it_counts_as_not_sent_until_the_address_is_another(tmp_path: Path, make: object, words: str) -> None:
    routine = make(tmp_path)  # type: ignore[operator]
    said = routine.run("log", "Ada Okafor", *words.split()).said
    assert "came back" in said
    assert routine.steps() == [("fix_address", "Ada Okafor")]
    assert routine.rows()[0]["Approach sent"] is None
    [row] = [r for r in routine.rows("History") if r["Event"] == "Bounce"]
    assert row["Detail"] == "address ada.okafor@example.org"
    assert routine.drafts() == []
    steady(routine)
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    letter = routine.draft("Ada Okafor")
    assert (letter["to"], letter["status"]) == ("ada@example.net", "To review")
    routine.run("approve", letter["code"])
    assert [o["name"] for o in routine.went()] == ["Ada Okafor"]
    steady(routine)


def _noted_in_history(routine: Routine, **cells: str) -> None:
    """Type into History, below what stands there, that a letter came back."""
    routine.daily()
    row = {"Date": MONDAY, "ID": routine.rows()[0]["ID"], "Event": "Bounce", **cells}
    change(routine.book, "History", len(routine.rows("History")) + 2, row)
    routine.daily()


def test_a_row_typed_into_history_is_enough(tmp_path: Path) -> None:
    routine = _typed(tmp_path)
    _noted_in_history(routine, Name="Ada Okafor")
    assert routine.steps() == [("fix_address", "Ada Okafor")]
    assert routine.rows("History")[-1]["Detail"] == "address ada.okafor@example.org"
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    assert routine.draft("Ada Okafor")["to"] == "ada@example.net"
    steady(routine)


def test_what_the_user_wrote_beside_it_stays(tmp_path: Path) -> None:
    routine = _typed(tmp_path)
    _noted_in_history(routine, Detail="no such mailbox, they say")
    detail = "address ada.okafor@example.org; no such mailbox, they say"
    assert routine.rows("History")[-1]["Detail"] == detail
    assert "no such mailbox, they say" in routine.run("explain", "Ada Okafor").said
    steady(routine)


def test_an_address_corrected_before_it_is_noted(tmp_path: Path) -> None:
    routine = _sent_as_file(tmp_path)
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    routine.run("log", "Ada Okafor", "came", "back")
    assert routine.rows("History")[-1]["Detail"] == "address ada.okafor@example.org"
    assert routine.draft("Ada Okafor")["to"] == "ada@example.net"


def test_a_posted_letter_comes_back_from_its_postal_address(tmp_path: Path) -> None:
    routine = _typed(tmp_path, Channel="Post", Address="1 Main Street\nSpringfield", Email=None)
    routine.run("log", "Ada Okafor", "letter", "returned")
    assert routine.rows("History")[-1]["Detail"] == "posted to Ada Okafor, 1 Main Street, Springfield"
    assert routine.steps() == [("fix_address", "Ada Okafor")]
    steady(routine)
    routine.type_on_contacts(2, Address="2 Oak Street\nSpringfield")
    routine.daily()
    assert "2 Oak Street" in routine.draft("Ada Okafor")["to"]


def test_a_semicolon_in_a_postal_address_makes_it_no_other(tmp_path: Path) -> None:
    routine = _typed(tmp_path, Channel="Post", Address="Quay House; 1 Main Street\nSpringfield", Email=None)
    routine.run("log", "Ada Okafor", "came", "back")
    assert routine.steps() == [("fix_address", "Ada Okafor")]
    steady(routine)


def test_by_post_instead_of_mail_is_another_address(tmp_path: Path) -> None:
    routine = _typed(tmp_path)
    routine.run("log", "Ada Okafor", "came", "back")
    routine.type_on_contacts(2, Channel="Post", Address="1 Main Street\nSpringfield")
    routine.daily()
    assert "1 Main Street" in routine.draft("Ada Okafor")["to"]


def test_what_never_went_can_not_come_back(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book([person()])
    told = routine.run("log", "Ada Okafor", "bounced", code=2).err
    assert "No letter to Ada Okafor is known to have gone" in told
    assert "type its day into Approach sent" in told
    assert (
        "No letter" in _typed(tmp_path).run("log", "Ada Okafor", "bounced", "--on", "2026-12-01", code=2).err
    )


def test_what_a_letter_that_came_back_says_nothing_of_is_not_passed_over(tmp_path: Path) -> None:
    routine = _typed(tmp_path)
    words = ("log", "Ada Okafor", "came", "back", "--again", "2026-12-10")
    assert "leave out --again" in routine.run(*words, code=2).err
    assert "Bounce" not in [r["Event"] for r in routine.rows("History")]


def test_it_came_back_once(tmp_path: Path) -> None:
    routine = _typed(tmp_path)
    routine.run("log", "Ada Okafor", "came", "back")
    assert "No letter" in routine.run("log", "Ada Okafor", "came", "back", code=2).err
    assert [r["Event"] for r in routine.rows("History")].count("Bounce") == 1


def test_two_letters_come_back_on_one_day_each_noted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is stopped once its row is written leaves the entry, and the next one must not note it anew."""
    routine = _typed(tmp_path, **{"Follow-up sent": date(2026, 12, 5)})
    routine.daily()
    for kept, noted in (([SENT, None], 1), ([None, None], 2)):
        with monkeypatch.context() as stopped:
            stopped.setattr(Ledger, "let_go", _stop)
            routine.run("log", "Ada Okafor", "came", "back", code=1)
        routine.daily()
        steady(routine)
        dates = [routine.rows()[0][a] for a in ("Approach sent", "Follow-up sent")]
        assert [d and d.date() for d in dates] == kept
        assert [r["Event"] for r in routine.rows("History")].count("Bounce") == noted


def _stop(_: Ledger, entries: Iterable[Noted]) -> None:
    if tuple(entries):
        raise KeyboardInterrupt


def test_it_is_undone_with_the_last_write(tmp_path: Path) -> None:
    routine = _typed(tmp_path)
    routine.daily()
    routine.run("log", "Ada Okafor", "came", "back")
    routine.run("undo")
    assert [r["Event"] for r in routine.rows("History")] == ["Approach letter"]
    routine.daily()
    assert routine.rows()[0]["Approach sent"].date() == SENT
    assert routine.drafts() == []


def _replaced(tmp_path: Path, sent: date, **cells: object) -> Routine:
    """A letter typed, back on Monday, its address corrected."""
    routine = Routine(tmp_path).with_book([person(Approach_sent=sent, **cells)])
    routine.daily()
    routine.run("log", "Ada Okafor", "came", "back")
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    return routine


@pytest.mark.parametrize("sent", [MONDAY, SENT])
@pytest.mark.parametrize("later", [0, 2])
def test_the_letter_sent_in_its_place_counts(tmp_path: Path, sent: date, later: int) -> None:
    routine = _replaced(tmp_path, sent)
    routine.today = date(2026, 12, 7 + later)
    routine.daily()
    code = routine.draft("Ada Okafor")["code"]
    routine.run("approve", code)
    routine.run("send")
    routine.run("resolve", code, "sent")
    routine.daily()
    assert routine.rows()[0]["Approach sent"].date() == routine.today
    assert [r["Event"] for r in routine.rows("History")] == ["Approach letter", "Bounce", "Approach letter"]
    assert routine.drafts() == []
    assert routine.steps(days=3) == []
    steady(routine)


@pytest.mark.parametrize("sent", [MONDAY, SENT])
def test_its_date_typed_on_the_same_day_counts(tmp_path: Path, sent: date) -> None:
    routine = _replaced(tmp_path, sent)
    routine.type_on_contacts(2, Approach_sent=MONDAY)
    routine.daily()
    assert routine.rows()[0]["Approach sent"].date() == MONDAY
    assert routine.drafts() == []
    steady(routine)


def test_an_address_that_failed_before_fails_still(tmp_path: Path) -> None:
    routine = _replaced(tmp_path, SENT)
    routine.type_on_contacts(2, Approach_sent=MONDAY)
    routine.run("log", "Ada Okafor", "it", "came", "back")
    routine.type_on_contacts(2, Email="ada.okafor@example.org")
    routine.daily()
    assert routine.steps() == [("fix_address", "Ada Okafor")]
    assert routine.drafts() == []


def test_what_a_thank_you_that_came_back_thanked_for_may_be_said_again(tmp_path: Path) -> None:
    routine = Routine(tmp_path).with_book(
        [
            person(
                Approach_sent=SENT,
                Interview_on=MONDAY,
                Interview_type="In person",
                Interview_held="Yes",
                Thank_them_for="for the tour of the wards",
            )
        ]
    )
    routine.daily()
    code = routine.drafts()[0]["code"]
    routine.run("approve", code)
    routine.run("send")
    routine.run("resolve", code, "sent")
    routine.today = date(2026, 12, 8)
    routine.run("log", "Ada Okafor", "came", "back")
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    letter = routine.draft("Ada Okafor")
    assert "for the tour of the wards" in letter["body"]
    assert letter["status"] == "To review"


def _typed_by_ada(tmp_path: Path, **cells: object) -> Routine:
    routine = _typed(tmp_path, **cells)
    routine.daily()
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    return routine


def test_of_a_typed_letter_whose_address_was_corrected_since_the_address_is_asked_for(tmp_path: Path) -> None:
    routine = _typed_by_ada(tmp_path)
    said = routine.run("log", "Ada Okafor", "came", "back", code=2).err
    assert "Say which it came back from: " in said
    assert "log 'Ada Okafor' came back from ADDRESS" in said
    assert "Bounce" not in [r["Event"] for r in routine.rows("History")]
    routine.run("log", "Ada Okafor", "came", "back", "from", "ada.okafor@example.org")
    assert routine.rows("History")[-1]["Detail"] == "address ada.okafor@example.org"
    letter = routine.draft("Ada Okafor")
    assert (letter["to"], letter["status"]) == ("ada@example.net", "To review")
    steady(routine)


def test_the_address_may_be_the_present_one_and_must_be_one(tmp_path: Path) -> None:
    routine = _typed_by_ada(tmp_path)
    assert "not an e-mail address" in routine.run("log", "Ada Okafor", "bounced from her old one", code=2).err
    routine.run("log", "Ada Okafor", "it came back from ada@example.net")
    assert routine.steps() == [("fix_address", "Ada Okafor")]


@pytest.mark.parametrize("make", [_typed, _sent_as_file])
def test_a_slip_in_the_address_brings_no_second_letter(tmp_path: Path, make: object) -> None:
    routine = make(tmp_path)  # type: ignore[operator]
    routine.daily()
    said = routine.run("log", "Ada Okafor", "came back from ada.okafo@example.org", code=2).err
    assert "went to ada.okafor@example.org" in said
    assert "Bounce" not in [r["Event"] for r in routine.rows("History")]
    assert routine.drafts() == []
    routine.run("log", "Ada Okafor", "came back from ADA.Okafor@example.org")
    assert routine.steps() == [("fix_address", "Ada Okafor")]


def test_who_sent_it_elsewhere_by_their_own_hand_says_so_in_history(tmp_path: Path) -> None:
    routine = _sent_as_file(tmp_path)
    said = routine.run("log", "Ada Okafor", "came back from a.okafor@example.com", code=2).err
    assert "Event Bounce, Detail “address a.okafor@example.com”" in said
    _noted_in_history(routine, Name="Ada Okafor", Detail="address a.okafor@example.com")
    assert routine.draft("Ada Okafor")["to"] == "ada.okafor@example.org"


def test_what_was_made_for_an_address_may_have_gone_to_the_one_corrected_since(tmp_path: Path) -> None:
    routine = _sent_as_file(tmp_path)
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    routine.run("log", "Ada Okafor", "came back from ada@example.net")
    assert routine.steps() == [("fix_address", "Ada Okafor")]


def test_a_posted_letters_address_may_be_said_without_its_commas(tmp_path: Path) -> None:
    routine = _typed(tmp_path, Channel="Post", Address="1 Main Street\nSpringfield", Email=None)
    routine.run("log", "Ada Okafor", "came back from 1 Main Street Springfield")
    assert routine.rows("History")[-1]["Detail"] == "posted to Ada Okafor, 1 Main Street, Springfield"
    assert routine.steps() == [("fix_address", "Ada Okafor")]


def test_a_posted_letter_comes_back_from_the_address_that_was_said(tmp_path: Path) -> None:
    routine = _typed(tmp_path, Channel="Post", Address="2 Oak Street\nSpringfield", Email=None)
    routine.run("log", "Ada Okafor", "came back from 1 Main Street, Springfield")
    assert routine.rows("History")[-1]["Detail"] == "posted to Ada Okafor, 1 Main Street, Springfield"
    assert "2 Oak Street" in routine.draft("Ada Okafor")["to"]


def _exported_and_typed(tmp_path: Path, corrected: bool) -> Routine:
    """A letter that was made as a file, and whose date was typed instead of saying that it went."""
    routine = Routine(tmp_path, date(2026, 12, 4)).with_book([person()])
    routine.daily()
    routine.run("approve", routine.drafts()[0]["code"])
    routine.run("send")
    routine.type_on_contacts(2, Approach_sent=date(2026, 12, 4))
    routine.daily()
    if corrected:
        routine.type_on_contacts(2, Email="ada@example.net")
    routine.today = MONDAY
    routine.daily()
    return routine


@pytest.mark.parametrize("corrected", [False, True])
def test_an_exported_letter_whose_date_was_typed_comes_back_from_where_it_went(
    tmp_path: Path, corrected: bool
) -> None:
    routine = _exported_and_typed(tmp_path, corrected)
    routine.run("log", "Ada Okafor", "came", "back")
    if not corrected:
        assert routine.steps() == [("fix_address", "Ada Okafor")]
        routine.type_on_contacts(2, Email="ada@example.net")
        routine.daily()
    history = [(r["Event"], r["Detail"]) for r in routine.rows("History")]
    assert history[1] == ("Bounce", "address ada.okafor@example.org")
    assert [e for e, _ in history] == ["Approach letter", "Bounce"]
    letter = routine.draft("Ada Okafor")
    assert (letter["to"], letter["status"]) == ("ada@example.net", "To review")
    assert "was exported on" not in routine.daily().said
    routine.run("approve", letter["code"])
    assert [o["outcome"] for o in routine.went()] == ["exported"]
    steady(routine)


SHARED = "office@example.org"


def _two_at_one_address(tmp_path: Path, **of_bo: object) -> Routine:
    """Two people at one address, to one of whom a letter went that came back on Monday."""
    bo = person("Bo", "Lindqvist", Email=SHARED, Organization="Quay Works", **of_bo)
    routine = Routine(tmp_path).with_book([person(Email=SHARED, Approach_sent=SENT), bo])
    routine.daily()
    routine.run("log", "Ada Okafor", "came", "back")
    return routine


@pytest.mark.parametrize("of_bo", [{}, {"Approach_sent": date(2026, 11, 16), "Phone": "555-0101"}])
def test_an_address_is_dead_for_whoever_bears_it(tmp_path: Path, of_bo: dict[str, object]) -> None:
    routine = _two_at_one_address(tmp_path, **of_bo)
    assert sorted(routine.steps()) == [("fix_address", "Ada Okafor"), ("fix_address", "Bo Lindqvist")]
    assert "A letter to Ada Okafor at the same address came back." in routine.run("explain", "Bo").said
    assert routine.drafts() == []
    steady(routine)
    routine.type_on_contacts(2, Email="ada@example.net")
    routine.daily()
    assert ("fix_address", "Bo Lindqvist") in routine.steps()
    routine.type_on_contacts(3, Email="bo@example.net")
    routine.daily()
    assert "fix_address" not in [step for step, _ in routine.steps()]
    assert "Bo Lindqvist" in [name for _, name in routine.steps()]
    steady(routine)


def test_a_letter_that_went_there_since_and_stayed_shows_that_the_address_lives(tmp_path: Path) -> None:
    routine = _two_at_one_address(tmp_path)
    routine.today = date(2026, 12, 9)
    routine.type_on_contacts(3, Approach_sent=date(2026, 12, 8))
    routine.daily()
    assert routine.steps() == [("fix_address", "Ada Okafor")]


def test_thanks_owed_at_a_dead_address_are_shown_and_wait(tmp_path: Path) -> None:
    met = {"Interview_on": date(2026, 12, 4), "Interview_held": "Yes", "Interview_type": "In person"}
    routine = _two_at_one_address(tmp_path, **met)
    bo = [(step, name) for step, name in routine.steps() if name == "Bo Lindqvist"]
    assert bo == [("thank_you", "Bo Lindqvist"), ("fix_address", "Bo Lindqvist")]
    assert "R14 in addition: Thank" in routine.run("explain", "Bo").said
    assert routine.drafts() == []
    steady(routine)
    routine.type_on_contacts(3, Email="bo@example.net")
    routine.daily()
    assert routine.draft("Bo Lindqvist")["to"] == "bo@example.net"
    steady(routine)


def test_whoever_writes_from_there_since_is_answered(tmp_path: Path) -> None:
    routine = _two_at_one_address(tmp_path, Approach_sent=date(2026, 11, 16))
    routine.today = date(2026, 12, 9)
    routine.type_on_contacts(3, Replied_on=date(2026, 12, 8))
    routine.daily()
    assert sorted(routine.steps()) == [("answer_reply", "Bo Lindqvist"), ("fix_address", "Ada Okafor")]


def test_who_is_written_to_by_post_has_another_address(tmp_path: Path) -> None:
    routine = _two_at_one_address(tmp_path, Channel="Post", Address="1 Main Street\nSpringfield")
    assert ("approach", "Bo Lindqvist") in routine.steps()
