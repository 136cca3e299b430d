"""The chosen people become rows of the user's own table."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pipeline.importing.placing import rows_for
from pipeline.importing.plan import ImportPlan
from pipeline.sheets.read import Book
from pipeline.sheets.schema import CONTACTS
from pipeline.sheets.totals import look_of_new
from pipeline.workbook.edits import NewRows
from pipeline.workbook.save import save


def add_people(book: Book, plan: ImportPlan, *, backups: Path, now: datetime, force: bool = False) -> int:
    """Append the plan's new people to the workbook as it was read, after a backup, and count them; raises as `save` does."""
    table = book.tables[CONTACTS.name]
    rows = rows_for(plan, table)
    if rows:
        save(
            book.path,
            [NewRows(table.sheet, rows, look_of_new(table))],
            read_sha256=book.sha256,
            backups=backups,
            now=now,
            force=force,
        )
    return len(rows)
