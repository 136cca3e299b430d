"""The mailbox over IMAP, read only: headers first, and no more than was not seen yet."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from pipeline.mail.account import Account
from pipeline.mail.folders import Folders, Listed, folders_among
from pipeline.mail.message import is_message_id
from pipeline.mail.outgoing import MailboxDown
from pipeline.mail.passwords import password_for, variable_of
from pipeline.mail.refusals import no_password_sentence, password_refused, takes_no_password
from pipeline.mail.servers import Server, tls_context
from pipeline.model.dates import MONTHS
from pipeline.model.errors import UserError

HEADERS = (
    "FROM SENDER REPLY-TO TO CC BCC SUBJECT DATE MESSAGE-ID IN-REPLY-TO REFERENCES CONTENT-TYPE RETURN-PATH AUTO-SUBMITTED X-AUTOREPLY "
    "X-AUTORESPOND X-AUTO-RESPONSE-SUPPRESS PRECEDENCE LIST-ID X-FAILED-RECIPIENTS CONTENT-CLASS X-MS-EXCHANGE-CALENDAR-ORIGINATOR-ID"
)
LARGEST = 1024 * 1024
_BATCH, _ADDRESSES = 500, 20
_PLAIN_ADDRESS = re.compile(r"[a-z0-9.!#$&'*+/=?^_`{|}~-]+@[a-z0-9.-]+", re.IGNORECASE)
_UID = re.compile(rb"\bUID (\d+)")
_DRAFT = re.compile(rb"FLAGS \([^)]*\\Draft\b", re.IGNORECASE)
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class MailHeader:
    """A mail's header as fetched: which mail of the folder, when it came, how many bytes it has in all."""

    folder: str
    uid: int
    arrived: datetime
    size: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class ReadMark:
    """How far a folder was read: its UIDVALIDITY and the last UID (RFC 3501 2.3.1.1)."""

    validity: int = 0
    uid: int = 0

    @classmethod
    def read(cls, text: str) -> ReadMark:
        """Read a mark as written."""
        first, _, second = text.partition(":")
        return cls(int(first), int(second)) if first.isdigit() and second.isdigit() else cls()

    def written(self) -> str:
        """Write it as text."""
        return f"{self.validity}:{self.uid}"


class Mailbox:
    """A logged-in mailbox. Nothing of the user's in it is ever changed. Every method raises MailboxDown when the server fails."""

    def __init__(self, box: Any, folders: Folders) -> None:
        self._box = box
        self.folders = folders
        self._selected: tuple[str, int] = ("", 0)

    @classmethod
    def open(cls, account: Account, secret: str | None = None, sent_folder: str = "") -> Mailbox:
        """Connect, encrypted and verified, and find the folders."""
        server = account.imap
        if server is None:
            raise MailboxDown("no mailbox is set up (Settings, Read replies from).", lasting=True)
        held: Callable[[], str] = str if secret else lambda: variable_of(account, server)
        try:
            secret = secret or password_for(account, server)
        except UserError as fault:
            raise MailboxDown(str(fault), lasting=True) from None
        where = str(server)
        box = _explained(lambda: _connected(server, account.timeout), where)
        try:
            _explained(lambda: box.login(account.user, secret, initial_folder=None), where, held)
            return cls(box, _explained(lambda: _find_folders(box, sent_folder), where))
        except BaseException:
            with suppress(OSError, imaplib.IMAP4.error):
                box.client.shutdown()
            raise

    def close(self) -> None:
        """Log out."""
        with suppress(Exception):
            self._box.logout()

    def __enter__(self) -> Mailbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def headers_since(self, folder: str, mark: ReadMark, since: date) -> tuple[list[MailHeader], ReadMark]:
        """Fetch the headers that came after a mark; without a usable one, those since a date. Return them and the new mark.

        Drafts, which Gmail keeps among all mail, are left out: they are nobody's letter yet.
        """
        return _explained(lambda: self._headers_since(folder, mark, since))

    def headers_with(
        self, folder: str, field: str, addresses: Sequence[str], since: date
    ) -> list[MailHeader]:
        """Fetch the headers since a date with one of these addresses in FROM or TO."""
        plain = [a for a in addresses if _PLAIN_ADDRESS.fullmatch(a)]
        searches = [_any_of(field, plain[i : i + _ADDRESSES]) for i in range(0, len(plain), _ADDRESSES)]
        found = (
            _explained(lambda s=s: self._headers_found(folder, f"{s} {_since(since)}"))  # type: ignore[misc]
            for s in searches
        )
        return [header for headers in found for header in headers]

    def whole(self, header: MailHeader) -> bytes:
        """Fetch a whole mail, at most its first MB."""
        return _explained(lambda: self._whole(header.folder, header.uid))

    def find(self, message_id: str) -> datetime | None:
        """Return when Sent, or All, got this Message-ID; verified on the header, for servers also find parts of words."""
        if not _is_plain(message_id):
            return None
        folders = [f for f in (self.folders.sent, self.folders.all) if f]
        if not folders:
            raise MailboxDown("no folder of sent mail was found; write its name into Settings, Sent folder.")
        found = self._first_of(folders, message_id)
        return found[2] if found else None

    def mail(self, message_id: str) -> bytes:
        """Fetch the mail of this Message-ID, at most its first MB; nothing where no folder that is read holds it."""
        found = self._first_of(self.folders.read, message_id) if _is_plain(message_id) else None
        return _explained(lambda: self._whole(*found[:2])) if found else b""

    def _first_of(self, folders: Iterable[str], message_id: str) -> tuple[str, int, datetime] | None:
        """Find a mail in the first of some folders that holds it: the folder, its UID there, and when it came."""
        for folder in folders:
            found = _explained(lambda f=folder: self._holds(f, message_id))  # type: ignore[misc]
            if found is not None:
                return folder, *found
        return None

    def changing(self, work: Callable[[imaplib.IMAP4], _T]) -> _T:
        """Do something in a folder of our own, the only one that is ever changed."""
        self._selected = ("", 0)
        return _explained(lambda: work(self._box.client))

    def _select(self, folder: str) -> int:
        """Select read-only and return the UIDVALIDITY; a folder selected already is asked for what is new."""
        if self._selected[0] == folder:
            self._box.client.noop()
            return self._selected[1]
        self._box.folder.set(folder, readonly=True)
        _, values = self._box.client.response("UIDVALIDITY")
        validity = int(values[0]) if values and values[0] else 0
        self._selected = (folder, validity)
        return validity

    def _headers_since(self, folder: str, mark: ReadMark, since: date) -> tuple[list[MailHeader], ReadMark]:
        if mark.uid and self._selected[0] != folder and self._is_unchanged(folder, mark):
            return [], mark
        validity = self._select(folder)
        known = mark.uid if mark.validity == validity else 0
        criteria = f"UID {known + 1}:*" if known else _since(since)
        uids = sorted(int(u) for u in self._box.uids(criteria) if int(u) > known)
        headers = [h for batch in _batches(uids) for h in self._fetch(folder, batch)]
        last = max(uids, default=known or self._highest_uid())
        return headers, ReadMark(validity, last)

    def _is_unchanged(self, folder: str, mark: ReadMark) -> bool:
        """Tell by the folder's counters, without selecting it, that nothing came since the mark."""
        found = self._box.folder.status(folder, ["UIDVALIDITY", "UIDNEXT"])
        return bool(found.get("UIDVALIDITY") == mark.validity and found.get("UIDNEXT") == mark.uid + 1)

    def _headers_found(self, folder: str, criteria: str) -> list[MailHeader]:
        self._select(folder)
        uids = sorted(int(u) for u in self._box.uids(criteria))
        return [h for batch in _batches(uids) for h in self._fetch(folder, batch)]

    def _highest_uid(self) -> int:
        _, values = self._box.client.response("UIDNEXT")
        return int(values[0]) - 1 if values and values[0] else 0

    def _fetch(self, folder: str, uids: list[int]) -> Iterator[MailHeader]:
        parts = f"(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS ({HEADERS})])"
        for info, raw in self._fetched(uids, parts):
            uid, size = _UID.search(info), _SIZE.search(info)
            if uid and not _DRAFT.search(info):
                yield MailHeader(folder, int(uid[1]), arrived_at(info), int(size[1]) if size else 0, raw)

    def _fetched(self, uids: list[int], parts: str) -> Iterator[tuple[bytes, bytes]]:
        """Fetch, and pair what stands around each literal with it; what the server says unasked in between is left out."""
        status, data = self._box.client.uid("FETCH", ",".join(map(str, uids)), parts)
        if status != "OK":
            raise imaplib.IMAP4.error("FETCH failed")
        for index, item in enumerate(data):
            if isinstance(item, tuple):
                after = (
                    data[index + 1] if index + 1 < len(data) and isinstance(data[index + 1], bytes) else b""
                )
                yield item[0] + b" " + after, item[1]

    def _whole(self, folder: str, uid: int) -> bytes:
        self._select(folder)
        found = [raw for _, raw in self._fetched([uid], f"(UID BODY.PEEK[]<0.{LARGEST}>)")]
        return found[0] if found else b""

    def _holds(self, folder: str, message_id: str) -> tuple[int, datetime] | None:
        self._select(folder)
        uids = [int(u) for u in self._box.uids(f'HEADER MESSAGE-ID "{message_id}"')]
        for batch in _batches(uids):
            for info, raw in self._fetched(batch, "(UID INTERNALDATE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"):
                uid = _UID.search(info)
                if uid and message_id.encode() in raw.split():
                    return int(uid[1]), arrived_at(info)
        return None


def _is_plain(message_id: str) -> bool:
    """Tell whether a Message-ID can stand in a search."""
    return is_message_id(message_id) and '"' not in message_id and "\\" not in message_id


def _since(day: date) -> str:
    return f"SINCE {day.day}-{MONTHS[day.month - 1][:3]}-{day.year}"


def _any_of(field: str, addresses: Sequence[str]) -> str:
    """Write a search for one of several addresses: OR takes two keys, the second of which may be an OR again."""
    keys = [f'{field} "{a}"' for a in addresses]
    return "".join(f"OR {key} " for key in keys[:-1]) + keys[-1]


def _connected(server: Server, timeout: float) -> Any:
    import imap_tools

    kind = imap_tools.MailBoxStartTls if server.starttls else imap_tools.MailBox
    return kind(server.host, port=server.port, timeout=timeout, ssl_context=tls_context())


def _find_folders(box: Any, sent_folder: str) -> Folders:
    listed = [Listed(f.name, f.delim or "", tuple(f.flags)) for f in box.folder.list()]
    try:
        return folders_among(listed, sent_folder)
    except LookupError:
        raise MailboxDown(
            f'the mailbox has no folder "{sent_folder}"; correct Settings, Sent folder.', lasting=True
        ) from None


def _batches(uids: list[int]) -> Iterable[list[int]]:
    return (uids[i : i + _BATCH] for i in range(0, len(uids), _BATCH))


def arrived_at(info: bytes) -> datetime:
    """Read the INTERNALDATE of a fetched mail."""
    moment = imaplib.Internaldate2tuple(info)
    return datetime(*moment[:6]).astimezone() if moment else datetime.fromtimestamp(0).astimezone()


def _explained(work: Callable[[], _T], where: str = "", held: Callable[[], str] = str) -> _T:
    """Do something with the server; what fails there becomes MailboxDown with a sentence that holds no secret.

    `held` names the environment variable that holds the password, if one does.
    """
    from imap_tools.errors import ImapToolsError, MailboxLoginError

    try:
        return work()
    except ssl.SSLCertVerificationError as fault:
        raise MailboxDown(f"{where} did not prove that it is who it says ({fault.verify_message}).") from None
    except (ImapToolsError, imaplib.IMAP4.error) as fault:
        if isinstance(fault, MailboxLoginError):
            if takes_no_password(str(fault)):
                raise MailboxDown(no_password_sentence(f"({where})"), lasting=True) from None
            told = f"{where} did not take the password. {password_refused(held())}"
            raise MailboxDown(told, lasting=True) from None
        raise MailboxDown(f"the mail server failed ({type(fault).__name__}).") from None
    except (OSError, EOFError) as fault:
        reason = (
            "no answer in time"
            if isinstance(fault, TimeoutError)
            else getattr(fault, "strerror", None) or type(fault).__name__
        )
        from pipeline.mail.connection import look_into

        told = f"{where or 'the mail server'} can't be reached ({reason}). {look_into(fault)}."
        raise MailboxDown(told) from None
