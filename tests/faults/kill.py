"""Kill -9 the sender at every point of the protocol and at random moments; then run again and count copies."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.ledger.records import SendState
from pipeline.mail.postman import send_letters
from pipeline.mail.watch import open_watch
from tests.peers.certs import Certs
from tests.peers.clock import TODAY, TestClock
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, account, approved, contact, ledger_at, letter, outgoing
from tests.peers.smtp import PASSWORD, SmtpPeer
from tests.processes import end_at_once, ended_at_once, processes
from tests.systems import PATIENCE

from .run import hold_to_promises

POINTS = ("claimed", "mail", "rcpt", "data", "body", "dot-recorded", "dot-sent", "replied", "settled")
LETTERS = 3


@dataclass(frozen=True)
class Killed:
    """One kill: where, and how each letter stood after the next run."""

    where: str
    mailbox: bool
    copies: tuple[int, ...]
    states: tuple[str, ...]
    landed: bool


def at_points(mailboxes: Sequence[bool], times: int = 1) -> Iterator[tuple[str, int, bool]]:
    """Yield every point, on each letter, with and without a mailbox."""
    for _ in range(times):
        for mailbox in mailboxes:
            for point in POINTS:
                for nth in range(LETTERS):
                    yield point, nth, mailbox


def kill_at(point: str, nth: int, mailbox: bool, folder: Path, certs: Certs, imap: ImapPeer | None) -> Killed:
    """Kill the sender when it reaches a point for the nth time."""
    return _round(f"{point} of letter {nth + 1}", (point, nth), 0.0, mailbox, folder, certs, imap)


def kill_after(seconds: float, mailbox: bool, folder: Path, certs: Certs, imap: ImapPeer | None) -> Killed:
    """Kill the sender some time after it began."""
    return _round("a random moment", ("", 0), seconds, mailbox, folder, certs, imap)


def random_moments(count: int, seed: int, longest: float = 0.12) -> list[float]:
    chosen = random.Random(seed)
    return [chosen.uniform(0.001, longest) for _ in range(count)]


def _round(
    where: str,
    point: tuple[str, int],
    seconds: float,
    mailbox: bool,
    folder: Path,
    certs: Certs,
    imap: ImapPeer | None,
) -> Killed:
    letters = [letter(n) for n in range(LETTERS)]
    if imap is not None and mailbox:
        imap.empty()
    with ledger_at(folder) as ledger:
        ready = approved(ledger, letters)
    box = imap if mailbox else None
    taken = sending_processes().Semaphore(0)

    def take(content: bytes) -> None:
        taken.release()
        if box is not None:
            box.file_sent(content)

    with SmtpPeer(certs, on_accept=take) as server:
        code = _child(folder, server.port, box, point, seconds, taken)
        server.rest()
        _child(folder, server.port, box, ("", 0), 0.0, taken)
        with ledger_at(folder) as ledger:
            state = ledger.state()
            hold_to_promises(ready, server.accepted, [], ledger)
    states = tuple(str(r.state) if (r := state.receipt_of(m.message_id)) else "approved" for m in letters)
    copies = tuple(server.copies(m.message_id) for m in letters)
    for copy, settled in zip(copies, states, strict=True):
        assert copy == 1 or settled == SendState.CHECK, f"killed at {where}: {copy} copies and {settled}"
    return Killed(where, mailbox, copies, states, ended_at_once(code))


def sending_processes() -> Any:
    """Give what starts senders."""
    return processes("tests.faults.kill", "yagmail", "imap_tools", "email_validator")


def _child(
    folder: Path,
    smtp_port: int,
    imap: ImapPeer | None,
    point: tuple[str, int],
    seconds: float,
    taken: Any,
) -> int:
    """Run a sender in a process of its own; return its exit code. `taken` counts the letters that the server took."""
    context = sending_processes()
    ready = context.Event()
    imap_port, starttls = (imap.port, imap.starttls) if imap else (0, True)
    ca_file = os.environ.get("SSL_CERT_FILE", "")
    process = context.Process(
        target=_send, args=(folder, smtp_port, imap_port, starttls, point, ca_file, ready, taken)
    )
    process.start()
    ready.wait(PATIENCE)
    if seconds:
        time.sleep(seconds)
        process.kill()
    process.join(PATIENCE)
    assert process.exitcode is not None, "the sender does not end"
    return int(process.exitcode)


def _send(
    folder: Path,
    smtp_port: int,
    imap_port: int,
    starttls: bool,
    point: tuple[str, int],
    ca_file: str,
    ready: Any,
    taken: Any,
) -> None:
    os.environ["SSL_CERT_FILE"] = ca_file
    passed = 0

    def at(name: str) -> None:
        nonlocal passed
        if name == "dot-sent":  # a server that has not read the dot before the end takes the letter, or not
            taken.acquire(timeout=PATIENCE)
        if name == point[0]:
            if passed == point[1]:
                end_at_once()
            passed += 1

    who = account(smtp_port, imap_port, imap_starttls=starttls)
    with ledger_at(folder) as ledger:
        ready.set()
        watch = open_watch(
            ME, ledger, [contact(n) for n in range(LETTERS)], (), today=TODAY, account=who, secret=PASSWORD
        )
        send_letters(
            [outgoing(letter(n)) for n in range(LETTERS)],
            who,
            ledger,
            watch,
            TestClock(),
            recheck=lambda _: None,
            daily_limit=20,
            spacing=0,
            secret=PASSWORD,
            at=at,
        )
