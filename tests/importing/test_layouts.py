"""Files as other programs write them: every value lands in its column, or is named and kept in Notes."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from openpyxl import Workbook

from pipeline.importing import describe, plan_import, read_data, read_file, table, with_words
from pipeline.importing.adopt import plan_adoption
from pipeline.importing.imported import imported_contact
from pipeline.importing.sheetrows import sheet_rows
from pipeline.model.errors import UserError
from pipeline.model.fullname import split_name


def read(tmp_path: Path, text: str, name: str = "people.csv", encoding: str = "utf-8") -> Any:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return read_file(path)


PERSON = {"First name": "Ana", "Last name": "Lima", "Email": "ana@example.com"}
LAYOUTS = {
    "Salesforce": (
        'Salutation,First Name,Last Name,Title,Account Name,Phone,Mobile,Email,Mailing Street,Mailing City,'
        'Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Last Activity\n'
        'Ms.,Ana,Lima,Curator,Quay Museum,555-0101,555-0102,ana@example.com,1 Quay St,Boston,MA,02110,USA,2026-10-05\n',
        {"Salutation": "Ms. Lima", "Position": "Curator", "Organization": "Quay Museum", "Phone": "555-0101",
         "Address": "1 Quay St\nBoston, MA 02110\nUSA", "Notes": "Other phone: 555-0102\nLast Activity: 2026-10-05"},
    ),
    "HubSpot": (
        "Record ID,First Name,Last Name,Email,Phone Number,Associated Company,Job Title,Lead Status\n"
        "7,Ana,Lima,ana@example.com,555-0101,Quay Museum,Curator,Open\n",
        {"Phone": "555-0101", "Organization": "Quay Museum", "Position": "Curator", "Notes": "Lead Status: Open"},
    ),
    "Twenty, Airtable": (
        "FirstName,LastName,Emails,JobTitle,Company,LinkedIn URL,City\n"
        "Ana,Lima,ana@example.com,Curator,Quay Museum,https://www.example.com/in/ana,Porto\n",
        {"Organization": "Quay Museum", "Position": "Curator",
         "Notes": "City: Porto\nLinkedIn URL: https://www.example.com/in/ana"},
    ),
    "Outlook, German": (
        "Anrede;Vorname;Nachname;Firma;Abteilung;Position;Straße geschäftlich;Ort geschäftlich;"
        "Postleitzahl geschäftlich;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse\n"
        "Frau;Ana;Lima;Kaimuseum;Grafik;Kuratorin;Kai 1;Kiel;24103;555-0101;555-0102;ana@example.com\n",
        {"Salutation": "Frau Lima", "Organization": "Kaimuseum", "Position": "Kuratorin", "Phone": "555-0101",
         "Address": "Kai 1\nKiel 24103", "Notes": "Other phone: 555-0102\nAbteilung: Grafik"},
    ),
    "Outlook, French": (
        "Prénom,Nom,Société,Titre,Rue (bureau),Ville (bureau),Téléphone (bureau),Adresse de messagerie\n"
        "Ana,Lima,Musée du Quai,Mme,1 rue du Port,Nice,555-0101,ana@example.com\n",
        {"Salutation": "Mme Lima", "Organization": "Musée du Quai", "Phone": "555-0101",
         "Address": "1 rue du Port\nNice"},
    ),
    "Outlook, Spanish": (
        "Nombre,Apellidos,Organización,Cargo,Teléfono del trabajo,Dirección de correo electrónico\n"
        "Ana,Lima,Museo,Curadora,555-0101,ana@example.com\n",
        {"Organization": "Museo", "Position": "Curadora", "Phone": "555-0101"},
    ),
    "Russian": (
        "Имя,Фамилия,Организация,Должность,Рабочий телефон,Адрес эл. почты\n"
        "Ana,Lima,Музей,Куратор,555-0101,ana@example.com\n",
        {"Organization": "Музей", "Position": "Куратор", "Phone": "555-0101"},
    ),
    "Japanese": (
        "名,姓,会社名,役職,会社電話,電子メール アドレス\nAna,Lima,港博物館,学芸員,555-0101,ana@example.com\n",
        {"Organization": "港博物館", "Position": "学芸員", "Phone": "555-0101"},
    ),
    "Polish": (
        "Imię,Nazwisko,Firma,Stanowisko,Telefon służbowy,Adres e-mail\n"
        "Ana,Lima,Muzeum,Kustosz,555-0101,ana@example.com\n",
        {"Organization": "Muzeum", "Position": "Kustosz", "Phone": "555-0101"},
    ),
    "Thunderbird, German": (
        "Vorname,Nachname,Anzeigename,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Tel. dienstlich,Mobil-Tel.-Nr.,"
        "Dienstlich: Adresse,Dienstlich: Ort,Dienstlich: PLZ,Arbeitstitel,Abteilung,Organisation\n"
        "Ana,Lima,Ana Lima,ana@example.com,a@example.org,555-0101,555-0102,Kai 1,Kiel,24103,Leiterin,Grafik,Kaimuseum\n",
        {"Organization": "Kaimuseum", "Position": "Leiterin", "Phone": "555-0101", "Address": "Kai 1\nKiel 24103",
         "Notes": "Other e-mail: a@example.org\nOther phone: 555-0102\nAbteilung: Grafik"},
    ),
    "ERPNext": (
        "lead_name,company_name,email_id,mobile_no\nAna Lima,Quay Museum,ana@example.com,555-0101\n",
        {"Organization": "Quay Museum", "Phone": "555-0101"},
    ),
    "SuiteCRM": (
        "First Name,Last Name,Office Phone,Email Address,Account Name,Title,Primary Address Street,"
        "Primary Address City,Primary Address State,Primary Address Postal Code\n"
        "Ana,Lima,555-0101,ana@example.com,Quay Museum,Curator,1 Quay St,Boston,MA,02110\n",
        {"Organization": "Quay Museum", "Phone": "555-0101", "Position": "Curator",
         "Address": "1 Quay St\nBoston, MA 02110"},
    ),
    "Dutch": (
        "Voornaam;Achternaam;Bedrijf;Functie;Telefoon op werk;E-mailadres\nAna;Lima;Museum;Hoofd;555-0101;ana@example.com\n",
        {"Organization": "Museum", "Position": "Hoofd", "Phone": "555-0101"},
    ),
    "own list": (
        "Full Name,Company (work),Role,Email 1,Email 2,Location,Last contacted\n"
        '"Lima, Ana, PhD",Quay Museum,Curator,ana@example.com,a@example.org,Porto,2026-09-01\n',
        {"Organization": "Quay Museum", "Position": "Curator", "Last contact": date(2026, 9, 1),
         "Notes": "Other e-mail: a@example.org\nBeside the name: PhD\nLocation: Porto"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_layout(layout: str, tmp_path: Path) -> None:
    text, wanted = LAYOUTS[layout]
    imported = read(tmp_path, text)
    assert dict(imported.rows[0].values) == PERSON | wanted


def test_firms_and_teams_are_no_people(tmp_path: Path) -> None:
    imported = read(tmp_path, "Name,Company,Email\nThe Fair Team,Acme,t@example.org\nAna Lima,Acme,\n")
    assert [p.name for p in imported.rows] == ["Ana Lima"]
    assert "1 passed over as no person (line 2 “The Fair Team”)" in imported.notes[0]


def test_what_no_column_takes_is_named_in_the_summary(tmp_path: Path) -> None:
    imported = read(tmp_path, LAYOUTS["own list"][0])
    assert "No column here for Location: kept in Notes." in describe(plan_import(imported, []))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Мария;Орлова"),
        ("mac_roman", "René;Müller"),
        ("cp1252", "Renée;Núñez"),
        ("cp1250", "Łukasz;Wałęsa"),
        ("cp1253", "Μαρία;Παπαδόπουλος"),
        ("cp1254", "Gülşen;Yılmaz"),
    ],
)
def test_the_character_set_is_found_by_evidence(encoding: str, text: str, tmp_path: Path) -> None:
    imported = read(tmp_path, f"First Name;Last Name;Company\n{text};Example\n", encoding=encoding)
    assert ";".join((imported.rows[0].text("First name"), imported.rows[0].text("Last name"))) == text
    assert "look at names" in imported.notes[0]


@pytest.mark.parametrize(("encoding", "text"), [("gb18030", "李;娜"), ("cp932", "山田;太郎")])
def test_what_cannot_be_decided_is_refused(encoding: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="CSV UTF-8"):
        read(tmp_path, f"First Name;Last Name;Company\n{text};Example\n", encoding=encoding)


def test_a_quote_without_its_second_one_is_refused_with_its_line(tmp_path: Path) -> None:
    rows = "".join(f"Ann{n},Lee,Org,a{n}@example.org\n" for n in range(9))
    text = "First Name,Last Name,Company,Email\n" + rows.replace("Ann4,Lee,Org", 'Ann4,Lee,"Org')
    with pytest.raises(UserError, match="line 6"):
        read(tmp_path, text)


def test_a_quoted_note_of_several_lines_is_none(tmp_path: Path) -> None:
    text = 'First Name,Last Name,Company,Notes\nAna,Lima,Museum,"one, two\nthree"\nBo,Ek,AB,\n'
    assert len(read(tmp_path, text).rows) == 2


def test_vcards_each_in_its_own_character_set_without_groups_and_agents(tmp_path: Path) -> None:
    cards = (
        "BEGIN:VCARD\nN;CHARSET=WINDOWS-1251:Орлова;Мария;;;\nAGENT:\nBEGIN:VCARD\nN:Assis;Rui\n"
        "TEL:555-0113\nEND:VCARD\nTITLE:Curator\nEND:VCARD\n"
    ).encode("cp1251")
    cards += (
        "BEGIN:VCARD\nN:Núñez;José;;;\nEND:VCARD\nBEGIN:VCARD\nKIND:group\nFN:Mentors\nEND:VCARD\n".encode()
    )
    cards += b"BEGIN:VCARD\nFN:bo@example.com\nEMAIL:bo@example.com\nEND:VCARD\n"
    path = tmp_path / "all.vcf"
    path.write_bytes(cards)
    imported = read_file(path)
    assert [p.name for p in imported.rows] == ["Мария Орлова", "José Núñez", ""]
    assert imported.rows[0].text("Position") == "Curator"
    assert not imported.rows[0].text("Phone")
    said = "\n".join(describe(plan_import(imported, [])))
    assert "1 left out: a group" in said
    assert "1 without a person's name left out: bo@example.com in card 4" in said


def test_a_sheet_is_read_as_it_shows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["Company", "Name", "Email", "Street", "City", "State", "Zip"],
        ["Quay Museum", "Ana Lima", "write", "1 Quay St", "Boston", "MA", 2110],
        [None, "Bo Ek", "bo@example.com", None, None, None, None],
        ["Total", "2 people", None, None, None, None, None],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet["G2"].number_format = "00000"
    sheet["C2"].hyperlink = "mailto:ana@example.com?subject=Hello"
    book.save(tmp_path / "people.xlsx")
    imported = read_file(tmp_path / "people.xlsx")
    assert [p.text("Organization") for p in imported.rows] == ["Quay Museum", "Quay Museum"]
    assert imported.rows[0].text("Address") == "1 Quay St\nBoston, MA 02110"
    assert imported.rows[0].text("Email") == "ana@example.com"


def test_people_are_picked_by_words_those_with_an_address_first(tmp_path: Path) -> None:
    text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    text += "A,A,,,Quay Museum,Curator,\nB,B,,,Bank,Teller,\nC,C,,c@example.org,City Museum,Guard,\n"
    plan = with_words(plan_import(read(tmp_path, text), []), "museum")
    assert [c.name for c in plan.new] == ["C C", "A A"]


def test_a_web_page_called_xls_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a web page"):
        read(tmp_path, "<html><body><table><tr><td>Name</td></tr></table>", "people.xls")


@pytest.mark.parametrize(
    ("text", "first", "last", "left"),
    [
        ("Ada Okafor (she/her)", "Ada", "Okafor", ("she/her",)),
        ("Robert “Bob” Smith, CPA", "Robert", "Smith", ("CPA", "Bob")),
        ("Ada Okafor 🚀", "Ada", "Okafor", ("🚀",)),
        ("Ann Smith (née Jones)", "Ann", "Smith", ("née Jones",)),
        ("Anna Maria von der Heide", "Anna Maria", "von der Heide", ()),
        ("Sean O'Neill", "Sean", "O'Neill", ()),
    ],
)
def test_what_stands_beside_a_name_is_taken_off_and_kept(
    text: str, first: str, last: str, left: tuple[str, ...]
) -> None:
    name = split_name(text)
    assert name is not None
    assert (name.first, name.last) == (first, last)
    assert set(name.left) == set(left)


@pytest.mark.parametrize(
    "text", ["Reed Tom (HR)", "Total", "Grand Total", "Acme Inc.", "Ada Okafor | Coach", "Ada Okafor - CEO"]
)
def test_what_is_not_clearly_one_person_is_not_taken_apart(text: str) -> None:
    assert split_name(text) is None


def test_a_known_format_may_have_words_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    club = ModuleType("club")
    club.__dict__.update(
        KIND="Club",
        MAPPING={"Nm": "Last name", "Ml": "Email"},
        recognizes=lambda headers: {"nm", "ml"} <= headers,
        convert=lambda row, where: imported_contact({"Last name": row["nm"], "Email": row["ml"]}, [], where),
        handles=lambda header: False,
    )
    monkeypatch.setattr(table, "KNOWN", (*table.KNOWN, club))
    found = read(tmp_path, "Members\nNm,Ml\nLima,ana@example.com\n")
    assert (found.kind, found.rows[0].values) == ("Club", {"Last name": "Lima", "Email": "ana@example.com"})


@pytest.mark.parametrize("stray", ["XFD3", "B1048576"])
def test_a_stray_cell_far_off_is_no_part_of_an_imported_list(stray: str) -> None:
    book, made = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in (("First name", "Last name", "Email"), ("Ada", "Okafor", "ada@example.org")):
        sheet.append(row)
    sheet[stray] = "left here"
    book.save(made)
    (rows,) = sheet_rows(made.getvalue(), "list.xlsx")[0].values()
    assert len(rows) < 50
    assert len(rows[0]) < 500
    found = read_data(made.getvalue(), "list.xlsx")
    assert len(found.rows) == 1
    (said,) = [note for note in found.notes if "far off the list" in note]
    assert said.startswith(f"Sheet!{stray}: ")


@pytest.mark.parametrize("content", [bytes(9_000), b"%PDF-1.7\n1 0 obj", b'{"doc_id": "abc"}'])
def test_what_is_no_workbook_whatever_its_name_says_is_a_sentence(content: bytes) -> None:
    with pytest.raises(UserError, match=r"^list.xlsx is no workbook, whatever its name says, and no table"):
        read_data(content, "list.xlsx")


def test_a_text_file_called_xlsx_is_imported_as_what_it_is() -> None:
    (person,) = read_data(b"First name,Last name,Email\nAda,Okafor,ada@example.org\n", "list.xlsx").rows
    assert person.name == "Ada Okafor"


def filtered(path: Path) -> Path:
    book = Workbook()
    for row in (
        ["Name", "Email", "Company"],
        ["Ana Lima", "ana@example.com", "Quay"],
        ["Bo Ek", "bo@example.com", "Dock"],
        [],
    ):
        book.active.append(row)
    for row in (3, 4):
        book.active.row_dimensions[row].hidden = True
    book.active.row_dimensions[4].height = 20
    book.save(path)
    return path


def test_hidden_rows_are_taken_and_told_at_import_and_when_adopted(tmp_path: Path) -> None:
    path = filtered(tmp_path / "people.xlsx")
    told = "1 row is hidden in the sheet, by a filter perhaps, and counts like the others."
    imported = read_file(path)
    assert [p.name for p in imported.rows] == ["Ana Lima", "Bo Ek"]
    assert told in describe(plan_import(imported, ()))
    assert told in plan_adoption(path).lines()
    assert told in plan_adoption(path).effects()


def test_a_workbook_whose_name_says_csv_is_read_by_what_it_is(tmp_path: Path) -> None:
    data = filtered(tmp_path / "people.xlsx").read_bytes()
    for name in ("people.csv", "people", "people.zip", "people.xlsx"):
        imported = read_data(data, name)
        assert [p.name for p in imported.rows] == ["Ana Lima", "Bo Ek"]
        assert len(imported.notes) == 1  # of the hidden row


def test_an_archive_is_still_called_one() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("Connections.csv", "First Name,Last Name\n")
    with pytest.raises(UserError, match="is a zip archive"):
        read_data(made.getvalue(), "export.csv")


def test_what_only_the_second_row_of_somebody_says_is_kept(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "Name,Email,Phone,Company,Letter sent,Notes\n"
        "Ana Lima,,555-0101,Quay,,from the fair\n"
        "ana lima,ana@example.com,555-0101,QUAY,2026-11-03,from the fair\n"
        "Ana Lima,ana.lima@example.org,555-0102,Quay,2026-10-03,paints\n"
        "Bo Ek,bo@example.com,,Dock,,\n",
    )
    plan = plan_import(imported, ())
    ana, bo = plan.new
    assert plan.twice == ("ana lima", "Ana Lima")
    assert ana.values["Email"] == "ana@example.com"
    assert ana.values["Last contact"] == date(2026, 11, 3)
    assert ana.text("Notes").splitlines() == [
        "from the fair",
        "Other e-mail: ana.lima@example.org",
        "Other phone: 555-0102",
        "paints",
        "Other last contact: 2026-10-03",
    ]
    assert bo == imported.rows[3]


def test_who_stands_in_the_file_three_times_is_known_by_the_address_of_the_second_row(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "Name,Email,Company\nAna Lima,,Quay\nAna Lima,ana@example.com,Quay\nA. Lima,ana@example.com,Quay & Co\n",
    )
    plan = plan_import(imported, ())
    assert [(p.name, p.text("Email")) for p in plan.new] == [("Ana Lima", "ana@example.com")]
    assert plan.twice == ("Ana Lima", "A. Lima")
