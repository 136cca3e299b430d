"""The Settings sheet becomes settings, and every bad value becomes a problem. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from pipeline.model import Problem, Settings, Severity
from pipeline.model.addresses import address_fault
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import (
    BadCell,
    as_text,
    parse_choice,
    parse_date,
    parse_moment,
    parse_whole,
    parse_yes_no,
)
from pipeline.sheets.table import Fault, Table, as_problem

_COUNTRY_SPELLINGS = {"UK": "GB", "USA": "US", "U.S.": "US", "U.S.A.": "US"}
_RANGE = re.compile(r"\s+(?:to|until|through|till|-|–|—|\.\.\.?)\s+|\s*(?:–|—|\.\.\.?)\s*", re.I)
_SERVER = re.compile(
    r"(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(?::[0-9]{1,5})?\Z|\[[0-9A-Fa-f:]+\](?::[0-9]{1,5})?\Z"
)
_HOURS = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?::(\d{2}))?\Z")

_NO_HOLIDAYS = 'holds "{}", whose public holidays are not known. Type two letters, like US, CA, GB, DE'

Range = tuple[date, date]


def read_settings(
    table: Table,
    uncached: Iterable[tuple[str, int, int]] = (),
    knows_country: Callable[[str], bool] = lambda _code: True,
) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings by their names, in any order; a bad value is a problem, and the default stands.

    Rows with other names are the user's own, kept as texts in `extra`. `uncached` as for `read_contacts`. `knows_country`
    tells whether a country's public holidays are known.
    """
    known = {spelled(s.name): s for s in schema.SETTINGS}
    unsaved = {table.index_of(row) for sheet, row, _ in uncached if sheet == schema.SETTINGS_SHEET.name}
    read: dict[str, Any] = {}
    extra: dict[str, str] = {}
    faults: list[Fault] = []
    places: dict[str, int] = {}
    for index in range(table.count):
        name = _name(table.cell("name", index))
        setting = known.get(spelled(name)) if name else None
        value = table.cell("value", index)
        if setting and setting.attr in places:
            faults.append(
                _fault(
                    index, f"{name} stands twice: only the first is read. Delete this row", Severity.WARNING
                )
            )
        elif setting:
            places[setting.attr] = index
            if value is None and index in unsaved:
                faults.append(
                    _fault(index, f"{name}: the result of its formula was not saved. Type the value itself")
                )
            read |= _read_one(setting, value, index, faults)
        elif name:
            extra[name] = _name(value)
    settings = replace(Settings(), **read, extra=extra)
    if (
        settings.holiday_country
        and "holiday_country" in places
        and not knows_country(settings.holiday_country)
    ):
        faults.append(
            _fault(
                places["holiday_country"], "Holiday country " + _NO_HOLIDAYS.format(settings.holiday_country)
            )
        )
        settings = replace(settings, holiday_country=Settings().holiday_country)
    faults += _missing(settings, places)
    problems = [as_problem(table, f) for f in sorted(faults, key=lambda f: f.index)]
    return settings, tuple(replace(p, message=p.message.removeprefix(f"{p.column} ")) for p in problems)


def parse_days_off(value: object) -> tuple[tuple[Range, ...], tuple[str, ...]]:
    """Read dates and ranges, one a line or separated by semicolons; give the ranges, and sentences on what is none."""
    if isinstance(value, (datetime, date)):
        lines: list[object] = [value]
    else:
        lines = [line for line in re.split(r"[\n;]+", as_text(value)) if line.strip()]
    ranges: list[Range] = []
    faults: list[str] = []
    for line in lines:
        try:
            ranges.append(_range_of(line))
        except BadCell as bad:
            faults.append(str(bad))
    return tuple(ranges), tuple(faults)


def _read_one(setting: schema.Setting, value: object, index: int, faults: list[Fault]) -> dict[str, Any]:
    """Parse one setting; blank and bad ones give nothing, so that the default stands."""
    try:
        if setting.attr == "days_off":
            ranges, bad = parse_days_off(value)
            faults += [_fault(index, f"{setting.name}: the line {b}") for b in bad]
            return {"days_off": ranges}
        parsed = _reader(setting)(value)
    except BadCell as bad:
        faults.append(_fault(index, f"{setting.name} {bad}"))
        return {}
    return {} if parsed is None or parsed == "" else {setting.attr: parsed}


def _reader(setting: schema.Setting) -> Callable[[object], Any]:
    if setting.attr in _READERS:
        return _READERS[setting.attr]
    if setting.choices == schema.YES_NO:
        return parse_yes_no
    return partial(parse_choice, choices=setting.choices) if setting.choices else as_text


def _email(value: object) -> str:
    text = as_text(value)
    fault = address_fault(text) if text else ""
    if fault:
        raise BadCell(fault)
    return text


def _country(value: object) -> str:
    text = as_text(value).upper()
    code = _COUNTRY_SPELLINGS.get(text, text)
    if code and not (len(code) == 2 and code.isalpha()):
        raise BadCell(_NO_HOLIDAYS.format(as_text(value)))
    return code


def _server(value: object) -> str:
    text = as_text(value)
    if text and not _SERVER.match(text):
        raise BadCell(f'holds "{text}". Type it as host:port, like smtp.example.com:587')
    return text


def _quiet_hours(value: object) -> str:
    text = as_text(value)
    if not text:
        return ""
    found = _HOURS.match(text)
    hours = [int(n or 0) for n in found.groups()] if found else []
    if not hours or hours[0] > 23 or hours[2] > 24 or max(hours[1], hours[3]) > 59:
        raise BadCell(f'holds "{text}". Type it like 21:00-07:00')
    return f"{hours[0]:02}:{hours[1]:02}-{hours[2] % 24:02}:{hours[3]:02}"


def _range_of(line: object) -> Range:
    ends = _RANGE.split(as_text(line)) if isinstance(line, str) else [line]
    days = [moment[0] for end in ends if (moment := parse_moment(end))]
    if len(days) != len(ends) or len(days) > 2:
        raise BadCell(f'holds "{as_text(line)}". Type a date, or a range like 2026-12-24 to 2027-01-02')
    if days[0] > days[-1]:
        raise BadCell(f'holds "{as_text(line)}", which ends before it begins. Turn the two dates round')
    return days[0], days[-1]


_READERS: Mapping[str, Callable[[object], Any]] = {
    "email": _email,
    "daily_goal": partial(parse_whole, low=0, high=50),
    "weekly_goal": partial(parse_whole, low=0, high=50),
    "daily_limit": partial(parse_whole, low=1, high=500),
    "schema_version": partial(parse_whole, low=1, high=1_000_000),
    "holiday_country": _country,
    "act_from": parse_date,
    "quiet_hours": _quiet_hours,
    "smtp_server": _server,
    "imap_server": _server,
}


def _missing(settings: Settings, places: Mapping[str, int]) -> Iterable[Fault]:
    """Find what letters or sending can't do without."""
    if "name" in places and not settings.name:
        yield _fault(
            places["name"], "Your name is blank: fill it in, letters are signed with it", Severity.WARNING
        )
    if settings.send_through == "Other server" and "smtp_server" in places and not settings.smtp_server:
        yield _fault(
            places["smtp_server"],
            "SMTP server is blank, but Send through says Other server. Type it as host:port",
        )


def _name(value: object) -> str:
    try:
        return as_text(value)
    except BadCell:
        return ""


def _fault(index: int, message: str, severity: Severity = Severity.ERROR) -> Fault:
    return Fault(index, "value", message, severity)
