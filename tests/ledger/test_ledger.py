"""The ledger keeps what sending promises."""

from __future__ import annotations

import os
import sqlite3
import stat
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from pipeline.ledger.file import ledger_path
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import DraftRecord, Noted, Notice, SendState, Voice, approval_digest, digest
from pipeline.ledger.rows import ANSWERERS, HELD, LEDGER_VERSION, SEARCHED
from pipeline.model import Channel, Event, EventKind, LetterKind
from pipeline.model.errors import UserError
from tests.peers.letters import approved, letter, outgoing
from tests.systems import needs_modes, needs_open_files_moved

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def test_a_letter_is_claimed_once(path: Path) -> None:
    with Ledger(path) as ledger, Ledger(path) as other:
        [one] = approved(ledger, [letter(0)])
        receipt = one.receipt(SendState.SENDING, NOW)
        assert ledger.claim(receipt, b"bytes", one.sha256, limit=None) == ""
        assert "may have gone" in other.claim(receipt, b"bytes", one.sha256, limit=None)
        assert other.content(one.letter.message_id) == b"bytes"


def test_only_what_was_approved_is_claimed(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        receipt = one.receipt(SendState.SENDING, NOW)
        assert "not approved" in ledger.claim(
            receipt, b"", outgoing(replace(one.letter, body="other")).sha256, None
        )
        assert "not approved" in ledger.claim(
            receipt, b"", outgoing(replace(one.letter, to="b@example.org")).sha256, None
        )
        ledger.revoke(one.letter.code)
        assert "not approved" in ledger.claim(receipt, b"", one.sha256, limit=None)
        assert ledger.state().receipts == {}


@pytest.mark.parametrize(
    "changed",
    [
        {"channel": Channel.POST},
        {"to": "b@example.org"},
        {"subject": "another"},
        {"body": "another"},
        {"in_reply_to": "<another@example.org>"},
        {"enclosures": ("Another name.pdf",)},
        {"identity": replace(letter(0).identity, kind=LetterKind.THANK_YOU_PHONE)},
        {"row": ("Ada", "Okafor", "Dr. Okafor")},
        {"about": ("Bo Berg",)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_an_approval_is_for_all_that_a_letter_carries(changed: dict[str, Any]) -> None:
    seen = letter(0, enclosures=("Resume.pdf",))
    approval = approval_digest(seen, "me@example.com", ["hash"])
    assert approval_digest(replace(seen, **changed), "me@example.com", ["hash"]) != approval
    assert approval_digest(seen, "other@example.com", ["hash"]) != approval
    assert approval_digest(seen, "me@example.com", ["another"]) != approval


def test_a_letter_that_left_review_needs_a_new_approval(path: Path) -> None:
    """Due again with the same words, it would else go as approved: nobody said so of that day."""
    with Ledger(path) as ledger:
        one, other = approved(ledger, [letter(0), letter(1)])
        ledger.drop([one.letter.code])
        assert set(ledger.state().approvals) == {other.letter.code}
        assert "not approved" in ledger.claim(
            one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None
        )


def test_what_is_written_is_on_the_disk_when_it_is_said_to_be(path: Path) -> None:
    with Ledger(path) as ledger, ledger.transaction() as db:
        full = 2  # sqlite.org/pragma.html#pragma_synchronous
        assert db.execute("PRAGMA synchronous").fetchone()[0] == full


def test_a_letter_is_the_same_under_a_new_address_of_the_sender(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.record(one.receipt(SendState.ACCEPTED, NOW))
        moved = replace(
            one,
            letter=replace(
                one.letter,
                identity=replace(
                    one.letter.identity,
                    message_id=one.letter.message_id.replace("example.com", "example.net"),
                ),
            ),
        )
        assert "sent already" in ledger.claim(
            moved.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None
        )


@pytest.mark.parametrize(
    "state", [SendState.CHECK, SendState.HELD, SendState.EXPORTED, SendState.DOT, SendState.BY_HAND]
)
def test_what_may_have_gone_is_not_claimed(path: Path, state: SendState) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.record(one.receipt(state, NOW))
        assert ledger.claim(one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None) != ""


@pytest.mark.parametrize(
    ("end", "approved_still"),
    [(SendState.REFUSED, False), (SendState.ACCEPTED, False), (SendState.CHECK, True)],
)
def test_an_approval_is_used_up_once_a_letter_went_or_was_refused(
    path: Path, end: SendState, approved_still: bool
) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None)
        ledger.settle(one.receipt(end, NOW))
        assert (one.letter.code in ledger.state().approvals) == approved_still


def test_the_dot_needs_the_claim(path: Path) -> None:
    with Ledger(path) as ledger, Ledger(path) as other:
        [one] = approved(ledger, [letter(0)])
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None)
        other.withdraw(one.letter.message_id, NOW)
        with pytest.raises(UserError, match="another run"):
            ledger.dot(one.letter.message_id, NOW)


def test_no_second_dot_goes_for_a_letter_that_is_out(path: Path) -> None:
    with Ledger(path) as ledger, Ledger(path) as other:
        [one] = approved(ledger, [letter(0)])
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None)
        other.settle(one.receipt(SendState.CHECK, NOW))
        with pytest.raises(UserError, match="another run"):
            ledger.dot(one.letter.message_id, NOW)
        assert [r.state for r in ledger.state().receipts.values()] == [SendState.CHECK]


def test_only_what_left_since_a_server_is_known_to_file_would_stand_in_sent(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.record(one.receipt(SendState.CHECK, NOW))
        hour = timedelta(hours=1)
        for since, stands in ((NOW + hour, False), (NOW - hour, True), (NOW + hour, True)):
            ledger.send_by("here")
            if not stands:
                ledger.send_by("elsewhere")
            ledger.filed(since)
            assert ledger.state().would_be_filed(one.letter.code) is stands, since


@pytest.mark.parametrize("state", SendState)
def test_only_a_letter_whose_dot_never_went_can_be_taken_back(path: Path, state: SendState) -> None:
    under_way = state in (SendState.SENDING, SendState.DOT, SendState.EXPORTING)
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"bytes", one.sha256, limit=None)
        ledger.record(one.receipt(state, NOW))
        ledger.withdraw(one.letter.message_id, NOW)
        known = ledger.state().receipt_of(one.letter.message_id)
        assert (known is None) == under_way
        assert known is None or known.state is state


@needs_open_files_moved
def test_no_dot_goes_once_the_ledger_was_replaced_under_it(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None)
        another = path.with_name("another.sqlite")
        another.write_bytes(path.read_bytes())
        another.replace(path)
        with pytest.raises(UserError, match="removed or replaced"):
            ledger.dot(one.letter.message_id, NOW)


def test_the_bytes_are_kept_no_longer_than_needed(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"the whole letter", one.sha256, limit=None)
        ledger.dot(one.letter.message_id, NOW)
        ledger.settle(one.receipt(SendState.CHECK, NOW))
        assert ledger.content(one.letter.message_id) == b"the whole letter"
        ledger.settle(one.receipt(SendState.ACCEPTED, NOW))
        assert ledger.content(one.letter.message_id) is None
        assert one.letter.code not in ledger.state().approvals
    assert b"the whole letter" not in b"".join(p.read_bytes() for p in path.parent.iterdir())


def test_the_cap_counts_a_rolling_day_and_letters_at_their_dot_or_in_doubt(path: Path) -> None:
    with Ledger(path) as ledger:
        ready = approved(ledger, [letter(n) for n in range(6)])
        for one, state, hours in zip(
            ready,
            (SendState.ACCEPTED, SendState.DOT, SendState.ACCEPTED, SendState.REFUSED, SendState.CHECK),
            (1, 23, 25, 1, 2),
            strict=False,
        ):
            ledger.record(one.receipt(state, NOW - timedelta(hours=hours)))
        assert ledger.sent_within_a_day(NOW) == 3
        last = ready[5].receipt(SendState.SENDING, NOW)
        assert "as many as Settings allow" in ledger.claim(last, b"", ready[5].sha256, limit=3)
        assert ledger.claim(last, b"", ready[5].sha256, limit=4) == ""


@pytest.mark.parametrize("hours", [-12, -3, 0, 5, 14])
def test_the_cap_counts_a_day_whatever_clock_a_letter_was_recorded_by(path: Path, hours: int) -> None:
    there = timezone(timedelta(hours=hours))
    with Ledger(path) as ledger:
        ready = approved(ledger, [letter(n) for n in range(5)])
        for one, ago in zip(ready, (1, 23, 25, 60), strict=False):
            ledger.record(one.receipt(SendState.ACCEPTED, (NOW - timedelta(hours=ago)).astimezone(there)))
        assert ledger.sent_within_a_day(NOW) == 2
        assert ledger.receipt_of(ready[1].letter.message_id) in ledger.state().receipts.values()
        assert ledger.receipt_of(ready[4].letter.message_id) is None


def test_a_clock_set_back_frees_nothing(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.record(one.receipt(SendState.ACCEPTED, NOW))
        assert ledger.sent_within_a_day(NOW - timedelta(days=400)) == 1


def test_a_draft_keeps_the_moment_it_was_first_made(path: Path) -> None:
    with Ledger(path) as ledger:
        approved(ledger, [letter(0)])
        ledger._db.execute("UPDATE draft SET made = '2026-11-01T00:00:00+00:00'")
        ledger.remember([DraftRecord(letter(0).identity, digest("redrafted"), "")])
        assert ledger.made(letter(0).code) == datetime(2026, 11, 1, tzinfo=UTC)


def test_a_draft_is_known_as_it_was_recorded_last(path: Path) -> None:
    with Ledger(path) as ledger:
        approved(ledger, [letter(0)])
        anew = DraftRecord(letter(0).identity, digest("redrafted"), "its row", date(2026, 11, 30))
        ledger.remember([anew])
        assert ledger.state().drafts[anew.code] == anew
        ledger.remember([replace(anew, shown="another row", skipped_until=None)])
        assert ledger.state().drafts[anew.code] == replace(anew, shown="another row", skipped_until=None)


def test_the_journal_tells_every_state_a_letter_went_through(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None)
        ledger.dot(one.letter.message_id, NOW)
        ledger.withdraw(one.letter.message_id, NOW, "connection lost")
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"", one.sha256, limit=None)
        ledger.settle(one.receipt(SendState.ACCEPTED, NOW))
    with sqlite3.connect(path) as db:
        told = [
            f"{state} {note}".strip()
            for state, note in db.execute("SELECT state, note FROM journal ORDER BY id")
        ]
    assert told == ["sending", "dot", "approved connection lost", "sending", "accepted"]


def test_news_wait_until_dropped(path: Path) -> None:
    event = Event(
        date(2026, 11, 23), "C0000", "Ada", EventKind.REPLY, "Email", "Re: hello", "<a@example.org>"
    )
    with Ledger(path) as ledger:
        ledger.take_in(["hash"], [event], marks={"read:INBOX": "1:5"})
    with Ledger(path) as ledger:
        assert list(ledger.news().values()) == [event]
        assert (ledger.seen(), ledger.get("read:INBOX")) == (frozenset({"hash"}), "1:5")
        ledger.drop_news(ledger.news())
        assert ledger.news() == {}


def test_of_notices_about_one_thing_the_newest_stands(path: Path) -> None:
    first = Notice("key", "C0000", "delayed", date(2026, 11, 23), "", "It is late.")
    newest = first._replace(day=date(2026, 11, 24), message="It is later.")
    with Ledger(path) as ledger:
        ledger.take_in([], [], [first])
        ledger.take_in([], [], [newest])
        assert ledger.notices() == [newest]


def test_what_waits_for_the_workbook_keeps_its_days_hours_and_blanks(path: Path) -> None:
    cells = {
        "called_on": date(2026, 11, 23),
        "interview_on": datetime(2026, 12, 3, 14, 30),
        "fit": 4,
        "where": None,
    }
    entry = Noted("Contacts", "C0000", "interview", NOW, cells, {"where": "Room 4"})
    with Ledger(path) as ledger:
        number = ledger.keep(entry)
        assert ledger.state().entries == (entry._replace(number=number),)


def test_a_day_that_no_workbook_can_hold_is_the_day_on_which_it_was_recorded(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.record(replace(one.receipt(SendState.BY_HAND, NOW), on=date(202, 11, 20)))
        assert [r.on for r in ledger.state().receipts.values()] == [NOW.date()]


def test_forgetting_leaves_no_byte(path: Path) -> None:
    with Ledger(path) as ledger:
        ready = approved(ledger, [letter(0), letter(1)])
        for one in ready:
            ledger.claim(
                one.receipt(SendState.SENDING, NOW),
                f"text for {one.letter.name}".encode(),
                one.sha256,
                limit=None,
            )
            ledger.take_in(
                [],
                [Event(NOW.date(), one.letter.contact_id, one.letter.name, EventKind.REPLY)],
                [
                    Notice(
                        one.letter.code,
                        one.letter.contact_id,
                        "invitation",
                        NOW.date(),
                        "",
                        f"{one.letter.name} invites you",
                    )
                ],
            )
        ledger.remember_held({"C0000": "2026-11-20 Yes", "C0001": "2026-11-20 Yes"})
        assert ledger.rows_of(["C0000"]) == 4
        ledger.forget(["C0000"])
        assert ledger.rows_of(["C0000"]) == 0
        assert set(ledger.state().receipts) == {ready[1].letter.message_id}
        assert set(ledger.state().held_said) == {"C0001"}
        stored = b"".join(p.read_bytes() for p in path.parent.iterdir())
    assert b"Ada0" not in stored
    assert b"ada0@example.org" not in stored
    assert ready[0].letter.message_id.encode() not in stored  # nor in the journal, which has no contact's ID
    assert b"Ada1" in stored


def test_nothing_of_who_is_forgotten_stays_in_any_table(path: Path) -> None:
    with Ledger(path) as ledger:
        gone, other = approved(ledger, [letter(0), letter(1)])
        for one in (gone, other):
            assert ledger.claim(one.receipt(SendState.SENDING, NOW), b"text", one.sha256, None) == ""
            ledger.acknowledge([one.letter.message_id])
            for mark in (SEARCHED, ANSWERERS, HELD):
                ledger.set(mark + one.letter.contact_id, "known")
        ledger.take({one.letter.code: "asked" for one in (gone, other)})
        ledger.drop([gone.letter.code])
        ledger.approve(gone.letter.code, gone.sha256, NOW)
        ledger.forget([gone.letter.contact_id])
        assert ledger.state().approvals.keys() == {other.letter.code}
        assert ledger.acknowledged() == {other.letter.message_id}
        ledger.forget([], [gone.letter.code], [gone.letter.message_id])
    with sqlite3.connect(path) as db:
        left = "\n".join(db.iterdump())
    for said in ("contact_id", "code", "message_id"):
        assert getattr(gone.letter, said) not in left
        assert getattr(other.letter, said) in left


def test_what_is_kept_of_a_letter_alone_is_forgotten_by_its_message_id(path: Path) -> None:
    with Ledger(path) as ledger:
        gone, other = approved(ledger, [letter(0), letter(1)])
        for one in (gone, other):
            ledger.claim(one.receipt(SendState.SENDING, NOW), b"text", one.sha256, None)
            ledger.acknowledge([one.letter.message_id])
        ledger.drop([gone.letter.code])
        ledger.forget([], [], [gone.letter.message_id])
    with sqlite3.connect(path) as db:
        left = "\n".join(db.iterdump())
    assert gone.letter.message_id not in left
    assert other.letter.message_id in left


@needs_modes
def test_only_the_user_may_read_it(path: Path) -> None:
    with Ledger(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_older_ledger_is_taken_up_and_a_program_as_old_then_leaves_it_alone(path: Path) -> None:
    with Ledger(path) as ledger:
        [one] = approved(ledger, [letter(0)])
        ledger.claim(one.receipt(SendState.SENDING, NOW), b"bytes", one.sha256, limit=None)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 1")
        db.execute("DROP TABLE known")
    with Ledger(path) as ledger:
        assert ledger.state().receipt_of(one.letter.message_id) is not None
        assert ledger.acknowledged() == frozenset()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == LEDGER_VERSION > 1


def test_a_letter_keeps_the_wordings_that_it_was_given_first(path: Path) -> None:
    first, later = (Voice("c1", LetterKind.APPROACH, wordings) for wordings in ("123", "456"))
    with Ledger(path) as ledger:
        ledger.give_voices({"B": later, "A": first})
        ledger.give_voices({"A": later})
    with Ledger(path) as ledger:
        assert list(ledger.state().voices.items()) == [("B", later), ("A", first)]
        ledger.forget(["c1"])
        assert not ledger.state().voices


def test_a_newer_ledger_and_a_damaged_one_are_said(path: Path, tmp_path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(UserError, match="newer version"):
        Ledger(path)
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"no database at all" * 100)
    with pytest.raises(UserError, match="is damaged"):
        Ledger(damaged)


def test_the_first_ledger_of_a_computer_makes_its_folder_which_nobody_else_may_read(tmp_path: Path) -> None:
    path = tmp_path / "share" / "remembered" / "a1.sqlite"
    with Ledger(path) as ledger:
        assert ledger.fresh
    assert os.name != "posix" or (path.parent.stat().st_mode & 0o77, path.stat().st_mode & 0o77) == (0, 0)


def test_a_workbooks_id_makes_no_path(tmp_path: Path) -> None:
    assert ledger_path(tmp_path, "../../x").parent == tmp_path


def test_what_is_said_of_one_letter_is_said_of_no_other(path: Path) -> None:
    with Ledger(path) as ledger:
        one, other = approved(ledger, [letter(0), letter(1)])
        ledger.remember([DraftRecord(x.letter.identity, digest("drafted"), "") for x in (one, other)])
        ledger.skip(one.letter.code, date(2026, 12, 1))
        skipped = {code: r.skipped_until for code, r in ledger.state().drafts.items()}
        assert skipped == {one.letter.code: date(2026, 12, 1), other.letter.code: None}
        ledger.revoke(one.letter.code)
        assert ledger.state().approvals.keys() == {other.letter.code}
        ledger.drop([one.letter.code])
        assert ledger.state().drafts.keys() == {other.letter.code}


def test_each_workbooks_id_has_a_ledger_of_its_own(tmp_path: Path) -> None:
    assert len({ledger_path(tmp_path, one) for one in ("", "a1", "a2", "4f-2", "4f-3")}) == 5


def test_what_is_written_in_one_transaction_is_there_whole_or_not_at_all(path: Path) -> None:
    def both(ledger: Ledger, *, stopped: bool) -> None:
        with ledger.transaction():
            ledger.approve("ABCDE", "0" * 64, NOW)
            ledger.take({"ABCDE": "approve"})
            if stopped:
                raise KeyboardInterrupt

    with Ledger(path) as ledger:
        with pytest.raises(KeyboardInterrupt):
            both(ledger, stopped=True)
        assert not ledger.state().approvals
        assert not ledger.state().taken
        both(ledger, stopped=False)
    with Ledger(path) as ledger:
        assert ledger.state().approvals == {"ABCDE": "0" * 64}
        assert ledger.state().taken == {"ABCDE": "approve"}
