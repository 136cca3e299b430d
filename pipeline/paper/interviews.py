"""The interview sheet: what to take along, to ask, to show and to write down (RULES, "The sheets to have in hand"). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.model import Contact, Event, InterviewType, Settings
from pipeline.paper.sheet import GAP, Look, PaperSheet, Section, asking, sheet_for
from pipeline.paper.story import our_letter
from pipeline.paper.times import after, when
from pipeline.rules.steps import meeting_type

ASKED_MINUTES, SAID_BEFORE = 20, 5
"""The minutes that the letters ask for, and how long before their end one says so."""
_AT_HAND = ("This sheet, your resume to look at, and something to write with",)
_TAKEN: dict[InterviewType | None, tuple[str, ...]] = {
    InterviewType.IN_PERSON: (
        "Two copies of your resume, in your bag until near the end",
        "This sheet, and something to write with",
        "The way there, looked up",
    ),
    InterviewType.VIDEO: (*_AT_HAND, "The link, tried beforehand"),
}
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


def interview_sheet(
    contact: Contact,
    events: Iterable[Event],
    settings: Settings,
    questions: Sequence[tuple[str, str]],
    today: date,
) -> PaperSheet:
    """Make the sheet for an interview; `questions` are (group, question) of those marked Mine."""
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
        ("Our letter", our_letter(contact, [e for e in events if e.contact_id == contact.id])),
    )
    sections = (
        Section("Take along" if in_person else "Have at hand", Look.TICK, _TAKEN.get(kind, _AT_HAND)),
        _SHOWN_AT_AN_INTERVIEW,
        _MIND_AT_AN_INTERVIEW,
        _opening(settings),
        asking(questions, together=kind is None or not kind.at_a_distance),
        _near_the_end(contact, in_person),
        _TURNED_INTO_A_JOB_INTERVIEW,
        _WRITE_OF_AN_INTERVIEW,
    )
    return sheet_for("Interview sheet", contact, facts, sections, roomy=True)


def _opening(settings: Settings) -> Section:
    purpose = settings.purpose or GAP
    said = f"Thank you for your time. I asked to talk with you {purpose}: for information and advice."
    return Section("Open with", Look.SAY, (said,))


def _near_the_end(c: Contact, in_person: bool) -> Section:
    resume = ("Would you look at my resume with me? What would you change in it?",) if in_person else ()
    lines = (
        *resume,
        f"{_nearly_over(c)}, and I do not want to keep you longer than I asked.",
        "Who are two more people that I should talk to? May I say that you named them?",
        "May I let you know what came of your advice?",
    )
    return Section("Near the end", Look.SAY, lines)


def _where(c: Contact, kind: InterviewType | None) -> str:
    if c.where or kind is not InterviewType.PHONE:
        return c.where or GAP
    return f"By telephone, {c.phone}" if c.phone else "By telephone"


def _ends(c: Contact) -> str:
    """Say when to end, which is said a little before, unless they ask you to stay."""
    said = ASKED_MINUTES - SAID_BEFORE
    if c.interview_time is None:
        return f"{ASKED_MINUTES} minutes after you began; say so after {said}"
    return f"{after(c.interview_time, ASKED_MINUTES)}; say so at {after(c.interview_time, said)}"


def _nearly_over(c: Contact) -> str:
    if c.interview_time is None:
        return "Our twenty minutes are nearly over"
    return f"It is nearly {after(c.interview_time, ASKED_MINUTES)}"
