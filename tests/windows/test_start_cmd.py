"""Start.cmd with a Python of one's own: what it says where the setup can't go on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.commands.way import way_in

HERE = Path(__file__).parents[2]
VENV = "import pathlib, shutil, sys; shutil.copytree(pathlib.Path(sys.executable).parent, pathlib.Path(sys.argv[1], 'Scripts'))"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the source as one downloads it, in a folder as people have them."""
    place = tmp_path / "Übung & more (1)"
    place.mkdir()
    for name in ("Start.cmd", "pyproject.toml"):
        shutil.copy(HERE / name, place)
    return place


def python_in(place: Path, machine: str) -> Path:
    """Make a Python of the system's own that says what processor it is for, and whose pip finds no wheels."""
    place.mkdir()
    for file in Path(sys.executable).parent.iterdir():
        if file.suffix.lower() in (".exe", ".dll", ".pyd", ".zip"):
            shutil.copy(file, place)
    library = next(place.glob("python3*.zip"))
    (place / f"{library.stem}._pth").write_text(f".\n{library.name}\nimport site\n")
    (place / "venv.py").write_text(VENV)
    (place / "pip.py").write_text("raise SystemExit(1)")
    (place / "sitecustomize.py").write_text(f"import platform; platform.machine = lambda: {machine!r}")
    return place


def said(folder: Path, *places: Path) -> str:
    """Run it and press a key where it waits for one; give what it said."""
    system = str(Path(os.environ["SYSTEMROOT"], "System32"))
    done = subprocess.run(
        ["cmd", "/c", r".\Start.cmd"],
        cwd=folder, input=b"\r\n", capture_output=True, check=False, timeout=120,
        env=os.environ | {"PATH": os.pathsep.join([*map(str, places), system])},
    )  # fmt: skip
    return done.stdout.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("machine", "sentence"),
    [("ARM64", "This Python is for ARM64 processors"), ("AMD64", "check that you are on the internet")],
)
def test_a_setup_that_finds_no_wheels_says_why(
    folder: Path, tmp_path: Path, machine: str, sentence: str
) -> None:
    assert sentence in said(folder, python_in(tmp_path / "python", machine))


def test_without_a_python_it_says_where_to_get_one(folder: Path) -> None:
    assert "get it from https://www.python.org/downloads/" in said(folder)
    assert not (folder / ".venv").exists()


@pytest.mark.parametrize("below", [False, True])
def test_the_program_is_said_so_that_both_shells_run_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: bool
) -> None:
    """To PowerShell what begins with a quotation mark is no command; cmd.exe knows no & before one."""
    place = python_in(tmp_path / "My Bücher (1)", "AMD64")
    monkeypatch.setattr(sys, "executable", str(place / "python.exe"))
    monkeypatch.chdir(tmp_path if below else HERE)
    monkeypatch.setenv("PATH", "")
    typed = way_in(None).command("daily").removesuffix(" -m pipeline daily")
    assert re.fullmatch(r"[\w.:\\~-]+", typed)
    done = subprocess.run(f"{typed} --version", shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:6]) == (0, "Python"), done.stderr
