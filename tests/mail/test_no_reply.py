"""What is a reply, wherever and from whomever it comes, and what only looks like one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.header import Header
from zoneinfo import ZoneInfo

import pytest

from pipeline.ledger.records import LedgerState, Receipt, SendState
from pipeline.mail.free_domains import free_domains
from pipeline.mail.incoming.automatic import is_automatic
from pipeline.mail.incoming.background import Background
from pipeline.mail.incoming.classify import Incoming, MailKind, classify, needs_whole
from pipeline.mail.incoming.dates import return_date
from pipeline.mail.incoming.headers import bare_subject, is_forward, is_reply_subject, sender_in
from pipeline.mail.incoming.people import Sieve, with_parents
from pipeline.mail.incoming.texts import first_line, plain_text, without_quotes
from pipeline.model import Contact, Identity, LetterKind
from tests.mail import mails
from tests.peers.letters import ME, contact

ARRIVED = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
THURSDAY = ARRIVED.date()
ADA = contact(0, id="ADA", first_name="Ada", last_name="Okafor", email="ada@lab.example.org")


def sent_to(person: Contact, subject: str = "Your work at Example Clinic", days: int = 3) -> Receipt:
    day = THURSDAY - timedelta(days=days)
    identity = Identity(
        code=f"C{person.id[:4]}",
        message_id=f"<remembered.{person.id.lower()}@example.com>",
        contact_id=person.id,
        name=person.name,
        kind=LetterKind.APPROACH,
        occasion="1",
    )
    return Receipt(
        identity,
        SendState.ACCEPTED,
        day,
        datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        person.email,
        subject,
        "Email",
    )


def background(*people: Contact, letters: tuple[Receipt, ...] | None = None, **more: object) -> Background:
    receipts = letters if letters is not None else tuple(sent_to(p) for p in people)
    state = LedgerState(receipts={r.message_id: r for r in receipts})
    return Background(
        people, (), ME, state, ZoneInfo("America/New_York"), free_domains=free_domains(), **more
    )  # type: ignore[arg-type]


def read(raw: bytes, known: Background | None = None, *, in_sent: bool = False) -> Incoming:
    who = (known or background(ADA)).known()
    assert not read_kind_matters(raw, who) or Sieve(who).may_matter(raw.partition(b"\r\n\r\n")[0]) or in_sent
    return classify(message_from_bytes(raw), who, ARRIVED, ZoneInfo("America/New_York"), in_sent=in_sent)


def read_kind_matters(raw: bytes, known: object) -> bool:
    return bool(classify(message_from_bytes(raw), known, ARRIVED, UTC).contact_id)  # type: ignore[arg-type]


LETTER = sent_to(ADA).message_id


def written(sender: str, subject: str, text: str = "Gladly.", *headers: str) -> bytes:
    return mails.mail(
        f"From: {sender}",
        f"To: {mails.ME}",
        f"Subject: {subject}",
        *headers,
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
    )


IN_THREAD = f"In-Reply-To: {LETTER}"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (
            written(ADA.email, "Re: Your work", "Yes.", IN_THREAD, "List-Id: <clinic.example.org>"),
            MailKind.REPLY,
        ),
        (written(ADA.email, "News", "Hello all.", "List-Id: <clinic.example.org>"), MailKind.OTHER),
        (written("Ada Okafor <ada77@gmail.com>", "Hello"), MailKind.UNSURE),
        (written("=?utf-8?b?QWRhIE9rYWZvcg==?= <ada77@gmail.com>", "Hello"), MailKind.UNSURE),
        (written("someone@gmail.com", "Re: Your work at Example Clinic"), MailKind.UNSURE),
        (written("someone@gmail.com", "AW: RE: your work at example clinic"), MailKind.UNSURE),
        (written("someone@gmail.com", "Your work at Example Clinic"), MailKind.OTHER),
        (written("desk@example.org", "Your letter"), MailKind.UNSURE),
        (written("desk@press.example.org", "Your letter"), MailKind.UNSURE),
        (written("desk@example.net", "Your letter"), MailKind.OTHER),
        (written("Ada Okafor <ada77@gmail.com>", "Sale", "Buy.", "List-Id: <x.example.net>"), MailKind.OTHER),
        (written(ADA.email, "Fwd: An article"), MailKind.UNSURE),
        (written("tom@example.net", "Re: WG: Your work", "Good luck!", IN_THREAD), MailKind.UNSURE),
        (written("tom@example.net", "Re: Your work", "Ada asked me to answer.", IN_THREAD), MailKind.REPLY),
        (written("tom@example.net", "A talk", "Ada asked me.", f"Cc: Ada <{ADA.email}>"), MailKind.UNSURE),
        (
            written(ADA.email, "Our news", "New.", "List-Unsubscribe: <https://lab.example.org/u>"),
            MailKind.UNSURE,
        ),
        (
            written(ADA.email, "Re: hello", "Yes.", "List-Unsubscribe: <https://lab.example.org/u>"),
            MailKind.REPLY,
        ),
        (written(ADA.email, "VL: Artikkeli"), MailKind.UNSURE),
        (written(ADA.email, "转发: 文章"), MailKind.UNSURE),
        (written("someone@gmail.com", "回复: Your work at Example Clinic"), MailKind.UNSURE),
        (
            written(
                "Ada <x@guard.example.net>",
                "Re: Your work",
                "Click here to verify that you are human.",
                IN_THREAD,
            ),
            MailKind.AUTOMATIC,
        ),
        (
            written(
                ADA.email,
                "Re: Your work",
                "Your mail was waiting for me. Click to confirm a time.",
                IN_THREAD,
            ),
            MailKind.REPLY,
        ),
        (
            written(
                ADA.email,
                "Re: Your work",
                "Click on the attachment to read our press release. Come by on Thursday.",
                IN_THREAD,
            ),
            MailKind.REPLY,
        ),
        (
            written(
                ADA.email,
                "Re: Your work",
                "We click, I believe. Let me verify with my boss and write again.",
                IN_THREAD,
            ),
            MailKind.REPLY,
        ),
        (
            written(
                "Ada <x@guard.example.net>",
                "Re: Your work",
                "Click the link below to release your message.",
                IN_THREAD,
            ),
            MailKind.AUTOMATIC,
        ),
        (
            written(
                "Ada <x@guard.example.net>",
                "Re: Your work",
                "Click here to verify your address, and it is delivered.",
                IN_THREAD,
            ),
            MailKind.AUTOMATIC,
        ),
    ],
)
def test_who_answers(raw: bytes, kind: MailKind) -> None:
    found = read(raw)
    assert (found.kind, found.contact_id) == (kind, "" if kind is MailKind.OTHER else "ADA")


def test_a_name_or_a_domain_of_several_points_to_nobody() -> None:
    bo = contact(1, id="BO", first_name="Ada", last_name="Okafor", email="bo@shop.example.org")
    both = background(ADA, bo)
    for raw in (
        written("Ada Okafor <ada77@gmail.com>", "Hello"),
        written("desk@example.org", "Your letter"),
    ):
        assert read(raw, both).kind is MailKind.OTHER
    assert read(written("desk@shop.example.org", "Your letter"), both).contact_id == "BO"


@pytest.mark.parametrize(
    ("to", "cc", "kind"),
    [
        (ADA.email, mails.ME, MailKind.UNSURE),
        (f"{mails.ME}, {ADA.email}", "x@example.net", MailKind.REPLY),
        (mails.ME, ADA.email, MailKind.REPLY),
        ("sam@college.example.edu", mails.ME, MailKind.REPLY),
    ],
)
def test_what_a_stranger_writes_to_them_in_the_thread_may_be_the_users_own(
    to: str, cc: str, kind: MailKind
) -> None:
    raw = written("Sam Rivera <sam@home.example.net>", "Re: Your work", "Tuesday?", IN_THREAD, f"Cc: {cc}")
    assert read(raw.replace(f"To: {mails.ME}".encode(), f"To: {to}".encode(), 1)).kind is kind


@pytest.mark.parametrize(
    ("sender", "kind"),
    [
        ("Jo Young <jo@pa.example.net>", MailKind.REPLY),
        ("Ada Okafor <ada77@mailbox.example.net>", MailKind.REPLY),
        ("Rivera, Sam <sam77@mailbox.example.net>", MailKind.UNSURE),
        ("Sam <sam77@mailbox.example.net>", MailKind.UNSURE),
        ("sam77@mailbox.example.net", MailKind.UNSURE),
    ],
)
def test_who_answers_all_in_the_thread_answers_for_them_unless_it_may_be_the_user(
    sender: str, kind: MailKind
) -> None:
    raw = written(sender, "Re: Your work", "Tuesday?", IN_THREAD, f"Cc: {mails.ME}")
    found = read(raw.replace(f"To: {mails.ME}".encode(), f"To: {ADA.email}".encode(), 1))
    assert (found.kind, found.contact_id) == (kind, "ADA")


@pytest.mark.parametrize(
    ("sender", "headers", "kind"),
    [
        ("Ada Okafor <ada77@mailbox.example.net>", (), MailKind.REPLY),
        ("Jo Young <jo@pa.example.net>", (f"Cc: {ADA.email}",), MailKind.REPLY),
        ("Jo Young <jo@pa.example.net>", (f"Cc: {ADA.email}", "Precedence: list"), MailKind.REPLY),
        ("Jo Young <jo@pa.example.net>", (), MailKind.OTHER),
    ],
)
def test_what_answers_the_users_own_mail_of_a_thread_is_theirs_by_name_or_copy(
    sender: str, headers: tuple[str, ...], kind: MailKind
) -> None:
    replied = ADA._replace(replied_on=THURSDAY)
    known = background(replied).known().with_answerers({}, {"<mine.1@example.com>": "ADA"})
    raw = written(sender, "The talk", "Tuesday?", "In-Reply-To: <mine.1@example.com>", *headers)
    found = classify(message_from_bytes(raw), known, ARRIVED, UTC)
    assert (found.kind, found.contact_id) == (kind, "" if kind is MailKind.OTHER else "ADA")
    assert needs_whole(message_from_bytes(raw), known)


@pytest.mark.parametrize(
    ("subject", "header", "kind"),
    [
        ("Re: Your work", "Auto-Submitted: auto-replied", MailKind.OTHER),
        ("Automatic reply: Your work", "X-Mailer: none", MailKind.OTHER),
        ("Re: Automatic reply: Your work", "X-Mailer: none", MailKind.OWN),
        ("Re: Your work", "Auto-Submitted: no", MailKind.OWN),
        (
            "Invitation: Talk",
            "Auto-Submitted: auto-generated\r\nSender: <calendar-notification@google.com>",
            MailKind.OWN,
        ),
    ],
)
def test_the_users_own_absence_note_answers_nobody(subject: str, header: str, kind: MailKind) -> None:
    raw = written(mails.ME, subject, "I am away.", IN_THREAD, header).replace(
        f"To: {mails.ME}".encode(), f"To: {ADA.email}".encode()
    )
    assert {read(raw).kind, read(raw, in_sent=True).kind} == {kind}


def test_whoever_has_answered_is_not_asked_about_again() -> None:
    answered = contact(0, id="ADA", email=ADA.email, replied_on=THURSDAY)
    copied = written("tom@example.net", "A talk", "Ada asked me.", f"Cc: {ADA.email}")
    assert read(copied, background(answered)).kind is MailKind.OTHER
    assert read(written("desk@example.org", "Your letter"), background(answered)).kind is MailKind.OTHER


@pytest.mark.parametrize(
    "domain",
    [
        "gmail.com",
        "gmx.de",
        "web.de",
        "orange.fr",
        "libero.it",
        "yahoo.co.jp",
        "qq.com",
        "mailbox.org",
        "proton.me",
        "uol.com.br",
    ],
)
def test_a_mail_providers_domain_says_nothing(domain: str) -> None:
    person = contact(0, id="ADA", email=f"ada@{domain}")
    assert read(written(f"other@{domain}", "Hello"), background(person)).kind is MailKind.OTHER


def test_a_countrys_registry_is_no_employer() -> None:
    assert list(with_parents("dept.museum.co.uk")) == ["dept.museum.co.uk", "museum.co.uk"]
    assert list(with_parents("a.example.org")) == ["a.example.org", "example.org"]


def test_what_lies_in_sent_is_ours_whoever_it_is_from() -> None:
    raw = mails.mail(
        "From: Sam Rivera <sam@college.example.edu>", f"To: {ADA.email}", "Subject: Re: Talk", "", "Thanks."
    )
    found = read(raw, in_sent=True)
    assert (found.kind, found.contact_id) == (MailKind.OWN, "ADA")


def test_an_alias_is_ours_and_a_contacts_address_never_becomes_one() -> None:
    learned = frozenset({"sam@college.example.edu", ADA.email})
    known = background(ADA, learned=learned)
    raw = mails.mail(
        "From: sam@college.example.edu", f"To: {ADA.email}", IN_THREAD, "Subject: Re: Talk", "", "Thanks."
    )
    assert read(raw, known).kind is MailKind.OWN
    assert read(written(ADA.email, "Re: Talk"), known).kind is MailKind.REPLY


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
        "Content-Type: multipart/mixed; boundary=b",
    ],
)
def test_a_read_receipt_is_nothing(head: str) -> None:
    raw = mails.mail(
        f"From: {ADA.email}", f"To: {mails.ME}", "Subject: Gelesen: Your work", IN_THREAD, head, "",
        "--b", "Content-Type: text/plain", "", "Read.", "--b", "Content-Type: message/disposition-notification",
        "", "Disposition: manual-action; displayed", "--b--",
    )  # fmt: skip
    assert read(raw).kind is MailKind.OTHER


NOTES = {
    "en": ("Re: Your work", "I am out of the office until Monday and have limited access to mail. In urgent matters turn to the desk."),
    "de": ("AW: Ihre Arbeit", "Ich bin bis zum 4. Dezember nicht im Büro. Ihre Nachricht wird nicht weitergeleitet."),
    "fr": ("RE: Votre travail", "Je suis absente jusqu'au 4 décembre. En cas d'urgence, écrivez à l'accueil."),
    "es": ("RE: Su trabajo", "Estoy fuera de la oficina hasta el 4 de diciembre. Para asuntos urgentes escriba a recepción."),
    "it": ("R: Il Suo lavoro", "Sono assente fino al 4 dicembre e risponderò al mio rientro."),
    "pt": ("RES: Seu trabalho", "Estou de férias até 4 de dezembro. Para assuntos urgentes, escreva para a recepção."),
    "nl": ("RE: Uw werk", "Ik ben afwezig tot en met 4 december. Voor dringende zaken kunt u de balie mailen."),
    "ja": ("Re: お仕事について", "12月4日まで不在にしております。お急ぎの方は受付までご連絡ください。"),
}  # fmt: skip
MARKED = {
    "en": "Automatic reply: Your work", "de": "Abwesenheitsnotiz: Ihre Arbeit", "fr": "Réponse automatique : Votre travail",
    "es": "Respuesta automática: Su trabajo", "it": "Risposta automatica: Il Suo lavoro",
    "pt": "Resposta automática: Seu trabalho", "nl": "Automatisch antwoord: Uw werk", "ja": "自動返信: お仕事について",
}  # fmt: skip


@pytest.mark.parametrize("language", NOTES)
def test_an_absence_note_is_known_by_its_words_alone(language: str) -> None:
    subject, text = NOTES[language]
    found = read(written(ADA.email, Header(subject, "utf-8").encode(), text, IN_THREAD))
    back = date(2026, 11, 30) if language == "en" else date(2026, 12, 4)
    assert (found.kind, found.return_date) == (MailKind.AUTOMATIC, back)


@pytest.mark.parametrize("language", MARKED)
def test_an_absence_note_is_known_by_its_subject_alone(language: str) -> None:
    found = read(written(ADA.email, Header(MARKED[language], "utf-8").encode(), "…", IN_THREAD))
    assert found.kind is MailKind.AUTOMATIC


@pytest.mark.parametrize(
    "text",
    [
        "I am out of the office until Monday, but I would be happy to talk on Tuesday.",
        "I'm away until Friday. Could we speak next week?",
        "Ich bin bis Freitag im Urlaub, aber rufen Sie mich danach gern an, die Nummer steht dringend unten.",
        "Thank you for your letter. My office is on the second floor; return on foot.",
        "I will be back in the lab on Monday, come by at ten.",
    ],
)
def test_a_person_who_says_that_they_are_away_has_answered(text: str) -> None:
    assert read(written(ADA.email, "Re: Your work", text, IN_THREAD)).kind is MailKind.REPLY


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("[Ticket#20261126-123] Your work", "We have received your request and will answer soon."),
        ("Re: Your work [#4711]", "Your request has been received. Please type your reply above this line."),
        ("Vorgang 55312: Ihre Anfrage", "Ihre Anfrage wurde in unserem System erstellt."),
        ("(CASE-90210) Su consulta", "Hemos recibido su consulta."),
    ],
)
def test_a_ticket_systems_receipt_is_automatic(subject: str, text: str) -> None:
    assert read(written(ADA.email, subject, text, IN_THREAD)).kind is MailKind.AUTOMATIC
    answered = read(written(ADA.email, subject, "Gladly, call me on Tuesday.", IN_THREAD))
    assert answered.kind is MailKind.REPLY


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Back on Monday.", "2026-11-30"),
        ("I return next Wednesday.", "2026-12-02"),
        ("Away until Thursday.", "2026-12-03"),
        ("Ich bin ab Montag wieder da.", "2026-11-30"),
        ("Je suis de retour lundi.", "2026-11-30"),
        ("Vuelvo el martes.", "2026-12-01"),
        ("Rientro lunedì.", "2026-11-30"),
        ("Volto na segunda-feira.", "2026-11-30"),
        ("Ik ben terug op dinsdag.", "2026-12-01"),
        ("月曜日まで不在です。", "2026-11-30"),
        ("I am away for two weeks.", "2026-12-10"),
        ("Ich bin zwei Wochen im Urlaub.", "2026-12-10"),
        ("Je suis absent pendant trois semaines.", "2026-12-17"),
        ("Estaré fuera una semana.", "2026-12-03"),
        ("Back in 10 days.", "2026-12-06"),
        ("I was away for the last two weeks.", ""),
        ("Our desk is open Monday to Friday.", ""),
        ("Back next week.", "2026-11-30"),
        ("I will return 05/12/2026.", "2026-12-05"),
        ("I will return 12/05/2026.", "2026-12-05"),
        ("I will be back 5/12.", "2026-12-05"),
        ("De retour le 12/01/2027.", "2027-01-12"),
        ("Até 15 de janeiro de 2027.", "2027-01-15"),
        ("Hasta el 7 de diciembre.", "2026-12-07"),
        ("Fino al 1° dicembre.", "2026-12-01"),
        ("Tot en met 7 december.", "2026-12-07"),
        ("２０２６年１２月７日より出社します。", "2026-12-07"),
        ("Back on Monday, December 14.", "2026-12-14"),
        ("I left on 12/11/2020.", ""),
        ("Room 31/99, extension 3/99.", ""),
    ],
)
def test_the_day_of_return(text: str, back: str) -> None:
    found = return_date(text, THURSDAY)
    assert (found.isoformat() if found else "") == back


QUOTES = [
    "On Mon, Nov 23, 2026 at 9:00 AM Sam Rivera <sam.rivera@example.com> wrote:\n> call on December 20.",
    "Am 23.11.2026 um 09:00 schrieb Sam Rivera:\nI will call on December 20.",
    "Le lun. 23 nov. 2026 à 09:00, Sam Rivera a écrit :\nI will call on December 20.",
    "El lun, 23 nov 2026 a las 9:00, Sam Rivera escribió:\nI will call on December 20.",
    "Il giorno lun 23 nov 2026 alle ore 09:00 Sam Rivera ha scritto:\nI will call on December 20.",
    "Em seg., 23 de nov. de 2026 às 09:00, Sam Rivera escreveu:\nI will call on December 20.",
    "Op ma 23 nov. 2026 om 09:00 schreef Sam Rivera:\nI will call on December 20.",
    "2026年11月23日(月) 9:00 Sam Rivera <sam.rivera@example.com>:\nI will call on December 20.",
    "-----Original Message-----\nFrom: Sam Rivera\nI will call on December 20.",
    "From: Sam Rivera\nSent: Monday, November 23, 2026\nTo: Ada\nSubject: Your work\n\nI will call on December 20.",
    "Von: Sam Rivera\nGesendet: Montag, 23. November 2026\nAn: Ada\nBetreff: Ihre Arbeit\n\nI will call on December 20.",
    "Van: Sam Rivera\nVerzonden: maandag 23 november 2026\nAan: Ada\n\nI will call on December 20.",
    "________________________________\nI will call on December 20.",
    "> I will call on December 20.",
]


@pytest.mark.parametrize("quote", QUOTES)
def test_no_day_comes_out_of_the_quoted_letter(quote: str) -> None:
    text = f"I am out of the office until December 7.\n\n{quote}\n"
    assert return_date(without_quotes(text), THURSDAY) == date(2026, 12, 7)
    assert "December 20" not in without_quotes(text)


def test_the_first_line_is_their_own_past_the_greeting() -> None:
    assert (
        first_line(f"\nDear Sam,\n\nDo call me on Thursday.\nAda\n\n{QUOTES[0]}") == "Do call me on Thursday."
    )
    assert first_line("Hi Sam") == "Hi Sam"
    assert first_line("so " * 60) == f"{'so ' * 32}so…"
    told = "I am afraid that I can't help with this, too much on my plate this year. Ask my good colleague Priyamvada"
    assert first_line(told) == f"{told.rpartition(' ')[0]}…"
    assert first_line("https://example.com/" + "x" * 90).endswith("x…")
    assert first_line(QUOTES[0]) == ""
    html = mails.mail(
        "Content-Type: text/html", "",
        '<div>Gladly.</div><div class="gmail_quote">On Monday you wrote<blockquote>December 20</blockquote></div>',
    )  # fmt: skip
    assert first_line(plain_text(message_from_bytes(html))) == "Gladly."


@pytest.mark.parametrize(
    "called", ["Hanna,", "Ms. Kovacs –", "Hello Hanna!", "Kedves Hanna!", "Xin chào Hanna,"]
)
def test_whom_a_mail_calls_is_not_what_it_says(called: str) -> None:
    assert first_line(f"{called}\n\nTry me again in the new year.\nKaren") == "Try me again in the new year."


@pytest.mark.parametrize(
    "said", ["Sure,", "No, Hanna,", "Moi aussi, avec plaisir", "Hi Hanna, great to hear from you!"]
)
def test_a_short_word_that_says_something_is_no_greeting(said: str) -> None:
    assert first_line(f"{said}\nKaren") == said


def test_marks_before_a_subject() -> None:
    assert bare_subject("Re: AW: Fwd: RE[2]: Your  Work") == "your work"
    assert (is_forward("WG: x"), is_forward("Re: Fwd: x"), is_forward("Re: x"), is_forward("I: x")) == (
        True,
        True,
        False,
        True,
    )
    assert (is_reply_subject("Antw: x"), is_reply_subject("Regarding: x")) == (True, False)


def test_a_senders_address_is_read_at_a_glance() -> None:
    assert (
        sender_in(b"To: a@b.example\r\nFrom: Ada\r\n <ADA@Lab.example.org>\r\nSubject: x@y.example\r\n")
        == ADA.email
    )
    assert sender_in(b"Subject: none\r\n") == ""


def test_long_and_wild_texts_are_read_in_no_time() -> None:
    for wild in (
        "on " * 9000,
        "a" * 50_000,
        "From: \n" * 5000,
        "> \n" * 9000,
        "je suis " * 5000,
        "1/2/" * 9000,
    ):
        assert len(without_quotes(wild)) <= len(wild)
        return_date(wild[:8000], THURSDAY)
        is_automatic(message_from_bytes(b"\r\n"), wild[:300], wild)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for your e-mail. Our open house is held on Tuesday; please confirm that you are coming.",
        "Your message was held up by our filter, sorry! Tuesday suits. Please confirm that.",
        "I can confirm your email was delivered. Come by at noon.",
    ],
)
def test_whoever_asks_to_confirm_something_has_answered(text: str) -> None:
    assert read(written(ADA.email, "Re: Your work", text, IN_THREAD)).kind is MailKind.REPLY


@pytest.mark.parametrize(
    ("subject", "answered", "kind"),
    [
        ("Automatic reply to your question", "Re: Automatic reply to your question", MailKind.REPLY),
        ("Out of office: how nurses rest", "AW: Out of office: how nurses rest", MailKind.REPLY),
        (
            "Automatic reply to your question",
            "Automatic reply: Automatic reply to your question",
            MailKind.AUTOMATIC,
        ),
        ("Your work", "Automatic reply: Your work", MailKind.AUTOMATIC),
    ],
)
def test_the_subject_of_our_own_letter_says_nothing_of_what_answers_it(
    subject: str, answered: str, kind: MailKind
) -> None:
    known = background(ADA, letters=(sent_to(ADA, subject),))
    assert read(written(ADA.email, answered, "Gladly. Come by on Thursday.", IN_THREAD), known).kind is kind


def test_our_own_letter_is_ours_whatever_its_subject() -> None:
    known = background(ADA, letters=(sent_to(ADA, "Automatic reply to your question"),))
    raw = written(ME.email, "Automatic reply to your question", "May I come?").replace(
        b"To: " + mails.ME.encode(), b"To: " + ADA.email.encode()
    )
    assert read(raw, known, in_sent=True).kind is MailKind.OWN
