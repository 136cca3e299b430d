"""Remembered: a spreadsheet-driven routine for informational interviewing."""

__version__ = "0.1.0"
