"""A real bounce, made by Postfix, where it is installed and may be started."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.mail.look import look
from pipeline.mail.mailbox import Mailbox
from pipeline.mail.postman import send_letters
from pipeline.model import EventKind
from tests.peers.certs import Certs
from tests.peers.clock import TODAY, TestClock
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, account, approved, contact, letter
from tests.peers.postfix import RUNS, PostfixPeer
from tests.peers.smtp import PASSWORD, SmtpPeer

pytest_plugins = ["tests.peers.fixtures"]


@pytest.mark.skipif(not RUNS, reason="Postfix is not installed, or only root may start it")
def test_a_bounce_made_by_postfix_names_the_letter(certs: Certs, imap: ImapPeer, ledger: Ledger) -> None:
    [one] = approved(ledger, [letter(0)])
    with tempfile.TemporaryDirectory(prefix="rm-") as name:
        os.chmod(name, 0o755)
        with PostfixPeer(Path(name) / "postfix") as postfix:
            with SmtpPeer(certs, on_accept=lambda raw: postfix.relay(raw, one.letter.to)) as server:
                [outcome] = send_letters(
                    [one],
                    account(server.port),
                    ledger,
                    None,
                    TestClock(),
                    recheck=lambda _: None,
                    daily_limit=20,
                    secret=PASSWORD,
                )
            assert outcome.outcome == "sent"
            imap.put(postfix.bounce())
    with Mailbox.open(account(1, imap.port, imap_starttls=imap.starttls), PASSWORD) as mailbox:
        [event] = look(mailbox, ledger, [contact(0)], ME, TODAY).events
    assert (event.kind, event.detail, event.message_id) == (
        EventKind.BOUNCE,
        event.detail if event.detail.startswith(f"address {one.letter.to}; ") else "address and words",
        one.letter.message_id,
    )
