"""The Rules and Settings sheets: a row each for an interval and a setting."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import invented
from pipeline.rules.intervals import INTERVALS
from pipeline.sheets import schema
from workbook_templates import look, tables

_GOALS = {"daily_goal": (1, 50), "weekly_goal": (1, 50), "daily_limit": (1, 500)}
_WRITTEN_BY_US = ("workbook_id", "schema_version")
_SEVERAL_LINES = ("address", "signature", "days_off")


def lay_out_rules(sheet: Worksheet) -> None:
    """Write the intervals, each with its limits as a rule on its cell."""
    rows = [
        {"rule": i.rule, "name": i.name, "value": i.default, "unit": i.unit, "meaning": i.meaning}
        for i in INTERVALS.values()
    ]
    tables.lay_out(sheet, schema.RULES_SHEET, rows, filters=False)
    for row, interval in enumerate(INTERVALS.values(), tables.FIRST_ROW):
        value = sheet.cell(row, 3)
        value.alignment, value.font = look.TOP_CENTERED, look.font(bold=True)
        note = f"A whole number from {interval.low} to {interval.high}, counted in {interval.unit}. Shipped as {interval.default}."
        tables.add_rule(
            sheet,
            value.coordinate,
            tables.whole_number(interval.low, interval.high, title=interval.name[:32], note=note),
        )


def lay_out_settings(sheet: Worksheet) -> None:
    """Write the settings: an invented person's until the user writes their own."""
    rows = [
        {"name": s.name, "value": invented.PERSON.get(s.attr, s.default) or None, "meaning": s.meaning}
        for s in schema.SETTINGS
    ]
    tables.lay_out(sheet, schema.SETTINGS_SHEET, rows, filters=False)
    for row, setting in enumerate(schema.SETTINGS, tables.FIRST_ROW):
        name, value, meaning = (sheet.cell(row, column) for column in (1, 2, 3))
        name.font, meaning.font = look.font(bold=True), look.font(color=look.MUTED)
        value.alignment = meaning.alignment = look.TOP_LEFT_WRAPPED
        if setting.attr in _WRITTEN_BY_US:
            value.fill = look.shade(look.OURS_CELL)
        if setting.attr in _SEVERAL_LINES:
            value.number_format = "@"
        if setting.attr == "act_from":
            value.number_format = look.DATE_FORMAT
        if setting.choices:
            tables.add_rule(sheet, value.coordinate, tables.choice(setting.choices))
        elif setting.attr in _GOALS:
            tables.add_rule(sheet, value.coordinate, tables.whole_number(*_GOALS[setting.attr]))
