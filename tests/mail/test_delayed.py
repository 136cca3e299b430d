"""A delayed letter: told with its day and what to do, once, for as long as a server tries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import Incoming, MailKind
from pipeline.mail.incoming.meaning import understood
from pipeline.mail.incoming.standing import is_settled, without_ended
from pipeline.mail.look import look, settle_notices
from pipeline.mail.mailbox import Mailbox
from pipeline.model import Event, EventKind
from pipeline.rules.details import no_reply_detail
from tests.mail import mails
from tests.mail.test_no_reply import ADA, ARRIVED, LETTER, THURSDAY, background, read
from tests.peers.clock import TODAY
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, account, contact
from tests.peers.smtp import PASSWORD

pytest_plugins = ["tests.peers.fixtures"]

REPORTED = Incoming(
    MailKind.DELAYED, "ADA", THURSDAY, ADA.email, original_id=LETTER, first_line="451 try later"
)


def test_a_delay_is_told_with_its_day_and_what_to_do_and_ends_with_the_servers_trying() -> None:
    mails = [Mail(REPORTED, f"<{n}@example.org>", f"mark{n}", ARRIVED) for n in range(3)]
    notices = understood(mails, background(ADA), {}, [], []).notices
    assert len({n.key for n in notices}) == 1
    assert notices[0].message == (
        f"The letter to Ada Okafor is delayed, as a server said on {THURSDAY:%Y-%m-%d} (451 try later). It keeps trying for up"
        " to five days as a rule, and the letter comes back if it gives up: until then don't send it again."
    )
    assert not is_settled(notices[0], ADA, THURSDAY + timedelta(days=6))
    assert is_settled(notices[0], ADA, THURSDAY + timedelta(days=7))


def test_delays_of_two_letters_are_two() -> None:
    other = Incoming(MailKind.DELAYED, "ADA", THURSDAY, ADA.email, original_id="<remembered.2@example.com>")
    mails = [Mail(i, "", i.original_id, ARRIVED) for i in (REPORTED, other)]
    assert len({n.key for n in understood(mails, background(ADA), {}, [], []).notices}) == 2


FRIDAY = THURSDAY + timedelta(days=1)


def event(
    kind: EventKind, on: date = FRIDAY, message_id: str = "<n1@example.org>", detail: str = ""
) -> Event:
    return Event(on, "ADA", ADA.name, kind, "Email", detail, message_id)


@pytest.mark.parametrize(
    "since",
    [
        event(EventKind.BOUNCE, message_id=LETTER),
        event(EventKind.BOUNCE, THURSDAY, LETTER),
        event(EventKind.REPLY),
        event(EventKind.AUTOMATIC, detail="back 2026-12-07"),
    ],
)
def test_a_delay_ends_with_what_came_of_the_letter(since: Event) -> None:
    [notice] = understood(
        [Mail(REPORTED, "<1@example.org>", "m", ARRIVED)], background(ADA), {}, [], []
    ).notices
    assert without_ended([notice], []) == [notice]
    assert without_ended([notice], [since]) == []


@pytest.mark.parametrize(
    "other",
    [
        event(EventKind.BOUNCE, message_id="<remembered.2@example.com>"),
        event(EventKind.REPLY, THURSDAY - timedelta(days=1)),
        event(EventKind.REPLY, detail=no_reply_detail("Re: Your work")),
        event(EventKind.CALL),
        event(EventKind.REPLY)._replace(contact_id="BO"),
    ],
)
def test_what_says_nothing_of_the_letter_ends_no_delay(other: Event) -> None:
    [notice] = understood(
        [Mail(REPORTED, "<1@example.org>", "m", ARRIVED)], background(ADA), {}, [], []
    ).notices
    assert without_ended([notice], [other]) == [notice]


@pytest.mark.parametrize("action", ["delivered", "relayed"])
def test_a_report_that_the_letter_arrived_ends_its_delay_and_says_so(action: str) -> None:
    raw = mails.POSTFIX_DSN.replace(b"failed\r\nStatus: 5.1.1", f"{action}\r\nStatus: 2.0.0".encode())
    ours = raw.replace(mails.OURS.encode(), LETTER.encode()).replace(mails.ADA.encode(), ADA.email.encode())
    arrived = read(ours)
    assert (arrived.kind, arrived.contact_id, arrived.original_id) == (MailKind.ARRIVED, "ADA", LETTER)
    reports = [Mail(i, "", str(n), ARRIVED) for n, i in enumerate((REPORTED, arrived))]
    found = understood(reports, background(ADA), {}, [], [])
    first, last = found.notices
    assert first.key == last.key
    assert is_settled(last, ADA, THURSDAY)
    assert found.lines[1].startswith("Ada Okafor, your letter has arrived after all")
    assert understood(reports[1:], background(ADA), {}, [], []).notices == []


def test_a_bounce_in_the_mailbox_takes_the_delay_with_it(pymap: ImapPeer, ledger: Ledger) -> None:
    ada = contact(0, id="ADA", email=mails.ADA)
    written = [Event(TODAY, "ADA", "Ada", EventKind.APPROACH, "Email", "", mails.OURS)]
    pymap.put(mails.POSTFIX_DELAYED)
    with Mailbox.open(account(1, pymap.port, imap_starttls=pymap.starttls), PASSWORD) as mailbox:
        [delay] = look(mailbox, ledger, [ada], ME, TODAY, history=written).notices
        assert "is delayed" in delay.message
        pymap.put(mails.POSTFIX_DSN.replace(b"20261123090000", b"20261124090000"))
        found = look(mailbox, ledger, [ada], ME, TODAY, history=written)
    assert [e.kind for e in found.events] == [EventKind.BOUNCE]
    assert found.notices == ()
    assert settle_notices(ledger, [ada], TODAY) == ()
