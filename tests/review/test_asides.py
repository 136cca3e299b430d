"""What Today asks beside the steps: the verdict on a field by a button, and the rest let go in one step."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.day.apply import run_day
from pipeline.review.cells import row_key
from tests.books import at as at_header
from tests.books import change, make_book, person, rows_of

from .test_review_web import Page

TODAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))


class TestVerdict:
    """Three talks in a field that fits badly."""

    @pytest.fixture
    def workbook(self, tmp_path: Path) -> Path:
        names = (("Ada", "Okafor"), ("Bo", "Ek"), ("Cy", "Dahl"))
        met = [
            person(first, last, Field="archives", Fit=fit, Interview_on=date(2026, 11, 9 + fit), Interview_held="Yes",
                   Interview_type="Phone", **{"Thank-you sent": date(2026, 11, 20)}, What_I_learned=f"mostly lifting, says {first}")
            for fit, (first, last) in enumerate(names, 1)
        ]  # fmt: skip
        met.append(person("Di", "Moe", Field="archives"))
        book = make_book(tmp_path / "networking.xlsx", met)
        run_day(book, TODAY, Page(book, TODAY).session.now())
        [at] = [n for n, r in enumerate(rows_of(book, "Fields"), 2) if r["Field"] == "archives"]
        change(book, "Fields", at, {"What I expect of it": "quiet days among old letters"})
        return book

    def test_expectation_and_experience_stand_side_by_side_and_a_button_records_the_verdict(
        self, workbook: Path
    ) -> None:
        page = Page(workbook, TODAY)
        for at in ("/", "/progress"):
            text = page.text(at)
            assert "3 talks, fit 2.0 (3 marks)" in text
            assert "quiet days among old letters" in text
            assert "mostly lifting, says Cy" in text
            assert "Fill in Verdict" not in text
            assert re.findall(r'name="value" value="(\w+)"', text) == ["Keep", "Doubt", "Drop"]
        before = workbook.read_bytes()
        key = row_key("Fields", "archives")
        answer = page.send("/progress", f"/cell/{key}/verdict", value="Drop")
        assert answer.headers["Location"].endswith("/progress?said=recorded")
        assert "Recorded: Verdict of archives, on Fields: “Drop”." in page.text("/?said=recorded")
        assert [r["Verdict"] for r in rows_of(workbook, "Fields") if r["Field"] == "archives"] == ["Drop"]
        assert "drop it?" not in page.text("/")
        assert [d.letter.name for d in page.session.decision().review.drafts] == []
        page.send("/?said=recorded", f"/recorded/{page.session.undoable}/undo")
        assert workbook.read_bytes() == before
        assert "drop it?" in page.text("/")

    def test_no_other_word_is_a_verdict(self, workbook: Path) -> None:
        page = Page(workbook, TODAY)
        refused = page.send("/", f"/cell/{row_key('Fields', 'archives')}/verdict", value="Love it")
        assert refused.status_code == 422
        assert "is not one of: Keep, Doubt, Drop" in refused.text


class TestDaysAway:
    """Nothing was recorded since a letter three weeks ago."""

    @pytest.fixture
    def people(self) -> list[dict[str, Any]]:
        return [person(ID="ada", Approach_sent=date(2026, 11, 2)), person("Bo", "Ek")]

    def make(self, folder: Path, people: list[dict[str, Any]]) -> Path:
        sent = {"Date": date(2026, 11, 2), "ID": "ada", "Name": "Ada Okafor", "Event": "Approach letter", "Channel": "Email",
                "Message-ID": "<a@example.com>"}  # fmt: skip
        return make_book(folder / "networking.xlsx", people, history=[sent])

    def test_the_rest_is_let_go_by_one_button_and_taken_up_again_by_another(
        self, tmp_path: Path, people: list[dict[str, Any]]
    ) -> None:
        workbook = self.make(tmp_path, people)
        page = Page(workbook, TODAY)
        text = page.text("/")
        assert "The rest can be let go in one step. Today becomes the day to act from." in text
        assert "Follow up: Ada Okafor" in text
        before = workbook.read_bytes()
        page.send("/", "/rest")
        [act_from] = [r["Value"] for r in rows_of(workbook, "Settings") if r["Setting"] == "Act from"]
        assert act_from.date() == TODAY
        text = page.text("/?said=recorded")
        assert "Recorded: Act from Dec 1: what lies before it is let go." in text
        assert "Let the rest go" not in text
        page.send("/?said=recorded", f"/recorded/{page.session.undoable}/undo")
        assert workbook.read_bytes() == before
        assert "Let the rest go" in page.text("/")

    def test_a_thank_you_that_is_owed_is_never_let_go(
        self, tmp_path: Path, people: list[dict[str, Any]]
    ) -> None:
        met = person(
            "Cy", "Dahl", Interview_on=date(2026, 11, 9), Interview_held="Yes", Interview_type="Phone"
        )
        workbook = self.make(tmp_path, [*people, met])
        page = Page(workbook, TODAY)
        text = page.text("/")
        assert "Do that first, and record it." in text
        assert re.search(r"<button[^>]* disabled>Let the rest go", text)
        before = workbook.read_bytes()
        assert page.send("/", "/rest").status_code == 503
        assert workbook.read_bytes() == before

    def test_an_older_workbook_without_that_setting_gets_it(
        self, tmp_path: Path, people: list[dict[str, Any]]
    ) -> None:
        workbook = self.make(tmp_path, people)
        [at] = [n for n, r in enumerate(rows_of(workbook, "Settings"), 2) if r["Setting"] == "Act from"]
        change(workbook, "Settings", at, {"Setting": "My own row", "Value": "mine"})
        page = Page(workbook, TODAY)
        before = workbook.read_bytes()
        page.send("/", "/rest")
        rows = {r["Setting"]: r["Value"] for r in rows_of(workbook, "Settings")}
        assert (rows["Act from"].date(), rows["My own row"]) == (TODAY, "mine")
        assert page.session.world().settings.act_from == TODAY
        page.send("/", f"/recorded/{page.session.undoable}/undo")
        assert workbook.read_bytes() == before


def test_a_letter_that_waits_for_a_cell_that_cannot_be_read_has_the_box_of_that_cell(tmp_path: Path) -> None:
    workbook = make_book(
        tmp_path / "networking.xlsx",
        [person(Source="at college")],
        headers={"Source": "Woher"},
        settings={"Columns": "Source = Woher", "Contacts sheet": "Kontakte"},
    )
    rename(workbook, "Contacts", "Kontakte")
    page = Page(workbook, TODAY)
    [draft] = page.session.decision().review.drafts
    at = f"/letter/{draft.letter.code}"
    text = page.text(at)
    cell = at_header("Source", 2).replace("Contacts", "Kontakte")
    assert f"{cell} (Woher) can't be read. Correct it first." in html.unescape(text)
    assert f"<b>{cell}</b>" in page.text("/problems")
    [address] = set(re.findall(r"/cell/\w+/source(?=\")", text))
    page.send(at, address, value="Alumni")
    assert [r["Woher"] for r in rows_of(workbook, "Kontakte")] == ["Alumni"]
    assert "(Woher)" not in page.text(at)


def rename(workbook: Path, sheet: str, name: str) -> None:
    """Give a sheet another name, as a person would in Excel."""
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    book[sheet].title = name
    book.save(workbook)


@pytest.mark.parametrize("page_of", ["/whys", "/letter/{}"])
def test_the_box_of_a_why_shows_the_sentence_of_this_persons_letter(tmp_path: Path, page_of: str) -> None:
    templates = tmp_path / "letter_templates"
    templates.mkdir()
    plain = (Path(__file__).parents[2] / "letter_templates" / "approach.txt").read_text("utf-8")
    own = re.sub(r"(?m)^(\d\|) .*\{\{ why \}\}.*$", r"\1 I turn to you, in short, {{ why }}.", plain)
    (templates / "approach.txt").write_text(own, "utf-8")
    workbook = make_book(tmp_path / "networking.xlsx", [person(Why_this_person=None)])
    page = Page(workbook, TODAY)
    [draft] = page.session.decision().review.drafts
    assert "I turn to you, in short, [because" in draft.letter.body
    text = html.unescape(page.text(page_of.format(draft.letter.code)))
    assert 'data-frame="I turn to you, in short, {}."' in text
    assert "Stands in letters after “I turn to you, in short,”" in text
    assert "I am writing to you" not in text
