"""`make` mends its environment: a folder that was moved, a Python that is gone. With a make-believe Python, nothing installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.systems import needs_make

HERE = Path(__file__).parents[1]
# Sets up as pip does: the command begins with the path of its Python; FORGETFUL finds no libraries.
PYTHON = """#!/bin/sh
case "$*" in
  "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python && echo setup >> setups ;;
  *"pip install"*) printf '#!%s\\necho checked\\n' "$(pwd -P)/.venv/bin/python" > .venv/bin/remembered
                   chmod +x .venv/bin/remembered ;;
  *find_spec*) [ ! -e forgetful ] ;;
  *.venv/bin/remembered*) echo checked ;;
esac
"""
ANEW = "This folder was moved, or its Python was upgraded: its environment is set up anew."

DAILY, WIDTH = ["open", "daily", "review", "send", "check", "agenda"], 100

pytestmark = needs_make


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(HERE / name, folder)
    python = tmp_path / "python3"
    python.write_text(PYTHON)
    python.chmod(0o755)
    check(folder)
    return folder


def check(folder: Path) -> list[str]:
    command = ["make", "-s", "check", f"PYTHON={folder.parent / 'python3'}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_an_environment_that_works_is_kept(project: Path) -> None:
    assert check(project) == ["checked"]
    assert (project / "setups").read_text() == "setup\n"


def test_a_moved_folder_gets_its_environment_anew_with_one_sentence(project: Path) -> None:
    moved = project.rename(project.parent / "moved")
    assert check(moved)[0] == ANEW
    assert check(moved) == ["checked"]


def test_a_copied_folder_never_runs_the_other_ones_program(project: Path) -> None:
    copied = Path(shutil.copytree(project, project.parent / "copied"))
    assert check(copied)[0] == ANEW
    assert check(project) == ["checked"]


def test_a_python_that_is_gone_is_replaced(project: Path) -> None:
    (project / ".venv" / "bin" / "python").unlink()
    (project / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")
    assert check(project)[0] == ANEW


def test_a_python_that_lost_its_libraries_is_set_up_again(project: Path) -> None:
    (project / "forgetful").touch()
    assert check(project)[0] == ANEW


def test_help_says_first_what_a_person_does_each_day(project: Path) -> None:
    said = subprocess.run(
        ["make", "-s", "help"], cwd=project, capture_output=True, text=True, check=True
    ).stdout
    day, others = said.split("For work on the program itself:")
    assert [line.split()[1] for line in day.splitlines() if line.startswith("  make ")] == DAILY
    assert {line.split()[1] for line in others.splitlines() if line} >= {"test", "lint", "starter", "clean"}
    assert max(len(line) for line in said.splitlines()) <= WIDTH
