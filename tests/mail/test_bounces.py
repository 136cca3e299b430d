"""What came back, by its meaning: the address is wrong, it may be tried again, it is refused, it is only late."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.header import Header

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
from tests.mail.test_no_reply import background, sent_to
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
        ("5.4.1", "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", Failure.WRONG),
        ("5.4.1", "550 5.4.1 no answer from host", Failure.AGAIN),
        ("5.4.14", "554 5.4.14 Hop count exceeded", Failure.AGAIN),
        ("5.7.1", "554 5.7.1 Recipient address rejected: Access denied", Failure.REFUSED),
        ("5.0.0", "554 blocked as spam", Failure.REFUSED),
        ("5.0.0", "550 5.7.1 blocked", Failure.REFUSED),
    ],
)
def test_the_meaning_of_a_failure(status: str, diagnostic: str, failure: Failure) -> None:
    found = report(dsn(status, diagnostic))
    assert found is not None
    assert (found.failure, found.original_id, found.address) == (failure, mails.OURS, mails.ADA)
    assert diagnostic.split()[-1] in found.words


def test_a_delay_is_a_delay_and_a_success_no_failure() -> None:
    late = report(dsn("4.4.1", "connection timed out", "delayed"))
    assert late is not None
    assert late.failure is Failure.DELAYED
    arrived = report(dsn("2.0.0", "250 ok", "delivered"))
    assert arrived is not None
    assert arrived.failure is Failure.ARRIVED


def test_a_report_that_returns_nothing_is_known_by_the_address_that_failed() -> None:
    found = report(dsn("5.1.1", "550 unknown", returns=False))
    assert (found and found.original_id) == mails.OURS
    other = Known({mails.ADA: "ADA"}, {mails.OURS: "ADA"}, frozenset(), {})
    assert report(dsn("5.1.1", "550 unknown", returns=False), other) is None


LATER = "<mine.1@example.com>"
THREAD = f"In-Reply-To: <hers@example.org>\r\nReferences: {mails.OURS} <hers@example.org>"
_HEADED = f"Message-ID: {mails.OURS}".encode()


@pytest.mark.parametrize(
    "raw",
    [
        mails.POSTFIX_DSN.replace(_HEADED, f"Message-ID: {LATER}\r\n{THREAD}".encode()),
        mails.POSTFIX_DSN.replace(_HEADED, f"{THREAD}\r\nMessage-ID:\r\n {LATER}".encode()),
        mails.QMAIL_BOUNCE.replace(_HEADED, f"{THREAD}\r\nMessage-ID: {LATER}".encode()),
        mails.mail(
            "From: Mail Delivery Subsystem <mailer-daemon@mail.example.com>",
            "Subject: Delivery Status Notification (Failure)",
            f"In-Reply-To: {LATER}",
            f"References: {mails.OURS} {LATER}",
            f"X-Failed-Recipients: {mails.ADA}",
            "",
            f"Your message wasn't delivered to {mails.ADA}: 550 5.1.1 no such user",
        ),
    ],
    ids=["headers", "headers the other way round", "a copy in words", "nothing returned"],
)
def test_another_mail_of_the_users_in_the_thread_takes_no_letter_back(raw: bytes) -> None:
    assert report(raw) is None


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


def taken_in(*raws: bytes) -> Understood:
    zone = UTC
    ada = contact(0, id="ADA", email=mails.ADA)
    history = [Event(date(2026, 11, 20), "ADA", ada.name, EventKind.APPROACH, "Email", "", mails.OURS)]
    background = Background([ada], history, ME, LedgerState(), zone)
    moment = datetime(2026, 11, 26, 12, tzinfo=UTC)
    read = [classify(message_from_bytes(raw), background.known(), moment, zone) for raw in raws]
    found = [Mail(mail, f"<d{n}@example.com>", f"mark{n}", moment) for n, mail in enumerate(read)]
    return understood(found, background, {}, [], [])


def test_what_came_back_is_known_by_the_address_that_was_written_to() -> None:
    """A mailbox that passes on is told by where it passed the letter to; letters to it come back all the same."""
    wei = contact(0, id="WEI", email="wei@lab.example.org")
    receipt = sent_to(wei)
    passed_on = dsn("5.1.1", "550 5.1.1 User unknown").replace(
        mails.OURS.encode(), receipt.message_id.encode()
    )
    known = background(wei, letters=(receipt,))
    moment = datetime(2026, 11, 26, 12, tzinfo=UTC)
    mail = classify(message_from_bytes(passed_on), known.known(), moment, UTC)
    [event] = understood([Mail(mail, "<d@example.com>", "mark", moment)], known, {}, [], []).events
    assert bounced_address(event) == wei.email


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


def worded(subject: str, text: str, *headers: str, sender: str = "MAILER-DAEMON@mail.example.com") -> bytes:
    """Make a report in words alone, with a copy of our letter below."""
    copy = f"------ This is a copy of the message, including all the headers. ------\n\n{mails.RETURNED}"
    return mails.mail(
        f"From: {sender}", f"To: {mails.ME}", f"Subject: {subject}", *headers,
        "Content-Type: text/plain; charset=utf-8", "", f"{text}\n\n{copy}",
    )  # fmt: skip


DELAYS = {
    "Exim": ("Warning: message 1abcde-000 delayed 24 hours", f"A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\n  {mails.ADA}\n    Delay reason: SMTP error from remote mail server after RCPT TO:\n    451 4.7.1 Greylisted, please try again later\n\nNo action is required on your part. Delivery attempts will continue for\nsome time. Eventually the mail delivery software will give up."),
    "sendmail": ("Warning: could not send message for past 4 hours", f"** THIS IS A WARNING MESSAGE ONLY **\n** YOU DO NOT NEED TO RESEND YOUR MESSAGE **\n\nThe original message was received at Tue, 24 Nov 2026\n----- The following addresses had transient non-fatal errors -----\n<{mails.ADA}>\n451 Name server timeout\nWill keep trying until message is 5 days old"),
    "Courier": ("WARNING: delayed mail", f"THIS IS A WARNING MESSAGE ONLY.\nwas not delivered yet to:\n{mails.ADA}: 452 4.2.2 Mailbox busy"),
    "hMailServer": ("Message delivery delayed", f"Your message did not reach some or all of the intended recipients yet.\n {mails.ADA}\n 421 4.4.2 Connection timed out. The server will try again."),
    "Postfix": ("Delayed Mail (still being retried)", f"# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n<{mails.ADA}>: connect to mx: Connection timed out"),
    "Gmail, as it was": ("Delivery Status Notification (Delay)", f"Delivery to the following recipient has been delayed:\n\n {mails.ADA}\n\nMessage will be retried for 2 more day(s)\nYou will be notified if it has failed permanently."),
    "German": ("Warnung: Nachricht verzögert", f"Ihre Nachricht konnte bisher nicht zugestellt werden; es wird weiter versucht. Falls die Zustellung endgültig fehlschlägt, erhalten Sie eine weitere Nachricht.\n{mails.ADA}: 451 4.7.1 try later"),
    "French": ("Avertissement : message", f"Votre message n'a pas encore été remis à {mails.ADA}. De nouvelles tentatives auront lieu."),
    "Spanish": ("Aviso", f"Su mensaje para {mails.ADA} todavía no se ha entregado; el servidor seguirá intentando."),
    "days before": ("Mail system", f"Delivery to {mails.ADA} has been delayed. We will try for 5 days before giving up and before it is returned to you."),
    "what will be": ("Mail system", f"Your message to {mails.ADA} has been delayed: the connection was dropped. After 5 days it will be returned to sender."),
    "what will be said": ("Mail system", f"Your message to {mails.ADA} has been delayed. You will be told once the message has been discarded."),
    "no attempts of yours": ("Mail system", f"Your message to {mails.ADA} has been delayed, its certificate has expired. No further attempts are needed from you."),
    "German, what will be": ("Verzögert", f"Ihre Nachricht an {mails.ADA} wurde verzögert und wird nach 5 Tagen endgültig aufgegeben. Danach werden keine weiteren Versuche unternommen."),
    "French, what will be": ("Retard", f"Votre message à {mails.ADA} a été retardé. Il sera abandonné après 5 jours."),
    "Italian, what will be": ("Ritardo", f"Il messaggio per {mails.ADA} è stato ritardato. Dopo 5 giorni sarà eliminato dalla coda."),
    "no copy of the subject": ("Mail system", f"<{mails.ADA}>: 450 4.2.0 busy. We will keep trying for 3 days."),
}  # fmt: skip


@pytest.mark.parametrize(
    "headers", [(), (f"X-Failed-Recipients: {mails.ADA}", "Auto-Submitted: auto-replied")]
)
@pytest.mark.parametrize("name", DELAYS)
def test_a_delay_in_words_alone_takes_nothing_back(name: str, headers: tuple[str, ...]) -> None:
    subject, text = DELAYS[name]
    found = taken_in(worded(Header(subject, "utf-8").encode(), text, *headers))
    assert (found.events, [n.kind for n in found.notices]) == ([], ["delayed"])


FAILURES = {
    "Exim": ("Mail delivery failed: returning message to sender", f"This is a permanent error. The following address(es) failed:\n  {mails.ADA}\n    550 User unknown", Failure.WRONG),
    "Exim, timed out": ("Mail delivery failed: returning message to sender", f"{mails.ADA}\n  451 4.7.1 Greylisted, please try again later\n  retry timeout exceeded", Failure.AGAIN),
    "sendmail": ("Returned mail: see transcript for details", f"----- The following addresses had permanent fatal errors -----\n<{mails.ADA}>\nMessage could not be delivered for 5 days\nMessage will be deleted from queue\n452 4.2.2 over quota", Failure.AGAIN),
    "after a delay": ("Your message", f"Your message to {mails.ADA} was delayed for 5 days. The server has given up: 550 5.1.1 User unknown", Failure.WRONG),
    **{
        text: (subject, f"{mails.ADA}: {text} 452 4.2.2 full", Failure.AGAIN)
        for subject, text in [
            ("Message could not be delivered", "After 5 days the message is still undelivered and has been removed from the queue."),
            ("Delivery incomplete", "The message was delayed for 72 hours and has now been returned to you as undeliverable."),
            ("Mail problem", "Earlier you were told that it was delayed. The message expired in the queue and was discarded."),
            ("Mail problem", "It was delayed. No further attempts will be made."),
            ("Returned: message undeliverable", "Delivery is delayed no more."),
            ("Nachricht nicht zugestellt", "Die Zustellung wurde verzögert und ist nun fehlgeschlagen."),
            ("Nachricht nicht zugestellt", "Sie wurde verzögert, es werden keine weiteren Versuche unternommen."),
            ("Nachricht unzustellbar", "Ihre Nachricht wurde verzögert. Nach 5 Tagen wird der Zustellversuch abgebrochen."),
            ("Echec", "Le message a été retardé puis abandonné."),
            ("Consegna non riuscita", "Il messaggio è stato ritardato e poi eliminato dalla coda."),
            ("No se pudo entregar", "El mensaje ha sido retrasado y se ha descartado."),
            ("Onbestelbaar bericht", "Het bericht is vertraagd."),
            ("Bericht", "Het bericht is vertraagd en kon uiteindelijk niet worden bezorgd."),
            ("Mensagem", "A mensagem foi atrasada e devolvida."),
        ]
    },
    "qmail": ("failure notice", f"This is a permanent error; I've given up.\n<{mails.ADA}>: no mailbox here by that name (#5.1.1)", Failure.WRONG),
    "Gmail, as it was": ("Delivery Status Notification (Failure)", f"Delivery to the following recipient failed permanently:\n {mails.ADA}\n550 5.1.1 no such user", Failure.WRONG),
    "German": ("Unzustellbar", f"Die Nachricht an {mails.ADA} konnte nicht zugestellt werden, die Zustellung wurde aufgegeben. 552 5.2.2 voll", Failure.AGAIN),
}  # fmt: skip


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_in_words_alone_stays_one(name: str) -> None:
    subject, text, failure = FAILURES[name]
    found = report(worded(Header(subject, "utf-8").encode(), text))
    assert (found and found.failure) == failure


def test_a_letter_about_delays_that_comes_back_is_not_delayed() -> None:
    raw = worded("Undelivered Mail", f"<{mails.ADA}>: 550 5.1.1 User unknown")
    raw += b"\r\nYour train has been delayed, and we will keep trying.\r\n"
    found = report(raw)
    assert (found and found.failure) == Failure.WRONG


def test_a_failure_after_a_delay_takes_the_letter_back() -> None:
    late = worded(*DELAYS["Exim"])
    found = taken_in(late, mails.POSTFIX_DSN)
    assert [e.kind for e in found.events] == [EventKind.BOUNCE]


def test_a_mail_kept_back_for_somebody_to_look_at_did_not_come_back() -> None:
    text = f"Your message to {mails.ADA} has been held in quarantine and will be released by an administrator. 550 policy"
    assert report(worded("Held", text, sender="postmaster@example.org")) is None
    refused = f"Your message to {mails.ADA} was rejected and quarantined. 550 5.7.1 policy"
    found = report(worded("Held", refused, sender="postmaster@example.org"))
    assert (found and found.failure) == Failure.REFUSED


def test_who_answers_from_postmaster_is_no_mail_server() -> None:
    head = (f"In-Reply-To: {mails.OURS}", f"References: {mails.OURS}")
    text = f"Gladly. Mail to {mails.ADA} is not delivered properly at times."
    [event] = taken_in(
        worded("Re: Your work", text, *head, sender="Ada Okafor <postmaster@example.org>")
    ).events
    assert event.kind is EventKind.REPLY
    for sender in ("postmaster@example.org", "Mail Administrator <postmaster@example.org>"):
        returned = worded("Re: Your work", f"{mails.ADA}: 550 5.1.1 User unknown", *head, sender=sender)
        assert [e.kind for e in taken_in(returned).events] == [EventKind.BOUNCE]
