"""Two orders for each letter kind: everything filled in, and as little as may be."""

from __future__ import annotations

from datetime import date, time

from pipeline.letters.background import Acquaintance
from pipeline.letters.order import Order
from pipeline.model import Contact, Conversation, EventKind, InterviewType, LetterKind, Settings
from pipeline.sheets import schema

TODAY = date(2026, 11, 24)
RICH = Contact(
    row=2,
    id="c1",
    first_name="Grace",
    last_name="Okafor",
    salutation="Dr. Okafor",
    email="grace.okafor@mercy.example.org",
    phone="614-555-0123",
    organization="Mercy Hospital",
    position="Director of Operations",
    field="Health care",
    referred_by="Ana Ruiz",
    why_this_person="because of your move from nursing into administration",
    interview_on=date(2026, 12, 3),
    interview_time=time(14, 30),
    where="Mercy Hospital, Room 4",
    interview_type=InterviewType.IN_PERSON,
    thank_them_for="for walking me through a budget week on your ward.",
    what_i_learned="SECRET-LEARNED",
    advice="SECRET-ADVICE",
    notes="SECRET-NOTES",
    opening_mentioned="SECRET-OPENING",
    email_valid=True,
    extra={"Met at": "the spring meeting"},
)
SPARSE = Contact(
    row=3, id="c2", first_name="Tom", last_name="Reed", email="tom.reed@example.org", email_valid=True
)
ME = Settings(
    name="Dana Whitfield",
    email="dana@example.com",
    phone="614-555-0100",
    position="a nurse at Lakeside Clinic",
    field="hospital administration",
    purpose="to learn how nurses come into hospital administration",
    resume_file="resume.pdf",
    signature="Dana Whitfield, R.N.\n614-555-0100\ndana@example.com",
)
BARE = Settings(name="Dana Whitfield", email="dana@example.com")
_MET = (
    Contact(row=4, id="c3", first_name="Tom", last_name="Reed", organization="Lakeside Clinic"),
    Contact(row=5, id="c4", first_name="Ingrid", last_name="Lindqvist", organization="Children's Hospital"),
)
_RESUME = frozenset({LetterKind.THANK_YOU_PHONE, LetterKind.THANK_YOU_PUT_OFF})

IN_LETTERS = schema.in_letters()


def rich(kind: LetterKind) -> Order:
    """Order a letter with everything filled in."""
    contact = RICH
    if kind is LetterKind.THANK_YOU_PHONE:
        contact = RICH._replace(interview_type=InterviewType.PHONE)
    if kind is LetterKind.REMINDER:
        contact = RICH._replace(they_offered="to introduce me to the head of planning")
    return Order(
        kind,
        contact,
        ME,
        TODAY,
        IN_LETTERS,
        call_on=date(2026, 12, 1),
        referrer="Ana Ruiz",
        met=_MET,
        conversation=Conversation(date(2026, 11, 23), kind, put_off_before=True),
        enclosures=("resume.pdf",) if kind in _RESUME else (),
        background=Acquaintance(
            means=contact.interview_type,
            tried=3,
            messages=1,
            first_subject="Your advice about hospital administration",
            first_sent=date(2026, 11, 9),
            named=() if kind.event is EventKind.APPROACH else ("Tom Reed", "Ingrid Lindqvist"),
            turned_to=("Tom Reed", "Ingrid Lindqvist"),
        ),
    )


def sparse(kind: LetterKind) -> Order:
    """Order a letter with as little as may be."""
    return Order(kind, SPARSE, BARE, TODAY, IN_LETTERS, referrer="Ana Ruiz", met=_MET[:1])
