"""Review in the terminal: one letter after the other, a key each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from pipeline.letters import outbox
from pipeline.model import Draft, Level, Status
from pipeline.model.errors import USAGE, UserError
from pipeline.rules.wording import counted, told

if TYPE_CHECKING:
    from pipeline.review.session import Review

OPEN = (Status.TO_REVIEW, Status.BLOCKED, Status.FAILED)
_KEYS = "a approve · e edit · s skip · r restore the template's text · n next · q quit"


def review_letters(session: Review) -> None:
    """Show each open letter and do what the person says. Raises UserError (exit 2) where nobody is at a terminal."""
    if not sys.stdin.isatty():
        raise UserError(
            "Reviewing needs a terminal. Use `remembered drafts` to read and `remembered approve CODE` to approve.",
            exit_code=USAGE,
        )
    codes = [d.letter.code for d in session.decision().review.drafts if d.status in OPEN]
    if not codes:
        click.echo("No letter waits for review.")
    for number, code in enumerate(codes, 1):
        if not _one(session, code, f"{number} of {len(codes)}"):
            break


def _one(session: Review, code: str, progress: str) -> bool:
    """Review one letter; False ends the review."""
    while True:
        draft = session.draft(code)
        click.echo(_shown(draft, progress))
        key = click.prompt(
            _KEYS, default="n", show_default=False, type=click.Choice(list("aesrnq")), show_choices=False
        )
        if key in "nq":
            return key == "n"
        try:
            if _do(session, draft, key):
                return True
        except UserError as stop:
            click.secho(str(stop), fg="red")


def _do(session: Review, draft: Draft, key: str) -> bool:
    """Act on a key; True moves on to the next letter."""
    code = draft.letter.code
    if key == "a":
        session.approve(code)
        return True
    if key == "s":
        session.skip(code)
        return True
    if key == "r":
        session.restore(code)
        return False
    text = click.edit(outbox.format_letter(draft.letter), extension=".txt")
    if text is not None:
        parsed = outbox.parse_letter(code, outbox.file_name(draft.letter), text)
        if parsed.fault:
            raise UserError(parsed.fault, exit_code=USAGE)
        session.edit(code, parsed.subject, parsed.body, parsed.enclosures)
    return False


def _shown(draft: Draft, progress: str) -> str:
    letter = draft.letter
    head = [
        click.style(f"\n{progress} · {letter.code} · {letter.kind} · {letter.name}", bold=True),
        f"To: {letter.to}",
        f"Subject: {letter.subject}",
    ]
    if letter.enclosures:
        head.append(f"Enclosures: {', '.join(letter.enclosures)}")
    if draft.late:
        head.append(f"Late: {counted(draft.late, 'business day')}")
    marks = [click.style(told(f), fg="red" if f.level is Level.BLOCK else "yellow") for f in draft.findings]
    return "\n".join([*head, "", letter.body, "", *(marks or [click.style("Checks: fine.", fg="green")])])
