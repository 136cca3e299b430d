"""The Dashboard: what its formulas say in LibreOffice, what the daily run keeps there, and what `coach` says, are one."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from pipeline.campaign import as_json, campaign
from pipeline.cli import main
from pipeline.day.decide import decide
from pipeline.day.gather import gather
from pipeline.day.publicdays import workdays_of
from pipeline.importing.starter import create
from pipeline.sheets import dashboard_cells, schema
from pipeline.sheets.dashboard import cell_values, dashboard_edits
from pipeline.sheets.dashboard_cells import OnDashboard
from pipeline.sheets.read import read_book
from pipeline.workbook import CellChange, NewRows, apply_edits

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 0)
SERIAL = b"%d" % (TODAY - date(1899, 12, 30)).days

PART = "xl/worksheets/sheet5.xml"

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))


def made(
    path: Path,
    *,
    rows: list[dict[str, Any]] | None = None,
    settings: dict[str, Any] | None = None,
    empty: bool = False,
) -> Path:
    create(path, TODAY, path.stem, empty=empty, workdays=workdays_of("US"))
    table = read_book(path).tables["Settings"]
    named = {str(n): table.row_number(i) for i, n in enumerate(table.values("name"))}
    edits = [CellChange("Settings", named[name], 2, value) for name, value in (settings or {}).items()]
    apply_edits(path, path, [*edits, *([NewRows("Contacts", tuple(rows))] if rows else [])])
    return path


def daily(path: Path) -> None:
    run("daily", "-w", str(path))


def run(*words: str) -> None:
    done = CliRunner().invoke(main, [*words, "--today", TODAY.isoformat()])
    assert done.exit_code == 0, done.output


def people(count: int = 60) -> list[dict[str, Any]]:
    """Make up a search of some months: every result, source and stage, dates before and after each other as they come."""
    dice, rows = random.Random(4), []
    for n in range(count):
        row: dict[str, Any] = {
            "First name": f"Pat{n}",
            "Last name": f"No{n}",
            "Email": f"p{n}@example.org",
            "Organization": "Example Clinic",
            "Position": "Director",
            "Source": ("Referral", "Alumni", "Friend", "Event", "Cold", "Advertised", None)[n % 7],
            "Phone": "555-0101" if n % 2 else None,
            "Field": ("Hospital administration", "hospital Administration", "Community health", None)[n % 4],
        }
        rows.append(row | _story(dice))
    return rows


def _story(dice: random.Random) -> dict[str, Any]:
    written = TODAY - timedelta(days=dice.randint(0, 80))
    fate = dice.random()
    if fate < 0.2:
        return {}
    row: dict[str, Any] = {"Approach sent": written}
    if fate < 0.35:
        return row | {"Follow-up sent": min(written + timedelta(days=9), TODAY)}
    if fate < 0.45:
        return row | {
            "Replied on": min(written + timedelta(days=2), TODAY),
            "Call result": dice.choice(["Declined", "Put off", None]),
        }
    called = min(written + timedelta(days=dice.randint(4, 9)), TODAY)
    row |= {
        "Called on": called,
        "Call result": dice.choice(
            [
                "Accepted - in person",
                "Accepted - phone",
                "Accepted - video",
                "Interviewed on this call",
                "Put off",
                "Declined",
                "Wrong person",
                "No answer",
                "Left message",
                "Call later",
            ]
        ),
    }
    if not str(row["Call result"]).startswith("Accepted"):
        return row | (
            {"Thank-you sent": called}
            if row["Call result"] in ("Put off", "Declined") and dice.random() < 0.5
            else {}
        )
    row |= {
        "Interview on": datetime.combine(called, datetime.min.time()) + timedelta(days=3, hours=14),
        "Interview type": "Phone",
    }
    if row["Interview on"].date() > TODAY or dice.random() < 0.2:
        return row
    row["Interview held"] = dice.choice(["Yes", "Yes", "Yes", "Cancelled", "No-show"])
    if row["Interview held"] == "Yes":
        row |= {
            "Thank-you sent": min(row["Interview on"].date() + timedelta(days=dice.randint(0, 3)), TODAY),
            "Fit": dice.randint(1, 5),
        }
        row |= (
            {"Referrals given": "Ann Lee; Bo Ek"}
            if dice.random() < 0.5
            else {"Opening mentioned": "A post in spring"}
        )
    return row


BOOKS: dict[str, dict[str, Any]] = {
    "samples": {},
    "empty": {"empty": True},
    "months": {"rows": people()},
    "from-a-day-on": {
        "rows": people(),
        "settings": {"Act from": TODAY - timedelta(days=30), "Daily prospecting goal": 5},
    },
    "from-a-day-in-words": {
        "rows": people(),
        "empty": True,
        "settings": {"Act from": (TODAY - timedelta(days=30)).isoformat()},
    },
}


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Run the day on each book, take away every kept value of the Dashboard, and let LibreOffice calculate it as on TODAY."""
    folder = tmp_path_factory.mktemp("books")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMEMBERED_DATA_DIR", str(folder / "data"))
        for name, given in BOOKS.items():
            made(folder / f"{name}.xlsx", **given)
            daily(folder / f"{name}.xlsx")
            stripped(folder / f"{name}.xlsx", folder / "stripped" / f"{name}.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            folder / "out",
            *(folder / "stripped").iterdir(),
        ],
        check=True,
        capture_output=True,
    )
    return {name: folder / f"{name}.xlsx" for name in BOOKS}


def stripped(path: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path) as parts, zipfile.ZipFile(target, "w") as out:
        for name in parts.namelist():
            content = parts.read(name)
            if name == PART:
                content, taken = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
                assert taken > 60, "the daily run kept the formulas' values"
            content = content.replace(b"TODAY()", SERIAL)
            out.writestr(name, content)


def shown(path: Path) -> dict[tuple[int, int], object]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Dashboard").to_python(skip_empty_area=False)
    return {(r, c): value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value != ""}


@needs_libreoffice
def test_libreoffice_calculates_what_the_campaign_counts(recalculated: dict[str, Path]) -> None:
    for name, path in recalculated.items():
        world = gather(path, TODAY, NOW)
        counted = campaign(
            world.contacts, world.events, world.settings, world.intervals, world.workdays, TODAY
        )
        for told in (path.parent / "out" / path.name, path):  # by LibreOffice; kept by the daily run
            assert (name, dashboard_edits(OnDashboard(shown(told)), counted, TODAY)) == (name, [])


@needs_libreoffice
def test_the_months_have_something_to_count(recalculated: dict[str, Path]) -> None:
    world = gather(recalculated["months"], TODAY, NOW)
    document = as_json(
        campaign(world.contacts, world.events, world.settings, world.intervals, world.workdays, TODAY)
    )
    cells = shown(recalculated["months"])
    at = dashboard_cells
    by_source = {s["source"]: s for s in document["by_source"]}
    for row, source in enumerate(at.SOURCES, at.FIRST):
        assert (cells[row, at.YES], cells[row, at.ANSWERED]) == (
            by_source[source]["agreed"],
            by_source[source]["n"],
        )
    weeks = {w["monday"]: w["approaches"] for w in document["weeks"]}
    kept = {
        cells[row, at.WEEK].isoformat()[:10]: cells[row, at.LETTERS]
        for row in range(at.FIRST, at.LAST_WEEK + 1)
    }  # type: ignore[attr-defined]
    assert {m: n for m, n in kept.items() if n} == {m: n for m, n in weeks.items() if n and m in kept}
    assert sum(kept.values()) > 20
    assert cells[at.THANKED_ROW, at.PEOPLE] == sum(w["thanked_in_24h"] for w in document["weeks"]) > 0
    assert cells[at.CONVERSATIONS_ROW, at.PEOPLE] == sum(w["conversations"] for w in document["weeks"])
    assert cells[at.TILE_VALUE, at.RUNWAY] == document["runway_days"] > 0
    fits = [
        (
            cells[at.FIT_FIRST + n, at.FIELD],
            round(cells[at.FIT_FIRST + n, at.MEAN], 2),
            cells[at.FIT_FIRST + n, at.MARKS],
        )
        for n in range(len(document["fit"]))
    ]
    assert fits == [(f["field"], f["fit"], f["n"]) for f in document["fit"]]
    assert len(fits) == 3
    on_list, written, talked, gave = (cells[at.FIRST + n, at.PEOPLE] for n in range(4))
    assert on_list == 60 > written > talked > gave > 0


def test_a_second_run_changes_no_byte(tmp_path: Path) -> None:
    path = made(tmp_path / "networking.xlsx", rows=people(12))
    daily(path)
    before = path.read_bytes()
    daily(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("spoil", ["moved", "gone"])
def test_a_dashboard_laid_out_in_another_way_is_left_alone(tmp_path: Path, spoil: str) -> None:
    path = made(tmp_path / "networking.xlsx", rows=people(12))
    book = openpyxl.load_workbook(path)
    if spoil == "moved":
        book["Dashboard"].insert_rows(4)
    else:
        del book["Dashboard"]
    book.save(path)
    before = [] if spoil == "gone" else list(openpyxl.load_workbook(path)["Dashboard"].values)
    daily(path)
    assert gather(path, TODAY, NOW).book.dashboard.is_ours is False
    assert (list(openpyxl.load_workbook(path)["Dashboard"].values) if before else []) == before


def test_a_formula_that_was_typed_over_stops_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "networking.xlsx", rows=people(12))
    book = openpyxl.load_workbook(path)
    at = dashboard_cells
    book["Dashboard"].cell(at.FIRST, at.PEOPLE).value = 99
    book["Dashboard"].cell(at.FIT_FIRST, at.FIELD).value = '="my"&" own"'
    book.save(path)
    daily(path)
    assert shown(path)[at.FIRST, at.PEOPLE] == 12


def test_every_changing_cell_is_on_the_sheet_as_built(tmp_path: Path) -> None:
    """A value that the program gives has its formula, or its blank place with a heading above it."""
    path = made(tmp_path / "networking.xlsx")
    world = gather(path, TODAY, NOW)
    decision = decide(world)
    counted = campaign(
        world.contacts,
        world.events,
        world.settings,
        world.intervals,
        world.workdays,
        TODAY,
        decision.agenda.standings,
    )
    at, formulas = dashboard_cells, world.book.dashboard.formulas
    assert world.book.dashboard.is_ours
    plain = set(cell_values(counted, TODAY)) - formulas
    assert plain == (
        {(at.CONVERSATIONS_ROW, at.PEOPLE), (at.THANKED_ROW, at.PEOPLE)}
        | {(at.FIT_FIRST + n, at.FIELD) for n in range(at.FIELDS)}
        | {(at.OPENING_FIRST + n, at.OPENING) for n in range(at.SHOWN_OPENINGS)}
        | {(row, column) for row in at.SIDE_ROWS for column in (at.FROM_LETTERS, at.FROM_APPLICATIONS)}
    )
    assert formulas <= set(cell_values(counted, TODAY)), "no formula is left without its value"


def test_formulas_keep_to_what_excel_2016_knows(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(made(tmp_path / "networking.xlsx"))["Dashboard"]
    formulas = [c.value for row in sheet for c in row if isinstance(c.value, str) and c.value.startswith("=")]
    names = {name for f in formulas for name in re.findall(r"\b([A-Z]+)\(", f)}
    assert names <= {
        "TODAY",
        "WEEKDAY",
        "COUNTIFS",
        "SUMPRODUCT",
        "MAX",
        "MIN",
        "IF",
        "ISNUMBER",
        "INT",
        "IFERROR",
        "DATEVALUE",
        "INDEX",
        "MATCH",
        "TRIM",
        "N",
    }
    assert max(map(len, formulas)) < 8192
    assert json.dumps(formulas).count("Contacts[") > 50


def test_an_adopted_workbook_gets_the_numbers_themselves(tmp_path: Path) -> None:
    """Formulas name tables that somebody else's workbook lacks, and Excel would refuse the file: the day writes values."""
    path = tmp_path / "mine.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "People"
    book.active.append(["First name", "Last name", "E-mail", "Company", "Title", "Source"])
    for n in range(8):
        book.active.append([f"Pat{n}", f"No{n}", f"p{n}@example.org", "Example Clinic", "Director", "Cold"])
    book.save(path)
    run("adopt", str(path), "--yes")
    daily(path)
    adopted = openpyxl.load_workbook(path)
    formulas = [c for sheet in adopted for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    named = {name for c in formulas for name in re.findall(r"(\w+)\[", str(c.value))}
    assert named <= {schema.FIELD_WORDS.table}, "a link that names no table but its own sheet's came along"
    assert len(adopted["Dashboard"]._charts) == 4
    assert shown(path)[dashboard_cells.FIRST, dashboard_cells.PEOPLE] == 8
    before = path.read_bytes()
    daily(path)
    assert path.read_bytes() == before


@needs_libreoffice
@pytest.mark.parametrize("name", ["samples", "months"])
def test_every_line_of_today_finds_its_contact_by_id(recalculated: dict[str, Path], name: str) -> None:
    path = recalculated[name]
    lines = CalamineWorkbook.from_path(path.parent / "out" / path.name).get_sheet_by_name("Today").to_python()
    assert lines[0][-3:-1] == ["ID", "Go to"]
    people = [line for line in lines[1:] if line[0] and line[0] != "Verdict on a field"]
    assert {line[-2] for line in people} == {"their row"}
    ids = {c.id: c.name for c in gather(path, TODAY, NOW).contacts}
    assert all(ids[str(line[-3])] == line[1] for line in people)
