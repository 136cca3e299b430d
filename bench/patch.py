"""Our write-back against openpyxl's load and save, the same job in the same run: `python -m bench.patch [ROWS...]`.

The job: 3 cells changed in each of 50 rows, and 50 rows appended to the table. Each way runs in a process of its own,
so that its peak memory is its own; the time is without the library's import. Prints a markdown table.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

COLUMNS, CHANGED, APPENDED, REPEATS = 25, 50, 50, 5


def build(path: Path, rows: int) -> None:
    """Build a contact list of that many rows: texts, numbers, dates, shaded cells, one table."""
    from openpyxl import Workbook
    from openpyxl.styles import PatternFill
    from openpyxl.worksheet.table import Table

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Contacts"
    sheet.append([f"Column {at}" for at in range(1, COLUMNS + 1)])
    shade = PatternFill("solid", fgColor="EEEEEE")
    for row in range(2, rows + 2):
        day = date(2025, 1, 1) + timedelta(days=row % 700)
        texts = [
            f"{kind} {row * at % 9973}" for at, kind in enumerate(("Name", "Org", "Field", "Note") * 4, 1)
        ]
        sheet.append([*texts, row, row / 7, day, row % 2 == 0, *(day for _ in range(3)), None, None])
        sheet.cell(row, COLUMNS).fill = shade
    sheet.add_table(Table(displayName="People", ref=f"A1:Y{rows + 1}"))
    book.save(path)


def changed_rows(rows: int) -> list[int]:
    """Spread the changed rows over the sheet."""
    return [2 + at * rows // CHANGED for at in range(CHANGED)]


def new_row(at: int) -> dict[str, str | float | date]:
    """Make up a new contact; openpyxl would take its values by column number only."""
    return {
        "Column 1": f"New {at}",
        "Column 2": "Org",
        "Column 18": 1.5,
        "Column 19": date(2026, 5, 4),
        "Column 25": "New",
    }


def by_patch(source: Path, target: Path, rows: int) -> None:
    """Do the job our way."""
    from pipeline.workbook import CellChange, NewRows, apply_edits

    edits: list[CellChange | NewRows] = []
    for row in changed_rows(rows):
        edits.append(CellChange("Contacts", row, 1, f"Changed {row}"))
        edits.append(CellChange("Contacts", row, 19, date(2026, 5, 4)))
        edits.append(CellChange("Contacts", row, COLUMNS, "Sent"))
    apply_edits(source, target, [*edits, NewRows("Contacts", tuple(new_row(at) for at in range(APPENDED)))])


def by_openpyxl(source: Path, target: Path, rows: int) -> None:
    """Do the job by loading and saving the whole workbook."""
    from openpyxl import load_workbook

    book = load_workbook(source)
    sheet = book["Contacts"]
    for row in changed_rows(rows):
        sheet.cell(row, 1).value = f"Changed {row}"
        sheet.cell(row, 19).value = date(2026, 5, 4)
        sheet.cell(row, COLUMNS).value = "Sent"
    for at in range(APPENDED):
        for column, value in new_row(at).items():
            sheet.cell(rows + 2 + at, int(column.removeprefix("Column "))).value = value
    sheet.tables["People"].ref = f"A1:Y{rows + 1 + APPENDED}"
    book.save(target)


LIBRARIES = {"openpyxl": "openpyxl", "patch": "pipeline.workbook"}
WAYS = {"openpyxl": by_openpyxl, "patch": by_patch}


def measure(way: str, source: Path, target: Path, rows: int) -> dict[str, float]:
    """Run one way in a process of its own."""
    import subprocess  # here, as in `compare`, so that the process that is measured holds no more than its job

    command = [sys.executable, "-m", "bench.patch", "--run", way, str(source), str(target), str(rows)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(found.stdout)
    return measured


def run(way: str, source: str, target: str, rows: str) -> None:
    """Do the job once and say what it took, its library imported before."""
    importlib.import_module(LIBRARIES[way])
    start, cpu = time.perf_counter(), time.process_time()
    WAYS[way](Path(source), Path(target), int(rows))
    found = {
        "seconds": time.perf_counter() - start,
        "cpu": time.process_time() - cpu,
        "megabytes": peak_megabytes(),
    }
    print(json.dumps(found))


def peak_megabytes() -> float:
    """Tell this process's peak memory; on Linux ru_maxrss also counts what the parent had when it forked."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / (1 << 10)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1 << 20 if sys.platform == "darwin" else 1 << 10
    )


def compare(sizes: list[int]) -> str:
    """Measure both ways on each size."""
    import statistics
    import tempfile

    lines = [
        f"Median of {REPEATS} runs; {CHANGED} rows of 3 cells changed, {APPENDED} appended; {COLUMNS} columns.",
        "",
        "| rows | openpyxl | patch, read back | faster | in CPU time | openpyxl peak | patch peak | of it |",
        "|---|---|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            source = Path(folder) / f"{rows}.xlsx"
            build(source, rows)
            runs = {
                way: [measure(way, source, Path(folder) / "out.xlsx", rows) for _ in range(REPEATS)]
                for way in WAYS
            }
            took, cpu = (
                {way: statistics.median(r[what] for r in runs[way]) for way in WAYS}
                for what in ("seconds", "cpu")
            )
            peak = {way: max(found["megabytes"] for found in runs[way]) for way in WAYS}
            lines.append(
                f"| {rows:,} | {took['openpyxl']:.2f} s | {took['patch']:.3f} s | {took['openpyxl'] / took['patch']:.1f}x"
                f" | {cpu['openpyxl'] / cpu['patch']:.1f}x"
                f" | {peak['openpyxl']:.0f} MB | {peak['patch']:.0f} MB | {peak['patch'] / peak['openpyxl']:.0%} |"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run(*sys.argv[2:6])
    else:
        print(compare([int(rows) for rows in sys.argv[1:]] or [1_000, 20_000]))
