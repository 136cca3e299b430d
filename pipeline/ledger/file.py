"""The ledger's file: SQLite in the data folder, written through to the disk before anything goes out, and remarks about itself."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from pipeline.ledger.faults import explained
from pipeline.ledger.rows import LEDGER_VERSION, SCHEMA
from pipeline.model.errors import FAILED, UserError

PATIENCE = 5.0  # seconds


def data_folder() -> Path:
    """Return the per-user folder of ledgers (`REMEMBERED_DATA_DIR` overrides it)."""
    import platformdirs

    return Path(
        os.environ.get("REMEMBERED_DATA_DIR") or platformdirs.user_data_dir("remembered", appauthor=False)
    )


def ledger_path(folder: Path, workbook_id: str) -> Path:
    """Return where a workbook's ledger is, by Settings' Workbook ID."""
    safe = "".join(c for c in workbook_id if c.isalnum() or c == "-")[:64]
    return folder / f"{safe or 'unnamed'}.sqlite"


class LedgerFile:
    """One workbook's file. Every method that writes has it on the disk when it returns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.fresh = not path.exists()
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            self._db.row_factory = sqlite3.Row
            self._db.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
            self._db.execute("PRAGMA journal_mode = WAL")  # where it can't be had, SQLite stays with DELETE
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA secure_delete = ON")
            self._prepare()
            if self.fresh:
                path.chmod(0o600)
            self._identity = _file_identity(path)

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version > LEDGER_VERSION:
            raise UserError(
                f"The ledger {self.path} was written by a newer version of Remembered; install that version.",
                exit_code=FAILED,
            )
        if version < LEDGER_VERSION:
            self._db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {LEDGER_VERSION}; COMMIT;")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing, with what is written within. Raises UserError where the disk is full or the ledger is locked."""
        if self._db.in_transaction:
            yield self._db
            return
        with explained(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def require_same_file(self) -> None:
        """Raise OSError where the file is another one by now: what was written into it would be lost."""
        if _file_identity(self.path) != self._identity:
            raise OSError("the file was removed or replaced during the run")

    def get(self, key: str) -> str:
        """Read a remark about the ledger itself."""
        with explained(self.path):
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row["value"]) if row else ""

    def get_all(self, prefix: str) -> dict[str, str]:
        """Read the remarks whose keys begin alike, each by the rest of its key."""
        with explained(self.path):
            rows = self._db.execute(
                "SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?", (len(prefix), prefix)
            )
            return {r["key"].removeprefix(prefix): r["value"] for r in rows}

    def set(self, key: str, value: str) -> None:
        """Write a remark about the ledger itself."""
        with self.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _file_identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
