"""What was recorded and can't be taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from pipeline.day.recording import lasts
from pipeline.ledger.records import Noted

NOW = datetime(2026, 12, 7, 9)


@pytest.mark.parametrize(
    ("sheet", "cells", "lasting"),
    [
        ("Drafts", {"approve": "Sent by me", "sent_on": None}, True),
        ("Drafts", {"approve": "Sent by me", "sent_on": date(2026, 12, 4)}, True),
        ("Drafts", {"approve": None, "sent_on": None}, False),
        ("Contacts", {"called_on": date(2026, 12, 4)}, False),
    ],
)
def test_what_drafts_asks_for_counts_as_soon_as_it_is_said(
    sheet: str, cells: dict[str, Any], lasting: bool
) -> None:
    assert lasts(Noted(sheet, "AB2CD", "said", NOW, cells)) == lasting
