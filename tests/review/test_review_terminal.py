"""Review in the terminal: a key decides what was printed, and nothing that was not."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.review.terminal import printable, wrapped
from tests.systems import PATIENCE, needs_terminal

from .command import ROOT, TODAY, data_folder, remembered
from .workbooks import set_contact

pytestmark = needs_terminal


class Terminal:
    """`remembered review --terminal` in a terminal of 60 columns."""

    def __init__(self, workbook: Path) -> None:
        self._ours, theirs = os.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pipeline", "review", "--terminal", "-w", str(workbook), "--today", TODAY],
            stdin=theirs, stdout=theirs, stderr=theirs,
            env={
                **os.environ, "PYTHONPATH": str(ROOT), "REMEMBERED_DATA_DIR": str(data_folder(workbook)),
                "COLUMNS": "60", "LINES": "40",
            },
        )  # fmt: skip
        os.close(theirs)

    def read(self, until: str) -> str:
        """Read on until a text comes, or the end."""
        said, end = "", time.monotonic() + PATIENCE
        while until not in said:
            assert time.monotonic() < end, f"{until!r} did not come in: {said}"
            if not select.select([self._ours], [], [], 0.1)[0]:
                continue
            try:
                said += os.read(self._ours, 65536).decode()
            except OSError:  # the end, on Linux
                break
        return re.sub(r"\x1b\[[0-9;]*m", "", said).replace("\r\n", "\n")

    def press(self, key: str) -> None:
        os.write(self._ours, f"{key}\n".encode())

    def close(self) -> None:
        self._process.kill()
        self._process.wait(PATIENCE)
        os.close(self._ours)


@pytest.fixture
def terminal(workbook: Path) -> Iterator[Terminal]:
    made = Terminal(workbook)
    yield made
    made.close()


def test_a_text_that_was_not_printed_is_not_approved(terminal: Terminal, workbook: Path) -> None:
    printed = terminal.read("q quit")
    code = re.search(r"1 of \d+ · (\w+) ·", printed)
    assert code
    file = next((workbook.parent / "outbox").glob(f"{code[1]}-*.txt"))
    file.write_text(file.read_text() + "\nA sentence that nobody has seen.\n")
    terminal.press("a")
    again = terminal.read("q quit")
    assert "changed since you saw it" in again
    assert "A sentence that nobody has seen." in again
    terminal.press("a")
    terminal.read("q quit")
    terminal.press("q")
    assert "1 letter approved" in terminal.read("Next: remembered send")
    assert remembered(workbook, "drafts").stdout.count("Approved") == 1


def test_lines_end_between_words_and_the_letters_own_line_breaks_stay(
    terminal: Terminal, workbook: Path
) -> None:
    printed = terminal.read("q quit")
    code = re.search(r"1 of \d+ · (\w+) ·", printed)
    assert code
    body = next((workbook.parent / "outbox").glob(f"{code[1]}-*.txt")).read_text().partition("\n\n")[2]
    shown = printed.partition("Subject:")[2].partition("\n\n")[2].partition("\na approve")[0]
    assert [line for line in shown.split("\n") if len(line) > 60] == []
    assert shown.split()[: len(body.split())] == body.split()


def test_breaking_lines_loses_nothing() -> None:
    text = (
        "Dear Dr. Seward,\n\n  two blanks in front,\nand a word-that-has-hyphens " + "x" * 90 + "\n\n\nYours"
    )
    assert "".join(wrapped(text, 30)).replace(" ", "") == re.sub(r"\s", "", text)
    assert list(wrapped("Yours,\n\nSam", 30)) == ["Yours,", "", "Sam"]


def test_what_a_terminal_would_obey_or_hide_is_shown_as_a_box() -> None:
    assert printable("a\x1b[2Jb\u202ec\u200bd\rtab\tline\nnext") == "a□[2Jb□c□d□tab\tline\nnext"
    assert printable("Ærøskøbing 李娜 می‌خواهم 👩‍🔬") == "Ærøskøbing 李娜 می‌خواهم 👩‍🔬"


def test_a_key_takes_the_mended_form_that_a_check_offers(workbook: Path) -> None:
    said = "I read your article on rural clinics"
    set_contact(workbook, "Brooke", "Why this person", said)
    terminal = Terminal(workbook)
    try:
        printed = terminal.read("q quit")
        while "m mend as offered" not in printed:
            terminal.press("n")
            printed = terminal.read("q quit")
        assert f"because {said}" in " ".join(printed.split())
        code = re.findall(r"\d+ of \d+ · (\w+) ·", printed)[-1]
        terminal.press("m")
        terminal.read("q quit")
        terminal.press("q")
        terminal.read("Next: remembered send")
    finally:
        terminal.close()
    file = next((workbook.parent / "outbox").glob(f"{code}-*.txt"))
    assert f"because {said}" in " ".join(file.read_text().split())


def test_what_is_edited_is_kept_with_its_subject_and_its_enclosures(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import re, sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\ntext = path.read_text(encoding='utf-8')\n"
        "text = re.sub('Subject: .*', 'Subject: Edited here\\nEnclose: resume.pdf', text)\n"
        "path.write_text(text.replace('Sincerely', 'With kind regards'), encoding='utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{editor}"')
    monkeypatch.delenv("VISUAL", raising=False)
    terminal = Terminal(workbook)
    try:
        printed = terminal.read("q quit")
        while "Gabriel Oak" not in printed:
            terminal.press("n")
            printed = terminal.read("q quit")
        terminal.press("e")
        again = terminal.read("q quit")
    finally:
        terminal.close()
    for said in ("Subject: Edited here", "Enclosures: resume.pdf", "With kind regards"):
        assert said in again
