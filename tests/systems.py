"""What not every system has: marks for the tests that need it, each with its reason."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest


def _has_links() -> bool:
    with tempfile.TemporaryDirectory() as name:
        link = Path(name, "link")
        try:
            os.symlink(name, link)
        except OSError:  # on Windows a right of its own
            return False
        return link.is_symlink()  # wine says that it made one, and makes none


def _needs(there: bool, reason: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not there, reason=reason)


needs_links = _needs(_has_links(), "no symbolic links can be made here")
needs_modes = _needs(os.name == "posix", "file modes are POSIX's")
needs_limits = _needs(
    importlib.util.find_spec("resource") is not None, "a full disk is made with POSIX's limits"
)
needs_open_files_moved = _needs(
    os.name == "posix", "Windows lets nobody move, replace or remove a file that is open"
)
needs_terminal = _needs(os.name == "posix", "a terminal of POSIX is driven")
needs_writers_known = _needs(sys.platform == "linux", "only Linux says who is writing to a file")
needs_odd_names = _needs(os.name == "posix", "Windows has no such names")
needs_make = _needs(shutil.which("make") is not None, "no make")
needs_shell = _needs(os.name == "posix" and shutil.which("sh") is not None, "no POSIX shell")
