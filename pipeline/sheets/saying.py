"""What a person says happened, in a few words, as cells of Contacts (pure)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from pipeline.model import REFUSED, CallResult, Contact, Held
from pipeline.model.came_in import command
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
_ONLY_A_DAY = (
    ("answered_on", "answered", ("answer", "answered", "i answered")),
    ("replied_on", "replied", ("reply", "replied", "they replied")),
    (
        "offer_kept_on",
        "offer kept",
        ("offer kept", "kept", "they kept it", "kept their offer", "offer kept on"),
    ),
)
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
_BY_MAIL = (CallResult.PUT_OFF, CallResult.DECLINED, CallResult.WRONG_PERSON)
_MAILED = re.compile(r"\s*(.+?)\s+by\s+(?:e-?mail|mail|letter)\s*", re.IGNORECASE | re.DOTALL)
_CALLED = re.compile(r"\s*call(ed)?\b(?!\s+later)\s*[:,-]?\s*", re.IGNORECASE)
_FROM = re.compile(r"\s*(.+?)\s+from\s+(\S.*?)\s*", re.IGNORECASE | re.DOTALL)
_SENT = ("sent", "posted", "letter sent", "letter posted")
EXAMPLES = (
    "“no answer”, “left message”, “call later” with --again, “accepted - phone”, “interviewed on this call”, “put off”, “declined”, “wrong person”, “declined by mail”, “replied”, “answered”, “interview 2026-12-03 14:30”, "
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
    event: str,
    on: date,
    c: Contact,
    today: date,
    *,
    told: bool,
    dated: bool = False,
    others: Collection[date] = (),
    mailed: date | None = None,
) -> Said:
    """Understand a few words about a contact; `dated`: somebody said that it was on that day.

    `told`: the interview of the row is recorded. `others`: days of those before it that are recorded, or asked about.
    `mailed`: the day of their mail in which a refusal stands, unless a call or another day is named.
    Raises UserError (exit 2) with examples where it can't.
    """
    text = spelled(_CALLED.sub("", event, count=1) if _CALLED.match(event) else event)
    results = {spelled(str(r)): r for r in CallResult}
    by_mail = _said_by_mail(event, text, results, mailed is not None and not (dated and on != mailed))
    if by_mail is not None:
        return _by_mail(by_mail, on if dated or mailed is None else mailed, c)
    if text in results:
        on = on if dated else refused_on_call(c, event) or on
        return Said({"called_on": on, "call_result": str(results[text])}, f"call on {on}: {results[text]}")
    if held := _HELD.get(text):
        if dated and _is_another_talk(held, on, c, today, others):
            return Said({}, f"interview on {on}: {held}", apart=held)
        return _held(held, on, c, dated, told)
    if said := _said_alone(text, event, on):
        return said
    if when := re.match(r"(?i)\s*interview\s+(?:on\s+)?(.+)$", event):
        return _scheduled(when[1])
    raise UserError(
        f"“{event}” is nothing that can be recorded. Say for example {EXAMPLES}.", exit_code=USAGE
    )


def _said_alone(text: str, event: str, on: date) -> Said | None:
    """Understand what needs nothing but its day: a mail, an offer kept, a letter that went or came back."""
    for attr, words, said in _ONLY_A_DAY:
        if text in said:
            return Said({attr: on}, f"{words} on {on}")
    if text in _SENT:
        return Said({}, f"letter sent on {on}", letter_sent=True)
    back = _FROM.fullmatch(event)
    if text in _CAME_BACK or (back and spelled(back[1]) in _CAME_BACK):
        return Said({}, f"a letter came back on {on}", came_back=True, whence=back[2] if back else "")
    return None


def refused_before(c: Contact, event: str) -> date | None:
    """Return the day of the mail that said this very refusal, as the row has it: said again it is no second one (R5).

    A call on which they refused once more is said with its day, or as one.
    """
    named = _MAILED.fullmatch(event)
    said = spelled(named[1]) if named else spelled(event)
    return _refused(c, said, c.replied_on) if c.called_on is None else None


def refused_on_call(c: Contact, event: str) -> date | None:
    """Return the day of the call that brought this very refusal, as the row has it: said again it is no second one (R5).

    Another call on which they refused once more is said with its day, or as one.
    """
    return None if _CALLED.match(event) else _refused(c, spelled(event), c.called_on)


def _refused(c: Contact, said: str, day: date | None) -> date | None:
    """Return the day where the row says this refusal of it, and no letter asked anew since."""
    asked = max(filter(None, (c.approach_sent, c.follow_up_sent)), default=date.min)
    same = c.call_result in REFUSED and said == spelled(c.call_result)
    return day if same and day and asked <= day else None


def _said_by_mail(
    event: str, text: str, results: Mapping[str, CallResult], in_mail: bool
) -> CallResult | None:
    """Find what a mail brought: one that is named, or the one that they wrote where no call is named."""
    named = _MAILED.fullmatch(event)
    said = results.get(spelled(named[1])) if named else results.get(text) if in_mail else None
    return said if said in _BY_MAIL and (named or not _CALLED.match(event)) else None


def _by_mail(result: CallResult, on: date, c: Contact) -> Said:
    """Say what a mail brought: a result without Called on is dated by Replied on. The call that stood there is in History."""
    cells: dict[str, Value] = {"replied_on": on, "call_result": str(result)}
    if c.called_on:
        cells["called_on"] = None
    return Said(cells, f"by mail on {on}: {result}")


def talked_on(c: Contact, today: date) -> date | None:
    """Return the day on which the row says that they talked; None where it says of none that has come."""
    day = c.interview_on
    return day if day and day <= today and c.interview_held is Held.YES else None


def _is_another_talk(held: Held, on: date, c: Contact, today: date, others: Collection[date]) -> bool:
    """Tell a day that is not the row's: another interview is known for it, or the row's was held later, or is still to come."""
    if on == c.interview_on or on in others:
        return on != c.interview_on
    if talked := talked_on(c, today):
        return on < talked
    ahead = c.interview_held is None and c.interview_on is not None and c.interview_on > today
    return ahead and held is not Held.CANCELLED


def _held(held: Held, on: date, c: Contact, dated: bool, told: bool) -> Said:
    """Say what came of the interview on the row's day, unless a day was said for it; one is cancelled for the row's, if not held yet.

    Raises UserError (exit 2) where the row's has not come, or was held and would be lost.
    """
    if not dated and held is not Held.CANCELLED and c.interview_on and c.interview_on > on:
        other = command("log", c.name or c.id, "interview", str(held).lower(), "--on", str(on))
        raise UserError(
            f"Interview on says {c.interview_on}, which lies in the future. Record it when it has happened; another talk with "
            f"its day: {other}",
            exit_code=USAGE,
        )
    talked = talked_on(c, on)
    anew = dated and (talked is not None or held is not Held.CANCELLED)
    day = on if c.interview_on is None or anew else c.interview_on
    if talked and day != talked and not told:
        raise UserError(
            f"Interview on says {talked}, and History doesn't have that talk yet: {command('daily')} writes it there. Then say this "
            "again.",
            exit_code=USAGE,
        )
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
