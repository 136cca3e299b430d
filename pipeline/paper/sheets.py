"""What stands on the call sheet and the interview sheet (RULES, "The sheets to have in hand"). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from pipeline.model import CallResult, Contact, Event, EventKind, InterviewType, Settings
from pipeline.rules.details import promised_call

GAP = "____________________"
"""Stands where a setting or a cell is blank, to be filled in by hand."""
_TYPES = {
    CallResult.ACCEPTED_IN_PERSON: InterviewType.IN_PERSON,
    CallResult.ACCEPTED_PHONE: InterviewType.PHONE,
    CallResult.ACCEPTED_VIDEO: InterviewType.VIDEO,
}
_LETTERS = (EventKind.APPROACH, EventKind.FOLLOW_UP)


class Look(StrEnum):
    """How a section is set."""

    SAY = "say"
    NOTE = "note"
    ASK = "ask"
    TICK = "tick"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines: words to say, remarks, questions to ask, boxes to tick, or room to write."""

    heading: str
    look: Look
    lines: tuple[str, ...]


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
_MIND_AT_AN_INTERVIEW = Section(
    "Keep in mind",
    Look.NOTE,
    (
        "Treat it as a screening interview. Show your competence, intelligence, honesty and likeability.",
        "Expect information, advice, referrals and to be remembered, and nothing more. You are not asking for a job.",
        "If they mention an opening, listen and write it down; do not bring one up yourself.",
        "Thank them in writing within 24 hours.",
    ),
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
    sections = (
        Section("Open with", Look.SAY, _opening(contact, own, settings, purpose)),
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
        _asking(questions),
        Section("How it went", Look.TICK, tuple(CallResult)),
        _WRITE_OF_A_CALL,
    )
    return PaperSheet("Call sheet", contact.name, _subtitle(contact), _filled(facts), sections)


def interview_sheet(
    contact: Contact,
    events: Iterable[Event],
    settings: Settings,
    questions: Sequence[tuple[str, str]],
    today: date,
) -> PaperSheet:
    """Make the sheet for an interview; `questions` are (group, question) of those marked Mine."""
    own = [e for e in events if e.contact_id == contact.id]
    kind = interview_type(contact)
    in_person = kind is InterviewType.IN_PERSON
    facts = (
        ("When", when(contact.interview_on or today, contact.interview_time)),
        ("Where", _where(contact, kind)),
        ("Type", str(kind or f"{GAP} (In person, Phone or Video)")),
        ("Phone", contact.phone),
        ("Field", contact.field),
        ("Referred by", contact.referred_by),
        ("Why them", contact.why_this_person),
        ("Our letter", _letter(contact, own)),
    )
    take = (
        (
            "Two copies of your resume, in your bag until near the end",
            "This sheet, and something to write with",
        )
        if in_person
        else ("This sheet, your resume to look at, and something to write with",)
    )
    near_the_end = ("Would you look at my resume with me? What would you change in it?",) if in_person else ()
    sections = (
        Section("Take along" if in_person else "Have at hand", Look.TICK, take),
        _MIND_AT_AN_INTERVIEW,
        Section(
            "Open with",
            Look.SAY,
            (
                f"Thank you for your time. I asked to talk with you {settings.purpose or GAP}: for information and advice.",
            ),
        ),
        _asking(questions),
        Section(
            "Near the end",
            Look.SAY,
            (
                *near_the_end,
                "Who are two more people that I should talk to? May I say that you named them?",
                "May I let you know what came of your advice?",
            ),
        ),
        _WRITE_OF_AN_INTERVIEW,
    )
    return PaperSheet(
        "Interview sheet", contact.name, _subtitle(contact), _filled(facts), sections, roomy=True
    )


def sheet_text(sheet: PaperSheet) -> str:
    """Write a sheet as plain text, as for a calendar's description; room to write is left out."""
    lines = [", ".join(filter(None, (sheet.name, sheet.subtitle))), ""]
    lines += [f"{label}: {value}" for label, value in sheet.facts]
    for section in sheet.sections:
        if section.look is not Look.WRITE:
            mark = {Look.SAY: '"{}"', Look.TICK: "[ ] {}"}.get(section.look, "- {}")
            lines += ["", section.heading, *(mark.format(line) for line in section.lines)]
    return "\n".join(lines)


def interview_type(contact: Contact) -> InterviewType | None:
    """Return the interview's type: the cell, else what the acceptance says (R5)."""
    if contact.interview_type or contact.call_result is None:
        return contact.interview_type
    return _TYPES.get(contact.call_result)


def in_words(day: date) -> str:
    """Write a day as people say it: Monday, November 30, 2026."""
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def when(day: date, at: time | None) -> str:
    """Write a day, with the time where it is known."""
    return (
        f"{in_words(day)}, {at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"
        if at
        else in_words(day)
    )


def _short(day: date) -> str:
    return f"{day:%B} {day.day}"


def _filled(facts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts if value)


def _subtitle(c: Contact) -> str:
    return ", ".join(filter(None, (c.position, c.organization)))


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


def _opening(c: Contact, own: Sequence[Event], settings: Settings, purpose: str) -> tuple[str, ...]:
    me = ", ".join(filter(None, (settings.name or GAP, settings.position)))
    lines = [f"Good morning, {c.salutation or c.name}. This is {me}."]
    found = _newest_letter(c, own)
    if c.replied_on and (not found or c.replied_on >= found[0]):
        lines.append(f"Thank you for your answer of {_short(c.replied_on)}.")
    elif found:
        sent, promised = found
        then = (
            f"said that I would call on {promised:%A}, {_short(promised)}"
            if promised
            else "is why I am calling"
        )
        lines.append(f"My letter of {_short(sent)} {then}.")
    if c.referred_by:
        lines.append(f"{c.referred_by} suggested that I turn to you.")
    lines.append(f"I am calling {purpose}. Could we meet for twenty minutes, on a day that suits you?")
    return tuple(lines)


def _asking(questions: Sequence[tuple[str, str]]) -> Section:
    if questions:
        return Section("Questions", Look.ASK, tuple(q for _, q in questions))
    return Section(
        "Questions",
        Look.NOTE,
        ("None are marked yet: on the sheet Questions, put Yes under Mine beside those you want here.",),
    )
