"""A meeting that its host moved within its day, by mail: no confirmation names the old hour."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from pipeline.ledger.file import data_folder
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Notice
from tests.books import person
from tests.end_to_end.routine import Routine, steady


def test_no_confirmation_stays_that_names_the_hour_before_it_was_moved(tmp_path: Path) -> None:
    ada = Routine(tmp_path, date(2026, 12, 9)).with_book(
        [
            person(
                Approach_sent=date(2026, 11, 30),
                Called_on=date(2026, 12, 7),
                Call_result="Accepted - in person",
                Interview_on=datetime(2026, 12, 11, 10),
                Where="your office",
            )
        ]
    )
    ada.daily()
    ada.today = date(2026, 12, 10)
    ada.daily()
    code = ada.draft("Ada Okafor")["code"]
    assert "10 a.m." in ada.file(code).read_text("utf-8")
    [path] = data_folder().glob("*.sqlite")
    moved = Notice(
        "meeting:1",
        ada.rows()[0]["ID"],
        "invitation",
        ada.today,
        "1|2026-12-11 14:00|2026-12-11 10:00",
        "Ada Okafor has the meeting on 2026-12-11 14:00 now. If that suits you, enter 2026-12-11 14:00 in Interview on.",
    )
    with Ledger(path) as ledger:
        ledger.take_in([], [], [moved])
    ada.daily(code=None)
    assert ada.drafts() == []
    assert "14:00 now" in ada.rows()[0]["Problem"]
    steady(ada)
    ada.type_on_contacts(2, Interview_on=datetime(2026, 12, 11, 14))
    ada.daily()
    assert "2 p.m." in ada.file(ada.draft("Ada Okafor")["code"]).read_text("utf-8")
