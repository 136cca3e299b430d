"""Just before a letter goes: may it still?"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import GONE, DraftRecord, LedgerState, SendState
from pipeline.letters.kinds import KINDS
from pipeline.mail.outgoing import Down, MailboxDown, Outgoing, Watch
from pipeline.mail.quiet import quiet_until
from pipeline.model import LETTER_EVENTS, Channel, Event, EventKind, LetterKind
from pipeline.model.came_in import command, how_to_say_it_was
from pipeline.model.errors import FAILED, UserError

IN_SENT_ALREADY = "It was in Sent already: another computer sent it. Nothing was sent now."
SENT_JUST_NOW = (
    "It is in Sent since a moment ago: another computer is sending just now, so nothing more was sent from here. "
    "What it leaves stays approved."
)
_LONG_AGO = datetime(1970, 1, 2, tzinfo=UTC)
_A_MOMENT = timedelta(minutes=2)
Recheck = Callable[[Outgoing], str | None]


def run_is_over(sent_in_a_day: int, daily_limit: int, quiet_hours: str, now: datetime) -> str:
    """Say why no further letter goes in this run; "" if one may."""
    if sent_in_a_day >= daily_limit:
        return f"{sent_in_a_day} letters have gone in the last 24 hours; Settings allow {daily_limit}. It stays approved."
    end = quiet_until(quiet_hours, now)
    return f"Quiet hours until {end:%H:%M} (Settings). It stays approved." if end else ""


def wait_before_next(last: datetime | None, spacing: float, now: datetime) -> float:
    """Return the seconds to wait so that letters are apart; never more than the spacing, whatever the clock did."""
    if last is None or spacing <= 0:
        return 0.0
    return min(spacing, max(0.0, spacing - (now - last).total_seconds()))


def refusal(one: Outgoing, recheck: Recheck) -> str:
    """Say why a letter may not go by what is known here; "" if it may."""
    if one.letter.is_sample:
        return "It is to one of the examples, which are never really sent."
    if one.letter.channel is Channel.POST:
        return f"It goes by post; print it with {command('sheets')}."
    return recheck(one) or ""


def evidence_against(
    one: Outgoing, watch: Watch, ledger: Ledger, now: datetime
) -> tuple[SendState | None, str]:
    """Ask the mailbox about a letter. Return (None, "") to let it go, (ACCEPTED, …) where Sent holds it already,
    (HELD, …) where the user may have sent it by hand, else (None, why it waits). The first two are in the ledger then.
    Raises MailboxDown where it can't be asked.
    """
    letter = one.letter
    came = watch.look_again_for(letter.contact_id)
    if came:
        return None, f"{came} Take it in with {command('daily')}; the letter stays."
    meeting = watch.meeting_with(letter.contact_id) if KINDS[letter.kind].asks_for_meeting else ""
    if meeting:
        return None, f"{meeting} The letter stays."
    receipt = ledger.receipt_of(letter.message_id)
    if receipt is not None and receipt.state is SendState.HELD:
        return SendState.HELD, f"{receipt.note} {how_to_say_it_was(letter.code)}"
    filed = watch.find(letter.message_id) if receipt is None or receipt.state not in GONE else None
    if filed is not None:
        receipt = one.receipt(SendState.ACCEPTED, now, "found in Sent, sent by another run")
        ledger.settle(receipt)
        if abs(now.astimezone() - filed) < _A_MOMENT:
            return receipt.state, SENT_JUST_NOW
    if receipt is not None and receipt.state in GONE:
        return receipt.state, IN_SENT_ALREADY
    return None, ""


def without_mailbox(one: Outgoing, why: str) -> str:
    """Say why a letter waits while a mailbox that is set up can't be read; "" if it needn't."""
    waits = one.letter.kind is LetterKind.FOLLOW_UP
    return (
        f"Follow-ups wait while the mailbox can't be read, for an answer may be there: {why}" if waits else ""
    )


def since_when(ledger: Ledger, draft: DraftRecord, now: datetime) -> datetime:
    """Return the moment from which the user's own mail may be a letter: a first letter's always, others' since it was drafted.

    A thank-you may have gone since the day of the talk, a follow-up since the letter that it follows. What the user has
    released counts anew from then on.
    """
    state = ledger.state()
    receipt = state.receipt_of(draft.message_id)
    moments = [_due_since(draft, state) or ledger.made(draft.code) or now]
    if receipt is not None and receipt.state is SendState.RELEASED:
        moments.append(receipt.at.astimezone())
    return max(m.astimezone() for m in moments)


def _due_since(draft: DraftRecord, state: LedgerState) -> datetime | None:
    """Return from when on a letter may have been written by hand, whenever it was drafted; None where nothing says so."""
    if draft.kind.event is EventKind.APPROACH:
        return _LONG_AGO
    if draft.kind.event is EventKind.THANK_YOU:
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(draft.occasion[:10])
    if draft.kind is LetterKind.FOLLOW_UP:
        before = (r for r in state.receipts.values() if r.contact_id == draft.contact_id and r.left)
        return max((r.at for r in before if r.message_id != draft.message_id), default=None)
    return None


def unknown_letters(
    history: Iterable[Event], state: LedgerState, acknowledged: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the Message-IDs of sent letters that the workbook has and the ledger never saw: it is new, or an old copy."""
    known = {m.partition("@")[0] for m in (*state.receipts, *acknowledged)}
    ours = (
        e.message_id for e in history if e.kind in LETTER_EVENTS and e.message_id.startswith("<remembered.")
    )
    return tuple(dict.fromkeys(m for m in ours if m.partition("@")[0] not in known))


def require_known(
    history: Iterable[Event],
    ledger: Ledger,
    watch: Watch | Down | None,
    *,
    user_says_so: Callable[[str], bool],
) -> None:
    """Refuse real delivery with a ledger that doesn't know the workbook's letters, until Sent was looked in or the user says so.

    With a mailbox each letter is looked for in Sent before it goes, which is what was missing.
    Raises UserError where there is neither.
    """
    missing = unknown_letters(history, ledger.state(), ledger.acknowledged())
    if not missing:
        return
    told = (
        f"This computer's ledger doesn't know {len(missing)} letter(s) that the workbook says were sent: the workbook came from "
        "another computer, or the ledger was lost. Letters sent there might go twice."
    )
    looked = _sent_was_looked_in(watch, missing)
    if looked or user_says_so(
        f"{told} Have you looked in your Sent folder, and are the letters above not in it?"
    ):
        ledger.acknowledge(missing)
        return
    raise UserError(
        f"{told} Nothing was sent. Set up the mailbox ({command('gmail', 'login')}), or look in your Sent folder first.",
        exit_code=FAILED,
    )


def _sent_was_looked_in(watch: Watch | Down | None, missing: Iterable[str]) -> bool:
    if watch is None or isinstance(watch, Down):
        return False
    try:
        for message_id in list(missing)[:1]:
            watch.find(message_id)
    except MailboxDown:
        return False
    return True
