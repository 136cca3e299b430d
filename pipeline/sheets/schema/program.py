"""The columns of the sheets that the program fills: Today, Drafts and History."""

from __future__ import annotations

from pipeline.model import EventKind, Status
from pipeline.sheets.schema.column import ColumnKind, Owner, Sheet, choice, day, long, text

_OURS = Owner.PROGRAM
_EDIT = "You may edit it here. Edited text is yours and is not drafted again."

# fmt: off
TODAY = Sheet("Today", "Today", (
    text("Step", "step", _OURS, width=17, needed=True),
    text("Name", "name", _OURS, width=17, needed=True),
    text("Organization", "organization", _OURS, width=17, needed=True),
    text("Phone", "phone", _OURS, width=15, needed=True),
    day("Due", "due", _OURS, width=11, needed=True),
    text("Late", "late", _OURS, kind=ColumnKind.NUMBER, width=7, needed=True, note="Business days."),
    long("What to do", "what_to_do", _OURS, width=33, needed=True),
    long("Why", "why", _OURS, width=29, needed=True),
    text("ID", "contact_id", _OURS, width=14, note="Hidden: the link beside it finds the contact's row by it."),
))

DRAFTS = Sheet("Drafts", "Drafts", (
    text("Code", "code", _OURS, width=8, needed=True),
    text("Contact", "contact", _OURS, width=15, needed=True),
    text("Letter", "letter", _OURS, width=15, needed=True),
    text("To", "to", width=28, needed=True),
    text("Subject", "subject", width=18, needed=True, note=_EDIT),
    long("Text", "text", width=80, needed=True, note=_EDIT),
    text("Enclosures", "enclosures", _OURS, needed=True),
    long("Checks", "checks", _OURS, width=22, needed=True),
    choice("Approve", "approve", ("Approve", "Skip", "Sent by me"), width=11, needed=True,
           note="Approve: send exactly this. Skip: not today. Sent by me: you sent it yourself (on Sent on, if filled)."),
    choice("Status", "status", Status, _OURS, width=10, needed=True),
    day("Sent on", "sent_on", needed=True),
), layout=(
    "code", "contact", "letter", "approve", "status", "subject", "text", "checks", "to", "enclosures", "sent_on",
))

HISTORY = Sheet("History", "History", (
    day("Date", "date", _OURS, needed=True),
    text("ID", "id", _OURS, width=14, needed=True),
    text("Name", "name", _OURS, width=22, needed=True),
    choice("Event", "event", EventKind, _OURS, width=22, needed=True),
    text("Channel", "channel", _OURS, width=12, needed=True),
    long("Detail", "detail", _OURS, width=50, needed=True),
    text("Message-ID", "message_id", _OURS, width=40, needed=True),
))
# fmt: on
