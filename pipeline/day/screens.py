"""The day on one screen: letters first, then the other steps, then what is wrong in the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.day.terminal import cell_of, laid_out, measured, styled, wrapped
from pipeline.model import Action, Contact, Draft, Problem, Severity, Status, Step
from pipeline.model.came_in import command
from pipeline.rules.steps import STEPS
from pipeline.rules.wording import counted, grouped, what_to_do

MOST_ROWS, MOST_PROBLEMS = 24, 8
_STATUS_STYLE = {
    Status.BLOCKED: "red",
    Status.APPROVED: "green",
    Status.EXPORTED: "yellow",
    Status.CHECK: "bold red",
    Status.SKIPPED: "dim",
    Status.FAILED: "red",
}
# Columns of the screen: of Step, Name and Late, and the least for what to do where the terminal is narrow.
_STEP, _NAME, _LATE, _WHAT = (19, 20), (16, 22), (6, 20), 12
_BETWEEN = 3


class _Row(NamedTuple):
    """A row of a table, as it is printed."""

    step: str
    name: str
    late: str
    what: str
    style: str = ""


def day_screen(
    heading: str,
    actions: Sequence[Action],
    contacts: Mapping[int, Contact],
    drafts: Mapping[tuple[int, Step], Draft],
    notices: Sequence[str],
    problems: Sequence[Problem],
    last: str,
    *,
    width: int,
    rule: str,
) -> list[str]:
    """Lay out the day, in so many columns; `rule` is what a line under the headers is made of."""
    letters = [a for a in actions if (a.row, a.step) in drafts]
    others = [a for a in actions if (a.row, a.step) not in drafts]
    lines = [*laid_out(heading, "bold", width), ""]
    for title, found in (("Letters", letters), ("To do", others)):
        if found:
            rows = [_row(a, contacts.get(a.row), drafts.get((a.row, a.step))) for a in found[:MOST_ROWS]]
            lines += [
                styled(f"{title} ({len(found)})", "bold"),
                "",
                *_table(rows, len(found), width, rule),
                "",
                "",
            ]
    if not actions:
        lines += ["Nothing is due today.", ""]
    for notice in notices[:MOST_PROBLEMS]:
        lines += laid_out(f"· {notice}", "", width)
    if len(notices) > MOST_PROBLEMS:
        more = counted(len(notices) - MOST_PROBLEMS, "more notice")
        lines += laid_out(f"  and {more}; what the mailbox brought stands on the Today sheet.", "", width)
    return [*lines, *_problems(problems, width), *laid_out(last, "bold", width)]


def _row(a: Action, c: Contact | None, draft: Draft | None) -> _Row:
    style = _STATUS_STYLE.get(draft.status, "") if draft else ""
    late = counted(a.days_late, "day") if a.days_late else ""
    return _Row(STEPS[a.step].title, a.name, late, what_to_do(a, c, draft), style)


def _table(rows: Sequence[_Row], count: int, width: int, rule: str) -> Iterator[str]:
    """Set rows in columns under their headers; of more than are shown say how many."""
    if count > len(rows):
        rows = [*rows, _Row("…", f"{count - len(rows)} more", "", "See the Today sheet.")]
    step = _width([r.step for r in rows], *_STEP)
    name = _width([r.name for r in rows], *_NAME)
    late = _width([r.late for r in rows], *_LATE)
    what = max(width - 2 - step - name - late - 3 * _BETWEEN, _WHAT)
    gap = " " * _BETWEEN
    header = f" {cell_of('Step', step)}{gap}{cell_of('Name', name)}{gap}{'Late':>{late}}{gap}What to do"
    yield from (styled(header, "bold"), " " + rule * (step + name + late + what + 3 * _BETWEEN))
    for r in rows:
        first, *more = wrapped(r.what, what)
        begin = f" {cell_of(r.step, step)}{gap}{cell_of(r.name, name)}{gap}"
        days = styled(f"{r.late:>{late}}", "red" if r.late else "")
        yield f"{begin}{days}{gap}{styled(first, r.style)}".rstrip()
        indent = " " * (measured(begin) + late + _BETWEEN)
        yield from (indent + styled(line, r.style) for line in more)


def _width(texts: Sequence[str], least: int, most: int) -> int:
    return min(max(least, *map(measured, texts)), most)


def _problems(problems: Sequence[Problem], width: int) -> list[str]:
    """Say what is wrong: errors by cell, many of one kind as one counted line, warnings counted."""
    if not problems:
        return []
    lines: list[str] = []
    errors = [p for p in problems if p.severity is Severity.ERROR]
    warnings = [p for p in problems if p.severity is Severity.WARNING]
    left_out = 0
    for mark, style, found in (("! ", "red", grouped(errors)), ("· ", "yellow", grouped(warnings))):
        for text in found[:MOST_PROBLEMS]:
            lines += laid_out(mark + text, style, width)
        left_out += len(found[MOST_PROBLEMS:])
    if left_out:
        lines += laid_out(f"  and {left_out} more: {command('check')} lists them.", "", width)
    return [*lines, ""]
