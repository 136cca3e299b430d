"""Write a letter: an order and a template in, subject and body out. Nothing is read or sent here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from types import SimpleNamespace
from typing import NamedTuple

from pipeline.letters import blanks
from pipeline.letters.background import NOTHING_YET, Acquaintance
from pipeline.letters.phrases import FIELD, MY_PHRASES, PHRASES, tidy
from pipeline.letters.salutation import called
from pipeline.letters.spelling import join, spell_day, spell_time, spell_times, spell_wait
from pipeline.letters.wordings import PLAIN
from pipeline.model import (
    Channel,
    Contact,
    Conversation,
    EventKind,
    InterviewType,
    LetterKind,
    Settings,
    Source,
    Template,
)
from pipeline.model.described import is_described
from pipeline.model.texts import firm, folded
from pipeline.rules.steps import meeting_type

_MY_FIELDS = ("name", "email", "phone", "address", "position", "field", "purpose")
_MEETINGS = {
    InterviewType.IN_PERSON: "meeting",
    InterviewType.PHONE: "telephone conversation",
    InterviewType.VIDEO: "video call",
}
_MEANS = {InterviewType.PHONE: " by telephone", InterviewType.VIDEO: " by video"}
_LINK = re.compile(r"https?://|www\.|\S+\.\S+/")


class Order(NamedTuple):
    """Everything that one letter is written from.

    `in_letters`: the contact's attributes that a template may use; all others are the user's own affair. `call_on`: the
    promised call day, a business day. `referrer`: full name. `met`: whom a referrer is thanked for. `enclosures`: file
    names that go along (R16). `write_again`: calendar days from this letter until the follow-up is due (R10). `voice`:
    which wordings (wordings.py). `advised`: words of Advice that the user chose for this letter; by itself none has any.
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
    enclosures: tuple[str, ...] = ()
    write_again: int = 9
    background: Acquaintance = NOTHING_YET
    voice: str = PLAIN
    advised: str = ""


class Written(NamedTuple):
    """A letter's text as drafted."""

    subject: str
    body: str


def write(order: Order, templates: Mapping[LetterKind, Template]) -> Written:
    """Write the letter of an order. Raises UserError naming the template's file and line for a fault in it."""
    from pipeline.letters.rendering import render

    told = values(order)
    subject, body = render(templates[order.kind], told, order.voice)
    return Written(_begun(str(told["referrer"]), subject), _begun(str(told["referrer"]), body))


def _begun(referrer: str, text: str) -> str:
    """Give who is only described, as "my uncle Bob", a capital where a sentence begins so."""
    if not (referrer[:1].islower() and is_described(referrer)):
        return text
    begins = re.compile(rf"(?:\A|\n\n|[.!?] ){re.escape(referrer)}")
    return begins.sub(lambda m: m[0].replace(referrer, referrer[0].upper() + referrer[1:]), text)


def values(order: Order) -> dict[str, object]:
    """List what a template may use: texts, plainly, with a placeholder for what is missing and must be said."""
    contact, me = _public(order), _me(order.settings)
    met = [_person(c, order.contact) for c in order.met]
    return {
        "contact": contact,
        "extra": SimpleNamespace(**{_snake(k): plain_line(v) for k, v in order.contact.extra.items()}),
        "me": me,
        "greeting": plain_line(called(order.contact)) or blanks.GREETING.text,
        "purpose": me.purpose or blanks.PURPOSE.text,
        "why": contact.why_this_person or blanks.WHY.text,
        "thanks": contact.thank_them_for or blanks.THANKS.text,
        "offered": _offered(order),
        "kept": _kept(order),
        "advised": order.advised,
        "question": _question(order.contact.my_question),
        "colleague": _is_colleague(order),
        "i_am": "" if _knows_me(order) else me.position,
        "signature": _signature(order.settings),
        "today": _day(order.today, order),
        "call_day": _day(order.call_on, order),
        "write_again": spell_wait(order.write_again),
        "referrer": plain_line(order.referrer) or blanks.REFERRER.text,
        "met": join(met) or blanks.MET.text,
        "met_names": [plain_line(c.name) or plain_line(c.organization) for c in order.met],
        "enclosures": [plain_line(name) for name in order.enclosures],
        "enclosed": "enclosed" if order.contact.channel is Channel.POST else "attached",
        **_of_the_talk(order),
        **_of_the_interview(order),
        **_of_the_past(order),
    }


def _of_the_talk(order: Order) -> dict[str, object]:
    talk, means = order.conversation, order.background.means
    return {
        **_said_of("talk", "" if talk is None or talk.undated else _day(talk.date, order)),
        "by_mail": talk is not None and talk.by_mail,
        "by_means": _MEANS.get(means, "") if means else "",
        "put_off": talk is not None and talk.letter is LetterKind.THANK_YOU_PUT_OFF and not talk.talked,
        "put_off_before": talk is not None and talk.put_off_before,
        "talked": talk is not None and talk.talked,
    }


def _of_the_interview(order: Order) -> dict[str, object]:
    c = order.contact
    meeting = meeting_type(c)
    time = spell_time(c.interview_time, order.settings.date_language)
    return {
        "meeting": _MEETINGS[meeting] if meeting else "talk",
        "interview_day": _day(c.interview_on, order) or blanks.DAY.text,
        "interview_time": time,
        "at_time": f", at {time}" if time else "",
        "where_is_link": bool(_LINK.match(c.where)),
    }


def _of_the_past(order: Order) -> dict[str, object]:
    past = order.background
    named, turned_to = [plain_line(n) for n in past.named], [plain_line(n) for n in past.turned_to]
    return {
        "first_subject": re.sub(
            r"^(?:\s*re\s*:)+\s*", "", plain_line(past.first_subject), flags=re.IGNORECASE
        ),
        **_said_of("first", _day(past.first_sent, order)),
        "by_referral": past.by_referral,
        "tried": spell_times(past.tried),
        "messages_left": past.messages,
        "reached": past.reached,
        "named": join(named),
        "named_names": named,
        "named_before": past.named_before,
        "referred": join(turned_to),
        "referred_names": turned_to,
        "several": len(order.met if order.kind is LetterKind.THANK_REFERRER else turned_to) > 1,
        "has_referred": join([_person(c, order.contact) for c in past.has_referred]),
    }


def _said_of(what: str, day: str) -> dict[str, object]:
    """Give a day alone, and as it stands in a sentence: " on Monday", " of Monday"; nothing where there is none."""
    return {
        f"{what}_day": day,
        f"on_{what}_day": f" on {day}" if day else "",
        f"of_{what}_day": f" of {day}" if day else "",
    }


def _offered(order: Order) -> object:
    """Give what they offered, while it is neither kept nor thanked for; a reminder of nothing has a placeholder."""
    c = order.contact
    thanked = order.background.offer_thanked and order.kind.event is EventKind.THANK_YOU
    offered = "" if c.offer_kept_on or thanked else _their_offer(c)
    return offered or (blanks.OFFERED.text if order.kind is LetterKind.REMINDER else "")


def _kept(order: Order) -> object:
    """Give what they offered once it is kept, until a letter has thanked for that (R11, R23)."""
    c = order.contact
    return _their_offer(c) if c.offer_kept_on and not order.background.kept_thanked else ""


def _their_offer(c: Contact) -> object:
    return _value("they_offered", c.they_offered, PHRASES.keys() - MY_PHRASES)


def _question(text: str) -> str:
    """Give the user's question to a person the mark that ends it."""
    asked = plain_line(text)
    return asked if not asked or asked[-1] in ".?!" else f"{asked}?"


def _is_colleague(order: Order) -> bool:
    """Tell whether somebody teaches, or works, where the user does: one's own professor is told nothing about jobs."""
    place = folded(plain_line(order.contact.organization))
    return bool(place) and f" {place} " in f" {folded(plain_line(order.settings.position))} "


def _knows_me(order: Order) -> bool:
    """Tell whether somebody need not be told who the user is."""
    friend = order.contact.source is Source.FRIEND
    return friend or _is_colleague(order) or bool(order.background.has_referred)


def _day(day: date | None, order: Order) -> str:
    return spell_day(day, order.today, order.settings.date_language)


def plain_line(text: str) -> str:
    """Make a cell's text safe in a line: no control, bidi or zero-width characters, blanks single, no line breaks."""
    return " ".join(_visible(text).split())


def plain_lines(text: str) -> str:
    """Do the same for a text of several lines, keeping them."""
    return "\n".join(" ".join(_visible(line).split()) for line in text.splitlines()).strip()


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        c if c.isspace() else "" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in text
    )


def _public(order: Order) -> SimpleNamespace:
    contact = order.contact
    view = {
        name: _value(name, getattr(contact, name), PHRASES.keys() - MY_PHRASES) for name in order.in_letters
    }
    if order.background.thanks_used:
        view["thank_them_for"] = ""
    extra = {header: plain_line(text) for header, text in contact.extra.items()}
    return SimpleNamespace(**view, name=plain_line(contact.name), extra=extra)


def _me(settings: Settings) -> SimpleNamespace:
    return SimpleNamespace(**{name: _value(name, getattr(settings, name), MY_PHRASES) for name in _MY_FIELDS})


def _value(name: str, value: object, phrases: Collection[str]) -> object:
    """Give a value as text; a phrase is tidied, for the sentence in the letter has its own capital and stop."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    if name == "address":
        return plain_lines(value)
    return tidy(PHRASES.get(name, FIELD), plain_line(value)) if name in phrases else plain_line(value)


def _signature(settings: Settings) -> str:
    if settings.signature.strip():
        return plain_lines(settings.signature)
    lines = (
        plain_line(settings.name) or blanks.YOUR_NAME.text,
        plain_line(settings.phone),
        plain_line(settings.email),
    )
    return "\n".join(line for line in lines if line)


def _person(contact: Contact, reader: Contact) -> str:
    """Name somebody and where they are, which whoever is there too need not be told."""
    name, organization = plain_line(contact.name), plain_line(contact.organization)
    if not name or not organization:
        return name or organization
    return name if firm(organization) == firm(reader.organization) else f"{name} of {organization}"


def _snake(header: str) -> str:
    return re.sub(r"\W+", "_", header.strip().lower()).strip("_")
