"""At most once: how one letter goes over the wire, and what is made of it after a crash.

Between the final dot and the server's answer both sides own the mail (RFC 1047). So the ledger knows of the dot before
it goes, and a letter whose answer was lost is never sent again by itself.
"""

from __future__ import annotations

import re
import select
import smtplib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import Receipt, SendState
from pipeline.mail.outgoing import Down, MailboxDown, StopRun, Watch
from pipeline.model import Event, EventKind
from pipeline.model.errors import FAILED, USAGE, UserError
from pipeline.rules.details import bounce_detail

_STOPPING = frozenset({421, 454, 530, 534, 535, 538})
_ENHANCED = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_BAD_ADDRESS = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
_SEARCHES = 2


@dataclass(frozen=True, slots=True)
class Result:
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
    wire: Wire, content: bytes, receipt: Receipt, sha256: str, ledger: Ledger, limit: int | None = None
) -> Result:
    """Send one letter: approved → sending → dot → accepted, refused, approved again, or to be checked.

    Raises StopRun where no further letter can go now, this one being approved as before or, after the dot, in the ledger.
    """
    reason = ledger.claim(replace(receipt, state=SendState.SENDING, at=wire.now()), content, sha256, limit)
    if reason:
        return Result(None, reason)
    wire.at("claimed")
    try:
        answer = _up_to_the_dot(wire, content)
    except (OSError, smtplib.SMTPException) as fault:
        wire.smtp.close()
        ledger.withdraw(receipt.message_id, wire.now(), "connection lost before the dot")
        return Result(
            None,
            f"The connection was lost before the letter was complete ({_said(fault)}); it is still approved.",
            broken=True,
        )
    except BaseException:
        wire.smtp.close()
        raise
    if answer is None:
        _record_dot(wire, ledger, receipt)
        if _server_spoke_early(wire.smtp):
            wire.smtp.close()
            ledger.withdraw(receipt.message_id, wire.now(), "connection lost before the dot")
            return Result(
                None,
                "The server broke off before the letter was complete; it is still approved.",
                broken=True,
            )
        answer = _dot_and_reply(wire)
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


def _dot_and_reply(wire: Wire) -> _Answer:
    try:
        if wire.smtp.sock is not None:
            wire.smtp.sock.settimeout(wire.reply_timeout)
        wire.smtp.send(b".\r\n")
        wire.at("dot-sent")
        code, text = wire.smtp.getreply()
    except (OSError, smtplib.SMTPException) as fault:
        wire.smtp.close()
        return _Answer("dot", 0, _said(fault))
    except BaseException:
        wire.smtp.close()
        raise
    return _Answer("dot", code, _text(text))


def _settle(wire: Wire, ledger: Ledger, receipt: Receipt, answer: _Answer) -> Result:
    now = wire.now()
    if answer.point == "dot" and 200 <= answer.code < 300:
        _settle_or_stop(ledger, replace(receipt, state=SendState.ACCEPTED, on=now.date(), at=now, note=""))
        wire.at("settled")
        return Result(SendState.ACCEPTED, "")
    if answer.point == "dot" and not 400 <= answer.code < 600:
        note = "No answer came after the whole letter was out, so it may have arrived."
        _settle_or_stop(ledger, replace(receipt, state=SendState.CHECK, on=now.date(), at=now, note=note))
        wire.smtp.close()
        return Result(SendState.CHECK, f"{note} {how_to_resolve(receipt.code)}", broken=True)
    if _stops(answer):
        ledger.withdraw(receipt.message_id, now, f"{answer.code} at {answer.point}")
        raise StopRun(stop_sentence(answer.code, answer.text))
    if answer.code >= 500:
        news = [_bounce(receipt, now)] if _address_is_bad(answer) else []
        note = f"The server refused it ({answer.code} {answer.text})."
        _settle_or_stop(
            ledger, replace(receipt, state=SendState.REFUSED, on=now.date(), at=now, note=note), news
        )
        return Result(
            SendState.REFUSED,
            note + (" The address does not exist: correct it in Contacts." if news else ""),
            not _reset(wire.smtp),
        )
    ledger.withdraw(receipt.message_id, now, f"{answer.code} at {answer.point}")
    return Result(
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


def _stops(answer: _Answer) -> bool:
    codes = _enhanced(answer.text)
    too_large = answer.code == 552 or "5.3.4" in codes or "5.2.3" in codes
    return (
        answer.code in _STOPPING
        or "5.4.5" in codes
        or (answer.point == "MAIL" and answer.code >= 500 and not too_large)
    )


def stop_sentence(code: int, text: str) -> str:
    """Say why the run stops and what to do next."""
    said = f"({code} {text})"
    if code in (530, 534, 535, 538):
        return (
            f"The server did not take the password {said}. An app password ends when the account's password changes: "
            "make a new one and run `remembered gmail login`. The letters stay approved."
        )
    if "5.4.5" in _enhanced(text):
        return f"The account has sent as much as it may for now {said}. The letters stay approved: send again in a day."
    if 400 <= code < 500:
        return f"The server takes nothing more just now {said}. The letters stay approved: send again later."
    return f"The server does not let this account send {said}. Check Email and Send through in Settings; the letters stay approved."


def _address_is_bad(answer: _Answer) -> bool:
    return answer.point in ("RCPT", "dot") and not _BAD_ADDRESS.isdisjoint(_enhanced(answer.text))


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


def _enhanced(text: str) -> set[str]:
    return {m.group() for m in _ENHANCED.finditer(text)}


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


def how_to_resolve(code: str) -> str:
    """Say what the user does about a letter that may have gone."""
    return f"Look in your Sent folder, then run `remembered resolve {code} sent` or `remembered resolve {code} release`."


@contextmanager
def one_sender(ledger: Ledger) -> Iterator[None]:
    """Hold the one right to send for this workbook; the system takes it back when the process ends, however it ends.

    Raises UserError where another run holds it.
    """
    with closing(sqlite3.connect(ledger.path.with_suffix(".lock"), timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as fault:
            if fault.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise UserError(
                    f"The folder of the ledger, {ledger.path.parent}, can't be written ({fault}); nothing was sent.",
                    exit_code=FAILED,
                ) from None
            raise UserError(
                "Another run of Remembered is sending for this workbook; wait until it is done.",
                exit_code=FAILED,
            ) from None
        yield


def recover(
    ledger: Ledger, watch: Watch | Down | None, now: datetime, pause: Callable[[], None] = lambda: None
) -> tuple[Receipt, ...]:
    """Settle at a start what an earlier run left open. Return the letters whose state changed or that are still to be checked.

    A letter whose dot never went is approved again; for the others Sent and All are searched. While another run is sending
    nothing is touched.
    """
    try:
        with one_sender(ledger):
            return recover_alone(ledger, watch, now, pause)
    except UserError:
        return ()


def recover_alone(
    ledger: Ledger, watch: Watch | Down | None, now: datetime, pause: Callable[[], None] = lambda: None
) -> tuple[Receipt, ...]:
    """Settle what an earlier run left open, the right to send being held."""
    changed = []
    for receipt in ledger.state().receipts.values():
        if receipt.state is SendState.SENDING:
            ledger.withdraw(receipt.message_id, now, "the dot never went")
        elif receipt.state in (SendState.DOT, SendState.CHECK):
            changed.append(_look_for(ledger, receipt, watch, pause))
    return tuple(changed)


def _look_for(
    ledger: Ledger, receipt: Receipt, watch: Watch | Down | None, pause: Callable[[], None]
) -> Receipt:
    """Look for a letter that may have gone; without evidence the user decides."""
    if found(watch, receipt.message_id, pause):
        settled = replace(receipt, state=SendState.ACCEPTED, note="found in Sent")
    elif receipt.state is SendState.CHECK:
        return receipt
    else:
        settled = replace(
            receipt,
            state=SendState.CHECK,
            note="An earlier run ended before the server's answer, so it may have arrived.",
        )
    ledger.settle(settled)
    return settled


def found(watch: Watch | Down | None, message_id: str, pause: Callable[[], None] = lambda: None) -> bool:
    """Search the mailbox for a Message-ID, twice, for the copy in Sent may come a moment later."""
    if watch is None or isinstance(watch, Down):
        return False
    for attempt in range(_SEARCHES):
        with suppress(MailboxDown):
            if watch.find(message_id):
                return True
        if attempt + 1 < _SEARCHES:
            pause()
    return False


def resolve(ledger: Ledger, code: str, verdict: str, at: datetime) -> Receipt:
    """Record what the user says of a letter that may have gone: `sent`, or `release` to let it go again.

    Raises UserError where no such letter waits for an answer.
    """
    if verdict not in ("sent", "release"):
        raise UserError("Say `sent` or `release` after the letter's code.", exit_code=USAGE)
    with one_sender(ledger):
        waiting = (SendState.DOT, SendState.CHECK, SendState.HELD, SendState.EXPORTED)
        receipt = next(
            (r for r in ledger.state().receipts.values() if r.code == code.upper() and r.state in waiting),
            None,
        )
        if receipt is None:
            raise UserError(
                f"No letter {code.upper()} waits for an answer; `remembered doctor` lists those that do.",
                exit_code=USAGE,
            )
        ours = receipt.state in (SendState.DOT, SendState.CHECK)
        state = (
            SendState.RELEASED if verdict == "release" else SendState.ACCEPTED if ours else SendState.BY_HAND
        )
        settled = replace(
            receipt,
            state=state,
            at=at if verdict == "release" else receipt.at,
            note=f"{verdict}, said the user",
        )
        ledger.settle(settled)
    return settled
