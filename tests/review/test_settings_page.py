"""The Settings page: every row with its note, and what is typed there written as the sheet has it, and nothing else."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.day.settling import read_settings_sheet, write_settings
from pipeline.model.errors import UserError
from pipeline.review.settingfields import under_headings
from pipeline.sheets import schema
from tests.books import make_book, person, rows_of
from tests.review.test_review_web import Page

TODAY = date(2026, 12, 1)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    made = tmp_path / "networking.xlsx"
    make_book(made, [person()])
    return made


@pytest.fixture
def page(book: Path) -> Page:
    return Page(book, TODAY)


def save(page: Page, **typed: object) -> Any:
    return page.send("/settings", "/upload/settings", **typed)


def value(book: Path, name: str) -> Any:
    return next(row["Value"] for row in rows_of(book, "Settings") if row["Setting"] == name)


def parts(book: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(book) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_what_cannot_be_read_is_never_written(book: Path) -> None:
    before, sheet = book.read_bytes(), read_settings_sheet(book)
    typed = sheet.judge({"daily_limit": "many", "name": "Samuel Rivera"}, TODAY)
    with pytest.raises(UserError):
        write_settings(sheet, typed, sheet.shown, datetime(2026, 12, 1, 12))
    assert book.read_bytes() == before


def test_every_setting_stands_there_with_its_note(page: Page) -> None:
    import html

    text = html.unescape(page.text("/settings"))
    for setting in schema.SETTINGS:
        assert setting.name in text
        assert setting.meaning in text


def test_saving_what_was_shown_changes_nothing(page: Page, book: Path) -> None:
    before = book.read_bytes()
    assert save(page).status_code == 303
    assert book.read_bytes() == before
    assert not (book.parent / "backups").exists()


def test_only_the_settings_sheet_is_written_and_each_value_as_its_kind(page: Page, book: Path) -> None:
    before = parts(book)
    answer = save(
        page, daily_goal="5", act_from="2026-11-30", send_through="Gmail", signature="Sam\r\nRivera"
    )
    assert answer.status_code == 303, answer.text
    assert value(book, "Daily prospecting goal") == 5
    assert value(book, "Act from") == datetime(2026, 11, 30)
    assert value(book, "Send through") == "Gmail"
    assert value(book, "Signature") == "Sam\nRivera"
    changed = {name for name, data in parts(book).items() if data != before.get(name)}
    sheets = {name for name in changed if name.startswith("xl/worksheets/")}
    assert len(sheets) == 1
    assert page.session.decision().world.settings.daily_goal == 5


def test_in_days_with_dots_the_day_comes_first(page: Page, book: Path) -> None:
    assert save(page, days_off="24.12.2026 - 2.1.2027\r\n3.5.2027", act_from="5.11.2026").status_code == 303
    world = page.session.decision().world
    assert world.settings.days_off == (
        (date(2026, 12, 24), date(2027, 1, 2)),
        (date(2027, 5, 3), date(2027, 5, 3)),
    )
    assert world.settings.act_from == date(2026, 11, 5)


def test_a_part_of_the_country_is_asked_for(page: Page, book: Path) -> None:
    assert "Massachusetts" in page.text("/settings")
    save(page, holiday_country="US", holiday_part="US-MA")
    assert value(book, "Holiday country") == "US-MA"
    save(page, holiday_country="GB", holiday_part="US-MA")
    assert value(book, "Holiday country") == "GB", "the part of another country goes with it"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"daily_goal": "many"}, "Type a whole number"),
        ({"email": "sam at example"}, "is not an e-mail address"),
        ({"days_off": "03/04/2027"}, "can be read two ways"),
        ({"quiet_hours": "night"}, "Type it like 21:00-07:00"),
        ({"smtp_server": "smtp.example.com:587 and a password"}, "Type it as host:port"),
    ],
)
def test_what_cant_be_read_is_said_and_stays_typed(
    page: Page, book: Path, typed: dict[str, str], said: str
) -> None:
    import html

    before = book.read_bytes()
    answer = save(page, **typed, phone="555-0199")
    assert answer.status_code == 422
    text = html.unescape(answer.text)
    assert said in text
    assert "555-0199" in text
    assert book.read_bytes() == before


def test_a_formula_typed_is_a_text(page: Page, book: Path) -> None:
    save(page, name='=HYPERLINK("https://example.com")')
    assert load_workbook(book)["Settings"]["B2"].data_type == "s"


def test_what_changed_in_the_workbook_since_is_not_written_over(page: Page, book: Path) -> None:
    form = page.form("/settings", "/upload/settings")
    save(page, phone="555-0101")
    answer = page.post("/upload/settings", {**form, "phone": "555-0102"})
    assert "changed in the workbook since you saw them" in answer.text
    assert value(book, "Phone") == "555-0101"


def test_an_open_workbook_waits(page: Page, book: Path) -> None:
    (book.parent / ".~lock.networking.xlsx#").write_text("Sam,sam,desk,01.12.2026 09:00,file:///x;")
    before = book.read_bytes()
    answer = save(page, phone="555-0101")
    assert "is open in LibreOffice: what you typed waits here" in answer.text
    assert 'value="555-0101"' in answer.text
    assert book.read_bytes() == before


def test_what_the_program_writes_is_not_taken_from_a_form(page: Page, book: Path) -> None:
    save(page, workbook_id="another", schema_version="99")
    assert value(book, "Workbook ID") == "WB-TEST"


def test_a_setting_without_a_row_gets_one(page: Page, book: Path) -> None:
    opened = load_workbook(book)
    sheet = opened["Settings"]
    row = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, 1).value == "Phone")
    sheet.cell(row, 1).value = "My shoe size"
    sheet.cell(row, 2).value = None
    opened.save(book)
    text = page.text("/settings")
    assert "Rows of your own stay as they are: My shoe size." in text
    assert save(page, phone="555-0177").status_code == 303
    assert value(book, "Phone") == "555-0177"


def test_a_password_in_the_workbook_is_not_shown(page: Page, book: Path) -> None:
    opened = load_workbook(book)
    opened["Settings"].append(["Mail password", "hunter2"])
    opened.save(book)
    text = page.text("/settings")
    assert "hunter2" not in text
    assert "Mail password" not in text


def test_every_setting_has_its_place() -> None:
    from pipeline.review.settingfields import SettingField

    found = {s.attr: SettingField(s.attr, s.name, "", "text", "") for s in schema.SETTINGS}
    groups = dict(under_headings(found))
    assert sum(len(fields) for fields in groups.values()) == len(schema.SETTINGS)
    assert "More" not in groups
