"""The columns of Contacts: the user's facts, and behind them the program's own."""

from __future__ import annotations

import re
from functools import partial

from pipeline.letters.phrases import ADVICE, PHRASES
from pipeline.model import CallResult, Channel, Contact, Held, InterviewType, Source, Stage
from pipeline.rules.cellnames import name_alone
from pipeline.rules.steps import STEPS
from pipeline.sheets.cells import (
    NEVER,
    as_text,
    parse_hold,
    parse_last_contact,
    parse_text,
    parse_whole,
    parse_yes_no,
)
from pipeline.sheets.schema.column import (
    ColumnKind,
    Owner,
    Sheet,
    choice,
    day,
    letter_phrase,
    long,
    moment,
    text,
)

YES_NO = ("Yes", "No")
_MAILTO = re.compile(r"^mailto:\s*", re.I)
_OURS = Owner.PROGRAM
_FOR_YOU = "For you. Never goes into a letter."


def _address(value: object) -> str:
    text = as_text(value)
    return _MAILTO.sub("", text) if ":" in text else text


def _name(value: object) -> str:
    return name_alone(as_text(value))


# fmt: off
_LAYOUT = (
    "first_name", "last_name", "next_step", "due",
    "organization", "email", "phone", "source", "referred_by", "why_this_person",
    ("salutation", "position", "field", "priority", "my_question", "channel", "address", "on_hold", "notes"),
    "called_on",
    ("call_result", "call_again_on", "replied_on", "answered_on", "interview_on", "where", "interview_type",
     "interview_held"),
    "thank_them_for",
    ("what_i_learned", "advice", "referrals_given", "opening_mentioned", "they_offered", "offer_kept_on", "fit",
     "enclose_resume"),
    "problem",
    ("stage", "approach_sent", "follow_up_sent", "thank_you_sent", "last_contact", "id"),
)
"""Who it is, what is next and what one types for a new person stand on one screen."""

CONTACTS = Sheet("Contacts", "Contacts", (
    text("First name", "first_name", also="Given name, Forename, First", width=11, reader=parse_text, in_letters=True,
         needed=True, decides=True),
    text("Last name", "last_name", also="Family name, Surname, Last", width=12, reader=parse_text, in_letters=True,
         needed=True, decides=True),
    text("Salutation", "salutation", also="Greeting, Dear", width=15, reader=parse_text, in_letters=True, decides=True,
         note='What stands after "Dear": Dr. Okafor, Ms. Lindqvist, Sam. Blank: first and last name.'),
    text("Email", "email", also="E-mail, E-mail address, Email address, Mail", width=24, reader=_address, in_letters=True,
         needed=True, decides=True, note="One address only. Without one, set Channel to Post and fill in Address."),
    text("Phone", "phone", also="Telephone, Phone number, Tel, Mobile, Cell", in_letters=True,
         note="With a number here the letter promises a call, and the call comes up on its day.", width=12),
    text("Organization", "organization", also="Organisation, Company, Employer, Firm, Company name, Organization name",
         width=16, reader=parse_text, in_letters=True, needed=True, decides=True),
    text("Position", "position", also="Title, Job title, Role, Organization title", width=22, in_letters=True),
    text("Field", "field", also="Industry, Career field, Sector", in_letters=True,
         note="The line of work, always spelled alike: fit is averaged for each field."),
    choice("Priority", "priority", ("A", "B", "C"), also="Prio", width=9),
    choice("Source", "source", Source, also="How found", width=10, in_letters=True, decides=True,
           note="How you came to this person. Sample marks the examples, which are never really sent."),
    text("Referred by", "referred_by", also="Referrer, Referral from, Introduced by", width=13, reader=_name, in_letters=True,
         note="First and last name, as in this table. They are named in the letter, and thanked once you two have met."),
    letter_phrase("Why this person", PHRASES["why_this_person"], also="Why, Reason", width=18),
    choice("Channel", "channel", Channel, also="Write by", width=10, in_letters=True, decides=True, note="Blank: Email."),
    long("Address", "address", also="Postal address, Mailing address, Street address", width=26, in_letters=True,
         note="Postal address, for letters with Channel = Post. Alt+Enter starts a new line."),
    day("Called on", "called_on", also="Call date, Date called, Last call", in_letters=True, decides=True,
        note="The latest call. Earlier ones stay in History.", width=11),
    choice("Call result", "call_result", CallResult, also="Result of call, Outcome", width=22, in_letters=True, decides=True,
           note="Call later: they said when (fill in Call again on). Put off: they would rather not meet."),
    day("Call again on", "call_again_on", also="Call back on", width=14, in_letters=True, decides=True,
        note="A day that you agreed on, or choose. It starts the attempts anew."),
    moment("Interview on", "interview_on", also="Interview date, Meeting on, Meeting date", width=17, in_letters=True,
           decides=True, note="Date, and time if you know it: 2026-12-03 14:30."),
    letter_phrase("Where", PHRASES["where"], kind=ColumnKind.TEXT, width=22),
    choice("Interview type", "interview_type", InterviewType, also="Meeting type", width=14, in_letters=True, decides=True),
    choice("Interview held", "interview_held", Held, also="Held", width=14, in_letters=True, decides=True,
           note="Fill in afterwards. Blank it again when you set a new date."),
    letter_phrase("Thank them for", PHRASES["thank_them_for"], also="Thanks for", width=13),
    long("What I learned", "what_i_learned", also="Learned", width=30, note=_FOR_YOU),
    long("Advice", "advice", also="Advice given", width=30, note=f"For you. {ADVICE.more}"),
    long("Referrals given", "referrals_given", also="Referrals", width=26,
         note="Names of the people they named, separated by ; or a new line. Remarks go in brackets."),
    long("Opening mentioned", "opening_mentioned", also="Opening", width=22,
         note="Flagged for you. No letter brings it up first."),
    letter_phrase("They offered", PHRASES["they_offered"], also="Offered", width=26),
    day("Offer kept on", "offer_kept_on", also="Offer kept", width=14, decides=True,
        note="The day on which they did it, or on which you let it rest."),
    text("Fit", "fit", also="Fit 1-5", kind=ColumnKind.NUMBER, width=6, choices=("1", "2", "3", "4", "5"),
         reader=partial(parse_whole, low=1, high=5),
         note="After the talk: does this work fit you? 1 not at all, 5 very well."),
    choice("Enclose resume", "enclose_resume", YES_NO, also="Resume", width=12, reader=parse_yes_no, decides=True,
           note="Only for the thank-you letter. A letter that asks for a meeting never carries a resume."),
    day("Replied on", "replied_on", also="Reply date", in_letters=True, decides=True),
    day("Answered on", "answered_on", also="Answer date", width=14, in_letters=True, decides=True,
        note="The day on which you answered their reply."),
    text("On hold", "on_hold", also="Hold", width=12, reader=parse_hold, decides=True,
         note="Yes, or the date until which this contact rests."),
    letter_phrase("My question", PHRASES["my_question"], also="Question for them", width=30),
    long("Notes", "notes", also="Note, Comments, Remarks", width=30, note=_FOR_YOU),
    text("ID", "id", _OURS, width=14, needed=True, decides=True,
         note="Written by the program, and then kept. Do not copy a row together with its ID."),
    text("Stage", "stage", _OURS, width=14, needed=True, choices=tuple(Stage), reader=None),
    text("Next step", "next_step", _OURS, width=14, needed=True,
         choices=tuple(kind.title for kind in STEPS.values()), reader=None),
    day("Due", "due", _OURS, needed=True, reader=None, width=11),
    day("Approach sent", "approach_sent", _OURS, width=14, in_letters=True, needed=True, decides=True,
        note="Filled in by the program. A date that you change is believed."),
    day("Follow-up sent", "follow_up_sent", _OURS, width=15, in_letters=True, needed=True, decides=True),
    day("Thank-you sent", "thank_you_sent", _OURS, width=15, in_letters=True, needed=True, decides=True),
    day("Last contact", "last_contact", _OURS, width=14, reader=parse_last_contact, in_letters=True, needed=True, decides=True,
        note=f"Filled in by the program. A day that you type is believed; “{NEVER}” says that you neither wrote nor talked."),
    text("Problem", "problem", _OURS, width=14, needed=True, reader=None),
), layout=_LAYOUT)
# fmt: on


def in_letters() -> frozenset[str]:
    """List the attributes of a contact that a letter's template may use."""
    found = {c.attr for c in CONTACTS.columns if c.in_letters}
    return frozenset(name for name in Contact._fields if name in found | {"interview_time"})
