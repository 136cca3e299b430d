"""The ways of mail, one row each: how letters leave, and where answers are read. Nobody else compares their names."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.mail.servers import SMTP_PORT, Server, read_server
from pipeline.model import Settings

_GMAIL_SMTP, _GMAIL_IMAP = Server("smtp.gmail.com", 465), Server("imap.gmail.com", 993)


class SendingWay(NamedTuple):
    """How letters leave: as links that open in the user's own mail, as files, or from here through a `server`.

    `smtp` is a provider's own server; None: Settings name it. `told` follows "through Files: ".
    """

    name: str
    links: bool = False
    files: bool = False
    server: bool = False
    smtp: Server | None = None
    told: str = ""


class ReadingWay(NamedTuple):
    """Where answers are read; `imap` is a provider's own server. None: Settings name it."""

    name: str
    server: bool = False
    imap: Server | None = None


BROWSER = SendingWay("Browser", links=True, told="each letter opens in your own mail, filled in")
FILES = SendingWay("Files", files=True, told="letters become .eml files that you send")
SENDING = (
    BROWSER,
    FILES,
    SendingWay("Gmail", server=True, smtp=_GMAIL_SMTP),
    SendingWay("Other server", server=True),
)
NO_READING = ReadingWay("None")
READING = (
    NO_READING,
    ReadingWay("Gmail", server=True, imap=_GMAIL_IMAP),
    ReadingWay("Other server", server=True),
)
SENDING_NAMES = tuple(w.name for w in SENDING)
READING_NAMES = tuple(w.name for w in READING)


def sending(settings: Settings) -> SendingWay:
    """Return the way that letters leave; an unknown name is Files, which sends nothing by itself."""
    return next((w for w in SENDING if w.name == settings.send_through), FILES)


def reading(settings: Settings) -> ReadingWay:
    """Return where answers are read: as Read replies from says, blank as Send through; nowhere without a server to ask."""
    name = settings.read_replies_from or settings.send_through
    way = next((w for w in READING if w.name == name), NO_READING)
    return way if way.imap or settings.imap_server else NO_READING


def reads_replies(settings: Settings) -> bool:
    """Tell whether a mailbox is set up."""
    return reading(settings).server


def files_what_it_sends(server: Server) -> bool:
    """Tell whether a server is known to file in Sent what programs send through it; most leave that to the program."""
    return server == _GMAIL_SMTP


def uses_account(settings: Settings) -> bool:
    """Tell whether a password is needed, to send or to read."""
    return sending(settings).server or reads_replies(settings)


def sends_through(settings: Settings) -> str:
    """Name what letters go through: a way that is known by its name, else the server that Settings name."""
    if not needs_smtp_server(settings):
        return sending(settings).name
    try:
        return read_server(settings.smtp_server, SMTP_PORT).host
    except ValueError:
        return sending(settings).name


def needs_smtp_server(settings: Settings) -> bool:
    """Tell whether the way that letters leave needs a server that Settings have to name."""
    way = sending(settings)
    return way.server and way.smtp is None
