"""At most once: how one letter goes over the wire, and what is made of it after a crash.

Between the final dot and the server's answer both sides own the mail (RFC 1047). So the ledger knows of the dot before
it goes, and a letter whose answer was lost is never sent again by itself.
"""

from __future__ import annotations

import re
import select
import smtplib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from pipeline.mail.outgoing import StopRun
from pipeline.mail.refusals import is_bad_address, stop_sentence, stops_all
from pipeline.model import Event, EventKind
from pipeline.model.errors import UserError
from pipeline.rules.details import bounce_detail


@dataclass(frozen=True, slots=True)
class Ending:
    """How a letter ended; `state` None: it stays approved. `broken`: the connection can't be used any more."""

    state: SendState | None
    note: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Wire:
    """A connection with a letter's envelope on it. `at` is told of each point passed: faults are put there by tests."""

    smtp: smtplib.SMTP
    sender: str
    recipient: str
    now: Callable[[], datetime]
    reply_timeout: float = 120.0
    at: Callable[[str], None] = lambda _point: None


def send_one(
    wire: Wire, content: bytes, receipt: Receipt, sha256: str, ledger: Ledger, limit: int | None
) -> Ending:
    """Send one letter: approved → sending → dot → accepted, refused, approved again, or to be checked.

    Raises StopRun where no further letter can go now, this one being approved as before or, after the dot, in the ledger.
    """
    reason = ledger.claim(replace(receipt, state=SendState.SENDING, at=wire.now()), content, sha256, limit)
    if reason:
        return Ending(None, reason)
    wire.at("claimed")
    try:
        answer = _up_to_the_dot(wire, content)
    except (OSError, smtplib.SMTPException) as fault:
        wire.smtp.close()
        ledger.withdraw(receipt.message_id, wire.now(), "connection lost before the dot")
        return Ending(
            None,
            f"The connection was lost before the letter was complete ({_said(fault)}); it is still approved.",
            broken=True,
        )
    except BaseException:
        wire.smtp.close()
        raise
    if answer is None:
        _record_dot(wire, ledger, receipt)
        answer = None if _server_spoke_early(wire.smtp) else _dot_and_reply(wire)
        if answer is None:
            wire.smtp.close()
            ledger.withdraw(receipt.message_id, wire.now(), "connection lost before the dot")
            return Ending(
                None,
                "The server broke off before the letter was complete; it is still approved.",
                broken=True,
            )
    wire.at("replied")
    return _settle(wire, ledger, receipt, answer)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A server's answer at a point of the transaction; code 0: none came."""

    point: str
    code: int
    text: str


def _up_to_the_dot(wire: Wire, content: bytes) -> _Answer | None:
    """Send envelope and content without the final dot. Return the answer that ended it early, if one did."""
    smtp = wire.smtp
    if smtp.helo_resp is None and smtp.ehlo_resp is None:
        smtp.ehlo_or_helo_if_needed()
    options = [f"size={len(content)}"] if smtp.has_extn("size") else []
    code, text = smtp.mail(wire.sender, options)
    wire.at("mail")
    if code != 250:
        return _Answer("MAIL", code, _text(text))
    code, text = smtp.rcpt(wire.recipient)
    wire.at("rcpt")
    if code not in (250, 251):
        return _Answer("RCPT", code, _text(text))
    code, text = smtp.docmd("DATA")
    wire.at("data")
    if code != 354:
        return _Answer("DATA", code, _text(text))
    smtp.send(_stuffed(content))
    wire.at("body")
    return None


def _stuffed(content: bytes) -> bytes:
    """Double the dots that begin a line (RFC 5321 4.5.2) and end the last line."""
    stuffed = re.sub(rb"(?m)^\.", b"..", content)
    return stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"


def _record_dot(wire: Wire, ledger: Ledger, receipt: Receipt) -> None:
    try:
        ledger.dot(receipt.message_id, wire.now())
    except BaseException as fault:
        wire.smtp.close()
        if not isinstance(fault, UserError):
            raise
        with suppress(UserError):
            ledger.withdraw(receipt.message_id, wire.now(), "the dot could not be recorded")
        raise StopRun(f"{fault} The letter {receipt.code} did not go.") from None
    wire.at("dot-recorded")


def _server_spoke_early(smtp: smtplib.SMTP) -> bool:
    """Tell whether something lies there to be read before the dot: a goodbye, or the connection's end."""
    return smtp.sock is None or bool(select.select([smtp.sock], [], [], 0)[0])


def _dot_and_reply(wire: Wire) -> _Answer | None:
    """Send the dot and wait for the answer. None: the connection was gone already and the system took no dot."""
    if wire.smtp.sock is None:
        return None
    wire.smtp.sock.settimeout(wire.reply_timeout)
    try:
        wire.smtp.sock.sendall(b".\r\n")
    except ConnectionError:
        return None  # a write that the system refuses left nothing on its way
    except OSError as fault:
        wire.smtp.close()
        return _Answer("dot", 0, _said(fault))
    wire.at("dot-sent")
    try:
        code, text = wire.smtp.getreply()
    except (OSError, smtplib.SMTPException) as fault:
        wire.smtp.close()
        return _Answer("dot", 0, _said(fault))
    except BaseException:
        wire.smtp.close()
        raise
    return _Answer("dot", code, _text(text))


def _settle(wire: Wire, ledger: Ledger, receipt: Receipt, answer: _Answer) -> Ending:
    now = wire.now()
    if answer.point == "dot" and 200 <= answer.code < 300:
        _settle_or_stop(ledger, replace(receipt, state=SendState.ACCEPTED, on=now.date(), at=now, note=""))
        wire.at("settled")
        return Ending(SendState.ACCEPTED, "")
    if answer.point == "dot" and not 400 <= answer.code < 600:
        note = "No answer came after the whole letter was out, so it may have arrived."
        _settle_or_stop(ledger, replace(receipt, state=SendState.CHECK, on=now.date(), at=now, note=note))
        wire.smtp.close()
        return Ending(SendState.CHECK, f"{note} {ledger.state().way_out(receipt.code)}", broken=True)
    if stops_all(answer.point, answer.code, answer.text):
        ledger.withdraw(receipt.message_id, now, f"{answer.code} at {answer.point}")
        raise StopRun(stop_sentence(answer.code, answer.text))
    if answer.code >= 500:
        news = [_bounce(receipt, now)] if _address_is_bad(answer) else []
        note = f"The server refused it ({answer.code} {answer.text})."
        _settle_or_stop(
            ledger, replace(receipt, state=SendState.REFUSED, on=now.date(), at=now, note=note), news
        )
        return Ending(
            SendState.REFUSED,
            note + (" The address does not exist: correct it in the row of the contact." if news else ""),
            not _reset(wire.smtp),
        )
    ledger.withdraw(receipt.message_id, now, f"{answer.code} at {answer.point}")
    return Ending(
        None,
        f"The server can't take it just now ({answer.code} {answer.text}); it is still approved: send again later.",
        not _reset(wire.smtp),
    )


def _settle_or_stop(ledger: Ledger, receipt: Receipt, news: list[Event] | None = None) -> None:
    """Record an ending. Where the disk doesn't take it the letter stays at its dot, and the next start looks for it."""
    try:
        ledger.settle(receipt, news or [])
    except UserError:
        raise StopRun(
            f"The ledger {ledger.path} could not record what became of the letter {receipt.code}; free the disk. "
            "The next run looks for it in Sent; it is not sent again by itself."
        ) from None


def _address_is_bad(answer: _Answer) -> bool:
    return answer.point in ("RCPT", "dot") and is_bad_address(answer.text)


def _bounce(receipt: Receipt, now: datetime) -> Event:
    return Event(
        now.date(),
        receipt.contact_id,
        receipt.name,
        EventKind.BOUNCE,
        "Email",
        bounce_detail(receipt.to),
        receipt.message_id,
    )


def _reset(smtp: smtplib.SMTP) -> bool:
    try:
        return smtp.rset()[0] == 250
    except (OSError, smtplib.SMTPException):
        smtp.close()
        return False


def _text(reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]


def _said(fault: BaseException) -> str:
    if isinstance(fault, TimeoutError) or "timed out" in str(fault):
        return "no answer in time"
    return _text(str(fault)) or type(fault).__name__
