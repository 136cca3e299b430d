"""A sheet of paper, whatever it is for: its facts on top, its sections, and the same as plain text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model import Contact

GAP = "____________________"
"""Stands where a setting or a cell is blank, to be filled in by hand."""
_ABOUT_A_RESUME = re.compile(r"\br[ée]sum[ée]s?\b|\bcvs?\b|\bcurriculum vitae\b", re.I)


class Look(StrEnum):
    """How a section is set."""

    SAY = "say"
    NOTE = "note"
    ASK = "ask"
    TICK = "tick"
    WRITE = "write"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines: words to say, remarks, questions to ask, boxes to tick, room to write, or what
    is planned beforehand and ticked after; `back` begins the back of the sheet."""

    heading: str
    look: Look
    lines: tuple[str, ...]
    back: bool = False


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One sheet to print: for whom, the facts on top, and the sections; `roomy`: answers are written under the questions."""

    kind: str
    name: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    roomy: bool = False


def known_as(c: Contact) -> str:
    """Name a person; where nobody is named yet, the organization."""
    return c.name or c.organization or GAP


def sheet_for(
    kind: str,
    c: Contact,
    facts: Iterable[tuple[str, str]],
    sections: tuple[Section, ...],
    *,
    roomy: bool = False,
) -> PaperSheet:
    """Make a person's sheet; a fact that is blank is left out."""
    subtitle = ", ".join(filter(None, (c.position, c.organization if c.name else "")))
    filled = tuple((label, value) for label, value in facts if value)
    return PaperSheet(kind, known_as(c), subtitle, filled, sections, roomy)


def asking(questions: Sequence[tuple[str, str]], *, together: bool) -> Section:
    """Set the questions marked Mine; those about a resume only where it may be shown, the two of them being together."""
    asked = tuple(q for _, q in questions if together or not _ABOUT_A_RESUME.search(q))
    if asked:
        return Section("Questions", Look.ASK, asked)
    return Section(
        "Questions",
        Look.NOTE,
        (
            "None are marked for it yet: on the sheet Questions, put Yes under Mine beside those you want here.",
        ),
    )


def sheet_text(sheet: PaperSheet) -> str:
    """Write a sheet as plain text, as for a calendar's description; room to write is left out."""
    lines = [", ".join(filter(None, (sheet.name, sheet.subtitle))), ""]
    lines += [f"{label}: {value}" for label, value in sheet.facts]
    for section in sheet.sections:
        if section.look is not Look.WRITE:
            mark = {Look.SAY: '"{}"', Look.TICK: "[ ] {}", Look.SHOW: "[ ] {}"}.get(section.look, "- {}")
            lines += ["", section.heading, *(mark.format(line) for line in section.lines)]
    return "\n".join(lines)
