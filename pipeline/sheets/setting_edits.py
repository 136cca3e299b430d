"""Settings typed elsewhere than on their sheet: judged as the sheet's own are, and written back where they differ (pure)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from pipeline.letters.checks.phrase import flaw_of_phrase
from pipeline.model import Problem, Settings
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, shown_text
from pipeline.sheets.settings import read_settings
from pipeline.sheets.table import Table
from pipeline.sheets.typed import with_iso_days
from pipeline.workbook.edits import CellChange, Edit, NewRows, Value

OURS = frozenset({"workbook_id", "schema_version"})
"""What the program writes by itself, and nobody else."""
_DAYS = frozenset({"days_off", "act_from"})
_NAMED = re.compile(r"pass\s*word|pass\s*phrase|secret", re.IGNORECASE)


class SettingRow(NamedTuple):
    """A setting as its cell has it: the text, and Excel's row, 0 where the sheet has no row for it."""

    setting: schema.Setting
    text: str
    row: int = 0


class Objection(NamedTuple):
    """What is wrong with a setting as typed: a sentence, whether it stops the writing, and the words mended, where that is safe."""

    message: str
    stops: bool
    mended: str = ""


class SettingsTyped(NamedTuple):
    """Settings as they would be read once written, what is said of each by attribute, and the cells that differ."""

    settings: Settings
    said: Mapping[str, Objection]
    edits: tuple[Edit, ...]

    @property
    def stopped(self) -> bool:
        """Tell whether something typed can't be read."""
        return any(said.stops for said in self.said.values())


def standings(table: Table) -> tuple[SettingRow, ...]:
    """List all settings as the sheet has them; of two rows of one name the first counts, as where they are read."""
    rows = _rows(table)
    return tuple(
        SettingRow(s, shown_text(table.cell("value", at)), table.row_number(at))
        if (at := rows.get(spelled(s.name))) is not None
        else SettingRow(s, str(s.default))
        for s in schema.SETTINGS
    )


def own_rows(table: Table) -> tuple[str, ...]:
    """Name the rows that are the user's own; one that is called a password is not even named."""
    known = {spelled(s.name) for s in schema.SETTINGS}
    names = (shown_text(table.cell("name", at)) for at in range(table.count))
    return tuple(n for n in names if n and spelled(n) not in known and not _NAMED.search(n))


def judge_typed(
    table: Table,
    typed: Mapping[str, str],
    today: date,
    knows_country: Callable[[str], bool] = lambda _code: True,
) -> SettingsTyped:
    """Judge what was typed, by attribute, as `read_settings` would once it stands in the cells; what isn't typed stays.

    In days with dots the day comes first.
    """
    values: dict[str, Value] = {}
    said: dict[str, Objection] = {}
    there = {s.setting.attr: s for s in standings(table)}
    for attr, text in typed.items():
        if attr in OURS or attr not in there or _same(text, there[attr].text):
            continue
        try:
            values[attr] = _value(there[attr].setting, with_iso_days(text, today) if attr in _DAYS else text)
        except BadCell as bad:
            said[attr] = Objection(f"{there[attr].setting.name} {bad}.", stops=True)
    written = _with(table, {there[attr].setting: value for attr, value in values.items()})
    settings, problems = read_settings(written, knows_country=knows_country)
    told = {**_said_of(written, problems, values), **said}
    edits = tuple(
        _edit(table, there[attr], value)
        for attr, value in values.items()
        if attr not in told or not told[attr].stops
    )
    return SettingsTyped(settings, told, edits)


def setting_named(name: str) -> schema.Setting | None:
    """Find the setting of a row."""
    return next((s for s in schema.SETTINGS if spelled(s.name) == spelled(name)), None)


def with_new(table: Table, setting: schema.Setting, value: Value) -> tuple[Table, Edit]:
    """Give a setting that has no row yet one at the end, in memory and as an edit."""
    return _with(table, {setting: value}), _edit(table, SettingRow(setting, ""), value)


def _same(one: str, other: str) -> bool:
    """Tell whether a text came back as it was shown; a browser gives line ends as CRLF."""
    return one.replace("\r\n", "\n").strip() == other.strip()


def _value(setting: schema.Setting, text: str) -> Value:
    """Give what belongs in the cell: a date as a date, a number as a number, one of the choices as it is spelled."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        return None
    read = setting.reader(text)
    if isinstance(read, bool):
        return "Yes" if read else "No"
    if isinstance(read, int | date | datetime):
        return read
    return read if setting.choices and isinstance(read, str) else text


def _rows(table: Table) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(table.count):
        name = spelled(shown_text(table.cell("name", at)))
        if name:
            found.setdefault(name, at)
    return found


def _with(table: Table, values: Mapping[schema.Setting, Value]) -> Table:
    """Lay typed values over the sheet's; a setting without a row gets one at the end."""
    frame, rows = table.frame.copy(), _rows(table)
    frame = frame.astype(object)
    for setting, value in values.items():
        at = rows.get(spelled(setting.name))
        if at is None:
            at = len(frame)
            frame.loc[at] = None
            frame.iat[at, table.found["name"]] = setting.name
        frame.iat[at, table.found["value"]] = value
    return replace(table, frame=frame)


def _said_of(
    table: Table, problems: tuple[Problem, ...], values: Mapping[str, Value]
) -> dict[str, Objection]:
    by_row = {spelled(shown_text(table.cell("name", at))): at for at in range(table.count)}
    attrs = {
        table.row_number(at): s for s in schema.SETTINGS if (at := by_row.get(spelled(s.name))) is not None
    }
    told: dict[str, Objection] = {}
    for problem in problems:
        setting = attrs.get(problem.row or 0)
        if setting is None or setting.attr in told:
            continue
        stops = problem.severity == "error" and setting.attr in values
        told[setting.attr] = Objection(problem.message, stops, _mended(setting, values.get(setting.attr)))
    return told


def _mended(setting: schema.Setting, value: Value) -> str:
    flaw = flaw_of_phrase(setting.phrase, value) if setting.phrase and isinstance(value, str) else None
    return (flaw.mended or "") if flaw else ""


def _edit(table: Table, standing: SettingRow, value: Value) -> Edit:
    setting = standing.setting
    if standing.row:
        return CellChange(table.sheet, standing.row, table.found["value"] + 1, value)
    row = {"name": setting.name, "value": value, "meaning": setting.meaning}
    return NewRows(table.sheet, ({table.header(attr): v for attr, v in row.items() if attr in table.found},))
