"""One computer at a time: a note in a folder of the mailbox that both can see, put up before the first letter goes.

The server numbers what is appended (RFC 3501 2.3.1.1), so of two notes one is first, and both computers see which.
"""

from __future__ import annotations

import hashlib
import imaplib
import re
import secrets
import uuid
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from pipeline.ledger.ledger import Ledger
from pipeline.mail.mailbox import Mailbox, arrived_at

FOLDER = "Remembered"
ANOTHER_SENDS = (
    "Another computer is sending for this mailbox just now, so nothing was sent from here. Wait until it is done, "
    "then send again; the letters stay approved."
)
_HEADER = "X-Remembered-Sending"
_LIVES, _RENEWED_AFTER = timedelta(minutes=10), timedelta(minutes=4)
_TOKEN = re.compile(rb"^" + _HEADER.encode() + rb":\s*([0-9a-f]{32})\s*$", re.IGNORECASE | re.MULTILINE)
_NUMBER = re.compile(rb"\bUID (\d+)")


def token_of(ledger: Ledger) -> str:
    """Return what tells this computer's notes from another's, a copied ledger on another computer included."""
    kept = ledger.get("computer")
    if not kept:
        kept = secrets.token_hex(16)
        ledger.set("computer", kept)
    return hashlib.sha256(f"{kept} {uuid.getnode()} {ledger.path}".encode()).hexdigest()[:32]


class SharedClaim:
    """This run's claim to send. A mailbox that takes no notes has none: then Sent alone is looked at before each letter."""

    def __init__(self, mailbox: Mailbox, address: str, token: str) -> None:
        """`token` is the same for all runs of one computer, so that a run that was killed keeps the next from nothing."""
        self._mailbox, self._address, self._token = mailbox, address, token
        self._put_up: datetime | None = None
        self.possible = True

    def put_up_claim(self, now: datetime) -> str:
        """Put up the note, or renew it, and say whether another computer's note came before it; "" for none.

        Raises MailboxDown where the connection fails.
        """
        if not self.possible:
            return ""
        if self._put_up is None or now - self._put_up > _RENEWED_AFTER:
            if not self._append(now):
                self.possible = False
                return ""
            self._put_up = now
        notes = self._notes()
        mine = [uid for uid, _, token in notes if token == self._token]
        if not mine:
            self._put_up = None
            return ANOTHER_SENDS
        newest = max(moment for _, moment, _ in notes)
        live = {token for _, moment, token in notes if newest - moment < _LIVES}
        first = min(uid for uid, _, token in notes if token in live)
        if first in mine:
            return ""
        self.release()
        return ANOTHER_SENDS

    def release(self) -> None:
        """Take this run's notes down, and those left by runs that ended long ago."""
        if self._put_up is None:
            return
        self._put_up = None
        with suppress(Exception):
            notes = self._notes()
            newest = max((moment for _, moment, _ in notes), default=datetime.now(UTC))
            gone = [
                uid for uid, moment, token in notes if token == self._token or newest - moment > 6 * _LIVES
            ]
            self._mailbox.changing(lambda client: _remove(client, gone, self._mailbox.folders.trash))

    def _append(self, now: datetime) -> bool:
        note = EmailMessage()
        note["From"] = note["To"] = self._address
        note["Subject"] = "Remembered is sending letters"
        note["Date"] = now.astimezone()
        note[_HEADER] = self._token
        note.set_content(
            "While this note lies here no second computer sends letters for this mailbox.\n"
            "It is removed at the end of the run; one left behind counts for ten minutes.\n"
        )
        folder = self._mailbox.folders.beside(FOLDER)
        return self._mailbox.changing(lambda client: _put(client, folder, bytes(note)))

    def _notes(self) -> list[tuple[int, datetime, str]]:
        folder = self._mailbox.folders.beside(FOLDER)
        return self._mailbox.changing(lambda client: _read(client, folder))


def _quoted(folder: str) -> str:
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _put(client: imaplib.IMAP4, folder: str, note: bytes) -> bool:
    if client.append(_quoted(folder), "(\\Seen)", None, note)[0] == "OK":
        return True
    client.create(_quoted(folder))
    return client.append(_quoted(folder), "(\\Seen)", None, note)[0] == "OK"


def _read(client: imaplib.IMAP4, folder: str) -> list[tuple[int, datetime, str]]:
    if client.select(_quoted(folder))[0] != "OK":
        return []
    status, data = client.uid("FETCH", "1:*", f"(UID INTERNALDATE BODY.PEEK[HEADER.FIELDS ({_HEADER})])")
    if status != "OK":
        return []
    found = []
    for index, item in enumerate(data):
        if not isinstance(item, tuple):
            continue
        after = data[index + 1] if index + 1 < len(data) and isinstance(data[index + 1], bytes) else b""
        info = item[0] + b" " + after
        uid, token = _NUMBER.search(info), _TOKEN.search(item[1])
        if uid and token:
            found.append((int(uid[1]), arrived_at(info), token[1].decode()))
    return found


def _remove(client: imaplib.IMAP4, uids: list[int], trash: str) -> None:
    """Remove notes; where deleting only files them away, as at Gmail, they go by way of the trash."""
    if not uids:
        return
    numbers = ",".join(map(str, uids))
    if trash and "MOVE" in client.capabilities and client.uid("MOVE", numbers, _quoted(trash))[0] == "OK":
        return
    client.uid("STORE", numbers, "+FLAGS.SILENT", "(\\Deleted)")
    client.expunge()
