"""Notices that stand until the user has decided, or they have lost their point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from pipeline.ledger.records import Notice, Receipt, SendState
from pipeline.mail.incoming.byhand import thanks_settled, waits_for_follow_up
from pipeline.mail.incoming.texts import quoted_subject
from pipeline.model import MISSED, Contact, Event, EventKind, Problem, Severity
from pipeline.rules.details import is_no_reply
from pipeline.rules.wording import SAY_SO

if TYPE_CHECKING:
    from pipeline.mail.incoming.meetings import Meeting

INVITATION, CANCELLED, NOT_SURE, BY_HAND, DELAYED = "invitation", "cancelled", "unsure", "by hand", "delayed"
THANKED, FOLLOWED = "thanked by hand", "followed up by hand"


class NextLetter(NamedTuple):
    """A letter that a mail of the user's own may be: what it is, how it is called, and the column of its day."""

    event: EventKind
    called: str
    column: str


MAY_BE_A_LETTER = {
    BY_HAND: NextLetter(EventKind.APPROACH, "first letter", "Approach sent"),
    THANKED: NextLetter(EventKind.THANK_YOU, "thank-you", "Thank-you sent"),
    FOLLOWED: NextLetter(EventKind.FOLLOW_UP, "follow-up", "Follow-up sent"),
}
"""A mail of the user's own that may be the letter that comes next, and which."""
BACK, ARRIVED, SINCE_SET, AGAIN, NEAR = "back", "arrived", "since set", "again", "near"
_NAMED = 3
_TRIED_FOR = timedelta(days=6)
"""Servers try for four or five days as a rule (RFC 5321 4.5.4.1), and say so when they give up."""
_ASKED_FOR, _REMEMBERED_FOR = timedelta(days=14), timedelta(days=370)
_COLUMNS = {
    **{kind: letter.column for kind, letter in MAY_BE_A_LETTER.items()},
    INVITATION: "Interview on",
    CANCELLED: "Interview held",
    NOT_SURE: "Replied on",
    NEAR: "Replied on",
    DELAYED: "",
    BACK: "Call again on",
    SINCE_SET: "Answered on",
    AGAIN: "Answered on",
}


def about_meeting(meeting: Meeting, contact: Contact) -> str:
    """Keep of a meeting which word about it this is, when it is, and what Interview on said then.

    Of a zone that is unknown the day alone: its hour is not the user's.
    """
    when = meeting.on.isoformat() if meeting.zone else meeting.entered()
    return f"{meeting.sequence}|{when}|{_entered(contact)}"


def _entered(contact: Contact) -> str:
    """Write Interview on as a meeting's own moment is written."""
    day, at = contact.interview_on, contact.interview_time
    return f"{day or ''}" + (f" {at:%H:%M}" if day and at else "")


def other_hour(day: date | None, at: time | None, contact: Contact) -> bool:
    """Tell whether Interview on names another hour of a meeting's day; where either names none, none is another."""
    entered = contact.interview_time
    return day == contact.interview_on and at is not None and entered is not None and at != entered


def sequence_of(notice: Notice) -> int:
    """Read which word about a meeting a notice was."""
    first = notice.about.partition("|")[0]
    return int(first) if first.isdigit() else 0


def meeting_day(notice: Notice) -> date | None:
    """Read the day of the meeting that a notice is about."""
    parts = notice.about.split("|")
    try:
        return date.fromisoformat(parts[1][:10]) if len(parts) == 3 else None
    except ValueError:
        return None


def _meeting_time(notice: Notice) -> time | None:
    try:
        return time.fromisoformat(notice.about.split("|")[1][11:])
    except ValueError:
        return None


def about_sender(address: str, others: Sequence[str]) -> str:
    """Keep of a mail that may be an answer who sent it, and whose else it may be."""
    return " ".join((address, *others))


def is_settled_among(notice: Notice, contacts: Mapping[str, Contact], today: date) -> bool:
    """Tell whether a notice is settled for one of those whom it may be about, or is about nobody any more."""
    if notice.contact_id not in contacts:
        return True
    return any(
        is_settled(notice, c, today) for c in (contacts[notice.contact_id], *_others(notice, contacts))
    )


def any_of(names: Sequence[str]) -> str:
    """Name those whose a mail may be, three of them at most."""
    more = len(names) - _NAMED
    said = [*names[:_NAMED], *([f"{more} more"] if more > 0 else [])]
    return " or ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def _asked_of(notice: Notice) -> list[str]:
    return [notice.contact_id, *(notice.about.split()[1:] if notice.kind in (NOT_SURE, NEAR) else [])]


def _others(notice: Notice, contacts: Mapping[str, Contact]) -> list[Contact]:
    return [contacts[i] for i in _asked_of(notice)[1:] if i in contacts]


def by_hand_said(name: str, mails: Sequence[tuple[date, str]], kind: str) -> str:
    """Ask which of these mails of the user's own to somebody, by day and subject, the newest first, was a letter; three of them at most."""
    letter, more = MAY_BE_A_LETTER[kind], len(mails) - _NAMED
    said = [f"on {day:%Y-%m-%d} ({quoted_subject(subject)})" for day, subject in mails[:_NAMED]]
    said += [f"{more} times before"] if more > 1 else ["once before"] if more > 0 else []
    wrote = " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
    which, its = ("one of these mails", "its") if len(mails) > 1 else ("that", "the")
    return f"You wrote to {name} yourself {wrote}. If {which} was your {letter.called}, enter {its} day in {letter.column}."


def _asked_once(notices: Sequence[Notice], contacts: Mapping[str, Contact]) -> Iterator[tuple[Notice, str]]:
    """Yield notices with their words; of several mails by hand to somebody that may be one letter, the newest for all."""
    together: dict[tuple[str, str], list[Notice]] = {}
    for n in notices:
        together.setdefault((n.contact_id, n.kind if n.kind in MAY_BE_A_LETTER else n.key), []).append(n)
    for alike in together.values():
        newest = sorted(alike, key=lambda n: (n.day, n.about), reverse=True)
        mails = [(n.day, n.about.partition(" ")[2]) for n in newest]
        n, name = newest[0], contacts[newest[0].contact_id].name
        yield n, by_hand_said(name, mails, n.kind) if len(mails) > 1 else _told(n, contacts)


def _told(notice: Notice, contacts: Mapping[str, Contact]) -> str:
    others = any_of([c.name for c in _others(notice, contacts)] or [""])
    more = f" It may as well be from {others}, whose letter had the same subject: then enter it there."
    return notice.message + (more if others else "")


def is_settled(notice: Notice, contact: Contact, today: date) -> bool:
    """Tell whether the user has decided, or the notice is too old to ask about."""
    if notice.kind == ARRIVED:
        return True
    if notice.kind in (INVITATION, CANCELLED):
        return _meeting_settled(notice, contact, today)
    if notice.kind in (SINCE_SET, AGAIN):
        return _dealt_with_since(notice, contact) or _needs_no_answer(notice, contact, today)
    if notice.kind in MAY_BE_A_LETTER:
        return today > notice.day + _REMEMBERED_FOR or _letter_settled(notice, contact)
    if notice.kind == BACK:
        days = (contact.called_on, contact.call_again_on, contact.interview_on)
        arranged = any(d and d >= notice.day for d in days)
        return arranged or today > date.fromisoformat(notice.about) + _ASKED_FOR
    if today > notice.day + (_TRIED_FOR if notice.kind == DELAYED else _ASKED_FOR):
        return True
    return contact.replied_on is not None and contact.replied_on >= notice.day


def _letter_settled(notice: Notice, contact: Contact) -> bool:
    """Tell whether the letter that a mail by hand may have been is known to have gone, or is owed no more."""
    if notice.kind == BY_HAND:
        return contact.approach_sent is not None
    if notice.kind == THANKED:
        return thanks_settled(contact, notice.day)
    return not waits_for_follow_up(contact)


def without_ended(notices: Iterable[Notice], events: Sequence[Event]) -> list[Notice]:
    """Leave out delays that ended, with a return or an answer, and questions about who is merely near to somebody who answered since."""
    ends = {DELAYED: _ends_delay, NEAR: _answers}
    return [n for n in notices if n.kind not in ends or not any(ends[n.kind](e, n) for e in events)]


def _ends_delay(event: Event, delay: Notice) -> bool:
    if event.kind is EventKind.BOUNCE:
        return bool(delay.about) and event.message_id == delay.about
    by_program = event.kind is EventKind.AUTOMATIC and event.contact_id == delay.contact_id
    return (by_program and event.date >= delay.day) or _answers(event, delay)


def _answers(event: Event, notice: Notice) -> bool:
    """Tell whether a reply is of somebody whom a notice is about, and no older."""
    theirs = event.kind is EventKind.REPLY and not is_no_reply(event)
    return theirs and event.contact_id in _asked_of(notice) and event.date >= notice.day


def _meeting_settled(notice: Notice, contact: Contact, today: date) -> bool:
    day, was = meeting_day(notice), notice.about.rpartition("|")[2]
    if day is None or day < today:
        return True
    if notice.kind == CANCELLED:
        return contact.interview_on != day or contact.interview_held in MISSED
    retyped = contact.interview_on is not None and not _entered(contact).startswith(was or "-")
    as_told = contact.interview_on == day and not other_hour(day, _meeting_time(notice), contact)
    return as_told or retyped


def _needs_no_answer(notice: Notice, contact: Contact, today: date) -> bool:
    """Tell whether the talk that a mail was about is over, off, or another; of no talk, whether something came of it."""
    talk = notice.about.split()[0]
    if talk == "-":
        since = any(d and d > notice.day for d in (contact.replied_on, contact.interview_on))
        return since or today > notice.day + _ASKED_FOR
    on = date.fromisoformat(talk)
    return on < today or contact.interview_on != on or contact.interview_held is not None


def _dealt_with_since(notice: Notice, contact: Contact) -> bool:
    """Tell whether the user answered or called since a mail; what was done on its day before it came says nothing."""
    done = notice.about.split()[1:]
    days = ((EventKind.ANSWER, contact.answered_on), (EventKind.CALL, contact.called_on))
    return any(d and (d > notice.day or (d == notice.day and kind not in done)) for kind, d in days)


def called_off(notices: Iterable[Notice], contacts: Mapping[str, Contact], today: date) -> frozenset[str]:
    """Return whose meeting was called off by mail and still stands in the workbook: nothing is prepared or confirmed."""
    return frozenset(
        n.contact_id
        for n in notices
        if n.kind == CANCELLED
        and n.contact_id in contacts
        and not is_settled(n, contacts[n.contact_id], today)
    )


def moved(notices: Iterable[Notice], contacts: Mapping[str, Contact], today: date) -> frozenset[str]:
    """Return whose meeting was moved by mail, or may have been, while the workbook has it as it was: nothing is confirmed."""
    return frozenset(
        n.contact_id
        for n in notices
        if (n.kind in (SINCE_SET, AGAIN) or (n.kind == INVITATION and sequence_of(n)))
        and n.contact_id in contacts
        and not is_settled(n, contacts[n.contact_id], today)
    )


def notice_problems(
    notices: Sequence[Notice],
    receipts: Iterable[Receipt],
    contacts: Mapping[str, Contact],
    today: date,
) -> tuple[Problem, ...]:
    """Write what still stands as warnings at the contacts' cells."""
    held = [r for r in receipts if r.state is SendState.HELD and r.contact_id in contacts]
    asked = {r.contact_id for r in held}
    still = [
        n
        for n in notices
        if not is_settled_among(n, contacts, today)
        and not (n.kind in MAY_BE_A_LETTER and n.contact_id in asked)
    ]
    standing = [
        _problem(contacts[n.contact_id], _COLUMNS.get(n.kind, ""), message)
        for n, message in _asked_once(still, contacts)
    ]
    letters = [
        _problem(
            contacts[r.contact_id],
            "",
            f"{r.note} If that mail stands for the letter {r.code}, in whatever words, {SAY_SO}; if not, say that there.",
        )
        for r in held
    ]
    return (*standing, *letters)


def _problem(contact: Contact, column: str, message: str) -> Problem:
    return Problem("Contacts", column, Severity.WARNING, message, contact.row, contact.id)
