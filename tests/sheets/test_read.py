"""A workbook is read as people keep it, and what is no workbook is said in one sentence."""

import hashlib
import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from pipeline.model.errors import UserError
from pipeline.sheets import schema
from pipeline.sheets.cells import ErrorValue
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.events import read_events
from pipeline.sheets.read import read_book
from pipeline.workbook.faults import find_faults
from tests.books import at, make_book, person

TODAY = date(2026, 11, 23)


def contacts_of(path):
    book = read_book(path)
    return read_contacts(book.tables["Contacts"], book.uncached, TODAY)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "networking.xlsx"


def test_rows_keep_their_excel_numbers_and_cells(path):
    make_book(path, [person(), {}, person("Bo", "Lindqvist", Phone="555-0102")])
    book = read_book(path)
    table = book.tables["Contacts"]
    assert table.count == 3
    assert [table.row_number(i) for i in range(3)] == [2, 3, 4]
    assert table.cell("phone", 2) == "555-0102"
    assert table.where("phone", 2) == at("Phone", 4)
    assert [c.row for c in contacts_of(path)[0]] == [2, 4]
    assert book.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert book.saved_at == datetime.fromtimestamp(path.stat().st_mtime)


def test_headers_may_stand_in_any_order_under_titles_and_other_names(path):
    make_book(
        path,
        [person(Phone="555-0101")],
        title_rows=3,
        headers={
            "Organization": "Company",
            "Email": "E-mail",
            "First name": "GIVEN NAME",
            "Position": " Job title ",
        },
    )
    book = load_workbook(path)
    page = book["Contacts"]
    page.tables.clear()
    for row in page.iter_rows(min_row=4, max_row=5):
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value
    book.save(path)
    (contact,), problems = contacts_of(path)
    assert (contact.first_name, contact.organization, contact.position, contact.phone) == (
        "Ada",
        "Example Clinic",
        "Director",
        "555-0101",
    )
    assert contact.email == "ada.okafor@example.org"
    assert contact.row == 5
    assert problems == ()


def test_own_columns_are_texts_by_their_headers(path):
    make_book(
        path, [person(**{"Met_at": "the fair", "Room": 151}), person("Bo")], extra_columns=["Met at", "Room"]
    )
    contacts, problems = contacts_of(path)
    assert contacts[0].extra == {"Met at": "the fair", "Room": "151"}
    assert contacts[1].extra == {"Met at": "", "Room": ""}
    assert problems == ()


def test_settings_say_which_sheet_and_columns_hold_the_contacts(path):
    make_book(
        path,
        [person()],
        headers={"Email": "Contact info"},
        settings={"Contacts sheet": "my people", "Columns": "Email = Contact info"},
    )
    book = load_workbook(path)
    book["Contacts"].title = "My People"
    book.save(path)
    read = read_book(path)
    assert read.tables["Contacts"].sheet == "My People"
    assert read.tables["Contacts"].where("email", 0) == "'My People'!D2"
    (contact,), _ = read_contacts(read.tables["Contacts"], read.uncached, TODAY)
    assert contact.email == "ada.okafor@example.org"


def test_sheets_are_found_whatever_their_case_and_blanks(path):
    make_book(path, [person()])
    book = load_workbook(path)
    book["Contacts"].title = "contacts "
    book.save(path)
    assert read_book(path).tables["Contacts"].count == 1


def test_missing_sheets_and_columns_are_named(path):
    make_book(path, [person()])
    book = load_workbook(path)
    del book["History"]
    del book["Rules"]
    book.save(path)
    with pytest.raises(
        UserError, match=r"no sheet “History” and “Rules”.*(remembered|pipeline) adopt"
    ) as stop:
        read_book(path)
    assert stop.value.exit_code == 4
    make_book(path, [], leave_out=["Stage", "Email"])
    with pytest.raises(
        UserError, match=r"Contacts has no column “Email” and “Stage”.*(remembered|pipeline) adopt"
    ) as stop:
        read_book(path)
    assert stop.value.exit_code == 4


def test_a_missing_contacts_sheet_is_named(path):
    make_book(path, [person()])
    book = load_workbook(path)
    book["Contacts"].title = "People"
    book.save(path)
    with pytest.raises(UserError, match="no sheet “Contacts”"):
        read_book(path)


def test_a_missing_column_of_the_users_is_blank_and_a_warning(path):
    make_book(path, [person()], leave_out=["Advice", "Fit"])
    (contact,), problems = contacts_of(path)
    (problem,) = read_book(path).problems
    assert contact.advice == ""
    assert problems == ()
    assert problem.severity == "warning"
    assert "Advice, Fit" in problem.message


def test_a_header_that_stands_twice_is_a_warning(path):
    make_book(path, [{**person(), "phone ": "555-0109"}], extra_columns=["phone "])
    (contact,), (problem,) = contacts_of(path)
    assert contact.phone == ""
    assert (problem.severity, problem.column) == ("warning", "phone")
    assert "twice" in problem.message


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_real_dates_are_read_in_both_calendars(path, epoch_1904):
    make_book(
        path,
        [person(Called_on=date(2026, 11, 2), Interview_on=datetime(2026, 12, 3, 14, 30))],
        epoch_1904=epoch_1904,
    )
    (contact,), _ = contacts_of(path)
    assert contact.called_on == date(2026, 11, 2)
    assert (contact.interview_on, f"{contact.interview_time:%H:%M}") == (date(2026, 12, 3), "14:30")


def test_phone_numbers_stored_as_numbers_have_no_decimals(path):
    make_book(path, [person(Phone=15555550101)])
    assert contacts_of(path)[0][0].phone == "15555550101"


def test_thousands_of_styled_blank_rows_do_not_count(path):
    make_book(path, [person()])
    book = load_workbook(path)
    shade = PatternFill("solid", fgColor="FFEEEEEE")
    for row in range(3, 5003):
        for column in range(1, 41, 8):
            book["Contacts"].cell(row, column).fill = shade
    book.save(path)
    assert read_book(path).tables["Contacts"].count == 1


def test_a_totals_row_is_no_contact(path):
    make_book(path, [person(), {"First name": "Total", "Fit": 4}])
    book = load_workbook(path)
    book["Contacts"].tables["Contacts"].totalsRowCount = 1
    book.save(path)
    contacts, problems = contacts_of(path)
    assert [c.row for c in contacts] == [2]
    assert problems == ()


def test_formulas_without_a_kept_value_and_error_values_are_found(path):
    make_book(path, [person(Phone="=1+1", Advice="#N/A", Fit=4)])
    book = read_book(path)
    phone = schema.CONTACTS.columns.index(schema.CONTACTS.column("phone")) + 1
    assert book.uncached == (("Contacts", 2, phone),)
    assert book.tables["Contacts"].cell("advice", 0) == ErrorValue("#N/A")
    (contact,), problems = contacts_of(path)
    assert {(p.where, p.severity) for p in problems} == {
        (at("Phone", 2), "error"),
        (at("Advice", 2), "error"),
    }
    assert set(contact.unreadable) == {"phone", "advice"}
    assert contact.fit == 4


def test_an_error_in_a_title_is_nobodys(path):
    make_book(path, [person(), person("Bo", "Lind"), person("Cy", "Dow")], title_rows=2)
    book = load_workbook(path)
    for row in (1, 2):
        for cell in book["Contacts"][row][:20]:
            cell.value = "#REF!"
    book.save(path)
    contacts, problems = contacts_of(path)
    assert [c.name for c in contacts] == ["Ada Okafor", "Bo Lind", "Cy Dow"]
    assert problems == ()


def test_what_was_saved_since_is_read(path):
    before = read_book(make_book(path, [person()]))
    assert read_book(path, read_before=before).tables is before.tables
    make_book(path, [person("Bo", "Lind")])
    assert read_book(path, read_before=before).tables["Contacts"].cell("first_name", 0) == "Bo"


@pytest.mark.parametrize(
    ("cell", "is_uncached"),
    [
        (b'<c r="B7"><f>1+1</f></c>', True),
        (b'<c r="B7"><f>1+1</f><v></v></c>', True),
        (b'<c r="B7"><f>1+1</f><v/></c>', True),
        (b'<c r="B7" s="3"><f t="shared" si="0"/><v>2</v></c>', False),
        (b'<c r="B7"><f>1+1</f><v>2</v></c>', False),
        (b'<c r="B7" t="str"><f>""</f><v></v></c>', False),
        (b'<c r="B7" t="inlineStr"><is><t>t="e"</t></is></c>', False),
        (b'<c s="1" r="B7"><f t="shared" si="0"/></c>', True),
    ],
)
@pytest.mark.parametrize("prefix", [b"", b"x:"])
def test_a_formula_whose_result_is_an_empty_text_has_a_value(cell, is_uncached, prefix):
    cell = cell.replace(b"</", b"\0").replace(b"<", b"<" + prefix).replace(b"\0", b"</" + prefix)
    sheet = b"<" + prefix + b"worksheet><" + prefix + b"sheetData>" + cell + b"</" + prefix + b"sheetData>"
    assert find_faults(sheet).uncached == (((7, 2),) if is_uncached else ())
    assert find_faults(sheet).errors == ()


def test_history_rows_are_events_with_their_cells(path):
    make_book(
        path,
        history=[
            {
                "Date": date(2026, 11, 2),
                "ID": "C1",
                "Name": "Ada Okafor",
                "Event": "approach letter",
                "Message-ID": "<1@example.com>",
            },
            {},
            {"Date": "soon", "ID": "C1", "Event": "Call"},
            {"Date": date(2026, 11, 3), "ID": "C1", "Event": "Tea"},
        ],
    )
    events, problems = read_events(read_book(path).tables["History"])
    assert [(e.date, e.contact_id, e.kind, e.row) for e in events] == [
        (date(2026, 11, 2), "C1", "Approach letter", 2)
    ]
    assert [(p.where, p.contact_id) for p in problems] == [("History!A4", "C1"), ("History!D5", "C1")]


def _zip(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("book.xlsx", b"", "is empty"),
        ("book.xlsx", bytes(5_000), r"is empty \(nothing but zeros\).*undo"),
        ("book.csv", b"First name,Last name\nAda,Okafor\n", "text file"),
        ("book.xlsx", b"First name,Last name\nAda,Okafor\n", "not an Excel workbook"),
        ("book.xls", OLE2, r"\.xls"),
        ("book.xlsx", OLE2 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("book.xlsx", _zip(readme="hello"), "not an Excel workbook"),
        (
            "book.docx",
            _zip(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}),
            "not an Excel workbook",
        ),
    ],
)
def test_what_is_no_workbook_is_one_sentence(tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=says) as stop:
        read_book(tmp_path / name)
    assert stop.value.exit_code == 4
    assert name in str(stop.value)
    assert "\n" not in str(stop.value)


def test_a_truncated_workbook_is_one_sentence(path):
    make_book(path, [person()])
    whole = path.read_bytes()
    for size in (10, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:size])
        with pytest.raises(UserError) as stop:
            read_book(path)
        assert stop.value.exit_code == 4


def test_a_missing_file_and_a_folder_say_what_to_do(path):
    with pytest.raises(UserError, match=r"(remembered|pipeline) init") as stop:
        read_book(path)
    assert stop.value.exit_code == 4
    with pytest.raises(UserError, match="folder"):
        read_book(path.parent)


def test_an_empty_sheet_lacks_its_columns(path):
    make_book(path)
    book = load_workbook(path)
    del book["Contacts"]
    book.create_sheet("Contacts")
    book.save(path)
    with pytest.raises(UserError, match="Contacts has no column"):
        read_book(path)


def test_another_workbook_is_told_which_sheets_it_lacks(path):
    Workbook().save(path)
    with pytest.raises(UserError, match="“Today”, “Contacts”, “Drafts”, “History”"):
        read_book(path)


def test_only_the_sheets_asked_for_are_read(path):
    make_book(path, [person()])
    assert set(read_book(path, [schema.CONTACTS]).tables) == {"Contacts"}


def put(path, sheet, cells, row=b"</sheetData>"):
    """Put cells into a sheet's XML as another program may have written them."""
    parts = load_workbook(path).sheetnames
    part = f"xl/worksheets/sheet{parts.index(sheet) + 1}.xml"
    with zipfile.ZipFile(path) as old:
        content = {name: old.read(name) for name in old.namelist()}
    content[part] = content[part].replace(row, cells + row)
    with zipfile.ZipFile(path, "w") as new:
        for name, data in content.items():
            new.writestr(name, data)


@pytest.mark.parametrize(
    ("reference", "row"),
    [("XFD1048576", 1048576), ("A1048576", 1048576), ("B900000", 900000), ("C99999999999", 99999999999)],
)
def test_a_cell_far_off_the_list_is_named_and_not_read(path, reference, row):
    make_book(path, [person(), person("Bo", "Ng")])
    put(path, "Contacts", f'<row r="{row}"><c r="{reference}"><v>1</v></c></row>'.encode())
    book = read_book(path)
    assert book.tables["Contacts"].count == 2
    (problem,) = book.problems
    assert reference in problem.where
    assert "far off the list" in problem.message


@pytest.mark.parametrize("reference", ["XFD2", "ZZZZZ2", "ABC2", "ZZ2", "DD2"])
def test_a_cell_far_to_the_right_is_named_and_not_read(path, reference):
    make_book(path, [person()])
    put(path, "Contacts", f'<c r="{reference}"><v>1</v></c>'.encode(), b"</row></sheetData>")
    book = read_book(path)
    assert book.tables["Contacts"].count == 1
    assert [p.where for p in book.problems] == [f"Contacts!{reference}"]


def test_what_stands_right_of_the_headers_is_not_read(path):
    make_book(path, [person()])
    book = load_workbook(path)
    book["Contacts"]["BZ2"] = "a remark"
    book.save(path)
    table = read_book(path).tables["Contacts"]
    assert len(table.headers) == len(schema.CONTACTS.columns) == len(table.columns)


@pytest.mark.parametrize("number", ["1e300", "-1e300", "1e18", "-1", "2958466", "NaN", "INF", "1e9"])
@pytest.mark.parametrize("number_format", ["yyyy-mm-dd", "[h]:mm", "h:mm", "d.m.yy hh:mm"])
def test_a_number_that_is_no_date_is_a_problem_at_its_cell(path, number, number_format):
    make_book(path, [person(Called_on=date(2026, 11, 20)), person("Bo", "Ng")])
    book = load_workbook(path)
    cell = book["Contacts"][at("Called on", 2).removeprefix("Contacts!")]
    cell.value, cell.number_format = 46000, number_format
    book.save(path)
    with zipfile.ZipFile(path) as old:
        content = {
            name: old.read(name).replace(b"<v>46000</v>", f"<v>{number}</v>".encode())
            for name in old.namelist()
        }
    with zipfile.ZipFile(path, "w") as new:
        for name, data in content.items():
            new.writestr(name, data)
    contacts, (problem,) = contacts_of(path)
    assert [c.first_name for c in contacts] == ["Ada", "Bo"]
    assert (problem.where, contacts[0].in_doubt) == (at("Called on", 2), ("called_on",))
    assert "#####" in problem.message


def test_large_numbers_that_are_no_dates_are_read(path):
    make_book(path, [person(Phone=5550101234567, Notes=-3)])
    (contact,), problems = contacts_of(path)
    assert (contact.phone, contact.notes, problems) == ("5550101234567", "-3", ())
