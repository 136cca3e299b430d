"""The ledger: letters in review, approvals, every attempt to send, and what the mailbox brought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from pipeline.ledger.faults import explained
from pipeline.ledger.file import LedgerFile
from pipeline.ledger.records import (
    GONE,
    ON_THE_WIRE,
    DraftRecord,
    LedgerState,
    Noted,
    Notice,
    Receipt,
    SendState,
    Voice,
)
from pipeline.ledger.rows import (
    BY_CONTACT,
    FILED,
    HELD,
    SENDS_BY,
    TAKEN,
    TOLD,
    draft_of,
    entry_of,
    event_of,
    forget_contact,
    forget_letters,
    put_drafts,
    put_entry,
    put_news,
    put_receipt,
    reason_not_to_send,
    receipt_of_row,
    times_of_day,
    write_journal,
)
from pipeline.model import Event, LetterKind

_COUNT = "SELECT count(*) FROM {} WHERE contact_id = ?"


class Ledger(LedgerFile):
    """One workbook's ledger."""

    def state(self) -> LedgerState:
        """Read everything at one moment."""
        with explained(self.path):
            drafts = {r["code"]: draft_of(r) for r in self._db.execute("SELECT * FROM draft")}
            approvals = {
                r["code"]: r["sha256"] for r in self._db.execute("SELECT code, sha256 FROM approval")
            }
            receipts = {r["message_id"]: receipt_of_row(r) for r in self._db.execute("SELECT * FROM receipt")}
            taken, held_said, told = self.get_all(TAKEN), self.get_all(HELD), self.get_all(TOLD)
            voices = {
                r["code"]: Voice(r["contact_id"], LetterKind(r["kind"]), r["wordings"])
                for r in self._db.execute("SELECT * FROM wording ORDER BY number")
            }
            entries = tuple(map(entry_of, self._db.execute("SELECT * FROM entry ORDER BY number")))
            filed = self.get(FILED)
        return LedgerState(
            drafts,
            approvals,
            receipts,
            self.fresh,
            taken,
            tuple(self.notices()),
            voices,
            entries,
            held_said,
            datetime.fromisoformat(filed) if filed else None,
            told,
        )

    def _mark(self, mark: str, values: Mapping[str, str]) -> None:
        """Keep values by what they are of, in place of those kept before."""
        with self.transaction() as db:
            db.execute("DELETE FROM meta WHERE key GLOB ?", (mark + "*",))
            db.executemany(
                "INSERT INTO meta VALUES (?, ?)", [(mark + of, value) for of, value in values.items()]
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
            put_drafts(db, drafts)

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
        self._mark(TAKEN, requests)

    def remember_held(self, said: Mapping[str, str]) -> None:
        """Record what Interview held says of which day, by contact, in place of what was recorded before."""
        self._mark(HELD, said)

    def remember_told(self, told: Mapping[str, str]) -> None:
        """Record what History tells, by contact, in place of what was recorded before."""
        self._mark(TOLD, told)

    def record(self, receipt: Receipt) -> None:
        """Record how far a letter got; the journal keeps every state it went through."""
        with self.transaction() as db:
            put_receipt(db, receipt)

    def receipt_of(self, message_id: str) -> Receipt | None:
        """Return what is known of a letter's sending, by its Message-ID."""
        with explained(self.path):
            row = self._db.execute("SELECT * FROM receipt WHERE message_id = ?", (message_id,)).fetchone()
        return receipt_of_row(row) if row else None

    def made(self, code: str) -> datetime | None:
        """Return when a letter in review was first drafted."""
        with explained(self.path):
            row = self._db.execute("SELECT made FROM draft WHERE code = ?", (code,)).fetchone()
        return datetime.fromisoformat(row["made"]) if row else None

    def claim(self, receipt: Receipt, content: bytes, sha256: str, limit: int | None) -> str:
        """Take a letter for sending or exporting: store its final bytes and its state. Return "" or the sentence why it may not go.

        It may not without the user's approval of exactly this digest (R3), while it is or may be out already, or when
        `limit` letters have gone in the 24 hours before `receipt.at`.
        """
        with self.transaction() as db:
            reason = reason_not_to_send(db, receipt, sha256, limit, self._way_out)
            if not reason:
                put_receipt(db, receipt)
                db.execute("INSERT OR REPLACE INTO outgoing VALUES (?, ?)", (receipt.message_id, content))
        return reason

    def why_not(self, receipt: Receipt, sha256: str) -> str:
        """Return "" or the sentence why a letter may not go, as `claim` would."""
        with explained(self.path):
            return reason_not_to_send(self._db, receipt, sha256, None, self._way_out)

    def _way_out(self, code: str) -> str:
        return self.state().way_out(code)

    def send_by(self, server: str) -> None:
        """Record through which server letters leave from now on; of a new one nobody knows yet whether it files them in Sent."""
        if self.get(SENDS_BY) != server:
            with self.transaction() as db:
                db.execute("DELETE FROM meta WHERE key = ?", (FILED,))
                self.set(SENDS_BY, server)

    def filed(self, since: datetime) -> None:
        """Record that what leaves from then on stands in Sent; the earliest time known stays."""
        if not self.get(FILED):
            self.set(FILED, since.isoformat())

    def dot(self, message_id: str, at: datetime) -> None:
        """Record that the final dot is about to go. Raises UserError where that can't be made certain: then it must not go."""
        with self.transaction() as db:
            self.require_same_file()
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
            put_receipt(db, receipt)
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
            return len(times_of_day(self._db, now))

    def last_sent_at(self, now: datetime) -> datetime | None:
        """Return when the last letter of the last 24 hours went or may have gone."""
        with explained(self.path):
            return max(times_of_day(self._db, now), default=None)

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
                put_receipt(db, receipt)
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
