"""Hundreds of people brought in: chosen by words, once, and told of in few lines."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end.routine import Routine


def linkedin(path: Path, count: int = 300) -> Path:
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    for n in range(count):
        firm = "City Museum" if n % 100 == 7 else f"Firm {n}"
        lines.append(f"Pat{n},Doe{n},https://www.example.com/in/{n},,{firm},,14 Nov 2026")
    path.write_text("\n".join(lines) + "\n")
    return path


def test_three_hundred_incomplete_people_are_few_lines_of_check(routine: Routine, tmp_path: Path) -> None:
    routine.with_book()
    file = str(linkedin(tmp_path / "Connections.csv"))
    assert "300 added" in routine.run("import", file, dated=False).out
    assert "0 added" in routine.run("import", file, dated=False).out
    assert len(routine.run("check", code=None).out.splitlines()) <= 40


def test_words_choose_whom_to_take(routine: Routine, tmp_path: Path) -> None:
    routine.with_book()
    file = str(linkedin(tmp_path / "Connections.csv"))
    assert "3 added" in routine.run("import", file, "--with", "museum", dated=False).out
    assert {row["Organization"] for row in routine.rows()} == {"City Museum"}


def test_a_part_of_a_country_may_be_named(routine: Routine) -> None:
    routine.with_book(settings={"Holiday country": "GB-ENG"})
    assert "Holiday country" not in routine.run("check", code=None).out
    assert "holidays of their own" not in routine.run("check", code=None).out
    routine.type_setting("Holiday country", "GB")
    asked = [
        line for line in routine.run("check", code=None).out.splitlines() if "holidays of their own" in line
    ]
    assert len(asked) == 1
    assert asked[0].startswith("Settings!B")
    assert "GB-ENG" in asked[0]
    routine.type_setting("Holiday country", "GB-ZZ")
    assert "Holiday country" in routine.run("check", code=None).out
