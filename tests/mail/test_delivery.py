"""Sending, to a real server on loopback: limits, quiet hours, approvals, rehearsals, and what is said."""

from __future__ import annotations

import contextlib
import logging
import smtplib
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Notice, SendState
from pipeline.mail.connection import SmtpConnection
from pipeline.mail.doubt import one_sender, recover, resolve
from pipeline.mail.incoming.standing import INVITATION
from pipeline.mail.outgoing import MailboxDown, Outgoing, SendOutcome, final_bytes
from pipeline.mail.postman import send_letters
from pipeline.mail.preflight import (
    IN_SENT_ALREADY,
    SENT_JUST_NOW,
    evidence_against,
    require_known,
    run_is_over,
    since_when,
    unknown_letters,
    wait_before_next,
)
from pipeline.mail.protocol import Wire, send_one
from pipeline.mail.quiet import quiet_until
from pipeline.mail.rehearsal import rehearse
from pipeline.mail.watch import MailboxWatch, open_watch
from pipeline.model import Channel, Event, EventKind, LetterKind
from pipeline.model.errors import UserError
from tests.peers.certs import Certs
from tests.peers.clock import NOW, TODAY, TestClock
from tests.peers.imap import ImapPeer
from tests.peers.letters import ME, RESUME, account, approved, contact, letter, outgoing
from tests.peers.smtp import PASSWORD, USER, Script, SmtpPeer

pytest_plugins = ["tests.peers.fixtures"]


@pytest.fixture
def server(certs: Certs) -> Iterator[SmtpPeer]:
    with SmtpPeer(certs) as running:
        yield running


def send(
    server: SmtpPeer, ledger: Ledger, ready: list[Outgoing], clock: TestClock | None = None, **more: object
) -> list[SendOutcome]:
    options = {"recheck": lambda _: None, "daily_limit": 20, "secret": PASSWORD} | more
    return send_letters(ready, account(server.port), ledger, None, clock or TestClock(), **options)  # type: ignore[arg-type]


def outcomes(found: list[SendOutcome]) -> list[str]:
    return [o.outcome for o in found]


def test_a_letter_goes_out_as_built_with_its_enclosure(server: SmtpPeer, ledger: Ledger) -> None:
    made = letter(0, LetterKind.THANK_YOU_PHONE, enclosures=(RESUME[0],))
    one = outgoing(made, [RESUME])
    approved(ledger, [made])
    ledger.approve(made.code, one.sha256, NOW)
    [outcome] = send(server, ledger, [one])
    assert (outcome.outcome, outcome.code, outcome.message_id) == ("sent", made.code, made.message_id)
    [copy] = server.accepted
    assert (copy.sender, copy.recipients) == (USER, (made.to,))
    parts = list(message_from_bytes(copy.content).walk())
    assert parts[2].get_payload(decode=True) == RESUME[1]
    receipt = ledger.state().receipts[made.message_id]
    assert (receipt.state, receipt.on, receipt.to) == (SendState.ACCEPTED, TODAY, made.to)


def test_a_second_run_sends_nothing(server: SmtpPeer, ledger: Ledger) -> None:
    ready = approved(ledger, [letter(0)])
    send(server, ledger, ready)
    assert outcomes(send(server, ledger, ready)) == ["held"]
    approved(ledger, [letter(0)])
    assert outcomes(send(server, ledger, ready)) == ["held"]
    assert len(server.accepted) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"to": "other@example.org"},
        {"body": "Another text."},
        {"subject": "Another"},
        {"in_reply_to": "<a@b.example>"},
    ],
)
def test_what_was_changed_after_approval_stays(
    server: SmtpPeer, ledger: Ledger, change: dict[str, str]
) -> None:
    approved(ledger, [letter(0)])
    changed = outgoing(letter(0, **change))
    [outcome] = send(server, ledger, [changed])
    assert (outcome.outcome, "not approved" in outcome.detail, server.accepted) == ("held", True, [])


def test_a_resume_changed_after_approval_stays(server: SmtpPeer, ledger: Ledger) -> None:
    made = letter(0, LetterKind.THANK_YOU_PHONE, enclosures=(RESUME[0],))
    approved(ledger, [made])
    ledger.approve(made.code, outgoing(made, [RESUME]).sha256, NOW)
    [outcome] = send(server, ledger, [outgoing(made, [(RESUME[0], RESUME[1] + b"%")])])
    assert (outcome.outcome, server.accepted) == ("held", [])


def test_one_bad_letter_never_stops_the_others(server: SmtpPeer, ledger: Ledger) -> None:
    ready = approved(
        ledger,
        [letter(0, to="nobody"), letter(1, is_sample=True), letter(2, channel=Channel.POST), letter(3)],
    )
    assert outcomes(send(server, ledger, ready)) == ["held", "held", "held", "sent"]


def test_a_letter_no_longer_due_stays(server: SmtpPeer, ledger: Ledger) -> None:
    ready = approved(ledger, [letter(0), letter(1)])
    found = send(server, ledger, ready, recheck=lambda one: "No longer due." if one is ready[0] else None)
    assert [(o.outcome, o.detail) for o in found] == [("held", "No longer due."), ("sent", "")]


def test_the_daily_limit_holds_across_runs(server: SmtpPeer, ledger: Ledger) -> None:
    ready = approved(ledger, [letter(n) for n in range(4)])
    assert outcomes(send(server, ledger, ready, daily_limit=2)) == ["sent", "sent", "held", "held"]
    assert outcomes(send(server, ledger, ready[2:], daily_limit=2)) == ["held", "held"]
    assert outcomes(send(server, ledger, ready[2:], TestClock(timedelta(hours=-30)), daily_limit=2)) == [
        "held",
        "held",
    ]
    assert outcomes(send(server, ledger, ready[2:], TestClock(timedelta(hours=25)), daily_limit=2)) == [
        "sent",
        "sent",
    ]


@pytest.mark.parametrize(
    ("answers", "ends"),
    [
        (["accept-drop", "accept-drop"], ["check", "check", "held", "held"]),
        (["accept-drop", None, "accept-drop", None], ["check", "sent", "check", "sent"]),
    ],
)
def test_two_lost_answers_in_a_row_end_the_run(
    certs: Certs, ledger: Ledger, answers: list[str | None], ends: list[str]
) -> None:
    ready = approved(ledger, [letter(n) for n in range(4)])
    with SmtpPeer(certs, Script(dot=answers)) as server:
        assert outcomes(send(server, ledger, ready)) == ends
        assert len(server.accepted) == len([e for e in ends if e != "held"])


@pytest.mark.parametrize(("sent", "over"), [(19, False), (20, True), (21, True)])
def test_a_day_is_full_with_as_many_letters_as_settings_allow(sent: int, over: bool) -> None:
    why = run_is_over(sent, 20, "", datetime(2026, 11, 23, 9))
    assert ("Settings allow 20" in why) == over


def test_letters_are_apart(server: SmtpPeer, ledger: Ledger) -> None:
    clock = TestClock()
    send(server, ledger, approved(ledger, [letter(n) for n in range(3)]), clock, spacing=30)
    assert 58 < clock.slept <= 60


def test_a_stop_said_during_the_wait_holds_the_letter_that_waits(server: SmtpPeer, ledger: Ledger) -> None:
    ready, clock = approved(ledger, [letter(0), letter(1)]), TestClock()
    found = send(server, ledger, ready, clock, spacing=30, halted=lambda: "Stopped." if clock.slept else "")
    assert [(o.outcome, o.detail) for o in found] == [("sent", ""), ("held", "Stopped.")]


class FiledBy:
    """A mailbox in whose Sent another computer has filed every letter, at a moment."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def look_again_for(self, _contact_id: str) -> str:
        return ""

    meeting_with = look_again_for

    def find(self, _message_id: str) -> datetime:
        return self.at


class Shared:
    """A mailbox that another computer sends from, too: what it has `filed` in Sent, and what the first look `brings`."""

    def __init__(self, filed: Iterable[Outgoing] = (), brings: Callable[[], object] = lambda: None) -> None:
        self.filed, self.brings, self.released = {o.letter.message_id for o in filed}, brings, False

    def look_again_for(self, _contact_id: str) -> str:
        self.brings()
        return ""

    def meeting_with(self, _contact_id: str) -> str:
        return self.meeting

    meeting = ""

    def put_up_claim(self, _now: datetime) -> str:
        return ""

    def find(self, message_id: str) -> datetime | None:
        return NOW if message_id in self.filed else None

    def release(self) -> None:
        self.released = True


def send_beside(
    server: SmtpPeer, ledger: Ledger, ready: list[Outgoing], watch: Shared, limit: int = 20
) -> list[SendOutcome]:
    return send_letters(
        ready,
        account(server.port),
        ledger,
        watch,
        TestClock(),
        recheck=lambda _: None,
        daily_limit=limit,
        secret=PASSWORD,
    )


def test_what_another_computer_sent_counts_for_the_day_once_it_is_seen(
    server: SmtpPeer, ledger: Ledger
) -> None:
    mine, theirs = approved(ledger, [letter(0), letter(1)])
    there = theirs.receipt(SendState.ACCEPTED, NOW, "found in Sent")
    [outcome] = send_beside(server, ledger, [mine], Shared(brings=lambda: ledger.settle(there)), 1)
    assert (outcome.outcome, server.accepted) == ("held", [])
    assert "as many as Settings allow" in outcome.detail


def test_while_another_computer_sends_a_letter_that_it_has_not_come_to_is_left_to_it(
    server: SmtpPeer, ledger: Ledger
) -> None:
    ready = approved(ledger, [letter(0), letter(1)])
    found = send_beside(server, ledger, ready, Shared(filed=ready[:1]))
    assert (outcomes(found), server.accepted) == (["sent", "held"], [])


def test_who_answered_with_an_invitation_is_asked_for_no_meeting_and_is_thanked_all_the_same(
    server: SmtpPeer, ledger: Ledger
) -> None:
    ready, watch = approved(ledger, [letter(0), letter(1, LetterKind.THANK_YOU_IN_PERSON)]), Shared()
    watch.meeting = "Ada0 Okafor sent an invitation."
    asks, thanks = send_beside(server, ledger, ready, watch)
    assert (asks.outcome, asks.detail) == ("held", "Ada0 Okafor sent an invitation. The letter stays.")
    assert thanks.outcome == "sent"


def test_a_mail_of_ones_own_that_is_seen_only_now_holds_the_letter_and_is_named(
    server: SmtpPeer, ledger: Ledger
) -> None:
    [one] = approved(ledger, [letter(0)])
    mine = one.receipt(SendState.HELD, NOW, "You wrote to Ada0 Okafor today.")
    [outcome] = send_beside(server, ledger, [one], Shared(brings=lambda: ledger.settle(mine)))
    assert (outcome.outcome, server.accepted) == ("held", [])
    assert "You wrote to Ada0 Okafor today. Was it this letter?" in outcome.detail


class Slow(Shared):
    """A mailbox in whose Sent a letter shows a moment later than its copy was filed."""

    def find(self, message_id: str) -> datetime | None:
        there, self.filed = super().find(message_id), {o.letter.message_id for o in self.coming}
        return there

    coming: Sequence[Outgoing] = ()


def test_a_copy_that_shows_in_sent_a_moment_later_settles_a_lost_answer(certs: Certs, ledger: Ledger) -> None:
    ready, watch = approved(ledger, [letter(0)]), Slow()

    def accepted(_content: bytes) -> None:
        watch.coming = ready

    with SmtpPeer(certs, Script(dot=["accept-drop"]), on_accept=accepted) as server:
        assert outcomes(send_beside(server, ledger, ready, watch)) == ["sent"]
        assert len(server.accepted) == 1


@pytest.mark.parametrize("seen", [True, False])
def test_other_computers_may_send_again_only_when_they_can_see_what_went(
    server: SmtpPeer, ledger: Ledger, seen: bool
) -> None:
    ready, watch = approved(ledger, [letter(0)]), Shared()
    server.on_accept = lambda _content: watch.filed.update(ready[0].letter.message_id for _ in range(seen))
    assert outcomes(send_beside(server, ledger, ready, watch)) == ["sent"]
    assert watch.released is seen


@pytest.mark.parametrize(("minutes", "said"), [(0, SENT_JUST_NOW), (1, SENT_JUST_NOW), (60, IN_SENT_ALREADY)])
def test_a_letter_filed_a_moment_ago_says_that_another_computer_is_sending(
    ledger: Ledger, minutes: int, said: str
) -> None:
    [one] = approved(ledger, [letter(0)])
    filed = FiledBy(NOW - timedelta(minutes=minutes))
    assert evidence_against(one, filed, ledger, NOW) == (SendState.ACCEPTED, said)  # type: ignore[arg-type]


@pytest.mark.parametrize(("ago", "wait"), [(0, 5), (3, 2), (5, 0), (900, 0), (-3600, 5)])
def test_the_wait_between_letters_is_never_more_than_that_whatever_the_clock_did(ago: int, wait: int) -> None:
    now = datetime(2026, 11, 23, 9)
    assert wait_before_next(now - timedelta(seconds=ago), 5, now) == wait


def test_nothing_goes_in_quiet_hours(server: SmtpPeer, ledger: Ledger) -> None:
    [outcome] = send(server, ledger, approved(ledger, [letter(0)]), quiet_hours="09:00-10:01")
    assert outcome.outcome == "held"
    assert "Quiet hours until 10:01" in outcome.detail
    assert server.accepted == []


@pytest.mark.parametrize(
    ("hours", "now", "until"),
    [
        ("21:00-07:00", "22:30", time(7)),
        ("21:00-07:00", "06:59", time(7)),
        ("21:00-07:00", "07:00", None),
        ("21:00-07:00", "12:00", None),
        ("12-13", "12:30", time(13)),
        ("12:00 – 13:30", "13:29", time(13, 30)),
        ("22 to 24", "23:00", time(0)),
        ("", "03:00", None),
    ],
)
def test_quiet_hours(hours: str, now: str, until: time | None) -> None:
    assert quiet_until(hours, datetime.combine(date(2026, 11, 23), time.fromisoformat(now))) == until


@pytest.mark.parametrize("hours", ["always", "25:00-26:00", "21:00"])
def test_quiet_hours_that_make_no_sense_are_named(hours: str) -> None:
    with pytest.raises(UserError, match="Settings, Quiet hours"):
        quiet_until(hours, datetime(2026, 11, 23))


def test_a_refused_address_is_news_and_needs_a_new_approval(certs: Certs, ledger: Ledger) -> None:
    ready = approved(ledger, [letter(0)])
    with SmtpPeer(certs, Script(rcpt=["550 5.1.1 no such user"])) as server:
        assert outcomes(send(server, ledger, ready)) == ["refused"]
        [event] = ledger.news().values()
        assert (event.kind, event.detail, event.message_id) == (
            EventKind.BOUNCE,
            f"address {ready[0].letter.to}",
            ready[0].letter.message_id,
        )
        assert outcomes(send(server, ledger, ready)) == ["held"]
        approved(ledger, [letter(0)])
        assert outcomes(send(server, ledger, ready)) == ["sent"]


def test_a_rehearsal_goes_to_oneself_and_is_recorded_as_nothing(server: SmtpPeer, ledger: Ledger) -> None:
    ready = approved(ledger, [letter(0), letter(1)])
    before = ledger.state()
    counted: list[int] = []
    done = rehearse(
        ready,
        account(server.port),
        TestClock(),
        secret=PASSWORD,
        progress=lambda number, _all, _outcome: counted.append(number),
    )
    assert (outcomes(done), counted) == (["sent", "sent"], [1, 2])
    assert ledger.state() == before
    assert {a.recipients for a in server.accepted} == {(USER,)}
    assert not {a.message_id for a in server.accepted} & {o.letter.message_id for o in ready}
    first = message_from_bytes(server.accepted[0].content)
    assert (first["To"], first["Subject"]) == (USER, ready[0].letter.subject)
    assert outcomes(send(server, ledger, ready)) == ["sent", "sent"]


def test_what_would_go_is_what_goes(server: SmtpPeer, ledger: Ledger) -> None:
    ready = approved(ledger, [letter(0)])
    now = NOW
    shown = message_from_bytes(final_bytes(ready[0], account(1), now, to_override=None))
    send(server, ledger, ready)
    gone = message_from_bytes(server.accepted[0].content)
    for header in ("From", "To", "Subject", "Message-ID"):
        assert shown[header] == gone[header]
    assert shown.get_payload(decode=True).rstrip() == gone.get_payload(decode=True).rstrip()  # type: ignore[union-attr]


def test_one_sender_at_a_time(server: SmtpPeer, ledger: Ledger) -> None:
    ready = approved(ledger, [letter(0)])
    with one_sender(ledger), pytest.raises(UserError, match="Another run"):
        send(server, ledger, ready)
    assert outcomes(send(server, ledger, ready)) == ["sent"]


def test_a_start_leaves_the_letter_of_a_running_sender_alone(ledger: Ledger) -> None:
    [one] = approved(ledger, [letter(0)])
    ledger.claim(one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None)
    with one_sender(ledger):
        assert recover(ledger, None, NOW) == ()
        assert ledger.state().receipts[one.letter.message_id].state is SendState.SENDING
    recover(ledger, None, NOW)
    assert ledger.state().receipts == {}


@pytest.mark.parametrize(
    ("verdict", "state", "goes"),
    [("sent", SendState.ACCEPTED, "held"), ("release", SendState.RELEASED, "sent")],
)
def test_the_user_says_what_became_of_a_letter(
    certs: Certs, ledger: Ledger, verdict: str, state: SendState, goes: str
) -> None:
    ready = approved(ledger, [letter(0)])
    with SmtpPeer(certs, Script(dot=["drop"])) as server:
        [outcome] = send(server, ledger, ready)
        assert (outcome.outcome, f"resolve {ready[0].letter.code} sent" in outcome.detail) == ("check", True)
        with pytest.raises(UserError, match="Say `sent` or `release`"):
            resolve(ledger, ready[0].letter.code, "perhaps", NOW)
        assert resolve(ledger, ready[0].letter.code.lower(), verdict, NOW).state is state
        assert outcomes(send(server, ledger, ready)) == [goes]
        with pytest.raises(UserError, match="No letter"):
            resolve(ledger, ready[0].letter.code, verdict, NOW)


def test_what_else_is_asked_of_somebody_stands_though_a_letter_to_them_is_released(ledger: Ledger) -> None:
    [one] = approved(ledger, [letter(0)])
    ledger.settle(one.receipt(SendState.HELD, NOW))
    invited = Notice("k", one.letter.contact_id, INVITATION, NOW.date(), "", "invites you")
    ledger.take_in([], [], [invited])
    assert resolve(ledger, one.letter.code, "release", NOW).state is SendState.RELEASED
    assert ledger.notices() == [invited]


def test_a_letter_sent_by_hand_takes_no_place_among_the_days_letters(
    server: SmtpPeer, ledger: Ledger
) -> None:
    by_hand, mine = approved(ledger, [letter(0), letter(1)])
    ledger.settle(by_hand.receipt(SendState.EXPORTED, NOW))
    resolve(ledger, by_hand.letter.code, "sent", NOW)
    assert outcomes(send(server, ledger, [mine], daily_limit=1)) == ["sent"]


def test_ones_own_mail_from_before_a_release_is_not_taken_for_the_letter(
    certs: Certs, ledger: Ledger
) -> None:
    ready, later = approved(ledger, [letter(0)]), NOW + timedelta(hours=1)
    with SmtpPeer(certs, Script(dot=["drop"])) as server:
        send(server, ledger, ready)
    resolve(ledger, ready[0].letter.code, "release", later)
    [draft] = ledger.state().drafts.values()
    assert since_when(ledger, draft, later) == later


def test_a_ledger_that_does_not_know_the_workbooks_letters_asks_first(ledger: Ledger) -> None:
    history = [Event(date(2026, 11, 1), "C0009", "Bo", EventKind.APPROACH, message_id=letter(9).message_id)]
    with pytest.raises(UserError, match="doesn't know 1 letter"):
        require_known(history, ledger, None, user_says_so=lambda _: False)
    require_known(history, ledger, None, user_says_so=lambda question: "Have you looked" in question)
    require_known(history, ledger, None, user_says_so=lambda _: False)
    assert unknown_letters(history, ledger.state()) == (letter(9).message_id,)


def test_a_mailbox_that_cannot_be_read_is_no_look_in_sent(ledger: Ledger) -> None:
    class Unreadable(Shared):
        def find(self, message_id: str) -> datetime | None:
            raise MailboxDown(message_id)

    history = [Event(date(2026, 11, 1), "C0009", "Bo", EventKind.APPROACH, message_id=letter(9).message_id)]
    with pytest.raises(UserError, match="Nothing was sent"):
        require_known(history, ledger, Unreadable(), user_says_so=lambda _: False)


def test_looking_in_sent_is_enough(ledger: Ledger, pymap: ImapPeer) -> None:
    history = [Event(date(2026, 11, 1), "C0009", "Bo", EventKind.APPROACH, message_id=letter(9).message_id)]
    watch = open_watch(
        ME, ledger, [contact(9)], history, today=TODAY, account=account(1, pymap.port), secret=PASSWORD
    )
    assert isinstance(watch, MailboxWatch)
    require_known(history, ledger, watch, user_says_so=lambda _: False)
    require_known(history, ledger, None, user_says_so=lambda _: False)


def test_no_secret_and_no_letter_in_logs_or_sentences(
    certs: Certs, ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ready = approved(ledger, [letter(0), letter(1)])
    with SmtpPeer(certs, Script(auth=["535 5.7.8 no"] * 3)) as server:
        found = send(server, ledger, ready, secret="hidden-" + "word")
        found += send(server, ledger, ready)
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith(("mail", "asyncio"))]
    said = "\n".join([*ours, *(o.detail for o in found)])
    assert outcomes(found)[-1] == "sent"
    for secret in ("hidden-" + "word", PASSWORD, "Müller", "begins with a dot", ready[0].letter.to):
        assert secret not in said


def test_the_ledger_of_a_workbook_can_be_on_a_read_only_disk_without_a_letter_going(
    server: SmtpPeer, tmp_path: Path
) -> None:
    (tmp_path / "blocked").write_text("a file where the folder should be")
    with pytest.raises(UserError, match="can't be written or read"):
        Ledger(tmp_path / "blocked" / "ledger.sqlite")
    assert server.accepted == []


def test_a_dot_that_the_system_did_not_take_is_no_letter_in_doubt(
    server: SmtpPeer, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = approved(ledger, [letter(0), letter(1)])
    lines: list[smtplib.SMTP] = []
    opened = SmtpConnection.open

    def kept(connection: SmtpConnection) -> smtplib.SMTP:
        lines.append(opened(connection))
        return lines[-1]

    def cut(point: str) -> None:
        if point == "dot-recorded" and len(lines) == 1:
            lines[0].sock.shutdown(socket.SHUT_WR)  # type: ignore[union-attr]

    monkeypatch.setattr(SmtpConnection, "open", kept)
    found = send(server, ledger, ready, at=cut)
    assert outcomes(found) == ["sent", "sent"], found
    assert [server.copies(one.letter.message_id) for one in ready] == [1, 1]
    assert {r.state for r in ledger.state().receipts.values()} == {SendState.ACCEPTED}


class Stalled(smtplib.SMTP):
    """A server that takes a letter and reads no further, so that nobody knows whether the dot reached it."""

    def __init__(self) -> None:
        super().__init__()
        self.sock, self.unread = socket.socketpair()
        self.ehlo_resp = b"here"

    def docmd(self, cmd: str, args: str = "") -> tuple[int, bytes]:
        return (354, b"go on") if cmd == "DATA" else (250, b"OK")

    def mail(self, sender: str, options: Sequence[str] = ()) -> tuple[int, bytes]:
        return self.docmd("MAIL", sender)

    def rcpt(self, recip: str, options: Sequence[str] = ()) -> tuple[int, bytes]:
        return self.docmd("RCPT", recip)

    def send(self, s: object) -> None:
        assert self.sock is not None
        self.sock.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                self.sock.send(b".")


def test_a_letter_whose_dot_got_stuck_on_its_way_is_in_doubt_and_never_sent_again(ledger: Ledger) -> None:
    [one] = approved(ledger, [letter(0)])
    stalled, now = Stalled(), TestClock().now
    receipt = one.receipt(SendState.SENDING, now())
    with stalled.unread:
        wire = Wire(stalled, USER, one.letter.to, now, reply_timeout=0.1)
        ending = send_one(wire, b"letter\r\n", receipt, one.sha256, ledger, limit=None)
    assert (ending.state, "may have arrived" in ending.note) == (SendState.CHECK, True)
    assert "may have gone already" in ledger.why_not(receipt, one.sha256)


def test_a_letter_taken_after_midnight_went_that_day(server: SmtpPeer, ledger: Ledger) -> None:
    ready, clock = approved(ledger, [letter(0)]), TestClock(timedelta(hours=13, minutes=59, seconds=59))

    def slow(point: str) -> None:
        clock.shift += timedelta(seconds=2) if point == "dot-sent" else timedelta()

    assert outcomes(send(server, ledger, ready, clock, at=slow)) == ["sent"]
    assert ledger.state().receipts[ready[0].letter.message_id].on == TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    "answer",
    [
        "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
        "550 5.7.30 Basic authentication is not supported for Client Submission.",
        "534 5.7.14 <https://accounts.example.com/signin> Please log in via your web browser and then try again.",
        "535 Authentication failed: Basic authentication is disabled",
    ],
)
def test_an_account_that_takes_no_password_is_told_the_way_through_the_browser(
    certs: Certs, ledger: Ledger, answer: str
) -> None:
    ready = approved(ledger, [letter(0), letter(1)])
    with SmtpPeer(certs, Script(auth=[answer] * 4)) as server:
        found = send(server, ledger, ready)
    assert outcomes(found) == ["held", "held"]
    assert "Set Send through on the Settings sheet to Browser" in found[0].detail
    assert "The letters stay approved." in found[0].detail
    assert "make a new" not in " ".join(o.detail for o in found)
    assert "gmail login" not in " ".join(o.detail for o in found)
