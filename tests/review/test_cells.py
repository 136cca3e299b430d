"""A cell of any sheet filled in where its problem is shown: read as its sheet reads it, written, and undone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.day.apply import run_day
from pipeline.model import Status
from pipeline.review.cells import row_key
from pipeline.review.people import person_key
from pipeline.sheets.cells import BadCell
from pipeline.sheets.typed import typed_day
from tests.books import change, make_book, person, rows_of

from .test_recording import lock
from .test_review_web import Page

TODAY = date(2026, 12, 1)


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    rules = {"Answer a reply": "soon"}
    settings = {"Daily prospecting goal": "a few", "Purpose": "I want to learn how people come into nursing"}
    people = [person(Notes="at school"), person("Bo", "Ek")]
    return make_book(tmp_path / "networking.xlsx", people, rules=rules, settings=settings)


@pytest.fixture
def page(workbook: Path) -> Page:
    made = Page(workbook, TODAY)
    made.text("/")
    return made


def row(workbook: Path, sheet: str, header: str, name: str) -> dict[str, Any]:
    return next(r for r in rows_of(workbook, sheet) if r[header] == name)


def write(page: Page, sheet: str, name: str, attr: str, value: str) -> Any:
    """Fill in the box of a problem."""
    return page.send("/problems", f"/cell/{row_key(sheet, name)}/{attr}", value=value)


def take_back(page: Page) -> str:
    """Take back what waits for the workbook to be closed."""
    [entry] = page.session.world().state.entries
    return str(page.send("/", f"/recorded/{entry.number}/undo").text)


def test_an_interval_is_corrected_where_its_problem_is_shown_and_the_undo_gives_the_bytes_back(
    page: Page, workbook: Path
) -> None:
    before = workbook.read_bytes()
    assert "Business days after the day on which they replied: 0 to 365. Blank: 1." in page.text("/problems")
    answer = write(page, "Rules", "Answer a reply", "value", "3")
    assert "Recorded: Answer a reply on Rules: “3”." in page.text(answer.headers["Location"])
    assert row(workbook, "Rules", "Interval", "Answer a reply")["Value"] == 3
    assert page.session.world().intervals.answer_reply == 3
    assert "Answer a reply" not in page.text("/problems").partition("<main")[2]
    page.send(answer.headers["Location"], f"/recorded/{page.session.undoable}/undo")
    assert workbook.read_bytes() == before


def test_a_setting_that_has_choices_is_chosen_and_an_interval_is_named_where_its_problem_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    settings, rules = {"Confirm interviews": "perhaps"}, {"Call again": "soon"}
    workbook = make_book(tmp_path / "networking.xlsx", [person()], rules=rules, settings=settings)
    shown = Page(workbook, TODAY).text("/problems")
    assert re.search(r'<select [^>]*name="value"', shown)
    assert re.search(r"<label [^>]*>\s*Call again\s*<", shown)


def test_the_day_that_a_note_asks_for_is_typed_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    workbook = make_book(tmp_path / "networking.xlsx", [person(Notes="Emailed 11/3, no reply")])
    page = Page(workbook, TODAY)
    page.text("/")
    shown = page.text("/problems")
    assert "that you wrote to each other, or talked. Type the day here" in shown
    assert "Notes: “Emailed 11/3, no reply”" in shown
    key = person_key(page.session.world().contacts[0].id)
    answer = page.send("/problems", f"/cell/{key}/last_contact", value="Nov 3, 2026")
    assert "Last contact" in page.text(answer.headers["Location"])
    assert rows_of(workbook, "Contacts")[0]["Last contact"].date() == date(2026, 11, 3)
    assert "Last contact is blank" not in page.text("/problems")


@pytest.mark.parametrize("cells", [{"Notes": "Emailed 11/3, no reply"}, {"Last contact": "declined"}])
def test_that_nobody_ever_wrote_is_said_by_a_button_beside_the_day_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cells: dict[str, str]
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    workbook = make_book(tmp_path / "networking.xlsx", [person(**cells)])
    page = Page(workbook, TODAY)
    page.text("/")
    assert "Write “never” into Last contact" in page.text("/problems")
    key = person_key(page.session.world().contacts[0].id)
    answer = page.send("/problems", f"/cell/{key}/last_contact", value="never")
    assert "Last contact “never”" in page.text(answer.headers["Location"])
    assert rows_of(workbook, "Contacts")[0]["Last contact"] == "never"
    assert "Write “never”" not in page.text("/problems")
    assert page.session.world().contacts[0].last_contact is None


def test_a_hold_that_a_column_asks_for_is_refused_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    row = person(Status="Do not contact")
    workbook = make_book(tmp_path / "networking.xlsx", [row], extra_columns=["Status"])
    page = Page(workbook, TODAY)
    page.text("/")
    assert "says not to write to them" in page.text("/problems")
    key = person_key(page.session.world().contacts[0].id)
    page.send("/problems", f"/cell/{key}/on_hold", value="no")
    assert rows_of(workbook, "Contacts")[0]["On hold"] == "No"
    assert "says not to write to them" not in page.text("/problems")


@pytest.mark.parametrize("typed", ["soon", "-1", "400", "1.5"])
def test_a_number_that_the_rules_do_not_take_is_asked_for_again_and_nothing_is_written(
    page: Page, workbook: Path, typed: str
) -> None:
    before = workbook.read_bytes()
    refused = write(page, "Rules", "Answer a reply", "value", typed)
    assert refused.status_code == 422
    assert "Type a whole number from 0 to 365" in refused.text
    assert f'value="{typed}"' in refused.text
    assert workbook.read_bytes() == before


def test_nothing_typed_into_a_blank_cell_is_asked_for_and_records_nothing(page: Page, workbook: Path) -> None:
    before, key = workbook.read_bytes(), person_key(page.session.world().contacts[0].id)
    refused = page.send(f"/contact/{key}?cell=priority", f"/cell/{key}/priority", value=" ")
    assert refused.status_code == 422
    assert "Priority of Ada Okafor is blank as it is: type what belongs there." in refused.text
    assert page.session.world().state.entries == ()
    assert workbook.read_bytes() == before


def test_a_cell_that_holds_anything_can_be_blanked(page: Page, workbook: Path) -> None:
    write(page, "Rules", "Answer a reply", "value", "")
    assert row(workbook, "Rules", "Interval", "Answer a reply")["Value"] is None
    key = person_key(page.session.world().contacts[0].id)
    page.send(f"/contact/{key}?cell=notes", f"/cell/{key}/notes", value="")
    assert rows_of(workbook, "Contacts")[0]["Notes"] is None


def test_a_setting_is_read_as_on_its_own_page_and_a_phrase_is_offered_mended(
    page: Page, workbook: Path
) -> None:
    write(page, "Settings", "Daily prospecting goal", "value", "4")
    assert row(workbook, "Settings", "Setting", "Daily prospecting goal")["Value"] == 4
    refused = write(page, "Settings", "Purpose", "value", "I want to hear how people come into nursing")
    assert "Take: “to hear how people come into nursing”" in refused.text
    assert "anyway" in refused.text


def test_a_cell_that_was_changed_meanwhile_is_not_overwritten(page: Page, workbook: Path) -> None:
    form = page.form("/problems", f"/cell/{row_key('Rules', 'Answer a reply')}/value")
    at = next(n for n, r in enumerate(rows_of(workbook, "Rules"), 2) if r["Interval"] == "Answer a reply")
    change(workbook, "Rules", at, {"Value": "later"})
    refused = page.post(f"/cell/{row_key('Rules', 'Answer a reply')}/value", {**form, "value": "3"})
    assert "changed since you saw this" in refused.text
    assert row(workbook, "Rules", "Interval", "Answer a reply")["Value"] == "later"


def test_a_row_that_stands_twice_has_a_box_only_where_it_is_read(page: Page, workbook: Path) -> None:
    change(workbook, "Rules", None, {"Interval": "Answer a reply", "Value": "late"})
    text = page.text("/problems")
    assert text.count(f"/cell/{row_key('Rules', 'Answer a reply')}/value") == 1


class TestDrafts:
    """The row of a letter on Drafts, with something in it that can't be read."""

    @pytest.fixture
    def asking(self, page: Page, workbook: Path) -> Page:
        run_day(workbook, TODAY, page.session.now())
        self.code = page.of("Ada Okafor")
        self.at = next(n for n, r in enumerate(rows_of(workbook, "Drafts"), 2) if r["Code"] == self.code)
        return page

    def test_a_letter_is_never_approved_in_a_box(self, asking: Page, workbook: Path) -> None:
        change(workbook, "Drafts", self.at, {"Approve": "Yes please"})
        text = asking.text("/problems")
        assert "<option>Skip</option>" in text
        assert "<option>Approve</option>" not in text
        refused = write(asking, "Drafts", self.code, "approve", "Approve")
        assert "A letter is approved where it is read" in refused.text
        assert asking.status(self.code) is not Status.APPROVED

    def test_clearing_the_cell_is_undone_and_what_counts_at_once_is_not(
        self, asking: Page, workbook: Path
    ) -> None:
        change(workbook, "Drafts", self.at, {"Approve": "Yes please"})
        before = workbook.read_bytes()
        write(asking, "Drafts", self.code, "approve", "")
        asking.send("/", f"/recorded/{asking.session.undoable}/undo")
        assert workbook.read_bytes() == before
        answer = write(asking, "Drafts", self.code, "approve", "Skip")
        assert asking.status(self.code) is Status.SKIPPED
        assert "/undo" not in asking.text(answer.headers["Location"])
        number = asking.session.recorded[-1].entry.number
        mark = asking.guard.mark("undo", str(number), "")
        refused = asking.post(f"/recorded/{number}/undo", {"mark": mark})
        assert "counts beyond the workbook" in refused.text

    def test_the_day_on_which_a_letter_went_is_corrected_day_first(
        self, asking: Page, workbook: Path
    ) -> None:
        change(workbook, "Drafts", self.at, {"Approve": "Sent by me", "Sent on": "yesterday"})
        assert "The letter to Ada Okafor</a>:" in asking.text("/problems")
        write(asking, "Drafts", self.code, "sent_on", "30.11.2026")
        [sent] = [r for r in rows_of(workbook, "History") if r["Event"] == "Approach letter"]
        assert (sent["Name"], sent["Date"].date()) == ("Ada Okafor", date(2026, 11, 30))

    def test_it_waits_while_the_workbook_is_open(self, asking: Page, workbook: Path) -> None:
        change(workbook, "Drafts", self.at, {"Approve": "Yes please"})
        open_in = lock(workbook)
        write(asking, "Drafts", self.code, "approve", "Skip")
        assert asking.status(self.code) is Status.SKIPPED
        assert "change it at the letter" in take_back(asking)
        assert asking.session.world().state.entries == ()
        assert asking.status(self.code) is Status.SKIPPED
        write(asking, "Drafts", self.code, "approve", "Skip")
        open_in.unlink()
        asking.get("/state")
        assert asking.status(self.code) is Status.SKIPPED
        assert row(workbook, "Drafts", "Code", self.code)["Status"] == "Skipped"
        assert asking.session.world().state.entries == ()


def test_days_are_typed_day_first_on_every_sheet_and_two_applications_of_one_name_are_told_apart(
    page: Page, workbook: Path
) -> None:
    at = next(n for n, r in enumerate(rows_of(workbook, "Settings"), 2) if r["Setting"] == "Act from")
    change(workbook, "Settings", at, {"Value": "sometime"})
    job = {"Organization": "Harbor Press", "Position": "Editor"}
    change(workbook, "Applications", 2, {**job, "Date": "last week"})
    change(
        workbook,
        "Applications",
        3,
        {**job, "Position": "Clerk", "Date": date(2026, 11, 20), "Answer": "Maybe"},
    )
    change(workbook, "Applications", 4, {**job, "Date": "lately"})
    before = workbook.read_bytes()
    write(page, "Settings", "Act from", "value", "30.11.2026")
    write(page, "Applications", "Harbor Press · Editor", "on", "24.11.")
    refused = write(page, "Applications", "Harbor Press · Clerk", "answer", "Perhaps")
    assert "is not one of" in refused.text
    write(page, "Applications", "Harbor Press · Clerk", "answer", "Refused")
    applied = rows_of(workbook, "Applications")
    assert [str(r["Date"])[:10] for r in applied] == ["2026-11-24", "2026-11-20", "lately"]
    assert [r["Answer"] for r in applied] == [None, "Refused", None]
    assert page.session.world().settings.act_from == date(2026, 11, 30)
    assert "lately" in page.text("/problems")
    for _ in range(3):
        page.send("/", f"/recorded/{page.session.undoable}/undo")
    assert workbook.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3.12.", "2026-12-03"), ("3.12.26", "2026-12-03"), ("03.12.2026", "2026-12-03"), ("3. Dezember", "2026-12-03"),
        ("3. Dez. 2026", "2026-12-03"), ("3. März", "2027-03-03"), ("3 Dec", "2026-12-03"), ("heute", "2026-12-01"),
        ("Morgen", "2026-12-02"), ("übermorgen", "2026-12-03"), ("gestern", "2026-11-30"), ("tomorrow", "2026-12-02"),
        ("2026-12-03", "2026-12-03"),
    ],
)  # fmt: skip
def test_a_day_is_typed_as_people_type_it(text: str, day: str) -> None:
    assert str(typed_day(text, date(2026, 12, 1))) == day


@pytest.mark.parametrize("text", ["3 Decoys", "31. Feb", "morgens", "Montag", "3. Ma", "12/3/2026"])
def test_what_may_be_no_day_is_none(text: str) -> None:
    with pytest.raises(BadCell):
        typed_day(text, date(2026, 12, 1))
