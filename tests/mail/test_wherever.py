"""A reply is seen wherever it lies, at a provider that has no folder of all mail, and what is nobody's stays unread."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import SendState
from pipeline.mail.look import Brought, look
from pipeline.mail.mailbox import Mailbox
from pipeline.model import Contact, EventKind
from tests.mail import mails
from tests.peers.clock import NOW, TODAY
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, account, contact, letter, outgoing
from tests.peers.smtp import PASSWORD

pytest_plugins = ["tests.peers.fixtures"]
ADA = contact(0, id="ADA", first_name="Ada", email=mails.ADA)
FOLDERS = ("Archive", "Archive/2026", "Jobs", "Été à la plage", "Junk", "Trash", "Trash/Old", "Drafts")


@pytest.fixture
def provider(pymap: ImapPeer) -> Iterator[ImapPeer]:
    """A provider with folders of the user's own."""
    with pymap.client() as box:
        for folder in FOLDERS:
            box.folder.create(folder)
    yield pymap
    with pymap.client() as box:
        for folder in reversed(FOLDERS):
            box.folder.delete(folder)


def looked(imap: ImapPeer, ledger: Ledger, people: tuple[Contact, ...] = (ADA,)) -> Brought:
    with Mailbox.open(account(1, imap.port), PASSWORD) as mailbox:
        return look(mailbox, ledger, people, ME, TODAY)


def wrote(ledger: Ledger, days: int) -> None:
    """Let the first letter to Ada have gone some days ago."""
    moment = NOW - timedelta(days=days)
    one = outgoing(letter(0, to=mails.ADA))
    receipt = one.receipt(SendState.ACCEPTED, moment)
    identity = receipt.identity
    ledger.record(
        type(receipt)(
            type(identity)(identity.code, "ADA", identity.kind, "1", mails.OURS),
            receipt.state,
            receipt.on,
            moment,
            mails.ADA,
            "Your work",
            "Email",
        )
    )


@pytest.mark.parametrize(
    ("folder", "seen"),
    [("INBOX", True), ("Archive", True), ("Archive/2026", True), ("Jobs", True), ("Été à la plage", True), ("Junk", True),
     ("Trash", False), ("Trash/Old", False), ("Drafts", False)],
)  # fmt: skip
@pytest.mark.parametrize(
    "raw", [mails.GMAIL_REPLY, mails.REPLY_OUTSIDE_THE_THREAD], ids=["in the thread", "outside"]
)
def test_a_reply_in_a_folder(provider: ImapPeer, ledger: Ledger, raw: bytes, folder: str, seen: bool) -> None:
    wrote(ledger, 3)
    looked(provider, ledger)
    provider.put(raw, folder)
    assert [e.kind for e in looked(provider, ledger).events] == ([EventKind.REPLY] if seen else [])


def test_in_junk_only_a_contacts_own_address_counts(provider: ImapPeer, ledger: Ledger) -> None:
    wrote(ledger, 3)
    provider.put(mails.REPLY_FROM_PRIVATE_ADDRESS, "Junk")
    provider.put(mails.COLLEAGUE, "Junk")
    found = looked(provider, ledger)
    assert (found.events, found.notices) == ((), ())


def test_in_junk_nothing_counts_that_the_same_look_teaches_of(provider: ImapPeer, ledger: Ledger) -> None:
    wrote(ledger, 3)
    provider.put(mails.GMAIL_REPLY)
    hers = b"<CAFx1=abc+def@mail.gmail.com>"
    raw = mails.REPLY_FROM_PRIVATE_ADDRESS.replace(mails.OURS.encode(), hers)
    provider.put(raw.replace(b"From: Ada ", b"From: Ada Okafor "), "Junk")
    found = looked(provider, ledger)
    assert (len(found.events), found.notices) == (1, ())


def test_a_reply_that_is_moved_while_it_is_not_looked_counts_once(provider: ImapPeer, ledger: Ledger) -> None:
    wrote(ledger, 3)
    provider.put(mails.GMAIL_REPLY)
    assert len(looked(provider, ledger).events) == 1
    with provider.client() as box:
        box.folder.set("INBOX")
        box.move(box.uids(), "Jobs")
    assert len(looked(provider, ledger).events) == 1


@pytest.mark.parametrize("days", [10, 60, 300])
def test_a_reply_as_old_as_the_letter_is_found_at_the_first_look(
    provider: ImapPeer, ledger: Ledger, days: int
) -> None:
    wrote(ledger, days)
    provider.put(mails.GMAIL_REPLY, "Archive", NOW - timedelta(days=days - 1))
    [event] = looked(provider, ledger).events
    assert event.date == TODAY - timedelta(days=days - 1)


def test_a_person_entered_or_corrected_after_the_reply_came_is_searched_for(
    provider: ImapPeer, ledger: Ledger
) -> None:
    wrong = contact(
        0, id="ADA", first_name="Ada", email="ada@example.net", approach_sent=TODAY - timedelta(days=3)
    )
    bo = contact(1, id="BO", first_name="Bo", email="bo@example.net", approach_sent=TODAY - timedelta(days=3))
    looked(provider, ledger, (wrong,))
    provider.put(mails.REPLY_OUTSIDE_THE_THREAD, "Jobs")
    provider.put(
        mails.REPLY_OUTSIDE_THE_THREAD.replace(mails.ADA.encode(), b"bo@example.net").replace(
            b"<n1@", b"<n2@"
        )
    )
    assert looked(provider, ledger, (wrong,)).events == ()
    right = contact(0, id="ADA", first_name="Ada", email=mails.ADA, approach_sent=wrong.approach_sent)
    assert {e.contact_id for e in looked(provider, ledger, (right,)).events} == {"ADA"}
    assert {e.contact_id for e in looked(provider, ledger, (right, bo)).events} == {"ADA", "BO"}


def test_an_address_of_ours_is_learned_from_sent(provider: ImapPeer, ledger: Ledger) -> None:
    wrote(ledger, 3)
    alias = mails.OWN.replace(mails.ME.encode(), b"sam@college.example.edu")
    provider.put(alias.replace(mails.ADA.encode(), b"tom@example.net"), provider.sent)
    looked(provider, ledger)
    provider.put(
        alias.replace(b"<own1@", b"<own2@").replace(
            b"Subject: hello", f"Subject: Re: Your work\r\nIn-Reply-To: {mails.OURS}".encode()
        )
    )
    found = looked(provider, ledger)
    assert (found.events, found.notices) == ((), ())
