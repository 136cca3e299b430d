"""The ledger: approvals and every attempt to send, in SQLite, written through to the disk before anything goes out."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import FAILED, UserError
from pipeline.model import LetterKind
from pipeline.records import DraftRecord, LedgerState, Receipt, SendState

SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS draft (
  code TEXT PRIMARY KEY, contact_id TEXT NOT NULL, kind TEXT NOT NULL, occasion TEXT NOT NULL, message_id TEXT NOT NULL,
  drafted TEXT NOT NULL, shown TEXT NOT NULL DEFAULT '', skipped_until TEXT);
CREATE TABLE IF NOT EXISTS approval (code TEXT PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS receipt (
  message_id TEXT PRIMARY KEY, code TEXT NOT NULL, contact_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  occasion TEXT NOT NULL, state TEXT NOT NULL, on_day TEXT NOT NULL, at TEXT NOT NULL, recipient TEXT NOT NULL,
  subject TEXT NOT NULL, channel TEXT NOT NULL, detail TEXT NOT NULL, thanks TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT, message_id TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL);
"""
_RECEIPT_COLUMNS = ("message_id", "code", "contact_id", "name", "kind", "occasion", "state", "on_day", "at", "recipient",
                    "subject", "channel", "detail", "thanks", "note")


def data_folder() -> Path:
    """Return the per-user folder of ledgers (`REMEMBERED_DATA_DIR` overrides it)."""
    import platformdirs

    return Path(os.environ.get("REMEMBERED_DATA_DIR") or platformdirs.user_data_dir("remembered", appauthor=False))


def ledger_path(folder: Path, workbook_id: str) -> Path:
    """Return where a workbook's ledger is, by Settings' Workbook ID."""
    safe = "".join(c for c in workbook_id if c.isalnum() or c == "-")[:64]
    return folder / f"{safe or 'unnamed'}.sqlite"


class Ledger:
    """One workbook's ledger. Every method that writes has it on the disk when it returns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.fresh = not path.exists()
        with _explained(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
            self._db.row_factory = sqlite3.Row
            self._db.execute("PRAGMA busy_timeout = 5000")
            if self._db.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
                self._db.execute("PRAGMA journal_mode = DELETE")
            self._db.execute("PRAGMA synchronous = FULL")
            self._prepare()
        if self.fresh:
            path.chmod(0o600)

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise UserError(f"The ledger {self.path} was written by a newer version of Remembered; install that version.",
                            exit_code=FAILED)
        if version < SCHEMA_VERSION:
            self._db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing. Raises UserError where the disk is full or the ledger is locked."""
        with _explained(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def state(self) -> LedgerState:
        """Read everything at one moment."""
        with _explained(self.path):
            drafts = {r["code"]: _draft(r) for r in self._db.execute("SELECT * FROM draft")}
            approvals = {r["code"]: r["sha256"] for r in self._db.execute("SELECT code, sha256 FROM approval")}
            receipts = {r["message_id"]: _receipt(r) for r in self._db.execute("SELECT * FROM receipt")}
        return LedgerState(drafts, approvals, receipts, self.fresh)

    def remember(self, drafts: Iterable[DraftRecord]) -> None:
        """Record letters in review as they now stand."""
        with self.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                           [(d.code, d.contact_id, d.kind, d.occasion, d.message_id, d.drafted, d.shown,
                             d.skipped_until and d.skipped_until.isoformat()) for d in drafts])

    def drop(self, codes: Iterable[str]) -> None:
        """Forget letters that are no longer in review, with their approvals."""
        with self.transaction() as db:
            for code in codes:
                db.execute("DELETE FROM draft WHERE code = ?", (code,))
                db.execute("DELETE FROM approval WHERE code = ?", (code,))

    def approve(self, code: str, sha256: str, at: datetime) -> None:
        """Record the user's approval of exactly what was hashed (R3)."""
        with self.transaction() as db:
            db.execute("INSERT OR REPLACE INTO approval VALUES (?, ?, ?)", (code, sha256, at.isoformat()))

    def revoke(self, code: str) -> None:
        """Void an approval."""
        with self.transaction() as db:
            db.execute("DELETE FROM approval WHERE code = ?", (code,))

    def skip(self, code: str, until: date | None) -> None:
        """Hide a letter until a date; None shows it again."""
        with self.transaction() as db:
            db.execute("UPDATE draft SET skipped_until = ? WHERE code = ?", (until and until.isoformat(), code))

    def record(self, receipt: Receipt) -> None:
        """Record how far a letter got; the journal keeps every state it went through."""
        with self.transaction() as db:
            self.put(db, receipt)

    @staticmethod
    def put(db: sqlite3.Connection, r: Receipt) -> None:
        """Record a receipt inside a transaction."""
        row = (r.message_id, r.code, r.contact_id, r.name, r.kind, r.occasion, r.state, r.on.isoformat(), r.at.isoformat(),
               r.to, r.subject, r.channel, r.detail, r.thanks, r.note)
        marks = ", ".join("?" * len(row))
        db.execute(f"INSERT OR REPLACE INTO receipt ({', '.join(_RECEIPT_COLUMNS)}) VALUES ({marks})", row)  # noqa: S608  (constants only)
        db.execute("INSERT INTO journal (message_id, state, at, note) VALUES (?, ?, ?, ?)",
                   (r.message_id, r.state, r.at.isoformat(), r.note))

    def get(self, key: str) -> str:
        """Read a remark about the ledger itself."""
        with _explained(self.path):
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row["value"]) if row else ""

    def set(self, key: str, value: str) -> None:
        """Write a remark about the ledger itself."""
        with self.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def read_state(path: Path) -> LedgerState:
    """Read a ledger without making one: a report leaves no trace."""
    if not path.exists():
        return LedgerState(fresh=True)
    with closing(Ledger(path)) as ledger:
        return ledger.state()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as fault:
        raise UserError(f"The ledger {path} can't be written or read ({fault}). Nothing was sent; free the disk or close the other "
                        "run of Remembered, then try again.", exit_code=FAILED) from fault


def _draft(r: Any) -> DraftRecord:
    until = r["skipped_until"]
    return DraftRecord(r["code"], r["contact_id"], LetterKind(r["kind"]), r["occasion"], r["message_id"], r["drafted"], r["shown"],
                       date.fromisoformat(until) if until else None)


def _receipt(r: Any) -> Receipt:
    return Receipt(r["code"], r["message_id"], r["contact_id"], r["name"], LetterKind(r["kind"]), r["occasion"], SendState(r["state"]),
                   date.fromisoformat(r["on_day"]), datetime.fromisoformat(r["at"]), r["recipient"], r["subject"], r["channel"],
                   r["detail"], r["thanks"], r["note"])
