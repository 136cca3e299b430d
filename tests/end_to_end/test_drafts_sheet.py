"""The Drafts sheet as a place of review: requests, edits, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.books import change, person

from .routine import MONDAY, Routine, steady


def shown(routine: Routine, code: str, *headers: str) -> list[Any]:
    row = routine.on_drafts(code)
    return [row[h] for h in headers]


def test_approve_counts_and_the_cell_is_cleared(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="Approve")
    routine.daily()
    assert shown(routine, code, "Approve", "Status") == [None, "Approved"]
    steady(routine)


@pytest.mark.parametrize("typed", ["approve", " APPROVE "])
def test_a_request_is_read_however_it_is_typed(one: tuple[Routine, str], typed: str) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve=typed)
    assert routine.draft()["status"] == "Approved"


@pytest.mark.parametrize("asked", ["Approve?", "Approve (?)", "Sent by me?", "Skip ?"])
def test_a_question_is_no_request(one: tuple[Routine, str], asked: str) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve=asked)
    assert "is none of Approve, Skip and Sent by me" in routine.daily().said
    assert shown(routine, code, "Approve", "Status") == [asked, "To review"]
    assert routine.went() == []


def test_check_names_what_the_day_finds_wrong_on_the_sheet(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="Sent by me", Sent_on=date(2026, 12, 14))
    assert "Sent on lies in the future" in routine.daily().said
    assert "Sent on lies in the future" in routine.run("check", code=3).said
    [problem] = routine.run("check", "--json", code=3).document
    assert problem["where"].startswith("Drafts!")


def test_approve_counts_in_whichever_command_comes_next(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="Approve")
    [outcome] = routine.run("send", "--json").document
    assert outcome["outcome"] == "exported"
    assert shown(routine, code, "Approve", "Status") == [None, "Exported"]


@pytest.mark.parametrize("cells", [{"To": "else@example.org"}, {"Enclosures": "resume.pdf"}, {"Text": None}])
def test_approve_is_refused_where_the_row_does_not_show_the_letter(
    one: tuple[Routine, str], cells: dict[str, Any]
) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="Approve", **cells)
    routine.daily()
    row = routine.on_drafts(code)
    assert (row["Approve"], row["Status"]) == (None, "To review")
    assert row["Checks"].startswith("Changed since you saw it")
    assert (row["To"], row["Text"]) == ("ada.okafor@example.org", routine.draft()["body"])
    steady(routine)
    assert routine.went() == []


def test_approve_is_refused_where_the_file_was_edited_since(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.edit_file(code, "Sincerely", "With kind regards")
    routine.type_on_drafts(code, Approve="Approve")
    routine.daily()
    assert shown(routine, code, "Approve", "Status") == [None, "To review"]
    assert "Changed since you saw it" in routine.on_drafts(code)["Checks"]
    steady(routine)
    routine.type_on_drafts(code, Approve="Approve")
    routine.daily()
    assert shown(routine, code, "Approve", "Status") == [None, "Approved"]
    assert "Changed" not in routine.on_drafts(code)["Checks"]


def test_edited_and_approved_in_one_go_counts(one: tuple[Routine, str]) -> None:
    routine, code = one
    text = routine.on_drafts(code)["Text"].replace("Dear Ada Okafor", "Dear Ms. Okafor")
    routine.type_on_drafts(code, Text=text, Approve="Approve")
    routine.daily()
    assert shown(routine, code, "Approve", "Status", "Text") == [None, "Approved", text]
    assert "Dear Ms. Okafor" in routine.file(code).read_text()


def test_approve_of_a_blocked_letter_is_refused(one: tuple[Routine, str]) -> None:
    routine, code = one
    text = routine.on_drafts(code)["Text"] + "\n\nDo you have a job for me? I am looking for work."
    routine.type_on_drafts(code, Text=text, Approve="Approve")
    routine.daily()
    assert shown(routine, code, "Approve", "Status") == [None, "Blocked"]
    assert "R2" in routine.on_drafts(code)["Checks"]
    assert routine.went() == []
    steady(routine)


def test_text_and_subject_edited_on_the_sheet_are_taken_into_the_file(one: tuple[Routine, str]) -> None:
    routine, code = one
    text = routine.on_drafts(code)["Text"].replace("Sincerely", "With kind regards")
    routine.type_on_drafts(code, Text=text, Subject="Twenty minutes of your time")
    routine.daily()
    filed = routine.file(code).read_text()
    assert "Subject: Twenty minutes of your time\n" in filed
    assert "With kind regards" in filed
    assert shown(routine, code, "Subject", "Text") == ["Twenty minutes of your time", text]
    steady(routine)


def test_a_subject_cleared_on_the_sheet_stays_as_it_is(one: tuple[Routine, str]) -> None:
    routine, code = one
    subject = routine.draft()["subject"]
    routine.type_on_drafts(code, Subject=None)
    routine.daily()
    assert routine.draft()["subject"] == subject
    assert shown(routine, code, "Subject") == [subject]


def test_what_is_edited_in_the_file_is_shown_on_the_sheet(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.edit_file(code, "Sincerely", "With kind regards")
    routine.daily()
    assert "With kind regards" in shown(routine, code, "Text")[0]
    steady(routine)


def test_edited_in_both_is_blocked_and_both_texts_are_kept(one: tuple[Routine, str]) -> None:
    routine, code = one
    drafted = routine.on_drafts(code)["Text"]
    on_sheet = drafted.replace("Sincerely", "Cordially")
    routine.edit_file(code, "Sincerely", "With kind regards")
    routine.type_on_drafts(code, Text=on_sheet, Approve="Approve")
    routine.daily()
    row = routine.on_drafts(code)
    assert (row["Status"], row["Approve"], row["Text"]) == ("Blocked", None, on_sheet)
    assert f"Drafts!F{routine.row_on_drafts(code)}" in row["Checks"]
    assert "With kind regards" in routine.file(code).read_text()
    steady(routine)
    assert routine.went() == []

    routine.type_on_drafts(code, Text=None)
    routine.daily()
    row = routine.on_drafts(code)
    assert row["Status"] == "To review"
    assert "With kind regards" in row["Text"]


def test_a_conflict_of_subjects_names_the_subject_cell(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.edit_file(code, f"Subject: {routine.draft()['subject']}", "Subject: From the file")
    routine.type_on_drafts(code, Subject="From the sheet")
    routine.daily()
    row = routine.on_drafts(code)
    assert (row["Status"], row["Subject"]) == ("Blocked", "From the sheet")
    assert f"Drafts!E{routine.row_on_drafts(code)}" in row["Checks"]
    routine.type_on_drafts(code, Subject=None)
    routine.daily()
    assert shown(routine, code, "Status", "Subject") == ["To review", "From the file"]


def test_made_alike_a_conflict_is_over(one: tuple[Routine, str]) -> None:
    routine, code = one
    on_sheet = routine.on_drafts(code)["Text"].replace("Sincerely", "Cordially")
    routine.edit_file(code, "Sincerely", "With kind regards")
    routine.type_on_drafts(code, Text=on_sheet)
    routine.daily()
    routine.edit_file(code, "With kind regards", "Cordially")
    routine.daily()
    assert shown(routine, code, "Status", "Text") == ["To review", on_sheet]
    steady(routine)


def test_skip_hides_the_letter_until_the_next_business_day_but_not_the_step(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="Skip")
    routine.daily()
    assert shown(routine, code, "Approve", "Status") == [None, "Skipped"]
    assert routine.steps() == [("approach", "Ada Okafor")]
    steady(routine)
    routine.today = date(2026, 12, 8)
    routine.daily()
    assert shown(routine, code, "Status") == ["To review"]


def test_skip_until_a_date(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("skip", code, "--until", "2026-12-14")
    assert shown(routine, code, "Status") == ["Skipped"]
    routine.today = date(2026, 12, 13)
    assert routine.draft()["status"] == "Skipped"
    routine.today = date(2026, 12, 14)
    assert routine.draft()["status"] == "To review"


def test_a_skipped_letter_approved_on_the_sheet_is_approved(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.run("skip", code, "--until", "2026-12-14")
    routine.type_on_drafts(code, Approve="Approve")
    routine.daily()
    assert shown(routine, code, "Approve", "Status") == [None, "Approved"]
    steady(routine)


def test_sent_by_me_records_it_today(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="Sent by me")
    routine.daily()
    assert routine.rows()[0]["Approach sent"].date() == MONDAY
    [event] = routine.rows("History")
    assert (event["Event"], event["Date"].date(), event["Name"]) == ("Approach letter", MONDAY, "Ada Okafor")
    assert "call on" in event["Detail"]
    assert routine.drafts() == []
    row = routine.on_drafts(code)
    assert (row["Status"], row["Approve"], row["Sent on"].date()) == ("Sent", None, MONDAY)
    steady(routine)
    assert not list(routine.outbox.glob("*.txt"))


def test_sent_by_me_on_the_day_that_is_filled_in(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="Sent by me", Sent_on=date(2026, 12, 3))
    routine.daily()
    assert routine.rows()[0]["Approach sent"].date() == date(2026, 12, 3)
    assert routine.rows("History")[0]["Date"].date() == date(2026, 12, 3)
    steady(routine)


@pytest.mark.parametrize(
    "typed",
    ["next Tuesday", "0026-12-03", date(2026, 12, 9), date(2025, 12, 3), date(1926, 12, 3), date(2099, 1, 1)],
)
def test_sent_by_me_on_no_day_that_can_be_is_kept_until_corrected(
    one: tuple[Routine, str], typed: Any
) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="Sent by me", Sent_on=typed)
    for _ in range(2):
        problems = routine.run("daily", "--json").document["problems"]
        assert [(p["where"], p["column"], p["severity"]) for p in problems] == [
            (f"Drafts!K{routine.row_on_drafts(code)}", "Sent on", "error")
        ]
    assert routine.rows()[0]["Approach sent"] is None
    assert shown(routine, code, "Approve") == ["Sent by me"]
    routine.type_on_drafts(code, Sent_on=date(2026, 12, 4))
    routine.daily()
    assert routine.rows()[0]["Approach sent"].date() == date(2026, 12, 4)


def test_a_day_without_a_request_is_kept_and_asked_about(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_drafts(code, Sent_on=date(2026, 12, 4))
    [problem] = routine.run("daily", "--json").document["problems"]
    assert problem["where"] == f"Drafts!I{routine.row_on_drafts(code)}"
    assert "Sent by me" in problem["message"]
    assert routine.on_drafts(code)["Sent on"].date() == date(2026, 12, 4)
    steady(routine)


def test_a_bad_word_is_named_by_its_cell_and_stays(one: tuple[Routine, str]) -> None:
    routine, code = one
    routine.type_on_drafts(code, Approve="yes please")
    for _ in range(2):
        [problem] = routine.run("daily", "--json").document["problems"]
        assert (problem["where"], problem["column"]) == (f"Drafts!I{routine.row_on_drafts(code)}", "Approve")
        assert "yes please" in problem["message"]
    assert shown(routine, code, "Approve", "Status") == ["yes please", "To review"]
    assert "Drafts!I2" in routine.run("check", code=3).out


def test_sent_by_me_for_a_letter_nobody_knows(one: tuple[Routine, str]) -> None:
    routine, _ = one
    change(routine.book, "Drafts", 3, {"Code": "ZZZZZ", "Approve": "Sent by me"})
    for _ in range(2):
        [problem] = routine.run("daily", "--json").document["problems"]
        assert (problem["where"], problem["column"], problem["severity"]) == ("Drafts!I3", "Approve", "error")
        assert "ZZZZZ" in problem["message"]
    assert routine.rows("History") == []


def test_requests_count_once(one: tuple[Routine, str]) -> None:
    """With the workbook open the cell can't be cleared: what is decided elsewhere afterwards must not be undone by it."""
    routine, code = one
    routine.type_on_drafts(code, Approve="Approve")
    lock = routine.folder / ".~lock.networking.xlsx#"
    lock.write_text(",sam,host,07.12.2026 09:14,file:///;")
    routine.daily()
    assert routine.draft()["status"] == "Approved"
    routine.run("skip", code, "--until", "2026-12-14")
    assert routine.draft()["status"] == "Skipped"
    lock.unlink()
    routine.daily()
    assert shown(routine, code, "Approve", "Status") == [None, "Skipped"]
    routine.type_on_drafts(code, Approve="Approve")
    routine.daily()
    assert shown(routine, code, "Status") == ["Approved"]


def test_rows_may_be_sorted(routine: Routine) -> None:
    routine.with_book([person("Ada", "Okafor"), person("Bo", "Lindqvist")]).daily()
    first, second = (routine.on_drafts(d["code"]) for d in routine.drafts())
    change(routine.book, "Drafts", 2, second)
    change(routine.book, "Drafts", 3, first | {"Approve": "Approve"})
    routine.daily()
    assert [r["Code"] for r in routine.rows("Drafts")] == [second["Code"], first["Code"]]
    assert routine.draft(code=first["Code"])["status"] == "Approved"
    assert routine.draft(code=second["Code"])["status"] == "To review"
    steady(routine)


def test_a_row_that_was_copied_is_said_and_its_letter_not_approved_by_it(one: tuple[Routine, str]) -> None:
    routine, code = one
    change(routine.book, "Drafts", 3, routine.on_drafts(code) | {"Approve": "Approve"})
    [problem] = routine.run("daily", "--json").document["problems"]
    assert problem["where"] == "Drafts!A3"
    assert routine.draft()["status"] == "To review"


@pytest.mark.parametrize(
    "odd",
    [
        "Tabs\there",
        "An _x0041_ escape",
        "=SUM(A1)",
        "+1 and -1",
        "1 < 2 & 3 > 2",
        "“quotes” — dashes…",
        "नमस्ते",
        "Zero\u200bwidth",
        "e\u0301 combined",
        "nb\u00a0space",
        "bell\x07",
        "emoji 😀",
    ],
)
def test_whatever_is_in_the_file_a_second_run_changes_nothing(one: tuple[Routine, str], odd: str) -> None:
    routine, code = one
    routine.edit_file(code, "Sincerely", f"{odd}\n\nSincerely")
    routine.edit_file(code, "Subject: ", f"Subject: {odd} ")
    routine.daily()
    assert routine.draft()["body"].count("Sincerely") == 1
    body = routine.draft()["body"]
    steady(routine)
    routine.type_on_drafts(code, Approve="Approve")
    routine.daily()
    assert routine.draft()["status"] in ("Approved", "Blocked")
    assert routine.draft()["body"] == body


def test_a_very_long_letter_stays_whole(one: tuple[Routine, str]) -> None:
    routine, code = one
    long = "A sentence that goes on. " * 1500
    routine.edit_file(code, "Sincerely", f"{long}\n\nSincerely")
    routine.daily()
    steady(routine)
    assert routine.draft()["body"].endswith("sam.rivera@example.com")
    assert len(routine.draft()["body"]) > 37_000


def test_an_approval_says_that_the_open_workbook_shows_it_later(one: tuple[Routine, str]) -> None:
    routine, code = one
    lock = routine.folder / ".~lock.networking.xlsx#"
    lock.write_text(",sam,host,07.12.2026 09:14,file:///;")
    assert "networking.xlsx is open in LibreOffice" in routine.run("approve", code).err
    assert routine.on_drafts(code)["Status"] == "To review"
    lock.unlink()
    routine.daily()
    assert routine.on_drafts(code)["Status"] == "Approved"
