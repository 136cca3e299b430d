"""An answer that puts the talk off until its writer is back: the day is told until one is entered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import MailKind
from pipeline.mail.incoming.meaning import understood
from pipeline.mail.incoming.standing import is_settled, notice_problems
from tests.mail.test_no_reply import ADA, ARRIVED, IN_THREAD, THURSDAY, background, read, written

BACK = date(2026, 12, 16)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("I am in Rome. Let's talk when I'm back on Dec 16.", BACK),
        ("Gladly. I'll be back December 16, call me then.", BACK),
        ("Once I return (Dec 16) we can talk.", BACK),
        ("Ich bin am 16. Dezember wieder da, dann sprechen wir gern.", BACK),
        ("Let's talk when I'm back.", None),
        ("Let's talk on Dec 16.", None),
        ("I will get back to you by December 16.", None),
        ("I am glad that you wrote. Is December 16 good?", None),
    ],
)
def test_the_day_of_return_in_an_answer(text: str, then: date | None) -> None:
    found = read(written(ADA.email, "Re: Your work", text, IN_THREAD))
    assert (found.kind, found.return_date) == (MailKind.REPLY, then)


def test_it_is_told_until_a_day_is_entered() -> None:
    mail = read(written(ADA.email, "Re: Your work", "Let's talk when I'm back on Dec 16.", IN_THREAD))
    found = understood([Mail(mail, "<1@example.org>", "mark", ARRIVED)], background(ADA), {}, [], [])
    (notice,), (event,) = found.notices, found.events
    assert event.detail == "Re: Your work"
    answered = ADA._replace(replied_on=THURSDAY, answered_on=THURSDAY)
    (problem,) = notice_problems([notice], [], {ADA.id: answered}, BACK)
    assert problem.column == "Call again on"
    assert problem.message == (
        "Ada Okafor speaks of being back, and of 2026-12-16. If you will talk then, enter the day in Call again on, or in"
        " Interview on."
    )
    arranged = [{a: day} for day in (THURSDAY, BACK) for a in ("call_again_on", "interview_on", "called_on")]
    for entered in arranged:
        assert is_settled(notice, answered._replace(**entered), BACK)
    assert not is_settled(notice, answered._replace(called_on=THURSDAY - timedelta(days=9)), BACK)
    assert is_settled(notice, answered, BACK + timedelta(days=15))
