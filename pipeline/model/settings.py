"""The user's settings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

SCHEMA_VERSION = 2
"""Of the workbook's sheets and columns: an older one is taken up, a newer one refused."""


class Settings(NamedTuple):
    """The Settings sheet as read; defaults are the shipped ones."""

    name: str = ""
    email: str = ""
    other_addresses: tuple[str, ...] = ()
    phone: str = ""
    address: str = ""
    position: str = ""
    field: str = ""
    purpose: str = ""
    resume_file: str = ""
    signature: str = ""
    daily_goal: int = 3
    weekly_goal: int = 2
    daily_limit: int = 20
    quiet_hours: str = ""
    holiday_country: str = "US"
    days_off: tuple[tuple[date, date], ...] = ()
    act_from: date | None = None
    resume_when_put_off: bool = False
    confirm_interviews: bool = True
    send_through: str = "Files"
    read_replies_from: str = ""
    smtp_server: str = ""
    imap_server: str = ""
    login_name: str = ""
    sent_folder: str = ""
    date_language: str = "en_US"
    contacts_sheet: str = "Contacts"
    column_names: str = ""
    workbook_id: str = ""
    schema_version: int = SCHEMA_VERSION
    extra: Mapping[str, str] = MappingProxyType({})
