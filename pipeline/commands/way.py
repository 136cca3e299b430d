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
    quoted = WayIn(windows=os.name == "nt").quoted
    installed = Path(sys.executable).with_name("remembered.exe" if os.name == "nt" else "remembered")
    if not installed.exists():
        return f"{quoted(_from_here(Path(sys.executable)))} -m pipeline"
    found = shutil.which("remembered")
    if found and os.path.samefile(found, installed):
        return "remembered"
    return quoted(_from_here(installed).removesuffix(".exe"))


def _from_here(path: Path) -> str:
    """Name a file from the folder one is in, where it lies below it; who double-clicks will type elsewhere."""
    if "REMEMBERED_STARTED" in os.environ:
        return str(_unquoted(path))
    try:
        below = path.relative_to(Path.cwd())
    except ValueError:
        return str(_unquoted(path))
    return str(_unquoted(below)) if len(below.parts) > 1 else os.path.join(os.curdir, below)


def _unquoted(path: Path) -> Path:
    """Name on Windows by its short name, where it has one, each folder that would have to be quoted.

    To PowerShell what begins with a quotation mark is a text and no command, and the & that makes it one is a fault in
    cmd.exe; one within the path not every program's start understands.
    """
    if sys.platform != "win32":
        return path
    shown = Path()
    for part in path.parts:
        needs_none = WayIn(windows=True).quoted(part) == part
        shown = shown / part if needs_none else _short(shown / part)
    return shown


def _short(path: Path) -> Path:
    """Give the last part of a path by its short name; as it is where the disk has none, or it isn't there."""
    import ctypes

    short = ctypes.create_unicode_buffer(32768)
    found = ctypes.windll.kernel32.GetShortPathNameW(str(path), short, len(short))  # type: ignore[attr-defined,unused-ignore]
    return path.with_name(Path(short.value).name) if found else path
