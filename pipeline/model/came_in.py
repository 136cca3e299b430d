"""How a command is said: as it can be typed, or clicked, by somebody who came in the way that this person did."""

from __future__ import annotations

import re
import shlex
from typing import NamedTuple

DEFAULT_WORKBOOK = "networking.xlsx"
MADE = frozenset({"daily", "open", "review", "send", "check"})
"""Commands that the Makefile has a target of the same name for."""
_PAGES = {
    "review": "Letters, in the window",
    "send": "Send, in the window",
    "check": "Problems, in the window",
    "undo": "Undo, in the window",
    "import": "Start here, in the window",
    "gmail login": "Sign in, in the window",
}
_FILE_ITSELF = frozenset({"init", "adopt"})
"""Commands that take the workbook as their argument."""
_PLAIN_IN_CMD = re.compile(r"[\w.:\\/@+=~-]+", re.ASCII)


class WayIn(NamedTuple):
    """The way somebody came in.

    `program`: what stands before a command, as typed; `made`: through make; `started`: the file of a double click, "" for
    none; `workbook`: the one at work, `named` where a command has to say so; `windows`: quoted as cmd.exe needs it.
    """

    program: str = "remembered"
    made: bool = False
    started: str = ""
    workbook: str = DEFAULT_WORKBOOK
    named: bool = False
    windows: bool = False

    def command(self, name: str, *words: str) -> str:
        """Say a command with its words; a file or a name that holds blanks is quoted."""
        whole = " ".join((name, *words))
        if self.started and whole in ("open", "daily"):
            return f"a double click on {self.started}"
        if self.started and whole in _PAGES:
            return _PAGES[whole]
        if self.made and name in MADE and not words:
            return f"make {name}" + (f" WORKBOOK={self.quoted(self.workbook)}" if self.named else "")
        if name in _FILE_ITSELF:
            words = words or (self.workbook,)
        elif self.named and "-w" not in words:
            words = (*words, "-w", self.workbook)
        return " ".join((self.program, name, *map(self.quoted, words)))

    def quoted(self, word: str) -> str:
        """Quote a word where the shell would take it apart."""
        if not self.windows:
            return shlex.quote(word)
        return word if _PLAIN_IN_CMD.fullmatch(word) else f'"{word}"'


_now = [WayIn()]


def come_in(way: WayIn) -> WayIn:
    """Say commands as for this way from now on; give back the way before."""
    before, _now[0] = _now[0], way
    return before


def command(name: str, *words: str) -> str:
    """Say a command as this person can type or click it."""
    return _now[0].command(name, *words)
