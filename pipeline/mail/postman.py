"""Letters by mail, through the account's own server: yagmail opens the connection, the protocol sends."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import make_msgid
from typing import Any

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import GONE, Receipt, SendState
from pipeline.mail import preflight
from pipeline.mail.account import Account, password, tls_context
from pipeline.mail.message import build, one_address, to_bytes
from pipeline.mail.outgoing import Clock, Down, MailboxDown, Outcome, Outgoing, StopRun, Watch
from pipeline.mail.protocol import (
    Result,
    Wire,
    found,
    how_to_resolve,
    one_sender,
    recover_alone,
    send_one,
    stop_sentence,
)
from pipeline.model.errors import UserError

SPACING = 5.0
Progress = Callable[[int, int, str], None]
_OUTCOMES = {SendState.ACCEPTED: "sent", SendState.REFUSED: "refused", SendState.CHECK: "check", None: "held"}


def final_bytes(one: Outgoing, account: Account, now: datetime, to_override: str | None = None) -> bytes:
    """Build exactly what would go over the wire."""
    return to_bytes(
        build(
            one.letter,
            account.sender,
            account.user,
            date=now,
            enclosures=one.enclosures,
            to_override=to_override,
        )
    )


class SmtpPostman:
    """A connection to the account's server, encrypted and verified, opened when first needed."""

    def __init__(self, account: Account, secret: str | None = None) -> None:
        self._account = account
        self._secret = secret
        self._client: Any = None

    def open(self) -> smtplib.SMTP:
        """Return the connection, logging in if there is none. Raises StopRun with a sentence where that can't be."""
        if self._client is None:
            self._client = self._connected()
        smtp: smtplib.SMTP = self._client.smtp
        return smtp

    def close(self, *, broken: bool = False) -> None:
        """End the connection; a broken one without a word, for a QUIT could land in a letter."""
        client, self._client = self._client, None
        if client is None:
            return
        client.is_closed = True
        with suppress(OSError, smtplib.SMTPException):
            if not broken:
                client.smtp.quit()
        client.smtp.close()

    def _connected(self) -> Any:
        import yagmail

        account, context = self._account, tls_context()
        ways: dict[str, Any] = (
            {"smtp_ssl": False, "smtp_starttls": {"context": context}}
            if account.starttls
            else {"context": context}
        )
        client = yagmail.SMTP(
            account.user,
            self._secret or password(account),
            host=account.smtp_host,
            port=account.smtp_port,
            timeout=account.timeout,
            **ways,
        )
        client.is_closed = True
        try:
            client.login()
        except (OSError, smtplib.SMTPException) as fault:
            client.is_closed = True
            if client.smtp is not None:
                client.smtp.close()
            raise StopRun(_why_not_open(fault, account)) from None
        client.is_closed = True
        # The dot goes as a packet of its own: without this it would wait 40 ms for the body's acknowledgment.
        client.smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return client


def _why_not_open(fault: Exception, account: Account) -> str:
    where = f"{account.smtp_host}:{account.smtp_port}"
    if isinstance(fault, ssl.SSLCertVerificationError):
        return (
            f"{where} did not prove that it is who it says ({fault.verify_message}); nothing was sent to it. "
            "If you are on a guest network, sign in to it or use another, then try again."
        )
    if isinstance(fault, smtplib.SMTPNotSupportedError):
        return f"{where} offers no encryption or no login; nothing was sent to it. Check SMTP server in Settings."
    if isinstance(fault, smtplib.SMTPResponseException):
        said = (
            fault.smtp_error.decode("utf-8", "replace")
            if isinstance(fault.smtp_error, bytes)
            else str(fault.smtp_error)
        )
        return stop_sentence(fault.smtp_code, " ".join(said.split())[:200])
    late = isinstance(fault, TimeoutError) or "timed out" in str(fault)
    reason = "no answer in time" if late else getattr(fault, "strerror", None) or "it closed the connection"
    return f"{where} can't be reached ({reason}). Check the internet connection; the letters stay approved."


@dataclass
class _Run:
    """One run of sending: what it was given, and where it stands."""

    account: Account
    ledger: Ledger
    watch: Watch | Down | None
    clock: Clock
    postman: SmtpPostman
    recheck: preflight.Recheck
    spacing: float
    daily_limit: int
    quiet_hours: str
    limit: int | None
    at: Callable[[str], None]
    recovered: Mapping[str, Receipt]
    gone_before: frozenset[str]
    sent: int = 0
    stopped: str = ""

    def one(self, one: Outgoing) -> Outcome:
        """Bring one letter to its end. One bad letter never stops the others."""
        try:
            state, detail = self._recovered(one) or self._attempt(one)
        except UserError as fault:
            state, detail = None, str(fault)
        except StopRun as stop:
            state, self.stopped = None, str(stop)
            self.postman.close(broken=True)
            detail = self.stopped
        receipt = (
            self.ledger.state().receipt_of(one.letter.message_id) if state is None and self.stopped else None
        )
        if receipt is not None and receipt.state in (SendState.DOT, SendState.CHECK):
            state = SendState.CHECK
        return Outcome(
            one.letter.code, one.letter.name, _OUTCOMES.get(state, "held"), one.letter.message_id, detail
        )

    def _recovered(self, one: Outgoing) -> tuple[SendState, str] | None:
        """Say what became of a letter that an earlier run left open, or that turned up in Sent during this one."""
        receipt = self.recovered.get(one.letter.message_id)
        if receipt is None:
            now = self.ledger.state().receipt_of(one.letter.message_id)
            found_since = (
                now is not None and now.state in GONE and one.letter.message_id not in self.gone_before
            )
            return (SendState.ACCEPTED, preflight.IN_SENT_ALREADY) if found_since else None
        if receipt.state is SendState.ACCEPTED:
            return receipt.state, "An earlier run sent it: it is in Sent."
        return receipt.state, f"{receipt.note} {how_to_resolve(one.letter.code)}"

    def _attempt(self, one: Outgoing) -> tuple[SendState | None, str]:
        receipt = one.receipt(SendState.SENDING, self.clock.now())
        why = (
            self.stopped
            or self._over()
            or self.ledger.why_not(receipt, one.sha256)
            or preflight.refusal(one, self.recheck)
        )
        if why:
            return None, why
        content = final_bytes(one, self.account, self.clock.now())
        self.clock.sleep(
            preflight.wait_before_next(self.ledger.last_sent_at(), self.spacing, self.clock.now())
        )
        why = self._over()
        if why:
            return None, why
        state, detail = self._asked(one)
        if detail:
            return state, detail
        result = self._send(one, content)
        if result.broken and result.state is None:
            result = self._send(one, content)
        if result.state is SendState.CHECK and found(
            self.watch, one.letter.message_id, lambda: self.clock.sleep(1)
        ):
            self.ledger.settle(one.receipt(SendState.ACCEPTED, self.clock.now(), "found in Sent"))
            result = Result(SendState.ACCEPTED, "The server's answer was lost; the letter is in Sent.")
        self.sent += result.state in (SendState.ACCEPTED, SendState.CHECK)
        return result.state, result.note

    def _asked(self, one: Outgoing) -> tuple[SendState | None, str]:
        """Ask the mailbox; one that fails once is not asked again in this run."""
        if self.watch is None:
            return None, ""
        if not isinstance(self.watch, Down):
            try:
                return preflight.evidence_against(one, self.watch, self.ledger, self.clock.now())
            except MailboxDown as down:
                self.watch = Down(str(down))
        return None, preflight.without_mailbox(one, self.watch.sentence)

    def _over(self) -> str:
        now = self.clock.now()
        return preflight.run_is_over(
            self.sent, self.limit, self.ledger.sent_within_a_day(now), self.daily_limit, self.quiet_hours, now
        )

    def _send(self, one: Outgoing, content: bytes) -> Result:
        wire = Wire(
            self.postman.open(),
            self.account.user,
            one_address(one.letter.to),
            self.clock.now,
            self.account.reply_timeout,
            self.at,
        )
        receipt = one.receipt(SendState.SENDING, self.clock.now())
        try:
            result = send_one(wire, content, receipt, one.sha256, self.ledger, self.daily_limit)
        except BaseException:
            self.postman.close(broken=True)
            raise
        if result.broken:
            self.postman.close(broken=True)
        return result


def send_letters(
    outgoing: Sequence[Outgoing],
    account: Account,
    ledger: Ledger,
    watch: Watch | Down | None,
    clock: Clock,
    *,
    recheck: preflight.Recheck,
    daily_limit: int,
    quiet_hours: str = "",
    limit: int | None = None,
    spacing: float = SPACING,
    progress: Progress = lambda _done, _all, _said: None,
    secret: str | None = None,
    at: Callable[[str], None] = lambda _point: None,
) -> list[Outcome]:
    """Send approved letters, each at most once, and say of each how it ended.

    `watch` is the mailbox, `Down` where it is set up and can't be reached, None where there is none. `recheck` says of each
    letter, just before it goes, why it may not (None: it may). `limit` is for this run, `daily_limit` for any 24 hours,
    `spacing` in seconds. Raises UserError where another run is sending or the ledger can't be written.
    """
    outcomes = []
    with one_sender(ledger):
        gone = frozenset(m for m, r in ledger.state().receipts.items() if r.state in GONE)
        recovered = {
            r.message_id: r for r in recover_alone(ledger, watch, clock.now(), lambda: clock.sleep(1))
        }
        postman = SmtpPostman(account, secret)
        run = _Run(
            account,
            ledger,
            watch,
            clock,
            postman,
            recheck,
            spacing,
            daily_limit,
            quiet_hours,
            limit,
            at,
            recovered,
            gone,
        )
        try:
            for number, one in enumerate(outgoing, start=1):
                outcomes.append(run.one(one))
                progress(number, len(outgoing), f"{one.letter.name}: {outcomes[-1].outcome}")
        finally:
            postman.close()
    return outcomes


def rehearse(
    outgoing: Sequence[Outgoing],
    account: Account,
    clock: Clock,
    *,
    limit: int | None = None,
    secret: str | None = None,
    progress: Progress = lambda _done, _all, _said: None,
) -> list[Outcome]:
    """Send letters to the user's own address, under other Message-IDs, recorded as nothing.

    Raises UserError where the server can't be reached or refuses.
    """
    chosen = list(outgoing)[:limit]
    postman = SmtpPostman(account, secret)
    outcomes = []
    try:
        smtp = postman.open()
        for number, one in enumerate(chosen, start=1):
            rehearsed = make_msgid("rehearsal", account.user.rpartition("@")[2])
            letter = replace(one.letter, identity=replace(one.letter.identity, message_id=rehearsed))
            content = final_bytes(replace(one, letter=letter), account, clock.now(), to_override=account.user)
            smtp.sendmail(account.user, [account.user], content)
            outcomes.append(
                Outcome(letter.code, letter.name, "sent", letter.message_id, f"to yourself, {account.user}")
            )
            progress(number, len(chosen), f"{letter.name}: to yourself")
    except StopRun as stop:
        raise UserError(str(stop), exit_code=1) from None
    except (OSError, smtplib.SMTPException) as fault:
        raise UserError(
            f"The rehearsal stopped after {len(outcomes)} of {len(chosen)} ({type(fault).__name__}).",
            exit_code=1,
        ) from None
    finally:
        postman.close()
    return outcomes
