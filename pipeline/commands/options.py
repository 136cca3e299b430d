"""What the commands share: options, the clock read once, and errors as sentences."""

from __future__ import annotations

import contextlib
import errno
import functools
import io
import json
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from pipeline.commands.way import way_in
from pipeline.day import worklog
from pipeline.day.asking import somebody_there
from pipeline.day.modes import following_modes
from pipeline.model.came_in import come_in
from pipeline.model.dates import BadDay, read_day
from pipeline.model.errors import FAILED, UNREADABLE, USAGE, UserError

if TYPE_CHECKING:
    from pipeline.day.decide import Decision

Command = Callable[..., Any]


class DayType(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # generic only in newer click
    """A date as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read an ISO date."""
        if isinstance(value, date):
            return value
        try:
            return read_day(str(value))
        except BadDay as bad:
            self.fail(f"{value!r} {bad}", param, ctx)


_OPTIONS: dict[str, Command] = {
    "workbook": click.option(
        "-w",
        "--workbook",
        type=click.Path(path_type=Path, dir_okay=True),
        envvar="REMEMBERED_WORKBOOK",
        default=Path("networking.xlsx"),
        show_default=True,
        help="The workbook (or REMEMBERED_WORKBOOK).",
    ),
    "today": click.option(
        "--today", type=DayType(), default=None, help="Work as on this day instead of today."
    ),
    "json": click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."),
    "force": click.option("--force", is_flag=True, help="Pass a lock file that was left behind."),
    "yes": click.option("--yes", is_flag=True, help="Answer yes to what would be asked."),
}
_VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Say on stderr what is being done.")


def output_to(otherwise: str) -> Callable[[Command], Command]:
    """Give a command that writes a file -o, and say in its help where the file goes otherwise."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        default=None,
        help=f"Where to; default: {otherwise}.",
    )


def common(*names: str) -> Callable[[Command], Command]:
    """Give a command its common options, in this order, and -v; what stops it becomes a sentence and an exit code."""

    def with_options(command: Command) -> Command:
        decorated = _VERBOSE(_explained(command))
        for name in reversed(names):
            decorated = _OPTIONS[name](decorated)
        return decorated

    return with_options


def _explained(command: Command) -> Command:
    """Turn every stop that a person can cause into a sentence on stderr and an exit code."""

    @functools.wraps(command)
    def run(*args: Any, verbose: bool, **kwargs: Any) -> Any:
        _show_what_can_be_shown()
        come_in(way_in(kwargs.get("workbook")))
        with worklog.following(command.__name__, kwargs, aloud=verbose) as log:
            try:
                with _modes(kwargs.get("workbook")):
                    return command(*args, **kwargs)
            except UserError as stop:
                log.stopped(stop)
                say(str(stop))
                sys.exit(stop.exit_code)
            except BrokenPipeError:
                _read_no_more()
            except KeyboardInterrupt:
                say(
                    "Stopped. Nothing that was not shown as done has been done; run the command again to go on."
                )
                sys.exit(FAILED)
            except OSError as fault:
                if os.name == "nt" and fault.errno == errno.EINVAL and not fault.filename:
                    _read_no_more()  # how Windows says that `more` was left
                log.stopped(fault)
                where = getattr(fault, "filename", None) or "a file"
                say(
                    f"{where} can't be used ({fault.strerror or fault}). Check that it can be read and written, then try again."
                )
                sys.exit(UNREADABLE if fault.errno in _CANT_BE_USED else FAILED)

    return run


_CANT_BE_USED = (
    errno.EACCES,
    errno.EPERM,
    errno.EIO,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.ENAMETOOLONG,
    errno.EINVAL,  # on Windows a name that none can be
)


def _read_no_more() -> NoReturn:
    """End quietly where nobody reads on, as after `daily | head`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(FAILED)


def _modes(workbook: Path | None) -> contextlib.AbstractContextManager[None]:
    return following_modes(workbook) if workbook is not None else contextlib.nullcontext()


def _show_what_can_be_shown() -> None:
    """Replace what the terminal's encoding lacks, rather than stop at a name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def now_and_today(today: date | None) -> tuple[datetime, date]:
    """Read the clock, once."""
    now = datetime.now().replace(microsecond=0)
    return now, today or now.date()


def decided(workbook: Path, today: date | None) -> Decision:
    """Work out the day from what is there; nothing is written."""
    from pipeline.day.decide import decide
    from pipeline.day.gather import gather

    now, day = now_and_today(today)
    return decide(gather(workbook, day, now))


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
    if not somebody_there():
        raise UserError(f"{question} Nobody can be asked here; add --yes to go on.", exit_code=USAGE)
    return click.confirm(question, err=True)
