"""Remembered for Windows as one zip, and the tests of it."""
