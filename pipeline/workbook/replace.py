"""Replace a file so that at any moment there is either the old one or the new one."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from pipeline.model.errors import UserError


def replace_file(path: Path, data: bytes) -> None:
    """Write a file's new content beside it, flush it to the disk, then put it in its place.

    The file a symbolic link points to is replaced, not the link; the mode is kept, and the group where that may be.
    Raises `UserError` when it cannot be written; the old file is then untouched.
    """
    real = Path(os.path.realpath(path))
    temporary = real.with_name(f".{real.name}.{os.urandom(4).hex()}.tmp")
    try:
        if real.exists() and not os.access(real, os.W_OK):
            raise PermissionError("it is write-protected")
        with open(temporary, "xb", opener=_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(real, temporary)
        os.replace(temporary, real)
        _flush_folder(real.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        reason = error.strerror or str(error)
        raise UserError(
            f"{path.name} could not be saved ({reason}); it is as it was."
            " Check that the file and its folder can be written to and that the disk is not full, then try again."
        ) from error


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


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power failure where the system lets a folder be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
