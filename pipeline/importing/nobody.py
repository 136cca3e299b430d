"""Rows of a list that are nobody: headings between its people, totals, remarks. Pure."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from pipeline.importing.mapping import Mapping
from pipeline.model.fullname import split_name
from pipeline.model.texts import clipped
from pipeline.sheets.columns.evidence import Rows, text_of

_SHOWN, _LONG = 5, 40


class Nobody(NamedTuple):
    """A row that is passed over: where it stands, as in row 4, and what its first filled cell says."""

    where: str
    says: str


def nobody_at(where: str, row: Sequence[object]) -> Nobody:
    """Name a row that is passed over."""
    says = next(filter(None, map(text_of, row)), "")
    return Nobody(where, clipped(says, _LONG))


def nobody_in(rows: Rows, mapping: Mapping, totals: Container[int]) -> dict[int, Nobody]:
    """List by Excel's number the filled rows below the header that are no person's; `totals` are the numbers of some."""
    below = enumerate(rows[mapping.header.row :], mapping.header.row + 1)
    return {
        number: nobody_at(f"row {number}", row)
        for number, row in below
        if any(map(text_of, row)) and (number in totals or not _somebody(row, mapping))
    }


def said_of_nobody(passed: Sequence[Nobody]) -> list[str]:
    """Say which rows were passed over and why, where any were."""
    if not passed:
        return []
    shown = ", ".join(f"{p.where} “{p.says}”" for p in passed[:_SHOWN])
    more = f" and {len(passed) - _SHOWN} more" if len(passed) > _SHOWN else ""
    why = "a firm, a team, a heading, a total or a remark"
    return [f"{len(passed)} passed over as no person ({shown}{more}): {why}."]


def _somebody(row: Sequence[object], mapping: Mapping) -> bool:
    """Tell a person's row: one of the columns understood says something, and not a heading's word alone under the whole names."""
    at = mapping.header.full_name
    filled = {column for column, cell in enumerate(row, 1) if text_of(cell)}
    if filled == {at}:
        text = text_of(row[at - 1])
        return " " in text and split_name(text) is not None
    understood = {at, *(m.column for m in mapping.matches), *(c.column for c in mapping.copied)}
    return bool(filled & understood)
