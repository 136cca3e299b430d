"""What a person says happened, in a few words, as cells of Contacts (pure)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from pipeline.model import CallResult, Contact, Held
from pipeline.model.errors import USAGE, UserError
from pipeline.model.texts import spelled
from pipeline.sheets.cells import BadCell, parse_moment
from pipeline.workbook import Value

_HELD = {
    "held": Held.YES,
    "interview held": Held.YES,
    "met": Held.YES,
    "interviewed": Held.YES,
    "interview yes": Held.YES,
    "no show": Held.NO_SHOW,
    "interview no show": Held.NO_SHOW,
    "cancelled": Held.CANCELLED,
    "canceled": Held.CANCELLED,
    "interview cancelled": Held.CANCELLED,
    "interview canceled": Held.CANCELLED,
}
_ANSWERED = ("answer", "answered", "i answered")
_REPLIED = ("reply", "replied", "they replied")
_KEPT = ("offer kept", "kept", "they kept it", "kept their offer", "offer kept on")
_CAME_BACK = (
    "it came back",
    "undelivered",
    "returned to sender",
    "my letter came back",
    "came back",
    "letter came back",
    "bounced",
    "bounce",
    "returned",
    "letter returned",
    "undeliverable",
)
_FROM = re.compile(r"\s*(.+?)\s+from\s+(\S.*?)\s*", re.IGNORECASE | re.DOTALL)
_SENT = ("sent", "posted", "letter sent", "letter posted")
EXAMPLES = (
    "“no answer”, “left message”, “accepted - phone”, “put off”, “declined”, “replied”, “answered”, “interview 2026-12-03 14:30”, "
    "“interview held”, “no-show”, “cancelled”, “offer kept”, “posted”, “came back”, “came back from ADDRESS”"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Cells to fill in, by attribute; `letter_sent` = the letter in review went by the user's own hand.

    `came_back` = the last that went reached nobody; `whence` is the address that was said.
    `apart` = what came of another interview than the one of which the row speaks.
    """

    cells: dict[str, Value]
    words: str
    letter_sent: bool = False
    came_back: bool = False
    whence: str = ""
    apart: Held | None = None


def held_said(text: str) -> Held | None:
    """Understand how an interview went: a word of Interview held, or one of those that stand for it."""
    words = spelled(text)
    return _HELD.get(words) or next((held for held in Held if spelled(held) == words), None)


def understand(
    event: str, on: date, c: Contact, today: date, *, dated: bool = False, others: Collection[date] = ()
) -> Said:
    """Understand a few words about a contact; `dated`: somebody said that it was on that day.

    `others`: days of interviews before the row's that are recorded, or asked about.
    Raises UserError (exit 2) with examples where it can't.
    """
    text = (
        spelled(re.sub(r"^\s*call(ed)?\b\s*[:,-]?\s*", "", event, flags=re.IGNORECASE))
        if not re.match(r"(?i)\s*call later", event)
        else "call later"
    )
    results = {spelled(str(r)): r for r in CallResult}
    if text in results:
        return Said({"called_on": on, "call_result": str(results[text])}, f"call on {on}: {results[text]}")
    if text in _HELD:
        ahead = c.interview_held is None and c.interview_on is not None and c.interview_on > today
        if dated and on != c.interview_on and (on in others or (ahead and _HELD[text] is not Held.CANCELLED)):
            return Said({}, f"interview on {on}: {_HELD[text]}", apart=_HELD[text])
        return _held(_HELD[text], on, c, dated)
    if text in _ANSWERED:
        return Said({"answered_on": on}, f"answered on {on}")
    if text in _REPLIED:
        return Said({"replied_on": on}, f"replied on {on}")
    if text in _KEPT:
        return Said({"offer_kept_on": on}, f"offer kept on {on}")
    if text in _SENT:
        return Said({}, f"letter sent on {on}", letter_sent=True)
    back = _FROM.fullmatch(event)
    if text in _CAME_BACK or (back and spelled(back[1]) in _CAME_BACK):
        return Said({}, f"a letter came back on {on}", came_back=True, whence=back[2] if back else "")
    when = re.match(r"(?i)\s*interview\s+(?:on\s+)?(.+)$", event)
    if when:
        return _scheduled(when[1])
    raise UserError(
        f"“{event}” is nothing that can be recorded. Say for example {EXAMPLES}.", exit_code=USAGE
    )


def _held(held: Held, on: date, c: Contact, dated: bool) -> Said:
    """Say what came of the interview on the row's day, unless a day was said for it; one is cancelled for the row's."""
    day = on if c.interview_on is None or (dated and held is not Held.CANCELLED) else c.interview_on
    cells: dict[str, Value] = {"interview_held": str(held)}
    if day != c.interview_on:
        cells["interview_on"] = day
    return Said(cells, f"interview on {day}: {held}")


def _scheduled(text: str) -> Said:
    try:
        moment = parse_moment(text)
    except BadCell as bad:
        raise UserError(f"The interview's date {bad}", exit_code=USAGE) from None
    if moment is None:
        raise UserError("Say when the interview is: interview 2026-12-03 14:30", exit_code=USAGE)
    day, at = moment
    value: Value = datetime.combine(day, at) if isinstance(at, time) else day
    return Said(
        {"interview_on": value, "interview_held": None},
        f"interview on {day}" + (f" at {at:%H:%M}" if at else ""),
    )
