"""A letter handed to the person's own mail: the compose page of Gmail, or their mail program (pure)."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from pipeline.model import Letter

MAILTO_MOST = 1900
"""Characters of a mailto: address that every mail program takes; Windows cuts or refuses near 2,000."""


def gmail_url(letter: Letter) -> str:
    """Make the address of Gmail's compose page, filled in."""
    return "https://mail.google.com/mail/?" + urlencode(
        {"view": "cm", "fs": "1", "to": letter.to, "su": letter.subject, "body": letter.body}, quote_via=quote
    )


def mailto_url(letter: Letter) -> str:
    """Make the address that opens the mail program, filled in (RFC 6068: lines end in CRLF)."""
    body = letter.body.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"mailto:{quote(letter.to, safe='@')}?subject={quote(letter.subject, safe='')}&body={quote(body, safe='')}"
