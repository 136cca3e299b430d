"""A letter handed to the person's own mail: the compose page of Gmail or Outlook, or their mail program; a number to their phone. Pure."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from pipeline.model import Letter
from pipeline.model.addresses import address_fault

MAILTO_MOST = 1900
"""Characters of a mailto: address that every mail program takes; Windows cuts or refuses near 2,000."""
_NUMBER = re.compile(r"\+?[0-9 ().\-/\u2010-\u2013]{3,}")


def gmail_url(letter: Letter) -> str:
    """Make the address of Gmail's compose page, filled in."""
    return "https://mail.google.com/mail/?" + urlencode(
        {"view": "cm", "fs": "1", "to": letter.to, "su": letter.subject, "body": letter.body}, quote_via=quote
    )


def outlook_url(letter: Letter) -> str:
    """Make the address of Outlook's compose page, filled in."""
    fields = {"to": letter.to, "subject": letter.subject, "body": letter.body}
    return "https://outlook.office.com/mail/deeplink/compose?" + urlencode(fields, quote_via=quote)


def compose_links(letter: Letter) -> dict[str, str]:
    """List the ways to open a letter in the person's own mail, by name; a mail program only where it takes so long an address."""
    mailto = mailto_url(letter.to, subject=letter.subject, body=letter.body)
    ways = {"Gmail": gmail_url(letter), "Outlook": outlook_url(letter)}
    return ways | ({"your mail program": mailto} if 0 < len(mailto) <= MAILTO_MOST else {})


def mailto_url(to: str, **fields: str) -> str:
    """Make the address that opens the mail program, filled in; "" for what is not one address (RFC 6068: lines end in CRLF)."""
    if address_fault(to):
        return ""
    local, _, domain = to.rpartition("@")
    query = "&".join(f"{name}={quote(_crlf(value), safe='')}" for name, value in fields.items())
    return f"mailto:{quote(local, safe='')}@{quote(domain, safe='')}" + (f"?{query}" if query else "")


def phone_url(number: str) -> str:
    """Make the address that calls a number; "" for what is not one (RFC 3966). What follows it, an extension, is not dialed."""
    found = _NUMBER.match(number.strip())
    digits = re.sub(r"[^0-9+]", "-", found[0].strip()) if found else ""
    return f"tel:{re.sub('-+', '-', digits).strip('-')}" if re.search(r"[0-9]{2}", digits) else ""


def _crlf(text: str) -> str:
    return "\r\n".join(text.splitlines())
