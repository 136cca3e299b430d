"""Real workbooks, from the folder that REMEMBERED_CORPUS names: the indexers agree, and one edit leaves all else alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.model.errors import UserError
from pipeline.workbook.book import Parts
from pipeline.workbook.index_expat import ExpatIndex
from pipeline.workbook.index_fast import FastIndex
from pipeline.workbook.package import Package
from tests.workbook import fidelity

FOLDER = os.environ.get("REMEMBERED_CORPUS", "")
FILES = sorted(file for file in Path(FOLDER).rglob("*.xls[xm]") if file.is_file()) if FOLDER else []

pytestmark = pytest.mark.skipif(
    not FILES, reason="REMEMBERED_CORPUS names no folder of workbooks: NOTHING REAL WAS TRIED"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_indexers_agree(path: Path) -> None:
    try:
        package = Package(path.read_bytes(), path.name)
        sheets = [sheet for sheet in Parts(package).sheets if sheet.kind == "worksheet"]
    except UserError as refusal:
        pytest.skip(str(refusal))
    for sheet in sheets:
        content = package.read(sheet.part)
        fast, slow = FastIndex(content), ExpatIndex(content).whole()
        assert fast.extent == slow.extent
        assert list(fast) == list(slow)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_edit_matrix(path: Path) -> None:
    wrong = [outcome for outcome in fidelity.try_file((path, None)) if outcome.verdict == "wrong"]
    assert not wrong


def test_there_is_something_to_try() -> None:
    assert FILES
