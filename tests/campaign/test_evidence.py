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
_PEOPLE = r"(?:people|persons|jobs|employers|strangers|managers|recruiters|openings|vacancies|alumni)\b"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
_SHARE = rf"(?:\d+ ?(?:%|percent|per cent)|{_NUMBER} (?:in|of|out of) (?:every )?{_NUMBER}|half|most|many|few|(?:a|one|two) thirds?|a quarter|the majority)"
ABOUT_PEOPLE = re.compile(
    rf"\b{_SHARE}(?: of)?(?: all| the| those)?(?: \w+)? {_PEOPLE}|\b{_PEOPLE}(?: \w+){{0,6}} \d+ ?(?:%|percent|per cent)",
    re.IGNORECASE,
)
MEASURED = ("evidence.md", "decisions.md", "benchmarks.md", "checks.md", "release-checklist.md")
"""Documents that hold the rows, or tell of the program itself."""


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
    said = [ROOT / "README.md", Path(guide.__file__), *(ROOT / "letter_templates").glob("*")]
    said += [p for p in (ROOT / "docs").glob("*.md") if p.name not in MEASURED]
    for room in ("campaign", "paper", "review/templates"):
        said += [p for p in (ROOT / "pipeline" / room).glob("*") if p.is_file()]
    texts = {p.name: " ".join(p.read_text(encoding="utf-8").split()) for p in said}
    found = {name: m[0] for name, text in texts.items() if (m := ABOUT_PEOPLE.search(text))}
    assert found == {}


@pytest.mark.parametrize(
    "claim",
    [
        "Most strangers say yes.",
        "Seven in ten people answer within a week.",
        "Half of all people say yes.",
        "80 % of jobs are never advertised.",
        "Nine out of ten managers were helped by somebody.",
        "Two thirds of the people agree.",
        "People who were asked agreed in 60 percent of cases.",
    ],
)
def test_a_figure_about_people_is_known_however_it_is_put(claim: str) -> None:
    assert ABOUT_PEOPLE.search(claim)
