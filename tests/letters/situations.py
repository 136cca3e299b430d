"""The situations in which letters are written, each as a row and its History: what the letter must say, and must not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from pipeline.ledger.records import LedgerState, Voice
from pipeline.letters.compose import Desk, Wanted, by_address, by_last_name, compose, inspect, want
from pipeline.letters.templates import load_templates
from pipeline.letters.wordings import PLAIN
from pipeline.model import (
    Action,
    CallResult,
    Channel,
    Contact,
    Enclosure,
    Event,
    EventKind,
    Finding,
    Held,
    InterviewType,
    Letter,
    LetterKind,
    Source,
    Step,
)
from pipeline.rules.agenda import Agenda
from pipeline.rules.ruling import Day
from pipeline.sheets import schema
from tests.letters.letter_orders import ME
from tests.people import a_day, contact, event, plan, written

APPROACH, CALL, REPLY, INTERVIEW = (
    EventKind.APPROACH,
    EventKind.CALL,
    EventKind.REPLY,
    EventKind.INTERVIEW,
)
WHY = "because of your move from nursing into administration"
THANKS = "for walking me through a budget week on your ward"
WAITED = "12-18"


@dataclass(frozen=True)
class Case:
    """A person, what happened, and the letter of the day: sentences that stand in it, and some that must not."""

    kind: LetterKind
    today: str
    person: dict[str, Any]
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    others: tuple[dict[str, Any], ...] = ()
    intervals: dict[str, int] = field(default_factory=dict)


def who(**more: Any) -> dict[str, Any]:
    return {"why_this_person": WHY, "thank_them_for": THANKS, **more}


def calls(*results: CallResult) -> tuple[Event, ...]:
    days = ("11-09", "11-11", "11-13")
    return tuple(event(CALL, day, str(r)) for day, r in zip(days, results, strict=False))


SENT = event(APPROACH, "11-02")
TOM = {"row": 3, "first": "Tom", "last": "Reed", "organization": "Lakeside Clinic"}
INGRID = {"row": 4, "first": "Ingrid", "last": "Lindqvist", "organization": "Children's Hospital"}
NO_ANSWER, MESSAGE, LATER = CallResult.NO_ANSWER, CallResult.LEFT_MESSAGE, CallResult.CALL_LATER
TALKED = event(CALL, "11-23", CallResult.PUT_OFF_TALKED)
PUT_OFF = event(CALL, "11-23", CallResult.PUT_OFF)
PUT_OFF_FIRST = event(CALL, "11-12", CallResult.PUT_OFF)
MET = event(INTERVIEW, "11-23", "Yes, In person")
PHONED = event(INTERVIEW, "11-23", "Yes, Phone")
PHONED_NOW = event(CALL, "11-23", CallResult.INTERVIEWED)
THANKED = event(EventKind.THANK_YOU, "11-24", "for the conversation on 2026-11-23")
NOTE = event(EventKind.KEEP_IN_TOUCH, "12-16")
ASKS_FOR_A_NAME = "A name is all I need"
NAMED = "Tom Reed; Ingrid Lindqvist (budgets)"
MEETING_LOST = "disappointed that we could not meet"

K = LetterKind
CASES: dict[str, Case] = {
    "approach-with-phone": Case(
        K.APPROACH,
        "11-24",
        who(),
        (WHY, "I will telephone you on Wednesday, December 2", "grateful for the name"),
        ("write once more", "grateful that you referred", "alumni", "resume"),
    ),
    "approach-without-phone": Case(
        K.APPROACH,
        "11-24",
        who(phone=""),
        ("I will write once more in about ten days",),
        ("telephone you on",),
    ),
    "approach-other-interval": Case(
        K.APPROACH,
        "11-24",
        who(phone=""),
        ("I will write once more in about three weeks",),
        ("ten days",),
        intervals={"follow_up": 15},
    ),
    "approach-alumni": Case(
        K.APPROACH, "11-24", who(source=Source.ALUMNI), ("through the alumni of my school",)
    ),
    "approach-to-a-friend": Case(
        K.APPROACH,
        "11-24",
        who(source=Source.FRIEND),
        ("You know me",),
        ("have not met", "alumni", "event", "a nurse at"),
    ),
    "approach-after-an-event": Case(
        K.APPROACH, "11-24", who(source=Source.EVENT), ("I came across you at an event",), ("have not met",)
    ),
    "approach-source-not-said": Case(
        K.APPROACH, "11-24", who(source=None), ("I am a nurse at",), ("have not met", "You know me", "event")
    ),
    "approach-where-the-user-is-too": Case(
        K.APPROACH,
        "11-24",
        who(organization="Lakeside Clinic"),
        ("We are both at Lakeside Clinic", "information and advice"),
        ("job", "I am a nurse", "have not met"),
    ),
    "approach-with-a-question": Case(
        K.APPROACH,
        "11-24",
        who(my_question="What did you have to unlearn"),
        ("One thing that I would ask you: What did you have to unlearn?",),
    ),
    "follow_up-with-a-question": Case(
        K.FOLLOW_UP,
        "11-24",
        who(phone="", my_question="Which of your days do you like best?"),
        ("One thing that I would ask you: Which of your days do you like best?",),
        (),
        (SENT,),
    ),
    "approach-by-post": Case(
        K.APPROACH,
        "11-24",
        who(channel=Channel.POST, address="1 Main Street\nSpringfield, OH 45501"),
        ("I will telephone you on Friday, December 4",),
        ("attached", "enclosed"),
    ),
    "approach-of-one-who-has-referred": Case(
        K.APPROACH,
        "12-10",
        who(),
        ("I am grateful that you referred me to Tom Reed of Lakeside Clinic",),
        ("grateful for the name", "I am a nurse at"),
        (event(EventKind.THANK_REFERRER, "11-24", "for Tom Reed (tom)"),),
        ({**TOM, "id": "tom", "referred_by": "Ada Okafor", "approach_sent": "11-02"},),
    ),
    "approach_referral": Case(
        K.APPROACH_REFERRAL,
        "11-24",
        who(referred_by="Ana Ruiz", source=Source.REFERRAL),
        ("Ana Ruiz suggested that I get in touch with you.", WHY),
        ("grateful for the name",),
    ),
    "follow_up-without-phone": Case(
        K.FOLLOW_UP,
        "11-24",
        who(phone=""),
        ("On Monday, November 2, I wrote", "on busy days"),
        ("telephoned", "I will telephone", "message"),
        (SENT,),
    ),
    "follow_up-after-calls": Case(
        K.FOLLOW_UP,
        "11-24",
        who(),
        ("I have telephoned three times since then, without reaching you.",),
        ("I will telephone", "message", "busy days"),
        (SENT, *calls(NO_ANSWER, NO_ANSWER, NO_ANSWER)),
    ),
    "follow_up-after-a-message": Case(
        K.FOLLOW_UP,
        "11-24",
        who(),
        ("three times since then, and left a message.",),
        ("I will telephone", "without reaching you"),
        (SENT, *calls(NO_ANSWER, MESSAGE, NO_ANSWER)),
    ),
    "follow_up-after-voicemails": Case(
        K.FOLLOW_UP,
        "11-24",
        who(),
        ("three times since then, and left messages.",),
        ("I will telephone",),
        (SENT, *calls(MESSAGE, NO_ANSWER, MESSAGE)),
    ),
    "follow_up-after-call-later": Case(
        K.FOLLOW_UP,
        "11-24",
        who(),
        ("three times since then, and we have not yet found a good moment.",),
        ("I will telephone", "without reaching you"),
        (SENT, *calls(NO_ANSWER, LATER, NO_ANSWER)),
    ),
    "thank_you_in_person": Case(
        K.THANK_YOU_IN_PERSON,
        "11-24",
        who(),
        (
            "meeting with me on Monday, November 23",
            THANKS,
            "you will remember me",
            "let you know what comes of it",
        ),
        ("resume", "referring me", "regret", "disappointed"),
        (SENT, MET),
    ),
    "thank_you_in_person-named": Case(
        K.THANK_YOU_IN_PERSON,
        "11-24",
        who(referrals_given=NAMED),
        ("you referred me to Tom Reed and Ingrid Lindqvist.",),
        ("budgets", ASKS_FOR_A_NAME),
        (SENT, MET),
    ),
    "thank_you_in_person-offered": Case(
        K.THANK_YOU_IN_PERSON,
        "11-24",
        who(they_offered="to introduce me to your head of nursing."),
        ("You offered to introduce me to your head of nursing, for which I am grateful",),
        (),
        (SENT, MET),
    ),
    "thank_you_in_person-offer-kept": Case(
        K.THANK_YOU_IN_PERSON,
        "11-24",
        who(they_offered="to introduce me to your head of nursing.", offer_kept_on="11-24"),
        ("You offered to introduce me to your head of nursing, and you have done it: thank you.",),
        (),
        (SENT, MET),
    ),
    "thank_you_in_person-resume": Case(
        K.THANK_YOU_IN_PERSON,
        "11-24",
        who(enclose_resume=True),
        ("My resume is attached",),
        ("enclosed",),
        (SENT, MET),
    ),
    "thank_you_phone": Case(
        K.THANK_YOU_PHONE,
        "11-24",
        who(),
        ("talking with me by telephone on Monday", THANKS, ASKS_FOR_A_NAME, "My resume is attached"),
        ("regret", "enclosed", "referring me", "meeting with me"),
        (SENT, PHONED),
    ),
    "thank_you_phone-by-video": Case(
        K.THANK_YOU_PHONE,
        "11-24",
        who(),
        ("talking with me by video on Monday",),
        ("telephone",),
        (SENT, event(INTERVIEW, "11-23", "Yes, Video")),
    ),
    "thank_you_phone-on-the-call": Case(
        K.THANK_YOU_PHONE,
        "11-24",
        who(interview_type=InterviewType.VIDEO),
        ("talking with me by telephone on Monday",),
        ("by video",),
        (SENT, PHONED_NOW),
    ),
    "thank_you_phone-put-off-first": Case(
        K.THANK_YOU_PHONE,
        "11-24",
        who(),
        ("My purpose is still to learn how nurses", "I regret that we could not meet in person"),
        (),
        (SENT, PUT_OFF_FIRST, PHONED),
    ),
    "thank_you_phone-named": Case(
        K.THANK_YOU_PHONE,
        "11-24",
        who(referrals_given=NAMED),
        ("you referred me to Tom Reed and Ingrid Lindqvist.", "I hope that you will remember me."),
        (ASKS_FOR_A_NAME, "refer me to others", "anyone you refer me to"),
        (SENT, PHONED),
    ),
    "thank_you_phone-named-in-an-earlier-talk": Case(
        K.THANK_YOU_PHONE,
        "11-24",
        who(referrals_given="Tom Reed"),
        ("if more people come to mind",),
        (ASKS_FOR_A_NAME, "referring me to Tom"),
        (
            SENT,
            event(INTERVIEW, "11-05", "Yes, In person"),
            event(EventKind.THANK_YOU, "11-06", "for the conversation on 2026-11-05"),
            PHONED,
        ),
        ({**TOM, "approach_sent": "11-10"},),
    ),
    "thank_you_phone-named-one-who-was-met-before": Case(
        K.THANK_YOU_PHONE,
        "11-24",
        who(referrals_given="Tom Reed"),
        ("if more people come to mind",),
        (ASKS_FOR_A_NAME, "Tom"),
        (SENT, PHONED),
        ({**TOM, "interview_on": "11-16", "interview_held": "Yes", "interview_type": "In person"},),
    ),
    "thank_you_phone-named-two-and-written-to-one-since": Case(
        K.THANK_YOU_PHONE,
        "11-25",
        who(referrals_given=NAMED),
        ("you referred me to Ingrid Lindqvist.", "I hope that you will remember me."),
        (ASKS_FOR_A_NAME, "Tom", "refer me to others"),
        (SENT, PHONED),
        ({**TOM, "approach_sent": "11-24"},),
    ),
    "thank_you_phone-by-post": Case(
        K.THANK_YOU_PHONE,
        "11-24",
        who(channel=Channel.POST, address="1 Main Street\nSpringfield, OH 45501"),
        ("My resume is enclosed",),
        ("attached",),
        (SENT, PHONED),
    ),
    "thank_you_put_off": Case(
        K.THANK_YOU_PUT_OFF,
        "11-24",
        who(thank_them_for=""),
        (
            "Thank you for taking the time to speak with me on Monday, November 23.",
            "My purpose was and remains to learn how nurses",
            f"{MEETING_LOST}, since",
            "remember me for future reference",
        ),
        ("[for", "in person", "resume", "refer me"),
        (SENT, PUT_OFF),
    ),
    "thank_you_put_off-by-mail": Case(
        K.THANK_YOU_PUT_OFF,
        "11-24",
        who(thank_them_for="", replied_on="11-23", call_result=CallResult.PUT_OFF),
        ("Thank you for your answer of Monday, November 23.", MEETING_LOST),
        ("speak with me", "talking with me"),
        (SENT,),
    ),
    "thank_you_put_off-talked": Case(
        K.THANK_YOU_PUT_OFF,
        "11-24",
        who(),
        (
            "Thank you for talking with me by telephone on Monday, November 23.",
            THANKS,
            f"{MEETING_LOST} in person",
            "My purpose was and remains",
            "remember me for future reference",
        ),
        ("I respect your answer", "resume"),
        (SENT, TALKED),
    ),
    "thank_you_put_off-talked-resume": Case(
        K.THANK_YOU_PUT_OFF,
        "11-24",
        who(enclose_resume=True, referrals_given="Tom Reed"),
        ("My resume is attached", "you referred me to Tom Reed."),
        ("refer me to others",),
        (SENT, TALKED),
    ),
    "thank_you_put_off-talked-nothing-noted": Case(
        K.THANK_YOU_PUT_OFF, "11-24", who(thank_them_for=""), ("[for …",), (), (SENT, TALKED)
    ),
    "thank_you_declined": Case(
        K.THANK_YOU_DECLINED,
        "11-24",
        who(thank_them_for=""),
        ("the time you gave me on Monday, November 23", "plainly how things stand"),
        ("resume", "remember", "disappointed"),
        (SENT, event(CALL, "11-23", CallResult.DECLINED)),
    ),
    "thank_you_declined-wrong-person": Case(
        K.THANK_YOU_DECLINED,
        "11-24",
        who(
            thank_them_for="",
            called_on="11-23",
            call_result=CallResult.WRONG_PERSON,
            referrals_given="Tom Reed",
        ),
        ("mine are questions for someone else", "you referred me to Tom Reed."),
        ("plainly",),
        (SENT,),
    ),
    "thank_you_declined-wrong-person-names-nobody": Case(
        K.THANK_YOU_DECLINED,
        "11-24",
        who(thank_them_for="", called_on="11-23", call_result=CallResult.WRONG_PERSON),
        ("If you know who would be the right person to ask, I would be grateful for the name.",),
        ("plainly",),
        (SENT,),
    ),
    "thank_referrer": Case(
        K.THANK_REFERRER,
        "11-24",
        who(),
        ("Thank you for referring me to Tom Reed of Lakeside Clinic. We have now talked",),
        ("resume", "both of them"),
        (),
        ({**TOM, "referred_by": "Ada Okafor", "interview_on": "11-20", "interview_held": Held.YES},),
    ),
    "thank_referrer-to-a-colleague-of-theirs": Case(
        K.THANK_REFERRER,
        "11-24",
        who(organization="The Lakeside Clinic, Inc."),
        ("Thank you for referring me to Tom Reed. We have now talked",),
        ("Tom Reed of",),
        (),
        ({**TOM, "referred_by": "Ada Okafor", "interview_on": "11-20", "interview_held": Held.YES},),
    ),
    "confirm": Case(
        K.CONFIRM,
        "11-24",
        who(interview_on="11-25", interview_type=InterviewType.VIDEO, where="Zoom"),
        ("our video call on Wednesday, November 25", "For the call I have noted Zoom."),
        ("link", "resume"),
        (SENT, event(CALL, "11-12", CallResult.ACCEPTED_VIDEO)),
    ),
    "reminder": Case(
        K.REMINDER,
        "12-08",
        who(they_offered="to introduce me to the head of planning"),
        (
            "You took time for me on Monday, November 23, and you kindly offered to introduce me to the head of planning.",
            "please think no more of it",
            "I thank you",
        ),
        ("you promised", "again", "meeting", "resume"),
        (SENT, MET, THANKED),
    ),
    "reminder-after-a-put-off": Case(
        K.REMINDER,
        "12-08",
        who(they_offered="a list of books"),
        (
            "You took the trouble to answer me on Monday, November 23, and you kindly offered a list of books.",
        ),
        ("You took time",),
        (SENT, PUT_OFF, THANKED),
    ),
    "keep_in_touch": Case(
        K.KEEP_IN_TOUCH,
        WAITED,
        who(),
        ("You took time for me on Monday, November 23", "[What became of their advice", "[Your news"),
        ("I have turned to", "meeting", "I will write again"),
        (SENT, MET, THANKED),
    ),
    "keep_in_touch-offer-kept": Case(
        K.KEEP_IN_TOUCH,
        WAITED,
        who(they_offered="to introduce me to Sam", offer_kept_on="12-03"),
        (
            "You offered to introduce me to Sam, and you have done it: thank you.",
            "[What became of their advice",
        ),
        (),
        (SENT, MET, THANKED),
    ),
    "keep_in_touch-offer-kept-and-written-since": Case(
        K.KEEP_IN_TOUCH,
        "2027-03-17",
        who(they_offered="to introduce me to Sam", offer_kept_on="12-03"),
        ("You took time for me",),
        ("Sam", "offered"),
        (SENT, MET, THANKED, NOTE),
    ),
    "keep_in_touch-of-people-they-named": Case(
        K.KEEP_IN_TOUCH,
        WAITED,
        who(referrals_given=NAMED),
        ("I have turned to Tom Reed, whose name you gave me.",),
        ("Ingrid", "[What became"),
        (SENT, MET, THANKED),
        ({**TOM, "approach_sent": "12-01"}, INGRID),
    ),
    "keep_in_touch-second-does-not-repeat": Case(
        K.KEEP_IN_TOUCH,
        "2027-03-17",
        who(referrals_given="Tom Reed"),
        ("[What became of their advice",),
        ("I have turned to",),
        (SENT, MET, THANKED, NOTE),
        ({**TOM, "approach_sent": "12-01"},),
    ),
    "keep_in_touch-after-a-put-off": Case(
        K.KEEP_IN_TOUCH,
        WAITED,
        who(),
        (
            "When I asked whether we might meet, you took the trouble to answer me on Monday, November 23.",
            "I am not asking you again for a meeting",
            "[Your news",
        ),
        ("You took time for me", "what you told me", "advice", "I will write again"),
        (SENT, PUT_OFF, THANKED),
    ),
    "keep_in_touch-after-put-off-and-talk": Case(
        K.KEEP_IN_TOUCH,
        WAITED,
        who(),
        ("You took time for me on Monday, November 23",),
        ("whether we might meet",),
        (SENT, TALKED, THANKED),
    ),
}


def _approach(c: Contact, today: date) -> Action:
    """Make the step that the rules make of somebody who was thanked for a referral, days later."""
    return Action(c.id, c.name, c.row, Step.APPROACH, LetterKind.APPROACH, today, "R12", "", "1")


@cache
def letter_in(name: str, voice: str = PLAIN) -> tuple[Letter, tuple[Finding, ...]]:
    """Write the letter of a situation as the day would, with what the checks find."""
    case = CASES[name]
    return write_letter(people_in(case), case, voice)


def people_in(case: Case) -> list[Contact]:
    """Make the people of a situation; the first is the letter's."""
    return [contact(**case.person), *(contact(**other) for other in case.others)]


def desk_and_steps(name: str) -> tuple[Desk, list[Action]]:
    """Lay out a situation, with the step whose letter is looked at."""
    return _laid_out(people_in(CASES[name]), CASES[name])


def _laid_out(people: Sequence[Contact], case: Case) -> tuple[Desk, list[Action]]:
    day = a_day(case.today, settings=ME._replace(workbook_id="WB"), **case.intervals)
    agenda = plan(people, day, written(*case.events))
    due = [a for a in agenda.due() if a.contact_id == people[0].id and a.letter is case.kind]
    return desk_for(people, agenda, day), due or [_approach(people[0], day.today)]


def write_letter(
    people: Sequence[Contact], case: Case, voice: str = PLAIN
) -> tuple[Letter, tuple[Finding, ...]]:
    wanted, desk = _in_voice(*_laid_out(people, case), voice)
    letter = compose(wanted, desk, None)
    return letter, inspect(letter, wanted, desk, for_real=False)


def wanted_in(name: str, voice: str = PLAIN) -> tuple[Wanted, Desk]:
    """Lay out a situation, with the letter that is looked at."""
    return _in_voice(*desk_and_steps(name), voice)


def _in_voice(desk: Desk, steps: list[Action], voice: str) -> tuple[Wanted, Desk]:
    [wanted] = want(steps, desk)
    return wanted, desk._replace(voices={wanted.code: Voice(wanted.contact_id, wanted.kind, voice)})


def desk_for(people: Sequence[Contact], agenda: Agenda, day: Day, state: LedgerState | None = None) -> Desk:
    """Lay out all that letters are written from."""
    return Desk(
        day,
        agenda.standings,
        {c.id: c for c in people},
        agenda.people,
        by_address(people),
        by_last_name(people),
        state or LedgerState(),
        load_templates(None),
        Enclosure("resume.pdf", "resume.pdf", "00ff"),
        schema.in_letters(),
        True,
    )
