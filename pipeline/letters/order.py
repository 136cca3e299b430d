"""Write a letter: an order and a template in, subject and body out. Nothing is read or sent here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from types import SimpleNamespace
from typing import TYPE_CHECKING

from pipeline.letters.phrases import MY_PHRASES, PHRASES, tidy
from pipeline.letters.salutation import called
from pipeline.model import Contact, Conversation, InterviewType, LetterKind, Settings

if TYPE_CHECKING:
    from pipeline.letters.rendering import Template

_MY_FIELDS = ("name", "email", "phone", "address", "position", "field", "purpose")
_MEETINGS = {
    InterviewType.IN_PERSON: "meeting",
    InterviewType.PHONE: "telephone conversation",
    InterviewType.VIDEO: "video call",
}
_MEANS = {InterviewType.PHONE: " by telephone", InterviewType.VIDEO: " by video"}
_YEAR_NEEDED = 180


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that one letter is written from.

    `in_letters`: the contact's attributes that a template may use; all others are the user's own affair. `call_on`: the promised call day, a business day. `referrer`: full name. `met`: whom a referrer is thanked for.
    `enclosures`: file names that go along (R16). `thanks_used`: Thank them for stood in a sent letter already.
    `referred_people`: names they gave whom the user has since written to or met.
    """

    kind: LetterKind
    contact: Contact
    settings: Settings
    today: date
    in_letters: frozenset[str]
    call_on: date | None = None
    referrer: str = ""
    met: tuple[Contact, ...] = ()
    conversation: Conversation | None = None
    first_subject: str = ""
    first_sent: date | None = None
    enclosures: tuple[str, ...] = ()
    thanks_used: bool = False
    referred_people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A letter's text as drafted."""

    subject: str
    body: str


def write(order: Order, templates: Mapping[LetterKind, Template]) -> Written:
    """Write the letter of an order. Raises UserError naming the template's file and line for a fault in it."""
    from pipeline.letters.rendering import render

    return Written(*render(templates[order.kind], values(order)))


def values(order: Order) -> dict[str, object]:
    """List what a template may use: texts, plainly, with a placeholder for what is missing and must be said."""
    contact, me = _public(order), _me(order.settings)
    talk = order.conversation
    met = [_person(c) for c in order.met]
    return {
        "contact": contact,
        "extra": SimpleNamespace(**{_snake(k): clean(v) for k, v in order.contact.extra.items()}),
        "me": me,
        "greeting": clean(called(order.contact)) or "[greeting]",
        "purpose": me.purpose or "[to …: your purpose, on the Settings sheet]",
        "why": contact.why_this_person or "[because of …: why you write to this person]",
        "thanks": contact.thank_them_for or "[for …: one specific thing that they said or did]",
        "signature": _signature(order.settings),
        "today": spell_day(order.today, order.today),
        "call_day": spell_day(order.call_on, order.today),
        "referrer": clean(order.referrer) or "[who referred you]",
        "met": _join(met) or "[whom you have met]",
        "met_names": [clean(c.name) or clean(c.organization) for c in order.met],
        "talk_day": "" if talk is None or talk.undated else spell_day(talk.date, order.today),
        "by_mail": talk is not None and talk.by_mail,
        "put_off_before": talk is not None and talk.put_off_before,
        "by_means": _MEANS.get(order.contact.interview_type, "") if order.contact.interview_type else "",
        "first_subject": re.sub(r"^(?:\s*re\s*:)+\s*", "", clean(order.first_subject), flags=re.IGNORECASE),
        "first_day": spell_day(order.first_sent, order.today),
        "meeting": _MEETINGS.get(order.contact.interview_type, "talk")
        if order.contact.interview_type
        else "talk",
        "interview_day": spell_day(order.contact.interview_on, order.today) or "[the day]",
        "interview_time": spell_time(order.contact.interview_time),
        "enclosures": [clean(name) for name in order.enclosures],
        "referred": _join([clean(name) for name in order.referred_people]),
        "referred_names": [clean(name) for name in order.referred_people],
    }


def clean(text: str) -> str:
    """Make a cell's text safe in a line: no control, bidi or zero-width characters, blanks single, no line breaks."""
    return " ".join(_visible(text).split())


def clean_lines(text: str) -> str:
    """Do the same for a text of several lines, keeping them."""
    return "\n".join(" ".join(_visible(line).split()) for line in text.splitlines()).strip()


def spell_day(day: date | None, today: date) -> str:
    """Spell a date as a letter does: "Tuesday, December 1"; with the year where that is half a year away."""
    if day is None:
        return ""
    year = f", {day.year}" if abs((day - today).days) > _YEAR_NEEDED else ""
    return f"{_DAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}{year}"


def spell_time(at: time | None) -> str:
    """Spell a time as American letters do: "2:30 p.m."."""
    if at is None:
        return ""
    if (at.hour, at.minute) == (12, 0):
        return "noon"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour - 1) % 12 + 1}{minutes} {'a' if at.hour < 12 else 'p'}.m."


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _visible(text: str) -> str:
    return "".join(
        c if c.isspace() else "" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in text
    )


def _public(order: Order) -> SimpleNamespace:
    contact = order.contact
    view = {
        name: _value(name, getattr(contact, name), PHRASES.keys() - MY_PHRASES) for name in order.in_letters
    }
    if order.thanks_used:
        view["thank_them_for"] = ""
    extra = {header: clean(text) for header, text in contact.extra.items()}
    return SimpleNamespace(**view, name=clean(contact.name), extra=extra)


def _me(settings: Settings) -> SimpleNamespace:
    return SimpleNamespace(**{name: _value(name, getattr(settings, name), MY_PHRASES) for name in _MY_FIELDS})


def _value(name: str, value: object, phrases: Collection[str]) -> object:
    """Give a value as text; a phrase is tidied, for the sentence in the letter has its own capital and stop."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    if name == "address":
        return clean_lines(value)
    return tidy(PHRASES[name], clean(value)) if name in phrases else clean(value)


def _signature(settings: Settings) -> str:
    if settings.signature.strip():
        return clean_lines(settings.signature)
    lines = (clean(settings.name) or "[your name]", clean(settings.phone), clean(settings.email))
    return "\n".join(line for line in lines if line)


def _person(contact: Contact) -> str:
    name, organization = clean(contact.name), clean(contact.organization)
    return f"{name} of {organization}" if name and organization else name or organization


def _join(names: Sequence[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _snake(header: str) -> str:
    return re.sub(r"\W+", "_", header.strip().lower()).strip("_")
