"""Rows of Contacts, and their History, in any state as people leave them; for hypothesis."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from pipeline.model import CallResult, Channel, Contact, Event, EventKind, Held, InterviewType, Source
from tests.people import contact, d

START = d("11-02")
past = st.dates(START - timedelta(days=60), START)
days = st.none() | past


@st.composite
def rows(draw: st.DrawFn, row: int = 2, name: tuple[str, str] = ("Ada", "Okafor")) -> Contact:
    """Draw a row in any state, as people leave them, consistent or not."""
    return contact(
        row,
        *name,
        phone=draw(st.sampled_from(["", "555-0101"])),
        priority=draw(st.sampled_from(["", "A", "B"])),
        channel=draw(st.sampled_from(Channel)),
        address=draw(st.sampled_from(["", "1 Example Street"])),
        called_on=draw(days),
        call_result=draw(st.none() | st.sampled_from(CallResult)),
        call_again_on=draw(days),
        interview_on=draw(days | st.dates(START, START + timedelta(days=9))),
        interview_held=draw(st.none() | st.sampled_from(Held)),
        interview_type=draw(st.none() | st.sampled_from(InterviewType)),
        replied_on=draw(days),
        answered_on=draw(days),
        approach_sent=draw(days),
        follow_up_sent=draw(days),
        thank_you_sent=draw(days),
        last_contact=draw(days),
        source=draw(st.none() | st.sampled_from([Source.COLD, Source.REFERRAL])),
        referred_by=draw(st.sampled_from(["", "Bo Berg", "Nobody"])),
        referrals_given=draw(st.sampled_from(["", "Bo Berg", "Zoe Zorn; Yan York"])),
        on_hold=draw(st.sampled_from([None, None, None, True])),
    )


@st.composite
def histories(draw: st.DrawFn, of: Contact) -> list[Event]:
    """Draw what History may hold of a contact, consistent with the row or not; a bounce takes back one of the letters."""
    kinds = draw(st.lists(st.sampled_from([k for k in EventKind if k is not EventKind.BOUNCE]), max_size=4))
    found = [
        Event(draw(past), of.id, of.name, kind, "Email", "", f"<m{n}@example.com>", n)
        for n, kind in enumerate(kinds, 2)
    ]
    if found and draw(st.booleans()):
        gone = draw(st.sampled_from(found))
        found.append(Event(START, of.id, of.name, EventKind.BOUNCE, "Email", "", gone.message_id, 9))
    return found
