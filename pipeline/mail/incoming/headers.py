"""What the header of a mail says of its sender, its recipients, and what it answers."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import getaddresses

from pipeline.mail.incoming.texts import decoded
from pipeline.mail.message import is_message_id

_IDS = re.compile(r"<[^<>\s]{3,600}>")
_FROM = re.compile(rb"^from:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(rb"[^\s<>@:;,\"()\[\]]+@[^\s<>@:;,\"()\[\]]+")
_REPLY_MARKS = r"(?:re|aw|antw|antwort|réf|ref|rép|rif|ris|sv|vs|res|odp|ynt|vá|返信|回复|回覆|答复|答覆)"
_FORWARD_MARKS = (
    r"(?:fwd?|wg|tr|rv|reenv|i|enc|encaminhado|doorst|doorgest|転送|vb|vl|pd|továbbítás|ilt|转发|轉寄)"
)
_TAGS = r"^\s*(?:\[[^\]\d]{1,20}\]\s*)*"  # [EXTERNAL], as gateways put before a subject
_MARK = re.compile(
    rf"{_TAGS}(?:{_REPLY_MARKS}|{_FORWARD_MARKS})\s*(?:\[\d+\])?\s*[:：]\s*(?:\[[^\]\d]{{1,20}}\]\s*)*",
    re.IGNORECASE,
)
_FORWARD = re.compile(rf"{_TAGS}{_FORWARD_MARKS}\s*[:：]", re.IGNORECASE)
_REPLY = re.compile(rf"{_TAGS}{_REPLY_MARKS}\s*(?:\[\d+\])?\s*[:：]", re.IGNORECASE)


def sender_of(mail: Message) -> str:
    """Return the one address that a mail is from, in lower case."""
    return next((a.lower() for a in _addresses(mail, "From")), "")


def sender_in(raw: bytes) -> str:
    """Return the sender's address of a raw header without parsing it, in lower case; "" where it can't be told at a glance."""
    line = _FROM.search(raw)
    found = _ADDRESS.findall(line[0]) if line else []
    return found[-1].decode("ascii", "ignore").lower() if found else ""


def sender_name(mail: Message) -> str:
    """Return the name that stands before the sender's address."""
    text = decoded(mail.get("From"))
    return text.partition("<")[0].strip(" \"'") if "<" in text else ""


def recipient_name(mail: Message) -> str:
    """Return the name of whom a mail is to, with what stands before the @ of the address."""
    text = decoded(mail.get("To"))
    return text.partition(",")[0].rpartition("@")[0]


def recipients_of(mail: Message) -> tuple[str, ...]:
    """Return the addresses that a mail is to, in lower case."""
    return tuple(dict.fromkeys(a.lower() for a in _addresses(mail, "To", "Cc", "Bcc")))


def first_recipients_of(mail: Message) -> tuple[str, ...]:
    """Return the addresses in To alone, in lower case."""
    return tuple(a.lower() for a in _addresses(mail, "To"))


def answers_go_to(mail: Message) -> tuple[str, ...]:
    """Return the addresses in Reply-To, in lower case: whose words a form or a calendar's service passes on."""
    return tuple(a.lower() for a in _addresses(mail, "Reply-To"))


def message_id_of(mail: Message) -> str:
    """Return a mail's own Message-ID, "" where it is not well-formed."""
    text = str(mail.get("Message-ID") or "").strip()
    return text if is_message_id(text) else ""


def referred_ids(mail: Message) -> list[str]:
    """Return the well-formed Message-IDs that a mail answers or refers to, the nearest first: References begins with the oldest."""
    said = {n: ids_in(" ".join(map(str, mail.get_all(n, [])))) for n in ("In-Reply-To", "References")}
    return list(dict.fromkeys((*said["In-Reply-To"], *reversed(said["References"]))))


def answered_id(mail: Message) -> str:
    """Return the Message-ID of the very mail that a mail answers, "" where it names none: the rest of a thread is before it."""
    return next(iter(referred_ids(mail)), "")


def ids_in(text: str) -> list[str]:
    """Return the well-formed Message-IDs in a text, each once."""
    return [i for i in dict.fromkeys(_IDS.findall(text)) if is_message_id(i)]


def bare_subject(subject: str) -> str:
    """Return a subject without its marks of answering and forwarding, in lower case."""
    while (shorter := _MARK.sub("", subject, count=1)) != subject:
        subject = shorter
    return " ".join(subject.casefold().split())


def is_reply_subject(subject: str) -> bool:
    """Tell whether a subject says that it answers."""
    return _REPLY.match(subject) is not None


def is_forward(subject: str) -> bool:
    """Tell whether a subject says that something is passed on, before or below an answer's mark."""
    while True:
        if _FORWARD.match(subject):
            return True
        shorter = _MARK.sub("", subject, count=1)
        if shorter == subject:
            return False
        subject = shorter


def _addresses(mail: Message, *names: str) -> list[str]:
    """Read addresses; a header broken beyond reading has none."""
    values = [str(v) for name in names for v in mail.get_all(name, [])]
    try:
        return [a for _, a in getaddresses(values) if "@" in a]
    except (ValueError, IndexError, TypeError):
        return []
