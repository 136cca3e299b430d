"""A mail of the user's own to a contact: what answers theirs, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import MailKind
from pipeline.mail.incoming.meaning import understood
from pipeline.model import Contact, Event, EventKind
from pipeline.rules.details import no_reply_detail
from tests.mail import mails
from tests.mail.test_no_reply import ADA, ARRIVED, THURSDAY, background, read

THEIRS = Event(
    THURSDAY, ADA.id, ADA.name, EventKind.REPLY, "Email", "Re: Your work", "<theirs@lab.example.org>"
)


def taken_for(
    subject: str, *headers: str, theirs: Event | None = THEIRS, person: Contact = ADA
) -> list[EventKind]:
    """Say which events follow from a mail of the user's to somebody who wrote."""
    raw = mails.mail(f"From: {mails.ME}", f"To: {person.email}", f"Subject: {subject}", *headers, "", "Text.")
    known = background(person)
    known = replace(known, history=(theirs,) if theirs else ())
    mail = read(raw, known, in_sent=True)
    assert mail.kind is MailKind.OWN
    return [
        e.kind for e in understood([Mail(mail, "<own@example.com>", "m", ARRIVED)], known, {}, [], []).events
    ]


TO_THEIRS = f"In-Reply-To: {THEIRS.message_id}"


@pytest.mark.parametrize(
    ("subject", "headers"),
    [("Re: Your work", ()), ("Your visit", (TO_THEIRS,)), ("AW: Your work", (TO_THEIRS,))],
)
def test_what_follows_theirs_by_subject_or_thread_answers_it(subject: str, headers: tuple[str, ...]) -> None:
    assert taken_for(subject, *headers) == [EventKind.ANSWER]


def test_what_goes_on_the_day_in_replied_on_answers_it() -> None:
    assert taken_for("Re: Your work", theirs=None, person=ADA._replace(replied_on=THURSDAY)) == [
        EventKind.ANSWER
    ]
    later = ADA._replace(replied_on=THURSDAY + timedelta(days=1))
    assert taken_for("Re: Your work", theirs=None, person=later) == []


@pytest.mark.parametrize("subject", ["Fwd: Your work", "Re: Fwd: Your work", "WG: Your work"])
def test_what_is_passed_on_answers_nothing(subject: str) -> None:
    assert taken_for(subject, TO_THEIRS) == []


def test_nothing_answers_a_mail_that_the_user_called_no_reply() -> None:
    none = THEIRS._replace(detail=no_reply_detail("Re: Your work"))
    assert taken_for("Re: Your work", TO_THEIRS, theirs=none) == []
