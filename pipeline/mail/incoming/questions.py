"""What a mail leaves for the user to decide: meetings, who may have answered, delays, a mail while a talk stands."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from pipeline.ledger.records import Notice
from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import Incoming, MailKind
from pipeline.mail.incoming.meetings import Meeting, MeetingAct
from pipeline.mail.incoming.standing import (
    ARRIVED,
    BACK,
    CANCELLED,
    DELAYED,
    INVITATION,
    NEAR,
    NOT_SURE,
    about_meeting,
    about_sender,
    other_hour,
    sequence_of,
)
from pipeline.mail.incoming.texts import quoted_subject
from pipeline.model import Contact

_BACK_AND_FORTH = {
    MeetingAct.INVITES: "{name} invites you for {when}. If you accept, enter {entry} in Interview on.",
    MeetingAct.MOVES: "{name} has the meeting on {when} now. If that suits you, enter {entry} in Interview on.",
    MeetingAct.PROPOSES: "{name} proposes {when} instead. If that suits you, enter {entry} in Interview on.",
    MeetingAct.ACCEPTS: "{name} accepted your invitation for {when}: enter {entry} in Interview on.",
    MeetingAct.MAY_COME: "{name} accepted your invitation for {when} only tentatively: once it is settled, enter {entry} in Interview on.",
    MeetingAct.DECLINES: "{name} declined your invitation for {when}: choose Cancelled in Interview held, or agree on another day.",
    MeetingAct.CANCELS: "{name} cancelled the meeting on {when}: choose Cancelled in Interview held.",
}
_ENDS_IT = frozenset({MeetingAct.CANCELS, MeetingAct.DECLINES})
_TOLD = {
    MeetingAct.INVITES: "invitation for",
    MeetingAct.MOVES: "meeting moved to",
    MeetingAct.PROPOSES: "another day proposed,",
    MeetingAct.ACCEPTS: "accepts your invitation for",
    MeetingAct.MAY_COME: "tentatively accepts your invitation for",
    MeetingAct.DECLINES: "declines your invitation for",
    MeetingAct.CANCELS: "calls off the meeting on",
}


def notice_of(mail: Mail, contact: Contact, standing: Sequence[Notice]) -> Notice | None:
    """Say what a mail asks the user to decide, with what stands already; None for nothing."""
    incoming, day = mail.incoming, mail.arrived_on
    if incoming.kind is MailKind.MEETING and incoming.meeting:
        return _meeting_notice(mail, incoming.meeting, contact, standing)
    if incoming.kind is MailKind.UNSURE:
        answered = incoming.near and contact.replied_on and not incoming.perhaps  # known for a talk alone
        return None if answered else _question_of(mail, contact, standing)
    if incoming.kind is MailKind.REPLY and incoming.return_date:
        told = (
            f"{contact.name} speaks of being back, and of {incoming.return_date.isoformat()}. If you will talk then, enter the"
            " day in Call again on, or in Interview on."
        )
        return Notice(mail.mark, contact.id, BACK, day, incoming.return_date.isoformat(), told)
    if incoming.kind is MailKind.DELAYED:
        words = f" ({incoming.first_line})" if incoming.first_line else ""
        told = (
            f"The letter to {contact.name} is delayed, as a server said on {day.isoformat()}{words}. It keeps trying for up to"
            " five days as a rule, and the letter comes back if it gives up: until then don't send it again."
        )
        return Notice(_delay_of(incoming), contact.id, DELAYED, day, incoming.original_id, told)
    if incoming.kind is MailKind.ARRIVED and any(n.key == _delay_of(incoming) for n in standing):
        return Notice(_delay_of(incoming), contact.id, ARRIVED, day, "", "")
    return None


def _question_of(mail: Mail, contact: Contact, standing: Sequence[Notice]) -> Notice:
    """Ask whether a mail is an answer; of several mails of one sender, but for meetings, the newest stands for all."""
    incoming, day = mail.incoming, mail.arrived_on
    key = mail.mark if incoming.meeting else _key("question", f"{contact.id} {incoming.address}")
    again = ", not for the first time" if any(n.key == key for n in standing) else ""
    told = (
        f"{incoming.address} wrote on {day.isoformat()}{again} ({quoted_subject(incoming.subject)}{_meeting_said(incoming)})."
        f" If that answers your letter to {contact.name}, enter the day in Replied on."
    )
    about = about_sender(incoming.address, incoming.perhaps)
    return Notice(key, contact.id, NEAR if incoming.near else NOT_SURE, day, about, told)


def _delay_of(incoming: Incoming) -> str:
    """Name the delay of a letter: of several reports on it the newest stands."""
    return _key("delayed", f"{incoming.contact_id} {incoming.original_id}")


def told_of(meeting: Meeting) -> str:
    """Say what a calendar message does with which meeting."""
    return f"{_TOLD[meeting.act]} {meeting.said()}"


def _meeting_said(incoming: Incoming) -> str:
    return f", {told_of(incoming.meeting)}" if incoming.meeting else ""


def _meeting_notice(
    mail: Mail, meeting: Meeting, contact: Contact, standing: Sequence[Notice]
) -> Notice | None:
    """Say what to enter; the newest word on a meeting stands in the place of the earlier ones (RFC 5546 2.1.4)."""
    which = meeting.uid or mail.mark
    key = _key("meeting", f"{contact.id} {which}")
    before = next((n for n in reversed(standing) if n.key == key), None)
    if before and sequence_of(before) > meeting.sequence:
        return None
    act = meeting.act
    at = None if meeting.zone else meeting.at
    elsewhere = contact.interview_on != meeting.on or other_hour(meeting.on, at, contact)
    if act is MeetingAct.INVITES and contact.interview_on and elsewhere:
        act = MeetingAct.MOVES
    place = f", {meeting.place}" if meeting.place else ""
    told = _BACK_AND_FORTH[act].format(
        name=contact.name,
        when=f"{meeting.said()}{place}",
        entry="the day and your own time" if meeting.zone else meeting.entered(),
    )
    kind = CANCELLED if act in _ENDS_IT else INVITATION
    return Notice(key, contact.id, kind, mail.arrived_on, about_meeting(meeting, contact), told)


def _key(kind: str, which: str) -> str:
    return f"{kind}:{hashlib.sha256(which.encode()).hexdigest()[:26]}"
