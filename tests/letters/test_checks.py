"""The checks of a finished letter: what blocks, what warns, what passes."""

from __future__ import annotations

import dataclasses
from datetime import date, time
from typing import Any

import pytest

from pipeline.letters.checks import CHECKS, ResumeRule, Situation, check, promised_day, resume_rule
from pipeline.letters.checks.asks import judge
from pipeline.letters.checks.words import sentences
from pipeline.letters.kinds import KINDS
from pipeline.model import (
    Channel,
    Contact,
    Enclosure,
    Finding,
    Identity,
    InterviewType,
    Letter,
    LetterKind,
    Level,
    Settings,
    Source,
)
from pipeline.rules.workdays import Workdays

TODAY = date(2026, 11, 24)  # a Tuesday; Thursday the 26th is Thanksgiving
THANKSGIVING = date(2026, 11, 26)
WORKDAYS = Workdays(lambda year: [THANKSGIVING] if year == 2026 else [])
GRACE = Contact(
    row=2,
    id="c1",
    first_name="Grace",
    last_name="Okafor",
    salutation="Dr. Okafor",
    email="grace@mercy.example.org",
    organization="Mercy Hospital",
    position="Director",
)
ME = Settings(
    name="Dana Whitfield",
    email="dana@example.com",
    purpose="to learn how people come into hospital administration",
)
RESUME = Enclosure("resume.pdf", "/home/dana/resume.pdf", "00ff")
ASKING = [k for k in LetterKind if KINDS[k].asks_for_meeting]
BODY = (
    "Dear Dr. Okafor,\n\nThank you for your time. My purpose is to learn how people come into hospital administration; I hope for "
    "information and advice. I am disappointed that we could not meet. I hope that you will remember me and refer me to others.\n\n"
    "Sincerely,\n\nDana Whitfield"
)


def letter(body: str = BODY, kind: LetterKind = LetterKind.APPROACH, **fields: Any) -> Letter:
    values = {
        "identity": Identity("AB2CD", "c1", kind, "1", "<a@example.com>", "Grace Okafor"),
        "channel": Channel.EMAIL,
        "to": "grace@mercy.example.org",
        "subject": "Your advice",
        **fields,
    }
    return Letter(body=body, **values)


def situation(contact: Contact = GRACE, **fields: Any) -> Situation:
    return Situation(
        **{
            "contact": contact,
            "settings": ME,
            "today": TODAY,
            "workdays": WORKDAYS,
            "for_real": False,
            "clash": "",
            "same_day": "",
            "mailbox": True,
            **fields,
        }
    )


def found(name: str, a_letter: Letter, a_situation: Situation | None = None) -> list[Finding]:
    return [f for f in check(a_letter, a_situation or situation()) if f.check == name]


def levels(name: str, a_letter: Letter, a_situation: Situation | None = None) -> list[Level]:
    return [f.level for f in found(name, a_letter, a_situation)]


def saying(sentence: str) -> str:
    return BODY.replace("Thank you for your time.", sentence)


# --- R2 ---------------------------------------------------------------------------------------------------------------


def test_no_sentence_ends_at_a_short_form_of_a_name() -> None:
    said = "To refer me to Rosa Mendez and Wm. Tate Jr. was a kindness as well. Capt. Fox lives off Rte. 20."
    assert len(sentences(said)) == 2


@pytest.mark.parametrize("kind", LetterKind)
def test_no_letter_of_any_kind_may_ask_for_a_job(kind: LetterKind) -> None:
    [finding] = found("asks-for-job", letter(saying("Are you hiring at the moment?"), kind))
    assert finding.level is Level.BLOCK
    assert finding.rule == "R2"
    assert "“Are you hiring at the moment?”" in finding.message


def test_the_subject_is_read_too() -> None:
    assert levels("asks-for-job", letter(subject="Application for the analyst position")) == [Level.BLOCK]


def test_invisible_and_look_alike_characters_do_not_hide_an_ask() -> None:
    assert judge("I am look\u200bing for a j\u00adob.") is Level.BLOCK
    assert judge("I am looking for a job.") is Level.BLOCK


# --- R1 and R16 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ASKING)
@pytest.mark.parametrize("name", ["resume.pdf", "photo.jpg"])
def test_a_letter_that_asks_for_a_meeting_carries_nothing(kind: LetterKind, name: str) -> None:
    contact = GRACE._replace(enclose_resume=True)
    [finding] = found(
        "enclosure", letter(kind=kind, enclosures=(name,)), situation(contact, enclosure=RESUME)
    )
    assert (finding.level, finding.rule) == (Level.BLOCK, "R1")
    assert name in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "I have enclosed my resume.",
        "I have attached my résumé.",
        "My CV is attached.",
        "Enclosed please find my curriculum vitae.",
        "Please find my resume attached.",
        "I enclose a copy of my current resume for your information.",
        "Attached is my C.V.",
        "Encl.: resume",
        "You will find my resume below.",
        "Here is my resume.",
        "I am including my resume with this letter.",
        "A resume accompanies this letter.",
        "My resume is at https://example.com/dana.",
        "You can see my resume on linkedin.com/in/dana.",
        "More about me: https://example.com/files/dana_resume.pdf",
        "See https://drive.example.com/d/1 for my resume.",
        "More at www.example.com/cv.",
        "More at https://example.com/%72esume.pdf",
        "More at https://dana-resume.example.com/",
        "My résumé is\nattached.",
        "I attach my resum\u00e9.",
        "Here's a link to my resume.",
        "Herewith my biodata.",
        "Enc: CV",
        "I've added my resume to this email.",
        "A copy of my vita accompanies this note.",
        "PFA my CV.",
        "Please find attached my bio-data.",
        "I've put my CV below.",
        "You'll find my CV pasted at the foot of this mail.",
        "I have updated my resume, and it is attached.",
        "I take the liberty of enclosing my curriculum vitae.",
        "I am forwarding my resume for your perusal.",
        "My resume is online at www.example.com/dana.",
        "I'm not looking for a job, but my resume is attached.",
        "EDUCATION\n\nEXPERIENCE\n\nSKILLS\n\n",
    ],
)
@pytest.mark.parametrize("kind", [LetterKind.APPROACH, LetterKind.CONFIRM, LetterKind.THANK_YOU_DECLINED])
def test_a_resume_named_as_going_along_blocks_where_it_is_forbidden(sentence: str, kind: LetterKind) -> None:
    assert Level.BLOCK in levels("enclosure", letter(saying(sentence), kind))


@pytest.mark.parametrize(
    "sentence",
    [
        "I will bring my resume.",
        "I will bring a copy of my resume to our meeting.",
        "I will have my resume with me.",
        "I am not enclosing my resume.",
        "My resume is not enclosed, for I am not asking for a job.",
        "I have attached great weight to your advice.",
        "I have not enclosed a resume, as I am not looking for a job with you.",
        "I've left my resume at home.",
        "As I am not asking for a job, no resume is enclosed.",
        "Your advice on my resume was good.",
        "I will bring my CV, should you wish to see it.",
        "May we resume our talk?",
        "I hope to resume my studies, and I am attached to this town.",
        "My page is linkedin.com/in/dana.",
        "I presume that https://example.com/presumed is yours.",
        "My work is shown at https://example.com/dana.",
    ],
)
def test_what_names_no_resume_going_along_passes(sentence: str) -> None:
    assert levels("enclosure", letter(saying(sentence))) == []


@pytest.mark.parametrize("subject", ["My resume, attached", "https://example.com/lebenslauf-dana.pdf"])
def test_no_resume_goes_along_by_the_subject_either(subject: str) -> None:
    assert Level.BLOCK in levels("enclosure", letter(subject=subject))


def test_offering_a_resume_in_an_approach_is_a_warning() -> None:
    assert levels("enclosure", letter(saying("I would be glad to send you my resume."))) == [Level.WARN]


def test_the_resume_that_is_required_and_missing_blocks() -> None:
    phone = letter(kind=LetterKind.THANK_YOU_PHONE)
    assert levels("enclosure", phone, situation(enclosure=RESUME)) == [Level.BLOCK]
    gone = Enclosure("resume.pdf", problem="resume.pdf is not there")
    [finding] = found("enclosure", phone, situation(enclosure=gone))
    assert "resume.pdf is not there" in finding.message
    assert "Enclose resume to No" in finding.message


def test_a_required_resume_that_goes_along_and_is_mentioned_passes() -> None:
    thanks = letter(saying("My resume is enclosed."), LetterKind.THANK_YOU_PHONE, enclosures=("resume.pdf",))
    assert levels("enclosure", thanks, situation(enclosure=RESUME)) == []


def test_a_resume_named_as_enclosed_must_be_there() -> None:
    body = saying("My resume is enclosed.")
    contact = GRACE._replace(enclose_resume=None)
    assert levels(
        "enclosure", letter(body, LetterKind.THANK_YOU_PUT_OFF), situation(contact, enclosure=RESUME)
    ) == [Level.BLOCK]


def test_a_resume_that_cannot_be_read_does_not_go_along_where_it_need_not_either() -> None:
    thanks = letter(
        saying("My resume is enclosed."), LetterKind.THANK_YOU_PUT_OFF, enclosures=("resume.pdf",)
    )
    torn = Enclosure("resume.pdf", problem="resume.pdf can't be read")
    [finding] = found("enclosure", thanks, situation(enclosure=torn))
    assert finding.level is Level.BLOCK
    assert "resume.pdf can't be read" in finding.message


def test_only_the_resume_of_the_settings_goes_along() -> None:
    thanks = letter(
        saying("My resume is enclosed."), LetterKind.THANK_YOU_PHONE, enclosures=("resume.pdf", "essay.docx")
    )
    [finding] = found("enclosure", thanks, situation(enclosure=RESUME))
    assert "essay.docx" in finding.message


def test_something_said_to_go_along_that_does_not_is_a_warning() -> None:
    assert levels("enclosure", letter(saying("Please find attached my questions."))) == [Level.WARN]


@pytest.mark.parametrize(
    ("kind", "row", "setting", "expected"),
    [
        (LetterKind.THANK_YOU_PHONE, None, False, ResumeRule.REQUIRED),
        (LetterKind.THANK_YOU_PHONE, True, False, ResumeRule.REQUIRED),
        (LetterKind.THANK_YOU_PHONE, False, True, ResumeRule.FORBIDDEN),
        (LetterKind.THANK_YOU_IN_PERSON, None, True, ResumeRule.FORBIDDEN),
        (LetterKind.THANK_YOU_IN_PERSON, True, False, ResumeRule.REQUIRED),
        (LetterKind.THANK_YOU_PUT_OFF, None, False, ResumeRule.ALLOWED),
        (LetterKind.THANK_YOU_PUT_OFF, None, True, ResumeRule.REQUIRED),
        (LetterKind.THANK_YOU_PUT_OFF, False, True, ResumeRule.FORBIDDEN),
        (LetterKind.THANK_YOU_PUT_OFF, True, False, ResumeRule.REQUIRED),
        (LetterKind.THANK_YOU_DECLINED, True, True, ResumeRule.FORBIDDEN),
        (LetterKind.THANK_REFERRER, True, True, ResumeRule.FORBIDDEN),
        (LetterKind.REMINDER, True, True, ResumeRule.FORBIDDEN),
        (LetterKind.KEEP_IN_TOUCH, True, True, ResumeRule.FORBIDDEN),
        *((kind, True, True, ResumeRule.FORBIDDEN) for kind in ASKING),
    ],
)
def test_where_the_resume_goes_along(
    kind: LetterKind, row: bool | None, setting: bool, expected: ResumeRule
) -> None:
    contact = GRACE._replace(enclose_resume=row)
    assert resume_rule(kind, contact, ME._replace(resume_when_put_off=setting)) is expected


# --- placeholder, greeting, referrer ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["[for ...: one thing]", "[]", "{{ why }}", "TODO", "None", "nan", "NaN", "[Your news\nin two lines]"],
)
def test_what_is_left_to_fill_in_blocks(text: str) -> None:
    assert levels("placeholder", letter(saying(f"I write {text} today."))) == [Level.BLOCK]


@pytest.mark.parametrize("text", ["None of them", "Nan Whitfield", "finance", "a to-do list"])
def test_words_that_only_look_like_placeholders_pass(text: str) -> None:
    assert levels("placeholder", letter(saying(f"I write of {text} today."))) == []


@pytest.mark.parametrize("opening", ["Dear ,", "Dear,", "Dear:", "Dear", "Dear —,", "Dear ...,"])
def test_an_empty_greeting_blocks(opening: str) -> None:
    assert levels("placeholder", letter(BODY.replace("Dear Dr. Okafor,", opening))) == [Level.BLOCK]


def test_an_empty_subject_blocks() -> None:
    assert levels("placeholder", letter(subject=" ")) == [Level.BLOCK]


@pytest.mark.parametrize(
    "opening",
    [
        "Dear Dr. Okafor,",
        "Dear Grace,",
        "Dear Grace Okafor:",
        "Dear Ms. Okafor,",
        "Hello Grace,",
        "Good morning, Dr. Okafor,",
        "Dear Gràce,",
        "Dear Grace M. Okafor,",
        "Grace,",
        "Hi Grace, thank you for writing.",
    ],
)
def test_a_greeting_that_is_theirs_passes(opening: str) -> None:
    assert levels("greeting", letter(BODY.replace("Dear Dr. Okafor,", opening))) == []


@pytest.mark.parametrize(
    "opening",
    [
        "Dear Dr. Lindqvist,",
        "Dear Tom,",
        "Dear Grace Lindqvist,",
        "Hello Ana,",
        "Tom,",
        "Dear Dr. Okafor and Tom,",
    ],
)
def test_a_greeting_of_somebody_else_blocks(opening: str) -> None:
    [finding] = found("greeting", letter(BODY.replace("Dear Dr. Okafor,", opening)))
    assert finding.level is Level.BLOCK
    assert "Grace Okafor" in finding.message


@pytest.mark.parametrize(
    ("first", "last", "opening"),
    [
        ("Jürgen", "Müller", "Dear Mr. Mueller,"),
        ("Jürgen", "Müller", "Dear Mr. Muller,"),
        ("Siobhán", "O’Brien", "Dear Ms. O'Brien,"),
        ("Ana", "Lindqvist-Berg", "Dear Ms. Lindqvist Berg,"),
        ("Łukasz", "Nowak", "Dear Lukasz,"),
        ("明", "王小明", "Dear 王小明,"),
    ],
)
def test_accents_hyphens_and_apostrophes_do_not_matter_in_names(first: str, last: str, opening: str) -> None:
    contact = GRACE._replace(first_name=first, last_name=last, salutation="")
    assert levels("greeting", letter(BODY.replace("Dear Dr. Okafor,", opening)), situation(contact)) == []


def referred(body: str, name: str = "Ana Ruiz") -> list[Level]:
    return levels("referrer", letter(body, LetterKind.APPROACH_REFERRAL), situation(referrer=name))


def test_who_shares_the_referrers_first_name_is_not_the_referrer() -> None:
    start = "Dear Dr. Okafor,\n\n"
    assert referred(f"{start}Ana Lindqvist suggested that I write.") == [Level.BLOCK]
    assert referred(f"{start}Ana suggested that I write.") == []


def test_the_referrer_is_named_in_the_first_two_sentences() -> None:
    start = "Dear Dr. Okafor,\n\n"
    assert referred(f"{start}Ana Ruiz suggested that I write. I am a nurse. More.") == []
    assert referred(f"{start}I am a nurse at St. Luke's. Your colleague Prof. Ruiz gave me your name.") == []
    assert referred(f"{start}I am a nurse. I live in Columbus. Ana Ruiz suggested that I write.") == [
        Level.BLOCK
    ]
    assert referred(f"{start}Somebody suggested that I write.", "") == [Level.BLOCK]


@pytest.mark.parametrize(
    "name", ["Ana R.", "Ana R", "Mr. T", "Coach K", "J.J.", "J. J.", "Professor X", "Dr. K."]
)
def test_a_referrer_may_be_named_by_an_initial(name: str) -> None:
    start = "Dear Dr. Okafor,\n\n"
    assert referred(f"{start}{name} suggested that I write to you.", name) == []
    assert referred(f"{start}I am writing at the suggestion of {name} I am a nurse.", name) == []
    assert referred(f"{start}Tom Berg suggested that I write to you.", name) == [Level.BLOCK]


@pytest.mark.parametrize(
    "name",
    ["A. Ruiz", "Dr. A. Ruiz", "J.J. Abel", "I. Abel", "Wm. Fox", "Prof. J. R. Fox", "A. Ruiz and B. Lind"],
)
def test_no_sentence_ends_at_an_initial_of_the_referrer(name: str) -> None:
    start = "Dear Dr. Okafor,\n\nI am a nurse."
    assert referred(f"{start} I write to you at the suggestion of {name}.", name) == []
    assert referred(f"{start} I write to you at the suggestion of A. Ruiz.", "Ana Ruiz") == []
    assert referred(f"{start} I live in Ohio. I write at the suggestion of {name}.", name) == [Level.BLOCK]


@pytest.mark.parametrize("name", ["from ana ruiz", "Ana Ruiz maybe", "Dean of Students", "CFO", "555"])
def test_who_is_no_person_refers_nobody(name: str) -> None:
    assert referred(f"Dear Dr. Okafor,\n\n{name} suggested that I write to you.", name) == [Level.BLOCK]


# --- initiative -------------------------------------------------------------------------------------------------------

CALLED = GRACE._replace(phone="614-555-0123")


def promise(
    sentence: str, call_on: date | None = None, kind: LetterKind = LetterKind.APPROACH
) -> list[Level]:
    return levels("initiative", letter(saying(sentence), kind, call_on=call_on), situation(CALLED))


@pytest.mark.parametrize(
    "sentence",
    [
        "I will telephone you on Tuesday, December 1, to ask what time would suit you.",
        "I will call you on Tuesday, Dec. 1.",
        "I'll phone you on December 1st.",
        "I shall give you a call on the 1st of December.",
        "I will call you on 1 December 2026.",
        "I will call on 2026-12-01.",
        "I plan to call you on 12/1.",
        "I plan to call you on 12/1/26.",
        "I will telephone you next Tuesday.",
        "I will call you Friday.",
        "I will call you on\nTuesday, December 1.",
        "I will follow my letter of November 9 with a call on Tuesday, December 1.",
    ],
)
def test_a_promise_that_can_be_kept_passes(sentence: str) -> None:
    assert promise(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I will telephone you tomorrow.",
        "I will call you on November 25.",
        "I will call you on Wednesday.",
        "I will call you today.",
        "I will call you on November 20.",
        "I will call you on Thursday, November 26.",
        "I will call you on Saturday, November 28.",
        "I will telephone you on Sunday, December 6.",
        "I will call you on Monday, December 1.",
    ],
)
def test_a_promise_too_early_on_no_business_day_or_with_the_wrong_weekday_blocks(sentence: str) -> None:
    assert Level.BLOCK in promise(sentence)


def test_two_business_days_are_counted_around_the_holiday() -> None:
    assert promise("I will call you on Friday, November 27.") == []
    assert promise("I will call you on November 25.") == [Level.BLOCK]


@pytest.mark.parametrize(
    ("language", "day", "expected"),
    [
        ("de_DE", "Dienstag, 1. Dezember", []),
        ("de_DE", "Samstag, 5. Dezember", [Level.BLOCK]),
        ("fr", "mardi 1 décembre", []),
        ("fr", "mercredi 25 novembre", [Level.BLOCK]),
        ("ja", "2026年12月1日火曜日", []),
    ],
)
def test_a_day_in_the_language_of_dates_is_a_day_named(
    language: str, day: str, expected: list[Level]
) -> None:
    body = saying(f"I will telephone you on {day}, to find a time.")
    me = ME._replace(date_language=language)
    assert levels("initiative", letter(body), situation(CALLED, settings=me)) == expected


def test_the_text_and_the_header_name_the_same_day() -> None:
    sentence = "I will telephone you on Tuesday, December 1."
    assert promise(sentence, date(2026, 12, 1)) == []
    assert promise(sentence, date(2026, 12, 2)) == [Level.BLOCK]
    assert promise("I will telephone you on Tuesday.", date(2026, 12, 8)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I will call you soon.",
        "I hope that we can talk.",
        "I will call in the week of December 7.",
        "Please call me.",
    ],
)
def test_no_day_named_is_a_warning(sentence: str) -> None:
    assert set(promise(sentence)) == {Level.WARN}


@pytest.mark.parametrize(
    "sentence",
    [
        "Please call me.",
        "You can phone me at 614-555-0100.",
        "Feel free to give me a call.",
        "I look forward to your call.",
    ],
)
def test_leaving_the_call_to_them_is_a_warning(sentence: str) -> None:
    assert promise(f"I will telephone you on December 1. {sentence}") == [Level.WARN]


def test_there_is_no_need_for_a_day_without_a_phone_or_in_other_letters() -> None:
    assert levels("initiative", letter()) == []
    assert promise("I hope that we can talk.", kind=LetterKind.KEEP_IN_TOUCH) == []


def test_a_day_at_the_turn_of_the_year_is_next_years() -> None:
    assert promised_day("I will call you on Tuesday, January 5.", date(2026, 12, 29)) == date(2027, 1, 5)
    assert promised_day("I will call you on December 31.", date(2027, 1, 2)) == date(2026, 12, 31)
    assert promised_day("I hope to hear from you.", TODAY) is None
    german = "Ich danke Ihnen. I will call you on Donnerstag, 31. Dezember, at ten."
    assert promised_day(german, date(2026, 12, 15), language="de") == date(2026, 12, 31)


# --- recipient --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "to",
    [
        "",
        "grace",
        "grace@mercy",
        "grace@mercy.example.org, tom@example.org",
        "Grace <grace@mercy.example.org>",
        "grace@mercy.example.org\nBcc: x@example.org",
        "tom@example.org",
        "gräce@mercy.example.org",
        "grace@@mercy.example.org",
        ".grace@mercy.example.org",
        "grace..o@mercy.example.org",
        "grace@mercy..org",
    ],
)
def test_anything_but_the_contacts_one_address_blocks(to: str) -> None:
    assert levels("recipient", letter(to=to)) == [Level.BLOCK]


def test_nothing_goes_to_whom_the_workbook_has_no_address_of() -> None:
    assert levels("recipient", letter(), situation(GRACE._replace(email=""))) == [Level.BLOCK]


def test_case_does_not_matter_in_an_address() -> None:
    assert levels("recipient", letter(to="Grace@Mercy.example.org")) == []


def test_whoever_stands_there_twice_is_not_written_to() -> None:
    twice = GRACE._replace(duplicate="rows 2 and 3")
    assert levels("recipient", letter(), situation(twice)) == [Level.BLOCK]


@pytest.mark.parametrize(
    "address",
    [
        "no-reply@example.org",
        "noreply@example.org",
        "do_not_reply@example.org",
        "donotreply@example.org",
        "mailer-daemon@example.org",
    ],
)
def test_an_address_that_nobody_reads_blocks(address: str) -> None:
    contact = GRACE._replace(email=address)
    assert levels("recipient", letter(to=address), situation(contact)) == [Level.BLOCK]


@pytest.mark.parametrize(
    ("mine", "theirs"), [("dana@example.com", "Dana@example.com"), ("d.w@gmail.com", "dw+jobs@gmail.com")]
)
def test_the_users_own_address_blocks(mine: str, theirs: str) -> None:
    own = situation(GRACE._replace(email=theirs), settings=ME._replace(email=mine))
    assert levels("recipient", letter(to=theirs), own) == [Level.BLOCK]


@pytest.mark.parametrize(
    ("on_hold", "expected"),
    [
        (True, [Level.BLOCK]),
        (date(2026, 11, 25), [Level.BLOCK]),
        (TODAY, []),
        (False, []),
        (None, []),
    ],
)
def test_a_contact_on_hold_blocks(on_hold: bool | date | None, expected: list[Level]) -> None:
    assert levels("recipient", letter(), situation(GRACE._replace(on_hold=on_hold))) == expected


def test_a_sample_is_refused_only_for_real_delivery() -> None:
    sample = GRACE._replace(source=Source.SAMPLE)
    assert levels("recipient", letter(), situation(sample)) == []
    assert levels("recipient", letter(), situation(sample, for_real=True)) == [Level.BLOCK]
    drafted_as_one = dataclasses.replace(letter(), is_sample=True)
    assert levels("recipient", drafted_as_one, situation(GRACE, for_real=True)) == [Level.BLOCK]


def test_a_letter_that_stands_in_the_way_blocks() -> None:
    [finding] = found(
        "recipient",
        letter(),
        situation(clash="An approach went to this address on November 3. Wait until December 3."),
    )
    assert finding.message.startswith("An approach went to this address on November 3")


def test_a_letter_by_post_needs_a_postal_address_and_no_other() -> None:
    post = letter(channel=Channel.POST, to="")
    assert levels("recipient", post) == [Level.BLOCK]
    reachable = GRACE._replace(address="1 Main Street\nSpringfield")
    addressed = letter(channel=Channel.POST, to=f"{GRACE.name}, 1 Main Street, Springfield")
    assert levels("recipient", addressed, situation(reachable)) == []
    assert levels("recipient", addressed, situation(reachable._replace(address="2 Elm Street"))) == [
        Level.BLOCK
    ]
    assert levels("recipient", letter(channel=Channel.POST), situation(reachable)) == [Level.BLOCK]


# --- the warnings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "without"),
    [
        (LetterKind.THANK_YOU_IN_PERSON, "remember"),
        (LetterKind.THANK_YOU_PHONE, "refer"),
        (LetterKind.THANK_YOU_PHONE, "remember"),
        (LetterKind.THANK_YOU_PUT_OFF, "disappointed"),
        (LetterKind.THANK_YOU_DECLINED, "Thank"),
        (LetterKind.THANK_REFERRER, "Thank"),
    ],
)
def test_what_a_letter_should_say_and_does_not_is_a_warning(kind: LetterKind, without: str) -> None:
    assert levels("must-say", letter(kind=kind)) == []
    assert levels("must-say", letter(BODY.replace(without, "…"), kind)) == [Level.WARN]


def test_a_referrer_is_told_of_everybody_whom_the_user_met() -> None:
    thanks = letter(saying("Thank you for introducing me to Bo Ek."), LetterKind.THANK_REFERRER)
    [finding] = found("must-say", thanks, situation(met=("Bo Ek", "Cy Dahl")))
    assert ("Cy Dahl" in finding.message, "Bo Ek" in finding.message) == (True, False)


@pytest.mark.parametrize(
    ("at", "says", "warned"),
    [
        (time(15), "at 3 p.m.", False),
        (time(15), "at 3 PM", False),
        (time(15), "at 3:00 pm sharp", False),
        (time(15), "at 15:00", False),
        (time(15), "at 3:00", False),
        (time(12), "at noon", False),
        (time(0, 30), "at 12:30 a.m.", False),
        (time(15), "at half past three", False),
        (time(15), "at 3 p.m., and will be free from 2 p.m. on", False),
        (time(15), "in room 10 on December 14", False),
        (time(15), "at 10 a.m.", True),
        (time(15), "at 3 a.m.", True),
        (time(15), "at 3:30 p.m.", True),
        (time(15), "at 10:00", True),
        (time(15), "at noon", True),
        (None, "at 10 a.m.", False),
    ],
)
def test_a_confirmation_names_the_hour_of_the_row(at: time | None, says: str, warned: bool) -> None:
    row = situation(GRACE._replace(interview_on=date(2026, 12, 14), interview_time=at))
    confirms = letter(saying(f"I look forward to our meeting {says}."), LetterKind.CONFIRM)
    assert levels("must-say", confirms, row) == [Level.WARN] * warned
    assert levels("must-say", letter(saying(f"We met {says}."), LetterKind.KEEP_IN_TOUCH), row) == []


@pytest.mark.parametrize(
    ("where", "kind", "says", "warned"),
    [
        ("Cafe B, 5 Elm St.", InterviewType.IN_PERSON, "cafe b (5 Elm St)", False),
        ("Cafe B", InterviewType.IN_PERSON, "Cafe A", True),
        ("Cafe B", None, "your office", True),
        ("https://meet.example.com/b", InterviewType.VIDEO, "https://meet.example.com/a", True),
        ("Cafe B", InterviewType.PHONE, "555-0101", False),
        ("", InterviewType.IN_PERSON, "Cafe A", False),
    ],
)
def test_a_confirmation_names_the_place_of_the_row(
    where: str, kind: InterviewType | None, says: str, warned: bool
) -> None:
    row = situation(GRACE._replace(where=where, interview_type=kind))
    confirms = letter(saying(f"The place I have noted is {says}."), LetterKind.CONFIRM)
    assert levels("must-say", confirms, row) == [Level.WARN] * warned


def test_what_only_the_quoted_mail_says_the_letter_does_not_say() -> None:
    asks = "I hope that you will remember me and refer me to others."
    quoted = letter(f"{BODY.replace(asks, '')}\n\n> {asks}", LetterKind.THANK_YOU_PHONE)
    assert levels("must-say", quoted) == [Level.WARN]


def test_an_approach_without_purpose_or_advice_is_a_warning() -> None:
    assert levels("purpose", letter()) == []
    assert levels("purpose", letter("Dear Dr. Okafor,\n\nMay I see you?")) == [Level.WARN, Level.WARN]


@pytest.mark.parametrize(("kind", "limit"), [(LetterKind.APPROACH, 150), (LetterKind.THANK_YOU_PHONE, 250)])
def test_the_length_is_counted_at_its_boundary(kind: LetterKind, limit: int) -> None:
    assert levels("length", letter("word " * limit, kind)) == []
    assert levels("length", letter("word " * (limit + 1), kind)) == [Level.WARN]


def test_a_follow_up_without_a_mailbox_reminds() -> None:
    follow_up = letter(kind=LetterKind.FOLLOW_UP)
    assert levels("reply-unseen", follow_up, situation(mailbox=False)) == [Level.WARN]
    assert levels("reply-unseen", follow_up) == []


# --- all together -----------------------------------------------------------------------------------------------------


def test_findings_come_block_first_and_then_in_the_tables_order() -> None:
    bad = letter("Dear Tom,\n\nAre you hiring? My resume is enclosed. [more] " + "word " * 200, to="x")
    findings = check(bad, situation())
    assert [f.level for f in findings] == sorted(
        (f.level for f in findings), key=lambda level: level is not Level.BLOCK
    )
    blocked = [f.check for f in findings if f.level is Level.BLOCK]
    assert blocked == sorted(blocked, key=list(CHECKS).index)
    assert set(blocked) == {"enclosure", "asks-for-job", "placeholder", "greeting", "recipient"}
    assert all(f.rule and f.message.endswith(".") for f in findings)


def test_a_good_letter_has_no_findings() -> None:
    assert check(letter(), situation()) == ()


def test_hostile_text_does_not_stall_the_checks() -> None:
    for text in (
        "a " * 20_000,
        "not " * 5_000 + "job",
        "(" * 5_000,
        "I want " * 3_000 + "a job",
        "— " * 5_000,
        "job and a " * 2_000,
        "[" * 5_000,
        "http://" + "resume" * 3_000,
        "look for " * 3_000,
        "you have any " * 2_000,
        "when you " * 2_000 + "looking for a job",
    ):
        check(letter(text), situation(CALLED))
