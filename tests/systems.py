"""What not every system has: marks for the tests that need it, each with its reason; what need not be tried on all of them; and waiting for what comes soon."""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

_CAPABILITY_VERSION_3 = 0x20080522  # linux/capability.h
_PASSES_MODES = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH

PATIENCE = 100
"""Seconds that a test waits for what comes soon, as a busy machine is no fault; the program waits longer for a server's reply."""
_CASES_ON_WINDOWS = 4
T = TypeVar("T")


def until(held: Callable[[], bool]) -> None:
    """Wait for what comes soon; a machine under load may take its time."""
    end = time.monotonic() + PATIENCE
    while not held():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


def few_on_windows(cases: Sequence[T]) -> list[T]:
    """Choose a few, the first and the last among them; elsewhere, and with RM_LONG=1, all of them.

    Windows differs by its files, processes and sockets, not by a word that a rule reads: and in wine each of them is slow.
    """
    if sys.platform != "win32" or os.environ.get("RM_LONG"):
        return list(cases)
    last = len(cases) - 1
    chosen = {round(n * last / (_CASES_ON_WINDOWS - 1)) for n in range(_CASES_ON_WINDOWS)}
    return [case for n, case in enumerate(cases) if n in chosen]


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


@contextlib.contextmanager
def rights_as_others() -> Iterator[None]:
    """Let file modes bind this thread also where it is the superuser's, as they bind everybody else (capabilities(7))."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    libc, header = ctypes.CDLL(None, use_errno=True), (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted and inheritable, the lower 32 of each first
    assert libc.capget(header, sets) == 0
    before = sets[0]
    sets[0] = before & ~_PASSES_MODES
    assert libc.capset(header, sets) == 0
    try:
        yield
    finally:
        sets[0] = before
        assert libc.capset(header, sets) == 0
