"""After adopt the user's own columns and ways go on: no filled cell of theirs ever changes."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.sheets.schema import CONTACTS
from tests.end_to_end.routine import Routine

THEIRS = [
    "Prof Name",
    "Full name",
    "Rating",
    "Due (mine)",
    "Nachname",
    "Ansprechpartner",
    "Last contacted",
    "Téléphone",
    "",
]
HEADERS = [c.header for c in CONTACTS.columns] + THEIRS
VALUES = st.one_of(
    st.sampled_from(["Met", "Target", "Yes", "-", "soon", "A", "Ines Duarte", "Tom Reed, MBA", "see notes"]),
    st.sampled_from([date(2026, 12, 24), datetime(2026, 11, 2, 9, 0), 3, 2.5, True]),
    st.none(),
)


@st.composite
def lists(draw: st.DrawFn) -> list[list[Any]]:
    more = draw(st.lists(st.sampled_from(HEADERS), unique=True, max_size=9))
    headers = [*[h for h in ("First name", "Last name", "Email", "Organization") if h not in more], *more]
    rows = [[draw(VALUES) for _ in headers] for _ in range(draw(st.integers(1, 4)))]
    return [*draw(st.sampled_from([[], [["My list"]], [["My list"], []]])), headers, *rows]


def made(folder: Path, rows: list[list[Any]], *, merged: str = "", beside: str = "") -> Path:
    book = openpyxl.Workbook()
    book.active.title = "People"
    for row in rows:
        book.active.append(row)
    if merged:
        book.active.merge_cells(merged)
    if beside:
        book.create_sheet(beside).append(["Due", "Stage", date(2026, 12, 7), "Name"])
    path = folder / "networking.xlsx"
    book.save(path)
    return path


def filled(path: Path) -> dict[str, Any]:
    page = openpyxl.load_workbook(path)["People"]
    return {cell.coordinate: cell.value for row in page.iter_rows() for cell in row if cell.value is not None}


@settings(max_examples=12, deadline=None)
@given(lists(), st.sampled_from(["", "D2:D4", "A2:A3", "A1:C1"]), st.sampled_from(["", "Budget", "Old"]))
def test_no_filled_cell_changes_in_any_number_of_days(
    rows: list[list[Any]], merged: str, beside: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder), rows, merged=merged, beside=beside)
        before = filled(path)
        routine = Routine(Path(folder))
        if routine.run("adopt", str(path), "--yes", code=None).code:
            assert filled(path) == before
            return
        for day in (date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 31)):
            routine.today = day
            routine.run("daily", code=None)
        after = filled(path)
        assert {at: after.get(at) for at in before} == before


def test_their_own_due_and_stage_stay_theirs(routine: Routine) -> None:
    rows = [
        ["First name", "Last name", "Company", "Job title", "Email", "Due", "Stage", "Problem"],
        ["Ines", "Duarte", "Harbor Museum", "Curator", "i@example.com", date(2026, 12, 24), "Met", "shy"],
    ]
    made(routine.folder, rows)
    before = filled(routine.book)
    routine.run("adopt", str(routine.book), "--yes")
    routine.daily()
    after = filled(routine.book)
    assert {at: after[at] for at in before} == before
    assert {"Due (Remembered)", "Stage (Remembered)", "Problem (Remembered)"} <= set(after.values())


def test_a_name_typed_into_their_column_is_read_and_an_import_fills_it(
    routine: Routine, tmp_path: Path
) -> None:
    made(
        routine.folder,
        [["Prof Name", "University", "Position", "Email"], ["Ann Lee", "State", "Reader", "a@example.org"]],
    )
    book = openpyxl.load_workbook(routine.book)
    book.active["A1"], book.active["B1"] = "Contact", "Company"
    book.save(routine.book)
    routine.run("adopt", str(routine.book), "--yes")
    book = openpyxl.load_workbook(routine.book)
    book["People"]["A3"], book["People"]["B3"] = "Dr. Bo Finch, PhD", "Fair"
    book["People"]["C3"], book["People"]["D3"] = "Dean", "bo@example.org"
    book.save(routine.book)
    routine.daily()
    assert {d["name"] for d in routine.drafts()} == {"Ann Lee", "Bo Finch"}
    more = tmp_path / "more.csv"
    more.write_text("Name,Company,Email\nCy Stone,Works,cy@example.org\nAnn Lee,State,a@example.org\n")
    said = routine.run("import", str(more), dated=False).said
    assert "1 already in People: Ann Lee (row 2)" in said
    assert filled(routine.book)["A4"] == "Cy Stone"


def test_an_old_acquaintance_is_no_stranger(routine: Routine) -> None:
    made(
        routine.folder,
        [
            ["First name", "Last name", "Company", "Job title", "Email", "Last contact"],
            ["Ann", "Lee", "State", "Reader", "a@example.org", date(2026, 11, 2)],
        ],
    )
    routine.run("adopt", str(routine.book), "--yes")
    row = next(r for r in routine.rows("People") if r["First name"] == "Ann")
    assert str(row["Last contact (Remembered)"])[:10] == "2026-11-02"


def test_a_path_dragged_with_its_quotation_marks_is_understood(routine: Routine) -> None:
    made(routine.folder, [["Name", "Email"], ["Ann Lee", "a@example.org"]])
    routine.run("adopt", f'"{routine.book}"', "--yes")
    assert "First name" in filled(routine.book).values()


WROTE_ON = ["Name", "Company", "Job title", "Email", "Wrote on"]


def wrote(name: str, on: object) -> list[object]:
    first = name.split()[0].lower()
    return [name, f"{name} Works", "Reader", f"{first}@example.org", on]


@pytest.mark.parametrize("text", ["9/14/2026", "15.09.2026", "2026-09-14", "14 Sept 2026", "4. Oktober 2026"])
def test_a_day_typed_as_text_makes_no_stranger_of_who_was_written_to(routine: Routine, text: str) -> None:
    made(routine.folder, [WROTE_ON, wrote("Ann Lee", text), wrote("Bo Finch", date(2026, 9, 14))])
    routine.run("adopt", str(routine.book), "--yes")
    assert all(row["Last contact"] for row in routine.rows("People"))
    routine.daily()
    assert not routine.drafts()
    assert not problems(routine, "Last contact")


@pytest.mark.parametrize("text", ["mid June", "9/10/2026", "x", "yes", "in the spring, by mail"])
def test_who_was_written_to_on_a_day_that_cannot_be_read_gets_no_first_letter(
    routine: Routine, text: str
) -> None:
    made(routine.folder, [WROTE_ON, wrote("Ann Lee", text), wrote("Bo Finch", None), wrote("Cy Stone", "no")])
    said = routine.run("adopt", str(routine.book), "--yes").said
    assert f"Wrote on (column E): 1 of 2 values can't be read, such as “{text}”" in said
    routine.daily()
    waiting = {
        d["name"] for d in routine.drafts() if any("(Last contact)" in c["message"] for c in d["checks"])
    }
    assert waiting == {"Ann Lee"}
    [said] = problems(routine, "Last contact")
    assert f"“{text}”" in said


def problems(routine: Routine, column: str) -> list[str]:
    return [
        p["message"] for p in routine.run("agenda", "--json").document["problems"] if p["column"] == column
    ]


def met_through(name: str, whom: str, given: str = "") -> list[object]:
    first = name.split()[0].lower()
    return [name, f"{name} Works", "Reader", f"{first}@example.org", whom, given]


REFERRALS = ["Name", "Company", "Job title", "Email", "Referred by", "Referrals given"]


@pytest.mark.parametrize(
    "beside", ["(through Kay)", "[my old boss]", "ana@example.com", "<ana@example.com>", "614-555-0123"]
)
def test_what_stands_beside_a_referrers_name_goes_into_no_letter(routine: Routine, beside: str) -> None:
    made(routine.folder, [REFERRALS, met_through("Ann Lee", f"Ana Ruiz {beside}")])
    routine.run("adopt", str(routine.book), "--yes")
    routine.daily()
    letter = routine.draft("Ann Lee")
    assert "Ana Ruiz" in letter["body"]
    assert beside.strip("<>()[]") not in letter["body"]


@pytest.mark.parametrize(
    "whom",
    ["Ana Ruiz maybe", "VP Sales", "conference in May", "Yoga", "worked together on 4 West", "a friend"],
)
def test_what_is_nobodys_name_refers_nobody(routine: Routine, whom: str) -> None:
    made(routine.folder, [REFERRALS, met_through("Ann Lee", whom)])
    routine.run("adopt", str(routine.book), "--yes")
    routine.daily()
    letter = routine.draft("Ann Lee")
    assert whom not in f"{letter['subject']} {letter['body']}"
    assert any(whom in c["message"] and c["level"] == "block" for c in letter["checks"])
    [said] = problems(routine, "Referred by")
    assert f"says “{whom}”" in said


@pytest.mark.parametrize("whom", ["Ellen Marsh", "danah boyd", "Mom", "Dr. van der Berg", "María José", "Ng"])
def test_whoever_may_be_a_person_refers(routine: Routine, whom: str) -> None:
    made(routine.folder, [REFERRALS, met_through("Ann Lee", whom)])
    routine.run("adopt", str(routine.book), "--yes")
    routine.daily()
    letter = routine.draft("Ann Lee")
    assert whom in f"{letter['subject']} {letter['body']}"
    assert not any("no person's name" in said for said in problems(routine, "Referred by"))


def test_a_title_makes_no_other_person_of_who_is_in_the_list(routine: Routine) -> None:
    vogt = met_through("Prof. Dr. Anneliese Vogt", "")
    given = "Prof. Dr. Anneliese Vogt; Tina Brook (his deputy), and someone in Columbus; himself again in spring\nJoan Reyes and her boss Al"
    made(routine.folder, [REFERRALS, vogt, met_through("Ann Lee", "Dr. Anneliese Vogt", given)])
    routine.run("adopt", str(routine.book), "--yes", "--act-from", "2026-01-01")
    routine.daily()
    said = [
        a["why"] for a in routine.run("agenda", "--json").document["actions"] if a["step"] == "add_referral"
    ]
    assert sorted(line.partition(" named ")[2].partition(",")[0] for line in said) == [
        "Anneliese Vogt (People row 2)",
        "Joan Reyes",
        "Tina Brook",
    ]
    assert not problems(routine, "Referred by")
    [said] = problems(routine, "Referrals given")
    for none in ("someone in Columbus", "himself again in spring", "her boss Al"):
        assert f"“{none}”" in said


@pytest.mark.parametrize("text", ["Mom's friend Judy", "the lady at the desk", "HR person", "Sam (barista)"])
def test_who_is_only_described_is_greeted_by_no_letter(routine: Routine, text: str) -> None:
    made(
        routine.folder,
        [REFERRALS, met_through("Ann Lee", ""), [text, "Quay", "Reader", "q@example.org", None, None]],
    )
    assert "Not clearly one person's name" in routine.run("adopt", str(routine.book), "--yes").said
    routine.daily()
    assert {d["name"] for d in routine.drafts()} == {"Ann Lee"}
    assert any("is not clearly one person's name" in said for said in problems(routine, "Name"))


def test_what_every_letter_needs_and_no_column_gives_is_said_before(routine: Routine) -> None:
    made(
        routine.folder,
        [["Name", "Email", "Job title", "Where"], ["Ann Lee", "a@example.org", "Reader", "Columbus, OH"]],
    )
    said = routine.run("adopt", str(routine.book), "--yes").said
    assert "None of your columns is Organization, and every letter needs it" in said
    assert "Rename or delete" not in routine.daily().said


def test_somebody_added_stands_in_the_column_of_whole_names_as_the_others_do(routine: Routine) -> None:
    made(routine.folder, [["Name", "Email"], ["Lee, Ann", "a@example.org"], ["Finch, Bo", "b@example.org"]])
    routine.run("adopt", str(routine.book), "--yes")
    more = routine.folder / "more.csv"
    more.write_text("First name,Last name,Email\nCy,Stone,cy@example.org\n")
    routine.run("import", str(more), dated=False)
    assert filled(routine.book)["A4"] == "Stone, Cy"


@pytest.mark.parametrize(
    "whom", ["Ana Ruiz, Goldman Sachs", "Ana Ruiz; Bo Lind", "Ruiz, Ana", "Ruiz, Ana, CFO", "Ana Ruiz, Bo"]
)
def test_the_first_of_a_list_is_named_alone_and_thanked(routine: Routine, whom: str) -> None:
    made(routine.folder, [REFERRALS, met_through("Ann Lee", whom), met_through("Ana Ruiz", "")])
    routine.run("adopt", str(routine.book), "--yes")
    routine.daily()
    letter = routine.draft("Ann Lee")
    assert "Ana Ruiz" in f"{letter['subject']} {letter['body']}"
    assert not any(more in letter["body"] for more in ("Goldman", "Lind", "CFO", "Ruiz,", "Ruiz and"))
    assert not [c for c in letter["checks"] if c["rule"] == "referrer"]
    said = problems(routine, "Referred by")
    assert len(said) == (0 if "Ruiz, Ana" in whom else 1)
    assert all("name “Ana Ruiz” alone, and thank" in line for line in said)
