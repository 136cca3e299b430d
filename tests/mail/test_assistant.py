"""Who answers for a contact: the user's answer to them, what follows in the thread, and invitations; asked of two they answer for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from pipeline.mail.look import Brought, look
from pipeline.mail.mailbox import Mailbox
from pipeline.model import Contact, Event, EventKind, Identity, LetterKind
from tests.mail import mails
from tests.peers.clock import NOW, TODAY
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, account, contact
from tests.peers.smtp import PASSWORD

pytest_plugins = ["tests.peers.fixtures"]
ADA = contact(0, id="ADA", first_name="Ada", last_name="Okafor", email="ada@clinic.example.org")
BO = contact(1, id="BO", first_name="Bo", last_name="Lindqvist", email="bo@clinic.example.org")
DESK = "office@clinic.example.org"


def sent_to(person: Contact) -> Receipt:
    message_id = f"<remembered.{person.id.lower()}@example.com>"
    return Receipt(
        Identity(person.id, person.id, LetterKind.APPROACH, "1", message_id, person.name),
        SendState.ACCEPTED,
        TODAY - timedelta(days=3),
        NOW - timedelta(days=3),
        person.email,
        "Your work",
        "Email",
    )


def said(
    number: str, *headers: str, sender: str = DESK, to: str = mails.ME, subject: str = "Re: Your work"
) -> bytes:
    return mails.mail(
        f"From: {sender}",
        f"To: {to}",
        f"Subject: {subject}",
        f"Message-ID: {number}",
        *headers,
        "Content-Type: text/plain",
        "",
        "Ada Okafor has time on Thursday.",
    )


def in_thread(*ids: str) -> tuple[str, str]:
    return f"In-Reply-To: {ids[-1]}", f"References: {' '.join(ids)}"


OURS = sent_to(ADA).message_id
HERS, MINE = "<hers.1@clinic.example.org>", "<mine.1@example.com>"
REPLY = said(HERS, *in_thread(OURS))
ANSWER = said(MINE, *in_thread(OURS, HERS), sender=mails.ME, to=DESK)


def invitation(
    *lines: str, method: str = "REQUEST", sender: str = DESK, headers: Iterable[str] = (), number: int = 1
) -> bytes:
    return mails.mail(f"""From: The office <{sender}>
To: {mails.ME}
Subject: Meeting
Message-ID: <invitation.{number}@clinic.example.org>
{chr(10).join(headers) or "X-Mailer: none"}
Content-Type: multipart/alternative; boundary="cut"

--cut
Content-Type: text/plain; charset=utf-8

Please come.
--cut
Content-Type: text/calendar; charset=utf-8; method={method}

BEGIN:VCALENDAR
METHOD:{method}
BEGIN:VEVENT
DTSTART:20261210T150000Z
UID:meeting.1@clinic.example.org
ORGANIZER:mailto:{sender}
{chr(10).join(lines)}
END:VEVENT
END:VCALENDAR
--cut--
""")


@pytest.fixture
def asked(ledger: Ledger) -> Ledger:
    """A ledger of two people to whom a letter went."""
    for person in (ADA, BO):
        ledger.record(sent_to(person))
    return ledger


def looked(
    pymap: ImapPeer,
    ledger: Ledger,
    people: Sequence[Contact] = (ADA, BO),
    history: Sequence[Event] = (),
) -> Brought:
    with Mailbox.open(account(1, pymap.port, imap_starttls=pymap.starttls), PASSWORD) as mailbox:
        return look(mailbox, ledger, people, ME, TODAY, history=history)


def kinds(found: Brought) -> list[tuple[str, EventKind]]:
    return [(e.contact_id, e.kind) for e in found.events]


ANSWERED = [("ADA", EventKind.REPLY), ("ADA", EventKind.ANSWER)]


@pytest.mark.parametrize("looks", [1, 2], ids=["in one look", "in two"])
def test_the_users_answer_to_who_answered_for_them_is_the_answer(
    pymap: ImapPeer, asked: Ledger, looks: int
) -> None:
    pymap.put(REPLY)
    if looks == 2:
        assert kinds(looked(pymap, asked)) == ANSWERED[:1]
    pymap.file_sent(ANSWER)
    found = looked(pymap, asked)
    assert kinds(found) == ANSWERED
    assert found.notices == ()


def test_an_answer_to_several_is_of_the_one_in_whose_thread_it_is(pymap: ImapPeer, asked: Ledger) -> None:
    pymap.put(said(HERS, *in_thread(OURS), sender=ADA.email))
    pymap.file_sent(said(MINE, *in_thread(OURS, HERS), f"Cc: {ADA.email}", sender=mails.ME, to=BO.email))
    assert kinds(looked(pymap, asked)) == ANSWERED


def test_an_answer_that_names_no_thread_is_known_by_the_letters_subject(
    pymap: ImapPeer, asked: Ledger
) -> None:
    pymap.put(REPLY)
    pymap.file_sent(said(MINE, sender=mails.ME, to=DESK))
    assert kinds(looked(pymap, asked)) == ANSWERED
    pymap.put(said("<hers.2@clinic.example.org>", *in_thread(sent_to(BO).message_id)))
    looked(pymap, asked)
    pymap.file_sent(said("<mine.2@example.com>", sender=mails.ME, to=DESK))
    assert kinds(looked(pymap, asked)) == [*ANSWERED, ("BO", EventKind.REPLY)]  # whose of the two is unknown


def test_what_names_only_the_mail_before_it_is_of_the_thread(pymap: ImapPeer, asked: Ledger) -> None:
    pymap.put(REPLY)
    pymap.file_sent(said(MINE, f"In-Reply-To: {HERS}", sender=mails.ME, to=DESK))
    assert kinds(looked(pymap, asked)) == ANSWERED
    pymap.put(said("<hers.2@clinic.example.org>", f"In-Reply-To: {MINE}"))
    assert kinds(looked(pymap, asked)) == [*ANSWERED, ("ADA", EventKind.REPLY)]


@pytest.mark.parametrize(
    "mail",
    [
        said(MINE, sender=mails.ME, to=DESK, subject="Opening hours"),
        said(MINE, *in_thread(OURS, HERS), sender=mails.ME, to="friend@example.net"),
        said(MINE, *in_thread(OURS, HERS), sender=mails.ME, to=DESK, subject="Fwd: Your work"),
    ],
    ids=["another matter", "to somebody else", "passed on"],
)
def test_what_answers_nobody_is_no_answer(pymap: ImapPeer, asked: Ledger, mail: bytes) -> None:
    pymap.put(REPLY)
    pymap.file_sent(mail)
    found = looked(pymap, asked)
    assert (kinds(found), found.notices) == (ANSWERED[:1], ())


@pytest.mark.parametrize(
    "lines",
    [
        (f"ATTENDEE:mailto:{mails.ME}", f"ATTENDEE;CN=Ada Okafor:mailto:{ADA.email.title()}", "SUMMARY:Talk"),
        ("SUMMARY:Sam Rivera / Ada Okafor",),
        ("SUMMARY:Talk", "DESCRIPTION:Dr. Okafor\\, Ada\\nwill see you"),
    ],
    ids=["as one who comes", "in the summary", "in the description"],
)
def test_an_invitation_by_who_answered_for_them_is_theirs_where_it_names_them(
    pymap: ImapPeer, asked: Ledger, lines: tuple[str, ...]
) -> None:
    pymap.put(REPLY)
    looked(pymap, asked)
    pymap.put(invitation(*lines))
    found = looked(pymap, asked)
    assert kinds(found) == [("ADA", EventKind.REPLY)] * 2
    [notice] = found.notices
    assert (notice.contact_id, notice.column) == ("ADA", "Interview on")
    pymap.put(invitation(*lines, "SEQUENCE:1", method="CANCEL", number=2))
    [notice] = looked(
        pymap, asked, [ADA._replace(interview_on=date(2026, 12, 10), replied_on=TODAY), BO]
    ).notices
    assert "cancelled the meeting" in notice.message


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        (("SUMMARY:Talk",), ["ADA"]),
        ((f"ATTENDEE:mailto:{BO.email}",), ["BO"]),
        ((f"ATTENDEE:mailto:{BO.email}", f"ATTENDEE:mailto:{ADA.email}"), ["BO", "ADA"]),
    ],
    ids=["nobody named", "a colleague comes", "both come"],
)
def test_an_invitation_that_names_another_or_nobody_is_asked_about(
    pymap: ImapPeer, asked: Ledger, lines: tuple[str, ...], whose: list[str]
) -> None:
    pymap.put(REPLY)
    looked(pymap, asked)
    pymap.put(invitation(*lines))
    found = looked(pymap, asked)
    assert kinds(found) == ANSWERED[:1]
    [notice] = found.notices
    assert (notice.contact_id, notice.column) == (whose[0], "Replied on")
    assert "invitation for 2026-12-10" in notice.message
    assert ("It may as well be from Ada Okafor" in notice.message) == (len(whose) > 1)


def test_of_one_who_answers_for_two_each_thread_is_its_own_and_the_rest_is_asked_about(
    pymap: ImapPeer, asked: Ledger
) -> None:
    bos = sent_to(BO).message_id
    pymap.put(REPLY)
    pymap.put(said("<hers.2@clinic.example.org>", *in_thread(bos)))
    pymap.file_sent(said(MINE, *in_thread(bos, "<hers.2@clinic.example.org>"), sender=mails.ME, to=DESK))
    assert sorted(kinds(looked(pymap, asked))) == [
        ("ADA", EventKind.REPLY),
        ("BO", EventKind.ANSWER),
        ("BO", EventKind.REPLY),
    ]
    pymap.put(invitation("SUMMARY:Talk with Bo Lindqvist"))
    [notice] = looked(pymap, asked).notices
    assert (notice.contact_id, notice.column) == ("BO", "Interview on")
    pymap.put(said("<hers.3@clinic.example.org>", subject="The talk"))
    [unsure] = (n for n in looked(pymap, asked).notices if n.column == "Replied on")
    assert "It may as well be from" in unsure.message


@pytest.mark.parametrize(
    "headers",
    [
        ("Sender: Google Calendar <calendar-notification@google.com>",),
        ("Content-Class: urn:content-classes:calendarmessage",),
        ("X-MS-Exchange-Calendar-Originator-Id: office",),
        (f"Cc: {ADA.email}",),
    ],
)
def test_an_invitation_of_somebody_unknown_with_a_contact_is_asked_about(
    pymap: ImapPeer, asked: Ledger, headers: tuple[str, ...]
) -> None:
    pymap.put(
        invitation(
            f"ATTENDEE:mailto:{ADA.email}", "SUMMARY:Talk", sender="jo@pa.example.net", headers=headers
        )
    )
    [notice] = looked(pymap, asked).notices
    assert (notice.contact_id, notice.column) == ("ADA", "Replied on")


def test_an_invitation_with_nobody_of_the_list_is_nothing(pymap: ImapPeer, asked: Ledger) -> None:
    lines = ("ATTENDEE:mailto:kim@example.net", "SUMMARY:Talk with Ada Okafor")
    pymap.put(
        invitation(
            *lines,
            sender="jo@pa.example.net",
            headers=("Content-Class: urn:content-classes:calendarmessage",),
        )
    )
    assert looked(pymap, asked) == Brought()


def test_the_users_own_meeting_is_nobodys_invitation(pymap: ImapPeer, asked: Ledger) -> None:
    lines = (f"ATTENDEE:mailto:{ADA.email}", f"ORGANIZER:mailto:{mails.ME}", "SUMMARY:Talk")
    raw = invitation(*lines, sender="calendar-notification@google.com")
    pymap.put(raw.replace(b"ORGANIZER:mailto:calendar-notification@google.com\r\n", b""))
    assert looked(pymap, asked) == Brought()


def test_who_is_forgotten_is_answered_for_by_nobody(pymap: ImapPeer, asked: Ledger) -> None:
    pymap.put(REPLY)
    looked(pymap, asked)
    assert DESK in "".join(asked.get_all("").values())
    asked.forget(["ADA"])
    assert DESK not in "".join(asked.get_all("").values())


def test_a_reply_is_of_the_letter_that_it_answers_and_not_of_the_threads_oldest(
    pymap: ImapPeer, asked: Ledger
) -> None:
    bos, unknown = sent_to(BO).message_id, "<hers.0@clinic.example.org>"
    pymap.put(said("<h1@example.org>", f"In-Reply-To: {bos}", f"References: {OURS} {bos}"))
    pymap.put(said("<h2@example.org>", f"In-Reply-To: {unknown}", f"References: {OURS} {bos} {unknown}"))
    pymap.put(said("<h3@example.org>", f"In-Reply-To: {OURS}", f"References: {OURS} {bos}"))
    found = looked(pymap, asked).events
    assert {(e.message_id, e.contact_id) for e in found} == {
        ("<h1@example.org>", "BO"),
        ("<h2@example.org>", "BO"),
        ("<h3@example.org>", "ADA"),
    }


def test_what_a_batch_teaches_counts_for_all_of_it(pymap: ImapPeer, asked: Ledger) -> None:
    chained = said("<hers.2@clinic.example.org>", f"In-Reply-To: {MINE}")
    pymap.put(invitation(f"ATTENDEE:mailto:{ADA.email}", headers=(f"Cc: {ADA.email}",)))
    pymap.put(chained)
    pymap.put(said("<hers.3@clinic.example.org>", "In-Reply-To: <hers.2@clinic.example.org>"))
    pymap.put(REPLY)
    pymap.file_sent(said(MINE, f"In-Reply-To: {HERS}", sender=mails.ME, to=DESK))
    found = looked(pymap, asked)
    assert sorted(kinds(found)) == [("ADA", EventKind.ANSWER), *[("ADA", EventKind.REPLY)] * 4]
    assert [n.column for n in found.notices] == ["Interview on"]


def test_a_mail_is_fetched_once_though_the_batch_teaches_of_another(
    pymap: ImapPeer, asked: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[int] = []
    whole = Mailbox.whole
    monkeypatch.setattr(Mailbox, "whole", lambda box, h: (fetched.append(h.uid), whole(box, h))[1])
    pymap.put(said("<x@shop.example.net>", sender="Bo Lindqvist <bo@shop.example.net>", subject="Hello"))
    pymap.put(REPLY)
    looked(pymap, asked)
    assert len(fetched) == len(set(fetched))
