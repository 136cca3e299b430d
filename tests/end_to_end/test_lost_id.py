"""Somebody whom History knows by an ID that no row bears any more: their row gets it back, or the day asks before it writes to them."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.books import add_contact, change, person

from .routine import MONDAY, Routine, steady

FLO = person("Flo", "Fry", Email="flo@quay.example", Organization="Quay Works")
MET: dict[str, Any] = {
    "Approach sent": date(2026, 11, 16),
    "Interview on": date(2026, 12, 4),
    "Interview type": "In person",
    "Interview held": "Yes",
    "Thank them for": "for the tour of the ward",
}
LATER = date(2026, 12, 29)


def delete_row(routine: Routine, row: int) -> None:
    with closing(load_workbook(routine.book)) as book:
        page = book["Contacts"]
        page.delete_rows(row)
        page.tables["Contacts"].ref = page.tables["Contacts"].autoFilter.ref = page.dimensions
        book.save(routine.book)


def all_go(routine: Routine) -> None:
    for draft in routine.drafts():
        routine.type_on_drafts(draft["code"], Approve="Sent by me")
    routine.daily()


def in_review(routine: Routine, day: date | None = None) -> list[tuple[str, str]]:
    routine.today = day or routine.today
    routine.daily()
    return [(d["letter"], d["to"]) for d in routine.drafts() if d["status"] == "To review"]


def new_id_without(routine: Routine, row: int = 2, **cells: Any) -> tuple[str, str]:
    """Clear an ID with an address corrected, and give it as it was and as the next run has it."""
    before: str = routine.rows()[row - 2]["ID"]
    routine.type_on_contacts(row, ID=None, **cells)
    routine.daily()
    return before, routine.rows()[row - 2]["ID"]


def test_a_first_letter_stays_known_where_the_id_is_cleared_after_a_correction(routine: Routine) -> None:
    routine.with_book([FLO])
    routine.daily()
    all_go(routine)
    before, now = new_id_without(routine, Email="flo.fry@other.example")
    assert now == before
    assert in_review(routine) == []
    assert [row["ID"] for row in routine.rows("History")] == [before]
    steady(routine)
    assert in_review(routine, LATER) == [("follow_up", "flo.fry@other.example")]


def test_no_second_confirmation_goes_to_a_corrected_address(routine: Routine) -> None:
    replied = dict.fromkeys(("Replied on", "Answered on"), date(2026, 11, 18))
    scheduled = {"Interview on": date(2026, 12, 8), "Interview type": "In person"}
    routine.with_book([FLO | {"Approach sent": date(2026, 11, 16)} | replied | scheduled])
    assert in_review(routine) == [("confirm", "flo@quay.example")]
    all_go(routine)
    new_id_without(routine, Email="flo.fry@other.example")
    assert in_review(routine) == []


def test_no_second_thanks_go_to_a_referrer_for_who_lost_their_id(routine: Routine) -> None:
    thanked = MET | {"Thank-you sent": date(2026, 12, 4)}
    ada = person() | thanked | {"Interview on": date(2026, 11, 18), "Thank-you sent": date(2026, 11, 19)}
    routine.with_book([ada, FLO | thanked | {"Referred by": "Ada Okafor"}])
    assert [letter for letter, _ in in_review(routine)] == ["thank_referrer"]
    all_go(routine)
    new_id_without(routine, 3, Email="flo.fry@other.example", Organization="Quay Works Inc.")
    assert in_review(routine, date(2026, 12, 8)) == []


@pytest.fixture
def twice(routine: Routine) -> Routine:
    """Meet Flo, and type her in anew before she was thanked."""
    routine.with_book([FLO | MET])
    routine.daily()
    add_contact(routine.book, FLO | {"Email": "flo.fry@other.example"})
    routine.daily()
    return routine


def test_of_two_rows_for_one_person_the_one_on_record_is_to_be_kept(twice: Routine) -> None:
    said = "Put what you know into row 2, whose letters and talks are on record, and delete the other"
    assert all(said in row["Problem"] for row in twice.rows())
    delete_row(twice, 3)
    assert [letter for letter, _ in in_review(twice)] == ["thank_you_in_person"]


def test_where_the_row_on_record_was_deleted_nobody_is_written_to_as_a_stranger(twice: Routine) -> None:
    known = twice.rows()[0]["ID"]
    delete_row(twice, 2)
    said = twice.daily().said
    assert f"what is known of Flo Fry is kept under {known}, which no row has now" in said
    assert twice.drafts() == []
    steady(twice)
    twice.type_on_contacts(2, ID=known, Thank_them_for=MET["Thank them for"])
    assert [letter for letter, _ in in_review(twice)] == ["thank_you_in_person"]
    assert twice.rows()[0]["Problem"] is None


@pytest.fixture
def left(routine: Routine) -> Routine:
    """Write to Flo at Quay Works, and take her off the list."""
    routine.with_book([FLO, person()])
    routine.daily()
    all_go(routine)
    delete_row(routine, 2)
    routine.daily()
    return routine


def test_a_namesake_at_another_organization_may_be_written_to(left: Routine) -> None:
    add_contact(left.book, person("Flo", "Fry", Email="flo@borg.example", Organization="Borg"))
    left.today = date(2026, 12, 8)
    left.daily()
    draft = left.draft("Flo Fry")
    assert (draft["letter"], draft["to"], draft["status"]) == ("approach", "flo@borg.example", "To review")
    assert "is a new one, and what is known of Flo Fry is kept under" in left.rows()[1]["Problem"]
    steady(left)
    left.type_on_drafts(draft["code"], Approve="Sent by me")
    left.daily()
    left.daily()
    assert left.rows()[1]["Problem"] is None
    assert len({row["ID"] for row in left.rows("History")}) == 3


def at_another_firm(left: Routine, known: str, event: str, detail: str | None) -> str:
    """Let History know one thing more of Flo, list her at Borg, and give what her row says then."""
    row = {"Date": MONDAY, "ID": known, "Name": "Flo Fry", "Event": event, "Detail": detail}
    change(left.book, "History", None, row)
    add_contact(left.book, person("Flo", "Fry", Email="flo@borg.example", Organization="Borg"))
    left.today = date(2026, 12, 8)
    left.daily()
    return str(left.rows()[1]["Problem"])


@pytest.mark.parametrize(
    ("event", "detail"),
    [
        ("Interview", "Yes, In person"),
        ("Call", "Put off"),
        ("Reply", None),
        ("Answer", None),
        ("Thank-you letter", None),
        ("Confirmation", None),
        ("Keep-in-touch note", None),
    ],
)
def test_who_was_met_before_changing_firms_gets_no_strangers_letter(
    left: Routine, event: str, detail: str | None
) -> None:
    known = next(row["ID"] for row in left.rows("History") if row["Name"] == "Flo Fry")
    said = at_another_firm(left, known, event, detail)
    assert f"kept under {known}, which no row has now: no letter goes to this row" in said
    assert [d for d in left.drafts() if d["to"] == "flo@borg.example"] == []
    left.type_on_contacts(3, ID=known)
    left.daily()
    problem = str(left.rows()[1]["Problem"] or "")
    followed_a_talk = event in ("Thank-you letter", "Confirmation", "Keep-in-touch note")
    assert ("Interview on is blank" in problem) if followed_a_talk else not problem
    assert "approach" not in {d["letter"] for d in left.drafts() if d["to"] == "flo@borg.example"}


@pytest.mark.parametrize(
    ("event", "detail"),
    [
        ("Bounce", "address flo@quay.example"),
        ("Automatic reply", "back 2026-12-04"),
        ("Follow-up letter", None),
    ],
)
def test_who_was_only_written_to_may_be_another(left: Routine, event: str, detail: str | None) -> None:
    known = next(row["ID"] for row in left.rows("History") if row["Name"] == "Flo Fry")
    assert "no letter goes to this row" not in at_another_firm(left, known, event, detail)
    assert left.draft("Flo Fry")["letter"] == "approach"


def test_who_may_be_the_one_that_left_waits_until_it_is_said(left: Routine) -> None:
    add_contact(left.book, person("Fry, Flo", "", Email="flo.fry@gmail.com", Organization="Borg"))
    left.today = date(2026, 12, 8)
    left.daily()
    assert "no letter goes to this row until that is resolved" in left.rows()[1]["Problem"]
    assert [d for d in left.drafts() if d["to"] == "flo.fry@gmail.com"] == []
    left.type_on_contacts(3, **{"First_name": "Flora", "Last_name": "Fry"})
    assert in_review(left) == [("approach", "flo.fry@gmail.com")]


def test_of_two_with_that_name_each_is_asked_about(left: Routine) -> None:
    for n, organization in enumerate(("Borg", "Lund")):
        add_contact(left.book, person("Flo", "Fry", Email=f"flo{n}@gmail.com", Organization=organization))
    left.daily()
    assert all("If that is the same person, type" in row["Problem"] for row in left.rows()[1:])


def test_an_exported_letter_of_which_nobody_said_whether_it_went_holds_the_next(routine: Routine) -> None:
    routine.with_book([FLO])
    routine.daily()
    routine.run("approve", routine.draft()["code"])
    routine.went()
    routine.type_on_contacts(2, ID=None, Email="flo@borg.example")
    routine.daily()
    assert "which no row has now: no letter goes to this row" in routine.rows()[0]["Problem"]
    assert [d["to"] for d in routine.drafts() if d["status"] == "To review"] == []


def test_a_namesake_of_long_standing_is_not_asked_about(routine: Routine) -> None:
    other = person("Flo", "Fry", Email="flo@borg.example", Organization="Borg", Approach_sent=MONDAY)
    routine.with_book([FLO | {"Approach sent": date(2026, 11, 16)}, other])
    routine.daily()
    delete_row(routine, 2)
    routine.daily()
    assert routine.rows()[0]["Problem"] is None


def test_a_row_of_history_by_name_alone_is_that_of_who_got_the_id_back(routine: Routine) -> None:
    routine.with_book([FLO | {"Approach sent": date(2026, 11, 16)}])
    routine.daily()
    row = {"Date": date(2026, 12, 1), "Name": "Flo Fry", "Event": "Bounce"}
    change(routine.book, "History", None, row)
    before, now = new_id_without(routine)
    assert now == before
    assert [row["ID"] for row in routine.rows("History")] == [before, before]


@pytest.mark.parametrize("typed", ["1", "{}x", "lower"])
def test_an_id_typed_over_holds_until_it_is_put_back(routine: Routine, typed: str) -> None:
    routine.with_book([FLO | {"Approach sent": date(2026, 11, 16)}])
    routine.daily()
    known = routine.rows()[0]["ID"]
    routine.type_on_contacts(2, ID=known.lower() if typed == "lower" else typed.format(known))
    routine.daily()
    assert f"kept under {known}, which no row has now: no letter goes" in routine.rows()[0]["Problem"]
    assert [row["ID"] for row in routine.rows("History")] == [known]
    steady(routine)
    assert in_review(routine, LATER) == []
    routine.type_on_contacts(2, ID=known)
    assert in_review(routine) == [("follow_up", "flo@quay.example")]


def test_no_second_thanks_go_to_a_referrer_whose_ids_were_typed_over(routine: Routine) -> None:
    thanked = MET | {"Thank-you sent": date(2026, 12, 4)}
    ada = person() | thanked | {"Interview on": date(2026, 11, 18), "Thank-you sent": date(2026, 11, 19)}
    routine.with_book([ada, FLO | thanked | {"Referred by": "Ada Okafor"}])
    routine.daily()
    all_go(routine)
    rows = len(routine.rows("History"))
    for row in (2, 3):
        routine.type_on_contacts(row, ID=row - 1)
    for day in (8, 9, 10):
        assert in_review(routine, date(2026, 12, day)) == []
    assert len(routine.rows("History")) == rows


@pytest.mark.parametrize(
    ("first", "last", "email"),
    [
        ("Flo M.", "Fry", "flo2@gmail.com"),
        ("F.", "Fry", "flo2@gmail.com"),
        ("Flo", "F.", "flo2@gmail.com"),
        ("Flo", "Fry-Costa", "flo2@gmail.com"),
        ("Flo", "Fry Jr.", "flo2@gmail.com"),
        ("Flo", None, "flo2@quay.example"),
        (None, "Fry", "flo2@quay.example"),
    ],
)
def test_who_is_typed_anew_under_a_name_spelled_a_little_otherwise_is_asked_about(
    left: Routine, first: str | None, last: str | None, email: str
) -> None:
    new = person("Flo", "Fry", Email=email, Organization="Quay Works")
    add_contact(left.book, new | {"First name": first, "Last name": last})
    left.today = date(2026, 12, 8)
    left.daily()
    told = left.rows()[1]["Problem"]
    assert "what is known of Flo Fry is kept under" in told
    assert [d["to"] for d in left.drafts() if d["to"] == email] == []
    steady(left)
    own = told.split(" is another, type ")[1].split()[0].rstrip(".")
    left.type_on_contacts(3, ID=own)
    left.daily()
    assert "kept under" not in (left.rows()[1]["Problem"] or "")


@pytest.mark.parametrize(
    ("first", "last", "email"),
    [
        ("Flo M.", "Fry", "flo2@borg.example"),
        ("Flo", None, "flo2@gmail.com"),
        ("Gus", "Fry", "gus@quay.example"),
        ("Flo", "Hill", "flo.hill@quay.example"),
    ],
    ids=["another firm", "a first name alone", "another first name", "another last name"],
)
def test_who_only_shares_a_part_of_a_name_is_not(
    left: Routine, first: str | None, last: str | None, email: str
) -> None:
    new = person("Flo", "Fry", Email=email, Organization="Quay Works")
    add_contact(left.book, new | {"First name": first, "Last name": last})
    left.daily()
    assert "kept under" not in (left.rows()[1]["Problem"] or "")


def test_two_of_one_name_are_told_apart_as_the_cell_says(left: Routine) -> None:
    add_contact(left.book, person("Flo", "Fry", Email="flo2@gmail.com", Organization="Quay Works"))
    left.today = date(2026, 12, 8)
    left.daily()
    said = left.rows()[1]["Problem"]
    own = said.split("tell their names apart, as by a middle initial, and type ")[1].split()[0]
    left.type_on_contacts(3, ID=own)
    left.daily()
    assert "tell their names apart" in left.rows()[1]["Problem"]
    left.type_on_contacts(3, First_name="Flo M.")
    assert ("approach", "flo2@gmail.com") in in_review(left)
    assert left.rows()[1]["Problem"] is None
