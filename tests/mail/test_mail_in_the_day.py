"""Whole days with a mailbox: what it brings, what the user makes of it, and what goes or stays because of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.day.apply import run_day
from pipeline.day.delivering import deliver
from pipeline.day.sending import approved
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from tests.books import person
from tests.end_to_end.routine import MONDAY, Routine, steady
from tests.mail import mails
from tests.peers.certs import Certs
from tests.peers.imap import ImapPeer
from tests.peers.smtp import PASSWORD, USER, SmtpPeer, free_port
from tests.review.test_review_web import Page

pytest_plugins = ["tests.peers.fixtures"]
ADA = "ada.okafor@example.org"
NEXT = MONDAY + timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pymap: ImapPeer) -> Routine:
    """A workbook with one person, letters as files, and replies looked for in a mailbox."""
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("REMEMBERED_PASSWORD", PASSWORD)
    monkeypatch.setenv("REMEMBERED_PASSWORD_FOR", "127.0.0.1")
    settings = {
        "Email": USER,
        "Send through": "Files",
        "Read replies from": "Other server",
        "IMAP server": f"127.0.0.1:{pymap.port} starttls",
    }
    return Routine(tmp_path).with_book([person()], settings=settings)


def ledger_of(home: Routine) -> Ledger:
    [path] = (home.folder / "data").glob("*.sqlite")
    return Ledger(path)


def sent(home: Routine, on: date = MONDAY) -> str:
    """Let the first letter be accepted by a server; return its Message-ID."""
    home.daily()
    code = home.drafts()[0]["code"]
    home.run("approve", code)
    with ledger_of(home) as ledger:
        record = ledger.state().drafts[code]
        moment = datetime(on.year, on.month, on.day, 12).astimezone()
        ledger.record(Receipt(record.identity, SendState.ACCEPTED, on, moment, ADA, "Your work", "Email"))
    home.daily()
    return record.message_id


def answer(
    to: str, *, sender: str = ADA, subject: str = "Re: Your work", text: str = "Gladly. Call me."
) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, USER, subject
    mail["Message-ID"], mail["Date"] = "<answer.1@example.org>", "Tue, 08 Dec 2026 10:00:00 +0000"
    if to:
        mail["In-Reply-To"] = mail["References"] = to
    mail.set_content(text)
    return mail.as_bytes()


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10).astimezone()


def replies(home: Routine) -> list[str]:
    return [r["Detail"] for r in home.rows("History") if r["Event"] == "Reply"]


def test_a_reply_is_undone_by_blanking_its_cell_and_the_mailbox_brings_it_no_second_time(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    before = home.steps(60)
    home.today = NEXT
    pymap.put(answer(letter), when=at(NEXT))
    assert "New in the mailbox:" in home.daily().said
    assert home.rows()[0]["Replied on"].date() == NEXT
    assert home.steps(60) != before

    home.type_on_contacts(2, Replied_on=None)
    said = home.daily().said
    assert "Replied on was blanked, so the mail of 2026-12-08 no longer counts as a reply" in said
    for _ in range(2):
        assert home.rows()[0]["Replied on"] is None
        assert replies(home) == ["no reply, you say; Re: Your work"]
        assert home.steps(60) == before
        prints = home.prints()
        assert "no longer counts" not in home.daily().said
        assert home.prints() == prints


def test_a_lost_ledger_does_not_bring_back_a_reply_that_was_undone(home: Routine, pymap: ImapPeer) -> None:
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter), when=at(NEXT))
    home.daily()
    home.type_on_contacts(2, Replied_on=None)
    home.daily()
    for path in (home.folder / "data").glob("*.sqlite*"):
        path.unlink()
    home.daily()
    assert home.rows()[0]["Replied on"] is None
    assert replies(home) == ["no reply, you say; Re: Your work"]


def returned(letter: str, status: str, words: str) -> bytes:
    return f"""From: Mail Delivery System <mailer-daemon@mail.example.net>
To: {USER}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-ID: <bounce.1@mail.example.net>
Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

--cut
Content-Type: text/plain

Your message could not be delivered.

--cut
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.net

Final-Recipient: rfc822; {ADA}
Action: failed
Status: {status}
Diagnostic-Code: smtp; {words}

--cut
Content-Type: text/rfc822-headers

From: Sam Rivera <{USER}>
To: {ADA}
Message-ID: {letter}

--cut--
""".replace("\n", "\r\n").encode()


@pytest.mark.parametrize("day", [MONDAY, NEXT], ids=["the same day", "the next day"])
@pytest.mark.parametrize(
    ("status", "words"),
    [("5.2.2", "552 5.2.2 mailbox full"), ("4.4.7", "421 4.4.7 no connection for five days")],
)
def test_a_letter_that_came_back_from_a_good_address_goes_again(
    home: Routine, pymap: ImapPeer, status: str, words: str, day: date
) -> None:
    letter = sent(home)
    home.today = day
    pymap.put(returned(letter, status, words), when=at(day))
    home.daily()
    [draft] = home.drafts()
    assert draft["status"] == "To review"
    home.run("approve", draft["code"])
    assert [o["code"] for o in home.went()] == [draft["code"]]
    assert [r["Detail"] for r in home.rows("History") if r["Event"] == "Bounce"] == [
        f"try again {ADA}; {words}"
    ]
    # once, not as often as it likes
    home.run("resolve", draft["code"], "sent")
    assert home.rows()[0]["Approach sent"].date() == day
    assert home.went() == []


def test_a_letter_to_a_wrong_address_goes_to_the_right_one_on_the_same_day(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    pymap.put(returned(letter, "5.1.1", "550 5.1.1 unknown"), when=at(MONDAY))
    home.daily()
    assert home.steps() == [("fix_address", "Ada Okafor")]
    home.type_on_contacts(2, Email="a.okafor@example.org")
    home.daily()
    [draft] = home.drafts()
    assert (draft["to"], draft["status"]) == ("a.okafor@example.org", "To review")
    home.run("approve", draft["code"])
    assert [o["code"] for o in home.went()] == [draft["code"]]


def test_what_a_server_took_came_back_from_no_other_address(home: Routine) -> None:
    sent(home)
    said = home.run("log", "Ada Okafor", "came back from ada@example.net", code=2).err
    assert f"That letter went to {ADA}" in said
    home.run("log", "Ada Okafor", f"came back from {ADA.title()}")
    assert home.steps() == [("fix_address", "Ada Okafor")]


@pytest.mark.parametrize("typed", [MONDAY, NEXT], ids=["its own day", "a later day"])
@pytest.mark.parametrize("seen", [True, False], ids=["History has it", "typed just now"])
def test_an_exported_letter_whose_date_was_typed_is_taken_back(
    home: Routine, pymap: ImapPeer, typed: date, seen: bool
) -> None:
    home.daily()
    code = home.drafts()[0]["code"]
    home.run("approve", code)
    assert [o["outcome"] for o in home.went()] == ["exported"]
    with ledger_of(home) as ledger:
        letter = ledger.state().drafts[code].message_id
    home.today = NEXT
    home.type_on_contacts(2, Approach_sent=typed)
    if seen:
        home.daily()
    pymap.put(returned(letter, "5.1.1", "550 5.1.1 unknown"), when=at(MONDAY))
    home.daily()
    assert home.steps() == [("fix_address", "Ada Okafor")]
    assert home.rows()[0]["Approach sent"] is None
    assert sorted(r["Event"] for r in home.rows("History")) == ["Approach letter", "Bounce"]
    steady(home)
    home.type_on_contacts(2, Email="a.okafor@example.org")
    home.daily()
    [draft] = home.drafts()
    assert (draft["to"], draft["status"]) == ("a.okafor@example.org", "To review")
    home.run("approve", draft["code"])
    assert [o["code"] for o in home.went()] == [draft["code"]]


def test_to_an_address_that_they_left_nothing_is_drafted_until_it_is_another(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    home.today = NEXT
    note = answer(letter, subject="Automatic reply: Your work", text="I have left DataLab.")
    pymap.put(note.replace(b"\nTo:", b"\nAuto-Submitted: auto-replied\nTo:"), when=at(NEXT))
    assert "no longer at this address" in home.daily().said
    assert ("fix_address", "Ada Okafor") in home.steps()
    home.today = MONDAY + timedelta(days=21)
    home.daily()
    assert home.drafts() == []
    assert home.rows()[0]["Stage"] == "Bounced"
    steady(home)
    home.type_on_contacts(2, Email="ada@example.net")
    home.daily()
    [draft] = home.drafts()
    assert (draft["letter"], draft["to"]) == ("follow_up", "ada@example.net")


def test_a_letter_that_came_back_keeps_no_thanks_waiting_on_its_day(home: Routine, pymap: ImapPeer) -> None:
    letter = sent(home)
    pymap.put(returned(letter, "5.2.2", "552 5.2.2 full"), when=at(MONDAY))
    home.daily()
    home.type_on_contacts(
        2, Called_on=MONDAY, Call_result="Interviewed on this call", Thank_them_for="for your time"
    )
    home.daily()
    [draft] = home.drafts()
    assert draft["letter"] == "thank_you_phone"
    assert "same-day" not in {c["check"] for c in draft["checks"]}


def test_only_the_newest_reply_is_undone_and_an_earlier_one_stands_again(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter, text="Gladly, but only next year."), when=at(NEXT))
    home.daily()
    home.today = NEXT + timedelta(days=2)
    pymap.put(
        answer(letter, subject="Our newsletter").replace(b"<answer.1", b"<answer.2"), when=at(home.today)
    )
    home.daily()
    assert home.rows()[0]["Replied on"].date() == home.today
    with_both = home.steps(60)

    home.type_on_contacts(2, Replied_on=None)
    said = home.daily().said
    assert "so the mail of 2026-12-10 no longer counts as a reply" in said
    assert "The reply of 2026-12-08 still counts" in said
    for _ in range(2):
        assert home.rows()[0]["Replied on"].date() == NEXT
        assert replies(home) == ["Re: Your work", "no reply, you say; Our newsletter"]
        assert home.steps(60) == with_both
        prints = home.prints()
        assert "no longer counts" not in home.daily().said
        assert home.prints() == prints

    home.type_on_contacts(2, Replied_on=None)
    assert "so the mail of 2026-12-08 no longer counts" in home.daily().said
    assert home.rows()[0]["Replied on"] is None
    assert all(r.startswith("no reply, you say") for r in replies(home))


def test_two_mails_of_the_day_that_the_cell_showed_are_undone_together(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter), when=at(NEXT))
    pymap.put(answer(letter).replace(b"<answer.1", b"<answer.2"), when=at(NEXT) + timedelta(hours=2))
    home.daily()
    home.type_on_contacts(2, Replied_on=None)
    home.daily()
    assert home.rows()[0]["Replied on"] is None
    assert [r.partition(";")[0] for r in replies(home)] == ["no reply, you say"] * 2


def test_a_reply_that_comes_in_the_run_that_undoes_another_counts(home: Routine, pymap: ImapPeer) -> None:
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter), when=at(NEXT))
    home.daily()
    home.type_on_contacts(2, Replied_on=None)
    pymap.put(answer(letter).replace(b"<answer.1", b"<answer.2"), when=at(NEXT))
    assert "no longer counts" in home.daily().said
    assert "no longer counts" not in home.daily().said
    assert home.rows()[0]["Replied on"].date() == NEXT
    assert replies(home) == ["no reply, you say; Re: Your work", "Re: Your work"]


def test_what_the_mailbox_brought_is_said_and_the_letter_that_goes_because_of_it_is_named(
    home: Routine, pymap: ImapPeer
) -> None:
    sent(home)
    home.today = MONDAY + timedelta(days=14)
    home.daily()
    [draft] = home.drafts()
    assert home.steps() == [("follow_up", "Ada Okafor")]
    pymap.put(
        answer("", text="Come by on Thursday.\n\nOn Monday Sam wrote:\n> May I come?"), when=at(home.today)
    )
    said = home.daily().said
    assert "New in the mailbox: " in said
    line = said.partition("New in the mailbox: ")[2]
    assert "Ada Okafor" in line
    assert "Come by on Thursday." in line
    assert (
        f"The letter {draft['code']} to Ada Okafor (Follow-up letter) is no longer due: reply of 2026-12-21."
        in said
    )
    assert "New in the mailbox" not in home.daily().said


def test_our_own_answer_from_another_address_of_ours_is_an_answer_and_no_second_reply(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter), when=at(NEXT))
    home.daily()
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Sam Rivera <sam@college.example.edu>", ADA, "Re: Your work"
    mail["Message-ID"], mail["In-Reply-To"], mail["References"] = (
        "<own.1@college.example.edu>",
        letter,
        letter,
    )
    mail.set_content("Thank you! Tuesday at ten?")
    pymap.put(mail.as_bytes(), pymap.sent, when=at(NEXT) + timedelta(hours=1))
    home.daily()
    assert home.rows()[0]["Answered on"] is not None
    assert [r["Event"] for r in home.rows("History")].count("Reply") == 1
    assert replies(home) == ["Re: Your work"]


def test_who_answers_for_a_contact_is_answered_and_invites_for_them(home: Routine, pymap: ImapPeer) -> None:
    letter, desk = sent(home), "office@example.net"
    home.today = NEXT
    pymap.put(answer(letter, sender=desk), when=at(NEXT))
    home.daily()
    assert home.steps(30)[0] == ("answer_reply", "Ada Okafor")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = (
        USER,
        desk,
        "Re: Your work",
        "<own.1@example.com>",
    )
    mail["In-Reply-To"], mail["References"] = "<answer.1@example.org>", f"{letter} <answer.1@example.org>"
    mail.set_content("Thank you! Tuesday at ten?")
    pymap.put(mail.as_bytes(), pymap.sent, when=at(NEXT) + timedelta(hours=1))
    home.daily()
    assert home.rows()[0]["Answered on"].date() == NEXT
    invitation = EmailMessage()
    invitation["From"], invitation["To"], invitation["Subject"] = desk, USER, "Talk"
    invitation["Message-ID"] = "<invitation.1@example.net>"
    text = INVITATION.format(start="20261215T100000").replace(f"mailto:{ADA}", f"mailto:{desk}")
    named = text.replace("SUMMARY:Talk", "SUMMARY:Sam and Ada Okafor")
    invitation.set_content(named, subtype="calendar", params={"method": "REQUEST"})
    pymap.put(invitation.as_bytes(), when=at(NEXT) + timedelta(hours=2))
    assert "Ada Okafor invites you for 2026-12-15" in home.daily().said
    home.type_on_contacts(2, Interview_on=date(2026, 12, 15))
    home.daily()
    assert ("prepare_interview", "Ada Okafor") in home.steps(30)
    steady(home)


INVITATION = (
    """BEGIN:VCALENDAR
METHOD:REQUEST
VERSION:2.0
"""
    + mails.EASTERN.format(name="Eastern Standard Time")
    + """BEGIN:VEVENT
ORGANIZER:mailto:ada.okafor@example.org
UID:1
SUMMARY:Talk
DTSTART;TZID=Eastern Standard Time:{start}
LOCATION:Quay 1\\, Room 2
END:VEVENT
END:VCALENDAR
"""
)


@pytest.fixture
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this computer stand in London."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this computer can't be set for a test")
    with monkeypatch.context() as there:
        there.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("london")
@pytest.mark.parametrize("day", [date(2026, 12, 16), date(2027, 4, 14)], ids=str)
def test_an_invitation_from_another_zone_is_said_in_the_form_and_the_time_that_the_cell_takes(
    home: Routine, pymap: ImapPeer, day: date
) -> None:
    letter = sent(home)
    home.today = NEXT
    mail = f"From: {ADA}\r\nTo: {USER}\r\nSubject: Talk\r\nMessage-ID: <invitation.1@example.org>\r\nIn-Reply-To: {letter}\r\n"
    mail += 'MIME-Version: 1.0\r\nContent-Type: text/calendar; charset="utf-8"; method=REQUEST\r\n\r\n'
    mail += INVITATION.format(start=f"{day:%Y%m%d}T143000").replace("\n", "\r\n")
    pymap.put(mail.encode(), when=at(NEXT))
    wanted = f"{day} 19:30"
    for first in (True, False):
        said = home.daily().said
        assert said.count(f"enter {wanted} in Interview on") == 1
        assert (f"New in the mailbox: Ada Okafor, invitation for {wanted}" in said) == first
    [line] = [r for r in home.rows("Today") if r["Step"] == "From the mailbox"]
    assert wanted in line["What to do"]
    home.type_on_contacts(2, Interview_on=wanted)
    assert "in Interview on" not in home.daily().said
    home.run("calendar", "--days", "200")
    written = (home.folder / "remembered.ics").read_bytes()
    moment = "T193000Z" if day.month == 12 else "T183000Z"
    assert f"DTSTART:{day:%Y%m%d}{moment}".encode() in written


def test_an_approval_that_fell_away_is_said_by_name(home: Routine) -> None:
    home.daily()
    code = home.drafts()[0]["code"]
    home.run("approve", code)
    home.edit_file(code, "Sincerely", "With kind regards")
    for words in ("its approval fell away", "Ada Okafor", code):
        assert words in home.run("send", code=5).said
    assert not list(home.ready.glob("*"))


def test_a_letter_whose_enclosure_cannot_be_read_is_held_and_the_others_go(
    home: Routine, certs: Certs
) -> None:
    talked = {"Called_on": date(2026, 12, 4), "Call_result": "Interviewed on this call"}
    people = [person(Thank_them_for="for your time", **talked), person("Bo", "Ek")]
    resume = home.folder / "resume.pdf"
    resume.write_bytes(b"%PDF-1.4 mine")
    with SmtpPeer(certs) as server:
        settings = {
            "Email": "sam.rivera@college.example.edu",
            "Login name": USER,
            "Send through": "Other server",
            "Read replies from": "None",
            "SMTP server": f"127.0.0.1:{server.port}",
            "Resume file": resume.name,
        }
        home.with_book(people, settings=settings).daily()
        home.run("approve", *(d["code"] for d in home.drafts()))
        decision = run_day(home.book, MONDAY, datetime(2026, 12, 7, 12)).decision
        letters = approved(decision)
        resume.unlink()
        outcomes = deliver(decision, letters, ask=lambda _: True, progress=lambda *_: None)
    assert {o.name: o.outcome for o in outcomes} == {"Ada Okafor": "held", "Bo Ek": "sent"}, outcomes
    assert "resume.pdf can't be read" in next(o.detail for o in outcomes if o.name == "Ada Okafor")
    assert [a.recipients for a in server.accepted] == [("bo.ek@example.org",)]


@pytest.mark.parametrize("way", ["Browser", "Files"])
def test_a_reply_to_a_letter_that_the_user_sent_is_read_where_read_replies_from_says(
    home: Routine, pymap: ImapPeer, way: str
) -> None:
    home.type_setting("Send through", way)
    home.daily()
    code = home.drafts()[0]["code"]
    home.run("approve", code)
    home.run("send")
    home.run("resolve", code, "sent")
    home.today = NEXT
    pymap.put(answer("<of.their.own.mail@mail.example.com>"), when=at(NEXT))
    assert "New in the mailbox:" in home.daily().said
    assert home.rows()[0]["Replied on"].date() == NEXT


def test_a_reply_since_the_days_run_keeps_back_the_follow_up_that_goes_as_a_file(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    home.today = MONDAY + timedelta(days=14)
    home.daily()
    [draft] = home.drafts()
    assert draft["letter"] == "follow_up"
    home.run("approve", draft["code"])
    pymap.put(answer(letter), when=at(home.today))
    assert "New in the mailbox:" in home.run("send", code=None).said
    assert not list((home.folder / "outbox" / "ready").glob("*"))
    assert home.rows()[0]["Follow-up sent"] is None
    assert replies(home) == ["Re: Your work"]


def test_a_reply_since_the_page_was_shown_keeps_the_follow_up_from_opening_in_ones_own_mail(
    home: Routine, pymap: ImapPeer
) -> None:
    home.type_setting("Send through", "Browser")
    letter = sent(home)
    home.today = MONDAY + timedelta(days=14)
    home.daily()
    home.run("approve", home.drafts()[0]["code"])
    page = Page(home.book, home.today)
    code = page.of("Ada Okafor")
    page.text("/send")
    pymap.put(answer(letter), when=at(home.today))
    refused = page.send("/send", f"/send/{code}/open", **{"in": "gmail"})
    assert refused.status_code == 409
    assert "Something changed since you saw this list" in refused.text
    assert home.rows()[0]["Replied on"].date() == home.today
    with ledger_of(home) as ledger:
        assert not any(r.code == code for r in ledger.state().receipts.values())


def test_what_goes_as_a_file_waits_where_the_mailbox_cannot_be_looked_at(home: Routine) -> None:
    home.daily()
    home.run("approve", home.drafts()[0]["code"])
    home.type_setting("IMAP server", f"127.0.0.1:{free_port()} starttls")
    refused = home.run("send", code=1)
    assert "The mailbox could not be looked at" in refused.said
    assert not list((home.folder / "outbox" / "ready").glob("*"))


def test_where_no_replies_are_read_no_mailbox_is_asked(home: Routine, pymap: ImapPeer) -> None:
    home.type_setting("Send through", "Browser")
    home.type_setting("Read replies from", None)
    pymap.put(answer(""), when=at(MONDAY))
    assert "mailbox" not in home.daily().said
    assert "No mailbox is set up" in home.run("sync", code=1).said


def test_a_password_that_is_refused_is_no_reason_to_try_again_later(
    home: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMEMBERED_PASSWORD", "of last week")
    told = home.run("sync", code=1).said
    assert "did not take the password. It stands in REMEMBERED_PASSWORD: change it there. Nothing" in told
    assert "later" not in told
    assert "can't be reached" not in told
    day = home.daily().said
    assert "change it there. The day goes on; follow-up letters wait" in day
    assert ".)" not in day


def test_a_mailbox_that_does_not_answer_is_tried_again_later(home: Routine) -> None:
    home.type_setting("IMAP server", f"127.0.0.1:{free_port()}")
    told = home.run("sync", code=1).said
    assert "can't be reached (" in told
    assert told.rstrip().endswith("Check the internet connection. Try again later. Nothing was changed.")


def test_a_server_whose_name_nobody_knows_may_be_mistyped(
    home: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMEMBERED_PASSWORD_FOR", "127.0.0.1,imap.nowhere.invalid")
    home.type_setting("IMAP server", "imap.nowhere.invalid:993")
    assert "and the server's name if you typed it into Settings. Try" in home.run("sync", code=1).said


def wrote_by_hand(home: Routine, pymap: ImapPeer) -> str:
    """Let a first letter be drafted, and a mail of the user's own to her be found in Sent; return the letter's code."""
    home.daily()
    code: str = home.drafts()[0]["code"]
    own = EmailMessage()
    own["From"], own["To"], own["Subject"] = USER, ADA, "Hello from a nurse"
    own["Message-ID"], own["Date"] = "<own.1@example.org>", "Mon, 07 Dec 2026 10:00:00 +0000"
    own.set_content("Would you have a quarter of an hour for me?")
    pymap.put(own.as_bytes(), pymap.sent, when=datetime.now().astimezone())
    home.daily()
    return code


def in_doubt(home: Routine) -> tuple[str, str]:
    """Let nobody know whether the first letter went; return its code and Message-ID."""
    home.daily()
    code = home.drafts()[0]["code"]
    home.run("approve", code)
    with ledger_of(home) as ledger:
        record = ledger.state().drafts[code]
        noon = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12).astimezone()
        ledger.record(Receipt(record.identity, SendState.CHECK, MONDAY, noon, ADA, "Your work", "Email"))
    home.today = NEXT
    return code, record.message_id


def state_of(home: Routine, message_id: str) -> SendState:
    with ledger_of(home) as ledger:
        return ledger.state().receipts[message_id].state


def test_an_answer_to_a_letter_in_doubt_says_that_it_arrived(home: Routine, pymap: ImapPeer) -> None:
    code, message_id = in_doubt(home)
    pymap.put(answer(message_id), when=at(NEXT))
    home.daily()
    assert state_of(home, message_id) is SendState.ACCEPTED
    assert home.rows()[0]["Approach sent"].date() == MONDAY
    assert home.rows()[0]["Replied on"].date() == NEXT
    assert home.run("resolve", code, "release", code=2)


def report(action: str, *returned: str) -> bytes:
    """Write a mail server's report on a letter to Ada."""
    status = "5.1.1" if action == "failed" else "4.4.1"
    lines = (
        "From: MAILER-DAEMON@mail.example.com", f"To: {USER}", "Subject: Delivery Status Notification",
        "Message-ID: <report.1@mail.example.com>", "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', "",
        "--b", "Content-Type: text/plain", "", "About your mail.", "",
        "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mail.example.com", "",
        f"Final-Recipient: rfc822; {ADA}", f"Action: {action}", f"Status: {status}",
        "Diagnostic-Code: smtp; 550 5.1.1 no such user" if action == "failed" else "", "",
        *(("--b", "Content-Type: text/rfc822-headers", "", *returned, "") if returned else ()),
        "--b--", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize("action", ["failed", "delayed"])
def test_a_servers_report_on_a_letter_in_doubt_says_that_it_left(
    home: Routine, pymap: ImapPeer, action: str
) -> None:
    code, message_id = in_doubt(home)
    pymap.put(report(action, f"Message-ID: {message_id}", f"To: {ADA}"), when=at(NEXT))
    home.daily(code=None)
    assert state_of(home, message_id) is SendState.ACCEPTED
    assert home.run("resolve", code, "release", code=2)
    assert ("fix_address", "Ada Okafor") in home.steps() or action == "delayed"


def test_a_return_that_names_an_address_alone_leaves_a_letter_in_doubt(
    home: Routine, pymap: ImapPeer
) -> None:
    _, message_id = in_doubt(home)
    pymap.put(report("failed"), when=at(NEXT))
    home.daily(code=None)
    assert state_of(home, message_id) is SendState.CHECK


def test_a_mail_of_ones_own_is_asked_about_as_that_mail(home: Routine, pymap: ImapPeer) -> None:
    """Nothing is said of a letter that never left, but whether that mail stands for it."""
    code = wrote_by_hand(home, pymap)
    page = Page(home.book, home.today)
    for path in ("/send", f"/letter/{code}"):
        said = page.text(path)
        assert "You wrote to this address yourself on " in said
        assert "Hello from a nurse" in said
        assert "Nobody can say whether this letter went" not in said
    assert "It does not: back in review" in page.text("/send")
    assert "in whatever words, say so on the page Send of the window" in home.daily().said
    doctor = home.run("doctor").said
    assert "for Ada Okafor: You wrote to this address yourself on " in doctor
    page.send("/send", f"/send/{code}/release")
    assert page.status(code) == "To review"


def test_the_page_says_where_a_letter_is_again(home: Routine, pymap: ImapPeer) -> None:
    code = wrote_by_hand(home, pymap)
    page = Page(home.book, home.today)
    answer = page.send("/send", f"/send/{code}/release")
    assert "Back in review: the letter to Ada Okafor." in page.text(answer.headers["Location"])


def test_a_letter_that_was_never_approved_is_back_in_review(home: Routine, pymap: ImapPeer) -> None:
    code = wrote_by_hand(home, pymap)
    assert f"{code} to Ada Okafor: back in review." in home.run("resolve", code, "release").said
    home.run("approve", code)
    assert home.drafts()[0]["status"] == "Approved"


def test_a_first_letter_in_ones_own_words_stands_for_the_programs(home: Routine, pymap: ImapPeer) -> None:
    code = wrote_by_hand(home, pymap)
    assert f"{code} to Ada Okafor: recorded as sent." in home.run("resolve", code, "sent").said
    assert home.rows()[0]["Approach sent"] is not None
    [letter] = [r for r in home.rows("History") if r["Event"] == "Approach letter"]
    assert (letter["Name"], letter["Detail"]) == ("Ada Okafor", None)
    home.daily()
    steady(home)


def test_a_mail_after_a_talk_was_set_is_asked_about_before_the_talk_is_confirmed(
    home: Routine, pymap: ImapPeer
) -> None:
    talk = MONDAY + timedelta(days=8)
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter, text="Tuesday suits me."), when=at(NEXT))
    home.daily(code=None)
    home.type_on_contacts(2, Interview_on=talk, Interview_type="In person", Where="your office")
    home.daily()
    assert "while the talk of" not in (home.rows()[0]["Problem"] or "")
    home.today = wrote = NEXT + timedelta(days=2)
    late = answer(letter, text="I need to cancel Tuesday.").replace(b"answer.1", b"answer.2")
    pymap.put(late, when=at(home.today))
    home.daily(code=None)
    home.today = talk - timedelta(days=1)
    home.daily(code=None)
    assert "while the talk of" in home.rows()[0]["Problem"]
    assert home.drafts() == []
    home.type_on_contacts(2, Answered_on=wrote + timedelta(days=1))
    home.daily()
    assert "while the talk of" not in (home.rows()[0]["Problem"] or "")
    assert [d["letter"] for d in home.drafts()] == ["confirm"]


@pytest.fixture
def talk_set(home: Routine, pymap: ImapPeer) -> date:
    """Let her answer, and a talk be set that an earlier run has seen; return its day."""
    talk = MONDAY + timedelta(days=8)
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter, text="Tuesday suits me."), when=at(NEXT))
    home.daily(code=None)
    home.type_on_contacts(
        2, Interview_on=talk, Interview_type="In person", Where="your office", Answered_on=NEXT
    )
    home.daily()
    home.today = NEXT + timedelta(days=2)
    return talk


def a_mail(
    number: int, sender: str, to: str, text: str, *, answers: str = "", subject: str = "Re: Your work"
) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = (
        sender,
        to,
        subject,
        f"<m.{number}@m.example>",
    )
    if answers:
        mail["In-Reply-To"] = answers
    mail.set_content(text)
    return mail.as_bytes()


def problem(home: Routine) -> str:
    home.daily(code=None)
    return str(home.rows()[0]["Problem"] or "")


@pytest.mark.parametrize("looks", [1, 2], ids=["in one look", "a look between"])
def test_a_second_mail_on_the_day_of_an_answer_is_asked_about_and_ends_with_the_next_answer(
    home: Routine, pymap: ImapPeer, talk_set: date, looks: int
) -> None:
    nine = at(home.today)
    pymap.put(a_mail(1, ADA, USER, "Do you need directions?"), when=nine - timedelta(hours=1))
    pymap.put(a_mail(2, USER, ADA, "No, thank you.", answers="<m.1@m.example>"), pymap.sent, when=nine)
    if looks == 2:
        assert "while the talk of" not in problem(home)
        assert home.rows()[0]["Answered on"].date() == home.today
    pymap.put(a_mail(3, ADA, USER, "I have to cancel."), when=nine + timedelta(hours=9))
    assert "while the talk of" in problem(home)
    assert "answer it: your answer in Sent settles this" in problem(home)
    pymap.put(
        a_mail(4, USER, ADA, "Wednesday, then?", answers="<m.3@m.example>"),
        pymap.sent,
        when=nine + timedelta(hours=10),
    )
    assert "while the talk of" not in problem(home)


def test_a_second_mail_on_the_day_of_a_typed_answer_is_asked_about_until_a_later_day_is_typed(
    home: Routine, pymap: ImapPeer, talk_set: date
) -> None:
    pymap.put(a_mail(1, ADA, USER, "Do you need directions?"), when=at(home.today))
    home.type_on_contacts(2, Answered_on=home.today)
    assert "while the talk of" not in problem(home)
    pymap.put(a_mail(2, ADA, USER, "I have to cancel."), when=at(home.today) + timedelta(hours=9))
    assert "while the talk of" in problem(home)
    home.today = talk_set - timedelta(days=1)
    assert "while the talk of" in problem(home)
    assert home.drafts() == []
    home.type_on_contacts(2, Answered_on=home.today - timedelta(days=1))
    assert "while the talk of" not in problem(home)
    assert [d["letter"] for d in home.drafts()] == ["confirm"]


def test_a_second_mail_on_the_day_of_an_answer_is_asked_about_where_no_talk_is_set(
    home: Routine, pymap: ImapPeer
) -> None:
    letter = sent(home)
    home.today = NEXT
    pymap.put(answer(letter), when=at(NEXT))
    own = a_mail(2, USER, ADA, "Is Friday fine?", answers="<answer.1@example.org>")
    pymap.put(own, pymap.sent, when=at(NEXT) + timedelta(hours=1))
    assert "wrote again" not in problem(home)
    pymap.put(a_mail(3, ADA, USER, "I am sorry, I can't."), when=at(NEXT) + timedelta(hours=9))
    assert "Ada Okafor wrote again on 2026-12-08, after your answer of that day" in problem(home)
    home.today = NEXT + timedelta(days=1)
    assert "wrote again" in problem(home)
    home.type_on_contacts(2, Answered_on=home.today)
    assert "wrote again" not in problem(home)


def test_what_is_taken_back_on_the_day_of_the_answer_is_asked_about_though_the_talk_was_typed_since(
    home: Routine, pymap: ImapPeer
) -> None:
    letter, talk = sent(home), MONDAY + timedelta(days=8)
    home.today = NEXT
    pymap.put(answer(letter, text="Tuesday suits me."), when=at(NEXT))
    own = a_mail(2, USER, ADA, "Tuesday it is.", answers="<answer.1@example.org>")
    pymap.put(own, pymap.sent, when=at(NEXT) + timedelta(hours=1))
    pymap.put(a_mail(3, ADA, USER, "I am sorry, I can't."), when=at(NEXT) + timedelta(hours=9))
    home.type_on_contacts(2, Interview_on=talk, Interview_type="In person", Where="your office")
    home.today = NEXT + timedelta(days=1)
    assert "Ada Okafor wrote again on 2026-12-08, after your answer of that day" in problem(home)
    home.today = talk - timedelta(days=1)
    assert "wrote again" in problem(home)
    assert home.drafts() == []
    home.type_on_contacts(2, Answered_on=NEXT + timedelta(days=1))
    assert "wrote again" not in problem(home)
    assert [d["letter"] for d in home.drafts()] == ["confirm"]


def test_a_mail_of_an_unsure_sender_while_a_talk_stands_holds_its_confirmation(
    home: Routine, pymap: ImapPeer, talk_set: date
) -> None:
    cancelled = a_mail(1, "Ada Okafor <ada77@mail.example>", USER, "I have to cancel.", subject="Tuesday")
    pymap.put(cancelled, when=at(home.today))
    wrote = home.today
    told = problem(home)
    assert f"ada77@mail.example wrote on {wrote}, while the talk of {talk_set} with Ada Okafor stands" in told
    assert "No confirmation goes meanwhile." in told
    home.today = talk_set - timedelta(days=1)
    home.daily(code=None)
    assert home.drafts() == []
    home.type_on_contacts(2, Answered_on=wrote + timedelta(days=1))
    assert "while the talk of" not in problem(home)
    assert [d["letter"] for d in home.drafts()] == ["confirm"]


def test_a_namesake_of_somebody_who_answered_and_with_whom_no_talk_stands_is_not_asked_about(
    home: Routine, pymap: ImapPeer, talk_set: date
) -> None:
    home.type_on_contacts(2, Interview_held="Cancelled")
    home.daily(code=None)
    other = a_mail(1, "Ada Okafor <ada77@mail.example>", USER, "Hello.", subject="Tuesday")
    pymap.put(other, when=at(home.today))
    assert "ada77" not in problem(home)
    steady(home)
