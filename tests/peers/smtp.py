"""An SMTP server that does what it is told to do wrong, and counts what it accepted."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from tests.systems import PATIENCE

from .certs import Certs

_OURS, _WORKERS = range(12_000, 32_000), 8
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % _WORKERS
_SHARE = _OURS[_WORKER::_WORKERS]
_PORTS = itertools.islice(itertools.cycle(_SHARE), os.getpid() % len(_SHARE), None)
"""Ports of this worker of the tests, and begun at another one in each run, for more than one can run at once."""

USER, PASSWORD = "sam.rivera@example.com", "qrstuvwxyzqrstuv"


@dataclass
class Script:
    """What goes wrong, by point (auth, mail, rcpt, data, body, dot): replies in order, None = as it should be.

    Besides a reply there is "drop" (the connection ends), at the dot also "accept-drop" (accepted, no reply) and
    "accept-late" (accepted, the reply comes after `late` seconds, when nobody waits any more).
    """

    auth: list[str | None] = field(default_factory=list)
    mail: list[str | None] = field(default_factory=list)
    rcpt: list[str | None] = field(default_factory=list)
    data: list[str | None] = field(default_factory=list)
    body: list[str | None] = field(default_factory=list)
    dot: list[str | None] = field(default_factory=list)
    late: float = PATIENCE

    def next(self, point: str) -> str | None:
        left: list[str | None] = getattr(self, point)
        return left.pop(0) if left else None


@dataclass(frozen=True)
class Accepted:
    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def message_id(self) -> str:
        return str(message_from_bytes(self.content)["Message-ID"])


class SmtpPeer:
    """A server in a thread of its own. `accepted` holds what got a 250, or would have; `seen` all bytes of bodies."""

    def __init__(
        self,
        certs: Certs,
        script: Script | None = None,
        *,
        starttls: bool = False,
        certificate: str = "good",
        offer_tls: bool = True,
        on_accept: Callable[[bytes], None] | None = None,
    ) -> None:
        self.script = script or Script()
        self.accepted: list[Accepted] = []
        self.logins = 0
        self.connected: set[SMTP] = set()
        self.filing: list[threading.Thread] = []
        self.on_accept = on_accept
        self.starttls = starttls
        context = certs.server(certificate)
        peer = self

        class Server(_Server):
            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **kwargs)
                self.peer = peer

        options: dict[str, Any] = {
            "authenticator": self._authenticate,
            "auth_require_tls": starttls and offer_tls,
            "auth_required": True,
        }
        if starttls and offer_tls:
            options |= {"tls_context": context, "require_starttls": True}

        class Listening(Controller):
            def factory(self) -> SMTP:
                return Server(self.handler, **options)

        self._controller = Listening(
            _Handler(self),
            hostname="127.0.0.1",
            port=free_port(),
            ready_timeout=PATIENCE,
            ssl_context=None if starttls else context,
        )

    @property
    def port(self) -> int:
        return int(self._controller.port)

    def __enter__(self) -> SmtpPeer:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(Exception):
            self._controller.stop()

    def rest(self) -> None:
        """Wait until nobody is connected any more and what was accepted is filed."""
        until = time.monotonic() + PATIENCE
        while self.connected or any(thread.is_alive() for thread in self.filing):
            assert time.monotonic() < until, "somebody stays connected"
            time.sleep(0.01)
        # A connection is let go of before it is closed, in one turn of the server's loop.
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self._controller.loop).result(PATIENCE)

    def copies(self, message_id: str) -> int:
        return sum(a.message_id == message_id for a in self.accepted)

    def _authenticate(
        self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any
    ) -> AuthResult:
        reply = self.script.next("auth")
        if reply:
            return AuthResult(success=False, handled=False, message=reply)
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        self.logins += right
        return (
            AuthResult(success=True)
            if right
            else AuthResult(success=False, handled=False, message="535 5.7.8 not accepted")
        )


class _Server(SMTP):
    peer: SmtpPeer

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.peer.connected.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.peer.connected.discard(self)

    def _break_off(self) -> None:
        assert isinstance(self.transport, asyncio.WriteTransport)
        self.transport.abort()

    async def _scripted(self, point: str) -> bool:
        reply = self.peer.script.next(point)
        if reply == "drop":
            self._break_off()
        elif reply:
            await self.push(reply)
        return reply is not None

    async def smtp_MAIL(self, arg: str) -> None:
        if not await self._scripted("mail"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str) -> None:
        if not await self._scripted("rcpt"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:
        if await self._scripted("data"):
            return
        if self.peer.script.next("body"):
            await self.push("354 go on")
            with contextlib.suppress(Exception):
                await self._reader.readline()
            self._break_off()
            return
        await super().smtp_DATA(arg)


class _Handler:
    def __init__(self, peer: SmtpPeer) -> None:
        self.peer = peer

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:
        reply = self.peer.script.next("dot")
        if reply == "drop":
            server.transport.abort()
            return "451 gone"
        if reply and not reply.startswith("accept"):
            return reply
        self.peer.accepted.append(
            Accepted(envelope.mail_from, tuple(envelope.rcpt_tos), bytes(envelope.content))
        )
        if self.peer.on_accept:
            filing = threading.Thread(target=self.peer.on_accept, args=(bytes(envelope.content),))
            self.peer.filing.append(filing)
            filing.start()  # goes on even when the client is gone and this coroutine is cancelled
            await asyncio.get_running_loop().run_in_executor(None, filing.join)
        if reply == "accept-drop":
            server.transport.abort()
        if reply == "accept-late":
            await asyncio.sleep(self.peer.script.late)
        return "250 2.0.0 OK"


class RawPeer:
    """A server that says one thing after the TLS handshake, or nothing; then these answers, `{tag}` as the client's."""

    def __init__(self, certs: Certs, banner: bytes = b"", answers: Sequence[bytes] = ()) -> None:
        self._context, self._banner, self._answers = certs.server(), banner, answers
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._open = True

    def __enter__(self) -> RawPeer:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._open = False
        self._listening.close()

    def _serve(self) -> None:
        while self._open:
            try:
                connection, _ = self._listening.accept()
                with self._context.wrap_socket(connection, server_side=True) as secure:
                    if self._banner:
                        secure.sendall(self._banner)
                        for answer in self._answers:
                            tag = secure.recv(1000).partition(b" ")[0]
                            secure.sendall(answer.replace(b"{tag}", tag))
                        secure.recv(1000)
                    else:
                        secure.recv(1000)
            except OSError:
                continue


def free_port() -> int:
    """Find a port for a server to come; nobody is given it meanwhile, as systems give out higher ones by themselves."""
    while True:
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port := next(_PORTS)))
            return port


@contextlib.contextmanager
def closed_port() -> Iterator[int]:
    """Keep a port at which nobody answers, and which nobody else is given meanwhile."""
    with socket.socket() as kept:
        kept.bind(("127.0.0.1", 0))
        yield kept.getsockname()[1]
