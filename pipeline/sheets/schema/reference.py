"""The columns of the sheets that are read by row: Questions, Rules and Settings."""

from __future__ import annotations

from pipeline.sheets.schema.column import Sheet, choice, text

# fmt: off
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
