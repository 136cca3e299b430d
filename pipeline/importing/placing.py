"""Where the values of new people go in the user's own table. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.importing.imported import CELL_LIMIT, FieldValue
from pipeline.importing.plan import ImportPlan
from pipeline.sheets.schema import CONTACTS
from pipeline.sheets.table import Table
from pipeline.sheets.wholenames import whole_name

_ATTRS = {c.header: c.attr for c in CONTACTS.columns}


def rows_for(plan: ImportPlan, table: Table) -> tuple[dict[str, FieldValue], ...]:
    """Lay the new people out by the headers that stand in the user's table, which may be spelled otherwise.

    Their column of whole names is filled too. What has no column there goes into Notes with its name; where there is no column for notes either, it is left out.
    """
    return tuple(_row(values, table) for values in plan.rows)


def _row(values: Mapping[str, FieldValue], table: Table) -> dict[str, FieldValue]:
    placed = {table.header(_ATTRS[h]): v for h, v in values.items() if _ATTRS[h] in table.found}
    placed |= whole_name(table, values.get("First name"), values.get("Last name"))
    left = [f"{h}: {v}" for h, v in values.items() if _ATTRS[h] not in table.found]
    if left and "notes" in table.found:
        notes = table.header("notes")
        placed[notes] = "\n".join([*([str(placed[notes])] if notes in placed else []), *left])[:CELL_LIMIT]
    return placed
