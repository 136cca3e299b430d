"""Lists as people have them: with a link in each row, with one stray cell far off; against the same list without.

`python -m bench.lists [ROWS]`
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HEADERS = ("First name", "Last name", "Email", "Phone", "Organization", "Position", "Notes")
KINDS = (
    "plain",
    "a link in each row",
    "a stray cell at XFD5",
    "a stray cell at ZZ5",
    "a stray cell at B1048576",
)


class Cost(NamedTuple):
    """CPU seconds and the peak in megabytes of one command."""

    seconds: float
    megabytes: float


def build(path: Path, rows: int, kind: str) -> None:
    """Write a list of so many people."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Contacts"
    sheet.append(HEADERS)
    for n in range(rows):
        letters = "".join("abcdefghij"[int(digit)] for digit in str(n))
        sheet.append(
            (
                "Ann",
                f"Last{letters}",
                f"ann{n}@example.org",
                f"555-01{n % 100:02}",
                f"Firm {n % 900}",
                "Manager",
                "met",
            )
        )
        if kind == "a link in each row":
            sheet.cell(n + 2, 3).hyperlink = f"mailto:ann{n}@example.org"
    if "stray" in kind:
        sheet[kind.rpartition(" ")[2]] = "stray"
    book.save(path)


def cost(folder: Path, *arguments: str) -> Cost:
    """Run one command in a process of its own, and measure that alone."""
    command = [sys.executable, "-m", "bench.lists", "--run", *arguments]
    env = {**os.environ, "REMEMBERED_DATA_DIR": str(folder / "data")}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    return Cost(*map(float, done.stdout.split()[-2:]))


def run(arguments: list[str]) -> None:
    """Run a command and print what it took."""
    subprocess.run([sys.executable, "-m", "pipeline", *arguments], check=True, capture_output=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def table(rows: int) -> str:
    """Measure and write the table."""
    lines = [
        f"| {rows:,} contacts | `adopt` | `daily`, the first | `daily`, again | ratio of the first | peak |",
        "|---|---|---|---|---|---|",
    ]
    floor = 0.0
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            path = folder / "list.xlsx"
            build(path, rows, kind)
            adopt = cost(folder, "adopt", str(path), "--yes")
            first, again = (cost(folder, "daily", "--today", "2026-11-24", "-w", str(path)) for _ in range(2))
            floor = floor or first.seconds
            peak = max(adopt.megabytes, first.megabytes, again.megabytes)
            lines.append(
                f"| {kind} | {adopt.seconds:.1f} s | {first.seconds:.1f} s | {again.seconds:.1f} s"
                f" | {first.seconds / floor:.2f} | {peak:.0f} MB |"
            )
    return "\n".join(lines) + "\n\nCPU seconds, one run each."


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run(sys.argv[2:])
    else:
        print(table(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
