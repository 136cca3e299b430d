"""What was done, for when somebody writes that nothing was: ids and counts, never a name or a text, addresses masked."""

from __future__ import annotations

import contextlib
import logging
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

LOG = "remembered"
_FILE, _MOST = "remembered.log", 256 * 1024  # bytes
_ADDRESS = re.compile(r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+")
_log = logging.getLogger(LOG)


def log_path() -> Path:
    """Return where the log is."""
    from pipeline.ledger.file import data_folder

    return data_folder() / _FILE


def _older(log: Path) -> Path:
    return log.with_name(f"{log.name}.1")


class Following:
    """A command that is being followed."""

    def stopped(self, fault: BaseException) -> None:
        """Record what stopped it: its kind and where in the program, not its words, which may name people."""
        place, step = "", fault.__traceback__
        while step is not None:
            place = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}"
            step = step.tb_next
        _log.warning("stopped by %s at %s", type(fault).__name__, place)


@contextlib.contextmanager
def following(command: str, given: Mapping[str, Any], *, aloud: bool) -> Iterator[Following]:
    """Log what a command does, to the file and, `aloud`, to stderr. The log never stops the command."""
    handlers = list(_handlers(aloud))
    for handler in handlers:
        _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
    try:
        _log.info("%s begins%s", command, _plain(given))
        yield Following()
        _log.info("%s ends", command)
    except SystemExit as ending:
        _log.info("%s ends with %s", command, ending.code or 0)
        raise
    finally:
        for handler in handlers:
            _log.removeHandler(handler)
            handler.close()


def _plain(given: Mapping[str, Any]) -> str:
    """Write the options that can hold nobody's name: switches, numbers and days."""
    said = [name if value is True else f"{name}={value}" for name, value in given.items() if _is_plain(value)]
    return "".join(f" {word}" for word in said)


def _is_plain(value: object) -> bool:
    return value is not False and isinstance(value, bool | int | date)


def _handlers(aloud: bool) -> Iterator[logging.Handler]:
    yield logging.NullHandler()  # without any, Python itself would print what is logged
    form = _Masked("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S")
    with contextlib.suppress(OSError):
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = _QuietFile(path, encoding="utf-8", delay=True)
        file.setFormatter(form)
        yield file
    if aloud:
        screen = logging.StreamHandler()
        screen.setFormatter(_Masked("· %(message)s"))
        yield screen


class _Masked(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return _ADDRESS.sub("…@…", super().format(record))


class _QuietFile(logging.FileHandler):
    """A file that only the user reads, that begins anew when it is long, and says nothing where it can't be written."""

    def _open(self) -> Any:
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=_private)

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError):
            if os.path.getsize(self.baseFilename) >= _MOST:
                self._begin_anew()
        with contextlib.suppress(OSError):
            super().emit(record)

    def _begin_anew(self) -> None:
        """Keep one older file; where another run has this one open, which Windows minds, go on in it."""
        if self.stream:
            self.stream.close()
            self.stream = None
        os.replace(self.baseFilename, _older(Path(self.baseFilename)))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        return


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def take_out(words: Iterable[str]) -> None:
    """Remove the lines that hold one of these ids or codes. Raises UserError where the file can't be written."""
    from pipeline.workbook.replace import said_if_it_fails

    wanted = [w for w in words if w]
    for path in (log_path(), _older(log_path())):
        if not wanted or not path.exists():
            continue
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        kept = [line for line in lines if not any(w in line for w in wanted)]
        if kept != lines:
            # In its place: this run has it open, and perhaps a window, and Windows replaces no file that is open.
            with said_if_it_fails(path), open(path, "r+b") as file:
                file.write("".join(kept).encode())
                file.truncate()
