"""Fields and Applications in a workbook: what is written, what stays the user's, and that each line leads to its cell."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string
from python_calamine import CalamineWorkbook

from pipeline.day.apply import run_day
from pipeline.day.publicdays import workdays_of
from pipeline.importing.starter import create
from pipeline.sheets import schema
from pipeline.sheets.read import read_book
from pipeline.workbook import CellChange, NewRows, apply_edits
from tests.workbook import sdk

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 0)
HEADERS = [c.header for c in schema.FIELDS.columns]

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))


def talked(n: int, field: str = "Nursing", fit: int | None = 1, **more: Any) -> dict[str, Any]:
    return {
        "First name": "Pat",
        "Last name": f"No{chr(97 + n)}",
        "Email": f"p{n}@example.org",
        "Organization": f"Clinic {chr(97 + n)}",
        "Position": "Director",
        "Field": field,
        "Called on": date(2026, 11, 9 + n),
        "Call result": "Interviewed on this call",
        "What I learned": f"Nights, and what they take ({n}).",
        "Fit": fit,
    } | {k.replace("_", " "): v for k, v in more.items()}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "networking.xlsx"
    create(path, TODAY, "wb-fields", empty=True, workdays=workdays_of("US"))
    return path


def add(path: Path, *rows: dict[str, Any], sheet: str = "Contacts") -> None:
    apply_edits(path, path, [NewRows(sheet, rows)])


def day(path: Path):
    return run_day(path, TODAY, NOW).decision


def fields(path: Path) -> list[list[Any]]:
    page = openpyxl.load_workbook(path)["Fields"]
    return [r for row in page.iter_rows(min_row=2, max_col=6, values_only=True) if any(r := list(row))]


def words(path: Path) -> list[dict[str, Any]]:
    page = openpyxl.load_workbook(path)["Fields"]
    first = column_index_from_string(page.tables[schema.FIELD_WORDS.table].ref[0])
    rows = list(page.iter_rows(min_col=first, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if row[0]]


def say(path: Path, row: int, header: str, value: Any) -> None:
    apply_edits(path, path, [CellChange("Fields", row, HEADERS.index(header) + 1, value)])


def contact_row(path: Path, last: str) -> int:
    table = read_book(path).tables["Contacts"]
    return table.row_number(table.values("last_name").index(last))


def retype(path: Path, last: str, header: str, value: Any) -> None:
    table = read_book(path).tables["Contacts"]
    apply_edits(
        path, path, [CellChange("Contacts", contact_row(path, last), table.headers.index(header) + 1, value)]
    )


def test_a_field_has_a_row_with_everybodys_words_newest_first(book: Path) -> None:
    add(book, talked(1), talked(3, "NURSING", 2, Advice="Shadow a night."), talked(2, "Law", 5))
    day(book)
    assert fields(book) == [
        [
            "Nursing",
            None,
            "Pat Nod, 2026-11-12: Nights, and what they take (3).\nPat Nod, 2026-11-12: Shadow a night.\n"
            "Pat Nob, 2026-11-10: Nights, and what they take (1).",
            2,
            "1.5 (n = 2)",
            None,
        ],
        ["Law", None, "Pat Noc, 2026-11-11: Nights, and what they take (2).", 1, "5.0 (n = 1)", None],
    ]
    before = book.read_bytes()
    day(book)
    assert book.read_bytes() == before


def test_the_users_cells_stay_with_their_field_and_lists_shrink(book: Path) -> None:
    add(book, talked(1, "Nursing"), talked(2, "Law"), talked(3, "Baking"))
    day(book)
    say(book, 3, "What I expect of it", "Wigs.")
    for last, field in (("Nob", "nursing"), ("Noc", "Baking"), ("Nod", "Brewing")):
        retype(book, last, "Field", field)
    day(book)
    assert [(row[0], row[1], row[3]) for row in fields(book)] == [
        ("Nursing", None, 1),
        ("Law", "Wigs.", None),
        ("Baking", None, 1),
        ("Brewing", None, 1),
    ]
    retype(book, "Nod", "Field", None)
    retype(book, "Nod", "What I learned", None)
    day(book)
    assert [row[0] for row in fields(book)] == ["Nursing", "Law", "Baking"]
    assert [w["In field"] for w in words(book)] == ["Nursing", "Baking"]
    add(book, talked(4, "Sailing"))
    day(book)
    assert [row[0] for row in fields(book)] == ["Nursing", "Law", "Baking", "Sailing"]


def test_a_field_typed_ahead_keeps_its_row_and_gets_its_numbers(book: Path) -> None:
    say(book, 2, "Field", "Café")
    say(book, 2, "What I expect of it", "Early mornings.")
    day(book)
    assert fields(book) == [["Café", "Early mornings.", None, None, None, None]]
    add(book, talked(1, "cafe"))
    day(book)
    assert fields(book)[0][:2] == ["Café", "Early mornings."]
    assert fields(book)[0][3] == 1


@needs_libreoffice
def test_each_line_leads_to_its_cell_also_after_sorting(book: Path, tmp_path: Path) -> None:
    add(book, *(talked(n, "Nursing" if n % 2 else "Law", Advice=f"Go on, {n}.") for n in range(6)))
    day(book)
    table = read_book(book).tables["Contacts"]
    rows = [[table.columns[at][i] for at in range(len(table.headers))] for i in range(table.count)]
    sort = [
        CellChange("Contacts", table.row_number(i), at + 1, value)
        for i, row in enumerate(reversed(rows))
        for at, value in enumerate(row)
    ]
    apply_edits(book, book, sort)
    assert leads_to(book, tmp_path) == 12


@needs_libreoffice
def test_in_an_adopted_workbook_each_line_leads_to_its_cell_too(tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsx"
    made = openpyxl.Workbook()
    made.active.title = "My people"
    headers = list(talked(1))
    made.active.append(["Everybody"])
    made.active.append(headers)
    for n in range(3):
        made.active.append(list(talked(n).values()))
    made.save(path)
    from pipeline.importing.adopt import adopt, plan_adoption

    adopt(path, plan_adoption(path), act_from=None, workbook_id="wb-own", backups=tmp_path / "b", now=NOW)
    day(path)
    assert leads_to(path, tmp_path) == 3


def leads_to(path: Path, tmp_path: Path) -> int:
    """Follow every link as LibreOffice works it out: it must lead to the words that stand beside it."""
    read = openpyxl.load_workbook(path)
    page = read["Fields"]
    first = column_index_from_string(page.tables[schema.FIELD_WORDS.table].ref[0])
    count = 0
    # The link's place as text: what HYPERLINK is given, in a cell of its own.
    for row in range(2, page.max_row + 1):
        cell = page.cell(row, first + len(schema.FIELD_WORDS.columns))
        if cell.value and page.cell(row, first).value:
            given = str(cell.value).replace("HYPERLINK(", "CONCATENATE(").replace(',"their cell")', ")")
            for header, attr in ((c.header, c.attr) for c in schema.FIELD_WORDS.columns):
                at = first + [c.attr for c in schema.FIELD_WORDS.columns].index(attr)
                name = page.tables[schema.FIELD_WORDS.table].displayName
                given = given.replace(f"{name}[[#This Row],[{header}]]", page.cell(row, at).coordinate)
            page.cell(row, 40).value = given
    copy = tmp_path / "followed.xlsx"
    read.save(copy)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/lo", "--convert-to", "xlsx", "--outdir",
         str(tmp_path / "out"), str(copy)], check=True, capture_output=True,
    )  # fmt: skip
    out = CalamineWorkbook.from_path(tmp_path / "out" / copy.name)
    lines = out.get_sheet_by_name("Fields").to_python(skip_empty_area=False)
    for line in lines[1:]:
        if len(line) < 40 or not line[39]:
            continue
        sheet, _, cell = str(line[39]).removeprefix("#").rpartition("!")
        assert read[sheet.strip("'")][cell].value == line[first + 3]
        count += 1
    return count


def test_the_verdict_is_asked_for_with_expectation_against_experience(book: Path) -> None:
    add(book, *(talked(n, fit=2) for n in range(3)))
    day(book)
    say(book, 2, "What I expect of it", "Helping people, and being thanked.")
    decision = day(book)
    before = book.read_bytes()
    day(book)
    assert book.read_bytes() == before
    [asked] = [n for n in decision.notices if "Keep, Doubt or Drop?" in n]
    assert "“Helping people, and being thanked.”" in asked
    assert "Pat Noc (2026-11-11): “Nights, and what they take (2).”" in asked
    assert "3 talks, fit 2.0 (3 marks)" in asked
    today = openpyxl.load_workbook(book)["Today"]
    [line] = [row for row in today.iter_rows(values_only=True) if row[0] == "Verdict on a field"]
    assert line[1] == "Nursing"
    assert "Keep, Doubt or Drop?" in line[6]
    assert "“Helping people, and being thanked.”" in line[6]
    assert "“Nights, and what they take (2).”" in line[7]
    for verdict in ("Keep", "Doubt", "Drop"):
        say(book, 2, "Verdict", verdict)
        assert not [n for n in day(book).notices if "Keep, Doubt" in n]


@pytest.mark.parametrize(("talks", "fit", "asks"), [(3, 2, True), (3, 4, True), (3, 3, False), (2, 1, False)])
def test_it_is_asked_for_after_three_talks_and_a_clear_average(
    book: Path, talks: int, fit: int, asks: bool
) -> None:
    add(book, *(talked(n, fit=fit) for n in range(talks)))
    assert any("Keep, Doubt" in n for n in day(book).notices) is asks


def test_a_drop_stops_new_approaches_and_an_unreadable_verdict_waits(book: Path) -> None:
    target = talked(
        8,
        Called_on=None,
        Call_result=None,
        What_I_learned=None,
        Fit=None,
        Why_this_person="because of your ward",
    )
    add(book, target, talked(1))
    assert [a.step for a in day(book).actions if a.name == "Pat Noi"] == ["approach"]
    say(book, 2, "Verdict", "Dropp")
    decision = day(book)
    assert [p.where for p in decision.problems if p.column == "Verdict"] == ["Fields!F2"]
    assert not [a for a in decision.actions if a.name == "Pat Noi"]
    say(book, 2, "Verdict", "Drop")
    decision = day(book)
    assert not [a for a in decision.actions if a.name == "Pat Noi"]
    assert not [d for d in decision.review.drafts if d.letter.name == "Pat Noi"]


def test_an_approved_approach_stays_the_users_when_its_field_is_dropped(book: Path) -> None:
    target = talked(8, Called_on=None, Call_result=None, What_I_learned=None, Fit=None, Why_this_person="because of your ward",
                    Phone="555-0107")  # fmt: skip
    add(book, target)
    settings = read_book(book).tables["Settings"]
    rows = {str(n): settings.row_number(i) for i, n in enumerate(settings.values("name"))}
    mine = {"Your name": "Sam Rivera", "Email": "sam@example.com", "Purpose": "to learn how people come into nursing",
            "Position or school": "a senior at Example State College", "Field": "nursing"}  # fmt: skip
    apply_edits(book, book, [CellChange("Settings", rows[k], 2, v) for k, v in mine.items()])
    day(book)
    approve = [c.value for c in openpyxl.load_workbook(book)["Drafts"][1]].index("Approve") + 1
    apply_edits(book, book, [CellChange("Drafts", 2, approve, "Approve")])
    assert [str(d.status) for d in day(book).review.drafts] == ["Approved"]
    say(book, 2, "Verdict", "Drop")
    assert [str(d.status) for d in day(book).review.drafts] == ["Approved"]


def test_applications_have_their_problems_by_cell(book: Path) -> None:
    add(book, {"Date": "soon", "Organization": "A"}, {"Organization": "B"}, {"Date": date(2027, 1, 1), "Organization": "C"},
        {"Date": date(2026, 11, 2), "Answer": "Perhaps", "Answered on": date(2026, 10, 1)}, {"Date": date(2026, 11, 3), "Answer": "None"},
        sheet="Applications")  # fmt: skip
    decision = day(book)
    found = [p.where for p in decision.problems if p.where.startswith("Applications")]
    assert found == [
        "Applications!A2",
        "Applications!A3",
        "Applications!A4",
        "Applications!E5",
        "Applications!F5",
    ]
    assert [a.on for a in decision.world.applications] == [date(2026, 11, 2), date(2026, 11, 3)]


def test_sheets_of_ones_own_under_these_names_are_left_alone(book: Path) -> None:
    read = openpyxl.load_workbook(book)
    for name in ("Fields", "Applications"):
        del read[name]
        read.create_sheet(name).append(["Meadow", "Acres"])
    read.save(book)
    add(book, talked(1))
    decision = day(book)
    [told] = [p.message for p in decision.problems if "left alone" in p.message]
    assert "Fields" in told
    assert "Applications" in told
    after = openpyxl.load_workbook(book)
    assert [[c.value for c in row] for row in after["Fields"]] == [["Meadow", "Acres"]]


def test_a_workbook_without_them_works_and_adopt_adds_them(book: Path, tmp_path: Path) -> None:
    from pipeline.importing.adopt import adopt, plan_adoption

    read = openpyxl.load_workbook(book)
    del read["Fields"], read["Applications"]
    read.save(book)
    add(book, talked(1))
    [told] = [p.message for p in day(book).problems if "without these" in p.message]
    assert "the sheets Fields, Applications" in told
    adopt(book, plan_adoption(book), act_from=None, workbook_id="", backups=tmp_path / "b", now=NOW)
    assert not [p for p in day(book).problems if "without these" in p.message]
    assert fields(book)[0][0] == "Nursing"


def test_who_is_forgotten_is_gone_from_fields_too(book: Path) -> None:
    from pipeline.day.forgetting import forget, plan_forgetting

    add(book, *(talked(n) for n in range(3)))
    day(book)
    world = day(book).world
    [who] = [c for c in world.contacts if c.last_name == "Noc"]
    forget(world, plan_forgetting(world, who), mentions_too=False, force=False)
    read = openpyxl.load_workbook(book)
    text = str([list(row) for name in ("Fields", "Today") for row in read[name].iter_rows(values_only=True)])
    assert "Noc" not in text
    assert "(2)" not in text
    day(book)
    assert "Pat Nob" in fields(book)[0][2]


def test_excels_library_finds_nothing_in_what_is_written(book: Path) -> None:
    if sdk.program() is None:
        pytest.skip(sdk.MISSING)
    add(book, *(talked(n, "Nursing" if n % 2 else "Law") for n in range(6)))
    day(book)
    assert not sdk.complaints(book)
