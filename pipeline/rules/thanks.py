"""R5: every conversation is thanked for."""

from __future__ import annotations

from pipeline.model import FOR_A_TALK, Conversation, EventKind, Step
from pipeline.rules.details import UNDATED
from pipeline.rules.facts import Facts
from pipeline.rules.ruling import EARLIER, Day, Found, Ruling, replacing

_TYPE_BLANK = "Interview type is blank: fill in In person, Phone or Video, as it decides the letter."


def thank_you(f: Facts, day: Day) -> Ruling:
    """R5: the latest conversation without a thank-you on or after its date."""
    owed = f.unthanked
    if not owed:
        return "no conversation without a thank-you"
    latest = owed[-1]
    if day.before_us(latest.date):
        return EARLIER
    first = next(c for c in owed if not day.before_us(c.date))
    when = "on a day that is not filled in" if latest.undated else f"on {first.date}"
    return Found(
        "R5",
        Step.THANK_YOU,
        first.date,
        f"{_what(latest)} {when}, and no thank-you has gone since.",
        latest.letter,
        replacing(_occasion(latest), EventKind.THANK_YOU, f),
        _TYPE_BLANK if latest.type_blank else "",
    )


def _occasion(talk: Conversation) -> str:
    """Name the talk that a letter is for; a refusal said again is the one that was told first."""
    return UNDATED if talk.undated else (talk.said_first or talk.date).isoformat()


def _what(talk: Conversation) -> str:
    return "You talked" if talk.letter in FOR_A_TALK or talk.talked else "They answered you"
