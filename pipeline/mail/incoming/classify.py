"""Who wrote to us, and what it is. No clock, file or network: a mail and what is known in, a value out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from email.message import Message
from email.utils import getaddresses
from enum import StrEnum

from pipeline.mail.incoming.dates import return_date
from pipeline.mail.incoming.meetings import Invited, invited
from pipeline.mail.incoming.texts import decoded, plain_text, without_quotes
from pipeline.mail.message import is_message_id

_IDS = re.compile(r"<[^<>\s]{3,600}>")
_ACTION = re.compile(r"(?im)^action:\s*(\w+)")
_RECIPIENT = re.compile(r"(?im)^(original|final)-recipient:\s*[^;\s]+\s*;\s*<?([^\s<>]+)>?")
_AUTOMATIC_SUBJECT = re.compile(
    r"(automatic reply|automatische antwort|réponse automatique|respuesta automática|abwesenheitsnotiz|out of office)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rb"[^\s<>@:;,\"()\[\]]+@[^\s<>@:;,\"()\[\]]+")
_SERVERS = re.compile(
    rb"mailer-daemon|postmaster|mail delivery|multipart/report|x-failed-recipients|remembered\."
)
_DAEMON = re.compile(r"^(mailer-daemon|postmaster|mail delivery (sub)?system)", re.IGNORECASE)
_PUBLIC = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "msn.com",
        "yahoo.com",
        "ymail.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "aol.com",
        "gmx.de",
        "gmx.net",
        "gmx.com",
        "gmx.at",
        "gmx.ch",
        "web.de",
        "t-online.de",
        "freenet.de",
        "posteo.de",
        "mailbox.org",
        "proton.me",
        "protonmail.com",
        "orange.fr",
        "free.fr",
        "laposte.net",
        "wanadoo.fr",
        "yandex.com",
        "mail.com",
        "zoho.com",
        "fastmail.com",
        "hey.com",
        "comcast.net",
        "verizon.net",
        "att.net",
        "bluewin.ch",
    ]
)


class MailKind(StrEnum):
    BOUNCE = "bounce"
    OWN = "own"
    AUTOMATIC = "automatic"
    INVITATION = "invitation"
    REPLY = "reply"
    UNSURE = "unsure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Known:
    """What mail is matched against: contacts by lower-case address, our letters' contacts by Message-ID, our addresses."""

    contacts: Mapping[str, str]
    letters: Mapping[str, str]
    own: frozenset[str]
    open_domains: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A mail understood. `original_id` is our letter that it is about; `address` whose it is, or the one that bounced."""

    kind: MailKind
    contact_id: str = ""
    arrived: date | None = None
    address: str = ""
    subject: str = ""
    detail: str = ""
    return_date: date | None = None
    invited: Invited | None = None
    original_id: str = ""
    answers: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


def is_public_domain(domain: str) -> bool:
    """Tell whether a domain is a mail provider's, so that sharing it says nothing."""
    return domain.lower() in _PUBLIC


class Sieve:
    """Tell at a glance, without parsing, which headers can't matter: most mail is from neither contacts nor mail servers."""

    def __init__(self, known: Known) -> None:
        self._wanted = frozenset(
            a.lower().encode() for a in (*known.contacts, *(i.strip("<>") for i in known.letters))
        )
        self._domains = frozenset(d.encode() for d in known.open_domains)

    def may_matter(self, raw: bytes) -> bool:
        """Tell whether a header names a contact, a letter of ours, a colleague's domain, or looks like a server's report."""
        text = raw.lower()
        found = _ADDRESS.findall(text)
        return (
            not self._wanted.isdisjoint(found)
            or _SERVERS.search(text) is not None
            or not self._domains.isdisjoint(a.rpartition(b"@")[2] for a in found)
        )


def needs_whole(header: Message, known: Known) -> bool:
    """Tell whether the header alone can't say what a mail is."""
    if _report_like(header):
        return True
    sender = sender_of(header)
    return sender not in known.own and (
        sender in known.contacts or bool(_ours_among(referred_ids(header), known)) or _calendar_like(header)
    )


def classify(mail: Message, known: Known, arrived: datetime, zone: tzinfo) -> Incoming:
    """Say what a mail is: bounce, our own, automatic, invitation, reply, unsure or other, looked at in this order (RFC 3464, 3834, 5546).

    An invitation is one even when its calendar sent it (and so marked it as automatic).
    """
    sender, ids, day = sender_of(mail), referred_ids(mail), arrived.astimezone(zone).date()
    about = _ours_among(ids, known)
    contact = known.contacts.get(sender, "") or (known.letters[about] if about else "")
    found = Incoming(
        MailKind.OTHER,
        contact,
        day,
        sender,
        decoded(mail.get("Subject")),
        original_id=about,
        answers=tuple(ids),
        to=recipients_of(mail),
    )
    if _report_like(mail):
        return _bounced(mail, known, found)
    if sender in known.own:
        return replace(
            found,
            kind=MailKind.OWN,
            contact_id=next((known.contacts[t] for t in found.to if t in known.contacts), ""),
        )
    invitation = invited(mail, zone)
    if _automatic(mail, found.subject) and invitation is None:
        back = return_date(f"{found.subject}\n{without_quotes(plain_text(mail))}", day)
        return replace(found, kind=MailKind.AUTOMATIC, return_date=back)
    if invitation is not None and contact:
        return replace(found, kind=MailKind.INVITATION, invited=invitation)
    if _from_a_list(mail):
        return replace(found, contact_id="")
    if contact:
        return replace(found, kind=MailKind.REPLY)
    colleague = _colleague_of(sender, known)
    return replace(found, kind=MailKind.UNSURE, contact_id=colleague) if colleague else found


def sender_of(mail: Message) -> str:
    """Return the one address that a mail is from, in lower case."""
    return next((a.lower() for a in _addresses(mail, "From")), "")


def recipients_of(mail: Message) -> tuple[str, ...]:
    """Return the addresses that a mail is to, in lower case."""
    return tuple(dict.fromkeys(a.lower() for a in _addresses(mail, "To", "Cc", "Bcc")))


def message_id_of(mail: Message) -> str:
    """Return a mail's own Message-ID, "" where it is not well-formed."""
    text = str(mail.get("Message-ID") or "").strip()
    return text if is_message_id(text) else ""


def referred_ids(mail: Message) -> list[str]:
    """Return the well-formed Message-IDs that a mail answers or refers to."""
    text = " ".join(str(v) for name in ("In-Reply-To", "References") for v in mail.get_all(name, []))
    return [i for i in dict.fromkeys(_IDS.findall(text)) if is_message_id(i)]


def _addresses(mail: Message, *names: str) -> list[str]:
    """Read addresses; a header broken beyond reading has none."""
    values = [str(v) for name in names for v in mail.get_all(name, [])]
    try:
        return [a for _, a in getaddresses(values) if "@" in a]
    except (ValueError, IndexError, TypeError):
        return []


def _ours_among(ids: list[str], known: Known) -> str:
    return next((i for i in ids if i in known.letters), "")


def _report_like(mail: Message) -> bool:
    if mail.get_content_type() == "multipart/report":
        return str(mail.get_param("report-type") or "delivery-status").lower() == "delivery-status"
    if mail.get("X-Failed-Recipients"):
        return True
    from_text = decoded(mail.get("From"))
    return bool(_DAEMON.match(from_text) or _DAEMON.match(sender_of(mail)))


def _colleague_of(sender: str, known: Known) -> str:
    domain = sender.rpartition("@")[2]
    return "" if is_public_domain(domain) else known.open_domains.get(domain, "")


def _bounced(mail: Message, known: Known, found: Incoming) -> Incoming:
    """Read a delivery report: it counts only if it returns a letter of ours and says that delivery failed for good."""
    ours = next((i for i in _IDS.findall(_inner_text(mail)) if i in known.letters), "")
    reports = "\n".join(
        _status_text(p) for p in mail.walk() if p.get_content_type() == "message/delivery-status"
    )
    actions = {a.lower() for a in _ACTION.findall(reports)}
    if not ours or (actions and "failed" not in actions):
        return replace(
            found, contact_id="", original_id=ours, detail="delayed" if "delayed" in actions else ""
        )
    failed = {which.lower(): address.lower() for which, address in reversed(_RECIPIENT.findall(reports))}
    address = (
        failed.get("original")
        or failed.get("final")
        or str(mail.get("X-Failed-Recipients") or "").strip().lower()
    )
    return replace(
        found,
        kind=MailKind.BOUNCE,
        contact_id=known.letters[ours],
        original_id=ours,
        address=address if "@" in address else "",
    )


def _inner_text(mail: Message) -> str:
    """Return the text of the returned mail's header, as a part of its own or, from old servers, within the text."""
    parts = []
    for part in mail.walk():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            parts.append(
                str(inner[0].get("Message-ID", ""))
                if isinstance(inner, list) and inner and isinstance(inner[0], Message)
                else ""
            )
        elif (
            part.get_content_type() in ("text/rfc822-headers", "message/rfc822-headers", "text/plain")
            and not part.is_multipart()
        ):
            parts.append(_decoded_payload(part))
        elif part.get_content_type() == "message/global":
            parts.append(part.as_string()[:20_000])
    return "\n".join(parts)


def _status_text(part: Message) -> str:
    payload = part.get_payload()
    blocks = payload if isinstance(payload, list) else [part]
    return "\n".join(
        f"{name}: {value}" for block in blocks if isinstance(block, Message) for name, value in block.items()
    ) + (f"\n{payload}" if isinstance(payload, str) else "")


def _decoded_payload(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return payload[:100_000].decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _automatic(mail: Message, subject: str) -> bool:
    submitted = str(mail.get("Auto-Submitted") or "no").split(";")[0].strip().lower()
    marked = any(mail.get(name) for name in ("X-Autoreply", "X-Autorespond"))
    preceded = str(mail.get("Precedence") or "").strip().lower() in ("auto_reply", "auto-reply")
    return submitted != "no" or marked or preceded or _AUTOMATIC_SUBJECT.match(subject) is not None


def _from_a_list(mail: Message) -> bool:
    return bool(mail.get("List-Id")) or str(mail.get("Precedence") or "").strip().lower() in (
        "bulk",
        "list",
        "junk",
    )


def _calendar_like(mail: Message) -> bool:
    return (
        mail.get_content_type() == "text/calendar"
        or "calendar" in sender_of(mail)
        or "calendar" in str(mail.get("Sender") or "").lower()
    )
