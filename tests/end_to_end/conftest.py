"""The routine that the tests of whole commands use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import person

from .routine import Routine


@pytest.fixture
def routine(tmp_path: Path) -> Routine:
    """Give a folder without a workbook."""
    return Routine(tmp_path)


@pytest.fixture
def one(routine: Routine) -> tuple[Routine, str]:
    """Give one approach letter in review, and its code."""
    routine.with_book([person(Phone="555-0101")]).daily()
    return routine, routine.draft()["code"]
