"""Review: letters read, edited, approved or put off."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import DayType, common, now_and_today, say
from pipeline.model.came_in import command
from pipeline.model.errors import FAILED

if TYPE_CHECKING:
    from pipeline.day.apply import Done
    from pipeline.model import Draft
    from pipeline.review.session import Review


@click.command()
@click.option("--terminal", is_flag=True, help="Review here instead of on a page in the browser.")
@click.option("--no-browser", is_flag=True, help="Only print the page's address.")
@common("workbook", "today")
def review(workbook: Path, today: date | None, terminal: bool, no_browser: bool) -> None:
    """Read each letter with its checks; edit, approve or skip it. Approving sends nothing."""
    from pipeline.review.session import Review

    session = Review(workbook, today)
    if terminal:
        from pipeline.review.terminal import review_letters

        review_letters(session)
    else:
        from pipeline.review.web import serve

        session.decision()
        serve(session, open_browser=not no_browser, home="/letters")
    _closed(session)


@click.command("open")
@click.option("--no-browser", is_flag=True, help="Only print the page's address.")
@common("workbook", "today")
def open_(workbook: Path, today: date | None, no_browser: bool) -> None:
    """Open the day in one window: what is due, what happened, the letters, sending.

    It stays until it is closed, and follows what is saved in the workbook, and the calendar. Without a workbook, or with untouched Settings, it
    shows how to begin.
    """
    from pipeline.day.settling import begins
    from pipeline.review.session import Review
    from pipeline.review.web import HOURS, serve

    session, home = Review(workbook, today), "/start" if begins(workbook) else "/"
    serve(session, open_browser=not no_browser, idle=HOURS, home=home)
    if workbook.exists():
        _closed(session)


def _closed(session: Review) -> None:
    """Write what was decided on the page into the workbook, and say what comes next."""
    from pipeline.day.apply import run_day

    done = run_day(session.workbook, session.today, session.now())
    _next(done.decision.review.drafts)
    _say_if_open(done, session.workbook)


def _say_if_open(done: Done, workbook: Path) -> None:
    if done.open_in is not None:
        say(f"{workbook.name} is open in {done.open_in.program}, so it will show this after the next run.")


def _next(drafts: Sequence[Draft]) -> None:
    from pipeline.model import Status
    from pipeline.rules.wording import counted

    approved = sum(1 for d in drafts if d.status is Status.APPROVED)
    click.echo(f"{counted(approved, 'letter')} approved." + (f" Next: {command('send')}" if approved else ""))


@click.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@common("workbook", "today", "force")
def approve(codes: tuple[str, ...], workbook: Path, today: date | None, force: bool) -> None:
    """Approve letters by their codes: each is printed as it stands, and exactly what was printed is approved."""
    _each(codes, workbook, today, force, "approved", _approve_printed)


def _approve_printed(session: Review, code: str) -> Draft:
    """Print a letter and approve what was printed: a change in between is refused (R3)."""
    shown = session.shown(code)  # before the text is read: what changes after it is refused
    draft = session.draft(code)
    print_letter(draft)
    return session.approve(draft.letter.code, shown=shown)


def print_letter(draft: Draft) -> None:
    """Print a letter as its recipient gets it."""
    from pipeline.day.show import letter_text

    click.echo(letter_text(draft.letter))


@click.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.option(
    "--until",
    type=DayType(),
    default=None,
    help="The day on which it comes back; default: the next business day.",
)
@common("workbook", "today", "force")
def skip(codes: tuple[str, ...], until: date | None, workbook: Path, today: date | None, force: bool) -> None:
    """Put letters off until a date. The step stays on Today."""
    _each(
        codes,
        workbook,
        today,
        force,
        "put off",
        lambda session, code: session.skip(code, until, shown=session.shown(code)),
    )


def _each(
    codes: tuple[str, ...],
    workbook: Path,
    today: date | None,
    force: bool,
    done: str,
    act: Callable[[Review, str], Draft],
) -> None:
    from pipeline.day.apply import run_day
    from pipeline.model.errors import UserError
    from pipeline.review.session import Review

    now, day = now_and_today(today)
    session = Review(workbook, day)
    session.decision()
    failed = 0
    for code in dict.fromkeys(codes):
        try:
            draft = act(session, code)
            click.echo(f"{draft.letter.code} to {draft.letter.name}: {done}.")
        except UserError as stop:
            failed = stop.exit_code
            say(str(stop))
    after = run_day(workbook, day, now, force=force)
    _next(after.decision.review.drafts)
    _say_if_open(after, workbook)
    if failed:
        sys.exit(failed if len(codes) == 1 else FAILED)
