"""Who was written to before is seen as such, however a list says so; what a program fills by itself is no contact."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.importing import ImportedContact, describe, plan_import, read_data
from pipeline.importing.adopt import adopt, plan_adoption, plan_adoption_of
from pipeline.importing.uses import ALONE
from pipeline.model import Contact
from pipeline.sheets.columns.contactdays import day_meant, day_shown
from pipeline.sheets.columns.contactstates import are_states
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.read import read_book
from tests.books import make_table

NOW = datetime(2026, 11, 23, 9, 14)
DAY = date(2026, 11, 3)


def imported(headers: str, *rows: str) -> tuple[list[ImportedContact], str]:
    text = "\n".join([f"First name,Last name,Email,Company,{headers}", *rows])
    found = read_data(text.encode(), "list.csv")
    return list(found.rows), "\n".join(describe(plan_import(found, ())))


def listed(header: str, *values: Any) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.append(["First name", "Last name", "Email", "Company", header])
    for n, value in enumerate(values):
        book.active.append(["Ana", "Lima", f"ana{n}@example.com", f"Quay {n}", value])
    return book


def adopted(tmp_path: Path, header: str, *values: Any) -> tuple[list[Contact], str]:
    path = tmp_path / "people.xlsx"
    listed(header, *values).save(path)
    plan = plan_adoption(path)
    adopt(path, plan, act_from=None, workbook_id="W", backups=tmp_path / "backups", now=NOW)
    return list(read_contacts(read_book(path).tables["Contacts"], (), NOW.date())[0]), "\n".join(plan.lines())


def planned(header: str, *values: Any) -> tuple[list[Contact], str]:
    """Read a list as it would be once adopted: with the columns and days that the plan adds, and no sheet of ours written beside it."""
    book, data = listed(header, *values), BytesIO()
    book.save(data)
    plan = plan_adoption_of(data.getvalue(), "people.xlsx")
    [added] = (w for w in plan.wider if w.sheet == plan.sheet)
    at = {column.attr: n for n, (column, _) in enumerate(added.columns, added.first)}
    for attr, (_, text) in zip(at, added.columns, strict=True):
        book.active.cell(1, at[attr]).value = text
    for row, attr, day in plan.given.dates:
        book.active.cell(row, at[attr]).value = day
    headers, *rows = book.active.values
    table = make_table(plan.sheet, 1, headers, list(zip(*rows, strict=True)))
    return list(read_contacts(table, (), NOW.date())[0]), "\n".join(plan.lines())


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Contacted via", ["Email, Nov 3, 2026", "email 10/3", "Jane", "Letter", "Letter", "Letter"]),
        ("Background", ["Emailed 2026-11-03", "Emailed 11/3, she wrote to me", "Wrote to Congress"]),
        ("Emailed?", ["✓", "no reply", True, False, "", "Not contacted", datetime(2026, 11, 3)]),
        ("Status", ["Emailed me first", "Do not contact", "Met 2026-10-20", "Emailed 2026-11-03", "New"]),
    ],
)
def test_what_is_planned_is_what_stands_there_once_it_is_adopted(
    header: str, values: list[Any], tmp_path: Path
) -> None:
    assert planned(header, *values) == adopted(tmp_path, header, *values)


WRITTEN = {
    "Approach sent": "approach_sent", "First email sent": "approach_sent", "Date of first email": "approach_sent",
    "Approached on": "approach_sent", "Follow-up sent": "follow_up_sent", "Thank-you sent": "thank_you_sent",
    "Thank you sent": "thank_you_sent", "Last contact": "last_contact", "Followed up": "follow_up_sent",
    **dict.fromkeys(
        ("Letter sent", "Date sent", "First contact", "Date of contact", "Contact date", "Reached out", "Date reached out",
         "Outreach date", "Outreach", "Initial outreach", "Last email", "Last email sent", "Sent", "Sent on", "Emailed?",
         "LinkedIn message sent", "When contacted", "Letter", "Last contacted", "Erstkontakt", "Letter #1", "Email2", "Outreach #2",
         "Contacted before", "Prior contact", "Angeschrieben am", "Card sent", "Invite sent", "Pinged", "Called",
         "Zuletzt gesprochen", "zuletzt telefoniert am", "Letztes Gespräch", "Letzter Kontakt am", "Last conversation",
         "Laatst gesproken", "Dernière conversation", "Última conversación",
         "Date envoi", "Fecha de contacto", "Data do envio", "Skickat den", "連絡日"),
        "last_contact",
    ),
}  # fmt: skip


@pytest.mark.parametrize("header", sorted(WRITTEN))
def test_a_day_under_a_header_that_says_that_one_wrote_is_taken_at_import(header: str) -> None:
    (ana,), told = imported(header, "Ana,Lima,ana@example.com,Quay,2026-11-03")
    ours = WRITTEN[header].replace("_", " ").capitalize()
    ours = {"Follow up sent": "Follow-up sent", "Thank you sent": "Thank-you sent"}.get(ours, ours)
    assert ana.values[ours] == DAY
    assert f"{header} → {ours}" in told


@pytest.mark.parametrize("header", sorted(WRITTEN))
def test_a_day_under_such_a_header_is_copied_when_a_list_is_adopted(header: str, tmp_path: Path) -> None:
    (ana,), told = adopted(tmp_path, header, datetime(2026, 11, 3))
    assert getattr(ana, WRITTEN[header]) == DAY
    assert "its days are copied, and it is kept" in told


@pytest.mark.parametrize(
    "header",
    [
        *("Last Activity", "Last Activity Date", "Last Activity Date (EST)", "Last Modified", "Create Date"),
        *(
            "Connected On",
            "Last Updated",
            "Created",
            "Contact on",
            "Contact before",
            "Kontakt am",
        ),
        *(
            "Date added",
            "Birthday",
            "Date applied",
            "Last email open date",
            "Email verified on",
        ),
    ],
)
def test_a_day_that_a_program_fills_or_that_lies_ahead_is_no_contact(header: str) -> None:
    (ana,), told = imported(header, "Ana,Lima,ana@example.com,Quay,2026-11-03")
    assert "Last contact" not in ana.values
    assert f"No column here for {header}: kept in Notes." in told or header == "Connected On"
    (bo,), told = planned(header, datetime(2026, 11, 3))
    assert bo.last_contact is None
    assert f"Left alone: {header}." in told


def test_titles_beside_the_column_that_letters_greet_by_are_told() -> None:
    says = "letters greet by Anrede alone: type these titles there, where they should."
    _, told = imported("Anrede,Titel,Position", "Ana,Lima,ana@example.com,Quay,Frau,Prof. Dr.,Dean")
    assert f"Titel: {says}" in told
    book, data = openpyxl.Workbook(), BytesIO()
    book.active.append(["Anrede", "Titel", "Vorname", "Nachname", "Position", "E-Mail"])
    book.active.append(["Frau", "Prof. Dr.", "Ana", "Lima", "Dean", "ana@example.com"])
    book.save(data)
    told = "\n".join(plan_adoption_of(data.getvalue(), "people.xlsx").lines())
    assert f"Titel (column B): {says}" in told


def test_a_word_beside_the_day_of_another_column_asks_nothing() -> None:
    book, data = listed("Status", "angeschrieben", "telefoniert", ""), BytesIO()
    for row, day in enumerate(("Zuletzt gesprochen", datetime(2026, 11, 3), None, "3.11."), 1):
        book.active.cell(row, 6).value = day
    book.save(data)
    told = "\n".join(plan_adoption_of(data.getvalue(), "people.xlsx").lines())
    assert "Status (column E): 1 of 2 values can't be read, such as “telefoniert”: no letter goes" in told
    assert "Zuletzt gesprochen (column F): 1 of 2 values can't be read, such as “3.11.”" in told


@pytest.mark.parametrize(
    "header", ["Follow-up date", "Follow-up", "Next contact", "Wiedervorlage", "Nächster Kontakt"]
)
def test_a_day_to_come_back_to_somebody_is_when_to_call_again(header: str) -> None:
    (ana,), _ = imported(header, "Ana,Lima,ana@example.com,Quay,2026-12-07")
    assert ana.values["Call again on"] == date(2026, 12, 7)
    (bo,), told = planned(header, datetime(2026, 12, 7))
    assert bo.last_contact is None
    assert re.search(rf"E +{header} +Call again on$", told, re.MULTILINE)
    _, told = planned(header, "send CV")
    assert f"Left alone: {header}." in told


@pytest.mark.parametrize("header", ["Status", "Outreach status", "Stage", "Progress"])
def test_a_state_that_says_that_one_wrote_is_taken_with_its_day_or_told(header: str, tmp_path: Path) -> None:
    states = ["Emailed 2026-11-03", "Emailed 11/3", "New", "Not contacted", "Sent letter Nov 3, 2026"]
    wanted = [DAY, "Emailed 11/3", None, None, DAY]
    rows = [f'Ana,Lima,ana{n}@example.com,Quay {n},"{state}"' for n, state in enumerate(states)]
    people, told = imported(header, *rows)
    assert [p.values.get("Last contact") for p in people] == wanted
    assert [p.values["Notes"] for p in people] == [f"{header}: {state}" for state in states]
    said = "1 of 5 values can't be read, such as “Emailed 11/3”: no letter goes to these people until you type the day, or never."
    assert f"{header}: {said}" in told
    assert f"for {header}: kept" not in told
    contacts, told = adopted(tmp_path, header, *states)
    assert [c.last_contact for c in contacts] == [DAY, None, None, None, DAY]
    assert f"{header} (column E): {said}" in told


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Wrote a book on patient flow", None), ("Sent two kids to Ohio State", None), ("Sent 3 kids to college", None),
        ("Approached by Mercy in May", None), ("Contacted me after a talk", None), ("Contacted by a recruiter", None),
        ("Emailed 2026-11-03", DAY), ("Wrote on Nov 3, 2026", DAY), ("Sent letter Nov 3, 2026", DAY),
        ("Wrote 11/3", "Wrote 11/3"), ("Sent", "Sent"), ("Emailed Ana", "Emailed Ana"), ("Sent via LinkedIn", "Sent via LinkedIn"),
        ("Wrote again", "Wrote again"), ("Reached out to me", None), ("Emailed her paper to me", None), ("Wrote him a check", None),
        ("Wrote to Congress", None), ("Emailed 11/3, she wrote to me", "Emailed 11/3, she wrote to me"),
        ("Wrote him a check, emailed him 11/3", "Wrote him a check, emailed him 11/3"), ("Contacted by phone", "Contacted by phone"), ("Wrote, no reply", "Wrote, no reply"),
    ],
)  # fmt: skip
def test_under_any_other_header_a_sentence_is_no_state(cell: str, day: date | str | None) -> None:
    (ana,), _ = imported("Background", f'Ana,Lima,ana@example.com,Quay,"{cell}"')
    assert ana.values.get("Last contact") == day
    assert ana.values["Notes"] == f"Background: {cell}"
    (ana,), _ = planned("Background", cell)
    assert (ana.last_contact, "last_contact" in ana.in_doubt) == (
        day if day == DAY else None,
        isinstance(day, str),
    )


@pytest.mark.parametrize(
    "header", ["Contacted by", "Sent to", "Mailed to", "Sent by", "How contacted", "Reached out via"]
)
def test_who_wrote_or_how_is_no_day_but_where_days_stand_below(header: str) -> None:
    assert not day_meant(header)
    assert not day_shown(header, ["Jane", "Ben"])
    assert day_shown(header, [DAY, "11/3"]) == "last_contact"
    (ana,), told = imported(header, "Ana,Lima,ana@example.com,Quay,Jane")
    assert "Last contact" not in ana.values
    assert ana.values["Notes"] == f"{header}: Jane"
    assert f"No column here for {header}: kept in Notes." in told


HOW = (
    "How contacted",
    "Reached out via",
    "Contacted via",
    "Contacted by",
    "Sent via",
    "How did I contact them",
)
MERELY = (
    "Contact method",
    "Preferred contact method",
    "Preferred channel",
    "Contact via",
    "Best way to contact",
)


@pytest.mark.parametrize("header", HOW + MERELY)
@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("email 10/3", "email 10/3"), ("LinkedIn 9/30", "LinkedIn 9/30"), ("By e-mail on Oct 3", "By e-mail on Oct 3"),
        ("10/3 email", "10/3 email"), ("Emailed her", "Emailed her"), ("WhatsApp 3rd Oct", "WhatsApp 3rd Oct"),
        ("E-mail, no reply", "E-mail, no reply"), ("Email, Nov 3, 2026", DAY), ("LinkedIn 2026-11-03", DAY),
        ("Jane", None), ("Not yet", None), ("Email next week", None), ("Phone +1 415 555-0101", None), ("To be emailed", None),
    ],
)  # fmt: skip
def test_a_way_with_its_day_says_that_somebody_was_written_to(
    header: str, cell: str, day: date | str | None
) -> None:
    if header in HOW and cell.startswith("Phone"):
        day = cell
    # most cells of such a column are a mere way, so that it is none of days
    ways = [f"Bo,Ek,bo{n}@example.com,Dock {n},Letter" for n in range(3)]
    (ana, *_), _ = imported(header, f'Ana,Lima,ana@example.com,Quay,"{cell}"', *ways)
    assert ana.values.get("Last contact") == day
    assert ana.values["Notes"] == f"{header}: {cell}"
    (ana, *_), _ = planned(header, cell, "Letter", "Letter", "Letter")
    assert ana.last_contact == (day if day == DAY else None)
    assert ("last_contact" in ana.in_doubt) == isinstance(day, str)


@pytest.mark.parametrize("way", ["Email", "LinkedIn", "By mail", "In person", "phone call"])
def test_a_mere_way_holds_where_the_header_says_that_it_was_gone(way: str) -> None:
    for header in HOW:
        (ana, bo), told = imported(
            header, f"Ana,Lima,ana@example.com,Quay,{way}", "Bo,Ek,bo@example.com,Dock,"
        )
        assert (ana.values["Last contact"], bo.values.get("Last contact")) == (way, None)
        assert (
            f"{header}: 1 of 1 values can't be read, such as “{way}”: no letter goes to these people" in told
        )
    for header in MERELY:
        (ana,), told = imported(header, f"Ana,Lima,ana@example.com,Quay,{way}")
        assert "Last contact" not in ana.values


@pytest.mark.parametrize(
    ("row", "notes"),
    [
        ("Yes,No response", "Response: No response"),
        ("2026-11-03,Emailed 2026-11-01", "Response: Emailed 2026-11-01"),
        ("2026-11-03,Emailed 2026-11-10", "Last contact: 2026-11-03\nResponse: Emailed 2026-11-10"),
    ],
)
def test_a_state_is_said_once_in_notes(row: str, notes: str) -> None:
    (ana,), _ = imported("Emailed?,Response", f"Ana,Lima,ana@example.com,Quay,{row}")
    assert ana.values["Notes"] == notes


@pytest.mark.parametrize(
    ("header", "states"),
    [
        (
            "Status",
            [
                "New",
                "Not contacted",
                "To contact",
                "Open - Not Contacted",
                "Connected",
            ],
        ),
        ("Stage", ["Prospect", "Warm", "To write in May"]),
        (
            "Correspondence",
            [
                "Called in sick",
                "Contacted by recruiter",
                "Contacted by a headhunter",
                "Interested",
                "Wrote me off",
            ],
        ),
        ("How we met", ["Met at the fair", "Called me after a talk", "Answered my question online"]),
        ("Next step", ["Sent the letter? Then call", "Contacted by them"]),
        ("Shoe", ["38", "41"]),
    ],
)
def test_a_state_that_says_nothing_of_letters_stays_alone(
    header: str, states: list[str], tmp_path: Path
) -> None:
    rows = [f"Ana,Lima,ana{n}@example.com,Quay {n},{state}" for n, state in enumerate(states)]
    people, told = imported(header, *rows)
    assert all("Last contact" not in p.values for p in people)
    assert f"No column here for {header}: kept in Notes." in told
    assert f"Left alone: {header}." in adopted(tmp_path, header, *states)[1]


def test_below_status_whatever_may_say_that_something_happened_is_told(tmp_path: Path) -> None:
    states = ["New", "Not interested", "Interested", "esperando respuesta", "Wrote me off", "To contact"]
    wanted = [None, *states[1:5], None]
    people, told = imported(
        "Status", *(f"Ana,Lima,ana{n}@example.com,Quay {n},{s}" for n, s in enumerate(states))
    )
    assert [p.values.get("Last contact") for p in people] == wanted
    said = "4 of 6 values can't be read, such as “Not interested”, “Interested”, “esperando respuesta”"
    assert f"Status: {said}: no letter goes to these people until you type the day, or never." in told
    contacts, told = adopted(tmp_path, "Status", *states)
    assert f"Status (column E): {said}" in told
    assert ["last_contact" in c.unreadable for c in contacts] == [w is not None for w in wanted]


@pytest.mark.parametrize(
    "state",
    [
        "Will call Thursday at 3", "Going to call Tuesday 3pm", "Will call to confirm Thursday", "Might call for coffee",
        "Will email times tomorrow", "Will email the answers to her questions", "Will email her the times she wanted",
        "Should call after the letter", "Will text when I get there", "Will contact after her vacation",
        "Going to phone on Monday as arranged", "Wrote, has not sent it", "ask Bob whether she got it",
        "First contact planned for Friday lunch", "Nach Ostern anrufen",
    ],
)  # fmt: skip
def test_a_plan_that_tells_of_what_was_agreed_or_sent_is_told(state: str) -> None:
    (ana,), _ = imported("Status", f'Ana,Lima,ana@example.com,Quay,"{state}"')
    assert ana.values.get("Last contact") == state


def test_of_several_such_columns_the_latest_day_counts_and_no_value_is_lost(tmp_path: Path) -> None:
    (ana, bo), _ = imported(
        "Letter sent,Last contacted",
        "Ana,Lima,ana@example.com,Quay,2026-11-03,2026-11-10",
        "Bo,Ek,bo@example.com,Dock,2026-11-04,",
    )
    assert ana.values["Last contact"] == date(2026, 11, 10)
    assert ana.values["Notes"] == "Last contact: 2026-11-03"
    assert bo.values["Last contact"] == date(2026, 11, 4)
    book = openpyxl.Workbook()
    book.active.append(["Name", "Email", "Letter sent", "Last contacted"])
    book.active.append(["Ana Lima", "ana@example.com", datetime(2026, 11, 3), None])
    book.active.append(["Bo Ek", "bo@example.com", datetime(2026, 11, 3), datetime(2026, 11, 10)])
    book.active.append(["Cy Dow", "cy@example.com", "Yes", None])
    book.save(tmp_path / "two.xlsx")
    days = {row: day for row, _, day in plan_adoption(tmp_path / "two.xlsx").given.dates}
    assert days == {2: DAY, 3: date(2026, 11, 10), 4: "Yes"}


def test_of_a_word_and_a_day_the_day_counts() -> None:
    for cells in ("Yes,2026-11-03", "2026-11-03,Yes"):
        (ana,), _ = imported("Letter sent,Last contacted", f"Ana,Lima,ana@example.com,Quay,{cells}")
        assert ana.values["Last contact"] == DAY


def test_days_below_half_of_the_people_make_a_column_of_days() -> None:
    people, _ = imported(
        "First contact",
        "Ana,Lima,ana@example.com,Quay,2026-11-03",
        "Bo,Ek,bo@example.com,Dock,at the fair",
    )
    assert [p.values.get("Last contact") for p in people] == [DAY, "at the fair"]


def test_one_state_far_below_says_that_somebody_was_written_to() -> None:
    rows = [f"Ana,Lima,ana{n}@example.com,Quay {n},New" for n in range(600)]
    *_, bo = imported("Status", *rows, "Bo,Ek,bo@example.com,Dock,Emailed 2026-11-03")[0]
    assert bo.values["Last contact"] == DAY


def test_a_column_added_to_another_programs_file_is_seen_too() -> None:
    text = (
        b"First Name,Last Name,URL,Email Address,Company,Position,Connected On,Emailed,Status\n"
        b"Ana,Lima,https://www.example.com/ana,ana@example.com,Quay,Head,14 Nov 2026,2026-11-03,\n"
        b"Bo,Ek,,bo@example.com,Dock,Head,14 Nov 2026,,Wrote 11/3\nCy,Dow,,cy@example.com,Dock,Head,14 Nov 2026,,\n"
    )
    found = read_data(text, "Connections.csv")
    assert found.kind == "LinkedIn"
    assert [p.values.get("Last contact") for p in found.rows] == [DAY, "Wrote 11/3", None]


def test_a_file_of_the_programs_own_brings_its_days_along() -> None:
    (ana,), _ = imported(
        "ID,Stage,Next step,Due,Approach sent,Follow-up sent,Last contact",
        "Ana,Lima,ana@example.com,Quay,x,Approached,Call,2026-11-20,2026-11-03,2026-11-12,2026-11-12",
    )
    assert ana.values["Approach sent"] == DAY
    assert ana.values["Follow-up sent"] == ana.values["Last contact"] == date(2026, 11, 12)
    assert "Notes" not in ana.values


def test_such_a_column_can_be_left_alone_by_choosing() -> None:
    text = b"Name,Email,Status\nAna Lima,ana@example.com,Emailed 11/3\n"
    (ana,) = read_data(text, "list.csv", {3: ALONE}).rows
    assert "Last contact" not in ana.values
    assert ana.values["Notes"] == "Status: Emailed 11/3"


@pytest.mark.parametrize("header", ["Contact ID", "Record ID", "Company ID", "Record ID - Contact"])
def test_a_number_of_a_program_is_no_name(header: str) -> None:
    found = read_data(
        f"{header},First Name,Last Name,Email\n7,Ana,Lima,ana@example.com\n".encode(), "list.csv"
    )
    assert [theirs for theirs, _ in found.mapping] == ["First Name", "Last Name", "Email"]


def test_headers_of_addresses_and_people_are_no_days() -> None:
    for header in ("Email", "Contact", "Contact person", "Contact email", "Second email", "Message"):
        assert not day_meant(header)
        assert not day_shown(header, ["ana@example.com", "Ana Lima"])
    assert not are_states("Notes", ["I met her at the fair", "She taught me at school"])


def test_who_is_there_already_and_was_written_to_by_the_file_alone_is_told() -> None:
    text = "Name,Email,Letter sent\nAna Lima,ana@example.com,2026-11-03\nBo Ek,bo@example.com,2026-11-03\nCy Dow,cy@example.com,\n"
    text += "Di Fox,di@example.com,2026-11-03\n"
    contacts = [
        Contact(4, "K4", first_name="Ana", last_name="Lima", email="ana@example.com"),
        Contact(5, "K5", first_name="Bo", last_name="Ek", email="bo@example.com", last_contact=DAY),
        Contact(6, "K6", first_name="Cy", last_name="Dow", email="cy@example.com"),
        Contact(7, "K7", first_name="Di", last_name="Fox", email="di@example.com", called_on=DAY),
    ]
    plan = plan_import(read_data(text.encode(), "list.csv"), contacts)
    assert (
        "Written to before, as the file says, and Contacts does not: Ana Lima (row 4). Type the day into Last contact, or they"
        " get a first letter." in describe(plan)
    )
    assert plan.unsaid == ("Ana Lima (row 4)",)


@pytest.mark.parametrize(
    "mark", ["✓", "✔", "☑", "✅", "x", "X", "yes", "TRUE", "1", "no reply", "Letter", True]
)
def test_a_mark_that_one_wrote_holds_the_letters_until_the_day_is_typed(mark: object) -> None:
    (ana,), told = planned("Emailed?", mark)
    assert "last_contact" in ana.in_doubt
    assert "Emailed? (column E): 1 of 1 values can't be read" in told


@pytest.mark.parametrize(
    "header", ["Contacted before", "Followed up", "Previous contact", "Called", "Letter 1 sent?"]
)
@pytest.mark.parametrize("mark", ["yes", "✓", True])
def test_a_mark_holds_under_every_header_that_asks_whether_one_was_in_touch(
    header: str, mark: object
) -> None:
    (ana, bo), told = planned(header, mark, "no")
    assert set(ana.in_doubt) & {"last_contact", "follow_up_sent"}
    assert not bo.in_doubt
    assert f"{header} (column E): 1 of 2 values can't be read" in told


@pytest.mark.parametrize(
    ("header", "value"), [("Called", "Bob"), ("Previous contact", "Jane Poe"), ("Followed on LinkedIn", "x")]
)
def test_a_name_under_such_a_header_says_nothing_of_letters(header: str, value: str, tmp_path: Path) -> None:
    (ana,), told = adopted(tmp_path, header, value)
    assert not ana.in_doubt
    assert f"Left alone: {header}." in told


@pytest.mark.parametrize(
    "mark", ["No", "n", "FALSE", "☐", "-", "", "not yet", "Not contacted", "to be sent", False]
)
def test_a_mark_that_nothing_was_written_is_no_contact(mark: object) -> None:
    (ana, _), told = planned("Emailed?", mark, datetime(2026, 11, 3))
    assert ana.last_contact is None
    assert "last_contact" not in ana.in_doubt
    assert "can't be read" not in told


@pytest.mark.parametrize("state", ["Never contacted", "never e-mailed", "Never messaged", "Never approached"])
def test_whom_nobody_ever_wrote_to_is_neither_held_nor_asked_about(state: str, tmp_path: Path) -> None:
    forbids = "Never contact"
    (ana, bo), _ = imported(
        "Status", f"Ana,Lima,ana@example.com,Quay,{state}", f"Bo,Ek,bo@example.com,Dock,{forbids}"
    )
    assert "On hold" not in ana.values
    assert bo.values["On hold"] == "Yes"
    (ana, bo), _ = adopted(tmp_path, "Status", state, forbids)
    assert (ana.on_hold, bo.on_hold) == (None, True)
    assert not ana.in_doubt
    (ana,), _ = adopted(tmp_path, "Emailed?", state)
    assert not ana.in_doubt


@pytest.mark.parametrize(
    "state",
    [
        "Never be contacted",
        "must not be contacted",
        "Do not be emailed",
        "Do not contact until 2026-13-45",
    ],
)
def test_who_is_not_to_be_written_to_is_held_in_the_passive_too_and_until_a_day_that_is_none(
    state: str,
) -> None:
    (ana,), _ = imported("Status", f'Ana,Lima,ana@example.com,Quay,"{state}"')
    assert ana.values["On hold"] == "Yes"


@pytest.mark.parametrize(
    ("header", "plan"),
    [
        ("Date contacted", "next week"),
        ("Contacted", "no - waiting"),
        ("Contact day", "Mon"),
        ("Letter sent", "ASAP"),
    ],
)
def test_a_plan_below_a_header_of_days_is_kept_in_notes(header: str, plan: str) -> None:
    days = "Bo,Ek,bo@example.com,Dock,2026-11-03"
    (ana, bo), _ = imported(header, f"Ana,Lima,ana@example.com,Quay,{plan}", days)
    assert "Last contact" not in ana.values
    assert ana.values["Notes"] == f"{header}: {plan}"
    assert "Notes" not in bo.values


def test_a_day_beside_a_channel_says_that_a_letter_went(tmp_path: Path) -> None:
    rows = ("Ana,Lima,ana@example.com,Quay,email 10/3", "Bo,Ek,bo@example.com,Dock,Email")
    (ana, bo, cy), _ = imported("Channel", *rows, "Cy,Dow,cy@example.com,Pier,Email 2026-11-03")
    assert cy.values["Last contact"] == DAY
    assert (ana.values["Last contact"], ana.values["Notes"]) == ("email 10/3", "Channel: email 10/3")
    assert (bo.values.get("Last contact"), bo.values["Channel"]) == (None, "Email")
    for more in ((), ("Email", "Post")):
        (ana, *rest), _ = adopted(tmp_path, "Channel", "email 10/3", *more)
        assert "last_contact" in ana.in_doubt
        assert not any(c.in_doubt for c in rest)


def test_who_wrote_first_is_owed_an_answer(tmp_path: Path) -> None:
    first, dated = "Emailed me first", "Emailed me 2026-11-03"
    (ana, bo), told = imported(
        "Status", f"Ana,Lima,ana@example.com,Quay,{first}", f"Bo,Ek,bo@example.com,Dock,{dated}"
    )
    assert (ana.values["Replied on"], bo.values["Replied on"]) == (first, DAY)
    assert "Last contact" not in ana.values
    assert (ana.values["Notes"], bo.values["Notes"]) == (f"Status: {first}", f"Status: {dated}")
    assert f"Status: 1 of 2 values can't be read, such as “{first}”: no letter goes to these people" in told
    (ana, bo), told = adopted(tmp_path, "Status", first, dated)
    assert ("replied_on" in ana.in_doubt, bo.replied_on, ana.last_contact) == (True, DAY, None)
    assert f"1 of 2 values can't be read, such as “{first}”" in told


def test_what_names_somebody_else_says_nothing_of_the_rows_person(tmp_path: Path) -> None:
    rows = [
        f"{name},x{n}@example.com,Quay {n},Talked to Bob" for n, name in enumerate(("Ana,Lima", "Robert,Ek"))
    ]
    (ana, bob), told = imported("Status", *rows)
    assert (ana.values.get("Last contact"), bob.values["Last contact"]) == (None, "Talked to Bob")
    assert "Status: 1 of 2 values can't be read" in told
    (ana, bo), told = adopted(tmp_path, "Status", "Talked to Bob", "Talked to Ana")
    assert (bool(ana.in_doubt), bool(bo.in_doubt)) == (False, True)
    assert "such as “Talked to Ana”:" in told


@pytest.mark.parametrize(
    "state", ["Opted out", "Unsubscribed", "asked not to be contacted", "deceased", "OK to contact: no"]
)
def test_whom_a_list_gives_up_on_is_on_hold_and_the_plan_says_so(state: str, tmp_path: Path) -> None:
    (ana,), _ = imported("Status", f'Ana,Lima,ana@example.com,Quay,"{state}"')
    assert ana.values["On hold"] == "Yes"
    (ana,), _ = adopted(tmp_path, "Status", state)
    assert ana.on_hold is True


@pytest.mark.parametrize("header", ["Date contacted", "Letter sent on", "Status", "Channel"])
def test_who_is_not_to_be_written_to_is_held_whatever_the_column_is_of(header: str, tmp_path: Path) -> None:
    state, days = "Do not contact", ["2026-11-03"] * 3
    rows = [f"Bo,Ek,bo{n}@example.com,Dock {n},{day}" for n, day in enumerate(days)]
    (ana, *_), told = imported(header, f"Ana,Lima,ana@example.com,Quay,{state}", *rows)
    assert (ana.values["On hold"], "1 row says not to write" in told) == ("Yes", header != "Channel")
    (ana, *rest), _ = adopted(tmp_path, header, state, *days)
    assert ana.on_hold is True or "on_hold" in ana.in_doubt
    assert not any(c.on_hold or "on_hold" in c.in_doubt for c in rest)


@pytest.mark.parametrize(
    ("header", "mark"), [("Do not contact", "x"), ("OK to contact", "No"), ("Opted out", "yes")]
)
def test_a_column_of_whom_not_to_write_to_is_said_to_go_to_on_hold(
    header: str, mark: str, tmp_path: Path
) -> None:
    (ana,), told = imported(header, f"Ana,Lima,ana@example.com,Quay,{mark}")
    assert (ana.values["On hold"], f"{header} → On hold" in told) == ("Yes", True)
    (ana,), told = adopted(tmp_path, header, mark)
    assert (ana.on_hold, ana.last_contact, ana.in_doubt) == (True, None, ())
    assert "  On hold: whom it says not to write to, and it is kept" in told
    assert "days" not in told


@pytest.mark.parametrize(
    ("theirs", "asked", "doubt"),
    [(None, "On hold is blank", "on_hold"), ("Yes", "", ""), ("No", "Last contact holds", "last_contact")],
)
def test_beside_their_own_on_hold_it_is_asked_about_there(
    theirs: str | None, asked: str, doubt: str, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["First name", "Last name", "Email", "Company", "Do not contact", "On hold"])
    book.active.append(["Ana", "Lima", "ana@example.com", "Quay", "x", theirs])
    book.active.append(["Bo", "Ek", "bo@example.com", "Dock", None, "No"])
    path = tmp_path / "people.xlsx"
    book.save(path)
    plan = plan_adoption(path)
    assert "Do not contact  On hold, which is yours" in "\n".join(plan.lines())
    adopt(path, plan, act_from=None, workbook_id="W", backups=tmp_path / "backups", now=NOW)
    (ana, bo), found = read_contacts(read_book(path).tables["Contacts"], (), NOW.date())
    assert (ana.in_doubt, bo.in_doubt) == ((doubt,) if doubt else (), ())
    assert [
        p.message for p in found if p.contact_id == ana.id and not p.message.startswith(asked or "-")
    ] == []


def test_all_that_is_filled_in_from_a_column_of_states_is_said_before(tmp_path: Path) -> None:
    states = ["Emailed 2026-11-03", "Emailed me 2026-11-03", "Do not contact", "Emailed me 2026-11-04"]
    rows = [f"Ana,Lima,ana{n}@example.com,Quay {n},{state}" for n, state in enumerate(states)]
    said = "2 rows say that they wrote first, such as “Emailed me 2026-11-03”, “Emailed me 2026-11-04”"
    _, told = imported("Status", *rows)
    assert f"Status: {said}: Replied on is for the day." in told
    contacts, told = adopted(tmp_path, "Status", *states)
    assert [c.replied_on for c in contacts] == [None, DAY, None, date(2026, 11, 4)]
    assert f"Status (column E): {said}" in told
    into = "Last contact and On hold and Replied on"
    assert f"{into}: its days are copied, and it is kept" in told
    assert f"The days in your columns are copied: Status into {into}." in told


def test_a_column_that_fills_in_replies_alone_is_not_said_to_fill_in_letters(tmp_path: Path) -> None:
    _, told = adopted(tmp_path, "Status", "Emailed me 2026-11-03")
    assert "Status into Replied on." in told
    assert "Last contact:" not in told


def test_a_column_of_whom_not_to_write_to_is_shown_as_on_hold_where_columns_are_chosen(
    tmp_path: Path,
) -> None:
    row = "Ana,Lima,ana@example.com,Quay,x"
    found = read_data(f"First name,Last name,Email,Company,Do not contact\n{row}".encode(), "list.csv")
    assert [c.use for c in found.columns][-1] == "On hold"
    assert found.columns[-1].unread == "1 row says not to write, such as “x”: On hold says so there."
    book = openpyxl.Workbook()
    book.active.append(["First name", "Last name", "Email", "Company", "Do not contact"])
    book.active.append(row.split(","))
    book.save(tmp_path / "people.xlsx")
    plan = plan_adoption(tmp_path / "people.xlsx")
    assert [c.use for c in plan.columns][-1] == "On hold"


@pytest.mark.parametrize("state", ["Met 2026-10-20", "met her for coffee 2026-10-20", "Lunch, Oct 20, 2026"])
def test_a_meeting_with_its_day_may_be_a_talk_or_a_fair_and_is_asked_about(
    state: str, tmp_path: Path
) -> None:
    (ana,), told = imported("Status", f'Ana,Lima,ana@example.com,Quay,"{state}"')
    assert ana.values["Last contact"] == state
    assert "1 of 1 values can't be read" in told
    (ana,), _ = adopted(tmp_path, "Status", state)
    assert (ana.last_contact, ana.in_doubt) == (None, ("last_contact",))
    _, problems = read_contacts(read_book(tmp_path / "people.xlsx").tables["Contacts"], (), NOW.date())
    asked = f"Last contact holds “{state}”, which may be a talk, or how you know them. If you talked, fill in Interview on"
    assert [p.message for p in problems if p.message.startswith(asked)]


@pytest.mark.parametrize("header", ["Status", "Outreach"])
def test_a_meeting_is_asked_about_until_it_is_said_what_it_was(header: str, tmp_path: Path) -> None:
    (ana,), _ = adopted(tmp_path, header, "Met 2026-10-20")
    path = tmp_path / "people.xlsx"

    def asked(**cells: object) -> list[str]:
        book = openpyxl.load_workbook(path)
        sheet = book[book.sheetnames[0]]
        at = {cell.value: cell.column for cell in sheet[1]}
        for name, value in cells.items():
            sheet.cell(ana.row, at[name.replace("_", " ")]).value = value
        book.save(path)
        _, problems = read_contacts(read_book(path).tables["Contacts"], (), NOW.date())
        return [p.message for p in problems if "met" in p.message]

    assert asked()[0].endswith("If you only met, type “never” here.")
    [again] = asked(Last_contact=None)
    assert "if you only met, “never”. If that whole column" in again
    assert asked(Last_contact="never") == []
    assert asked(Last_contact=None, Interview_on=date(2026, 10, 20), Interview_held="Yes") == []
    assert asked(Interview_on=None, Interview_held=None) == [again]
    assert asked(**{header: "Met at a fair"}) == []


@pytest.mark.parametrize(("header", "says"), [("Status", "No"), ("Response", "none"), ("Reply", "not yet")])
def test_a_state_that_would_say_never_in_last_contact_is_kept_with_its_header(
    header: str, says: str, tmp_path: Path
) -> None:
    (ana,), _ = adopted(tmp_path, header, says)
    assert ana.in_doubt == ("last_contact",)
    _, problems = read_contacts(read_book(tmp_path / "people.xlsx").tables["Contacts"], (), NOW.date())
    assert any(f"Last contact holds “{header}: {says}”" in p.message for p in problems)


@pytest.mark.parametrize("header", ["Status", "Response", "Thank you?"])
def test_a_state_that_would_stand_for_nothing_elsewhere_holds_who_is_imported(header: str) -> None:
    (ana,), told = imported(header, "Ana,Lima,ana@example.com,Quay,Pending")
    assert ana.values["Last contact"] == "Pending"
    assert f"{header}: 1 of 1 values can't be read, such as “Pending”" in told


def test_a_letter_beside_a_meeting_gives_its_day(tmp_path: Path) -> None:
    (ana, bo), _ = adopted(
        tmp_path, "Status", "Emailed 2026-11-03, met 2026-11-10", "Met, emailed 2026-11-03"
    )
    assert (ana.last_contact, bo.last_contact) == (DAY, DAY)


@pytest.mark.parametrize(
    "columns", [("Contacted? (Y/N)", "Date of Contact"), ("Date of Contact", "Contacted? (Y/N)")]
)
def test_of_two_columns_without_a_day_the_words_that_name_one_are_asked_about(
    tmp_path: Path, columns: tuple[str, str]
) -> None:
    says = {"Contacted? (Y/N)": ["Y", "N"], "Date of Contact": ["10/6", None]}
    book = openpyxl.Workbook()
    book.active.append(["First name", "Last name", "Email", "Company", *columns])
    for n in range(2):
        book.active.append(
            ["Ana", f"Lima{n}", f"ana{n}@example.com", f"Quay {n}", *(says[c][n] for c in columns)]
        )
    path = tmp_path / "people.xlsx"
    book.save(path)
    adopt(path, plan_adoption(path), act_from=None, workbook_id="W", backups=tmp_path / "backups", now=NOW)
    headers, ana = list(openpyxl.load_workbook(path).active.values)[:2]
    assert ana[headers.index("Last contact")] == "10/6"
