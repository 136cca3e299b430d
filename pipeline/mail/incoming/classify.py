"""Who wrote to us, and what it is. No clock, file or network: a mail and what is known in, a value out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from email.message import Message
from enum import StrEnum

from pipeline.mail.incoming.automatic import (
    is_automatic,
    is_from_a_list,
    is_marked,
    is_read_receipt,
    is_recall,
    is_spread,
)
from pipeline.mail.incoming.bounces import Failure, Report, looks_like_report, report_in
from pipeline.mail.incoming.dates import return_date, talk_after_return
from pipeline.mail.incoming.headers import (
    answered_id,
    answers_go_to,
    bare_subject,
    first_recipients_of,
    is_forward,
    is_reply_subject,
    recipients_of,
    referred_ids,
    sender_name,
    sender_of,
)
from pipeline.mail.incoming.leaving import Leaving, leaving_in
from pipeline.mail.incoming.meetings import Meeting, meeting_in
from pipeline.mail.incoming.people import Known
from pipeline.mail.incoming.texts import decoded, first_line, plain_text, without_quotes
from pipeline.mail.incoming.wishes import asks_rest


class MailKind(StrEnum):
    """What a mail is to us."""

    BOUNCE = "bounce"
    DELAYED = "delayed"
    ARRIVED = "arrived"
    OWN = "own"
    AUTOMATIC = "automatic"
    MEETING = "meeting"
    REPLY = "reply"
    UNSURE = "unsure"
    OTHER = "other"


_NO_BOUNCES = {Failure.DELAYED: MailKind.DELAYED, Failure.ARRIVED: MailKind.ARRIVED}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A mail understood. `original_id` is our letter that it is about; `address` whose it is, or the one that bounced.

    `perhaps`: whose it may be as well as `contact_id`'s; of the user's own, to whom it went besides. `near`: only its
    sender's name or domain, its subject or its recipients point to them.
    """

    kind: MailKind
    contact_id: str = ""
    arrived: date | None = None
    address: str = ""
    subject: str = ""
    return_date: date | None = None
    leaving: Leaving | None = None
    meeting: Meeting | None = None
    report: Report | None = None
    original_id: str = ""
    answers: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    first_line: str = ""
    perhaps: tuple[str, ...] = ()
    near: bool = False
    asks_rest: bool = False


def needs_whole(header: Message, known: Known) -> bool:
    """Tell whether the header alone can't say what a mail is."""
    if looks_like_report(header):
        return True
    sender = sender_of(header)
    return sender not in known.own and (
        sender in known.contacts
        or sender in known.answerers
        or bool(known.thread_of(referred_ids(header)))
        or _calendar_like(header)
        or bool(_contacts_among((*recipients_of(header), *answers_go_to(header)), known))
        or bool(_near(header, sender, decoded(header.get("Subject")), known))
    )


def classify(
    mail: Message, known: Known, arrived: datetime, zone: tzinfo, *, in_sent: bool = False
) -> Incoming:
    """Say what a mail is: a receipt (nothing), a report, our own, a meeting, automatic, passed on, a list's, a reply, unsure.

    In this order, for reports and absence notes carry our Message-ID too (RFC 3464, 3834, 5546, 8098). What lies in the
    folder of sent mail is our own, whatever address it was sent from; the user's own absence note says nothing.
    """
    sender, ids = sender_of(mail), referred_ids(mail)
    about = _ours_among(ids, known)
    senders = known.senders(sender, ids, sender_name(mail))
    contact = senders[0] if senders else known.letters[about] if about else ""
    contact = contact or known.answered_for([sender], ids) or _spoken_for(mail, known, ids)
    day = arrived.astimezone(zone).date()
    found = Incoming(
        MailKind.OTHER,
        arrived=day,
        address=sender,
        subject=decoded(mail.get("Subject")),
        original_id=about,
        answers=tuple(ids),
        to=recipients_of(mail),
        perhaps=senders[1:],
    )
    if _is_receipt(mail):
        return found
    if looks_like_report(mail) and not in_sent:
        return _reported(mail, known, found)
    if in_sent or sender in known.own:
        # A subject behind "Re:" is what the user answers by hand.
        subject = "" if is_reply_subject(found.subject) else _said_in_subject(found.subject, known)
        if is_marked(mail, subject) and not _calendar_like(mail):
            return found
        return _own(found, known, ids)
    meeting = meeting_in(mail, zone)
    met = _met(replace(found, meeting=meeting), meeting, known, contact) if meeting else None
    if met is not None:
        return replace(met, first_line=first_line(plain_text(mail)))
    return _said(mail, known, found, day, contact)


def _own(found: Incoming, known: Known, ids: list[str]) -> Incoming:
    """Say to whom the user's own mail went: the one in whose thread it is before the others, else whom a recipient serves."""
    to = dict.fromkeys(filter(None, (known.at(a, ids) for a in found.to)))
    answered = known.thread_of(ids)
    first = answered if answered in to else next(iter(to), "")
    others = tuple(who for who in to if who != first)
    whose = first or known.answered_for(found.to, ids) or _served_alone(found, known)
    return replace(found, kind=MailKind.OWN, contact_id=whose, perhaps=others)


def _served_alone(found: Incoming, known: Known) -> str:
    """Return for whom alone a recipient answered, of an answer under a letter's subject: a mail that a link opened names no thread."""
    if not is_reply_subject(found.subject) or bare_subject(found.subject) not in known.subjects:
        return ""
    served = (known.answerers.get(a, ()) for a in found.to)
    return next((who[0] for who in served if len(who) == 1), "")


def _met(found: Incoming, meeting: Meeting, known: Known, contact: str) -> Incoming | None:
    """Tell whose meeting it is; None where it is nobody's who is known.

    Whoever answered for them in a letter's thread speaks for the one whom the meeting names, by address or name. Of any other
    sender, and where it may be several, it is unsure.
    """
    if contact := contact or known.contacts.get(meeting.by, ""):
        return replace(found, kind=MailKind.MEETING, contact_id=contact)
    speaking = (found.address, meeting.by)
    among = tuple(dict.fromkeys(who for a in speaking for who in known.answerers.get(a, ())))
    named = known.invited_with(meeting.invited, meeting.about, among)
    sure = len(named) == 1 and named[0] in among
    whose = named or among
    if not whose or meeting.by in known.own:
        return None
    kind = MailKind.MEETING if sure else MailKind.UNSURE
    return replace(found, kind=kind, contact_id=whose[0], perhaps=whose[1:])


def _said(mail: Message, known: Known, found: Incoming, arrived: date, contact: str) -> Incoming:
    """Tell what was written to us from what a program sent, a list spread, or somebody passed on."""
    sender, text = found.address, plain_text(mail)
    own_words = without_quotes(text)
    found = replace(found, first_line=first_line(text))
    if is_read_receipt(found.subject, text) or is_recall(found.subject, text):
        return found
    subject = _said_in_subject(found.subject, known)
    if is_automatic(mail, subject, own_words):
        theirs = sender in known.contacts or answered_id(mail) in known.letters
        gone = leaving_in(mail, subject, own_words, known.own, arrived) if theirs else None
        back = None if gone else return_date(f"{subject}\n{own_words}", arrived)
        return replace(found, kind=MailKind.AUTOMATIC, contact_id=contact, return_date=back, leaving=gone)
    listed = contact and is_from_a_list(mail) and not known.thread_of(found.answers)
    if listed and not _answers_by_subject(known, found, contact):
        return found
    if contact and (
        found.perhaps
        or is_forward(found.subject)
        or _may_be_spread(mail, known, found)
        or _may_be_the_users(mail, known, contact)
    ):
        return replace(found, kind=MailKind.UNSURE, contact_id=contact)
    if contact:
        then = talk_after_return(own_words, arrived)
        rests = asks_rest(own_words)
        return replace(found, kind=MailKind.REPLY, contact_id=contact, return_date=then, asks_rest=rests)
    near = _near(mail, sender, found.subject, known, own_words)
    if not near:
        return found
    alone = sender not in known.answerers
    return replace(found, kind=MailKind.UNSURE, contact_id=near[0], perhaps=near[1:], near=alone)


def _said_in_subject(subject: str, known: Known) -> str:
    """Return what a subject says of its mail: one that the user chose for a letter says nothing of what answers it."""
    return "" if bare_subject(subject) in known.subjects else subject


def _answers_by_subject(known: Known, found: Incoming, contact: str) -> bool:
    """Tell whether the contact answers our letter by its subject: their list's program had left the thread out."""
    ours = known.open_subjects.get(bare_subject(found.subject), ())
    return contact in ours and is_reply_subject(found.subject)


def _spoken_for(mail: Message, known: Known, ids: list[str]) -> str:
    """Return whose answer a mail of an unknown address is in a letter's thread: it bears their name, or goes to them too."""
    who = known.thread_of(ids)
    theirs = known.bears_name(who, sender_name(mail)) or who in _contacts_among(recipients_of(mail), known)
    return who if who and theirs else ""


def _may_be_the_users(mail: Message, known: Known, contact: str) -> bool:
    """Tell what somebody unknown wrote to a contact and not to the user, where it may be the user from another address."""
    to, name = first_recipients_of(mail), sender_name(mail)
    return (
        sender_of(mail) not in known.contacts
        and bool(_contacts_among(to, known))
        and known.own.isdisjoint(to)
        and known.may_be_user(name)
        and not known.bears_name(contact, name)
    )


def _may_be_spread(mail: Message, known: Known, found: Incoming) -> bool:
    """Tell what one may unsubscribe from, and answers nothing: a newsletter of theirs, or written with a program for customers."""
    answers = is_reply_subject(found.subject) or known.thread_of(found.answers)
    return bool(mail.get("List-Unsubscribe")) and not answers


def _near(mail: Message, sender: str, subject: str, known: Known, said: str = "") -> tuple[str, ...]:
    """Return whose answer an unknown sender's mail may be."""
    answered = bare_subject(subject) if is_reply_subject(subject) else ""
    if not sender or (is_spread(mail) and not answered):
        return _passed_on(mail, known) if sender else ()
    if sender in known.answerers:
        return known.answerers[sender]
    beside = (*recipients_of(mail), *answers_go_to(mail))
    copied = tuple(c for c in dict.fromkeys(_contacts_among(beside, known)) if c in known.asked)
    if is_spread(mail):  # by its sender and its subject together
        near = (*copied, known.beside(sender, sender_name(mail)))
        of_subject = known.open_subjects.get(answered, ())
        return tuple(c for c in dict.fromkeys(near) if c in of_subject) or _passed_on(mail, known)
    return copied or known.near(sender, sender_name(mail), answered, said)


def _passed_on(mail: Message, known: Known) -> tuple[str, ...]:
    """Return whose name a mail bears that may be unsubscribed from: networks pass on what somebody wrote there."""
    named = "" if is_from_a_list(mail) else known.named(sender_name(mail))
    return (named,) if named else ()


def _reported(mail: Message, known: Known, found: Incoming) -> Incoming:
    report = report_in(mail, known)
    if report is None:
        return found
    return replace(
        found,
        kind=_NO_BOUNCES.get(report.failure, MailKind.BOUNCE),
        contact_id=known.letters[report.original_id],
        original_id=report.original_id,
        address=report.address,
        report=report,
        first_line=report.words,
    )


def _is_receipt(mail: Message) -> bool:
    """Tell whether a mail program only says that a mail was displayed or deleted (RFC 8098)."""
    if mail.get_content_type() == "multipart/report":
        return str(mail.get_param("report-type") or "").lower() == "disposition-notification"
    return any(p.get_content_type() == "message/disposition-notification" for p in mail.walk())


def _contacts_among(addresses: Iterable[str], known: Known) -> tuple[str, ...]:
    return tuple(known.contacts[a] for a in addresses if a in known.contacts)


def _ours_among(ids: list[str], known: Known) -> str:
    return next((i for i in ids if i in known.letters), "")


def _calendar_like(mail: Message) -> bool:
    return (
        mail.get_content_type() in ("text/calendar", "application/ics")
        or "calendar" in sender_of(mail)
        or "calendar" in str(mail.get("Sender") or "").lower()
        or "calendarmessage" in str(mail.get("Content-Class") or "").lower()
        or "X-MS-Exchange-Calendar-Originator-Id" in mail
    )
