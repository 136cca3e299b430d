"""Columns of a person's own on Contacts, kept since an earlier version, that say that somebody was written to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.books import at as at_header
from tests.books import person

from .routine import Routine, steady

SENT = datetime(2026, 11, 3)
TUESDAY = date(2026, 12, 8)


def with_own(routine: Routine, header: str, *values: Any) -> None:
    routine.with_book(
        [person(f"Ann{chr(97 + n)}", "Fox", **{header: value}) for n, value in enumerate(values)],
        extra_columns=[header],
    )
    routine.daily()


@pytest.mark.parametrize("command", [("explain", "Anna Fox"), ("agenda", "--days", "7")])
def test_what_is_told_of_whom_a_column_of_theirs_holds_names_its_cell(
    routine: Routine, command: tuple[str, ...]
) -> None:
    with_own(routine, "Contacted?", "email 16.11.", None, None, None)
    held = routine.rows()[0]["Problem"].partition("(")[2].partition(")")[0]
    told = " ".join(routine.run(*command).said.split())
    assert "o letter goes yet: Contacts!" in told
    assert f"(Last contact) is blank, and Contacted? ({held}) says that you wrote to them, or talked." in told
    assert told.count("o letter goes yet") == 1
    coming = routine.run("agenda", "--days", "7", "--json").document["actions"]
    assert [a["row"] for a in coming if held in a["why"]] == [2]


def test_a_first_letter_that_lacks_a_phrase_is_told_with_its_cell(routine: Routine) -> None:
    routine.with_book([person("Ann", "Fox", **{"Why this person": None}), person("Bo", "Ek")])
    routine.daily()
    told = routine.run("explain", "Ann Fox").said
    cell = at_header("Why this person", 2)
    assert f"No letter goes yet: it would be Blocked. Fill in Why this person ({cell})." in told
    assert "No letter goes yet" not in routine.run("explain", "Bo Ek").said


def test_explain_asks_for_no_phrase_once_the_letter_says_it(routine: Routine) -> None:
    routine.with_book([person(Why_this_person=None)]).daily()
    assert "it would be Blocked" in routine.run("explain", "Ada").out
    code, body = routine.draft()["code"], routine.draft()["body"]
    asked = body[body.index("[because") : body.index("]") + 1]
    routine.edit_file(code, asked, "because of your essay on the night wards")
    routine.daily()
    assert "it would be Blocked" not in routine.run("explain", "Ada").out


def free(routine: Routine) -> list[str]:
    return [d["to"] for d in routine.drafts() if d["status"] != "Blocked"]


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("Letter sent", SENT), ("Letter sent", "x"), ("Reached out", "last week"), ("Status", "Emailed 11/3"),
        ("How contacted", "LinkedIn 9/30"), ("Letter #1", SENT), ("Followed up", SENT), ("Contacted before", "yes"), ("Called", "x"), ("Reached out via", "Email"), ("Emailed?", True),
        ("Called", "✓"), ("Letter sent (ours)", SENT), ("Contact date", datetime(2026, 12, 7)),
        ("Status", "Emailed about the talk that she gave at the fair in spring, and about the ward"),
    ],
)  # fmt: skip
def test_whom_a_column_of_theirs_says_to_be_written_to_gets_no_first_letter(
    routine: Routine, header: str, says: Any
) -> None:
    with_own(routine, header, says, None)
    assert free(routine) == ["annb.fox@example.org"]
    told = routine.rows()[0]["Problem"]
    assert told.startswith(f"Last contact is blank, and {header} (Contacts!")
    assert "Type the day here, or “never” if you never did. If that whole column is of something else" in told
    steady(routine)
    routine.type_on_contacts(2, Last_contact=SENT)
    routine.daily()
    assert free(routine) == ["annb.fox@example.org"]
    assert (routine.rows()[0]["Problem"], routine.rows()[0]["Stage"]) == (None, "Resting")


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("Letter sent", "No"), ("Letter sent", "#N/A"), ("Status", "New"), ("Contact method", "Email"), ("Shoe", "38"),
        ("Contact history", "never contacted"), ("Status", "Never emailed"), ("Date contacted", "never contacted"),
        ("Background", "Wrote a book"), ("Next action", "Emailed? Then call"), ("Last Activity", SENT),
    ],
)  # fmt: skip
def test_what_says_nothing_of_letters_holds_none(routine: Routine, header: str, says: Any) -> None:
    with_own(routine, header, says)
    assert free(routine) == ["anna.fox@example.org"]
    assert "is blank" not in (routine.rows()[0]["Problem"] or "")


AHEAD = datetime(2026, 12, 11)


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("Contact date", AHEAD), ("Outreach date", AHEAD), ("Contact day", "Mon"), ("Email day", "Tue or Friday"), ("Contacted", "later"),
        ("Contacted", "no - waiting"), ("Date contacted", "ASAP"), ("Date contacted", "next week"),
    ],
)  # fmt: skip
def test_a_plan_of_theirs_is_no_letter_that_went(routine: Routine, header: str, says: Any) -> None:
    with_own(routine, header, says, None)
    assert free(routine) == ["anna.fox@example.org", "annb.fox@example.org"]
    assert routine.rows()[0]["Problem"] is None


@pytest.mark.parametrize(("header", "says"), [("Date contacted", AHEAD), ("Status", "Emailed 2026-12-11")])
def test_a_letter_that_went_on_a_day_to_come_is_asked_about_where_it_stands(
    routine: Routine, header: str, says: Any
) -> None:
    with_own(routine, header, says, None)
    assert free(routine) == ["annb.fox@example.org"]
    told = routine.rows()[0]["Problem"]
    assert "if it is of a plan, type “never” here, or rename its column." in told
    routine.type_on_contacts(2, **{header.replace(" ", "_"): None})
    routine.daily()
    assert free(routine) == ["anna.fox@example.org", "annb.fox@example.org"]


@pytest.mark.parametrize(
    ("header", "says"), [("Date contacted", "Friday"), ("Contact date", "Mon"), ("Contacted", "no reply")]
)
def test_a_weekday_or_an_answer_awaited_may_be_of_a_letter_that_went(
    routine: Routine, header: str, says: Any
) -> None:
    with_own(routine, header, says)
    assert free(routine) == []


def test_who_wrote_first_gets_no_first_letter_and_is_owed_an_answer(routine: Routine) -> None:
    with_own(routine, "Status", "Emailed me first", "Waiting on intro from Bob")
    assert free(routine) == ["annb.fox@example.org"]
    assert routine.rows()[0]["Problem"].startswith("Replied on is blank, and Status (Contacts!")
    routine.type_on_contacts(2, Replied_on=SENT)
    routine.daily()
    assert ("answer_reply", "Anna Fox") in routine.steps()
    steady(routine)


@pytest.mark.parametrize("said", ["Notes", "Status"])
def test_never_in_last_contact_ends_the_question_stays_as_typed_and_counts_as_blank(
    routine: Routine, said: str
) -> None:
    routine.with_book([person("Ann", "Fox", **{said: "Emailed her 11/3"})], extra_columns=["Status"])
    routine.daily()
    assert free(routine) == []
    routine.type_on_contacts(2, Last_contact="Never!")
    routine.daily()
    row = routine.rows()[0]
    assert (row["Last contact"], row["Problem"], row["Stage"]) == ("Never!", None, "Target")
    assert free(routine) == ["ann.fox@example.org"]
    steady(routine)
    explained = routine.run("explain", "Ann Fox").said
    assert "ever!" not in explained
    assert "Last contact" not in explained
    routine.type_on_drafts(routine.drafts()[0]["code"], Approve="Sent by me")
    routine.daily()
    assert isinstance(routine.rows()[0]["Last contact"], datetime)


def test_never_in_last_contact_says_that_they_never_wrote_either_and_lets_a_hold_stand(
    routine: Routine,
) -> None:
    with_own(routine, "Status", "Emailed me first", "Do not contact")
    assert "type “never” into Last contact" in routine.rows()[0]["Problem"]
    for row in (2, 3):
        routine.type_on_contacts(row, Last_contact="never")
    routine.daily()
    assert free(routine) == ["anna.fox@example.org"]
    assert routine.rows()[1]["Problem"].startswith("On hold is blank, and Status (Contacts!")


def test_what_is_no_day_in_last_contact_names_the_way_out_for_whom_nobody_wrote_to(routine: Routine) -> None:
    routine.with_book([person("Ann", "Fox", **{"Last contact": "declined"})])
    routine.daily()
    assert "if you never wrote to them nor talked, type “never”." in routine.rows()[0]["Problem"]


def test_whom_the_program_wrote_to_is_not_asked_about_whatever_their_column_says(routine: Routine) -> None:
    with_own(routine, "Letter sent", None)
    routine.type_on_drafts(routine.drafts()[0]["code"], Approve="Sent by me")
    routine.daily()
    routine.type_on_contacts(2, Letter_sent=SENT)
    routine.daily()
    assert routine.rows()[0]["Problem"] is None
    assert routine.rows()[0]["Stage"] == "Approached"


def test_who_was_sent_an_exported_letter_by_hand_is_asked_about_that_letter_alone(routine: Routine) -> None:
    with_own(routine, "Status", "to do")
    code = routine.drafts()[0]["code"]
    routine.run("approve", code)
    assert [o["outcome"] for o in routine.went()] == ["exported"]
    routine.type_on_contacts(2, Status="Emailed")
    routine.today = TUESDAY
    assert "was exported on" in routine.daily().said
    assert "is blank" not in (routine.rows()[0]["Problem"] or "")
    routine.run("resolve", code, "sent")
    routine.daily()
    assert routine.rows()[0]["Approach sent"] is not None
    assert routine.rows()[0]["Problem"] is None


def test_whom_a_column_of_theirs_lets_rest_gets_no_letter_until_on_hold_says_so_or_not(
    routine: Routine,
) -> None:
    with_own(routine, "Status", "Do not contact")
    assert free(routine) == []
    assert routine.rows()[0]["Problem"].startswith("On hold is blank, and Status (Contacts!")
    routine.type_on_contacts(2, On_hold="No")
    routine.daily()
    assert free(routine) == ["anna.fox@example.org"]
    assert routine.rows()[0]["Problem"] is None
