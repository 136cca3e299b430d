"""The routine that the tests of whole commands use."""

from __future__ import annotations

from pathlib import Path

import pytest

from .routine import Routine


@pytest.fixture
def routine(tmp_path: Path) -> Routine:
    """Give a folder without a workbook."""
    return Routine(tmp_path)
