"""Start here, as requests and answers: a list of one's own, another program's file, examples, and who one is."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.day.apply import run_day
from pipeline.day.beginning import make_starter
from pipeline.day.putback import versions
from pipeline.sheets.read import read_book
from tests.books import make_book, person, rows_of
from tests.review.lists import LINKEDIN, ROSA, own_list
from tests.review.test_review_web import Page

TODAY = date(2026, 12, 1)
PDF = b"%PDF-1.4 a resume"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    folder = tmp_path / "my search"
    folder.mkdir()
    return folder / "networking.xlsx"


def drop(page: Page, name: str, data: bytes) -> Any:
    """Drop a file, and follow to what is shown of it."""
    form = page.form("/start", "/upload/list")
    answer = page.post("/upload/list", {**form, "file": (io.BytesIO(data), name)})
    assert answer.status_code == 303, answer.text
    return page.get(answer.location)


def settings_of(book: Path) -> dict[str, Any]:
    return {row["Setting"]: row["Value"] for row in rows_of(book, "Settings")}


def people_of(book: Path) -> list[dict[str, Any]]:
    return [row for row in rows_of(book, "Contacts") if row.get("Email") or row.get("Mail")]


def mapped(page: Page, header: str) -> str:
    """Name the control that says what a column is."""
    import lxml.html

    tree = lxml.html.fromstring(page.text("/start/list"))
    [select] = [s for s in tree.iter("select") if s.get("aria-label") == f"What {header} is"]
    return str(select.get("name"))


def test_a_window_without_a_workbook_answers_a_tab_that_asks_whether_it_is_there(book: Path) -> None:
    asked = Page(book, TODAY).get("/state?at=start")
    assert (asked.status_code, asked.get_json()["version"]) == (200, "gone")


def test_a_folder_without_a_workbook_shows_how_to_begin(book: Path) -> None:
    page = Page(book, TODAY)
    assert page.get("/").location.endswith("/start")
    text = page.text("/start")
    assert "Begin with the people you have" in text
    assert "Begin with examples" in text
    assert list(book.parent.iterdir()) == []


def test_a_workbook_without_examples_speaks_of_none(book: Path) -> None:
    make_starter(book, TODAY)
    assert re.search(r"networking.xlsx has \d+ example people\.", Page(book, TODAY).text("/start"))
    book.unlink()
    make_starter(book, TODAY, empty=True)
    assert "networking.xlsx is there, and nobody is in it yet." in Page(book, TODAY).text("/start")


def lost(book: Path) -> Page:
    """Open a window on a workbook, and let that be gone."""
    make_starter(book, TODAY)
    page = Page(book, TODAY)
    page.text("/letters")
    book.rename(book.parent.parent / "moved.xlsx")
    return page


def test_where_the_workbook_went_missing_the_page_goes_on_once_it_is_back(book: Path) -> None:
    page = lost(book)
    assert page.get("/letters").location.endswith("/start?gone")
    asked = page.get("/start?gone")
    assert "is not in" in asked.text
    assert 'data-version="gone"' in asked.text
    (book.parent.parent / "moved.xlsx").rename(book)
    assert page.get("/state?at=start").get_json()["version"] not in ("", "gone")
    assert page.get("/start?gone").location.endswith("/")


def test_a_workbook_that_was_renamed_gets_its_name_again(book: Path) -> None:
    page = lost(book)
    other = book.with_name("people 2026.xlsx")
    (book.parent.parent / "moved.xlsx").rename(other)
    data = other.read_bytes()
    assert f">Name it {book.name}<" in page.get("/start").text  # it may never have had that name
    done = page.send("/start", "/start/again")
    assert done.location.endswith("/?said=brought")
    assert book.read_bytes() == data
    assert not other.exists()


def test_a_workbook_that_is_open_under_its_other_name_keeps_it(book: Path) -> None:
    page = lost(book)
    other = book.with_name("people 2026.xlsx")
    (book.parent.parent / "moved.xlsx").rename(other)
    form = page.form("/start", "/start/again")
    other.with_name(f"~${other.name}").write_bytes(b"\x03Sam" + b" " * 161)
    assert "is open in" in page.post("/start/again", form).text
    assert (other.exists(), book.exists()) == (True, False)


def test_a_workbook_is_not_renamed_over_another(book: Path) -> None:
    page = lost(book)
    other = book.with_name("people.xlsx")
    (book.parent.parent / "moved.xlsx").rename(other)
    form = page.form("/start", "/start/again")
    make_book(book, [person("Zoe")])
    data = book.read_bytes()
    refused = page.post("/start/again", form)
    assert refused.status_code == 409
    assert book.read_bytes() == data
    assert other.exists()


def test_a_workbook_that_was_moved_is_chosen_where_it_lies(book: Path) -> None:
    page = lost(book)
    data = (book.parent.parent / "moved.xlsx").read_bytes()
    form = page.form("/start", "/upload/list")
    done = page.post("/upload/list", {**form, "file": (io.BytesIO(data), "moved.xlsx")})
    assert done.location.endswith("/?said=brought")
    assert book.read_bytes() == data
    assert "your workbook again" in page.text("/?said=brought")


def test_an_earlier_version_is_put_back_and_the_present_one_is_kept(book: Path) -> None:
    make_book(book, [person()])
    earlier = book.read_bytes()
    page = Page(book, TODAY)
    run_day(book, TODAY, datetime(2026, 12, 1, 9, 0))
    book.write_bytes(b"")
    broken = page.get("/")
    assert broken.status_code == 503
    assert "remembered" not in broken.text.replace("Remembered", "")
    assert f'href="{page.guard.base}/versions"' in broken.text
    [version] = versions(book)
    [action] = re.findall(r'action="[^"]*(/versions/\w+)"', page.text("/versions"))
    form = page.form("/versions", action)
    make_book(book, [person("Zoe")])
    assert page.post(action, form).status_code == 409, "it is another one by now"
    present = book.read_bytes()
    assert page.send("/versions", action).location.endswith("/?said=put-back")
    assert book.read_bytes() == earlier == version.path.read_bytes()
    assert present in [v.path.read_bytes() for v in versions(book)]


def test_what_an_older_workbook_lacks_is_added_in_the_window(book: Path) -> None:
    make_book(book, [person()], leave_out=["Fit"])
    page = Page(book, TODAY)
    assert "“Start here”" in page.text("/problems")
    shown = page.get(page.send("/start", "/start/own").location)
    assert "Fit" in shown.text
    form = page.form("/start/list", "/start/list")
    assert page.post("/start/list", {**form, "do": "take"}).status_code == 303
    assert "Fit" in rows_of(book, "Contacts")[0]


def test_a_list_of_ones_own_becomes_the_workbook(book: Path) -> None:
    page = Page(book, TODAY)
    shown = drop(page, "My people.xlsx", own_list(35)).text
    assert "35 people" in shown
    assert "whole name, taken apart" in shown
    answer = page.send("/start/list", "/start/list", do="take")
    assert answer.location.endswith("/start/you?said=begun")
    assert len(page.session.decision().world.contacts) == 35
    assert page.session.decision().world.settings.act_from == TODAY
    assert [p.where for p in page.session.decision().world.problems] == ["Settings!B2"], (
        "only the name is lacking"
    )
    assert "About you" in page.text("/start/you")


def test_what_was_understood_is_corrected_by_choosing(book: Path) -> None:
    page = Page(book, TODAY)
    drop(page, "list.xlsx", own_list(3, why="of a thing or two"))
    met = mapped(page, "How we met")
    answer = page.send("/start/list", "/start/list", do="take", **{met: "Notes"})
    assert answer.status_code == 303
    assert {c.notes for c in page.session.decision().world.contacts} == {"at school"}


def test_two_columns_for_one_are_said_and_nothing_is_written(book: Path) -> None:
    page = Page(book, TODAY)
    drop(page, "list.xlsx", own_list(3))
    answer = page.send("/start/list", "/start/list", do="take", **{mapped(page, "How we met"): "Email"})
    assert answer.status_code == 422
    assert "Two columns are chosen for Email" in answer.text
    assert not book.exists()


def test_the_sheet_with_the_people_can_be_chosen(book: Path) -> None:
    page = Page(book, TODAY)
    drop(page, "list.xlsx", own_list(3, extra="Alumni"))
    looked = page.send("/start/list", "/start/list", sheet="Alumni", do="take")
    assert looked.status_code == 200, "its columns were not shown yet"
    assert "on the sheet “Alumni”" in looked.text
    assert not book.exists()


def test_a_workbook_of_examples_gives_way_and_is_kept_as_a_backup(book: Path) -> None:
    page = Page(book, TODAY)
    page.send("/start", "/start/samples")
    page.text("/letters")
    before = book.read_bytes()
    drop(page, "list.xlsx", own_list(4))
    assert page.send("/start/list", "/start/list", do="take").status_code == 303
    assert [b.read_bytes() for b in (book.parent / "backups").iterdir()] == [before]
    assert len(page.session.decision().world.contacts) == 4
    assert page.get("/letters").status_code == 200


def test_a_list_that_lies_where_the_workbook_is_to_be_gets_what_it_lacks_there(book: Path) -> None:
    book.write_bytes(own_list(5))
    page = Page(book, TODAY)
    answer = page.send("/start", "/start/own")
    assert "What it is here" in page.text(answer.location)
    assert page.send("/start/list", "/start/list", do="take").status_code == 303
    assert len(page.session.decision().world.contacts) == 5
    assert len(list((book.parent / "backups").iterdir())) == 1


def test_people_of_ones_own_are_never_replaced(book: Path) -> None:
    make_book(book, [person()])
    before = book.read_bytes()
    page = Page(book, TODAY)
    assert "People in list.xlsx" in drop(page, "list.xlsx", own_list(2)).text
    page.get("/start/list")
    answer = page.send("/start/list", "/start/list", do="take")
    assert answer.status_code == 409
    assert "has people of yours already" in answer.text
    assert book.read_bytes() == before


def test_people_are_searched_ticked_and_added_and_a_second_time_adds_nothing(book: Path) -> None:
    page = Page(book, TODAY)
    shown = drop(page, "Connections.csv", LINKEDIN.encode()).text
    assert shown.index("Odo Brandt") < shown.index("Ines Marlow"), "those with an address first"
    none = page.send("/start/people", "/start/people", words="", do="none")
    assert "0 ticked" in none.text
    ticked = page.send("/start/people", "/start/people", pick=[], words="museum", do="all")
    assert "2 ticked" in ticked.text
    assert "Odo Brandt" not in ticked.text
    form = page.form("/start/people", "/start/people")
    picks = [p for p in form["pick"] if p in ticked.text]
    assert (
        page.post("/start/people", {**form, "pick": picks, "words": "odo", "do": "take"}).status_code == 303
    )
    assert sorted(
        r["First name"]
        for r in people_of(book) + [r for r in rows_of(book, "Contacts") if r["First name"] == "Ines"]
    ) == ["Ines", "Petra"]
    again = drop(page, "Connections.csv", LINKEDIN.encode()).text
    assert again.count("already in row") == 2
    page.send("/start/people", "/start/people", do="take")
    assert len([r for r in rows_of(book, "Contacts") if r["First name"]]) == 3


def test_nobody_ticked_is_said(book: Path) -> None:
    page = Page(book, TODAY)
    drop(page, "Connections.csv", LINKEDIN.encode())
    answer = page.send("/start/people", "/start/people", pick=[], do="take")
    assert "Nobody is ticked" in answer.text
    assert not book.exists()


def macros() -> bytes:
    held = io.BytesIO(own_list(2))
    with zipfile.ZipFile(held, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macros")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("list.xlsx", b"First name,Email\nAda,ada@example.org\n", ""),
        ("list.xlsx", b"PK\x03\x04 and no workbook", "is damaged or not an Excel workbook"),
        ("list.xls", b"\xd0\xcf\x11\xe0 and no workbook", "can&#39;t be read as a workbook"),
        ("people.csv", b"<html><table><tr><td>Ada</td></tr></table></html>", "is a web page"),
        ("archive.zip", b"PK\x03\x04 a zip", "is a zip archive"),
        ("nobody.csv", b"First name,Last name,Email\n", "nobody under it"),
        ("list.xlsm", macros(), "holds macros"),
        ("../../list.xlsx", own_list(0), "list.xlsx: the contacts are on the sheet"),
        ("photo.jpg", b"\xff\xd8\xff\xe0 a picture", "no header row"),
        (
            "photo.png",
            b"\x89PNG a picture of somebody, and no list",
            "can&#39;t be told in which character set",
        ),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_said_as_the_commands_say_it(
    book: Path, name: str, data: bytes, said: str
) -> None:
    page = Page(book, TODAY)
    answer = drop(page, name, data)
    assert said in answer.text
    assert "Traceback" not in answer.text
    assert answer.status_code in (200, 422)
    assert list(book.parent.iterdir()) == []


def test_the_people_of_a_workbook_that_cant_be_adopted_can_be_taken_alone(book: Path) -> None:
    page = Page(book, TODAY)
    assert "Take its people alone" in drop(page, "list.xlsm", macros()).text
    assert page.send("/start/people", "/start/people", do="take").status_code == 303
    assert len(people_of(book)) == 2


def test_a_form_about_an_earlier_file_takes_nothing(book: Path) -> None:
    page = Page(book, TODAY)
    drop(page, "one.xlsx", own_list(2))
    old = page.form("/start/list", "/start/list")
    drop(page, "two.xlsx", own_list(3))
    answer = page.post("/start/list", {**old, "do": "take"})
    assert answer.status_code == 409
    assert "Another file was dropped meanwhile" in answer.text
    assert not book.exists()


def test_an_open_workbook_waits(book: Path) -> None:
    make_book(book, [person()])
    page = Page(book, TODAY)
    drop(page, "Connections.csv", LINKEDIN.encode())
    (book.parent / "~$networking.xlsx").write_bytes(b"\x03Sam")
    before = book.read_bytes()
    answer = page.send("/start/people", "/start/people", do="take")
    assert answer.status_code == 409
    assert "is open in Excel" in answer.text
    assert book.read_bytes() == before


def test_no_form_works_without_its_mark(book: Path) -> None:
    page = Page(book, TODAY)
    for action in (
        "/upload/list",
        "/start/samples",
        "/start/list",
        "/start/people",
        "/upload/you",
        "/start/letter",
        "/upload/settings",
    ):
        assert page.post(action, {"mark": "0" * 64, "do": "take"}).status_code == 403, action
    assert list(book.parent.iterdir()) == []


# Who one is.


@pytest.fixture
def begun(book: Path) -> Page:
    page = Page(book, TODAY)
    page.send("/start", "/start/samples")
    return page


MINE = {**ROSA, "holiday_country": "DE", "holiday_part": "DE-BY"}


def test_who_one_is_goes_into_settings(begun: Page, book: Path) -> None:
    assert "Sam Sample" not in begun.form("/start/you", "/upload/you").values(), (
        "the example person is an example"
    )
    answer = begun.send("/start/you", "/upload/you", **MINE)
    assert answer.status_code == 303, answer.text
    assert answer.location.endswith("/letters?said=settled"), "to the first letter"
    found = settings_of(book)
    assert [found[n] for n in ("Your name", "Email", "Phone", "Field", "Holiday country")] == [
        "Rosa Linden", "rosa@example.net", "555-0142", "museum education", "DE-BY",
    ]  # fmt: skip


def test_without_a_name_or_an_address_nothing_is_saved(begun: Page, book: Path) -> None:
    before = book.read_bytes()
    answer = begun.send("/start/you", "/upload/you", **{**MINE, "email": " "})
    assert answer.status_code == 422
    assert "Type your e-mail address" in answer.text
    assert 'value="Rosa Linden"' in answer.text, "what was typed stays"
    assert book.read_bytes() == before


def test_a_phrase_that_would_not_read_is_mended_by_taking_words(begun: Page, book: Path) -> None:
    flawed = {**MINE, "purpose": "I want to learn how museums teach children"}
    answer = begun.send("/start/you", "/upload/you", **flawed)
    assert answer.status_code == 422
    assert "Take: “to learn how museums teach children”" in answer.text
    taken = begun.send("/start/you", "/upload/you", **flawed, do="take-purpose")
    assert ">\nto learn how museums teach children</textarea>" in taken.text
    assert begun.send("/start/you", "/upload/you", **MINE).status_code == 303


def test_whoever_saw_that_a_phrase_reads_badly_may_keep_it(begun: Page, book: Path) -> None:
    flawed = {**MINE, "purpose": "Learning all about the trade of museums"}
    first = begun.send("/start/you", "/upload/you", **flawed)
    assert first.status_code == 422
    import lxml.html

    form = next(f for f in lxml.html.fromstring(first.text).forms if "/upload/you" in f.get("action"))
    assert begun.post("/upload/you", {**dict(form.form_values()), "do": "save"}).status_code == 303
    assert settings_of(book)["Purpose"] == flawed["purpose"]


def test_the_letter_follows_what_is_typed_and_nothing_is_written(begun: Page, book: Path) -> None:
    import re

    text = begun.text("/start/you")
    mark = re.search(r'data-mark="(\w+)"', text)
    shown = re.search(r'name="shown" value="(\w+)"', text)
    assert mark
    assert shown
    before = book.read_bytes()
    typed = {**MINE, "purpose": "I want to learn <b>things</b>", "shown": shown[1], "do": "save"}
    found = begun.post("/start/letter", typed, **{"X-Form-Mark": mark[1]}).get_json()
    assert "Rosa Linden" in found["letter"]
    assert "about museum education" in found["letter"]
    assert "<b>things" not in found["letter"] + "".join(found["notes"].values())
    assert "to learn" in found["notes"]["purpose"]
    assert "Bayern" in found["parts"]
    assert book.read_bytes() == before


def test_the_letter_is_shown_by_a_button_too(begun: Page, book: Path) -> None:
    before = book.read_bytes()
    shown = begun.send("/start/you", "/upload/you", **MINE, do="show")
    assert "I am a senior at Lakeside College" in shown.text
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    "name",
    [
        "My resume (final).pdf",
        "..\\..\\My resume (final).pdf",
        "/etc/My resume (final).PDF",
        " My: resume (final)?.pdf",
    ],
)
def test_a_resume_is_put_beside_the_workbook_under_its_name(begun: Page, book: Path, name: str) -> None:
    answer = begun.send("/start/you", "/upload/you", **MINE, resume=(io.BytesIO(PDF), name))
    assert answer.status_code == 303
    assert settings_of(book)["Resume file"] == "My resume (final).pdf"
    assert (book.parent / "My resume (final).pdf").read_bytes() == PDF


def test_a_resume_never_goes_over_another_file(begun: Page, book: Path) -> None:
    (book.parent / "cv.pdf").write_bytes(b"%PDF-1.4 another")
    begun.send("/start/you", "/upload/you", **MINE, resume=(io.BytesIO(PDF), "cv.pdf"))
    assert (book.parent / "cv.pdf").read_bytes() == b"%PDF-1.4 another"
    assert settings_of(book)["Resume file"] == "cv-2.pdf"
    begun.send("/start/you", "/upload/you", **MINE, resume=(io.BytesIO(PDF), "cv.pdf"))
    assert not (book.parent / "cv-3.pdf").exists(), "the same file is there already"


def test_a_resume_that_is_none_is_said(begun: Page, book: Path) -> None:
    for name, data in (("cv.pdf", b"<html>"), ("cv.exe", b"MZ"), ("cv.docx", PDF)):
        answer = begun.send("/start/you", "/upload/you", **MINE, resume=(io.BytesIO(data), name))
        assert answer.status_code == 422
        assert f"{name} is no PDF or Word (.docx) file: save it as one of these" in answer.text
    assert not list(book.parent.glob("cv*"))


def test_a_resume_that_lies_there_can_be_chosen(begun: Page, book: Path) -> None:
    (book.parent / "Lebenslauf Rosa.pdf").write_bytes(PDF)
    (book.parent / "notes.pdf").write_bytes(b"no pdf")
    text = begun.text("/start/you")
    assert "<option>Lebenslauf Rosa.pdf</option>" in text
    assert "notes.pdf" not in text
    begun.send("/start/you", "/upload/you", **MINE, resume_file="Lebenslauf Rosa.pdf")
    assert not read_book(book).problems
    assert settings_of(book)["Resume file"] == "Lebenslauf Rosa.pdf"


def test_a_choice_that_its_values_cannot_be_read_as_is_said_before_it_is_taken(book: Path) -> None:
    page = Page(book, TODAY)
    drop(page, "list.xlsx", own_list(35))
    met = mapped(page, "How we met")
    said = "35 of 35 values can&#39;t be read, such as “at school”: they would be problems to correct; leave the column"
    assert "values can&#39;t be read" not in page.text("/start/list")
    assert said in page.send("/start/list", "/start/list", do="look", **{met: "Source"}).text
    at_once = page.send("/start/list", "/start/list", do="take", **{met: "Source"})
    assert at_once.status_code == 422
    assert said in at_once.text
    assert not book.exists()
    agreed = {met: "Source", "warned": f"{met.removeprefix('use-')} Source"}
    assert page.send("/start/list", "/start/list", do="take", **agreed).status_code == 303
    problems = [p for p in page.session.decision().world.problems if p.column == "How we met"]
    assert len(problems) == 35


def named_people(*names: str) -> bytes:
    made = openpyxl.Workbook()
    made.active.append(["Name", "Company", "Job title", "Email"])
    for n, name in enumerate(names):
        made.active.append([name, "Lakeside Center", "Reader", f"p{n}@example.org"])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_the_parts_of_a_name_that_cannot_be_taken_apart_are_asked_for_by_that_name(book: Path) -> None:
    page = Page(book, TODAY)
    drop(page, "list.xlsx", named_people("Ann Lee", "the lady at the desk"))
    page.send("/start/list", "/start/list", do="take")
    text = page.text("/problems")
    assert "First name of “the lady at the desk”" in text
    assert "Last name of “the lady at the desk”" in text
    assert "name of Lakeside Center" not in text


def test_who_is_added_in_the_window_stands_in_the_column_of_whole_names_too(book: Path) -> None:
    page = Page(book, TODAY)
    drop(page, "list.xlsx", named_people("Ann Lee"))
    page.send("/start/list", "/start/list", do="take")
    asked = page.send("/person?name=Dr.+Di+Vernon", "/person", email="di@example.org")
    assert asked.status_code == 303
    di = rows_of(book, "Sheet")[1]
    assert [di[h] for h in ("Name", "First name", "Last name", "Salutation")] == [
        "Di Vernon",
        "Di",
        "Vernon",
        "Dr. Vernon",
    ]


def test_the_window_tells_of_letters_of_before_that_it_cant_read_and_waits(book: Path) -> None:
    page = Page(book, TODAY)
    said = "1 of 2 values can&#39;t be read, such as “Emailed 11/3”: no letter goes to these people until you type the day, or never."
    text = b"Name,Email,Company,Status\nAna Lima,ana@example.com,Quay,Emailed 11/3\nBo Ek,bo@example.com,Dock,New\n"
    assert drop(page, "people.csv", text).text.count(said) == 2  # in the list, and at the column
    own = openpyxl.Workbook()
    for line in text.decode().splitlines():
        own.active.append(line.split(","))
    made = io.BytesIO()
    own.save(made)
    assert said in drop(page, "people.xlsx", made.getvalue()).text
