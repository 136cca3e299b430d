"""The rows of Settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from pipeline.letters.phrases import FIELD, PHRASES, Phrase
from pipeline.mail.ways import READING_NAMES, SENDING, SENDING_NAMES
from pipeline.model.settings import SCHEMA_VERSION
from pipeline.sheets.cells import as_text, parse_choice, parse_date, parse_text, parse_whole, parse_yes_no
from pipeline.sheets.schema.column import Reader, Setting
from pipeline.sheets.schema.contacts import YES_NO
from pipeline.sheets.setting_cells import (
    parse_address,
    parse_addresses,
    parse_country,
    parse_hours,
    parse_language,
    parse_server,
)


def _row(name: str, attr: str, meaning: str, default: str | int = "", reader: Reader = as_text) -> Setting:
    return Setting(name, attr, default, meaning, (), reader)


def _phrase(name: str, asked: Phrase) -> Setting:
    return Setting(name, asked.attr, "", asked.note, reader=parse_text, phrase=asked)


def _yes_no(name: str, attr: str, meaning: str, default: str) -> Setting:
    return Setting(name, attr, default, meaning, YES_NO, parse_yes_no)


def _one_of(name: str, attr: str, meaning: str, default: str, choices: Iterable[str]) -> Setting:
    allowed = tuple(choices)
    return Setting(name, attr, default, meaning, allowed, partial(parse_choice, choices=allowed))


_GOAL = partial(parse_whole, low=0, high=50)

# fmt: off
SETTINGS: tuple[Setting, ...] = (
    _row("Your name", "name", "As you sign."),
    _row("Email", "email", "Your own address: letters come from it.", reader=parse_address),
    _row("My other addresses", "other_addresses",
         "Addresses that are yours too, one a line: mail from them is no reply.", reader=parse_addresses),
    _row("Phone", "phone", "Your number, for the signature."),
    _row("Address", "address", "Your postal address, for letters by post."),
    _phrase("Position or school", PHRASES["position"]),
    _row("Field", "field", 'The work you are exploring, as it stands after "about": "hospital administration".')
    ._replace(phrase=FIELD),
    _phrase("Purpose", PHRASES["purpose"]),
    _row("Resume file", "resume_file",
         "PDF or Word file, relative to this workbook. Thanks for a talk by phone or video enclose it; a letter that asks to meet never does."),
    _row("Signature", "signature", "What stands at the end of letters. Blank: your name, phone and e-mail."),
    _row("Daily prospecting goal", "daily_goal", "New approach letters a day, at most.", 3, _GOAL),
    _row("Weekly interview goal", "weekly_goal", "Interviews a week that you aim at.", 2, _GOAL),
    _row("Send at most per day", "daily_limit", "Letters in any 24 hours, whatever is approved.", 20,
         partial(parse_whole, low=1, high=500)),
    _row("Quiet hours", "quiet_hours", "No sending in these hours, such as 21:00-07:00. Blank: none.",
         reader=parse_hours),
    _row("Holiday country", "holiday_country",
         "Two letters (US, CA, GB, DE ...), or a part of a country (US-MA, GB-ENG ...). "
         "Its public holidays are no business days.", "US", parse_country),
    _row("Days off", "days_off", "Dates or ranges, one a line: 2026-12-24 to 2027-01-02."),
    _row("Act from", "act_from", "What lies before this date owes nothing and is left out of the counts. Blank: always.",
         reader=parse_date),
    _yes_no("Enclose resume when put off", "resume_when_put_off",
            "Whether the thank-you after a put-off carries the resume.", "No"),
    _yes_no("Confirm interviews", "confirm_interviews",
            "A short letter the business day before an interview.", "Yes"),
    _one_of("Send through", "send_through",
            "Browser: each letter opens in your own mail, filled in; no password is needed. Files: letters become .eml "
            "files that you send yourself. "
            f"{', '.join(w.name for w in SENDING if w.server)}: they go from here. Blank: Files.", "Browser", SENDING_NAMES),
    _one_of("Read replies from", "read_replies_from",
            "The mailbox in which replies are looked for, whatever way letters go. Blank: as Send through.", "",
            READING_NAMES),
    _row("SMTP server", "smtp_server",
         "For Other server: host:port, and the word starttls after it where encryption begins later (127.0.0.1:1025 starttls).",
         reader=parse_server),
    _row("IMAP server", "imap_server", "For Other server: host:port, or host:port starttls.", reader=parse_server),
    _row("Login name", "login_name", "The name you log in with at the server. Blank: your Email."),
    _row("Sent folder", "sent_folder", "Only if it is not found by itself."),
    _row("Language of dates", "date_language", "How letters spell dates: en_US, en_GB, de_DE ...", "en_US",
         parse_language),
    _row("Contacts sheet", "contacts_sheet",
         "The sheet that holds your contacts. Change it when you rename that sheet.", "Contacts"),
    _row("Columns", "column_names", "Your own columns that stand for ours, one a line: Email = Contact info."),
    _row("Workbook ID", "workbook_id", "Written by the program. Leave it."),
    _row("Schema version", "schema_version", "Written by the program. Leave it.", SCHEMA_VERSION,
         partial(parse_whole, low=1, high=1_000_000)),
)
# fmt: on

SETTING_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "You": ("name", "email", "other_addresses", "phone", "address", "signature"),
    "What your letters say of you": ("position", "field", "purpose", "resume_file"),
    "How much": ("daily_goal", "weekly_goal", "daily_limit"),
    "Days": ("holiday_country", "days_off", "act_from", "quiet_hours", "date_language"),
    "Letters": ("confirm_interviews", "resume_when_put_off"),
    "Sending, and reading replies": (
        "send_through",
        "read_replies_from",
        "smtp_server",
        "imap_server",
        "login_name",
        "sent_folder",
    ),
    "The workbook": ("contacts_sheet", "column_names", "workbook_id", "schema_version"),
}
"""What belongs together where the settings are filled in."""
