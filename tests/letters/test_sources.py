"""Which of template, file and sheet is the letter: each case by name."""

from __future__ import annotations

import pytest

from pipeline.letters.sources import Touched, Wins, winner

CASES = {
    "nothing there yet": (Touched(None, False), Wins.TEMPLATE),
    "the file was deleted, the sheet as shown": (Touched(None, False), Wins.TEMPLATE),
    "the file was deleted, the sheet edited": (Touched(None, True), Wins.SHEET),
    "untouched": (Touched(False, False), Wins.TEMPLATE),
    "the file edited": (Touched(True, False), Wins.FILE),
    "approved as drafted": (Touched(False, False, fixed=True), Wins.FILE),
    "the sheet edited": (Touched(False, True), Wins.SHEET),
    "the sheet edited after it was approved": (Touched(False, True, fixed=True), Wins.SHEET),
    "the file edited, and the sheet edited on top of that": (Touched(True, True, seen=True), Wins.SHEET),
    "both edited": (Touched(True, True), Wins.NEITHER),
    "on its way, then the sheet edited": (Touched(False, True, fixed=True, locked=True), Wins.FILE),
    "on its way, edited before": (Touched(True, False, fixed=True, locked=True), Wins.FILE),
    "two files": (Touched(False, False, doubled=True), Wins.NEITHER),
    "two files, approved": (Touched(True, False, fixed=True, doubled=True), Wins.NEITHER),
}


@pytest.mark.parametrize("case", CASES)
def test_the_source_that_is_the_letter(case: str) -> None:
    touched, wins = CASES[case]
    assert winner(touched) is wins
