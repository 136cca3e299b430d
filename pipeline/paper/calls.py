"""The call sheet, to have in hand before every dial: the call may become the interview (RULES, "The sheets to have in hand"). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.model import ACCEPTED_TYPES, CallResult, Contact, Event, Held, Settings
from pipeline.model.dates import full_day, long_day, month_day
from pipeline.model.described import is_nobody
from pipeline.paper.sheet import GAP, Look, PaperSheet, Section, asking, sheet_for
from pipeline.paper.story import calls_so_far, last_call, newest_letter, our_letter

_FELL_THROUGH: dict[Held | None, str] = {
    Held.CANCELLED: "Our meeting of {day} could not take place.",
    Held.NO_SHOW: "We missed each other on {day}.",
}
_PUT_OFF: dict[CallResult | None, str] = {
    CallResult.PUT_OFF: "When I called on {day}, a meeting was not possible. Perhaps it is by now?",
    CallResult.PUT_OFF_TALKED: "Thank you again for talking with me on {day}, when we could not meet. Perhaps we can by now?",
}
_MIND_ON_A_CALL = Section(
    "Keep in mind",
    Look.NOTE,
    (
        "This call may become the interview: have the questions ready, and treat it as one.",
        "On a machine: your name, your purpose, and when you will call again. Do not ask to be called back.",
        "They agree to meet: fix the day, the time and the place before you hang up.",
        "Thank them in writing within 24 hours, whatever they said.",
    ),
)
_WRITE_OF_A_CALL = Section(
    "Write down",
    Look.WRITE,
    (
        "Call again on, or interview on, and where",
        "Names they gave",
        "What to thank them for",
        "What I learned, and advice",
    ),
)


def call_sheet(
    contact: Contact,
    events: Iterable[Event],
    settings: Settings,
    questions: Sequence[tuple[str, str]],
    today: date,
) -> PaperSheet:
    """Make the sheet for a call, which may become the interview; `questions` are (group, question) of those marked Mine."""
    own = [e for e in events if e.contact_id == contact.id]
    facts = (
        ("Number", contact.phone or GAP),
        ("Call on", full_day(today)),
        ("Our letter", our_letter(contact, own)),
        ("Calls so far", calls_so_far(contact, own)),
        ("Referred by", contact.referred_by),
        ("Why them", contact.why_this_person),
    )
    purpose = settings.purpose or GAP
    sections = (
        Section("Open with", Look.SAY, _opening(contact, own, settings, purpose, today)),
        Section(
            "If they put you off",
            Look.SAY,
            (
                f"I understand. My purpose is only {purpose}. I am not looking for a job with you: "
                "what I hope for is information and advice.",
                "Could I ask you a few questions now, by telephone?",
                "Whom else would you suggest that I talk to? May I say that you named them?",
            ),
        ),
        _MIND_ON_A_CALL,
        asking(questions, together=False),
        Section("How it went", Look.TICK, tuple(CallResult)),
        _WRITE_OF_A_CALL,
    )
    return sheet_for("Call sheet", contact, facts, sections)


def _opening(
    c: Contact, own: Sequence[Event], settings: Settings, purpose: str, today: date
) -> tuple[str, ...]:
    me = ", ".join(filter(None, (settings.name or GAP, settings.position)))
    greeting = ", ".join(filter(None, ("Good morning", c.salutation or c.name)))
    lines = [f"{greeting}. This is {me}."]
    if not c.name:
        lines.append("May I ask with whom I am speaking?")
    lines += _what_happened(c, own, today)
    if c.referred_by and not is_nobody(c.referred_by):
        lines.append(f"{c.referred_by} suggested that I turn to you.")
    lines.append(f"I am calling {purpose}. {_asks_for(c, own)}")
    return tuple(lines)


def _what_happened(c: Contact, own: Sequence[Event], today: date) -> list[str]:
    """Begin where the two last stood: with the letter, their answer, the last call, or a meeting that fell through."""
    found, call = newest_letter(c, own), last_call(c, own)
    stood: list[tuple[date, list[str]]] = []
    if found:
        stood.append((found[0], [_about_our_letter(*found)]))
    if c.replied_on:
        stood.append((c.replied_on, [f"Thank you for your answer of {month_day(c.replied_on)}."]))
    if call and (line := _about_the_call(c, *call, today)):
        left_message = call[1] is CallResult.LEFT_MESSAGE
        stood.append((call[0], [*(max(stood, key=_day)[1] if stood and left_message else []), line]))
    if c.interview_on and (line := _FELL_THROUGH.get(c.interview_held, "")):
        stood.append((c.interview_on, [line.format(day=month_day(c.interview_on))]))
    return max(reversed(stood), key=_day)[1] if stood else []


def _day(stood: tuple[date, list[str]]) -> date:
    return stood[0]


def _about_our_letter(sent: date, promised: date | None) -> str:
    then = f"said that I would call on {long_day(promised)}" if promised else "is why I am calling"
    return f"My letter of {month_day(sent)} {then}."


def _about_the_call(c: Contact, called: date, result: CallResult | None, today: date) -> str:
    if result is CallResult.LEFT_MESSAGE:
        return f"I left you a message on {month_day(called)}."
    if result is CallResult.CALL_LATER:
        again = (
            "today"
            if c.call_again_on == today
            else f"on {month_day(c.call_again_on)}"
            if c.call_again_on
            else "later"
        )
        return f"When I called on {month_day(called)}, you asked me to call again {again}."
    if result in ACCEPTED_TYPES:
        return f"Thank you for saying on {month_day(called)} that we may talk."
    return _PUT_OFF[result].format(day=month_day(called)) if result in _PUT_OFF else ""


def _asks_for(c: Contact, own: Sequence[Event]) -> str:
    call = last_call(c, own)
    if c.interview_on and c.interview_held in _FELL_THROUGH:
        return "Could we find another day?"
    if call and call[1] in ACCEPTED_TYPES:
        return "Which day would suit you?"
    return "Could we meet for twenty minutes, on a day that suits you?"
