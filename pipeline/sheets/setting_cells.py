"""How the values on Settings are read where they are no plain texts: servers, hours, countries, days off. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime

from pipeline.mail.servers import SMTP_PORT, read_server
from pipeline.model.addresses import address_fault
from pipeline.sheets.cells import BadCell, as_text, parse_moment

Span = tuple[date, date]

NO_HOLIDAYS = (
    "holds “{}”, whose public holidays are not known. Type two letters, like US, CA, GB, DE,"
    " or with a part of the country, like US-MA, GB-ENG"
)
_COUNTRY_SPELLINGS = {"UK": "GB", "USA": "US", "U.S.": "US", "U.S.A.": "US"}
_COUNTRY = re.compile(r"([A-Z.]{2,6})(?:\s*[-/]\s*([A-Z0-9]{1,3}))?\Z")
_RANGE = r"(?i)\s+(?:to|until|through|till|-|–|—|\.\.\.?)\s+|\s*(?:–|—|\.\.\.?)\s*"
_HOURS = r"(\d{1,2})(?::(\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?::(\d{2}))?\Z"
_LOCALE = r"(?i)[a-z]{2,3}(?:_[a-z0-9]{2,8}){0,3}\Z"


def parse_address(value: object) -> str:
    """Read one e-mail address. Raises BadCell for what is none."""
    text = as_text(value)
    fault = address_fault(text) if text else ""
    if fault:
        raise BadCell(fault)
    return text


def parse_addresses(value: object) -> tuple[str, ...]:
    """Read several addresses, one a line or separated by commas or semicolons. Raises BadCell for what is none."""
    parts = [part.strip() for part in re.split(r"[\n;,]+", as_text(value))]
    return tuple(parse_address(part) for part in parts if part)


def parse_country(value: object) -> str:
    """Read a country, or a part of one, as ISO 3166 spells it: US, US-MA, GB-ENG. Raises BadCell for what is none."""
    text = as_text(value).upper()
    if not text:
        return ""
    found = _COUNTRY.match(text)
    code = _COUNTRY_SPELLINGS.get(found[1], found[1]) if found else ""
    if found is None or not (len(code) == 2 and code.isalpha()):
        raise BadCell(NO_HOLIDAYS.format(as_text(value)))
    return f"{code}-{found[2]}" if found[2] else code


def parse_language(value: object) -> str:
    """Read a language as in en_US, de, pt-BR, zh_Hans. Raises BadCell for what is none."""
    text = as_text(value)
    if text in ("", "en_US"):
        return text
    from babel import Locale, UnknownLocaleError

    try:
        if re.match(_LOCALE, code := text.replace("-", "_")):
            return str(Locale.parse(code))
    except (UnknownLocaleError, ValueError):
        pass
    raise BadCell(f"holds “{text}”. Type a language like en_US, en_GB, de_DE, fr_FR")


def parse_server(value: object) -> str:
    """Read a server as host:port. Raises BadCell for what is none."""
    text = as_text(value)
    try:
        if text:
            read_server(text, SMTP_PORT)
    except ValueError:
        raise BadCell(
            f"holds “{text}”. Type it as host:port, like smtp.example.com:587, or 127.0.0.1:1025 starttls"
        ) from None
    return text


def parse_hours(value: object) -> str:
    """Read hours as in 21:00-07:00. Raises BadCell for what is none."""
    text = as_text(value)
    if not text:
        return ""
    found = re.match(_HOURS, text)
    hours = [int(n or 0) for n in found.groups()] if found else []
    if not hours or hours[0] > 23 or hours[2] > 24 or max(hours[1], hours[3]) > 59:
        raise BadCell(f"holds “{text}”. Type it like 21:00-07:00")
    return f"{hours[0]:02}:{hours[1]:02}-{hours[2] % 24:02}:{hours[3]:02}"


def parse_days_off(value: object) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Read dates and ranges, one a line or separated by semicolons; give the ranges, and sentences on what is none."""
    if isinstance(value, (datetime, date)):
        lines: list[object] = [value]
    else:
        lines = [line for line in re.split(r"[\n;]+", as_text(value)) if line.strip()]
    ranges: list[Span] = []
    faults: list[str] = []
    for line in lines:
        try:
            ranges.append(_range_of(line))
        except BadCell as bad:
            faults.append(str(bad))
    return tuple(ranges), tuple(faults)


def _range_of(line: object) -> Span:
    ends = re.split(_RANGE, as_text(line)) if isinstance(line, str) else [line]
    days = [found[0] for end in ends if (found := parse_moment(end))]
    if len(days) != len(ends) or len(days) > 2:
        raise BadCell(f"holds “{as_text(line)}”. Type a date, or a range like 2026-12-24 to 2027-01-02")
    if days[0] > days[-1]:
        raise BadCell(f"holds “{as_text(line)}”, which ends before it begins. Turn the two dates round")
    return days[0], days[-1]
