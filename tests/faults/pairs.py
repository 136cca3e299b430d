"""Two computers with one mailbox send the same letters, started a moment apart: none goes twice."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.mail.account import Account
from pipeline.mail.outgoing import SendOutcome
from pipeline.mail.postman import send_letters
from pipeline.mail.watch import open_watch
from tests.peers.certs import Certs
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, account, approved, contact, ledger_at, letter
from tests.peers.smtp import PASSWORD, SmtpPeer

LETTERS = 10
SHORT = 100
"""How much shorter the waiting is in the short form."""


class _Clock:
    """Real time, for two computers share it; the waiting so many times shorter."""

    def __init__(self, shorter: float) -> None:
        self._shorter = shorter

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds / self._shorter)


def pair(
    folder: Path, certs: Certs, imap: ImapPeer, apart: float, shorter: float = SHORT
) -> tuple[list[int], list[list[SendOutcome]]]:
    """Run two computers, `apart` seconds of real time between their starts; count the copies of each letter."""
    imap.empty()
    outcomes: list[list[SendOutcome]] = [[], []]
    clock = _Clock(shorter)
    with SmtpPeer(certs, on_accept=lambda raw: imap.put(raw, imap.sent, clock.now())) as server:
        who = account(server.port, imap.port, imap_starttls=imap.starttls)
        runs = [
            threading.Thread(target=_computer, args=(folder / str(n), who, clock, outcomes[n]))
            for n in range(2)
        ]
        runs[0].start()
        clock.sleep(apart)
        runs[1].start()
        for run in runs:
            run.join(300)
        return [server.copies(letter(n).message_id) for n in range(LETTERS)], outcomes


def _computer(folder: Path, who: Account, clock: _Clock, outcomes: list[SendOutcome]) -> None:
    folder.mkdir(parents=True)
    now = clock.now()
    with ledger_at(folder) as ledger:
        ready = approved(ledger, [letter(n) for n in range(LETTERS)], now)
        people = [contact(n) for n in range(LETTERS)]
        watch = open_watch(ME, ledger, people, (), today=now.date(), account=who, secret=PASSWORD)
        outcomes += send_letters(
            ready,
            who,
            ledger,
            watch,
            clock,
            recheck=lambda _: None,
            daily_limit=20,
            secret=PASSWORD,
        )


def many(
    folder: Path,
    certs: Certs,
    mailbox: Callable[[Path], Any],
    pairs: int,
    seed: int,
    *,
    shorter: float = 1,
    at_once: int = 10,
) -> tuple[int, int]:
    """Run many pairs, 0 to 30 s apart, several at once for their waiting, each of these in a mailbox of its own.

    Return how many letters went twice, and how many did not go.
    """
    chosen = random.Random(seed)
    apart = [chosen.uniform(0, 30) for _ in range(pairs)]

    def one_after_the_other(first: int) -> list[int]:
        place = folder / f"mailbox{first}"
        place.mkdir(parents=True)
        with mailbox(place) as imap:
            numbers = range(first, pairs, at_once)
            return [c for n in numbers for c in pair(folder / f"pair{n}", certs, imap, apart[n], shorter)[0]]

    with ThreadPoolExecutor(at_once) as hands:
        copies = [c for counted in hands.map(one_after_the_other, range(at_once)) for c in counted]
    return sum(c > 1 for c in copies), sum(c == 0 for c in copies)
