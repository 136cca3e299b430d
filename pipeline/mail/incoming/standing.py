"""Notices that stand until the user has decided, or they have lost their point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.ledger.records import Notice, Receipt, SendState
from pipeline.model import Contact, Held, Problem, Severity
from pipeline.rules.wording import LOOK_AND_SAY

if TYPE_CHECKING:
    from pipeline.mail.incoming.meetings import Meeting

INVITATION, CANCELLED, UNSURE, BY_HAND, DELAYED = "invitation", "cancelled", "unsure", "by hand", "delayed"
_ASKED_FOR, _REMEMBERED_FOR = timedelta(days=14), timedelta(days=370)
_COLUMNS = {
    INVITATION: "Interview on",
    CANCELLED: "Interview held",
    UNSURE: "Replied on",
    BY_HAND: "Approach sent",
    DELAYED: "",
}


def about_meeting(meeting: Meeting, contact: Contact) -> str:
    """Keep of a meeting which word about it this is, when it is, and what Interview on said then."""
    return f"{meeting.sequence}|{meeting.entered()}|{contact.interview_on or ''}"


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


def is_settled(notice: Notice, contact: Contact, today: date) -> bool:
    """Tell whether the user has decided, or the notice is too old to ask about."""
    if notice.kind in (INVITATION, CANCELLED):
        return _meeting_settled(notice, contact, today)
    if notice.kind == BY_HAND:
        return contact.approach_sent is not None or today > notice.day + _REMEMBERED_FOR
    if today > notice.day + _ASKED_FOR:
        return True
    return contact.replied_on is not None and contact.replied_on >= notice.day


def _meeting_settled(notice: Notice, contact: Contact, today: date) -> bool:
    day, was = meeting_day(notice), notice.about.rpartition("|")[2]
    if day is None or day < today:
        return True
    moved_since = str(contact.interview_on or "") != was
    if notice.kind == CANCELLED:
        return contact.interview_on != day or contact.interview_held in (Held.CANCELLED, Held.NO_SHOW)
    return contact.interview_on == day or (moved_since and contact.interview_on is not None)


def called_off(notices: Iterable[Notice], contacts: Mapping[str, Contact], today: date) -> frozenset[str]:
    """Return whose meeting was called off by mail and still stands in the workbook: nothing is prepared or confirmed."""
    return frozenset(
        n.contact_id
        for n in notices
        if n.kind == CANCELLED
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
    standing = [
        _problem(contacts[n.contact_id], _COLUMNS.get(n.kind, ""), n.message)
        for n in notices
        if n.contact_id in contacts
        and not is_settled(n, contacts[n.contact_id], today)
        and not (n.kind == BY_HAND and n.contact_id in asked)
    ]
    letters = [
        _problem(
            contacts[r.contact_id],
            "",
            f"{r.note} Was it the letter {r.code}? {LOOK_AND_SAY}",
        )
        for r in held
    ]
    return (*standing, *letters)


def _problem(contact: Contact, column: str, message: str) -> Problem:
    return Problem("Contacts", column, Severity.WARNING, message, contact.row, contact.id)
