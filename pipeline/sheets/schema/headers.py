"""Which column of a sheet is which of ours, by its header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.model.texts import folded, spelled
from pipeline.sheets.schema.column import Sheet


def columns_found(sheet: Sheet, headers: Sequence[object]) -> dict[str, int]:
    """Map each attribute to the index of its column: exact headers first, then other spellings; the first one wins."""
    texts = [folded(str(h)) if h not in (None, "") else "" for h in headers]
    found: dict[str, int] = {}
    if {folded(s) for c in sheet.columns for s in (c.header, *c.spellings)}.isdisjoint(texts):
        return found  # as of nearly every row that is no row of headers
    taken: set[int] = set()
    for spellings in (lambda c: (c.header,), lambda c: c.spellings):
        for column in sheet.columns:
            if column.attr in found:
                continue
            wanted = {folded(s) for s in spellings(column)}
            index = next((i for i, h in enumerate(texts) if h and h in wanted and i not in taken), None)
            if index is not None:
                found[column.attr] = index
                taken.add(index)
    return found


FULL_NAME = "Name"
"""What Settings call a column of full names, in a line as "Name = Contact person"."""
FULL_NAMES = frozenset({"name", "full name", "fullname", "contact name", "contact person", "display name"})
"""Headers, folded, that say by themselves that whole names stand below."""
NO_COLUMN = "(no column)"
"""What stands in a line of Settings' Columns for a column that there is none of, whatever the headers say."""


def full_name_column(headers: Sequence[object], found: Mapping[str, int]) -> int | None:
    """Find the index of the column of full names, in which first and last name are typed as one; None without one."""
    taken = set(found.values())
    return next((i for i, h in enumerate(headers) if i not in taken and spelled(h or "") in FULL_NAMES), None)


def renamed_headers(headers: Sequence[object], column_names: str) -> list[object]:
    """Put our headers in the place of the columns that Settings say stand for them, for `columns_found`.

    `column_names` has a line for each: "Email = Contact info". A column that only happens to bear such a
    header is hidden.
    """
    wanted = {}
    for line in column_names.splitlines():
        ours, equals, theirs = line.partition("=")
        if equals and theirs.strip():
            wanted[spelled(theirs)] = ours.strip()
    claimed = {spelled(ours) for ours in wanted.values()}
    claimed |= FULL_NAMES if spelled(FULL_NAME) in claimed else set()
    renamed: list[object] = []
    for header in headers:
        text = folded(str(header)) if wanted and header not in (None, "") else ""
        renamed.append(wanted.get(text, None if text in claimed else header))
    return renamed
