"""The columns of the sheets that the user fills and the program reads by row: Applications, Questions, Rules and Settings."""

from __future__ import annotations

from pipeline.model import ApplicationAnswer
from pipeline.sheets.schema.column import Sheet, choice, day, long, text

# fmt: off
APPLICATIONS = Sheet("Applications", "Applications", (
    day("Date", "on", also="Date applied, Applied on, Applied", needed=True, note="The day on which you applied."),
    text("Organization", "organization", also="Organisation, Company, Employer, Firm", width=26, needed=True),
    text("Position", "position", also="Title, Job title, Role, Job", width=28),
    text("Found where", "found_where", also="Where found, Found, Source, Job board", width=22),
    choice("Answer", "answer", ApplicationAnswer, also="Result, Outcome, Response", width=12,
           note="What came of it so far. Blank or None: nothing yet."),
    day("Answered on", "answered_on", also="Answer date, Response date", width=13, note="The day of the first answer."),
    day("Interview on", "interview_on", also="Interview date, Interview", width=13),
    long("Notes", "notes", also="Note, Comments, Remarks", width=40),
))

QUESTIONS = Sheet("Questions", "Questions", (
    text("Group", "group", width=22),
    text("Question", "question", width=80, needed=True),
    choice("Mine", "mine", ("Yes",), width=8, note="Yes: it comes onto your sheets."),
    text("Notes", "notes", width=30),
))

RULES_SHEET = Sheet("Rules", "Rules", (
    text("Rule", "rule", width=8),
    text("Interval", "name", width=44, needed=True),
    text("Value", "value", width=9, needed=True),
    text("Unit", "unit"),
    text("What it means", "meaning", width=70),
))

SETTINGS_SHEET = Sheet("Settings", "Settings", (
    text("Setting", "name", width=30, needed=True),
    text("Value", "value", width=40, needed=True),
    text("What it means", "meaning", width=70),
))
# fmt: on
