"""The questions to ask that the user marked as theirs (pure)."""

from __future__ import annotations

from pipeline.model.texts import spelled
from pipeline.sheets.cells import as_text
from pipeline.sheets.table import Table


def marked_questions(table: Table) -> list[tuple[str, str]]:
    """List the marked questions as (group, question)."""
    return [
        (as_text(table.cell("group", i)), as_text(table.cell("question", i)))
        for i in range(table.count)
        if table.cell("question", i) and _says_yes(table.cell("mine", i))
    ]


def _says_yes(value: object) -> bool:
    return spelled(value or "") in ("yes", "y", "x", "true")
