"""An approval is for one way of sending: what was approved as a mail is never posted, nor the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.sheets.read import read_book
from pipeline.workbook import CellChange, patch_cells
from tests.books import person
from tests.end_to_end.routine import Routine

CHANNELS = {"Email": "Post", "Post": "Email"}


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize("before", CHANNELS)
def test_an_approval_ends_with_a_change_of_channel(tmp_path: Path, before: str, edited: bool) -> None:
    routine = Routine(tmp_path).with_book([person(Address="1 Main Street\nSpringfield", Channel=before)])
    routine.daily()
    code = routine.drafts()[0]["code"]
    if edited:
        file = next((tmp_path / "outbox").glob(f"{code}-*.txt"))
        file.write_text(
            file.read_text(encoding="utf-8").replace("Sincerely", "Yours sincerely"), encoding="utf-8"
        )
    routine.run("approve", code)
    assert routine.drafts()[0]["status"] == "Approved"
    table = read_book(routine.book).tables["Contacts"]
    patch_cells(
        routine.book,
        routine.book,
        [CellChange("Contacts", table.row_number(0), table.found["channel"] + 1, CHANNELS[before])],
    )
    said = routine.run("send", code=5).said
    assert f"{code} to Ada Okafor: held (its approval fell away" in said
    assert not list((tmp_path / "outbox").glob("ready/*"))
    routine.daily()
    letter = routine.drafts()[0]
    assert letter["status"] == ("Blocked" if edited else "To review")
    assert ("@" in letter["to"]) == ((before == "Email") == edited)
