"""The connection to the account's SMTP server, encrypted and verified; yagmail opens it."""

from __future__ import annotations

import smtplib
import socket
import ssl
from contextlib import suppress
from typing import Any

from pipeline.mail.account import Account
from pipeline.mail.outgoing import StopRun
from pipeline.mail.passwords import password_for, variable_of
from pipeline.mail.refusals import stop_sentence
from pipeline.mail.servers import Server, tls_context
from pipeline.model.errors import USAGE, UserError


class SmtpConnection:
    """A connection to the account's server, encrypted and verified, opened when first needed."""

    def __init__(self, account: Account, secret: str | None = None) -> None:
        if account.smtp is None:
            raise UserError("Settings, Send through, names no server to send through.", exit_code=USAGE)
        self._account, self._server, self._secret = account, account.smtp, secret
        self._client: Any = None

    def open(self) -> smtplib.SMTP:
        """Return the connection, logging in if there is none. Raises StopRun with a sentence where that can't be."""
        if self._client is None:
            self._client = self._connected()
        smtp: smtplib.SMTP = self._client.smtp
        return smtp

    def close(self, *, broken: bool = False) -> None:
        """End the connection; a broken one without a word, for a QUIT could land in a letter."""
        client, self._client = self._client, None
        if client is None:
            return
        client.is_closed = True
        with suppress(OSError, smtplib.SMTPException):
            if not broken:
                client.smtp.quit()
        client.smtp.close()

    def _connected(self) -> Any:
        import yagmail

        account, context, server = self._account, tls_context(), self._server
        ways: dict[str, Any] = (
            {"smtp_ssl": False, "smtp_starttls": {"context": context}}
            if server.starttls
            else {"context": context}
        )
        try:
            secret = self._secret or password_for(account, server)
        except UserError as fault:
            raise StopRun(str(fault)) from None
        client = yagmail.SMTP(
            account.address, secret, host=server.host, port=server.port, timeout=account.timeout, **ways
        )
        client.user = account.user  # yagmail would make sam@gmail.com of a login name without an @
        client.is_closed = True
        try:
            client.login()
        except (OSError, smtplib.SMTPException) as fault:
            client.is_closed = True
            if client.smtp is not None:
                client.smtp.close()
            variable = "" if self._secret else variable_of(account, server)
            raise StopRun(_why_not_open(fault, server, variable)) from None
        client.is_closed = True
        # The dot goes as a packet of its own: without this it would wait 40 ms for the body's acknowledgment.
        client.smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return client


def _why_not_open(fault: Exception, server: Server, variable: str) -> str:
    if isinstance(fault, ssl.SSLCertVerificationError):
        return (
            f"{server} did not prove that it is who it says ({fault.verify_message}); nothing was sent to it. "
            "If you are on a guest network, sign in to it or use another, then try again."
        )
    if isinstance(fault, smtplib.SMTPNotSupportedError):
        return f"{server} offers no encryption or no login; nothing was sent to it. Check SMTP server in Settings."
    if isinstance(fault, smtplib.SMTPResponseException):
        raw = fault.smtp_error
        said = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
        return stop_sentence(fault.smtp_code, " ".join(said.split())[:200], variable)
    late = isinstance(fault, TimeoutError) or "timed out" in str(fault)
    reason = "no answer in time" if late else getattr(fault, "strerror", None) or "it closed the connection"
    return f"{server} can't be reached ({reason}). {look_into(fault)}; the letters stay approved."


def look_into(fault: Exception) -> str:
    """Say what to check where a server can't be reached: a name that nobody knows may be mistyped."""
    named = (
        ", and the server's name if you typed it into Settings" if isinstance(fault, socket.gaierror) else ""
    )
    return f"Check the internet connection{named}"
