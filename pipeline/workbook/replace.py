"""Replace a file so that at any moment there is either the old one or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.model.errors import USAGE, UserError
from pipeline.model.texts import is_kept_by_windows

_SHARING_VIOLATIONS = (32, 33)  # winerror.h: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_SHARE_READ, _SHARE_ALL = 1, 7  # winnt.h: FILE_SHARE_READ; with FILE_SHARE_WRITE and FILE_SHARE_DELETE
_DELETE = 0x10000  # winnt.h
_STRAY = re.compile(r"\..+\.[0-9a-z_]{8}\.tmp")
_IN_HAND = 60  # seconds that a run may take between writing a file and giving it its name
_PROTECTED = "it is write-protected"
_PATIENCE = 1.0  # seconds; on Windows a virus scanner, an indexer or a sync service holds a file for a moment


def replace_file(path: Path, data: bytes) -> None:
    """Write a file's new content beside it, flush it to the disk, then put it in its place.

    The file a symbolic link points to is replaced, not the link; the mode is kept, and the group where that may be.
    Raises `UserError` when it cannot be written; the old file is then untouched.
    """
    if is_device(path):
        raise UserError(f"{path} is a device, not a file: name a file.", exit_code=USAGE)
    real = Path(os.path.realpath(path))
    with said_if_it_fails(path):
        temporary = written_beside(real, data)
        try:
            put_over(temporary, real)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise


@contextlib.contextmanager
def said_if_it_fails(path: Path) -> Iterator[None]:
    """Turn what the system says while a file is replaced into a sentence: UserError."""
    try:
        yield
    except OSError as error:
        raise UserError(
            f"{path.name} could not be saved ({_reason(error)}); nothing was changed. {_advice(path)}"
        ) from error


def refuse_if_protected(path: Path) -> None:
    """Stop where a file could not be replaced, before anything else is done for it: UserError."""
    real = Path(os.path.realpath(path))
    with said_if_it_fails(path):
        if real.exists() and not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)):
            raise PermissionError(errno.EACCES, _PROTECTED)


def is_device(path: Path) -> bool:
    """Tell whether a name is a device's (NUL, CON, /dev/null), which can't be replaced by a file."""
    if os.name == "nt":
        return is_kept_by_windows(path.name)
    return path.exists() and not path.is_file() and not path.is_dir()


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _advice(path: Path) -> str:
    if path.is_dir():
        return "That name is a folder's: name a file, or another place."
    if held(path, against="replacing"):
        return "Another program has it open: close it there, then try again."
    return (
        f"Check that it and its folder, {path.absolute().parent}, can be written to and that the disk is not full, "
        "then try again."
    )


def written_beside(real: Path, data: bytes) -> Path:
    """Write the new content beside a file, flushed to the disk and with its mode; give the name. Raises OSError."""
    if real.exists() and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, _PROTECTED)
    temporary = beside(real)
    try:
        with open(temporary, "xb", opener=_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(real, temporary)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def beside(real: Path) -> Path:
    """Make up the name of a temporary file, by which the next run knows it again."""
    return real.with_name(f".{real.name}.{os.urandom(4).hex()}.tmp")


def is_stray(path: Path) -> bool:
    """Tell by its name whether a file is one that a killed run has left."""
    return bool(_STRAY.fullmatch(path.name)) and path.is_file()


def strays(place: Path) -> Iterator[Path]:
    """List what killed runs have left in a folder of the program's own, or beside a file of its own."""
    folder = place if place.is_dir() else place.parent
    begins = "." if place.is_dir() else f".{place.name}."
    with contextlib.suppress(OSError):
        yield from [p for p in folder.iterdir() if p.name.startswith(begins) and is_stray(p)]


def remove_strays(*places: Path) -> None:
    """Remove them; what can't be removed, or may be in another run's hand at this moment, stays for the next run."""
    for path in (path for place in places for path in strays(place)):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _IN_HAND:
                remove_file(path)


def put_over(temporary: Path, real: Path) -> None:
    """Give a file another's name, flushed to the disk. Raises OSError."""
    patiently(lambda: os.replace(temporary, real))
    flush_folder(real.parent)


def remove_file(path: Path) -> None:
    """Remove a file, also a write-protected one, which Windows keeps. Raises OSError; not where it is gone already."""

    def remove() -> None:
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            if os.name != "nt" or os.access(path, os.W_OK):
                raise
            os.chmod(path, stat.S_IWRITE)
            path.unlink(missing_ok=True)

    patiently(remove)


def read_bytes(path: Path) -> bytes:
    """Read a file, on Windows also one that is being replaced at this moment; it stands in no other program's way. Raises OSError."""
    if path.is_dir():  # Windows says "permission denied"
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    found: list[bytes] = []

    def read() -> None:
        with open(path, "rb", opener=_sharing) as file:
            found.append(file.read())

    patiently(read, seconds=_PATIENCE if path.is_file() else 0)
    return found[0]


def read_whole(path: Path) -> bytes:
    """Read a file as `read_bytes` does; raises `UserError` when it can't be."""
    try:
        return read_bytes(path)
    except OSError as error:
        raise UserError(
            f"{path} can't be read ({_reason(error)}). Check that it is there and that you may open it, then try again."
        ) from error


def move_file(path: Path, target: Path) -> None:
    """Move a file to a place on the same disk where there is none. Raises OSError."""
    patiently(lambda: os.rename(path, target))


def patiently(act: Callable[[], object], seconds: float = _PATIENCE) -> None:
    """Do something with a file's name, on Windows again and again for about a second while another program has it open."""
    until = time.monotonic() + seconds
    while True:
        try:
            act()
            return
        except PermissionError:
            if os.name != "nt" or time.monotonic() > until:
                raise
            time.sleep(0.05)


def held(path: Path, *, against: str = "writing") -> bool:
    """Tell whether another program has a file open so that it can't be written or removed, as only Windows lets it.

    `against`: "writing"; "replacing", which a reader can prevent too; or "comparing": somebody may be writing to it.
    """
    if sys.platform != "win32":
        return False
    import _winapi  # Python's open() does not tell a file that is in use from one that is write-protected

    access, share = {
        "writing": (_winapi.GENERIC_WRITE, _SHARE_ALL),
        "replacing": (_DELETE, _SHARE_ALL),
        "comparing": (_winapi.GENERIC_READ, _SHARE_READ),
    }[against]
    try:
        handle = _winapi.CreateFile(str(path), access, share, 0, _winapi.OPEN_EXISTING, 0, 0)
    except OSError as error:
        return error.winerror in _SHARING_VIOLATIONS
    _winapi.CloseHandle(handle)
    return False


def _sharing(path: str | Path, flags: int) -> int:
    """Open a file so that others may meanwhile write, rename and remove it, as POSIX lets them always."""
    if sys.platform != "win32":
        return os.open(path, flags)
    import _winapi
    import msvcrt

    name = os.fspath(path)
    try:
        handle = _winapi.CreateFile(name, _winapi.GENERIC_READ, _SHARE_ALL, 0, _winapi.OPEN_EXISTING, 0, 0)
    except OSError as fault:  # which does not name the file
        raise OSError(fault.errno, fault.strerror, name, fault.winerror) from None
    return msvcrt.open_osfhandle(handle, flags)


def _private(path: str, flags: int) -> int:
    """Let nobody else read the new file before it has the old one's mode."""
    return os.open(path, flags, 0o600)


def _keep_mode(real: Path, temporary: Path) -> None:
    if real.exists():
        if os.name == "posix" and real.stat().st_gid != temporary.stat().st_gid:
            with contextlib.suppress(OSError):
                os.chown(temporary, -1, real.stat().st_gid)
        os.chmod(temporary, stat.S_IMODE(real.stat().st_mode))
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)


def flush_folder(folder: Path) -> None:
    """Make the new name last through a power failure where the system lets a folder be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
