"""The words of a mail: its text as written, without what it quotes."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

_LONGEST = 20_000
_QUOTE_STARTS = re.compile(
    r"(?im)^\s*(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|message original|forwarded message)"
    r"|_{10,}\s*$|on\b.{4,200}\bwrote:|am\b.{4,200}\bschrieb\b.{0,120}:|le\b.{4,200}\ba écrit\s*:|el\b.{4,200}\bescribió\s*:"
    r"|(?:from|von|de)\s*:\s.*(?:\n.*){0,3}\n\s*(?:sent|gesendet|envoyé|date|datum)\s*:)"
)


def decoded(value: object) -> str:
    """Return a header's text, encoded words decoded (RFC 2047), on one line."""
    text = str(value or "")
    with suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
        text = str(make_header(decode_header(text)))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:300]


def plain_text(mail: Message) -> str:
    """Return the first text of a mail, HTML without its tags."""
    found = {
        p.get_content_type(): p
        for p in reversed(list(mail.walk()))
        if p.get_content_maintype() == "text" and p.get_content_disposition() != "attachment"
    }
    part = found.get("text/plain") or found.get("text/html")
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    raw = payload[: _LONGEST * 4] if isinstance(payload, bytes) else b""
    try:
        text = raw.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = raw.decode("utf-8", "replace")
    return (_bare(text) if part.get_content_type() == "text/html" else text)[:_LONGEST]


def without_quotes(text: str) -> str:
    """Take out what a mail quotes of ours: lines marked >, and all below the usual introductions."""
    own = "\n".join(
        line for line in text.replace("\r\n", "\n").split("\n") if not line.lstrip().startswith(">")
    )
    match = _QUOTE_STARTS.search(own)
    return own[: match.start()] if match else own


def _bare(markup: str) -> str:
    markup = re.sub(r"(?is)<(script|style|blockquote)\b.*?</\1>", " ", markup)
    markup = re.sub(r"(?i)<(br|/p|/div|/tr|/li)\b[^>]*>", "\n", markup)
    return html.unescape(re.sub(r"<[^>]{0,2000}>", " ", markup))
