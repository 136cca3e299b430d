"""One run of sending: each approved letter in its turn, at most once, and what is said of how it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import GONE, IN_DOUBT, Receipt, SendState
from pipeline.mail import preflight
from pipeline.mail.account import Account
from pipeline.mail.connection import SmtpConnection
from pipeline.mail.doubt import found, one_sender, recover_alone
from pipeline.mail.message import one_address
from pipeline.mail.outgoing import (
    Clock,
    Down,
    Halted,
    MailboxDown,
    Outgoing,
    Progress,
    SendOutcome,
    StopRun,
    Watch,
    final_bytes,
)
from pipeline.mail.protocol import Ending, Wire, send_one
from pipeline.mail.ways import files_what_it_sends
from pipeline.model.errors import UserError

SPACING = 5.0
_LOST_IN_A_ROW = 2
_OUTCOMES = {SendState.ACCEPTED: "sent", SendState.REFUSED: "refused", SendState.CHECK: "check", None: "held"}


class _Before(NamedTuple):
    """What was so as the run began: the letters that had gone, and by Message-ID those that an earlier run left open."""

    gone: frozenset[str]
    left_open: Mapping[str, Receipt]


@dataclass
class _Run:
    """One run of sending: what it was given, and where it stands."""

    account: Account
    ledger: Ledger
    watch: Watch | Down | None
    clock: Clock
    connection: SmtpConnection
    recheck: preflight.Recheck
    spacing: float
    daily_limit: int
    quiet_hours: str
    at: Callable[[str], None]
    halted: Halted
    before: _Before
    lost_in_a_row: int = 0
    last_sent: str = ""
    last_accepted: str = ""
    stopped: str = ""

    def to_the_end(self, outgoing: Sequence[Outgoing], progress: Progress) -> list[SendOutcome]:
        """Bring each letter to its end, in turn; whatever happens the server and the mailbox are let go."""
        outcomes = []
        try:
            for number, one in enumerate(outgoing, start=1):
                outcomes.append(self.one(one))
                progress(number, len(outgoing), outcomes[-1])
        finally:
            self.connection.close()
            self.release()
        return outcomes

    def one(self, one: Outgoing) -> SendOutcome:
        """Bring one letter to its end. One bad letter never stops the others."""
        try:
            state, detail = self._recovered(one) or self._attempt(one)
        except UserError as fault:
            state, detail = None, str(fault)
        except StopRun as stop:
            state, self.stopped = None, str(stop)
            self.connection.close(broken=True)
            detail = self.stopped
        receipt = self.ledger.receipt_of(one.letter.message_id) if state is None and self.stopped else None
        if receipt is not None and receipt.state in IN_DOUBT:
            state = SendState.CHECK
        return SendOutcome(
            one.letter.code, one.letter.name, _OUTCOMES.get(state, "held"), one.letter.message_id, detail
        )

    def _recovered(self, one: Outgoing) -> tuple[SendState, str] | None:
        """Say what became of a letter that an earlier run left open, or that turned up in Sent during this one."""
        receipt = self.before.left_open.get(one.letter.message_id)
        if receipt is None:
            now = self.ledger.receipt_of(one.letter.message_id)
            known = one.letter.message_id in self.before.gone
            found_since = now is not None and now.state in GONE and not known
            return (SendState.ACCEPTED, preflight.IN_SENT_ALREADY) if found_since else None
        if receipt.state is SendState.ACCEPTED:
            return receipt.state, "An earlier run sent it: it is in Sent."
        return receipt.state, f"{receipt.note} {self.ledger.state().way_out(one.letter.code)}"

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
        now = self.clock.now()
        content = final_bytes(one, self.account, now, to_override=None)
        self.clock.sleep(preflight.wait_before_next(self.ledger.last_sent_at(now), self.spacing, now))
        why = self._over()
        if why:
            return None, why
        state, detail = self._asked(one)
        if detail:
            return state, detail
        result = self._send(one, content)
        if result.broken and result.state is None:
            result = self._send(one, content)
        self._count_lost(result)
        if result.state is SendState.CHECK and self._is_filed(one.letter.message_id):
            self.ledger.settle(one.receipt(SendState.ACCEPTED, self.clock.now(), "found in Sent"))
            result = Ending(SendState.ACCEPTED, "The server's answer was lost; the letter is in Sent.")
        if result.state in (SendState.ACCEPTED, SendState.CHECK):
            self.last_sent = one.letter.message_id
        if result.state is SendState.ACCEPTED:
            self.last_accepted = one.letter.message_id
        return result.state, result.note

    def _is_filed(self, message_id: str) -> bool:
        """Look for a letter of this run in Sent; where it stands there, so would those after it."""
        filed = found(self.watch, message_id, lambda: self.clock.sleep(1))
        receipt = self.ledger.receipt_of(message_id) if filed else None
        if receipt is not None:
            self.ledger.filed(receipt.at)
        return filed

    def _count_lost(self, result: Ending) -> None:
        """Stop at the second lost answer in a row: the way is broken, and each further letter would be in doubt too."""
        if result.state is not SendState.CHECK:
            self.lost_in_a_row = 0
            return
        self.lost_in_a_row += 1
        if self.lost_in_a_row >= _LOST_IN_A_ROW:
            self.stopped = (
                f"The server's answer was lost {self.lost_in_a_row} times in a row, so nothing more was sent. "
                "It stays approved; look at what became of the letters before it, then send again."
            )

    def _asked(self, one: Outgoing) -> tuple[SendState | None, str]:
        """Ask the mailbox; one that fails once is not asked again in this run."""
        if self.watch is None:
            return None, ""
        if not isinstance(self.watch, Down):
            try:
                self.stopped = self.watch.put_up_claim(self.clock.now())
                if self.stopped:
                    return None, self.stopped
                state, detail = preflight.evidence_against(one, self.watch, self.ledger, self.clock.now())
                self.stopped = detail if detail == preflight.SENT_JUST_NOW else ""
                return state, detail
            except MailboxDown as down:
                self.watch = Down(str(down))
        return None, preflight.without_mailbox(one, self.watch.sentence)

    def release(self) -> None:
        """Let other computers send again, once they can see what went; else the claim runs out by itself."""
        if self.watch is None or isinstance(self.watch, Down):
            return
        if not self.last_sent or self._is_filed(self.last_sent):
            self.watch.release()
        elif self.last_accepted not in ("", self.last_sent):
            self._is_filed(self.last_accepted)

    def _over(self) -> str:
        now = self.clock.now()
        sent = self.ledger.sent_within_a_day(now)
        return self.halted() or preflight.run_is_over(sent, self.daily_limit, self.quiet_hours, now)

    def _send(self, one: Outgoing, content: bytes) -> Ending:
        wire = Wire(
            self.connection.open(),
            self.account.address,
            one_address(one.letter.to),
            self.clock.now,
            self.account.reply_timeout,
            self.at,
        )
        receipt = one.receipt(SendState.SENDING, self.clock.now())
        try:
            result = send_one(wire, content, receipt, one.sha256, self.ledger, self.daily_limit)
        except BaseException:
            self.connection.close(broken=True)
            raise
        if result.broken:
            self.connection.close(broken=True)
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
    spacing: float = SPACING,
    progress: Progress = lambda _done, _all, _outcome: None,
    halted: Halted = lambda: "",
    secret: str | None = None,
    at: Callable[[str], None] = lambda _point: None,
) -> list[SendOutcome]:
    """Send approved letters, each at most once, and say of each how it ended.

    `watch` is the mailbox, `Down` where it is set up and can't be reached, None where there is none. `recheck` says of each
    letter, just before it goes, why it may not (None: it may); `halted` of all that are left. `daily_limit` is for any 24 hours, `spacing` in seconds. Raises UserError where another run is sending or the ledger can't be written.
    """
    with one_sender(ledger):
        before = _begin(ledger, account, watch, clock)
        connection = SmtpConnection(account, secret)
        run = _Run(
            account,
            ledger,
            watch,
            clock,
            connection,
            recheck,
            spacing,
            daily_limit,
            quiet_hours,
            at,
            halted,
            before,
        )
        return run.to_the_end(outgoing, progress)


def _begin(ledger: Ledger, account: Account, watch: Watch | Down | None, clock: Clock) -> _Before:
    """Settle what an earlier run left open, the right to send being held."""
    ledger.send_by(f"{account.smtp} {account.user}")
    if account.smtp is not None and files_what_it_sends(account.smtp):
        ledger.filed(clock.now())
    gone = frozenset(m for m, r in ledger.state().receipts.items() if r.state in GONE)
    left_open = recover_alone(ledger, watch, clock.now(), lambda: clock.sleep(1))
    return _Before(gone, {r.message_id: r for r in left_open})
