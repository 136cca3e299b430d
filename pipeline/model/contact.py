"""A person of Contacts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import NamedTuple

from pipeline.model.choices import CallResult, Channel, Held, InterviewType, Source

NO_EXTRA: Mapping[str, str] = MappingProxyType({})


class Contact(NamedTuple):
    """A row of Contacts as read: texts stripped, dates as dates, blanks as "" or None.

    `unreadable` are the attributes of cells that can't be read, `in_doubt` those of them on which a letter depends;
    `doubts` names the cells of these as the sheet and its headers do; `without` are those that the workbook has no column for.
    """

    row: int
    id: str
    first_name: str = ""
    last_name: str = ""
    salutation: str = ""
    email: str = ""
    phone: str = ""
    organization: str = ""
    position: str = ""
    field: str = ""
    priority: str = ""
    source: Source | None = None
    referred_by: str = ""
    why_this_person: str = ""
    channel: Channel = Channel.EMAIL
    address: str = ""
    called_on: date | None = None
    call_result: CallResult | None = None
    call_again_on: date | None = None
    interview_on: date | None = None
    interview_time: time | None = None
    where: str = ""
    interview_type: InterviewType | None = None
    interview_held: Held | None = None
    thank_them_for: str = ""
    what_i_learned: str = ""
    advice: str = ""
    referrals_given: str = ""
    opening_mentioned: str = ""
    they_offered: str = ""
    offer_kept_on: date | None = None
    fit: int | None = None
    enclose_resume: bool | None = None
    replied_on: date | None = None
    answered_on: date | None = None
    on_hold: bool | date | None = None
    my_question: str = ""
    notes: str = ""
    approach_sent: date | None = None
    follow_up_sent: date | None = None
    thank_you_sent: date | None = None
    last_contact: date | None = None
    id_written: bool = True
    email_valid: bool = False
    unreadable: tuple[str, ...] = ()
    in_doubt: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    duplicate: str = ""
    extra: Mapping[str, str] = NO_EXTRA

    @property
    def name(self) -> str:
        """Join the names as the person is called."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_sample(self) -> bool:
        """Tell whether it is one of the starter's examples."""
        return self.source is Source.SAMPLE


def people_by_id(contacts: Iterable[Contact]) -> dict[str, Contact]:
    """Index contacts by ID; of rows that share one it is the first."""
    found: dict[str, Contact] = {}
    for c in contacts:
        found.setdefault(c.id, c)
    return found
