"""After a stop or a lost answer: what an earlier run left open is looked for, and what nobody can know the user decides."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import IN_DOUBT, Notice, Receipt, SendState
from pipeline.mail.incoming.standing import MAY_BE_A_LETTER
from pipeline.mail.outgoing import Down, Finder, MailboxDown
from pipeline.model.came_in import command
from pipeline.model.errors import FAILED, USAGE, UserError

_SEARCHES = 2


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


def recover(ledger: Ledger, watch: Finder | Down | None, now: datetime) -> tuple[Receipt, ...]:
    """Settle at a start what an earlier run left open. Return the letters whose state changed or that are still to be checked.

    A letter whose dot never went is approved again; for the others Sent and All are searched. While another run is sending
    nothing is touched.
    """
    try:
        with one_sender(ledger):
            return recover_alone(ledger, watch, now)
    except UserError:
        return ()


def recover_alone(
    ledger: Ledger, watch: Finder | Down | None, now: datetime, pause: Callable[[], None] = lambda: None
) -> tuple[Receipt, ...]:
    """Settle what an earlier run left open, the right to send being held."""
    changed = []
    for receipt in ledger.state().receipts.values():
        if receipt.state is SendState.SENDING:
            ledger.withdraw(receipt.message_id, now, "the dot never went")
        elif receipt.state in IN_DOUBT:
            changed.append(_look_for(ledger, receipt, watch, pause))
    return tuple(changed)


def settle_told(ledger: Ledger, notes: Mapping[str, str]) -> bool:
    """Settle letters that may have gone and of which a mail tells that they did, by Message-ID. Tell whether there was one.

    While another run is sending nothing is touched.
    """
    if not any(m in notes for m in _in_doubt(ledger)):
        return False
    settled = False
    with suppress(UserError), one_sender(ledger):
        for message_id, receipt in _in_doubt(ledger).items():
            if message_id in notes:
                ledger.settle(replace(receipt, state=SendState.ACCEPTED, note=notes[message_id]))
                settled = True
    return settled


def _in_doubt(ledger: Ledger) -> dict[str, Receipt]:
    return {m: r for m, r in ledger.state().receipts.items() if r.state in IN_DOUBT}


def _look_for(
    ledger: Ledger, receipt: Receipt, watch: Finder | Down | None, pause: Callable[[], None]
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


def found(watch: Finder | Down | None, message_id: str, pause: Callable[[], None] = lambda: None) -> bool:
    """Search the mailbox for a Message-ID, twice, for the copy in Sent may come a moment later."""
    if watch is None or isinstance(watch, Down):
        return False
    for attempt in range(_SEARCHES):
        with suppress(MailboxDown):
            if watch.find(message_id) is not None:
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
        waiting = IN_DOUBT | {SendState.HELD, SendState.EXPORTED}
        receipt = next(
            (r for r in ledger.state().receipts.values() if r.code == code.upper() and r.state in waiting),
            None,
        )
        if receipt is None:
            raise UserError(
                f"No letter {code.upper()} waits for an answer; {command('doctor')} lists those that do.",
                exit_code=USAGE,
            )
        ours = receipt.state in IN_DOUBT
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
        if receipt.state is SendState.HELD and verdict == "release":
            ledger.drop_notices([n.key for n in ledger.notices() if _asked_the_same(n, settled)])
    return settled


def _asked_the_same(notice: Notice, released: Receipt) -> bool:
    """Tell whether a notice asks of a mail before now whether it was the letter of which the user says that it was not."""
    if notice.contact_id != released.contact_id or notice.kind not in MAY_BE_A_LETTER:
        return False
    wrote = datetime.fromisoformat(notice.about.partition(" ")[0])
    return MAY_BE_A_LETTER[notice.kind].event is released.kind.event and wrote <= released.at.astimezone()
