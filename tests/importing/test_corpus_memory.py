"""No command takes more than 300 MB for any workbook of the folder that REMEMBERED_CORPUS names, nor for the lists made up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.workbook.generated import HEADERS, KINDS, generated

CORPUS = Path(os.environ.get("REMEMBERED_CORPUS", "/nowhere"))
REAL = sorted(path for path in CORPUS.glob("*.xls[xm]"))
MOST = 300  # MB
# What a command takes is asked in a process of its own: the most that any child of a process took is kept for good.
MEASURED = (
    "import resource, subprocess, sys; done = subprocess.run([sys.executable, '-m', 'pipeline', *sys.argv[1:]],"
    " stdin=subprocess.DEVNULL, capture_output=True, text=True); assert 'Traceback' not in done.stderr, done.stderr;"
    " print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (2**20 if sys.platform == 'darwin' else 2**10))"
)
LATER = (
    ("daily", "--today", "2026-11-24"), ("check",), ("log", "Nobody At All", "no answer"), ("doctor",), ("undo",),
)  # fmt: skip

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="no folder of real workbooks (REMEMBERED_CORPUS)")


def took(*words: str, folder: Path) -> tuple[int, float]:
    """Give how a command ended, and its peak in MB."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *words], cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "REMEMBERED_DATA_DIR": str(folder / "data")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    code, peak = done.stdout.split()
    return int(code), float(peak)


def peaks(path: Path, folder: Path) -> dict[str, float]:
    """Take a workbook up in each way, and go through a day with one that holds contacts."""
    own = shutil.copy(path, folder / f"own{path.suffix}")
    Path(own).chmod(0o644)
    found = {}
    code, found["adopt"] = took("adopt", str(own), "--yes", folder=folder)
    took("init", folder=folder)
    found["import"] = took("import", str(path), folder=folder)[1]
    for words in LATER if code == 0 else ():
        found[words[0]] = took(words[0], "-w", str(own), *words[1:], folder=folder)[1]
    return found


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_workbook_takes_little(path: Path, tmp_path: Path) -> None:
    assert {k: v for k, v in peaks(path, tmp_path).items() if v > MOST} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_made_up_takes_little(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(dict(generated())[f"generated, {kind}.xlsx"])
    assert {k: v for k, v in peaks(path, tmp_path).items() if v > MOST} == {}


def test_the_longest_list_with_a_stray_cell_takes_little(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    sheet.append(HEADERS)
    for n in range(36_958):
        stray = ["stray" if column == 16_383 else None for column in range(6, 16_384)] if n == 4 else []
        sheet.append(
            [f"Ann Other {n}", f"ann{n}@example.org", "555-0100", f"Firm {n % 90}", "Manager", "met", *stray]
        )
    path = tmp_path / "list.xlsx"
    book.save(path)
    assert {k: v for k, v in peaks(path, tmp_path).items() if v > MOST} == {}
