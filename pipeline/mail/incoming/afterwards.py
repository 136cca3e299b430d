"""What comes after something was agreed: while a talk stands, or after the day's answer, a mail may take it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.ledger.records import GONE, Notice
from pipeline.mail.incoming.background import Background, Mail
from pipeline.mail.incoming.classify import MailKind
from pipeline.mail.incoming.standing import AGAIN, ARRIVED, SINCE_SET
from pipeline.model import Contact, Event, EventKind, LetterKind
from pipeline.rules.heldsaid import day_seen

_SAY_ANSWERED = {
    False: "enter the day on which you answered in Answered on",
    True: "answer it: your answer in Sent settles this, or the day after it in Answered on",
}


def asked_after(
    mail: Mail, contact: Contact, background: Background, events: Sequence[Event]
) -> list[Notice]:
    """Ask about a mail that came while a talk stands, for each whom it may be from, or after their answer of that day."""
    if mail.incoming.kind is MailKind.UNSURE:
        people = [contact, *filter(None, map(background.named, mail.incoming.perhaps))]
        return [n for c in people if (n := _since_set(mail, c, background, events))]
    if mail.incoming.kind is not MailKind.REPLY:
        return []
    asked = _since_set(mail, contact, background, events) or _again(mail, contact, events)
    return [asked] if asked else []


def answered_now(
    mail: Mail, contact: Contact, standing: Sequence[Notice], events: Sequence[Event]
) -> list[Notice]:
    """End what was asked about somebody's mails where this one, of the user's own, answers them."""
    if not any(e.kind is EventKind.ANSWER and e.message_id == mail.message_id for e in events):
        return []
    asked = [n for n in standing if n.contact_id == contact.id and n.kind in (SINCE_SET, AGAIN)]
    return [n._replace(kind=ARRIVED) for n in asked if n.day <= mail.arrived_on]


def _since_set(
    mail: Mail, contact: Contact, background: Background, events: Sequence[Event]
) -> Notice | None:
    """Ask about a mail that came while a talk stood ahead since an earlier run: it may call it off."""
    incoming, day, on = mail.incoming, mail.arrived_on, contact.interview_on
    if on is None or on < day or contact.interview_held:
        return None
    seen = day_seen(background.state.held_said.get(contact.id, ""))
    if seen != on or _told_before(contact, day, background.history):
        return None
    sure, confirmed = incoming.kind is MailKind.REPLY, _is_confirmed(contact, on, background)
    if sure and confirmed:
        return None  # Today tells of a reply to a confirmation (R6)
    done = _dealt_with(contact, day, events)
    who, whose = (contact.name, "") if sure else (incoming.address, f" with {contact.name}")
    meanwhile = "" if confirmed else " No confirmation goes meanwhile."
    perhaps = "" if sure else f" It may be from them, or about that talk.{meanwhile}"
    told = (
        f"{who} wrote on {day.isoformat()}, while the talk of {on.isoformat()}{whose} stands: read it before you go.{perhaps}"
        " If the talk is off, choose Cancelled in Interview held; if it is moved, enter the new day in Interview on; if"
        f" nothing changes, {_SAY_ANSWERED[bool(done)]}."
    )
    key = mail.mark if sure else f"{mail.mark} {contact.id}"
    return Notice(key, contact.id, SINCE_SET, day, " ".join((on.isoformat(), *done)), told)


def _is_confirmed(contact: Contact, on: date, background: Background) -> bool:
    return any(
        r.state in GONE
        and r.kind is LetterKind.CONFIRM
        and r.contact_id == contact.id
        and r.occasion.startswith(on.isoformat())
        for r in background.state.receipts.values()
    )


def _told_before(contact: Contact, day: date, history: Sequence[Event]) -> bool:
    """Tell whether Replied on says this answer already, or a later one; a second one of a day is new."""
    if contact.replied_on != day:
        return contact.replied_on is not None and contact.replied_on > day
    brought = (EventKind.REPLY, contact.id, day)
    return not any((e.kind, e.contact_id, e.date) == brought and e.message_id for e in history)


def _again(mail: Mail, contact: Contact, events: Sequence[Event]) -> Notice | None:
    """Ask about a mail that came after the day's answer: by its day Answered on says more than it, and it may say no."""
    day, done = mail.arrived_on, _dealt_with(contact, mail.arrived_on, events)
    if EventKind.ANSWER not in done:
        return None
    told = (
        f"{contact.name} wrote again on {day.isoformat()}, after your answer of that day: read it, for it may take back what was"
        f" agreed. Then {_SAY_ANSWERED[True]}."
    )
    ahead = contact.interview_on if contact.interview_on and contact.interview_on > day else None
    return Notice(mail.mark, contact.id, AGAIN, day, " ".join((str(ahead or "-"), *done)), told)


def _dealt_with(contact: Contact, day: date, events: Sequence[Event]) -> list[EventKind]:
    """List what was done with somebody on a mail's day before it came: what History, or a mail before it, tells of."""
    done = {e.kind for e in events if e.contact_id == contact.id and e.date == day}
    return [kind for kind in (EventKind.ANSWER, EventKind.CALL) if kind in done]
