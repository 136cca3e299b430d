"""The ledger's tables, and how its rows become values."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pipeline.ledger.records import GONE, LOCKED, ON_THE_WIRE, DraftRecord, Noted, Receipt, SendState
from pipeline.model import Event, EventKind, Identity, LetterKind
from pipeline.model.came_in import command
from pipeline.model.dates import is_plausible
from pipeline.workbook import Value

LEDGER_VERSION = 5  # 2: a letter may be `exporting`, which an older program could not read; 4: entries that wait; 5: wordings
SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS draft (
  code TEXT PRIMARY KEY, contact_id TEXT NOT NULL, kind TEXT NOT NULL, occasion TEXT NOT NULL, message_id TEXT NOT NULL,
  drafted TEXT NOT NULL, shown TEXT NOT NULL DEFAULT '', skipped_until TEXT,
  made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')));
CREATE TABLE IF NOT EXISTS approval (code TEXT PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS receipt (
  message_id TEXT PRIMARY KEY, code TEXT NOT NULL, contact_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  occasion TEXT NOT NULL, state TEXT NOT NULL, on_day TEXT NOT NULL, at TEXT NOT NULL, recipient TEXT NOT NULL,
  subject TEXT NOT NULL, channel TEXT NOT NULL, detail TEXT NOT NULL, thanks TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT, message_id TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outgoing (message_id TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS news (
  id INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, contact_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  channel TEXT NOT NULL, detail TEXT NOT NULL, message_id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS seen (mail TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS notice (
  key TEXT PRIMARY KEY, contact_id TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, about TEXT NOT NULL, message TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS known (message_id TEXT PRIMARY KEY);
DROP TABLE IF EXISTS voice;
CREATE TABLE IF NOT EXISTS wording (
  number INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT UNIQUE NOT NULL, contact_id TEXT NOT NULL, kind TEXT NOT NULL,
  wordings TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entry (
  number INTEGER PRIMARY KEY AUTOINCREMENT, sheet TEXT NOT NULL, contact_id TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL,
  cells TEXT NOT NULL, before TEXT NOT NULL);
"""
TAKEN = "taken:"
HELD, TOLD = "held:", "told:"
SENDS_BY, FILED = "sends by", "filed since"
"""Which server letters leave through, and from when on they are known to stand in Sent."""
SEARCHED, ANSWERERS = "searched:", "answer for:"
"""Which address of a contact was searched for, and from which others somebody answered for them."""
_MARKS_OF_A_CONTACT = (SEARCHED, ANSWERERS, HELD, TOLD)
BY_CONTACT = ("draft", "receipt", "news", "notice", "wording", "entry")
_ON_ITS_WAY = (*ON_THE_WIRE, SendState.ACCEPTED)
_RECEIPT = (
    "message_id",
    "code",
    "contact_id",
    "name",
    "kind",
    "occasion",
    "state",
    "on_day",
    "at",
    "recipient",
    "subject",
    "channel",
    "detail",
    "thanks",
    "note",
)
_DRAFT = ("code", "contact_id", "kind", "occasion", "message_id", "drafted", "shown", "skipped_until")


def reason_not_to_send(
    db: sqlite3.Connection, receipt: Receipt, sha256: str, limit: int | None, way_out: Callable[[str], str]
) -> str:
    """Say why a letter may not go; "" if it may: it is out already, or may be, or is not approved as it is (R3), or the limit is reached."""
    local_part = receipt.message_id.partition("@")[0] + "@"
    for row in db.execute(
        "SELECT state FROM receipt WHERE substr(message_id, 1, ?) = ?", (len(local_part), local_part)
    ):
        state = SendState(row["state"])
        if state in GONE:
            return f"The letter {receipt.code} has been sent already."
        if state in LOCKED:
            return f"The letter {receipt.code} may have gone already ({state}). {way_out(receipt.code)}"
    approval = db.execute("SELECT sha256 FROM approval WHERE code = ?", (receipt.code,)).fetchone()
    if approval is None or approval["sha256"] != sha256:
        return (
            f"The letter {receipt.code} is not approved as it now is; review it again: {command('review')}."
        )
    if limit is not None and len(times_of_day(db, receipt.at)) >= limit:
        return f"{limit} letters have gone in the last 24 hours, as many as Settings allow."
    return ""


def times_of_day(db: sqlite3.Connection, now: datetime) -> list[datetime]:
    """List when letters went that went or may have gone: from 24 hours ago on without an end, so that a clock set back frees nothing."""
    since = now.astimezone(UTC) - timedelta(hours=24)
    rows = db.execute(
        f"SELECT at FROM receipt WHERE state IN ({_marks(_ON_ITS_WAY)}) AND at >= ?",  # noqa: S608  (constants only)
        # A day earlier, as each is written by whatever clock it was recorded by.
        (*_ON_ITS_WAY, (since.date() - timedelta(days=1)).isoformat()),
    )
    times = [datetime.fromisoformat(r["at"]).astimezone() for r in rows]
    return [at for at in times if at > since]


def write_journal(db: sqlite3.Connection, message_id: str, state: str, at: datetime, note: str = "") -> None:
    """Add a line to the journal of all states."""
    db.execute(
        "INSERT INTO journal (message_id, state, at, note) VALUES (?, ?, ?, ?)",
        (message_id, state, at.isoformat(), note),
    )


def put_drafts(db: sqlite3.Connection, drafts: Iterable[DraftRecord]) -> None:
    """Keep letters in review as they now stand; when one was first drafted stays."""
    anew = ", ".join(f"{column} = excluded.{column}" for column in _DRAFT[1:])
    db.executemany(
        f"INSERT INTO draft ({', '.join(_DRAFT)}) VALUES ({_marks(_DRAFT)}) ON CONFLICT (code) DO UPDATE SET {anew}",  # noqa: S608  (constants only)
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


def put_receipt(db: sqlite3.Connection, r: Receipt) -> None:
    """Keep how far a letter got; the journal keeps every state it went through."""
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
    db.execute(f"INSERT OR REPLACE INTO receipt ({', '.join(_RECEIPT)}) VALUES ({_marks(_RECEIPT)})", row)  # noqa: S608  (constants only)
    write_journal(db, r.message_id, r.state, r.at, r.note)


def _marks(columns: Sequence[str]) -> str:
    return ", ".join("?" * len(columns))


def put_news(db: sqlite3.Connection, news: Iterable[Event]) -> None:
    """Keep events until the workbook has them."""
    db.executemany(
        "INSERT INTO news (date, contact_id, name, kind, channel, detail, message_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(e.date.isoformat(), e.contact_id, e.name, e.kind, e.channel, e.detail, e.message_id) for e in news],
    )


def forget_contact(db: sqlite3.Connection, contact_id: str) -> int:
    """Delete all rows of a contact; return how many."""
    ours = "(SELECT message_id FROM receipt WHERE contact_id = ?1 UNION SELECT message_id FROM draft WHERE contact_id = ?1)"
    statements = [f"DELETE FROM {t} WHERE message_id IN {ours}" for t in ("outgoing", "journal", "known")]  # noqa: S608  (constants only)
    statements.append(
        "DELETE FROM approval WHERE code IN (SELECT code FROM draft WHERE contact_id = ?1 "
        "UNION SELECT code FROM receipt WHERE contact_id = ?1)"
    )
    statements += [f"DELETE FROM meta WHERE key = '{mark}' || ?1" for mark in _MARKS_OF_A_CONTACT]  # noqa: S608  (constants only)
    statements.append(
        "UPDATE notice SET about = rtrim(replace(about || ' ', ' ' || ?1 || ' ', ' ')) "
        "WHERE instr(about || ' ', ' ' || ?1 || ' ') > 0"
    )
    statements += [f"DELETE FROM {t} WHERE contact_id = ?1" for t in BY_CONTACT]  # noqa: S608  (constants only)
    return sum(db.execute(s, (contact_id,)).rowcount for s in statements)


def forget_letters(db: sqlite3.Connection, codes: Iterable[str], message_ids: Iterable[str]) -> int:
    """Delete what is kept of letters by their codes and Message-IDs; return how many rows that were."""
    rows = sum(
        db.execute("DELETE FROM approval WHERE code = ?", (code,)).rowcount
        + db.execute("DELETE FROM meta WHERE key = ?", (TAKEN + code,)).rowcount
        for code in codes
    )
    return rows + sum(
        db.execute(f"DELETE FROM {t} WHERE message_id = ?", (m,)).rowcount  # noqa: S608  (constants only)
        for m in message_ids
        for t in ("receipt", "outgoing", "journal", "known")
    )


def event_of(r: Any) -> Event:
    """Read a row of news."""
    return Event(
        date.fromisoformat(r["date"]),
        r["contact_id"],
        r["name"],
        EventKind(r["kind"]),
        r["channel"],
        r["detail"],
        r["message_id"],
    )


def _identity(r: Any, name: str = "") -> Identity:
    return Identity(r["code"], r["contact_id"], LetterKind(r["kind"]), r["occasion"], r["message_id"], name)


def draft_of(r: Any) -> DraftRecord:
    """Read a row of drafts."""
    until = r["skipped_until"]
    return DraftRecord(
        _identity(r),
        r["drafted"],
        r["shown"],
        date.fromisoformat(until) if until else None,
    )


def _day_or(day: str, at: str) -> date:
    """Read a receipt's day; one that can't be meant is the day on which it was recorded, for no workbook can hold it."""
    found = date.fromisoformat(day)
    return found if is_plausible(found) else datetime.fromisoformat(at).date()


def receipt_of_row(r: Any) -> Receipt:
    """Read a row of receipts."""
    return Receipt(
        _identity(r, r["name"]),
        SendState(r["state"]),
        _day_or(r["on_day"], r["at"]),
        datetime.fromisoformat(r["at"]),
        r["recipient"],
        r["subject"],
        r["channel"],
        r["detail"],
        r["thanks"],
        r["note"],
    )


def put_entry(db: sqlite3.Connection, e: Noted) -> int:
    """Keep an entry; return its number."""
    cells = json.dumps({attr: _packed(value) for attr, value in e.cells.items()})
    row = (e.sheet, e.key, e.words, e.at.isoformat(), cells, json.dumps(dict(e.before)))
    done = db.execute(
        "INSERT INTO entry (sheet, contact_id, words, at, cells, before) VALUES (?, ?, ?, ?, ?, ?)", row
    )
    return int(done.lastrowid or 0)


def entry_of(r: Any) -> Noted:
    """Read a row of entries."""
    cells = {attr: _unpacked(value) for attr, value in json.loads(r["cells"]).items()}
    at = datetime.fromisoformat(r["at"])
    return Noted(
        r["sheet"], r["contact_id"], r["words"], at, cells, json.loads(r["before"]), int(r["number"])
    )


def _packed(value: Value) -> object:
    """Write a value as JSON has it; a date, or a moment, under its name."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _unpacked(value: Any) -> Value:
    if isinstance(value, dict):
        moment: Value = datetime.fromisoformat(value["moment"]) if "moment" in value else None
        return moment or date.fromisoformat(value["day"])
    found: Value = value
    return found
