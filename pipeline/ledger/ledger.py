"""The ledger: approvals and every attempt to send, in SQLite, written through to the disk before anything goes out."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from pipeline.ledger.faults import explained
from pipeline.ledger.records import GONE, DraftRecord, LedgerState, Noted, Notice, Receipt, SendState, Voice
from pipeline.ledger.rows import (
    BY_CONTACT,
    ON_ITS_WAY,
    ON_THE_WIRE,
    RECEIPT_COLUMNS,
    SCHEMA,
    SCHEMA_VERSION,
    TAKEN,
    count_of_day,
    draft_of,
    entry_of,
    event_of,
    forget_contact,
    forget_letters,
    put_entry,
    put_news,
    reason_not_to_send,
    receipt_of_row,
    write_journal,
)
from pipeline.model import Event, LetterKind
from pipeline.model.errors import FAILED, UserError

PATIENCE = 5.0  # seconds
_COUNT = "SELECT count(*) FROM {} WHERE contact_id = ?"


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


class Ledger:
    """One workbook's ledger. Every method that writes has it on the disk when it returns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.fresh = not path.exists()
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            self._db.row_factory = sqlite3.Row
            self._db.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
            if self._db.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
                self._db.execute("PRAGMA journal_mode = DELETE")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA secure_delete = ON")
            self._prepare()
            if self.fresh:
                path.chmod(0o600)
            self._identity = _file_identity(path)

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise UserError(
                f"The ledger {self.path} was written by a newer version of Remembered; install that version.",
                exit_code=FAILED,
            )
        if version < SCHEMA_VERSION:
            self._db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")

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
        with explained(self.path):
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
        with explained(self.path):
            drafts = {r["code"]: draft_of(r) for r in self._db.execute("SELECT * FROM draft")}
            approvals = {
                r["code"]: r["sha256"] for r in self._db.execute("SELECT code, sha256 FROM approval")
            }
            receipts = {r["message_id"]: receipt_of_row(r) for r in self._db.execute("SELECT * FROM receipt")}
            taken = {
                r["key"][len(TAKEN) :]: r["value"]
                for r in self._db.execute("SELECT key, value FROM meta WHERE key GLOB ?", (TAKEN + "*",))
            }
            voices = {
                r["code"]: Voice(r["contact_id"], LetterKind(r["kind"]), r["wordings"])
                for r in self._db.execute("SELECT * FROM wording ORDER BY number")
            }
            entries = tuple(map(entry_of, self._db.execute("SELECT * FROM entry ORDER BY number")))
        return LedgerState(
            drafts, approvals, receipts, self.fresh, taken, tuple(self.notices()), voices, entries
        )

    def give_voices(self, voices: Mapping[str, Voice]) -> None:
        """Record in which wordings letters are written, by code; one that has a voice keeps it."""
        with self.transaction() as db:
            db.executemany(
                "INSERT OR IGNORE INTO wording (code, contact_id, kind, wordings) VALUES (?, ?, ?, ?)",
                [(code, v.contact_id, v.kind, v.wordings) for code, v in voices.items()],
            )

    def remember(self, drafts: Iterable[DraftRecord]) -> None:
        """Record letters in review as they now stand."""
        with self.transaction() as db:
            db.executemany(
                "INSERT INTO draft (code, contact_id, kind, occasion, message_id, drafted, shown, skipped_until) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET contact_id = excluded.contact_id, "
                "kind = excluded.kind, occasion = excluded.occasion, message_id = excluded.message_id, "
                "drafted = excluded.drafted, shown = excluded.shown, skipped_until = excluded.skipped_until",
                [
                    (
                        d.code,
                        d.contact_id,
                        d.kind,
                        d.occasion,
                        d.message_id,
                        d.drafted,
                        d.shown,
                        d.skipped_until and d.skipped_until.isoformat(),
                    )
                    for d in drafts
                ],
            )

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
            db.execute(
                "UPDATE draft SET skipped_until = ? WHERE code = ?", (until and until.isoformat(), code)
            )

    def take(self, requests: Mapping[str, str]) -> None:
        """Record which requests of the Drafts sheet counted, in place of those recorded before."""
        with self.transaction() as db:
            db.execute("DELETE FROM meta WHERE key GLOB ?", (TAKEN + "*",))
            db.executemany(
                "INSERT INTO meta VALUES (?, ?)", [(TAKEN + code, asked) for code, asked in requests.items()]
            )

    def record(self, receipt: Receipt) -> None:
        """Record how far a letter got; the journal keeps every state it went through."""
        with self.transaction() as db:
            self.put(db, receipt)

    @staticmethod
    def put(db: sqlite3.Connection, r: Receipt) -> None:
        """Record a receipt inside a transaction."""
        row = (
            r.message_id,
            r.code,
            r.contact_id,
            r.name,
            r.kind,
            r.occasion,
            r.state,
            r.on.isoformat(),
            r.at.isoformat(),
            r.to,
            r.subject,
            r.channel,
            r.detail,
            r.thanks,
            r.note,
        )
        marks = ", ".join("?" * len(row))
        db.execute(f"INSERT OR REPLACE INTO receipt ({', '.join(RECEIPT_COLUMNS)}) VALUES ({marks})", row)  # noqa: S608  (constants only)
        write_journal(db, r.message_id, r.state, r.at, r.note)

    def made(self, code: str) -> datetime | None:
        """Return when a letter in review was first drafted."""
        with explained(self.path):
            row = self._db.execute("SELECT made FROM draft WHERE code = ?", (code,)).fetchone()
        return datetime.fromisoformat(row["made"]) if row else None

    def claim(self, receipt: Receipt, content: bytes, sha256: str, limit: int | None = None) -> str:
        """Take a letter for sending or exporting: store its final bytes and its state. Return "" or the sentence why it may not go.

        It may not without the user's approval of exactly this digest (R3), while it is or may be out already, or when
        `limit` letters have gone in the 24 hours before `receipt.at`.
        """
        with self.transaction() as db:
            reason = reason_not_to_send(db, receipt, sha256, limit)
            if not reason:
                self.put(db, receipt)
                db.execute("INSERT OR REPLACE INTO outgoing VALUES (?, ?)", (receipt.message_id, content))
        return reason

    def why_not(self, receipt: Receipt, sha256: str) -> str:
        """Return "" or the sentence why a letter may not go, as `claim` would."""
        with explained(self.path):
            return reason_not_to_send(self._db, receipt, sha256, None)

    def dot(self, message_id: str, at: datetime) -> None:
        """Record that the final dot is about to go. Raises UserError where that can't be made certain: then it must not go."""
        with self.transaction() as db:
            if _file_identity(self.path) != self._identity:
                raise OSError("the file was removed or replaced during the run")
            changed = db.execute(
                "UPDATE receipt SET state = ?, at = ? WHERE message_id = ? AND state = ?",
                (SendState.DOT, at.isoformat(), message_id, SendState.SENDING),
            ).rowcount
            if changed != 1:
                raise OSError("another run took this letter over")
            write_journal(db, message_id, SendState.DOT, at)

    def settle(self, receipt: Receipt, news: Iterable[Event] = ()) -> None:
        """Record how a letter ended, with what follows from it. Its bytes are kept only while it must be checked."""
        with self.transaction() as db:
            self.put(db, receipt)
            if receipt.state not in ON_THE_WIRE:
                db.execute("DELETE FROM outgoing WHERE message_id = ?", (receipt.message_id,))
            if receipt.state in GONE or receipt.state is SendState.REFUSED:
                db.execute("DELETE FROM approval WHERE code = ?", (receipt.code,))
            put_news(db, news)

    def withdraw(self, message_id: str, at: datetime, note: str = "") -> None:
        """Take a letter back whose final dot never went: it is approved as before."""
        with self.transaction() as db:
            gone = db.execute(
                "DELETE FROM receipt WHERE message_id = ? AND state IN (?, ?, ?)",
                (message_id, SendState.SENDING, SendState.DOT, SendState.EXPORTING),
            ).rowcount
            if gone:
                db.execute("DELETE FROM outgoing WHERE message_id = ?", (message_id,))
                write_journal(db, message_id, "approved", at, note)

    def content(self, message_id: str) -> bytes | None:
        """Return the final bytes of a letter that is on its way or must be checked."""
        with explained(self.path):
            row = self._db.execute(
                "SELECT content FROM outgoing WHERE message_id = ?", (message_id,)
            ).fetchone()
        return bytes(row["content"]) if row else None

    def sent_within_a_day(self, now: datetime) -> int:
        """Count the letters of the last 24 hours that went or may have gone."""
        with explained(self.path):
            return count_of_day(self._db, now)

    def last_sent_at(self) -> datetime | None:
        """Return when the last letter went or may have gone."""
        with explained(self.path):
            marks = ", ".join("?" * len(ON_ITS_WAY))
            rows = self._db.execute(f"SELECT at FROM receipt WHERE state IN ({marks})", ON_ITS_WAY).fetchall()  # noqa: S608  (constants only)
        return max((datetime.fromisoformat(r["at"]).astimezone() for r in rows), default=None)

    def news(self) -> dict[int, Event]:
        """Return what the mailbox brought and the workbook doesn't have yet, by the number to drop it by."""
        with explained(self.path):
            return {r["id"]: event_of(r) for r in self._db.execute("SELECT * FROM news ORDER BY id")}

    def drop_news(self, ids: Iterable[int]) -> None:
        """Forget news that the workbook now has."""
        with self.transaction() as db:
            db.executemany("DELETE FROM news WHERE id = ?", [(i,) for i in ids])

    def take_in(
        self,
        mails: Iterable[str],
        news: Iterable[Event],
        notices: Iterable[Notice] = (),
        receipts: Iterable[Receipt] = (),
        marks: Mapping[str, str] | None = None,
    ) -> None:
        """Record one look at the mailbox, all or nothing: the mails seen, what they mean, and how far it looked."""
        with self.transaction() as db:
            db.executemany("INSERT OR IGNORE INTO seen VALUES (?)", [(m,) for m in mails])
            put_news(db, news)
            db.executemany(
                "INSERT OR REPLACE INTO notice VALUES (?, ?, ?, ?, ?, ?)",
                [(n.key, n.contact_id, n.kind, n.day.isoformat(), n.about, n.message) for n in notices],
            )
            for receipt in receipts:
                self.put(db, receipt)
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list((marks or {}).items()))

    def seen(self) -> frozenset[str]:
        """Return the hashes of the mails that were taken in."""
        with explained(self.path):
            return frozenset(r["mail"] for r in self._db.execute("SELECT mail FROM seen"))

    def keep(self, entry: Noted) -> int:
        """Keep what the user recorded until the workbook has it; return its number."""
        with self.transaction() as db:
            return put_entry(db, entry)

    def let_go(self, entries: Iterable[Noted]) -> None:
        """Forget entries that the workbook has, or that the user took back."""
        with self.transaction() as db:
            db.executemany("DELETE FROM entry WHERE number = ?", [(e.number,) for e in entries])

    def notices(self) -> list[Notice]:
        """Return what the mailbox brought for the user to decide."""
        with explained(self.path):
            return [
                Notice(
                    r["key"],
                    r["contact_id"],
                    r["kind"],
                    date.fromisoformat(r["day"]),
                    r["about"],
                    r["message"],
                )
                for r in self._db.execute("SELECT * FROM notice ORDER BY day, key")
            ]

    def drop_notices(self, keys: Iterable[str]) -> None:
        """Forget notices that are settled."""
        with self.transaction() as db:
            db.executemany("DELETE FROM notice WHERE key = ?", [(k,) for k in keys])

    def acknowledge(self, message_ids: Iterable[str]) -> None:
        """Record letters that the workbook has and this ledger never saw, as known."""
        with self.transaction() as db:
            db.executemany("INSERT OR IGNORE INTO known VALUES (?)", [(m,) for m in message_ids])

    def acknowledged(self) -> frozenset[str]:
        """Return the letters acknowledged."""
        with explained(self.path):
            return frozenset(r["message_id"] for r in self._db.execute("SELECT message_id FROM known"))

    def rows_of(self, contact_ids: Iterable[str]) -> int:
        """Count what is kept of these contacts."""
        with explained(self.path):
            return sum(
                self._db.execute(_COUNT.format(table), (contact,)).fetchone()[0]
                for contact in contact_ids
                for table in BY_CONTACT
            )

    def forget(
        self, contact_ids: Iterable[str], codes: Iterable[str] = (), message_ids: Iterable[str] = ()
    ) -> int:
        """Remove all that is kept of these contacts, and of their letters, down to the free pages of the file.

        Return how many rows that were.
        """
        rows = 0
        with self.transaction() as db:
            for contact in contact_ids:
                rows += forget_contact(db, contact)
            rows += forget_letters(db, codes, message_ids)
        with explained(self.path):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return rows

    def get(self, key: str) -> str:
        """Read a remark about the ledger itself."""
        with explained(self.path):
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row["value"]) if row else ""

    def get_all(self, prefix: str) -> dict[str, str]:
        """Read the remarks whose keys begin alike."""
        with explained(self.path):
            rows = self._db.execute(
                "SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?", (len(prefix), prefix)
            )
            return {r["key"]: r["value"] for r in rows}

    def set(self, key: str, value: str) -> None:
        """Write a remark about the ledger itself."""
        with self.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _file_identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
