"""Paper: call and interview sheets as one PDF, and letters by post as Word documents."""

from pipeline.paper.calls import call_sheet
from pipeline.paper.interviews import interview_sheet
from pipeline.paper.picking import sheet_for_person, sheets_for_day
from pipeline.paper.posted import make_posted
from pipeline.paper.printing import make_sheets, missing_line
from pipeline.paper.sheet import Look, PaperSheet, Section, sheet_text

__all__ = [
    "Look",
    "PaperSheet",
    "Section",
    "call_sheet",
    "interview_sheet",
    "make_posted",
    "make_sheets",
    "missing_line",
    "sheet_for_person",
    "sheet_text",
    "sheets_for_day",
]
