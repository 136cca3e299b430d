"""Processes of their own on every system, and how one is ended at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
from typing import Any

_AT_ONCE = getattr(
    signal, "SIGKILL", signal.SIGTERM
)  # Windows ends a process at once, and calls that SIGTERM
_ENDED = -_AT_ONCE if os.name == "posix" else int(_AT_ONCE)


def end_at_once() -> None:
    """End this process as a power failure would: nothing is flushed, closed or tidied up."""
    os.kill(os.getpid(), _AT_ONCE)


def ended_at_once(code: int | None) -> bool:
    """Tell by its exit code whether a process ended so."""
    return code == _ENDED


def processes(*needed: str) -> Any:
    """Give what starts processes of their own; `needed` names the modules that it may load once for all of them."""
    if os.name != "posix":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(needed))
    return context
