"""What the program writes into the workbook, when it may not, and what it leaves alone."""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.day import apply, gather
from pipeline.workbook import CellChange, patch_cells
from tests.books import add_contact, change, given, make_book, person, rows_of
from tests.systems import needs_links

from .routine import MONDAY, Routine, steady

LOCKS = (".~lock.networking.xlsx#", "~$networking.xlsx")


@pytest.fixture
def two(routine: Routine) -> Routine:
    return routine.with_book([person("Ada", "Okafor", Phone="555-0101"), person("Bo", "Lindqvist")])


def test_a_long_name_is_whole_in_its_row_of_history(routine: Routine) -> None:
    routine.with_book([person("Jürgen", "Müller-Lüdenscheidt", Approach_sent=MONDAY)]).daily()
    book = load_workbook(routine.book)
    width = book["History"].column_dimensions["C"].width
    assert width < len("Jürgen Müller-Lüdenscheidt")
    assert (book["History"].row_dimensions[2].height or 0) >= 30


@pytest.mark.parametrize("lock", LOCKS)
def test_while_it_is_open_the_day_is_shown_and_drafted_and_nothing_is_written(
    two: Routine, lock: str
) -> None:
    (two.folder / lock).write_bytes(b"")
    before = two.book.read_bytes()
    answer = two.daily()
    assert "as saved at" in answer.out
    assert "networking.xlsx is open" in answer.err
    assert len(list(two.outbox.glob("*.txt"))) == 2
    assert two.book.read_bytes() == before
    assert set(two.daily(code=0).out.split()) == set(answer.out.split())
    document = two.run("daily", "--json").document
    assert len(document["actions"]) == 2


@pytest.mark.parametrize("lock", LOCKS)
def test_while_it_is_open_send_and_log_refuse(two: Routine, lock: str) -> None:
    two.daily()
    code = two.drafts()[0]["code"]
    two.run("approve", code)
    (two.folder / lock).write_bytes(b"")
    before = two.prints()
    for words in (["send"], ["log", "Ada Okafor", "no answer"], ["undo"]):
        assert lock in two.run(*words, code=4).err
    assert two.prints() == before
    assert [o["outcome"] for o in two.run("send", "--force", "--json").document] == ["exported"]


def test_approved_while_it_is_open_it_shows_later(two: Routine) -> None:
    two.daily()
    lock = two.folder / LOCKS[1]
    lock.write_bytes(b"")
    code = two.drafts()[0]["code"]
    assert "after the next run" in two.run("approve", code).err
    assert two.on_drafts(code)["Status"] == "To review"
    lock.unlink()
    two.daily()
    assert two.on_drafts(code)["Status"] == "Approved"


def test_an_edit_made_meanwhile_is_kept(two: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    real = apply.write_back
    times = []

    def saved_in_between(decision: Any, **more: Any) -> bool:
        times.append(1)
        if len(times) == 1:
            change(two.book, "Contacts", 2, {"Notes": "typed meanwhile", "Salutation": "Dr. Okafor"})
        return real(decision, **more)

    monkeypatch.setattr(apply, "write_back", saved_in_between)
    two.daily()
    row = two.rows()[0]
    assert (row["Notes"], row["Stage"]) == ("typed meanwhile", "Target")
    assert "Dr. Okafor" in two.draft("Ada Okafor")["body"]
    assert "Dr. Okafor" in two.on_drafts(two.draft("Ada Okafor")["code"])["Text"]


def test_somebody_who_saves_again_and_again_wins(two: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    real, times = apply.write_back, count()

    def saved_in_between(decision: Any, **more: Any) -> bool:
        change(two.book, "Contacts", 2, {"Notes": f"typed the {next(times)}th time"})
        return real(decision, **more)

    monkeypatch.setattr(apply, "write_back", saved_in_between)
    assert "changed by somebody else" in two.daily(code=4).err
    assert two.rows()[0]["Stage"] is None


def test_undo_and_undo_again(two: Routine) -> None:
    before = two.book.read_bytes()
    two.daily()
    after = two.book.read_bytes()
    assert "is as it was in" in two.run("undo").out
    assert two.book.read_bytes() == before
    two.run("undo")
    assert two.book.read_bytes() == after


def test_one_undo_takes_back_what_was_logged(two: Routine) -> None:
    two.daily()
    before = two.book.read_bytes()
    two.run("log", "Ada Okafor", "no answer")
    assert two.rows()[0]["Call result"] == "No answer"
    two.run("undo")
    assert two.book.read_bytes() == before


def test_undo_without_a_backup_says_so(two: Routine) -> None:
    assert "nothing to undo" in two.run("undo", code=4).err


def test_undo_never_makes_edits_or_requests_of_what_the_sheet_said_before(two: Routine) -> None:
    two.daily()
    code = two.draft("Ada Okafor")["code"]
    two.type_on_drafts(code, Approve="Approve")
    two.daily()
    two.edit_file(code, "Sincerely", "With kind regards")
    two.daily()
    two.run("undo")
    two.run("undo")
    two.run("undo")
    two.daily()
    letter = two.draft("Ada Okafor")
    assert "With kind regards" in letter["body"]
    assert letter["status"] == "To review"
    assert two.went() == []


def test_undo_brings_no_approval_back(two: Routine) -> None:
    two.daily()
    code = two.draft("Ada Okafor")["code"]
    two.type_on_drafts(code, Approve="Approve")
    two.daily()
    two.run("skip", code, "--until", "2026-12-14")
    backups = list((two.folder / "backups").iterdir())
    [asked] = [b for b in backups if "Approve" in [r["Approve"] for r in rows_of(b, "Drafts")]]
    for other in backups:
        if other != asked:
            other.unlink()
    two.run("undo")
    assert two.on_drafts(code)["Approve"] == "Approve"
    two.daily()
    assert two.draft("Ada Okafor")["status"] == "Skipped"


def test_the_ledger_deleted_nothing_is_lost_but_approvals(two: Routine, data_folder: Path) -> None:
    two.daily()
    two.run("approve", two.draft("Ada Okafor")["code"])
    two.edit_file(two.draft("Bo Lindqvist")["code"], "Sincerely", "With kind regards")
    for path in data_folder.iterdir():
        path.unlink()
    two.daily()
    assert [d["status"] for d in two.drafts()] == ["To review", "To review"]
    assert "With kind regards" in two.draft("Bo Lindqvist")["body"]
    two.daily()
    steady(two)


@pytest.mark.parametrize(("verdict", "left"), [("sent", []), ("release", ["To review"])])
def test_a_letter_among_those_that_went_is_asked_about_where_ledger_and_workbook_are_older(
    two: Routine, data_folder: Path, verdict: str, left: list[str]
) -> None:
    two.daily()
    earlier, code = two.book.read_bytes(), two.draft("Ada Okafor")["code"]
    two.run("approve", code)
    two.run("send")
    two.run("resolve", code, "sent")
    two.daily()
    for path in data_folder.iterdir():
        path.unlink()
    two.book.write_bytes(earlier)
    two.daily()
    assert two.draft("Ada Okafor")["status"] == "Check"
    assert "can't be changed" in two.run("approve", code, code=1).said
    assert two.went() == []
    two.run("resolve", code, verdict)
    two.daily()
    assert [d["status"] for d in two.drafts() if d["code"] == code] == left
    assert len(two.rows("History")) == (verdict == "sent")
    steady(two)


@pytest.mark.parametrize("workbook_id", [None, "WB-ANOTHER"])
def test_a_letter_that_went_stands_once_in_history_whatever_the_workbook_id(
    two: Routine, workbook_id: str | None
) -> None:
    two.daily()
    code = two.draft("Ada Okafor")["code"]
    two.run("approve", code)
    two.run("send")
    two.run("resolve", code, "sent")
    two.daily()
    two.type_setting("Workbook ID", workbook_id)
    two.run("daily", "--yes")
    assert [r["Name"] for r in two.rows("History")] == ["Ada Okafor"]
    assert [d["name"] for d in two.drafts()] == ["Bo Lindqvist"]


def test_a_letter_that_goes_while_another_run_reads_is_not_asked_about(
    two: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.daily()
    code = two.draft("Ada Okafor")["code"]
    two.run("approve", code)
    read = gather.people_of

    def meanwhile(*args: Any) -> Any:
        monkeypatch.setattr(gather, "people_of", read)
        two.run("send")
        two.run("resolve", code, "sent")
        return read(*args)

    monkeypatch.setattr(gather, "people_of", meanwhile)
    two.daily()
    assert [d["code"] for d in two.drafts() if d["code"] == code] == []
    assert len(two.rows("History")) == 1
    two.daily()
    steady(two)


def test_a_workbook_moved_and_renamed_goes_on(two: Routine, tmp_path: Path) -> None:
    two.daily()
    two.run("approve", two.drafts()[0]["code"])
    there = tmp_path / "elsewhere"
    there.mkdir()
    moved = Routine(there)
    moved.book = there / "contacts of mine.xlsx"
    shutil.move(two.book, moved.book)
    shutil.move(two.outbox, moved.outbox)
    assert [d["status"] for d in moved.drafts()] == ["Approved", "To review"]
    steady(moved)


def test_a_copy_knows_what_was_sent(two: Routine, tmp_path: Path) -> None:
    two.daily()
    code = two.draft("Ada Okafor")["code"]
    there = tmp_path / "copy"
    there.mkdir()
    copy = Routine(there)
    shutil.copy(two.book, copy.book)
    two.run("approve", code)
    two.run("send")
    two.run("resolve", code, "sent")
    copy.run("daily", "--yes")  # the same workbook, moved
    assert [d["name"] for d in copy.drafts()] == ["Bo Lindqvist"]
    assert copy.rows()[0]["Approach sent"].date() == MONDAY


def test_rows_sorted_as_a_whole_are_fine(two: Routine) -> None:
    two.daily()
    ada, bo = two.rows()
    change(two.book, "Contacts", 2, bo)
    change(two.book, "Contacts", 3, ada)
    codes = {d["name"]: d["code"] for d in two.drafts()}
    two.daily()
    assert [r["First name"] for r in two.rows()] == ["Bo", "Ada"]
    assert {d["name"]: d["code"] for d in two.drafts()} == codes
    assert two.rows()[0]["ID"] == bo["ID"]


def test_rows_inserted_are_fine(two: Routine) -> None:
    two.daily()
    _, bo = two.rows()
    add_contact(two.book, bo)
    change(two.book, "Contacts", 3, dict.fromkeys(bo) | person("Cy", "Marsh"))
    two.daily()
    assert [(r["First name"], bool(r["ID"])) for r in two.rows()] == [
        ("Ada", True),
        ("Cy", True),
        ("Bo", True),
    ]
    assert two.rows()[2]["ID"] == bo["ID"]
    steady(two)


def test_rows_partly_sorted_are_refused_everywhere(two: Routine) -> None:
    two.daily()
    ids = [r["ID"] for r in two.rows()]
    change(two.book, "Contacts", 2, {"ID": ids[1]})
    change(two.book, "Contacts", 3, {"ID": ids[0]})
    before = two.prints()
    for words in (
        ["send"],
        ["check"],
        ["agenda"],
        ["drafts"],
        ["approve", "AAAAA"],
        ["log", "Ada Okafor", "no answer"],
    ):
        answer = two.run(*words, code=4)
        assert "looks partly sorted" in answer.err
        assert answer.out == ""
    shown = two.run("daily", code=4)
    assert "looks partly sorted" in shown.err
    assert "Ada Okafor" in shown.out
    assert two.run("daily", "--json", code=4).document["actions"]
    assert two.prints() == before


def test_a_row_copied_twice_to_start_two_colleagues_is_a_problem_of_each(two: Routine) -> None:
    two.daily()
    ada = two.rows()[0]
    for name in ("Mia", "Noa"):
        add_contact(two.book, {**ada, "First name": name, "Email": f"{name}@example.org"})
    document = two.run("daily", "--json").document
    assert [a["name"] for a in document["actions"]] == ["Bo Lindqvist"]
    told = [p["where"] for p in document["problems"] if "Blank the ID" in p["message"]]
    assert [re.sub(r".*!\D+", "", where) for where in told] == ["2", "4", "5"]


def test_a_row_copied_with_its_id_gets_no_letter(two: Routine) -> None:
    two.daily()
    add_contact(two.book, two.rows()[0])
    document = two.run("daily", "--json").document
    assert [a["name"] for a in document["actions"]] == ["Bo Lindqvist"]
    assert "error" in {p["severity"] for p in document["problems"]}


def test_extra_columns_and_sheets_stay_as_they_are(routine: Routine) -> None:
    make_book(routine.book, [person(My_own="a"), person("Bo", My_own="=1+1")], extra_columns=["My own"])
    book = load_workbook(routine.book)
    page = book.create_sheet("Recipes")
    page["A1"], page["B2"] = "=SUM(B2:B9)", "salt"
    book.save(routine.book)
    with zipfile.ZipFile(routine.book) as package:
        names = package.namelist()
        own = {n: package.read(n) for n in names if b"Recipes" not in package.read(n)}
        recipes = max(n for n in names if n.startswith("xl/worksheets/sheet"))
        text = package.read(recipes)
    routine.daily()
    with zipfile.ZipFile(routine.book) as package:
        assert package.read(recipes) == text
        assert package.namelist() == names
        assert package.read("xl/theme/theme1.xml") == own["xl/theme/theme1.xml"]
    assert [r["My own"] for r in routine.rows()] == ["a", None]
    assert load_workbook(routine.book)["Contacts"].cell(3, page_column(routine, "My own")).value == "=1+1"


def page_column(routine: Routine, header: str) -> int:
    page = load_workbook(routine.book)["Contacts"]
    return next(c.column for c in page[1] if c.value == header)


def test_a_letter_date_that_was_changed_is_believed(two: Routine) -> None:
    two.daily()
    code = two.draft("Ada Okafor")["code"]
    two.type_on_drafts(code, Approve="Sent by me")
    two.daily()
    two.type_on_contacts(2, Approach_sent=date(2026, 12, 3))
    two.daily()
    assert two.rows()[0]["Approach sent"].date() == date(2026, 12, 3)
    steady(two)


def test_a_letter_date_that_was_blanked_is_filled_in_again_and_said(two: Routine) -> None:
    two.daily()
    two.type_on_drafts(two.draft("Ada Okafor")["code"], Approve="Sent by me")
    two.daily()
    two.type_on_contacts(2, Approach_sent=None)
    assert (
        "Ada Okafor: Approach sent was blank, and History knows the letter of 2026-12-07; filled in again."
        in two.daily().said
    )
    assert two.rows()[0]["Approach sent"].date() == MONDAY


def test_last_contact_that_was_changed_is_believed(two: Routine) -> None:
    two.daily()
    two.type_on_contacts(3, Last_contact=date(2026, 11, 2))
    two.daily()
    assert two.rows()[1]["Last contact"].date() == date(2026, 11, 2)
    assert two.steps() == [("approach", "Ada Okafor")]
    steady(two)


def test_lists_that_shrink_are_blanked_and_grow_again(two: Routine) -> None:
    two.daily()
    assert len(two.rows("Today")) == 2
    two.type_on_contacts(2, On_hold="Yes")
    two.type_on_contacts(3, On_hold="Yes")
    two.daily()
    assert (two.rows("Today"), two.rows("Drafts")) == ([], [])
    two.type_on_contacts(2, On_hold=None)
    two.daily()
    assert [r["Name"] for r in two.rows("Today")] == ["Ada Okafor"]
    steady(two)


def test_backups_are_kept_twenty(two: Routine) -> None:
    for n in range(24):
        two.type_on_contacts(2, Salutation=f"Dr. {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}")
        two.daily()
    assert len(list((two.folder / "backups").iterdir())) == 20


def test_the_workbook_id_comes_back_where_its_row_was_deleted(two: Routine) -> None:
    number = next(i for i, r in enumerate(two.rows("Settings"), 2) if r["Setting"] == "Workbook ID")
    patch_cells(two.book, two.book, [CellChange("Settings", number, c, None) for c in (1, 2, 3)])
    two.daily()
    assert next(r["Value"] for r in two.rows("Settings") if r["Setting"] == "Workbook ID")
    steady(two)


def test_a_missing_id_is_written_and_then_kept(two: Routine) -> None:
    two.daily()
    ids = [r["ID"] for r in two.rows()]
    assert len(set(ids)) == 2
    two.type_on_contacts(2, Email="new.address@example.org", Last_name="Okafor-Reed")
    two.daily()
    assert [r["ID"] for r in two.rows()] == ids


@needs_links
def test_reading_and_writing_through_a_link(two: Routine) -> None:
    real = two.folder / "real.xlsx"
    two.book.rename(real)
    two.book.symlink_to(real)
    two.daily()
    assert two.book.is_symlink()
    assert rows_of(real)[0]["Stage"] == "Target"


def test_due_stands_beside_every_next_step_but_a_first_letter_whose_turn_has_not_come(
    routine: Routine,
) -> None:
    called = {"Called on": date(2026, 12, 4), "Call result": "Declined"}
    routine.with_book([person("Bo", **called), *(person(given(n)) for n in range(4))]).daily()
    due = [(r["Next step"], r["Due"] and r["Due"].date()) for r in routine.rows()]
    first_letters = [("Approach", MONDAY)] * 3 + [("Approach", None)]
    assert due == [("Thank", date(2026, 12, 4)), *first_letters]
