"""A delayed letter: told with its day and what to do, once, for as long as a server tries."""

from __future__ import annotations

from datetime import timedelta

from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import Incoming, MailKind
from pipeline.mail.incoming.meaning import understood
from pipeline.mail.incoming.standing import is_settled
from tests.mail.test_no_reply import ADA, ARRIVED, LETTER, THURSDAY, background

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
