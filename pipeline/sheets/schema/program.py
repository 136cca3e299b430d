"""The columns of the sheets that the program fills: Today, Drafts, History and Fields."""

from __future__ import annotations

from pipeline.model import EventKind, FieldVerdict, Status
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

FIELDS = Sheet("Fields", "Fields", (
    text("Field", "name", _OURS, width=22, needed=True,
         note="A row for each Field on Contacts. You may add one ahead, to say what you expect."),
    long("What I expect of it", "expects", width=34, needed=True,
         note="In your own words, before the first talk. It is held against what people told you."),
    long("What was learned", "learned", _OURS, width=52, needed=True,
         note="Your own words from What I learned and Advice, the newest first. At the right each has a row, with a link."),
    text("Talks", "talks", _OURS, kind=ColumnKind.NUMBER, width=8, needed=True),
    text("Fit", "fit", _OURS, width=13, needed=True, note="The average of Fit on Contacts, and of how many."),
    choice("Verdict", "verdict", FieldVerdict, width=10, needed=True,
           note="Keep, Doubt or Drop. Drop: nobody new is written to in this field."),
))

FIELD_WORDS = Sheet("Fields", "RememberedWords", (
    text("In field", "in_field", _OURS, width=20, needed=True),
    text("From whom", "name", _OURS, width=18, needed=True),
    day("On", "on", _OURS, needed=True),
    text("Column", "column", _OURS, width=15, needed=True),
    long("Their words, as you wrote them", "words", _OURS, width=66, needed=True),
    text("Whose ID", "contact_id", _OURS, width=14, needed=True, note="Hidden: the link finds the row by it."),
    text("Cells", "cells", _OURS, width=14, needed=True, note="Hidden: the column that the link leads to."),
    text("IDs", "ids", _OURS, width=14, needed=True, note="Hidden: where the IDs stand."),
))
# fmt: on
