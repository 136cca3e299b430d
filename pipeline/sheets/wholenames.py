"""Names typed whole into the user's own column, taken apart on every reading. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Severity
from pipeline.model.fullname import FullName, split_name
from pipeline.model.texts import spelled
from pipeline.sheets.cells import as_text
from pipeline.sheets.table import Columns, Fault, Table, parse_column

_PARTS = ("first_name", "last_name")


def fill_names(table: Table, columns: Columns) -> list[Fault]:
    """Fill first and last name, where both are blank, from the column of whole names; say what can't be taken apart."""
    if table.full_name is None:
        return []
    whole, bad = parse_column(table.values_at(table.full_name), as_text, table.full_name)
    faults = [replace(fault, severity=Severity.WARNING) for fault in bad]
    for attr in (*_PARTS, "salutation"):
        columns.setdefault(attr, [None] * table.count)
    for index, text in enumerate(whole):
        if text is None:
            continue
        typed = [columns[attr][index] or "" for attr in _PARTS]
        others = any(column[index] is not None for attr, column in columns.items() if attr not in _PARTS)
        name = split_name(text)
        if any(typed):
            faults += _other_name(table.full_name, index, text, name, typed)
        elif name and (others or (name.first and name.last)):
            _fill(columns, index, name)
        elif others:
            said = "is not clearly one person's name: fill in First name and Last name"
            faults.append(Fault(index, table.full_name, said))
    return faults


def whole_name(table: Table, first: object, last: object) -> dict[str, str]:
    """Fill the user's own column of whole names for somebody new, by its header, as most stand there: Ada Okafor or Okafor, Ada."""
    if table.full_name is None:
        return {}
    parts = [str(part) for part in (first, last) if part]
    texts = [value for value in table.values_at(table.full_name) if isinstance(value, str)]
    turned = len(parts) > 1 and 2 * sum("," in text for text in texts) > len(texts)
    return {table.header(table.full_name): ", ".join(reversed(parts)) if turned else " ".join(parts)}


def _fill(columns: Columns, index: int, name: FullName) -> None:
    columns["first_name"][index], columns["last_name"][index] = name.first, name.last
    columns["salutation"][index] = columns["salutation"][index] or name.salutation or None


def _other_name(at: int, index: int, text: str, name: FullName | None, typed: Sequence[str]) -> list[Fault]:
    """Warn where the parts are another person's than the whole."""
    said = set(spelled(f"{name.first} {name.last}").split()) if name else set()
    parts = set(spelled(" ".join(typed)).split())
    if not said or not parts or said & parts:
        return []
    message = (
        f"says “{text}”, but First name and Last name say {' '.join(filter(None, typed))}, and letters go by these. "
        "Correct one of them, or clear First name and Last name to take both from here"
    )
    return [Fault(index, at, message, Severity.WARNING)]
