"""Replace a file that must still be what was read, so that what another program saves in the last moment is kept."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import signal
import sys
import time
from pathlib import Path

from pipeline.model.errors import UserError
from pipeline.workbook.replace import (
    beside,
    flush_folder,
    held,
    put_over,
    read_bytes,
    read_whole,
    remove_file,
    said_if_it_fails,
    written_beside,
)

_PATIENCE = 2.0  # seconds that another program may take to finish what it writes
_AT_FDCWD = -100  # fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h; RENAME_SWAP in macOS's sys/stdio.h is the same number


class ChangedMeanwhile(UserError):
    """The workbook is no longer what was read: read it again and decide anew (exit 4)."""


def fingerprint(data: bytes) -> str:
    """Give the sha256 by which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def unchanged(path: Path, read_sha256: str) -> bytes:
    """Read the workbook again and compare it with what was read.

    Raises `ChangedMeanwhile` when it differs, `UserError` when it cannot be read.
    """
    if not path.exists():
        raise UserError(f"{path} is not there any more. Put it back, then try again.")
    data = read_whole(path)
    if fingerprint(data) != read_sha256:
        raise _changed(path)
    return data


def replace_unchanged(path: Path, new: bytes, present: bytes) -> None:
    """Replace a file as `replace_file` does, if it is still `present`; what is set aside is looked at once more.

    What another program saved in between is put back in its place, or kept as a copy beside it where it saved twice.
    Raises `ChangedMeanwhile` where it did, `UserError` where a copy was kept or the file cannot be written.
    """
    real = Path(os.path.realpath(path))
    with said_if_it_fails(path):
        temporary = written_beside(real, new)
        try:
            unchanged(path, fingerprint(present))
            aside = _set_aside(temporary, real)
        except (OSError, UserError):
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        if aside is None:
            return
        if _settled(aside) == present:
            _dropped(aside)
            return
        _put_back(path, aside, real, new)
    raise _changed(path)


def _changed(path: Path) -> ChangedMeanwhile:
    return ChangedMeanwhile(
        f"{path.name} was changed by somebody else while this ran, and was left alone. Try again."
    )


def _set_aside(temporary: Path, real: Path) -> Path | None:
    """Put the new file in the old one's place; say where the old one is now, None where it can't be kept. Raises OSError."""
    if exchange(temporary, real):
        flush_folder(real.parent)
        return temporary
    aside: Path | None = beside(real)
    try:
        os.link(real, str(aside))
    except (OSError, NotImplementedError):
        aside = None
    try:
        put_over(temporary, real)
    except OSError:
        if aside is not None:
            _dropped(aside)
        raise
    return aside


def _put_back(path: Path, aside: Path, real: Path, new: bytes) -> None:
    """Let the other program's file be the workbook again. Raises UserError where it saved once more, and a copy was kept."""
    if exchange(aside, real):
        flush_folder(real.parent)
        if _settled(aside) == new:
            _dropped(aside)
            return
        exchange(aside, real)  # what came last stays the workbook
    elif _settled(real) == new:
        put_over(aside, real)
        return
    copy = _copy_beside(aside, real)
    raise UserError(
        f"{path.name} was saved twice by somebody else while this ran. The later one is in its place,"
        f" the earlier one beside it as {copy.name}. Compare the two, then try again."
    )


def _copy_beside(aside: Path, real: Path) -> Path:
    """Name it so that the next runs name it as a copy to be looked at."""
    number = 1
    while True:
        copy = real.with_name(f"{real.stem} (conflict {number}){real.suffix}")
        with contextlib.suppress(FileExistsError):
            if os.name == "nt":
                os.rename(aside, copy)  # there it never overwrites
            else:
                os.link(aside, copy)
                aside.unlink()
            return copy
        number += 1


def _dropped(aside: Path) -> None:
    with contextlib.suppress(OSError):  # the next run removes it
        remove_file(aside)


def exchange(one: Path, other: Path) -> bool:
    """Let two files change names in one step; False where the system or the disk has no such step."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            call = ctypes.CDLL(None).renameat2
            return bool(call(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(names[0], names[1], _RENAME_EXCHANGE) == 0)
    except (AttributeError, OSError):  # an older C library
        pass
    return False


def _settled(path: Path) -> bytes:
    """Read a file once nobody writes to it any more, or after two seconds."""
    until = time.monotonic() + _PATIENCE
    while _written_to(path) and time.monotonic() < until:
        time.sleep(0.005)
    return b"" if _written_to(path) else read_bytes(path)


def _written_to(path: Path) -> bool:
    """Tell whether a program has a file open to write to it, where the system can say so."""
    if sys.platform == "linux":
        return _leased_to_a_writer(path)
    return held(path, against="comparing")


def _leased_to_a_writer(path: Path) -> bool:
    """Ask for a read lease, which Linux grants only on a file that nobody has open for writing (fcntl(2))."""
    import fcntl

    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)  # the usual signal, SIGIO, would end this run
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:  # a disk without leases, or somebody else's file
        return False
    finally:
        os.close(handle)
    return False
