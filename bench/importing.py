"""`import` of a list against a peer: one process that reads it with pandas and appends it with openpyxl.

`python -m bench.importing [PEOPLE...]`
"""

from __future__ import annotations

import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.books import make
from bench.lists import cost

PEER = """
import sys
import pandas
from openpyxl import load_workbook
people = pandas.read_csv(sys.argv[1], dtype=object, keep_default_na=False)
book = load_workbook(sys.argv[2])
sheet = book["Contacts"]
row = sheet.max_row
for person in people.itertuples(index=False):
    row += 1
    for column, value in enumerate(person, 1):
        sheet.cell(row, column).value = value
book.save(sys.argv[2])
"""
HEADERS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")


def make_list(path: Path, people: int) -> None:
    """Write a list of connections as people export it."""
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEADERS)
        for n in range(people):
            address = f"new{n}@example.net" if n % 3 == 0 else ""
            url = f"https://www.example.com/in/new{n}"
            out.writerow(
                (f"First{n}", f"Newlast{n}", url, address, f"Company {n % 900}", "Manager", "14 Nov 2026")
            )


def measure(people: int, runs: int) -> tuple[list[float], list[float], list[float]]:
    """Time the peer, the import and a second import that adds nobody, in turn."""
    peer, first, again = [], [], []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        env = {**os.environ, "REMEMBERED_DATA_DIR": str(folder / "data")}
        make(folder / "ready.xlsx", 200)
        make_list(folder / "list.csv", people)
        ours = [sys.executable, "-m", "pipeline", "import", str(folder / "list.csv"), "-w"]
        for _ in range(runs):
            for name in ("peer.xlsx", "ours.xlsx"):
                shutil.copyfile(folder / "ready.xlsx", folder / name)
            theirs = [sys.executable, "-c", PEER, str(folder / "list.csv"), str(folder / "peer.xlsx")]
            peer.append(_timed(theirs, env))
            first.append(_timed([*ours, str(folder / "ours.xlsx")], env))
            again.append(_timed([*ours, str(folder / "ours.xlsx")], env))
    return peer, first, again


def _timed(command: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - start


def peak(people: int) -> float:
    """Give the megabytes that one import takes at most."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        make(folder / "ours.xlsx", 200)
        make_list(folder / "list.csv", people)
        return cost(folder, "import", str(folder / "list.csv"), "-w", str(folder / "ours.xlsx")).megabytes


def table(sizes: list[int], runs: int = 3) -> str:
    """Measure and write the table."""
    lines = [
        "| people | pandas + openpyxl | `import` | ratio | `import` again (nobody new) | peak |",
        "|---|---|---|---|---|---|",
    ]
    for people in sizes:
        peer, first, again = measure(people, runs)
        ratio = statistics.median(a / b for a, b in zip(first, peer, strict=True))
        lines.append(
            f"| {people:,} | {statistics.median(peer):.1f} s | {statistics.median(first):.1f} s | {ratio:.2f}"
            f" | {statistics.median(again):.1f} s | {peak(people):.0f} MB |"
        )
    return "\n".join(lines) + f"\n\nMedians of {runs} runs in turn, ratios pair by pair."


if __name__ == "__main__":
    print(table([int(n) for n in sys.argv[1:]] or [1_000, 10_000, 30_000]))
