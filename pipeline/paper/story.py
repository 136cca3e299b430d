"""Where the two stand: our newest letter and what it promised, and the calls so far. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.model import ASKING, CallResult, Contact, Event, EventKind
from pipeline.model.dates import full_day, month_day
from pipeline.rules.details import promised_call, result_of


def newest_letter(c: Contact, own: Sequence[Event]) -> tuple[date, date | None] | None:
    """Find our newest approach or follow-up and the call day that it, or the one before, promised."""
    written = sorted((e for e in own if e.kind in ASKING), key=lambda e: e.date)
    sent = max(
        [e.date for e in written] + [d for d in (c.approach_sent, c.follow_up_sent) if d], default=None
    )
    if sent is None:
        return None
    return sent, next((day for e in reversed(written) if (day := promised_call(e))), None)


def our_letter(c: Contact, own: Sequence[Event]) -> str:
    """Say when our newest letter went, and what it promised; "" where none did."""
    found = newest_letter(c, own)
    if not found:
        return ""
    sent, promised = found
    said = f"It promised a call on {full_day(promised)}." if promised else "It named no day for a call."
    return f"Sent on {full_day(sent)}. {said}"


def last_call(c: Contact, own: Sequence[Event]) -> tuple[date, CallResult | None] | None:
    """Find the last call and what came of it."""
    calls = {e.date: result_of(e) for e in own if e.kind is EventKind.CALL}
    if c.called_on:
        calls[c.called_on] = c.call_result or calls.get(c.called_on)
    return max(calls.items(), default=None)


def calls_so_far(c: Contact, own: Sequence[Event]) -> str:
    """List the calls with what came of each."""
    calls = {e.date: e.detail for e in own if e.kind is EventKind.CALL}
    if c.called_on:
        calls.setdefault(c.called_on, str(c.call_result or ""))
    return "; ".join(f"{month_day(d)}: {calls[d] or 'result not filled in'}" for d in sorted(calls))
