"""Kill -9 at every transition, at random moments, and four senders at once: at most one copy, nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults import kill
from tests.peers.certs import Certs
from tests.peers.imap import ImapPeer
from tests.peers.letters import approved, ledger_at, letter
from tests.peers.smtp import SmtpPeer
from tests.systems import PATIENCE

pytestmark = pytest.mark.every_case
pytest_plugins = ["tests.peers.fixtures"]


@pytest.mark.parametrize("point", kill.POINTS)
def test_killed_at_a_transition(point: str, tmp_path: Path, certs: Certs) -> None:
    done = kill.kill_at(point, 1, False, tmp_path, certs, None)
    assert done.landed
    assert max(done.copies) == 1


@pytest.mark.parametrize("point", ["body", "dot-recorded", "dot-sent", "replied"])
def test_killed_with_a_mailbox_to_look_in(point: str, tmp_path: Path, certs: Certs, pymap: ImapPeer) -> None:
    done = kill.kill_at(point, 1, True, tmp_path, certs, pymap)
    assert done.landed
    accepted = {"body": 1, "dot-recorded": 0, "dot-sent": 1, "replied": 1}[point]
    assert done.copies[1] == accepted
    assert done.states[1] == ("accepted" if accepted else "check")


@pytest.mark.parametrize("seconds", kill.random_moments(8, seed=7))
def test_killed_at_a_random_moment(seconds: float, tmp_path: Path, certs: Certs) -> None:
    assert max(kill.kill_after(seconds, False, tmp_path, certs, None).copies) == 1


def test_four_senders_at_once(tmp_path: Path, certs: Certs) -> None:
    with ledger_at(tmp_path) as ledger:
        approved(ledger, [letter(n) for n in range(kill.LETTERS)])
    context = kill.sending_processes()
    taken = context.Semaphore(0)
    with SmtpPeer(certs, on_accept=lambda _content: taken.release()) as server:
        ready = context.Event()
        senders = [
            context.Process(
                target=kill._send,
                args=(tmp_path, server.port, 0, True, ("", 0), os.environ["SSL_CERT_FILE"], ready, taken),
            )
            for _ in range(4)
        ]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join(PATIENCE)
    assert sorted(server.copies(letter(n).message_id) for n in range(kill.LETTERS)) == [1] * kill.LETTERS
