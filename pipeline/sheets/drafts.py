"""The Drafts sheet as the user left it: its rows, and what is wrong in them (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.ledger.records import LedgerState
from pipeline.letters.sources import DraftRow
from pipeline.model import Problem, Severity
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, parse_date, shown_text
from pipeline.sheets.table import Table


def read_rows(table: Table) -> tuple[tuple[DraftRow, ...], tuple[Problem, ...]]:
    """Read the Drafts sheet as the user left it."""
    rows: list[DraftRow] = []
    problems: list[Problem] = []
    codes: set[str] = set()
    for index in range(table.count):
        texts = {
            a: _long_text(table.cell(a, index)) if a == "text" else shown_text(table.cell(a, index))
            for a in ("code", "to", "subject", "text", "enclosures", "approve", "status", "checks")
        }
        known = len(problems)
        sent_on = None
        try:
            sent_on = parse_date(table.cell("sent_on", index))
        except BadCell as bad:
            problems.append(_problem(table, "sent_on", index, f"Sent on {bad}"))
        request = next(
            (r for r in schema.DRAFTS.column("approve").choices if spelled(r) == spelled(texts["approve"])),
            "",
        )
        if texts["approve"] and not request:
            problems.append(
                _problem(
                    table, "approve", index, f"“{texts['approve']}” is none of Approve, Skip and Sent by me."
                )
            )
        code = texts["code"].upper()
        copied = bool(code) and code in codes
        codes.add(code)
        if copied:
            problems.append(
                _problem(
                    table,
                    "code",
                    index,
                    f"The letter {code} stands here a second time; only its first row counts. Delete this one.",
                )
            )
        held = len(problems) > known
        rows.append(
            DraftRow(
                table.row_number(index),
                code,
                texts["to"],
                texts["subject"],
                texts["text"],
                texts["enclosures"],
                "" if held else request,
                texts["status"],
                sent_on,
                table.where("text", index),
                texts["checks"],
                held,
                copied,
                subject_where=table.where("subject", index),
            )
        )
    return tuple(rows), tuple(problems)


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
