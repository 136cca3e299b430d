"""What is known under an ID, whoever's the row that bears it is (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.ledger.records import GONE, Receipt
from pipeline.model import LETTER_EVENTS, Event, EventKind
from pipeline.model.identity import same_letter

_NO_SIGN = LETTER_EVENTS | {EventKind.BOUNCE, EventKind.AUTOMATIC}


class UnderId(NamedTuple):
    """History's rows, and the letters that went, or may have."""

    events: list[Event]
    letters: list[Receipt]

    @property
    def names(self) -> list[str]:
        """List whom the letters and History name, the latest last."""
        return [*(r.name for r in self.letters if r.name), *(e.name for e in self.events if e.name)]

    @property
    def has_begun(self) -> bool:
        """Tell whether anything stands between the user and them: who had only letters that came back had none."""
        written = [e.message_id for e in self.events]
        unwritten = [r for r in self.letters if not any(same_letter(r.message_id, m) for m in written)]
        letters = len(unwritten) + sum(e.kind in LETTER_EVENTS for e in self.events)
        back = sum(e.kind is EventKind.BOUNCE for e in self.events)
        return letters > back or any(e.kind not in _NO_SIGN for e in self.events)

    @property
    def is_older(self) -> bool:
        """Tell whether History lacks a letter that went, as in a workbook from before it."""
        return any(r.state in GONE and not any(_tells_of(e, r) for e in self.events) for r in self.letters)


def _tells_of(e: Event, letter: Receipt) -> bool:
    return same_letter(e.message_id, letter.message_id) or (e.kind, e.date) == (letter.kind.event, letter.on)


def under_ids(events: Iterable[Event], receipts: Iterable[Receipt]) -> dict[str, UnderId]:
    """Gather by ID what happened, and the letters that went, or may have."""
    known: dict[str, UnderId] = defaultdict(lambda: UnderId([], []))
    for e in events:
        known[e.contact_id].events.append(e)
    for r in receipts:
        if r.left:
            known[r.contact_id].letters.append(r)
    return dict(known)
