"""Where a letter that the user has in hand, or that may have gone, says other than its row does by now (pure)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.ledger.records import IN_DOUBT, Receipt, SendState
from pipeline.letters.checks import Situation
from pipeline.letters.checks.greeting import greeting
from pipeline.letters.checks.meeting import other_than_row
from pipeline.letters.checks.words import own_lines, quote
from pipeline.letters.compose import Desk
from pipeline.letters.kinds import KINDS
from pipeline.model import MISSED, Channel, Contact, Letter, LetterKind, Level
from pipeline.model.addresses import written_to
from pipeline.model.texts import joined
from pipeline.rules.wording import SAY_SO

_OUT = IN_DOUBT | {SendState.EXPORTED}


def says_otherwise(letter: Letter, receipt: Receipt, desk: Desk) -> dict[str, str]:
    """Say by cell of its contact what changed there since a letter was exported or sent, and what to do (R3, R7)."""
    c = desk.contacts.get(letter.contact_id)
    if c is None or receipt.state not in _OUT:
        return {}
    how = "was exported" if receipt.state is SendState.EXPORTED else "may have gone"
    which = f"Letter {letter.code} ({KINDS[letter.kind].title}) {how} on {receipt.on}."
    to_do = f"If it went, write to them; if it didn't, {SAY_SO}."
    differ = _differences(letter, receipt.to or letter.to, c, desk)
    return {attr: f"{which} {joined(said, to_do)}" for attr, said in differ}


def _differences(letter: Letter, to: str, c: Contact, desk: Desk) -> Iterator[tuple[str, str]]:
    attr = "address" if letter.channel is Channel.POST else "email"
    now = written_to(c._replace(channel=letter.channel))
    if to and to.casefold() != now.casefold():
        yield attr, f"It is to {to}, and here stands {now or 'no address'}"
    if not letter.body:
        return
    day = desk.day
    situation = Situation(c, day.settings, day.today, day.workdays, for_real=False, clash="", same_day="")
    if any(f.level is Level.BLOCK for f in greeting(letter, situation)):
        first = next(line for line in own_lines(letter.body).split("\n") if line.strip())
        yield "last_name", f"It begins {quote(first.strip())}, and the name here is {c.name or 'blank'}"
    if letter.kind is LetterKind.CONFIRM:
        yield from _of_the_meeting(letter, c, desk)


def _of_the_meeting(letter: Letter, c: Contact, desk: Desk) -> Iterator[tuple[str, str]]:
    """Compare a confirmation with a talk that lies ahead: one that is over needs no word more."""
    day = date.fromisoformat(letter.occasion.partition("+")[0])
    if day < desk.day.today:
        return
    if c.interview_on != day:
        yield "interview_on", f"It confirms {day}, and here stands {c.interview_on or 'no day'}"
    elif c.interview_held in MISSED:
        yield "interview_held", f"It confirms {day}, and here stands {c.interview_held}"
    else:
        yield from other_than_row(letter, c, desk.day.settings).items()
