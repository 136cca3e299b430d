"""The page's server: one thread, and bounds on what anybody on this computer can make it hold or wait for."""

from __future__ import annotations

import copy
import logging
import select
import socket
import time
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server
from waitress.wasyncore import loop

from pipeline.review.security import HOST, MOST_UPLOAD, UPLOADS

MOST_CONNECTIONS = 64
"""A browser holds six to a server; of more, the one that was silent longest is closed, so that there is always room."""
MOST_SECONDS = 10
"""A request comes whole within this time, and a connection without one is closed after it."""
MOST_BODY, MOST_HEAD = 1024 * 1024, 16 * 1024


def door() -> socket.socket:
    """Take a free port of this computer alone."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Windows lets a second program take a port that is in use, unless it was taken so.
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    if exclusive is not None:
        found.setsockopt(socket.SOL_SOCKET, exclusive, 1)
    found.bind((HOST, 0))
    return found


class PageServer:
    """Serves an application on a socket, a round at a time."""

    def __init__(self, application: Any, at: socket.socket, base: str = "") -> None:
        # Its own warnings are for operators: the person in the terminal can do nothing with "Task queue depth is 1".
        logging.getLogger("waitress").propagate = False
        logging.getLogger("waitress").addHandler(logging.NullHandler())
        self._sockets: dict[int, Any] = {}
        self._unfinished: dict[Any, float] = {}
        # One thread: one person, and acts on one ledger in the order in which they came.
        self._server: Any = create_server(
            application,
            map=self._sockets,
            sockets=[at],
            threads=1,
            ident="",
            expose_tracebacks=False,
            log_socket_errors=False,
            connection_limit=4 * MOST_CONNECTIONS,
            max_request_body_size=MOST_BODY,
            max_request_header_size=MOST_HEAD,
        )
        self._server.channel_class = _channel(f"{base}{UPLOADS}") if base else HTTPChannel

    def round(self, timeout: float) -> None:
        """Wait for something to do, at most `timeout` seconds, and do it."""
        loop(timeout=timeout, use_poll=hasattr(select, "poll"), map=self._sockets, count=1)
        self._close_slow(time.time())

    def close(self) -> None:
        """Stop, and give the port back."""
        self._server.task_dispatcher.shutdown()
        self._server.close()

    def _close_slow(self, now: float) -> None:
        """Close what is silent, or sends a request drop by drop; of too many connections those that were silent longest."""
        idle = [c for c in self._server.active_channels.values() if not c.requests]
        idle.sort(key=lambda c: float(c.last_activity))
        self._unfinished = {c: self._unfinished.get(c, now) for c in idle if c.request is not None}
        slow = {c for c, since in self._unfinished.items() if now - since > MOST_SECONDS}
        silent = {c for c in idle if now - c.last_activity > MOST_SECONDS}
        for channel in slow | silent | set(idle[: max(len(idle) - MOST_CONNECTIONS, 0)]):
            channel.handle_close()


def _channel(uploads: str) -> type[HTTPChannel]:
    """Make connections that take longer requests at the addresses for files, and nowhere else."""

    class Parser(HTTPRequestParser):  # type: ignore[misc]  # the library has no types
        adj: Any

        def parse_header(self, header_plus: bytes) -> None:
            super().parse_header(header_plus)
            if self.command == "POST" and str(self.path).startswith(uploads):
                wider: Any = copy.copy(self.adj)
                wider.max_request_body_size = MOST_UPLOAD
                self.adj = wider

    class Channel(HTTPChannel):  # type: ignore[misc]
        parser_class = Parser

    return Channel
