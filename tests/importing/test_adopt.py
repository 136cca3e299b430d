"""A person's own contact workbook, adopted: usable, with everything that was in it."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.table import Table
from python_calamine import CalamineWorkbook

from pipeline.importing import starter
from pipeline.importing.adopt import adopt, adopted_package, plan_adoption
from pipeline.model.errors import UserError
from pipeline.rules.intervals import INTERVALS
from pipeline.rules.workdays import Workdays
from pipeline.sheets import schema
from pipeline.sheets.read import read_book
from pipeline.sheets.schema import renamed_headers
from pipeline.workbook.backups import backups_of, undo
from pipeline.workbook.save import ChangedMeanwhile

NOW = datetime(2026, 11, 23, 9, 14)
TODAY = NOW.date()
HEADERS = ["Name", "Company", "Contact info", "Title", "Due", "LinkedIn", "Last call"]
PEOPLE: list[list[Any]] = [
    ["Dr. Ada Okafor", "Example Clinic", "ada@example.org", "Director", "soon", "in/ada", date(2026, 11, 2)],
    ["Fox, Joe", "Example Works", "joe@example.com", "Planner", "later", "in/joe", None],
    ["Ann and Bob Lee", "Lee & Sons", "lee@example.net", "Owners", "", "in/lee", date(2026, 10, 2)],
]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return make(tmp_path / "people.xlsx")


def make(
    path: Path,
    *,
    sheet: str = "My list",
    table: bool = False,
    filtered: bool = False,
    others: tuple[str, ...] = (),
) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    page["A1"] = "Informational interviews"
    page.merge_cells("A1:D1")
    for column, header in enumerate(HEADERS, 1):
        cell = page.cell(4, column, header)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="336699")
    for row, values in enumerate(PEOPLE, 5):
        for column, value in enumerate(values, 1):
            page.cell(row, column, value)
    if table:
        page.add_table(Table(displayName="People", ref="A4:G7"))
    if filtered:
        page.auto_filter.ref = "A4:G7"
    for name in ("Budget", *others):
        book.create_sheet(name)["A1"] = "=1+1"
    book.save(path)
    return path


def adopted(path: Path, act_from: date | None = TODAY) -> bool:
    backups = path.parent / "backups"
    return adopt(path, plan_adoption(path), act_from=act_from, workbook_id="WB-1", backups=backups, now=NOW)


def rows_of(path: Path, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def settings_of(path: Path) -> dict[str, Any]:
    return {row[0]: row[1] for row in rows_of(path, "Settings")}


def test_what_it_had_stays_and_what_it_lacked_is_there(own: Path) -> None:
    before = rows_of(own, "My list")
    assert adopted(own)
    after = rows_of(own, "My list")
    assert [row[: len(HEADERS)] for row in after] == before
    assert CalamineWorkbook.from_path(str(own)).sheet_names == [
        "My list", "Budget", *(name for name in schema.SHEET_NAMES if name != "Contacts"),
    ]  # fmt: skip
    added = after[3][len(HEADERS) :]
    lacking = {
        "First name",
        "Last name",
        "Phone",
        "Call result",
        "ID",
        "Stage",
        "Next step",
        "Due (Remembered)",
        "Problem",
    }
    assert lacking <= set(added)
    assert not {"Organization", "Email", "Position", "Called on"} & set(added)


def test_names_are_taken_apart_into_columns_of_their_own(own: Path) -> None:
    adopted(own)
    rows = rows_of(own, "My list")
    at = [rows[3].index(header) for header in ("First name", "Last name", "Salutation")]
    assert [[row[i] for i in at] for row in rows[4:7]] == [
        ["Ada", "Okafor", "Dr. Okafor"],
        ["Joe", "Fox", ""],
        ["", "", ""],
    ]
    assert [row[0] for row in rows[4:7]] == [row[0] for row in PEOPLE]


def test_settings_say_how_to_read_it(own: Path) -> None:
    adopted(own)
    settings = settings_of(own)
    assert settings["Contacts sheet"] == "My list"
    assert settings["Act from"] == TODAY
    assert settings["Workbook ID"] == "WB-1"
    assert settings["Your name"] == ""
    headers = renamed_headers(rows_of(own, "My list")[3], settings["Columns"])
    found = schema.columns_found(schema.CONTACTS, headers)
    assert found["email"] == 2
    assert found["due"] > 6
    assert set(found) == {column.attr for column in schema.CONTACTS.columns}
    contacts = read_book(own).tables["Contacts"]
    assert contacts.sheet == "My list"
    assert contacts.found == found


def test_the_added_sheets_hold_no_examples(own: Path) -> None:
    adopted(own)
    for sheet in ("Today", "Drafts", "History"):
        assert not any(cell for row in rows_of(own, sheet)[1:] for cell in row), sheet
    assert len(rows_of(own, "Rules")) == len(INTERVALS) + 1


def test_what_is_planned_is_said_first_and_nothing_is_written(own: Path) -> None:
    before = own.read_bytes()
    text = "\n".join(plan_adoption(own).lines())
    assert own.read_bytes() == before
    for line in (
        "the contacts are on the sheet “My list”, with the headers in row 4: 3 people.",
        "Contact info  Email",
        "Company       Organization",
        "Name          taken apart into First name and Last name, and kept",
        "Left alone: Due, LinkedIn.",
        "Added to My list, from column H: First name,",
        "Added sheets: Today, Drafts, History, Dashboard, Fields, Applications, Questions, Rules, Settings, Guide.",
        "fill in First name and Last name yourself: 'My list'!A7.",
    ):
        assert line in text


def test_rows_that_are_nobody_are_named_and_not_counted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Nr", "Name", "Company", "Title", "Email", "Visits"],
        [None, "Alumni"],
        [1, "Ada Okafor", "Example Clinic", "Director", "ada@example.org", 2],
        [],
        [2, "Bo Ek", "Example Works", "Planner", "bo@example.com", 3],
        [None, "Total", None, None, None, "=SUM(F3:F5)"],
    ):
        book.active.append(row)
    book.save(tmp_path / "people.xlsx")
    lines = plan_adoption(tmp_path / "people.xlsx").lines()
    assert lines[0].endswith("with the headers in row 1: 2 people.")
    assert lines[1].startswith("2 passed over as no person (row 2 “Alumni”, row 6 “Total”): ")
    assert "Not clearly one person's name" not in "\n".join(lines)


def test_other_parts_stay_byte_for_byte(own: Path) -> None:
    with zipfile.ZipFile(own) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    adopted(own)
    with zipfile.ZipFile(own) as archive:
        changed = {name for name in before if archive.read(name) != before[name]}
    assert changed <= {
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "[Content_Types].xml",
    }  # fmt: skip


def test_names_written_since_are_taken_apart_by_another_run(own: Path) -> None:
    adopted(own)
    book = openpyxl.load_workbook(own)
    page = book["My list"]
    page["A8"], page["C8"] = "Grace Lee", "grace@example.org"
    page["A5"] = "Dr. Ada Okafor-Smith"
    book.save(own)
    plan = plan_adoption(own)
    assert [(row, name.first, name.last) for row, name in plan.names] == [(8, "Grace", "Lee")]
    adopted(own, act_from=None)
    assert rows_of(own, "My list")[7][len(HEADERS) : len(HEADERS) + 2] == ["Grace", "Lee"]
    assert rows_of(own, "My list")[4][len(HEADERS) : len(HEADERS) + 2] == ["Ada", "Okafor"]


def test_a_second_time_changes_nothing(own: Path) -> None:
    adopted(own)
    once = own.read_bytes()
    again = plan_adoption(own)
    assert not again.needed
    assert "nothing to add" in again.lines()[-1]
    assert not adopted(own, act_from=None)
    assert own.read_bytes() == once


def test_a_table_grows_with_its_headers_and_filter(tmp_path: Path) -> None:
    own = make(tmp_path / "people.xlsx", table=True)
    adopted(own)
    page = openpyxl.load_workbook(own)["My list"]
    table = page.tables["People"]
    last = openpyxl.utils.get_column_letter(page.max_column)
    assert table.ref == table.autoFilter.ref == f"A4:{last}7"
    assert [column.name for column in table.tableColumns] == [cell.value for cell in page[4]]
    assert len({column.id for column in table.tableColumns}) == len(table.tableColumns)


def test_a_filter_takes_in_the_new_columns_so_that_a_sort_moves_them_too(tmp_path: Path) -> None:
    own = make(tmp_path / "people.xlsx", filtered=True)
    adopted(own)
    page = openpyxl.load_workbook(own)["My list"]
    assert page.auto_filter.ref == f"A4:{openpyxl.utils.get_column_letter(page.max_column)}7"
    with zipfile.ZipFile(own) as archive:
        workbook = archive.read("xl/workbook.xml").decode()
    assert f"!$A$4:${openpyxl.utils.get_column_letter(page.max_column)}$7</definedName>" in workbook


def test_new_headers_look_like_their_neighbors_and_offer_choices(own: Path) -> None:
    adopted(own)
    page = openpyxl.load_workbook(own)["My list"]
    header = next(cell for cell in page[4] if cell.value == "Call result")
    assert header.font.b
    assert header.fill.fgColor.rgb == "00336699"
    offered = [
        rule.formula1
        for rule in page.data_validations.dataValidation
        if f"{header.column_letter}5" in rule.sqref
    ]
    assert offered == [
        '"'
        + ",".join(choice.replace(",", " -") for choice in schema.CONTACTS.column("call_result").choices)
        + '"'
    ]


@pytest.mark.parametrize(
    ("wide", "kept"), [((1, 16384), 16384), ((1, 16384), 1), ((6, 10), 6), ((9, 60), 60), ((60, 70), 65)]
)
def test_what_is_added_is_wide_enough_for_its_header_whatever_the_sheet_says(
    own: Path, wide: tuple[int, int], kept: int
) -> None:
    book = openpyxl.load_workbook(own)
    column = book["My list"].column_dimensions[openpyxl.utils.get_column_letter(wide[0])]
    column.min, column.max, column.width, column.hidden = *wide, 5, wide[0] > 5
    book.save(own)
    adopted(own)
    page = openpyxl.load_workbook(own)["My list"]
    shown = {at: d for d in page.column_dimensions.values() for at in range(d.min, d.max + 1)}
    for match in plan_adoption(own).mapping.matches:
        if match.column > len(HEADERS):
            assert shown[match.column].width >= len(match.header) + 2
            assert not shown[match.column].hidden
    assert shown[kept].width == 5


def test_one_sheet_is_selected(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book["My list"].sheet_view.tabSelected = True
    book.save(own)
    adopted(own)
    book = openpyxl.load_workbook(own)
    assert [page.title for page in book if page.sheet_view.tabSelected] == ["My list"]


def test_rows_to_repeat_on_paper_belong_to_the_right_sheets(own: Path) -> None:
    adopted(own)
    book = openpyxl.load_workbook(own)
    assert book["History"].print_title_rows == "$1:$1"
    assert book["Budget"].print_title_rows is None


def test_a_list_called_contacts_can_be_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "networking.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Contacts"
    for row in (
        ["First name", "Surname", "E-mail", "Company"],
        ["Ada", "Okafor", "ada@example.org", "Example Clinic"],
    ):
        book.active.append(row)
    book.save(path)
    adopted(path)
    read = read_book(path)
    assert set(read.tables["Contacts"].found) == {column.attr for column in schema.CONTACTS.columns}
    assert settings_of(path)["Contacts sheet"] == "Contacts"


def test_sheets_of_ones_own_under_names_that_are_needed_are_never_written_to(tmp_path: Path) -> None:
    own = make(tmp_path / "people.xlsx", others=("Settings", "today"))
    with pytest.raises(UserError, match=r'names that the program needs: "today", "Settings".*Rename them'):
        plan_adoption(own)


def test_a_guide_of_ones_own_stays_and_ours_is_left_out(tmp_path: Path) -> None:
    own = make(tmp_path / "people.xlsx", others=("Guide",))
    assert "Guide" not in plan_adoption(own).new_sheets
    adopted(own)
    assert rows_of(own, "Guide") == [[""]] or len(rows_of(own, "Guide")) <= 1


def test_a_table_of_ones_own_called_history_keeps_its_name(tmp_path: Path) -> None:
    own = make(tmp_path / "people.xlsx", table=True)
    book = openpyxl.load_workbook(own)
    page = book["Budget"]
    for row in (["When", "What"], [1, 2]):
        page.append(row)
    page.add_table(Table(displayName="History", ref="A2:B3"))
    book.save(own)
    adopted(own)
    after = openpyxl.load_workbook(own)
    assert list(after["Budget"].tables) == ["History"]
    assert list(after["History"].tables) == ["History_2"]
    ids = [table.id for page in after for table in page.tables.values()]
    assert len(set(ids)) == len(ids)


def test_no_contacts_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "prices.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Item", "Price"])
    book.save(path)
    with pytest.raises(UserError, match=r"No sheet in prices\.xlsx looks like a list of contacts"):
        plan_adoption(path)


def test_the_better_of_two_sheets_is_taken_unless_one_is_named(tmp_path: Path) -> None:
    own = make(tmp_path / "people.xlsx")
    book = openpyxl.load_workbook(own)
    page = book.create_sheet("Old")
    page.append(["Name", "Email"])
    page.append(["Joe Fox", "joe@example.org"])
    book.save(own)
    assert plan_adoption(own).sheet == "My list"
    assert plan_adoption(own, sheet="old").sheet == "Old"


def test_what_stands_right_of_a_table_is_not_run_over(tmp_path: Path) -> None:
    own = make(tmp_path / "people.xlsx", table=True)
    book = openpyxl.load_workbook(own)
    book["My list"]["K5"] = "my sums"
    book.save(own)
    with pytest.raises(UserError, match=r"'My list'!K5 stands in the way"):
        plan_adoption(own)


def test_what_stands_right_of_a_plain_list_stays_left_of_what_is_added(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book["My list"]["K6"] = "my sums"
    book.save(own)
    assert plan_adoption(own).wider[0].first == 12


@pytest.mark.parametrize("place", ["XFD5", "ZZ6", "XFD1048576", "B1048576"])
def test_a_stray_cell_far_off_neither_moves_the_list_nor_is_lost(own: Path, place: str) -> None:
    book = openpyxl.load_workbook(own)
    book["My list"][place] = "stray"
    book.save(own)
    planned = plan_adoption(own)
    assert planned.wider[0].first == len(HEADERS) + 1
    assert any(line.startswith(f"'My list'!{place}: ") for line in planned.lines())
    adopted(own)
    found = read_book(own)
    assert found.tables["Contacts"].count == len(PEOPLE)
    assert [p.where for p in found.problems if "far off the list" in p.message] == [f"'My list'!{place}"]
    assert openpyxl.load_workbook(own)["My list"][place].value == "stray"


def test_a_number_that_is_no_date_is_no_fall_of_the_reading_library(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book["My list"]["G6"] = 1e300
    book["My list"]["G6"].number_format = "yyyy-mm-dd"
    book.save(own)
    assert adopted(own)


def test_a_totals_row_is_nobody(tmp_path: Path) -> None:
    own = make(tmp_path / "people.xlsx", table=True)
    book = openpyxl.load_workbook(own)
    page = book["My list"]
    page["A8"], page["B8"] = "Grand total", "3 firms"
    page.tables["People"].ref, page.tables["People"].totalsRowCount = "A4:G8", 1
    book.save(own)
    plan = plan_adoption(own)
    assert plan.people == 3
    adopted(own)
    assert not any(rows_of(own, "My list")[7][len(HEADERS) :])
    assert openpyxl.load_workbook(own)["My list"].tables["People"].ref.endswith("8")


def test_a_heading_between_the_rows_is_not_taken_for_a_name(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book["My list"]["A8"] = "Alumni"
    book.save(own)
    adopted(own)
    assert not any(rows_of(own, "My list")[7][len(HEADERS) :])


def test_a_protected_sheet_stays_protected_and_it_is_said(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book["My list"].protection.enable()
    book.save(own)
    assert any("is protected and stays so" in line for line in plan_adoption(own).lines())
    adopted(own)
    assert openpyxl.load_workbook(own)["My list"].protection.sheet


def test_a_chart_sheet_called_dashboard_is_in_the_way(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book.create_chartsheet("Dashboard")
    book.save(own)
    with pytest.raises(UserError, match='"Dashboard"'):
        plan_adoption(own)


def test_a_protected_structure_is_not_forced(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book.security = WorkbookProtection(lockStructure=True)
    book.save(own)
    with pytest.raises(UserError, match="protected against adding sheets"):
        plan_adoption(own)


def test_an_open_workbook_is_left_alone(own: Path) -> None:
    own.with_name("~$people.xlsx").write_bytes(b"")
    before = own.read_bytes()
    with pytest.raises(UserError, match="open in Excel"):
        adopted(own)
    assert own.read_bytes() == before


def test_a_change_after_the_question_is_not_overwritten(own: Path) -> None:
    plan = plan_adoption(own)
    book = openpyxl.load_workbook(own)
    book["My list"]["A8"] = "Grace Lee"
    book.save(own)
    with pytest.raises(ChangedMeanwhile):
        adopt(own, plan, act_from=TODAY, workbook_id="WB-1", backups=own.parent / "backups", now=NOW)
    assert rows_of(own, "My list")[7][0] == "Grace Lee"


def test_it_can_be_undone(own: Path) -> None:
    before = own.read_bytes()
    adopted(own)
    backups = own.parent / "backups"
    assert backups_of(own, backups)[0].read_bytes() == before
    undo(own, backups, now=NOW)
    assert own.read_bytes() == before


def test_lost_sheets_and_columns_come_back(tmp_path: Path) -> None:
    path = tmp_path / "networking.xlsx"
    book = openpyxl.load_workbook(starter.template())
    settings = book["Settings"]
    next(row for row in settings.iter_rows() if row[0].value == "Workbook ID")[1].value = "WB-7"
    del book["Rules"]
    for name, header in (("Contacts", "Stage"), ("Drafts", "Status")):
        page = book[name]
        del page.tables[name]
        next(cell for cell in page[1] if cell.value == header).value = "mine"
    book.save(path)
    plan = plan_adoption(path)
    assert plan.new_sheets == ("Rules",)
    assert [(w.sheet, [header for _, header in w.columns]) for w in plan.wider] == [
        ("Contacts", ["Stage"]),
        ("Drafts", ["Status"]),
    ]
    adopted(path, act_from=None)
    assert set(read_book(path).tables["Drafts"].found) >= {"status"}
    assert settings_of(path)["Workbook ID"] == "WB-7"


def test_a_sheet_renamed_since_is_found_again(own: Path) -> None:
    adopted(own)
    book = openpyxl.load_workbook(own)
    book["My list"].title = "People"
    book.save(own)
    plan = plan_adoption(own)
    assert "Settings will say that the contacts are on “People”." in plan.lines()
    adopted(own, act_from=None)
    assert settings_of(own)["Contacts sheet"] == "People"
    assert read_book(own).tables["Contacts"].sheet == "People"
    assert not plan_adoption(own).needed


def test_the_shipped_workbook_itself_only_wants_its_id(tmp_path: Path) -> None:
    path = tmp_path / "networking.xlsx"
    path.write_bytes(starter.template().read_bytes())
    plan = plan_adoption(path)
    assert plan.unnamed
    assert (plan.wider, plan.new_sheets) == ((), ())
    assert adopted(path, act_from=None)
    assert settings_of(path)["Workbook ID"] == "WB-1"
    assert not plan_adoption(path).needed


def test_a_wholly_new_workbook_lacks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "networking.xlsx"
    book = openpyxl.load_workbook(starter.template())
    next(row for row in book["Settings"].iter_rows() if row[0].value == "Workbook ID")[1].value = "WB-7"
    book.save(path)
    assert not plan_adoption(path).needed


def test_days_counted_from_1904_are_the_same_days(own: Path) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.load_workbook(own)
    book.epoch = CALENDAR_MAC_1904
    book.save(own)
    adopted(own)
    page = openpyxl.load_workbook(own)["Settings"]
    assert next(row[1].value for row in page.iter_rows() if row[0].value == "Act from").date() == TODAY


def test_formulas_keep_what_they_last_showed(own: Path) -> None:
    """openpyxl writes no cached value, so one is put in by hand."""
    data = own.read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = (
                old.read(name)
                .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
                .replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>")
            )
            new.writestr(name, content)
    own.write_bytes(out.getvalue())
    assert openpyxl.load_workbook(own, data_only=True)["Budget"]["A1"].value == 2
    adopted(own)
    assert openpyxl.load_workbook(own, data_only=True)["Budget"]["A1"].value == 2


def test_the_same_adoption_gives_the_same_bytes(own: Path) -> None:
    plan, data = plan_adoption(own), own.read_bytes()
    once, again = (adopted_package(data, plan, act_from=TODAY, workbook_id="WB-1") for _ in range(2))
    assert once == again


def test_a_workbook_of_an_older_program_gets_the_rows_of_settings_that_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "networking.xlsx"
    starter.create(path, TODAY, "wb-1", empty=False, workdays=Workdays())
    book = openpyxl.load_workbook(path)
    sheet = book["Settings"]
    names = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    sheet.cell(names["Schema version"], 2).value = 1
    for column in (1, 2, 3):
        sheet.cell(names["Language of dates"], column).value = None
    book.save(path)
    before = {row[0]: row[1] for row in rows_of(path, "Settings") if row[0]}
    plan = plan_adoption(path)
    assert plan.new_settings == ("Language of dates",)
    adopt(path, plan, act_from=None, workbook_id="x", backups=tmp_path / "backups", now=NOW)
    after = {row[0]: row[1] for row in rows_of(path, "Settings") if row[0]}
    assert after == before | {"Language of dates": "en_US", "Schema version": 2}
    assert not plan_adoption(path).needed


def renamed(path: Path, old: str, new: str, cells: dict[str, Any]) -> None:
    """Rename a sheet as in Excel, with what the program has written into its first row of people."""
    book = openpyxl.load_workbook(path)
    page = book[old]
    page.title = new
    headers = {cell.value: cell.column for cell in page[4]}
    for header, value in cells.items():
        page.cell(5, headers[header], value)
    book.save(path)


def test_a_renamed_sheet_is_asked_for_by_the_name_that_it_had_and_its_columns_are_not_judged(
    tmp_path: Path,
) -> None:
    own = make(tmp_path / "people.xlsx", sheet="People")
    adopted(own)
    written = {
        "ID": "CABCDEFGHI",
        "Stage": "Target",
        "Next step": "Approach",
        "Problem": "Position is blank.",
    }
    renamed(
        own, "People", "Network", {**written, "Due (Remembered)": TODAY, "Approach sent": date(2026, 11, 2)}
    )
    with pytest.raises(UserError, match="no sheet “People”"):
        read_book(own)
    said = " ".join(plan_adoption(own).lines())
    assert "the contacts are on the sheet “Network”" in said
    assert "can't be read" not in said
    adopted(own)
    assert read_book(own).tables["Contacts"].sheet == "Network"


@pytest.mark.parametrize("sheet", ["People", "my list"])
def test_the_guide_speaks_of_the_workbook_it_stands_in(tmp_path: Path, sheet: str) -> None:
    own = make(tmp_path / "people.xlsx", sheet=sheet)
    adopted(own)
    said = " ".join(str(v) for row in openpyxl.load_workbook(own)["Guide"].values for v in row if v)
    assert sheet in said
    for word in ("Contacts", "grey,", "slanted", "sample", "invented", "novels"):
        assert word not in said


def test_the_guide_of_an_empty_workbook_speaks_of_no_examples(tmp_path: Path) -> None:
    path = tmp_path / "networking.xlsx"
    starter.create(path, TODAY, "wb-1", empty=True, workdays=Workdays())
    said = " ".join(str(v) for row in openpyxl.load_workbook(path)["Guide"].values for v in row if v)
    assert "Contacts: for a few people to begin with" in said
    assert "slanted" not in said
