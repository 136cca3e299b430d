"""The workbook's own ID, written where it is missing."""

from __future__ import annotations

from pipeline.day.world import World
from pipeline.model.texts import spelled
from pipeline.sheets.cells import shown_text
from pipeline.workbook import CellChange, Edit, NewRows


def identity_edits(world: World) -> list[Edit]:
    """Give the workbook its ID, in a row of its own where that was deleted."""
    table, wanted = world.book.tables["Settings"], world.settings.workbook_id
    index = next(
        (
            i
            for i, name in enumerate(table.values("name"))
            if spelled(shown_text(name)) == spelled("Workbook ID")
        ),
        None,
    )
    if index is None:
        return [NewRows(table.sheet, ({table.header("name"): "Workbook ID", table.header("value"): wanted},))]
    if shown_text(table.cell("value", index)) == wanted:
        return []
    return [CellChange(table.sheet, table.row_number(index), table.found["value"] + 1, wanted)]
