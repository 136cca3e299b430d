"""Remembered: a spreadsheet-driven routine for informational interviewing."""

__version__ = "0.2.0"
