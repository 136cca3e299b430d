"""A mail server as Settings write it: host:port, with the word starttls where encryption begins later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import ssl

SMTP_PORT, IMAP_PORT = 465, 993
_STARTTLS_PORTS = frozenset({25, 143, 587})
_WRITTEN = re.compile(
    r"(?P<host>(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+|\[[0-9A-Fa-f:]+\])(?::(?P<port>\d{1,5}))?(?:\s+(?P<word>starttls))?",
    re.IGNORECASE,
)


class Server(NamedTuple):
    """Where a connection goes. It is always encrypted: at once, or after STARTTLS."""

    host: str
    port: int
    starttls: bool = False

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def read_server(text: str, default_port: int) -> Server:
    """Read host, host:port or host:port starttls. Raises ValueError for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    port = int(found["port"] or default_port) if found else 0
    if not found or not 0 < port < 65536:
        raise ValueError(text)
    return Server(found["host"].strip("[]").lower(), port, bool(found["word"]) or port in _STARTTLS_PORTS)


def tls_context() -> ssl.SSLContext:
    """Make the context that verifies certificates and host names."""
    import ssl

    return ssl.create_default_context()
