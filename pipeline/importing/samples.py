"""The starter's example people, dated in business days from the day on which the workbook is made.

They come from old novels, so that nobody takes them for real. Together they show every step and most of the stages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from pipeline.model import CallResult, EventKind, Held, InterviewType, Source
from pipeline.model.fields import SAMPLE
from pipeline.rules.workdays import Workdays


@dataclass(frozen=True, slots=True)
class On:
    """A day, in business days after (or before) the latest business day up to today.

    Counted from there, what is due on that day is due on a weekend or a holiday too.
    """

    days: int
    at: time | None = None
    text: str = ""

    def resolved(self, today: date, workdays: Workdays) -> date | datetime | str:
        """Give the date; with a time the moment; with a text that text with the date for `{}` and ISO form."""
        latest = workdays.bd(workdays.bd(today, 1), -1)
        day = workdays.bd(latest, self.days)
        if self.text:
            return self.text.format(day.isoformat())
        return datetime.combine(day, self.at) if self.at else day


SampleValue = str | int | On
SampleRow = Mapping[str, SampleValue]


def _contact(
    key: str,
    name: str,
    email: str,
    organization: str,
    position: str,
    field: str,
    priority: str,
    **more: SampleValue,
) -> SampleRow:
    first, _, last = name.partition(" ")
    notes = f"(sample) {more.pop('notes', '')}".strip()
    return {
        "id": f"sample-{key}",
        "first_name": first,
        "last_name": last,
        "email": f"{email}@example.org",
        "organization": organization,
        "position": position,
        "field": field,
        "priority": priority,
        "source": str(Source.SAMPLE),
        **more,
        "notes": notes,
    }


_ADMINISTRATION, _COMMUNITY = "Hospital administration", "Community health"

CONTACTS: tuple[SampleRow, ...] = (
    _contact(
        "morstan",
        "Mary Morstan",
        "mary.morstan",
        "Lower Camberwell Clinic",
        "Head of patient services",
        _ADMINISTRATION,
        "A",
        phone="555-0101",
        salutation="Ms. Morstan",
        referred_by="John Watson",
        why_this_person="because of how you brought a walk-in clinic to appointments",
        notes="Referred: her letter goes first.",
    ),
    _contact(
        "brooke",
        "Dorothea Brooke",
        "d.brooke",
        "Lowick Cottage Hospital",
        "Director",
        _COMMUNITY,
        "A",
        phone="555-0102",
        salutation="Ms. Brooke",
        why_this_person="because of your plans for the new ward in the annual report",
        notes="The first letter names the day of a call.",
    ),
    _contact(
        "fogg",
        "Phileas Fogg",
        "p.fogg",
        "Reform Transport Trust",
        "Scheduling manager",
        _ADMINISTRATION,
        "B",
        why_this_person="because of your talk on keeping eighty rooms to one timetable",
        notes="No phone: the letter promises no call.",
    ),
    _contact(
        "eyre",
        "Jane Eyre",
        "jane.eyre",
        "Thornfield Rehabilitation Center",
        "Program director",
        _COMMUNITY,
        "A",
        phone="555-0103",
        salutation="Ms. Eyre",
        why_this_person="because of your path from teaching to leading a program",
        approach_sent=On(-5),
        notes="The letter promised a call today.",
    ),
    _contact(
        "marner",
        "Silas Marner",
        "s.marner",
        "Raveloe Community Hospital",
        "Finance director",
        _ADMINISTRATION,
        "B",
        why_this_person="because of your years of balancing a small hospital's books",
        approach_sent=On(-7),
        notes="No phone, no answer: follow up once.",
    ),
    _contact(
        "elliot",
        "Anne Elliot",
        "anne.elliot",
        "Kellynch Health Services",
        "Operations manager",
        _ADMINISTRATION,
        "A",
        why_this_person="because of your article on moving a practice to smaller rooms",
        approach_sent=On(-4),
        replied_on=On(-1),
        notes="She replied: your answer, by hand.",
    ),
    _contact(
        "hale",
        "Margaret Hale",
        "margaret.hale",
        "Milton Free Clinic",
        "Clinic manager",
        _COMMUNITY,
        "B",
        phone="555-0104",
        why_this_person="because of your work between the mills and their workers",
        called_on=On(-4),
        call_result=str(CallResult.ACCEPTED_IN_PERSON),
        interview_on=On(-1, time(10, 0)),
        where="Milton Free Clinic, main entrance",
        approach_sent=On(-9),
        notes="Did you meet? Fill in Interview held.",
    ),
    _contact(
        "archer",
        "Isabel Archer",
        "i.archer",
        "Gardencourt Hospitals",
        "Vice president, planning",
        _ADMINISTRATION,
        "A",
        phone="555-0105",
        salutation="Ms. Archer",
        why_this_person="because of your move from law into hospital planning",
        called_on=On(-3),
        call_result=str(CallResult.ACCEPTED_IN_PERSON),
        interview_on=On(1, time(14, 0)),
        where="Gardencourt House, second floor",
        approach_sent=On(-8),
        notes="The interview is next: confirm it.",
    ),
    _contact(
        "snowe",
        "Lucy Snowe",
        "lucy.snowe",
        "Villette School of Nursing",
        "Registrar",
        _COMMUNITY,
        "C",
        why_this_person="because of your work with nurses who come back to study",
        replied_on=On(-6),
        answered_on=On(-5),
        interview_on=On(-1, time(9, 30)),
        interview_type=str(InterviewType.VIDEO),
        interview_held=str(Held.CANCELLED),
        approach_sent=On(-10),
        notes="She canceled: propose a new date.",
    ),
    _contact(
        "seward",
        "John Seward",
        "j.seward",
        "Carfax Hospital",
        "Superintendent",
        _ADMINISTRATION,
        "A",
        phone="555-0106",
        salutation="Dr. Seward",
        referred_by="John Watson",
        why_this_person="because of the records you keep and what they taught you",
        called_on=On(-4),
        call_result=str(CallResult.ACCEPTED_IN_PERSON),
        interview_on=On(-1, time(15, 30)),
        where="Carfax Hospital, east wing",
        interview_held=str(Held.YES),
        approach_sent=On(-7),
        thank_them_for="for walking me through a night's staffing, ward by ward",
        what_i_learned="Staffing is decided weeks ahead; the rest is repair.",
        fit=4,
        notes="You met: thank him, and who sent you.",
    ),
    _contact(
        "marian",
        "Marian Halcombe",
        "m.halcombe",
        "Limmeridge Health Trust",
        "Director of planning",
        _ADMINISTRATION,
        "B",
        phone="555-0107",
        salutation="Ms. Halcombe",
        why_this_person="because of your reputation for getting two boards to agree",
        called_on=On(-2),
        call_result=str(CallResult.INTERVIEWED),
        approach_sent=On(-7),
        thank_them_for="for explaining how a budget is made when half of it is spent",
        advice="Sit in on one budget meeting before deciding.",
        fit=3,
        notes="The call became the interview.",
    ),
    _contact(
        "oak",
        "Gabriel Oak",
        "gabriel.oak",
        "Weatherbury Rural Health",
        "General manager",
        _COMMUNITY,
        "B",
        phone="555-0108",
        why_this_person="because of the way you brought a failing practice back",
        called_on=On(-1),
        call_result=str(CallResult.PUT_OFF),
        approach_sent=On(-6),
        thank_them_for="for taking my call in the middle of a hard week",
        notes="He would rather not meet: thank him.",
    ),
    _contact(
        "edward",
        "Edward Casaubon",
        "e.casaubon",
        "Lowick Institute",
        "Research director",
        _ADMINISTRATION,
        "C",
        phone="555-0109",
        salutation="Mr. Casaubon",
        why_this_person="because of your long study of hospital records",
        called_on=On(-1),
        call_result=str(CallResult.DECLINED),
        approach_sent=On(-6),
        thank_them_for="for telling me so plainly",
        notes="He declined: a short thank-you.",
    ),
    _contact(
        "watson",
        "John Watson",
        "j.watson",
        "Baker Street Practice",
        "Practice manager",
        _COMMUNITY,
        "A",
        phone="555-0110",
        salutation="Dr. Watson",
        why_this_person="because of your years with a general practice",
        called_on=On(-13),
        call_result=str(CallResult.ACCEPTED_IN_PERSON),
        interview_on=On(-9, time(11, 0)),
        where="Baker Street Practice",
        interview_held=str(Held.YES),
        approach_sent=On(-18),
        thank_you_sent=On(-8),
        thank_them_for="for two hours of plain answers",
        referrals_given="John Seward; Mary Morstan; Godfrey Staunton (May)",
        fit=4,
        notes="One he named is not in here yet.",
    ),
    _contact(
        "bennet",
        "Elizabeth Bennet",
        "e.bennet",
        "Longbourn Medical Group",
        "Chief of administration",
        _ADMINISTRATION,
        "A",
        phone="555-0111",
        salutation="Ms. Bennet",
        why_this_person="because of your frank column on hospital manners",
        called_on=On(-20),
        call_result=str(CallResult.ACCEPTED_VIDEO),
        interview_on=On(-16, time(16, 0)),
        interview_type=str(InterviewType.VIDEO),
        interview_held=str(Held.YES),
        approach_sent=On(-30),
        thank_you_sent=On(-15),
        thank_them_for="for your advice to begin with admissions",
        advice="Begin with admissions: it all starts there.",
        opening_mentioned="A deputy's post in the spring",
        fit=5,
        notes="Thanked weeks ago: a note in between.",
    ),
    _contact(
        "grey",
        "Agnes Grey",
        "agnes.grey",
        "Wellwood Home Nursing",
        "Coordinator",
        _COMMUNITY,
        "B",
        phone="555-0113",
        salutation="Ms. Grey",
        why_this_person="because of your years in other people's houses",
        called_on=On(-14),
        call_result=str(CallResult.ACCEPTED_IN_PERSON),
        interview_on=On(-10, time(9, 0)),
        where="Wellwood House",
        interview_held=str(Held.YES),
        approach_sent=On(-19),
        thank_you_sent=On(-9),
        thank_them_for="for taking me along on a morning round",
        they_offered="to introduce me to the matron at Horton",
        fit=3,
        notes="She offered an introduction: a reminder.",
    ),
    _contact(
        "lydgate",
        "Tertius Lydgate",
        "t.lydgate",
        "Middlemarch Fever Hospital",
        "Medical director",
        _ADMINISTRATION,
        "B",
        salutation="Dr. Lydgate",
        why_this_person="because of the reforms that you began there",
        notes="The letter came back: what address?",
    ),
    _contact(
        "murray",
        "Mina Murray",
        "mina.murray",
        "Whitby Hospital",
        "",
        _ADMINISTRATION,
        "C",
        phone="555-0112",
        notes="No position: no letter until filled in.",
    ),
)


def _past(key: str, *events: tuple[On, EventKind, str, str | On]) -> list[SampleRow]:
    row = next(c for c in CONTACTS if c["id"] == f"sample-{key}")
    return [
        {
            "date": day,
            "id": row["id"],
            "name": f"{row['first_name']} {row['last_name']}",
            "event": str(kind),
            "channel": channel,
            "detail": detail,
        }
        for day, kind, channel, detail in events
    ]


def _letter(day: int, promised: int | None = None) -> tuple[On, EventKind, str, str | On]:
    return On(day), EventKind.APPROACH, "Email", "" if promised is None else On(promised, text="call on {}")


def _call(day: int, result: CallResult) -> tuple[On, EventKind, str, str | On]:
    return On(day), EventKind.CALL, "Phone", str(result)


def _interview(day: int, detail: str) -> tuple[On, EventKind, str, str | On]:
    return On(day), EventKind.INTERVIEW, "", detail


def _thanks(day: int, talk: int) -> tuple[On, EventKind, str, str | On]:
    return On(day), EventKind.THANK_YOU, "Email", On(talk, text="for the conversation on {}")


def _by_day(row: SampleRow) -> int:
    return row["date"].days if isinstance(row["date"], On) else 0


HISTORY: tuple[SampleRow, ...] = tuple(
    sorted(
        (
            *_past("eyre", _letter(-5, 0)),
            *_past("marner", _letter(-7)),
            *_past("elliot", _letter(-4), (On(-1), EventKind.REPLY, "Email", "")),
            *_past("hale", _letter(-9, -4), _call(-4, CallResult.ACCEPTED_IN_PERSON)),
            *_past("archer", _letter(-8, -3), _call(-3, CallResult.ACCEPTED_IN_PERSON)),
            *_past(
                "snowe",
                _letter(-10),
                (On(-6), EventKind.REPLY, "Email", ""),
                (On(-5), EventKind.ANSWER, "Email", ""),
                _interview(-1, "Cancelled, Video"),
            ),
            *_past(
                "seward", _letter(-7, -4), _call(-4, CallResult.ACCEPTED_IN_PERSON), _interview(-1, "Yes")
            ),
            *_past("marian", _letter(-7, -2), _call(-2, CallResult.INTERVIEWED)),
            *_past("oak", _letter(-6, -1), _call(-1, CallResult.PUT_OFF)),
            *_past("edward", _letter(-6, -1), _call(-1, CallResult.DECLINED)),
            *_past(
                "watson",
                _letter(-18, -13),
                _call(-13, CallResult.ACCEPTED_IN_PERSON),
                _interview(-9, "Yes"),
                _thanks(-8, -9),
            ),
            *_past(
                "bennet",
                _letter(-30),
                _call(-20, CallResult.ACCEPTED_VIDEO),
                _interview(-16, "Yes, Video"),
                _thanks(-15, -16),
            ),
            *_past(
                "grey",
                _letter(-19, -14),
                _call(-14, CallResult.ACCEPTED_IN_PERSON),
                _interview(-10, "Yes"),
                _thanks(-9, -10),
            ),
            *_past(
                "lydgate",
                _letter(-3),
                (On(-2), EventKind.BOUNCE, "Email", "t.lydgate@example.org, no such mailbox"),
            ),
        ),
        key=_by_day,
    )
)

FIELDS: tuple[SampleRow, ...] = (
    {"name": _ADMINISTRATION, "expects": f"{SAMPLE} Order, quiet, and lists that stay as they were made."},
    {"name": _COMMUNITY, "expects": f"{SAMPLE} Much talking with people; little to count in the evening."},
)
