"""The Drafts sheet as the user left it: its rows, and what is wrong in them (pure)."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date

from pipeline.ledger.records import LedgerState
from pipeline.letters.sources import DraftRow
from pipeline.model import Problem, Severity
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, parse_date, says, shown_text
from pipeline.sheets.table import Table


def read_rows(table: Table) -> tuple[tuple[DraftRow, ...], tuple[Problem, ...]]:
    """Read the Drafts sheet as the user left it."""
    rows: list[DraftRow] = []
    problems: list[Problem] = []
    codes: set[str] = set()
    for index in range(table.count):
        row, told = _row(table, index, codes)
        rows.append(row)
        problems += told
        codes.add(row.code)
    return tuple(rows), tuple(problems)


def _row(table: Table, index: int, above: Container[str]) -> tuple[DraftRow, list[Problem]]:
    """Read one row, and say what is wrong in it; `above` are the codes of the rows above it."""
    texts = {
        a: _long_text(table.cell(a, index)) if a == "text" else shown_text(table.cell(a, index))
        for a in ("code", "to", "subject", "text", "enclosures", "approve", "status", "checks")
    }
    code, request = texts["code"].upper(), _request(texts["approve"])
    copied = bool(code) and code in above
    sent_on, problems = _sent_on(table, index)
    if texts["approve"] and not request:
        said = f"“{texts['approve']}” is none of Approve, Skip and Sent by me."
        problems.append(_problem(table, "approve", index, said))
    if copied:
        said = f"The letter {code} stands here a second time; only its first row counts. Delete this one."
        problems.append(_problem(table, "code", index, said))
    row = DraftRow(
        table.row_number(index),
        code,
        texts["to"],
        texts["subject"],
        texts["text"],
        texts["enclosures"],
        "" if problems else request,
        texts["status"],
        sent_on,
        table.where("text", index),
        texts["checks"],
        bool(problems),
        copied,
        subject_where=table.where("subject", index),
    )
    return row, problems


def _request(said: str) -> str:
    """Find which request a cell of Approve makes; "" for none."""
    choices = schema.DRAFTS.column("approve").choices
    return next((choice for choice in choices if says(said, choice)), "")


def _sent_on(table: Table, index: int) -> tuple[date | None, list[Problem]]:
    try:
        return parse_date(table.cell("sent_on", index)), []
    except BadCell as bad:
        return None, [_problem(table, "sent_on", index, f"Sent on {bad}")]


def asked_anew(rows: Sequence[DraftRow], state: LedgerState) -> tuple[DraftRow, ...]:
    """Pass over requests that counted before, though their cells could not be cleared yet."""
    return tuple(
        r._replace(request="", taken=True) if r.asked and state.taken.get(r.code) == r.asked else r
        for r in rows
    )


def _long_text(value: object) -> str:
    return value if isinstance(value, str) else shown_text(value)


def _problem(table: Table, attr: str, index: int, message: str) -> Problem:
    return Problem(
        table.where(attr, index), table.header(attr), Severity.ERROR, message, table.row_number(index)
    )
