"""Automatic replies of somebody who is gone for good: told with the new address, where it is theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.classify import MailKind
from pipeline.mail.incoming.leaving import Leaving
from pipeline.mail.incoming.meaning import Understood, understood
from tests.mail import mails
from tests.mail.test_no_reply import ARRIVED, background, read, sent_to, written
from tests.peers.letters import contact

WEI = contact(0, id="WEI", first_name="Wei", last_name="Zhang", email="wei@datalab.example.com")
NEW = "wei.zhang@newlab.example.org"
OTHER = "ann.lee@datalab.example.com"


def note(text: str) -> bytes:
    return written(
        f"Wei Zhang <{WEI.email}>", "Automatic reply: Your work", text, "Auto-Submitted: auto-replied"
    )


def told(*texts: str) -> Understood:
    known = background(WEI)
    mails = [
        Mail(read(note(text), known), f"<{n}@example.com>", f"mark{n}", ARRIVED)
        for n, text in enumerate(texts)
    ]
    return understood(mails, known, {}, [], [])


@pytest.mark.parametrize(
    ("text", "leaving"),
    [
        (f"I have left DataLab. You can reach me at {NEW}.", Leaving(NEW, True)),
        (f"I no longer work at DataLab. From now on: {NEW}", Leaving(NEW, True)),
        ("My new e-mail address is wz@x.example.org.", Leaving("wz@x.example.org", True)),
        (f"Wei Zhang no longer works here. Ask {OTHER}, or reach Wei at {NEW}.", Leaving(NEW, True)),
        ("Ich bin nicht mehr bei DataLab tätig; Sie erreichen mich unter w@neu.example.org.", Leaving("w@neu.example.org", True)),
        ("Je ne travaille plus chez DataLab. Ma nouvelle adresse : w@neu.example.org", Leaving("w@neu.example.org", True)),
        (f"I have left DataLab as of November 1. For questions contact {OTHER}.", Leaving(OTHER, False)),
        (f"Wei Zhang is no longer with DataLab ({WEI.email}). Write to {OTHER}.", Leaving(OTHER, False)),
        (f"This mailbox is no longer monitored. Write to {OTHER}.", Leaving(OTHER, False)),
        ("Wei Zhang has left the company.", Leaving()),
        (f"To {mails.ME}: Wei Zhang has left the company. Write to {OTHER}.", Leaving(OTHER, False)),
        ("Wei Zhang has left the company. Now: wei@newlab.example.org", Leaving("wei@newlab.example.org", True)),
        ("I have retired.", Leaving()),
        (f"Frau Zhang hat unser Unternehmen verlassen. Bitte wenden Sie sich an {OTHER}.", Leaving(OTHER, False)),
        ("Ich bin seit Oktober in Rente.", Leaving()),
        ("Ich habe die Stadt Beispiel zum 31.10.2026 verlassen. Sie erreichen mich künftig unter w@neu.example.org.", Leaving("w@neu.example.org", True)),
        ("Ich habe die Firma zum 30.9. verlassen.", Leaving()),
        ("Ich habe die Gemeinde Beispiel verlassen.", Leaving()),
        ("I have left the company on 31.10. Today nobody reads this mailbox.", Leaving()),
        (f"Frau Zhang hat uns zum 31.10. verlassen. Bitte an {OTHER}.", Leaving(OTHER, False)),
        ("Frau Zhang arbeitet nicht mehr in unserem Unternehmen.", Leaving()),
        ("Ich bin seit 1.10. in Pension.", Leaving()),
        ("Jag har slutat på företaget.", Leaving()),
        ("Jeg er fratrådt min stilling.", Leaving()),
        (f"Wei Zhang ha lasciato l'azienda. Scriva a {OTHER}.", Leaving(OTHER, False)),
        (f"Wei Zhang ha dejado la empresa. Escriba a {OTHER}.", Leaving(OTHER, False)),
        (f"Wei Zhang heeft de organisatie verlaten. Mail {OTHER}.", Leaving(OTHER, False)),
        ("Wei Zhang deixou a empresa.", Leaving()),
        (f"Je suis à la retraite depuis octobre. Contactez {OTHER}.", Leaving(OTHER, False)),
        (f"J'ai quitté DataLab. Contactez {OTHER}.", Leaving(OTHER, False)),
        ("Wei Zhang arbetar inte längre här.", Leaving()),
        ("Wei Zhang już nie pracuje w DataLab.", Leaving()),
        ("Вэй Чжан больше не работает в компании.", Leaving()),
        ("张伟已离职。", Leaving()),
        (f"This email account has been deactivated. Please write to {OTHER}.", Leaving(OTHER, False)),
        (f"Wei Zhang's employment with DataLab has ended. Contact {OTHER}.", Leaving(OTHER, False)),
        (f"Please note that my email address has changed to {NEW}.", Leaving(NEW, True)),
    ],
)  # fmt: skip
def test_who_is_gone_and_where_to(text: str, leaving: Leaving) -> None:
    found = read(note(text), background(WEI))
    assert (found.kind, found.leaving) == (MailKind.AUTOMATIC, leaving)


@pytest.mark.parametrize(
    "text",
    [
        "Ich habe die Stadt für eine Woche verlassen.",
        "Ich habe die Stadt verlassen und bin am 3.11. zurück.",
        "Ich bin seit 1.10. in Karenz.",
        "Ich bin in einer Pension im Urlaub.",
        f"I am out of the office until December 4. Contact {OTHER}.",
        "I left the office for today and am back tomorrow.",
        "I have left for vacation and return on December 1.",
        "I have left Ann Lee in charge; I return on December 3.",
        "I am out of the office and no longer checking e-mail until Monday.",
        "Thank you for your message. I will reply soon.",
        "Heute bin ich nicht mehr erreichbar.",
        "Ich habe das Haus bereits verlassen.",
        "J'ai quitté le bureau pour la journée.",
        "Não trabalho às sextas-feiras.",
        "W piątki nie pracuję.",
        "I am no longer at my desk today; I have left the team in charge of Ann.",
        "I have moved to a new role within DataLab; Ann covers statistics now.",
    ],
)
def test_who_is_only_away_is_not_gone(text: str) -> None:
    assert read(note(text), background(WEI)).leaving is None


@pytest.mark.parametrize(
    "text",
    [
        "As of today I have left DataLab.",
        "Today was my last day at DataLab.",
        "Today is my last day at DataLab.",
        "Desde hoy ya no trabajo en DataLab.",
        "À partir d'aujourd'hui, je ne travaille plus chez DataLab.",
        "Seit heute arbeite ich nicht mehr bei DataLab.",
    ],
)
def test_who_is_gone_as_of_today_is_gone(text: str) -> None:
    assert read(note(text), background(WEI)).leaving is not None


def test_notes_in_seven_languages_are_read_as_gone_or_as_no_more_than_away() -> None:
    lines = (Path(__file__).parent / "leaving.tsv").read_text("utf-8").splitlines()
    kept = background(WEI)
    misread = []
    for _, meant, text in (line.split("\t") for line in lines):
        found = read(note(text), kept)
        if (found.kind, found.leaving is not None) != (MailKind.AUTOMATIC, meant == "gone"):
            misread.append(text)
    assert misread == []


def test_a_note_that_says_gone_says_no_day_of_return() -> None:
    found = read(note("I retired on November 30 after 32 years."), background(WEI))
    assert (found.leaving, found.return_date) == (Leaving(), None)


def test_a_short_name_before_the_at_sign_is_told_again_at_the_new_place() -> None:
    jo = contact(0, id="JO", first_name="Joanna", last_name="Fry", email="jf@quay.example")
    text = "I have left the company. Ann Lee: ann@quay.example. From now on: jf@borg.example"
    gone = written(f"<{jo.email}>", "Automatic reply: Your work", text, "Auto-Submitted: auto-replied")
    assert read(gone, background(jo)).leaving == Leaving("jf@borg.example", True)


def test_an_answer_that_speaks_of_leaving_is_an_answer() -> None:
    raw = written(
        WEI.email, "Re: Your work", "I have left DataLab; ring me.", f"In-Reply-To: {sent_to(WEI).message_id}"
    )
    found = read(raw, background(WEI))
    assert (found.kind, found.leaving) == (MailKind.REPLY, None)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        (f"I have left DataLab. You can reach me at {NEW}.", f"left {WEI.email}; now at {NEW}"),
        (
            f"I have left DataLab. For questions contact {OTHER}.",
            f"left {WEI.email}; names {OTHER}",
        ),
        ("Wei Zhang has left the company.", f"left {WEI.email}"),
        ("I am out of the office until December 4.", "back 2026-12-04"),
    ],
)
def test_history_keeps_which_address_they_left_and_which_they_name(text: str, detail: str) -> None:
    found = told(text)
    assert [e.detail for e in found.events] == [detail]
    assert found.notices == []
    assert ("no longer at this address" in found.lines[0]) == detail.startswith("left")


def test_what_answers_a_letter_to_a_former_address_says_nothing_of_the_present_one() -> None:
    moved = WEI._replace(email=NEW)
    known = background(moved, letters=(sent_to(WEI),))
    raw = note("I have left DataLab.").replace(
        b"Auto-Submitted", f"In-Reply-To: {sent_to(WEI).message_id}\r\nAuto-Submitted".encode()
    )
    [event] = understood([Mail(read(raw, known), "<1@example.com>", "m", ARRIVED)], known, {}, [], []).events
    assert event.detail == f"left {WEI.email}"


@pytest.mark.parametrize("named", [("In-Reply-To: <your-answer@example.com>",), ()])
def test_who_only_answers_for_them_may_leave_without_them(named: tuple[str, ...]) -> None:
    raw = written(
        OTHER,
        "Automatic reply: Your work",
        "I have left DataLab.",
        "Auto-Submitted: auto-replied",
        *named,
        f"References: {sent_to(WEI).message_id} <her-mail@datalab.example.com> <your-answer@example.com>",
    )
    found = read(raw, background(WEI))
    assert (found.kind, found.contact_id, found.leaving) == (MailKind.AUTOMATIC, "WEI", None)
