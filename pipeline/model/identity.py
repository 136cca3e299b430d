"""Which letter a letter is: the Message-ID and the code that it always has, whatever its text."""

from __future__ import annotations

import base64
import hashlib
import re

from pipeline.model import EventKind

_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def message_id(workbook_id: str, contact_id: str, event: EventKind, occasion: str, sender: str) -> str:
    """Make the Message-ID of a letter (RFC 5322 3.6.4), the same for the same letter always."""
    digest = _digest(workbook_id, contact_id, event, occasion)
    name = base64.b32encode(digest[:20]).decode().lower()
    domain = re.sub(r"[^A-Za-z0-9.-]", "", sender.rpartition("@")[2]) or "localhost"
    return f"<remembered.{name}@{domain}>"


def same_letter(one: str, other: str) -> bool:
    """Tell whether two Message-IDs are one letter's, even if the sender's domain has changed since."""
    return bool(one) and one.partition("@")[0] == other.partition("@")[0]


def letter_code(contact_id: str, event: EventKind, occasion: str, attempt: int = 0) -> str:
    """Make the five capitals or digits by which a person names a letter; `attempt` tells colliding ones apart."""
    digest = _digest(contact_id, event, occasion, str(attempt))
    return "".join(_CODE_LETTERS[b % 32] for b in digest[:5])


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("\x1f".join(parts).encode()).digest()
