"""How the program was started: by a double click, by make, or typed, and as what."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from pipeline.model.came_in import DEFAULT_WORKBOOK, WayIn


def way_in(workbook: Path | None) -> WayIn:
    """Look how the program was started, and whether a command has to name the workbook."""
    book = str(workbook or os.environ.get("REMEMBERED_WORKBOOK") or DEFAULT_WORKBOOK)
    return WayIn(
        program=_program(),
        made="MAKELEVEL" in os.environ,
        started=os.environ.get("REMEMBERED_STARTED", ""),
        workbook=book,
        named=book not in (os.environ.get("REMEMBERED_WORKBOOK", DEFAULT_WORKBOOK), ""),
        windows=os.name == "nt",
    )


def _program() -> str:
    """Give what starts the program here: its name where the shell finds it, else its place, else Python's."""
    runnable = WayIn(windows=os.name == "nt").runnable
    installed = Path(sys.executable).with_name("remembered.exe" if os.name == "nt" else "remembered")
    if not installed.exists():
        return f"{runnable(_from_here(Path(sys.executable)))} -m pipeline"
    found = shutil.which("remembered")
    if found and os.path.samefile(found, installed):
        return "remembered"
    return runnable(_from_here(installed.with_suffix("")))


def _from_here(path: Path) -> str:
    """Name a file from the folder one is in, where it lies below it; who double-clicks will type elsewhere."""
    if "REMEMBERED_STARTED" in os.environ:
        return str(path)
    try:
        below = path.relative_to(Path.cwd())
    except ValueError:
        return str(path)
    return str(below) if len(below.parts) > 1 else os.path.join(os.curdir, below)
