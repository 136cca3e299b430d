"""What is said of people in general has its row in docs/evidence.md, and no figure stands anywhere without one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.campaign import words
from workbook_templates import guide

ROOT = Path(__file__).parents[2]
EVIDENCE = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (\d+) \| ([^|]+?) \|", EVIDENCE, re.MULTILINE))
ABOUT_PEOPLE = re.compile(
    r"\b(?:\d+ ?(?:%|percent|per cent)|\d+ (?:out )?of \d+|half|most|many|few)(?: of)? (?:people|persons|jobs|employers|strangers|managers)\b",
    re.IGNORECASE,
)
SAID = ("README.md", "docs/rules.md", "docs/your-workbook.md", "docs/gmail.md", "docs/commands.md")


@pytest.mark.parametrize("line", [words.EXPECTED_TOO_FEW, words.THANKS_ARE_WELCOME, words.SMALL_STEPS])
def test_each_line_of_the_coach_about_people_has_its_row(line: str) -> None:
    number = re.search(r"docs/evidence\.md, (\d+)", line)
    assert number
    assert number[1] in ROWS


@pytest.mark.parametrize("row", ROWS)
def test_each_row_is_graded_and_says_what_it_does_not_say(row: str) -> None:
    [cells] = [line.split("|")[1:-1] for line in EVIDENCE.splitlines() if line.startswith(f"| {row} |")]
    assert cells[3].strip() in ("A", "B")
    assert cells[4].strip()


def test_no_figure_about_people_stands_anywhere_else() -> None:
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in SAID}
    texts |= {p.name: p.read_text(encoding="utf-8") for p in (ROOT / "letter_templates").glob("*.txt")}
    texts["guide"] = Path(guide.__file__).read_text(encoding="utf-8")
    texts["coach"] = Path(words.__file__).read_text(encoding="utf-8")
    found = {name: m[0] for name, text in texts.items() if (m := ABOUT_PEOPLE.search(text))}
    assert found == {}
