"""Sheets, columns, spellings and owners: the one place where a column or a setting is defined.

What lives here: a file for the words of it (`column`), one for each kind of sheet, one that finds columns by header.
Not here: reading (`read`, `contacts`, `settings`) and writing (`writeback`).
"""

from pipeline.sheets.schema.column import Column, ColumnKind, Owner, Reader, Setting, Sheet
from pipeline.sheets.schema.contacts import CONTACTS, YES_NO, in_letters
from pipeline.sheets.schema.headers import (
    FULL_NAME,
    FULL_NAMES,
    NO_COLUMN,
    columns_found,
    full_name_column,
    renamed_headers,
)
from pipeline.sheets.schema.program import DRAFTS, FIELD_WORDS, FIELDS, HISTORY, TODAY
from pipeline.sheets.schema.reference import APPLICATIONS, QUESTIONS, RULES_SHEET, SETTINGS_SHEET
from pipeline.sheets.schema.settings import SETTINGS

__all__ = [
    "APPLICATIONS",
    "BY_NAME",
    "CONTACTS",
    "DRAFTS",
    "FIELDS",
    "FIELD_WORDS",
    "FULL_NAME",
    "FULL_NAMES",
    "HISTORY",
    "NEEDED",
    "NO_COLUMN",
    "OPTIONAL",
    "QUESTIONS",
    "RULES_SHEET",
    "SETTINGS",
    "SETTINGS_SHEET",
    "SHEETS",
    "SHEET_NAMES",
    "TODAY",
    "YES_NO",
    "Column",
    "ColumnKind",
    "Owner",
    "Reader",
    "Setting",
    "Sheet",
    "columns_found",
    "full_name_column",
    "in_letters",
    "renamed_headers",
]

SHEETS: tuple[Sheet, ...] = (
    TODAY, CONTACTS, DRAFTS, HISTORY, FIELDS, APPLICATIONS, QUESTIONS, RULES_SHEET, SETTINGS_SHEET,
)  # fmt: skip
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
SHEET_NAMES = (
    "Today", "Contacts", "Drafts", "History", "Dashboard", "Fields", "Applications", "Questions", "Rules", "Settings", "Guide",
)  # fmt: skip
NEEDED = (TODAY, CONTACTS, DRAFTS, HISTORY, RULES_SHEET, SETTINGS_SHEET)
OPTIONAL = (FIELDS, APPLICATIONS)
"""Sheets that the day reads where they are; one of the user's own that only has the name is left alone."""
