"""What the day's screen does with text: East Asian letters, long words, narrow terminals, and who asks for no color."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pipeline.day.screens import day_screen
from pipeline.day.terminal import cell_of, laid_out, measured, styled, wrapped
from pipeline.model import Action, Step

PERSON = Action("c1", "Ada Okafor", 2, Step.CALL, None, date(2026, 11, 20), "R8", "", days_late=2)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def screen(width: int, *names: str) -> list[str]:
    actions = [PERSON._replace(name=name, row=n) for n, name in enumerate(names, 2)]
    lines = day_screen("Today", actions, {}, {}, ["A notice."], [], "That is all.", width=width, rule="─")
    return [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]


def test_text_is_measured_by_the_columns_it_takes() -> None:
    assert [measured(t) for t in ("Ada", "王小明", "Zoe\u0308", "ﾊﾝｶｸ", "한국")] == [3, 6, 3, 4, 4]


def test_words_wrap_and_a_word_that_is_longer_than_a_line_is_broken() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("see https://example.com/abc now", 10) == ["see", "https://ex", "ample.com/", "abc now"]
    assert wrapped("宽宽宽宽", 5) == ["宽宽", "宽宽"]
    assert wrapped("", 5) == [""]
    assert all(measured(line) <= 9 for line in wrapped("王小明 and Ada  met 한국사람한국사람", 9))


def test_a_cell_is_cut_or_filled_to_its_width() -> None:
    assert [cell_of(t, 6) for t in ("Ada", "Okafor", "Ada Okafor", "王小明", "王小明王")] == [
        "Ada   ",
        "Okafor",
        "Ada O…",
        "王小明",
        "王小… ",
    ]


@pytest.mark.parametrize("width", [72, 80, 100, 200])
def test_columns_stand_under_each_other_and_no_line_is_longer_than_the_terminal(width: int) -> None:
    lines = screen(width, "Ada Okafor", "王小明", "Maria del Carmen Ortega y Gasset", "Zoe\u0308 Ruiz")
    assert max(map(measured, lines)) <= width
    rows = [line for line in lines if line.startswith(" Call")]
    assert len(rows) == 4
    assert {measured(row.partition("2 days")[0]) for row in rows} == {
        measured(rows[0].partition("2 days")[0])
    }


def test_on_a_narrow_terminal_nothing_is_left_out() -> None:
    said = " ".join(" ".join(screen(40, "Ada Okafor")).split())
    assert all(word in said for word in ("Step", "Name", "Late", "Ada Okafor", "2 days", "Telephone"))


def test_a_style_is_a_color_and_a_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    assert styled("late", "bold red") == "\x1b[31m\x1b[1mlate\x1b[0m"
    assert styled("late", "") == "late"
    assert laid_out("one two", "red", 3) == ["\x1b[31mone\x1b[0m", "\x1b[31mtwo\x1b[0m"]
    monkeypatch.setenv("NO_COLOR", "1")
    assert styled("late", "red") == "late"
    assert styled("late", "bold red") == "\x1b[1mlate\x1b[0m"
    monkeypatch.setenv("TERM", "dumb")
    assert styled("late", "bold") == "late"
