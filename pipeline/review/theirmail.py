"""The mail that somebody wrote last, as their page shows it: who, when, its subject, and how it begins (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from pipeline.mail.incoming.headers import is_reply_subject
from pipeline.mail.ways import reads_replies
from pipeline.model import Contact, Event, EventKind
from pipeline.model.addresses import is_machine
from pipeline.review import sentences
from pipeline.rules.details import is_no_reply, subject_of, written_by

if TYPE_CHECKING:
    from pipeline.day.decide import Decision


class TheirMail(NamedTuple):
    """A mail of theirs. `begins` is blank until this window has read it; `readable`: it can look in the mailbox."""

    who: str
    day: str
    subject: str
    begins: str
    readable: bool


def mail_of(decision: Decision, c: Contact, heard: Mapping[str, str]) -> TheirMail | None:
    """Lay out the mail that somebody wrote last; None where the mailbox brought none."""
    event = last_mail(decision, c)
    if event is None:
        return None
    another = written_by(event)
    return TheirMail(
        f"{another}, for {event.name}," if another else event.name,
        sentences.short_day(event.date, decision.world.today),
        subject_of(event),
        heard.get(event.message_id, ""),
        reads_replies(decision.world.settings),
    )


def last_mail(decision: Decision, c: Contact) -> Event | None:
    """Find the row of History of the mail that somebody wrote last, where the mailbox brought it."""
    facts = decision.agenda.standings[c.row].facts
    of_day = (e for e in facts.past.of(EventKind.REPLY) if e.date == facts.replied and not is_no_reply(e))
    return next((e for e in reversed([*of_day]) if e.message_id), None)


def address_to_answer(mail: Event, c: Contact) -> str:
    """Return where a mail is answered: at the address of whoever wrote it for them, unless nobody reads there."""
    another = written_by(mail)
    return another if another and not is_machine(another) else c.email


def subject_to_answer(mail: Event) -> str:
    """Return the subject under which a mail is answered, by which the answer is known in Sent."""
    said = subject_of(mail)
    return said if is_reply_subject(said) else f"Re: {said}"
