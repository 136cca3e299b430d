"""A letter handed to the person's own mail: the compose page of Gmail or Outlook, or their mail program; a number to their phone. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from pipeline.model import Letter
from pipeline.model.addresses import address_fault, domain_of

MAILTO_MOST = 1900
"""Characters of a mailto: address that every mail program takes; Windows cuts or refuses near 2,000."""
COMPOSE_MOST = 4000
"""Characters of a compose page's address. Where one has to log in first it is quoted once more on the way, and servers take 8,000."""
_NUMBER = re.compile(r"\+?[0-9 ().\-/\u2010-\u2013]{3,}")
_GOOGLE = frozenset({"gmail.com", "googlemail.com"})
_MICROSOFT = re.compile(r"(?:outlook|hotmail|live|msn)\.(?:com?\.)?[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class ComposeLink:
    """A way to open a letter in the person's own mail. `url` is "" where it can't be: the letter is too long for it."""

    key: str
    name: str
    url: str


def compose_links(letter: Letter, own: str = "") -> tuple[ComposeLink, ...]:
    """List the ways to open a letter in the person's own mail, the one that their address (`own`) is of first."""
    if address_fault(letter.to):
        return ()
    mailto = mailto_url(letter.to, subject=letter.subject, body=letter.body)
    ways = (
        ComposeLink("gmail", "Gmail", _at_most(gmail_url(letter), COMPOSE_MOST)),
        ComposeLink("outlook", "Outlook", _at_most(outlook_url(letter, own), COMPOSE_MOST)),
        ComposeLink("program", "my mail program", _at_most(mailto, MAILTO_MOST)),
    )
    return tuple(sorted(ways, key=lambda way: way.key != _own_way(own)))


def _own_way(own: str) -> str:
    domain = domain_of(own)
    return "gmail" if domain in _GOOGLE else "outlook" if _MICROSOFT.fullmatch(domain) else ""


def _at_most(url: str, most: int) -> str:
    return url if len(url) <= most else ""


def gmail_url(letter: Letter) -> str:
    """Make the address of Gmail's compose page, filled in."""
    return "https://mail.google.com/mail/?" + urlencode(
        {"view": "cm", "fs": "1", "to": letter.to, "su": letter.subject, "body": letter.body}, quote_via=quote
    )


def outlook_url(letter: Letter, own: str = "") -> str:
    """Make the address of Outlook's compose page, filled in: that of schools and firms, or where `own` is one of Microsoft's, that of people."""
    page = "outlook.live.com/mail/0" if _own_way(own) == "outlook" else "outlook.office.com/mail"
    fields = {"to": letter.to, "subject": letter.subject, "body": letter.body}
    return f"https://{page}/deeplink/compose?" + urlencode(fields, quote_via=quote)


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
