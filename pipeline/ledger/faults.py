"""What keeps the ledger from being used, in sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.model.errors import FAILED, UserError


class LedgerFault(UserError):
    """The ledger can't be used now: locked, damaged, or its disk full. Nothing may be sent without it."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite or the disk refuses into a LedgerFault that says what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as fault:
        raise LedgerFault(_sentence(path, fault), exit_code=FAILED) from fault


def _sentence(path: Path, fault: Exception) -> str:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return (
            f"The ledger {path} is damaged ({fault}). Nothing was sent or exported. Put it back from a copy of yours; or move "
            "it away: the next run begins a new one from the workbook, and asks before it sends what may have gone already."
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return (
            f"The ledger {path} is in use by another run of Remembered. Nothing was sent; wait until that is done, or end it, "
            "then try again."
        )
    reason = fault.strerror or fault if isinstance(fault, OSError) else fault
    return (
        f"The ledger {path}, which keeps what was approved and sent, can't be written or read ({reason}). Nothing was sent "
        "or recorded; free the disk, or let the folder be written to, then try again."
    )
