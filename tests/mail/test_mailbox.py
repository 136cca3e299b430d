"""One look at a real mailbox: pymap always, Dovecot with Gmail's folders where it is installed."""

from __future__ import annotations

import traceback
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from pipeline.mail.claims import FOLDER
from pipeline.mail.doubt import resolve
from pipeline.mail.folders import Folders
from pipeline.mail.look import Brought, look
from pipeline.mail.mailbox import Mailbox, ReadMark
from pipeline.mail.outgoing import Down, MailboxDown, Outgoing, final_bytes
from pipeline.mail.postman import send_letters
from pipeline.mail.watch import MailboxWatch, open_watch
from pipeline.model import Contact, EventKind, Identity, LetterKind
from tests.mail import mails
from tests.peers.certs import Certs
from tests.peers.clock import NOW, TODAY, TestClock
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME as SETTINGS
from tests.peers.letters import account, approved, contact, letter, outgoing
from tests.peers.smtp import PASSWORD, RawPeer, Script, SmtpPeer, free_port

pytest_plugins = ["tests.peers.fixtures"]
ADA = contact(0, id="ADA", first_name="Ada", email=mails.ADA)
SENT = Receipt(
    Identity("AAAAA", "ADA", LetterKind.APPROACH, "1", mails.OURS, "Ada Okafor"),
    SendState.ACCEPTED,
    TODAY - timedelta(days=3),
    NOW - timedelta(days=3),
    mails.ADA,
    "Your work",
    "Email",
)


def opened(imap: ImapPeer, sent_folder: str = "") -> Mailbox:
    return Mailbox.open(account(1, imap.port, imap_starttls=imap.starttls), PASSWORD, sent_folder)


def looked(imap: ImapPeer, ledger: Ledger, people: tuple[Contact, ...] = (ADA,)) -> Brought:
    with opened(imap) as mailbox:
        return look(mailbox, ledger, people, SETTINGS, TODAY)


def test_folders_are_found_and_said(imap: ImapPeer) -> None:
    with opened(imap) as mailbox:
        assert mailbox.folders.sent == imap.sent
        assert imap.sent in mailbox.folders.said()


def test_a_sent_folder_named_in_settings_must_be_there(imap: ImapPeer) -> None:
    with opened(imap, "INBOX") as mailbox:
        assert mailbox.folders.sent == "INBOX"
    with pytest.raises(MailboxDown, match="Settings, Sent folder"):
        opened(imap, 'Sent"\r\nA1 LOGOUT')


def test_a_reply_becomes_an_event_that_stays_until_written(imap: ImapPeer, ledger: Ledger) -> None:
    ledger.record(SENT)
    imap.put(mails.STRANGER)
    imap.put(mails.GMAIL_REPLY)
    [event] = looked(imap, ledger).events
    assert (event.kind, event.contact_id, event.name, event.date) == (
        EventKind.REPLY,
        "ADA",
        "Ada Okafor",
        TODAY,
    )
    assert looked(imap, ledger).events == (event,)
    ledger.drop_news(ledger.news())
    assert looked(imap, ledger).events == ()


def test_only_what_is_new_is_fetched_and_nothing_is_marked_as_read(imap: ImapPeer, ledger: Ledger) -> None:
    imap.put_all([mails.STRANGER] * 3)
    with opened(imap) as mailbox:
        folder = mailbox.folders.read[1]
        first, mark = mailbox.headers_since(folder, ReadMark(), TODAY - timedelta(days=2))
        imap.put(mails.GMAIL_REPLY)
        second, later = mailbox.headers_since(folder, mark, TODAY)
        third, _ = mailbox.headers_since(folder, later, TODAY)
        assert (len(first), len(second), len(third)) == (3, 1, 0)
        assert b"do call me" not in second[0].raw
        assert b"do call me" in mailbox.whole(second[0])
    assert not any("\\Seen" in flags for flags in imap.flags_of())


def test_the_users_folders_are_opened_so_that_nothing_in_them_can_be_changed(imap: ImapPeer) -> None:
    imap.put(mails.STRANGER)
    with opened(imap) as mailbox:
        mailbox.headers_since("INBOX", ReadMark(), TODAY - timedelta(days=2))
        mailbox.changing(lambda client: client.uid("STORE", "1:*", "+FLAGS.SILENT", "(\\Deleted)"))
    assert not any("\\Deleted" in flags for flags in imap.flags_of())


def test_a_folder_made_anew_is_read_again_without_news_twice(imap: ImapPeer, ledger: Ledger) -> None:
    ledger.record(SENT)
    imap.put(mails.GMAIL_REPLY)
    assert len(looked(imap, ledger).events) == 1
    for folder in ("INBOX", imap.sent, imap.all):
        ledger.set(f"read:{folder}", "1:999999")
    assert len(looked(imap, ledger).events) == 1


@pytest.mark.parametrize(
    ("raw", "kind", "detail"),
    [
        (
            mails.GMAIL_DSN,
            EventKind.BOUNCE,
            f"address {mails.ADA}; 550-5.1.1 The email account that you tried to reach does not exist.",
        ),
        (
            mails.absence("Automatic reply", f"Back on {TODAY + timedelta(days=9):%Y-%m-%d}."),
            EventKind.AUTOMATIC,
            f"back {TODAY + timedelta(days=9)}",
        ),
        (mails.absence("Automatic reply", "Away."), EventKind.AUTOMATIC, ""),
    ],
)
def test_other_answers(imap: ImapPeer, ledger: Ledger, raw: bytes, kind: EventKind, detail: str) -> None:
    ledger.record(SENT)
    imap.put(raw)
    [event] = looked(imap, ledger).events
    assert (event.kind, event.detail, event.contact_id) == (kind, detail, "ADA")
    assert event.message_id == (mails.OURS if kind is EventKind.BOUNCE else "")


def test_an_invitation_is_a_reply_and_proposes_its_date(imap: ImapPeer, ledger: Ledger) -> None:
    imap.put(mails.invitation(":20991203T143000"))
    found = looked(imap, ledger)
    assert [e.kind for e in found.events] == [EventKind.REPLY]
    [notice] = found.notices
    assert (notice.column, notice.row, "2099-12-03 14:30" in notice.message) == (
        "Interview on",
        ADA.row,
        True,
    )
    accepted = contact(0, id="ADA", email=mails.ADA, interview_on=date(2099, 12, 3))
    assert looked(imap, ledger, (accepted,)).notices == ()
    assert looked(imap, ledger).notices == ()


def test_a_colleagues_mail_is_asked_about(imap: ImapPeer, ledger: Ledger) -> None:
    ledger.record(SENT)
    imap.put(mails.COLLEAGUE)
    found = looked(imap, ledger)
    assert (found.events, [n.column for n in found.notices]) == ((), ["Replied on"])


def test_the_first_look_leaves_old_mail_of_friends_alone(imap: ImapPeer, ledger: Ledger) -> None:
    imap.put(mails.REPLY_OUTSIDE_THE_THREAD)
    assert looked(imap, ledger).events == ()
    imap.put(mails.REPLY_OUTSIDE_THE_THREAD.replace(b"<n1@", b"<n2@"))
    assert [e.kind for e in looked(imap, ledger).events] == [EventKind.REPLY]


def test_an_answer_written_in_the_mail_program_is_noticed(imap: ImapPeer, ledger: Ledger) -> None:
    ledger.record(SENT)
    imap.put(mails.GMAIL_REPLY)
    imap.put(
        mails.OWN.replace(
            b"Subject: hello", b"Subject: Re: Your work\r\nIn-Reply-To: <CAFx1=abc+def@mail.gmail.com>"
        ),
        imap.sent,
    )
    assert [e.kind for e in looked(imap, ledger).events] == [EventKind.REPLY, EventKind.ANSWER]


def by_hand(number: int, subject: str = "hello") -> bytes:
    return mails.OWN.replace(mails.ADA.encode(), contact(number).email.encode()).replace(
        b"Subject: hello", f"Subject: {subject}".encode()
    )


def watched(imap: ImapPeer, ledger: Ledger) -> MailboxWatch:
    return MailboxWatch(
        opened(imap), ledger, [contact(n) for n in range(3)], SETTINGS, history=(), today=TODAY
    )


def sent(
    imap: ImapPeer, ledger: Ledger, certs: Certs, ready: list, watch: object = "open", **more: object
) -> tuple[list[str], int]:  # type: ignore[type-arg]
    with SmtpPeer(certs) as server:
        seen = watched(imap, ledger) if watch == "open" else watch
        outcomes = send_letters(
            ready,
            account(server.port),
            ledger,
            seen,
            TestClock(),
            recheck=lambda _: None,
            daily_limit=20,
            secret=PASSWORD,
            **more,
        )
        return [f"{o.outcome}: {o.detail}" for o in outcomes], len(server.accepted)


def test_a_run_in_which_nothing_went_lets_other_computers_send_at_once(
    imap: ImapPeer, ledger: Ledger, certs: Certs
) -> None:
    ready = approved(ledger, [letter(0)])
    imap.put(by_hand(0), imap.sent, NOW + timedelta(seconds=2))
    [outcome], copies = sent(imap, ledger, certs, ready)
    assert outcome.startswith("held: You wrote to this address yourself")
    assert copies == 0
    assert imap.flags_of(FOLDER) == []


def test_a_letter_sent_by_hand_is_held_until_the_user_says(
    imap: ImapPeer, ledger: Ledger, certs: Certs
) -> None:
    ready = approved(ledger, [letter(0), letter(1)])
    later = NOW + timedelta(seconds=2)
    imap.put(by_hand(0), imap.sent, later)
    outcomes, copies = sent(imap, ledger, certs, ready)
    assert copies == 1
    assert outcomes[0].startswith("held: You wrote to this address yourself")
    assert f"resolve {ready[0].letter.code} sent" in outcomes[0]
    assert [n.contact_id for n in looked(imap, ledger, (contact(0),)).notices] == ["C0000"]
    assert sent(imap, ledger, certs, ready)[1] == 0
    resolve(ledger, ready[0].letter.code, "release", later + timedelta(seconds=1))
    assert sent(imap, ledger, certs, ready)[1] == 1


def test_a_draft_in_the_mailbox_is_no_letter_sent(imap: ImapPeer, ledger: Ledger, certs: Certs) -> None:
    ready = approved(ledger, [letter(0)])
    with imap.client() as box:
        box.append(
            by_hand(0),
            imap.all or imap.sent,
            dt=NOW + timedelta(seconds=2),
            flag_set=["\\Draft"],
        )
    assert sent(imap, ledger, certs, ready)[1] == 1


def test_a_letter_sent_by_hand_is_recorded_as_such(imap: ImapPeer, ledger: Ledger, certs: Certs) -> None:
    ready = approved(ledger, [letter(0)])
    imap.put(by_hand(0), imap.sent, NOW + timedelta(seconds=2))
    sent(imap, ledger, certs, ready)
    receipt = resolve(ledger, ready[0].letter.code, "sent", NOW)
    assert (receipt.state, receipt.on) == (SendState.BY_HAND, TODAY)


def test_a_first_letter_waits_for_the_user_where_they_wrote_by_hand_before_it_was_drafted(
    imap: ImapPeer, ledger: Ledger, certs: Certs
) -> None:
    imap.put(by_hand(0), imap.sent, NOW - timedelta(hours=1))
    found = looked(imap, ledger, (contact(0), contact(1)))
    assert [n.column for n in found.notices] == ["Approach sent"]
    ready = approved(ledger, [letter(0), letter(1)])
    outcomes, copies = sent(imap, ledger, certs, ready)
    assert (copies, outcomes[0].split(":")[0], "wrote to this address yourself" in outcomes[0]) == (
        1,
        "held",
        True,
    )
    resolve(ledger, ready[0].letter.code, "release", NOW)
    assert sent(imap, ledger, certs, ready)[1] == 1


def test_what_the_user_has_said_of_a_mail_by_hand_is_not_asked_again(imap: ImapPeer, ledger: Ledger) -> None:
    imap.put(by_hand(0), imap.sent, NOW - timedelta(hours=1))
    assert [n.column for n in looked(imap, ledger, (contact(0),)).notices] == ["Approach sent"]
    ready = approved(ledger, [letter(0)])
    [asked] = looked(imap, ledger, (contact(0),)).notices
    assert f"stands for the letter {ready[0].letter.code}" in asked.message
    resolve(ledger, ready[0].letter.code, "release", NOW)
    assert looked(imap, ledger, (contact(0),)).notices == ()


def test_mail_from_before_another_letter_was_drafted_holds_nothing(
    imap: ImapPeer, ledger: Ledger, certs: Certs
) -> None:
    imap.put(by_hand(0), imap.sent, NOW - timedelta(hours=1))
    ready = approved(ledger, [letter(0, LetterKind.FOLLOW_UP)])
    assert sent(imap, ledger, certs, ready)[1] == 1


def test_a_reply_stops_the_letter_at_the_last_moment(imap: ImapPeer, ledger: Ledger, certs: Certs) -> None:
    ready = approved(ledger, [letter(0, LetterKind.FOLLOW_UP), letter(1)])
    ledger.record(outgoing(letter(0)).receipt(SendState.ACCEPTED, NOW - timedelta(days=8)))
    watch = watched(imap, ledger)
    imap.put(mails.GMAIL_REPLY.replace(mails.ADA.encode(), contact(0).email.encode()))
    outcomes, copies = sent(imap, ledger, certs, ready, watch)
    assert (copies, outcomes[0].split(":")[0], "reply" in outcomes[0]) == (1, "held", True)
    assert ledger.state().receipt_of(ready[0].letter.message_id) is None


def test_follow_ups_wait_while_the_mailbox_is_down(pymap: ImapPeer, ledger: Ledger, certs: Certs) -> None:
    ready = approved(ledger, [letter(0, LetterKind.FOLLOW_UP), letter(1)])
    down = open_watch(SETTINGS, ledger, [], (), today=TODAY, account=account(1, free_port()), secret=PASSWORD)
    assert isinstance(down, Down)
    outcomes, copies = sent(pymap, ledger, certs, ready, down)
    assert copies == 1
    assert "can't be reached" in outcomes[0]


def test_a_look_finds_the_letter_whose_answer_was_lost(imap: ImapPeer, ledger: Ledger) -> None:
    ready = approved(ledger, [letter(0), letter(1), letter(2)])
    now = NOW
    for one in ready:
        ledger.claim(one.receipt(SendState.SENDING, now), b"", one.sha256, limit=None)
    for one in ready[:2]:
        ledger.dot(one.letter.message_id, now)
    imap.file_sent(final_bytes(ready[0], account(1), now, to_override=None))
    looked(imap, ledger)
    states = [ledger.state().receipt_of(one.letter.message_id) for one in ready]
    assert [r and r.state for r in states] == [SendState.ACCEPTED, SendState.CHECK, None]


class Filing(TestClock):
    """A clock on which the server files a letter while its sender waits for the copy."""

    def __init__(self, imap: ImapPeer, one: Outgoing) -> None:
        super().__init__()
        self.file = lambda: imap.file_sent(final_bytes(one, account(1), NOW, to_override=None))

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        if seconds == 1:
            self.file()


@pytest.mark.parametrize("files", [False, True])
def test_only_where_what_went_from_here_stands_in_sent_does_a_missing_letter_say_something(
    imap: ImapPeer, ledger: Ledger, certs: Certs, files: bool
) -> None:
    """The user's own mails stand there either way: their mail program files them, a server may file nothing."""
    ready = approved(ledger, [letter(0), letter(1)])
    imap.put(mails.OWN, imap.sent, NOW - timedelta(days=1))
    script = Script()
    with SmtpPeer(certs, script) as server:
        for one, dot in zip(ready, ([], ["drop"]), strict=True):
            script.dot += dot
            clock = Filing(imap, one) if files and not dot else TestClock()
            [last] = send_letters(
                [one],
                account(server.port),
                ledger,
                watched(imap, ledger),
                clock,
                recheck=lambda _: None,
                daily_limit=20,
                secret=PASSWORD,
            )
    code = ready[1].letter.code
    assert last.outcome == "check"
    assert ledger.state().would_be_filed(code) is files
    assert (f"if it is not, run remembered resolve {code} release" in last.detail) is files
    assert ("says nothing" in last.detail) is not files


def test_of_a_new_server_nobody_knows_whether_it_files_what_it_sends(ledger: Ledger) -> None:
    [one] = approved(ledger, [letter(0)])
    ledger.send_by("one.example.com:465 sam")
    ledger.filed(NOW)
    ledger.record(one.receipt(SendState.CHECK, NOW))
    assert ledger.state().would_be_filed(one.letter.code)
    ledger.send_by("two.example.com:465 sam")
    assert not ledger.state().would_be_filed(one.letter.code)
    ledger.filed(NOW + timedelta(days=1))
    assert not ledger.state().would_be_filed(one.letter.code)


def test_without_a_folder_of_sent_mail_follow_ups_wait_and_the_setting_is_named(
    pymap: ImapPeer, ledger: Ledger, certs: Certs
) -> None:
    ready = approved(ledger, [letter(0, LetterKind.FOLLOW_UP), letter(1)])
    watch = watched(pymap, ledger)
    watch.mailbox.folders = Folders()
    outcomes, copies = sent(pymap, ledger, certs, ready, watch)
    assert (copies, "Settings, Sent folder" in outcomes[0]) == (1, True)


@pytest.mark.parametrize("certificate", ["expired", "wrong-name", "unknown"])
def test_a_server_that_proves_nothing_gets_no_password(
    certificate: str, certs: Certs, ledger: Ledger
) -> None:
    with SmtpPeer(certs, certificate=certificate) as server:
        with pytest.raises(MailboxDown, match="did not prove"):
            Mailbox.open(account(1, server.port, imap_starttls=False), PASSWORD)
        assert server.logins == 0


def test_a_wrong_password_is_said_without_it(imap: ImapPeer) -> None:
    wrong = "my-wrong-" + "secret"
    with pytest.raises(MailboxDown, match="app password") as caught:
        Mailbox.open(account(1, imap.port, imap_starttls=imap.starttls), wrong)
    assert wrong not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "answer",
    [
        "NO [ALERT] Please log in via your web browser: https://support.example.com/answer (Failure)",
        "NO [WEBALERT https://accounts.example.com/signin] Web login required.",
        "NO LOGIN failed. Basic authentication is disabled.",
        "NO AUTHENTICATE failed: basic authentication is disabled for this tenant",
    ],
)
def test_a_mailbox_that_takes_no_password_is_told_the_way_through_the_browser(
    certs: Certs, answer: str
) -> None:
    with (
        RawPeer(
            certs,
            b"* OK ready\r\n",
            [b"* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n", b"{tag} " + answer.encode() + b"\r\n"],
        ) as server,
        pytest.raises(MailboxDown, match="to Browser") as caught,
    ):
        Mailbox.open(account(1, server.port, imap_starttls=False), PASSWORD)
    assert "an app password ends with it" not in str(caught.value)
    assert "Set Read replies from to None" in str(caught.value)


@pytest.mark.parametrize(
    "message_id", ['<a"b@c>', "<a\r\nA1 LOGOUT@c>", "<a\\b@c>", "", "<a@b> <c@d>", "a@b"]
)
def test_a_malformed_id_is_never_searched_for(pymap: ImapPeer, message_id: str) -> None:
    with opened(pymap) as mailbox:
        assert not mailbox.find(message_id)
        assert mailbox.headers_since("INBOX", ReadMark(), TODAY)[0] == []


def test_part_of_an_id_is_not_the_id(imap: ImapPeer) -> None:
    imap.put(mails.OWN.replace(b"<own1@example.com>", b"<own1@example.com.example.net>"), imap.sent)
    with opened(imap) as mailbox:
        assert not mailbox.find("<own1@example.com>")
        assert mailbox.find("<own1@example.com.example.net>")


def test_the_ledger_holds_no_text_of_mails(imap: ImapPeer, ledger: Ledger, tmp_path: Path) -> None:
    ledger.record(SENT)
    imap.put(mails.GMAIL_REPLY)
    looked(imap, ledger)
    ledger.close()
    stored = b"".join(p.read_bytes() for p in tmp_path.glob("ledger.sqlite*"))
    assert b"do call me" not in stored
    assert PASSWORD.encode() not in stored
