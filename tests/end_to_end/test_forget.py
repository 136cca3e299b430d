"""Forgetting a person leaves nothing of theirs anywhere, and all of everybody else's."""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest

from tests.books import change, person

from .routine import Routine


def unpacked(data: bytes) -> bytes:
    """Give a file's bytes, those of every archive and stream in it too."""
    found = [data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found += [unpacked(package.read(name)) for name in package.namelist()]
    for piece in data.split(b"stream\r\n" if b"stream\r\n" in data else b"stream\n")[1:]:
        try:
            found.append(zlib.decompressobj().decompress(piece))
        except zlib.error:
            continue
    return b"\n".join(found)


def everywhere(routine: Routine, data_folder: Path) -> str:
    files = [p for f in (routine.folder, data_folder) for p in f.rglob("*") if p.is_file()]
    return b"\n".join(unpacked(p.read_bytes()) for p in files).decode("utf-8", "replace")


def worked_with(routine: Routine, *people: dict[str, object]) -> Routine:
    """A day on which letters were drafted, exported and printed, and backups made."""
    routine.with_book(people).daily()
    for d in routine.drafts():
        if d["status"] == "To review":
            routine.run("approve", d["code"])
    routine.run("send")
    routine.run("calendar")
    routine.run("sheets", code=None)
    return routine


LEE = person("Lee", "Smith", Email="lee.smith@example.org", Phone="555-0111", Notes="met at the harbor fair")
ANN = person("Ann Lee", "Smith", Email="ann.smith@example.org", Phone="555-0112", Organization="Fennel Works")
JONES = person("Lee", "Smith Jones", Email="jones@example.org", Phone="555-0113", Organization="Marlow")


def test_nothing_of_the_person_is_left_and_all_of_the_others(routine: Routine, data_folder: Path) -> None:
    worked_with(routine, LEE, ANN, JONES)
    assert "met at the harbor fair" in everywhere(routine, data_folder)
    others = {
        p.name: p.read_bytes() for p in routine.outbox.rglob("*") if "ann" in p.name or "jones" in p.name
    }
    assert others
    routine.run("forget", "lee.smith@example.org", "--yes")
    left = everywhere(routine, data_folder)
    for word in ("lee.smith@example.org", "555-0111", "met at the harbor fair", ">Lee Smith<"):
        assert word not in left
    for word in ("ann.smith@example.org", "555-0112", "jones@example.org", "Fennel Works"):
        assert word in left
    assert {p.name: p.read_bytes() for p in routine.outbox.rglob("*") if p.name in others} == others
    assert sorted(r["Last name"] for r in routine.rows() if r["First name"]) == ["Smith", "Smith Jones"]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_names_without_latin_letters_are_told_apart(routine: Routine, data_folder: Path, which: int) -> None:
    people = [
        person("娜", "李", Email="li.na@example.org"),
        person("伟", "王", Email="wang.wei@example.org"),
        person("محمد", "علي", Email="ali@example.org"),
    ]
    worked_with(routine, *people)
    for d in routine.drafts():
        routine.file(d["code"])
    routine.run("forget", str(people[which]["Email"]), "--yes")
    left = everywhere(routine, data_folder)
    for number, one in enumerate(people):
        assert (str(one["Email"]) in left) == (number != which)
    assert len(routine.drafts()) == 2


def test_the_edited_letter_of_somebody_else_stays(routine: Routine) -> None:
    routine.with_book(
        [person("娜", "李", Email="li.na@example.org"), person("伟", "王", Email="wang@example.org")]
    )
    routine.daily()
    code = routine.draft("伟 王")["code"]
    routine.edit_file(code, "Dear", "Dear good")
    text = routine.file(code).read_bytes()
    routine.run("forget", "li.na@example.org", "--yes")
    assert routine.file(code).read_bytes() == text


def test_rows_that_cannot_be_read_go_too(routine: Routine, data_folder: Path) -> None:
    worked_with(routine, LEE, ANN)
    contact = routine.rows()[0]["ID"]
    change(
        routine.book,
        "History",
        2,
        {"Date": "soon", "ID": contact, "Name": "Lee Smith", "Event": "Called them"},
    )
    change(routine.book, "History", 3, {"Date": "soon", "Name": "Lee Smith", "Detail": "something"})
    routine.run("forget", "lee.smith@example.org", "--yes")
    assert not any(r["Name"] == "Lee Smith" for r in routine.rows("History"))
    assert ">Lee Smith<" not in everywhere(routine, data_folder)


def test_what_others_rows_say_is_shown_and_taken_out(routine: Routine) -> None:
    ann = ANN | {"Referred by": "Lee Smith", "Referrals given": "Lee Smith; Pat Quill"}
    worked_with(routine, LEE, ann)
    said = routine.run("forget", "lee.smith@example.org", "--yes").out
    assert "Ann Lee Smith's Referred by" in said
    assert "Ann Lee Smith's Referrals given" in said
    row = next(r for r in routine.rows() if r["First name"])
    assert (row["Referred by"], row["Referrals given"]) == (None, "Pat Quill")


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ("Smith, Lee, CFO", None),
        ("Lee Smith, Goldman Sachs", None),
        ("Pat Quill; Lee Smith", "Pat Quill"),
        ("Lee Smith and Pat Quill", "Pat Quill"),
        ("Pat Quill (not Lee)", "Pat Quill (not Lee)"),
    ],
)
def test_a_referrer_among_others_is_taken_out_of_the_cell(
    routine: Routine, cell: str, left: str | None
) -> None:
    worked_with(routine, LEE, ANN | {"Referred by": cell})
    routine.run("forget", "lee.smith@example.org", "--yes")
    assert next(r for r in routine.rows() if r["First name"])["Referred by"] == left


def test_people_are_named_first_and_nothing_goes_without_a_yes(routine: Routine) -> None:
    worked_with(routine, LEE, ANN)
    before = routine.prints()
    answer = routine.run("forget", "lee.smith@example.org", code=2)
    assert answer.out.splitlines()[1].strip() == "Lee Smith, row 2 of Contacts (lee.smith@example.org)"
    assert "Ann Lee" not in answer.out
    assert routine.prints() == before


@pytest.mark.parametrize("nobody", ["", "  ", "."])
def test_nobody_is_forgotten_for_no_name(routine: Routine, nobody: str) -> None:
    routine.with_book([person(Email=None), LEE]).daily()
    before = routine.prints()
    routine.run("forget", nobody, "--yes", code=2)
    assert routine.prints() == before


def test_a_second_row_of_the_same_person_goes_too_and_one_at_the_same_address_stays(
    routine: Routine, data_folder: Path
) -> None:
    twin = person("Kim", "Smith", Email="lee.smith@example.org", Phone="555-0114")
    routine.with_book([LEE, twin]).daily()
    routine.run("forget", "Lee Smith", "--yes")
    assert [r["First name"] for r in routine.rows() if r["First name"]] == ["Kim"]
    assert "555-0111" not in everywhere(routine, data_folder)
    assert "555-0114" in everywhere(routine, data_folder)


def test_the_day_goes_on_for_the_others(routine: Routine) -> None:
    worked_with(routine, LEE, ANN)
    routine.run("forget", "lee.smith@example.org", "--yes")
    routine.today = date(2026, 12, 8)
    routine.daily()
    assert [d["name"] for d in routine.drafts()] == ["Ann Lee Smith"]


def test_what_somebody_else_says_in_the_same_words_stays(routine: Routine) -> None:
    same = {"Organization": "Fennel Works", "Position": "Keeper of the books", "Notes": "met at the fair"}
    routine.with_book([LEE | same, ANN | same]).daily()
    routine.run("forget", "lee.smith@example.org", "--yes")
    [row] = [r for r in routine.rows() if r["First name"]]
    assert {name: row[name] for name in same} == same


def test_a_namesake_whom_only_history_knows_stays(routine: Routine) -> None:
    old = {"Date": date(2026, 11, 2), "ID": "C9", "Name": "Lee Smith", "Event": "Approach letter"}
    routine.with_book([LEE], history=[old]).daily()
    routine.run("forget", "lee.smith@example.org", "--yes")
    assert [r["ID"] for r in routine.rows("History") if r["Name"]] == ["C9"]


def test_somebody_elses_row_that_was_copied_with_the_id_stays(routine: Routine) -> None:
    past = {"Date": date(2026, 11, 2), "ID": "C9", "Name": "Ann Lee Smith", "Event": "Call"}
    routine.with_book([LEE | {"ID": "C9"}, ANN | {"ID": "C9"}], history=[past])
    routine.run("forget", "lee.smith@example.org", "--yes")
    assert [r["First name"] for r in routine.rows() if r["First name"]] == ["Ann Lee"]
    assert [r["Name"] for r in routine.rows("History") if r["Name"]] == ["Ann Lee Smith"]
