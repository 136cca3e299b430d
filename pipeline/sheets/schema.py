"""Sheets, columns, spellings and owners: the one place where a column, a setting or an interval is defined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model import CallResult, Channel, EventKind, Held, InterviewType, Source, Stage, Status, Step
from pipeline.model.texts import spelled

VERSION = 1


class Owner(StrEnum):
    USER = "user"
    PROGRAM = "program"


class Kind(StrEnum):
    TEXT = "text"
    LONG = "long"
    DATE = "date"
    MOMENT = "moment"
    CHOICE = "choice"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, the attribute it becomes, who owns it, other spellings, choices and a note for the header."""

    header: str
    attr: str
    owner: Owner = Owner.USER
    kind: Kind = Kind.TEXT
    spellings: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    note: str = ""
    width: int = 16
    required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    table: str
    columns: tuple[Column, ...]

    def column(self, attr: str) -> Column:
        """Return the column of an attribute."""
        return next(c for c in self.columns if c.attr == attr)


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    attr: str
    default: str | int
    meaning: str
    choices: tuple[str, ...] = ()


def _user(
    header: str,
    attr: str,
    kind: Kind = Kind.TEXT,
    *spellings: str,
    choices: Iterable[str] = (),
    note: str = "",
    width: int = 16,
) -> Column:
    return Column(header, attr, Owner.USER, kind, spellings, tuple(map(str, choices)), note, width)


def _ours(
    header: str,
    attr: str,
    kind: Kind = Kind.TEXT,
    *,
    choices: Iterable[str] = (),
    note: str = "",
    width: int = 14,
) -> Column:
    return Column(header, attr, Owner.PROGRAM, kind, (), tuple(map(str, choices)), note, width)


YES_NO = ("Yes", "No")

CONTACTS = Sheet(
    "Contacts",
    "Contacts",
    (
        _user("First name", "first_name", Kind.TEXT, "Given name", "Forename", "First", width=13),
        _user("Last name", "last_name", Kind.TEXT, "Family name", "Surname", "Last", width=15),
        _user(
            "Salutation",
            "salutation",
            Kind.TEXT,
            "Greeting",
            "Dear",
            width=15,
            note='What stands after "Dear": Dr. Okafor, Ms. Lindqvist, Sam. Blank: first and last name.',
        ),
        _user(
            "Email",
            "email",
            Kind.TEXT,
            "E-mail",
            "E-mail address",
            "Email address",
            "Mail",
            width=28,
            note="One address only. Without one, set Channel to Post and fill in Address.",
        ),
        _user(
            "Phone",
            "phone",
            Kind.TEXT,
            "Telephone",
            "Phone number",
            "Tel",
            "Mobile",
            "Cell",
            width=16,
            note="With a number here the letter promises a call, and the call comes up on its day.",
        ),
        _user(
            "Organization",
            "organization",
            Kind.TEXT,
            "Organisation",
            "Company",
            "Employer",
            "Firm",
            "Company name",
            "Organization name",
            width=22,
        ),
        _user(
            "Position", "position", Kind.TEXT, "Title", "Job title", "Role", "Organization title", width=22
        ),
        _user(
            "Field",
            "field",
            Kind.TEXT,
            "Industry",
            "Career field",
            "Sector",
            width=16,
            note="The line of work, always spelled alike: fit is averaged for each field.",
        ),
        _user("Priority", "priority", Kind.CHOICE, "Prio", choices=("A", "B", "C"), width=9),
        _user(
            "Source",
            "source",
            Kind.CHOICE,
            "How found",
            choices=Source,
            width=12,
            note="How you came to this person. Sample marks the examples, which are never really sent.",
        ),
        _user(
            "Referred by",
            "referred_by",
            Kind.TEXT,
            "Referrer",
            "Referral from",
            "Introduced by",
            width=18,
            note="First and last name, as in this table. They are named in the letter, and thanked once you two have met.",
        ),
        _user(
            "Why this person",
            "why_this_person",
            Kind.LONG,
            "Why",
            "Reason",
            width=34,
            note='Goes into the letter as it stands after "I am writing to you": begin with "because of ...".',
        ),
        _user("Channel", "channel", Kind.CHOICE, "Write by", choices=Channel, width=10, note="Blank: Email."),
        _user(
            "Address",
            "address",
            Kind.LONG,
            "Postal address",
            "Mailing address",
            "Street address",
            width=26,
            note="Postal address, for letters with Channel = Post. Alt+Enter starts a new line.",
        ),
        _user(
            "Called on",
            "called_on",
            Kind.DATE,
            "Call date",
            "Date called",
            "Last call",
            width=12,
            note="The latest call. Earlier ones stay in History.",
        ),
        _user(
            "Call result",
            "call_result",
            Kind.CHOICE,
            "Result of call",
            "Outcome",
            choices=CallResult,
            width=22,
            note="Call later: they said when (fill in Call again on). Put off: they would rather not meet.",
        ),
        _user(
            "Call again on",
            "call_again_on",
            Kind.DATE,
            "Call back on",
            width=13,
            note="A day that you agreed on, or choose. It starts the attempts anew.",
        ),
        _user(
            "Interview on",
            "interview_on",
            Kind.MOMENT,
            "Interview date",
            "Meeting on",
            "Meeting date",
            width=17,
            note="Date, and time if you know it: 2026-12-03 14:30.",
        ),
        _user("Where", "where", Kind.TEXT, "Place", "Location", width=22),
        _user(
            "Interview type", "interview_type", Kind.CHOICE, "Meeting type", choices=InterviewType, width=14
        ),
        _user(
            "Interview held",
            "interview_held",
            Kind.CHOICE,
            "Held",
            choices=Held,
            width=14,
            note="Fill in afterwards. Blank it again when you set a new date.",
        ),
        _user(
            "Thank them for",
            "thank_them_for",
            Kind.LONG,
            "Thanks for",
            width=34,
            note='One specific thing, as it stands after "Thank you": begin with "for ...". New for each letter.',
        ),
        _user(
            "What I learned",
            "what_i_learned",
            Kind.LONG,
            "Learned",
            width=30,
            note="For you. Never goes into a letter.",
        ),
        _user(
            "Advice", "advice", Kind.LONG, "Advice given", width=30, note="For you. Never goes into a letter."
        ),
        _user(
            "Referrals given",
            "referrals_given",
            Kind.LONG,
            "Referrals",
            width=26,
            note="Names of the people they named, separated by ; or a new line. Remarks go in brackets.",
        ),
        _user(
            "Opening mentioned",
            "opening_mentioned",
            Kind.LONG,
            "Opening",
            width=22,
            note="Flagged for you. No letter brings it up first.",
        ),
        _user(
            "Fit",
            "fit",
            Kind.NUMBER,
            "Fit 1-5",
            choices=("1", "2", "3", "4", "5"),
            width=6,
            note="After the talk: does this work fit you? 1 not at all, 5 very well.",
        ),
        _user(
            "Enclose resume",
            "enclose_resume",
            Kind.CHOICE,
            "Resume",
            choices=YES_NO,
            width=12,
            note="Only for the thank-you letter. A letter that asks for a meeting never carries a resume.",
        ),
        _user("Replied on", "replied_on", Kind.DATE, "Reply date", width=12),
        _user(
            "Answered on",
            "answered_on",
            Kind.DATE,
            "Answer date",
            width=12,
            note="The day on which you answered their reply.",
        ),
        _user(
            "On hold",
            "on_hold",
            Kind.TEXT,
            "Hold",
            width=12,
            note="Yes, or the date until which this contact rests.",
        ),
        _user(
            "Notes",
            "notes",
            Kind.LONG,
            "Note",
            "Comments",
            "Remarks",
            width=30,
            note="For you. Never goes into a letter.",
        ),
        _ours(
            "ID", "id", note="Written by the program, and then kept. Do not copy a row together with its ID."
        ),
        _ours("Stage", "stage", choices=Stage),
        _ours("Next step", "next_step", choices=Step, width=18),
        _ours("Due", "due", Kind.DATE, width=12),
        _ours(
            "Approach sent",
            "approach_sent",
            Kind.DATE,
            note="Filled in by the program. A date that you change is believed.",
        ),
        _ours("Follow-up sent", "follow_up_sent", Kind.DATE),
        _ours("Thank-you sent", "thank_you_sent", Kind.DATE),
        _ours("Last contact", "last_contact", Kind.DATE),
        _ours("Problem", "problem", width=40),
    ),
)

DRAFTS = Sheet(
    "Drafts",
    "Drafts",
    (
        _ours("Code", "code", width=9),
        _ours("Contact", "contact", width=20),
        _ours("Letter", "letter", width=20),
        _user("To", "to", width=28),
        _user(
            "Subject",
            "subject",
            width=34,
            note="You may edit it here. Edited text is yours and is not drafted again.",
        ),
        _user(
            "Text",
            "text",
            Kind.LONG,
            width=80,
            note="You may edit it here. Edited text is yours and is not drafted again.",
        ),
        _ours("Enclosures", "enclosures", width=16),
        _ours("Checks", "checks", Kind.LONG, width=44),
        _user(
            "Approve",
            "approve",
            Kind.CHOICE,
            choices=("Approve", "Skip", "Sent by me"),
            width=12,
            note="Approve: send exactly this. Skip: not today. Sent by me: you sent it yourself (on Sent on, if filled).",
        ),
        _ours("Status", "status", Kind.CHOICE, choices=Status, width=12),
        _user("Sent on", "sent_on", Kind.DATE, width=12),
    ),
)

TODAY = Sheet(
    "Today",
    "Today",
    (
        _ours("Step", "step", width=16),
        _ours("Name", "name", width=20),
        _ours("Organization", "organization", width=20),
        _ours("Phone", "phone"),
        _ours("Due", "due", Kind.DATE, width=12),
        _ours("Late", "late", Kind.NUMBER, width=7, note="Business days."),
        _ours("What to do", "what_to_do", Kind.LONG, width=54),
        _ours("Why", "why", Kind.LONG, width=46),
        _ours("ID", "contact_id", note="Hidden: the link beside it finds the contact's row by it."),
    ),
)

HISTORY = Sheet(
    "History",
    "History",
    (
        _ours("Date", "date", Kind.DATE, width=12),
        _ours("ID", "id", width=14),
        _ours("Name", "name", width=22),
        _ours("Event", "event", Kind.CHOICE, choices=EventKind, width=22),
        _ours("Channel", "channel", width=12),
        _ours("Detail", "detail", Kind.LONG, width=50),
        _ours("Message-ID", "message_id", width=40),
    ),
)

SETTINGS_SHEET = Sheet(
    "Settings",
    "Settings",
    (
        Column("Setting", "name", width=30),
        Column("Value", "value", width=40),
        Column("What it means", "meaning", width=70),
    ),
)
RULES_SHEET = Sheet(
    "Rules",
    "Rules",
    (
        Column("Rule", "rule", width=8),
        Column("Interval", "name", width=44),
        Column("Value", "value", width=9),
        Column("Unit", "unit", width=16),
        Column("What it means", "meaning", width=70),
    ),
)
QUESTIONS = Sheet(
    "Questions",
    "Questions",
    (
        Column("Group", "group", width=22),
        Column("Question", "question", width=80),
        Column(
            "Mine",
            "mine",
            kind=Kind.CHOICE,
            choices=("Yes",),
            width=8,
            note="Yes: it comes onto your sheets.",
        ),
        Column("Notes", "notes", width=30),
    ),
)

SHEETS: tuple[Sheet, ...] = (TODAY, CONTACTS, DRAFTS, HISTORY, QUESTIONS, RULES_SHEET, SETTINGS_SHEET)
SHEET_NAMES = (
    "Today",
    "Contacts",
    "Drafts",
    "History",
    "Dashboard",
    "Questions",
    "Rules",
    "Settings",
    "Guide",
)
NEEDED = (TODAY, CONTACTS, DRAFTS, HISTORY, RULES_SHEET, SETTINGS_SHEET)

SETTINGS: tuple[Setting, ...] = (
    Setting("Your name", "name", "", "As you sign."),
    Setting("Email", "email", "", "Your own address: letters come from it."),
    Setting("Phone", "phone", "", "Your number, for the signature."),
    Setting("Address", "address", "", "Your postal address, for letters by post."),
    Setting(
        "Position or school",
        "position",
        "",
        'Who you are, as it stands after "I am": "a senior at ...", "a nurse at ...".',
    ),
    Setting(
        "Field",
        "field",
        "",
        'The work you are exploring, as it stands after "about": "hospital administration".',
    ),
    Setting(
        "Purpose",
        "purpose",
        "",
        'Goes into letters as it stands: begin with "to ...", as in "to learn how people come into ...".',
    ),
    Setting(
        "Resume file",
        "resume_file",
        "",
        "PDF or Word file, relative to this workbook. Goes along only where the rules allow.",
    ),
    Setting(
        "Signature", "signature", "", "What stands at the end of letters. Blank: your name, phone and e-mail."
    ),
    Setting("Daily prospecting goal", "daily_goal", 3, "New approach letters a day, at most."),
    Setting("Weekly interview goal", "weekly_goal", 2, "Interviews a week that you aim at."),
    Setting("Send at most per day", "daily_limit", 20, "Letters in any 24 hours, whatever is approved."),
    Setting("Quiet hours", "quiet_hours", "", "No sending in these hours, such as 21:00-07:00. Blank: none."),
    Setting(
        "Holiday country",
        "holiday_country",
        "US",
        "Two letters (US, CA, GB, DE ...). Its public holidays are no business days.",
    ),
    Setting("Days off", "days_off", "", "Dates or ranges, one a line: 2026-12-24 to 2027-01-02."),
    Setting(
        "Act from",
        "act_from",
        "",
        "What lies before this date owes nothing and is only counted. Blank: always.",
    ),
    Setting(
        "Enclose resume when put off",
        "resume_when_put_off",
        "No",
        "Whether the thank-you after a put-off carries the resume.",
        YES_NO,
    ),
    Setting(
        "Confirm interviews",
        "confirm_interviews",
        "Yes",
        "A short letter the business day before an interview.",
        YES_NO,
    ),
    Setting(
        "Send through",
        "send_through",
        "Files",
        "Files: letters become .eml files that you send yourself.",
        ("Files", "Gmail", "Other server"),
    ),
    Setting("SMTP server", "smtp_server", "", "For Other server: host:port."),
    Setting("IMAP server", "imap_server", "", "For Other server: host:port."),
    Setting("Sent folder", "sent_folder", "", "Only if it is not found by itself."),
    Setting(
        "Contacts sheet",
        "contacts_sheet",
        "Contacts",
        "The sheet that holds your contacts. Change it when you rename that sheet.",
    ),
    Setting(
        "Columns",
        "column_names",
        "",
        "Your own columns that stand for ours, one a line: Email = Contact info.",
    ),
    Setting("Workbook ID", "workbook_id", "", "Written by the program. Leave it."),
    Setting("Schema version", "schema_version", VERSION, "Written by the program. Leave it."),
)


def columns_found(sheet: Sheet, headers: Sequence[object]) -> dict[str, int]:
    """Map each attribute to the index of its column: exact headers first, then other spellings; the first one wins."""
    folded = [spelled(h) if h not in (None, "") else "" for h in headers]
    found: dict[str, int] = {}
    taken: set[int] = set()
    for spellings in (lambda c: (c.header,), lambda c: c.spellings):
        for column in sheet.columns:
            if column.attr in found:
                continue
            wanted = {spelled(s) for s in spellings(column)}
            index = next((i for i, h in enumerate(folded) if h and h in wanted and i not in taken), None)
            if index is not None:
                found[column.attr] = index
                taken.add(index)
    return found


def renamed_headers(headers: Sequence[object], column_names: str) -> list[object]:
    """Put our headers in the place of the columns that Settings say stand for them, for `columns_found`.

    `column_names` has a line for each: "Email = Contact info". A column that only happens to bear such a header is hidden.
    """
    wanted = {}
    for line in column_names.splitlines():
        ours, equals, theirs = line.partition("=")
        if equals and theirs.strip():
            wanted[spelled(theirs)] = ours.strip()
    claimed = {spelled(ours) for ours in wanted.values()}
    renamed: list[object] = []
    for header in headers:
        folded = spelled(header) if header not in (None, "") else ""
        renamed.append(wanted.get(folded, None if folded in claimed else header))
    return renamed
