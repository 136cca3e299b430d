"""What a step asks of the person, and what is wrong in the workbook, in sentences (pure)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.model import Action, Contact, Draft, Finding, Level, Problem, Severity, Status, Step
from pipeline.model.texts import SENTENCE_END
from pipeline.rules.steps import done_by_hand

SAY_SO = "say so on the page Send of the window"
_STANDING = {
    Status.TO_REVIEW: "Review letter {code}.",
    Status.BLOCKED: "Letter {code} is blocked{rule}: {missing}see Drafts.",
    Status.APPROVED: "Letter {code} is approved: send it.",
    Status.CHECK: "Did letter {code} go? The page Send of the window says where to look, and asks.",
    Status.FAILED: "Letter {code} was refused: see Drafts.",
    Status.SKIPPED: "Letter {code}: you put it off.",
}
_PART_END = re.compile(rf"(?:[:;] |{SENTENCE_END.pattern}(?=[A-Z“]))(?![^“]*”)")
_FIRST_PART = 90


def what_to_do(action: Action, c: Contact | None, draft: Draft | None) -> str:
    """Say what a step asks for, in a sentence that a tired person can follow."""
    if action.exported_on and draft:
        return f"Letter {draft.letter.code} was exported on {action.exported_on}: sent it? Then choose “Sent by me” on the Drafts sheet."
    if draft is not None:
        blocks = [f for f in draft.findings if f.level is Level.BLOCK]
        lead = next((f for f in blocks if f.rule.startswith("R")), blocks[0] if blocks else None)
        rule = f" ({lead.rule})" if lead and lead.rule.startswith("R") else ""
        missing = f"{first_part(lead.message)}; " if lead else ""
        return _STANDING[draft.status].format(code=draft.letter.code, rule=rule, missing=missing)
    if action.letter is not None and action.step is not Step.KEEP_IN_TOUCH:
        return "No letter is in review: it is drafted once its day has come, and never a second time."
    if action.letter is not None:
        return "The note is drafted on another day: only so many a day."
    return action.to_do or done_by_hand(action.step, c, action.about[0] if action.about else "")


def held_today(action: Action, c: Contact | None, today: date) -> str:
    """Say of an interview's own day that it is today, and when; "" of all else: it is not late to prepare for it."""
    if c is None or action.step is not Step.PREPARE_INTERVIEW or c.interview_on != today:
        return ""
    return f"today at {c.interview_time:%H:%M}" if c.interview_time else "today"


def first_part(message: str) -> str:
    """Give the first part of a check's sentence: what is missing, without what to do."""
    text = _PART_END.split(message)[0].rstrip(".")
    short = text[:_FIRST_PART]
    return text if text == short else (short.rpartition(" ")[0].rstrip(",") or short) + " …"


def told(finding: Finding) -> str:
    """Write a finding as the Checks cell shows it."""
    mark = "Block" if finding.level is Level.BLOCK else "Mind"
    return f"{mark} ({finding.rule}): {finding.message}"


def counted(number: int, noun: str) -> str:
    """Count a noun: 1 letter, 2 letters."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def grouped(problems: Sequence[Problem], whose: Mapping[Problem, str]) -> list[str]:
    """Write problems as lines: each by its cell, and whose row that is; many of one kind as one."""
    kinds = Counter((p.column, p.severity, _kind(p)) for p in problems)
    lines: list[str] = []
    seen: set[tuple[str, Severity, str]] = set()
    for p in problems:
        key = (p.column, p.severity, _kind(p))
        if kinds[key] <= 3:
            lines.append(f"{_place(p, whose)}: {p.message}")
        elif key not in seen:
            seen.add(key)
            others = counted(kinds[key] - 1, "other cell")
            lines.append(f"{_place(p, whose)}: {p.message} And {others} like it.")
    return lines


def _place(p: Problem, whose: Mapping[Problem, str]) -> str:
    return f"{p.where} ({whose[p]})" if p in whose else p.where


def _kind(p: Problem) -> str:
    return " ".join(w for w in p.message.split()[:4] if w.isalpha())
