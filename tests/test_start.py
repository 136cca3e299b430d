"""Starting by double click: start.command run under sh and zsh with a make-believe Python, Start.cmd read line by line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]
SH, CMD = HERE / "start.command", HERE / "Start.cmd"

# Notes down how it is called; `venv` puts a copy of itself where a real one would; FAIL names a call that fails.
PYTHON = """#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *version_info*) [ -z "$OLD" ] ; exit ;;
  "-m venv "*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
  *"pipeline daily"*) if [ "$LISTEN" ]; then read -r said; echo "$said"; fi ;;
  *"pipeline open"*) echo "$REMEMBERED_STARTED" > started ;;
esac
case "$*" in *"$FAIL"*) exit 4 ;; esac
"""


class Start:
    """A folder as one downloads it, with a path that a careless script stumbles over."""

    def __init__(self, tmp_path: Path, shell: str) -> None:
        self.shell = shell
        self.folder = tmp_path / "Übung & more (1)"
        self.bin, self.calls = tmp_path / "bin", tmp_path / "calls"
        self.folder.mkdir()
        self.bin.mkdir()
        shutil.copy(SH, self.folder)
        shutil.copy(HERE / "pyproject.toml", self.folder)
        for tool in ("dirname", "mkdir", "cp", "touch", "cmp"):
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        self.python("python3")

    def python(self, name: str) -> None:
        (self.bin / name).write_text(PYTHON)
        (self.bin / name).chmod(0o755)

    def workbook(self, name: str = "networking.xlsx") -> None:
        (self.folder / name).touch()

    def run(self, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        self.calls.write_text("")
        variables = {
            "PATH": str(self.bin),
            "CALLS": str(self.calls),
            "FAIL": "nothing",
            "HOME": str(self.folder),
        } | env
        return subprocess.run(
            [self.shell, str(self.folder / "start.command")],
            cwd="/",
            env=variables,
            input=typed,
            text=True,
            capture_output=True,
        )

    @property
    def commands(self) -> list[str]:
        return [
            c.removeprefix("-m pipeline ")
            for c in self.calls.read_text().splitlines()
            if c.startswith("-m pipeline")
        ]


@pytest.fixture(params=["sh", "zsh"])  # macOS runs it by its first line; a person there may run it from zsh
def start(tmp_path: Path, request: pytest.FixtureRequest) -> Start:
    shell = shutil.which(request.param)
    if shell is None:
        pytest.skip(f"no {request.param}")
    return Start(tmp_path, shell)


def test_the_first_time_sets_up_and_opens_the_window_in_an_empty_folder(start: Start) -> None:
    done = start.run()
    assert done.returncode == 0, done.stderr
    assert "-m pip install --quiet --disable-pip-version-check -e ." in start.calls.read_text().splitlines()
    assert start.commands == ["open -w networking.xlsx"]
    assert (start.folder / ".venv/.ready").exists(), "make sees that all is set up"


def test_the_second_time_sets_nothing_up_and_works_out_the_day_first(start: Start) -> None:
    start.run()
    start.workbook()
    done = start.run()
    assert done.returncode == 0
    assert "venv" not in start.calls.read_text()
    assert start.commands == ["daily -w networking.xlsx", "open -w networking.xlsx"]
    (start.folder / "pyproject.toml").write_text("changed")
    start.run()
    assert "pip install" in start.calls.read_text()


def test_nothing_is_asked_and_nothing_is_sent(start: Start) -> None:
    start.workbook()
    done = start.run()
    assert done.returncode == 0
    assert "Press Return" not in done.stdout
    assert [c.split()[0] for c in start.commands] == ["daily", "open"]
    assert "answered" not in start.run("answered\n", LISTEN="yes").stdout, (
        "a question of the day is asked in the window"
    )


def test_a_workbook_that_went_missing_is_not_made_anew(start: Start) -> None:
    (start.folder / "backups").mkdir()
    start.run()
    assert start.commands == ["open -w networking.xlsx"]


def test_another_workbook_may_be_named(start: Start) -> None:
    start.workbook("my people.xlsx")
    start.run(REMEMBERED_WORKBOOK="my people.xlsx")
    assert start.commands == ["daily -w my people.xlsx", "open -w my people.xlsx"]


def test_the_program_is_told_how_it_was_started(start: Start) -> None:
    start.run()
    assert (start.folder / "started").read_text().strip() == "start.command"


def test_a_day_that_stopped_opens_the_window_all_the_same(start: Start) -> None:
    start.workbook()
    done = start.run(FAIL="pipeline daily")
    assert done.returncode == 0
    assert start.commands[-1] == "open -w networking.xlsx"


def test_a_window_that_did_not_open_leaves_its_reason_on_the_screen(start: Start) -> None:
    done = start.run("\n", FAIL="pipeline open")
    assert done.returncode == 1
    assert "Press Return to close" in done.stdout


def test_without_a_python_it_says_where_to_get_one(start: Start) -> None:
    done = start.run("\n", OLD="yes")
    assert done.returncode == 1
    assert "python.org" in done.stdout
    assert not (start.folder / ".venv").exists()


def test_a_newer_python_beside_an_old_one_is_found(start: Start) -> None:
    (start.bin / "python3").write_text("#!/bin/sh\nexit 1\n")
    start.python("python3.12")
    assert start.run().returncode == 0
    assert start.commands


def test_a_setup_that_failed_is_tried_again(start: Start) -> None:
    done = start.run("\n", FAIL="pip install")
    assert "internet" in done.stdout
    start.run()
    assert "pip install" in start.calls.read_text()


def test_it_can_be_double_clicked() -> None:
    assert os.access(SH, os.X_OK)
    assert b"\r" not in SH.read_bytes()


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="no shellcheck")
def test_shellcheck_finds_nothing() -> None:
    found = subprocess.run(["shellcheck", SH], capture_output=True, text=True)
    assert found.stdout == ""


# Start.cmd can't be run here: what can be told from its text is held.


def lines() -> list[str]:
    return CMD.read_bytes().decode("ascii").split("\r\n")


def test_windows_gets_its_line_ends_and_plain_letters() -> None:
    assert b"\n" not in CMD.read_bytes().replace(b"\r\n", b"")
    assert lines()[0] == "@echo off"
    assert "*.cmd -text" in (HERE / ".gitattributes").read_text().splitlines()


def test_every_jump_has_its_place_and_every_place_is_reached() -> None:
    text = "\n".join(lines())
    labels = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    assert set(re.findall(r"\b(?:goto|call) :?(\w+)", text)) == labels


def test_names_with_blanks_and_umlauts_are_quoted() -> None:
    body = [line for line in lines() if not line.startswith("rem ")]
    assert all(f'"{name}"' in line for name in ("%BOOK%", "%VENV%") for line in body if name in line)
    assert 'pushd "%~dp0"' in body
    assert "chcp 65001 >nul" in body


def test_no_block_hides_what_a_command_returned() -> None:
    """In a bracketed block %ERRORLEVEL% is what it was before the block: so there is none."""
    assert not [line for line in lines() if line.rstrip().endswith("(")]
    runs = [n for n, line in enumerate(lines()) if line.startswith('"%VENV%"') or line.startswith("%FOUND%")]
    assert len(runs) == 5
    judged = [n for n in runs if "pipeline daily" not in lines()[n]]  # the window says what stops the day
    assert all(lines()[n + 1].startswith("if %ERRORLEVEL% NEQ 0 goto") for n in judged)


def test_both_say_the_same_and_run_the_same() -> None:
    sh, cmd = SH.read_text(), "\n".join(lines())
    for sentence in (
        "Remembered needs Python 3.11 or newer: get it from https://www.python.org/downloads/, then start this again.",
        "The setup did not finish: check that you are on the internet, then start this again.",
        "What is said above tells what to do; then start this again.",
    ):
        assert sentence in sh
        assert sentence in cmd
    run = r"-m pipeline (\w+)"
    assert re.findall(run, sh) == re.findall(run, cmd) == ["daily", "open"]
    for text, nothing in ((sh, "</dev/null"), (cmd, "<nul")):
        assert re.search(rf"pipeline daily .*{nothing}$", text, re.MULTILINE), "nothing is asked here"
    assert 'set "REMEMBERED_STARTED=Start.cmd"' in lines()
    assert lines()[-4:] == ["popd", "pause", "endlocal", ""]
    assert "choice" not in cmd
