"""Who somebody is, whatever row they stand in: the ID that an address or a name gives. Pure."""

from __future__ import annotations

import re
from base64 import b32encode
from hashlib import sha256

from pipeline.model.contact import Contact
from pipeline.model.texts import spelled

_OF_AN_ID = re.compile(r"C[A-Z2-7]{9}")


def contact_id(email: str, name: str, organization: str) -> str:
    """Make a contact's ID: a hash of the address, letter case aside, else of name and organization (base 32, RFC 4648)."""
    seed = email.casefold() if email else f"{spelled(name)}|{spelled(organization)}"
    return f"C{b32encode(sha256(seed.encode()).digest()[:10])[:9].decode()}"


def own_ids(c: Contact) -> tuple[str, ...]:
    """List the IDs that a row itself gives: by its address, where it has one, and by its name."""
    by_name = contact_id("", c.name, c.organization)
    return (contact_id(c.email, "", ""), by_name) if c.email else (by_name,)


def address_changed(c: Contact) -> bool:
    """Tell whether a row's ID shows that its address was another once; a name's ID, or one of the user's own, shows nothing."""
    return _OF_AN_ID.fullmatch(c.id) is not None and c.id not in own_ids(c)


def address_kept(c: Contact) -> bool:
    """Tell whether a row's ID shows that its address is the first one that it had."""
    return bool(c.email) and c.id == contact_id(c.email, "", "")
