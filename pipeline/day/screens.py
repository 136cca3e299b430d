"""The day on one screen: letters first, then the other steps, then what is wrong in the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from pipeline.model import Action, Contact, Draft, Problem, Severity, Status, Step
from pipeline.model.came_in import command
from pipeline.rules.steps import STEPS
from pipeline.rules.wording import counted, grouped, held_today, what_to_do

MOST_ROWS, MOST_PROBLEMS = 24, 8
_STATUS_STYLE = {
    Status.BLOCKED: "red",
    Status.APPROVED: "green",
    Status.EXPORTED: "yellow",
    Status.CHECK: "bold red",
    Status.SKIPPED: "dim",
    Status.FAILED: "red",
}


def console() -> Console:
    """Make a console for stdout that prints names as they stand; where that is no terminal, 100 columns without color."""
    import sys

    width = None if sys.stdout.isatty() else 100
    return Console(width=width, highlight=False, markup=False, emoji=False)


def day_screen(
    heading: str,
    actions: Sequence[Action],
    contacts: Mapping[int, Contact],
    drafts: Mapping[tuple[int, Step], Draft],
    notices: Sequence[str],
    problems: Sequence[Table | Text],
    last: str,
    *,
    today: date,
) -> Group:
    """Lay out the day."""
    letters = [a for a in actions if (a.row, a.step) in drafts]
    others = [a for a in actions if (a.row, a.step) not in drafts]
    parts: list[Table | Text] = [Text(heading, style="bold"), Text("")]
    if letters:
        parts += [_table("Letters", letters, contacts, drafts, today), Text("")]
    if others:
        parts += [_table("To do", others, contacts, drafts, today), Text("")]
    if not actions:
        parts += [Text("Nothing is due today."), Text("")]
    parts += [_marked("·", n) for n in notices[:MOST_PROBLEMS]]
    if len(notices) > MOST_PROBLEMS:
        more = counted(len(notices) - MOST_PROBLEMS, "more notice")
        parts.append(Text(f"  and {more}; what the mailbox brought stands on the Today sheet."))
    parts += problems
    return Group(*parts, Text(last, style="bold"))


def _table(
    title: str,
    actions: Sequence[Action],
    contacts: Mapping[int, Contact],
    drafts: Mapping[tuple[int, Step], Draft],
    today: date,
) -> Table:
    table = Table(
        title=f"{title} ({len(actions)})",
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        expand=True,
    )
    table.add_column("Step", no_wrap=True, min_width=13, max_width=20)
    table.add_column("Name", no_wrap=True, min_width=16, max_width=22)
    table.add_column("Late", justify="right", no_wrap=True, min_width=6)
    table.add_column("What to do", ratio=1)
    for a in actions[:MOST_ROWS]:
        draft = drafts.get((a.row, a.step))
        c = contacts.get(a.row)
        table.add_row(STEPS[a.step].title, a.name, _late(a, c, today), _what(a, c, draft))
    if len(actions) > MOST_ROWS:
        table.add_row("…", f"{len(actions) - MOST_ROWS} more", "", "See the Today sheet.")
    return table


def _late(a: Action, c: Contact | None, today: date) -> Text:
    when = held_today(a, c, today)
    return (
        Text(when, style="bold") if when else Text(counted(a.days_late, "day") if a.days_late else "", "red")
    )


def _what(a: Action, c: Contact | None, draft: Draft | None) -> Text:
    return Text(what_to_do(a, c, draft), style=_STATUS_STYLE.get(draft.status, "") if draft else "")


def _marked(mark: str, text: str, style: str = "") -> Table:
    """Lay out a line behind its mark: where it goes on, it begins below its first word."""
    line = Table.grid(padding=(0, 1, 0, 0))
    line.add_column()
    line.add_column(overflow="fold")  # a long path is all of it wanted
    line.add_row(Text(mark, style), Text(text, style))
    return line


def problem_lines(problems: Sequence[Problem], whose: Mapping[Problem, str]) -> list[Table | Text]:
    """Say what is wrong: errors by cell, and whose row it is in, many of one kind as one counted line, warnings counted."""
    if not problems:
        return []
    lines: list[Table | Text] = []
    errors = [p for p in problems if p.severity is Severity.ERROR]
    warnings = [p for p in problems if p.severity is Severity.WARNING]
    left_out = 0
    for mark, style, found in (
        ("!", "red", grouped(errors, whose)),
        ("·", "yellow", grouped(warnings, whose)),
    ):
        lines += [_marked(mark, text, style) for text in found[:MOST_PROBLEMS]]
        left_out += len(found[MOST_PROBLEMS:])
    if left_out:
        lines.append(Text(f"  and {left_out} more: {command('check')} lists them."))
    return [*lines, Text("")]
