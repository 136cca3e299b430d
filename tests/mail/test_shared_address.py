"""Mail from an address that several rows have: the thread says whose it is, then the name, then who was written to."""

from __future__ import annotations

import pytest

from pipeline.mail.incoming.classify import MailKind
from pipeline.model import Contact
from tests.mail import mails
from tests.mail.test_no_reply import background, read, sent_to, written
from tests.peers.letters import contact

SHARED = "lucia@salud.example.org"


def someone(n: int, first: str, last: str, **more: str) -> Contact:
    return contact(n, id=f"P{n}", first_name=first, last_name=last, email=SHARED, **more)


LUCIA = someone(0, "Lucía", "García Márquez")
AGAIN = someone(1, "Lucia", "Garcia", duplicate="seems to be one person's")
ANN, BOB = someone(2, "Ann", "Ruiz"), someone(3, "Bob", "Ruiz")
TWICE = background(LUCIA, AGAIN, letters=(sent_to(LUCIA),))
COUPLE = background(ANN, BOB)


def thread(person: Contact) -> str:
    return f"In-Reply-To: {sent_to(person).message_id}"


@pytest.mark.parametrize("header", [thread(LUCIA), "X-Thread: none"])
@pytest.mark.parametrize("sender", [f"Lucía García <{SHARED}>", SHARED])
def test_an_answer_is_of_the_row_that_was_written_to_not_of_the_one_held_as_a_double(
    sender: str, header: str
) -> None:
    found = read(written(sender, "Re: Your work", "Con gusto.", header), TWICE)
    assert (found.kind, found.contact_id, found.perhaps) == (MailKind.REPLY, "P0", ())


def test_the_double_keeps_what_was_its_own_letter() -> None:
    known = background(LUCIA, AGAIN, letters=(sent_to(AGAIN),))
    assert read(written(SHARED, "Re: Your work", "Con gusto.", thread(AGAIN)), known).contact_id == "P1"


@pytest.mark.parametrize(
    ("sender", "header", "who"),
    [
        (SHARED, thread(ANN), "P2"),
        (SHARED, thread(BOB), "P3"),
        (f"Ann Ruiz <{SHARED}>", "X-Thread: none", "P2"),
        (f"Bob Ruiz <{SHARED}>", "X-Thread: none", "P3"),
    ],
)
def test_of_two_who_share_an_address_thread_or_name_decides(sender: str, header: str, who: str) -> None:
    found = read(written(sender, "Hello", "Gladly.", header), COUPLE)
    assert (found.kind, found.contact_id) == (MailKind.REPLY, who)


def test_where_nothing_decides_both_are_asked_about() -> None:
    found = read(written(f"The Ruiz Family <{SHARED}>", "Hello"), COUPLE)
    assert (found.kind, found.contact_id, found.perhaps) == (MailKind.UNSURE, "P2", ("P3",))


def test_who_alone_was_written_to_has_answered() -> None:
    found = read(written(SHARED, "Hello"), background(ANN, BOB, letters=(sent_to(ANN),)))
    assert (found.kind, found.contact_id) == (MailKind.REPLY, "P2")


def test_the_users_answer_is_to_the_one_in_whose_thread_it_is() -> None:
    raw = mails.mail(
        f"From: {mails.ME}", f"To: {SHARED}", "Subject: Re: Hello", thread(ANN), "", "Thank you."
    )
    assert read(raw, COUPLE, in_sent=True).contact_id == "P2"
