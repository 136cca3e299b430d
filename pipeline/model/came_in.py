"""How a command is said: as it can be typed, or clicked, by somebody who came in the way that this person did."""

from __future__ import annotations

import re
import shlex
from typing import NamedTuple

DEFAULT_WORKBOOK = "networking.xlsx"
MADE = frozenset({"daily", "open", "review", "send", "check"})
"""Commands that the Makefile has a target of the same name for."""
_PAGES = {
    "daily": "Today",
    "review": "Letters",
    "drafts": "Letters",
    "approve": "Letters",
    "send": "Send",
    "resolve": "Send",
    "doctor": "Send",
    "sheets": "Send",
    "check": "Problems",
    "undo": "Earlier versions",
    "init": "Start here",
    "adopt": "Start here",
    "import": "Start here",
    "gmail login": "Sign in",
}
"""The pages of the window where one does what a command does."""
_CLICKED = frozenset({"review", "send", "check", "undo", "import", "gmail login"})
"""Those that somebody who starts by a double click is led to the window for."""
_FILE_ITSELF = frozenset({"init", "adopt"})
"""Commands that take the workbook as their argument."""
_PLAIN_ON_WINDOWS = re.compile(r"(?!@)[\w.:\\/@+=~-]+")
"""What neither cmd.exe nor PowerShell takes apart."""


class WayIn(NamedTuple):
    """The way somebody came in.

    `program`: what stands before a command, as typed; `made`: through make; `started`: the file of a double click, "" for
    none; `workbook`: the one at work, `named` where a command has to say so; `windows`: quoted as cmd.exe and
    PowerShell need it; `inside`: what is said is read in the window itself, which has a page for it.
    """

    program: str = "remembered"
    made: bool = False
    started: str = ""
    workbook: str = DEFAULT_WORKBOOK
    named: bool = False
    windows: bool = False
    inside: bool = False

    def command(self, name: str, *words: str) -> str:
        """Say a command with its words; a file or a name that holds blanks is quoted."""
        whole = " ".join((name, *words))
        page = _PAGES.get(whole) or _PAGES.get(name, "")
        if self.inside and page:
            return f"“{page}”"
        if self.started and whole in ("open", "daily"):
            return f"a double click on {self.started}"
        if self.started and whole in _CLICKED:
            return f"{page}, in the window"
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
        return word if _PLAIN_ON_WINDOWS.fullmatch(word) else f'"{word}"'


_now = [WayIn()]


def come_inside() -> WayIn:
    """Say commands as for somebody who has the window before them from now on; give back the way before."""
    return come_in(_now[0]._replace(inside=True))


def come_in(way: WayIn) -> WayIn:
    """Say commands as for this way from now on; give back the way before."""
    before, _now[0] = _now[0], way
    return before


def command(name: str, *words: str) -> str:
    """Say a command as this person can type or click it."""
    return _now[0].command(name, *words)


def by_way(*, typed: str, clicked: str) -> str:
    """Say what differs for somebody who has the window before them, and for somebody who types."""
    return clicked if _now[0].inside else typed


def how_to_resolve(code: str, *, filed: bool) -> str:
    """Say what the user does about a letter that may have gone. `filed`: had it gone, it would stand in Sent."""
    sent, release = command("resolve", code, "sent"), command("resolve", code, "release")
    if filed:
        typed = f"if it is there, run {sent}; if it is not, run {release}."
        return "Look in your Sent folder: " + by_way(
            typed=typed, clicked=f"then say under {command('send')} whether it is there."
        )
    typed = f"run {sent}; once you know that it did not come, run {release}."
    return (
        "Look in your Sent folder. That it is not there says nothing: mails that you typed yourself are kept there, "
        "what Remembered sends may not be. Then ask whether it came, or wait for an answer. If it went, "
        + by_way(
            typed=typed, clicked=f"or once you know that it did not come, say so under {command('send')}."
        )
    )


def how_to_say_it_was(code: str) -> str:
    """Say what the user does about a letter for which a mail of their own may stand."""
    typed = f"run {command('resolve', code, 'sent')}; if not, {command('resolve', code, 'release')}."
    return "Was it this letter? If that mail stands for it, in whatever words, " + by_way(
        typed=typed, clicked=f"say so under {command('send')}; if not, say that."
    )


def how_to_stop() -> str:
    """Say how the window is ended from without, where no page of it is at hand."""
    started = _now[0].started
    return f"close the window that {started} opened" if started else "press Ctrl+C in the terminal"
