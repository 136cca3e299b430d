"""What a letter is addressed to, and whether an e-mail address can be written to (RFC 5321 4.1.2, RFC 6531)."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.model.choices import Channel
from pipeline.model.contact import Contact

_PLAIN = re.compile(
    r"(?=.{3,254}\Z)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\Z"
)
_MACHINE = re.compile(
    r"(?:no|do[-_.]?not|dont)[-_.]?reply|(?:mailer[-_.]?daemon|postmaster|bounces?)$", re.IGNORECASE
)
_LONGEST = 1_000
"""No address is longer than 254 characters; a name and remarks may stand beside it."""


def is_machine(address: str) -> bool:
    """Tell an address that nobody reads: of notices, and of mail that is not to be answered."""
    return _MACHINE.match(address.partition("@")[0]) is not None


def written_to(c: Contact) -> str:
    """Write what a letter to a contact is addressed to: the e-mail address, or a posted one's line."""
    return postal_line(c) if c.channel is Channel.POST else " ".join(c.email.split())


def postal_line(c: Contact) -> str:
    """Write a contact's name and postal address in one line, as a posted letter's To."""
    return ", ".join(" ".join(line.split()) for line in (c.name, *c.address.splitlines()) if line.strip())


def domain_of(address: str) -> str:
    """Return the part after the @, in lower case."""
    return address.lower().rpartition("@")[2]


_GOOGLES = ("gmail.com", "googlemail.com")


def mailbox(address: str) -> str:
    """Fold an address to where it is read: case, and what stands behind a + (RFC 5233); at Google, dots and the older domain too."""
    person, _, domain = address.casefold().rpartition("@")
    person = person.partition("+")[0] or person
    return f"{person.replace('.', '')}@{_GOOGLES[0]}" if domain in _GOOGLES else f"{person}@{domain}"


_EXAMPLES = ("example.com", "example.org", "example.net")  # RFC 2606


def is_example(address: str) -> bool:
    """Tell whether an address is nobody's: the starter's own."""
    return domain_of(address) in _EXAMPLES


def address_fault(text: str) -> str:
    """Say what is wrong with an address; "" for a good one. No look-up is made."""
    if len(text) > _LONGEST:
        return f"holds {len(text):,} characters, which are no e-mail address. Keep the one address"
    return "" if _PLAIN.match(text) and ".." not in text else _unusual_fault(text)


@lru_cache(maxsize=4096)
def _unusual_fault(text: str) -> str:
    """Look closely at what is no plain ASCII address; the library is loaded only for these."""
    if len(re.findall(r"[^\s@<>;,]+@[^\s@<>;,]+", text)) > 1:
        return "holds more than one address. Keep one"
    found = re.search(r"<([^<>\s]+@[^<>\s]+)>", text)
    if found:
        return f"holds a name and an address. Keep only {found[1]}"
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text, check_deliverability=False, test_environment=True, strict=True)
    except EmailNotValidError as error:
        line, why = " ".join(text.split()), str(error).rstrip(".").replace("email address", "address")
        return f"holds “{line[:60]}”, which is not an e-mail address: {why[:1].lower()}{why[1:]}"
    return ""
