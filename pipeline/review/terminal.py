"""Review in the terminal: one letter after the other, a key each. What is decided is what was printed."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from pipeline.day.asking import somebody_there
from pipeline.letters import outbox
from pipeline.letters.binding import bound
from pipeline.letters.kinds import KINDS
from pipeline.model import Draft, Level
from pipeline.model.came_in import command
from pipeline.model.errors import USAGE, UserError
from pipeline.review.listing import OPEN
from pipeline.rules.wording import counted, told

if TYPE_CHECKING:
    from pipeline.review.session import Review

WIDEST = 80
_KEPT, _HIDDEN = frozenset("\n\t\u200c\u200d"), frozenset({"Cc", "Cf", "Cs"})
_TAKE = "m mend as offered · "
_KEYS = "a approve · e edit · s skip · r restore the template's text · n next · q quit"


class _Printed(NamedTuple):
    """A letter as it was printed; `shown` is the hash that every act on it gives back (R3)."""

    draft: Draft
    shown: str


def review_letters(session: Review) -> None:
    """Show each open letter and do what the person says. Raises UserError (exit 2) where nobody is at a terminal."""
    if not somebody_there():
        raise UserError(
            f"Reviewing needs a terminal. Read with {command('drafts')}, and approve with {command('approve', 'CODE')}.",
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
        decision = session.decision()
        draft = decision.draft_of(code)
        if draft is None:
            click.echo(f"\n{progress} · {code} is not due any more.")
            return True
        printed = _Printed(draft, bound(draft.letter, decision.desk))
        click.echo("\n".join(_lines(draft, progress)))
        mends = [f.mend for f in draft.findings if f.mend]
        key = click.prompt(
            f"{_TAKE if mends else ''}{_KEYS}",
            default="n",
            show_default=False,
            type=click.Choice([*"aesrnq", *("m" if mends else "")]),
            show_choices=False,
        )
        if key in "nq":
            return bool(key == "n")
        try:
            if _do(session, printed, key):
                return True
        except UserError as stop:
            click.secho(printable(str(stop)), fg="red")


def _do(session: Review, printed: _Printed, key: str) -> bool:
    """Act on a key; True moves on to the next letter."""
    code, shown = printed.draft.letter.code, printed.shown
    if key == "a":
        session.approve(code, shown=shown)
        return True
    if key == "s":
        session.skip(code, shown=shown)
        return True
    if key == "r":
        session.restore(code, shown=shown)
        return False
    if key == "m":
        letter = printed.draft.letter
        mend = next(f.mend for f in printed.draft.findings if f.mend)
        session.edit(code, letter.subject, mend.body, shown=shown)
        return False
    text = click.edit(outbox.format_letter(printed.draft.letter), extension=".txt")
    if text is not None:
        parsed = outbox.parse_letter(code, outbox.file_name(printed.draft.letter), text)
        if parsed.fault:
            raise UserError(parsed.fault, exit_code=USAGE)
        session.edit(code, parsed.subject, parsed.body, parsed.enclosures, shown=shown)
    return False


def _lines(draft: Draft, progress: str) -> Iterator[str]:
    letter = draft.letter
    yield click.style(
        f"\n{progress} · {letter.code} · {KINDS[letter.kind].title} · {printable(letter.name)}", bold=True
    )
    width = min(shutil.get_terminal_size().columns, WIDEST)
    facts = {"To": letter.to, "Subject": letter.subject, "Enclosures": ", ".join(letter.enclosures)}
    for label, text in facts.items():
        if text:
            yield from wrapped(f"{label}: {printable(text)}", width, indent=len(label) + 2)
    if draft.late:
        yield f"Late: {counted(draft.late, 'business day')}"
    yield ""
    yield from wrapped(printable(letter.body), width)
    yield ""
    for f in draft.findings:
        color = "red" if f.level is Level.BLOCK else "yellow"
        yield from (click.style(line, fg=color) for line in wrapped(printable(told(f)), width))
        if f.mend:
            yield from wrapped(f"m: {printable(f.mend.words)}", width)
    if not draft.findings:
        yield click.style("Checks: fine.", fg="green")


def wrapped(text: str, width: int, *, indent: int = 0) -> Iterator[str]:
    """Break lines between words, as a mail program would, and keep the letter's own line breaks; a line goes on `indent` in."""
    for line in text.split("\n"):
        yield from textwrap.wrap(
            line, width, subsequent_indent=" " * indent, break_on_hyphens=False, replace_whitespace=False
        ) or [""]


def printable(text: str) -> str:
    """Show what a terminal would obey, or hide, as a box instead; joiners, which some scripts need, stay."""
    return "".join(
        c if c in _KEPT or unicodedata.category(c) not in _HIDDEN else "\N{WHITE SQUARE}" for c in text
    )
