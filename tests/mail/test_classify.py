"""Who wrote to us: a corpus of mails as Gmail, Exchange, Outlook, Postfix and qmail make them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email import message_from_bytes
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mail.incoming.classify import Incoming, MailKind, classify, needs_whole
from pipeline.mail.incoming.dates import return_date
from pipeline.mail.incoming.headers import referred_ids
from pipeline.mail.incoming.people import Known, Sieve
from tests.mail import mails

NEW_YORK = ZoneInfo("America/New_York")
ARRIVED = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
KNOWN = Known({mails.ADA: "ADA"}, {mails.OURS: "ADA"}, frozenset({mails.ME}), {"example.org": "ADA"})


def read(raw: bytes) -> Incoming:
    return classify(message_from_bytes(raw), KNOWN, ARRIVED, NEW_YORK)


@pytest.mark.parametrize(
    "raw",
    [mails.GMAIL_DSN, mails.EXCHANGE_DSN, mails.POSTFIX_DSN, mails.QMAIL_BOUNCE],
    ids=["Gmail", "Exchange", "Postfix", "qmail"],
)
def test_a_bounce_names_the_letter_and_the_address(raw: bytes) -> None:
    found = read(raw)
    assert (found.kind, found.contact_id, found.original_id) == (MailKind.BOUNCE, "ADA", mails.OURS)
    assert found.address in (mails.ADA, "")


def test_a_bounce_names_the_address_that_we_wrote_to_before_the_one_it_was_passed_on_to() -> None:
    assert read(mails.EXCHANGE_DSN).address == mails.ADA


@pytest.mark.parametrize(
    "raw",
    [
        mails.SOMEBODY_ELSES_DSN,
        mails.FORGED_DSN,
        mails.BROKEN,
        mails.STRANGER,
        mails.LIST_POST,
    ],
    ids=["not our letter", "forged", "broken", "stranger", "list"],
)
def test_what_changes_nothing(raw: bytes) -> None:
    assert read(raw).kind is MailKind.OTHER


def test_a_delay_is_told_as_one() -> None:
    found = read(mails.POSTFIX_DELAYED)
    assert (found.kind, found.contact_id) == (MailKind.DELAYED, "ADA")


@pytest.mark.parametrize(
    "raw",
    [
        mails.GMAIL_REPLY,
        mails.OUTLOOK_REPLY,
        mails.REPLY_OUTSIDE_THE_THREAD,
        mails.REPLY_FROM_PRIVATE_ADDRESS,
    ],
    ids=["Gmail", "Outlook", "outside the thread", "private address in the thread"],
)
def test_a_reply_counts_by_address_or_by_thread(raw: bytes) -> None:
    found = read(raw)
    assert (found.kind, found.contact_id, found.arrived) == (MailKind.REPLY, "ADA", date(2026, 11, 23))


def test_a_colleague_is_asked_about() -> None:
    assert read(mails.COLLEAGUE).kind is MailKind.UNSURE


def test_our_own_mail_is_known_with_its_contact() -> None:
    found = read(mails.OWN)
    assert (found.kind, found.contact_id, found.subject) == (MailKind.OWN, "ADA", "hello")


def test_a_read_receipt_is_no_reply() -> None:
    assert read(mails.READ_RECEIPT).kind is MailKind.OTHER


@pytest.mark.parametrize("name", mails.ABSENCES)
def test_an_absence_note_tells_the_day_of_return(name: str) -> None:
    raw, back = mails.ABSENCES[name]
    found = read(raw)
    assert (found.kind, found.contact_id) == (MailKind.AUTOMATIC, "ADA")
    assert (found.return_date.isoformat() if found.return_date else "") == back


def test_only_mails_that_matter_are_fetched_whole() -> None:
    wanted = [mails.GMAIL_DSN, mails.GMAIL_REPLY, mails.REPLY_FROM_PRIVATE_ADDRESS, mails.QMAIL_BOUNCE]
    wanted.append(mails.COLLEAGUE)
    assert all(needs_whole(message_from_bytes(raw), KNOWN) for raw in wanted)
    assert not any(needs_whole(message_from_bytes(raw), KNOWN) for raw in (mails.STRANGER, mails.OWN))


def test_the_sieve_keeps_all_that_matters() -> None:
    sieve = Sieve(KNOWN)
    for name, raw in vars(mails).items():
        if isinstance(raw, bytes) and read(raw).contact_id:
            assert sieve.may_matter(raw.partition(b"\r\n\r\n")[0]), name
    assert not sieve.may_matter(mails.STRANGER)


def test_ids_of_strangers_are_taken_only_well_formed() -> None:
    raw = b'In-Reply-To: <a@b>\r\nReferences: <x"\r\n\t1 LOGOUT@c> <good@example.org> <no-at> <a@b>\r\n\r\n'
    assert referred_ids(message_from_bytes(raw)) == ["<a@b>", "<good@example.org>"]


@given(st.binary(max_size=2000))
def test_no_mail_breaks_the_reading(raw: bytes) -> None:
    prefix = f"From: {mails.ADA}\r\nAuto-Submitted: auto-replied\r\n".encode()
    assert isinstance(read(prefix + raw), Incoming)
    assert isinstance(read(raw), Incoming)


@given(st.dates(date(2026, 11, 24), date(2027, 11, 1)))
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    arrived = date(2026, 11, 23)
    for text in (
        f"{day:%Y-%m-%d}",
        f"{day:%d.%m.%Y}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%m/%d/%Y}",
    ):
        assert return_date(f"I am back on {text}.", arrived) == day
