"""What came back, and what it means: a wrong address, one that may be tried again, a refusal, a delay (RFC 3463, 3464)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from enum import StrEnum

from pipeline.mail.incoming.delays import says_delayed, says_held
from pipeline.mail.incoming.headers import answered_id, ids_in, is_reply_subject, sender_name, sender_of
from pipeline.mail.incoming.people import Known
from pipeline.mail.incoming.texts import decoded, one_line, plain_text

_ACTION = re.compile(r"(?im)^action:\s*(\w+)")
_STATUS = re.compile(r"(?im)^status:\s*([245]\.\d{1,3}\.\d{1,3})")
_DIAGNOSTIC = re.compile(r"(?im)^diagnostic-code:\s*(?:[\w-]+\s*;)?\s*(.+(?:\n[ \t].+)*)")
_RECIPIENT = re.compile(r"(?im)^(original|final)-recipient:\s*[^;\s]+\s*;\s*<?([^\s<>]+)>?")
_ENHANCED = re.compile(r"\b([45]\.\d{1,3}\.\d{1,3})\b")
_DAEMON = re.compile(r"^(mailer-daemon|postmaster|mail delivery (sub)?system)", re.IGNORECASE)
_MACHINE = re.compile(
    r"postmaster|daemon|mail|deliver|system|server|admin|support|outlook|exchange|notif", re.IGNORECASE
)
_REJECTED = re.compile(r"recipient address rejected", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"(?im)^[ \t>]*message-id:\s*(<[^<>\s]+>)")
_REPLY_LINE = re.compile(r"(?m)^.*\b[45]\d\d[ -].*$")
_ADDRESS = re.compile(r"[^\s<>;:,\"()\[\]：，；。（）【】「」]+@[^\s<>;:,\"()\[\]：，；。（）【】「」]+")
_AGAIN = re.compile(
    r"quota|mailbox (?:is )?full|over ?quota|insufficient|try again|temporar|greylist|timed? ?out|overloaded|voll\b|pleine\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"spam|policy|block(?:ed|list)|black ?list|denied|not authori[sz]ed|reputation|reject(?:ed|s) (?:by|due)|restricted|DMARC|SPF\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"unknown|no such|not exist|not found|invalid (?:recipient|address|mailbox)|unavailable|disabled|inactive",
    re.IGNORECASE,
)
# A report in words alone, in eight languages and a few words of six others: that a mail did not arrive.
_FAILED = re.compile(
    r"\b[45]\.\d{1,3}\.\d{1,3}\b|(?m:^.*\b[45]\d\d[ -](?!\d{3,4}\b).*$)|(?:could ?n['’o]t|wasn['’]t|unable to|failed to|not) (?:be )?deliver|failed permanently|undeliverable"
    r"|nicht zugestellt|unzustellbar|n['’]a (?:pas )?pu être (?:remis|distribué|livré)|no (?:se (?:ha podido|pudo)|pudo) (?:ser )?entrega"
    r"|non (?:è stato|recapitabile)|impossibile recapitare|não (?:foi possível|pôde ser) entreg|niet (?:worden )?(?:bezorgd|afgeleverd)|配信(?:できません|されません)|お届けでき"
    r"|退信|无法(?:送达|投递)|無法(?:傳遞|送達)|投递失败|inte (?:att )?levereras?|(?:ikke|kunne ikke) (?:blive |bli )?leveres?|nie (?:można|udało się) dostarczyć|niedostarczon"
    r"|nelze doručit|nedoručiteln|не (?:может быть|было|удалось) достав|недоставлен",
    re.IGNORECASE,
)
_ARRIVED = frozenset({"delivered", "relayed", "expanded"})
_STATUS_TYPES = ("message/delivery-status", "message/global-delivery-status")
_WRONG_CODES = ("5.1.", "5.2.1", "5.4.4", "5.4.310", "5.0.350")
_AGAIN_CODES = ("4.", "5.2.2", "5.3.1", "5.3.2", "5.4.1", "5.4.7", "5.4.300", "5.4.316")
_REFUSED_CODES = ("5.7.", "5.6.", "5.2.3", "5.3.4")


class Failure(StrEnum):
    """What a report means for the letter."""

    WRONG = "wrong"
    AGAIN = "again"
    REFUSED = "refused"
    DELAYED = "delayed"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True)
class Report:
    """A delivery report on a letter of ours: what it means, the address, and the server's own words.

    `by_id`: it names the letter; else it may be on another mail to that address.
    """

    failure: Failure
    original_id: str
    address: str = ""
    words: str = ""
    by_id: bool = True


def looks_like_report(header: Message) -> bool:
    """Tell whether a mail server wrote it to say what became of a mail."""
    if header.get_content_type() == "multipart/report":
        return str(header.get_param("report-type") or "delivery-status").lower() == "delivery-status"
    if header.get("X-Failed-Recipients"):
        return True
    from_text = decoded(header.get("From"))
    named = _DAEMON.match(from_text) or _DAEMON.match(sender_of(header))
    return named is not None and not _is_an_answer(header)


def _is_an_answer(header: Message) -> bool:
    """Tell whether somebody with a name of their own answers from postmaster@, as those who run a mail server do."""
    name = sender_name(header)
    return (
        sender_of(header).startswith("postmaster@")
        and bool(name)
        and not _MACHINE.search(name)
        and is_reply_subject(decoded(header.get("Subject")))
        and str(header.get("Auto-Submitted") or "no").strip().lower() == "no"
        and str(header.get("Return-Path") or "").strip() != "<>"
    )


def report_in(mail: Message, known: Known) -> Report | None:
    """Read a delivery report; None where it is not on a letter of ours.

    It names the letter by the Message-ID of what it returns, whatever else that refers to: another mail of the user's in the
    same thread is none. One that returns nothing names it as the mail that it answers, else by the address that failed, to
    which our last letter went.
    """
    status = "\n".join(_status_text(p) for p in mail.walk() if p.get_content_type() in _STATUS_TYPES)
    returned = _returned(mail)
    address = _address(mail, status, returned, known)
    named = "\n".join(_MESSAGE_ID.findall(returned)) or returned
    ids = [i for i in ids_in(named) if i.strip("<>").lower() != address]
    ours = next((i for i in ids if i in known.letters), "")
    by_id = True
    if not ours and not ids and (status or mail.get("X-Failed-Recipients") or _speaks_of_it(mail, returned)):
        answered = answered_id(mail)
        by_id = bool(answered)
        ours = (
            (answered if answered in known.letters else "") if by_id else known.last_letters.get(address, "")
        )
    failure = _failure(mail, status, returned) if ours else None
    return Report(failure, ours, address, _words(status, returned), by_id) if failure else None


def _speaks_of_it(mail: Message, returned: str) -> bool:
    return _FAILED.search(returned[:3000]) is not None or says_delayed(mail)


def _failure(mail: Message, status: str, returned: str) -> Failure | None:
    """Say what became of the letter: by its status; without one by the server's words, where a delay goes before a failure.

    A delay that is taken for a failure makes the letter due again while the server still delivers the first.
    """
    actions = {a.lower() for a in _ACTION.findall(status)}
    if "failed" in actions:
        return _meaning(status, status)
    if actions:
        arrived = Failure.ARRIVED if actions <= _ARRIVED else None
        return Failure.DELAYED if "delayed" in actions else arrived
    if not any(code.startswith("5") for code in _STATUS.findall(status)):
        if says_delayed(mail):
            return Failure.DELAYED
        if says_held(mail):
            return None
    return _meaning(status, status or returned)


def _meaning(status: str, text: str) -> Failure:
    words = " ".join(_DIAGNOSTIC.findall(status)) or text[:3000]
    codes = [c for c in _STATUS.findall(status) if not c.endswith(".0.0")]
    codes = [c for c in _ENHANCED.findall(words) if not c.endswith(".0.0")] or codes
    code = next(iter(codes), "")
    if code == "5.4.1" and (_UNKNOWN.search(words) or _REJECTED.search(words)):
        return Failure.WRONG
    if code.startswith(_AGAIN_CODES):
        return Failure.AGAIN
    if code.startswith(_REFUSED_CODES):
        return Failure.REFUSED
    if code.startswith(_WRONG_CODES):
        return Failure.WRONG
    if _UNKNOWN.search(words):
        return Failure.WRONG
    if _AGAIN.search(words):
        return Failure.AGAIN
    return Failure.REFUSED if _REFUSED.search(words) else Failure.WRONG


def _words(status: str, returned: str) -> str:
    """Return the server's own words, addresses left out: the detail says whose it is."""
    said = _DIAGNOSTIC.search(status) or _REPLY_LINE.search(returned)
    words = one_line(said[1] if said and said.lastindex else said[0] if said else "")
    return _ADDRESS.sub("…", words).replace("<…>", "…")[:160].strip()


def _address(mail: Message, status: str, returned: str, known: Known) -> str:
    """Return the address that failed: the one that we wrote to, before the one that it was passed on to."""
    failed = {which.lower(): address.lower() for which, address in reversed(_RECIPIENT.findall(status))}
    named = str(mail.get("X-Failed-Recipients") or "").partition(",")[0].strip().lower()
    found = [failed.get("original", ""), failed.get("final", ""), named]
    if not any(found):
        found += [a.lower() for a in _ADDRESS.findall(returned[:3000]) if a.lower() in known.contacts]
    return next((a for a in found if a in known.last_letters), next((a for a in found if "@" in a), ""))


def _returned(mail: Message) -> str:
    """Return the text of the returned mail's header, as a part of its own or, from old servers, within the text."""
    parts = []
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload()
            found = isinstance(inner, list) and inner and isinstance(inner[0], Message)
            parts.append(f"Message-ID: {inner[0].get('Message-ID', '')}" if found else "")  # type: ignore[index, union-attr]
        elif kind == "message/global":
            parts.append(part.as_string()[:20_000])
        elif (
            kind in ("text/rfc822-headers", "message/rfc822-headers", "text/plain")
            and not part.is_multipart()
        ):
            payload = part.get_payload(decode=True)
            parts.append(payload[:100_000].decode("utf-8", "replace") if isinstance(payload, bytes) else "")
    return "\n".join(parts) or plain_text(mail)


def _status_text(part: Message) -> str:
    payload = part.get_payload()
    blocks = payload if isinstance(payload, list) else [part]
    said = []
    for block in (b for b in blocks if isinstance(b, Message)):
        rest = block.get_payload()
        said += [*(f"{n}: {v}" for n, v in block.items()), rest if isinstance(rest, str) else ""]
    return "\n".join(said)
