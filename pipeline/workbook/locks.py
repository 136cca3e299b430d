"""Who has the workbook open, and which copies a sync service has left beside it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pipeline.model.came_in import by_way
from pipeline.model.errors import UserError
from pipeline.workbook.replace import held

_DAY = 86_400
_PATIENCE = 20  # seconds
_OWNER_WIDE = 55  # where Excel's owner file has the name again, as UTF-16 with its length before it
# What follows the workbook's name in a copy's, in this order: Dropbox, Nextcloud and Drive; Syncthing; ownCloud;
# OneDrive, which appends the machine's name: those that Windows gives, and a Mac's.
_CONFLICTS = (
    r"(?i) ?[(\[][^()\[\]]*(?:conflict|konflikt|conflit)[^()\[\]]*[)\]]",
    r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?",
    r"_conflict-\d{8}-\d{6}",
    r"-(?:DESKTOP-[A-Z0-9]{7}|LAPTOP-[A-Z0-9]{8}|WIN-[A-Z0-9]{11})(?:-\d+)?",
    r"(?i)-[^\s()]*(?:MacBook|iMac|Mac-?mini)[^\s()]*",
)
_PERHAPS = r" ?\([1-9]\)"  # Google Drive; also any browser's second download


class Lock(NamedTuple):
    """A sign that a program has the workbook open; `who` is blank where it doesn't say.

    `path` is the lock file, or the workbook itself where the system says so.
    """

    path: Path
    who: str
    program: str


def find_lock(workbook: Path) -> Lock | None:
    """Look for the lock files of LibreOffice, Excel and WPS beside the workbook, and beside the file a link points to.

    On Windows, the system is asked as well.
    """
    for place in dict.fromkeys((workbook, Path(os.path.realpath(workbook)))):
        for name, program, read in _KINDS:
            path = place.with_name(name.format(place.name))
            if os.path.lexists(path):
                return Lock(path, read(path), program)
    return Lock(workbook, "", "another program") if held(workbook) else None


def refuse_if_open(workbook: Path, *, force: bool = False) -> None:
    """Stop when the workbook is open elsewhere; `force` passes a lock file, which may be left over from a crash.

    Raises `UserError` (exit 4): on macOS and Linux a save would succeed now, and the other program's next Save wipe it.
    """
    lock = find_lock(workbook)
    if lock is None or (force and lock.path != workbook and not held(workbook)):
        return
    by = f" by {lock.who}" if lock.who else ""
    message = f"{workbook.name} is open in {lock.program}{by}. Save and close it there, then try again."
    if lock.path != workbook:
        message += f" If it is open nowhere, {lock.path.name} beside it is left over from a crash: " + by_way(
            typed="add --force.", clicked="delete that file."
        )
    raise UserError(message)


def conflict_copies(workbook: Path) -> tuple[Path, ...]:
    """List what by its name is a copy that a sync service made beside the workbook when two devices had changed it.

    A name that may mean something else ("networking (1).xlsx") counts only where it is about as new as the workbook.
    """
    found = []
    with contextlib.suppress(OSError):
        newest_old = workbook.stat().st_mtime - _DAY
        for path in sorted(workbook.parent.iterdir()):
            mark = _mark(workbook, path)
            if mark and (
                _is_conflict(mark) or (re.fullmatch(_PERHAPS, mark) and path.stat().st_mtime >= newest_old)
            ):
                found.append(path)
    return tuple(found)


def _mark(workbook: Path, other: Path) -> str:
    """Give what stands between the workbook's name and its suffix in another's."""
    same = other.suffix.lower() == workbook.suffix.lower() and other.stem.startswith(workbook.stem)
    return other.stem[len(workbook.stem) :] if same else ""


def _is_conflict(mark: str) -> bool:
    if any(re.fullmatch(pattern, mark) for pattern in _CONFLICTS):
        return True
    import socket

    host = socket.gethostname().partition(".")[0]
    return bool(host) and bool(re.fullmatch(rf"-{re.escape(host)}(?:-\d+)?", mark, re.IGNORECASE))


def _content(path: Path) -> bytes:
    with contextlib.suppress(OSError):
        return path.read_bytes()[:4096]
    return b""


def _libreoffice_owner(path: Path) -> str:
    """Read ",jane,host,23.11.2026 09:14,file:///...;": full name, login, machine, time, profile; a backslash escapes."""
    fields = re.findall(r"((?:\\.|[^\\,;])*)(?:[,;]|\Z)", _content(path).decode("utf-8", "replace"))
    name, login, host = [re.sub(r"\\(.)", r"\1", field).strip() for field in (*fields, "", "", "")[:3]]
    who = name or login
    return f"{who} on {host}" if who and host else who


def _excel_owner(path: Path) -> str:
    """Read the user's name from an owner file: its length, the name in the system's code page, then both as UTF-16."""
    data = _content(path)
    length = int.from_bytes(data[_OWNER_WIDE : _OWNER_WIDE + 2], "little")
    wide = data[_OWNER_WIDE + 2 : _OWNER_WIDE + 2 + 2 * length]
    if 0 < length <= 54 and len(wide) == 2 * length:
        return _printable(wide.decode("utf-16-le", "replace"))
    return _printable(data[1 : 1 + data[0]].decode("cp1252", "replace")) if data and data[0] <= 54 else ""


def _printable(text: str) -> str:
    return "".join(c for c in text if c.isprintable()).strip()


_KINDS = (
    (".~lock.{}#", "LibreOffice", _libreoffice_owner),
    ("~${}", "Excel", _excel_owner),
    (".~{}", "WPS Office", lambda _: ""),
)


@contextlib.contextmanager
def one_at_a_time(workbook: Path) -> Iterator[None]:
    """Keep two runs from saving at once: hold the folder of the file that is replaced.

    Where the system can't lock it, or another run holds it for long, the comparison of the bytes has to do.
    """
    handle = -1
    try:
        with contextlib.suppress(OSError):
            handle = _opened(Path(os.path.realpath(workbook)).parent)
            _hold(handle)
        yield
    finally:
        if handle >= 0:
            os.close(handle)


def _opened(folder: Path) -> int:
    """Open what stands for the folder: itself, and on Windows, which locks no folders, a file of the user's own."""
    if os.name == "posix":
        return os.open(folder, os.O_RDONLY)
    name = hashlib.sha256(os.path.normcase(folder).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return os.open(Path(tempfile.gettempdir(), f"remembered-{name}.lock"), os.O_RDWR | os.O_CREAT)


def _hold(handle: int) -> None:
    until = time.monotonic() + _PATIENCE
    while not _got(handle):
        if time.monotonic() > until:
            return
        time.sleep(0.05)


def _got(handle: int) -> bool:
    """Take the lock if nobody has it; the system lets go of it when its holder ends, however that is."""
    if sys.platform == "win32":
        import msvcrt

        taken: tuple[type[OSError], ...] = (OSError,)  # not every C library there names the reason
        take = partial(msvcrt.locking, handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        taken = (BlockingIOError, PermissionError)
        take = partial(fcntl.flock, handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        take()
    except taken:
        return False
    return True
