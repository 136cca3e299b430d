"""Run one fault against real servers and hold the outcome to what is promised whatever happens."""

from __future__ import annotations

import contextlib
import email
import email.policy
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import SendState
from pipeline.mail.outgoing import Outgoing, SendOutcome
from pipeline.mail.postman import send_letters
from pipeline.mail.watch import open_watch
from tests.peers.certs import Certs
from tests.peers.clock import TODAY, TestClock
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, account, approved, contact, ledger_at, letter
from tests.peers.smtp import PASSWORD, RawPeer, Script, SmtpPeer, closed_port, free_port
from tests.systems import PATIENCE

from .table import Fault


def run_fault(
    fault: Fault, folder: Path, certs: Certs, imap: ImapPeer | None
) -> tuple[list[SendOutcome], list[SendOutcome], int]:
    """Send three letters through a fault, then again through a sound server. Return both outcomes and the first letter's copies."""
    letters = [letter(n) for n in range(3)]
    with ledger_at(folder) as ledger:
        ready = approved(ledger, letters)
    filed: list[bytes] = []
    if fault.mailbox == "sent-already" and imap:
        from pipeline.mail.outgoing import final_bytes

        for one in ready:
            imap.put(
                final_bytes(one, account(1), TestClock().now(), to_override=None),
                imap.sent,
                TestClock().now() - timedelta(hours=1),
            )
    with (
        SmtpPeer(certs, fault.script(), on_accept=_filing(fault, imap, filed), **fault.options) as server,
        _refusing(fault, certs, server) as port,
    ):
        first = _send(fault, folder, ready, port, imap, server)
    for raw in filed:
        if imap and fault.mailbox != "no-sent":
            imap.file_sent(raw)
    with SmtpPeer(certs, Script(), on_accept=None) as sound:
        then = _send(
            Fault("then", fault.first, mailbox="up" if fault.mailbox not in ("none", "no-sent") else "none"),
            folder,
            ready,
            sound.port,
            imap,
            sound,
        )
    accepted = [*server.accepted, *sound.accepted]
    with ledger_at(folder) as ledger:
        hold_to_promises(
            ready,
            accepted,
            [*first, *then],
            ledger,
            evidence=fault.mailbox == "sent-already",
            ledger_lost=fault.ledger_at == "removed",
        )
    return first, then, sum(a.message_id == letters[0].message_id for a in accepted)


def hold_to_promises(
    ready: Sequence[Outgoing],
    accepted: Sequence[Any],
    outcomes: Sequence[SendOutcome],
    ledger: Ledger,
    *,
    evidence: bool = False,
    ledger_lost: bool = False,
) -> None:
    """Assert: at most one copy; no unapproved text on the wire; never Sent without a 250 or evidence; nothing lost."""
    texts = {o.letter.message_id: o.letter.body for o in ready}
    state = ledger.state()
    for one in ready:
        mid = one.letter.message_id
        copies = [a for a in accepted if a.message_id == mid]
        assert len(copies) <= 1, f"{len(copies)} copies"
        receipt = state.receipt_of(mid)
        said_sent = any(o.code == one.letter.code and o.outcome == "sent" for o in outcomes)
        assert copies or evidence or not said_sent, "Sent without a 250"
        assert copies or evidence or receipt is None or receipt.state is not SendState.ACCEPTED, (
            "accepted without a 250"
        )
        still_approved = state.approvals.get(one.letter.code) == one.sha256
        assert still_approved or receipt is not None or ledger_lost, "lost"
        assert not copies or receipt is not None or ledger_lost, "gone without a trace"
    for a in accepted:
        message = email.message_from_bytes(a.content, policy=email.policy.default)
        assert message.get_content().replace("\r\n", "\n").rstrip() == texts[a.message_id].rstrip(), (
            "a text that was not approved"
        )
        assert a.recipients == (next(o.letter.to for o in ready if o.letter.message_id == a.message_id),)


def _filing(fault: Fault, imap: ImapPeer | None, filed: list[bytes]) -> Callable[[bytes], None] | None:
    """File Sent copies as Gmail does: at once, twice, or only later."""
    if imap is None or fault.mailbox in ("none", "sent-already"):
        return None
    if fault.mailbox in ("late", "down", "no-sent"):
        return filed.append
    times = 2 if fault.mailbox == "twice" else 1

    def file(raw: bytes) -> None:
        for _ in range(times):
            imap.file_sent(raw)

    return file


@contextlib.contextmanager
def _refusing(fault: Fault, certs: Certs, server: SmtpPeer) -> Iterator[int]:
    if fault.server in ("421", "hang"):
        with RawPeer(certs, b"421 4.3.2 not now\r\n" if fault.server == "421" else b"") as peer:
            yield peer.port
    elif fault.server == "closed":
        with closed_port() as port:
            yield port
    else:
        yield server.port


def _send(
    fault: Fault, folder: Path, ready: list[Outgoing], port: int, imap: ImapPeer | None, server: SmtpPeer
) -> list[SendOutcome]:
    imap_port = (
        0
        if fault.mailbox == "none" or imap is None
        else free_port()
        if fault.mailbox == "down"
        else imap.port
    )
    who = account(
        port,
        imap_port,
        starttls=bool(fault.options.get("starttls")),
        imap_starttls=imap.starttls if imap else True,
        timeout=1.0 if fault.server == "hang" else PATIENCE,
        reply_timeout=2.0 if "our time-out" in fault.name else PATIENCE,
    )
    with ledger_at(folder) as ledger:
        watch = open_watch(
            ME, ledger, [contact(n) for n in range(3)], (), today=TODAY, account=who, secret=PASSWORD
        )
        if fault.mailbox == "no-sent":
            watch.mailbox.folders = type(watch.mailbox.folders)()
        trouble = _Trouble(fault, ledger, server)
        with trouble:
            return send_letters(
                ready,
                who,
                ledger,
                watch,
                TestClock(),
                recheck=lambda _: trouble.at("start"),
                daily_limit=20,
                secret=PASSWORD,
                at=trouble.at,
            )


class _Trouble:
    """What befalls the ledger at a point of the first letter: a full disk, a lock, its removal."""

    def __init__(self, fault: Fault, ledger: Ledger, server: SmtpPeer) -> None:
        self._fault, self._ledger, self._server = fault, ledger, server
        self._drops = fault.script().body
        self._lock: sqlite3.Connection | None = None
        self._disk = _Disk() if fault.disk_full_at else None

    def __enter__(self) -> None:
        """Nothing is wrong yet."""

    def at(self, point: str) -> None:
        if point == "dot-recorded" and self._drops:
            self._drops.pop()
            self._server.rest()
        if self._fault.disk_full_at == point:
            self._disk.fill(self._ledger.path)
        if point == "body" and self._fault.ledger_at == "removed":
            for suffix in ("", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(f"{self._ledger.path}{suffix}")
        if point == "body" and self._fault.ledger_at == "locked" and self._lock is None:
            self._lock = sqlite3.connect(self._ledger.path, isolation_level=None)
            self._lock.execute("BEGIN IMMEDIATE")
            self._ledger._db.execute("PRAGMA busy_timeout = 50")

    def __exit__(self, *_: object) -> None:
        if self._disk is not None:
            self._disk.empty()
        if self._lock is not None:
            self._lock.close()


class _Disk:
    """A disk that can be full, by POSIX's limits: no file of this process grows then."""

    def __init__(self) -> None:
        import resource

        self._resource, self._limits = resource, resource.getrlimit(resource.RLIMIT_FSIZE)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(self, ledger: Path) -> None:
        """Let the next write to the log of the ledger fail."""
        log = ledger.with_name(f"{ledger.name}-wal")
        self._limit(log.stat().st_size if log.exists() else 0)

    def empty(self) -> None:
        """Let files grow again."""
        self._limit(self._limits[0])

    def _limit(self, size: int) -> None:
        self._resource.setrlimit(self._resource.RLIMIT_FSIZE, (size, self._limits[1]))
