"""`daily` against its floor: one process that imports pandas, reads Contacts with calamine and copies the file."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.books import TODAY, make

FLOOR = """
import shutil, sys
import pandas
pandas.read_excel(sys.argv[1], sheet_name="Contacts", engine="calamine", dtype=object, keep_default_na=False, na_values=[""])
shutil.copyfile(sys.argv[1], sys.argv[2])
"""


def _timed(command: list[str], folder: Path, env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
    return time.perf_counter() - start


def measure(contacts: int, runs: int) -> tuple[list[float], list[float], list[float]]:
    """Time the floor, the first daily of a day and a second one, in turn."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        day, ready = folder / "day", folder / "ready"
        ready.mkdir()
        env = {**os.environ, "REMEMBERED_DATA_DIR": str(day / "data")}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # a program is not compiled at each start
        make(ready / "networking.xlsx", contacts)
        shutil.copytree(ready, day)
        before = TODAY.replace(day=TODAY.day - 1).isoformat()
        daily = [sys.executable, "-m", "pipeline", "daily", "--today"]
        subprocess.run([*daily, before], cwd=day, env=env, check=True, capture_output=True)
        shutil.rmtree(ready)
        shutil.copytree(day, ready)
        floor, first, again = [], [], []
        for _ in range(runs):
            shutil.rmtree(day)
            shutil.copytree(ready, day)
            floor.append(_timed([sys.executable, "-c", FLOOR, "networking.xlsx", "copy.tmp"], day, env))
            first.append(_timed([*daily, TODAY.isoformat()], day, env))
            again.append(_timed([*daily, TODAY.isoformat()], day, env))
        return floor, first, again


def table(runs: int = 7) -> str:
    """Measure and write the table."""
    lines = [
        "| contacts | floor | `daily`, first of the day | ratio | `daily`, again | ratio |",
        "|---|---|---|---|---|---|",
    ]
    for contacts in (1_000, 20_000):
        floor, first, again = measure(contacts, runs)
        f = statistics.median(floor)
        ratios = [
            statistics.median(a / b for a, b in zip(times, floor, strict=True)) for times in (first, again)
        ]
        lines.append(
            f"| {contacts:,} | {f:.2f} s | {statistics.median(first):.2f} s | {ratios[0]:.2f} | {statistics.median(again):.2f} s | {ratios[1]:.2f} |"
        )
    return "\n".join(lines) + f"\n\nMedians of {runs} runs, ratios pair by pair; 30 letters due, IDs written."


if __name__ == "__main__":
    print(table(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
