"""What came back, by its meaning: the address is wrong, it may be tried again, it is refused, it is only late."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email import message_from_bytes

import pytest

from pipeline.ledger.records import LedgerState
from pipeline.mail.incoming.background import Background, Mail
from pipeline.mail.incoming.bounces import Failure, Report, report_in
from pipeline.mail.incoming.classify import classify
from pipeline.mail.incoming.meaning import Understood, understood
from pipeline.mail.incoming.people import Known
from pipeline.model import Event, EventKind
from pipeline.rules.details import bounce_words, bounced_address, may_be_tried_again, was_refused
from tests.mail import mails
from tests.peers.letters import ME, contact

KNOWN = Known(
    {mails.ADA: "ADA"}, {mails.OURS: "ADA"}, frozenset({mails.ME}), {}, last_letters={mails.ADA: mails.OURS}
)


def dsn(status: str, diagnostic: str, action: str = "failed", *, returns: bool = True) -> bytes:
    returned = f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {mails.OURS}\n" if returns else ""
    return mails.mail(f"""From: Mail Delivery System <MAILER-DAEMON@mail.example.com>
To: {mails.ME}
Subject: Undelivered
Message-ID: <dsn1@mail.example.com>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It did not arrive.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.com

Final-Recipient: rfc822; {mails.ADA}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {diagnostic}

{returned}--b--
""")


def report(raw: bytes, known: Known = KNOWN) -> Report | None:
    return report_in(message_from_bytes(raw), known)


@pytest.mark.parametrize(
    ("status", "diagnostic", "failure"),
    [
        ("5.1.1", "550 5.1.1 User unknown", Failure.WRONG),
        ("5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", Failure.WRONG),
        ("5.4.4", "Host not found", Failure.WRONG),
        ("5.2.1", "550 5.2.1 The email account that you tried to reach is disabled", Failure.WRONG),
        ("5.0.0", "550 no such user here", Failure.WRONG),
        ("5.2.2", "552 5.2.2 mailbox full", Failure.AGAIN),
        ("4.4.1", "connection timed out", Failure.AGAIN),
        ("4.2.2", "452 4.2.2 over quota", Failure.AGAIN),
        ("5.4.7", "delivery time expired", Failure.AGAIN),
        ("5.0.0", "552 mailbox is full", Failure.AGAIN),
        ("5.7.1", "550 5.7.1 rejected by policy", Failure.REFUSED),
        ("5.7.26", "550-5.7.26 This mail is unauthenticated", Failure.REFUSED),
        ("5.0.0", "554 blocked as spam", Failure.REFUSED),
        ("5.0.0", "550 5.7.1 blocked", Failure.REFUSED),
    ],
)
def test_the_meaning_of_a_failure(status: str, diagnostic: str, failure: Failure) -> None:
    found = report(dsn(status, diagnostic))
    assert found is not None
    assert (found.failure, found.original_id, found.address) == (failure, mails.OURS, mails.ADA)
    assert diagnostic.split()[-1] in found.words


def test_a_delay_is_a_delay_and_a_success_nothing() -> None:
    late = report(dsn("4.4.1", "connection timed out", "delayed"))
    assert late is not None
    assert late.failure is Failure.DELAYED
    assert report(dsn("2.0.0", "250 ok", "delivered")) is None


def test_a_report_that_returns_nothing_is_known_by_the_address_that_failed() -> None:
    found = report(dsn("5.1.1", "550 unknown", returns=False))
    assert (found and found.original_id) == mails.OURS
    other = Known({mails.ADA: "ADA"}, {mails.OURS: "ADA"}, frozenset(), {})
    assert report(dsn("5.1.1", "550 unknown", returns=False), other) is None


@pytest.mark.parametrize("raw", [mails.SOMEBODY_ELSES_DSN, mails.FORGED_DSN, mails.BROKEN])
def test_what_is_not_on_a_letter_of_ours_is_no_report(raw: bytes) -> None:
    assert report(raw) is None


@pytest.mark.parametrize(
    "raw",
    [mails.GMAIL_DSN, mails.EXCHANGE_DSN, mails.POSTFIX_DSN, mails.QMAIL_BOUNCE],
    ids=["Gmail", "Exchange", "Postfix", "qmail"],
)
def test_reports_as_servers_write_them_name_the_wrong_address_and_say_why(raw: bytes) -> None:
    found = report(raw)
    assert found is not None
    assert (found.failure, found.address) == (Failure.WRONG, mails.ADA)
    assert found.words
    assert "@" not in found.words


def taken_in(raw: bytes) -> Understood:
    zone = UTC
    ada = contact(0, id="ADA", email=mails.ADA)
    history = [Event(date(2026, 11, 20), "ADA", ada.name, EventKind.APPROACH, "Email", "", mails.OURS)]
    background = Background([ada], history, ME, LedgerState(), zone)
    moment = datetime(2026, 11, 26, 12, tzinfo=UTC)
    incoming = classify(message_from_bytes(raw), background.known(), moment, zone)
    return understood([Mail(incoming, "<d@example.com>", "mark", moment)], background, {}, [], [])


@pytest.mark.parametrize(
    ("status", "words", "again", "refused"),
    [
        ("5.1.1", "550 5.1.1 unknown", False, False),
        ("5.2.2", "552 5.2.2 full", True, False),
        ("5.7.1", "550 5.7.1 no", False, True),
    ],
)
def test_history_keeps_the_address_the_meaning_and_the_servers_own_words(
    status: str, words: str, again: bool, refused: bool
) -> None:
    [event] = taken_in(dsn(status, words)).events
    assert (event.kind, event.message_id, bounced_address(event)) == (EventKind.BOUNCE, mails.OURS, mails.ADA)
    assert (may_be_tried_again(event), was_refused(event), bounce_words(event)) == (again, refused, words)


def test_a_delay_is_a_notice_and_takes_nothing_back() -> None:
    found = taken_in(dsn("4.4.1", "connection timed out", "delayed"))
    assert (found.events, [n.kind for n in found.notices]) == ([], ["delayed"])
    assert "connection timed out" in found.notices[0].message
