"""Replies looked for from the window: what came is said, written, and stands on Today at once."""

from __future__ import annotations

from pipeline.day.replies import new_in_mailbox
from pipeline.review.people import person_key
from tests.end_to_end.routine import Routine
from tests.mail.test_mail_in_the_day import NEXT, answer, at, home, sent  # noqa: F401  (a fixture)
from tests.peers.imap import ImapPeer
from tests.review.test_review_web import Page
from tests.review.workbooks import set_settings

pytest_plugins = ["tests.peers.fixtures"]


def test_a_reply_is_found_written_and_asked_for_at_once(home: Routine, pymap: ImapPeer) -> None:  # noqa: F811
    first = sent(home)
    page = Page(home.book, NEXT)
    assert "Nothing new in the mailbox." in page.send("/", "/mailbox").text
    pymap.put(answer(first), when=at(NEXT))
    said = page.send("/", "/mailbox").text
    assert "New in the mailbox: " in said
    assert "Ada Okafor" in said
    assert "Next: Answer, Dec 9." in page.text(f"/contact/{person_key(home.rows()[0]['ID'])}")
    assert home.rows()[0]["Replied on"].date() == NEXT
    assert "Nothing new in the mailbox." in page.send("/", "/mailbox").text


def test_several_mails_stand_below_one_heading() -> None:
    assert new_in_mailbox(()) == ""
    assert new_in_mailbox(("A, reply",)) == "New in the mailbox: A, reply"
    assert new_in_mailbox(("A, reply", "B, bounce")) == "New in the mailbox:\nA, reply\nB, bounce"


def test_a_mailbox_that_cannot_be_reached_changes_nothing_and_says_so(home: Routine, pymap: ImapPeer) -> None:  # noqa: F811
    sent(home)
    page = Page(home.book, NEXT)
    page.text("/")
    before = home.book.read_bytes()
    set_settings(home.book, {"IMAP server": "127.0.0.1:9 starttls"})
    changed = home.book.read_bytes()
    answered = page.send("/", "/mailbox")
    assert answered.status_code == 503
    assert "can&#39;t be reached" in answered.text or "could not" in answered.text
    assert home.book.read_bytes() == changed != before


def test_who_reads_no_replies_here_has_no_such_button(home: Routine) -> None:  # noqa: F811
    set_settings(home.book, {"Read replies from": "None"})
    page = Page(home.book, NEXT)
    assert "/mailbox" not in page.text("/")


def test_each_mail_that_came_is_a_line_of_its_own(home: Routine, pymap: ImapPeer) -> None:  # noqa: F811
    first = sent(home)
    page = Page(home.book, NEXT)
    for raw in (answer(first), answer(first, text="And one more thing.").replace(b"answer.1", b"answer.2")):
        pymap.put(raw, when=at(NEXT))
    said = page.send("/", "/mailbox").text
    assert "New in the mailbox:<br>Ada Okafor" in said
    assert said.count("<br>Ada Okafor") == 2
