"""What stands on the call sheet and the interview sheet (RULES, "The sheets to have in hand"). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from pipeline.model import (
    ACCEPTED_TYPES,
    CallResult,
    Contact,
    Event,
    EventKind,
    Held,
    InterviewType,
    Settings,
)
from pipeline.rules.details import promised_call, result_of
from pipeline.rules.steps import meeting_type

GAP = "____________________"
"""Stands where a setting or a cell is blank, to be filled in by hand."""
_FELL_THROUGH: dict[Held | None, str] = {
    Held.CANCELLED: "Our meeting of {day} could not take place.",
    Held.NO_SHOW: "We missed each other on {day}.",
}
_LETTERS = (EventKind.APPROACH, EventKind.FOLLOW_UP)
ASKED_MINUTES, SAID_BEFORE = 20, 5
"""The minutes that the letters ask for, and how long before their end one says so."""
_ABOUT_A_RESUME = re.compile(r"\br[ée]sum[ée]s?\b|\bcvs?\b|\bcurriculum vitae\b", re.I)
_AT_HAND = ("This sheet, your resume to look at, and something to write with",)
_TAKEN: dict[InterviewType | None, tuple[str, ...]] = {
    InterviewType.IN_PERSON: (
        "Two copies of your resume, in your bag until near the end",
        "This sheet, and something to write with",
        "The way there, looked up",
    ),
    InterviewType.VIDEO: (*_AT_HAND, "The link, tried beforehand"),
}


class Look(StrEnum):
    """How a section is set."""

    SAY = "say"
    NOTE = "note"
    ASK = "ask"
    TICK = "tick"
    WRITE = "write"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines: words to say, remarks, questions to ask, boxes to tick, room to write, or what
    is planned beforehand and ticked after; `back` begins the back of the sheet."""

    heading: str
    look: Look
    lines: tuple[str, ...]
    back: bool = False


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One sheet to print: for whom, the facts on top, and the sections; `roomy`: answers are written under the questions."""

    kind: str
    name: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    roomy: bool = False


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
_SHOWN_AT_AN_INTERVIEW = Section(
    "What I will tell or ask that shows it (before), and whether I did (after)",
    Look.SHOW,
    ("Competence", "Intelligence", "Honesty", "Likeability"),
)
_MIND_AT_AN_INTERVIEW = Section(
    "Keep in mind",
    Look.NOTE,
    (
        "It is a screening interview: they look for competence, intelligence, honesty and likeability.",
        "Expect information, advice, referrals and to be remembered, and nothing more. You are not asking for a job.",
        "If they mention an opening, listen and write it down; do not bring one up yourself.",
        "Thank them in writing within 24 hours.",
    ),
)
_TURNED_INTO_A_JOB_INTERVIEW = Section(
    "If it turns into a job interview",
    Look.NOTE,
    (
        "Stay glad, and say so. Answer what they ask; name no salary and promise nothing.",
        "Ask for time: “I came for advice, and I am pleased. May I think about it and write to you this week?”",
        "Send nothing that they have not asked for.",
    ),
    back=True,
)
_WRITE_OF_AN_INTERVIEW = Section(
    "Write down",
    Look.WRITE,
    (
        "What I learned",
        "Advice",
        "Referrals given (two names)",
        "Opening mentioned",
        "Thank them for",
        "Fit, 1 to 5",
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
        ("Call on", in_words(today)),
        ("Our letter", _letter(contact, own)),
        ("Calls so far", _calls(contact, own)),
        ("Referred by", contact.referred_by),
        ("Why them", contact.why_this_person),
    )
    purpose = settings.purpose or GAP
    asked = tuple(q for _, q in questions if not _ABOUT_A_RESUME.search(q))
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
        _asking(asked),
        Section("How it went", Look.TICK, tuple(CallResult)),
        _WRITE_OF_A_CALL,
    )
    return PaperSheet("Call sheet", known_as(contact), _subtitle(contact), _filled(facts), sections)


def interview_sheet(
    contact: Contact,
    events: Iterable[Event],
    settings: Settings,
    questions: Sequence[tuple[str, str]],
    today: date,
) -> PaperSheet:
    """Make the sheet for an interview; `questions` are (group, question) of those marked Mine."""
    own = [e for e in events if e.contact_id == contact.id]
    kind = meeting_type(contact)
    in_person = kind is InterviewType.IN_PERSON
    facts = (
        ("When", when(contact.interview_on or today, contact.interview_time)),
        ("Where", _where(contact, kind)),
        ("Ends", _ends(contact)),
        ("Type", str(kind or f"{GAP} (In person, Phone or Video)")),
        ("Phone", contact.phone),
        ("Field", contact.field),
        ("Referred by", contact.referred_by),
        ("Why them", contact.why_this_person),
        ("Our letter", _letter(contact, own)),
    )
    near_the_end = ("Would you look at my resume with me? What would you change in it?",) if in_person else ()
    unseen = kind in (InterviewType.PHONE, InterviewType.VIDEO)
    asked = tuple(q for _, q in questions if not (unseen and _ABOUT_A_RESUME.search(q)))
    sections = (
        Section("Take along" if in_person else "Have at hand", Look.TICK, _TAKEN.get(kind, _AT_HAND)),
        _SHOWN_AT_AN_INTERVIEW,
        _MIND_AT_AN_INTERVIEW,
        Section(
            "Open with",
            Look.SAY,
            (
                f"Thank you for your time. I asked to talk with you {settings.purpose or GAP}: for information and advice.",
            ),
        ),
        _asking(asked),
        Section(
            "Near the end",
            Look.SAY,
            (
                *near_the_end,
                f"{_nearly_over(contact)}, and I do not want to keep you longer than I asked.",
                "Who are two more people that I should talk to? May I say that you named them?",
                "May I let you know what came of your advice?",
            ),
        ),
        _TURNED_INTO_A_JOB_INTERVIEW,
        _WRITE_OF_AN_INTERVIEW,
    )
    return PaperSheet(
        "Interview sheet", known_as(contact), _subtitle(contact), _filled(facts), sections, roomy=True
    )


def sheet_text(sheet: PaperSheet) -> str:
    """Write a sheet as plain text, as for a calendar's description; room to write is left out."""
    lines = [", ".join(filter(None, (sheet.name, sheet.subtitle))), ""]
    lines += [f"{label}: {value}" for label, value in sheet.facts]
    for section in sheet.sections:
        if section.look is not Look.WRITE:
            mark = {Look.SAY: '"{}"', Look.TICK: "[ ] {}", Look.SHOW: "[ ] {}"}.get(section.look, "- {}")
            lines += ["", section.heading, *(mark.format(line) for line in section.lines)]
    return "\n".join(lines)


def in_words(day: date) -> str:
    """Write a day as people say it: Monday, November 30, 2026."""
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def when(day: date, at: time | None) -> str:
    """Write a day, with the time where it is known."""
    return f"{in_words(day)}, {_o_clock(at)}" if at else in_words(day)


def _o_clock(at: time) -> str:
    return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"


def _after(at: time, minutes: int) -> str:
    return _o_clock((datetime.combine(date.min, at) + timedelta(minutes=minutes)).time())


def _nearly_over(c: Contact) -> str:
    if c.interview_time is None:
        return "Our twenty minutes are nearly over"
    return f"It is nearly {_after(c.interview_time, ASKED_MINUTES)}"


def _ends(c: Contact) -> str:
    """Say when to end, which is said a little before, unless they ask you to stay."""
    said = ASKED_MINUTES - SAID_BEFORE
    if c.interview_time is None:
        return f"{ASKED_MINUTES} minutes after you began; say so after {said}"
    return f"{_after(c.interview_time, ASKED_MINUTES)}; say so at {_after(c.interview_time, said)}"


def _short(day: date) -> str:
    return f"{day:%B} {day.day}"


def _filled(facts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts if value)


def known_as(c: Contact) -> str:
    """Name a person; where nobody is named yet, the organization."""
    return c.name or c.organization or GAP


def _subtitle(c: Contact) -> str:
    return ", ".join(filter(None, (c.position, c.organization if c.name else "")))


def _where(c: Contact, kind: InterviewType | None) -> str:
    if c.where or kind is not InterviewType.PHONE:
        return c.where or GAP
    return f"By telephone, {c.phone}" if c.phone else "By telephone"


def _newest_letter(c: Contact, own: Sequence[Event]) -> tuple[date, date | None] | None:
    """Find our newest approach or follow-up and the call day that it, or the one before, promised."""
    written = sorted((e for e in own if e.kind in _LETTERS), key=lambda e: e.date)
    sent = max(
        [e.date for e in written] + [d for d in (c.approach_sent, c.follow_up_sent) if d], default=None
    )
    if sent is None:
        return None
    return sent, next((day for e in reversed(written) if (day := promised_call(e))), None)


def _letter(c: Contact, own: Sequence[Event]) -> str:
    found = _newest_letter(c, own)
    if not found:
        return ""
    sent, promised = found
    said = f"It promised a call on {in_words(promised)}." if promised else "It named no day for a call."
    return f"Sent on {in_words(sent)}. {said}"


def _calls(c: Contact, own: Sequence[Event]) -> str:
    calls = {e.date: e.detail for e in own if e.kind is EventKind.CALL}
    if c.called_on:
        calls.setdefault(c.called_on, str(c.call_result or ""))
    return "; ".join(f"{_short(d)}: {calls[d] or 'result not filled in'}" for d in sorted(calls))


def _opening(
    c: Contact, own: Sequence[Event], settings: Settings, purpose: str, today: date
) -> tuple[str, ...]:
    me = ", ".join(filter(None, (settings.name or GAP, settings.position)))
    greeting = ", ".join(filter(None, ("Good morning", c.salutation or c.name)))
    lines = [f"{greeting}. This is {me}."]
    if not c.name:
        lines.append("May I ask with whom I am speaking?")
    lines += _what_happened(c, own, today)
    if c.referred_by:
        lines.append(f"{c.referred_by} suggested that I turn to you.")
    lines.append(f"I am calling {purpose}. {_asks_for(c, own)}")
    return tuple(lines)


def _what_happened(c: Contact, own: Sequence[Event], today: date) -> list[str]:
    """Begin where the two last stood: with the letter, their answer, the last call, or a meeting that fell through."""
    found, call = _newest_letter(c, own), _last_call(c, own)
    stood: list[tuple[date, list[str]]] = []
    if found:
        stood.append((found[0], [_about_our_letter(*found)]))
    if c.replied_on:
        stood.append((c.replied_on, [f"Thank you for your answer of {_short(c.replied_on)}."]))
    if call and (line := _about_the_call(c, *call, today)):
        left_message = call[1] is CallResult.LEFT_MESSAGE
        stood.append((call[0], [*(max(stood, key=_day)[1] if stood and left_message else []), line]))
    if c.interview_on and (line := _FELL_THROUGH.get(c.interview_held, "")):
        stood.append((c.interview_on, [line.format(day=_short(c.interview_on))]))
    return max(reversed(stood), key=_day)[1] if stood else []


def _day(stood: tuple[date, list[str]]) -> date:
    return stood[0]


def _about_our_letter(sent: date, promised: date | None) -> str:
    then = (
        f"said that I would call on {promised:%A}, {_short(promised)}" if promised else "is why I am calling"
    )
    return f"My letter of {_short(sent)} {then}."


def _last_call(c: Contact, own: Sequence[Event]) -> tuple[date, CallResult | None] | None:
    calls = {e.date: result_of(e) for e in own if e.kind is EventKind.CALL}
    if c.called_on:
        calls[c.called_on] = c.call_result or calls.get(c.called_on)
    return max(calls.items(), default=None)


def _about_the_call(c: Contact, called: date, result: CallResult | None, today: date) -> str:
    if result is CallResult.LEFT_MESSAGE:
        return f"I left you a message on {_short(called)}."
    if result is CallResult.CALL_LATER:
        again = (
            "today"
            if c.call_again_on == today
            else f"on {_short(c.call_again_on)}"
            if c.call_again_on
            else "later"
        )
        return f"When I called on {_short(called)}, you asked me to call again {again}."
    return f"Thank you for saying on {_short(called)} that we may talk." if result in ACCEPTED_TYPES else ""


def _asks_for(c: Contact, own: Sequence[Event]) -> str:
    call = _last_call(c, own)
    if c.interview_on and c.interview_held in _FELL_THROUGH:
        return "Could we find another day?"
    if call and call[1] in ACCEPTED_TYPES:
        return "Which day would suit you?"
    return "Could we meet for twenty minutes, on a day that suits you?"


def _asking(questions: Sequence[str]) -> Section:
    if questions:
        return Section("Questions", Look.ASK, tuple(questions))
    return Section(
        "Questions",
        Look.NOTE,
        (
            "None are marked for it yet: on the sheet Questions, put Yes under Mine beside those you want here.",
        ),
    )
