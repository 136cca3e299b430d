"""Text on a terminal: its width, what text takes of it, words wrapped, cells cut and filled, and styles."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable

import click

PIPED = 100
"""The columns where stdout is no terminal."""


def columns() -> int:
    """Return how many columns there are to write in."""
    if not sys.stdout.isatty():
        return PIPED
    # A Windows console that is written full to its last column begins a line by itself.
    return max(shutil.get_terminal_size((PIPED, 25)).columns - (os.name == "nt"), 1)


def rule() -> str:
    """Return what a line is drawn with: stdout may have no letters for the usual one."""
    return "─" if (sys.stdout.encoding or "").lower().startswith("utf") else "-"


def measured(text: str) -> int:
    """Return how many columns a text takes: letters of East Asia two, marks over others none."""
    return len(text) if text.isascii() else sum(1 if c.isascii() else _columns_of(c) for c in text)


def _columns_of(c: str) -> int:
    if unicodedata.category(c) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1


def wrapped(text: str, width: int) -> list[str]:
    """Break a text between words, and a word that is longer than a line within."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measured(longer) <= width:
            lines[-1] = longer
        else:
            lines += _folded(word, width)
    return [line.rstrip() for line in lines]


def _folded(word: str, width: int) -> list[str]:
    pieces = [word]
    while measured(pieces[-1]) > width:
        end = max(n for n in range(len(pieces[-1])) if measured(pieces[-1][:n]) <= width) or 1
        pieces[-1:] = [pieces[-1][:end], pieces[-1][end:]]
    return pieces


def cell_of(text: str, width: int) -> str:
    """Cut a cell's text to its width, with …, or fill it up."""
    if measured(text) > width:
        text = f"{_folded(text, width - 1)[0]}…"
    return text + " " * (width - measured(text))


def styled(text: str, style: str) -> str:
    """Give a text a style, as "bold red"; without its color where NO_COLOR asks for none, and plain on a dumb terminal."""
    words = style.split() if os.environ.get("TERM") not in ("dumb", "unknown") else []
    color = next((w for w in words if w not in ("bold", "dim")), None)
    color = None if os.environ.get("NO_COLOR") else color
    if not (text and (color or set(words) & {"bold", "dim"})):
        return text
    return click.style(text, fg=color, bold="bold" in words or None, dim="dim" in words or None)


def laid_out(text: str, style: str, width: int) -> list[str]:
    """Break a text into lines of a width, each in a style."""
    return [styled(piece, style) for line in text.split("\n") for piece in wrapped(line, width)]


def print_text(text: str, style: str = "") -> None:
    """Write a text to stdout."""
    print_lines(laid_out(text, style, columns()))


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to stdout; a pipe or a file gets them without styles."""
    for line in lines:
        click.echo(line)
