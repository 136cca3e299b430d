"""Kinds of odd files, each with the right answer: nothing lost in silence, nobody invented."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from pipeline.importing import Imported, describe, plan_import, read_data
from pipeline.importing.imported import mails_of
from pipeline.model.addresses import address_fault
from pipeline.model.fullname import FullName

ANA = {"First name": "Ana", "Last name": "Lima"}


def read(text: str, name: str = "people.csv", encoding: str = "utf-8") -> Imported:
    return read_data(text.encode(encoding), name)


def book(fill: Callable[[Workbook], None]) -> Imported:
    made, data = Workbook(), io.BytesIO()
    fill(made)
    made.save(data)
    return read_data(data.getvalue(), "people.xlsx")


def names(imported: Imported) -> list[str]:
    return [person.name for person in plan_import(imported, []).new]


@pytest.mark.parametrize(
    "headers",
    [
        "Jméno,Příjmení,Společnost,Funkce,E-mailová adresa,Telefon do zaměstnání",
        "Förnamn,Efternamn,Företag,Befattning,E-postadress,Arbetstelefon",
        "Fornavn,Efternavn,Firma,Stilling,E-mailadresse,Arbejdstelefon",
        "Nome,Cognome,Società,Posizione,Indirizzo posta elettronica,Telefono lavoro",
        "Nome,Sobrenome,Empresa,Cargo,Endereço de email,Telefone comercial",
        "Primeiro nome,Último nome,Empresa,Cargo,Endereço de e-mail,Telefone profissional",
        "Prénom,Nom,Société,Fonction,Adresse e-mail,Tél. professionnel",
        "Vorname,Nachname,Firma,Position,E-Mail 1,Telefon (geschäftlich)",
        "Nombre,Apellidos,Empresa,Puesto,Correo electrónico,Teléfono trabajo",
        "Imię,Nazwisko,Firma,Stanowisko,E-mail,Tel. służbowy",
        "Имя,Фамилия,Компания,Должность,Почта,Телефон",
        "名,姓,会社,役職,メール,電話",
        "Voornaam,Achternaam,Organisatie,Functie,E-mail,Telefoon werk",
        "Fornavn,Etternavn,Firma,Stilling,E-postadresse,Telefon arbeid",
        "Etunimi,Sukunimi,Yritys,Tehtävänimike,Sähköpostiosoite,Puhelin",
        "nameFirstName,nameLastName,companyName,jobTitle,emailsPrimaryEmail,phonesPrimaryPhoneNumber",
        "Name / First Name,Name / Last Name,Company / Name,Job Title,Emails / Primary Email,Phones / Primary Phone Number",
        "First Name,Last Name,Account,Account Title,Email Address,Office Phone",
        "First Name,Last Name,Primary Associated Company,Job Title,Email,Phone Number",
        "First,Last,Company,Title,Email,Work",
        "First Name,Last Name,Company Name,Designation,Email Address,Phone",
    ],
)
def test_headers_in_many_languages_and_programs(headers: str) -> None:
    (person,) = read(f"{headers}\nAna,Lima,Museum,Curator,ana@example.com,555-0101\n").rows
    assert dict(person.values) == {
        **ANA, "Organization": "Museum", "Position": "Curator", "Email": "ana@example.com", "Phone": "555-0101",
    }  # fmt: skip


def test_yahoo_has_columns_called_home_and_work() -> None:
    text = (
        "First,Middle,Last,Nickname,Email,Home,Work,Fax,Mobile,Alternate Email1,Title,Company,Work Address,Work City,"
        "Work County,Work Post Code,Comments\n"
        "Ana,,Lima,Annie,ana@example.com,555-0109,555-0101,555-0199,555-0102,a@example.org,Curator,Quay Museum,1 Quay St,"
        "Boston,MA,02110,met at the fair\n"
    )
    (ana,) = read(text).rows
    assert (ana.text("Phone"), ana.text("Address")) == ("555-0101", "1 Quay St\nBoston, MA 02110")
    for said in (
        "met at the fair",
        "555-0109",
        "555-0102",
        "Fax: 555-0199",
        "a@example.org",
        "Nickname: Annie",
    ):
        assert said in ana.text("Notes")


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (["03/04/2026", "25/04/2026"], [date(2026, 4, 3), date(2026, 4, 25)]),
        (["03/04/2026", "04/25/2026"], [date(2026, 3, 4), date(2026, 4, 25)]),
        (["03/04/2026", "05/04/2026"], ["03/04/2026", "05/04/2026"]),
        (["13/04/2026", "04/25/2026", "03/04/2026"], [date(2026, 4, 13), date(2026, 4, 25), "03/04/2026"]),
        (["2026-10-05T10:00:00.000Z", "October 25, 2026"], [date(2026, 10, 5), date(2026, 10, 25)]),
        (["03.04.2026", "04/25/2026", "03/04/2026"], [date(2026, 4, 3), date(2026, 4, 25), date(2026, 3, 4)]),
        (["before the summer", "never", "4. März 2026"], ["before the summer", "", date(2026, 3, 4)]),
    ],
)
def test_the_whole_column_decides_which_number_is_the_month_and_what_is_no_day_is_kept_in_its_place(
    days: list[str], wanted: list[Any]
) -> None:
    text = "Name,Email,Last contacted\n" + "".join(
        f'Ana Lima,a{n}@example.com,"{d}"\n' for n, d in enumerate(days)
    )
    people = read(text).rows
    assert [p.values.get("Last contact", "") for p in people] == wanted


def test_a_header_that_comes_again_and_headings_between_are_no_people() -> None:
    text = "Name,Company,Email\nMUSEUMS,,\nAna Lima,Quay,ana@example.com\nName,Company,Email\nDocks,,\nBo Ek,Dock,b@example.org\n"
    imported = read(text)
    assert names(imported) == ["Ana Lima", "Bo Ek"]
    assert "3 passed over as no person (line 2 “MUSEUMS”, line 4 “Name”, line 5 “Docks”)" in "\n".join(
        describe(plan_import(imported, []))
    )


def test_a_list_of_first_names_alone_is_one_of_people() -> None:
    assert names(read("Name,Email\nAna,\nBo,\nCleo,c@example.org\n")) == ["Ana", "Bo", "Cleo"]


def test_what_stands_for_nothing_fills_no_cell() -> None:
    (ana,) = read("Name,Email,Phone,Company,Position\nAna Lima,-,n/a,Quay,—\n").rows
    assert dict(ana.values) == {**ANA, "Organization": "Quay"}


def test_nothing_is_lost_without_a_word() -> None:
    text = (
        "Name,Display Name,Email,Email,Phone,Phone,\n"
        "Ana Lima,Ana L. of the quay,ask Bo,ana@example.com,555-0101,555-0102,loose\n"
    )
    (ana,) = read(text).rows
    said = " ".join(map(str, ana.values.values()))
    for piece in (
        "Ana L. of the quay",
        "ask Bo",
        "ana@example.com",
        "555-0101",
        "555-0102",
        "Column G: loose",
    ):
        assert piece in said


def test_people_who_share_an_address_all_come_in_once() -> None:
    text = "Name,Email\nAna Lima,office@example.com\nBo Ek,office@example.com\nA. Lima,office@example.com\n"
    assert names(read(text)) == ["Ana Lima", "Bo Ek"]


@pytest.mark.parametrize(
    ("text", "first", "last", "salutation"),
    [
        ("Ana Lima, Dr.", "Ana", "Lima", "Dr. Lima"),
        ("Lima, Ana, Dr.", "Ana", "Lima", "Dr. Lima"),
        ("Dra. Ana Lima", "Ana", "Lima", "Dra. Lima"),
        ("Ana Lima, CPA, CFA", "Ana", "Lima", ""),
        ("J. R. R. Lima", "J. R. R.", "Lima", ""),
    ],
)
def test_titles_and_degrees_stand_before_and_behind(
    text: str, first: str, last: str, salutation: str
) -> None:
    (ana,) = read(f'Name,Email\n"{text}",a@example.com\n').rows
    assert [ana.text(h) for h in ("First name", "Last name", "Salutation")] == [first, last, salutation]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "iso8859-2", "cp850", "mac_roman"])
def test_old_character_sets(encoding: str) -> None:
    name = "Świętosława Wiśniewska" if encoding == "iso8859-2" else "Hélène Côté"
    assert names(read(f"Name,Email\n{name},h@example.com\n", encoding=encoding)) == [name]


def test_letters_saved_wrongly_are_put_right_and_it_is_said() -> None:
    imported = read("Name,Email\nJosé Núñez,j@example.com\n".encode().decode("cp1252"))
    assert names(imported) == ["José Núñez"]
    assert "saved wrongly" in imported.notes[0]


def test_a_sheet_of_the_same_headers_is_read_too_and_another_is_named() -> None:
    def fill(made: Workbook) -> None:
        made.active.title = "Museums"
        for title, rows in {
            "Museums": [["Name", "Email", "Company"], ["Ana Lima", "ana@example.com", "Quay"]],
            "Docks": [["Name", "Email", "Company"], ["Bo Ek", "bo@example.org", "Dock"]],
            "Family": [["Name", "Phone"], ["Cleo Dow", "555-0103"]],
            "Prices": [["Name", "Description", "Country", "State"], *[["Pen", "blue", "US", "MA"]] * 20],
        }.items():
            sheet = made.active if title == "Museums" else made.create_sheet(title)
            for row in rows:
                sheet.append(row)

    imported = book(fill)
    assert names(imported) == ["Ana Lima", "Bo Ek"]
    assert any("“Family” looks like people too" in note for note in imported.notes)


def test_headers_in_two_rows_merged_over_columns() -> None:
    def fill(made: Workbook) -> None:
        for row in (
            ["Contact", None, "Work"],
            ["First name", "Last name", "Email"],
            ["Ana", "Lima", "ana@example.com"],
        ):
            made.active.append(row)
        made.active.merge_cells("A1:B1")

    assert names(book(fill)) == ["Ana Lima"]


CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{last};{first};;;\r\nFN:{first} {last}\r\n{more}"


def card(first: str = "Ana", last: str = "Lima", more: str = "", end: str = "END:VCARD\r\n") -> str:
    return CARD.format(first=first, last=last, more=more) + end


@pytest.mark.parametrize("ends", [("", "END:VCARD\r\n"), ("END:VCARD\r\n", "")])
def test_a_card_without_an_end_is_one_all_the_same(ends: tuple[str, str]) -> None:
    text = card(end=ends[0]) + card("Bo", "Ek", end=ends[1])
    assert names(read(text, "c.vcf")) == ["Ana Lima", "Bo Ek"]


def test_a_group_is_known_by_its_members() -> None:
    text = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Harbor list\r\nMEMBER:urn:uuid:1\r\nEND:VCARD\r\n" + card()
    assert names(read(text, "c.vcf")) == ["Ana Lima"]


def test_the_rest_of_a_card_is_kept_but_for_pictures() -> None:
    more = "\r\n".join(
        [
            "NICKNAME:Annie", "URL:https://example.com/a", "URL:https://example.com/b", "NOTE:one", "NOTE:two",
            "ORG:Quay Museum;Prints", "ORG:Dock", "TITLE:Curator", "ROLE:Guide", "BDAY:1980-01-02",
            "X-SOCIALPROFILE;TYPE=linkedin:https://example.com/in/ana", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ",
            "ADR;TYPE=WORK:;;9 Dock;Salem;MA;01970;USA", "ADR;TYPE=HOME:;;1 Quay St;Boston;MA;02110;USA", "",
        ]
    )  # fmt: skip
    (ana,) = read(card(more=more), "c.vcf").rows
    for said in (
        "Annie",
        "/a",
        "/b",
        "one",
        "two",
        "Prints",
        "Dock",
        "Guide",
        "1980-01-02",
        "/in/ana",
        "1 Quay St",
    ):
        assert said in ana.text("Notes")
    assert "4AAQ" not in ana.text("Notes")


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ("Name;Aufgabe;Firma;Branche;E-Mail;Priorität;Angerufen am;Warum;Woher", "because of the boat you built"),
        ("Nom complet;Rôle;Société;Secteur;E-mail;Priorité;Appelé le;Pourquoi;Source du contact", "because of your move to Brest"),
        ("Nombre completo;Profesión;Empresa;Industria;Correo electrónico;Prioridad;Llamado el;¿Por qué?;Procedencia", "porque dirige el museo"),
        ("Nome completo;Ruolo;Azienda;Settore;E-mail;Priorità;Chiamato il;Perché;Provenienza", "because of the archive that you opened"),
        ("Volledige naam;Beroep;Bedrijf;Vakgebied;E-mail;Prioriteit;Gebeld op;Waarom;Bron", "because of your book on locks"),
        ("Imię i nazwisko;Zawód;Firma;Branża;E-mail;Priorytet;Data rozmowy;Dlaczego;Źródło", "because of your book on locks"),
        ("Fuldt navn;Stilling;Firma;Branche;E-mail;Prioritet;Ringet den;Hvorfor;Kilde", "because of your book on locks"),
    ],
)  # fmt: skip
def test_the_columns_of_a_list_of_ones_own_in_many_languages(headers: str, why: str) -> None:
    (ana,) = read(
        f"{headers}\nAna Lima;Curator;Quay;Museums;ana@example.com;A;2026-11-02;{why};Alumni\n"
    ).rows
    assert dict(ana.values) == {
        **ANA, "Organization": "Quay", "Position": "Curator", "Email": "ana@example.com", "Field": "Museums",
        "Priority": "A", "Called on": date(2026, 11, 2), "Why this person": why, "Source": "Alumni",
    }  # fmt: skip


def test_words_that_may_say_something_else_take_no_columns_place() -> None:
    text = (
        "Name;Aufgabe;Position;E-Mail;Warum;Woher;Termin;Antwort\n"
        "Ana Lima;anrufen;Kuratorin;ana@example.com;kein Budget?;Messe;vormittags;freundlich\n"
    )
    (ana,) = read(text).rows
    assert ana.text("Position") == "Kuratorin"
    assert not {"Why this person", "Source", "Interview on", "Replied on"} & ana.values.keys()
    for said in (
        "anrufen",
        "Warum: kein Budget?",
        "Woher: Messe",
        "Termin: vormittags",
        "Antwort: freundlich",
    ):
        assert said in ana.text("Notes")


@pytest.mark.parametrize(
    "cell",
    [
        "ana@example.com (do not use)",
        "ana@example.com - bounced",
        "old: ana@example.com",
        "ana@example.com, left firm 2024",
        "ana@example.com (his assistant)",
        "Maria Lopez <ana@example.com>",
    ],
)
def test_an_address_with_words_beside_it_that_are_not_hers_is_named_and_never_cleared_of_them(
    cell: str,
) -> None:
    (person,) = read(f'First Name,Last Name,Email\nAna,Lima,"{cell}"\n').rows
    assert person.text("Email") == cell
    assert address_fault(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "Ana Lima <ana@example.com>",
        "Lima, Ana <ana@example.com>",
        "ana@example.com (work)",
        "Dienstlich: ana@example.com",
        "mailto:ana@example.com",
        "E-mail: ana@example.com",
        "ana@example.com (best)",
        "ana@example.com.",
    ],
)
def test_an_address_with_her_name_or_its_kind_beside_it_is_cleared_of_them(cell: str) -> None:
    (person,) = read(f'First Name,Last Name,Email\nAna,Lima,"{cell}"\n').rows
    assert dict(person.values) == {**ANA, "Email": "ana@example.com"}


def test_two_addresses_with_and_between_them_are_two() -> None:
    (person,) = read("First Name,Last Name,Email\nAna,Lima,ana@example.com and al@example.org\n").rows
    assert (person.text("Email"), person.text("Notes")) == ("ana@example.com", "Other e-mail: al@example.org")


@pytest.mark.parametrize("cell", ["a" * 32_000, "<" + "a@" * 15_900])
def test_a_cell_for_addresses_as_long_as_excel_has_it_takes_no_time(cell: str) -> None:
    began = time.process_time()
    mails_of([cell], FullName("Ana", "Lima"))
    assert time.process_time() - began < 2


def test_of_several_addresses_one_that_is_said_to_be_old_goes_into_notes() -> None:
    (person,) = read("First Name,Last Name,Email\nAna,Lima,ana@example.org (old); ana@example.com\n").rows
    assert person.text("Email") == "ana@example.com"
    assert person.text("Notes") == "E-mail: ana@example.org (old)"


def test_a_sheet_called_so_says_of_its_people_that_they_rest_or_were_written_to() -> None:
    def fill(made: Workbook) -> None:
        made.remove(made.active)
        for title, people in {
            "Contacts": ["Ana Lima", "Bo Lee"],
            "Do not contact": ["Cy Ray", "Bo Lee"],
            "Declined": ["Di Poe"],
            "Munich": ["Ed Orr"],
            "Archive 2025": ["Flo Fox"],
            "Blacklist": ["Gil Hay"],
            "Rejected": ["Ina Ives"],
            "Old friends": ["Jo Kay"],
            "Past interviews": ["Kim Lo"],
            "Thank yous": ["Lu May"],
        }.items():
            sheet = made.create_sheet(title)
            sheet.append(["Name", "Company"])
            for person in people:
                sheet.append([person, "Example Press"])

    plan = plan_import(book(fill), [])
    assert {p.name: (p.text("On hold"), p.text("Last contact")) for p in plan.new} == {
        "Ana Lima": ("", ""),
        "Bo Lee": ("Yes", ""),
        "Cy Ray": ("Yes", ""),
        "Di Poe": ("", "Declined"),
        "Ed Orr": ("", ""),
        "Flo Fox": ("", "Archive 2025"),
        "Gil Hay": ("", "Blacklist"),
        "Ina Ives": ("", "Rejected"),
        "Jo Kay": ("", ""),
        "Kim Lo": ("", "Past interviews"),
        "Lu May": ("", "Thank yous"),
    }
    assert "The sheet “Munich” was read with “Contacts”: it has the same headers." in describe(plan)


def test_a_sheet_that_stands_alone_is_no_shelf() -> None:
    def fill(made: Workbook) -> None:
        made.active.title = "Old list"
        for row in (["Name", "Company"], ["Ana Lima", "Quay"]):
            made.active.append(row)

    assert book(fill).rows[0].text("Last contact") == ""


def test_who_is_struck_through_in_a_list_comes_in_on_hold() -> None:
    def fill(made: Workbook) -> None:
        sheet = made.active
        assert sheet is not None
        for row in (["Name", "Company"], ["Ana Lima", "Example Press"], ["Bo Lee", "Example Press"]):
            sheet.append(row)
        sheet["A3"].font, sheet["B2"].font = Font(strike=True), Font(strike=True)

    assert [(p.name, p.text("On hold")) for p in book(fill).rows] == [("Ana Lima", ""), ("Bo Lee", "Yes")]
