"""What the commands share: options, the clock read once, and errors as sentences."""

from __future__ import annotations

import functools
import io
import json
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from pipeline.model.errors import FAILED, USAGE, UserError

Command = Callable[..., Any]


class Day(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # generic only in newer click
    """A date as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read an ISO date."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2026-12-31", param, ctx)


def workbook_option(command: Command) -> Command:
    """Add -w/--workbook."""
    return click.option(
        "-w",
        "--workbook",
        type=click.Path(path_type=Path, dir_okay=True),
        envvar="REMEMBERED_WORKBOOK",
        default=Path("networking.xlsx"),
        show_default=True,
        help="The workbook (or REMEMBERED_WORKBOOK).",
    )(command)


def today_option(command: Command) -> Command:
    """Add --today."""
    return click.option("--today", type=Day(), default=None, help="Work as on this day instead of today.")(
        command
    )


def json_option(command: Command) -> Command:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")(
        command
    )


def force_option(command: Command) -> Command:
    """Add --force."""
    return click.option("--force", is_flag=True, help="Pass a lock file that was left behind.")(command)


def yes_option(command: Command) -> Command:
    """Add --yes."""
    return click.option("--yes", is_flag=True, help="Answer yes to what would be asked.")(command)


def explained(command: Command) -> Command:
    """Turn every stop that a person can cause into a sentence on stderr and an exit code."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        _show_what_can_be_shown()
        try:
            return command(*args, **kwargs)
        except UserError as stop:
            for problem in stop.problems:
                click.echo(f"{problem.where}: {problem.message}", err=True)
            click.echo(str(stop), err=True)
            sys.exit(stop.exit_code)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(FAILED)
        except KeyboardInterrupt:
            click.echo(
                "Stopped. Nothing that was not shown as done has been done; run the command again to go on.",
                err=True,
            )
            sys.exit(FAILED)
        except OSError as fault:
            where = getattr(fault, "filename", None) or "a file"
            click.echo(
                f"{where} can't be used ({fault.strerror or fault}). Check that it can be read and written, then try again.",
                err=True,
            )
            sys.exit(FAILED)

    return run


def _show_what_can_be_shown() -> None:
    """Replace what the terminal's encoding lacks, rather than stop at a name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def now_and_today(today: date | None) -> tuple[datetime, date]:
    """Read the clock, once."""
    now = datetime.now().replace(microsecond=0)
    return now, today or now.date()


def print_json(document: object) -> None:
    """Print one JSON document."""
    plain = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "") != "utf8"
    click.echo(json.dumps(document, ensure_ascii=plain, indent=2, default=str))


def say(text: str) -> None:
    """Tell the person something beside the result."""
    click.echo(text, err=True)


def sure(question: str, yes: bool) -> bool:
    """Ask, unless --yes was given. Raises UserError (exit 2) where nobody can be asked."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UserError(f"{question} Nobody can be asked here; add --yes to go on.", exit_code=USAGE)
    return click.confirm(question, err=True)
