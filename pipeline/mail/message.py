"""A letter as an e-mail message: RFC 5322 headers, quoted-printable text, enclosures. No clock, file or network."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from functools import lru_cache

from pipeline.model import Letter
from pipeline.model.errors import FAILED, UserError
from pipeline.model.letters import ENCLOSABLE, MAX_ENCLOSURE

# What can be seen in ASCII, but < > and @.
_MESSAGE_ID = re.compile(r"<[!-;=?A-~]{1,400}@[!-;=?A-~]{1,255}>")
_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
_TYPES = {".pdf": ("application", "pdf"), ".docx": _WORD}


class _Policy(EmailPolicy):
    """Fold lists of Message-IDs only between them: the library would encode a long one as a word (RFC 5322 2.2.3)."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in ("message-id", "in-reply-to", "references"):
            ids = f"{self.linesep} ".join(str(value).split())
            return f"{name}: {ids}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)

    def fold(self, name: str, value: str) -> str:
        return self.fold_binary(name, value).decode("ascii", "surrogateescape")


POLICY = _Policy(linesep=SMTP.linesep, max_line_length=76)


def build(
    letter: Letter,
    sender_name: str,
    sender_email: str,
    *,
    date: datetime | None,
    enclosures: Sequence[tuple[str, bytes]],
    to_override: str | None,
    draft_file: bool = False,
) -> EmailMessage:
    """Make the message of a letter.

    A `draft_file` opens for editing (X-Unsent) and has no Date or Message-ID: the mail program that sends it gives it those.
    Raises UserError where an address is not exactly one, or an enclosure is no PDF or Word file up to 10 MB.
    """
    message = EmailMessage(policy=POLICY)
    message["From"] = Address(display_name=header_text(sender_name), addr_spec=one_address(sender_email))
    message["To"] = Address(addr_spec=one_address(to_override or letter.to))
    message["Subject"] = header_text(letter.subject)
    if draft_file:
        message["X-Unsent"] = "1"
    else:
        if date is not None:
            message["Date"] = date.astimezone()
        message["Message-ID"] = checked_id(letter.message_id)
    _put_in_thread(message, letter)
    message.set_content(body_text(letter.body), charset="utf-8", cte="quoted-printable")
    for name, content in enclosures:
        maintype, subtype = enclosure_type(name, content)
        message.add_attachment(content, maintype=maintype, subtype=subtype, filename=header_text(name))
    return message


def to_bytes(message: EmailMessage) -> bytes:
    """Freeze a message to the bytes that go over the wire: CRLF line ends and no others, 7 bit."""
    frozen = message.as_bytes(policy=POLICY)
    if re.search(rb"(?<!\r)\n|\r(?!\n)|\x00", frozen):
        raise UserError(
            "The letter holds line ends that mail can't carry; edit its text and take out unusual characters.",
            exit_code=FAILED,
        )
    return frozen


@lru_cache(maxsize=256)  # one's own stands in every letter, and theirs in message and envelope
def one_address(text: str) -> str:
    """Return the one address in a text, its domain in ASCII. Raises UserError for none, several or one that SMTP can't carry."""
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(text.strip(), check_deliverability=False)
    except EmailNotValidError as fault:
        raise UserError(
            f'"{header_text(text)[:80]}" is not one valid e-mail address: {fault}', exit_code=FAILED
        ) from None
    if not found.ascii_email:
        raise UserError(
            f'"{header_text(text)[:80]}" has letters before the @ that mail servers can\'t carry; ask for another address.',
            exit_code=FAILED,
        )
    return str(found.ascii_email)


def header_text(text: str) -> str:
    """Make a text fit for a header: one line, and no control, bidirectional or zero-width characters."""
    kept = (
        " " if c.isspace() else c
        for c in text
        if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
    )
    return re.sub(" +", " ", "".join(kept)).strip()


def body_text(text: str) -> str:
    """Make a text fit for a body: plain line ends, no control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return (
        "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs")).rstrip()
        + "\n"
    )


def checked_id(message_id: str) -> str:
    """Return a Message-ID that is safe in a header and a search. Raises UserError for any other."""
    if not _MESSAGE_ID.fullmatch(message_id):
        raise UserError(
            "A letter's Message-ID is malformed, so it was not used. Let the letter be drafted anew.",
            exit_code=FAILED,
        )
    return message_id


def is_message_id(text: str) -> bool:
    """Tell whether a stranger's text is one well-formed Message-ID."""
    return _MESSAGE_ID.fullmatch(text) is not None


def enclosure_type(name: str, content: bytes) -> tuple[str, str]:
    """Return an enclosure's media type by name and first bytes. Raises UserError unless PDF or Word, up to 10 MB."""
    if len(content) > MAX_ENCLOSURE:
        raise UserError(
            f"{name} is larger than 10 MB; save a smaller copy and name it in Settings, Resume file.",
            exit_code=FAILED,
        )
    for suffix, magic in ENCLOSABLE.items():
        if name.lower().endswith(suffix) and content.startswith(magic):
            return _TYPES[suffix]
    raise UserError(
        f"{name} is neither a PDF nor a Word file (.docx); name another in Settings, Resume file.",
        exit_code=FAILED,
    )


def _put_in_thread(message: EmailMessage, letter: Letter) -> None:
    if not letter.in_reply_to:
        return
    message["In-Reply-To"] = checked_id(letter.in_reply_to)
    earlier = [r for r in letter.references if is_message_id(r) and r != letter.in_reply_to]
    message["References"] = " ".join([*earlier, letter.in_reply_to])
