"""The words of a mail: its text as written, without what it quotes."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import Header, decode_header, make_header
from email.message import Message
from functools import cache

from pipeline.model.texts import word_set

_LONGEST, _READ, _WINDOW, _SHOWN, _OF_SUBJECT = 20_000, 8_000, 400, 100, 60
_NAMES = 3
"""Words of a name that somebody is called by, at most."""
_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "ja")
# What mail-parser-reply misses: other wordings of "on … somebody wrote", marks of forwarding, Outlook's header block.
_QUOTE_STARTS = re.compile(
    r"(?im)^\s*(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|message original|mensaje original"
    r"|messaggio originale|mensagem original|oorspronkelijk bericht|forwarded message|weitergeleitete nachricht)"
    r"|_{10,}\s*$"
    r"|on\b.{4,200}\bwrote\s*:"
    r"|am\b.{4,200}\bschrieb\b.{0,120}:"
    r"|le\b.{4,200}\ba écrit\s*:"
    r"|el\b.{4,200}\bescribió\s*:"
    r"|il\b.{4,200}\bha scritto\s*:"
    r"|em\b.{4,200}\bescreveu\s*:"
    r"|op\b.{4,200}\bschreef\b.{0,120}:"
    r"|\d{4}年\d{1,2}月\d{1,2}日.{0,120}[:：]\s*$"
    r"|\*?(?:from|von|de|da|van|差出人)\s*[:：]\*?\s.*(?:\n.*){0,3}\n\s*\*?(?:sent|gesendet|envoyé|enviado|inviato|verzonden|date|datum|data|fecha|送信日時)\s*[:：])"
)
_HELLO = (
    r"dear|hello|hi|hey|good (?:morning|afternoon|evening)|liebe[rs]?|hallo|guten (?:tag|morgen)|sehr geehrte[rs]?|bonjour|cher|chère"
    r"|hola|estimad[oa]|querid[oa]|ciao|gentile|car[oa]|olá|prezad[oa]|beste|geachte"
)
_HELLO_ELSEWHERE = (
    r"salut|buenos días|buenas tardes|buongiorno|bo[am] (?:dia|tarde)|hej|hei|moi|kære|kjære|kedves|szia|tisztelt|szanown[ay]|drog[ai]"
    r"|witam|ahoj|dobrý den|mil[ýá]|vážen[ýá]|dragă|bună(?: ziua)?|zdravo|sevgili|sayın|merhaba|sala+m|marhaba|namaste|(?:xin )?chào"
)
# What a program puts around somebody's words: a gateway's warning, what says that they are signed (RFC 9580 7).
_BANNER = re.compile(
    r"\W*(?:caution|warning|attention|achtung|vorsicht|external|extern|externe)\b.*\b(?:external|outside|extern\w*|externe|sender|e-?mail)\b.*"
    r"|\W*(?:this|the) (?:e-?mail|message|sender) (?:originated|came|comes|is|was sent) (?:from )?(?:outside|external)\b.*"
    r"|\W*external(?: e-?mail| sender| message)?\W*|do not click (?:on )?(?:any )?links?\b.*",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:\w+: .*\r?\n)*|(?s:-----BEGIN PGP SIGNATURE-----.*)"
)
_GREETING = re.compile(
    rf"^(?:(?:{_HELLO})\b[^.!?]{{0,60}}|(?:{_HELLO}|{_HELLO_ELSEWHERE})\b(?:\s+[^\s.,!?]+){{0,3}}\s?[,!])$",
    re.IGNORECASE,
)
_NO_NAME = word_set("""
    thanks thx yes no sure ok okay sorry great perfect best cheers regards absolutely certainly gladly agreed done received maybe
    not stop unsubscribe monday tuesday wednesday thursday friday
""")


def decoded(value: object) -> str:
    """Return a header's text, encoded words decoded (RFC 2047), on one line."""
    text = _raw(value) if isinstance(value, Header) else str(value or "")
    with suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
        text = str(make_header(decode_header(text)))
    return one_line(text)[:300]


def _raw(header: Header) -> str:
    """Read a header that holds bytes as they are (RFC 6532): UTF-8, else Latin-1."""
    raw = b"".join(part if isinstance(part, bytes) else part.encode() for part, _ in decode_header(header))
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def one_line(text: str) -> str:
    """Put a stranger's text on one line, without what can't be printed."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def quoted_subject(subject: str) -> str:
    """Quote how a mail's subject begins, for a sentence in brackets."""
    return f"“{subject[:_OF_SUBJECT]}”" if subject else "without a subject"


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
    bare = _bare(text) if part.get_content_type() == "text/html" else text
    return _SIGNED.sub("", bare)[:_LONGEST]


def without_quotes(text: str) -> str:
    """Take out what a mail quotes of ours: lines marked >, and all below the introductions known in eight languages."""
    lines = [line.strip() for line in text[:_READ].replace("\r\n", "\n").split("\n")]
    own = [line for line in lines if not line.startswith((">", "|>"))]
    first = next((n for n in range(len(own)) if _introduces(own[n : n + 4])), len(own))
    kept = "\n".join(own[:first])
    match = _QUOTE_STARTS.search("\n".join(own))
    return kept[: match.start()] if match else kept


def _introduces(lines: list[str]) -> bool:
    """Tell whether a quotation is introduced here; only a few lines at a time, for the patterns are slow on long texts."""
    window = "\n".join(lines)[:_WINDOW]
    return (":" in window or "：" in window) and _introductions().match(window) is not None


def is_greeting(line: str) -> bool:
    """Tell a line that greets and says nothing else."""
    return _GREETING.match(line) is not None or _calls(line)


def first_line(text: str) -> str:
    """Return the first line of somebody's own words, past the greeting, 100 characters at most, whole words."""
    lines = [line for raw in without_quotes(text).split("\n") if (line := one_line(raw))]
    spoken = [line for line in lines if not (is_greeting(line) or _BANNER.fullmatch(line))]
    found = (spoken or lines or [""])[0]
    if len(found) <= _SHOWN:
        return found
    cut = found[: _SHOWN - 1]
    whole = cut.rpartition(" ")[0]  # a link or a text without spaces has no word to end with
    return f"{(whole if len(whole) > _SHOWN // 2 else cut).rstrip()}…"


def _calls(line: str) -> bool:
    """Tell whether a line is no more than whom it calls: "Hanna,"."""
    words = line.rstrip(" ,–-").split()
    return (
        line.endswith((",", "–", "-"))
        and 0 < len(words) <= _NAMES
        and all(w[0].isupper() and w.casefold().strip(",") not in _NO_NAME for w in words)
    )


@cache
def _introductions() -> re.Pattern[str]:
    from mailparser_reply import EmailMessage

    found: re.Pattern[str] = EmailMessage(text="", languages=list(_LANGUAGES)).HEADER_REGEX
    return found


def _bare(markup: str) -> str:
    markup = re.sub(r"(?s)<!--.*?(?:-->|$)", " ", markup)
    markup = re.sub(r"(?is)<(script|style|blockquote|title)\b.*?(?:</\1>|$)", " ", markup)
    hidden = r"<(div|span|p)\b(?=[^>]{0,500}\bdisplay:\s*none)[^>]{0,1000}>.{0,2000}?</\1>"
    markup = re.sub(f"(?is){hidden}", " ", markup)
    markup = re.sub(
        r"(?is)<div\b[^>]{0,1000}\b(?:gmail_quote|divRplyFwdMsg|yahoo_quoted|moz-cite-prefix)\b.*",
        " ",
        markup,
    )
    markup = re.sub(r"(?i)<(br|/p|/div|/tr|/li)\b[^>]*>", "\n", markup)
    return html.unescape(re.sub(r"<[^>]{0,2000}>", " ", markup))
