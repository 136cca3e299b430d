"""What the Guide says of the first time: with examples in the workbook, or with nobody's people but the user's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.sheets.schema import CONTACTS
from pipeline.workbook.edits import CellChange
from pipeline.workbook.sheet import Worksheet

TITLE = "Guide"
TERMS, TEXTS = 2, 3
"""The columns of the sheet."""
FIRST_TIME = (
    "Settings: put your own name, address and the rest in place of the invented, grey values. Until then no letter goes to real people.",
    "Try the whole way with the grey, slanted people out of old novels. Nothing is ever really sent to them.",
    "Add your first real people below them. From then on the samples stay silent.",
)
_WITHOUT_EXAMPLES = (
    "Settings: type in your own name, address and the rest. Until then no letter goes out.",
    "Contacts: for a few people to begin with, fill in what a first letter needs: name, Email, Organization, Position, and Why this person.",
    "Open the day and read the first letters. Nothing goes until you have approved it.",
)
EXAMPLES_LOOK = ("Grey and slanted", "A sample, or an invented setting.")
_WORDS = {
    **dict(zip(FIRST_TIME, _WITHOUT_EXAMPLES, strict=True)),
    **dict.fromkeys(EXAMPLES_LOOK, ""),
}
_SHEET = re.compile(rf"\b{CONTACTS.name}\b")


def for_own_people(guide: Worksheet, contacts: str) -> Iterator[CellChange]:
    """Write the starter's Guide for a workbook without examples, whose people are on the sheet `contacts`."""
    for row in guide.index.numbers:
        for column in (TERMS, TEXTS):
            text = guide.text_at(row, column)
            name = contacts if column == TERMS or contacts.istitle() else f"“{contacts}”"
            said = _SHEET.sub(name.replace("\\", r"\\"), _WORDS.get(text, text))
            if said != text:
                yield CellChange(TITLE, row, column, said or None)
