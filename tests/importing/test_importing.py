"""Contact files as people have them, read and planned."""

import csv
import io
import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pipeline.importing import describe, numbered, plan_import, read_data, read_file, rows_for
from pipeline.importing.choosing import keep_only
from pipeline.model import Contact, Source
from pipeline.model.errors import UserError
from pipeline.sheets import schema
from pipeline.sheets.read import read_book
from pipeline.workbook.patch import append_rows
from tests.books import make_book, make_table, person

LINKEDIN = '''Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see
email addresses for connections who have allowed it, ""see settings"". https://example.com/help"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Okafor,https://www.example.com/in/ada,,"Example Clinic, North","Director of ""Intake""",14 Nov 2026
José,Núñez,https://www.example.com/in/jose,jose@example.org,Example Labs,Analyst,7-Feb-22
,,,,,,
Jose,Nunez,https://www.example.com/in/jose2,,Example Labs,Analyst,7-Feb-22
'''.replace("\n", "\r\n")

GOOGLE = """First Name,Middle Name,Last Name,Name Prefix,Organization Name,Organization Title,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Formatted
Ingrid,Maria,Lindqvist,Dr.,Example Hospital,Head Nurse,"met at
the fair",,Alumni ::: * myContacts,Home,ingrid@example.net ::: ing@example.net,* Work,i.lindqvist@example.org,Work,555-0110 ::: 555-0111,"1 Long Street
Springfield"
"""
GOOGLE_OLD = """Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title
Bo Ek,Bo,,Ek,* myContacts,* Work,bo@example.org,Mobile,555-0112,Example AB,Engineer
Cleo Dow,,,,* myContacts,,,,,Example Ltd,
"""
OUTLOOK = """Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Business Phone,Mobile Phone,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Referred By,Notes
Ms.,Renée,,Müller,Jr.,Müller & Söhne,Sales,Buyer,5 Main St,Springfield,IL,62701,USA,,555-0120,555-0121,Fair,renee@example.com,SMTP,Renée,r@example.net,Ada Okafor,ok
,Tim,,Ray,,Example Inc,,Clerk,,,,,,,,555-0122,,/o=ExchangeLabs/cn=tim,EX,Tim,,,
"""
VCARDS = """BEGIN:VCARD
VERSION:3.0
N:Okafor;Ada;Ngozi;Dr.;PhD
FN:Dr. Ada Okafor
ORG:Example Clinic\\, North;Intake
TITLE:Director
item1.EMAIL;TYPE=INTERNET,HOME:ada@example.net
EMAIL;TYPE=INTERNET;TYPE=WORK,PREF:ada@example.org
TEL;TYPE=WORK,FAX:555-0199
TEL;TYPE=CELL:555-0130
ADR;TYPE=WORK:;;1 Long Street;Springfield;IL;62701;USA
NOTE:Line one\\nline two\\; and a very long remark that is folded over mo
 re than one line
CATEGORIES:Alumni,Fair
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:山田 太郎
N:山田;太郎;;;
TEL;VALUE=uri;PREF=1;TYPE="voice,work":tel:555-0131
EMAIL;PREF=2:second@example.org
EMAIL;PREF=1:first@example.org
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;
ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller und S=F6hne mit einem sehr langen =
Namen
TEL;WORK;PREF:555-0132
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Example Plumbing
N:;;;;
X-ABShowAs:COMPANY
END:VCARD
""".replace("\n", "\r\n")


def saved(tmp_path, content, name="contacts.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    return path


def values(imported, n=0):
    return dict(imported.rows[n].values)


def as_contacts(plan, start=2):
    """What the workbook would hold after the append."""
    attr = {c.header: c.attr for c in schema.CONTACTS.columns}
    return [
        Contact(
            row=i,
            id=f"c{i}",
            **{
                attr[h]: v
                for h, v in row.items()
                if attr[h] in ("first_name", "last_name", "email", "organization", "position")
            },
        )
        for i, row in enumerate(plan.rows, start)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_linkedin_is_found_under_its_preamble(tmp_path, encoding):
    imported = read_file(saved(tmp_path, LINKEDIN, "Connections.csv", encoding))
    assert imported.kind == "LinkedIn"
    assert values(imported) == {
        "First name": "Ada",
        "Last name": "Okafor",
        "Organization": "Example Clinic, North",
        "Position": 'Director of "Intake"',
        "Notes": "LinkedIn: https://www.example.com/in/ada\nConnected on LinkedIn: 14 Nov 2026",
    }
    plan = plan_import(imported, [])
    assert [p.name for p in plan.new] == ["Ada Okafor", "José Núñez"]
    assert plan.twice == ("Jose Nunez",)
    assert any("1 empty line" in line for line in describe(plan))


def test_linkedin_without_a_preamble(tmp_path):
    imported = read_file(saved(tmp_path, LINKEDIN.partition("\r\n\r\n")[2]))
    assert (imported.kind, len(imported.rows)) == ("LinkedIn", 3)


def test_google_as_it_is_today(tmp_path):
    imported = read_file(saved(tmp_path, GOOGLE, encoding="utf-16"))
    assert imported.kind == "Google"
    assert values(imported) == {
        "First name": "Ingrid Maria",
        "Last name": "Lindqvist",
        "Salutation": "Dr. Lindqvist",
        "Email": "i.lindqvist@example.org",
        "Phone": "555-0110",
        "Address": "1 Long Street\nSpringfield",
        "Organization": "Example Hospital",
        "Position": "Head Nurse",
        "Notes": "met at\nthe fair\nOther e-mail: ingrid@example.net\nOther e-mail: ing@example.net\nOther phone: 555-0111\nLabels: Alumni",
    }


def test_google_as_it_was(tmp_path):
    imported = read_file(saved(tmp_path, GOOGLE_OLD))
    assert values(imported) == {
        "First name": "Bo",
        "Last name": "Ek",
        "Email": "bo@example.org",
        "Phone": "555-0112",
        "Organization": "Example AB",
        "Position": "Engineer",
    }
    assert imported.rows[1].name == "Cleo Dow"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig"])
def test_outlook_in_both_encodings(tmp_path, encoding):
    imported = read_file(saved(tmp_path, OUTLOOK, encoding=encoding))
    assert values(imported) == {
        "First name": "Renée",
        "Last name": "Müller",
        "Salutation": "Ms. Müller",
        "Email": "renee@example.com",
        "Phone": "555-0120",
        "Organization": "Müller & Söhne",
        "Position": "Buyer",
        "Address": "5 Main St\nSpringfield, IL 62701\nUSA",
        "Referred by": "Ada Okafor",
        "Notes": "ok\nOther e-mail: r@example.net\nOther phone: 555-0121\nDepartment: Sales\nSuffix: Jr.\nCategories: Fair",
    }
    assert "Email" not in imported.rows[1].values
    assert bool(imported.notes) is (encoding == "cp1252")


def test_what_outlook_fills_in_by_itself_is_no_note_in_german_either(tmp_path):
    text = (
        "Vorname,Nachname,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,Geschlecht,Vertraulichkeit,Privat\n"
        "Renate,Köster,renate@example.com,SMTP,Renate Köster (renate@example.com),Keine Angabe,Normal,Falsch\n"
    )
    assert "Notes" not in values(read_file(saved(tmp_path, text)))


def test_vcards_of_three_versions_in_one_file(tmp_path):
    imported = read_file(saved(tmp_path, VCARDS, "contacts.vcf"))
    assert values(imported) == {
        "First name": "Ada Ngozi",
        "Last name": "Okafor",
        "Salutation": "Dr. Okafor",
        "Email": "ada@example.org",
        "Phone": "555-0130",
        "Organization": "Example Clinic, North",
        "Position": "Director",
        "Address": "1 Long Street\nSpringfield, IL 62701\nUSA",
        "Notes": "Line one\nline two; and a very long remark that is folded over more than one line\n"
        "Other e-mail: ada@example.net\nSuffix: PhD\nLabels: Alumni, Fair\nDepartment: Intake",
    }
    assert values(imported, 1) == {
        "First name": "太郎",
        "Last name": "山田",
        "Email": "first@example.org",
        "Phone": "555-0131",
        "Notes": "Other e-mail: second@example.org",
    }
    assert values(imported, 2) == {
        "First name": "Jörg",
        "Last name": "Müller",
        "Phone": "555-0132",
        "Organization": "Müller und Söhne mit einem sehr langen Namen",
    }
    plan = plan_import(imported, [])
    assert (len(plan.new), plan.nameless) == (3, 1)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_table_with_a_header_row(tmp_path, mark):
    text = mark.join(["Nr", "Full name", "Company", "E-mail", "Job title", "How found", "Title"]) + "\n"
    text += (
        mark.join(["1", "Lee Ann Park", "Example plc", "Lee <lee@example.org>", "Manager", "alumni", "Dr."])
        + "\n"
    )
    text += mark.join(
        [
            "2",
            '"Dow, Cy"' if mark == "," else "Dow, Cy",
            "Example plc",
            '"cy@example.org; c2@example.org"',
            "",
            "A conference",
            "",
        ]
    )
    imported = read_file(saved(tmp_path, text))
    assert values(imported) == {
        "First name": "Lee Ann",
        "Last name": "Park",
        "Organization": "Example plc",
        "Email": "lee@example.org",
        "Position": "Manager",
        "Source": "Alumni",
        "Salutation": "Dr. Park",
    }
    assert imported.rows[1].name == "Cy Dow"
    assert imported.rows[1].values["Notes"] == "How found: A conference\nOther e-mail: c2@example.org"


def test_a_sheet_of_a_workbook_under_a_title_keeps_numbers_and_dates(tmp_path):
    book = Workbook()
    book.active.append(["What this is"])
    sheet = book.create_sheet("People")
    for row in (
        ["My network"],
        [],
        ["First name", "Surname", "Employer", "Telephone", "Called on", "Stage", "ID"],
        ["Ada", "Okafor", "Example Clinic", 5550140, datetime(2026, 11, 2), "Met", "abc"],
        ["Bo", "Ek", "Example AB", "'+1 555-0141", "11/2/26", None, None],
    ):
        sheet.append(row)
    book.save(tmp_path / "network.xlsx")
    imported = read_file(tmp_path / "network.xlsx")
    assert values(imported) == {
        "First name": "Ada",
        "Last name": "Okafor",
        "Organization": "Example Clinic",
        "Phone": "5550140",
        "Notes": "Stage: Met\nID: abc",
        "Last contact": "Met",
        "Called on": date(2026, 11, 2),
    }
    assert imported.rows[1].values["Called on"] == "11/2/26"
    assert ("Employer", "Organization") in imported.mapping


def test_calls_in_the_file_are_pointed_out_and_examples_left_out(tmp_path):
    text = "Name,Company,Called on,Call result,How found\nAda Okafor,Example plc,2024-03-01,Declined,Cold\nBo Ek,Example,,,Sample\n"
    plan = plan_import(read_file(saved(tmp_path, text)), [])
    assert [p.name for p in plan.new] == ["Ada Okafor"]
    assert plan.rows[0]["Called on"] == date(2024, 3, 1)
    lines = describe(plan)
    assert any("Act from" in line for line in lines)
    assert any("examples, not people" in line for line in lines)


def test_what_looks_like_a_formula_stays_text_and_control_characters_go(tmp_path):
    text = 'First name,Last name,Company\n"=HYPERLINK(""x"")","+1+1\x07\x1b","@a\u202e\ufeff b"\n'
    row = values(read_file(saved(tmp_path, text)))
    assert row == {"First name": '=HYPERLINK("x")', "Last name": "+1+1", "Organization": "@a b"}


def test_a_second_run_adds_nothing(tmp_path):
    for content, name in (
        (LINKEDIN, "a.csv"),
        (GOOGLE, "b.csv"),
        (GOOGLE_OLD, "c.csv"),
        (OUTLOOK, "d.csv"),
        (VCARDS, "e.vcf"),
    ):
        imported = read_file(saved(tmp_path, content, name))
        first = plan_import(imported, [])
        again = plan_import(imported, as_contacts(first))
        assert first.new
        assert again.new == ()


def test_who_is_already_there_is_known_by_address_or_by_name_and_organization(tmp_path):
    there = [
        Contact(5, "x", first_name="A.", last_name="Other", email="JOSE@example.org"),
        Contact(
            9,
            "y",
            first_name="ADA",
            last_name="OKAFOR",
            organization="Exámple Clinic (north)",
            source=Source.ALUMNI,
        ),
    ]
    plan = plan_import(read_file(saved(tmp_path, LINKEDIN)), there)
    assert plan.already == (("Ada Okafor", 9), ("José Núñez", 5))
    assert any("2 already in Contacts: Ada Okafor (row 9)" in line for line in describe(plan))


def test_two_people_of_one_name_without_organization_are_told_apart_by_address(tmp_path):
    text = "Name,Email\nJo Kim,jo1@example.org\nJo Kim,jo2@example.org\nJo Kim,\n"
    plan = plan_import(read_file(saved(tmp_path, text)), [])
    assert [p.text("Email") for p in plan.new] == ["jo1@example.org", "jo2@example.org"]
    assert plan.twice == ("Jo Kim",)


def test_choosing_keeps_the_numbers_shown(tmp_path):
    plan = plan_import(read_file(saved(tmp_path, LINKEDIN)), [])
    assert numbered(plan)[0].startswith('1  Ada Okafor, Director of "Intake", Example Clinic, North')
    assert [p.name for p in keep_only(plan, [2]).new] == ["José Núñez"]
    with pytest.raises(UserError, match="numbered 1 to 2"):
        keep_only(plan, [3])


def test_five_thousand_connections_come_in_once_and_incomplete_ones_as_one_line(tmp_path):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    )
    for n in range(5000):
        writer.writerow(
            [
                f"Pat{n}",
                "Doe",
                f"https://example.com/{n}",
                "",
                f"Example {n % 700}",
                "Director",
                "14 Nov 2026",
            ]
        )
    path = saved(tmp_path, out.getvalue())
    plan = plan_import(read_file(path), [])
    again = plan_import(read_file(path), as_contacts(plan))
    assert (len(plan.new), len(again.new)) == (5000, 0)
    lines = describe(plan)
    assert len(lines) < 8
    assert sum("5000 of them lack something" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"a,b\n1,2\n", "x.csv", "no header row"),
        (b"First name,Last name,Company\n", "x.csv", "nobody under it"),
        (b"PK\x03\x04rest", "x.zip", "zip archive"),
        (b"PK\x03\x04rest", "x.xlsx", "can't be read as a workbook"),
        (b"", "x.csv", "no header row"),
        (b'Name,Company\n"' + b"x" * 200_000 + b'"\n', "x.csv", "can't be read as a table"),
    ],
)
def test_a_file_that_is_none_ends_in_a_sentence(tmp_path, content, name, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError, match=says):
        read_file(path)


def test_a_missing_file_ends_in_a_sentence(tmp_path):
    with pytest.raises(UserError, match="There is no file"):
        read_file(tmp_path / "none.csv")


def test_rows_go_by_the_headers_of_the_users_own_table(tmp_path):
    headers = ("Company", "First name", "Surname", "E-mail", "Remarks", "My column")
    table = make_table("People", 3, headers, [[] for _ in headers])
    plan = plan_import(read_file(saved(tmp_path, GOOGLE)), [])
    row = rows_for(plan, table)[0]
    assert (row["Company"], row["Surname"], row["E-mail"]) == (
        "Example Hospital",
        "Lindqvist",
        "i.lindqvist@example.org",
    )
    assert set(row) <= set(headers)
    assert "Phone: 555-0110" in row["Remarks"]
    assert row["Remarks"].startswith("met at")


def test_new_rows_land_in_a_workbook_as_text_and_a_second_import_finds_them(tmp_path):
    book = make_book(tmp_path / "networking.xlsx", [person()])
    imported = read_file(
        saved(tmp_path, 'First name,Last name,Company,Notes\n=1+1,+Ek,"Müller & <Söhne>","a\nb"\n')
    )
    append_rows(
        book,
        tmp_path / "after.xlsx",
        "Contacts",
        rows_for(plan_import(imported, []), read_book(book).tables["Contacts"]),
    )
    after = read_book(tmp_path / "after.xlsx").tables["Contacts"]
    last = {h: column[after.count - 1] for h, column in zip(after.headers, after.columns, strict=True)}
    assert (last["First name"], last["Last name"], last["Organization"], last["Notes"]) == (
        "=1+1",
        "+Ek",
        "Müller & <Söhne>",
        "a\nb",
    )
    known = [
        Contact(n, str(n), first_name=str(f or ""), last_name=str(la or ""), organization=str(o or ""))
        for n, (f, la, o) in enumerate(
            zip(
                after.values("first_name"),
                after.values("last_name"),
                after.values("organization"),
                strict=True,
            )
        )
    ]
    assert plan_import(imported, known).new == ()


PIECES = st.sampled_from(
    [
        "BEGIN:VCARD",
        "END:VCARD",
        "VERSION:2.1",
        "N;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:=FF=;=C3",
        "FN:A B",
        "N:;;;;",
        "TEL;:1",
        "EMAIL;PREF=x:a@example.org",
        ":",
        ";",
        " folded",
        "ORG:\\;\\",
        "First name,Last name,Company",
        'Ada,"Oka',
        "\x00\x0b\u202e",
        "=1+1,b,c",
        "Name;E-mail",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "E-mail 1 - Value,Name",
        "é, ß,",
        "\ufeff",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=14), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_no_file_ends_in_a_traceback_and_no_value_holds_control_characters(tmp_path_factory, lines, encoding):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes("\n".join(lines).encode(encoding, "replace"))
    try:
        plan = plan_import(read_file(path), [])
    except UserError:
        return
    for row in plan.rows:
        for value in row.values():
            assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in str(value))
    assert plan_import(read_file(path), as_contacts(plan)).new == ()


def test_a_rank_of_thousands_of_digits_is_none(tmp_path):
    card = tmp_path / "card.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:4.0\nN:Duarte;Ines;;;\nFN:Ines Duarte\nORG:Harbor Museum\n"
        f"EMAIL;PREF={'9' * 5000}:a@example.com\nEMAIL;PREF=1:ines@example.com\nEND:VCARD\n"
    )
    [person] = read_file(card).rows
    assert person.text("Email") == "ines@example.com"


def test_who_is_left_out_for_the_address_of_somebody_of_another_name_is_named() -> None:
    text = "Name,Email,Company\nCarol Newman,ada@example.org,Example Clinic\nA. Okafor,ADA@example.org,Example Clinic\n"
    ada = Contact(2, "CADA", first_name="Ada", last_name="Okafor", email="ada@example.org")
    plan = plan_import(read_data(text.encode(), "people.csv"), [ada])
    assert plan.elsewhere == ("Carol Newman (row 2: Ada Okafor)",)
    assert "Carol Newman (row 2: Ada Okafor)" in " ".join(describe(plan))


def test_a_label_that_says_that_an_address_is_old_stays_beside_it() -> None:
    header = "First Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value"
    rows = "Ada,Okafor,Example Clinic,Head,,* Old,ada@example.org,Work,ada@example.net\nCy,Dow,Example Labs,Head,,Do not use,cy@example.org,,"
    ada, cy = read_data(f"{header}\n{rows}\n".encode(), "contacts.csv").rows
    assert (ada.text("Email"), ada.text("Notes")) == ("ada@example.net", "E-mail: ada@example.org (Old)")
    assert cy.text("Email") == "cy@example.org (Do not use)"


def test_so_does_the_label_of_a_card() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Dow;Cy;;;\nFN:Cy Dow\n{}\nEND:VCARD\n"
    old = "item1.EMAIL;TYPE=INTERNET,PREF:cy@example.org\nitem1.X-ABLabel:old job\nitem2.EMAIL;TYPE=INTERNET:cy@example.net\nitem2.X-ABLabel:_$!<Work>!$_"
    [cy] = read_data(card.format(old).encode(), "people.vcf").rows
    assert (cy.text("Email"), cy.text("Notes")) == ("cy@example.net", "E-mail: cy@example.org (old job)")
    [typed] = read_data(card.format("EMAIL;TYPE=OLD:cy@example.org").encode(), "people.vcf").rows
    assert typed.text("Email") == "cy@example.org (OLD)"
