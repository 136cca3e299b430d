"""The mail account: whose it is, and which servers send and receive for it. It knows neither."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.mail.message import one_address
from pipeline.mail.servers import IMAP_PORT, SMTP_PORT, Server, read_server
from pipeline.mail.ways import FILES, SENDING, reading, sending
from pipeline.model import Settings
from pipeline.model.errors import USAGE, UserError


@dataclass(frozen=True, slots=True)
class Account:
    """An address with its servers. `smtp` None: letters leave another way; `imap` None: no mailbox is read.

    `login` is the name that the servers are told. Time-outs in seconds; the last reply may take longer.
    """

    address: str
    sender: str
    smtp: Server | None
    imap: Server | None = None
    login: str = ""
    timeout: float = 30.0
    reply_timeout: float = 120.0

    @property
    def user(self) -> str:
        """Return the name that the servers are told."""
        return self.login or self.address

    @property
    def servers(self) -> tuple[Server, ...]:
        """Return the servers, the sending one first."""
        return tuple(s for s in (self.smtp, self.imap) if s)


def account_of(settings: Settings) -> Account:
    """Read the account from Settings. Raises UserError naming the cell that is missing or wrong."""
    if not settings.email:
        raise UserError("Settings has no Email, your own address; fill it in.", exit_code=USAGE)
    way, read = sending(settings), reading(settings)
    smtp = way.smtp or (_server(settings.smtp_server, "SMTP server", SMTP_PORT) if way.server else None)
    imap = read.imap or (_server(settings.imap_server, "IMAP server", IMAP_PORT) if read.server else None)
    if smtp is None and imap is None:
        raise UserError(
            f"Settings, Send through, is {settings.send_through or FILES.name}: no mail account is needed. "
            f"Choose {' or '.join(w.name for w in SENDING if w.server)} there, or in Read replies from, to use one.",
            exit_code=USAGE,
        )
    login = settings.login_name.strip()
    if not (login.isascii() and login.isprintable()):
        raise UserError(
            "Settings, Login name, holds signs that a login by mail doesn't take; type it in plain letters, as your provider does.",
            exit_code=USAGE,
        )
    return Account(one_address(settings.email), settings.name, smtp, imap, login)


def _server(text: str, setting: str, default_port: int) -> Server:
    example = f"write it as mail.example.com:{default_port}, or mail.example.com:1025 starttls"
    if not text.strip():
        raise UserError(f"Settings, {setting}, is blank; {example}.", exit_code=USAGE)
    try:
        return read_server(text, default_port)
    except ValueError:
        raise UserError(f"Settings, {setting}, is not a server: {example}.", exit_code=USAGE) from None
