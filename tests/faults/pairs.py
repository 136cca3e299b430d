"""Two computers with one mailbox send the same letters, started a moment apart: none goes twice."""

from __future__ import annotations

import random
import threading
import time
from datetime import datetime
from pathlib import Path

from pipeline.mail.account import Account
from pipeline.mail.outgoing import Outcome
from pipeline.mail.postman import send_letters
from pipeline.mail.watch import open_watch
from tests.peers.certs import Certs
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, account, approved, contact, ledger_at, letter
from tests.peers.smtp import PASSWORD, SmtpPeer

LETTERS, COMPRESSED = 10, 100


class _Clock:
    """Real time, the waiting a hundredth as long."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds / COMPRESSED)


def pair(folder: Path, certs: Certs, imap: ImapPeer, apart: float) -> tuple[list[int], list[list[Outcome]]]:
    """Run two computers, `apart` seconds of real time between their starts; count the copies of each letter."""
    imap.empty()
    outcomes: list[list[Outcome]] = [[], []]
    with SmtpPeer(certs, on_accept=imap.file_sent) as server:
        who = account(server.port, imap.port, imap_starttls=imap.starttls)
        runs = [
            threading.Thread(target=_computer, args=(folder / str(n), who, outcomes[n])) for n in range(2)
        ]
        runs[0].start()
        time.sleep(apart / COMPRESSED)
        runs[1].start()
        for run in runs:
            run.join(120)
        return [server.copies(letter(n).message_id) for n in range(LETTERS)], outcomes


def _computer(folder: Path, who: Account, outcomes: list[Outcome]) -> None:
    folder.mkdir(parents=True)
    with ledger_at(folder) as ledger:
        ready = approved(ledger, [letter(n) for n in range(LETTERS)])
        watch = open_watch(ME, ledger, [contact(n) for n in range(LETTERS)], account=who, secret=PASSWORD)
        outcomes += send_letters(
            ready,
            who,
            ledger,
            watch,
            _Clock(),
            recheck=lambda _: None,
            daily_limit=20,
            secret=PASSWORD,
        )


def many(folder: Path, certs: Certs, imap: ImapPeer, pairs: int, seed: int) -> tuple[int, int]:
    """Run many pairs, 0 to 30 s apart; return how many letters went twice, and how many did not go."""
    chosen, twice, missing = random.Random(seed), 0, 0
    for number in range(pairs):
        copies, _ = pair(folder / f"pair{number}", certs, imap, chosen.uniform(0, 30))
        twice += sum(c > 1 for c in copies)
        missing += sum(c == 0 for c in copies)
    return twice, missing
